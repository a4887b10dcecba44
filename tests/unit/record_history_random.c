/* History of random graphs of commits, beside a simulation that does everything the slow way, and
 * beside git itself.  With and without a cache that knows other commits. */
#include "record/record.h"

#include "record_fixture.h"

#include <stdlib.h>

#define COMMITS 90
#define PARENTS 3

/* In git's order. */
static const char *const paths[] = { "a", "a.b", "b.c", "b/x", "b/y/z", "c", "d/中.md" };
#define PATHS G_N_ELEMENTS (paths)

/* The bytes of a file are its number; 0: it is not there. */
typedef struct {
  guint parents[PARENTS];
  guint n_parents;
  gint64 time;
  guint files[PATHS];
  char *id;
} Commit;

typedef struct {
  GbFixture *fixture;
  Commit commits[COMMITS];
} World;

/* ---- making ---- */

static void
invent (World *world, GRand *random)
{
  for (guint i = 0; i < COMMITS; i++) {
    Commit *commit = &world->commits[i];
    guint luck = (guint)g_rand_int_range (random, 0, 100);
    guint wanted = i == 0 || luck < 3 ? 0 : luck < 60 ? 1 : luck < 92 ? 2 : 3;
    for (guint k = 0; k < wanted; k++) {
      guint parent = i - 1 - (guint)g_rand_int_range (random, 0, (gint32)MIN (i, 6));
      gboolean is_new = TRUE;
      for (guint m = 0; m < commit->n_parents; m++)
        is_new = is_new && commit->parents[m] != parent;
      if (is_new)
        commit->parents[commit->n_parents++] = parent;
    }
    commit->time = 1700000000 + 100 * g_rand_int_range (random, 0, 30);
    for (gsize k = 0; k < PATHS && commit->n_parents > 0; k++) {
      guint from = (guint)g_rand_int_range (random, 0, (gint32)commit->n_parents);
      commit->files[k] = world->commits[commit->parents[from]].files[k];
    }
    for (gint32 n = g_rand_int_range (random, 0, 4); n > 1; n--)
      commit->files[g_rand_int_range (random, 0, PATHS)] = (guint)g_rand_int_range (random, 0, 5);
  }
}

static void
import (World *world)
{
  g_autoptr (GString) stream = g_string_new (NULL);
  for (guint i = 0; i < COMMITS; i++) {
    const Commit *commit = &world->commits[i];
    g_string_append_printf (stream,
                            "commit refs/heads/c%u\nmark :%u\ncommitter T <t@example.com> "
                            "%" G_GINT64_FORMAT " +0000\ndata 1\nm\n",
                            i, i + 1, commit->time);
    for (guint k = 0; k < commit->n_parents; k++)
      g_string_append_printf (stream, "%s :%u\n", k == 0 ? "from" : "merge",
                              commit->parents[k] + 1);
    g_string_append (stream, "deleteall\n");
    for (gsize k = 0; k < PATHS; k++)
      if (commit->files[k] != 0)
        g_string_append_printf (stream, "M 100644 inline content/%s\ndata 2\n%u\n\n", paths[k],
                                commit->files[k]);
  }
  g_autofree char *marks = g_build_filename (world->fixture->folder, "marks", NULL);
  g_autofree char *option = g_strconcat ("--export-marks=", marks, NULL);
  g_free (fixture_feed (world->fixture, stream->str, "fast-import", "--quiet", option));
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (marks, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++) {
    const char *space = strchr (lines[i], ' ');
    world->commits[atoi (lines[i] + 1) - 1].id = g_strdup (space + 1);
  }
}

/* ---- what it must be ---- */

static void
mark_ancestors (const World *world, guint tip, gboolean wanted[COMMITS])
{
  if (wanted[tip])
    return;
  wanted[tip] = TRUE;
  for (guint k = 0; k < world->commits[tip].n_parents; k++)
    mark_ancestors (world, world->commits[tip].parents[k], wanted);
}

/* The next commit whose parents are all placed; COMMITS where there is none any more. */
static guint
find_next (const World *world, const gboolean wanted[COMMITS], const gboolean placed[COMMITS])
{
  guint best = COMMITS;
  for (guint i = 0; i < COMMITS; i++) {
    const Commit *commit = &world->commits[i];
    gboolean is_ready = wanted[i] && !placed[i];
    for (guint k = 0; k < commit->n_parents; k++)
      is_ready = is_ready && placed[commit->parents[k]];
    if (is_ready
        && (best == COMMITS || commit->time < world->commits[best].time
            || (commit->time == world->commits[best].time
                && strcmp (commit->id, world->commits[best].id) < 0)))
      best = i;
  }
  return best;
}

static void
tell (GString *story, const char *commit, const char *path, const char *before, const char *after)
{
  g_string_append_printf (story, "%.8s content/%s %.8s %.8s\n", commit, path, before, after);
}

static const char *
blob_of (guint number, char id[GB_OID_LENGTH])
{
  char bytes[] = { (char)('0' + number), '\n' };
  git_oid oid;
  id[0] = '\0';
  if (number != 0) {
    gb_repository_hash (GIT_OBJECT_BLOB, bytes, sizeof bytes, &oid);
    git_oid_tostr (id, GB_OID_LENGTH, &oid);
  }
  return id;
}

/* @ret_own: what git itself would show, "ID path". */
static char *
simulate (const World *world, guint tip, GPtrArray *ret_own)
{
  GString *story = g_string_new (NULL);
  gboolean wanted[COMMITS] = { FALSE };
  gboolean placed[COMMITS] = { FALSE };
  guint told[PATHS] = { 0 };
  mark_ancestors (world, tip, wanted);
  for (guint i; (i = find_next (world, wanted, placed)) < COMMITS;) {
    const Commit *commit = &world->commits[i];
    placed[i] = TRUE;
    for (gsize k = 0; k < PATHS; k++) {
      guint n_same = 0;
      for (guint m = 0; m < commit->n_parents; m++)
        n_same += world->commits[commit->parents[m]].files[k] == commit->files[k];
      if (commit->n_parents == 0 ? commit->files[k] == 0 : n_same == commit->n_parents)
        continue;
      guint before = commit->n_parents == 0 ? 0 : world->commits[commit->parents[0]].files[k];
      if (n_same == 0)
        g_ptr_array_add (ret_own, g_strdup_printf ("%s content/%s", commit->id, paths[k]));
      else if (told[k] == commit->files[k])
        continue;
      else
        before = told[k];
      char ids[2][GB_OID_LENGTH];
      tell (story, commit->id, paths[k], blob_of (before, ids[0]),
            blob_of (commit->files[k], ids[1]));
      told[k] = commit->files[k];
    }
  }
  g_assert_cmpmem (told, sizeof told, world->commits[tip].files, sizeof told);
  return g_string_free (story, FALSE);
}

/* ---- what it is ---- */

static char *
story_of (const GbRecord *record)
{
  GString *story = g_string_new (NULL);
  for (guint i = 0; i < gb_record_n_commits (record); i++) {
    guint n;
    const GbRevision *changes = gb_record_changes (record, i, &n);
    g_assert_cmpuint (n, >, 0);
    for (guint k = 0; k < n; k++)
      tell (story, gb_record_commit (record, i)->id, changes[k].path + strlen ("content/"),
            changes[k].before, changes[k].after);
  }
  return g_string_free (story, FALSE);
}

/* After its last commit the record holds just what the tree holds. */
static void
check_end (const World *world, guint tip, const GbRecord *record)
{
  guint n = gb_record_n_commits (record);
  for (gsize k = 0; k < PATHS && n > 0; k++) {
    g_autofree char *path = g_strconcat ("content/", paths[k], NULL);
    const GbRevision *revision = gb_record_at (record, path, gb_record_commit (record, n - 1));
    char id[GB_OID_LENGTH];
    g_assert_cmpstr (revision == NULL ? "" : revision->after, ==,
                     blob_of (world->commits[tip].files[k], id));
  }
}

static void
check_tip (const World *world, GbRepository *repository, guint tip, GPtrArray *own)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GbRecord) record
    = gb_record_new (repository, world->commits[tip].id, NULL, "site", &error);
  g_assert_no_error (error);
  g_autofree char *wanted = simulate (world, tip, own);
  g_autofree char *story = story_of (record);
  g_assert_cmpstr (story, ==, wanted);
  check_end (world, tip, record);
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Of a merge, git shows with -c what differs from every parent. */
static void
check_git (const World *world, guint tip, GPtrArray *own)
{
  g_autofree char *log
    = fixture_ask (world->fixture, "-c", "core.quotePath=false", "log", "--full-history", "-c",
                   "--name-only", "--no-renames", "--format=@%H", world->commits[tip].id);
  g_auto (GStrv) lines = g_strsplit (log, "\n", -1);
  g_autoptr (GPtrArray) theirs = g_ptr_array_new_with_free_func (g_free);
  const char *commit = "";
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == '@')
      commit = lines[i] + 1;
    else if (lines[i][0] != '\0')
      g_ptr_array_add (theirs, g_strconcat (commit, " ", lines[i], NULL));
  g_ptr_array_sort (theirs, compare_text);
  g_ptr_array_sort (own, compare_text);
  g_assert_cmpuint (own->len, ==, theirs->len);
  for (guint i = 0; i < own->len; i++)
    g_assert_cmpstr (own->pdata[i], ==, theirs->pdata[i]);
}

static void
test_random (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autofree World *world = g_new0 (World, 1);
  world->fixture = fixture;
  invent (world, random);
  import (world);
  g_autoptr (GbRepository) repository = NULL;
  gb_repository_find (fixture->folder, &repository, NULL);
  g_assert_nonnull (repository);
  /* The cache goes from tip to tip, back and forth between branches. */
  for (guint round = 0; round < 12; round++) {
    g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
    guint tip = round < 10 ? (guint)g_rand_int_range (random, 0, COMMITS) : COMMITS - 1;
    if (round == 11)
      gb_repository_forget_cache (repository);
    check_tip (world, repository, tip, own);
    check_git (world, tip, own);
  }
  for (guint i = 0; i < COMMITS; i++)
    g_free (world->commits[i].id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 6; seed++) {
    g_autofree char *name = g_strdup_printf ("/record/random/%u", seed);
    g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_random);
  }
  return g_test_run ();
}
