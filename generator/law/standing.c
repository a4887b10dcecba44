#include "law/standing.h"

#include "law/review.h"

/* Days on which an entry is certified. */
typedef struct {
  gboolean given;
  GbWhen from; /* counts from its last day */
  GbDate to;   /* none: no end is known */
  GbDate lapses;
} Span;

/* What the events up to a day add up to. */
typedef struct {
  GbStanding candidacy; /* NONE, PROPOSED or ON_NOTICE: the way to the decision */
  GbWhen closes;        /* of the notice */
  GbStanding ending;    /* REVOKED or WITHDRAWN, or NONE */
  Span term;
  Span next; /* decided, but a gap after the term */
  int review_months;
} Record;

/* The day from which @span is only on record: no right of it can be claimed for ever under rules
 * that are no longer in force. */
static GbDate
lapse_of (const Span *span)
{
  return span->to == GB_DATE_NONE ? gb_date_next (span->lapses) : GB_DATE_NONE;
}

static GbStanding
standing_of (const Record *record, GbDate day)
{
  if (record->ending != GB_STANDING_NONE)
    return record->ending;
  const Span *span
    = record->next.given && day >= record->next.from.last ? &record->next : &record->term;
  if (span->given && day >= span->from.last) {
    GbDate review = gb_review_start (span->to, record->review_months);
    if (span->to != GB_DATE_NONE && day > span->to)
      return GB_STANDING_TERM_ENDED;
    if (lapse_of (span) != GB_DATE_NONE && day >= lapse_of (span))
      return GB_STANDING_ON_RECORD;
    return review != GB_DATE_NONE && day >= review ? GB_STANDING_REVIEW_DUE : GB_STANDING_CERTIFIED;
  }
  if (record->candidacy == GB_STANDING_ON_NOTICE && record->closes.last != GB_DATE_NONE
      && day > record->closes.last)
    return GB_STANDING_NOTICE_CLOSED;
  /* Certified, but not yet: whatever led there, something is on record. */
  if (record->candidacy == GB_STANDING_NONE && span->given)
    return GB_STANDING_PROPOSED;
  return record->candidacy;
}

/* An application, a proposal or a notice; it counts only where no certification was given or the
 * one given was ended by a decision, so that the notice of a renewal hides no standing. */
static void
add_candidacy (Record *record, GbStanding candidacy, GbWhen closes)
{
  if (record->term.given)
    return;
  record->ending = GB_STANDING_NONE;
  if (candidacy == GB_STANDING_PROPOSED && record->candidacy == GB_STANDING_ON_NOTICE)
    return; /* an inexact day of proposal sorts after the notice it led to */
  record->candidacy = candidacy;
  record->closes = closes;
}

static void
add_term (Record *record, GbDate day, const Span *added)
{
  if (record->next.given && day >= record->next.from.last) {
    record->term = record->next;
    record->next.given = FALSE;
  }
  Span *last = record->next.given ? &record->next : &record->term;
  /* An early renewal runs on from the term, which goes on meanwhile. */
  if (last->given && (last->to == GB_DATE_NONE || added->from.last <= gb_date_next (last->to))) {
    if (added->from.last < last->from.last)
      last->from = added->from;
    last->to = added->to;
    last->lapses = added->lapses;
  } else if (last->given) {
    record->next = *added;
  } else {
    record->term = *added;
  }
}

static void
end (Record *record, GbStanding ending)
{
  *record = (Record){ .ending = ending,
                      .candidacy = GB_STANDING_NONE,
                      .closes = GB_WHEN_NONE,
                      .review_months = record->review_months };
}

static void
apply (Record *record, GbStandingState *state, const GbStep *step)
{
  switch (step->kind) {
  case GB_EVENT_APPLIED:
  case GB_EVENT_PROPOSED:
    add_candidacy (record, GB_STANDING_PROPOSED, GB_WHEN_NONE);
    break;
  case GB_EVENT_NOTICED:
    add_candidacy (record, GB_STANDING_ON_NOTICE, step->closes);
    state->closes = step->closes;
    break;
  case GB_EVENT_RENEWED:
    if (record->ending != GB_STANDING_NONE)
      break; /* nothing is left to renew */
    G_GNUC_FALLTHROUGH;
  case GB_EVENT_CERTIFIED: {
    GbDate from = step->from;
    if (from == GB_DATE_NONE && step->kind == GB_EVENT_RENEWED)
      from = gb_date_next (state->last_day);
    Span added = { .given = TRUE,
                   .from = from == GB_DATE_NONE ? step->when : (GbWhen){ from, from },
                   .to = step->to,
                   .lapses = step->lapses };
    record->ending = GB_STANDING_NONE;
    add_term (record, step->when.last, &added);
    if (step->kind == GB_EVENT_CERTIFIED && state->certified.last == GB_DATE_NONE)
      state->certified = step->when;
    state->from = gb_when_day (added.from);
    state->last_day = added.to;
    state->ended = GB_WHEN_NONE;
    break;
  }
  case GB_EVENT_REVOKED:
  case GB_EVENT_WITHDRAWN:
    end (record, step->kind == GB_EVENT_REVOKED ? GB_STANDING_REVOKED : GB_STANDING_WITHDRAWN);
    state->ended = step->when;
    break;
  case GB_EVENT_RENAMED:
    if (step->name != NULL)
      state->name = step->name;
    break;
  case GB_EVENT_REPORTED:
  case GB_EVENT_EVALUATED:
    break;
  }
}

static GbDate
sooner_after (GbDate day, GbDate known, GbDate boundary)
{
  if (boundary == GB_DATE_NONE || boundary <= day)
    return known;
  return known == GB_DATE_NONE ? boundary : MIN (known, boundary);
}

/* Takes @boundary for the turn if it comes sooner. */
static void
consider (GbStandingState *state, GbDate day, GbWhen boundary)
{
  state->turns = sooner_after (day, state->turns, gb_when_day (boundary));
  state->moves = sooner_after (day, state->moves, boundary.last);
}

static GbWhen
exactly (GbDate day)
{
  return (GbWhen){ day, day };
}

GbStandingState
gb_standing_on (const GbStep *steps, guint n_steps, int review_months, GbDate day)
{
  GbStandingState state = GB_STANDING_STATE_NONE;
  Record record = { .candidacy = GB_STANDING_NONE,
                    .closes = GB_WHEN_NONE,
                    .ending = GB_STANDING_NONE,
                    .review_months = review_months };
  for (guint i = 0; i < n_steps; i++) {
    if (!gb_date_is_valid (steps[i].when.last))
      continue;
    if (steps[i].when.last <= day)
      apply (&record, &state, &steps[i]);
    else
      consider (&state, day, steps[i].when);
  }
  state.standing = standing_of (&record, day);

  /* Between two neighbours of these nothing changes, so the first that differs is the turn. */
  const GbWhen boundaries[] = {
    { gb_date_next (record.closes.first), gb_date_next (record.closes.last) },
    record.term.given ? record.term.from : GB_WHEN_NONE,
    exactly (record.term.given ? gb_date_next (record.term.to) : GB_DATE_NONE),
    exactly (record.term.given ? lapse_of (&record.term) : GB_DATE_NONE),
    exactly (record.term.given ? gb_review_start (record.term.to, review_months) : GB_DATE_NONE),
    record.next.given ? record.next.from : GB_WHEN_NONE,
    exactly (record.next.given ? gb_date_next (record.next.to) : GB_DATE_NONE),
    exactly (record.next.given ? lapse_of (&record.next) : GB_DATE_NONE),
    exactly (record.next.given ? gb_review_start (record.next.to, review_months) : GB_DATE_NONE),
  };
  for (guint i = 0; i < G_N_ELEMENTS (boundaries); i++) {
    if (boundaries[i].last != GB_DATE_NONE
        && standing_of (&record, boundaries[i].last) != state.standing)
      consider (&state, day, boundaries[i]);
  }
  return state;
}

GB_VOCABULARY_NAMES (GbStanding, standing, GB_STANDINGS)

gboolean
gb_standing_is_certified (GbStanding standing)
{
  return standing == GB_STANDING_CERTIFIED || standing == GB_STANDING_REVIEW_DUE;
}

gboolean
gb_standing_is_listed (GbStanding standing)
{
  return gb_standing_is_certified (standing) || standing == GB_STANDING_ON_RECORD;
}
