#include "view/entry.h"

#include "view/href.h"
#include "view/registry.h"
#include "view/scene.h"
#include "view/step.h"
#include "view/words.h"

static const char *
standing_name (const GbEntryCase *entry)
{
  return gb_standing_name (entry->state.standing);
}

void
gb_entry_row (GbScene *scene, GbValue *record, const GbEntryCase *entry)
{
  gb_value_set_string (record, "id", entry->entry->id);
  gb_value_set_string (record, "href", gb_href_entry (scene->arena, entry));
  gb_value_set_string (record, "name", entry->name);
  gb_value_set_string (record, "region", entry->entry->region);
  gb_value_set_string (record, "industry", entry->industry);
  gb_value_set_string (record, "group", entry->entry->group);
  gb_value_set_string (record, "batch", gb_scene_batch_title (scene, entry->batch));
  gb_scene_set_when (scene, record, "certified", entry->certified);
  /* What was cut short does not last to the end of its term. */
  gb_scene_set_date (scene, record, "last_day",
                     entry->state.ended.last == GB_DATE_NONE
                       ? entry->days[GB_ENTRY_DAY_TERM_ENDS].date
                       : GB_DATE_NONE);
  gb_scene_set_word (scene, record, "standing", "standing", standing_name (entry));
  gb_step_set_entry (scene, record, entry, FALSE);
}

/* -- events -- */

static void
set_ground (GbScene *scene, GbValue *value, const GbEntryCase *entry, const GbGround *ground)
{
  if (ground == NULL) {
    gb_value_set_null (value, "ground");
    return;
  }
  if (scene->data) {
    gb_value_set_string (value, "ground", ground->id);
    return;
  }
  GbValue *object = gb_value_set_object (value, "ground");
  gb_value_set_string (object, "text", ground->text);
  gb_scene_set_clause (scene, object, "clause", ground->clause, entry->registry->policy, FALSE);
}

static const char *
duty_title (const GbRegistry *registry, const char *id)
{
  for (guint i = 0; id != NULL && i < registry->duties.length; i++) {
    const GbDuty *duty = GB_LIST_AT (GbDuty, registry->duties, i);
    if (g_strcmp0 (duty->id, id) == 0)
      return duty->title;
  }
  return id;
}

static void
append_event (GbScene *scene, GbValue *events, const GbEntryCase *entry, const GbEventCase *event)
{
  const GbEvent *written = event->event;
  const GbPolicyCase *own = entry->registry->policy;
  GbValue *value = gb_value_object (scene->arena);
  gb_scene_set_when (scene, value, "when", event->when);
  gb_scene_set_word (scene, value, "kind", "event", gb_event_name (event->kind));
  gb_value_set_boolean (value, "implied", written == NULL);
  gb_scene_set_decision (scene, value, "decision", event->decision);
  if (event->notice == NULL) {
    gb_value_set_null (value, "notice");
  } else if (scene->data) {
    gb_value_set_string (value, "notice", event->notice->notice->id);
  } else {
    GbValue *notice = gb_value_set_object (value, "notice");
    gb_value_set_string (notice, "title", event->notice->notice->title);
    gb_value_set_string (notice, "href", gb_href_notice (scene->arena, event->notice));
    gb_scene_set_date (scene, notice, "closes", event->notice->closes.date);
  }
  gb_scene_set_derivation (scene, value, "from", &event->from, own, FALSE);
  gb_scene_set_derivation (scene, value, "to", &event->to, own, FALSE);
  if (!scene->data) {
    if (event->to.date == GB_DATE_NONE) {
      gb_value_set_null (value, "term");
    } else {
      GbValue *term = gb_value_set_object (value, "term");
      gb_scene_set_date (scene, term, "first", event->from.date);
      gb_scene_set_date (scene, term, "last", event->to.date);
    }
  }
  set_ground (scene, value, entry, event->ground);
  gb_value_set_string (value, "name", written == NULL ? NULL : written->name);
  const char *result = written == NULL ? NULL : gb_result_name (written->result);
  if (result == NULL)
    gb_value_set_null (value, "result");
  else
    gb_scene_set_word (scene, value, "result", "result", result);
  const char *duty = written == NULL ? NULL : written->duty;
  gb_value_set_string (value, "duty",
                       scene->data ? duty : duty_title (entry->registry->registry, duty));
  gb_value_set_string (value, "period", written == NULL ? NULL : written->period);
  gb_value_set_string (value, "score", written == NULL ? NULL : written->score);
  gb_value_set_string (value, "note", written == NULL ? NULL : written->note);
  gb_scene_set_reference (scene, value, "source", written == NULL ? NULL : written->source);
  gb_value_append (events, value);
}

void
gb_entry_events (GbScene *scene, GbValue *record, const GbEntryCase *entry)
{
  GbValue *events = gb_value_set_array (record, "events");
  for (guint i = 0; i < entry->n_events; i++)
    append_event (scene, events, entry, &entry->events[i]);
}

static void
set_days (GbScene *scene, GbValue *record, const GbEntryCase *entry)
{
#define TOLD(_, id, occasion, key_, ...) { .day = GB_ENTRY_DAY_##id, .key = key_ },
  static const struct {
    GbEntryDay day;
    const char *key;
  } told[] = { GB_ENTRY_DAYS_TOLD (TOLD, ) };
  GbValue *days = scene->data ? NULL : gb_value_set_array (record, "days");
  for (guint i = 0; i < G_N_ELEMENTS (told); i++) {
    const GbDerivation *derivation = &entry->days[told[i].day];
    gb_scene_set_derivation (scene, record, told[i].key, derivation, entry->registry->policy,
                             FALSE);
    GbValue *day = (GbValue *)gb_value_get (record, told[i].key);
    if (scene->data || !gb_value_is_truthy (day))
      continue;
    gb_value_set_string (day, "name", gb_words_in (scene->words, "field", told[i].key));
    /* What was cut short does not last so long. */
    GbDate date = derivation->date;
    gb_value_set_boolean (day, "ends",
                          date != GB_DATE_NONE
                            && gb_standing_is_certified (gb_entry_case_on (entry, date).standing));
    gb_value_append (days, day);
  }
}

void
gb_entry_record (GbScene *scene, GbValue *record, const GbEntryCase *entry)
{
  const GbEntry *source = entry->entry;
  const GbPolicyCase *own = entry->registry->policy;
  gb_value_set_string (record, "id", source->id);
  gb_value_set_string (record, "name", entry->name);
  gb_value_set_string (record, "first_name", entry->name == source->name ? NULL : source->name);
  gb_value_set_string (record, "batch",
                       scene->data ? entry->batch->id : gb_scene_batch_title (scene, entry->batch));
  gb_value_set_string (record, "region", source->region);
  gb_value_set_string (record, "industry", scene->data ? source->industry : entry->industry);
  gb_value_set_string (record, "group", source->group);
  gb_value_set_string (record, "lead", source->lead);
  gb_value_set_string (record, "support", source->support);
  gb_scene_set_word (scene, record, scene->data ? "status" : "standing", "standing",
                     standing_name (entry));
  gb_step_set_entry (scene, record, entry, TRUE);
  gb_scene_set_when (scene, record, "certified", entry->certified);
  gb_scene_set_derivation (scene, record, "from", &entry->from, own, FALSE);
  set_days (scene, record, entry);
  gb_scene_set_when (scene, record, "ended", entry->state.ended);
  gb_entry_events (scene, record, entry);
  GbValue *same = gb_value_set_array (record, "same_as");
  for (guint i = 0; i < entry->n_same_as; i++) {
    const GbEntryCase *other = entry->same_as[i];
    if (scene->data) {
      gb_value_append_string (
        same,
        gb_arena_printf (scene->arena, "%s/%s", other->registry->registry->id, other->entry->id));
      continue;
    }
    GbValue *value = gb_value_object (scene->arena);
    gb_entry_row (scene, value, other);
    gb_registry_set_link (scene, value, "registry", other->registry);
    gb_value_append (same, value);
  }
  gb_scene_set_references (scene, record, "sources", &source->sources);
  gb_value_set_string (record, "note", source->note);
}

void
gb_entry_data (GbScene *scene, GbValue *record, const GbEntryCase *entry)
{
  gb_entry_record (scene, record, entry);
  gb_value_set_string (record, "url",
                       gb_scene_address (scene, gb_href_entry (scene->arena, entry)));
  gb_scene_set_date (scene, record, "turns", entry->state.turns);
}
