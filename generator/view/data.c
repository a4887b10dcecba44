/* What there is to download: the page that says so, the data of the agencies, the words of each
 * policy. */
#include "view/shape.h"

#include <string.h>

/* -- the page -- */

/* The JSON file of a table, where it has one of its own. */
static const char *
json_of (const char *table)
{
  for (const GbShapeFile *file = gb_shape_files; file->shape != NULL; file++)
    if (strcmp (file->schema, table) == 0)
      return file->path;
  return NULL;
}

static GbValue *
append_list (GbScene *scene, GbValue *lists, const char *title, const char *about, const char *json,
             const char *csv)
{
  GbValue *list = gb_value_object (scene->arena);
  gb_value_set_string (list, "title", title);
  gb_value_set_string (list, "about", about);
  gb_value_set_string (list, "json", json);
  gb_value_set_string (list, "csv", gb_scene_join (scene, csv, ".csv", NULL));
  gb_value_set_string (list, "excel", gb_scene_join (scene, csv, ".excel.csv", NULL));
  gb_value_append (lists, list);
  return list;
}

static void
set_lists (GbScene *scene, GbValue *page)
{
  GbValue *lists = gb_value_set_array (page, "lists");
  for (guint i = 0; i < gb_n_tables; i++) {
    const char *name = gb_tables[i].name;
    append_list (scene, lists, gb_words_in (scene->words, "dataset", name),
                 gb_words_in (scene->words, "dataset-about", name), json_of (name),
                 gb_scene_join (scene, "data/", name, NULL));
  }
  GbValue *registries = gb_value_set_array (page, "registries");
  for (guint i = 0; i < scene->corpus->n_registries; i++) {
    const GbRegistry *registry = scene->corpus->registries[i].registry;
    const char *path = gb_scene_join (scene, "data/registries/", registry->id, NULL);
    GbValue *list = append_list (scene, registries, registry->title, NULL,
                                 gb_scene_join (scene, path, ".json", NULL), path);
    gb_value_set_string (list, "events", gb_scene_join (scene, path, ".events.csv", NULL));
    gb_value_set_string (list, "events_excel",
                         gb_scene_join (scene, path, ".events.excel.csv", NULL));
  }
  gb_scene_set_has (page, "registries", registries);
}

static void
build (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *page)
{
  const char *title = gb_scene_word (scene, "nav.data");
  gb_scene_frame (scene, page, "data", title, gb_scene_word (scene, "data.about"));
  gb_scene_column (scene, page, title);
  gb_linked_data (scene);
  set_lists (scene, page);
  GbValue *schemas = gb_value_set_array (page, "schemas");
  for (const GbShapeFile *file = gb_shape_files; file->shape != NULL; file++) {
    GbValue *value = gb_value_object (scene->arena);
    gb_value_set_string (value, "path",
                         gb_scene_join (scene, "data/schemas/", file->schema, ".json", NULL));
    gb_value_set_string (
      value, "of", strcmp (file->schema, "registry") == 0 ? "data/registries/….json" : file->path);
    gb_value_append (schemas, value);
  }
  const GbLicence *licence = scene->corpus->model->site->licence;
  if (licence == NULL) {
    gb_set_null (page, "licence");
    return;
  }
  GbValue *value = gb_value_set_object (page, "licence");
  gb_value_set_string (value, "title",
                       licence->title != NULL  ? licence->title
                       : licence->name != NULL ? licence->name
                                               : licence->url);
  gb_value_set_string (value, "url", licence->url);
}

/* -- agencies -- */

void
gb_agency_data (GbValue *record, const GbAgency *agency)
{
  gb_value_set_string (record, "id", agency->id);
  gb_value_set_string (record, "name", agency->name);
  gb_value_set_string (record, "short_name", agency->short_name);
  gb_scene_set_texts (record, "aliases", &agency->aliases);
  gb_value_set_string (record, "level", gb_level_name (agency->level));
  gb_value_set_string (record, "region", agency->region);
  gb_value_set_string (record, "parent", agency->parent);
  gb_value_set_string (record, "url", agency->url);
}

static void
build_agencies (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *file)
{
  const GbList *agencies = &scene->corpus->model->agencies;
  GbValue *list = gb_value_set_array (file, "agencies");
  for (guint i = 0; i < agencies->length; i++) {
    GbValue *record = gb_value_object (scene->arena);
    gb_agency_data (record, GB_LIST_AT (GbAgency, *agencies, i));
    gb_value_append (list, record);
  }
}

/* -- the words of a policy -- */

/* What a copy must say to be found again; its status, which time changes, is on the page. */
static void
print_policy (GbScene *scene, const GbSheet *sheet, GString *out)
{
  const GbPolicyCase *policy = sheet->subject;
  g_string_append_printf (out, "%s\n", policy->policy->title);
  if (policy->policy->number != NULL)
    g_string_append_printf (out, "%s\n", policy->policy->number);
  const char *address = gb_scene_address (scene, gb_scene_policy_href (scene, policy));
  if (address != NULL)
    g_string_append_printf (out, "%s\n", address);
  g_string_append_c (out, '\n');
  gb_plain_text (policy->text, out);
}

void
gb_text_sheets (GbView *view)
{
  for (guint i = 0; i < view->corpus->n_policies; i++) {
    const GbPolicyCase *policy = &view->corpus->policies[i];
    gb_view_add_print (view,
                       gb_arena_printf (view->arena, "policies/%s/policy.txt", policy->policy->id),
                       print_policy, policy, 0);
  }
}

void
gb_data_sheets (GbView *view)
{
  gb_view_add (view, "data/index.html", "page/data", build, NULL, 0);
  gb_view_add (view, "data/agencies.json", NULL, build_agencies, NULL, 0);
}
