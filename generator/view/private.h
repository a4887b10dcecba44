/* What the files of view/ share and nobody else sees: the view itself, the sheets (pages to be
 * made), the scene (one page being made) and the pieces that contexts are put together from.
 *
 * Addresses in contexts are from the root of the site without the first '/'; templates put
 * {{root}} before them.  Keys that a kind of object may have are always set, to null where there
 * is nothing, so that a template never falls through to the same key of an outer object.
 */
#pragma once

#include "text/redline.h"
#include "view/postings.h"
#include "view/site.h"

G_BEGIN_DECLS

/* Rows of one page of a list. */
#define GB_ROWS 100
/* Related documents named on a page before the rest is only counted. */
#define GB_RELATED_MAX 100

typedef struct _GbLedger GbLedger;
typedef struct _GbDiary GbDiary;
typedef struct _GbSheet GbSheet;
typedef struct _GbScene GbScene;

typedef void (*GbBuild) (GbScene *scene, const GbSheet *sheet, GbValue *page);
/* Appends the bytes of a file that is neither a template's nor JSON. */
typedef void (*GbPrint) (GbScene *scene, const GbSheet *sheet, GString *out);

/* A file to be made. */
struct _GbSheet {
  const char *path;      /* below the folder of its language */
  const char *file;      /* with that folder; set when all are there */
  const char *template;  /* NULL: a JSON file, or printed */
  GbBuild build;         /* NULL: printed */
  GbPrint print;         /* NULL: built */
  gconstpointer subject; /* what it is about, as @build knows it */
  guint part;            /* of a list on several pages, from 0 */
};

/* A list of policies that has an address of its own. */
typedef struct {
  const char *folder;  /* "policies/year/2023/" */
  const char *facet;   /* "year"; NULL: all policies */
  const char *value;   /* "2023" */
  const char *name;    /* in words */
  int rank;            /* among the statuses */
  GPtrArray *policies; /* GbPolicyCase, newest first */
} GbListing;

/* A registry as it stood on a day on which it changed. */
typedef struct {
  const GbRegistryCase *registry;
  GbDate day;
  guint counts[GB_STANDING_COUNT];
  guint *starts; /* for each part of the page: the index of its first entry */
  guint n_rows;
  guint *changed; /* the indices of the entries that read differently than the day before */
  guint n_changed;
  guint index; /* in registry->days */
} GbRegistryDay;

/* The values of days, made once. */
typedef struct {
  GbDate first; /* GB_DATE_NONE: no table */
  GbDate last;
  const GbValue **days; /* NULL for a day nothing happens on */
} GbAlmanac;

struct _GbView {
  const char *folder; /* of its language: "" or "en/" */
  GbAlmanac almanac;
  const GbCorpus *corpus;
  const GbRecord *record; /* or NULL */
  GbLedger *ledger;       /* NULL without a record */
  GbDiary *diary;         /* what calendars hold */
  const GbValue *words;
  GbArena *arena;
  GArray *sheets;        /* GbSheet */
  GPtrArray *listings;   /* GbListing: all, then by status, issuer, year, topic */
  GHashTable *by_issuer; /* agency id → GbListing, for look-ups only */
  GHashTable *by_topic;  /* folder of a topic → GbListing */
  GHashTable *rosters;   /* GbBatch, GbNoticeCase → address of its comparison, likewise */
  GbCatalog *catalog;    /* what full text is searched in */
  GbPostings *postings;  /* of it; NULL where another view has them */
  GPtrArray *tables;     /* what csv.c keeps of them */
  GbDate policies_turn;  /* the next day on which any policy's status changes */
  const GbValue *facets; /* on every list of policies */
  const GbValue **rolls; /* likewise, on the lists of each registry */
  const GbValue *site;
};

/* One page being made. */
struct _GbScene {
  const GbView *view;
  const GbCorpus *corpus;
  const GbRecord *record; /* or NULL */
  const GbValue *words;
  GbArena *arena;
  const char *root; /* "../../"; "./" for the home page: to the pages of this language */
  gboolean data;    /* for a data file: dates and words as plain texts */
  GbValue *linked;  /* what linked.c will say of the page; NULL: nothing */
  GError **failed;  /* the first read of the record that failed: then the page is thrown away */
};

/* Where a failed read goes: the first is kept. */
static inline GError **
gb_scene_failed (const GbScene *scene)
{
  return *scene->failed == NULL ? scene->failed : NULL;
}

/* -- sheets (site.c) -- */

/* "" for the first language of @site (and for NULL), else "en/". */
const char *gb_view_folder_of (const GbSite *site, const char *language, GbArena *arena);

void gb_view_add (GbView *view, const char *path, const char *template, GbBuild build,
                  gconstpointer subject, guint part);
/* A file of another kind; in its scene dates and words are plain texts, as in data files. */
void gb_view_add_print (GbView *view, const char *path, GbPrint print, gconstpointer subject,
                        guint part);
/* A list of @n_rows rows under @folder: one sheet for each GB_ROWS of them, at least one. */
void gb_view_add_list (GbView *view, const char *folder, const char *template, GbBuild build,
                       gconstpointer subject, guint n_rows);

void gb_home_sheets (GbView *view);
void gb_facet_sheets (GbView *view);
void gb_policy_sheets (GbView *view);
void gb_version_sheets (GbView *view);
void gb_compare_sheets (GbView *view);
/* Comparisons of versions that are there still and were published: @published may be NULL. */
void gb_compare_keep (GbView *view, const GPtrArray *published);
void gb_registry_sheets (GbView *view);
void gb_roll_sheets (GbView *view);
void gb_day_sheets (GbView *view);
void gb_roster_sheets (GbView *view);
void gb_entry_sheets (GbView *view);
void gb_notice_sheets (GbView *view);
void gb_agenda_sheets (GbView *view);
void gb_page_sheets (GbView *view);
void gb_dictionary_sheets (GbView *view);
void gb_data_sheets (GbView *view);
void gb_akn_sheets (GbView *view);
void gb_csv_sheets (GbView *view);
void gb_package_sheets (GbView *view);
void gb_text_sheets (GbView *view);
/* The last of all: it lists the pages. */
void gb_sitemap_sheets (GbView *view);
void gb_search_sheets (GbView *view);
/* After the search, whose catalog it lists. */
void gb_inventory_sheets (GbView *view);
void gb_criteria_sheets (GbView *view);
void gb_revision_sheets (GbView *view);
/* After all others; @published, paths from the root of the site, may be NULL. */
void gb_address_sheets (GbView *view, const GPtrArray *published);
void gb_change_sheets (GbView *view);
/* After the lists of policies; feeds of issuers that were published stay. */
void gb_feed_sheets (GbView *view, const GPtrArray *published);
void gb_subscribe_sheets (GbView *view);

/* -- days (almanac.c) -- */

void gb_almanac_make (GbView *view);
/* {iso, text}, shared; NULL where the table lacks the day. */
const GbValue *gb_almanac_day (const GbView *view, GbDate day);

/* -- pieces (scene.c) -- */

const char *gb_scene_word (const GbScene *scene, const char *path);
/* {iso, text} or null; in data files "2023-02-28" or null. */
void gb_scene_set_date (GbScene *scene, GbValue *object, const char *key, GbDate date);
void gb_scene_set_when (GbScene *scene, GbValue *object, const char *key, GbWhen when);
/* {id, word}; in data files the id. */
void gb_scene_set_word (GbScene *scene, GbValue *object, const char *key, const char *group,
                        const char *name);
/* {id, name, href} or null. */
void gb_scene_set_agency (GbScene *scene, GbValue *object, const char *key, const GbAgency *agency);
/* An array of the texts of @list. */
void gb_scene_set_texts (GbValue *object, const char *key, const GbList *list);
/* {label, href, policy, quote} or null; @quote: with the words of the clause. */
void gb_scene_set_clause (GbScene *scene, GbValue *object, const char *key, const char *clause,
                          const GbPolicyCase *own, gboolean quote);
/* {date, rule, from, count, clause, provisional, sentence}; null where there is neither a date nor
 * a rule. */
void gb_scene_set_derivation (GbScene *scene, GbValue *object, const char *key,
                              const GbDerivation *derivation, const GbPolicyCase *own,
                              gboolean quote);
/* {title, url, note} or null. */
void gb_scene_set_reference (GbScene *scene, GbValue *object, const char *key,
                             const GbReference *reference);
void gb_scene_set_references (GbScene *scene, GbValue *object, const char *key,
                              const GbList *references);
/* {title, number, issuer, date, url, policy} or null. */
void gb_scene_set_decision (GbScene *scene, GbValue *object, const char *key,
                            const GbDecision *decision);
/* {id, title, number, href, status} or null. */
void gb_scene_set_policy (GbScene *scene, GbValue *object, const char *key,
                          const GbPolicyCase *policy);
/* {id, title, href} or null. */
void gb_scene_set_registry (GbScene *scene, GbValue *object, const char *key,
                            const GbRegistryCase *registry);
/* {id, title, href, state, opens, closes} or null. */
void gb_scene_set_notice (GbScene *scene, GbValue *object, const char *key,
                          const GbNoticeCase *notice);
/* The HTML of @text with its links. */
const char *gb_scene_html (GbScene *scene, const GbText *text, const GbTarget *targets,
                           const char *const *notes);

/* The texts up to NULL, one after the other. */
const char *gb_scene_join (const GbScene *scene, ...) G_GNUC_NULL_TERMINATED;
const char *gb_scene_policy_href (GbScene *scene, const GbPolicyCase *policy);
const char *gb_scene_registry_href (GbScene *scene, const GbRegistryCase *registry);
const char *gb_scene_entry_href (GbScene *scene, const GbEntryCase *entry);
const char *gb_scene_notice_href (GbScene *scene, const GbNoticeCase *notice);
/* The full address of a page in this language, or of another file; NULL where the site has no base
 * address. */
const char *gb_scene_address (GbScene *scene, const char *path);
const char *gb_scene_batch_title (GbScene *scene, const GbBatch *batch);

/* provenance: {file, commit, uncommitted, incomplete, revisions {href, text}} of the file a page is
 * made from (ledger.h says what a thing is); null without a record.  @file may be the folder of the
 * thing, "content/registries/x/": then of all its files. */
void gb_view_set_provenance (GbScene *scene, GbValue *page, const char *thing, const char *file);
/* Where the pages, feeds and calendar of an issuer stand, by its id. */
#define GB_ISSUERS "policies/issuer/"

/* feed {title, atom, json, calendar, webcal}: how to subscribe to what @folder holds
 * ("policies/ID", "registries/ID", "policies/issuer/ID", or NULL: the whole site), @title for
 * short; null where there is nothing to subscribe to. */
void gb_feed_set (GbScene *scene, GbValue *page, const char *key, const char *folder,
                  const char *title);

/* proof: what the record shows of a notice whose period is over; null before, and without a record.
 */
void gb_proof_set (GbScene *scene, GbValue *page, const GbNoticeCase *notice);

/* Notes under "has" of @object whether @list, an array, holds anything: Mustache can only loop. */
void gb_scene_set_has (GbValue *object, const char *key, const GbValue *list);

/* -- the frame of a page (scene.c) -- */

/* title, description, and "in" for the navigation; @section is a key of the words' nav. */
void gb_scene_frame (GbScene *scene, GbValue *page, const char *section, const char *title,
                     const char *description);
void gb_scene_crumb (GbScene *scene, GbValue *page, const char *title, const char *href);
/* What the guidelines for government sites ask in <meta>: of a page with an article (source may be
 * NULL, date none), of a page that lists some. */
void gb_scene_article (GbScene *scene, GbValue *page, GbDate published, const char *source,
                       const char *keywords);
/* Not for search engines: a text that is not today's. */
void gb_scene_archive (GbValue *page);
void gb_scene_column (GbScene *scene, GbValue *page, const char *type);
/* The next day on which the page's words change by themselves; the earliest of several calls. */
void gb_scene_turns (GbScene *scene, GbValue *page, GbDate turns);
/* pager and the range of rows of this part. */
void gb_scene_pager (GbScene *scene, GbValue *page, const char *folder, guint part, guint n_rows,
                     guint *ret_first, guint *ret_end);

/* -- for machines (linked.c) -- */

/* What the page is about; jsonld, the block of it, is set when the page is done. */
void gb_linked_site (GbScene *scene);
void gb_linked_data (GbScene *scene);
void gb_linked_policy (GbScene *scene, const GbPolicyCase *policy);
void gb_linked_version (GbScene *scene, const GbPolicyCase *policy, const GbVersionCase *version);
void gb_linked_registry (GbScene *scene, const GbRegistryCase *registry);
void gb_linked_finish (GbScene *scene, const GbSheet *sheet, GbValue *page);

/* -- drawn time (bar.c) -- */

/* What a drawing covers: whole years, inclusive; or, where it is of single days, those. */
typedef struct {
  int first;
  int last;
  gboolean by_day;
  GbDate first_day;
  GbDate last_day; /* inclusive */
} GbAxis;

void gb_axis_widen (GbAxis *axis, GbDate date);
/* The days between which a policy is drawn as in force; @ret_last is none while open. */
gboolean gb_policy_span (const GbPolicyCase *policy, GbDate *ret_first, GbDate *ret_last);
/* {x, width, open}: per cent of @axis, as decimals. */
void gb_axis_set_span (GbScene *scene, GbValue *object, const char *key, const GbAxis *axis,
                       GbDate first, GbDate last);
/* bar {label, state (id), from, to (days covered), ticks [{x, text}]}; the caller adds spans, tail
 * and steps. */
GbValue *gb_axis_set_bar (GbScene *scene, GbValue *page, const GbAxis *axis, const char *label,
                          const char *state);
void gb_axis_append_span (GbScene *scene, GbValue *spans, const GbAxis *axis, GbDate first,
                          GbDate last, gboolean skipped);

/* -- records: what a row, a page and a data file say of one thing -- */

/* A day in the life of a policy. */
typedef struct {
  GbDate date;
  const char *word;           /* within "moment" */
  const GbPolicyCase *policy; /* the document that did it, or NULL */
  gboolean provisional;
} GbMoment;

#define GB_MOMENTS_MAX 48

typedef struct {
  GbMoment items[GB_MOMENTS_MAX]; /* by day */
  guint length;
} GbMoments;

GbMoments gb_policy_moments (const GbCorpus *corpus, const GbPolicyCase *policy);

GbDate gb_policy_main_date (const GbPolicyCase *policy);
void gb_policy_row (GbScene *scene, GbValue *record, const GbPolicyCase *policy);
void gb_policy_record (GbScene *scene, GbValue *record, const GbPolicyCase *policy);
void gb_policy_contents (GbScene *scene, GbValue *page, const char *key, const GbText *text);
/* What amendments did to the texts of a policy, by articles; for one page, in whose scene's arena
 * it lives, so that no two texts are compared twice for it. */
typedef struct _GbAmendments GbAmendments;
GbAmendments *gb_amendments_new (GbScene *scene, const GbPolicyCase *policy);
/* articles [{what, label, href}], changed from the version before, and amends: whether any was. */
void gb_amendments_set_articles (GbAmendments *amendments, GbValue *value, guint index);
/* For the text of a version a note (HTML) behind each article that an amendment has touched so far,
 * or will, by unit; NULL where there is one text only. */
const char *const *gb_amendments_notes (GbAmendments *amendments, guint index);

/* versions (with what each amended), has.versions and next_version {text, href, from} or null. */
void gb_version_section (GbScene *scene, GbValue *page, const GbPolicyCase *policy,
                         GbAmendments *amendments);
/* versions: [{from, last, state, title, note, amended_by, href}], newest first. */
void gb_version_list (GbScene *scene, GbValue *record, const GbPolicyCase *policy);
/* amended_by: the document that made @version, or null. */
void gb_version_set_amending (GbScene *scene, GbValue *object, const GbVersionCase *version);
const char *gb_version_href (GbScene *scene, const GbPolicyCase *policy,
                             const GbVersionCase *version);
/* The day on which another text of @policy takes effect, or GB_DATE_NONE. */
GbDate gb_version_turns (const GbPolicyCase *policy);

/* Whether there are Akoma Ntoso files of @policy: not where no date of it is known. */
gboolean gb_akn_is_there (const GbPolicyCase *policy);

/* A text in another form than a page. */
typedef struct {
  const char *word; /* within "download" and "download-about" */
  const char *path; /* from the root of the site */
  const char *type; /* media type */
} GbDownload;

#define GB_DOWNLOADS_MAX 8

/* Those of the text that holds, or of @version; how many. */
guint gb_downloads (GbScene *scene, const GbPolicyCase *policy, const GbVersionCase *version,
                    GbDownload ret_downloads[GB_DOWNLOADS_MAX]);
/* downloads: [{href, type, title, about}], and has.downloads. */
void gb_download_set (GbScene *scene, GbValue *page, const GbPolicyCase *policy,
                      const GbVersionCase *version);

/* One of two texts compared. */
typedef struct {
  const GbText *text; /* NULL: there was none */
  const char *title;  /* e.g. 自2025年1月1日起施行的文本 */
  const char *href;   /* its page, or NULL */
  gboolean anchored;  /* of the new side: rows have the anchors of their articles */
} GbCompareSide;

/* Fills a page of template page/compare, its frame apart: old and new {title, href}, summary,
 * by_line, caption, legend, rows, typography, has.rows, has.typography. */
void gb_compare_set_rows (GbScene *scene, GbValue *page, const GbCompareSide *old_side,
                          const GbCompareSide *new_side);
/* The same of a redline that is there already; the texts of the sides may be NULL. */
void gb_compare_set_redline (GbScene *scene, GbValue *page, const GbRedline *redline,
                             const GbCompareSide *old_side, const GbCompareSide *new_side);
/* The anchor, on the page that compares two texts, of an article of the old one: that of the
 * article it became, else its own with "old-". */
const char *gb_compare_anchor (GbArena *arena, const GbRedline *redline, const char *old_article);
/* The page that compares two versions, by index: neighbours, or one of them the current one. */
const char *gb_compare_href (GbScene *scene, const GbPolicyCase *policy, guint old_index,
                             guint new_index);

const char *gb_topic_href (GbScene *scene, const char *topic);
const char *gb_issuer_href (const GbView *view, const char *id); /* or NULL */

void gb_registry_row (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
void gb_registry_record (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
/* criteria: the conditions of all registries, those of one measure one after the other. */
void gb_criteria_list (GbScene *scene, GbValue *file);
/* Whether @registry states conditions. */
gboolean gb_criteria_has (const GbRegistryCase *registry);
void gb_registry_scheme (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
void gb_registry_batches (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
void gb_entry_row (GbScene *scene, GbValue *record, const GbEntryCase *entry);
void gb_entry_record (GbScene *scene, GbValue *record, const GbEntryCase *entry);
void gb_notice_row (GbScene *scene, GbValue *record, const GbNoticeCase *notice);
void gb_notice_record (GbScene *scene, GbValue *record, const GbNoticeCase *notice);
/* {href} of the comparison of a batch with the one before it, or of a notice with its batch; null
 * where there is none.  @list: a GbBatch, a GbNoticeCase or NULL. */
void gb_roster_set_link (GbScene *scene, GbValue *object, const char *key, gconstpointer list);
/* The same of a day of change, by its index in registry->days, with the one before it. */
void gb_roster_set_day_link (GbScene *scene, GbValue *object, const char *key,
                             const GbRegistryCase *registry, guint index);
/* The same as the data files have it, with the page's full address and "turns": of a policy
 * without its versions and relations, which make "relations" {kind: […]} by themselves; of a
 * registry without its entries. */
void gb_policy_data (GbScene *scene, GbValue *record, const GbPolicyCase *policy);
const GbValue *gb_policy_relations (GbScene *scene, GbValue *record, const GbPolicyCase *policy);
void gb_registry_summary (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
void gb_entry_data (GbScene *scene, GbValue *record, const GbEntryCase *entry);
void gb_entry_events (GbScene *scene, GbValue *record, const GbEntryCase *entry);
void gb_notice_data (GbScene *scene, GbValue *record, const GbNoticeCase *notice);
void gb_agency_data (GbValue *record, const GbAgency *agency);
/* The first occasion that is not over; as many as there are where none is left. */
guint gb_agenda_next (const GbCorpus *corpus);
/* The next day on which the occasions themselves change. */
GbDate gb_agenda_turns (const GbCorpus *corpus);
void gb_occasion_row (GbScene *scene, GbValue *record, const GbOccasion *occasion);

/* columns: which columns of a list of entries have anything to say. (registry.c) */
void gb_registry_set_columns (GbValue *page, const GbRegistryCase *registry);
/* facets [{id, word, open, values [{name, href, count}], more}] and has.facets: the lists of a
 * part of the registry. (roll.c) */
void gb_roll_set_facets (GbScene *scene, GbValue *page, const GbRegistryCase *registry);

/* steps: the statuses that the dates on record lead to, "2026-11-27 closed 公示期满|…", by day;
 * null where there are none.  With @facts also fact_steps, the sentences that go with them.
 * Nothing in data files. (step.c) */
void gb_policy_set_steps (GbScene *scene, GbValue *object, const GbPolicyCase *policy,
                          gboolean facts);
void gb_entry_set_steps (GbScene *scene, GbValue *object, const GbEntryCase *entry, gboolean facts);
void gb_notice_set_steps (GbScene *scene, GbValue *object, const GbNoticeCase *notice,
                          gboolean facts);

/* What a thing is in one sentence, in the state given: now, or what its dates lead to. */
const char *gb_policy_fact (GbScene *scene, const GbPolicyCase *policy, GbForce force);
const char *gb_entry_fact (GbScene *scene, const GbEntryCase *entry, const GbStandingState *state);
const char *gb_notice_fact (GbScene *scene, const GbNoticeCase *notice, GbNoticeState state);

/* The earlier of two days of which either may be none. */
static inline GbDate
gb_sooner (GbDate a, GbDate b)
{
  return a == GB_DATE_NONE ? b : b == GB_DATE_NONE ? a : MIN (a, b);
}

/* For keys that are null in the absence of anything. */
static inline void
gb_set_null (GbValue *object, const char *key)
{
  gb_value_set (object, key, gb_value_null ());
}

G_END_DECLS
