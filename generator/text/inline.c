#include "text/inline.h"

#include "base/escape.h"
#include "text/glyph.h"

void
gb_inline_init (GbInline *words)
{
  *words = (GbInline){
    .plain = g_string_sized_new (1024),
    .alts = g_string_new (NULL),
    .marks = g_array_new (FALSE, FALSE, sizeof (GbMark)),
    .breaks = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
}

void
gb_inline_done (GbInline *words)
{
  g_string_free (words->plain, TRUE);
  g_string_free (words->alts, TRUE);
  g_array_unref (words->marks);
  g_array_unref (words->breaks);
}

/* -- reading -- */

static GbMark *
mark_at (const GbInline *words, guint index)
{
  return &g_array_index (words->marks, GbMark, index);
}

static guint
add_mark (GbInline *words, GbMarkKind kind, gboolean close, cmark_node *node)
{
  GbMark mark = { .at = words->plain->len, .kind = (guint8)kind, .close = close, .node = node };
  g_array_append_val (words->marks, mark);
  return words->marks->len - 1;
}

/* Chinese is written without spaces, so a broken line is just continued; between Latin words the
 * break is a space. */
static void
join_lines (GbInline *words, const char *next, gsize length)
{
  GString *plain = words->plain;
  gsize size;
  gunichar before = gb_glyph_before (plain->str + plain->len, plain->str, &size);
  gunichar after = gb_glyph_read (next, length, &size);
  if (before != 0 && !gb_glyph_is_wide (before) && !gb_glyph_is_wide (after)
      && !gb_glyph_is_space (before))
    g_string_append_c (plain, ' ');
}

/* The words of an image are its alternative text, not words of the paragraph. */
static void
add_image (GbInline *words, cmark_node *image)
{
  guint index = add_mark (words, GB_MARK_IMAGE, FALSE, image);
  gsize start = words->alts->len;
  cmark_iter *iter = cmark_iter_new (image);
  cmark_event_type event;
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    if (event != CMARK_EVENT_ENTER)
      continue;
    const char *literal = cmark_node_get_literal (cmark_iter_get_node (iter));
    if (literal != NULL)
      g_string_append (words->alts, literal);
  }
  cmark_iter_free (iter);
  mark_at (words, index)->alt = start;
  mark_at (words, index)->alt_length = words->alts->len - start;
}

static void
refuse_html (GbDraft *draft, const GbInline *words, cmark_node *node)
{
  guint line = gb_scan_line (words->breaks, words->line, words->plain->len);
  const char *literal = cmark_node_get_literal (node);
  draft->refused = TRUE;
  gb_diagnostics_error (draft->diagnostics,
                        gb_draft_place (draft, line, literal, strcspn (literal, "\n")), "raw-html",
                        "HTML is not allowed in the text; write it in Markdown, or '\\<' for the "
                        "character");
}

const char *
gb_inline_head (cmark_node *node)
{
  while (node != NULL && cmark_node_get_type (node) != CMARK_NODE_TEXT) {
    cmark_node_type type = cmark_node_get_type (node);
    if (type != CMARK_NODE_STRONG && type != CMARK_NODE_EMPH)
      return NULL;
    node = cmark_node_first_child (node);
  }
  return node == NULL ? NULL : cmark_node_get_literal (node);
}

typedef struct {
  GbDraft *draft;
  GbInline *words;
  GbInlineSplit split;
  gpointer data;
  int
    open; /* the innermost open mark, -1: none; its pair holds the one around it until it closes */
  gboolean broken; /* a line ended before what comes next */
} Reading;

static void
read_text (Reading *reading, cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);
  gsize length = strlen (text);
  if (reading->broken)
    join_lines (reading->words, text, length);
  reading->broken = FALSE;
  gb_append (reading->words->plain, text, length);
}

static void
read_code (Reading *reading, cmark_node *node)
{
  guint opening = add_mark (reading->words, GB_MARK_CODE, FALSE, node);
  read_text (reading, node);
  guint closing = add_mark (reading->words, GB_MARK_CODE, TRUE, node); /* may move the marks */
  mark_at (reading->words, opening)->pair = closing;
}

/* TRUE where a new paragraph begins behind the break. */
static gboolean
read_break (Reading *reading, cmark_node *node)
{
  GbInline *words = reading->words;
  guint at = (guint)words->plain->len;
  g_array_append_val (words->breaks, at);
  cmark_node *next = cmark_node_next (node);
  const char *head = reading->open < 0 && reading->split != NULL ? gb_inline_head (next) : NULL;
  words->text = words->plain->str;
  words->length = words->plain->len;
  if (head != NULL && reading->split (reading->data, words, next, head, strlen (head)))
    return TRUE;
  if (cmark_node_get_type (node) == CMARK_NODE_LINEBREAK)
    add_mark (words, GB_MARK_BREAK, FALSE, node);
  else
    reading->broken = TRUE;
  return FALSE;
}

static void
open_mark (Reading *reading, GbMarkKind kind, cmark_node *node)
{
  if (reading->words->bare && kind != GB_MARK_LINK)
    return;
  guint index = add_mark (reading->words, kind, FALSE, node);
  mark_at (reading->words, index)->pair = (guint)reading->open;
  reading->open = (int)index;
}

static void
close_mark (Reading *reading, cmark_node *node)
{
  GbInline *words = reading->words;
  guint open = (guint)reading->open;
  if (reading->open < 0 || mark_at (words, open)->node != node)
    return;
  guint closing = add_mark (words, mark_at (words, open)->kind, TRUE, node);
  reading->open = (int)mark_at (words, open)->pair;
  mark_at (words, open)->pair = closing;
}

/* TRUE where the words end at @node, a line break. */
static gboolean
read_node (Reading *reading, cmark_iter *iter, cmark_node *node)
{
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_TEXT:
    read_text (reading, node);
    break;
  case CMARK_NODE_CODE:
    read_code (reading, node);
    break;
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_LINEBREAK:
    return read_break (reading, node);
  case CMARK_NODE_HTML_INLINE:
    refuse_html (reading->draft, reading->words, node);
    break;
  case CMARK_NODE_IMAGE:
    add_image (reading->words, node);
    cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
    break;
  case CMARK_NODE_EMPH:
    open_mark (reading, GB_MARK_EMPHASIS, node);
    break;
  case CMARK_NODE_STRONG:
    open_mark (reading, GB_MARK_STRONG, node);
    break;
  case CMARK_NODE_LINK:
    open_mark (reading, GB_MARK_LINK, node);
    break;
  default:
    break;
  }
  return FALSE;
}

cmark_node *
gb_inline_read (GbDraft *draft, GbInline *words, cmark_node *node, guint line, GbInlineSplit split,
                gpointer data)
{
  gb_inline_set (words, "", 0, line);
  if (node == NULL)
    return NULL;
  if (cmark_node_get_type (node) == CMARK_NODE_TEXT && cmark_node_next (node) == NULL) {
    words->text = cmark_node_get_literal (node);
    words->length = strlen (words->text);
    return NULL;
  }
  g_string_truncate (words->plain, 0);
  g_string_truncate (words->alts, 0);
  Reading reading = { .draft = draft, .words = words, .split = split, .data = data, .open = -1 };
  gboolean ends = FALSE;
  cmark_iter *iter = cmark_iter_new (cmark_node_parent (node));
  cmark_iter_reset (iter, node, CMARK_EVENT_ENTER);
  do {
    node = cmark_iter_get_node (iter);
    if (cmark_iter_get_event_type (iter) == CMARK_EVENT_EXIT)
      close_mark (&reading, node);
    else
      ends = read_node (&reading, iter, node);
  } while (!ends && cmark_iter_next (iter) != CMARK_EVENT_DONE);
  cmark_iter_free (iter);
  words->text = words->plain->str;
  words->length = words->plain->len;
  return ends ? cmark_node_next (node) : NULL;
}

void
gb_inline_set (GbInline *words, const char *text, gsize length, guint line)
{
  words->text = text;
  words->length = length;
  words->line = line;
  g_array_set_size (words->marks, 0);
  g_array_set_size (words->breaks, 0);
}

gsize
gb_inline_marked (const GbInline *words)
{
  if (words->marks->len == 0)
    return 0;
  const GbMark *first = mark_at (words, 0);
  if (first->at != gb_glyph_bullet (words->text, words->length)
      || (first->kind != GB_MARK_STRONG && first->kind != GB_MARK_EMPHASIS))
    return 0;
  return mark_at (words, first->pair)->at;
}

/* -- writing -- */

static gboolean
has_scheme (const char *url, const char *scheme)
{
  return g_ascii_strncasecmp (url, scheme, strlen (scheme)) == 0;
}

/* scheme: as RFC 3986 has it; a colon in a Chinese file name is none. */
static gboolean
has_any_scheme (const char *url)
{
  if (!g_ascii_isalpha (*url))
    return FALSE;
  while (g_ascii_isalnum (*url) || *url == '+' || *url == '-' || *url == '.')
    url++;
  return *url == ':';
}

static void
refuse_address (GbDraft *draft, guint line, const char *url, const char *what)
{
  gb_diagnostics_error (draft->diagnostics, gb_draft_place (draft, line, url, strlen (url)),
                        "bad-address", "%s: '%s'", what, url);
}

/* A document of ours, by path: linked by gb_text_write once the site is known. */
static void
begin_mention (GbDraft *draft, const char *url, guint line)
{
  GbDraftMention made = {
    .mention = {
      .kind = GB_MENTION_LINK,
      .unit = gb_draft_top (draft)->unit,
      .line = line,
      .start = draft->html->len,
    },
    .text = gb_draft_string (draft, url, strlen (url)),
  };
  g_array_append_val (draft->mentions, made);
}

static void
begin_fragment (GbDraft *draft, const char *anchor, guint line)
{
  GbDraftReference made = {
    .fragment = gb_draft_string (draft, anchor, strlen (anchor)),
    .scope = -1,
    .line = line,
    .start = draft->html->len,
  };
  g_array_append_val (draft->references, made);
}

typedef enum { WRITTEN_NOTHING, WRITTEN_TAG, WRITTEN_MENTION, WRITTEN_FRAGMENT } Written;

static Written
open_link (GbDraft *draft, cmark_node *node, guint line)
{
  const char *url = cmark_node_get_url (node);
  if (url[0] == '\0')
    return WRITTEN_NOTHING;
  if (url[0] == '#') {
    if (url[1] == '\0')
      return WRITTEN_NOTHING;
    begin_fragment (draft, url + 1, line);
    return WRITTEN_FRAGMENT;
  }
  gboolean external
    = has_scheme (url, "https://") || has_scheme (url, "http://") || g_str_has_prefix (url, "//");
  if (!external && !has_any_scheme (url)) {
    begin_mention (draft, url, line);
    return WRITTEN_MENTION;
  }
  if (!external && !has_scheme (url, "mailto:") && !has_scheme (url, "tel:")) {
    refuse_address (draft, line, url, "only http, https, mailto and tel addresses may be linked");
    return WRITTEN_NOTHING;
  }
  g_string_append (draft->html,
                   external ? "<a class=\"external\" rel=\"noopener\" href=\"" : "<a href=\"");
  gb_escape_html (draft->html, url, -1);
  gb_append_literal (draft->html, "\">");
  return WRITTEN_TAG;
}

static int
close_link (GbDraft *draft, Written written)
{
  if (written == WRITTEN_TAG)
    gb_append_literal (draft->html, "</a>");
  gsize end = draft->html->len;
  if (written == WRITTEN_MENTION) {
    guint index = draft->mentions->len - 1;
    GbDraftMention *made = &g_array_index (draft->mentions, GbDraftMention, index);
    made->mention.end = end;
    /* An empty link has no words to be linked. */
    if (made->mention.start == end) {
      g_array_set_size (draft->mentions, index);
      return -1;
    }
    return (int)index;
  }
  if (written == WRITTEN_FRAGMENT)
    g_array_index (draft->references, GbDraftReference, draft->references->len - 1).end = end;
  return -1;
}

static void
write_image (GbDraft *draft, const GbInline *words, const GbMark *mark)
{
  const char *url = cmark_node_get_url (mark->node);
  if (has_any_scheme (url) || g_str_has_prefix (url, "//") || url[0] == '\0') {
    refuse_address (draft, words->line, url,
                    "an image must be a file of this publication, given by its path");
    return;
  }
  GbDraftPicture made = {
    .place = gb_draft_place (draft, words->line, url, strlen (url)),
    .file = gb_draft_string (draft, url, strlen (url)),
  };
  g_array_append_val (draft->pictures, made);
  gb_append_literal (draft->html, "<img src=\"");
  gb_escape_html (draft->html, url, -1);
  gb_append_literal (draft->html, "\" alt=\"");
  gb_escape_html (draft->html, words->alts->str + mark->alt, (gssize)mark->alt_length);
  gb_append_literal (draft->html, "\">");
}

static const char *const tags[][2] = {
  [GB_MARK_EMPHASIS] = { "<em>", "</em>" },
  [GB_MARK_STRONG] = { "<strong>", "</strong>" },
  [GB_MARK_CODE] = { "<code>", "</code>" },
};

/* How many marks stand before @from, where a label ends. */
static guint
count_marks (const GbInline *words, gsize from)
{
  guint n = 0;
  for (; n < words->marks->len; n++) {
    const GbMark *mark = mark_at (words, n);
    if (mark->at > from || (mark->at == from && !mark->close))
      break;
  }
  return n;
}

/* Whether a mark before the label is written behind it: a picture, and what is still open there;
 * what closes with the label is left out. */
static gboolean
goes_on (const GbMark *mark, guint first)
{
  /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): it is one of the first. */
  return mark->kind == GB_MARK_IMAGE
         || (!mark->close && mark->kind != GB_MARK_BREAK && mark->pair >= first);
}

void
gb_inline_write (GbDraft *draft, GbInline *words, gsize from)
{
  GbChain chain = { .start = from, .mention = -1 };
  Written link = WRITTEN_NOTHING;
  guint quiet = 0; /* inside a link or code nothing is a reference */
  guint first = count_marks (words, from);
  gsize at = from;
  for (guint i = 0;; i++) {
    const GbMark *mark = i < words->marks->len ? mark_at (words, i) : NULL;
    if (i < first && !goes_on (mark, first))
      continue;
    gsize to = mark != NULL ? MAX (mark->at, from) : words->length;
    if (quiet > 0)
      gb_escape_html (draft->html, words->text + at, (gssize)(to - at));
    else if (to > at)
      gb_mention_write (draft, &chain, words->text, at, to, words->breaks, words->line);
    at = to;
    if (mark == NULL)
      return;
    switch ((GbMarkKind)mark->kind) {
    case GB_MARK_LINK:
      if (!mark->close) {
        quiet++;
        link = open_link (draft, mark->node, gb_scan_line (words->breaks, words->line, at));
      } else {
        quiet--;
        chain.document = at;
        chain.mention = close_link (draft, link);
      }
      break;
    case GB_MARK_CODE:
      quiet = mark->close ? quiet - 1 : quiet + 1;
      g_string_append (draft->html, tags[GB_MARK_CODE][mark->close]);
      break;
    case GB_MARK_IMAGE:
      write_image (draft, words, mark);
      break;
    case GB_MARK_BREAK:
      gb_append_literal (draft->html, "<br>");
      break;
    default:
      g_string_append (draft->html, tags[mark->kind][mark->close]);
      break;
    }
  }
}

void
gb_inline_write_lines (GbDraft *draft, GbInline *words)
{
  gsize at = 0;
  for (guint i = 0; i <= words->breaks->len; i++) {
    gsize to = i < words->breaks->len ? g_array_index (words->breaks, guint, i) : words->length;
    if (i > 0)
      gb_append_literal (draft->html, "<br>");
    gb_escape_html (draft->html, words->text + at, (gssize)(to - at));
    at = to;
  }
}
