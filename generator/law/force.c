#include "law/force.h"

static gboolean
reached (GbDate boundary, GbDate day)
{
  return boundary != GB_DATE_NONE && day >= boundary;
}

static GbForceState
state_on (const GbForceDates *dates, GbDate day)
{
  gboolean over = reached (gb_date_next (dates->last_day), day);
  GbForceState state = { .force = GB_FORCE_IN_FORCE, .turns = GB_DATE_NONE };
  if (reached (dates->annulled, day))
    state.force = GB_FORCE_ANNULLED;
  else if (reached (dates->repealed, day))
    state.force = GB_FORCE_REPEALED;
  else if (reached (dates->replaced, day))
    state.force = GB_FORCE_REPLACED;
  else if (over)
    state.force = GB_FORCE_EXPIRED;
  else if (dates->effective == GB_DATE_NONE)
    state.force = GB_FORCE_EFFECT_NOT_RECORDED;
  else if (day < dates->effective)
    state.force = GB_FORCE_NOT_YET;
  /* A text that replaces an expired one leaves its tail alone; repeal and annulment do not. */
  state.tail_running = over && dates->tail != GB_DATE_NONE && day <= dates->tail
                       && (state.force == GB_FORCE_EXPIRED || state.force == GB_FORCE_REPLACED);
  state.review_due = !gb_force_is_over (state.force) && state.force != GB_FORCE_NOT_YET
                     && reached (dates->review, day);
  return state;
}

GbForceState
gb_force_on (const GbForceDates *dates, GbDate day)
{
  GbForceState state = state_on (dates, day);
  /* Between two neighbours of these nothing changes, so the first that differs is the turn. */
  const GbDate boundaries[] = { dates->effective,
                                gb_date_next (dates->last_day),
                                gb_date_next (dates->tail),
                                dates->repealed,
                                dates->annulled,
                                dates->replaced,
                                dates->review };
  for (guint i = 0; i < G_N_ELEMENTS (boundaries); i++) {
    GbDate boundary = boundaries[i];
    if (boundary == GB_DATE_NONE || boundary <= day
        || (state.turns != GB_DATE_NONE && boundary >= state.turns))
      continue;
    GbForceState then = state_on (dates, boundary);
    if (then.force != state.force || then.tail_running != state.tail_running
        || then.review_due != state.review_due)
      state.turns = boundary;
  }
  return state;
}

gboolean
gb_force_is_over (GbForce force)
{
  return force == GB_FORCE_EXPIRED || force == GB_FORCE_REPEALED || force == GB_FORCE_ANNULLED
         || force == GB_FORCE_REPLACED;
}

GbDate
gb_force_last_day (const GbForceDates *dates)
{
  GbDate last = dates->last_day;
  const GbDate ends[] = { dates->repealed, dates->annulled, dates->replaced };
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i] != GB_DATE_NONE && (last == GB_DATE_NONE || ends[i] - 1 < last))
      last = ends[i] - 1;
  return last;
}

GB_VOCABULARY_NAMES (GbForce, force, GB_FORCES)
