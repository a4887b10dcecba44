/* The commits that a record is made from: who came after whom, and what each changed.
 *
 * Commits stand in an order that depends on nothing but the commits themselves.  The graph owns all
 * of it; whoever fills it is done before anybody else reads.
 */
#pragma once

#include "base/arena.h"

#include <git2.h>

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

/* An empty one; graph_read.h fills it from a repository, cache.h from a file. */
GbGraph *gb_graph_new (void);
void gb_graph_free (GbGraph *graph); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbGraph, gb_graph_free)

/* A commit to be filled, or the one that is there already. */
GbGraphCommit *gb_graph_add (GbGraph *graph, const git_oid *id, gboolean *ret_is_new);
const char *gb_graph_intern (GbGraph *graph, const char *path);
