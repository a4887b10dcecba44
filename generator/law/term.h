/* Terms: how long a policy or a certification lasts.
 *
 * N years from a day: by practice the first day counts and the last day is the day before the
 * anniversary (2023-07-10 to 2026-07-09); 民法典 202 would end it on the anniversary, which a
 * scheme may choose.  Where the anniversary does not exist (29 February) the last day is the
 * month's last, under either rule.  Validity given in years only runs from 1 January to 31
 * December.  Pure functions, no allocation; clauses are borrowed.
 */
#pragma once

#include "law/derivation.h"

#define GB_TERM_ENDS(X)                                                                            \
  X (GB_TERM_DAY_BEFORE, "day-before")                                                             \
  X (GB_TERM_ANNIVERSARY, "anniversary")
GB_VOCABULARY (GbTermEnd, term_end, GB_TERM_ENDS)

/* Last day, inclusive; GB_DATE_NONE where @from is none or @years is not in 1–200. */
GbDate gb_term_last_day (GbDate from, int years, GbTermEnd end);

/* The last day of @years years from @from, with how it came about.  The date is GB_DATE_NONE as for
 * gb_term_last_day. */
GbDerivation gb_term_of_years (GbDate from, int years, GbTermEnd end, const char *clause);
/* The last day of the whole years @first to @last, inclusive; its from is 1 January of @first. */
GbDerivation gb_term_of_whole_years (int first, int last, const char *clause);

typedef struct {
  GbDerivation from; /* first day; no date: not known */
  GbDerivation to;   /* last day, inclusive; no date: none is set, or it is not known */
} GbTerm;

/* What the rules of a scheme say of its terms. */
typedef struct {
  gboolean none_stated;
  int years;                 /* 0: not stated */
  int first_year, last_year; /* whole years, inclusive; first_year 0: not stated */
  GbDate until;              /* no certification lasts longer; or GB_DATE_NONE */
  GbRule until_rule;         /* whether the clause that is named prints that day; NONE for no day */
  const char *clause;        /* or NULL */
} GbTermScheme;

/* What is on record of one certification. */
typedef struct {
  GbDate certified;          /* GB_DATE_NONE where it is not known to the day */
  GbDate from, to;           /* as printed, or GB_DATE_NONE */
  int first_year, last_year; /* as printed for its batch; first_year 0: not so */
  int own_years;             /* as printed for this one; 0: not so */
  int batch_years;           /* as printed for its batch; 0: not so */
  gboolean not_known;        /* its batch says that the term is not known */
  GbTermEnd end;
  const GbTermScheme *scheme; /* or NULL: the scheme says nothing of terms */
} GbTermFacts;

/* What is printed for the certification outranks what is printed for its batch, and that the
 * scheme; a number of years is cut at the day up to which the scheme certifies. */
GbTerm gb_term_derive (const GbTermFacts *facts);

typedef struct {
  GbDate from, to;                           /* as printed, or GB_DATE_NONE */
  int own_years, review_years, scheme_years; /* of the renewal, by the rule of reviews, by that of
                                                 terms; 0: not stated; the first that is holds */
  GbDate old_last_day;                       /* of the term renewed, or GB_DATE_NONE */
  GbTermEnd end;
  const char *clause; /* of the rule that the years are by, or NULL */
} GbTermRenewal;

/* A renewal runs from the day after the old term, where no first day is printed. */
GbTerm gb_term_renew (const GbTermRenewal *facts);
