#include "record/cache.h"

#include "base/file.h"
#include "base/hash.h"

#include <string.h>

/* clang-format off */
/* The version, the SHA-256 of all that follows in 64 digits, then:
 *
 *   text     the folder
 *   number   of paths, then each as a text
 *   number   of commits, then each as:
 *     id, time in 8 bytes, message as a text
 *     number   whether its changes are known
 *     number   of parents, then their ids
 *     number   of changes, then each as: path (its index twice, plus one where it was taken),
 *              id before, id after
 *
 * Numbers have 4 bytes, the least first; a text is the number of its bytes, they, and a NUL; ids
 * are 20 bytes. */
/* clang-format on */
#define VERSION "gongbao history 2\n"
#define HEAD (sizeof VERSION - 1 + GB_HASH_LENGTH - 1)

/* ---- reading ---- */

typedef struct {
  const char *at;
  gsize left;
  gboolean is_short; /* something was asked for that is not there */
} Reading;

static const char *
take (Reading *reading, gsize length)
{
  if (reading->is_short || length > reading->left) {
    reading->is_short = TRUE;
    return NULL;
  }
  const char *taken = reading->at;
  reading->at += length;
  reading->left -= length;
  return taken;
}

static guint32
take_number (Reading *reading)
{
  guint32 number = 0;
  const char *bytes = take (reading, sizeof number);
  if (bytes != NULL)
    memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_LE (number);
}

/* How many items follow, of at least @size bytes each. */
static guint32
take_count (Reading *reading, gsize size)
{
  guint32 count = take_number (reading);
  if (count > reading->left / size)
    reading->is_short = TRUE;
  return reading->is_short ? 0 : count;
}

static const char *
take_text (Reading *reading)
{
  gsize length = take_number (reading);
  const char *text = take (reading, length + 1);
  return text != NULL && text[length] == '\0' ? text : "";
}

static void
take_id (Reading *reading, git_oid *ret_id)
{
  const char *bytes = take (reading, GIT_OID_RAWSZ);
  if (bytes != NULL)
    git_oid_fromraw (ret_id, (const guchar *)bytes);
}

/* Fills @commit but for its id. */
static void
load_commit (GbGraph *graph, Reading *reading, const GPtrArray *paths, GbGraphCommit *commit)
{
  guint64 time = 0;
  const char *bytes = take (reading, sizeof time);
  if (bytes != NULL)
    memcpy (&time, bytes, sizeof time);
  commit->time = (gint64)GUINT64_FROM_LE (time);
  commit->message = gb_arena_strdup (graph->arena, take_text (reading));
  commit->has_changes = take_number (reading) == 1;
  commit->n_parents = take_count (reading, GIT_OID_RAWSZ);
  git_oid *parents = gb_arena_newv (graph->arena, git_oid, commit->n_parents);
  for (guint i = 0; i < commit->n_parents; i++)
    take_id (reading, &parents[i]);
  commit->parents = parents;
  commit->n_changes = take_count (reading, sizeof (guint32) + (gsize)2 * GIT_OID_RAWSZ);
  GbGraphChange *changes = gb_arena_newv (graph->arena, GbGraphChange, commit->n_changes);
  for (guint i = 0; i < commit->n_changes; i++) {
    guint32 path = take_number (reading);
    if (path / 2 >= paths->len) {
      reading->is_short = TRUE;
      return;
    }
    changes[i].path = paths->pdata[path / 2];
    changes[i].taken = path % 2 == 1;
    take_id (reading, &changes[i].before);
    take_id (reading, &changes[i].after);
  }
  commit->changes = changes;
}

static void
load_all (GbGraph *graph, Reading *reading, const char *folder)
{
  if (strcmp (take_text (reading), folder) != 0)
    return;
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  for (guint i = take_count (reading, sizeof (guint32) + 1); i > 0; i--)
    g_ptr_array_add (paths, (gpointer)gb_graph_intern (graph, take_text (reading)));
  for (guint i = take_count (reading, GIT_OID_RAWSZ); i > 0 && !reading->is_short; i--) {
    git_oid id = { { 0 } };
    take_id (reading, &id);
    GbGraphCommit filled = { .id = id };
    load_commit (graph, reading, paths, &filled);
    gboolean is_new = FALSE;
    GbGraphCommit *commit = reading->is_short ? NULL : gb_graph_add (graph, &id, &is_new);
    if (is_new)
      *commit = filled;
  }
}

void
gb_cache_load (GbGraph *graph, const char *file, const char *folder)
{
  gsize length;
  g_autofree char *text = gb_file_read (file, 0, &length, NULL);
  char hash[GB_HASH_LENGTH];
  if (text == NULL || length < HEAD || memcmp (text, VERSION, sizeof VERSION - 1) != 0
      || memcmp (text + sizeof VERSION - 1, gb_hash_sha256 (text + HEAD, length - HEAD, hash),
                 GB_HASH_LENGTH - 1)
           != 0)
    return;
  Reading reading = { text + HEAD, length - HEAD, FALSE };
  load_all (graph, &reading, folder);
}

/* ---- writing ---- */

static void
put_number (GString *out, gsize number)
{
  guint32 bytes = GUINT32_TO_LE ((guint32)number);
  g_string_append_len (out, (const char *)&bytes, sizeof bytes);
}

static void
put_text (GString *out, const char *text)
{
  gsize length = strlen (text);
  put_number (out, length);
  g_string_append_len (out, text, (gssize)length + 1);
}

static void
put_id (GString *out, const git_oid *id)
{
  g_string_append_len (out, (const char *)id->id, GIT_OID_RAWSZ);
}

/* The paths of all changes, each once; returns path → index. */
static GHashTable *
put_paths (GString *out, const GbGraph *graph)
{
  GHashTable *indices = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  for (guint i = 0; i < graph->n_commits; i++)
    for (guint k = 0; k < graph->commits[i]->n_changes; k++) {
      const char *path = graph->commits[i]->changes[k].path;
      if (g_hash_table_insert (indices, (gpointer)path, NULL))
        g_ptr_array_add (paths, (gpointer)path);
    }
  put_number (out, paths->len);
  for (guint i = 0; i < paths->len; i++) {
    put_text (out, paths->pdata[i]);
    g_hash_table_insert (indices, paths->pdata[i], GUINT_TO_POINTER (i));
  }
  return indices;
}

static void
put_commit (GString *out, const GbGraphCommit *commit, GHashTable *indices)
{
  guint64 time = GUINT64_TO_LE ((guint64)commit->time);
  put_id (out, &commit->id);
  g_string_append_len (out, (const char *)&time, sizeof time);
  put_text (out, commit->message);
  put_number (out, commit->has_changes);
  put_number (out, commit->n_parents);
  for (guint i = 0; i < commit->n_parents; i++)
    put_id (out, &commit->parents[i]);
  put_number (out, commit->n_changes);
  for (guint i = 0; i < commit->n_changes; i++) {
    const GbGraphChange *change = &commit->changes[i];
    gpointer index = g_hash_table_lookup (indices, change->path);
    put_number (out, (gsize)GPOINTER_TO_UINT (index) * 2 + (change->taken ? 1 : 0));
    put_id (out, &change->before);
    put_id (out, &change->after);
  }
}

void
gb_cache_save (const GbGraph *graph, const char *file, const char *folder)
{
  g_autoptr (GString) body = g_string_new (NULL);
  put_text (body, folder);
  g_autoptr (GHashTable) indices = put_paths (body, graph);
  put_number (body, graph->n_commits);
  for (guint i = 0; i < graph->n_commits; i++)
    put_commit (body, graph->commits[i], indices);
  g_autoptr (GString) out = g_string_new (VERSION);
  char hash[GB_HASH_LENGTH];
  g_string_append (out, gb_hash_sha256 (body->str, body->len, hash));
  g_string_append_len (out, body->str, (gssize)body->len);
  (void)gb_file_write (file, out->str, out->len, NULL, NULL);
}
