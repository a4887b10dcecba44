/* The force of a policy on a day.
 *
 * A pure function of the dates: the same facts and day give the same status.  Annulment (撤销)
 * makes a text void from the start, repeal (废止) from its day; both outrank replacement, which
 * outranks expiry.  A tail is an effect that outlives the term (资金支出延至…) and is a flag, not a
 * status.
 */
#pragma once

#include "base/vocabulary.h"
#include "law/date.h"

#define GB_FORCES(X)                                                                               \
  X (GB_FORCE_NOT_YET, "not-yet")   /* 尚未施行 */                                             \
  X (GB_FORCE_IN_FORCE, "in-force") /* 现行有效 */                                             \
  X (GB_FORCE_EXPIRED, "expired")   /* 已失效 */                                                \
  X (GB_FORCE_REPEALED, "repealed") /* 已废止 */                                                \
  X (GB_FORCE_ANNULLED, "annulled") /* 已撤销 */                                                \
  X (GB_FORCE_REPLACED, "replaced") /* 已被替代 */                                             \
  /* 施行日期未收录: not known whether it is in force yet */                                \
  X (GB_FORCE_EFFECT_NOT_RECORDED, "effect-not-recorded")
GB_VOCABULARY (GbForce, force, GB_FORCES)
#define GB_FORCE_COUNT GB_VOCABULARY_COUNT (GB_FORCES)

/* Days; GB_DATE_NONE where there is none or it is unknown. */
typedef struct {
  GbDate effective; /* first day of force; none: not on record */
  GbDate last_day;  /* last day of force, inclusive */
  GbDate tail;      /* last day of the tail, inclusive */
  GbDate repealed;  /* void from this day */
  GbDate annulled;  /* the day of annulment; from it on the text is void from the start */
  GbDate replaced;  /* first day of the text that replaces it */
  GbDate review;    /* a review is due from this day while the policy is in force */
} GbForceDates;

typedef struct {
  GbForce force;
  gboolean tail_running; /* the term ran out, its tail did not, and no decision voided it */
  gboolean review_due;
  GbDate turns; /* the next day on which any of this changes, or GB_DATE_NONE */
} GbForceState;

/* On a day before an annulment, the force is what the record said then. */
GbForceState gb_force_on (const GbForceDates *dates, GbDate day);
/* Expired, repealed, annulled or replaced. */
gboolean gb_force_is_over (GbForce force);
/* The last day of force, by whatever ends it first; GB_DATE_NONE where nothing does. */
GbDate gb_force_last_day (const GbForceDates *dates);
