/* The tree of a commit, below the publication's prefix, as files to read (base/tree.h).
 *
 * All names are read once when it is made; afterwards any number of threads may list and read.
 * Keeps the repository open by itself: the handle it was made with may be freed.
 */
#pragma once

#include "base/tree.h"
#include "record/repository.h"

G_BEGIN_DECLS

/* What @commit holds below the prefix; paths are relative to it ("content/site.yaml"). */
GbTree *gb_commit_tree_new (GbRepository *repository, const char *commit, GError **error);
/* What it holds below @root, from the root of the whole tree ("site", "" for everything); paths are
 * relative to that.  Empty where the commit lacks it. */
GbTree *gb_commit_tree_new_at (GbRepository *repository, const char *commit, const char *root,
                               GError **error);

/* The object id of the file @path; FALSE where there is none. */
gboolean gb_commit_tree_find (GbTree *tree, const char *path, char ret_id[GB_OID_LENGTH]);

G_END_DECLS
