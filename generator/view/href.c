#include "view/href.h"

#include "base/escape.h"

#include <string.h>

/* -- versions of a policy -- */

const char *
gb_href_compare (GbScene *scene, const GbPolicyCase *policy, guint old_index, guint new_index)
{
  char old_day[GB_DATE_LENGTH], new_day[GB_DATE_LENGTH];
  return gb_arena_join (scene->arena, gb_href_policy (scene, policy), "compare/",
                        gb_date_format (policy->versions[old_index].from, old_day), "..",
                        gb_date_format (policy->versions[new_index].from, new_day), "/", NULL);
}

const char *
gb_href_escape (GbArena *arena, const char *path)
{
  GString *out = g_string_new (NULL);
  gb_escape_path (out, path, -1);
  const char *copy = gb_arena_strndup (arena, out->str, out->len);
  g_string_free (out, TRUE);
  return copy;
}

/* ---- pieces ---- */

const char *
gb_href_commit (GbScene *scene, const GbCommit *commit)
{
  return gb_arena_printf (scene->arena, "changes/%.12s/", commit->id);
}

/* -- addresses -- */

const char *
gb_href_policy (GbScene *scene, const GbPolicyCase *policy)
{
  return gb_arena_join (scene->arena, "policies/", policy->policy->id, "/", NULL);
}

const char *
gb_href_registry (GbScene *scene, const GbRegistryCase *registry)
{
  return gb_arena_join (scene->arena, "registries/", registry->registry->id, "/", NULL);
}

const char *
gb_href_entry (GbScene *scene, const GbEntryCase *entry)
{
  return gb_arena_join (scene->arena, "registries/", entry->registry->registry->id, "/entries/",
                        entry->entry->id, "/", NULL);
}

const char *
gb_href_notice (GbScene *scene, const GbNoticeCase *notice)
{
  return gb_arena_join (scene->arena, "notices/", notice->notice->id, "/", NULL);
}

const char *
gb_href_full (GbScene *scene, const char *path)
{
  const char *base = scene->corpus->model->site->base_url;
  if (base == NULL)
    return NULL;
  GString *address = g_string_new (base);
  g_string_append_c (address, '/');
  if (!scene->data && (g_str_has_suffix (path, "/") || g_str_has_suffix (path, ".html")))
    g_string_append (address, scene->view->folder);
  gsize length = strlen (path);
  static const char index[] = "index.html";
  if (g_str_has_suffix (path, index))
    length -= strlen (index);
  gb_escape_path (address, path, (gssize)length);
  const char *copy = gb_arena_strndup (scene->arena, address->str, address->len);
  g_string_free (address, TRUE);
  return copy;
}

const char *
gb_href_version (GbScene *scene, const GbPolicyCase *policy, const GbVersionCase *version)
{
  char day[GB_DATE_LENGTH];
  return gb_arena_join (scene->arena, gb_href_policy (scene, policy), "versions/",
                        gb_date_format (version->from, day), "/", NULL);
}

const char *
gb_href_part (GbArena *arena, const char *folder, guint part)
{
  return part == 0 ? folder : gb_arena_printf (arena, "%spage/%u/", folder, part + 1);
}
