#include "record/cache.h"

#include "base/file.h"
#include "base/hash.h"

#include <string.h>

/* Version, folder, paths, commits: id, time, message, parents, whether changes are known, changes:
 * index of the path, before, after.  Ids are 20 bytes each, one after the other. */
#define FORMAT "(sasa(ayxsayba(uay)))"
#define VERSION "1 "

static void
load_commit (GbGraph *graph, GVariant *item, const char *const *paths, gsize n_paths)
{
  g_autoptr (GVariant) id_bytes = NULL;
  g_autoptr (GVariant) parent_bytes = NULL;
  g_autoptr (GVariant) changes = NULL;
  gint64 time;
  const char *message;
  gboolean has_changes;
  g_variant_get (item, "(@ayx&s@ayb@a(uay))", &id_bytes, &time, &message, &parent_bytes,
                 &has_changes, &changes);
  gsize length, parents_length;
  const guchar *id = g_variant_get_fixed_array (id_bytes, &length, 1);
  const guchar *parents = g_variant_get_fixed_array (parent_bytes, &parents_length, 1);
  if (length != GIT_OID_RAWSZ || parents_length % GIT_OID_RAWSZ != 0)
    return;
  git_oid oid;
  git_oid_fromraw (&oid, id);
  gboolean is_new;
  GbGraphCommit *commit = gb_graph_add (graph, &oid, &is_new);
  if (!is_new)
    return;
  commit->time = time;
  commit->message = gb_arena_strdup (graph->arena, message);
  commit->n_parents = (guint)(parents_length / GIT_OID_RAWSZ);
  git_oid *own = gb_arena_newv (graph->arena, git_oid, commit->n_parents);
  for (guint i = 0; i < commit->n_parents; i++)
    git_oid_fromraw (&own[i], parents + i * GIT_OID_RAWSZ);
  commit->parents = own;
  gsize n_changes = g_variant_n_children (changes);
  GbGraphChange *filled = gb_arena_newv (graph->arena, GbGraphChange, n_changes);
  for (gsize i = 0; i < n_changes; i++) {
    guint32 path;
    g_autoptr (GVariant) ids = NULL;
    g_variant_get_child (changes, i, "(u@ay)", &path, &ids);
    const guchar *raw = g_variant_get_fixed_array (ids, &length, 1);
    if (path >= n_paths || length != (gsize)2 * GIT_OID_RAWSZ)
      return; /* the commit is read again: has_changes is not set */
    filled[i].path = paths[path];
    git_oid_fromraw (&filled[i].before, raw);
    git_oid_fromraw (&filled[i].after, raw + GIT_OID_RAWSZ);
  }
  commit->changes = filled;
  commit->n_changes = (guint)n_changes;
  commit->has_changes = has_changes;
}

void
gb_cache_load (GbGraph *graph, const char *file, const char *folder)
{
  gsize length;
  g_autofree char *text = gb_file_read (file, 0, &length, NULL);
  char hash[GB_HASH_LENGTH];
  gsize head
    = GB_HASH_LENGTH + 7; /* 64 digits and 8 bytes of nothing, which keep what follows aligned */
  if (text == NULL || length < head
      || memcmp (text, gb_hash_sha256 (text + head, length - head, hash), GB_HASH_LENGTH - 1) != 0)
    return;
  g_autoptr (GBytes) bytes = g_bytes_new (text + head, length - head);
  g_autoptr (GVariant) all
    = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORMAT), bytes, TRUE));
  const char *version;
  g_autoptr (GVariant) path_list = NULL;
  g_autoptr (GVariant) commits = NULL;
  g_variant_get (all, "(&s@as@a(ayxsayba(uay)))", &version, &path_list, &commits);
  g_autofree char *wanted = g_strconcat (VERSION, folder, NULL);
  if (strcmp (version, wanted) != 0)
    return;
  gsize n_paths;
  g_autofree const char **paths = g_variant_get_strv (path_list, &n_paths);
  for (gsize i = 0; i < n_paths; i++)
    paths[i] = gb_graph_intern (graph, paths[i]);
  for (gsize i = 0; i < g_variant_n_children (commits); i++) {
    g_autoptr (GVariant) item = g_variant_get_child_value (commits, i);
    load_commit (graph, item, paths, n_paths);
  }
}

static GVariant *
raw_ids (const git_oid *ids, gsize n)
{
  g_autofree guchar *raw = g_malloc (n * GIT_OID_RAWSZ + 1);
  for (gsize i = 0; i < n; i++)
    memcpy (raw + i * GIT_OID_RAWSZ, ids[i].id, GIT_OID_RAWSZ);
  return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, raw, n * GIT_OID_RAWSZ, 1);
}

static void
save_commit (const GbGraphCommit *commit, GVariantBuilder *paths, GHashTable *indices,
             GVariantBuilder *commits)
{
  GVariantBuilder changes;
  g_variant_builder_init (&changes, G_VARIANT_TYPE ("a(uay)"));
  for (guint i = 0; i < commit->n_changes; i++) {
    const GbGraphChange *change = &commit->changes[i];
    gpointer index;
    if (!g_hash_table_lookup_extended (indices, change->path, NULL, &index)) {
      index = GUINT_TO_POINTER (g_hash_table_size (indices));
      g_hash_table_insert (indices, (gpointer)change->path, index);
      g_variant_builder_add (paths, "s", change->path);
    }
    const git_oid both[] = { change->before, change->after };
    g_variant_builder_add (&changes, "(u@ay)", GPOINTER_TO_UINT (index), raw_ids (both, 2));
  }
  g_variant_builder_add (commits, "(@ayxs@ayba(uay))", raw_ids (&commit->id, 1), commit->time,
                         commit->message, raw_ids (commit->parents, commit->n_parents),
                         commit->has_changes, &changes);
}

void
gb_cache_save (const GbGraph *graph, const char *file, const char *folder)
{
  GVariantBuilder paths, commits;
  g_variant_builder_init (&paths, G_VARIANT_TYPE ("as"));
  g_variant_builder_init (&commits, G_VARIANT_TYPE ("a(ayxsayba(uay))"));
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < graph->n_commits; i++)
    save_commit (graph->commits[i], &paths, indices, &commits);
  g_autofree char *version = g_strconcat (VERSION, folder, NULL);
  g_autoptr (GVariant) all
    = g_variant_ref_sink (g_variant_new ("(sasa(ayxsayba(uay)))", version, &paths, &commits));
  gsize size = g_variant_get_size (all);
  g_autoptr (GString) out = g_string_sized_new (size + 128);
  char hash[GB_HASH_LENGTH];
  g_string_append (out, gb_hash_sha256 (g_variant_get_data (all), size, hash));
  g_string_append_len (out, "\0\0\0\0\0\0\0\0", 8);
  g_string_append_len (out, g_variant_get_data (all), (gssize)size);
  (void)gb_file_write (file, out->str, out->len, NULL, NULL);
}
