/* The home page: what can be objected to now, what is new, what comes next, how much there is. */
#include "export/linked.h"
#include "pages/pages.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/notice.h"
#include "view/occasion.h"
#include "view/policy.h"
#include "view/registry.h"
#include "view/scene.h"
#include "view/sheet.h"

/* Items of each list. */
#define HOME_ITEMS 8

static void
set_notices (GbScene *scene, GbValue *page, const char *key, GbNoticeState state)
{
  const GbCorpus *corpus = scene->corpus;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  for (guint i = 0; i < corpus->n_notices; i++) {
    const GbNoticeCase *notice = &corpus->notices[i];
    if (notice->state != state)
      continue;
    /* By last day; few enough to be put in place one by one. */
    guint at = found->len;
    while (at > 0
           && ((const GbNoticeCase *)found->pdata[at - 1])->closes.date > notice->closes.date)
      at--;
    g_ptr_array_insert (found, (int)at, (gpointer)notice);
  }
  GbValue *list = gb_value_set_array (page, key);
  for (guint i = 0; i < found->len; i++) {
    GbValue *row = gb_value_append_object (list);
    gb_notice_row (scene, row, found->pdata[i]);
  }
}

static void
set_newest (GbScene *scene, GbValue *page)
{
  const GbListing *all = scene->view->listings->pdata[0];
  GbValue *list = gb_value_set_array (page, "newest");
  for (guint i = 0; i < MIN (all->policies->len, HOME_ITEMS); i++) {
    GbValue *row = gb_value_append_object (list);
    gb_policy_row (scene, row, all->policies->pdata[i]);
  }
}

static void
set_next (GbScene *scene, GbValue *page)
{
  const GbCorpus *corpus = scene->corpus;
  guint first = gb_occasion_next (corpus);
  guint end = MIN (first + HOME_ITEMS, corpus->n_occasions);
  GbValue *list = gb_value_set_array (page, "next");
  for (guint i = first; i < end; i++) {
    GbValue *row = gb_value_append_object (list);
    gb_occasion_row (scene, row, &corpus->occasions[i]);
  }
  if (first < end)
    gb_frame_turns (scene, page, gb_date_next (corpus->occasions[first].date));
}

static void
set_counts (GbScene *scene, GbValue *page)
{
  guint counts[GB_FORCE_COUNT] = { 0 };
  for (guint i = 0; i < scene->corpus->n_policies; i++)
    counts[scene->corpus->policies[i].state.force]++;
  GbValue *list = gb_value_set_array (page, "counts");
  for (guint i = 0; i < GB_FORCE_COUNT; i++) {
    if (counts[i] == 0)
      continue;
    const char *name = gb_force_name ((GbForce)i);
    GbValue *value = gb_value_append_object (list);
    gb_scene_set_word (scene, value, "status", "force", name);
    gb_value_set_integer (value, "count", counts[i]);
    gb_value_set_string (value, "href", gb_href_listing (scene->arena, "status", name));
  }
}

static void
build (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *page)
{
  const GbCorpus *corpus = scene->corpus;
  const GbSite *site = corpus->model->site;
  gb_linked_site (scene);
  gb_frame_set (scene, page, "home", NULL, site->description);
  gb_value_set_boolean (page, "path", FALSE);
  gb_frame_set_column (page, gb_scene_word (scene, "nav.home"));
  gb_frame_turns (scene, page, gb_occasion_turns (corpus));
  for (guint i = 0; i < corpus->n_notices; i++)
    gb_frame_turns (scene, page, corpus->notices[i].turns);
  set_notices (scene, page, "open", GB_NOTICE_OPEN);
  set_notices (scene, page, "upcoming", GB_NOTICE_UPCOMING);
  set_newest (scene, page);
  set_next (scene, page);
  set_counts (scene, page);
  GbValue *registries = gb_value_set_array (page, "registries");
  for (guint i = 0; i < MIN (corpus->n_registries, GB_RELATED_MAX); i++) {
    GbValue *row = gb_value_append_object (registries);
    gb_registry_row (scene, row, &corpus->registries[i]);
    gb_frame_turns (scene, page, corpus->registries[i].turns);
  }
}

void
gb_home_pages (GbView *view)
{
  gb_sheet_add (view, GB_HREF_INDEX, "page/home", build, NULL, 0);
}
