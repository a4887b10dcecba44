/* Branches: how a commit becomes visible, all at once or not at all.
 *
 * Work tree and index are brought in step first (check_out.h), then the branch is moved by
 * compare-and-swap: who is cut off between the two finds the old publication whole and the next run
 * completes the new one.
 */
#pragma once

#include "record/repository.h"

/* The branch HEAD is on ("refs/heads/main"); NULL with GB_ERROR_USAGE where it is detached.
 * @ret_tip: "" where it has no commit yet.  The caller frees it. */
char *gb_branch_head (GbRepository *repository, char ret_tip[GB_OID_LENGTH], GError **error);
/* The tip of @branch; "" where there is none. */
gboolean gb_branch_tip (GbRepository *repository, const char *branch, char ret_tip[GB_OID_LENGTH],
                        GError **error);
/* Whether some worktree has @branch checked out. */
gboolean gb_branch_is_checked_out (GbRepository *repository, const char *branch);

/* Whether some branch here, a remote's as well, holds @path (from the root of its tree). */
gboolean gb_branch_any_holds (GbRepository *repository, const char *path, gboolean *ret_holds,
                              GError **error);

/* Moves @branch from @old ("": it must not exist) to @commit, with a line in the reflog.
 * GB_ERROR_SYSTEM where it is not at @old any more. */
gboolean gb_branch_move (GbRepository *repository, const char *branch, const char *old,
                         const char *commit, const char *reflog, GError **error);

/* One publisher at a time: until the descriptor that this returns is closed, or the process ends.
 * -1 with GB_ERROR_SYSTEM where another has it or it cannot be made, with GB_ERROR_USAGE in the
 * middle of a merge. */
int gb_branch_lock (GbRepository *repository, GError **error);

/* `git push REMOTE BRANCH…` of the @branches, up to NULL, so that git's own credentials and
 * configuration are used: all of them arrive or none.  GB_ERROR_SYSTEM with git's words where they
 * are not taken; @ret_behind then: because the remote has commits that are not here. */
gboolean gb_branch_push (GbRepository *repository, const char *remote, const char *const *branches,
                         gboolean *ret_behind, GError **error);
