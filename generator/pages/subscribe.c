/* The page that says what there is to subscribe to, and how. */
#include "export/feed.h"
#include "pages/pages.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/sheet.h"

static void
append (GbScene *scene, GbValue *list, const char *folder, const char *title, const char *href)
{
  GbValue *row = gb_value_object (scene->arena);
  gb_scene_set_title (row, title, href);
  gb_feed_set (scene, row, "feed", folder, title);
  if (gb_value_is_truthy (gb_value_get (row, "feed")))
    gb_value_append (list, row);
}

static void
set_lists (GbScene *scene, GbValue *page)
{
  const GbView *view = scene->view;
  const GbCorpus *corpus = scene->corpus;
  append (scene, gb_value_set_array (page, "all"), NULL, corpus->model->site->name, "");
  GbValue *registries = gb_value_set_array (page, "registries");
  for (guint i = 0; i < corpus->n_registries; i++)
    append (scene, registries,
            gb_href_thing (scene->arena, GB_THING_REGISTRY, corpus->registries[i].registry->id),
            corpus->registries[i].registry->title,
            gb_href_registry (scene->arena, &corpus->registries[i]));
  GbValue *issuers = gb_value_set_array (page, "issuers");
  for (guint i = 0; i < view->listings->len; i++) {
    const GbListing *listing = view->listings->pdata[i];
    if (g_strcmp0 (listing->facet, "issuer") == 0)
      append (scene, issuers, gb_arena_join (scene->arena, GB_HREF_ISSUERS, listing->value, NULL),
              listing->name, listing->folder);
  }
  gb_scene_set_has (page, "registries", registries);
  gb_scene_set_has (page, "issuers", issuers);
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbCorpus *corpus = scene->corpus;
  gb_frame_set (scene, page, NULL, gb_scene_word (scene, "subscribe.title"),
                gb_scene_word (scene, "subscribe.about"));
  gb_frame_set_column (page, gb_scene_word (scene, "subscribe.title"));
  gb_value_set_boolean (page, "first", sheet->part == 0);
  gb_scene_set_has (page, "registries", NULL);
  gb_scene_set_has (page, "issuers", NULL);
  if (sheet->part == 0)
    set_lists (scene, page);
  guint first, end;
  gb_frame_set_pager (scene, page, GB_HREF_SUBSCRIBE, sheet->part, corpus->n_policies, &first,
                      &end);
  GbValue *policies = gb_value_set_array (page, "policies");
  for (guint i = first; i < end; i++)
    append (scene, policies,
            gb_href_thing (scene->arena, GB_THING_POLICY, corpus->policies[i].policy->id),
            corpus->policies[i].policy->title, gb_href_policy (scene->arena, &corpus->policies[i]));
  gb_scene_set_has (page, "policies", policies);
}

void
gb_subscribe_pages (GbView *view)
{
  gb_sheet_add_list (view, GB_HREF_SUBSCRIBE, "page/subscribe", build, NULL,
                     view->corpus->n_policies);
}
