/* Registries: the list of them, and each with its rules, batches and entries. */
#include "view/private.h"

static void
set_counts (GbScene *scene, GbValue *record, const guint counts[GB_STANDING_COUNT])
{
  GbValue *list = gb_value_set_array (record, "counts");
  for (guint i = 0; i < GB_STANDING_COUNT; i++) {
    if (counts[i] == 0)
      continue;
    GbValue *value = gb_value_object (scene->arena);
    gb_scene_set_word (scene, value, scene->data ? "status" : "standing", "standing",
                       gb_standing_name ((GbStanding)i));
    gb_value_set_integer (value, "count", counts[i]);
    gb_value_append (list, value);
  }
}

void
gb_registry_row (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  const GbRegistry *source = registry->registry;
  gb_value_set_string (record, "id", source->id);
  gb_value_set_string (record, "href", gb_scene_registry_href (scene, registry));
  gb_value_set_string (record, "title", source->title);
  gb_value_set_string (record, "short_title", source->short_title);
  gb_value_set_string (record, "summary", source->summary);
  gb_scene_set_word (scene, record, "kind", "registry-kind", gb_registry_kind_name (source->kind));
  gb_scene_set_agency (scene, record, "authority", registry->authority);
  gb_scene_set_policy (scene, record, "policy", registry->policy);
  gb_value_set_integer (record, "entries", registry->n_entries);
  set_counts (scene, record, registry->counts);
}

static void
set_rules (GbValue *record, const GbRelation *rules)
{
  if (rules == NULL) {
    gb_set_null (record, "rules");
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
  set_rules (record, registry->registry->rules);
  gb_value_set_string (record, "verb", registry->registry->verb);
  gb_scene_set_texts (record, "notes", &registry->registry->notes);
}

static void
set_automatic (GbScene *scene, GbValue *page, const GbRegistryCase *registry)
{
  GbValue *list = gb_value_set_array (page, "automatic");
  for (guint i = 0; i < registry->n_automatic; i++) {
    const GbEntryCase *entry = registry->automatic[i];
    GbValue *value = gb_value_object (scene->arena);
    gb_entry_row (scene, value, entry);
    gb_scene_set_registry (scene, value, "registry", entry->registry);
    gb_scene_set_clause (scene, value, "clause", registry->automatic_ties[i]->clause,
                         registry->policy, FALSE);
    gb_value_append (list, value);
    gb_scene_turns (scene, page, entry->state.turns);
  }
}

static void
set_notices (GbScene *scene, GbValue *page, const GbRegistryCase *registry)
{
  GbValue *notices = gb_value_set_array (page, "notices");
  for (guint i = registry->n_notices; i-- > 0;) {
    const GbNoticeCase *notice = registry->notices[i];
    GbValue *value = gb_value_object (scene->arena);
    gb_notice_row (scene, value, notice);
    gb_value_append (notices, value);
    gb_scene_turns (scene, page, notice->turns);
  }
}

static void
set_days (GbScene *scene, GbValue *page, const GbRegistryCase *registry)
{
  char text[GB_DATE_LENGTH];
  GbValue *days = gb_value_set_array (page, "days");
  for (guint i = registry->n_changes; i-- > 0;) {
    GbWhen when = registry->changes[i];
    GbValue *value = gb_value_object (scene->arena);
    gb_scene_set_when (scene, value, "date", when);
    /* There is a page of the list only where it is known of which day it would be. */
    gb_value_set_string (value, "href",
                         gb_when_day (when) == GB_DATE_NONE
                           ? NULL
                           : gb_arena_printf (scene->arena, "registries/%s/on/%s/",
                                              registry->registry->id, gb_when_format (when, text)));
    gb_value_append (days, value);
  }
  gb_value_set_boolean (page, "pick", registry->n_days > 0);
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
    last_day |= entry->last_day.date != GB_DATE_NONE;
  }
  GbValue *columns = gb_value_set_object (page, "columns");
  gb_value_set_boolean (columns, "region", region);
  gb_value_set_boolean (columns, "industry", industry);
  gb_value_set_boolean (columns, "group", group);
  gb_value_set_boolean (columns, "last_day", last_day);
}

/* Notes which kinds of rules there are; the scheme itself where there are any, else NULL. */
static const GbValue *
set_scheme_has (GbValue *scheme)
{
  gboolean any = FALSE;
  const guint n = scheme->length;
  for (guint i = 0; i < n; i++) {
    const GbValue *rules = scheme->members[i].value;
    any |= gb_value_is_truthy (rules);
    if (rules->type == GB_VALUE_ARRAY)
      gb_scene_set_has (scheme, scheme->members[i].key, rules);
  }
  return any ? scheme : NULL;
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbRegistryCase *registry = sheet->subject;
  const GbRegistry *source = registry->registry;
  gb_scene_frame (scene, page, "registries", source->title, source->summary);
  gb_scene_crumb (scene, page, gb_scene_word (scene, "nav.registries"), "registries/");
  gb_scene_column (scene, page, gb_scene_word (scene, "nav.registries"));
  gb_scene_turns (scene, page, registry->turns);
  const char *thing = gb_scene_join (scene, "registries/", source->id, NULL);
  gb_view_set_provenance (scene, page, thing, gb_scene_join (scene, "content/", thing, "/", NULL));
  gb_feed_set (scene, page, "feed", thing, source->title);
  GbValue *record = gb_value_set_object (page, "registry");
  gb_registry_record (scene, record, registry);
  gb_value_set_boolean (page, "first", sheet->part == 0);
  if (sheet->part == 0) {
    gb_linked_registry (scene, registry);
    GbValue *scheme = gb_value_set_object (page, "scheme");
    gb_registry_scheme (scene, scheme, registry);
    gb_scene_set_has (page, "scheme", set_scheme_has (scheme));
    gb_registry_batches (scene, page, registry);
    set_automatic (scene, page, registry);
    set_notices (scene, page, registry);
    set_days (scene, page, registry);
    gb_roll_set_facets (scene, page, registry);
    static const char *const lists[] = { "batches", "automatic", "notices", "days" };
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
      gb_scene_set_has (page, lists[i], gb_value_get (page, lists[i]));
    gb_scene_set_has (page, "notes", gb_value_get (record, "notes"));
    if (registry->policy != NULL) {
      gb_scene_turns (scene, page, registry->policy->state.turns);
      gb_scene_turns (scene, page, gb_version_turns (registry->policy)); /* its words are quoted */
    }
  }
  gb_registry_set_columns (page, registry);
  guint first, end;
  gb_scene_pager (scene, page, gb_scene_registry_href (scene, registry), sheet->part,
                  registry->n_entries, &first, &end);
  GbValue *rows = gb_value_set_array (page, "rows");
  for (guint i = first; i < end; i++) {
    GbValue *row = gb_value_object (scene->arena);
    gb_entry_row (scene, row, registry->entries[i]);
    gb_value_append (rows, row);
  }
  gb_scene_set_has (page, "rows", rows);
}

static void
build_list (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbCorpus *corpus = scene->corpus;
  const char *title = gb_scene_word (scene, "nav.registries");
  gb_scene_frame (scene, page, "registries", title, gb_scene_word (scene, "registries.about"));
  gb_scene_column (scene, page, title);
  guint first, end;
  gb_scene_pager (scene, page, "registries/", sheet->part, corpus->n_registries, &first, &end);
  GbValue *rows = gb_value_set_array (page, "rows");
  for (guint i = first; i < end; i++) {
    const GbRegistryCase *registry = &corpus->registries[i];
    GbValue *row = gb_value_object (scene->arena);
    gb_registry_row (scene, row, registry);
    gb_value_append (rows, row);
    gb_scene_turns (scene, page, registry->turns);
    if (registry->policy != NULL)
      gb_scene_turns (scene, page, registry->policy->state.turns);
  }
}

/* -- data files -- */

void
gb_registry_summary (GbScene *scene, GbValue *record, const GbRegistryCase *registry)
{
  gb_registry_record (scene, record, registry);
  gb_value_set_string (record, "url",
                       gb_scene_address (scene, gb_scene_registry_href (scene, registry)));
  gb_scene_set_date (scene, record, "turns", registry->turns);
}

static void
build_data (GbScene *scene, const GbSheet *sheet, GbValue *file)
{
  const GbRegistryCase *registry = sheet->subject;
  gb_registry_summary (scene, file, registry);
  gb_registry_scheme (scene, gb_value_set_object (file, "scheme"), registry);
  gb_registry_batches (scene, file, registry);
  char text[GB_DATE_LENGTH];
  GbValue *days = gb_value_set_array (file, "days");
  for (guint i = 0; i < registry->n_changes; i++)
    gb_value_append_string (
      days, gb_arena_strdup (scene->arena, gb_when_format (registry->changes[i], text)));
  GbValue *entries = gb_value_set_array (file, "entries");
  for (guint i = 0; i < registry->n_entries; i++) {
    GbValue *record = gb_value_object (scene->arena);
    gb_entry_data (scene, record, registry->entries[i]);
    gb_value_append (entries, record);
  }
}

static void
build_all_data (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *file)
{
  GbValue *registries = gb_value_set_array (file, "registries");
  for (guint i = 0; i < scene->corpus->n_registries; i++) {
    const GbRegistryCase *registry = &scene->corpus->registries[i];
    GbValue *record = gb_value_object (scene->arena);
    gb_registry_summary (scene, record, registry);
    gb_value_set_string (
      record, "file", gb_arena_printf (scene->arena, "registries/%s.json", registry->registry->id));
    gb_value_append (registries, record);
  }
}

void
gb_registry_sheets (GbView *view)
{
  const GbCorpus *corpus = view->corpus;
  gb_view_add_list (view, "registries/", "page/registries", build_list, NULL, corpus->n_registries);
  for (guint i = 0; i < corpus->n_registries; i++) {
    const GbRegistryCase *registry = &corpus->registries[i];
    const char *id = registry->registry->id;
    gb_view_add_list (view, gb_arena_printf (view->arena, "registries/%s/", id), "page/registry",
                      build, registry, registry->n_entries);
    gb_view_add (view, gb_arena_printf (view->arena, "data/registries/%s.json", id), NULL,
                 build_data, registry, 0);
  }
  gb_view_add (view, "data/registries.json", NULL, build_all_data, NULL, 0);
}
