#include "commands/theme.h"

#include "base/file.h"

/* A folder of the theme, or an error. */
static char *
find_theme (const GbWorkspace *workspace, GError **error)
{
  char *theme = gb_workspace_theme (workspace, NULL);
  if (theme == NULL)
    g_set_error (error, GB_ERROR, GB_ERROR_SYSTEM,
                 "the theme is missing: there is no folder templates/ in %s", workspace->folder);
  return theme;
}

const GbValue *
gb_theme_words (GbWorkspace *workspace, GbArena *arena, const char *language, GError **error)
{
  g_autofree char *theme = find_theme (workspace, error);
  if (theme == NULL)
    return NULL;
  g_autofree char *name = g_strconcat (language, ".yaml", NULL);
  g_autofree char *path = g_build_filename (theme, "strings", name, NULL);
  gsize length;
  g_autofree char *text = gb_file_read (path, 0, &length, error);
  if (text == NULL)
    return NULL;
  g_autofree char *shown = g_build_filename ("templates", "strings", name, NULL);
  return gb_words_parse (arena, gb_arena_strdup (arena, shown), text, length,
                         workspace->diagnostics);
}

GbTemplates *
gb_theme_templates (GbWorkspace *workspace, GError **error)
{
  g_autofree char *theme = find_theme (workspace, error);
  if (theme == NULL)
    return NULL;
  g_autoptr (GbTemplates) templates = gb_templates_new ();
  if (!gb_templates_load (templates, theme, "templates", workspace->diagnostics, error))
    return NULL;
  gb_templates_check (templates, workspace->diagnostics);
  return g_steal_pointer (&templates);
}
