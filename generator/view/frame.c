#include "view/frame.h"

#include "view/href.h"
#include "view/scene.h"
#include "view/words.h"

void
gb_frame_set (GbScene *scene, GbValue *page, const char *section, const char *title,
              const char *description)
{
  gb_value_set_string (page, "title", title);
  gb_value_set_string (page, "description", description);
  static const char *const sections[]
    = { "home", "policies", "registries", "notices", "calendar", "data", "about", "search" };
  GbValue *in = gb_value_set_object (page, "in");
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gb_value_set_boolean (in, sections[i], g_strcmp0 (sections[i], section) == 0);
  gb_value_set_null (page, "turns");
  gb_value_set_boolean (page, "bygone", FALSE);
  gb_value_set_null (page, "article");
  gb_value_set_null (page, "column");
  gb_value_set_null (page, "provenance");
  gb_value_set_null (page, "feed");
  gb_value_set_boolean (page, "noindex", FALSE);
  gb_value_set_boolean (page, "path", FALSE);
  gb_value_set_array (page, "crumbs");
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.home"), "");
}

void
gb_frame_archive (GbValue *page)
{
  gb_value_set_boolean (page, "noindex", TRUE);
}

void
gb_frame_add_crumb (GbValue *page, const char *title, const char *href)
{
  gb_value_set_boolean (page, "path", TRUE);
  /* The array was made by gb_frame_set in this same scene. */
  gb_scene_set_title (gb_value_append_object ((GbValue *)gb_value_get (page, "crumbs")), title,
                      href);
}

void
gb_frame_set_article (GbScene *scene, GbValue *page, GbDate published, const char *source,
                      const char *keywords)
{
  GbValue *article = gb_value_set_object (page, "article");
  gb_value_set_string (article, "published", gb_scene_day (scene->arena, published));
  gb_value_set_string (article, "source", source);
  gb_value_set_string (article, "keywords", keywords);
}

void
gb_frame_set_column (GbValue *page, const char *type)
{
  gb_value_set_string (gb_value_set_object (page, "column"), "type", type);
}

void
gb_frame_turns (GbScene *scene, GbValue *page, GbDate turns)
{
  if (turns == GB_DATE_NONE)
    return;
  GbDate known = GB_DATE_NONE;
  const char *text = gb_value_get_string (page, "turns");
  if (text != NULL && gb_date_parse (text, &known) && known <= turns)
    return;
  gb_value_set_string (page, "turns", gb_scene_day (scene->arena, turns));
}

void
gb_frame_set_pager (GbScene *scene, GbValue *page, const char *folder, guint part, guint n_rows,
                    guint *ret_first, guint *ret_end)
{
  *ret_first = part * GB_ROWS;
  *ret_end = MIN (*ret_first + GB_ROWS, n_rows);
  gb_value_set_string (page, "total",
                       gb_words_count (scene->words, scene->arena, "pager.total", n_rows));
  guint n_parts = MAX ((n_rows + GB_ROWS - 1) / GB_ROWS, 1);
  if (n_parts == 1) {
    gb_value_set_null (page, "pager");
    return;
  }
  folder = gb_href_escape (scene->arena, folder);
  GbValue *pager = gb_value_set_object (page, "pager");
  gb_value_set_string (pager, "previous",
                       part == 0 ? NULL : gb_href_part (scene->arena, folder, part - 1));
  gb_value_set_string (pager, "next",
                       part + 1 == n_parts ? NULL : gb_href_part (scene->arena, folder, part + 1));
  gb_value_set_string (pager, "folder", folder);
  gb_value_set_integer (pager, "parts", n_parts);
  gb_value_set_integer (pager, "rows_total", n_rows);
  GbValue *steps = gb_value_set_array (pager, "steps");
  gboolean gap = FALSE;
  for (guint i = 0; i < n_parts; i++) {
    if (i != 0 && i + 1 != n_parts && (i + 2 < part || i > part + 2)) {
      gap = TRUE;
      continue;
    }
    GbValue *step = gb_value_append_object (steps);
    gb_value_set_boolean (step, "gap", gap);
    gb_value_set_integer (step, "number", (gint64)i + 1);
    gb_value_set_string (step, "href", gb_href_part (scene->arena, folder, i));
    gb_value_set_boolean (step, "current", i == part);
    gap = FALSE;
  }
}
