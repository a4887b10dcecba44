/* The content as of a day: read, linked, dated and judged.
 *
 * The corpus takes a model (source/), parses its texts (text/), ties mentions and clauses to their
 * targets, computes every date with its derivation and every status (law/), and checks the rules of
 * the field.  It borrows the model, owns everything else, and is read-only once made: pages are
 * rendered from it on several threads.  The as-of date enters here and nowhere below.
 *
 * GbPolicy, GbEntry … are what the files say; GbPolicyCase, GbEntryCase … what follows from it.
 */
#pragma once

#include "law/derivation.h"
#include "law/force.h"
#include "law/notice_state.h"
#include "text/text.h"

G_BEGIN_DECLS

typedef struct _GbPolicyCase GbPolicyCase;
typedef struct _GbEntryCase GbEntryCase;
typedef struct _GbRegistryCase GbRegistryCase;
typedef struct _GbNoticeCase GbNoticeCase;

/* A clause of a policy: 第十四条（三）. */
typedef struct {
  const GbPolicyCase *policy; /* NULL where the policy is not published here or does not exist */
  const GbUnit *unit;         /* NULL where the text has no such anchor */
  const char *label; /* e.g. 第十四条（三）; the anchor where there is no unit; never NULL */
  const char *anchor;
} GbClause;

/* What a mention leads to. */
typedef struct {
  const GbPolicyCase *policy; /* or NULL */
  const char *anchor;         /* or NULL */
  const char *path; /* other places, from the root of the site without the first '/', or NULL */
} GbTarget;

/* A tie to another policy, seen from one side. */
typedef struct {
  const GbRelation *relation;
  const GbPolicyCase *policy; /* the other one, or NULL where it is not published here */
} GbLinkCase;

#define GB_VERSION_STATES(X)                                                                       \
  X (GB_VERSION_PAST, "past")                                                                      \
  X (GB_VERSION_CURRENT, "current")                                                                \
  X (GB_VERSION_FUTURE, "future")                                                                  \
  X (GB_VERSION_NEVER, "never") /* the policy ends before its first day */
GB_VOCABULARY (GbVersionState, version_state, GB_VERSION_STATES)
#define GB_VERSION_STATE_COUNT GB_VOCABULARY_COUNT (GB_VERSION_STATES)

/* The text of a policy as it is in force from a day. */
typedef struct {
  const GbVersion *version; /* NULL: the text in policy.md */
  GbDate from;
  GbDate last; /* the day before the next version, or the policy's last; GB_DATE_NONE while open */
  GbVersionState state;
  const char *title;
  const char *note;             /* or NULL */
  const GbRelation *amended_by; /* the document that made it so, or NULL */
  const GbPolicyCase *amending; /* the same, where it is published here */
  const GbText *text;
  const GbTarget *targets; /* one for each mention of text */
} GbVersionCase;

/* Why a policy has no last day; GB_OPEN_END_NONE where it has one. */
#define GB_OPEN_ENDS(X)                                                                            \
  X (GB_OPEN_END_INDEFINITE, "indefinite") /* 长期有效 */                                      \
  /* 未载明: so its author says, and its words do not belie it */                               \
  X (GB_OPEN_END_NOT_STATED, "not-stated")                                                         \
  /* 不明: stated, but it cannot be told which day that is */                                    \
  X (GB_OPEN_END_UNKNOWN, "unknown")                                                               \
  X (GB_OPEN_END_NOT_RECORDED, "not-recorded") /* 未收录: the content says nothing of it */
GB_VOCABULARY_OPTIONAL (GbOpenEnd, open_end, GB_OPEN_END_NONE, GB_OPEN_ENDS)

struct _GbPolicyCase {
  const GbPolicy *policy;
  const GbAgency *issuer;       /* or NULL */
  const GbText *text;           /* of the current version */
  const GbText *interpretation; /* or NULL */
  const GbTarget *interpretation_targets;
  const GbTarget *targets; /* one for each mention of text */
  const char *text_file;   /* where text is written */
  GbVersionCase *versions; /* by day */
  guint n_versions;        /* 0 where there is only the one text */
  guint current;           /* the version in force, or last in force, or first of all to be */
  GbForceDates dates;
  GbForceState state;
  GbDerivation effective;
  GbDerivation last_day;
  GbDerivation tail;
  GbDerivation review;
  gboolean effect_not_stated; /* the text states no day of effect, as its author says */
  GbOpenEnd open_end;
  gboolean amended;
  gboolean basis_lapsed; /* a basis published here is no longer in force */
  GbDate turns;          /* next day on which anything above changes, or GB_DATE_NONE */
  /* Both ways, by id of the other: arrays of GbLinkCase. */
  const GbLinkCase *basis, *amends, *replaces, *repeals;
  guint n_basis, n_amends, n_replaces, n_repeals;
  const GbLinkCase *basis_of, *amended_by, *replaced_by, *repealed_by;
  guint n_basis_of, n_amended_by, n_replaced_by, n_repealed_by;
  const GbPolicyCase **cited_by; /* policies whose text mentions this one, by id, itself left out */
  guint n_cited_by;
  const GbRegistryCase **registries; /* whose rules it holds, by id */
  guint n_registries;
};

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
  GbStandingState state;       /* as of the corpus's day */
  const char *name;            /* the current one */
  const char *industry;        /* words, or NULL */
  GbWhen certified;            /* the first certification, as exactly as it is known */
  GbDerivation from;           /* of the current term */
  GbDerivation last_day;       /* of the current term; GB_RULE_NONE where none is known */
  const GbEntryCase **same_as; /* the same cluster in other registries, both ways */
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

struct _GbNoticeCase {
  const GbNotice *notice;
  const GbRegistryCase *registry; /* or NULL */
  const GbBatch *batch;           /* or NULL */
  const GbAgency *issuer;         /* or NULL */
  const GbText *text;             /* NULL where the notice has no text of its own */
  const GbTarget *targets;        /* one for each mention of text */
  gboolean has_rule;              /* rule holds a length */
  GbPeriodRule rule;
  GbDate
    counted_from; /* the opening day, or that of the correction by which the period restarted */
  const GbCorrection *restarted_by; /* or NULL */
  const GbCorrection **restarts;    /* each that restarted it, the last is restarted_by */
  guint n_restarts;
  GbDerivation
    computed;          /* last day by the rule, before any extension; GB_RULE_NONE without a rule */
  GbDerivation closes; /* the last day that holds */
  GbNoticeState state;
  GbDate turns;
};

/* A page that is only text. */
typedef struct {
  const GbPage *page;
  const GbText *text; /* NULL where it is empty */
  const GbTarget *targets;
} GbPageCase;

/* Something due or happening on a day. */
#define GB_OCCASIONS(X)                                                                            \
  X (GB_OCCASION_NOTICE_OPENS, "notice-opens")                                                     \
  X (GB_OCCASION_NOTICE_CLOSES, "notice-closes")                                                   \
  X (GB_OCCASION_POLICY_EFFECTIVE, "policy-effective")                                             \
  X (GB_OCCASION_POLICY_VERSION, "policy-version") /* an amended text takes effect */              \
  X (GB_OCCASION_POLICY_EXPIRES, "policy-expires") /* on its last day */                           \
  X (GB_OCCASION_POLICY_TAIL_ENDS, "policy-tail-ends")                                             \
  X (GB_OCCASION_POLICY_REVIEW, "policy-review")                                                   \
  X (GB_OCCASION_POLICY_REPEALED, "policy-repealed")                                               \
  /* on its last day; one for all entries of a batch with the same one */                          \
  X (GB_OCCASION_TERM_ENDS, "term-ends")                                                           \
  X (GB_OCCASION_TERM_REVIEW, "term-review")                                                       \
  X (GB_OCCASION_DUTY, "duty")
GB_VOCABULARY (GbOccasionKind, occasion, GB_OCCASIONS)
#define GB_OCCASION_COUNT GB_VOCABULARY_COUNT (GB_OCCASIONS)

typedef struct {
  GbDate date;
  GbOccasionKind kind;
  gboolean provisional;
  const GbPolicyCase *policy; /* one of the three says what it is about */
  const GbNoticeCase *notice;
  const GbRegistryCase *registry;
  const GbBatch *batch;        /* with registry */
  const GbDuty *duty;          /* with registry */
  const GbEntryCase **entries; /* TERM_*: whose */
  guint n_entries;
  GbDerivation derivation;
} GbOccasion;

typedef struct {
  const GbModel *model;
  GbDate as_of;
  GbPolicyCase *policies; /* by id */
  guint n_policies;
  GbRegistryCase *registries; /* by id */
  guint n_registries;
  GbNoticeCase *notices; /* by id */
  guint n_notices;
  GbPageCase *pages; /* by id */
  guint n_pages;
  /* By date, kind, id; all that are on record and the next of what recurs. */
  const GbOccasion *occasions;
  guint n_occasions;
  GbDate turns; /* next day on which any status changes, or GB_DATE_NONE */
} GbCorpus;

/* Never NULL: what is wrong goes to @diagnostics (errors of the content and of its rules).  Texts
 * are parsed on @jobs threads; the result does not depend on how many. */
GbCorpus *gb_corpus_new (const GbModel *model, GbDate as_of, guint jobs,
                         GbDiagnostics *diagnostics);
void gb_corpus_free (GbCorpus *corpus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbCorpus, gb_corpus_free)

/* What site.yaml lacks of what the rules for government sites ask for, as notes; warnings where
 * what it says has run out by the corpus's day.  Of a site that is an example only the latter. */
void gb_site_check (const GbCorpus *corpus, GbDiagnostics *diagnostics);

const GbPolicyCase *gb_corpus_policy (const GbCorpus *corpus, const char *id);     /* or NULL */
const GbRegistryCase *gb_corpus_registry (const GbCorpus *corpus, const char *id); /* or NULL */
const GbNoticeCase *gb_corpus_notice (const GbCorpus *corpus, const char *id);     /* or NULL */
const GbEntryCase *gb_registry_case_entry (const GbRegistryCase *registry, const char *id);

/* "POLICY#anchor", or "anchor" of @own.  Texts that have to be made live in @arena. */
GbClause gb_corpus_clause (const GbCorpus *corpus, GbArena *arena, const char *clause,
                           const GbPolicyCase *own);
/* 第十四条（三） for a unit. */
const char *gb_unit_label (GbArena *arena, const GbText *text, const GbUnit *unit);

/* The standing of @entry at the end of @day, as the record says it. */
GbStandingState gb_entry_case_on (const GbEntryCase *entry, GbDate day);

/* The days of @notice from the first to @closes, its last, for showing how they were counted by
 * @rule; those before a restart do not count.  As gb_period_days. */
guint gb_notice_case_days (const GbCorpus *corpus, const GbNoticeCase *notice,
                           const GbPeriodRule *rule, GbDate closes, GbPeriodDay *ret_days);

G_END_DECLS
