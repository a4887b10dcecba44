/* Fuzz: the cache of a graph.  The target writes version and fingerprint before the bytes, so that
 * they are believed; what was loaded is saved and loaded as it was. */
#include "fuzz.h"

#include "base/file.h"
#include "base/hash.h"
#include "record/cache.h"

#include <glib/gstdio.h>

static char *
cache_file (void)
{
  static char *file;
  if (file == NULL) {
    g_autofree char *folder = g_dir_make_tmp ("gongbao-fuzz-XXXXXX", NULL);
    g_assert_nonnull (folder);
    file = g_build_filename (folder, "cache", NULL);
  }
  return file;
}

/* The version that gb_cache_save writes. */
static const char *
version (void)
{
  static char *text;
  if (text == NULL) {
    g_autoptr (GbGraph) none = gb_graph_new ();
    gb_cache_save (none, cache_file (), "");
    g_assert_true (g_file_get_contents (cache_file (), &text, NULL, NULL));
    *(strchr (text, '\n') + 1) = '\0';
  }
  return text;
}

static int
by_id (gconstpointer a, gconstpointer b)
{
  return git_oid_cmp (&(*(GbGraphCommit *const *)a)->id, &(*(GbGraphCommit *const *)b)->id);
}

/* Puts what the cache held into an order, as whoever saves it has done. */
static void
put_in_order (GbGraph *graph)
{
  graph->n_commits = g_hash_table_size (graph->by_id);
  graph->commits = gb_arena_newv (graph->arena, GbGraphCommit *, graph->n_commits);
  GHashTableIter iter;
  gpointer commit;
  guint n = 0;
  g_hash_table_iter_init (&iter, graph->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &commit))
    graph->commits[n++] = commit;
  if (n > 0)
    qsort (graph->commits, n, sizeof *graph->commits, by_id);
}

static void
assert_same_commit (const GbGraphCommit *one, const GbGraphCommit *other)
{
  g_assert_true (git_oid_equal (&one->id, &other->id));
  g_assert_true (one->time == other->time && one->has_changes == other->has_changes);
  g_assert_cmpstr (one->message, ==, other->message);
  g_assert_cmpuint (one->n_parents, ==, other->n_parents);
  for (guint i = 0; i < one->n_parents; i++)
    g_assert_true (git_oid_equal (&one->parents[i], &other->parents[i]));
  g_assert_cmpuint (one->n_changes, ==, other->n_changes);
  for (guint i = 0; i < one->n_changes; i++) {
    const GbGraphChange *change = &one->changes[i], *again = &other->changes[i];
    g_assert_cmpstr (change->path, ==, again->path);
    g_assert_true (git_oid_equal (&change->before, &again->before)
                   && git_oid_equal (&change->after, &again->after)
                   && change->taken == again->taken);
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GString) bytes = g_string_new (version ());
  char hash[GB_HASH_LENGTH];
  g_string_append (bytes, gb_hash_sha256 ((const char *)data, size, hash));
  g_string_append_len (bytes, (const char *)data, (gssize)size);
  g_assert_true (gb_file_write (cache_file (), bytes->str, bytes->len, NULL, NULL));
  g_autoptr (GbGraph) graph = gb_graph_new ();
  gb_cache_load (graph, cache_file (), "content");
  put_in_order (graph);
  gb_cache_save (graph, cache_file (), "content");
  g_autoptr (GbGraph) again = gb_graph_new ();
  gb_cache_load (again, cache_file (), "content");
  put_in_order (again);
  g_assert_cmpuint (again->n_commits, ==, graph->n_commits);
  for (guint i = 0; i < graph->n_commits; i++)
    assert_same_commit (graph->commits[i], again->commits[i]);
  return 0;
}
