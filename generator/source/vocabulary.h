/* The words that content chooses from, each list once (base/vocabulary.h says how to add one). */
#pragma once

#include "base/vocabulary.h"

#define GB_POLICY_KINDS(X)                                                                         \
  X (GB_KIND_NORMATIVE, "normative") /* 规范性文件 */                                         \
  X (GB_KIND_OPINION, "opinion")     /* 意见 */                                                  \
  X (GB_KIND_PLAN, "plan")           /* 方案、规划 */                                         \
  X (GB_KIND_NOTICE, "notice")       /* 通知 */                                                  \
  X (GB_KIND_OTHER, "other")
GB_VOCABULARY (GbPolicyKind, policy_kind, GB_POLICY_KINDS)

/* What a registry certifies. */
#define GB_REGISTRY_KINDS(X)                                                                       \
  X (GB_REGISTRY_CLUSTER, "cluster") /* 产业集群 */                                            \
  X (GB_REGISTRY_ZONE, "zone")       /* 核心区 */                                               \
  X (GB_REGISTRY_PARK, "park")       /* 园区 */                                                  \
  X (GB_REGISTRY_PILOT, "pilot")     /* 试点 */
GB_VOCABULARY (GbRegistryKind, registry_kind, GB_REGISTRY_KINDS)

/* Whether the day on which a notice opens is its first day; what is not stated is as the site's
 * convention says. */
#define GB_FIRST_DAYS(X)                                                                           \
  X (GB_FIRST_DAY_INCLUDED, "included")                                                            \
  X (GB_FIRST_DAY_EXCLUDED, "excluded")
GB_VOCABULARY_OPTIONAL (GbFirstDay, first_day, GB_FIRST_DAY_UNSTATED, GB_FIRST_DAYS)

/* What happens to a running notice whose list or text is corrected. */
#define GB_ON_CHANGES(X)                                                                           \
  X (GB_ON_CHANGE_RESTART, "restart")                                                              \
  X (GB_ON_CHANGE_EXTEND, "extend")
GB_VOCABULARY_OPTIONAL (GbOnChange, on_change, GB_ON_CHANGE_NONE, GB_ON_CHANGES)

/* How often a duty comes. */
#define GB_DUTY_PERIODS(X)                                                                         \
  X (GB_DUTY_YEARLY, "yearly")                                                                     \
  X (GB_DUTY_QUARTERLY, "quarterly")
GB_VOCABULARY (GbDutyPeriod, duty_period, GB_DUTY_PERIODS)

/* What a cap is counted over. */
#define GB_CAP_SCOPES(X)                                                                           \
  X (GB_CAP_TOTAL, "total")                                                                        \
  X (GB_CAP_PER_INDUSTRY, "per-industry")                                                          \
  X (GB_CAP_PER_YEAR, "per-year")
GB_VOCABULARY (GbCapScope, cap_scope, GB_CAP_SCOPES)

/* How a figure is compared; met: a condition without a figure. */
#define GB_COMPARISONS(X)                                                                          \
  X (GB_AT_LEAST, "at-least")                                                                      \
  X (GB_AT_MOST, "at-most")                                                                        \
  X (GB_MORE_THAN, "more-than")                                                                    \
  X (GB_LESS_THAN, "less-than")                                                                    \
  X (GB_EQUALS, "equals")                                                                          \
  X (GB_MET, "met")
GB_VOCABULARY (GbComparison, comparison, GB_COMPARISONS)

/* Of a review. */
#define GB_RESULTS(X)                                                                              \
  X (GB_RESULT_PASSED, "passed")                                                                   \
  X (GB_RESULT_FAILED, "failed")
GB_VOCABULARY_OPTIONAL (GbResult, result, GB_RESULT_UNSTATED, GB_RESULTS)

/* What a notice came to. */
#define GB_OUTCOMES(X)                                                                             \
  X (GB_OUTCOME_CERTIFIED, "certified")                                                            \
  X (GB_OUTCOME_PARTLY, "partly")                                                                  \
  X (GB_OUTCOME_WITHDRAWN, "withdrawn")                                                            \
  X (GB_OUTCOME_RESTARTED, "restarted")
GB_VOCABULARY (GbOutcomeKind, outcome, GB_OUTCOMES)

/* Of an agency. */
#define GB_LEVELS(X)                                                                               \
  X (GB_LEVEL_NATIONAL, "national")                                                                \
  X (GB_LEVEL_PROVINCE, "province")                                                                \
  X (GB_LEVEL_CITY, "city")                                                                        \
  X (GB_LEVEL_COUNTY, "county")                                                                    \
  X (GB_LEVEL_TOWN, "town")
GB_VOCABULARY_OPTIONAL (GbLevel, level, GB_LEVEL_NONE, GB_LEVELS)

/* Whether the notice on the holidays of a year is out. */
#define GB_CALENDAR_STATUSES(X)                                                                    \
  X (GB_CALENDAR_PUBLISHED, "published")                                                           \
  X (GB_CALENDAR_NOT_PUBLISHED, "not_published")
GB_VOCABULARY (GbCalendarStatus, calendar_status, GB_CALENDAR_STATUSES)
