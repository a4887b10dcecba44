/* What follows from the files of a policy (corpus.h). */
#pragma once

#include "law/derivation.h"
#include "law/force.h"
#include "text/text.h"
#include "source/model.h"

typedef struct _GbPolicyCase GbPolicyCase;
typedef struct _GbRegistryCase GbRegistryCase;

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
  const char *anchor;         /* of @policy, or NULL */
  const char
    *path; /* a file of @policy; without one an address of the site without the first '/' */
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

/* The day by which a policy is listed: the first known of signed, issued, published, effective. */
GbDate gb_policy_case_date (const GbPolicyCase *policy);
