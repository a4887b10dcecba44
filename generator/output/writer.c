#include "output/writer.h"

#include <string.h>

#define BUFFER_SIZE ((gsize)64 * 1024)
#define BUFFER_MAX ((gsize)1024 * 1024)

/* One file to be made. */
typedef struct {
  const GbWriterGroup *group;
  guint piece;
  gint claimed; /* atomic: somebody makes it or has made it */
} Piece;

struct _GbWriterPlan {
  Piece *pieces;
  GbManifestFile *files; /* of the same index; by path once they are made */
  guint n_pieces;
  GHashTable *paths;
  const GbWriterGroup
    *groups; /* all of whose pieces follow one another; NULL: some were left out */
};

typedef struct {
  GbWriterPlan *plan;
  GbWriterTake take;
  gpointer sink;
  gint taken;   /* atomic: pieces that somebody has */
  gint front;   /* atomic: of these, from the beginning of the plan */
  gint back;    /* atomic: and from its end */
  gint threads; /* atomic: that have begun */
  gint done;    /* atomic */
  gint stopped; /* atomic: something failed, or everything is done */
  GMutex mutex;
  GError *error; /* the failure of the first piece, in the order of the plan */
  guint failed;
} Run;

/* ---- the plan ---- */

static gboolean
add_path (GbWriterPlan *plan, const char *path, GError **error)
{
  if (g_hash_table_add (plan->paths, (gpointer)path))
    return TRUE;
  return gb_error_set (error, GB_ERROR_CONTENT,
                       "two things would be published at the same address: %s", path);
}

/* No file may lie in the place of a folder that another one needs. */
static gboolean
check_folders (const GbWriterPlan *plan, GError **error)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < plan->n_pieces; i++) {
    g_autofree char *folder = g_strdup (plan->files[i].path);
    for (char *slash; (slash = strrchr (folder, '/')) != NULL;) {
      *slash = '\0';
      if (g_hash_table_contains (plan->paths, folder))
        return gb_error_set (error, GB_ERROR_CONTENT,
                             "%s would be published as a file, but is the folder of %s", folder,
                             plan->files[i].path);
      if (!g_hash_table_add (folders, g_strdup (folder)))
        break; /* with all above it */
    }
  }
  return TRUE;
}

GbWriterPlan *
gb_writer_plan (const GbWriterGroup *groups, guint n_groups, GError **error)
{
  guint count = 0;
  for (guint i = 0; i < n_groups; i++)
    count += groups[i].n_pieces;
  g_autoptr (GbWriterPlan) plan = g_new0 (GbWriterPlan, 1);
  plan->groups = groups;
  plan->pieces = g_new (Piece, MAX (1, count));
  plan->files = g_new0 (GbManifestFile, MAX (1, count));
  plan->paths = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_groups; i++)
    for (guint k = 0; k < groups[i].n_pieces; k++) {
      const char *path = groups[i].path (groups[i].source, k);
      if (!add_path (plan, path, error))
        return NULL;
      plan->pieces[plan->n_pieces] = (Piece){ .group = &groups[i], .piece = k };
      plan->files[plan->n_pieces++].path = path;
    }
  return add_path (plan, GB_MANIFEST, error) && check_folders (plan, error)
           ? g_steal_pointer (&plan)
           : NULL;
}

void
gb_writer_plan_free (GbWriterPlan *plan)
{
  if (plan == NULL)
    return;
  g_hash_table_unref (plan->paths);
  g_free (plan->files);
  g_free (plan->pieces);
  g_free (plan);
}

gboolean
gb_writer_plan_has (const GbWriterPlan *plan, const char *path)
{
  return g_hash_table_contains (plan->paths, path);
}

void
gb_writer_plan_only (GbWriterPlan *plan, const char *path)
{
  guint kept = 0;
  for (guint i = 0; i < plan->n_pieces; i++)
    if (strcmp (plan->files[i].path, path) == 0) {
      plan->pieces[kept] = plan->pieces[i];
      plan->files[kept++] = plan->files[i];
    }
  plan->n_pieces = kept;
  plan->groups = NULL;
}

const GbManifestFile *
gb_writer_plan_files (const GbWriterPlan *plan, guint *ret_n)
{
  *ret_n = plan->n_pieces;
  return plan->files;
}

/* ---- making ---- */

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

struct _GbWriterOthers {
  Run *run;
  GbArena *arena;
};

static gboolean
claim (Run *run, guint index)
{
  return g_atomic_int_compare_and_exchange (&run->plan->pieces[index].claimed, 0, 1);
}

static gboolean
make_alone (const GbWriterGroup *group, guint piece, GbArena *arena, GString *out, GError **error)
{
  gb_arena_reset (arena);
  return group->make (group->source, piece, arena, out, error);
}

static gboolean
make_bytes (Run *run, const Piece *piece, GbArena *arena, GString *out, GError **error)
{
  const GbWriterGroup *group = piece->group;
  GbWriterOthers others = { run, arena };
  return group->compose == NULL ? make_alone (group, piece->piece, arena, out, error)
                                : group->compose (group->source, piece->piece, &others, out, error);
}

/* Of a piece that the caller has claimed.  @error is not set where a piece that this one is
 * composed of has failed. */
static gboolean
make_piece (Run *run, guint index, GbArena *arena, GString *out, GError **error)
{
  const Piece *piece = &run->plan->pieces[index];
  GbManifestFile *file = &run->plan->files[index];
  if (!make_bytes (run, piece, arena, out, error)) {
    g_prefix_error (error, "%s: ", file->path);
    return FALSE;
  }
  file->size = out->len;
  (void)gb_hash_sha256 (out->str, out->len, file->hash);
  return run->take (run->sink, file, out, error);
}

gboolean
gb_writer_other (GbWriterOthers *others, const GbWriterGroup *group, guint piece, GString *bytes,
                 GError **error)
{
  Run *run = others->run;
  if (run->plan->groups == NULL)
    return make_alone (group, piece, others->arena, bytes, error);
  guint index = piece;
  for (const GbWriterGroup *at = run->plan->groups; at != group; at++)
    index += at->n_pieces;
  GError *own = NULL;
  gboolean done;
  if (claim (run, index)) {
    done = make_piece (run, index, others->arena, bytes, &own);
  } else {
    done = make_alone (group, piece, others->arena, bytes, &own);
    g_prefix_error (&own, "%s: ", run->plan->files[index].path);
  }
  if (!done)
    fail (run, index, own);
  return done;
}

/* Half the threads go through the plan from its beginning, half from its end: pages that stand
 * together there go into one folder, and a file system lets only one thread at a time add to a
 * folder. FALSE where nothing is left. */
static gboolean
next_piece (Run *run, gboolean from_back, guint *ret_index)
{
  if ((guint)g_atomic_int_add (&run->taken, 1) >= run->plan->n_pieces)
    return FALSE;
  *ret_index = from_back ? run->plan->n_pieces - 1 - (guint)g_atomic_int_add (&run->back, 1)
                         : (guint)g_atomic_int_add (&run->front, 1);
  return TRUE;
}

/* What one large file needed is not kept for all the small ones that follow. */
static GString *
emptied (GString *out)
{
  if (out->allocated_len <= BUFFER_MAX)
    return g_string_truncate (out, 0);
  g_string_free (out, TRUE);
  return g_string_sized_new (BUFFER_SIZE);
}

static gpointer
work (gpointer data)
{
  Run *run = data;
  gboolean from_back = g_atomic_int_add (&run->threads, 1) % 2 == 1;
  g_autoptr (GbArena) arena = gb_arena_new ();
  GString *out = g_string_sized_new (BUFFER_SIZE);
  while (!g_atomic_int_get (&run->stopped)) {
    guint index;
    if (!next_piece (run, from_back, &index))
      break;
    GError *error = NULL;
    if (claim (run, index) && !make_piece (run, index, arena, out, &error) && error != NULL)
      fail (run, index, error);
    out = emptied (out);
    (void)g_atomic_int_add (&run->done, 1);
  }
  g_string_free (out, TRUE);
  return NULL;
}

static void
run_threads (Run *run, guint wanted, GbWriterProgress progress)
{
  guint jobs = CLAMP (wanted, 1, MAX (1, run->plan->n_pieces));
  g_autofree GThread **threads = g_new0 (GThread *, jobs);
  gboolean watched = progress != NULL;
  /* Without anybody watching, the calling thread does its share. */
  for (guint i = watched ? 0 : 1; i < jobs; i++)
    threads[i] = g_thread_new ("writer", work, run);
  if (!watched)
    (void)work (run);
  while (watched && !g_atomic_int_get (&run->stopped)) {
    guint done = (guint)g_atomic_int_get (&run->done);
    progress (done, run->plan->n_pieces);
    if (done >= run->plan->n_pieces)
      break;
    g_usleep (20 * 1000);
  }
  for (guint i = 0; i < jobs; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

gboolean
gb_writer_make (GbWriterPlan *plan, guint jobs, GbWriterProgress progress, GbWriterTake take,
                gpointer sink, GError **error)
{
  Run run = { .plan = plan, .take = take, .sink = sink };
  g_mutex_init (&run.mutex);
  run_threads (&run, jobs, progress);
  g_mutex_clear (&run.mutex);
  if (run.error != NULL) {
    g_propagate_error (error, run.error);
    return FALSE;
  }
  gb_manifest_sort (plan->files, plan->n_pieces);
  return TRUE;
}
