/* Writing a publication into a repository: objects first, the branch last.
 *
 * A store collects the files of a new site tree (unchanged ones by the blob they had, changed ones
 * by their bytes), writes what git does not have yet (few objects loose, many as one pack, all
 * fsynced), and makes a commit.  Nothing is visible until gb_store_move has moved the branch by
 * compare-and-swap; whatever ends before that leaves the repository as it was, but for objects
 * nobody refers to.
 */
#pragma once

#include "record/repository.h"

G_BEGIN_DECLS

/* From so many new objects on one pack is written in place of loose objects. */
#define GB_STORE_PACK 200

typedef struct _GbStore GbStore;

/* A new tree that starts as the tree of @commit (40 hex, or NULL for an empty one). */
GbStore *gb_store_new (GbRepository *repository, const char *commit, GError **error);
void gb_store_free (GbStore *store); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbStore, gb_store_free)

/* Puts @length bytes at @path (from the root of the tree), replacing what was there; takes
 * @bytes (g_free).  Any thread. */
void gb_store_put (GbStore *store, const char *path, char *bytes, gsize length);
/* Takes away a file; folders go with their last file. */
void gb_store_remove (GbStore *store, const char *path);
guint gb_store_n_changes (const GbStore *store); /* puts that differ, and removals */

typedef struct {
  const char *const *parents; /* 40 hex each, NULL-terminated */
  const char *message;
  gboolean sign; /* as git's gpg.format and user.signingkey say */
} GbCommitOptions;

/* Writes the objects and a commit of the tree as it is now; the store then continues from that
 * commit (a second commit may follow).  Author and committer as git would take them (user.name,
 * user.email, GIT_AUTHOR_*, GIT_COMMITTER_*, dates included).  Nothing refers to it yet. */
gboolean gb_store_commit (GbStore *store, const GbCommitOptions *options,
                          char ret_commit[GB_OID_LENGTH], GError **error);

/* Moves @branch ("refs/heads/main") from @old (NULL: it must not exist) to @commit, with a line in
 * the reflog.  GB_ERROR_SYSTEM "another publication or commit was made meanwhile; nothing was
 * changed, run it again" where it is not at @old any more. */
gboolean gb_store_move (GbRepository *repository, const char *branch, const char *old,
                        const char *commit, const char *reflog, GError **error);

/* The branch HEAD is on ("refs/heads/main"); NULL with @error where it is detached. @ret_commit:
 * its tip, "" where it has no commit yet.  The caller frees it. */
char *gb_store_head (GbRepository *repository, char ret_commit[GB_OID_LENGTH], GError **error);
/* The tip of @branch, or "" where there is none. */
gboolean gb_store_tip (GbRepository *repository, const char *branch, char ret_commit[GB_OID_LENGTH],
                       GError **error);
/* Whether @branch is checked out in some worktree (its name in @ret_where, freed by the caller). */
gboolean gb_store_is_checked_out (GbRepository *repository, const char *branch, char **ret_where);

/* Brings work tree and index in step with what @paths (from the root of the tree) are in @commit:
 * files replaced atomically and only where they differ, vanished ones removed, index entries with
 * their stat data, other entries untouched; the index is written under its lock at the end.  In a
 * bare repository there is nothing to do.  Called before gb_store_move; where that fails, called
 * again with the old commit. */
gboolean gb_store_check_out (GbRepository *repository, const char *commit, const GPtrArray *paths,
                             GError **error);

/* One publisher at a time: an flock that ends with the process.  NULL with GB_ERROR_SYSTEM "another
 * publication is being made" where it is taken. */
typedef struct _GbStoreLock GbStoreLock;
GbStoreLock *gb_store_lock (GbRepository *repository, GError **error);
void gb_store_unlock (GbStoreLock *lock); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbStoreLock, gb_store_unlock)

/* `git push REMOTE BRANCH`, so that git's own credentials and configuration are used. */
gboolean gb_store_push (GbRepository *repository, const char *remote, const char *branch,
                        GError **error);

G_END_DECLS
