#include "view/registry.h"

#include "view/href.h"
#include "view/policy.h"
#include "view/scene.h"

static void
set_counts (GbScene *scene, GbValue *record, const guint counts[GB_STANDING_COUNT])
{
  GbValue *list = gb_value_set_array (record, "counts");
  for (guint i = 0; i < GB_STANDING_COUNT; i++) {
    if (counts[i] == 0)
      continue;
    GbValue *value = gb_value_append_object (list);
    gb_scene_set_word (scene, value, scene->data ? "status" : "standing", "standing",
                       gb_standing_name ((GbStanding)i));
    gb_value_set_integer (value, "count", counts[i]);
  }
}

void
gb_registry_row (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  const GbRegistry *source = registry->registry;
  gb_value_set_string (record, "id", source->id);
  gb_value_set_string (record, "href", gb_href_registry (scene->arena, registry));
  gb_value_set_string (record, "title", source->title);
  gb_value_set_string (record, "short_title", source->short_title);
  gb_value_set_string (record, "summary", source->summary);
  gb_scene_set_word (scene, record, "kind", "registry-kind", gb_registry_kind_name (source->kind));
  gb_scene_set_agency (scene, record, "authority", registry->authority);
  gb_policy_set_link (scene, record, "policy", registry->policy);
  gb_value_set_integer (record, "entries", registry->n_entries);
  set_counts (scene, record, registry->counts);
}

void
gb_registry_set_rules (GbValue *record, const GbRegistryCase *registry)
{
  const GbRelation *rules = registry->registry->rules;
  if (rules == NULL) {
    gb_value_set_null (record, "rules");
    return;
  }
  GbValue *value = gb_value_set_object (record, "rules");
  gb_value_set_string (value, "title", rules->title);
  gb_value_set_string (value, "number", rules->number);
  gb_value_set_string (value, "url", rules->url);
  gb_value_set_string (value, "note", rules->note);
}

void
gb_registry_record (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  gb_registry_row (scene, record, registry);
  gb_registry_set_rules (record, registry);
  gb_value_set_string (record, "verb", registry->registry->verb);
  gb_scene_set_texts (record, "notes", &registry->registry->notes);
}

void
gb_registry_set_columns (GbValue *page, const GbRegistryCase *registry)
{
  gboolean region = FALSE, industry = FALSE, last_day = FALSE, group = FALSE;
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    region |= entry->entry->region != NULL;
    industry |= entry->industry != NULL;
    group |= entry->entry->group != NULL;
    last_day |= entry->days[GB_ENTRY_DAY_TERM_ENDS].date != GB_DATE_NONE;
  }
  GbValue *columns = gb_value_set_object (page, "columns");
  gb_value_set_boolean (columns, "region", region);
  gb_value_set_boolean (columns, "industry", industry);
  gb_value_set_boolean (columns, "group", group);
  gb_value_set_boolean (columns, "last_day", last_day);
}

/* -- data files -- */

void
gb_registry_summary (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  gb_registry_record (scene, record, registry);
  gb_value_set_string (record, "url",
                       gb_scene_address (scene, gb_href_registry (scene->arena, registry)));
  gb_scene_set_date (scene, record, "turns", registry->turns);
}

void
gb_registry_set_link (GbScene *scene, GbValue *object, const char *key,
                      const GbRegistryCase *registry)
{
  if (registry == NULL) {
    gb_value_set_null (object, key);
    return;
  }
  if (scene->data) {
    gb_value_set_string (object, key, registry->registry->id);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "id", registry->registry->id);
  gb_scene_set_title (value, registry->registry->title, gb_href_registry (scene->arena, registry));
}
