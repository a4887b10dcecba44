/* The commits that a record is made from: who came after whom, and what each changed.
 *
 * All commits reachable from the tips are read once, put into an order that depends on nothing but
 * the commits themselves (parents before children; among those that may come next the earlier
 * committed, then the smaller id), and joined with their parents' trees where the changes are
 * wanted.  What was found is kept in a cache by commit id, so that the next run reads only new
 * commits; a commit never changes, so that a cache may be old but not wrong.  The graph owns all of
 * it and is read-only afterwards.
 *
 * Told one after another, what commits did side by side would not always end with what the merge
 * of them holds: it may have kept the text of a branch that comes first in this order.  Then the
 * merge counts as having changed that file, from what was told last to what it holds.  So after the
 * last commit of the source the changes told amount to its tree, file by file.
 */
#pragma once

#include "base/arena.h"
#include "record/repository.h"

G_BEGIN_DECLS

typedef struct {
  const char *path; /* interned: equal paths are the same pointer */
  git_oid before;
  git_oid after;
  gboolean taken; /* from one of several parents; @before is what was told last */
} GbGraphChange;

typedef struct {
  git_oid id;
  gint64 time;         /* of the committer, UTC */
  const char *message; /* valid UTF-8 */
  const git_oid *parents;
  guint n_parents;
  const GbGraphChange *changes; /* by path; NULL until they are known */
  guint n_changes;
  gboolean has_changes;       /* they are known */
  gboolean is_boundary;       /* a shallow clone lacks a parent: what it changed cannot be known */
  gboolean from_source;       /* reachable from the first tip */
  gboolean from_publications; /* reachable from the second */
} GbGraphCommit;

typedef struct {
  GbArena *arena;
  GbGraphCommit **commits; /* in order */
  guint n_commits;
  gboolean complete;  /* FALSE where a shallow clone lacks some */
  GHashTable *by_id;  /* private: git_oid → GbGraphCommit */
  GHashTable *paths;  /* private: interned */
  gboolean has_grown; /* private: something was read that no cache held */
} GbGraph;

/* @source: the changes below @folder ("content", "" for everything) of all commits reachable from
 * it are known afterwards; @publications (or NULL): another tip whose commits are wanted too.
 * @cache: a file, or NULL for none; then every object read is checked against its id.  To be called
 * while no other thread reads from git.  Fails with GB_ERROR_SYSTEM. */
GbGraph *gb_graph_new (GbRepository *repository, const char *source, const char *publications,
                       const char *folder, const char *cache, GError **error);
void gb_graph_free (GbGraph *graph); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbGraph, gb_graph_free)

/* For the cache: a commit to be filled, or the one that is there already. */
GbGraphCommit *gb_graph_add (GbGraph *graph, const git_oid *id, gboolean *ret_is_new);
const char *gb_graph_intern (GbGraph *graph, const char *path);

G_END_DECLS
