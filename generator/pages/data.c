/* The page that says what there is to download. */
#include "export/linked.h"
#include "export/tables.h"
#include "pages/pages.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

#include <string.h>

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
  GbValue *list = gb_value_append_object (lists);
  gb_value_set_string (list, "title", title);
  gb_value_set_string (list, "about", about);
  gb_value_set_string (list, "json", json);
  gb_value_set_string (list, "csv", gb_arena_join (scene->arena, csv, ".csv", NULL));
  gb_value_set_string (list, "excel", gb_arena_join (scene->arena, csv, ".excel.csv", NULL));
  return list;
}

static void
set_lists (GbScene *scene, GbValue *page)
{
  GbValue *lists = gb_value_set_array (page, "lists");
  for (guint i = 0; i < gb_tables_count; i++) {
    const char *name = gb_tables[i].name;
    append_list (scene, lists, gb_words_in (scene->words, "dataset", name),
                 gb_words_in (scene->words, "dataset-about", name), json_of (name),
                 gb_href_data (scene->arena, name, ""));
  }
  GbValue *registries = gb_value_set_array (page, "registries");
  for (guint i = 0; i < scene->corpus->n_registries; i++) {
    const GbRegistry *registry = scene->corpus->registries[i].registry;
    const char *path = gb_href_registry_data (scene->arena, registry->id, "");
    GbValue *list = append_list (scene, registries, registry->title, NULL,
                                 gb_arena_join (scene->arena, path, ".json", NULL), path);
    gb_value_set_string (list, "events", gb_arena_join (scene->arena, path, ".events.csv", NULL));
    gb_value_set_string (list, "events_excel",
                         gb_arena_join (scene->arena, path, ".events.excel.csv", NULL));
  }
  gb_scene_set_has (page, "registries", registries);
}

static void
build (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *page)
{
  const char *title = gb_scene_word (scene, "nav.data");
  gb_frame_set (scene, page, "data", title, gb_scene_word (scene, "data.about"));
  gb_frame_set_column (page, title);
  gb_linked_data (scene);
  set_lists (scene, page);
  GbValue *schemas = gb_value_set_array (page, "schemas");
  for (const GbShapeFile *file = gb_shape_files; file->shape != NULL; file++) {
    GbValue *value = gb_value_append_object (schemas);
    gb_value_set_string (value, "path", gb_href_schema (scene->arena, file->schema));
    gb_value_set_string (value, "of",
                         strcmp (file->schema, "registry") == 0
                           ? gb_href_registry_data (scene->arena, "…", ".json")
                           : file->path);
  }
  const GbLicence *licence = scene->corpus->model->site->licence;
  if (licence == NULL) {
    gb_value_set_null (page, "licence");
    return;
  }
  GbValue *value = gb_value_set_object (page, "licence");
  gb_value_set_string (value, "title",
                       licence->title != NULL  ? licence->title
                       : licence->name != NULL ? licence->name
                                               : licence->url);
  gb_value_set_string (value, "url", licence->url);
}

void
gb_data_pages (GbView *view)
{
  gb_sheet_add_page (view, GB_HREF_DATA, "page/data", build, NULL, 0);
}
