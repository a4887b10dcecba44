/* The list of registries, and each with its rules, batches and entries. */
#include "export/feed.h"
#include "export/linked.h"
#include "history/provenance.h"
#include "pages/pages.h"
#include "view/entry.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/notice.h"
#include "view/registry.h"
#include "view/scene.h"
#include "view/scheme.h"
#include "view/sheet.h"
#include "view/version.h"

static void
set_automatic (GbScene *scene, GbValue *page, const GbRegistryCase *registry)
{
  GbValue *list = gb_value_set_array (page, "automatic");
  for (guint i = 0; i < registry->n_automatic; i++) {
    const GbEntryCase *entry = registry->automatic[i];
    GbValue *value = gb_value_object (scene->arena);
    gb_entry_row (scene, value, entry);
    gb_registry_set_link (scene, value, "registry", entry->registry);
    gb_scene_set_clause (scene, value, "clause", registry->automatic_ties[i]->clause,
                         registry->policy, FALSE);
    gb_value_append (list, value);
    gb_frame_turns (scene, page, entry->state.turns);
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
    gb_frame_turns (scene, page, notice->turns);
  }
}

static void
set_days (GbScene *scene, GbValue *page, const GbRegistryCase *registry)
{
  GbValue *days = gb_value_set_array (page, "days");
  for (guint i = registry->n_changes; i-- > 0;) {
    GbWhen when = registry->changes[i];
    GbValue *value = gb_value_object (scene->arena);
    gb_scene_set_when (scene, value, "date", when);
    /* There is a page of the list only where it is known of which day it would be. */
    gb_value_set_string (
      value, "href",
      gb_when_day (when) == GB_DATE_NONE ? NULL : gb_href_day (scene->arena, registry, when.first));
    gb_value_append (days, value);
  }
  gb_value_set_boolean (page, "pick", registry->n_days > 0);
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

/* Those that a scheme has once, each with its name; where it says nothing, null. */
static void
set_scheme_rules (GbScene *scene, GbValue *scheme)
{
  GbValue *rules = gb_value_set_array (scheme, "rules");
  const char *key;
  for (guint i = 0; (key = gb_scheme_rule (i)) != NULL; i++) {
    GbValue *item = gb_value_append_object (rules);
    gb_value_set_string (item, "name", gb_scheme_name (scene, key));
    gb_value_set (item, "rule", gb_value_get (scheme, key));
  }
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbRegistryCase *registry = sheet->subject;
  const GbRegistry *source = registry->registry;
  gb_frame_set (scene, page, "registries", source->title, source->summary);
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.registries"), GB_HREF_REGISTRIES);
  gb_frame_set_column (page, gb_scene_word (scene, "nav.registries"));
  gb_frame_turns (scene, page, registry->turns);
  const char *thing = gb_href_thing (scene->arena, GB_THING_REGISTRY, source->id);
  gb_provenance_set (scene, page, thing,
                     gb_arena_join (scene->arena, "content/", thing, "/", NULL));
  gb_feed_set (scene, page, "feed", thing, source->title);
  GbValue *record = gb_value_set_object (page, "registry");
  gb_registry_record (scene, record, registry);
  gb_value_set_boolean (page, "first", sheet->part == 0);
  if (sheet->part == 0) {
    gb_linked_registry (scene, registry);
    GbValue *scheme = gb_value_set_object (page, "scheme");
    gb_scheme_set (scene, scheme, registry);
    gb_scene_set_has (page, "scheme", set_scheme_has (scheme));
    set_scheme_rules (scene, scheme);
    gb_scheme_set_batches (scene, page, registry);
    set_automatic (scene, page, registry);
    set_notices (scene, page, registry);
    set_days (scene, page, registry);
    gb_roll_set_facets (scene, page, registry);
    static const char *const lists[] = { "batches", "automatic", "notices", "days" };
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
      gb_scene_set_has (page, lists[i], gb_value_get (page, lists[i]));
    gb_scene_set_has (page, "notes", gb_value_get (record, "notes"));
    if (registry->policy != NULL) {
      gb_frame_turns (scene, page, registry->policy->state.turns);
      gb_frame_turns (scene, page, gb_version_turns (registry->policy)); /* its words are quoted */
    }
  }
  gb_registry_set_columns (page, registry);
  guint first, end;
  gb_frame_set_pager (scene, page, gb_href_registry (scene->arena, registry), sheet->part,
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
  gb_frame_set (scene, page, "registries", title, gb_scene_word (scene, "registries.about"));
  gb_frame_set_column (page, title);
  guint first, end;
  gb_frame_set_pager (scene, page, GB_HREF_REGISTRIES, sheet->part, corpus->n_registries, &first,
                      &end);
  GbValue *rows = gb_value_set_array (page, "rows");
  for (guint i = first; i < end; i++) {
    const GbRegistryCase *registry = &corpus->registries[i];
    GbValue *row = gb_value_object (scene->arena);
    gb_registry_row (scene, row, registry);
    gb_value_append (rows, row);
    gb_frame_turns (scene, page, registry->turns);
    if (registry->policy != NULL)
      gb_frame_turns (scene, page, registry->policy->state.turns);
  }
}

void
gb_registry_pages (GbView *view)
{
  const GbCorpus *corpus = view->corpus;
  gb_sheet_add_list (view, GB_HREF_REGISTRIES, "page/registries", build_list, NULL,
                     corpus->n_registries);
  for (guint i = 0; i < corpus->n_registries; i++) {
    const GbRegistryCase *registry = &corpus->registries[i];
    gb_sheet_add_list (view, gb_href_registry (view->arena, registry), "page/registry", build,
                       registry, registry->n_entries);
  }
}
