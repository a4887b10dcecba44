/* What is due or happens on a day (corpus.h). */
#pragma once

#include "corpus/notice_case.h"

#define GB_OCCASION_OF_DAY_(X, id, name, ...) X (GB_OCCASION_##id, name)
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
  /* one for all entries of a batch whose terms end together and that have the same one */         \
  GB_ENTRY_DAYS (GB_OCCASION_OF_DAY_, X)                                                           \
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
  const GbEntryCase **entries; /* of a day of theirs: whose */
  guint n_entries;
  GbDerivation derivation;
} GbOccasion;
