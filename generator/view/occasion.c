#include "view/occasion.h"

#include "view/href.h"
#include "view/notice.h"
#include "view/policy.h"
#include "view/registry.h"
#include "view/scene.h"
#include "view/words.h"

static const char *
batch_subject (GbScene *scene, const GbOccasion *occasion)
{
  /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): it is of a batch. */
  const char *title = occasion->registry->registry->title;
  if (occasion->duty != NULL)
    return gb_words_fill (scene->words, scene->arena, "agenda.of", "a", title, "b",
                          occasion->duty->title, NULL);
  if (occasion->batch == NULL)
    return title;
  return gb_words_fill (scene->words, scene->arena, "agenda.batch", "registry", title, "batch",
                        gb_scene_batch_title (scene, occasion->batch), "n",
                        gb_arena_printf (scene->arena, "%u", occasion->n_entries), NULL);
}

void
gb_occasion_row (GbScene *scene, GbValue *record, const GbOccasion *occasion)
{
  const GbPolicyCase *own = occasion->policy;
  if (occasion->notice != NULL && occasion->notice->registry != NULL)
    own = occasion->notice->registry->policy;
  if (occasion->registry != NULL)
    own = occasion->registry->policy;
  gb_scene_set_date (scene, record, "date", occasion->date);
  gb_scene_set_word (scene, record, "kind", "occasion", gb_occasion_name (occasion->kind));
  gb_value_set_boolean (record, "provisional", occasion->provisional);
  if (scene->data) {
    gb_policy_set_link (scene, record, "policy", occasion->policy);
    gb_notice_set_link (scene, record, "notice", occasion->notice);
    gb_registry_set_link (scene, record, "registry", occasion->registry);
    gb_value_set_string (record, "batch", occasion->batch == NULL ? NULL : occasion->batch->id);
    gb_value_set_string (record, "duty", occasion->duty == NULL ? NULL : occasion->duty->id);
    GbValue *entries = gb_value_set_array (record, "entries");
    for (guint i = 0; i < occasion->n_entries; i++)
      gb_value_append_string (entries, occasion->entries[i]->entry->id);
  } else if (occasion->policy != NULL) {
    gb_scene_set_title (record, occasion->policy->policy->title,
                        gb_href_policy (scene->arena, occasion->policy));
  } else if (occasion->notice != NULL) {
    gb_scene_set_title (record, occasion->notice->notice->title,
                        gb_href_notice (scene->arena, occasion->notice));
  } else {
    gb_scene_set_title (record, batch_subject (scene, occasion),
                        gb_href_registry (scene->arena, occasion->registry));
  }
  /* A date that was read needs no reasons among a hundred others. */
  if (!scene->data
      && (occasion->derivation.rule == GB_RULE_STATED
          || occasion->derivation.rule == GB_RULE_RECORDED))
    gb_value_set_null (record, "why");
  else
    gb_scene_set_derivation (scene, record, scene->data ? "date" : "why", &occasion->derivation,
                             own, FALSE);
}

guint
gb_occasion_next (const GbCorpus *corpus)
{
  guint low = 0, high = corpus->n_occasions;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (corpus->occasions[middle].date < corpus->as_of)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

GbDate
gb_occasion_turns (const GbCorpus *corpus)
{
  /* A duty moves to its next year once its day is over; everything else moves with a status. */
  GbDate turns = corpus->turns;
  for (guint i = gb_occasion_next (corpus); i < corpus->n_occasions; i++)
    if (corpus->occasions[i].kind == GB_OCCASION_DUTY)
      return gb_date_earlier (turns, gb_date_next (corpus->occasions[i].date));
  return turns;
}
