#include "view/almanac.h"

#include "view/words.h"

/* Days further apart than this are not a span worth a table. */
#define SPAN_MAX (200 * 366)

typedef void (*Visit) (GbView *view, GbDate day);

static void
stretch (GbView *view, GbDate day)
{
  if (day == GB_DATE_NONE)
    return;
  GbAlmanac *almanac = &view->almanac;
  if (almanac->first == GB_DATE_NONE) {
    almanac->first = almanac->last = day;
    return;
  }
  almanac->first = MIN (almanac->first, day);
  almanac->last = MAX (almanac->last, day);
}

static void
put (GbView *view, GbDate day)
{
  GbAlmanac *almanac = &view->almanac;
  if (day == GB_DATE_NONE || almanac->days[day - almanac->first] != NULL)
    return;
  char text[GB_DATE_LENGTH];
  GbValue *value = gb_value_object (view->arena);
  gb_value_set_string (value, "iso", gb_arena_strdup (view->arena, gb_date_format (day, text)));
  gb_value_set_string (value, "text", gb_words_date (view->words, view->arena, day));
  almanac->days[day - almanac->first] = value;
}

static void
visit_all (GbView *view, Visit visit)
{
  const GbCorpus *corpus = view->corpus;
  for (guint i = 0; i < corpus->n_policies; i++) {
    const GbPolicyCase *policy = &corpus->policies[i];
    const GbDate days[]
      = { policy->policy->signed_, policy->policy->issued, policy->policy->published,
          policy->effective.date,  policy->last_day.date,  policy->tail.date };
    for (guint k = 0; k < G_N_ELEMENTS (days); k++)
      visit (view, days[k]);
  }
  for (guint i = 0; i < corpus->n_registries; i++) {
    const GbRegistryCase *registry = &corpus->registries[i];
    for (guint k = 0; k < registry->n_days; k++)
      visit (view, registry->days[k]);
    for (guint k = 0; k < registry->n_entries; k++) {
      const GbEntryCase *entry = registry->entries[k];
      for (guint n = 0; n < entry->n_events; n++) {
        visit (view, entry->events[n].when.last);
        visit (view, entry->events[n].from.date);
        visit (view, entry->events[n].to.date);
      }
    }
  }
  for (guint i = 0; i < corpus->n_occasions; i++)
    visit (view, corpus->occasions[i].date);
}

void
gb_almanac_make (GbView *view)
{
  GbAlmanac *almanac = &view->almanac;
  almanac->first = almanac->last = GB_DATE_NONE;
  visit_all (view, stretch);
  if (almanac->first == GB_DATE_NONE || almanac->last - almanac->first > SPAN_MAX) {
    almanac->first = almanac->last = GB_DATE_NONE;
    return;
  }
  almanac->days = gb_arena_newv (view->arena, const GbValue *, almanac->last - almanac->first + 1);
  visit_all (view, put);
}

const GbValue *
gb_almanac_day (const GbView *view, GbDate day)
{
  const GbAlmanac *almanac = &view->almanac;
  return almanac->days == NULL || day < almanac->first || day > almanac->last
           ? NULL
           : almanac->days[day - almanac->first];
}
