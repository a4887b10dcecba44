#include "output/writer.h"

#include "base/file.h"
#include "output/manifest.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Lists, one path a line, what a running build may leave behind. */
#define MARKER ".gongbao-building"

/* One file to be made. */
typedef struct {
  const GbWriterGroup *group;
  guint piece;
} Piece;

typedef struct {
  const GbWriterOptions *options;
  const Piece *pieces;
  GbManifestFile *files; /* of the same index */
  guint n_pieces;
  gint taken;     /* atomic: pieces that somebody has */
  gint front;     /* atomic: of these, from the beginning of the plan */
  gint back;      /* atomic: and from its end */
  gint threads;   /* atomic: that have begun */
  gint done;      /* atomic */
  gint stopped;   /* atomic: something failed, or everything is done */
  gint counts[3]; /* atomic: GbWrite */
  GMutex mutex;
  GError *error; /* the failure of the first piece, in the order of the plan */
  guint failed;
} Run;

static void
fail (Run *run, guint piece, GError *error)
{
  g_mutex_lock (&run->mutex);
  if (run->error == NULL || piece < run->failed) {
    g_clear_error (&run->error);
    run->error = error;
    run->failed = piece;
  } else {
    g_error_free (error);
  }
  g_mutex_unlock (&run->mutex);
  g_atomic_int_set (&run->stopped, 1);
}

static gboolean
make_piece (Run *run, guint index, gpointer scratch, GString *out, GError **error)
{
  const Piece *piece = &run->pieces[index];
  GbManifestFile *file = &run->files[index];
  g_string_truncate (out, 0);
  if (!piece->group->make (piece->group->source, piece->piece, scratch, out, error)) {
    g_prefix_error (error, "%s: ", file->path);
    return FALSE;
  }
  char path[4096];
  if (g_snprintf (path, sizeof path, "%s/%s", run->options->folder, file->path) >= (int)sizeof path)
    return gb_error_set_errno (error, ENAMETOOLONG, "cannot write", file->path);
  GbWrite write;
  if (!gb_file_write (path, out->str, out->len, &write, error))
    return FALSE;
  file->size = out->len;
  (void)gb_hash_sha256 (out->str, out->len, file->hash);
  (void)g_atomic_int_add (&run->counts[write], 1);
  return TRUE;
}

/* Half the threads go through the plan from its beginning, half from its end: pages that stand
 * together there go into one folder, and a file system lets only one thread at a time add to a
 * folder. FALSE where nothing is left. */
static gboolean
take (Run *run, gboolean from_back, guint *ret_index)
{
  if ((guint)g_atomic_int_add (&run->taken, 1) >= run->n_pieces)
    return FALSE;
  *ret_index = from_back ? run->n_pieces - 1 - (guint)g_atomic_int_add (&run->back, 1)
                         : (guint)g_atomic_int_add (&run->front, 1);
  return TRUE;
}

static gpointer
work (gpointer data)
{
  Run *run = data;
  gboolean from_back = g_atomic_int_add (&run->threads, 1) % 2 == 1;
  gpointer scratch = run->options->scratch_new == NULL ? NULL : run->options->scratch_new ();
  g_autoptr (GString) out = g_string_sized_new (64 * 1024);
  while (!g_atomic_int_get (&run->stopped)) {
    guint index;
    if (!take (run, from_back, &index))
      break;
    GError *error = NULL;
    if (!make_piece (run, index, scratch, out, &error))
      fail (run, index, error);
    (void)g_atomic_int_add (&run->done, 1);
  }
  if (run->options->scratch_free != NULL)
    run->options->scratch_free (scratch);
  return NULL;
}

static void
run_threads (Run *run)
{
  guint jobs = CLAMP (run->options->jobs, 1, MAX (1, run->n_pieces));
  g_autofree GThread **threads = g_new0 (GThread *, jobs);
  gboolean watched = run->options->progress != NULL;
  /* Without anybody watching, the calling thread does its share. */
  for (guint i = watched ? 0 : 1; i < jobs; i++)
    threads[i] = g_thread_new ("writer", work, run);
  if (!watched)
    (void)work (run);
  while (watched && !g_atomic_int_get (&run->stopped)) {
    guint done = (guint)g_atomic_int_get (&run->done);
    run->options->progress (done, run->n_pieces, run->options->progress_data);
    if (done >= run->n_pieces)
      break;
    g_usleep (20 * 1000);
  }
  for (guint i = 0; i < jobs; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

/* ---- the plan ---- */

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return strcmp (((const GbManifestFile *)a)->path, ((const GbManifestFile *)b)->path);
}

static gboolean
check_collisions (GHashTable *planned, const char *path, GError **error)
{
  if (g_hash_table_add (planned, (gpointer)path))
    return TRUE;
  g_set_error (error, GB_ERROR, GB_ERROR_CONTENT,
               "two things would be published at the same address: %s", path);
  return FALSE;
}

static GArray *
lay_out (const GbWriterGroup *groups, guint n_groups, GHashTable *planned, GError **error)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  for (guint i = 0; i < n_groups; i++)
    for (guint k = 0; k < groups[i].n_pieces; k++) {
      Piece piece = { &groups[i], k };
      if (!check_collisions (planned, groups[i].path (groups[i].source, k), error))
        return NULL;
      g_array_append_val (pieces, piece);
    }
  if (!check_collisions (planned, GB_MANIFEST, error))
    return NULL;
  return g_steal_pointer (&pieces);
}

/* ---- what earlier builds left ---- */

static GPtrArray *
read_marker (const char *marker, gboolean *ret_resumed, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  *ret_resumed = access (marker, F_OK) == 0;
  if (!*ret_resumed)
    return g_steal_pointer (&paths);
  g_autofree char *text = gb_file_read (marker, 0, NULL, error);
  if (text == NULL)
    return NULL;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      g_ptr_array_add (paths, g_strdup (lines[i]));
  return g_steal_pointer (&paths);
}

/* Every path an earlier build may have written. */
static GPtrArray *
find_old (const char *folder, const char *marker, gboolean *ret_resumed, GError **error)
{
  g_autoptr (GPtrArray) names = gb_file_list (folder, error);
  if (names == NULL)
    return NULL;
  g_autoptr (GPtrArray) old = gb_manifest_paths (folder, error);
  g_autoptr (GPtrArray) cut_off = read_marker (marker, ret_resumed, error);
  if (old == NULL || cut_off == NULL)
    return NULL;
  g_autofree char *manifest = g_build_filename (folder, GB_MANIFEST, NULL);
  gboolean is_site = *ret_resumed || access (manifest, F_OK) == 0;
  if (!is_site && names->len > 0) {
    g_set_error (error, GB_ERROR, GB_ERROR_USAGE,
                 "%s is not empty and holds no " GB_MANIFEST
                 ", so it is no site of this program; name another folder with --out",
                 folder);
    return NULL;
  }
  g_ptr_array_extend_and_steal (old, g_steal_pointer (&cut_off));
  return g_steal_pointer (&old);
}

static gboolean
is_inside (const char *path)
{
  /* A manifest somebody edited must not lead out of the folder. */
  return path[0] != '/' && path[0] != '\0' && strstr (path, "..") == NULL;
}

static gboolean
remove_file (const char *folder, const char *path, guint *removed, GError **error)
{
  g_autofree char *full = g_build_filename (folder, path, NULL);
  if (unlink (full) == 0)
    (*removed)++;
  else if (errno != ENOENT && errno != ENOTDIR)
    return gb_error_set_errno (error, errno, "cannot remove", full);
  /* Folders go with their last file; rmdir fails on the first that still holds something. */
  for (char *slash = strrchr (full, '/'); slash != NULL && (gsize)(slash - full) > strlen (folder);
       slash = strrchr (full, '/')) {
    *slash = '\0';
    if (rmdir (full) != 0)
      break;
  }
  return TRUE;
}

static gboolean
remove_old (const char *folder, const GPtrArray *old, GHashTable *planned, gboolean resumed,
            guint *removed, GError **error)
{
  for (guint i = 0; i < old->len; i++) {
    const char *path = old->pdata[i];
    if (!is_inside (path))
      continue;
    if (resumed) {
      guint ignored = 0;
      g_autofree char *temporary = g_strconcat (path, GB_FILE_TEMPORARY, NULL);
      if (!remove_file (folder, temporary, &ignored, error))
        return FALSE;
    }
    if (!g_hash_table_contains (planned, path) && !remove_file (folder, path, removed, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_marker (const char *marker, const GbManifestFile *files, guint n_files, const GPtrArray *old,
              gboolean resumed, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new ((gsize)n_files * 64);
  for (guint i = 0; i < n_files; i++) {
    g_string_append (text, files[i].path);
    g_string_append_c (text, '\n');
  }
  for (guint i = 0; resumed && i < old->len; i++) {
    g_string_append (text, old->pdata[i]);
    g_string_append_c (text, '\n');
  }
  return gb_file_write (marker, text->str, text->len, NULL, error);
}

gboolean
gb_writer_run (const GbWriterOptions *options, const GbWriterGroup *groups, guint n_groups,
               GbWriterSummary *ret_summary, GError **error)
{
  GbWriterSummary summary = { 0 };
  g_autoptr (GHashTable) planned = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) pieces = lay_out (groups, n_groups, planned, error);
  if (pieces == NULL)
    return FALSE;
  g_autofree char *marker = g_build_filename (options->folder, MARKER, NULL);
  g_autoptr (GPtrArray) old = find_old (options->folder, marker, &summary.resumed, error);
  if (old == NULL)
    return FALSE;

  g_autofree GbManifestFile *files = g_new0 (GbManifestFile, MAX (1, pieces->len));
  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = &g_array_index (pieces, Piece, i);
    files[i].path = piece->group->path (piece->group->source, piece->piece);
  }
  if (!write_marker (marker, files, pieces->len, old, summary.resumed, error))
    return FALSE;

  Run run = {
    .options = options,
    .pieces = (const Piece *)(gpointer)pieces->data,
    .files = files,
    .n_pieces = pieces->len,
  };
  g_mutex_init (&run.mutex);
  run_threads (&run);
  g_mutex_clear (&run.mutex);
  if (run.error != NULL) {
    g_propagate_error (error, run.error);
    return FALSE;
  }

  if (!remove_old (options->folder, old, planned, summary.resumed, &summary.removed, error))
    return FALSE;
  for (guint i = 0; i < pieces->len; i++)
    summary.bytes += files[i].size;
  qsort (files, pieces->len, sizeof *files, compare_files);
  g_autofree char *manifest = g_build_filename (options->folder, GB_MANIFEST, NULL);
  g_autoptr (GString) text = gb_manifest_write (options->as_of, files, pieces->len);
  GbWrite write;
  if (!gb_file_write (manifest, text->str, text->len, &write, error))
    return FALSE;
  run.counts[write]++;
  if (unlink (marker) != 0)
    return gb_error_set_errno (error, errno, "cannot remove", marker);

  summary.files = pieces->len + 1;
  summary.created = (guint)run.counts[GB_WRITE_CREATED];
  summary.replaced = (guint)run.counts[GB_WRITE_REPLACED];
  summary.unchanged = (guint)run.counts[GB_WRITE_UNCHANGED];
  *ret_summary = summary;
  return TRUE;
}
