/* The view: what all pages of a site in one language share; the sheet, a file to be made; the
 * scene, one page being made.  The rooms above keep what they need for all pages in it (ledger,
 * diary, catalog, postings, tables); output/plan.c makes and frees it.
 *
 * Keys that a kind of object may have are always set, to null where there is nothing, so that a
 * template never falls through to the same key of an outer object.
 */
#pragma once

#include "base/value.h"
#include "corpus/corpus.h"
#include "record/record.h"

/* Rows of one page of a list. */
#define GB_ROWS 100
/* Related documents named on a page before the rest is only counted. */
#define GB_RELATED_MAX 100

/* What rooms above keep for all pages: history/ledger.h, export/diary.h, search/. */
typedef struct _GbLedger GbLedger;
typedef struct _GbDiary GbDiary;
typedef struct _GbCatalog GbCatalog;
typedef struct _GbPostings GbPostings;
typedef struct _GbView GbView;
typedef struct _GbSheet GbSheet;
typedef struct _GbScene GbScene;

typedef void (*GbBuild) (GbScene *scene, const GbSheet *sheet, GbValue *page);
/* Appends the bytes of a file that is neither a template's nor JSON. */
typedef void (*GbPrint) (GbScene *scene, const GbSheet *sheet, GString *out);

/* A file to be made. */
struct _GbSheet {
  const char *path;      /* below the folder of its language */
  const char *file;      /* with that folder */
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
  const GPtrArray *published; /* paths of the publication before, or NULL */
  GArray *sheets;             /* GbSheet */
  GHashTable *paths;          /* of these, for look-ups only */
  GPtrArray *listings;        /* GbListing: all, then by status, issuer, year, topic */
  GHashTable *by_issuer;      /* agency id → GbListing, for look-ups only */
  GHashTable *by_topic;       /* folder of a topic → GbListing */
  GHashTable *rosters;        /* GbBatch, GbNoticeCase → address of its comparison, likewise */
  GbCatalog *catalog;         /* what full text is searched in */
  GbPostings *postings;       /* of it; NULL where another view has them */
  GPtrArray *tables;          /* what export/csv.c keeps of them */
  GbDate policies_turn;       /* the next day on which any policy's status changes */
  const GbValue *facets;      /* on every list of policies */
  const GbValue **rolls;      /* likewise, on the lists of each registry */
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
  GbValue *linked;  /* what export/linked.c will say of the page; NULL: nothing */
  GError **failed;  /* the first read of the record that failed: then the page is thrown away */
};

/* Where a failed read goes: the first is kept. */
static inline GError **
gb_scene_failed (const GbScene *scene)
{
  return *scene->failed == NULL ? scene->failed : NULL;
}

/* What all pages share and no room above has to add: days, lists of policies, lists compared.
 * Borrows all for as long as it lives; @record may be NULL. */
GbView *gb_view_new (const GbCorpus *corpus, const GbValue *words, const GbRecord *record);
void gb_view_free (GbView *view); /* NULL is fine */
