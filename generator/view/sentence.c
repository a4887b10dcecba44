#include "view/sentence.h"

#include "view/scene.h"
#include "view/words.h"

/* -- of an entry -- */

/* Rules that set no term have ended: since when and by what. */
static const char *
lapsed_fact (GbScene *scene, const GbEntryCase *entry)
{
  const GbForceDates *dates = &entry->registry->policy->dates;
  GbDate last = gb_force_last_day (dates);
  const char *rules = "entry-fact.rules-expired";
  if (last != dates->last_day) {
    rules = dates->annulled == last + 1   ? "entry-fact.rules-annulled"
            : dates->repealed == last + 1 ? "entry-fact.rules-repealed"
                                          : "entry-fact.rules-replaced";
    last = last + 1;
  }
  const char *ended = gb_words_fill (scene->words, scene->arena, rules, "date",
                                     gb_words_date (scene->words, scene->arena, last), NULL);
  return gb_words_fill (scene->words, scene->arena, "entry-fact.on-record", "rules", ended, NULL);
}

const char *
gb_sentence_entry (GbScene *scene, const GbEntryCase *entry, const GbStandingState *state)
{
  const char *pattern = NULL;
  GbWhen when = { state->last_day, state->last_day };
  gboolean known = gb_when_day (state->closes) != GB_DATE_NONE;
  switch (state->standing) {
  case GB_STANDING_NONE:
    pattern = "entry-fact.none";
    break;
  case GB_STANDING_PROPOSED:
    pattern = "entry-fact.proposed";
    break;
  case GB_STANDING_ON_NOTICE:
    when = state->closes;
    pattern = known ? "entry-fact.on-notice-until" : "entry-fact.on-notice";
    break;
  case GB_STANDING_NOTICE_CLOSED:
    when = state->closes;
    pattern = known ? "entry-fact.notice-closed-on" : "entry-fact.notice-closed";
    break;
  case GB_STANDING_CERTIFIED:
  case GB_STANDING_REVIEW_DUE:
    pattern = when.last == GB_DATE_NONE     ? "entry-fact.certified"
              : state->from == GB_DATE_NONE ? "entry-fact.certified-until"
                                            : "entry-fact.certified-from-until";
    break;
  case GB_STANDING_ON_RECORD:
    return lapsed_fact (scene, entry);
  case GB_STANDING_TERM_ENDED:
    pattern = "entry-fact.term-ended";
    break;
  case GB_STANDING_REVOKED:
    when = state->ended;
    pattern = gb_when_day (when) != GB_DATE_NONE ? "entry-fact.revoked" : "entry-fact.revoked-in";
    break;
  case GB_STANDING_WITHDRAWN:
    when = state->ended;
    pattern
      = gb_when_day (when) != GB_DATE_NONE ? "entry-fact.withdrawn" : "entry-fact.withdrawn-in";
    break;
  }
  const char *text = gb_words_fill (scene->words, scene->arena, pattern, "date",
                                    gb_words_when (scene->words, scene->arena, when), "from",
                                    gb_words_date (scene->words, scene->arena, state->from), NULL);
  if (state->standing != GB_STANDING_REVIEW_DUE)
    return text;
  return gb_words_fill (scene->words, scene->arena, "why.joined", "a", text, "b",
                        gb_scene_word (scene, "entry-fact.review-due"), NULL);
}

/* -- of a notice -- */

static const char *
fact_pattern (GbNoticeState state, gboolean dated)
{
  switch (state) {
  case GB_NOTICE_UPCOMING:
    return dated ? "notice-fact.upcoming-until" : "notice-fact.upcoming";
  case GB_NOTICE_OPEN:
    return dated ? "notice-fact.open-until" : "notice-fact.open";
  case GB_NOTICE_CLOSED:
    return dated ? "notice-fact.closed-on" : "notice-fact.closed";
  case GB_NOTICE_CONCLUDED:
    return dated ? "notice-fact.concluded-on" : "notice-fact.concluded";
  case GB_NOTICE_UNKNOWN:
    break;
  }
  return "notice-fact.unknown";
}

const char *
gb_sentence_notice (GbScene *scene, const GbNoticeCase *notice, GbNoticeState state)
{
  GbDate date = notice->closes.date;
  if (state == GB_NOTICE_CONCLUDED)
    date = notice->notice->outcome == NULL ? GB_DATE_NONE : notice->notice->outcome->date;
  return gb_words_fill (scene->words, scene->arena, fact_pattern (state, date != GB_DATE_NONE),
                        "date", gb_words_date (scene->words, scene->arena, date), "opens",
                        gb_words_when (scene->words, scene->arena, notice->notice->opens), NULL);
}

/* -- of a policy -- */

static const char *
start_phrase (GbScene *scene, const GbPolicyCase *policy, GbForce force)
{
  GbDate date = policy->effective.date;
  if (date == GB_DATE_NONE)
    return gb_scene_word (scene, policy->effect_not_stated ? "fact.start-not-stated"
                                                           : "fact.start-unknown");
  return gb_scene_fill_date (scene, force == GB_FORCE_NOT_YET ? "fact.start-future" : "fact.start",
                             date);
}

static const char *
end_phrase (GbScene *scene, const GbPolicyCase *policy, GbForce force)
{
  const GbForceDates *dates = &policy->dates;
  switch (force) {
  case GB_FORCE_ANNULLED:
    return gb_scene_fill_date (scene, "fact.annulled", dates->annulled);
  case GB_FORCE_REPEALED:
    return gb_scene_fill_date (scene, "fact.repealed", dates->repealed);
  case GB_FORCE_REPLACED:
    return gb_scene_fill_date (scene, "fact.replaced", dates->replaced);
  case GB_FORCE_EXPIRED:
    return gb_scene_fill_date (scene, "fact.expired", dates->last_day);
  case GB_FORCE_NOT_YET:
  case GB_FORCE_IN_FORCE:
  case GB_FORCE_EFFECT_NOT_RECORDED:
    break;
  }
  static const char *const open[] = { "fact.until", "fact.indefinite", "fact.not-stated",
                                      "fact.end-unknown", "fact.end-not-recorded" };
  G_STATIC_ASSERT (G_N_ELEMENTS (open) == GB_VOCABULARY_COUNT (GB_OPEN_ENDS) + 1);
  return gb_scene_fill_date (scene, open[policy->open_end], dates->last_day);
}

const char *
gb_sentence_policy (GbScene *scene, const GbPolicyCase *policy, GbForce force)
{
  return gb_words_fill (scene->words, scene->arena, "fact.pair", "a",
                        start_phrase (scene, policy, force), "b", end_phrase (scene, policy, force),
                        NULL);
}
