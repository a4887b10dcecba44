#include "text/block.h"

#include "base/escape.h"
#include "text/glyph.h"
#include "text/head.h"
#include "text/mask.h"
#include "text/reference.h"
#include "text/sequence.h"
#include "text/sign.h"
#include "text/table.h"
#include "text/unit.h"

/* The walk over one document. */
typedef struct {
  GbDraft *draft;
  GbInline words;
  cmark_node *notice; /* the heading of the covering notice, or NULL */
  cmark_node *title;  /* the heading of the issued text, or NULL */
  cmark_node *done;   /* a heading that is written already */
  cmark_node *rest;   /* of the paragraph in hand: the lines behind the words read, or NULL */
  cmark_node *block;  /* the paragraph in hand */
} Walk;

/* Where a block stands. */
typedef struct {
  gboolean quoted; /* in a quotation or a bullet list: nothing there is a unit of this text */
  guint nesting;   /* numbered lists around it */
} Where;

/* The number of a Markdown list item, which stands in the source only. */
typedef struct {
  GbLabel label;
  const char *words;
  gsize length;
} Marker;

static void write_blocks (Walk *walk, cmark_node *first, Where where);

static guint
line_of (const Walk *walk, cmark_node *node)
{
  return (guint)cmark_node_get_start_line (node) + walk->draft->body->first_line - 1;
}

/* -- what the document is made of -- */

static gboolean
is_numbered (const char *text, const GbLabel *label)
{
  return !gb_glyph_is (text + label->end - 3, 3, "件");
}

/* 附件1 as a paragraph of its own: the head of an annex. */
static gboolean
is_annex_head (const char *text, gsize length, const GbLabel *label)
{
  return label->kind == GB_LABEL_ANNEX && is_numbered (text, label)
         && gb_head_skip_colon (text, length, label->next) == length;
}

static gboolean
begins_annex (cmark_node *block)
{
  gboolean heading = cmark_node_get_type (block) == CMARK_NODE_HEADING;
  if (!heading && cmark_node_get_type (block) != CMARK_NODE_PARAGRAPH)
    return FALSE;
  const char *text = gb_head_words (block);
  gsize length = strlen (text);
  GbLabel label;
  if (!gb_glyph_is (text + gb_glyph_spaces (text, length), length - gb_glyph_spaces (text, length),
                    "附")
      || !gb_label_read (text, length, heading, 0, &label))
    return FALSE;
  if (heading)
    return label.kind == GB_LABEL_ANNEX;
  cmark_node *child = cmark_node_first_child (block);
  return child != NULL && cmark_node_next (child) == NULL && is_annex_head (text, length, &label);
}

/* Of the first-level headings before the annexes, the last is the title of the issued text; with
 * two or more, what stands before it is the covering notice. */
static void
find_titles (Walk *walk, cmark_node *document)
{
  cmark_node *first = NULL;
  for (cmark_node *block = cmark_node_first_child (document); block != NULL;
       block = cmark_node_next (block)) {
    if (begins_annex (block))
      break;
    if (cmark_node_get_type (block) != CMARK_NODE_HEADING
        || cmark_node_get_heading_level (block) != 1)
      continue;
    const char *text = gb_head_words (block);
    GbLabel label;
    if (gb_label_read (text, strlen (text), TRUE, 0, &label))
      continue;
    if (first == NULL)
      first = block;
    walk->title = block;
  }
  if (walk->title != first)
    walk->notice = first;
}

/* -- units -- */

static gboolean
is_ordinal (GbLabelKind kind)
{
  return (kind >= GB_LABEL_BOOK && kind <= GB_LABEL_ARTICLE) || kind == GB_LABEL_ANNEX;
}

/* Writes the label as a link to its own place, and the space behind it. */
static void
write_label (GbDraft *draft, int unit, GbLabelKind kind, const char *words, gsize length,
             gboolean spaced, const char *rest, gsize rest_length)
{
  GString *html = draft->html;
  if (unit >= 0) {
    gb_append_literal (html, "<a class=\"num\" href=\"#");
    gb_append_text (html, gb_draft_anchor (draft, unit));
    gb_append_literal (html, "\">");
  }
  gb_escape_html (html, words, (gssize)length);
  if (unit >= 0)
    gb_append_literal (html, "</a>");
  if (!spaced || rest_length == 0)
    return;
  gsize size;
  if (is_ordinal (kind))
    gb_append_literal (html, "　");
  else if (!gb_glyph_is_wide (gb_glyph_read (rest, rest_length, &size)))
    g_string_append_c (html, ' ');
}

/* Opens the unit of @label over the words read, whose title is what follows the label where
 * @titled. */
static int
open_unit (Walk *walk, const GbLabel *label, gboolean titled, guint markup, gboolean heading,
           guint nesting)
{
  const GbInline *words = &walk->words;
  gsize from = label == NULL ? 0 : gb_head_skip_colon (words->text, words->length, label->next);
  gsize end = words->length;
  if (label != NULL && titled) {
    end -= gb_glyph_spaces_before (words->text + end, words->text + from);
    if (end - from >= 3 && gb_glyph_is (words->text + end - 3, 3, "："))
      end -= 3;
    else if (end > from && words->text[end - 1] == ':')
      end--;
  }
  GbUnitDraft unit = {
    .label = label,
    .words = label == NULL ? NULL : words->text + label->start,
    .length = label == NULL ? 0 : label->end - label->start,
    .title = titled ? words->text + from : NULL,
    .title_length = titled ? end - from : 0,
    .markup = markup,
    .heading = heading,
    .nesting = nesting,
    .line = words->line,
  };
  return gb_unit_open (walk->draft, &unit);
}

static void
open_tag (GbDraft *draft, const char *tag, guint level, const char *class, int unit)
{
  GString *html = draft->html;
  g_string_append_c (html, '<');
  gb_append_text (html, tag);
  if (level > 0)
    g_string_append_c (html, (char)('0' + level));
  if (class != NULL) {
    gb_append_literal (html, " class=\"");
    gb_append_text (html, class);
    g_string_append_c (html, '"');
  }
  if (unit >= 0) {
    gb_append_literal (html, " id=\"");
    gb_append_text (html, gb_draft_anchor (draft, unit));
    g_string_append_c (html, '"');
  }
  g_string_append_c (html, '>');
}

static void
close_heading (GbDraft *draft, guint level)
{
  gb_append_literal (draft->html, "</h");
  g_string_append_c (draft->html, (char)('0' + level));
  gb_append_literal (draft->html, ">\n");
}

/* The words read as a heading without a label; @unit: -1: of none. */
static void
write_plain_heading (Walk *walk, guint level, int unit)
{
  open_tag (walk->draft, "h", level, NULL, unit);
  gb_inline_write (walk->draft, &walk->words, 0);
  close_heading (walk->draft, level);
}

/* Reads the words of a heading. */
static void
read_heading (Walk *walk, cmark_node *block)
{
  walk->words.bare = TRUE;
  gb_inline_read (walk->draft, &walk->words, cmark_node_first_child (block), line_of (walk, block),
                  NULL, NULL);
  walk->words.bare = FALSE;
}

/* A heading that stands over 附件1 alone is its title. */
static cmark_node *
title_of_annex (const Walk *walk, cmark_node *block)
{
  cmark_node *next = cmark_node_next (block);
  if (next == NULL || next == walk->title || cmark_node_get_type (next) != CMARK_NODE_HEADING)
    return NULL;
  const char *text = gb_head_words (next);
  GbLabel label;
  return gb_label_read (text, strlen (text), TRUE, 0, &label) ? NULL : next;
}

static void
write_annex_title (Walk *walk, int unit, cmark_node *title)
{
  GbDraft *draft = walk->draft;
  walk->done = title;
  read_heading (walk, title);
  gb_draft_unit (draft, unit)->title = gb_draft_title (draft, walk->words.text, walk->words.length);
  gb_append_literal (draft->html, "　");
  gb_inline_write (draft, &walk->words, 0);
}

/* The words read as a heading with a label. @block: where they stand. */
static void
write_unit_heading (Walk *walk, cmark_node *block, const GbLabel *label, guint markup)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  int unit = open_unit (walk, label, TRUE, markup, TRUE, 0);
  if (unit < 0)
    return;
  guint level = gb_draft_top (draft)->heading;
  if (label->kind == GB_LABEL_ARTICLE || label->kind == GB_LABEL_ANNEX) {
    open_tag (draft, "section", 0, label->kind == GB_LABEL_ANNEX ? "annex" : "article", unit);
    open_tag (draft, "h", level, NULL, -1);
  } else {
    open_tag (draft, "h", level, NULL, unit);
  }
  gsize head = gb_glyph_spaces (words->text, words->length);
  write_label (draft, unit, label->kind, words->text + head, label->end - head,
               label->next > label->end, words->text + label->next, words->length - label->next);
  gb_inline_write (draft, words, label->next);
  if (label->kind == GB_LABEL_ANNEX && gb_draft_unit (draft, unit)->title == 0) {
    cmark_node *title = title_of_annex (walk, block);
    if (title != NULL)
      write_annex_title (walk, unit, title);
  }
  close_heading (draft, level);
}

static void
write_heading (Walk *walk, cmark_node *block, Where where)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  if (block == walk->done)
    return;
  read_heading (walk, block);
  if (where.quoted || where.nesting > 0) {
    gb_append_literal (draft->html, "<p><strong>");
    gb_inline_write (draft, words, 0);
    gb_append_literal (draft->html, "</strong></p>\n");
    return;
  }
  guint markup = (guint)cmark_node_get_heading_level (block);
  if (block == walk->notice) {
    gb_draft_unit (draft, draft->scope)->title = gb_draft_title (draft, words->text, words->length);
    write_plain_heading (walk, 2, -1);
    return;
  }
  if (block == walk->title) {
    write_plain_heading (walk, 2,
                         gb_unit_open_title (draft, words->text, words->length, words->line));
    return;
  }
  GbLabel label;
  const GbHead head = { draft, words, NULL, block };
  if (gb_label_read (words->text, words->length, TRUE, 0, &label)
      && gb_sequence_check (draft, &label) == GB_SEQUENCE_LABEL) {
    if (label.kind == GB_LABEL_ITEM && gb_head_divides (&head, &label))
      label.kind = GB_LABEL_DIVIDER;
    write_unit_heading (walk, block, &label, markup);
    return;
  }
  int unit = open_unit (walk, NULL, TRUE, markup, TRUE, 0);
  if (unit >= 0)
    write_plain_heading (walk, gb_draft_top (draft)->heading, unit);
}

/* -- paragraphs -- */

/* The last sign of the words, one in brackets or quotation marks included. */
static gunichar
last_sign (const GbInline *words)
{
  const char *end = words->text + words->length;
  end -= gb_glyph_spaces_before (end, words->text);
  gsize size;
  gunichar last = gb_glyph_before (end, words->text, &size);
  if (last == GB_GLYPH ("”") || last == GB_GLYPH ("）") || last == ')')
    last = gb_glyph_before (end - size, words->text, &size);
  return last;
}

/* Whether the words are a paragraph (款) of an article for certain, and no line of a formula or of
 * a list that goes on. */
static gboolean
is_kuan (const GbDraft *draft, const GbInline *words)
{
  gunichar last = last_sign (words);
  return gb_glyph_is_stop (last) && last != GB_GLYPH ("；")
         && !gb_draft_ends_with (draft, "；</p>\n");
}

/* @doubt: where words end that look like a label, 0: there are none; they are no reference. */
static void
write_plain (Walk *walk, const char *class, gsize doubt)
{
  GbDraft *draft = walk->draft;
  gsize from = gb_glyph_spaces (walk->words.text, walk->words.length);
  int kuan = class == NULL ? gb_unit_add_paragraph (draft) : 0;
  draft->unclear = draft->unclear || doubt > 0 || (kuan > 0 && !is_kuan (draft, &walk->words));
  if (kuan > 0 && kuan <= GB_REFERENCE_KUAN_MAX && !draft->unclear) {
    gb_draft_unit (draft, draft->article)->unit.kuan |= (guint64)1 << kuan;
    gb_append_literal (draft->html, "<p id=\"");
    gb_reference_put_kuan (draft->html, gb_draft_anchor (draft, draft->article), kuan);
    gb_append_literal (draft->html, "\">");
  } else {
    open_tag (draft, "p", 0, class, -1);
  }
  if (doubt > 0)
    gb_escape_html (draft->html, walk->words.text + from, (gssize)(doubt - from));
  gb_inline_write (draft, &walk->words, MAX (from, doubt));
  gb_append_literal (draft->html, "</p>\n");
}

/* An entry of the list of annexes behind the text, linked to its annex. */
static void
write_annex_entry (Walk *walk, gsize from, int number, const Marker *marker)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  open_tag (draft, "p", 0, "annexes", -1);
  if (marker != NULL)
    write_label (draft, -1, marker->label.kind, marker->words, marker->length, TRUE, words->text,
                 words->length);
  gb_escape_html (draft->html, words->text, (gssize)from);
  guint known = draft->mentions->len + draft->references->len;
  GbDraftReference entry = {
    .target = { .kind = GB_LABEL_ANNEX, .number = number },
    .scope = -1,
    .line = words->line,
    .start = draft->html->len,
    .lenient = TRUE,
  };
  gb_inline_write (draft, words, from);
  entry.end = draft->html->len;
  /* In the covering notice it is the issued text that is annexed. */
  if (draft->scope < 0 && from < words->length && words->marks->len == 0
      && draft->mentions->len + draft->references->len == known)
    g_array_append_val (draft->references, entry);
  gb_append_literal (draft->html, "</p>\n");
}

/* What stands behind the last article but is none of it; TRUE where the words were such and are
 * written. */
static gboolean
write_closing (Walk *walk, const GbLabel *label, const Marker *marker)
{
  GbDraft *draft = walk->draft;
  const char *text = walk->words.text;
  gsize length = walk->words.length;
  GbLabelKind kind = marker != NULL ? marker->label.kind : label != NULL ? label->kind : 0;
  if (kind == GB_LABEL_ANNEX) {
    gb_unit_close_text (draft);
    draft->closed = TRUE;
    gsize from = gb_head_skip_colon (text, length, label->next);
    GbLabel point;
    int number = label->number;
    if (gb_label_read (text + from, length - from, FALSE, 0, &point)
        && point.kind == GB_LABEL_POINT) {
      from += point.next;
      number = point.number;
    }
    write_annex_entry (walk, from, number, NULL);
    return TRUE;
  }
  if (draft->closed && (kind == GB_LABEL_POINT || kind == GB_LABEL_BRACKET)) {
    write_annex_entry (walk, marker != NULL ? 0 : label->next,
                       marker != NULL ? marker->label.number : label->number, marker);
    return TRUE;
  }
  gsize at = gb_glyph_spaces (text, length);
  if (label == NULL && marker == NULL
      && (gb_glyph_is (text + at, length - at, "公开方式")
          || gb_glyph_is (text + at, length - at, "（此件"))) {
    gb_unit_close_text (draft);
    draft->closed = TRUE;
    write_plain (walk, NULL, 0);
    return TRUE;
  }
  return FALSE;
}

/* Writes the words read as the first paragraph of a unit. */
static void
write_unit (Walk *walk, const GbLabel *label, const Marker *marker, Where where)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  gsize head = gb_glyph_spaces (words->text, words->length);
  /* With its bullet, unless it stands behind another label. */
  if (head + gb_glyph_bullet (words->text + head, words->length - head) < label->start)
    head = label->start;
  gsize from = marker != NULL ? head : label->next;
  gsize rest = gb_head_skip_colon (words->text, words->length, from);
  gboolean caption = gb_label_is_caption (words->text + rest, words->length - rest);
  int unit;
  if (marker != NULL) {
    GbUnitDraft made = {
      .label = label,
      .words = marker->words,
      .length = marker->length,
      .title = caption ? words->text : NULL,
      .title_length = words->length,
      .nesting = where.nesting,
      .line = words->line,
    };
    unit = gb_unit_open (draft, &made);
  } else {
    unit = open_unit (walk, label, caption, 0, FALSE, where.nesting);
  }
  if (unit < 0) {
    write_plain (walk, NULL, 0);
    return;
  }
  /* 第十五条　资金用途 is a caption; the first 款 is the paragraph behind it. */
  gboolean colon = words->length >= 3 && gb_glyph_is (words->text + words->length - 3, 3, "：");
  gb_draft_top (draft)->captioned = caption && !colon;
  gb_draft_top (draft)->paragraphs = rest == words->length || (caption && !colon) ? 0 : 1;
  GbUnitKind kind = gb_draft_unit (draft, unit)->unit.kind;
  if (kind == GB_UNIT_ARTICLE) {
    open_tag (draft, "section", 0, "article", unit);
    open_tag (draft, "p", 0, NULL, -1);
  } else {
    const char *class = kind == GB_UNIT_ITEM      ? "item"
                        : kind == GB_UNIT_SUBITEM ? "subitem"
                        : kind == GB_UNIT_SECTION ? "section"
                                                  : "part";
    open_tag (draft, "p", 0, class, unit);
  }
  if (marker != NULL)
    write_label (draft, unit, label->kind, marker->words, marker->length, TRUE, words->text + from,
                 words->length - from);
  else
    write_label (draft, unit, label->kind, words->text + head, label->end - head,
                 label->next > label->end, words->text + from, words->length - from);
  GbLabel item;
  if (kind == GB_UNIT_ARTICLE && gb_head_first_item (words, from, &item)) {
    gb_draft_top (draft)->paragraphs = 1;
    gb_append_literal (draft->html, "</p>\n");
    write_unit (walk, &item, NULL, where);
    return;
  }
  gb_inline_write (draft, words, from);
  gb_append_literal (draft->html, "</p>\n");
}

#define RULES "-*_=~`"

/* --- and the like: three or more of one of @signs. */
static gboolean
is_rule (const char *text, gsize length, const char *signs)
{
  gsize at = gb_glyph_spaces (text, length);
  length -= gb_glyph_spaces_before (text + length, text + at);
  gsize n = 0;
  while (at + n < length && text[at + n] == text[at])
    n++;
  return n >= 3 && at + n == length && strchr (signs, text[at]) != NULL;
}

/* A line of a list, a quotation or a rule, which is no paragraph (款) of an article. */
static gboolean
is_aside (const GbInline *words)
{
  gsize at = gb_glyph_spaces (words->text, words->length);
  gsize left = words->length - at;
  return gb_glyph_bullet (words->text + at, left) > 0 || gb_glyph_is (words->text + at, left, ">")
         || is_rule (words->text, words->length, RULES);
}

static void
write_words (Walk *walk, cmark_node *block, const Marker *marker, Where where)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  if (where.quoted) {
    gb_append_literal (draft->html, "<p>");
    if (marker != NULL)
      write_label (draft, -1, marker->label.kind, marker->words, marker->length, TRUE, words->text,
                   words->length);
    gb_inline_write (draft, words, 0);
    gb_append_literal (draft->html, "</p>\n");
    return;
  }
  if (marker == NULL && where.nesting == 0 && is_rule (words->text, words->length, "-*_"))
    gb_unit_close_text (draft);
  GbLabel label;
  const GbHead head = { draft, words, walk->rest, walk->block };
  gsize doubt = 0;
  gboolean labelled = marker == NULL && gb_head_label (&head, &label, &doubt);
  if (labelled && is_annex_head (words->text, words->length, &label)) {
    write_unit_heading (walk, block, &label, 1);
    return;
  }
  if (write_closing (walk, labelled ? &label : NULL, marker))
    return;
  if (labelled && gb_head_is_heading (&head, &label)) {
    if (label.kind == GB_LABEL_ITEM)
      label.kind = GB_LABEL_DIVIDER;
    write_unit_heading (walk, block, &label, 0);
    return;
  }
  if (labelled || marker != NULL) {
    write_unit (walk, labelled ? &label : &marker->label, marker, where);
    return;
  }
  /* Only a notice, or a text without articles, ends with who signs it and when. */
  gboolean may_be_signed = draft->scope >= 0
                             ? gb_draft_unit (draft, draft->scope)->unit.kind == GB_UNIT_COVER
                             : draft->n_articles == 0;
  if (may_be_signed && gb_sign_is (words, block)) {
    gb_append_literal (draft->html, "<p class=\"sign\">");
    gb_inline_write_lines (draft, words);
    gb_append_literal (draft->html, "</p>\n");
    return;
  }
  write_plain (walk, !draft->body->page && is_aside (words) ? "aside" : NULL, doubt);
}

/* Whether a new paragraph begins with @next although no blank line stands before it: officials
 * write one line for each item. A sentence broken by its editor goes on instead. */
static gboolean
begins_unit (gpointer data, const GbInline *words, const char *next, gsize length)
{
  const Walk *walk = data;
  if (!walk->draft->body->page
      && (gb_glyph_bullet (next, length) > 0 || gb_glyph_is (next, length, "> ")
          || is_rule (next, length, RULES) || is_rule (words->text, words->length, RULES)))
    return TRUE;
  GbLabel label;
  if (!gb_label_read (next, length, FALSE, 0, &label) || (label.thing && !walk->draft->tight))
    return FALSE;
  const char *text = words->text;
  if (gb_glyph_is_stop (last_sign (words)))
    return TRUE;
  GbLabel own;
  if (!gb_label_read (text, words->length, FALSE, gb_inline_marked (words), &own))
    return label.kind <= GB_LABEL_ARTICLE
             ? label.number == 1 && walk->draft->article_number == 0
                 && gb_label_is_caption (text, words->length) /* the title, and 第一条 below it */
             : walk->draft->closed && label.kind == GB_LABEL_POINT;
  gsize rest = gb_head_skip_colon (text, words->length, own.next);
  gboolean caption = gb_label_is_caption (text + rest, words->length - rest);
  if (own.kind == label.kind && label.number == own.number + 1)
    return caption || !label.tight;
  if (own.kind == GB_LABEL_ANNEX)
    return label.kind == GB_LABEL_POINT;
  if (own.kind == GB_LABEL_ARTICLE && (label.tight || rest == words->length))
    return !label.tight && label.number == 1;
  gboolean first = label.number == 1 || label.kind == GB_LABEL_ARTICLE
                   || gb_sequence_runs_on (walk->draft, label.kind, label.number);
  return first && caption;
}

static void
write_paragraph (Walk *walk, cmark_node *block, const Marker *marker, Where where)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  guint first = (guint)cmark_node_get_start_line (block);
  guint last = (guint)cmark_node_get_end_line (block);
  if (marker == NULL && last > first && gb_pipe_write (draft, words, first, last))
    return;
  guint line = line_of (walk, block);
  cmark_node *node = cmark_node_first_child (block);
  do {
    node = gb_inline_read (draft, words, node, line, where.quoted ? NULL : begins_unit, walk);
    walk->rest = node;
    walk->block = block;
    line += words->breaks->len;
    /* Only the last of them stands before the next block. */
    write_words (walk, node == NULL ? block : NULL, marker, where);
    marker = NULL;
  } while (node != NULL);
}

/* -- lists -- */

/* Whether cmark was given byte @at of a line. */
static gboolean
is_seen (const guint8 *roles, gsize at)
{
  return roles == NULL || roles[at] != GB_ROLE_BLANK;
}

/* Markdown counts on from the first number whatever the others say; the source has what the
 * author wrote. */
static Marker
read_marker (Walk *walk, cmark_node *list, cmark_node *item, int index)
{
  gsize length;
  const char *line = gb_draft_line (walk->draft, (guint)cmark_node_get_start_line (item), &length);
  const guint8 *roles = walk->draft->roles;
  if (roles != NULL)
    roles += line - walk->draft->body->text;
  gsize seen = (gsize)MAX (1, cmark_node_get_start_column (item)) - 1;
  gsize start = 0;
  while (start < length && (seen > 0 || !is_seen (roles, start)))
    seen -= is_seen (roles, start++);
  gsize end = start;
  int number = 0;
  while (end < length && end - start < 9 && g_ascii_isdigit (line[end]))
    number = number * 10 + (line[end++] - '0');
  gboolean found = end > start && end < length && (line[end] == '.' || line[end] == ')');
  Marker marker = {
    .label = {
      .kind = cmark_node_get_list_delim (list) == CMARK_PAREN_DELIM ? GB_LABEL_BRACKET
                                                                     : GB_LABEL_POINT,
      .number = found ? number : cmark_node_get_list_start (list) + index,
    },
    .words = found ? line + start : "",
    .length = found ? end + 1 - start : 0,
  };
  return marker;
}

static void
write_numbered_list (Walk *walk, cmark_node *list, Where where)
{
  int index = 0;
  for (cmark_node *item = cmark_node_first_child (list); item != NULL;
       item = cmark_node_next (item), index++) {
    Marker marker = read_marker (walk, list, item, index);
    cmark_node *child = cmark_node_first_child (item);
    if (child != NULL && cmark_node_get_type (child) == CMARK_NODE_PARAGRAPH) {
      write_paragraph (walk, child, &marker, where);
      child = cmark_node_next (child);
    } else {
      gb_inline_read (walk->draft, &walk->words, NULL, line_of (walk, item), NULL, NULL);
      write_words (walk, item, &marker, where);
    }
    Where inside = where;
    inside.nesting++;
    write_blocks (walk, child, inside);
  }
}

static void
write_bullet_list (Walk *walk, cmark_node *list)
{
  GbDraft *draft = walk->draft;
  GString *html = draft->html;
  gboolean tight = cmark_node_get_list_tight (list) != 0;
  Where inside = { .quoted = TRUE };
  gb_append_literal (html, "<ul>\n");
  for (cmark_node *item = cmark_node_first_child (list); item != NULL;
       item = cmark_node_next (item)) {
    gb_append_literal (html, "<li>");
    cmark_node *child = cmark_node_first_child (item);
    while (tight && child != NULL && cmark_node_get_type (child) == CMARK_NODE_PARAGRAPH) {
      gb_inline_read (draft, &walk->words, cmark_node_first_child (child), line_of (walk, child),
                      NULL, NULL);
      gb_inline_write (draft, &walk->words, 0);
      child = cmark_node_next (child);
    }
    write_blocks (walk, child, inside);
    gb_append_literal (html, "</li>\n");
  }
  gb_append_literal (html, "</ul>\n");
}

static void
write_list (Walk *walk, cmark_node *list, Where where)
{
  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    write_numbered_list (walk, list, where);
  else
    write_bullet_list (walk, list);
}

/* -- the rest -- */

static void
write_code (Walk *walk, cmark_node *block)
{
  GbDraft *draft = walk->draft;
  const char *info = cmark_node_get_fence_info (block);
  const char *literal = cmark_node_get_literal (block);
  guint line = line_of (walk, block);
  if (strcspn (info, " \t") == strlen ("table") && g_str_has_prefix (info, "table")) {
    gb_draft_set_table (draft, (guint)cmark_node_get_start_line (block),
                        (guint)cmark_node_get_end_line (block));
    gb_sheet_write (draft, &walk->words, literal, line + 1);
    return;
  }
  gsize length;
  const char *source = gb_draft_line (draft, (guint)cmark_node_get_start_line (block), &length);
  gsize at = strspn (source, " \t>");
  if (at < length && source[at] != '`' && source[at] != '~')
    gb_diagnostics_warning (draft->diagnostics, (GbPlace){ draft->file, line, 1 }, "indented-text",
                            "four spaces at the head of a line make it code, which is shown as it "
                            "is; take them away%s",
                            draft->body->page ? ", or put it between ``` lines" : "");
  gb_append_literal (draft->html, "<pre><code>");
  gb_escape_html (draft->html, literal, -1);
  gb_append_literal (draft->html, "</code></pre>\n");
}

static void
write_block (Walk *walk, cmark_node *block, Where where)
{
  GbDraft *draft = walk->draft;
  switch (cmark_node_get_type (block)) {
  case CMARK_NODE_PARAGRAPH:
    write_paragraph (walk, block, NULL, where);
    break;
  case CMARK_NODE_HEADING:
    write_heading (walk, block, where);
    break;
  case CMARK_NODE_LIST:
    write_list (walk, block, where);
    break;
  case CMARK_NODE_BLOCK_QUOTE:
    gb_append_literal (draft->html, "<blockquote>\n");
    write_blocks (walk, cmark_node_first_child (block), (Where){ .quoted = TRUE });
    gb_append_literal (draft->html, "</blockquote>\n");
    break;
  case CMARK_NODE_CODE_BLOCK:
    write_code (walk, block);
    break;
  case CMARK_NODE_HTML_BLOCK:
    draft->refused = TRUE;
    gb_diagnostics_error (draft->diagnostics, (GbPlace){ draft->file, line_of (walk, block), 1 },
                          "raw-html",
                          "HTML is not allowed in the text; write it in Markdown, or '\\<' for "
                          "the character");
    break;
  case CMARK_NODE_THEMATIC_BREAK:
    if (!where.quoted && where.nesting == 0)
      gb_unit_close_text (draft);
    gb_append_literal (draft->html, "<hr>\n");
    break;
  default:
    break;
  }
}

static void
write_blocks (Walk *walk, cmark_node *first, Where where)
{
  for (cmark_node *block = first; block != NULL; block = cmark_node_next (block))
    write_block (walk, block, where);
}

void
gb_block_write (GbDraft *draft, cmark_node *document)
{
  Walk walk = { .draft = draft };
  gb_inline_init (&walk.words);
  find_titles (&walk, document);
  if (walk.notice != NULL) {
    int cover = gb_unit_open_cover (draft, draft->body->first_line);
    open_tag (draft, "section", 0, "cover", cover);
    g_string_append_c (draft->html, '\n');
  }
  write_blocks (&walk, cmark_node_first_child (document), (Where){ 0 });
  gb_unit_close (draft, 0);
  gb_inline_done (&walk.words);
}
