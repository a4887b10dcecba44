/* What lies in a folder of the content.
 *
 * Names that begin with '.' or end in '~' are an editor's or git's business and left out; links are
 * refused, since what stands behind them is not in the history of the content.
 */
#pragma once

#include "base/arena.h"
#include "base/diagnostic.h"

G_BEGIN_DECLS

typedef enum { GB_ITEM_FILE, GB_ITEM_FOLDER, GB_ITEM_LINK, GB_ITEM_OTHER } GbItemKind;

typedef struct {
  const char *name;
  GbItemKind kind; /* of listed items one of the first two */
} GbItem;

typedef struct {
  GbItem *items; /* by name, bytewise */
  guint length;
} GbFolder;

/* @path, which messages call @file; a folder that does not exist is empty.  What is wrong (an
 * unreadable folder, a name that is not UTF-8, a link, a pipe) goes to @diagnostics and is left
 * out.  Names live in @arena. */
GbFolder gb_folder_list (GbArena *arena, const char *path, const char *file,
                         GbDiagnostics *diagnostics);
/* NULL where there is no such item. */
const GbItem *gb_folder_find (const GbFolder *folder, const char *name);

G_END_DECLS
