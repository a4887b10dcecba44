/* The standing of an entry on a day: a certification as the sum of its dated events.
 *
 * Events up to and including the day are applied in order; later ones are not known yet, so that
 * the answer for a past day is what the record said then.  An event known to the month or year
 * only is applied once it certainly has happened, and so is what follows from it; no day of the
 * state comes from such a one.  Renewals run from the day after the old
 * term.  Nothing legal is decided here: a term that ran out with no review on record is "term
 * ended", not "revoked".
 *
 * A certification counts from its day or the first day of its term, whichever is later; until then
 * the standing is the one before it (PROPOSED where nothing was on record).  A renewal decided
 * early leaves the running term in force and extends it.  Applications, proposals and notices move
 * the standing only where no certification was given or a decision ended it: the notice of a
 * renewal hides neither a running certification nor one whose term ended.  Only a new
 * certification follows a revocation or withdrawal; a renewal after one is without effect.
 */
#pragma once

#include "law/period.h"
#include "law/term.h"

/* In the order in which those of one day count, but for a new name, which follows a certification.
 */
#define GB_EVENTS(X)                                                                               \
  X (GB_EVENT_APPLIED, "applied")     /* 申报 */                                                 \
  X (GB_EVENT_PROPOSED, "proposed")   /* 拟认定 */                                              \
  X (GB_EVENT_NOTICED, "noticed")     /* 公示 */                                                 \
  X (GB_EVENT_CERTIFIED, "certified") /* 认定 */                                                 \
  X (GB_EVENT_REPORTED, "reported")   /* 年度报告等 */                                        \
  X (GB_EVENT_EVALUATED, "evaluated") /* 评估、复核 */                                        \
  X (GB_EVENT_RENEWED, "renewed")     /* 延续 */                                                 \
  X (GB_EVENT_REVOKED, "revoked")     /* 撤销认定 */                                           \
  X (GB_EVENT_WITHDRAWN, "withdrawn") /* 退出 */                                                 \
  X (GB_EVENT_RENAMED, "renamed")     /* 更名 */
GB_VOCABULARY (GbEventKind, event, GB_EVENTS)

#define GB_STANDINGS(X)                                                                            \
  X (GB_STANDING_NONE, "none")                   /* nothing on record yet */                       \
  X (GB_STANDING_PROPOSED, "proposed")           /* 拟认定 (or applied) */                      \
  X (GB_STANDING_ON_NOTICE, "on-notice")         /* 公示中 */                                   \
  X (GB_STANDING_NOTICE_CLOSED, "notice-closed") /* 公示期满，待公布 */                    \
  X (GB_STANDING_CERTIFIED, "certified")         /* 有效 */                                      \
  X (GB_STANDING_REVIEW_DUE, "review-due")       /* 有效，待复核 */                          \
  X (GB_STANDING_ON_RECORD, "on-record")   /* 在册: no term was set, the rules have ended */     \
  X (GB_STANDING_TERM_ENDED, "term-ended") /* 期满，未见复核记录 */                       \
  X (GB_STANDING_REVOKED, "revoked")       /* 已撤销 */                                         \
  X (GB_STANDING_WITHDRAWN, "withdrawn")   /* 已退出 */
GB_VOCABULARY (GbStanding, standing, GB_STANDINGS)
#define GB_STANDING_COUNT GB_VOCABULARY_COUNT (GB_STANDINGS)

/* One event as far as the standing depends on it.  Events come sorted by day, certain ones as they
 * were written. */
typedef struct {
  GbEventKind kind;
  GbWhen when;
  GbWhen closes;    /* NOTICED: the earliest and latest last day of the notice; none: unknown */
  GbDate from;      /* CERTIFIED, RENEWED: first day of the term, or GB_DATE_NONE */
  GbDate to;        /* CERTIFIED, RENEWED: last day of the term, or GB_DATE_NONE for unknown */
  GbDate lapses;    /* where there is no @to because the rules set no term: their last day in force,
                       or GB_DATE_NONE while nothing ends them */
  const char *name; /* RENAMED: the new name */
} GbStep;

typedef struct {
  GbStanding standing;
  const char *name; /* the latest new name, or NULL where never renamed */
  GbWhen closes; /* last day of the notice it stands or stood in, as in its step; none: unknown */
  GbWhen certified; /* the first certification, or none */
  GbDate from;      /* of the term last decided, which may begin later; kept after an ending; none:
                       unknown */
  GbDate last_day;  /* of that term, inclusive; none: unknown or none stated */
  GbWhen ended;     /* the last revocation or withdrawal; none again once certified anew */
  GbDate turns;     /* the next day on which the standing changes by itself or an event follows */
  GbDate moves;     /* the same with the last days of what is inexact: for comparing, not for
                       telling */
} GbStandingState;

#define GB_STANDING_STATE_NONE                                                                     \
  ((GbStandingState){ .standing = GB_STANDING_NONE,                                                \
                      .closes = GB_WHEN_NONE,                                                      \
                      .certified = GB_WHEN_NONE,                                                   \
                      .from = GB_DATE_NONE,                                                        \
                      .last_day = GB_DATE_NONE,                                                    \
                      .ended = GB_WHEN_NONE,                                                       \
                      .turns = GB_DATE_NONE,                                                       \
                      .moves = GB_DATE_NONE })

/* @review_months: a review is due that many months before the last day (0: the scheme names no such
 * window, so the standing never is REVIEW_DUE).  Steps without a day are passed over. */
GbStandingState gb_standing_on (const GbStep *steps, guint n_steps, int review_months, GbDate day);
/* Certified on that day: CERTIFIED or REVIEW_DUE. */
gboolean gb_standing_is_certified (GbStanding standing);
/* A certification stands, in force or not: that, or ON_RECORD. */
gboolean gb_standing_is_listed (GbStanding standing);
