/* Lists of policies: all of them, and by status, issuer, year and topic. */
#include "view/private.h"

#include "base/escape.h"

#include <string.h>

/* Longer names do not fit a folder's; 255 bytes is the limit of common file systems. */
#define TOPIC_BYTES_MAX 200
/* Values of a facet named on every list; a province has hundreds of topics. */
#define FACET_VALUES 30

GbDate
gb_policy_main_date (const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  GbDate dates[] = { source->signed_, source->issued, source->published, policy->effective.date };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (dates[i] != GB_DATE_NONE)
      return dates[i];
  return GB_DATE_NONE;
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const GbPolicyCase *x = *(const GbPolicyCase *const *)a;
  const GbPolicyCase *y = *(const GbPolicyCase *const *)b;
  GbDate day_x = gb_policy_main_date (x);
  GbDate day_y = gb_policy_main_date (y);
  if (day_x != day_y)
    return day_x > day_y ? -1 : 1;
  return strcmp (x->policy->id, y->policy->id);
}

/* A topic as the name of a folder; beside it lies the list of all topics, a file. */
static const char *
folder_name (GbArena *arena, const char *name)
{
  if (strcmp (name, "index.html") == 0)
    return "-index.html";
  char *folder = gb_arena_strdup (arena, name);
  for (char *at = folder; *at != '\0'; at++)
    if (*at == '/' || *at == '\\' || (guchar)*at < 0x20 || (at == folder && *at == '.'))
      *at = '-';
  return folder;
}

static const char *
escape (GbArena *arena, const char *path)
{
  GString *out = g_string_new (NULL);
  gb_escape_path (out, path, -1);
  const char *copy = gb_arena_strndup (arena, out->str, out->len);
  g_string_free (out, TRUE);
  return copy;
}

static GbListing *
new_listing (GbView *view, const char *facet, const char *value, const char *name)
{
  GbListing *listing = gb_arena_new0 (view->arena, GbListing);
  listing->folder
    = facet == NULL ? "policies/" : gb_arena_printf (view->arena, "policies/%s/%s/", facet, value);
  listing->facet = facet;
  listing->value = value;
  listing->name = name;
  listing->policies = g_ptr_array_new ();
  g_ptr_array_add (view->listings, listing);
  return listing;
}

static void
by_issuer (GbView *view, const GbPolicyCase *policy, const char *id)
{
  const GbAgency *agency = gb_model_agency (view->corpus->model, id);
  if (agency == NULL)
    return;
  GbListing *listing = g_hash_table_lookup (view->by_issuer, id);
  if (listing == NULL) {
    const char *name = agency->short_name != NULL ? agency->short_name : agency->name;
    listing = new_listing (view, "issuer", id, name);
    g_hash_table_insert (view->by_issuer, (gpointer)id, listing);
  }
  /* An issuer named twice is one issuer. */
  GPtrArray *list = listing->policies;
  if (list->len == 0 || list->pdata[list->len - 1] != policy)
    g_ptr_array_add (list, (gpointer)policy);
}

/* Of topics that differ in what a folder's name cannot hold, a/b and a-b, there is one list. */
static void
by_topic (GbView *view, const GbPolicyCase *policy, const char *topic)
{
  if (topic == NULL || strlen (topic) > TOPIC_BYTES_MAX)
    return;
  const char *folder = folder_name (view->arena, topic);
  GbListing *listing = g_hash_table_lookup (view->by_topic, folder);
  if (listing == NULL) {
    listing = new_listing (view, "topic", folder, topic);
    g_hash_table_insert (view->by_topic, (gpointer)folder, listing);
  }
  GPtrArray *list = listing->policies;
  if (list->len == 0 || list->pdata[list->len - 1] != policy)
    g_ptr_array_add (list, (gpointer)policy);
}

/* Groups in the order they are shown in: statuses in theirs, years newest first, the rest by how
 * many they hold. */
static int
compare_listings (gconstpointer a, gconstpointer b)
{
  const GbListing *x = *(const GbListing *const *)a;
  const GbListing *y = *(const GbListing *const *)b;
  static const char *const order[] = { "status", "issuer", "year", "topic" };
  if (g_strcmp0 (x->facet, y->facet) != 0) {
    for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
      if (g_strcmp0 (x->facet, order[i]) == 0)
        return -1;
      if (g_strcmp0 (y->facet, order[i]) == 0)
        return 1;
    }
  }
  if (strcmp (x->facet, "status") == 0)
    return x->rank - y->rank;
  if (strcmp (x->facet, "year") == 0)
    return strcmp (y->value, x->value);
  if (x->policies->len != y->policies->len)
    return x->policies->len > y->policies->len ? -1 : 1;
  return strcmp (x->value, y->value);
}

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
    GbValue *value = gb_value_object (view->arena);
    gb_value_set_string (value, "name", listing->name);
    gb_value_set_string (value, "href", escape (view->arena, listing->folder));
    /* How many have which status changes with the day; that would change every list. */
    if (is_status)
      gb_set_null (value, "count");
    else
      gb_value_set_integer (value, "count", listing->policies->len);
    gb_value_append (values, value);
  }
  return group;
}

static void
build_facet (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbValue *group = sheet->subject;
  const char *all = gb_scene_word (scene, "nav.policies");
  gb_scene_frame (scene, page, "policies",
                  gb_words_fill (scene->words, scene->arena, "list.facet", "facet",
                                 gb_value_get_string (group, "word"), NULL),
                  gb_scene_word (scene, "list.about"));
  gb_scene_column (scene, page, all);
  gb_scene_crumb (scene, page, all, "policies/");
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
    const char *folder = gb_arena_printf (view->arena, "policies/%s/", facet);
    gb_value_append (groups, new_group (view, facet, folder, first, end, FACET_VALUES));
    gb_view_add (view, gb_arena_printf (view->arena, "%sindex.html", folder), "page/facet",
                 build_facet, new_group (view, facet, folder, first, end, G_MAXINT), 0);
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
  gb_scene_frame (scene, page, "policies", title, gb_scene_word (scene, "list.about"));
  gb_scene_column (scene, page, all);
  if (listing->facet != NULL)
    gb_scene_crumb (scene, page, all, "policies/");
  if (g_strcmp0 (listing->facet, "issuer") == 0)
    gb_feed_set (scene, page, "feed", gb_scene_join (scene, GB_ISSUERS, listing->value, NULL),
                 listing->name);
  gboolean by_status = g_strcmp0 (listing->facet, "status") == 0;
  gb_value_set_boolean (page, "by_status", by_status);
  if (by_status)
    gb_scene_turns (scene, page, scene->view->policies_turn);
  gb_value_set_string (page, "all", listing->facet == NULL ? NULL : "policies/");
  gb_value_set (page, "facets", scene->view->facets);

  guint first, end;
  gb_scene_pager (scene, page, listing->folder, sheet->part, listing->policies->len, &first, &end);
  GbAxis axis = { 0 };
  for (guint i = first; i < end; i++) {
    GbDate from, to;
    if (!gb_policy_span (listing->policies->pdata[i], &from, &to))
      continue;
    gb_axis_widen (&axis, from);
    gb_axis_widen (&axis, to);
  }
  gb_set_null (page, "first_year");
  gb_set_null (page, "last_year");
  if (axis.first != 0) { /* else nothing is drawn */
    gb_value_set_integer (page, "first_year", axis.first);
    gb_value_set_integer (page, "last_year", axis.last);
  }
  GbValue *rows = gb_value_set_array (page, "rows");
  for (guint i = first; i < end; i++) {
    const GbPolicyCase *policy = listing->policies->pdata[i];
    GbValue *row = gb_value_object (scene->arena);
    gb_policy_row (scene, row, policy);
    gb_scene_turns (scene, page, policy->turns);
    GbDate from, to;
    if (gb_policy_span (policy, &from, &to))
      gb_axis_set_span (scene, row, "bar", &axis, from, to);
    else
      gb_set_null (row, "bar");
    gb_value_append (rows, row);
  }
  gb_scene_set_has (page, "rows", rows);
}

void
gb_facet_sheets (GbView *view)
{
  const GbCorpus *corpus = view->corpus;
  view->policies_turn = GB_DATE_NONE;
  GbListing *all = new_listing (view, NULL, NULL, NULL);
  for (guint i = 0; i < corpus->n_policies; i++)
    g_ptr_array_add (all->policies, (gpointer)&corpus->policies[i]);
  g_ptr_array_sort (all->policies, compare_newest);

  /* Newest first once, and so in every list that is filled in this order. */
  GbListing *by_status[GB_FORCE_COUNT];
  for (guint i = 0; i < GB_FORCE_COUNT; i++) {
    const char *name = gb_force_name ((GbForce)i);
    by_status[i] = new_listing (view, "status", name, gb_words_in (view->words, "force", name));
    by_status[i]->rank = (int)i;
  }
  g_autoptr (GHashTable) by_year = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < all->policies->len; i++) {
    const GbPolicyCase *policy = all->policies->pdata[i];
    const GbPolicy *source = policy->policy;
    view->policies_turn = gb_sooner (view->policies_turn, policy->turns);
    g_ptr_array_add (by_status[policy->state.force]->policies, (gpointer)policy);
    by_issuer (view, policy, source->issuer);
    for (guint k = 0; k < source->co_issuers.length; k++)
      by_issuer (view, policy, GB_TEXT_AT (source->co_issuers, k));
    for (guint k = 0; k < source->topics.length; k++)
      by_topic (view, policy, GB_TEXT_AT (source->topics, k));
    GbDate date = gb_policy_main_date (policy);
    if (date == GB_DATE_NONE)
      continue;
    gpointer year = GINT_TO_POINTER (gb_date_year (date));
    GbListing *listing = g_hash_table_lookup (by_year, year);
    if (listing == NULL) {
      const char *text = gb_arena_printf (view->arena, "%d", gb_date_year (date));
      listing = new_listing (view, "year", text, text);
      g_hash_table_insert (by_year, year, listing);
    }
    g_ptr_array_add (listing->policies, (gpointer)policy);
  }
  qsort (view->listings->pdata + 1, view->listings->len - 1, sizeof (gpointer), compare_listings);
  build_facets (view);
  for (guint i = 0; i < view->listings->len; i++) {
    const GbListing *listing = view->listings->pdata[i];
    gb_view_add_list (view, listing->folder, "page/policies", build, listing,
                      listing->policies->len);
  }
}

const char *
gb_issuer_href (const GbView *view, const char *id)
{
  const GbListing *listing = g_hash_table_lookup (view->by_issuer, id);
  return listing == NULL ? NULL : listing->folder;
}

const char *
gb_topic_href (GbScene *scene, const char *topic)
{
  const GbListing *listing
    = g_hash_table_lookup (scene->view->by_topic, folder_name (scene->arena, topic));
  return listing == NULL ? NULL : escape (scene->arena, listing->folder);
}
