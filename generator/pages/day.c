/* A registry as it stood on a day on which it changed. */
#include "history/provenance.h"
#include "pages/pages.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/registry.h"
#include "view/roster.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

/* A registry as it stood on a day on which it changed. */
typedef struct {
  const GbRegistryCase *registry;
  GbDate day;
  guint counts[GB_STANDING_COUNT];
  guint *starts; /* for each part of the page: the index of its first entry */
  guint n_rows;
  guint *changed; /* the indices of the entries that read differently than the day before */
  guint n_changed;
  guint index; /* in registry->days */
} GbRegistryDay;

static void
set_neighbour (GbScene *scene, GbValue *page, const char *key, const GbRegistryCase *registry,
               guint index)
{
  if (index >= registry->n_days) {
    gb_value_set_null (page, key);
    return;
  }
  GbValue *value = gb_value_set_object (page, key);
  gb_scene_set_date (scene, value, "date", registry->days[index]);
  gb_value_set_string (value, "href", gb_href_day (scene->arena, registry, registry->days[index]));
}

static gboolean
differs (const GbStandingState *before, const GbStandingState *state)
{
  return before->standing != state->standing || before->last_day != state->last_day
         || g_strcmp0 (before->name, state->name) != 0;
}

static void
append_row (GbScene *scene, GbValue *rows, const GbEntryCase *entry, GbDate day,
            const GbStandingState *state, gboolean changed)
{
  GbValue *row = gb_value_append_object (rows);
  gb_value_set_string (row, "href", gb_href_entry (scene->arena, entry));
  gb_value_set_string (row, "name", state->name != NULL ? state->name : entry->entry->name);
  gb_value_set_string (row, "region", entry->entry->region);
  gb_value_set_string (row, "industry", entry->industry);
  gb_value_set_string (row, "batch", gb_scene_batch_title (scene, entry->batch));
  gb_scene_set_word (scene, row, "standing", "standing", gb_standing_name (state->standing));
  gb_scene_set_date (scene, row, "last_day",
                     state->ended.last == GB_DATE_NONE ? state->last_day : GB_DATE_NONE);
  gb_value_set_boolean (row, "changed", changed);
  GbStanding before = changed ? gb_entry_case_on (entry, day - 1).standing : GB_STANDING_NONE;
  if (before != GB_STANDING_NONE)
    gb_scene_set_word (scene, row, "before", "standing", gb_standing_name (before));
  else
    gb_value_set_null (row, "before");
}

/* Changes that may have come between the days beside this one: of which day they were is not known,
 * so that there is no page of it. */
static void
set_inexact (GbScene *scene, GbValue *page, const GbRegistryDay *on)
{
  const GbRegistryCase *registry = on->registry;
  GbDate earlier = on->index > 0 ? registry->days[on->index - 1] : GB_DATE_NONE;
  GbDate later = on->index + 1 < registry->n_days ? registry->days[on->index + 1] : GB_DATE_LAST;
  GbValue *inexact = gb_value_set_array (page, "inexact");
  GbValue *holder = gb_value_object (scene->arena);
  for (guint i = 0; i < registry->n_changes; i++) {
    GbWhen when = registry->changes[i];
    if (when.first == when.last || when.last <= earlier || when.first >= later)
      continue;
    gb_scene_set_when (scene, holder, "when", when);
    gb_value_append (inexact, gb_value_get (holder, "when"));
  }
  gb_scene_set_has (page, "inexact", inexact);
}

/* What the day is remembered for. */
static void
set_changes (GbScene *scene, GbValue *page, const GbRegistryDay *on)
{
  GbValue *changes = gb_value_set_array (page, "changes");
  guint shown = MIN (on->n_changed, GB_RELATED_MAX);
  for (guint i = 0; i < shown; i++) {
    const GbEntryCase *entry = on->registry->entries[on->changed[i]];
    GbStandingState state = gb_entry_case_on (entry, on->day);
    append_row (scene, changes, entry, on->day, &state, TRUE);
  }
  gb_scene_set_has (page, "changes", changes);
  gb_value_set_string (page, "more", gb_scene_more (scene, on->n_changed - shown));
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbRegistryDay *on = sheet->subject;
  const GbRegistryCase *registry = on->registry;
  GbArena *arena = scene->arena;
  const char *title
    = gb_words_fill (scene->words, arena, "day.title", "registry", registry->registry->title,
                     "date", gb_words_date (scene->words, arena, on->day), NULL);
  gb_frame_set (scene, page, "registries", title, NULL);
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.registries"), GB_HREF_REGISTRIES);
  gb_frame_add_crumb (page, registry->registry->title, gb_href_registry (scene->arena, registry));
  gb_frame_set_column (page, gb_scene_word (scene, "nav.registries"));
  const char *thing = gb_href_thing (scene->arena, GB_THING_REGISTRY, registry->registry->id);
  gb_provenance_set (scene, page, thing,
                     gb_arena_join (scene->arena, "content/", thing, "/", NULL));
  gb_registry_set_link (scene, page, "registry", registry);
  gb_scene_set_date (scene, page, "day", on->day);
  gb_value_set_string (page, "banner",
                       gb_words_fill (scene->words, arena, "day.banner", "date",
                                      gb_words_date (scene->words, arena, on->day), NULL));
  /* Days are ascending; the next one may not have come yet when the page was made. */
  set_neighbour (scene, page, "earlier", registry, on->index - 1);
  set_neighbour (scene, page, "later", registry, on->index + 1);
  gb_roster_set_day_link (scene, page, "compare", registry, on->index);
  gb_value_set_boolean (page, "neighbours", registry->n_days > 1);
  set_inexact (scene, page, on);
  if (on->index + 1 == registry->n_days)
    gb_frame_turns (scene, page, registry->turns);
  gb_value_set_boolean (page, "bygone", TRUE);

  if (sheet->part == 0)
    set_changes (scene, page, on);
  else
    gb_scene_set_has (page, "changes", NULL);
  GbValue *counts = gb_value_set_array (page, "counts");
  for (guint i = 0; i < GB_STANDING_COUNT; i++) {
    if (i == GB_STANDING_NONE || on->counts[i] == 0)
      continue;
    GbValue *value = gb_value_append_object (counts);
    gb_scene_set_word (scene, value, "standing", "standing", gb_standing_name ((GbStanding)i));
    gb_value_set_integer (value, "count", on->counts[i]);
  }
  guint first, end;
  gb_frame_set_pager (scene, page, gb_href_day (arena, registry, on->day), sheet->part, on->n_rows,
                      &first, &end);
  GbValue *rows = gb_value_set_array (page, "rows");
  guint next = 0; /* of the changed entries, which stand in the order of all */
  for (guint i = on->starts[sheet->part]; rows->length < end - first; i++) {
    const GbEntryCase *entry = registry->entries[i];
    GbStandingState state = gb_entry_case_on (entry, on->day);
    if (state.standing == GB_STANDING_NONE)
      continue;
    while (next < on->n_changed && on->changed[next] < i)
      next++;
    gboolean changed = next < on->n_changed && on->changed[next] == i;
    append_row (scene, rows, entry, on->day, &state, changed);
  }
}

/* Counts the rows once, so that no part has to be counted up to. */
static const GbRegistryDay *
survey (GbView *view, const GbRegistryCase *registry, guint index)
{
  GbRegistryDay *on = gb_arena_new0 (view->arena, GbRegistryDay);
  on->registry = registry;
  on->index = index;
  on->day = registry->days[index];
  on->starts = gb_arena_newv (view->arena, guint, registry->n_entries / GB_ROWS + 1);
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < registry->n_entries; i++) {
    GbStandingState state = gb_entry_case_on (registry->entries[i], on->day);
    on->counts[state.standing]++;
    if (state.standing == GB_STANDING_NONE)
      continue;
    if (on->n_rows % GB_ROWS == 0)
      on->starts[on->n_rows / GB_ROWS] = i;
    on->n_rows++;
    GbStandingState before = gb_entry_case_on (registry->entries[i], on->day - 1);
    if (differs (&before, &state))
      g_array_append_val (changed, i);
  }
  on->changed = gb_arena_seal (view->arena, changed, &on->n_changed);
  return on;
}

void
gb_day_pages (GbView *view)
{
  const GbCorpus *corpus = view->corpus;
  for (guint i = 0; i < corpus->n_registries; i++) {
    const GbRegistryCase *registry = &corpus->registries[i];
    for (guint k = 0; k < registry->n_days; k++) {
      const GbRegistryDay *on = survey (view, registry, k);
      gb_sheet_add_list (view, gb_href_day (view->arena, registry, on->day), "page/registry-day",
                         build, on, on->n_rows);
    }
  }
}
