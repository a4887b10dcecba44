#include "view/step.h"

#include "view/sentence.h"
#include "view/words.h"

#include <string.h>

/* Of one thing; what is further off is not on its page yet. */
#define STEPS_MAX 4

typedef struct {
  GbScene *scene;
  const char *group; /* of the words */
  const char *last;  /* the name of the status before */
  GString *words;
  GString *facts; /* NULL: not asked for */
} Steps;

static Steps
begin (GbScene *scene, const char *group, const char *now, gboolean facts)
{
  return (Steps){ .scene = scene,
                  .group = group,
                  .last = now,
                  .words = g_string_new (NULL),
                  .facts = facts ? g_string_new (NULL) : NULL };
}

static void
append (GString *out, GbDate day, const char *name, const char *said)
{
  char text[GB_DATE_LENGTH];
  g_string_append_printf (out, "%s%s %s %s", out->len == 0 ? "" : "|", gb_date_format (day, text),
                          name, said);
}

/* TRUE where a sentence is to follow.  @day may be none: what lasts to the end of the calendar. */
static gboolean
add (Steps *steps, GbDate day, const char *name)
{
  if (day == GB_DATE_NONE || strcmp (name, steps->last) == 0)
    return FALSE;
  append (steps->words, day, name, gb_words_in (steps->scene->words, steps->group, name));
  steps->last = name;
  return steps->facts != NULL;
}

static void
set (Steps *steps, GbValue *object, const char *key, GString *out)
{
  gb_value_set_string (
    object, key, out->len == 0 ? NULL : gb_arena_strndup (steps->scene->arena, out->str, out->len));
  g_string_free (out, TRUE);
}

static void
end (Steps *steps, GbValue *object)
{
  set (steps, object, "steps", steps->words);
  if (steps->facts != NULL)
    set (steps, object, "fact_steps", steps->facts);
}

/* Of most things. */
static void
set_none (GbValue *object)
{
  gb_value_set_null (object, "steps");
  gb_value_set_null (object, "fact_steps");
}

void
gb_step_set_policy (GbScene *scene, GbValue *object, const GbPolicyCase *policy, gboolean facts)
{
  if (scene->data)
    return;
  GbForceState state = policy->state;
  if (state.turns == GB_DATE_NONE) {
    set_none (object);
    return;
  }
  Steps steps = begin (scene, "force", gb_force_name (state.force), facts);
  for (guint i = 0; i < STEPS_MAX && state.turns != GB_DATE_NONE; i++) {
    GbDate day = state.turns;
    state = gb_force_on (&policy->dates, day);
    const char *name = gb_force_name (state.force);
    if (add (&steps, day, name))
      append (steps.facts, day, name, gb_sentence_policy (scene, policy, state.force));
  }
  end (&steps, object);
}

void
gb_step_set_entry (GbScene *scene, GbValue *object, const GbEntryCase *entry, gboolean facts)
{
  if (scene->data)
    return;
  GbStandingState state = entry->state;
  if (state.turns == GB_DATE_NONE) {
    set_none (object);
    return;
  }
  Steps steps = begin (scene, "standing", gb_standing_name (state.standing), facts);
  for (guint i = 0; i < STEPS_MAX && state.turns != GB_DATE_NONE; i++) {
    GbDate day = state.turns;
    state = gb_entry_case_on (entry, day);
    const char *name = gb_standing_name (state.standing);
    if (add (&steps, day, name))
      append (steps.facts, day, name, gb_sentence_entry (scene, entry, &state));
  }
  end (&steps, object);
}

static void
add_state (Steps *steps, GbDate day, const GbNoticeCase *notice, GbNoticeState state)
{
  const char *name = gb_notice_state_name (state);
  if (add (steps, day, name))
    append (steps->facts, day, name, gb_sentence_notice (steps->scene, notice, state));
}

void
gb_step_set_notice (GbScene *scene, GbValue *object, const GbNoticeCase *notice, gboolean facts)
{
  if (scene->data)
    return;
  Steps steps = begin (scene, "notice-state", gb_notice_state_name (notice->state), facts);
  GbDate closes = notice->closes.date;
  gboolean upcoming = notice->state == GB_NOTICE_UPCOMING;
  if (upcoming && closes != GB_DATE_NONE)
    add_state (&steps, gb_when_day (notice->notice->opens), notice, GB_NOTICE_OPEN);
  if ((upcoming || notice->state == GB_NOTICE_OPEN) && closes != GB_DATE_NONE)
    add_state (&steps, gb_date_next (closes), notice, GB_NOTICE_CLOSED);
  end (&steps, object);
}
