/* What follows from the files of a registry, for it and each of its entries (corpus.h). */
#pragma once

#include "corpus/policy_case.h"

typedef struct _GbEntryCase GbEntryCase;
typedef struct _GbNoticeCase GbNoticeCase;

/* One event of an entry as it is shown and counted; events that a batch implies are made up here.
 */
typedef struct {
  const GbEvent *event; /* as written, or NULL: implied by the batch */
  GbEventKind kind;
  GbWhen when;
  const GbDecision *decision; /* or NULL */
  const GbNoticeCase *notice; /* NOTICED, or NULL */
  const GbGround *ground;     /* REVOKED, or NULL */
  GbDerivation from, to;      /* CERTIFIED, RENEWED: the term; date GB_DATE_NONE where unknown */
} GbEventCase;

struct _GbEntryCase {
  const GbEntry *entry;
  const GbBatch *batch;
  const GbRegistryCase *registry;
  const GbEventCase *events; /* by day */
  const GbStep *steps;       /* the same events for gb_standing_on */
  guint n_events;
  GbStandingState state;                 /* as of the corpus's day */
  const char *name;                      /* the current one */
  const char *industry;                  /* words, or NULL */
  GbWhen certified;                      /* the first certification, as exactly as it is known */
  GbDerivation from;                     /* of the current term */
  GbDerivation days[GB_ENTRY_DAY_COUNT]; /* of the current term; GB_RULE_NONE: none is known */
  const GbEntryCase **same_as;           /* the same cluster in other registries, both ways */
  guint n_same_as;
};

struct _GbRegistryCase {
  const GbRegistry *registry;
  const GbAgency *authority;  /* or NULL */
  const GbPolicyCase *policy; /* the rules, or NULL */
  GbEntryCase **entries;      /* by batch, then as written */
  guint n_entries;
  guint counts[GB_STANDING_COUNT];
  const GbNoticeCase **notices; /* by opening day */
  guint n_notices;
  GbEntryCase **automatic; /* entries of other registries that count here by the scheme's rule */
  const GbTie **automatic_ties; /* the rule of each */
  guint n_automatic;
  /* Up to the as-of date, ascending: when any standing or name changed, and of these the ones known
   * to the day. */
  const GbWhen *changes;
  guint n_changes;
  const GbDate *days;
  guint n_days;
  GbDate turns;
};
