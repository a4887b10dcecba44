/* The objects of a repository, read one way by all of this room.
 *
 * What is not there and what cannot be read are never the same: libgit2 says "not found" of a name
 * that a tree lacks and of an object that the repository lacks alike, and who takes the second for
 * the first publishes an empty text.  So every failure here names its object in libgit2's error,
 * from which gb_repository_fail makes the message.  All return a libgit2 code.
 */
#pragma once

#include <git2.h>
#include <glib.h>

/* git_repository_open_ext, with a reader of objects that ends: libgit2 1.5 reads a loose object
 * whose file breaks off, as power failures leave them, for ever. */
int gb_object_open (const char *folder, guint flags, git_repository **ret_git);
int gb_object_commit (git_repository *git, const git_oid *id, git_commit **ret_commit);
/* The same of an id in 40 digits. */
int gb_object_commit_of (git_repository *git, const char *id, git_commit **ret_commit);
int gb_object_tree (git_repository *git, const git_oid *id, git_tree **ret_tree);
/* Whether all folders below @tree can be read. */
int gb_object_check (git_repository *git, const git_oid *tree);
int gb_object_read (git_odb *odb, const git_oid *id, git_odb_object **ret_object);

/* What stands at a path of a tree. */
typedef struct {
  git_filemode_t mode; /* GIT_FILEMODE_UNREADABLE: nothing */
  git_oid id;
} GbObjectEntry;

/* What the tree @tree holds at @path ("": itself). */
int gb_object_find (git_repository *git, const git_oid *tree, const char *path,
                    GbObjectEntry *ret_entry);
/* The same of the tree of @commit. */
int gb_object_find_in (git_repository *git, const char *commit, const char *path,
                       GbObjectEntry *ret_entry);
