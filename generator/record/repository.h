/* A git repository, as the record uses it.
 *
 * Opens through libgit2 and turns its failures into messages that say what to do.  A repository
 * handle belongs to one thread at a time; only gb_record_read (record.h) and commit trees may be
 * read from several.  The publication lies in the folder @prefix of the repository's tree ("" or
 * "gov/"), because content/ need not stand at the root.
 */
#pragma once

#include <git2.h>

#include "base/error.h"

#define GB_OID_LENGTH 41 /* hexadecimal digits of an object id and a NUL */

typedef struct _GbRepository GbRepository;

/* The repository that holds @folder (found upwards from it; @folder may itself be a bare repository
 * or lie in a linked worktree); NULL where there is none.  Fails where there is one that cannot be
 * used (foreign owner, unknown extension, unreadable). */
gboolean gb_repository_find (const char *folder, GbRepository **ret_repository, GError **error);
void gb_repository_free (GbRepository *repository); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbRepository, gb_repository_free)

/* For the files of this room. */
git_repository *gb_repository_git (GbRepository *repository);

/* Where @folder lies in the tree: "" or "some/folder/". */
const char *gb_repository_prefix (const GbRepository *repository);
gboolean gb_repository_is_shallow (const GbRepository *repository);
/* Whether a remote promised the objects that are not here (git clone --filter). */
gboolean gb_repository_is_partial (const GbRepository *repository);
/* "what is the matter; run: what" for a read of an object that failed. */
const char *gb_repository_advice (const GbRepository *repository);
gboolean gb_repository_is_bare (const GbRepository *repository);
/* The folder of the work tree, ending in '/'; NULL in a bare repository. */
const char *gb_repository_worktree (const GbRepository *repository);
/* A folder of our own for caches and locks that all worktrees share: COMMONDIR/gongbao; it need not
 * exist.  NULL once it was forgotten. */
const char *gb_repository_cache_folder (const GbRepository *repository);
/* From now on nothing is believed that is not read from git itself. */
void gb_repository_forget_cache (GbRepository *repository);

/* Any revision git understands (HEAD, a branch, a tag, HEAD~2, an id) → the id of its commit. Fails
 * with GB_ERROR_USAGE where git knows none, with GB_ERROR_SYSTEM where it cannot be read. */
gboolean gb_repository_resolve (GbRepository *repository, const char *revision,
                                char ret_id[GB_OID_LENGTH], GError **error);

/* What the work tree differs in from the commit HEAD below @folders (relative to the prefix, up to
 * NULL): paths relative to the prefix, sorted; empty in a bare repository.  Ignored files are left
 * out, untracked ones are in.  The caller frees it with g_ptr_array_unref.  Without any commit yet,
 * all files. */
GPtrArray *gb_repository_changed (GbRepository *repository, const char *const *folders,
                                  GError **error);
/* The same of what a publication is made from, content/ and templates/. */
GPtrArray *gb_repository_uncommitted (GbRepository *repository, GError **error);

/* The id that git would give the file @path of the work tree (from its root), its line ends
 * converted as .gitattributes and core.autocrlf say. */
gboolean gb_repository_would_add (GbRepository *repository, const char *path,
                                  char ret_id[GB_OID_LENGTH], GError **error);
/* Whether git leaves the file @path out of the work tree: nothing is checked out at all (git clone
 * --no-checkout), or not this (git sparse-checkout). */
gboolean gb_repository_is_left_out (GbRepository *repository, const char *path, gboolean *ret_is,
                                    GError **error);
/* Whether the work tree can tell a program from another file (core.fileMode). */
gboolean gb_repository_trusts_modes (GbRepository *repository);

/* The id of what @commit holds at @path, from the root of its tree; "" where there is nothing.
 * What cannot be read is no nothing, but GB_ERROR_SYSTEM. */
gboolean gb_repository_entry (GbRepository *repository, const char *commit, const char *path,
                              char ret_id[GB_OID_LENGTH], GError **error);
/* How many parents @commit has, and the id of the first ("": none), which need not be here. */
gboolean gb_repository_parent (GbRepository *repository, const char *commit,
                               char ret_parent[GB_OID_LENGTH], guint *ret_n, GError **error);
/* The id that git gives these bytes, as an object of @type.  libcrypto computes it five times as
 * fast as libgit2, which looks for signs of forgery as well: those are for what others wrote. */
void gb_repository_hash (git_object_t type, const char *bytes, gsize length, git_oid *ret_id);
/* For the files of this room: the bytes of a blob, followed by a NUL that does not count; the
 * caller frees them.  @ret_length may be NULL.  Any thread. */
char *gb_repository_read (git_odb *odb, const char *blob, gsize *ret_length, GError **error);
/* The same for those who have no odb at hand. */
char *gb_repository_blob (GbRepository *repository, const char *blob, gsize *ret_length,
                          GError **error);

/* The commit that last changed content/ or templates/ below the prefix: from @commit on, as long as
 * a parent has the same two trees, the first such parent. */
gboolean gb_repository_source (GbRepository *repository, const char *commit,
                               char ret_source[GB_OID_LENGTH], GError **error);

/* GB_ERROR_SYSTEM "what: words of libgit2 (and what to do)" for the return code @code of a
 * libgit2 call; returns FALSE. */
gboolean gb_repository_fail (GError **error, int code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
