/* The files of a commit, to be read as any tree (base/tree.h).
 *
 * All names are read once when it is made; afterwards any number of threads may list and read.
 * Keeps the repository open by itself: the handle it was made with may be freed.
 */
#pragma once

#include "base/tree.h"
#include "record/repository.h"

/* content/ and templates/ of @commit below the prefix; paths are relative to it
 * ("content/site.yaml"). */
GbTree *gb_commit_tree_new (GbRepository *repository, const char *commit, GError **error);
/* All that @commit holds below @root, from the root of the whole tree ("site", "" for everything);
 * paths are relative to that.  Empty where the commit lacks it. */
GbTree *gb_commit_tree_new_at (GbRepository *repository, const char *commit, const char *root,
                               GError **error);

/* The object id of the ordinary file @path, which is not executable; FALSE where there is none. */
gboolean gb_commit_tree_find (GbTree *tree, const char *path, char ret_id[GB_OID_LENGTH]);
/* FALSE with GB_ERROR_SYSTEM where something that was read until now could not be read: who reports
 * that as a fault of the content would blame the author for the disk. */
gboolean gb_commit_tree_check (GbTree *tree, GError **error);
