/* The page of an entry. */
#include "history/provenance.h"
#include "pages/pages.h"
#include "view/axis.h"
#include "view/entry.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/policy.h"
#include "view/registry.h"
#include "view/scene.h"
#include "view/sentence.h"
#include "view/sheet.h"
#include "view/step.h"
#include "view/words.h"

static const char *
standing_name (const GbEntryCase *entry)
{
  return gb_standing_name (entry->state.standing);
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
    first = gb_date_earlier (first, event->from.date);
    last = MAX (last, event->to.date);
  }
  gb_value_set_null (page, "bar");
  /* How far it would go that was cut short on a day that is not known cannot be drawn. */
  if (last == GB_DATE_NONE || ended.first != ended.last)
    return;
  last = gb_date_earlier (last, ended.last == GB_DATE_NONE ? GB_DATE_NONE : ended.last - 1);
  if (last < first) /* it ended before the term began */
    return;
  gb_axis_widen (&axis, first);
  gb_axis_widen (&axis, last);
  const char *label = gb_words_fill (scene->words, scene->arena, "entry.bar", "from",
                                     gb_words_date (scene->words, scene->arena, first), "to",
                                     gb_words_date (scene->words, scene->arena, last), NULL);
  GbValue *bar = gb_axis_set_bar (scene, page, &axis, label, standing_name (entry));
  gb_step_set_entry (scene, bar, entry, FALSE);
  gb_value_set_null (bar, "tail");
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
  const char *sentence = gb_sentence_entry (scene, entry, &entry->state);
  gb_frame_set (scene, page, "registries",
                gb_words_fill (scene->words, scene->arena, "entry.title", "name", entry->name,
                               "registry", registry->registry->title, NULL),
                sentence);
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.registries"), GB_HREF_REGISTRIES);
  gb_frame_add_crumb (page, registry->registry->title, gb_href_registry (scene->arena, registry));
  gb_provenance_set (scene, page,
                     gb_href_thing (scene->arena, GB_THING_REGISTRY, registry->registry->id),
                     entry->batch->file);
  GbDate published = gb_when_day (entry->certified);
  for (guint i = 0; entry->certified.last == GB_DATE_NONE && i < entry->n_events; i++)
    published = published == GB_DATE_NONE ? gb_when_day (entry->events[i].when) : published;
  gb_frame_set_article (scene, page, published,
                        registry->authority == NULL ? NULL : registry->authority->name, NULL);
  gb_frame_turns (scene, page, entry->state.turns);
  for (guint i = 0; i < entry->n_same_as; i++)
    gb_frame_turns (scene, page, entry->same_as[i]->state.turns);
  GbValue *record = gb_value_set_object (page, "entry");
  gb_entry_record (scene, record, entry);
  gb_scene_set_has (page, "same_as", gb_value_get (record, "same_as"));
  gb_scene_set_has (page, "sources", gb_value_get (record, "sources"));
  gb_registry_set_link (scene, page, "registry", registry);
  gb_policy_set_link (scene, page, "policy", registry->policy);
  if (registry->policy != NULL)
    gb_frame_turns (scene, page, registry->policy->state.turns);
  gb_value_set_string (page, "fact", sentence);
  set_bar (scene, page, entry);
}

void
gb_entry_pages (GbView *view)
{
  const GbCorpus *corpus = view->corpus;
  for (guint i = 0; i < corpus->n_registries; i++) {
    const GbRegistryCase *registry = &corpus->registries[i];
    for (guint k = 0; k < registry->n_entries; k++)
      gb_sheet_add_page (view, gb_href_entry (view->arena, registry->entries[k]), "page/entry",
                         build, registry->entries[k], 0);
  }
}
