/* Derivations: how a date came about, as data.
 *
 * Every date the site shows beside a rule carries one: the rule applied, the day it was applied to,
 * the number counted, the clause that says so, whether it is provisional.  Sentences are made of it
 * elsewhere (view/), in the language of the reader.  Texts are borrowed from the model.
 */
#pragma once

#include "law/date.h"

G_BEGIN_DECLS

typedef enum {
  GB_RULE_NONE,               /* no date, and none is invented */
  GB_RULE_STATED,             /* the document prints the date */
  GB_RULE_ON_ISSUE,           /* 自印发之日起 */
  GB_RULE_DAYS_AFTER,         /* 自发布之日起N日后: the day after counts as the first */
  GB_RULE_YEARS_BEFORE,       /* N years, last day is the day before the anniversary */
  GB_RULE_YEARS_ANNIVERSARY,  /* N years, last day is the anniversary (民法典 202) */
  GB_RULE_WHOLE_YEARS,        /* years only: to 31 December of the last */
  GB_RULE_WORKING_DAYS,       /* N working days, the first day counts */
  GB_RULE_WORKING_DAYS_AFTER, /* N working days, the first day does not count */
  GB_RULE_CALENDAR_DAYS,
  GB_RULE_CALENDAR_DAYS_AFTER,
  GB_RULE_EXTENDED, /* an extension states a new last day, or adds days */
  GB_RULE_RENEWED,  /* N years from the day after the old term */
  GB_RULE_YEARLY,   /* a duty due on a day of each year */
  GB_RULE_QUARTERLY,
  GB_RULE_MONTHS_BEFORE,    /* N months before the last day: from is that day */
  GB_RULE_WHOLE_YEARS_FROM, /* years only: from 1 January of the first */
  GB_RULE_CERTIFIED,        /* no first day printed: the term begins on the day of certification */
  GB_RULE_DAY_AFTER,        /* the day after the old term, whose last day is from */
  GB_RULE_SIGNED,           /* no effect stated: the day of signing is the earliest sign of force */
} GbRule;

typedef struct {
  GbDate date; /* the result; GB_DATE_NONE where there is none */
  GbRule rule;
  GbDate from;        /* what was counted from, or GB_DATE_NONE */
  int count;          /* days or years, or 0 */
  const char *clause; /* "POLICY#ANCHOR" or NULL */
  gboolean provisional;
  gboolean restarted; /* from is the day of a correction, from which the period is counted anew */
} GbDerivation;

/* The word for a rule in data files, e.g. "working-days". */
const char *gb_rule_name (GbRule rule);

G_END_DECLS
