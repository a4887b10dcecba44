/* One entry of a registry: as a row, as a record, and on its page. */
#include "view/private.h"

static const char *
standing_name (const GbEntryCase *entry)
{
  return gb_standing_name (entry->state.standing);
}

void
gb_entry_row (GbScene *scene, GbValue *record, const GbEntryCase *entry)
{
  gb_value_set_string (record, "id", entry->entry->id);
  gb_value_set_string (record, "href", gb_scene_entry_href (scene, entry));
  gb_value_set_string (record, "name", entry->name);
  gb_value_set_string (record, "region", entry->entry->region);
  gb_value_set_string (record, "industry", entry->industry);
  gb_value_set_string (record, "group", entry->entry->group);
  gb_value_set_string (record, "batch", gb_scene_batch_title (scene, entry->batch));
  gb_scene_set_when (scene, record, "certified", entry->certified);
  /* What was cut short does not last to the end of its term. */
  gb_scene_set_date (scene, record, "last_day",
                     entry->state.ended.last == GB_DATE_NONE ? entry->last_day.date : GB_DATE_NONE);
  gb_scene_set_word (scene, record, "standing", "standing", standing_name (entry));
  gb_entry_set_steps (scene, record, entry, FALSE);
}

/* -- events -- */

static void
set_ground (GbScene *scene, GbValue *value, const GbEntryCase *entry, const GbGround *ground)
{
  if (ground == NULL) {
    gb_set_null (value, "ground");
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
    gb_set_null (value, "notice");
  } else if (scene->data) {
    gb_value_set_string (value, "notice", event->notice->notice->id);
  } else {
    GbValue *notice = gb_value_set_object (value, "notice");
    gb_value_set_string (notice, "title", event->notice->notice->title);
    gb_value_set_string (notice, "href", gb_scene_notice_href (scene, event->notice));
    gb_scene_set_date (scene, notice, "closes", event->notice->closes.date);
  }
  gb_scene_set_derivation (scene, value, "from", &event->from, own, FALSE);
  gb_scene_set_derivation (scene, value, "to", &event->to, own, FALSE);
  if (!scene->data) {
    if (event->to.date == GB_DATE_NONE) {
      gb_set_null (value, "term");
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
    gb_set_null (value, "result");
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
  gb_entry_set_steps (scene, record, entry, TRUE);
  gb_scene_set_when (scene, record, "certified", entry->certified);
  gb_scene_set_derivation (scene, record, "from", &entry->from, own, FALSE);
  gb_scene_set_derivation (scene, record, "last_day", &entry->last_day, own, FALSE);
  GbDate last = entry->last_day.date;
  if (!scene->data) /* what was cut short does not last so long */
    gb_value_set_boolean (record, "ends",
                          last != GB_DATE_NONE
                            && gb_standing_is_certified (gb_entry_case_on (entry, last).standing));
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
    gb_scene_set_registry (scene, value, "registry", other->registry);
    gb_value_append (same, value);
  }
  gb_scene_set_references (scene, record, "sources", &source->sources);
  gb_value_set_string (record, "note", source->note);
}

void
gb_entry_data (GbScene *scene, GbValue *record, const GbEntryCase *entry)
{
  gb_entry_record (scene, record, entry);
  gb_value_set_string (record, "url", gb_scene_address (scene, gb_scene_entry_href (scene, entry)));
  gb_scene_set_date (scene, record, "turns", entry->state.turns);
}

/* -- the page -- */

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
gb_entry_fact (GbScene *scene, const GbEntryCase *entry, const GbStandingState *state)
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

/* The terms it was granted, up to the day before it was revoked or left. */
static void
set_bar (GbScene *scene, GbValue *page, const GbEntryCase *entry)
{
  GbWhen ended = entry->state.ended;
  GbAxis axis = { 0 };
  GbDate first = GB_DATE_NONE, last = GB_DATE_NONE;
  for (guint i = 0; i < entry->n_events; i++) {
    const GbEventCase *event = &entry->events[i];
    if (event->to.date == GB_DATE_NONE || event->from.date == GB_DATE_NONE)
      continue;
    first = gb_sooner (first, event->from.date);
    last = MAX (last, event->to.date);
  }
  gb_set_null (page, "bar");
  /* How far it would go that was cut short on a day that is not known cannot be drawn. */
  if (last == GB_DATE_NONE || ended.first != ended.last)
    return;
  last = gb_sooner (last, ended.last == GB_DATE_NONE ? GB_DATE_NONE : ended.last - 1);
  if (last < first) /* it ended before the term began */
    return;
  gb_axis_widen (&axis, first);
  gb_axis_widen (&axis, last);
  const char *label = gb_words_fill (scene->words, scene->arena, "entry.bar", "from",
                                     gb_words_date (scene->words, scene->arena, first), "to",
                                     gb_words_date (scene->words, scene->arena, last), NULL);
  GbValue *bar = gb_axis_set_bar (scene, page, &axis, label, standing_name (entry));
  gb_entry_set_steps (scene, bar, entry, FALSE);
  gb_set_null (bar, "tail");
  GbValue *spans = gb_value_set_array (bar, "spans");
  for (guint i = 0; i < entry->n_events; i++) {
    const GbEventCase *event = &entry->events[i];
    if (event->to.date != GB_DATE_NONE && event->from.date != GB_DATE_NONE
        && event->from.date <= last)
      gb_axis_append_span (scene, spans, &axis, event->from.date, MIN (event->to.date, last),
                           FALSE);
  }
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbEntryCase *entry = sheet->subject;
  const GbRegistryCase *registry = entry->registry;
  const char *sentence = gb_entry_fact (scene, entry, &entry->state);
  gb_scene_frame (scene, page, "registries",
                  gb_words_fill (scene->words, scene->arena, "entry.title", "name", entry->name,
                                 "registry", registry->registry->title, NULL),
                  sentence);
  gb_scene_crumb (scene, page, gb_scene_word (scene, "nav.registries"), "registries/");
  gb_scene_crumb (scene, page, registry->registry->title, gb_scene_registry_href (scene, registry));
  gb_view_set_provenance (scene, page,
                          gb_scene_join (scene, "registries/", registry->registry->id, NULL),
                          entry->batch->file);
  GbDate published = gb_when_day (entry->certified);
  for (guint i = 0; entry->certified.last == GB_DATE_NONE && i < entry->n_events; i++)
    published = published == GB_DATE_NONE ? gb_when_day (entry->events[i].when) : published;
  gb_scene_article (scene, page, published,
                    registry->authority == NULL ? NULL : registry->authority->name, NULL);
  gb_scene_turns (scene, page, entry->state.turns);
  for (guint i = 0; i < entry->n_same_as; i++)
    gb_scene_turns (scene, page, entry->same_as[i]->state.turns);
  GbValue *record = gb_value_set_object (page, "entry");
  gb_entry_record (scene, record, entry);
  gb_scene_set_has (page, "same_as", gb_value_get (record, "same_as"));
  gb_scene_set_has (page, "sources", gb_value_get (record, "sources"));
  gb_scene_set_registry (scene, page, "registry", registry);
  gb_scene_set_policy (scene, page, "policy", registry->policy);
  if (registry->policy != NULL)
    gb_scene_turns (scene, page, registry->policy->state.turns);
  gb_value_set_string (page, "fact", sentence);
  set_bar (scene, page, entry);
}

void
gb_entry_sheets (GbView *view)
{
  const GbCorpus *corpus = view->corpus;
  for (guint i = 0; i < corpus->n_registries; i++) {
    const GbRegistryCase *registry = &corpus->registries[i];
    for (guint k = 0; k < registry->n_entries; k++)
      gb_view_add (view,
                   gb_arena_printf (view->arena, "registries/%s/entries/%s/index.html",
                                    registry->registry->id, registry->entries[k]->entry->id),
                   "page/entry", build, registry->entries[k], 0);
  }
}
