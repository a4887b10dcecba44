/* What the dates of a page imply for the days after it was made: the statuses to come, each with
 * the first day it holds.  A page that has outlived its day can say so itself. */
#include "view/private.h"

#include <string.h>

/* Of one thing; what is further off is not on its page yet. */
#define STEPS_MAX 4

typedef struct {
  GbScene *scene;
  const char *group; /* of the words */
  const char *last;  /* the name of the status before */
  GString *text;
} Steps;

static Steps
begin (GbScene *scene, const char *group, const char *now)
{
  return (Steps){ .scene = scene, .group = group, .last = now, .text = g_string_new (NULL) };
}

static void
add (Steps *steps, GbDate day, const char *name)
{
  if (strcmp (name, steps->last) == 0)
    return;
  char text[GB_DATE_LENGTH];
  g_string_append_printf (steps->text, "%s%s %s %s", steps->text->len == 0 ? "" : "|",
                          gb_date_format (day, text), name,
                          gb_words_in (steps->scene->words, steps->group, name));
  steps->last = name;
}

static void
end (Steps *steps, GbValue *object)
{
  gb_value_set_string (
    object, "steps",
    steps->text->len == 0
      ? NULL
      : gb_arena_strndup (steps->scene->arena, steps->text->str, steps->text->len));
  g_string_free (steps->text, TRUE);
}

void
gb_policy_set_steps (GbScene *scene, GbValue *object, const GbPolicyCase *policy)
{
  if (scene->data)
    return;
  GbForceState state = policy->state;
  if (state.turns == GB_DATE_NONE) {
    gb_set_null (object, "steps");
    return;
  }
  Steps steps = begin (scene, "force", gb_force_name (state.force));
  for (guint i = 0; i < STEPS_MAX && state.turns != GB_DATE_NONE; i++) {
    GbDate day = state.turns;
    state = gb_force_on (&policy->dates, day);
    add (&steps, day, gb_force_name (state.force));
  }
  end (&steps, object);
}

void
gb_entry_set_steps (GbScene *scene, GbValue *object, const GbEntryCase *entry)
{
  if (scene->data)
    return;
  GbStandingState state = entry->state;
  if (state.turns == GB_DATE_NONE) {
    gb_set_null (object, "steps");
    return;
  }
  Steps steps = begin (scene, "standing", gb_standing_name (state.standing));
  for (guint i = 0; i < STEPS_MAX && state.turns != GB_DATE_NONE; i++) {
    GbDate day = state.turns;
    state = gb_entry_case_on (entry, day);
    add (&steps, day, gb_standing_name (state.standing));
  }
  end (&steps, object);
}

void
gb_notice_set_steps (GbScene *scene, GbValue *object, const GbNoticeCase *notice)
{
  if (scene->data)
    return;
  Steps steps = begin (scene, "notice-state", gb_notice_state_name (notice->state));
  GbDate opens = notice->notice->opens.last;
  GbDate closes = notice->closes.date;
  if (notice->state == GB_NOTICE_UPCOMING && closes != GB_DATE_NONE)
    add (&steps, opens, gb_notice_state_name (GB_NOTICE_OPEN));
  if ((notice->state == GB_NOTICE_UPCOMING || notice->state == GB_NOTICE_OPEN)
      && closes != GB_DATE_NONE)
    add (&steps, closes + 1, gb_notice_state_name (GB_NOTICE_CLOSED));
  end (&steps, object);
}
