/* Pages that compare two lists of a registry: neighbouring batches, a notice with the batch that
 * came of it, neighbouring days of change. */
#include "corpus/roster.h"
#include "pages/pages.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/registry.h"
#include "view/roster.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

/* A comparison that has pages. */
typedef struct {
  const GbRoster *roster;
  const char *folder;
} Subject;

/* -- a row -- */

static void
set_event (GbScene *scene, GbValue *value, const GbRosterReason *reason)
{
  const GbEventCase *event = reason->event;
  const GbEvent *written = event == NULL ? NULL : event->event;
  gb_value_set_string (value, "ground",
                       event == NULL || event->ground == NULL ? NULL : event->ground->text);
  gb_value_set_string (value, "score", written == NULL ? NULL : written->score);
  const char *result = written == NULL ? NULL : gb_result_name (written->result);
  gb_scene_set_word (scene, value, "result", "result", result);
  /* Only its name: its state would turn on days of its own. */
  if (event == NULL || event->notice == NULL) {
    gb_value_set_null (value, "notice");
    return;
  }
  GbValue *notice = gb_value_set_object (value, "notice");
  gb_scene_set_title (notice, event->notice->notice->title,
                      gb_href_notice (scene->arena, event->notice));
}

static void
append_reason (GbScene *scene, GbValue *reasons, const GbRoster *roster,
               const GbRosterReason *reason)
{
  const GbPolicyCase *own = roster->registry->policy;
  GbValue *value = gb_value_append_object (reasons);
  gb_scene_set_when (scene, value, "when", reason->when);
  if (reason->event != NULL)
    gb_scene_set_word (scene, value, "what", "event", gb_event_name (reason->event->kind));
  else
    gb_scene_set_word (scene, value, "what", "roster-source",
                       gb_roster_source_name (reason->source));
  gb_value_set_string (value, "text", reason->text);
  set_event (scene, value, reason);
  gb_scene_set_decision (scene, value, "decision", reason->decision);
  gb_scene_set_clause (scene, value, "clause", reason->clause, own, FALSE);
  gb_value_set_string (
    value, "sentence",
    reason->derivation.date == GB_DATE_NONE
      ? NULL
      : gb_words_derivation (scene->words, scene->arena, &reason->derivation, NULL, own));
}

static void
set_standing (GbScene *scene, GbValue *value, const char *key, const GbStandingState *state)
{
  gb_scene_set_word (scene, value, key, "standing",
                     state->standing == GB_STANDING_NONE ? NULL
                                                         : gb_standing_name (state->standing));
}

static void
append_row (GbScene *scene, GbValue *rows, const GbRoster *roster, const GbRosterRow *row)
{
  GbValue *value = gb_value_append_object (rows);
  const char *name = row->new_name != NULL ? row->new_name : row->old_name;
  gb_value_set_string (value, "name", name);
  gb_value_set_string (value, "href",
                       row->entry == NULL ? NULL : gb_href_entry (scene->arena, row->entry));
  gb_value_set_string (value, "old_name", row->kind == GB_ROSTER_RENAMED ? row->old_name : NULL);
  gb_value_set_string (value, "old_href",
                       row->earlier == NULL || row->earlier == row->entry
                         ? NULL
                         : gb_href_entry (scene->arena, row->earlier));
  static const GbStandingState nothing = { .standing = GB_STANDING_NONE };
  gboolean stands = row->before.standing == row->after.standing;
  set_standing (scene, value, "before", stands ? &nothing : &row->before);
  set_standing (scene, value, "after", &row->after);
  gb_scene_set_date (scene, value, "last_day",
                     row->after.standing != GB_STANDING_NONE
                         && row->after.ended.last == GB_DATE_NONE
                       ? row->after.last_day
                       : GB_DATE_NONE);
  gb_scene_set_date (scene, value, "earlier_last_day",
                     stands && row->before.ended.last == GB_DATE_NONE
                         && row->before.last_day != row->after.last_day
                       ? row->before.last_day
                       : GB_DATE_NONE);
  GbValue *reasons = gb_value_set_array (value, "reasons");
  for (guint i = 0; i < row->n_reasons; i++)
    append_reason (scene, reasons, roster, &row->reasons[i]);
  gb_value_set_boolean (value, "unexplained", row->unexplained);
}

/* -- the page -- */

static const char *
group_of (const GbRoster *roster)
{
  static const char *const groups[] = { "roster-batches", "roster-notice", "roster-days" };
  G_STATIC_ASSERT (G_N_ELEMENTS (groups) == GB_VOCABULARY_COUNT (GB_ROSTER_MODES));
  return groups[roster->mode];
}

/* 新增3个，更名1个。 */
static const char *
summary_of (GbScene *scene, const GbRoster *roster)
{
  GbArena *arena = scene->arena;
  const char *text = NULL;
  for (guint kind = 0; kind < GB_VOCABULARY_COUNT (GB_ROSTER_KINDS); kind++) {
    if (roster->counts[kind] == 0)
      continue;
    const char *what
      = gb_words_in (scene->words, group_of (roster), gb_roster_kind_name ((GbRosterKind)kind));
    const char *part = gb_words_fill (scene->words, arena, "roster.count", "what", what, "n",
                                      gb_arena_printf (arena, "%u", roster->counts[kind]), NULL);
    text = text == NULL
             ? part
             : gb_words_fill (scene->words, arena, "roster.joined", "a", text, "b", part, NULL);
  }
  if (text == NULL)
    return gb_scene_word (scene, "roster.none");
  return gb_words_fill (scene->words, arena, "roster.sentence", "a", text, NULL);
}

static const char *
title_of (GbScene *scene, const GbRoster *roster)
{
  const char *registry = roster->registry->registry->title;
  GbArena *arena = scene->arena;
  switch (roster->mode) {
  case GB_ROSTER_BATCHES:
    return gb_words_fill (scene->words, arena, "roster.title-batches", "registry", registry, "from",
                          gb_scene_batch_title (scene, roster->old_batch), "to",
                          gb_scene_batch_title (scene, roster->new_batch), NULL);
  case GB_ROSTER_NOTICE:
    return gb_words_fill (scene->words, arena, "roster.title-notice", "registry", registry, "to",
                          gb_scene_batch_title (scene, roster->new_batch), NULL);
  case GB_ROSTER_DAYS:
    return gb_words_fill (scene->words, arena, "roster.title-days", "registry", registry, "from",
                          gb_words_date (scene->words, arena, roster->old_day), "to",
                          gb_words_date (scene->words, arena, roster->new_day), NULL);
  }
  return NULL;
}

static void
set_side (GbValue *page, const char *key, const char *title, const char *href)
{
  gb_scene_set_title (gb_value_set_object (page, key), title, href);
}

static void
set_day_side (GbScene *scene, GbValue *page, const char *key, const GbRoster *roster, GbDate day)
{
  set_side (page, key, gb_words_date (scene->words, scene->arena, day),
            gb_href_day (scene->arena, roster->registry, day));
}

static void
set_batch_side (GbScene *scene, GbValue *page, const char *key, const GbRoster *roster,
                const GbBatch *batch)
{
  set_side (page, key, gb_scene_batch_title (scene, batch),
            gb_arena_join (scene->arena, gb_href_registry (scene->arena, roster->registry),
                           "#batches", NULL));
}

static gboolean
was_corrected (const GbNotice *notice)
{
  for (guint i = 0; i < notice->corrections.length; i++)
    if (!GB_LIST_AT (GbCorrection, notice->corrections, i)->editorial)
      return TRUE;
  return FALSE;
}

/* The two lists, and what their record lacks or no longer shows. */
static void
set_sides (GbScene *scene, GbValue *page, const GbRoster *roster)
{
  GbArena *arena = scene->arena;
  GbValue *partial = gb_value_set_array (page, "partial");
  if (roster->mode == GB_ROSTER_DAYS) {
    set_day_side (scene, page, "old", roster, roster->old_day);
    set_day_side (scene, page, "new", roster, roster->new_day);
    return;
  }
  if (roster->mode == GB_ROSTER_NOTICE && was_corrected (roster->notice->notice))
    gb_value_append_string (partial, gb_scene_word (scene, "roster-correction.notice"));
  if (roster->mode == GB_ROSTER_NOTICE)
    set_side (page, "old", roster->notice->notice->title,
              gb_href_notice (scene->arena, roster->notice));
  else
    set_batch_side (scene, page, "old", roster, roster->old_batch);
  set_batch_side (scene, page, "new", roster, roster->new_batch);
  const GbBatch *const batches[] = { roster->old_batch, roster->new_batch };
  for (guint i = 0; i < G_N_ELEMENTS (batches); i++)
    if (batches[i] != NULL && batches[i]->partial)
      gb_value_append_string (partial,
                              gb_words_fill (scene->words, arena, "roster.partial", "list",
                                             gb_scene_batch_title (scene, batches[i]), NULL));
}

static void
set_groups (GbScene *scene, GbValue *page, const GbRoster *roster, guint first, guint end)
{
  GbValue *groups = gb_value_set_array (page, "groups");
  GbValue *rows = NULL;
  for (guint i = first; i < end; i++) {
    const GbRosterRow *row = &roster->rows[i];
    if (rows == NULL || roster->rows[i - 1].kind != row->kind) {
      GbValue *group = gb_value_append_object (groups);
      gb_scene_set_word (scene, group, "kind", group_of (roster), gb_roster_kind_name (row->kind));
      gb_value_set_integer (group, "count", roster->counts[row->kind]);
      rows = gb_value_set_array (group, "rows");
    }
    append_row (scene, rows, roster, row);
  }
  gb_scene_set_has (page, "groups", groups);
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const Subject *subject = sheet->subject;
  const GbRoster *roster = subject->roster;
  const GbRegistryCase *registry = roster->registry;
  const char *summary = summary_of (scene, roster);
  gb_frame_set (scene, page, "registries", title_of (scene, roster), summary);
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.registries"), GB_HREF_REGISTRIES);
  gb_frame_add_crumb (page, registry->registry->title, gb_href_registry (scene->arena, registry));
  gb_frame_set_column (page, gb_scene_word (scene, "nav.registries"));
  gb_frame_turns (scene, page, roster->turns);
  gb_registry_set_link (scene, page, "registry", registry);
  gb_value_set_string (page, "mode", gb_roster_mode_name (roster->mode));
  gb_value_set_string (
    page, "about", gb_words_in (scene->words, "roster-about", gb_roster_mode_name (roster->mode)));
  gb_value_set_string (page, "summary", summary);
  set_sides (scene, page, roster);
  guint first, end;
  gb_frame_set_pager (scene, page, subject->folder, sheet->part, roster->n_rows, &first, &end);
  set_groups (scene, page, roster, first, end);
}

static void
add (GbView *view, const GbRoster *roster, const char *folder)
{
  Subject *subject = gb_arena_new0 (view->arena, Subject);
  subject->roster = roster;
  subject->folder = folder;
  gb_sheet_add_list (view, folder, "page/roster", build, subject, roster->n_rows);
}

void
gb_roster_pages (GbView *view)
{
  GbArena *arena = view->arena;
  for (guint i = 0; i < view->corpus->n_registries; i++) {
    const GbRegistryCase *registry = &view->corpus->registries[i];
    guint n_batches;
    const GbBatch **batches = gb_roster_pairs_sequence (arena, registry, &n_batches);
    for (guint k = 1; k < n_batches; k++)
      add (view, gb_roster_batches (arena, view->corpus, registry, batches[k - 1], batches[k]),
           g_hash_table_lookup (view->rosters, batches[k]));
    for (guint k = 0; k < registry->n_notices; k++)
      if (gb_roster_is_decided (view->corpus, registry->notices[k]))
        add (view, gb_roster_notice (arena, view->corpus, registry->notices[k]),
             g_hash_table_lookup (view->rosters, registry->notices[k]));
    for (guint k = 1; k < registry->n_days; k++)
      add (view, gb_roster_days (arena, registry, registry->days[k - 1], registry->days[k]),
           gb_roster_day_folder (arena, registry, k));
  }
}
