#include "view/language.h"

#include <string.h>

const char *const *
gb_language_list (const GbSite *site, GbArena *arena)
{
  guint n = site == NULL ? 0 : site->languages.length;
  const char **languages = gb_arena_newv (arena, const char *, MAX (n, 1) + 1);
  for (guint i = 0; i < n; i++)
    languages[i] = GB_LIST_AT (const char, site->languages, i);
  if (n == 0)
    languages[0] = "zh-CN";
  languages[MAX (n, 1)] = NULL;
  return languages;
}

const char *
gb_language_folder (const GbSite *site, const char *language, GbArena *arena)
{
  const char *const *languages = gb_language_list (site, arena);
  if (language == NULL || strcmp (language, languages[0]) == 0)
    return "";
  g_autofree char *lower = g_ascii_strdown (language, -1);
  return gb_arena_printf (arena, "%s/", lower);
}
