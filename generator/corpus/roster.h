/* Two lists of one registry side by side: who is new, who is gone, and the reason on record.
 *
 * Three pairs can be compared: a batch with another batch, the list of a public notice with the
 * batch that came of it, and the registry on one day with itself on a later day.  A batch adds to
 * the ones before it, so that an entry which the later batch lacks has not left: what became of it
 * is told by its own events.  Nothing is inferred beyond the record: a row without a reason says
 * so, and where a list is only partly recorded, what it lacks counts neither as added nor dropped.
 *
 * Everything is carved from the caller's arena and borrows from the corpus, which has to live
 * longer.  No git is involved: these are dates of law, not of the record.
 */
#pragma once

#include "corpus/corpus.h"

#define GB_ROSTER_MODES(X)                                                                         \
  X (GB_ROSTER_BATCHES, "batches") /* the standings are those of the corpus's day */               \
  X (GB_ROSTER_NOTICE, "notice")   /* likewise */                                                  \
  X (GB_ROSTER_DAYS, "days")       /* the standings are those at the end of each day */
GB_VOCABULARY (GbRosterMode, roster_mode, GB_ROSTER_MODES)

/* In the order of the rows. */
#define GB_ROSTER_KINDS(X)                                                                         \
  X (GB_ROSTER_ADDED,                                                                              \
     "added") /* only on the later list; NOTICE: certified without having been noticed */          \
  X (GB_ROSTER_RECERTIFIED, "recertified") /* BATCHES: on both lists; DAYS: certified once more */ \
  X (GB_ROSTER_RENEWED, "renewed") /* BATCHES: only on the earlier list, and renewed since */      \
  X (GB_ROSTER_STARTED,                                                                            \
     "started") /* DAYS: a term decided before began, or began to count again */                   \
  X (GB_ROSTER_RENAMED,                                                                            \
     "renamed") /* beside another row of the entry; NOTICE, and on both lists: alone */            \
  X (GB_ROSTER_DROPPED, "dropped")       /* NOTICE: proposed, not certified */                     \
  X (GB_ROSTER_REVOKED, "revoked")       /* BATCHES: only on the earlier list, and … */          \
  X (GB_ROSTER_WITHDRAWN, "withdrawn")   /* likewise */                                            \
  X (GB_ROSTER_TERM_ENDED, "term-ended") /* likewise */                                            \
  X (GB_ROSTER_RULES_ENDED,                                                                        \
     "rules-ended") /* BATCHES: likewise; DAYS: the rules ended, which set no term */              \
  X (GB_ROSTER_REVIEW_DUE, "review-due") /* DAYS */                                                \
  X (GB_ROSTER_PROPOSED, "proposed")     /* DAYS: first on record, as applied for or proposed */   \
  X (GB_ROSTER_NOTICED, "noticed")       /* DAYS: a notice opened */                               \
  X (GB_ROSTER_NOTICE_CLOSED, "notice-closed") /* DAYS: a notice closed, nothing decided */        \
  X (GB_ROSTER_PENDING, "pending")             /* not decided; not DAYS */                         \
  X (GB_ROSTER_KEPT,                                                                               \
     "kept") /* BATCHES: only on the earlier list, and in force; NOTICE: as proposed */            \
  X (GB_ROSTER_UNRECORDED, "unrecorded") /* NOTICE: the record of the list is too partial to tell  \
                                          */
GB_VOCABULARY (GbRosterKind, roster_kind, GB_ROSTER_KINDS)

#define GB_ROSTER_SOURCES(X)                                                                       \
  X (GB_ROSTER_BY_EVENT, "event")           /* an event of the entry; its note is the text */      \
  X (GB_ROSTER_BY_PROPOSAL, "proposal")     /* the note of the item on the list of the notice */   \
  X (GB_ROSTER_BY_CORRECTION, "correction") /* a correction of the notice that names the item */   \
  X (GB_ROSTER_BY_OUTCOME, "outcome")       /* what the notice came to */                          \
  X (GB_ROSTER_BY_ENTRY, "entry")           /* the entry's note, where it names the other name */  \
  X (GB_ROSTER_BY_TERM, "term")             /* a date that came by itself: see the derivation */
GB_VOCABULARY (GbRosterSource, roster_source, GB_ROSTER_SOURCES)

/* Something on record that explains a row. */
typedef struct {
  GbRosterSource source;
  GbWhen when;                /* of the event, the correction, the outcome; else none */
  const char *text;           /* in the words of the record, or NULL */
  const GbEventCase *event;   /* BY_EVENT; its ground holds the ground of a revocation */
  const GbDecision *decision; /* or NULL */
  const char *clause;         /* as the content writes it, for gb_corpus_clause; or NULL */
  GbDerivation derivation;    /* BY_TERM */
} GbRosterReason;

typedef struct {
  GbRosterKind kind;
  const GbEntryCase *entry;      /* of the later list, else of the earlier; NULL: only proposed */
  const GbEntryCase *earlier;    /* BATCHES: on the earlier list, or NULL */
  const GbProposed *proposed;    /* NOTICE: on the list of the notice, or NULL */
  const char *old_name;          /* NULL: not on the earlier list */
  const char *new_name;          /* NULL: not on the later list */
  GbStandingState before;        /* DAYS; else standing NONE */
  GbStandingState after;         /* of entry; standing NONE without one */
  const GbRosterReason *reasons; /* the proposal's, events by day, the notice's */
  guint n_reasons;
  gboolean unexplained; /* the row asks for a reason and none is on record: 未载明原因 */
} GbRosterRow;

typedef struct {
  GbRosterMode mode;
  const GbRegistryCase *registry;
  const GbBatch *old_batch;   /* BATCHES */
  const GbBatch *new_batch;   /* BATCHES, NOTICE */
  const GbNoticeCase *notice; /* NOTICE */
  GbDate old_day, new_day;    /* DAYS; else none */
  const GbRosterRow *rows;    /* by kind, then in the order of the registry */
  guint n_rows;
  guint counts[GB_VOCABULARY_COUNT (GB_ROSTER_KINDS)]; /* rows by kind */
  GbDate turns; /* the next day on which a standing shown changes; DAYS: none */
} GbRoster;

/* @old_batch and @new_batch are batches of @registry, in this order in time. */
const GbRoster *gb_roster_batches (GbArena *arena, const GbCorpus *corpus,
                                   const GbRegistryCase *registry, const GbBatch *old_batch,
                                   const GbBatch *new_batch);
/* @notice must have a registry and a batch. */
const GbRoster *gb_roster_notice (GbArena *arena, const GbCorpus *corpus,
                                  const GbNoticeCase *notice);
/* The ends of two days, @old_day before @new_day. */
const GbRoster *gb_roster_days (GbArena *arena, const GbRegistryCase *registry, GbDate old_day,
                                GbDate new_day);
/* "A..B" as people name lists: two batches, a notice and its batch, or two days (YYYY-MM-DD).
 * NULL with GB_ERROR_USAGE where one of them does not exist, they do not go together, or B does not
 * come after A. */
const GbRoster *gb_roster_pairs_named (GbArena *arena, const GbCorpus *corpus,
                                       const GbRegistryCase *registry, const char *from,
                                       const char *to, GError **error);

/* The batches of @registry of which anything is on record by the corpus's day, by year, then by the
 * day of certification or notice (none known: last), then by id. */
const GbBatch **gb_roster_pairs_sequence (GbArena *arena, const GbRegistryCase *registry,
                                          guint *ret_n_batches);
/* Whether the list of @notice is on record and something has come of it. */
gboolean gb_roster_is_decided (const GbCorpus *corpus, const GbNoticeCase *notice);
/* Whether the list of @notice names @entry, by its id or by its name. */
gboolean gb_roster_proposes (const GbNotice *notice, const GbEntry *entry);
