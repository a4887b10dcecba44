#include "commands/workspace.h"
#include "source/model_load.h"

#include <glib/gprintf.h>
#include <stdio.h>

#ifndef GB_DATA_DIR
#define GB_DATA_DIR "/usr/local/share/gongbao"
#endif

void
gb_workspace_options_clear (GbWorkspaceOptions *options)
{
  g_clear_pointer (&options->folder, g_free);
  g_clear_pointer (&options->as_of, g_free);
}

void
gb_workspace_clear (GbWorkspace *workspace)
{
  g_clear_pointer (&workspace->corpus, gb_corpus_free);
  g_clear_pointer (&workspace->model, gb_model_free);
  g_clear_pointer (&workspace->diagnostics, gb_diagnostics_free);
  g_clear_pointer (&workspace->content, gb_tree_free);
}

static GbDate
today (void)
{
  const gint64 shanghai = 8 * 3600; /* no daylight saving since 1991 */
  gint64 seconds = g_get_real_time () / G_USEC_PER_SEC + shanghai;
  return (GbDate)(seconds / (24 * 3600));
}

gboolean
gb_workspace_prepare (GbWorkspace *workspace, const GbWorkspaceOptions *options, GError **error)
{
  GbDate as_of = today ();
  if (options->as_of != NULL && !gb_date_parse (options->as_of, &as_of))
    return gb_error_set (error, GB_ERROR_USAGE, "--as-of: '%s' is no day; write it as 2026-11-21",
                         options->as_of);
  if (options->jobs < 0 || options->jobs > 256)
    return gb_error_set (error, GB_ERROR_USAGE, "--jobs: write a number from 1 to 256");
  workspace->as_of = as_of;
  workspace->jobs = options->jobs > 0 ? (guint)options->jobs : g_get_num_processors ();
  workspace->folder = options->folder != NULL ? options->folder : ".";
  workspace->diagnostics = gb_diagnostics_new ();
  return TRUE;
}

gboolean
gb_workspace_read (GbWorkspace *workspace, GbTree *tree, GError **error)
{
  workspace->content = tree;
  workspace->model = gb_model_load (tree, workspace->jobs, workspace->diagnostics, error);
  if (workspace->model == NULL)
    return FALSE;
  if (workspace->model->site != NULL)
    workspace->corpus
      = gb_corpus_new (workspace->model, workspace->as_of, workspace->jobs, workspace->diagnostics);
  gb_model_drop_texts (workspace->model);
  gb_diagnostics_sort (workspace->diagnostics);
  return TRUE;
}

gboolean
gb_workspace_open (GbWorkspace *workspace, const GbWorkspaceOptions *options, GError **error)
{
  return gb_workspace_prepare (workspace, options, error)
         && gb_workspace_read (workspace, gb_tree_of_folder (workspace->folder), error);
}

void
gb_workspace_report (const GbWorkspace *workspace, gboolean warnings)
{
  const GbDiagnostics *diagnostics = workspace->diagnostics;
  guint errors = gb_diagnostics_errors (diagnostics);
  guint n_warnings
    = gb_diagnostics_count (diagnostics) - errors - gb_diagnostics_notes (diagnostics);
  g_autoptr (GString) out = g_string_new (NULL);
  gb_command_format (out, diagnostics, warnings ? GB_SEVERITY_NOTE : GB_SEVERITY_ERROR);
  g_fprintf (stderr, "%s", out->str);
  if (errors + n_warnings > 0)
    g_fprintf (stderr, "%u error%s, %u warning%s%s\n", errors, errors == 1 ? "" : "s", n_warnings,
               n_warnings == 1 ? "" : "s",
               warnings || n_warnings == 0 ? "" : " ('gongbao check' lists them)");
}

gboolean
gb_workspace_has_errors (const GbWorkspace *workspace)
{
  return workspace->corpus == NULL || gb_diagnostics_errors (workspace->diagnostics) > 0;
}

int
gb_workspace_enter (GbWorkspace *workspace, const GbWorkspaceOptions *options)
{
  GError *error = NULL;
  if (!gb_workspace_open (workspace, options, &error))
    return gb_command_fail (error);
  if (!gb_workspace_has_errors (workspace))
    return GB_STATUS_DONE;
  gb_workspace_report (workspace, TRUE);
  return GB_ERROR_CONTENT;
}

static GbTree *
theme_in (const char *parent)
{
  g_autofree char *folder = g_build_filename (parent, "templates", NULL);
  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? gb_tree_of_folder (folder) : NULL;
}

GbTree *
gb_workspace_theme (const GbWorkspace *workspace)
{
  /* Never another theme in silence where templates/ is a link: where it leads nowhere, what is
   * missing is said when it is read. */
  GbItemKind kind
    = workspace->content == NULL ? GB_ITEM_NONE : gb_tree_kind (workspace->content, "templates");
  if (kind == GB_ITEM_FOLDER || kind == GB_ITEM_LINK)
    return gb_tree_below (workspace->content, "templates");
  /* build/gongbao in a checkout: templates/ stands beside build/. */
  GbTree *found = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  if (program != NULL) {
    g_autofree char *build = g_path_get_dirname (program);
    g_autofree char *root = g_path_get_dirname (build);
    found = theme_in (root);
  }
  return found != NULL ? found : theme_in (GB_DATA_DIR);
}
