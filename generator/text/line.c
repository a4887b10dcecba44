#include "text/line.h"

#include "text/glyph.h"
#include "text/mask.h"

typedef struct {
  GbLines *lines;
  GbDraft *draft;
  GString *buffer;
} Reader;

static gboolean
is_break (cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);
  return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

static void
append_words (GString *out, cmark_node *node)
{
  cmark_iter *iter = cmark_iter_new (node);
  cmark_event_type event;
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    cmark_node *inner = cmark_iter_get_node (iter);
    cmark_node_type type = cmark_node_get_type (inner);
    if (type == CMARK_NODE_IMAGE)
      cmark_iter_reset (iter, inner, CMARK_EVENT_EXIT);
    else if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE))
      g_string_append (out, cmark_node_get_literal (inner));
  }
  cmark_iter_free (iter);
}

/* Sets the words of @line from @node up to the end of its line; returns the break, or NULL. */
static cmark_node *
read_words (Reader *reader, cmark_node *node, GbLine *line, gsize *ret_marked)
{
  *ret_marked = 0;
  cmark_node *next = cmark_node_next (node);
  if (cmark_node_get_type (node) == CMARK_NODE_TEXT && (next == NULL || is_break (next))) {
    line->words = cmark_node_get_literal (node);
    line->length = strlen (line->words);
    return next;
  }
  GString *buffer = reader->buffer;
  g_string_truncate (buffer, 0);
  gboolean strong = cmark_node_get_type (node) == CMARK_NODE_STRONG;
  for (; node != NULL && !is_break (node); node = cmark_node_next (node)) {
    append_words (buffer, node);
    if (strong)
      *ret_marked = buffer->len;
    strong = FALSE;
  }
  line->words = g_string_chunk_insert_len (reader->lines->words, buffer->str, (gssize)buffer->len);
  line->length = buffer->len;
  return node;
}

static void
add (Reader *reader, GbLine *line, gsize marked)
{
  if (!line->listed
      && !gb_label_read (line->words, line->length, line->markup > 0, marked, &line->label))
    line->label.kind = GB_LABEL_NONE;
  g_array_append_val (reader->lines->lines, *line);
}

/* @label: of the list item that the paragraph opens, or NULL. */
static void
add_paragraph (Reader *reader, cmark_node *block, const GbLabel *label)
{
  guint at = (guint)cmark_node_get_start_line (block) + reader->draft->body->first_line - 1;
  gboolean first = TRUE;
  for (cmark_node *node = cmark_node_first_child (block); node != NULL; at++) {
    GbLine line = { .node = node, .line = at, .first = first, .listed = label != NULL };
    if (label != NULL)
      line.label = *label;
    label = NULL;
    first = FALSE;
    gsize marked;
    cmark_node *end = read_words (reader, node, &line, &marked);
    add (reader, &line, marked);
    node = end == NULL ? NULL : cmark_node_next (end);
  }
}

static void
add_heading (Reader *reader, cmark_node *block)
{
  GbLine line = {
    .node = block,
    .words = "",
    .line = (guint)cmark_node_get_start_line (block) + reader->draft->body->first_line - 1,
    .first = TRUE,
    .markup = (guint)cmark_node_get_heading_level (block),
  };
  gsize marked;
  cmark_node *child = cmark_node_first_child (block);
  if (child != NULL)
    (void)read_words (reader, child, &line, &marked);
  add (reader, &line, 0);
}

/* Whether cmark was given byte @at of a line. */
static gboolean
is_seen (const guint8 *roles, gsize at)
{
  return roles == NULL || roles[at] != GB_ROLE_BLANK;
}

GbMarker
gb_line_marker (GbDraft *draft, cmark_node *list, cmark_node *item, int index)
{
  gsize length;
  const char *line = gb_draft_line (draft, (guint)cmark_node_get_start_line (item), &length);
  const guint8 *roles = draft->roles;
  if (roles != NULL)
    roles += line - draft->body->text;
  gsize seen = (gsize)MAX (1, cmark_node_get_start_column (item)) - 1;
  gsize start = 0;
  while (start < length && (seen > 0 || !is_seen (roles, start)))
    seen -= is_seen (roles, start++);
  gsize end = start;
  int number = 0;
  while (end < length && end - start < 9 && g_ascii_isdigit (line[end]))
    number = number * 10 + (line[end++] - '0');
  gboolean found = end > start && end < length && (line[end] == '.' || line[end] == ')');
  GbMarker marker = {
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

static void add_blocks (Reader *reader, cmark_node *block);

static void
add_list (Reader *reader, cmark_node *list)
{
  int index = 0;
  for (cmark_node *item = cmark_node_first_child (list); item != NULL;
       item = cmark_node_next (item)) {
    const GbMarker marker = gb_line_marker (reader->draft, list, item, index++);
    cmark_node *child = cmark_node_first_child (item);
    if (child != NULL && cmark_node_get_type (child) == CMARK_NODE_PARAGRAPH) {
      add_paragraph (reader, child, &marker.label);
      child = cmark_node_next (child);
    }
    add_blocks (reader, child);
  }
}

static void
add_blocks (Reader *reader, cmark_node *block)
{
  for (; block != NULL; block = cmark_node_next (block)) {
    cmark_node_type type = cmark_node_get_type (block);
    if (type == CMARK_NODE_PARAGRAPH) {
      add_paragraph (reader, block, NULL);
    } else if (type == CMARK_NODE_HEADING) {
      add_heading (reader, block);
    } else if (type == CMARK_NODE_LIST && cmark_node_get_list_type (block) == CMARK_ORDERED_LIST) {
      add_list (reader, block);
    } else if (type != CMARK_NODE_THEMATIC_BREAK) {
      GbLine line = { .node = block, .words = "" };
      g_array_append_val (reader->lines->lines, line);
    }
  }
}

void
gb_line_init (GbLines *lines, GbDraft *draft, cmark_node *document)
{
  lines->lines = g_array_sized_new (FALSE, FALSE, sizeof (GbLine), 256);
  lines->words = g_string_chunk_new (1024);
  Reader reader = { .lines = lines, .draft = draft, .buffer = g_string_new (NULL) };
  add_blocks (&reader, cmark_node_first_child (document));
  g_string_free (reader.buffer, TRUE);
}

void
gb_line_done (GbLines *lines)
{
  g_array_unref (lines->lines);
  g_string_chunk_free (lines->words);
}

void
gb_line_seal (GbLines *lines)
{
  for (guint i = 0; i < lines->lines->len; i++) {
    const GbLine *line = gb_line_at (lines, i);
    if (line->role != GB_LINE_WORDS)
      cmark_node_set_user_data (line->node, GINT_TO_POINTER (line->role));
  }
}

GbLineRole
gb_line_role (cmark_node *node)
{
  return node == NULL ? GB_LINE_WORDS
                      : (GbLineRole)GPOINTER_TO_INT (cmark_node_get_user_data (node));
}

const char *
gb_line_rest (const GbLine *line, gsize *ret_length)
{
  gsize from = gb_glyph_spaces (line->words, line->length);
  if (line->label.kind != GB_LABEL_NONE && !line->listed)
    from = gb_label_skip_colon (line->words, line->length, line->label.next);
  gsize length = line->length - from;
  *ret_length = length - gb_glyph_spaces_before (line->words + line->length, line->words + from);
  return line->words + from;
}

gboolean
gb_line_is_caption (const GbLine *line)
{
  gsize length;
  const char *words = gb_line_rest (line, &length);
  return line->label.kind == GB_LABEL_NONE && gb_label_is_caption (words, length);
}

gboolean
gb_line_same (const char *a, gsize a_length, const char *b, gsize b_length)
{
  const char *a_end = a + a_length;
  const char *b_end = b + b_length;
  for (;;) {
    a += gb_glyph_spaces (a, (gsize)(a_end - a));
    b += gb_glyph_spaces (b, (gsize)(b_end - b));
    if (a == a_end || b == b_end)
      return a == a_end && b == b_end;
    if (*a++ != *b++)
      return FALSE;
  }
}
