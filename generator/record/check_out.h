/* The files of a commit in the work tree and in git's index.
 *
 * What could stand in the way is looked for first; what goes wrong later is taken back.  So either
 * all of it is done or none.
 */
#pragma once

#include "record/store.h"

/* Makes work tree and index hold what @commit has at each of @written (files are replaced
 * atomically, and only where they differ; what the commit lacks goes), and the index alone at each
 * of @recorded (what was committed from the work tree itself).  Other entries are untouched.  Paths
 * are from the root of the tree; either may be NULL.  In a bare repository there is nothing to do.
 * @store has just written @commit, so that not all has to be read from git once more, or is NULL.
 * The caller holds gb_branch_lock.  Fails with GB_ERROR_SYSTEM: nothing was changed then. */
gboolean gb_check_out_paths (GbRepository *repository, const char *commit, GbStore *store,
                             const GPtrArray *written, const GPtrArray *recorded, GError **error);
