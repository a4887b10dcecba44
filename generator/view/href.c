#include "view/href.h"

#include "base/escape.h"
#include "corpus/notice_case.h"
#include "corpus/registry_case.h"

#include <string.h>

#define PAGE "page/"
#define ON "on/"
#define BY "by/"
#define COMPARE "compare/"
#define VERSIONS "versions/"
#define REVISIONS "revisions/"
#define PAIRS GB_HREF_SEARCH "pairs/"
#define TEXTS GB_HREF_SEARCH "texts/"

/* ---- things ---- */

static const char *const things[]
  = { GB_HREF_POLICIES, GB_HREF_REGISTRIES, GB_HREF_NOTICES, "pages/" };
G_STATIC_ASSERT (G_N_ELEMENTS (things) == GB_THING_SITE);

const char *
gb_href_thing (GbArena *arena, GbThing kind, const char *id)
{
  return kind == GB_THING_SITE ? "site" : gb_arena_join (arena, things[kind], id, NULL);
}

GbThing
gb_href_thing_kind (const char *thing, const char **ret_id)
{
  guint kind = 0;
  while (kind < GB_THING_SITE && !g_str_has_prefix (thing, things[kind]))
    kind++;
  if (ret_id != NULL)
    *ret_id = kind == GB_THING_SITE ? NULL : thing + strlen (things[kind]);
  return (GbThing)kind;
}

const char *
gb_href_revision (GbArena *arena, const char *thing, guint number)
{
  return number == 0 ? gb_arena_join (arena, thing, "/" REVISIONS, NULL)
                     : gb_arena_printf (arena, "%s/" REVISIONS "%u/", thing, number);
}

const char *
gb_href_beside (GbArena *arena, const char *thing, const char *name)
{
  return gb_arena_join (arena, thing, "/", name, NULL);
}

/* ---- policies ---- */

const char *
gb_href_policy (GbArena *arena, const GbPolicyCase *policy)
{
  return gb_arena_join (arena, GB_HREF_POLICIES, policy->policy->id, "/", NULL);
}

const char *
gb_href_interpretation (GbArena *arena, const GbPolicyCase *policy)
{
  return gb_arena_join (arena, GB_HREF_POLICIES, policy->policy->id, "/" GB_HREF_INTERPRETATION,
                        NULL);
}

const char *
gb_href_version (GbArena *arena, const GbPolicyCase *policy, const GbVersionCase *version)
{
  char day[GB_DATE_LENGTH];
  return gb_arena_join (arena, GB_HREF_POLICIES, policy->policy->id, "/" VERSIONS,
                        gb_date_format (version->from, day), "/", NULL);
}

const char *
gb_href_compare (GbArena *arena, const GbPolicyCase *policy, guint old_index, guint new_index)
{
  char old_day[GB_DATE_LENGTH], new_day[GB_DATE_LENGTH];
  return gb_arena_join (arena, GB_HREF_POLICIES, policy->policy->id, "/" COMPARE,
                        gb_date_format (policy->versions[old_index].from, old_day), "..",
                        gb_date_format (policy->versions[new_index].from, new_day), "/", NULL);
}

gboolean
gb_href_read_compare (GbArena *arena, const char *path, const char **ret_policy,
                      const char **ret_old_day, const char **ret_new_day)
{
  const char *id;
  if (gb_href_thing_kind (path, &id) != GB_THING_POLICY)
    return FALSE;
  const char *pair = strstr (id, "/" COMPARE);
  const char *dots = pair == NULL ? NULL : strstr (pair, "..");
  if (dots == NULL)
    return FALSE;
  *ret_policy = gb_arena_strndup (arena, id, (gsize)(pair - id));
  *ret_old_day = pair + strlen ("/" COMPARE);
  *ret_new_day = dots + strlen ("..");
  return TRUE;
}

const char *
gb_href_listing (GbArena *arena, const char *facet, const char *value)
{
  return value == NULL ? gb_arena_join (arena, GB_HREF_POLICIES, facet, "/", NULL)
                       : gb_arena_join (arena, GB_HREF_POLICIES, facet, "/", value, "/", NULL);
}

/* ---- registries and notices ---- */

const char *
gb_href_registry (GbArena *arena, const GbRegistryCase *registry)
{
  return gb_arena_join (arena, GB_HREF_REGISTRIES, registry->registry->id, "/", NULL);
}

const char *
gb_href_entry (GbArena *arena, const GbEntryCase *entry)
{
  return gb_arena_join (arena, GB_HREF_REGISTRIES, entry->registry->registry->id,
                        "/" GB_HREF_ENTRIES, entry->entry->id, "/", NULL);
}

const char *
gb_href_day (GbArena *arena, const GbRegistryCase *registry, GbDate day)
{
  char text[GB_DATE_LENGTH];
  return gb_arena_join (arena, gb_href_registry (arena, registry), ON, gb_date_format (day, text),
                        "/", NULL);
}

const char *
gb_href_roll (GbArena *arena, const GbRegistryCase *registry, const char *facet, const char *value)
{
  return gb_arena_join (arena, gb_href_registry (arena, registry), BY, facet, "/", value, "/",
                        NULL);
}

const char *
gb_href_roster (GbArena *arena, const GbRegistryCase *registry, const char *from, const char *to)
{
  return gb_arena_join (arena, gb_href_registry (arena, registry), COMPARE, from, "..", to, "/",
                        NULL);
}

const char *
gb_href_notice (GbArena *arena, const GbNoticeCase *notice)
{
  return gb_arena_join (arena, GB_HREF_NOTICES, notice->notice->id, "/", NULL);
}

/* ---- the rest ---- */

const char *
gb_href_page (GbArena *arena, const char *id)
{
  return gb_arena_join (arena, id, "/", NULL);
}

const char *
gb_href_year (GbArena *arena, const char *of, int year)
{
  return gb_arena_printf (arena, "%s%d/", of, year);
}

const char *
gb_href_commit (GbArena *arena, const GbCommit *commit)
{
  return gb_arena_printf (arena, GB_HREF_CHANGES "%.12s/", commit->id);
}

const char *
gb_href_inventory (GbArena *arena, const char *kind, const char *group)
{
  return gb_arena_join (arena, GB_HREF_INVENTORY, kind, "/", group, "/", NULL);
}

const char *
gb_href_data (GbArena *arena, const char *name, const char *suffix)
{
  return gb_arena_join (arena, GB_HREF_DATA, name, suffix, NULL);
}

const char *
gb_href_registry_data (GbArena *arena, const char *registry, const char *suffix)
{
  return gb_arena_join (arena, GB_HREF_DATA GB_HREF_REGISTRIES, registry, suffix, NULL);
}

const char *
gb_href_schema (GbArena *arena, const char *name)
{
  return gb_arena_join (arena, GB_HREF_DATA "schemas/", name, ".json", NULL);
}

const char *
gb_href_pairs (GbArena *arena, guint shard)
{
  return gb_arena_printf (arena, PAIRS "%03x.bin", shard);
}

const char *
gb_href_texts (GbArena *arena, guint file)
{
  return gb_arena_printf (arena, TEXTS "%u.json", file);
}

const char *
gb_href_sitemap (GbArena *arena, guint part)
{
  return gb_arena_printf (arena, "sitemap-%u.xml", part + 1);
}

gboolean
gb_href_is_inner (const char *path)
{
  return g_str_has_prefix (path, GB_HREF_ASSETS) || g_str_has_prefix (path, PAIRS)
         || g_str_has_prefix (path, TEXTS);
}

gboolean
gb_href_is_list (const char *path)
{
  static const char *const folders[]
    = { GB_HREF_POLICIES "status/", GB_HREF_ISSUERS, GB_HREF_POLICIES "year/",
        GB_HREF_POLICIES "topic/", GB_HREF_CALENDAR };
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    if (g_str_has_prefix (path, folders[i]))
      return TRUE;
  GbThing kind = gb_href_thing_kind (path, NULL);
  return strstr (path, "/" PAGE) != NULL
         || (kind == GB_THING_REGISTRY
             && (strstr (path, "/" ON) != NULL || strstr (path, "/" BY) != NULL))
         || ((kind == GB_THING_REGISTRY || kind == GB_THING_POLICY)
             && strstr (path, "/" COMPARE) != NULL);
}

const char *
gb_href_part (GbArena *arena, const char *folder, guint part)
{
  return part == 0 ? folder : gb_arena_printf (arena, "%s" PAGE "%u/", folder, part + 1);
}

const char *
gb_href_file (GbArena *arena, const char *folder)
{
  return gb_arena_join (arena, folder, GB_HREF_INDEX, NULL);
}

static const char *
escape (GbArena *arena, const char *path, gsize length)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gb_escape_path (out, path, (gssize)length);
  return gb_arena_strndup (arena, out->str, out->len);
}

const char *
gb_href_of_file (GbArena *arena, const char *path)
{
  gboolean is_page = g_str_has_suffix (path, GB_HREF_INDEX);
  return escape (arena, path, strlen (path) - (is_page ? strlen (GB_HREF_INDEX) : 0));
}

const char *
gb_href_escape (GbArena *arena, const char *path)
{
  return escape (arena, path, strlen (path));
}
