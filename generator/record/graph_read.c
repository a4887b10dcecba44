#include "record/graph_read.h"

#include "record/cache.h"
#include "record/object.h"
#include "record/oid.h"
#include "record/walk.h"

#include <string.h>

typedef struct {
  GbGraph *graph;
  git_repository *git;
  git_odb *odb;
  GbWalk *walk;
  const char *folder;
  gboolean is_shallow;
  gboolean is_strict;
  GHashTable *trees; /* private to one run: git_oid of a commit → git_oid of its folder */
} Reader;

/* ---- reading commits ---- */

/* Reads @commit itself: all but what it changed. */
static int
read_commit (Reader *reader, GbGraphCommit *commit)
{
  GbGraph *graph = reader->graph;
  git_commit *object = NULL;
  git_oid *tree = gb_arena_new0 (graph->arena, git_oid);
  int code = gb_object_commit (reader->git, &commit->id, &object);
  if (code == 0)
    code = gb_walk_find (reader->walk, git_commit_tree_id (object), reader->folder, tree);
  if (code == 0) {
    commit->time = git_commit_time (object);
    g_autofree char *message = g_utf8_make_valid (git_commit_message (object), -1);
    commit->message = gb_arena_strdup (graph->arena, message);
    commit->n_parents = git_commit_parentcount (object);
    git_oid *parents = gb_arena_newv (graph->arena, git_oid, commit->n_parents);
    for (guint i = 0; i < commit->n_parents; i++)
      git_oid_cpy (&parents[i], git_commit_parent_id (object, i));
    commit->parents = parents;
    g_hash_table_insert (reader->trees, &commit->id, tree);
    graph->has_grown = TRUE;
  }
  git_commit_free (object);
  return code;
}

/* A shallow clone ends where a parent is not there. */
static gboolean
is_there (Reader *reader, const git_oid *id)
{
  return git_odb_exists (reader->odb, id) == 1;
}

/* Marks everything reachable from @tip, reading what no cache held. */
static int
read_from (Reader *reader, const char *tip, gboolean is_source)
{
  git_oid id;
  int code = git_oid_fromstr (&id, tip);
  if (code < 0)
    return code;
  g_autoptr (GQueue) queue = g_queue_new ();
  gboolean is_new;
  g_queue_push_tail (queue, gb_graph_add (reader->graph, &id, &is_new));
  for (GbGraphCommit *commit; code == 0 && (commit = g_queue_pop_head (queue)) != NULL;) {
    gboolean *mark = is_source ? &commit->from_source : &commit->from_publications;
    if (*mark)
      continue;
    *mark = TRUE;
    if (commit->message == NULL)
      code = read_commit (reader, commit);
    for (guint i = 0; code == 0 && i < commit->n_parents; i++) {
      if (reader->is_shallow && !is_there (reader, &commit->parents[i])) {
        commit->is_boundary = TRUE;
        reader->graph->complete = FALSE;
        continue;
      }
      g_queue_push_tail (queue, gb_graph_add (reader->graph, &commit->parents[i], &is_new));
    }
  }
  return code;
}

/* ---- order ---- */

static gboolean
comes_before (const GbGraphCommit *a, const GbGraphCommit *b)
{
  return a->time != b->time ? a->time < b->time : git_oid_cmp (&a->id, &b->id) < 0;
}

/* A binary heap of those whose parents are all placed. */
static void
push_ready (GPtrArray *heap, GbGraphCommit *commit)
{
  g_ptr_array_add (heap, commit);
  for (guint i = heap->len - 1; i > 0 && comes_before (commit, heap->pdata[(i - 1) / 2]);) {
    heap->pdata[i] = heap->pdata[(i - 1) / 2];
    i = (i - 1) / 2;
    heap->pdata[i] = commit;
  }
}

static GbGraphCommit *
pop_ready (GPtrArray *heap)
{
  GbGraphCommit *first = heap->pdata[0];
  GbGraphCommit *last = g_ptr_array_steal_index_fast (heap, heap->len - 1);
  guint at = 0;
  for (guint child; heap->len > 0 && (child = 2 * at + 1) < heap->len; at = child) {
    if (child + 1 < heap->len && comes_before (heap->pdata[child + 1], heap->pdata[child]))
      child++;
    if (!comes_before (heap->pdata[child], last))
      break;
    heap->pdata[at] = heap->pdata[child];
  }
  if (heap->len > 0)
    heap->pdata[at] = last;
  return first;
}

static gboolean
is_wanted (const GbGraphCommit *commit)
{
  return commit->from_source || commit->from_publications;
}

/* A commit still waiting for parents, and who waits for it. */
typedef struct {
  guint waiting;
  GPtrArray *children;
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;
  g_clear_pointer (&place->children, g_ptr_array_unref);
  g_free (place);
}

static void
put_in_order (GbGraph *graph)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (NULL, NULL, NULL, place_free);
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;
  guint count = 0;
  g_hash_table_iter_init (&iter, graph->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (is_wanted (value)) {
      g_hash_table_insert (places, value, g_new0 (Place, 1));
      count++;
    }
  g_hash_table_iter_init (&iter, places);
  for (gpointer data; g_hash_table_iter_next (&iter, &value, &data);) {
    GbGraphCommit *commit = value;
    Place *place = data;
    for (guint i = 0; i < commit->n_parents; i++) {
      GbGraphCommit *parent = g_hash_table_lookup (graph->by_id, &commit->parents[i]);
      Place *before = parent == NULL ? NULL : g_hash_table_lookup (places, parent);
      if (before == NULL)
        continue;
      if (before->children == NULL)
        before->children = g_ptr_array_new ();
      g_ptr_array_add (before->children, commit);
      place->waiting++;
    }
    if (place->waiting == 0)
      push_ready (ready, commit);
  }
  graph->commits = gb_arena_newv (graph->arena, GbGraphCommit *, count);
  while (ready->len > 0) {
    GbGraphCommit *commit = pop_ready (ready);
    graph->commits[graph->n_commits++] = commit;
    const Place *place = g_hash_table_lookup (places, commit);
    for (guint i = 0; place->children != NULL && i < place->children->len; i++) {
      Place *next = g_hash_table_lookup (places, place->children->pdata[i]);
      if (--next->waiting == 0)
        push_ready (ready, place->children->pdata[i]);
    }
  }
}

/* ---- changes ---- */

static int
find_tree (Reader *reader, const git_oid *commit, git_oid *ret_tree)
{
  const git_oid *known = g_hash_table_lookup (reader->trees, commit);
  if (known != NULL) {
    git_oid_cpy (ret_tree, known);
    return 0;
  }
  git_commit *object = NULL;
  int code = gb_object_commit (reader->git, commit, &object);
  if (code == 0)
    code = gb_walk_find (reader->walk, git_commit_tree_id (object), reader->folder, ret_tree);
  git_commit_free (object);
  return code;
}

static void
walk_change_clear (gpointer data)
{
  g_free (((GbWalkChange *)data)->path);
}

static int
read_changes (Reader *reader, GbGraphCommit *commit, GArray *found)
{
  GbGraph *graph = reader->graph;
  git_oid tree;
  g_autofree git_oid *parents = g_new (git_oid, commit->n_parents + 1);
  int code = find_tree (reader, &commit->id, &tree);
  for (guint i = 0; code == 0 && i < commit->n_parents; i++)
    code = find_tree (reader, &commit->parents[i], &parents[i]);
  g_array_set_size (found, 0);
  if (code == 0)
    code = gb_walk_changes (reader->walk, &tree, parents, commit->n_parents, found);
  if (code < 0)
    return code;
  GbGraphChange *changes = gb_arena_newv (graph->arena, GbGraphChange, found->len);
  for (guint i = 0; i < found->len; i++) {
    const GbWalkChange *change = &g_array_index (found, GbWalkChange, i);
    changes[i] = (GbGraphChange){ gb_graph_intern (graph, change->path), change->before,
                                  change->after, change->taken };
  }
  commit->changes = changes;
  commit->n_changes = found->len;
  commit->has_changes = TRUE;
  graph->has_grown = TRUE;
  return 0;
}

static int
read_all_changes (Reader *reader)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GbWalkChange));
  g_array_set_clear_func (found, walk_change_clear);
  int code = 0;
  if (!reader->is_strict)
    git_libgit2_opts (GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  for (guint i = 0; code == 0 && i < reader->graph->n_commits; i++) {
    GbGraphCommit *commit = reader->graph->commits[i];
    if (commit->from_source && !commit->is_boundary && !commit->has_changes)
      code = read_changes (reader, commit, found);
  }
  git_libgit2_opts (GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
  return code;
}

static int
read_graph (Reader *reader, const char *source, const char *publications)
{
  int code = read_from (reader, source, TRUE);
  if (code == 0 && publications != NULL)
    code = read_from (reader, publications, FALSE);
  if (code < 0)
    return code;
  put_in_order (reader->graph);
  return read_all_changes (reader);
}

/* A handle of its own, because objects whose fingerprint was not checked must not be found in the
 * memory of the one that all others read through.  Commits are checked; the thousands of trees that
 * say only what to compare are not, where a cache would be believed as well. */
static int
read_repository (GbGraph *graph, GbRepository *repository, const char *source,
                 const char *publications, const char *folder, gboolean is_strict)
{
  git_repository *git = NULL;
  git_odb *odb = NULL;
  int code = gb_object_open (git_repository_path (gb_repository_git (repository)),
                             GIT_REPOSITORY_OPEN_NO_SEARCH, &git);
  if (code == 0)
    code = git_repository_odb (&odb, git);
  if (code == 0) {
    g_autoptr (GbWalk) walk = gb_walk_new (odb);
    g_autoptr (GHashTable) trees = g_hash_table_new (gb_oid_hash, gb_oid_equal);
    Reader reader = { .graph = graph,
                      .git = git,
                      .odb = odb,
                      .walk = walk,
                      .folder = folder,
                      .is_shallow = gb_repository_is_shallow (repository),
                      .is_strict = is_strict,
                      .trees = trees };
    code = read_graph (&reader, source, publications);
  }
  git_odb_free (odb);
  git_repository_free (git);
  return code;
}

/* ---- merges ---- */

/* Of what @commit took from one of its parents, only that stays which differs from what was told
 * last; @told: path → git_oid. */
static void
settle (GbGraph *graph, GbGraphCommit *commit, GHashTable *told)
{
  GbGraphChange *changes = gb_arena_newv (graph->arena, GbGraphChange, commit->n_changes);
  guint n = 0;
  for (guint i = 0; i < commit->n_changes; i++) {
    GbGraphChange change = commit->changes[i];
    const git_oid *last = g_hash_table_lookup (told, change.path);
    if (change.taken) {
      /* In a shallow clone there may have been more than was told. */
      if (last == NULL ? git_oid_is_zero (&change.after) || !graph->complete
                       : git_oid_equal (last, &change.after))
        continue;
      change.before = (git_oid){ { 0 } };
      if (last != NULL)
        change.before = *last;
    }
    changes[n++] = change;
  }
  commit->changes = changes;
  commit->n_changes = n;
}

static void
settle_merges (GbGraph *graph)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < graph->n_commits; i++) {
    GbGraphCommit *commit = graph->commits[i];
    if (!commit->from_source)
      continue;
    if (commit->n_parents > 1)
      settle (graph, commit, told);
    for (guint k = 0; k < commit->n_changes; k++)
      g_hash_table_insert (told, (gpointer)commit->changes[k].path,
                           (gpointer)&commit->changes[k].after);
  }
}

GbGraph *
gb_graph_read (GbRepository *repository, const char *source, const char *publications,
               const char *folder, const char *cache, GError **error)
{
  g_autoptr (GbGraph) graph = gb_graph_new ();
  /* What a shallow clone knows of a commit may be less than the commit says. */
  gboolean is_cached = cache != NULL && !gb_repository_is_shallow (repository);
  if (is_cached)
    gb_cache_load (graph, cache, folder);
  int code = read_repository (graph, repository, source, publications, folder, cache == NULL);
  if (code < 0) {
    gb_repository_fail (error, code, "the history of commit %.12s cannot be read", source);
    return NULL;
  }
  if (is_cached && graph->has_grown)
    gb_cache_save (graph, cache, folder);
  settle_merges (graph);
  return g_steal_pointer (&graph);
}
