/* Review windows (复核, 评估): when a review of a policy or of a certification is due.
 *
 * A text states the day itself, or N months before the term ends (有效期届满前六个月): counted back
 * from the day after the last day, so that six months before a term that runs to 30 June begin on
 * 1 January.  A day that the month lacks becomes its last.  Pure functions, no allocation.
 */
#pragma once

#include "law/derivation.h"

/* The first day of the @months before a term whose last day, inclusive, is @last_day; GB_DATE_NONE
 * where there is no last day, the day after it is out of range or @months is not positive. */
GbDate gb_review_start (GbDate last_day, int months);

/* The same with how it came about; @clause is borrowed and may be NULL. */
GbDerivation gb_review_before (GbDate last_day, int months, const char *clause);

/* @date where the text states the day, else @months before @last_day; the clause and no date where
 * neither gives one. */
GbDerivation gb_review_derive (GbDate date, int months, GbDate last_day, const char *clause);
