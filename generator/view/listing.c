#include "view/listing.h"

#include "view/href.h"
#include "view/words.h"

#include <string.h>

/* Longer names do not fit a folder's; 255 bytes is the limit of common file systems. */
#define TOPIC_BYTES_MAX 200

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const GbPolicyCase *x = *(const GbPolicyCase *const *)a;
  const GbPolicyCase *y = *(const GbPolicyCase *const *)b;
  GbDate day_x = gb_policy_case_date (x);
  GbDate day_y = gb_policy_case_date (y);
  if (day_x != day_y)
    return day_x > day_y ? -1 : 1;
  return strcmp (x->policy->id, y->policy->id);
}

/* A topic as the name of a folder; beside it lies the list of all topics, a file. */
static const char *
folder_name (GbArena *arena, const char *name)
{
  if (strcmp (name, GB_HREF_INDEX) == 0)
    return "-" GB_HREF_INDEX;
  char *folder = gb_arena_strdup (arena, name);
  for (char *at = folder; *at != '\0'; at++)
    if (*at == '/' || *at == '\\' || (guchar)*at < 0x20 || (at == folder && *at == '.'))
      *at = '-';
  return folder;
}

static GbListing *
new_listing (GbView *view, const char *facet, const char *value, const char *name)
{
  GbListing *listing = gb_arena_new0 (view->arena, GbListing);
  listing->folder = facet == NULL ? GB_HREF_POLICIES : gb_href_listing (view->arena, facet, value);
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

void
gb_listing_make (GbView *view)
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
    view->policies_turn = gb_date_earlier (view->policies_turn, policy->turns);
    g_ptr_array_add (by_status[policy->state.force]->policies, (gpointer)policy);
    by_issuer (view, policy, source->issuer);
    for (guint k = 0; k < source->co_issuers.length; k++)
      by_issuer (view, policy, GB_TEXT_AT (source->co_issuers, k));
    for (guint k = 0; k < source->topics.length; k++)
      by_topic (view, policy, GB_TEXT_AT (source->topics, k));
    GbDate date = gb_policy_case_date (policy);
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
}

const char *
gb_listing_issuer_href (const GbView *view, const char *id)
{
  const GbListing *listing = g_hash_table_lookup (view->by_issuer, id);
  return listing == NULL ? NULL : listing->folder;
}

const char *
gb_listing_topic_href (GbScene *scene, const char *topic)
{
  const GbListing *listing
    = g_hash_table_lookup (scene->view->by_topic, folder_name (scene->arena, topic));
  return listing == NULL ? NULL : gb_href_escape (scene->arena, listing->folder);
}
