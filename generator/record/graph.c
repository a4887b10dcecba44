#include "record/graph.h"

#include "record/oid.h"

GbGraph *
gb_graph_new (void)
{
  GbGraph *graph = g_new0 (GbGraph, 1);
  graph->arena = gb_arena_new ();
  graph->complete = TRUE;
  graph->by_id = g_hash_table_new (gb_oid_hash, gb_oid_equal);
  graph->paths = g_hash_table_new (g_str_hash, g_str_equal);
  return graph;
}

void
gb_graph_free (GbGraph *graph)
{
  if (graph == NULL)
    return;
  g_hash_table_unref (graph->by_id);
  g_hash_table_unref (graph->paths);
  gb_arena_free (graph->arena);
  g_free (graph);
}

GbGraphCommit *
gb_graph_add (GbGraph *graph, const git_oid *id, gboolean *ret_is_new)
{
  GbGraphCommit *commit = g_hash_table_lookup (graph->by_id, id);
  *ret_is_new = commit == NULL;
  if (commit != NULL)
    return commit;
  commit = gb_arena_new0 (graph->arena, GbGraphCommit);
  git_oid_cpy (&commit->id, id);
  g_hash_table_insert (graph->by_id, &commit->id, commit);
  return commit;
}

const char *
gb_graph_intern (GbGraph *graph, const char *path)
{
  const char *known = g_hash_table_lookup (graph->paths, path);
  if (known != NULL)
    return known;
  char *copy = gb_arena_strdup (graph->arena, path);
  g_hash_table_add (graph->paths, copy);
  return copy;
}
