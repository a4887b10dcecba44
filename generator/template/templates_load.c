/* What a set is filled with: single texts, folders, and what the templates so far refer to. */
#include "base/file.h"
#include "template/program.h"

#include <string.h>

#define SUFFIX ".mustache"

gboolean
gb_templates_load_text (GbTemplates *templates, const char *name, const char *text, gssize length,
                        const char *file, GbDiagnostics *diagnostics)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;
  GbTemplate *template = gb_templates_refer (templates, name, strlen (name));
  template->file = gb_templates_intern (templates, file, strlen (file));
  template->body = (Body){ .ends_line = TRUE };
  template->n_ignored = 0;

  const char *invalid = NULL;
  if (size > GB_TEMPLATE_SIZE) {
    gb_diagnostics_error (diagnostics, (GbPlace){ file, 0, 0 }, "template-size",
                          "a template has at most %" G_GSIZE_FORMAT " bytes", GB_TEMPLATE_SIZE);
    return FALSE;
  }
  if (!g_utf8_validate_len (text, size, &invalid)) {
    GbPlace place = { file, 1, 1 };
    gb_place_move (&place, text, (gsize)(invalid - text));
    gb_diagnostics_error (diagnostics, place, "template-utf8",
                          "this is not UTF-8 text: save the file as UTF-8");
    return FALSE;
  }
  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0) {
    text += 3;
    size -= 3;
  }
  guint errors = gb_diagnostics_errors (diagnostics);
  gb_compile (template, gb_arena_strndup (templates->arena, text, size), size, diagnostics);
  return gb_diagnostics_errors (diagnostics) == errors;
}

static gboolean
add_file (GbTemplates *templates, const char *name, const char *path, const char *shown,
          GbDiagnostics *diagnostics, GError **error)
{
  gsize length = 0;
  g_autofree char *text = gb_file_read (path, GB_TEMPLATE_SIZE, &length, error);
  if (text == NULL)
    return FALSE;
  (void)gb_templates_load_text (templates, name, text, (gssize)length, shown, diagnostics);
  return TRUE;
}

static char *
join (const char *folder, const char *name)
{
  return folder == NULL || folder[0] == '\0' || strcmp (folder, ".") == 0
           ? g_strdup (name)
           : g_build_filename (folder, name, NULL);
}

gboolean
gb_templates_load_tree (GbTemplates *templates, GbTree *tree, const char *shown,
                        GbDiagnostics *diagnostics, GError **error)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GArray) files = gb_tree_files (tree, "", FALSE, arena, error);
  for (guint i = 0; files != NULL && i < files->len; i++) {
    const char *path = g_array_index (files, GbItem, i).name;
    if (!g_str_has_suffix (path, SUFFIX))
      continue;
    gsize length;
    const char *text = gb_tree_read (tree, path, GB_TEMPLATE_SIZE, arena, &length, error);
    if (text == NULL)
      return FALSE;
    (void)gb_templates_load_text (
      templates, gb_arena_strndup (arena, path, strlen (path) - strlen (SUFFIX)), text,
      (gssize)length, gb_arena_printf (arena, "%s/%s", shown, path), diagnostics);
  }
  return files != NULL;
}

static gboolean
stays_inside (const char *name)
{
  if (name[0] == '\0' || name[0] == '/')
    return FALSE;
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] == '\0' || strcmp (parts[i], ".") == 0 || strcmp (parts[i], "..") == 0)
      return FALSE;
  return TRUE;
}

static gboolean
load_reference (GbTemplates *templates, const GbTemplate *template, const char *folder,
                GbDiagnostics *diagnostics, GError **error)
{
  static const char *const suffixes[] = { ".mustache", ".html", "" };
  if (!stays_inside (template->name))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *file = g_strconcat (template->name, suffixes[i], NULL);
    g_autofree char *path = join (folder, file);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      return add_file (templates, template->name, path, path, diagnostics, error);
  }
  return TRUE;
}

static gboolean
load_references (GbTemplates *templates, const char *folder, GbDiagnostics *diagnostics,
                 GError **error)
{
  /* Each one may name further templates, which come last. */
  for (guint i = 0; i < templates->in_order->len; i++) {
    const GbTemplate *template = templates->in_order->pdata[i];
    if (template->file == NULL && !load_reference (templates, template, folder, diagnostics, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
gb_templates_load_missing (GbTemplates *templates, const char *folder, GbDiagnostics *diagnostics,
                           GError **error)
{
  if (!load_references (templates, folder, diagnostics, error))
    return FALSE;
  gboolean dynamic = FALSE;
  for (guint i = 0; i < templates->in_order->len; i++)
    dynamic = dynamic || ((const GbTemplate *)templates->in_order->pdata[i])->dynamic;
  if (!dynamic)
    return TRUE;

  g_autoptr (GPtrArray) names = gb_file_list (folder, error);
  if (names == NULL)
    return FALSE;
  static const char *const suffixes[] = { ".mustache", ".html" };
  for (guint s = 0; s < G_N_ELEMENTS (suffixes); s++) {
    for (guint i = 0; i < names->len; i++) {
      const char *name = names->pdata[i];
      if (name[0] == '.' || !g_str_has_suffix (name, suffixes[s]))
        continue;
      g_autofree char *stem = g_strndup (name, strlen (name) - strlen (suffixes[s]));
      g_autofree char *path = join (folder, name);
      if (gb_templates_get (templates, stem) != NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      if (!add_file (templates, stem, path, path, diagnostics, error))
        return FALSE;
    }
  }
  return load_references (templates, folder, diagnostics, error);
}
