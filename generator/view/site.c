#include "view/site.h"

#include "view/criteria.h"
#include "view/language.h"

#include <string.h>

/* [{lang, name, folder, current}] of the site's languages; empty where there is only one. */
static void
set_languages (const GbView *view, GbValue *object)
{
  static const char *const names[][2] = { { "zh-CN", "中文" }, { "en", "English" } };
  const GbSite *site = view->corpus->model->site;
  const char *const *languages = gb_language_list (site, view->arena);
  GbValue *list = gb_value_set_array (object, "languages");
  for (guint i = 0; languages[1] != NULL && languages[i] != NULL; i++) {
    GbValue *value = gb_value_append_object (list);
    gb_value_set_string (value, "lang", languages[i]);
    for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
      if (strcmp (names[k][0], languages[i]) == 0)
        gb_value_set_string (value, "name", names[k][1]);
    const char *folder = gb_language_folder (site, languages[i], view->arena);
    gb_value_set_string (value, "folder", folder);
    gb_value_set_boolean (value, "current", strcmp (folder, view->folder) == 0);
  }
}

/* "www.example.cn" of "https://www.example.cn/gongbao". */
const char *
gb_site_domain (GbArena *arena, const char *url)
{
  const char *start = url == NULL ? NULL : strstr (url, "://");
  if (start == NULL)
    return NULL;
  start += 3;
  return gb_arena_strndup (arena, start, strcspn (start, "/"));
}

static void
set_contact (GbValue *object, const char *key, const GbContact *contact)
{
  if (contact == NULL) {
    gb_value_set_null (object, key);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "phone", contact->phone);
  gb_value_set_string (value, "email", contact->email);
  gb_value_set_string (value, "address", contact->address);
  gb_value_set_string (value, "url", contact->url);
}

const GbValue *
gb_site_value (GbView *view, gboolean has_calendar)
{
  GbArena *arena = view->arena;
  const GbModel *model = view->corpus->model;
  const GbSite *site = model->site;
  GbValue *shared = gb_value_object (arena);
  gb_value_set (shared, "t", view->words);
  GbValue *object = gb_value_set_object (shared, "site");
  gb_value_set_boolean (object, "record", view->record != NULL);
  set_languages (view, object);
  gb_value_set_string (object, "name", site->name);
  gb_value_set_string (object, "description", site->description);
  gb_value_set_string (object, "base_url", site->base_url);
  gb_value_set_string (object, "domain", gb_site_domain (arena, site->base_url));
  gb_value_set_string (object, "identifier", site->identifier);
  gb_value_set_string (object, "icp", site->icp);
  gb_value_set_string (object, "police", site->police);
  gb_value_set_boolean (object, "example", site->example);
  gb_value_set_string (object, "notice_text", site->notice_text);
  const GbAgency *authority = gb_model_agency (model, site->authority);
  if (authority == NULL) {
    gb_value_set_null (object, "authority");
  } else {
    GbValue *value = gb_value_set_object (object, "authority");
    gb_value_set_string (value, "name", authority->name);
    gb_value_set_string (value, "url", authority->url);
  }
  set_contact (object, "contact", site->contact);
  gb_value_set_boolean (object, "about", FALSE);
  gboolean criteria = FALSE;
  for (guint i = 0; i < view->corpus->n_registries; i++)
    criteria |= gb_criteria_has (&view->corpus->registries[i]);
  gb_value_set_boolean (object, "criteria", criteria);
  gb_value_set_boolean (object, "calendar", has_calendar);
  gb_value_set_boolean (object, "opensearch", site->base_url != NULL);
  GbValue *pages = gb_value_set_array (object, "pages");
  for (guint i = 0; i < model->pages.length; i++) {
    const GbPage *page = GB_LIST_AT (GbPage, model->pages, i);
    GbValue *value = gb_value_append_object (pages);
    gb_value_set_string (value, "title", page->title);
    gb_value_set_string (value, "href", gb_arena_printf (arena, "%s/", page->id));
    if (strcmp (page->id, "about") == 0)
      gb_value_set_boolean (object, "about", TRUE);
  }
  return shared;
}
