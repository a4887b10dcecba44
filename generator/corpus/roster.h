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

G_BEGIN_DECLS

typedef enum {
  GB_ROSTER_BATCHES, /* the standings are those of the corpus's day */
  GB_ROSTER_NOTICE,  /* likewise */
  GB_ROSTER_DAYS,    /* the standings are those at the end of each day */
} GbRosterMode;
#define GB_ROSTER_MODE_COUNT 3

/* In the order of the rows. */
typedef enum {
  GB_ROSTER_ADDED,       /* only on the later list; NOTICE: certified without having been noticed */
  GB_ROSTER_RECERTIFIED, /* BATCHES: on both lists; DAYS: certified once more */
  GB_ROSTER_RENEWED,     /* BATCHES: only on the earlier list, and renewed since */
  GB_ROSTER_STARTED,     /* DAYS: a term decided before began, or began to count again */
  GB_ROSTER_RENAMED,     /* beside another row of the entry; NOTICE, and on both lists: alone */
  GB_ROSTER_DROPPED,     /* NOTICE: proposed, not certified */
  GB_ROSTER_REVOKED,     /* BATCHES: only on the earlier list, and … */
  GB_ROSTER_WITHDRAWN,   /* likewise */
  GB_ROSTER_TERM_ENDED,  /* likewise */
  GB_ROSTER_RULES_ENDED, /* BATCHES: likewise; DAYS: the rules ended, which set no term */
  GB_ROSTER_REVIEW_DUE,  /* DAYS */
  GB_ROSTER_PROPOSED,    /* DAYS: first on record, as applied for or proposed */
  GB_ROSTER_NOTICED,     /* DAYS: a notice opened */
  GB_ROSTER_NOTICE_CLOSED, /* DAYS: a notice closed, nothing decided */
  GB_ROSTER_PENDING,       /* not decided; not DAYS */
  GB_ROSTER_KEPT,       /* BATCHES: only on the earlier list, and in force; NOTICE: as proposed */
  GB_ROSTER_UNRECORDED, /* NOTICE: the record of the list is too partial to tell */
} GbRosterKind;
#define GB_ROSTER_KIND_COUNT 17

typedef enum {
  GB_ROSTER_BY_EVENT,      /* an event of the entry; its note is the text */
  GB_ROSTER_BY_PROPOSAL,   /* the note of the item on the list of the notice */
  GB_ROSTER_BY_CORRECTION, /* a correction of the notice that names the item */
  GB_ROSTER_BY_OUTCOME,    /* what the notice came to */
  GB_ROSTER_BY_ENTRY,      /* the entry's note, where it names the other name */
  GB_ROSTER_BY_TERM,       /* a date that came by itself: see the derivation */
} GbRosterSource;
#define GB_ROSTER_SOURCE_COUNT 6

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
  guint counts[GB_ROSTER_KIND_COUNT]; /* rows by kind */
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

const char *gb_roster_kind_name (GbRosterKind kind);       /* "added" … "unrecorded" */
const char *gb_roster_source_name (GbRosterSource source); /* "event" … "term" */
const char *gb_roster_mode_name (GbRosterMode mode);       /* "batches", "notice", "days" */

G_END_DECLS
