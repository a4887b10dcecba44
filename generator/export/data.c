/* The JSON data files: policies, registries and each of them, notices, calendar, working days,
 * conditions, agencies. */
#include "export/files.h"
#include "view/agency.h"
#include "view/criteria.h"
#include "view/entry.h"
#include "view/href.h"
#include "view/notice.h"
#include "view/occasion.h"
#include "view/policy.h"
#include "view/registry.h"
#include "view/scene.h"
#include "view/scheme.h"
#include "view/sheet.h"
#include "view/version.h"

static void
build_calendar (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *file)
{
  GbValue *occasions = gb_value_set_array (file, "occasions");
  for (guint i = 0; i < scene->corpus->n_occasions; i++)
    gb_occasion_row (scene, gb_value_append_object (occasions), &scene->corpus->occasions[i]);
}

static void
build_workdays (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *file)
{
  const GbModel *model = scene->corpus->model;
  GbValue *years = gb_value_set_array (file, "years");
  for (guint i = 0; i < model->calendar_files.length; i++) {
    const GbCalendarFile *source = GB_LIST_AT (GbCalendarFile, model->calendar_files, i);
    const GbCalendarYear *year = gb_calendar_year (&model->calendar, source->year);
    if (year == NULL)
      continue;
    GbValue *value = gb_value_append_object (years);
    gb_value_set_integer (value, "year", year->year);
    gb_value_set_boolean (value, "published", year->published);
    GbValue *documents = gb_value_set_array (value, "sources");
    for (guint k = 0; k < source->sources.length; k++) {
      const GbCalendarSource *document = GB_LIST_AT (GbCalendarSource, source->sources, k);
      GbValue *item = gb_value_append_object (documents);
      gb_value_set_string (item, "number", document->number);
      gb_value_set_string (item, "title", document->title);
      gb_scene_set_date (scene, item, "date", document->date);
      gb_value_set_string (item, "url", document->url);
    }
    GbValue *holidays = gb_value_set_array (value, "holidays");
    for (guint k = 0; k < year->n_holidays; k++) {
      GbValue *item = gb_value_append_object (holidays);
      gb_value_set_string (item, "name", year->holidays[k].name);
      gb_scene_set_date (scene, item, "from", year->holidays[k].from);
      gb_scene_set_date (scene, item, "to", year->holidays[k].to);
    }
    GbValue *workdays = gb_value_set_array (value, "workdays");
    for (guint k = 0; k < year->n_workdays; k++)
      gb_value_append_string (workdays, gb_scene_day (scene->arena, year->workdays[k]));
  }
}

static void
build_criteria (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *file)
{
  gb_criteria_list (scene, file);
}

static void
build_agencies (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *file)
{
  const GbList *agencies = &scene->corpus->model->agencies;
  GbValue *list = gb_value_set_array (file, "agencies");
  for (guint i = 0; i < agencies->length; i++)
    gb_agency_set (gb_value_append_object (list), GB_LIST_AT (GbAgency, *agencies, i));
}

static void
build_notices (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *file)
{
  GbValue *notices = gb_value_set_array (file, "notices");
  for (guint i = 0; i < scene->corpus->n_notices; i++)
    gb_notice_data (scene, gb_value_append_object (notices), &scene->corpus->notices[i]);
}

static void
build_policies (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *file)
{
  GbValue *policies = gb_value_set_array (file, "policies");
  for (guint i = 0; i < scene->corpus->n_policies; i++) {
    const GbPolicyCase *policy = &scene->corpus->policies[i];
    GbValue *record = gb_value_append_object (policies);
    gb_policy_record (scene, record, policy);
    gb_version_list (scene, record, policy);
    gb_policy_set_relations (scene, record, policy);
    gb_policy_set_rest (scene, record, policy);
  }
}

static void
build_registry (GbScene *scene, const GbSheet *sheet, GbValue *file)
{
  const GbRegistryCase *registry = sheet->subject;
  gb_registry_summary (scene, file, registry);
  gb_scheme_set (scene, gb_value_set_object (file, "scheme"), registry);
  gb_scheme_set_batches (scene, file, registry);
  GbValue *days = gb_value_set_array (file, "days");
  for (guint i = 0; i < registry->n_changes; i++)
    gb_value_append_string (days, gb_scene_iso (scene->arena, registry->changes[i]));
  GbValue *entries = gb_value_set_array (file, "entries");
  for (guint i = 0; i < registry->n_entries; i++)
    gb_entry_data (scene, gb_value_append_object (entries), registry->entries[i]);
}

static void
build_registries (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *file)
{
  GbValue *registries = gb_value_set_array (file, "registries");
  for (guint i = 0; i < scene->corpus->n_registries; i++) {
    const GbRegistryCase *registry = &scene->corpus->registries[i];
    GbValue *record = gb_value_append_object (registries);
    gb_registry_summary (scene, record, registry);
    gb_value_set_string (record, "file",
                         gb_href_registry_data (scene->arena, registry->registry->id, ".json")
                           + strlen (GB_HREF_DATA));
  }
}

void
gb_data_files (GbView *view)
{
  gb_sheet_add (view, GB_HREF_DATA "policies.json", NULL, build_policies, NULL, 0);
  gb_sheet_add (view, GB_HREF_DATA "registries.json", NULL, build_registries, NULL, 0);
  for (guint i = 0; i < view->corpus->n_registries; i++) {
    const GbRegistryCase *registry = &view->corpus->registries[i];
    gb_sheet_add (view, gb_href_registry_data (view->arena, registry->registry->id, ".json"), NULL,
                  build_registry, registry, 0);
  }
  gb_sheet_add (view, GB_HREF_DATA "notices.json", NULL, build_notices, NULL, 0);
  gb_sheet_add (view, GB_HREF_DATA "calendar.json", NULL, build_calendar, NULL, 0);
  gb_sheet_add (view, GB_HREF_DATA "workdays.json", NULL, build_workdays, NULL, 0);
  gb_sheet_add (view, GB_HREF_DATA "criteria.json", NULL, build_criteria, NULL, 0);
  gb_sheet_add (view, GB_HREF_DATA "agencies.json", NULL, build_agencies, NULL, 0);
}
