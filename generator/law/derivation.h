/* Derivations: how a date came about, as data.
 *
 * Every date the site shows beside a rule carries one: the rule applied, the day it was applied to,
 * the number counted, the clause that says so, whether it is provisional.  Sentences are made of it
 * elsewhere (view/), in the language of the reader.  Texts are borrowed from the model.
 */
#pragma once

#include "base/vocabulary.h"
#include "law/date.h"

#define GB_RULES(X)                                                                                \
  /* no date, and none is invented */                                                              \
  X (GB_RULE_NONE, "none")                                                                         \
  /* the clause that is named prints the date */                                                   \
  X (GB_RULE_STATED, "stated")                                                                     \
  /* 自印发之日起 */                                                                         \
  X (GB_RULE_ON_ISSUE, "on-issue")                                                                 \
  /* 自发布之日起N日后: the day after counts as the first */                               \
  X (GB_RULE_DAYS_AFTER, "days-after")                                                             \
  /* N years, last day is the day before the anniversary */                                        \
  X (GB_RULE_YEARS_BEFORE, "years-before")                                                         \
  /* N years, last day is the anniversary (民法典 202) */                                       \
  X (GB_RULE_YEARS_ANNIVERSARY, "years-anniversary")                                               \
  /* years only: to 31 December of the last */                                                     \
  X (GB_RULE_WHOLE_YEARS, "whole-years")                                                           \
  /* N working days, the first day counts */                                                       \
  X (GB_RULE_WORKING_DAYS, "working-days")                                                         \
  /* N working days, the first day does not count */                                               \
  X (GB_RULE_WORKING_DAYS_AFTER, "working-days-after")                                             \
  X (GB_RULE_CALENDAR_DAYS, "calendar-days")                                                       \
  X (GB_RULE_CALENDAR_DAYS_AFTER, "calendar-days-after")                                           \
  /* an extension states a new last day, or adds days */                                           \
  X (GB_RULE_EXTENDED, "extended")                                                                 \
  /* N years from the day after the old term */                                                    \
  X (GB_RULE_RENEWED, "renewed")                                                                   \
  /* a duty due on a day of each year */                                                           \
  X (GB_RULE_YEARLY, "yearly")                                                                     \
  X (GB_RULE_QUARTERLY, "quarterly")                                                               \
  /* N months before the last day: from is that day */                                             \
  X (GB_RULE_MONTHS_BEFORE, "months-before")                                                       \
  /* years only: from 1 January of the first */                                                    \
  X (GB_RULE_WHOLE_YEARS_FROM, "whole-years-from")                                                 \
  /* no first day printed: the term begins on the day of certification */                          \
  X (GB_RULE_CERTIFIED, "certified")                                                               \
  /* the day after the old term, whose last day is from */                                         \
  X (GB_RULE_DAY_AFTER, "day-after")                                                               \
  /* entered as a date; that a document prints it was not seen */                                  \
  X (GB_RULE_RECORDED, "recorded")
GB_VOCABULARY (GbRule, rule, GB_RULES)

typedef struct {
  GbDate date; /* the result; GB_DATE_NONE where there is none */
  GbRule rule;
  GbDate from;        /* what was counted from, or GB_DATE_NONE */
  int count;          /* days or years, or 0 */
  const char *clause; /* "POLICY#ANCHOR" or NULL */
  gboolean provisional;
  gboolean restarted; /* from is the day of a correction, from which the period is counted anew */
} GbDerivation;

#define GB_DERIVATION_NONE                                                                         \
  ((GbDerivation){ .date = GB_DATE_NONE, .rule = GB_RULE_NONE, .from = GB_DATE_NONE })
