/* The page that says which data files there are. */
#include "view/private.h"

static void
append_file (GbScene *scene, GbValue *files, const char *path, const char *word, const char *title)
{
  GbValue *file = gb_value_object (scene->arena);
  gb_value_set_string (file, "path", path);
  gb_value_set_string (file, "about",
                       gb_words_fill (scene->words, scene->arena, word, "title", title, NULL));
  gb_value_append (files, file);
}

static void
build (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *page)
{
  const char *title = gb_scene_word (scene, "nav.data");
  gb_scene_frame (scene, page, "data", title, gb_scene_word (scene, "data.about"));
  gb_scene_column (scene, page, title);
  gb_linked_data (scene);
  GbValue *files = gb_value_set_array (page, "files");
  append_file (scene, files, "data/policies.json", "data.policies", NULL);
  append_file (scene, files, "data/registries.json", "data.registries", NULL);
  for (guint i = 0; i < scene->corpus->n_registries; i++) {
    const GbRegistry *registry = scene->corpus->registries[i].registry;
    append_file (scene, files,
                 gb_arena_printf (scene->arena, "data/registries/%s.json", registry->id),
                 "data.registry", registry->title);
  }
  append_file (scene, files, "data/notices.json", "data.notices", NULL);
  append_file (scene, files, "data/calendar.json", "data.calendar", NULL);
  append_file (scene, files, "data/workdays.json", "data.workdays", NULL);
}

void
gb_data_sheets (GbView *view)
{
  gb_view_add (view, "data/index.html", "page/data", build, NULL, 0);
}
