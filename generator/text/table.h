/* Tables: GFM's pipe tables, and fenced `table` blocks in YAML for merged cells and checked totals.
 *
 * Private to the room.  A table is laid out on a grid before anything is written; one that does not
 * fit it is reported (table-shape) and left out.
 *
 *     columns: [指标, 权重, 分值]      a list of texts, or a list of header rows
 *     rows:                            a cell is a text or {text, rows, cols, head}
 *       - [{text: 基础, rows: 2}, 10]
 *     total: [{text: 合计, cols: 2}, 100]
 *     sums: [分值]                     each adds up to its figure in the total row
 *     parts: {权重: 分值}              each figure of the one adds up the other beside it
 *     caption, unit, note              texts
 */
#pragma once

#include "text/inline.h"

#define GB_TABLE_COLUMNS 64

typedef struct {
  char *text;
  GbPlace place;
  guint row;
  guint column;
  guint rows;
  guint columns;
  gboolean head;
} GbTableCell;

typedef enum { GB_TABLE_LEFT, GB_TABLE_CENTER, GB_TABLE_RIGHT } GbTableAlign;

typedef struct {
  GbDraft *draft;
  GbInline *words;  /* scratch */
  GPtrArray *cells; /* GbTableCell, by row and column */
  guint width;
  guint n_head;                 /* rows before the body */
  guint n_rows;                 /* so far */
  int total;                    /* the total row; -1: none */
  guint column;                 /* the next one in the row being filled */
  guint busy[GB_TABLE_COLUMNS]; /* rows each column is still taken */
  GbTableAlign align[GB_TABLE_COLUMNS];
  char *caption;
  char *unit;
  char *note;
  GbPlace caption_place;
  GbPlace note_place;
  gboolean failed;
} GbTable;

GbTable *gb_table_new (GbDraft *draft, GbInline *words);
void gb_table_free (GbTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbTable, gb_table_free)

/* Puts a cell on the grid, to the right of what the row has. */
void gb_table_add (GbTable *table, const char *text, gsize length, guint rows, guint columns,
                   gboolean head, GbPlace place);
void gb_table_end_row (GbTable *table, GbPlace place);
/* No span may reach beyond here: the end of the body, the end of the table. */
void gb_table_end_rows (GbTable *table);
void gb_table_fail (GbTable *table, GbPlace place, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* A number as tables print it, 1,234.5 or 12%, in millionths. */
gboolean gb_table_figure (const char *text, gint64 *ret_millionths);

void gb_table_write (GbTable *table);

/* A fenced block with the info string "table", whose first line is @line of the file (sheet.c). */
void gb_sheet_write (GbDraft *draft, GbInline *words, const char *yaml, guint line);
/* Lines @first to @last of the body as a pipe table; FALSE where they are none (pipe.c). */
gboolean gb_pipe_write (GbDraft *draft, GbInline *words, guint first, guint last);
