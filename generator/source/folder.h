/* What lies in a folder of the content.
 *
 * Names that begin with '.' or end in '~' are an editor's or git's business and left out; links are
 * refused, since what stands behind them is not in the history of the content.
 */
#pragma once

#include "base/diagnostics.h"
#include "base/tree.h"

typedef struct {
  const GbItem *items; /* by name, bytewise; kinds are FILE and FOLDER */
  guint length;
} GbFolder;

/* The folder @file of @tree; one that does not exist is empty.  What is wrong (an
 * unreadable folder, a name that is not UTF-8, a link, a pipe) goes to @diagnostics and is left
 * out.  Names live in @arena. */
GbFolder gb_folder_list (GbArena *arena, GbTree *tree, const char *file,
                         GbDiagnostics *diagnostics);
/* NULL where there is no such item. */
const GbItem *gb_folder_find (const GbFolder *folder, const char *name);
