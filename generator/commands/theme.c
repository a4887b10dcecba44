#include "commands/theme.h"

#include <string.h>

GbTree *
gb_theme_find (const GbWorkspace *workspace, GError **error)
{
  GbTree *theme = gb_workspace_theme (workspace);
  if (theme == NULL)
    g_set_error (error, GB_ERROR, GB_ERROR_SYSTEM,
                 "the theme is missing: there is no folder templates/ in %s", workspace->folder);
  return theme;
}

gboolean
gb_theme_parse (GbWorkspaceOptions *options, char **language, int *argc, char ***argv,
                const char *arguments, const char *summary)
{
  const GOptionEntry entries[] = {
    GB_LANGUAGE_ENTRY (*language),
    GB_WORKSPACE_ENTRIES (*options),
    { NULL },
  };
  return gb_command_parse (argc, argv, entries, arguments, summary);
}

gboolean
gb_theme_has_language (const char *language)
{
  static const char *const languages[] = { "zh-CN", "en", NULL };
  return language == NULL || g_strv_contains (languages, language);
}

const GbValue *
gb_theme_words (GbWorkspace *workspace, GbArena *arena, const char *language, GError **error)
{
  g_autoptr (GbTree) theme = gb_theme_find (workspace, error);
  if (theme == NULL)
    return NULL;
  const char *path
    = gb_arena_printf (arena, "strings/%s.yaml", language == NULL ? "zh-CN" : language);
  gsize length;
  const char *text = gb_tree_read (theme, path, 0, arena, &length, error);
  if (text == NULL)
    return NULL;
  const char *file = gb_arena_printf (arena, "templates/%s", path);
  guint errors = gb_diagnostics_errors (workspace->diagnostics);
  const GbValue *words = gb_words_parse (arena, file, text, length, workspace->diagnostics);
  if (gb_diagnostics_errors (workspace->diagnostics) == errors)
    gb_words_check (words, file, workspace->diagnostics);
  return words;
}

GbTemplates *
gb_theme_templates (GbWorkspace *workspace, GbTree *theme, GError **error)
{
  g_autoptr (GbTemplates) templates = gb_templates_new ();
  if (!gb_templates_load_tree (templates, theme, "templates", workspace->diagnostics, error))
    return NULL;
  gb_templates_check (templates, workspace->diagnostics);
  return g_steal_pointer (&templates);
}

gboolean
gb_theme_hash (GbTree *theme, char ret_hash[GB_HASH_LENGTH], GError **error)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GArray) files = gb_tree_files (theme, "", FALSE, arena, error);
  for (guint i = 0; files != NULL && i < files->len; i++) {
    const char *path = g_array_index (files, GbItem, i).name;
    gsize length;
    const char *bytes = gb_tree_read (theme, path, 0, arena, &length, error);
    if (bytes == NULL)
      return FALSE;
    char hash[GB_HASH_LENGTH];
    g_string_append_printf (lines, "%s %s\n", path, gb_hash_sha256 (bytes, length, hash));
  }
  (void)gb_hash_sha256 (lines->str, lines->len, ret_hash);
  return files != NULL;
}
