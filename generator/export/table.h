/* Tables as CSV: RFC 4180, UTF-8, every line with CR LF, a head row of names.
 *
 * Once for programs: the values as they are.  And once for spreadsheets: with a byte order mark,
 * without which Excel takes UTF-8 for another encoding, and with an apostrophe before words that
 * begin with = + - @ (full width too) or a tab, which it would else run as a formula.  Dates,
 * numbers and truth values come from no free text and need none.  What a member has several of
 * stands in one field with ';' between.
 */
#pragma once

#include "export/shape.h"
#include "view/view.h"

typedef struct {
  const char *name;
  const char *path;  /* "derivations.last_day.rule", from the row's object */
  const char *title; /* NULL: that of the member */
  const char *about; /* NULL: likewise */
  GbShapeType type;  /* where the path leaves the shape: a key that only rows have */
} GbColumn;

typedef struct _GbTableWriter GbTableWriter;

typedef struct {
  const char *name; /* "policies": data/policies.csv, and in the package */
  const char *title;
  const char *about;
  const char *key; /* columns that no two rows share, with ',' between them; or NULL */
  const GbShape *shape;
  const GbColumn *columns;
  guint n_columns;
  /* Puts every row; @registry: those of this one alone, or NULL. */
  void (*rows) (GbTableWriter *writer, const GbRegistryCase *registry);
} GbTable;

/* The member a column shows, a list where it is one of several; where only rows have it, one with
 * the type of the column and no key. */
GbShapeField gb_table_field (const GbTable *table, const GbColumn *column);
const GbCorpus *gb_table_corpus (const GbTableWriter *writer);
/* For rows: the scene of the next row, whose arena is the row's own, and a new object there. */
GbScene *gb_table_row (GbTableWriter *writer, GbValue **ret_record);
/* Writes a row from @record. */
void gb_table_put (GbTableWriter *writer, const GbValue *record);
/* Appends @table as CSV for programs to @plain and for spreadsheets to @excel; @registry: its rows
 * alone, or NULL. */
void gb_table_print (const GbTable *table, const GbRegistryCase *registry, const GbScene *scene,
                     GString *plain, GString *excel);
