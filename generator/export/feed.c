#include "export/feed.h"

#include "export/appointment.h"
#include "export/diary.h"
#include "history/change.h"
#include "view/href.h"
#include "view/listing.h"
#include "view/occasion.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

#include <string.h>

#define ENTRIES_MAX 50
#define SITE_FOLDER "changes"

/* ---- what all feeds say ---- */

/* An id that stays although the site moves: by the address, else by the authority's own number. */
static const char *
feed_id (GbScene *scene, const char *path)
{
  const char *address = gb_scene_address (scene, path);
  const char *identifier = scene->corpus->model->site->identifier;
  return address != NULL
           ? address
           : gb_arena_join (scene->arena, "urn:gongbao:", identifier != NULL ? identifier : "site",
                            ":", path, NULL);
}

/* Every entry must have a link: one that the reader resolves where the site's address is not known.
 */
static void
set_link (GbScene *scene, GbValue *value, const char *path)
{
  const char *address = gb_scene_address (scene, path);
  gb_value_set_string (value, "link",
                       address != NULL ? address
                                       : gb_arena_join (scene->arena, scene->root, path, NULL));
}

static void
set_head (GbScene *scene, GbValue *feed, const char *title, const char *path, const char *about)
{
  const GbSite *site = scene->corpus->model->site;
  gb_value_set_string (feed, "title", title);
  gb_value_set_string (feed, "id", feed_id (scene, path));
  gb_value_set_string (feed, "self", gb_scene_address (scene, path));
  set_link (scene, feed, about);
  const GbAgency *authority = gb_model_agency (scene->corpus->model, site->authority);
  gb_value_set_string (feed, "author", authority != NULL ? authority->name : site->name);
}

/* Moments written in one zone sort as texts; after a merge the last commit need not be the latest.
 */
static void
set_updated (GbValue *feed, const GbValue *entries)
{
  const char *updated = "1970-01-01T00:00:00Z";
  for (guint i = 0; i < entries->length; i++) {
    const char *time = gb_value_get_string (entries->elements[i], "updated");
    updated = strcmp (time, updated) > 0 ? time : updated;
  }
  gb_value_set_string (feed, "updated", updated);
}

/* ---- entries of the record ---- */

/* What was done to which thing, a line each, then the rest of the commit's message. */
static const char *
summary_of (GbScene *scene, const GbValue *things, const GbCommit *commit)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const GbValue *list = gb_value_get (things, "things");
  for (guint i = 0; i < list->length; i++) {
    const GbValue *item = list->elements[i];
    g_string_append_printf (text, "%s %s\n",
                            gb_value_get_string (gb_value_get (item, "what"), "word"),
                            gb_value_get_string (gb_value_get (item, "thing"), "title"));
  }
  const char *more = gb_value_get_string (things, "more");
  g_string_append (text, more == NULL ? "" : more);
  g_string_append (text, commit->body);
  return gb_arena_strndup (scene->arena, text->str, text->len);
}

/* @id names what the entry tells of where that is not all of the commit; @href is its page where it
 * has one other than the commit's. */
static void
append_commit (GbScene *scene, GbValue *entries, guint index, const char *id, const char *href,
               const GbValue *things)
{
  const GbCommit *commit = gb_record_commit (scene->record, index);
  const char *path = gb_href_commit (scene->arena, commit);
  GbValue *parts = gb_value_object (scene->arena);
  gb_ledger_set_commit (scene, parts, "commit", commit);
  GbValue *entry = gb_value_append_object (entries);
  gb_value_set_string (entry, "title",
                       commit->subject[0] != '\0' ? commit->subject
                                                  : gb_scene_word (scene, "changes.no-note"));
  const char *whole = feed_id (scene, path);
  gb_value_set_string (entry, "id",
                       id == NULL ? whole : gb_arena_join (scene->arena, whole, "#", id, NULL));
  set_link (scene, entry, href != NULL ? href : path);
  gb_value_set (entry, "updated", gb_value_get (gb_value_get (parts, "commit"), "time"));
  gb_value_set_string (entry, "term", commit->editorial ? "editorial" : NULL);
  gb_value_set_string (entry, "label",
                       commit->editorial ? gb_scene_word (scene, "changes.editorial") : NULL);
  gb_value_set_string (entry, "summary", summary_of (scene, things, commit));
}

static void
append_all_commits (GbScene *scene, GbValue *entries)
{
  guint n = gb_record_n_commits (scene->record);
  for (guint i = n; i > 0 && n - i < ENTRIES_MAX; i--) {
    GbValue *things = gb_value_object (scene->arena);
    gb_change_set_things (scene, things, i - 1, NULL);
    append_commit (scene, entries, i - 1, NULL, NULL, things);
  }
}

/* The commits that changed @thing, each by its own redline where there is one. */
static void
append_commits_of (GbScene *scene, GbValue *entries, const char *thing)
{
  const GbLedgerPage *ledger = gb_ledger_of (scene->view->ledger, thing);
  guint n = ledger == NULL ? 0 : ledger->n_items;
  for (guint i = n; i > 0 && n - i < ENTRIES_MAX; i--) {
    GbValue *things = gb_value_object (scene->arena);
    gb_change_append_thing (scene, gb_value_set_array (things, "things"), thing,
                            &ledger->items[i - 1]);
    append_commit (scene, entries, ledger->items[i - 1].index, thing,
                   gb_ledger_has_pages (ledger) ? gb_href_revision (scene->arena, thing, i) : NULL,
                   things);
  }
}

/* The things an issuer answers for, as keys. */
static GHashTable *
things_of (GbScene *scene, const GbAgency *issuer)
{
  const GbCorpus *corpus = scene->corpus;
  GHashTable *things = g_hash_table_new (g_str_hash, g_str_equal);
  const GbListing *listing = g_hash_table_lookup (scene->view->by_issuer, issuer->id);
  for (guint i = 0; listing != NULL && i < listing->policies->len; i++) {
    const GbPolicyCase *policy = listing->policies->pdata[i];
    g_hash_table_add (things,
                      (gpointer)gb_href_thing (scene->arena, GB_THING_POLICY, policy->policy->id));
  }
  for (guint i = 0; i < corpus->n_registries; i++)
    if (corpus->registries[i].authority == issuer)
      g_hash_table_add (things, (gpointer)gb_href_thing (scene->arena, GB_THING_REGISTRY,
                                                         corpus->registries[i].registry->id));
  for (guint i = 0; i < corpus->n_notices; i++)
    if (corpus->notices[i].issuer == issuer)
      g_hash_table_add (things, (gpointer)gb_href_thing (scene->arena, GB_THING_NOTICE,
                                                         corpus->notices[i].notice->id));
  return things;
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;
  return (left < right) - (left > right);
}

static void
append_commits_by (GbScene *scene, GbValue *entries, const GbAgency *issuer, const char *folder)
{
  g_autoptr (GHashTable) things = things_of (scene, issuer);
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer thing;
  g_hash_table_iter_init (&iter, things);
  while (g_hash_table_iter_next (&iter, &thing, NULL)) {
    const GbLedgerPage *ledger = gb_ledger_of (scene->view->ledger, thing);
    for (guint i = 0; ledger != NULL && i < ledger->n_items; i++)
      g_array_append_val (indices, ledger->items[i].index);
  }
  g_array_sort (indices, compare_indices);
  for (guint i = 0, n = 0; i < indices->len && n < ENTRIES_MAX; i++) {
    guint index = g_array_index (indices, guint, i);
    if (i > 0 && g_array_index (indices, guint, i - 1) == index)
      continue;
    GbValue *changed = gb_value_object (scene->arena);
    gb_change_set_things (scene, changed, index, things);
    append_commit (scene, entries, index, folder, NULL, changed);
    n++;
  }
}

/* ---- entries of the content ---- */

typedef struct {
  GbDate date;
  const char *key; /* of the page */
  const char *word;
  const char *title;
  const char *href;
} Moment;

static void
add_moment (GbScene *scene, GArray *moments, Moment moment)
{
  if (moment.date != GB_DATE_NONE && moment.date <= scene->corpus->as_of)
    g_array_append_val (moments, moment);
}

static void
add_occasions (GbScene *scene, GArray *moments, const char *thing, const GbAgency *issuer)
{
  guint n;
  const GbOccasion *const *occasions = gb_diary_of (scene->view, thing, &n);
  for (guint i = 0; i < n; i++) {
    const GbOccasion *occasion = occasions[i];
    if (occasion->kind == GB_OCCASION_DUTY || occasion->date > scene->corpus->as_of
        || (issuer != NULL && occasion->notice != NULL && occasion->notice->issuer != issuer))
      continue;
    GbValue *row = gb_value_object (scene->arena);
    gb_occasion_row (scene, row, occasion);
    const char *kind = gb_occasion_name (occasion->kind);
    add_moment (scene, moments,
                (Moment){ occasion->date,
                          occasion->batch == NULL
                            ? kind
                            : gb_arena_join (scene->arena, kind, "/", occasion->batch->id, NULL),
                          gb_value_get_string (gb_value_get (row, "kind"), "word"),
                          gb_value_get_string (row, "title"), gb_value_get_string (row, "href") });
  }
}

static void
add_policy (GbScene *scene, GArray *moments, const GbPolicyCase *policy)
{
  add_moment (scene, moments,
              (Moment){ policy->policy->published, "published",
                        gb_scene_word (scene, "moment.published"), policy->policy->title,
                        gb_href_policy (scene->arena, policy) });
  add_occasions (scene, moments, gb_href_thing (scene->arena, GB_THING_POLICY, policy->policy->id),
                 NULL);
}

/* Decisions about the entries of a batch, each kind and day once. */
static void
add_decisions (GbScene *scene, GArray *moments, const GbRegistryCase *registry)
{
  static const GbEventKind kinds[]
    = { GB_EVENT_CERTIFIED, GB_EVENT_RENEWED, GB_EVENT_REVOKED, GB_EVENT_WITHDRAWN };
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < registry->n_entries; i++) {
      const GbEntryCase *entry = registry->entries[i];
      for (guint k = 0; k < entry->n_events; k++) {
        const GbEventCase *event = &entry->events[k];
        gboolean is_decision = FALSE;
        for (gsize j = 0; j < G_N_ELEMENTS (kinds); j++)
          is_decision = is_decision || event->kind == kinds[j];
        if (!is_decision || gb_when_precision (event->when) != GB_PRECISION_DAY)
          continue;
        const char *kind = gb_event_name (event->kind);
        const char *key = gb_arena_join (scene->arena, kind, "/", entry->batch->id, NULL);
        const char *unique = gb_arena_printf (scene->arena, "%s/%d", key, event->when.last);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, unique));
        if (pass == 0)
          g_hash_table_insert (counts, (gpointer)unique, GUINT_TO_POINTER (n + 1));
        if (pass == 0 || n == 0)
          continue;
        g_hash_table_remove (counts, unique);
        add_moment (scene, moments,
                    (Moment){ event->when.last, key, gb_words_in (scene->words, "event", kind),
                              gb_words_fill (scene->words, scene->arena, "agenda.batch", "registry",
                                             registry->registry->title, "batch",
                                             gb_scene_batch_title (scene, entry->batch), "n",
                                             gb_arena_printf (scene->arena, "%u", n), NULL),
                              gb_href_registry (scene->arena, registry) });
      }
    }
}

static void
add_registry (GbScene *scene, GArray *moments, const GbRegistryCase *registry)
{
  add_decisions (scene, moments, registry);
  add_occasions (scene, moments,
                 gb_href_thing (scene->arena, GB_THING_REGISTRY, registry->registry->id), NULL);
}

static GArray *
moments_of (GbScene *scene, const char *folder, const GbAgency *issuer)
{
  const GbCorpus *corpus = scene->corpus;
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  if (issuer != NULL) {
    const GbListing *listing = g_hash_table_lookup (scene->view->by_issuer, issuer->id);
    for (guint i = 0; listing != NULL && i < listing->policies->len; i++)
      add_policy (scene, moments, listing->policies->pdata[i]);
    for (guint i = 0; i < corpus->n_registries; i++)
      if (corpus->registries[i].authority == issuer)
        add_registry (scene, moments, &corpus->registries[i]);
    add_occasions (scene, moments, "", issuer);
  } else if (strcmp (folder, SITE_FOLDER) == 0) {
    for (guint i = 0; i < corpus->n_policies; i++)
      add_policy (scene, moments, &corpus->policies[i]);
    for (guint i = 0; i < corpus->n_registries; i++)
      add_registry (scene, moments, &corpus->registries[i]);
    add_occasions (scene, moments, "", NULL);
  } else {
    const GbRegistryCase *registry = gb_corpus_registry (corpus, strrchr (folder, '/') + 1);
    if (registry != NULL)
      add_registry (scene, moments, registry);
  }
  return moments;
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const Moment *left = a;
  const Moment *right = b;
  if (left->date != right->date)
    return left->date > right->date ? -1 : 1;
  int order = strcmp (left->href, right->href);
  return order != 0 ? order : strcmp (left->key, right->key);
}

static void
append_moments (GbScene *scene, GbValue *entries, const char *folder, const GbAgency *issuer)
{
  g_autoptr (GArray) moments = moments_of (scene, folder, issuer);
  g_array_sort (moments, compare_moments);
  for (guint i = 0; i < MIN (moments->len, ENTRIES_MAX); i++) {
    const Moment *moment = &g_array_index (moments, Moment, i);
    const char *day = gb_scene_day (scene->arena, moment->date);
    GbValue *entry = gb_value_append_object (entries);
    const char *title = gb_words_fill (scene->words, scene->arena, "subscribe.entry", "a",
                                       moment->word, "b", moment->title, NULL);
    gb_value_set_string (entry, "title", title);
    gb_value_set_string (entry, "id",
                         gb_arena_join (scene->arena, feed_id (scene, moment->href), "#",
                                        moment->key, "/", day, NULL));
    set_link (scene, entry, moment->href);
    gb_value_set_string (entry, "updated",
                         gb_arena_join (scene->arena, day, "T00:00:00+08:00", NULL));
    gb_value_set_null (entry, "term");
    gb_value_set_null (entry, "label");
    gb_value_set_string (entry, "summary",
                         gb_words_fill (scene->words, scene->arena, "subscribe.on", "date",
                                        gb_words_date (scene->words, scene->arena, moment->date),
                                        "what", title, NULL));
  }
}

/* ---- the two forms ---- */

static const char *
title_of (GbScene *scene, const char *folder, const GbAgency *issuer)
{
  const char *name = scene->corpus->model->site->name;
  if (issuer != NULL)
    return gb_arena_join (scene->arena, name, " - ", issuer->name, NULL);
  if (strcmp (folder, SITE_FOLDER) == 0)
    return gb_arena_join (
      scene->arena, name, " - ",
      gb_scene_word (scene, scene->record == NULL ? "subscribe.news" : "changes.title"), NULL);
  static const GbRevision nothing;
  const GbLedgerPage *ledger = gb_ledger_of (scene->view->ledger, folder);
  GbValue *value = gb_value_object (scene->arena);
  gb_ledger_set_thing (scene, value, "thing", folder,
                       ledger == NULL ? &nothing : &ledger->items[0].changes[0]);
  return gb_value_get_string (gb_value_get (value, "thing"), "title");
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *feed)
{
  const char *folder = sheet->subject; /* "policies/ID"; its last part is the id */
  const GbAgency *issuer = gb_diary_issuer (scene->view, folder);
  gboolean is_site = strcmp (folder, SITE_FOLDER) == 0;
  const char *about = gb_arena_join (scene->arena, folder, "/", NULL);
  if (is_site && scene->record == NULL)
    about = "";
  else if (issuer != NULL && gb_listing_issuer_href (scene->view, issuer->id) == NULL)
    about = GB_HREF_POLICIES;
  set_head (scene, feed, title_of (scene, folder, issuer), sheet->path, about);
  GbValue *entries = gb_value_set_array (feed, "entries");
  if (scene->record == NULL)
    append_moments (scene, entries, folder, issuer);
  else if (is_site)
    append_all_commits (scene, entries);
  else if (issuer != NULL)
    append_commits_by (scene, entries, issuer, folder);
  else
    append_commits_of (scene, entries, folder);
  set_updated (feed, entries);
}

/* Addresses of a JSON Feed are whole ones. */
static void
set_address (GbScene *scene, GbValue *object, const char *key, const GbValue *from, const char *of)
{
  if (scene->corpus->model->site->base_url != NULL)
    gb_value_set (object, key, gb_value_get (from, of));
}

static void
build_json (GbScene *scene, const GbSheet *sheet, GbValue *json)
{
  GbScene plain = *scene;
  plain.data = FALSE;
  GbValue *feed = gb_value_object (scene->arena);
  build (&plain, sheet, feed);
  gb_value_set_string (json, "version", "https://jsonfeed.org/version/1.1");
  gb_value_set (json, "title", gb_value_get (feed, "title"));
  set_address (scene, json, "home_page_url", feed, "link");
  set_address (scene, json, "feed_url", feed, "self");
  gb_value_set_string (json, "language", gb_scene_word (scene, "lang"));
  gb_value_set (gb_value_append_object (gb_value_set_array (json, "authors")), "name",
                gb_value_get (feed, "author"));
  const GbValue *entries = gb_value_get (feed, "entries");
  GbValue *items = gb_value_set_array (json, "items");
  for (guint i = 0; i < entries->length; i++) {
    const GbValue *entry = entries->elements[i];
    GbValue *item = gb_value_append_object (items);
    gb_value_set (item, "id", gb_value_get (entry, "id"));
    set_address (scene, item, "url", entry, "link");
    gb_value_set (item, "title", gb_value_get (entry, "title"));
    gb_value_set (item, "content_text", gb_value_get (entry, "summary"));
    gb_value_set (item, "date_published", gb_value_get (entry, "updated"));
    const char *label = gb_value_get_string (entry, "label");
    if (label != NULL)
      gb_value_append_string (gb_value_set_array (item, "tags"), label);
  }
}

/* ---- sheets ---- */

static gboolean
has_feed (const GbView *view, const char *folder)
{
  return view->record != NULL || !g_str_has_prefix (folder, GB_HREF_POLICIES)
         || g_str_has_prefix (folder, GB_HREF_ISSUERS);
}

void
gb_feed_set (GbScene *scene, GbValue *page, const char *key, const char *folder, const char *title)
{
  const GbView *view = scene->view;
  const char *feed = folder == NULL ? SITE_FOLDER : folder;
  gboolean fed = has_feed (view, feed);
  gboolean dated = gb_diary_has (view, folder);
  if (!fed && !dated) {
    gb_value_set_null (page, key);
    return;
  }
  const char *calendar = folder == NULL ? GB_HREF_CALENDAR GB_HREF_ICS
                                        : gb_href_beside (scene->arena, folder, GB_HREF_ICS);
  const char *address = gb_scene_address (scene, calendar);
  const char *rest = address == NULL ? NULL : strstr (address, "://");
  GbValue *value = gb_value_set_object (page, key);
  gb_value_set_string (value, "title", title);
  gb_value_set_string (value, "atom",
                       fed ? gb_href_beside (scene->arena, feed, GB_HREF_ATOM) : NULL);
  gb_value_set_string (value, "json",
                       fed ? gb_href_beside (scene->arena, feed, GB_HREF_JSON_FEED) : NULL);
  gb_value_set_string (value, "calendar", dated ? calendar : NULL);
  gb_value_set_string (value, "webcal",
                       !dated || rest == NULL ? NULL
                                              : gb_arena_join (scene->arena, "webcal", rest, NULL));
}

static void
add_feed (GbView *view, const char *folder)
{
  gb_sheet_add (view, gb_href_beside (view->arena, folder, GB_HREF_ATOM), "feed/atom", build,
                folder, 0);
  gb_sheet_add (view, gb_href_beside (view->arena, folder, GB_HREF_JSON_FEED), NULL, build_json,
                folder, 0);
}

static void
add_issuer (GbView *view, const char *id)
{
  add_feed (view, gb_arena_printf (view->arena, GB_HREF_ISSUERS "%s", id));
  gb_appointment_add_issuer (view, id);
}

void
gb_feed_files (GbView *view)
{
  const GPtrArray *published = view->published;
  add_feed (view, SITE_FOLDER);
  g_autoptr (GHashTable) issuers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < view->listings->len; i++) {
    const GbListing *listing = view->listings->pdata[i];
    if (g_strcmp0 (listing->facet, "issuer") == 0) {
      g_hash_table_add (issuers, (gpointer)listing->value);
      add_issuer (view, listing->value);
    }
  }
  /* An issuer whose last policy went keeps its feed as long as it is known. */
  for (guint i = 0; published != NULL && i < published->len; i++) {
    const char *path = published->pdata[i];
    if (!g_str_has_prefix (path, GB_HREF_ISSUERS) || !g_str_has_suffix (path, "/" GB_HREF_ATOM))
      continue;
    const char *id
      = gb_arena_strndup (view->arena, path + strlen (GB_HREF_ISSUERS),
                          strlen (path) - strlen (GB_HREF_ISSUERS) - strlen ("/" GB_HREF_ATOM));
    if (g_hash_table_add (issuers, (gpointer)id)
        && gb_model_agency (view->corpus->model, id) != NULL)
      add_issuer (view, id);
  }
  for (guint i = 0; i < view->corpus->n_registries; i++)
    add_feed (view, gb_href_thing (view->arena, GB_THING_REGISTRY,
                                   view->corpus->registries[i].registry->id));
  for (guint i = 0; view->record != NULL && i < view->corpus->n_policies; i++)
    add_feed (view,
              gb_href_thing (view->arena, GB_THING_POLICY, view->corpus->policies[i].policy->id));
}
