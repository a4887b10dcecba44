/* Writing a publication into a repository: objects first, the branch last.
 *
 * A store collects the files of a new tree (changed ones by their bytes, all others as they were),
 * writes what git does not have yet (few objects loose, many as one pack, all fsynced), and makes a
 * commit.  Nothing is visible until gb_branch_move (branch.h) has moved the branch; whatever ends
 * before that leaves the repository as it was, but for objects nobody refers to.
 */
#pragma once

#include "record/repository.h"

/* From so many new objects on one pack is written in place of loose objects. */
#define GB_STORE_PACK 200

typedef struct _GbStore GbStore;

/* A new tree that starts as the tree of @commit (40 hex, or NULL for an empty one). */
GbStore *gb_store_new (GbRepository *repository, const char *commit, GError **error);
void gb_store_free (GbStore *store); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbStore, gb_store_free)

/* Puts a copy of @length bytes at @path (from the root of the tree), replacing what was there.  Any
 * thread. */
void gb_store_put (GbStore *store, const char *path, const char *bytes, gsize length);
/* The same of a file that may be executable: what people commit keeps its mode. */
void gb_store_put_as (GbStore *store, const char *path, const char *bytes, gsize length,
                      gboolean is_executable);
/* Takes away a file; folders go with their last file.  Any thread. */
void gb_store_remove (GbStore *store, const char *path);

typedef struct {
  const char *const *parents; /* 40 hex each, NULL-terminated */
  const char *message;
  gboolean sign; /* as git's gpg.format and user.signingkey say */
} GbCommitOptions;

/* Writes the objects and a commit of the tree as it is now; the store then continues from that
 * commit.  Author and committer are as git would take them (user.name, user.email, GIT_AUTHOR_*,
 * GIT_COMMITTER_*, dates included).  Nothing refers to the commit yet. */
gboolean gb_store_commit (GbStore *store, const GbCommitOptions *options,
                          char ret_commit[GB_OID_LENGTH], GError **error);
/* The bytes of a blob that the last commit wrote, followed by a NUL that does not count, without
 * asking git, for the caller to free; NULL where it wrote no such blob. */
char *gb_store_read (GbStore *store, const git_oid *blob, gsize *ret_length);
