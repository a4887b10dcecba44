/* The calendar: what comes next, and each year. */
#include "export/feed.h"
#include "pages/pages.h"
#include "view/axis.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/occasion.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

/* The occasions of a year. */
typedef struct {
  int year;
  guint first;
  guint n;
  GbDate turns; /* the next day on which there are others */
} GbAgendaYear;

/* Every year between the first and the last date of the content, whatever the day it is built for,
 * so that a year long past does not change with each that is added. */
typedef struct {
  GbAgendaYear *years; /* ascending, without a gap */
  guint n_years;
  /* By date, without duties: these recur for ever, and only their next day is known as an
   * occasion, so that they stand with what comes next and in no year. */
  const GbOccasion **occasions;
} GbAgenda;

static void
set_years (GbScene *scene, GbValue *page, const GbAgenda *agenda, int current)
{
  GbValue *years = gb_value_set_array (page, "years");
  for (guint i = 0; i < agenda->n_years; i++) {
    const char *name = gb_arena_printf (scene->arena, "%d", agenda->years[i].year);
    GbValue *value = gb_value_append_object (years);
    gb_value_set_string (value, "name", name);
    gb_value_set_string (value, "href",
                         gb_href_year (scene->arena, GB_HREF_CALENDAR, agenda->years[i].year));
    gb_value_set_boolean (value, "current", agenda->years[i].year == current);
  }
}

static void
set_months (GbScene *scene, GbValue *page, const GbOccasion *const *occasions, guint n)
{
  GbValue *months = gb_value_set_array (page, "months");
  GbValue *rows = NULL;
  int last_year = 0, last_month = 0;
  for (guint i = 0; i < n; i++) {
    const GbOccasion *occasion = occasions[i];
    int year, month;
    gb_date_split (occasion->date, &year, &month, NULL);
    if (year != last_year || month != last_month) {
      GbValue *value = gb_value_append_object (months);
      gb_value_set_string (value, "title",
                           gb_words_month (scene->words, scene->arena, year, month));
      rows = gb_value_set_array (value, "rows");
      last_year = year;
      last_month = month;
    }
    GbValue *row = gb_value_append_object (rows);
    gb_occasion_row (scene, row, occasion);
  }
}

typedef struct {
  const GbAgenda *agenda;
  const GbAgendaYear *year; /* NULL: what comes next */
} GbAgendaSheet;

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbAgendaSheet *subject = sheet->subject;
  const GbCorpus *corpus = scene->corpus;
  const GbAgendaYear *year = subject->year;
  const char *all = gb_scene_word (scene, "nav.calendar");
  const char *number = year == NULL ? NULL : gb_arena_printf (scene->arena, "%d", year->year);
  const char *title = year == NULL ? all
                                   : gb_words_fill (scene->words, scene->arena, "agenda.year",
                                                    "year", number, NULL);
  gb_frame_set (scene, page, "calendar", title, gb_scene_word (scene, "agenda.about"));
  gb_frame_set_column (page, all);
  gb_feed_set (scene, page, "feed", NULL, scene->corpus->model->site->name);
  if (year != NULL)
    gb_frame_add_crumb (page, all, GB_HREF_CALENDAR);
  gb_value_set_boolean (page, "coming", year == NULL);
  set_years (scene, page, subject->agenda, year == NULL ? 0 : year->year);
  guint first, end;
  if (year != NULL) {
    gb_frame_set_pager (scene, page, gb_href_year (scene->arena, GB_HREF_CALENDAR, year->year),
                        sheet->part, year->n, &first, &end);
    set_months (scene, page, subject->agenda->occasions + year->first + first, end - first);
    gb_frame_turns (scene, page, year->turns);
    return;
  }
  first = gb_occasion_next (corpus);
  guint left = corpus->n_occasions - first;
  guint shown = MIN (left, GB_ROWS);
  const GbOccasion **next = gb_arena_newv (scene->arena, const GbOccasion *, shown + 1);
  for (guint i = 0; i < shown; i++)
    next[i] = &corpus->occasions[first + i];
  gb_value_set_string (page, "total",
                       gb_words_count (scene->words, scene->arena, "pager.total", left));
  gb_value_set_null (page, "pager");
  set_months (scene, page, next, shown);
  gb_frame_turns (scene, page, gb_occasion_turns (corpus));
  if (left > 0)
    gb_frame_turns (scene, page, gb_date_next (corpus->occasions[first].date));
}

static void
widen_by_entries (GbAxis *axis, const GbRegistryCase *registry)
{
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    for (guint k = 0; k < entry->n_events; k++) {
      gb_axis_widen (axis, entry->steps[k].when.last); /* by its year alone */
      gb_axis_widen (axis, entry->steps[k].to);
    }
  }
}

static GbAxis
years_of (const GbCorpus *corpus)
{
  GbAxis axis = { 0 };
  for (guint i = 0; i < corpus->n_occasions; i++)
    if (corpus->occasions[i].kind != GB_OCCASION_DUTY)
      gb_axis_widen (&axis, corpus->occasions[i].date);
  for (guint i = 0; i < corpus->n_registries; i++)
    widen_by_entries (&axis, &corpus->registries[i]);
  return axis;
}

static void
turn_year (GbAgenda *agenda, GbDate of, GbDate turns)
{
  if (of == GB_DATE_NONE || agenda->n_years == 0)
    return;
  int index = gb_date_year (of) - agenda->years[0].year;
  if (index >= 0 && (guint)index < agenda->n_years)
    agenda->years[index].turns = gb_date_earlier (agenda->years[index].turns, turns);
}

/* What is known to happen to an entry later moves the end of its term, and its review with it. */
static void
turn_by_entry (GbAgenda *agenda, const GbEntryCase *entry, GbDate as_of)
{
  const GbReviewRule *review = entry->registry->registry->review;
  int months = review == NULL ? 0 : review->months_before;
  for (guint i = 0; i < entry->n_events; i++) {
    GbDate day = gb_when_day (entry->steps[i].when);
    if (day == GB_DATE_NONE || day <= as_of)
      continue;
    for (guint k = 0; k < entry->n_events; k++) {
      GbDate to = entry->steps[k].to;
      if (to == GB_DATE_NONE)
        continue;
      turn_year (agenda, to, day);
      if (months > 0)
        turn_year (agenda, gb_date_add_months (to + 1, -months), day);
    }
  }
}

static void
set_turns (GbAgenda *agenda, const GbCorpus *corpus)
{
  for (guint i = 0; i < corpus->n_registries; i++) {
    const GbRegistryCase *registry = &corpus->registries[i];
    for (guint k = 0; k < registry->n_entries; k++)
      turn_by_entry (agenda, registry->entries[k], corpus->as_of);
  }
}

static GbAgenda *
new_agenda (GbArena *arena, const GbCorpus *corpus)
{
  GbAxis axis = years_of (corpus);
  GbAgenda *agenda = gb_arena_new0 (arena, GbAgenda);
  agenda->n_years = axis.first == 0 ? 0 : (guint)(axis.last - axis.first) + 1;
  agenda->years = gb_arena_newv (arena, GbAgendaYear, agenda->n_years + 1);
  agenda->occasions = gb_arena_newv (arena, const GbOccasion *, corpus->n_occasions + 1);
  guint n = 0;
  for (guint i = 0; i < corpus->n_occasions; i++)
    if (corpus->occasions[i].kind != GB_OCCASION_DUTY)
      agenda->occasions[n++] = &corpus->occasions[i];
  guint next = 0;
  for (guint i = 0; i < agenda->n_years; i++) {
    GbAgendaYear *year = &agenda->years[i];
    year->year = axis.first + (int)i;
    year->turns = GB_DATE_NONE;
    year->first = next;
    while (next < n && gb_date_year (agenda->occasions[next]->date) <= year->year)
      next++;
    year->n = next - year->first;
  }
  set_turns (agenda, corpus);
  return agenda;
}

void
gb_agenda_pages (GbView *view)
{
  GbAgenda *agenda = new_agenda (view->arena, view->corpus);
  GbAgendaSheet *next = gb_arena_new0 (view->arena, GbAgendaSheet);
  next->agenda = agenda;
  gb_sheet_add_page (view, GB_HREF_CALENDAR, "page/calendar", build, next, 0);
  for (guint i = 0; i < agenda->n_years; i++) {
    GbAgendaSheet *subject = gb_arena_new0 (view->arena, GbAgendaSheet);
    subject->agenda = agenda;
    subject->year = &agenda->years[i];
    gb_sheet_add_list (view, gb_href_year (view->arena, GB_HREF_CALENDAR, subject->year->year),
                       "page/calendar", build, subject, subject->year->n);
  }
}
