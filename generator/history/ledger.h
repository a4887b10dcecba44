/* The record as pages ask for it: which commits changed which thing.
 *
 * A thing is what has an address of its own and files under content/: a policy (policies/ID), a
 * registry (registries/ID), a notice (notices/ID), a page of text (pages/ID); everything else is
 * the site's own (site).  Its revisions are the commits that changed any of its files, numbered
 * from 1.  output/plan.c makes it once; it is read-only afterwards.
 */
#pragma once

#include "view/compare.h"

/* One revision of a thing: what one commit did to its files. */
typedef struct {
  const GbCommit *commit;
  guint index;               /* of the commit */
  const GbRevision *changes; /* by path */
  guint n_changes;
} GbLedgerEntry;

typedef struct {
  const char *thing;    /* "policies/ID" */
  GbLedgerEntry *items; /* oldest first: revision N is items[N - 1] */
  guint n_items;
} GbLedgerPage;

/* NULL without a record. */
struct _GbLedger {
  GHashTable *pages; /* thing → GbLedgerPage */
  GPtrArray *order;  /* GbLedgerPage, by thing */
};

GbLedger *gb_ledger_new (const GbRecord *record, GbArena *arena);
void gb_ledger_free (GbLedger *ledger); /* NULL is fine */

/* NULL where nothing is on record; @ledger may be NULL. */
const GbLedgerPage *gb_ledger_of (const GbLedger *ledger, const char *thing);
/* The last of its commits; @page may be NULL, and then so is that. */
const GbCommit *gb_ledger_last (const GbLedgerPage *page);
/* "policies/ID" for content/policies/ID/policy.md; "site" for what belongs to no thing. */
const char *gb_ledger_thing (GbArena *arena, const char *path);
/* Whether @thing, which has revisions, has pages for them: from the second on. */
gboolean gb_ledger_has_pages (const GbLedgerPage *page);
/* {id, short, day, time, subject, body, editorial, href} of a commit. */
void gb_ledger_set_commit (GbScene *scene, GbValue *object, const char *key,
                           const GbCommit *commit);
/* {href, title} of a thing as it is now, or of what it was; href null where it is gone. */
void gb_ledger_set_thing (GbScene *scene, GbValue *object, const char *key, const char *thing,
                          const GbRevision *change);
/* The text of a blob, in the arena; NULL where it is none (an attachment), or where it cannot be
 * read, by which the page has failed. */
const char *gb_ledger_read (GbScene *scene, const char *blob);
/* The file that says what @thing is: "content/policies/ID/policy.md"; NULL for the site. */
const char *gb_ledger_main_file (GbArena *arena, const char *thing);
/* What gb_compare_set_redline says; null where nothing differs. */
void gb_ledger_set_redline (GbScene *scene, GbValue *object, const char *key,
                            const GbRedline *redline, const GbCompareSide *old_side,
                            const GbCompareSide *new_side);
/* What a commit did to each file: [{path, what, renamed_from, note, facts, words, lines}]. */
void gb_ledger_set_files (GbScene *scene, GbValue *object, const char *key,
                          const GbRevision *changes, guint n_changes);
