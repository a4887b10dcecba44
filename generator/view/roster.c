#include "view/roster.h"

#include "corpus/roster.h"
#include "view/href.h"

const char *
gb_roster_day_folder (GbArena *arena, const GbRegistryCase *registry, guint index)
{
  char from[GB_DATE_LENGTH];
  char to[GB_DATE_LENGTH];
  return gb_href_roster (arena, registry, gb_date_format (registry->days[index - 1], from),
                         gb_date_format (registry->days[index], to));
}

static void
set_href (GbValue *object, const char *key, const char *href)
{
  if (href == NULL)
    gb_value_set_null (object, key);
  else
    gb_value_set_string (gb_value_set_object (object, key), "href", href);
}

void
gb_roster_set_link (GbScene *scene, GbValue *object, const char *key, gconstpointer list)
{
  set_href (object, key, list == NULL ? NULL : g_hash_table_lookup (scene->view->rosters, list));
}

void
gb_roster_set_day_link (GbScene *scene, GbValue *object, const char *key,
                        const GbRegistryCase *registry, guint index)
{
  set_href (object, key, index == 0 ? NULL : gb_roster_day_folder (scene->arena, registry, index));
}

void
gb_roster_make (GbView *view)
{
  for (guint i = 0; i < view->corpus->n_registries; i++) {
    const GbRegistryCase *registry = &view->corpus->registries[i];
    guint n_batches;
    const GbBatch **batches = gb_roster_pairs_sequence (view->arena, registry, &n_batches);
    for (guint k = 1; k < n_batches; k++)
      g_hash_table_insert (
        view->rosters, (gpointer)batches[k],
        (gpointer)gb_href_roster (view->arena, registry, batches[k - 1]->id, batches[k]->id));
    for (guint k = 0; k < registry->n_notices; k++) {
      const GbNoticeCase *notice = registry->notices[k];
      if (gb_roster_is_decided (view->corpus, notice))
        g_hash_table_insert (
          view->rosters, (gpointer)notice,
          (gpointer)gb_href_roster (view->arena, registry, notice->notice->id, notice->batch->id));
    }
  }
}
