#include "source/model_calendar_make.h"

#include <stdlib.h>
#include <string.h>

#define DAYS_MAX 366

static int
compare_files (const void *a, const void *b)
{
  const GbCalendarFile *left = *(const GbCalendarFile *const *)a;
  const GbCalendarFile *right = *(const GbCalendarFile *const *)b;
  int order = (left->year > right->year) - (left->year < right->year);
  return order != 0 ? order : strcmp (left->file, right->file);
}

/* Where the day stands under 'workdays', the second time where it stands twice. */
static GbPlace
place_of_workday (const GbCalendarFile *file, const char *date)
{
  const GbYamlNode *list = gb_yaml_get (file->node, "workdays");
  for (guint i = list != NULL && list->kind == GB_YAML_SEQUENCE ? list->length : 0; i > 0; i--) {
    const GbYamlNode *node = list->items[i - 1];
    if (node->kind == GB_YAML_SCALAR && strcmp (node->text, date) == 0)
      return gb_yaml_place (file->file, node, NULL);
  }
  return gb_yaml_place (file->file, file->node, "workdays");
}

/* More than a year has is a mistake, and comparing them with each other would take for ever. */
static guint
limit_days (const GbCalendarFile *file, const char *key, guint length, GbDiagnostics *diagnostics)
{
  if (length <= DAYS_MAX)
    return length;
  gb_diagnostics_error (diagnostics, gb_yaml_place (file->file, file->node, key), "out-of-range",
                        "'%s' has %u items; a year has room for at most %d", key, length, DAYS_MAX);
  return DAYS_MAX;
}

/* A notice reaches back into the last days of the year before, and never further. */
static gboolean
check_within (const GbCalendarFile *file, GbPlace place, GbDate date, GbDiagnostics *diagnostics)
{
  char text[GB_DATE_LENGTH];
  GbDate first = gb_date_new (file->year - 1, 12, 25);
  GbDate last = gb_date_new (file->year, 12, 31);
  if (date >= first && date <= last)
    return TRUE;
  gb_diagnostics_error (diagnostics, place, "out-of-year",
                        "%s does not belong to the notice of %d, which may hold days from "
                        "%d-12-25 to %d-12-31",
                        gb_date_format (date, text), file->year, file->year - 1, file->year);
  return FALSE;
}

/* The sound ones of the holidays, as written. */
static GbHoliday *
take_holidays (GbHolding *holding, const GbCalendarFile *file, const char *key, const GbList *spans,
               guint *ret_length, GbDiagnostics *diagnostics)
{
  guint length = limit_days (file, key, spans->length, diagnostics);
  GbHoliday *holidays = gb_arena_newv (holding->arena, GbHoliday, length);
  guint n = 0;
  for (guint i = 0; i < length; i++) {
    const GbHolidaySpan *span = GB_LIST_AT (GbHolidaySpan, *spans, i);
    if (span->from == GB_DATE_NONE || span->to == GB_DATE_NONE)
      continue;
    GbPlace from = gb_yaml_place (file->file, span->node, "from");
    GbPlace to = gb_yaml_place (file->file, span->node, "to");
    gboolean within = check_within (file, from, span->from, diagnostics);
    if (!check_within (file, to, span->to, diagnostics) || !within)
      continue;
    if (span->from > span->to) {
      gb_diagnostics_error (diagnostics, to, "bad-range",
                            "the holiday ends before it begins; exchange 'from' and 'to'");
      continue;
    }
    for (guint k = 0; k < n; k++) {
      if (span->from <= holidays[k].to && span->to >= holidays[k].from) {
        gb_diagnostics_error (diagnostics, from, "holidays-overlap",
                              "this holiday shares days with '%s'; let each day stand in one",
                              holidays[k].name != NULL ? holidays[k].name : "another");
        break;
      }
    }
    holidays[n++] = (GbHoliday){ span->name, span->from, span->to };
  }
  *ret_length = n;
  return holidays;
}

static const GbHoliday *
find_holiday (const GbCalendarYear *year, GbDate date)
{
  for (guint i = 0; i < year->n_holidays; i++) {
    if (date >= year->holidays[i].from && date <= year->holidays[i].to)
      return &year->holidays[i];
  }
  return NULL;
}

static gboolean
check_workday (const GbCalendarFile *file, const GbCalendarYear *year, GbDate date,
               GbDiagnostics *diagnostics)
{
  char text[GB_DATE_LENGTH];
  GbPlace place = place_of_workday (file, gb_date_format (date, text));
  if (!check_within (file, place, date, diagnostics))
    return FALSE;
  for (guint i = 0; i < year->n_workdays; i++) {
    if (year->workdays[i] == date) {
      gb_diagnostics_error (diagnostics, place, "duplicate-day",
                            "%s stands twice; delete one of them", text);
      return FALSE;
    }
  }
  const GbHoliday *holiday = find_holiday (year, date);
  if (holiday != NULL)
    gb_diagnostics_error (diagnostics, place, "makeup-is-holiday",
                          "%s cannot be a working day: it lies in the holiday '%s'", text,
                          holiday->name != NULL ? holiday->name : "");
  else if (gb_date_weekday (date) < 6)
    gb_diagnostics_error (diagnostics, place, "makeup-not-weekend",
                          "%s is no weekend day and works anyway; 'workdays' lists only Saturdays "
                          "and Sundays",
                          text);
  return holiday == NULL && gb_date_weekday (date) >= 6;
}

static void
fill_year (GbHolding *holding, const GbCalendarFile *file, GbCalendarYear *year,
           GbDiagnostics *diagnostics)
{
  year->year = file->year;
  year->published = file->status == GB_CALENDAR_PUBLISHED;
  if (year->published && file->statutory.length > 0)
    gb_diagnostics_error (
      diagnostics, gb_yaml_place (file->file, file->node, "statutory"), "statutory-unused",
      "'statutory' counts only while the notice is not published; delete it, or "
      "write 'status: not_published'");
  if (!year->published && file->holidays.length > 0)
    gb_diagnostics_error (diagnostics, gb_yaml_place (file->file, file->node, "holidays"),
                          "holidays-unused",
                          "'holidays' are what a published notice says; write them under "
                          "'statutory', or delete 'status: not_published'");
  if (year->published && gb_yaml_get (file->node, "holidays") == NULL)
    gb_diagnostics_error (diagnostics, gb_yaml_place (file->file, file->node, NULL), "missing-key",
                          "the key 'holidays' is missing; a published notice has some");

  const char *key = year->published ? "holidays" : "statutory";
  const GbList *spans = year->published ? &file->holidays : &file->statutory;
  year->holidays = take_holidays (holding, file, key, spans, &year->n_holidays, diagnostics);

  guint length = limit_days (file, "workdays", file->workdays.length, diagnostics);
  GbDate *workdays = gb_arena_newv (holding->arena, GbDate, length);
  year->workdays = workdays;
  for (guint i = 0; i < length; i++) {
    GbDate date = GPOINTER_TO_INT (file->workdays.items[i]);
    if (check_workday (file, year, date, diagnostics))
      workdays[year->n_workdays++] = date;
  }
}

void
gb_model_calendar_make (GbHolding *holding, GbDiagnostics *diagnostics)
{
  GbList *files = &holding->model.calendar_files;
  if (files->length > 1)
    qsort (files->items, files->length, sizeof (gpointer), compare_files);
  GbCalendarYear *years = gb_arena_newv (holding->arena, GbCalendarYear, files->length);
  guint n = 0;
  for (guint i = 0; i < files->length; i++) {
    const GbCalendarFile *file = GB_LIST_AT (GbCalendarFile, *files, i);
    /* A year that is not the file's name has been reported; counting needs each year once. */
    if (file->year != 0 && (n == 0 || years[n - 1].year != file->year))
      fill_year (holding, file, &years[n++], diagnostics);
  }
  holding->model.calendar = (GbCalendar){ years, n };
}
