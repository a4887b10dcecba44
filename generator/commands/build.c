/* gongbao build: the site in a folder, from the content on the disk. */
#include "commands/edition.h"

#include <glib/gprintf.h>
#include <stdio.h>
#include <unistd.h>

static void
show_progress (guint done, guint total)
{
  g_fprintf (stderr, "\r%u of %u files", done, total);
  if (done == total)
    g_fprintf (stderr, "\r\033[K");
  (void)fflush (stderr);
}

static void
print_summary (const GbWorkspace *workspace, const char *out, const GbSiteSummary *summary)
{
  char day[GB_DATE_LENGTH];
  if (summary->resumed)
    g_print ("An earlier build had been cut off; this one completed it.\n");
  g_print ("%s: %u files as of %s: %u new, %u changed, %u unchanged, %u removed\n", out,
           summary->files, gb_date_format (workspace->as_of, day), summary->created,
           summary->replaced, summary->unchanged, summary->removed);
  if (workspace->corpus->turns != GB_DATE_NONE)
    g_print ("The next status changes on %s: build again that day.\n",
             gb_date_format (workspace->corpus->turns, day));
}

static gboolean
warn_of_vanishing (const GPtrArray *paths, G_GNUC_UNUSED GError **error)
{
  for (guint i = 0; i < paths->len; i++)
    g_fprintf (stderr, "gongbao: %s was published and is gone; publish would refuse this\n",
               (const char *)paths->pdata[i]);
  return TRUE;
}

static gboolean
check_whole (const GbRecord *record, const char *out, GError **error)
{
  if (record == NULL || gb_record_is_complete (record))
    return TRUE;
  return gb_error_set (
    error, GB_ERROR_USAGE,
    "this is a shallow clone: pages made from it would lose their history. %s was left "
    "as it was; run: git fetch --unshallow",
    out);
}

int
gb_command_build (int argc, char **argv)
{
  g_auto (GbWorkspaceOptions) options = { 0 };
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, "Where the site goes (default: DIR/site)",
      "DIR" },
    GB_WORKSPACE_ENTRIES (options),
    { NULL },
  };
  if (!gb_command_parse (&argc, &argv, entries, NULL,
                         "Makes the site from content/.  Errors of the content leave the site as "
                         "it was; files are replaced one by one and only where they differ."))
    return GB_ERROR_USAGE;
  if (argc != 1)
    return gb_command_misused ("build takes no arguments");

  g_auto (GbWorkspace) workspace = { 0 };
  g_auto (GbEdition) edition = { 0 };
  g_autoptr (GError) error = NULL;
  if (!gb_workspace_open (&workspace, &options, &error)
      || !gb_edition_start (&edition, &workspace, &error))
    return gb_command_fail (g_steal_pointer (&error));
  if (out == NULL)
    out = g_build_filename (workspace.folder, "site", NULL);
  if (gb_workspace_has_errors (&workspace)) {
    gb_workspace_report (&workspace, TRUE);
    g_fprintf (stderr, "gongbao: %s was left as it was\n", out);
    return GB_ERROR_CONTENT;
  }

  g_autoptr (GbRecord) record = NULL;
  char source[GB_OID_LENGTH];
  if (!gb_edition_find_record (&workspace, &record, source, &error))
    return gb_command_fail (g_steal_pointer (&error));
  if (!check_whole (record, out, &error)
      || !gb_edition_finish (&edition, g_steal_pointer (&record), source, &error))
    return gb_command_fail (g_steal_pointer (&error));
  gb_edition_check_notices (&workspace, edition.record);
  gb_workspace_report (&workspace, FALSE);
  const GbAssembly assembly = gb_edition_assembly (&edition);
  const GbAssemblyOptions making = {
    .jobs = workspace.jobs,
    .vanishing = warn_of_vanishing,
    .progress = isatty (STDERR_FILENO) ? show_progress : NULL,
  };
  GbSiteSummary summary;
  if (!gb_assembly_write (&assembly, &making, out, &summary, &error))
    return gb_command_fail (g_steal_pointer (&error));
  print_summary (&workspace, out, &summary);
  return GB_STATUS_DONE;
}
