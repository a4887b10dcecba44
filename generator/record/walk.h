/* What one commit changed: its tree joined with those of its parents.
 *
 * libgit2's diff costs fourteen times as much for this question, because it answers many others.
 * A file counts as changed only where it differs from what every parent has, as git's own history
 * does it: what a merge merely brings along was changed by the commits it merges.  Where parents
 * differ and the merge has what one of them has, that is told apart as taken.  Files are ordinary
 * blobs; links, submodules and names that are not UTF-8 are passed over, and a change of mode alone
 * is none.
 */
#pragma once

#include <git2.h>
#include <glib.h>

typedef struct {
  char *path;     /* from the tree's root; g_free */
  git_oid before; /* of the first parent; zero where it had none */
  git_oid after;  /* zero: removed */
  gboolean taken; /* from one of several parents that differ: nothing new */
} GbWalkChange;

typedef struct _GbWalk GbWalk;

/* Keeps the trees it has read lately, because a commit's trees are mostly its parent's. */
GbWalk *gb_walk_new (git_odb *odb);
void gb_walk_free (GbWalk *walk); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbWalk, gb_walk_free)

/* Appends the changes from @parents (ids of trees; zero: empty) to @tree, by path in git's order.
 * Returns a libgit2 code. */
int gb_walk_changes (GbWalk *walk, const git_oid *tree, const git_oid *parents, guint n_parents,
                     GArray *changes);
/* The id of the folder @path of the tree @root ("": itself); zero where there is none. */
int gb_walk_find (GbWalk *walk, const git_oid *root, const char *path, git_oid *ret_id);
