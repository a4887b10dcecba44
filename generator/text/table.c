#include "text/table.h"

#include "base/escape.h"
#include "text/loss.h"
#include "text/mask.h"

GbTable *
gb_table_new (GbDraft *draft, GbInline *words)
{
  GbTable *table = g_new0 (GbTable, 1);
  table->draft = draft;
  table->words = words;
  table->total = -1;
  table->cells = g_ptr_array_new ();
  return table;
}

void
gb_table_free (GbTable *table)
{
  if (table == NULL)
    return;
  for (guint i = 0; i < table->cells->len; i++) {
    GbTableCell *cell = table->cells->pdata[i];
    g_free (cell->text);
    g_free (cell);
  }
  g_ptr_array_unref (table->cells);
  g_free (table->caption);
  g_free (table->unit);
  g_free (table->note);
  g_free (table);
}

void
gb_table_fail (GbTable *table, GbPlace place, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  table->failed = TRUE;
  gb_diagnostics_error (table->draft->diagnostics, place, "table-shape", "%s", message);
}

/* -- the grid -- */

void
gb_table_add (GbTable *table, const char *text, gsize length, guint rows, guint columns,
              gboolean head, GbPlace place)
{
  while (table->column < table->width && table->busy[table->column] > 0)
    table->column++;
  guint end = table->column + columns;
  if (end > table->width || columns > table->width) {
    gb_table_fail (table, place, "the row is too wide here: the table has %u columns",
                   table->width);
    return;
  }
  for (guint i = table->column; i < end; i++)
    if (table->busy[i] > 0) {
      gb_table_fail (table, place,
                     "the cell reaches into column %u, which a cell above still takes up", i + 1);
      return;
    }
  GbTableCell *cell = g_new (GbTableCell, 1);
  *cell = (GbTableCell){
    .text = g_strndup (text, length),
    .place = place,
    .row = table->n_rows,
    .column = table->column,
    .rows = rows,
    .columns = columns,
    .head = head,
  };
  g_strstrip (cell->text);
  g_ptr_array_add (table->cells, cell);
  for (guint i = table->column; i < end; i++)
    table->busy[i] = rows;
  table->column = end;
}

void
gb_table_end_row (GbTable *table, GbPlace place)
{
  guint filled = 0;
  for (guint i = 0; i < table->width; i++)
    filled += table->busy[i] > 0;
  if (filled < table->width && !table->failed)
    gb_table_fail (table, place, "the row fills %u of %u columns", filled, table->width);
  for (guint i = 0; i < table->width; i++)
    if (table->busy[i] > 0)
      table->busy[i]--;
  table->n_rows++;
  table->column = 0;
}

void
gb_table_end_rows (GbTable *table)
{
  guint beyond = 0;
  for (guint i = 0; i < table->width; i++) {
    beyond = MAX (beyond, table->busy[i]);
    table->busy[i] = 0;
  }
  if (beyond == 0)
    return;
  for (guint i = table->cells->len; i > 0; i--) {
    const GbTableCell *cell = table->cells->pdata[i - 1];
    if (cell->row + cell->rows > table->n_rows) {
      gb_table_fail (table, cell->place, "the cell spans %u rows, %u more than there are",
                     cell->rows, cell->row + cell->rows - table->n_rows);
      return;
    }
  }
}

gboolean
gb_table_figure (const char *text, gint64 *ret_millionths)
{
  const char *at = text;
  gboolean minus = *at == '-';
  at += minus;
  gint64 value = 0;
  guint digits = 0;
  for (; g_ascii_isdigit (*at) || (*at == ',' && digits > 0 && g_ascii_isdigit (at[1])); at++) {
    if (*at == ',')
      continue;
    if (++digits > 12)
      return FALSE;
    value = value * 10 + (*at - '0');
  }
  if (digits == 0)
    return FALSE;
  int places = 0;
  if (*at == '.' && g_ascii_isdigit (at[1]))
    for (at++; g_ascii_isdigit (*at); at++) {
      if (++places > 6)
        return FALSE;
      value = value * 10 + (*at - '0');
    }
  for (; places < 6; places++)
    value *= 10;
  if (*at == '%')
    at++;
  else if (g_str_has_prefix (at, "％"))
    at += strlen ("％");
  if (*at != '\0')
    return FALSE;
  *ret_millionths = minus ? -value : value;
  return TRUE;
}

/* -- writing -- */

/* What makes words more than plain text in Markdown. */
static gboolean
has_markup (const char *text)
{
  return strpbrk (text, "*_`[]<\\&!\n") != NULL;
}

static gboolean
has_only_paragraphs (cmark_node *document)
{
  for (cmark_node *block = cmark_node_first_child (document); block != NULL;
       block = cmark_node_next (block))
    if (cmark_node_get_type (block) != CMARK_NODE_PARAGRAPH)
      return FALSE;
  return TRUE;
}

static void
write_paragraphs (GbTable *table, cmark_node *document, guint line)
{
  for (cmark_node *block = cmark_node_first_child (document); block != NULL;
       block = cmark_node_next (block)) {
    if (block != cmark_node_first_child (document))
      g_string_append (table->draft->html, "<br>");
    gb_inline_read (table->draft, table->words, cmark_node_first_child (block), line, NULL, NULL);
    gb_inline_write (table->draft, table->words, 0);
  }
}

static void
write_text (GbTable *table, const char *text, GbPlace place)
{
  GbDraft *draft = table->draft;
  gsize length = strlen (text);
  g_auto (GbMask) mask = { 0 };
  cmark_node *document = NULL;
  if (has_markup (text) && draft->body->page) {
    document = cmark_parse_document (text, length, CMARK_OPT_DEFAULT);
  } else if (has_markup (text)) {
    gb_mask_init (&mask, text, length, TRUE);
    gb_mask_report (&mask, draft, text, &place);
    document = cmark_parse_document (mask.text->str, mask.text->len, CMARK_OPT_DEFAULT);
    gb_mask_lift (&mask, document);
  }
  if (document != NULL && has_only_paragraphs (document)) {
    gsize start = draft->html->len;
    write_paragraphs (table, document, place.line);
    if (mask.roles != NULL)
      gb_loss_check (draft, text, length, mask.roles, start, &place);
  } else {
    /* A list or heading has no place in a cell: its characters are meant as such. */
    gb_inline_set (table->words, text, length, place.line);
    gb_inline_write (draft, table->words, 0);
  }
  if (document != NULL)
    cmark_node_free (document);
}

static void
write_cell (GbTable *table, const GbTableCell *cell, gboolean in_head, gboolean in_foot)
{
  GString *html = table->draft->html;
  gint64 figure;
  gboolean number = gb_table_figure (cell->text, &figure);
  /* What stands for several rows, and the word before a total, heads them. */
  gboolean heads_rows
    = cell->head || (cell->column == 0 && cell->rows > 1) || (in_foot && cell->column == 0);
  gboolean row_head = !in_head && heads_rows && !number && cell->text[0] != '\0';
  /* A header cell that goes on beside the body heads its rows. */
  if (in_head && cell->row + cell->rows > table->n_head)
    row_head = TRUE;
  gboolean head = in_head || row_head;
  g_string_append (html, head ? "<th" : "<td");
  if (head)
    g_string_append (html, row_head ? " scope=\"row\"" : " scope=\"col\"");
  if (cell->rows > 1)
    g_string_append_printf (html, " rowspan=\"%u\"", cell->rows);
  if (cell->columns > 1)
    g_string_append_printf (html, " colspan=\"%u\"", cell->columns);
  if (!head && (number || table->align[cell->column] == GB_TABLE_RIGHT))
    g_string_append (html, " class=\"num\"");
  else if (table->align[cell->column] == GB_TABLE_CENTER)
    g_string_append (html, " class=\"center\"");
  g_string_append_c (html, '>');
  write_text (table, cell->text, cell->place);
  g_string_append (html, head ? "</th>" : "</td>");
}

static void
write_caption (GbTable *table)
{
  GString *html = table->draft->html;
  if (table->caption == NULL && table->unit == NULL)
    return;
  g_string_append (html, "<caption>");
  if (table->caption != NULL)
    write_text (table, table->caption, table->caption_place);
  if (table->unit != NULL) {
    g_string_append (html, table->caption != NULL ? "（单位：" : "单位：");
    gb_escape_html (html, table->unit, -1);
    if (table->caption != NULL)
      g_string_append (html, "）");
  }
  g_string_append (html, "</caption>");
}

void
gb_table_write (GbTable *table)
{
  if (table->failed)
    return;
  GString *html = table->draft->html;
  guint n = table->cells->len;
  /* A span cannot leave its row group: with a header cell that goes on beside the body, header
   * and body are one. */
  gboolean joined = FALSE;
  for (guint i = 0; i < n; i++) {
    const GbTableCell *cell = table->cells->pdata[i];
    joined = joined || (cell->row < table->n_head && cell->row + cell->rows > table->n_head);
  }
  g_string_append (html, "<div class=\"table\"><table>");
  write_caption (table);
  const char *group = NULL;
  guint next = 0;
  for (guint row = 0; row < table->n_rows; row++) {
    gboolean in_head = row < table->n_head;
    gboolean in_foot = (int)row == table->total;
    const char *wanted = in_foot ? "tfoot" : in_head && !joined ? "thead" : "tbody";
    if (wanted != group) {
      if (group != NULL)
        g_string_append_printf (html, "</%s>", group);
      g_string_append_printf (html, "<%s>", wanted);
      group = wanted;
    }
    g_string_append (html, "\n<tr>");
    for (; next < n && ((GbTableCell *)table->cells->pdata[next])->row == row; next++)
      write_cell (table, table->cells->pdata[next], in_head, in_foot);
    g_string_append (html, "</tr>");
  }
  if (group != NULL)
    g_string_append_printf (html, "</%s>", group);
  g_string_append (html, "</table>");
  if (table->note != NULL) {
    g_string_append (html, "<p class=\"note\">");
    write_text (table, table->note, table->note_place);
    g_string_append (html, "</p>");
  }
  g_string_append (html, "</div>\n");
}
