/* The day a policy takes effect (施行日期).
 *
 * A text states the day, or that it takes effect on the day of issue (自印发之日起), or a number of
 * days after publication (自发布之日起N日后: the day after counts as the first), or nothing.  Of
 * these exactly one is stated.  Pure functions, no allocation.
 */
#pragma once

#include "law/derivation.h"

typedef struct {
  /* What the text states. */
  GbDate date; /* or GB_DATE_NONE */
  gboolean on_issue;
  int days_after; /* days after publication; 0: not so */
  gboolean none_stated;
  const char *clause; /* "POLICY#ANCHOR" or NULL */
  /* What may be needed for it, each GB_DATE_NONE where it is not on record. */
  GbDate issued;
  GbDate signed_; /* stands for the day of issue where that is not on record */
  GbDate published;
} GbEffectFacts;

typedef enum {
  GB_EFFECT_OK,
  GB_EFFECT_NOTHING,             /* none of the four is stated */
  GB_EFFECT_CONFLICT,            /* more than one is */
  GB_EFFECT_WITHOUT_ISSUE,       /* on issue, and neither issued nor signed */
  GB_EFFECT_WITHOUT_PUBLICATION, /* days after publication, and no day of publication */
} GbEffectProblem;

/* @ret_effect always is filled, with the clause; where there is a problem, or none is stated, or
 * the day would lie after the last that counts as a date, its date is GB_DATE_NONE. */
GbEffectProblem gb_effect_derive (const GbEffectFacts *facts, GbDerivation *ret_effect);
