#include "text/paragraph.h"

#include "base/escape.h"
#include "text/glyph.h"
#include "text/head.h"
#include "text/heading.h"
#include "text/listing.h"
#include "text/quotation.h"
#include "text/reference.h"
#include "text/sequence.h"
#include "text/sign.h"
#include "text/table.h"
#include "text/unit.h"

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
write_plain (GbWalk *walk, const char *class, gsize doubt)
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
    gb_walk_open_tag (draft, "p", 0, class, -1);
  }
  if (doubt > 0)
    gb_escape_html (draft->html, walk->words.text + from, (gssize)(doubt - from));
  gb_inline_write (draft, &walk->words, MAX (from, doubt));
  gb_append_literal (draft->html, "</p>\n");
}

void
gb_paragraph_write_entry (GbWalk *walk, const GbLabel *label)
{
  GbDraft *draft = walk->draft;
  const GbInline *words = &walk->words;
  gsize from = gb_label_skip_colon (words->text, words->length, label->next);
  GbDraftTarget target = {
    .kind = GB_LABEL_ANNEX,
    .sort = label->sort,
    .number = label->number,
    .suffix = label->suffix,
    .lettered = label->lettered,
  };
  GbLabel point;
  gboolean counted = gb_label_read (words->text + from, words->length - from, FALSE, 0, &point)
                     && point.kind == GB_LABEL_POINT;
  if (target.sort == GB_ANNEX_OTHER)
    target.sort = GB_ANNEX_DOCUMENT;
  if (counted) {
    from += point.next;
    target.number = point.number;
  }
  gb_unit_close_text (draft);
  draft->closed = TRUE;
  walk->sort = target.sort;
  gb_listing_write_entry (walk, from, &target, NULL);
}

/* What stands behind the last article but is none of it; TRUE where the words were such and are
 * written. */
static gboolean
write_closing (GbWalk *walk, const GbLabel *label, const GbMarker *marker)
{
  GbDraft *draft = walk->draft;
  const char *text = walk->words.text;
  gsize length = walk->words.length;
  GbLabelKind kind = marker != NULL ? marker->label.kind : label != NULL ? label->kind : 0;
  if (walk->role == GB_LINE_ENTRY && label != NULL) {
    gb_paragraph_write_entry (walk, label);
    return TRUE;
  }
  if (draft->closed && (kind == GB_LABEL_POINT || kind == GB_LABEL_BRACKET)) {
    const GbDraftTarget target = {
      .kind = GB_LABEL_ANNEX,
      .sort = walk->sort,
      .number = marker != NULL ? marker->label.number : label->number,
    };
    gb_listing_write_entry (walk, marker != NULL ? 0 : label->next, &target, marker);
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
write_unit (GbWalk *walk, const GbLabel *label, const GbMarker *marker, GbWhere where)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  gsize head = gb_glyph_spaces (words->text, words->length);
  /* With its bullet, unless it stands behind another label. */
  if (head + gb_glyph_bullet (words->text + head, words->length - head) < label->start)
    head = label->start;
  gsize from = marker != NULL ? head : label->next;
  gsize rest = gb_label_skip_colon (words->text, words->length, from);
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
    unit = gb_walk_open_unit (walk, label, caption, 0, FALSE, where.nesting);
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
    gb_walk_open_tag (draft, "section", 0, "article", unit);
    gb_walk_open_tag (draft, "p", 0, NULL, -1);
  } else {
    const char *class = kind == GB_UNIT_ITEM      ? "item"
                        : kind == GB_UNIT_SUBITEM ? "subitem"
                        : kind == GB_UNIT_SECTION ? "section"
                                                  : "part";
    gb_walk_open_tag (draft, "p", 0, class, unit);
  }
  if (marker != NULL)
    gb_walk_write_label (draft, unit, label->kind, marker->words, marker->length, TRUE,
                         words->text + from, words->length - from);
  else
    gb_walk_write_label (draft, unit, label->kind, words->text + head, label->end - head,
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

static GbHead
head_of (const GbWalk *walk)
{
  return (GbHead){ walk->draft, &walk->words, walk->rest, walk->block };
}

/* The label under which the words read are a unit; FALSE: an ordinary paragraph. */
static gboolean
find_label (const GbWalk *walk, GbLabel *label, gsize *ret_doubt)
{
  const GbHead head = head_of (walk);
  /* 附件1 in front of a sentence is no annex. */
  return gb_head_label (&head, label, ret_doubt)
         && (label->kind != GB_LABEL_ANNEX || walk->role != GB_LINE_WORDS);
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

/* Writes the words read as what their role says, where it says all; FALSE where not. */
static gboolean
write_as_role (GbWalk *walk, const GbMarker *marker)
{
  GbDraft *draft = walk->draft;
  GbLabel label;
  gsize doubt = 0;
  switch (walk->role) {
  case GB_LINE_CONTENTS:
    gb_listing_write_contents (walk, marker);
    return TRUE;
  case GB_LINE_TITLE:
    gb_heading_write_title (walk);
    return TRUE;
  case GB_LINE_ANNEX:
  case GB_LINE_ANNEX_ABOVE:
    if (!find_label (walk, &label, &doubt))
      return FALSE;
    gb_heading_write_unit (walk, &label, 1);
    return TRUE;
  case GB_LINE_ANNEX_TITLE:
    gb_heading_write_annex_title (walk);
    return TRUE;
  case GB_LINE_QUOTED:
    draft->quoted = TRUE;
    if (marker != NULL) {
      gb_walk_open_tag (draft, "p", 0, "quoted", -1);
      gb_walk_write_label (draft, -1, marker->label.kind, marker->words, marker->length, TRUE,
                           walk->words.text, walk->words.length);
      gb_inline_write (draft, &walk->words, 0);
      gb_append_literal (draft->html, "</p>\n");
    } else {
      write_plain (walk, "quoted", 0);
    }
    draft->quoted = FALSE;
    return TRUE;
  default:
    return FALSE;
  }
}

static void
write_words (GbWalk *walk, cmark_node *block, const GbMarker *marker, GbWhere where)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  if (where.quoted) {
    gb_append_literal (draft->html, "<p>");
    if (marker != NULL)
      gb_walk_write_label (draft, -1, marker->label.kind, marker->words, marker->length, TRUE,
                           words->text, words->length);
    gb_inline_write (draft, words, 0);
    gb_append_literal (draft->html, "</p>\n");
    return;
  }
  if (marker == NULL && where.nesting == 0 && is_rule (words->text, words->length, "-*_"))
    gb_unit_close_text (draft);
  if (write_as_role (walk, marker))
    return;
  draft->amending = draft->amending || gb_quotation_amends (words->text, words->length);
  GbLabel label;
  gsize doubt = 0;
  gboolean labelled = marker == NULL && find_label (walk, &label, &doubt);
  if (write_closing (walk, labelled ? &label : NULL, marker))
    return;
  const GbHead head = head_of (walk);
  if (labelled && gb_head_is_heading (&head, &label)) {
    if (label.kind == GB_LABEL_ITEM)
      label.kind = GB_LABEL_DIVIDER;
    gb_heading_write_unit (walk, &label, 0);
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

/* Whether the role of the line @words ends it before @next, or that of the next begins it. */
static gboolean
is_parted (const GbWalk *walk, cmark_node *node, const char *next, gsize length)
{
  switch (gb_line_role (node)) {
  case GB_LINE_WORDS:
  case GB_LINE_QUOTED:
    break;
  default:
    return TRUE;
  }
  switch (walk->role) {
  case GB_LINE_TITLE:
  case GB_LINE_CONTENTS:
  case GB_LINE_ANNEX_ABOVE:
  case GB_LINE_ANNEX_TITLE:
    return TRUE;
  case GB_LINE_ANNEX: {
    /* What reads as a caption may be the rest of the title. */
    GbLabel label;
    return gb_label_read (next, length, FALSE, 0, &label) || !gb_label_is_caption (next, length);
  }
  default:
    return FALSE;
  }
}

/* Whether a new paragraph begins with @next although no blank line stands before it: officials
 * write one line for each item. A sentence broken by its editor goes on instead. */
static gboolean
begins_unit (gpointer data, const GbInline *words, cmark_node *node, const char *next, gsize length)
{
  const GbWalk *walk = data;
  if (is_parted (walk, node, next, length))
    return TRUE;
  gsize mark = gb_quotation_opening (next, length);
  next += mark;
  length -= mark;
  if (!walk->draft->body->page
      && (gb_glyph_bullet (next, length) > 0 || gb_glyph_is (next, length, "> ")
          || is_rule (next, length, RULES) || is_rule (words->text, words->length, RULES)))
    return TRUE;
  GbLabel label;
  if (!gb_label_read (next, length, FALSE, 0, &label) || (label.thing && !walk->draft->tight))
    return FALSE;
  if (gb_glyph_is_stop (last_sign (words)))
    return TRUE;
  if (label.kind == GB_LABEL_ANNEX)
    return FALSE; /* its role would have said so */
  const char *text = words->text;
  GbLabel own;
  if (!gb_label_read (text, words->length, FALSE, gb_inline_marked (words), &own))
    return label.kind <= GB_LABEL_ARTICLE
             ? label.number == 1 && walk->draft->article_number == 0
                 && gb_label_is_caption (text, words->length) /* the title, and 第一条 below it */
             : walk->draft->closed && label.kind == GB_LABEL_POINT;
  gsize rest = gb_label_skip_colon (text, words->length, own.next);
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

void
gb_paragraph_write_empty (GbWalk *walk, cmark_node *item, const GbMarker *marker, GbWhere where)
{
  walk->role = GB_LINE_WORDS;
  walk->rest = NULL;
  walk->block = item;
  gb_inline_read (walk->draft, &walk->words, NULL, gb_walk_line (walk, item), NULL, NULL);
  write_words (walk, item, marker, where);
}

void
gb_paragraph_write (GbWalk *walk, cmark_node *block, const GbMarker *marker, GbWhere where)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  guint first = (guint)cmark_node_get_start_line (block);
  guint last = (guint)cmark_node_get_end_line (block);
  if (marker == NULL && last > first && gb_pipe_write (draft, words, first, last))
    return;
  guint line = gb_walk_line (walk, block);
  cmark_node *node = cmark_node_first_child (block);
  do {
    walk->role = gb_line_role (node);
    node = gb_inline_read (draft, words, node, line, where.quoted ? NULL : begins_unit, walk);
    line += words->breaks->len;
    walk->rest = node;
    walk->block = block;
    /* Only the last of them stands before the next block. */
    write_words (walk, node == NULL ? block : NULL, marker, where);
    marker = NULL;
  } while (node != NULL);
}
