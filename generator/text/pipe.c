/* Pipe tables: rows of cells between bars, as Markdown has them (table.h). */
#include "text/mask.h"
#include "text/table.h"

/* Without white space, and in a page, where it may stand in a block quote, without its marks. */
static const char *
trim (const char *line, gsize *length, gboolean page)
{
  const char *end = line + *length;
  while (line < end && (*line == ' ' || *line == '\t' || (page && *line == '>')))
    line++;
  while (end > line && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  *length = (gsize)(end - line);
  return line;
}

/* The next cell of a row, and where the one after it begins; NULL at the end. */
static const char *
next_cell (const char **at, const char *end, gsize *ret_length)
{
  if (*at == NULL || *at > end)
    return NULL;
  const char *start = *at;
  const char *stop = start;
  while (stop < end && *stop != '|')
    stop += *stop == '\\' && stop + 1 < end ? 2 : 1;
  *at = stop + 1;
  while (start < stop && (*start == ' ' || *start == '\t'))
    start++;
  while (stop > start && (stop[-1] == ' ' || stop[-1] == '\t'))
    stop--;
  *ret_length = (gsize)(stop - start);
  return start;
}

/* The cells of @line, without the pipes at its ends. */
static const char *
open_row (const char *line, gsize length, gboolean page, const char **ret_end)
{
  line = trim (line, &length, page);
  const char *end = line + length;
  if (length > 0 && *line == '|')
    line++;
  gboolean escaped = FALSE;
  for (const char *at = end - 1; at - 1 >= line && at[-1] == '\\'; at--)
    escaped = !escaped;
  if (end > line && end[-1] == '|' && !escaped)
    end--;
  *ret_end = end;
  return line;
}

static guint
read_alignments (const char *line, gsize length, gboolean page, GbTableAlign *align)
{
  const char *end;
  const char *at = open_row (line, length, page, &end);
  guint n = 0;
  const char *cell;
  while ((cell = next_cell (&at, end, &length)) != NULL) {
    if (n < GB_TABLE_COLUMNS && length > 0) {
      gboolean right = cell[length - 1] == ':';
      align[n] = !right ? GB_TABLE_LEFT : cell[0] == ':' ? GB_TABLE_CENTER : GB_TABLE_RIGHT;
    }
    n++;
  }
  return n;
}

static void
add_row (GbTable *table, const char *line, gsize length, GbPlace place)
{
  const char *end;
  const char *at = open_row (line, length, table->draft->body->page, &end);
  const char *cell;
  g_autoptr (GString) text = g_string_new (NULL);
  while (!table->failed && (cell = next_cell (&at, end, &length)) != NULL) {
    g_string_truncate (text, 0);
    for (gsize i = 0; i < length; i++) {
      /* \| is a pipe even inside code. */
      if (cell[i] == '\\' && i + 1 < length && cell[i + 1] == '|')
        i++;
      g_string_append_c (text, cell[i]);
    }
    gb_table_add (table, text->str, text->len, 1, 1, FALSE, place);
  }
  gb_table_end_row (table, place);
}

gboolean
gb_pipe_write (GbDraft *draft, GbInline *words, guint first, guint last)
{
  gsize length;
  gboolean page = draft->body->page;
  const char *line = trim (gb_draft_line (draft, first + 1, &length), &length, page);
  if (last <= first || !gb_mask_is_delimiter (line, length))
    return FALSE;
  gb_draft_set_table (draft, first, last);
  guint file_line = first + draft->body->first_line - 1;
  g_autoptr (GbTable) table = gb_table_new (draft, words);
  guint columns = read_alignments (line, length, page, table->align);
  if (columns > GB_TABLE_COLUMNS) {
    gb_table_fail (table, (GbPlace){ draft->file, file_line + 1, 1 },
                   "the table has %u columns; at most %d are possible", columns, GB_TABLE_COLUMNS);
    return TRUE;
  }
  table->width = columns;
  table->n_head = 1;
  gboolean failed = FALSE;
  for (guint i = first; i <= last; i++) {
    if (i == first + 1)
      continue;
    line = gb_draft_line (draft, i, &length);
    table->failed = FALSE;
    add_row (table, line, length, (GbPlace){ draft->file, i + draft->body->first_line - 1, 1 });
    failed = failed || table->failed;
  }
  gb_table_end_rows (table);
  table->failed = failed;
  gb_table_write (table);
  return TRUE;
}
