/* Lists of policies: all of them, and by status, issuer, year and topic. */
#include "export/feed.h"
#include "pages/pages.h"
#include "view/axis.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/policy.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

#include <string.h>

/* Values of a facet named on every list; a province has hundreds of topics. */
#define FACET_VALUES 30

/* The values of one facet; all of them are on its own page, the fullest on every list. */
static GbValue *
new_group (GbView *view, const char *facet, const char *folder, guint first, guint end, guint most)
{
  GbValue *group = gb_value_object (view->arena);
  gboolean is_status = strcmp (facet, "status") == 0;
  gb_value_set_string (group, "id", facet);
  gb_value_set_string (group, "word", gb_words_in (view->words, "facet", facet));
  gb_value_set_boolean (group, "open", is_status);
  gb_value_set_string (group, "more", end - first > most ? folder : NULL);
  GbValue *values = gb_value_set_array (group, "values");
  for (guint i = first; i < MIN (end, first + most); i++) {
    const GbListing *listing = view->listings->pdata[i];
    GbValue *value = gb_value_append_object (values);
    gb_value_set_string (value, "name", listing->name);
    gb_value_set_string (value, "href", gb_href_escape (view->arena, listing->folder));
    /* How many have which status changes with the day; that would change every list. */
    if (is_status)
      gb_value_set_null (value, "count");
    else
      gb_value_set_integer (value, "count", listing->policies->len);
  }
  return group;
}

static void
build_facet (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbValue *group = sheet->subject;
  const char *all = gb_scene_word (scene, "nav.policies");
  gb_frame_set (scene, page, "policies",
                gb_words_fill (scene->words, scene->arena, "list.facet", "facet",
                               gb_value_get_string (group, "word"), NULL),
                gb_scene_word (scene, "list.about"));
  gb_frame_set_column (page, all);
  gb_frame_add_crumb (page, all, GB_HREF_POLICIES);
  gb_value_set (page, "values", gb_value_get (group, "values"));
}

static void
build_facets (GbView *view)
{
  GbValue *groups = gb_value_array (view->arena);
  for (guint first = 1, end; first < view->listings->len; first = end) {
    const char *facet = ((const GbListing *)view->listings->pdata[first])->facet;
    for (end = first; end < view->listings->len; end++)
      if (strcmp (((const GbListing *)view->listings->pdata[end])->facet, facet) != 0)
        break;
    const char *folder = gb_href_listing (view->arena, facet, NULL);
    gb_value_append (groups, new_group (view, facet, folder, first, end, FACET_VALUES));
    gb_sheet_add_page (view, folder, "page/facet", build_facet,
                       new_group (view, facet, folder, first, end, G_MAXINT), 0);
  }
  view->facets = groups;
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbListing *listing = sheet->subject;
  const char *all = gb_scene_word (scene, "nav.policies");
  const char *title = all;
  if (listing->facet != NULL)
    title = gb_words_fill (scene->words, scene->arena, "list.title", "facet",
                           gb_words_in (scene->words, "facet", listing->facet), "name",
                           listing->name, NULL);
  gb_frame_set (scene, page, "policies", title, gb_scene_word (scene, "list.about"));
  gb_frame_set_column (page, all);
  if (listing->facet != NULL)
    gb_frame_add_crumb (page, all, GB_HREF_POLICIES);
  if (g_strcmp0 (listing->facet, "issuer") == 0)
    gb_feed_set (scene, page, "feed",
                 gb_arena_join (scene->arena, GB_HREF_ISSUERS, listing->value, NULL),
                 listing->name);
  gboolean by_status = g_strcmp0 (listing->facet, "status") == 0;
  gb_value_set_boolean (page, "by_status", by_status);
  if (by_status)
    gb_frame_turns (scene, page, scene->view->policies_turn);
  gb_value_set_string (page, "all", listing->facet == NULL ? NULL : GB_HREF_POLICIES);
  gb_value_set (page, "facets", scene->view->facets);

  guint first, end;
  gb_frame_set_pager (scene, page, listing->folder, sheet->part, listing->policies->len, &first,
                      &end);
  GbAxis axis = { 0 };
  for (guint i = first; i < end; i++) {
    GbDate from, to;
    if (!gb_policy_span (listing->policies->pdata[i], &from, &to))
      continue;
    gb_axis_widen (&axis, from);
    gb_axis_widen (&axis, to);
  }
  gb_value_set_null (page, "first_year");
  gb_value_set_null (page, "last_year");
  if (axis.first != 0) { /* else nothing is drawn */
    gb_value_set_integer (page, "first_year", axis.first);
    gb_value_set_integer (page, "last_year", axis.last);
  }
  GbValue *rows = gb_value_set_array (page, "rows");
  for (guint i = first; i < end; i++) {
    const GbPolicyCase *policy = listing->policies->pdata[i];
    GbValue *row = gb_value_append_object (rows);
    gb_policy_row (scene, row, policy);
    gb_frame_turns (scene, page, policy->turns);
    GbDate from, to;
    if (gb_policy_span (policy, &from, &to))
      gb_axis_set_span (scene, row, "bar", &axis, from, to);
    else
      gb_value_set_null (row, "bar");
  }
  gb_scene_set_has (page, "rows", rows);
}

void
gb_facet_pages (GbView *view)
{
  build_facets (view);
  for (guint i = 0; i < view->listings->len; i++) {
    const GbListing *listing = view->listings->pdata[i];
    gb_sheet_add_list (view, listing->folder, "page/policies", build, listing,
                       listing->policies->len);
  }
}
