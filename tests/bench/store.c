/* store FOLDER FILES CHANGED: makes a repository in FOLDER, commits FILES pages of 5 KB to it, each
 * in a folder of its own, then CHANGED of them once more; seconds of every step. */
#include "record/branch.h"
#include "record/check_out.h"
#include "record/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAGE 5000

typedef struct {
  GbRepository *repository;
  char tip[GB_OID_LENGTH]; /* "" at first */
  gint64 start;
} Bench;

static double
lap (Bench *bench)
{
  gint64 now = g_get_monotonic_time ();
  double seconds = (double)(now - bench->start) / G_USEC_PER_SEC;
  bench->start = now;
  return seconds;
}

/* A page that deflates about as well as one of a site does: a quarter of it is its own. */
static void
fill (char *page, guint number, guint round)
{
  static const char frame[]
    = "<div class=\"example\"><p>示例市人民政府办公厅关于示例的通知</p></div>\n";
  guint32 seed = number * 2654435761u + round + 1;
  for (gsize i = 0; i < PAGE; i++)
    page[i] = frame[i % (sizeof frame - 1)];
  for (gsize i = 0; i < PAGE; i += 4) {
    seed = seed * 1664525u + 1013904223u;
    page[i] = (char)('a' + (seed >> 16) % 26);
  }
}

/* Puts, commits, checks out and shows @count of @files pages, in @files / @count steps. */
static gboolean
publish (Bench *bench, guint files, guint count, guint round, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  bench->start = g_get_monotonic_time ();
  const char *tip = bench->tip[0] == '\0' ? NULL : bench->tip;
  g_autoptr (GbStore) store = gb_store_new (bench->repository, tip, error);
  if (store == NULL)
    return FALSE;
  for (guint i = 0; i < count; i++) {
    char page[PAGE];
    guint number = (guint)((guint64)i * files / count);
    fill (page, number, round);
    g_ptr_array_add (paths, g_strdup_printf ("site/policies/page-%06u/index.html", number));
    gb_store_put (store, paths->pdata[i], page, PAGE);
  }
  double put = lap (bench);
  const char *parents[] = { tip, NULL };
  const GbCommitOptions options = { parents, "公布\n", FALSE };
  char commit[GB_OID_LENGTH];
  if (!gb_store_commit (store, &options, commit, error))
    return FALSE;
  double committed = lap (bench);
  if (!gb_check_out_paths (bench->repository, commit, store, paths, NULL, error))
    return FALSE;
  double checked_out = lap (bench);
  if (!gb_branch_move (bench->repository, "refs/heads/main", bench->tip, commit, "bench", error))
    return FALSE;
  g_strlcpy (bench->tip, commit, sizeof bench->tip);
  printf ("%8u of %6u: put %7.4f  commit %7.4f  check-out %7.4f  move %7.4f\n", count, files, put,
          committed, checked_out, lap (bench));
  return TRUE;
}

int
main (int argc, char **argv)
{
  guint files = argc < 4 ? 0 : (guint)strtoul (argv[2], NULL, 10);
  guint changed = argc < 4 ? 0 : (guint)strtoul (argv[3], NULL, 10);
  if (files == 0 || changed == 0 || changed > files) {
    fprintf (stderr, "usage: store FOLDER FILES CHANGED\n");
    return 2;
  }
  g_setenv ("GIT_AUTHOR_NAME", "Bench", TRUE);
  g_setenv ("GIT_AUTHOR_EMAIL", "bench@example.com", TRUE);
  g_setenv ("GIT_COMMITTER_NAME", "Bench", TRUE);
  g_setenv ("GIT_COMMITTER_EMAIL", "bench@example.com", TRUE);
  const char *const make[] = { "git", "init", "-q", "-b", "main", argv[1], NULL };
  g_autoptr (GError) error = NULL;
  if (!g_spawn_sync (NULL, (char **)make, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                     &error)) {
    fprintf (stderr, "%s\n", error->message);
    return 1;
  }
  Bench bench = { 0 };
  gb_repository_find (argv[1], &bench.repository, &error);
  gboolean done = bench.repository != NULL && publish (&bench, files, files, 0, &error)
                  && publish (&bench, files, changed, 1, &error);
  gb_repository_free (bench.repository);
  if (!done)
    fprintf (stderr, "%s\n", error == NULL ? argv[1] : error->message);
  return done ? 0 : 1;
}
