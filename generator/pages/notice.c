/* The list of notices, and the page of each with its days one by one. */
#include "export/feed.h"
#include "history/proof.h"
#include "history/provenance.h"
#include "pages/pages.h"
#include "view/axis.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/notice.h"
#include "view/roster.h"
#include "view/scene.h"
#include "view/sentence.h"
#include "view/sheet.h"
#include "view/version.h"
#include "view/words.h"

#include <string.h>

/* Longer periods are summed up, not drawn. */
#define DRAWN_DAYS_MAX 186

/* -- the days -- */

static const char *
reason (GbScene *scene, const GbPeriodDay *day, gboolean working, GbDate counted_from)
{
  GbArena *arena = scene->arena;
  if (day->day.date < counted_from)
    return gb_scene_word (scene, "grid.before-restart");
  if (day->first_excluded)
    return gb_scene_word (scene, "grid.first-excluded");
  const char *counted = NULL;
  if (day->ordinal > 0)
    counted = gb_words_count (scene->words, arena, "grid.counted", (guint)day->ordinal);
  switch (day->day.kind) {
  case GB_DAY_WORKING:
    return counted;
  case GB_DAY_MAKEUP:
    return counted == NULL || !working
             ? counted
             : gb_words_fill (scene->words, arena, "grid.both", "a", counted, "b",
                              gb_scene_word (scene, "grid.makeup"), NULL);
  case GB_DAY_HOLIDAY:
    if (counted == NULL)
      return day->day.name == NULL ? gb_scene_word (scene, "grid.holiday")
                                   : gb_words_fill (scene->words, arena, "grid.holiday-of", "name",
                                                    day->day.name, NULL);
    return counted;
  case GB_DAY_WEEKEND:
    return counted == NULL ? gb_scene_word (scene, "grid.weekend") : counted;
  }
  return counted;
}

static GbValue *
new_cell (GbScene *scene, GbDate date, const GbPeriodDay *day, gboolean working,
          GbDate counted_from)
{
  GbValue *cell = gb_value_object (scene->arena);
  int number;
  gb_date_split (date, NULL, NULL, &number);
  gb_value_set_integer (cell, "number", number);
  gb_scene_set_date (scene, cell, "date", date);
  if (day == NULL) {
    gb_value_set_string (cell, "class", "out");
    gb_value_set_null (cell, "reason");
    gb_value_set_boolean (cell, "provisional", FALSE);
    return cell;
  }
  gb_value_set_string (cell, "class", day->ordinal > 0 ? "counted" : "skipped");
  gb_value_set_string (cell, "reason", reason (scene, day, working, counted_from));
  gb_value_set_boolean (cell, "provisional", day->day.provisional);
  return cell;
}

static void
append_month (GbScene *scene, GbValue *months, int year, int month, const GbPeriodDay *days,
              guint n_days, gboolean working, GbDate counted_from)
{
  GbDate first = gb_date_new (year, month, 1);
  GbDate last = first + gb_date_month_length (year, month) - 1;
  GbDate opens = days[0].day.date;
  GbValue *value = gb_value_object (scene->arena);
  gb_value_set_string (value, "title", gb_words_month (scene->words, scene->arena, year, month));
  GbValue *weeks = gb_value_set_array (value, "weeks");
  for (GbDate monday = first - (gb_date_weekday (first) - 1); monday <= last; monday += 7) {
    /* A week that lies outside the period says nothing. */
    if (monday + 6 < opens || monday > opens + (GbDate)n_days - 1)
      continue;
    GbValue *week = gb_value_object (scene->arena);
    GbValue *cells = gb_value_set_array (week, "cells");
    for (GbDate date = monday; date < monday + 7; date++) {
      if (date < first || date > last) {
        GbValue *blank = gb_value_append_object (cells);
        gb_value_set_null (blank, "number");
        continue;
      }
      gboolean within = date >= opens && date - opens < (GbDate)n_days;
      gb_value_append (
        cells, new_cell (scene, date, within ? &days[date - opens] : NULL, working, counted_from));
    }
    gb_value_append (weeks, week);
  }
  gb_value_append (months, value);
}

static void
append_document (GbScene *scene, GbValue *documents, int year)
{
  const GbList *files = &scene->corpus->model->calendar_files;
  const GbCalendarFile *file = NULL;
  for (guint i = 0; i < files->length; i++)
    if (GB_LIST_AT (GbCalendarFile, *files, i)->year == year)
      file = GB_LIST_AT (GbCalendarFile, *files, i);
  GbValue *value = gb_value_append_object (documents);
  gb_value_set_integer (value, "year", year);
  gb_value_set_boolean (value, "published", file != NULL && file->status == GB_CALENDAR_PUBLISHED);
  GbValue *sources = gb_value_set_array (value, "sources");
  for (guint i = 0; file != NULL && i < file->sources.length; i++) {
    const GbCalendarSource *source = GB_LIST_AT (GbCalendarSource, file->sources, i);
    GbValue *item = gb_value_append_object (sources);
    gb_value_set_string (item, "number", source->number);
    gb_value_set_string (item, "title", source->title);
    gb_scene_set_date (scene, item, "date", source->date);
    gb_value_set_string (item, "url", source->url);
  }
}

/* The days one beside the other: from publication to what came of it, those that count filled. */
static void
set_bar (GbScene *scene, GbValue *page, const GbNoticeCase *notice, const GbPeriodDay *days,
         guint n_days, const char *sum)
{
  const GbNotice *source = notice->notice;
  GbDate opens = source->opens.first;
  GbDate outcome = source->outcome == NULL ? GB_DATE_NONE : source->outcome->date;
  GbAxis axis = { .by_day = TRUE,
                  .first_day = gb_date_earlier (source->published, opens),
                  .last_day = MAX (notice->closes.date, outcome) };
  if (axis.last_day - axis.first_day >= DRAWN_DAYS_MAX)
    return;
  const char *label = gb_words_fill (
    scene->words, scene->arena, "notice.bar", "from",
    gb_words_date (scene->words, scene->arena, opens), "to",
    gb_words_date (scene->words, scene->arena, notice->closes.date), "sum", sum, NULL);
  GbValue *bar = gb_axis_set_bar (scene, page, &axis, label, "open");
  gb_value_set_null (bar, "tail");
  gb_value_set_null (bar, "steps");
  GbValue *spans = gb_value_set_array (bar, "spans");
  for (guint i = 0, end; i < n_days; i = end) {
    gboolean counts = days[i].ordinal > 0;
    for (end = i + 1; end < n_days && (days[end].ordinal > 0) == counts;)
      end++;
    gb_axis_append_span (scene, spans, &axis, opens + (GbDate)i, opens + (GbDate)end - 1, !counts);
  }
}

static void
set_days (GbScene *scene, GbValue *page, const GbNoticeCase *notice)
{
  GbValue *months = gb_value_set_array (page, "months");
  GbValue *documents = gb_value_set_array (page, "documents");
  gb_value_set_null (page, "sum");
  gb_value_set_null (page, "bar");
  const GbNotice *source = notice->notice;
  GbDate closes = notice->closes.date;
  if (gb_when_precision (source->opens) != GB_PRECISION_DAY || closes == GB_DATE_NONE)
    return;
  GbDate opens = source->opens.first;
  if (closes < opens || closes - opens >= GB_PERIOD_LENGTH_MAX)
    return;
  /* Where no rule says how many days, the working days still are what readers count. */
  GbPeriodRule rule = notice->rule;
  if (!notice->has_rule)
    rule = (GbPeriodRule){ .length = 1,
                           .unit = GB_UNIT_WORKING_DAYS,
                           .exclude_first = scene->corpus->model->site->exclude_first };
  gboolean working = rule.unit == GB_UNIT_WORKING_DAYS;
  guint length = (guint)(closes - opens) + 1;
  GbPeriodDay *days = gb_arena_newv (scene->arena, GbPeriodDay, length);
  guint n_days = gb_notice_case_days (scene->corpus, notice, &rule, closes, days, length);
  guint counted = 0;
  int first_year = gb_date_year (opens);
  int last_year = gb_date_year (closes);
  for (guint i = 0; i < n_days; i++) {
    counted += days[i].ordinal > 0;
    last_year = MAX (last_year, days[i].day.notice_year);
  }
  GbArena *arena = scene->arena;
  const char *sum = gb_words_fill (
    scene->words, arena, working ? "grid.sum-working" : "grid.sum-calendar", "days",
    gb_arena_printf (arena, "%u", n_days), "counted", gb_arena_printf (arena, "%u", counted),
    "skipped", gb_arena_printf (arena, "%u", n_days - counted), NULL);
  gb_value_set_string (page, "sum", sum);
  set_bar (scene, page, notice, days, n_days, sum);
  for (int year = first_year; working && year <= last_year; year++)
    append_document (scene, documents, year);
  if (n_days > DRAWN_DAYS_MAX)
    return;
  int last_month, year, month;
  gb_date_split (opens, &year, &month, NULL);
  gb_date_split (closes, &last_year, &last_month, NULL);
  for (;; month++) {
    if (month > 12) {
      month = 1;
      year++;
    }
    append_month (scene, months, year, month, days, n_days, working, notice->counted_from);
    if (year == last_year && month == last_month)
      break;
  }
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbNoticeCase *notice = sheet->subject;
  const GbNotice *source = notice->notice;
  gb_frame_set (scene, page, "notices", source->title, source->summary);
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.notices"), GB_HREF_NOTICES);
  gb_provenance_set (scene, page, gb_href_thing (scene->arena, GB_THING_NOTICE, source->id),
                     source->file);
  gb_proof_set (scene, page, notice);
  if (notice->registry != NULL)
    gb_feed_set (scene, page, "feed",
                 gb_href_thing (scene->arena, GB_THING_REGISTRY, notice->registry->registry->id),
                 notice->registry->registry->title);
  gb_frame_set_article (scene, page,
                        source->published != GB_DATE_NONE ? source->published
                                                          : gb_when_day (source->opens),
                        notice->issuer == NULL ? NULL : notice->issuer->name, NULL);
  gb_frame_turns (scene, page, notice->turns);
  if (gb_notice_rules (notice) != NULL) /* whose words are quoted */
    gb_frame_turns (scene, page, gb_version_turns (gb_notice_rules (notice)));
  GbValue *record = gb_value_set_object (page, "notice");
  gb_notice_record (scene, record, notice);
  static const char *const lists[] = { "proposed", "corrections", "channels", "sources" };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    gb_scene_set_has (page, lists[i], gb_value_get (record, lists[i]));
  for (guint i = 0; notice->registry != NULL && i < source->proposed.length; i++) {
    const GbProposed *item = GB_LIST_AT (GbProposed, source->proposed, i);
    const GbEntryCase *entry
      = item->entry == NULL ? NULL : gb_registry_case_entry (notice->registry, item->entry);
    if (entry != NULL)
      gb_frame_turns (scene, page, entry->state.turns);
  }
  gb_value_set_string (page, "fact", gb_sentence_notice (scene, notice, notice->state));
  gb_value_set_boolean (page, "by_calendar",
                        notice->has_rule && notice->rule.unit == GB_UNIT_CALENDAR_DAYS);
  gb_roster_set_link (scene, page, "compare", notice);
  set_days (scene, page, notice);
  gb_scene_set_has (page, "documents", gb_value_get (page, "documents"));
  gb_value_set_string (
    page, "html",
    notice->text == NULL ? NULL : gb_scene_html (scene, notice->text, notice->targets, NULL));
}

static int
order_of (GbNoticeState state)
{
  switch (state) {
  case GB_NOTICE_OPEN:
    return 0;
  case GB_NOTICE_UPCOMING:
    return 1;
  case GB_NOTICE_CLOSED:
  case GB_NOTICE_CONCLUDED:
  case GB_NOTICE_UNKNOWN:
    break;
  }
  return 2;
}

/* Open ones first, by last day; then those to come; then the rest, newest first. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const GbNoticeCase *x = *(const GbNoticeCase *const *)a;
  const GbNoticeCase *y = *(const GbNoticeCase *const *)b;
  if (order_of (x->state) != order_of (y->state))
    return order_of (x->state) - order_of (y->state);
  if (x->state == GB_NOTICE_OPEN && x->closes.date != y->closes.date)
    return x->closes.date < y->closes.date ? -1 : 1;
  GbDate opens_x = x->notice->opens.first;
  GbDate opens_y = y->notice->opens.first;
  if (opens_x != opens_y)
    return opens_x > opens_y ? -1 : 1;
  return strcmp (x->notice->id, y->notice->id);
}

static void
build_list (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbNoticeCase *const *sorted = sheet->subject;
  const GbCorpus *corpus = scene->corpus;
  const char *title = gb_scene_word (scene, "nav.notices");
  gb_frame_set (scene, page, "notices", title, gb_scene_word (scene, "notices.about"));
  gb_frame_set_column (page, title);
  guint first, end;
  gb_frame_set_pager (scene, page, GB_HREF_NOTICES, sheet->part, corpus->n_notices, &first, &end);
  for (guint i = 0; i < corpus->n_notices; i++)
    gb_frame_turns (scene, page, sorted[i]->turns);
  GbValue *rows = gb_value_set_array (page, "rows");
  for (guint i = first; i < end; i++) {
    GbValue *row = gb_value_append_object (rows);
    gb_notice_row (scene, row, sorted[i]);
  }
  gb_scene_set_has (page, "rows", rows);
}

void
gb_notice_pages (GbView *view)
{
  const GbCorpus *corpus = view->corpus;
  const GbNoticeCase **sorted
    = gb_arena_newv (view->arena, const GbNoticeCase *, corpus->n_notices + 1);
  for (guint i = 0; i < corpus->n_notices; i++) {
    sorted[i] = &corpus->notices[i];
    gb_sheet_add_page (view, gb_href_notice (view->arena, sorted[i]), "page/notice", build,
                       sorted[i], 0);
  }
  qsort (sorted, corpus->n_notices, sizeof (gpointer), compare);
  gb_sheet_add_list (view, GB_HREF_NOTICES, "page/notices", build_list, sorted, corpus->n_notices);
}
