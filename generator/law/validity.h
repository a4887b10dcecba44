/* The last day a policy is in force by its own words (有效期).
 *
 * A text states the day, or a number of years from the day of effect, or whole years (2023年至
 * 2025年), or that it has no end (长期有效), or nothing.  Of these exactly one is stated.  Pure
 * functions, no allocation.
 */
#pragma once

#include "law/term.h"

typedef struct {
  /* What the text states. */
  GbDate until;              /* or GB_DATE_NONE */
  int years;                 /* from @effective; 0: not so */
  int first_year, last_year; /* whole years, inclusive; first_year 0: not so */
  gboolean none_stated;
  gboolean indefinite;
  GbTermEnd end;      /* of @years */
  const char *clause; /* "POLICY#ANCHOR" or NULL */
  GbDate effective;   /* the day of effect, or GB_DATE_NONE */
} GbValidityFacts;

typedef enum {
  GB_VALIDITY_OK,
  GB_VALIDITY_NOTHING,        /* none of the five is stated */
  GB_VALIDITY_CONFLICT,       /* more than one is */
  GB_VALIDITY_WITHOUT_EFFECT, /* years, and no day of effect to count them from */
} GbValidityProblem;

/* @ret_last_day always is filled, with the clause; where there is a problem, or the text states no
 * end, or the day would lie outside of what counts as a date, its date is GB_DATE_NONE. */
GbValidityProblem gb_validity_derive (const GbValidityFacts *facts, GbDerivation *ret_last_day);
