/* history import: a fictional history of 10,000 commits over 3,000 paths, for git fast-import.
 * history walk REPOSITORY [CACHE]: how long reading it takes, in seconds. */
#include "record/graph_read.h"

#include <stdio.h>
#include <string.h>

#define COMMITS 10000
#define PATHS 3000
#define FOLDER 10

static void
print_file (guint path, guint commit)
{
  g_autofree char *text = g_strdup_printf ("title: 示例 %u\ncommit: %u\n", path, commit);
  printf ("M 100644 inline content/policies/policy-%03u/file-%u.md\ndata %zu\n%s\n", path / FOLDER,
          path % FOLDER, strlen (text), text);
}

static int
import (void)
{
  for (guint commit = 0; commit < COMMITS; commit++) {
    printf ("commit refs/heads/main\ncommitter 示例 <a@example.com> %u +0800\ndata 6\n修订\n",
            1600000000 + commit * 3600);
    if (commit == 0)
      for (guint path = 0; path < PATHS; path++)
        print_file (path, 0);
    else
      for (guint i = 0; i < 3; i++)
        print_file ((commit * 7919 + i * 104729) % PATHS, commit);
    printf ("\n");
  }
  return 0;
}

static int
walk (const char *folder, const char *cache)
{
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GbRepository) repository = NULL;
  gb_repository_find (folder, &repository, &error);
  char tip[GB_OID_LENGTH];
  if (repository == NULL || !gb_repository_resolve (repository, "HEAD", tip, &error)) {
    fprintf (stderr, "%s: %s\n", folder, error == NULL ? "no repository" : error->message);
    return 1;
  }
  g_autoptr (GbGraph) graph = gb_graph_read (repository, tip, NULL, "", cache, &error);
  if (graph == NULL) {
    fprintf (stderr, "%s\n", error->message);
    return 1;
  }
  guint changes = 0;
  for (guint i = 0; i < graph->n_commits; i++)
    changes += graph->commits[i]->n_changes;
  printf ("%u commits, %u changes: %.3f s\n", graph->n_commits, changes,
          (double)(g_get_monotonic_time () - begin) / 1e6);
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 2 && strcmp (argv[1], "import") == 0)
    return import ();
  if (argc >= 3 && strcmp (argv[1], "walk") == 0)
    return walk (argv[2], argc > 3 ? argv[3] : NULL);
  fprintf (stderr, "usage: history import | history walk REPOSITORY [CACHE]\n");
  return 2;
}
