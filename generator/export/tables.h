/* The lists of the data files as tables: their columns and rows.  Each column is a member of the
 * row's object, named by its path. */
#pragma once

#include "export/table.h"

extern const GbTable gb_tables[];
extern const guint gb_tables_count;
/* Those with a file for each registry: "data/registries/ID.csv", "data/registries/ID.events.csv".
 */
extern const GbTable *const gb_tables_entries;
extern const GbTable *const gb_tables_events;
