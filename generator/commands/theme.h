/* The theme as commands need it: its templates, the words of a language, its fingerprint. */
#pragma once

#include "base/hash.h"
#include "commands/workspace.h"
#include "template/template.h"
#include "view/words.h"

/* The option of commands that print words of the interface. */
#define GB_LANGUAGE_ENTRY(language)                                                                \
  {                                                                                                \
    "language", 'l', 0, G_OPTION_ARG_STRING, &(language), "zh-CN (default) or en", "LANGUAGE"      \
  }
/* Parses the options of a command that is asked about one thing: the language and those of the
 * workspace.  As gb_command_parse. */
gboolean gb_theme_parse (GbWorkspaceOptions *options, char **language, int *argc, char ***argv,
                         const char *arguments, const char *summary);
/* Whether what that option said (NULL: nothing) is one of them. */
gboolean gb_theme_has_language (const char *language);
/* The words of @language (NULL: zh-CN), in @arena.  NULL with @error where the file is missing;
 * what is wrong inside goes to the workspace's diagnostics. */
const GbValue *gb_theme_words (GbWorkspace *workspace, GbArena *arena, const char *language,
                               GError **error);
/* Every template of the theme, checked as a set.  NULL with @error where it cannot be read. */
GbTemplates *gb_theme_templates (GbWorkspace *workspace, GbTree *theme, GError **error);
/* The theme, or NULL with @error where there is none; as gb_workspace_theme. */
GbTree *gb_theme_find (const GbWorkspace *workspace, GError **error);
/* SHA-256 over the path and the bytes of every file of @theme, by path. */
gboolean gb_theme_hash (GbTree *theme, char ret_hash[GB_HASH_LENGTH], GError **error);
