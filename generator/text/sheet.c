/* Tables written as a block of YAML: cells, spans and captions (table.h). */
#include "base/integer.h"
#include "source/yaml.h"
#include "text/table.h"

/* -- reading -- */

static GbPlace
place_of (const GbTable *table, const GbYamlNode *node)
{
  return gb_yaml_place (table->draft->file, node, NULL);
}

static guint
read_span (GbTable *table, const GbYamlNode *cell, const char *key)
{
  const GbYamlNode *node = gb_yaml_get (cell, key);
  if (node == NULL)
    return 1;
  gint64 span = 0;
  if (node->kind != GB_YAML_SCALAR || !gb_integer_parse (node->text, 1, 100000, &span)) {
    gb_table_fail (table, place_of (table, node), "'%s' is a number from 1", key);
    return 1;
  }
  return (guint)span;
}

static void
refuse_keys (GbTable *table, const GbYamlNode *mapping, const char *const *known)
{
  for (guint i = 0; i < mapping->length; i++) {
    const GbYamlNode *key = mapping->items[2 * i];
    if (key->kind == GB_YAML_SCALAR && g_strv_contains (known, key->text))
      continue;
    g_autofree char *list = g_strjoinv (", ", (char **)known);
    table->failed = TRUE;
    gb_diagnostics_error (table->draft->diagnostics, place_of (table, key), "unknown-key",
                          "unknown key '%s'; possible here: %s",
                          key->kind == GB_YAML_SCALAR ? key->text : "?", list);
  }
}

static void
add_cell (GbTable *table, const GbYamlNode *node)
{
  static const char *const known[] = { "text", "rows", "cols", "head", NULL };
  GbPlace place = place_of (table, node);
  if (node->kind == GB_YAML_SCALAR) {
    gb_table_add (table, node->text, node->length, 1, 1, FALSE, place);
    return;
  }
  if (node->kind != GB_YAML_MAPPING) {
    gb_table_fail (table, place, "a cell is a text or {text, rows, cols, head}");
    return;
  }
  refuse_keys (table, node, known);
  const GbYamlNode *text = gb_yaml_get (node, "text");
  if (text == NULL || text->kind != GB_YAML_SCALAR) {
    gb_table_fail (table, place, "the cell needs a 'text'; write \"\" where it is empty");
    return;
  }
  const GbYamlNode *head = gb_yaml_get (node, "head");
  gboolean is_head
    = head != NULL && head->kind == GB_YAML_SCALAR && strcmp (head->text, "true") == 0;
  if (head != NULL && !is_head
      && !(head->kind == GB_YAML_SCALAR && strcmp (head->text, "false") == 0))
    gb_table_fail (table, place_of (table, head), "'head' is true or false");
  gb_table_add (table, text->text, text->length, read_span (table, node, "rows"),
                read_span (table, node, "cols"), is_head, place);
}

static void
add_row (GbTable *table, const GbYamlNode *row)
{
  GbPlace place = place_of (table, row);
  if (row->kind != GB_YAML_SEQUENCE) {
    gb_table_fail (table, place, "a row is a list of cells: [ …, … ]");
    return;
  }
  for (guint i = 0; i < row->length; i++)
    add_cell (table, row->items[i]);
  gb_table_end_row (table, place);
}

/* The columns that @row takes up by itself. */
static guint64
width_of (GbTable *table, const GbYamlNode *row)
{
  guint64 width = 0;
  for (guint i = 0; i < row->length; i++)
    width += row->items[i]->kind == GB_YAML_MAPPING ? read_span (table, row->items[i], "cols") : 1;
  return width;
}

static void
add_header (GbTable *table, const GbYamlNode *columns)
{
  if (columns->kind != GB_YAML_SEQUENCE || columns->length == 0) {
    gb_table_fail (table, place_of (table, columns),
                   "'columns' is a list of texts, or a list of header rows");
    return;
  }
  gboolean several = columns->items[0]->kind == GB_YAML_SEQUENCE;
  const GbYamlNode *first = several ? columns->items[0] : columns;
  guint64 width = width_of (table, first);
  if (width == 0 || width > GB_TABLE_COLUMNS) {
    gb_table_fail (table, place_of (table, first),
                   "the table has %" G_GUINT64_FORMAT " columns; 1 to %d are possible", width,
                   GB_TABLE_COLUMNS);
    return;
  }
  table->width = (guint)width;
  if (several)
    for (guint i = 0; i < columns->length; i++)
      add_row (table, columns->items[i]);
  else
    add_row (table, columns);
  table->n_head = table->n_rows;
}

static void
read_text (GbTable *table, const GbYamlNode *root, const char *key, char **text, GbPlace *place)
{
  const GbYamlNode *node = gb_yaml_get (root, key);
  if (node == NULL)
    return;
  *place = place_of (table, node);
  if (node->kind == GB_YAML_SCALAR)
    *text = g_strstrip (g_strndup (node->text, node->length));
  else
    gb_table_fail (table, *place, "'%s' is a text", key);
}

/* -- checking -- */

/* As few digits as it takes. */
static const char *
print_figure (gint64 millionths, char text[48])
{
  gint64 whole = ABS (millionths) / 1000000;
  gint64 rest = ABS (millionths) % 1000000;
  int length = g_snprintf (text, 48, "%s%" G_GINT64_FORMAT, millionths < 0 ? "-" : "", whole);
  if (rest == 0)
    return text;
  length += g_snprintf (text + length, 48 - (gulong)length, ".%06" G_GINT64_FORMAT, rest);
  while (text[length - 1] == '0')
    text[--length] = '\0';
  return text;
}

/* The column headed @name; -1 with an error where there is not exactly one. */
static int
find_column (GbTable *table, const GbYamlNode *name)
{
  int found = -1;
  guint n = 0;
  for (guint i = 0; name->kind == GB_YAML_SCALAR && i < table->cells->len; i++) {
    const GbTableCell *cell = table->cells->pdata[i];
    if (cell->row < table->n_head && cell->columns == 1 && strcmp (cell->text, name->text) == 0) {
      n += found != (int)cell->column;
      found = (int)cell->column;
    }
  }
  if (n == 1)
    return found;
  gb_table_fail (table, place_of (table, name),
                 n == 0 ? "there is no column '%s'" : "there are several columns '%s'",
                 name->kind == GB_YAML_SCALAR ? name->text : "?");
  return -1;
}

/* What the cells of @column that begin above each row of the body add up to: n_rows + 1 figures. */
static gint64 *
add_up (const GbTable *table, guint column)
{
  gint64 *sums = g_new0 (gint64, table->n_rows + 1);
  for (guint i = 0; i < table->cells->len; i++) {
    const GbTableCell *cell = table->cells->pdata[i];
    gint64 figure;
    if (cell->row >= table->n_head && (int)cell->row != table->total && cell->column == column
        && cell->columns == 1 && gb_table_figure (cell->text, &figure))
      sums[cell->row + 1] = figure;
  }
  for (guint i = 0; i < table->n_rows; i++)
    if (__builtin_add_overflow (sums[i], sums[i + 1], &sums[i + 1]))
      sums[i + 1] = G_MAXINT64;
  return sums;
}

/* The figure of the total row for @column: there, or the only one it prints. */
static const GbTableCell *
find_total (const GbTable *table, guint column)
{
  const GbTableCell *only = NULL;
  guint figures = 0;
  for (guint i = 0; i < table->cells->len; i++) {
    const GbTableCell *cell = table->cells->pdata[i];
    gint64 figure;
    if ((int)cell->row != table->total || !gb_table_figure (cell->text, &figure))
      continue;
    if (cell->column <= column && column < cell->column + cell->columns)
      return cell;
    only = cell;
    figures++;
  }
  return figures == 1 ? only : NULL;
}

static void
check_sum (GbTable *table, const GbYamlNode *name)
{
  int column = find_column (table, name);
  if (column < 0)
    return;
  const GbTableCell *total = table->total < 0 ? NULL : find_total (table, (guint)column);
  gint64 printed;
  if (total == NULL || !gb_table_figure (total->text, &printed)) {
    gb_diagnostics_error (table->draft->diagnostics, place_of (table, name), "table-total",
                          "'total' prints no figure for '%s'", name->text);
    return;
  }
  g_autofree gint64 *sums = add_up (table, (guint)column);
  gint64 sum = sums[table->n_rows];
  char sum_text[48];
  if (sum != printed)
    gb_diagnostics_error (table->draft->diagnostics, total->place, "table-total",
                          "the total says %s, but '%s' adds up to %s", total->text, name->text,
                          print_figure (sum, sum_text));
}

static void
check_part (GbTable *table, const GbYamlNode *whole_name, const GbYamlNode *part_name)
{
  int whole = find_column (table, whole_name);
  int part = find_column (table, part_name);
  if (whole < 0 || part < 0)
    return;
  g_autofree gint64 *sums = add_up (table, (guint)part);
  for (guint i = 0; i < table->cells->len; i++) {
    const GbTableCell *cell = table->cells->pdata[i];
    gint64 figure;
    if (cell->row < table->n_head || (int)cell->row == table->total || (int)cell->column != whole
        || cell->columns != 1 || !gb_table_figure (cell->text, &figure))
      continue;
    gint64 sum = sums[cell->row + cell->rows] - sums[cell->row];
    char sum_text[48];
    if (sum != figure)
      gb_diagnostics_error (table->draft->diagnostics, cell->place, "table-total",
                            "'%s' says %s, but '%s' beside it adds up to %s", whole_name->text,
                            cell->text, part_name->text, print_figure (sum, sum_text));
  }
}

static void
check (GbTable *table, const GbYamlNode *root)
{
  const GbYamlNode *sums = gb_yaml_get (root, "sums");
  if (sums != NULL && (sums->kind != GB_YAML_SEQUENCE || sums->length > table->width))
    gb_table_fail (table, place_of (table, sums), "'sums' is a list of names of columns");
  for (guint i = 0; sums != NULL && !table->failed && i < sums->length; i++)
    check_sum (table, sums->items[i]);
  const GbYamlNode *parts = gb_yaml_get (root, "parts");
  gboolean is_parts
    = parts != NULL && parts->kind == GB_YAML_MAPPING && parts->length <= table->width;
  if (parts != NULL && !is_parts)
    gb_table_fail (table, place_of (table, parts), "'parts' is {column: column of its parts}");
  for (guint i = 0; is_parts && i < parts->length; i++)
    check_part (table, parts->items[2 * i], parts->items[2 * i + 1]);
}

void
gb_sheet_write (GbDraft *draft, GbInline *words, const char *yaml, guint line)
{
  static const char *const known[]
    = { "caption", "unit", "columns", "rows", "total", "sums", "parts", "note", NULL };
  g_autoptr (GbTable) table = gb_table_new (draft, words);
  g_autoptr (GbArena) arena = gb_arena_new ();
  gboolean empty = FALSE;
  const GbYamlNode *root
    = gb_yaml_parse (arena, draft->file, yaml, strlen (yaml), line, draft->diagnostics, &empty);
  if (root == NULL && !empty)
    return;
  GbPlace place = { draft->file, line, 1 };
  if (root == NULL || root->kind != GB_YAML_MAPPING) {
    gb_table_fail (table, place, "a table needs 'columns' and 'rows'");
    return;
  }
  refuse_keys (table, root, known);
  const GbYamlNode *columns = gb_yaml_get (root, "columns");
  const GbYamlNode *rows = gb_yaml_get (root, "rows");
  const GbYamlNode *total = gb_yaml_get (root, "total");
  if (columns == NULL || rows == NULL || rows->kind != GB_YAML_SEQUENCE) {
    gb_table_fail (table, columns == NULL || rows == NULL ? place : place_of (table, rows),
                   "a table needs 'columns' and 'rows', which are lists");
    return;
  }
  GbPlace unit_place;
  read_text (table, root, "caption", &table->caption, &table->caption_place);
  read_text (table, root, "unit", &table->unit, &unit_place);
  read_text (table, root, "note", &table->note, &table->note_place);
  add_header (table, columns);
  if (table->failed)
    return;
  gboolean failed = FALSE;
  for (guint i = 0; i < rows->length; i++) {
    table->failed = FALSE;
    add_row (table, rows->items[i]);
    failed = failed || table->failed;
  }
  gb_table_end_rows (table);
  failed = failed || table->failed;
  if (total != NULL) {
    table->failed = FALSE;
    table->total = (int)table->n_rows;
    add_row (table, total);
    gb_table_end_rows (table);
  }
  if (failed || table->failed)
    return;
  check (table, root);
  gb_table_write (table);
}
