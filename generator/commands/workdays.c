/* gongbao workdays: when a period of days ends. */
#include "commands/workspace.h"
#include "source/model_load.h"

#include "base/integer.h"
#include "law/period.h"

static const char *
reason (const GbPeriodDay *day, GbDayUnit unit)
{
  static const char *const words[] = {
    [GB_DAY_WORKING] = "working day",
    [GB_DAY_MAKEUP] = "make-up working day (调休上班)",
    [GB_DAY_WEEKEND] = "weekend",
    [GB_DAY_HOLIDAY] = "holiday",
  };
  if (day->first_excluded)
    return "the first day does not count";
  return unit == GB_UNIT_CALENDAR_DAYS ? "calendar day" : words[day->day.kind];
}

/* The State Council's notices of @year, by number; one that was amended has several. */
static void
print_notices (const GbModel *model, int year)
{
  for (guint i = 0; i < model->calendar_files.length; i++) {
    const GbCalendarFile *file = GB_LIST_AT (GbCalendarFile, model->calendar_files, i);
    if (file->year != year)
      continue;
    for (guint k = 0; k < file->sources.length; k++) {
      const GbCalendarSource *source = GB_LIST_AT (GbCalendarSource, file->sources, k);
      g_print ("%s%s", k == 0 ? ", " : "、",
               source->number != NULL ? source->number : source->title);
    }
  }
}

static void
print_days (const GbModel *model, const GbPeriodRule *rule, const GbPeriod *period)
{
  static const char *const weekdays[] = { "", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  guint length = (guint)(period->closes - period->opens) + 1;
  g_autofree GbPeriodDay *days = g_new0 (GbPeriodDay, length);
  guint n = gb_period_days (&model->calendar, rule, period->opens, period->closes, days, length);
  for (guint i = 0; i < n; i++) {
    const GbPeriodDay *day = &days[i];
    char date[GB_DATE_LENGTH];
    char ordinal[16] = "-";
    if (day->ordinal > 0)
      g_snprintf (ordinal, sizeof ordinal, "%d", day->ordinal);
    g_print ("%s %s %4s  %s", gb_date_format (day->day.date, date),
             weekdays[gb_date_weekday (day->day.date)], ordinal, reason (day, rule->unit));
    if (day->day.name != NULL && rule->unit == GB_UNIT_WORKING_DAYS)
      g_print (" %s", day->day.name);
    if (day->day.notice_year != 0 && rule->unit == GB_UNIT_WORKING_DAYS)
      print_notices (model, day->day.notice_year);
    if (day->day.provisional && rule->unit == GB_UNIT_WORKING_DAYS)
      g_print (", provisional");
    g_print ("\n");
  }
}

int
gb_command_workdays (int argc, char **argv)
{
  g_auto (GbWorkspaceOptions) options = { 0 };
  gboolean exclude_first = FALSE;
  gboolean calendar_days = FALSE;
  gboolean explain = FALSE;
  const GOptionEntry entries[] = {
    { "exclude-first", 0, 0, G_OPTION_ARG_NONE, &exclude_first,
      "The first day does not count (民法典 201)", NULL },
    { "calendar-days", 0, 0, G_OPTION_ARG_NONE, &calendar_days,
      "Count every day, not working days only", NULL },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &explain, "List each day and why it counts or not",
      NULL },
    GB_WORKSPACE_ENTRIES (options),
    { NULL },
  };
  if (!gb_command_parse (&argc, &argv, entries, "FROM N",
                         "Prints the last of N working days from the day FROM, which counts if it "
                         "is a working day."))
    return GB_ERROR_USAGE;
  if (argc != 3)
    return gb_command_misused ("workdays takes the first day and the number of days");

  GbDate from;
  gint64 length;
  if (!gb_date_parse (argv[1], &from))
    return gb_command_misused ("workdays: '%s' is no day; write it as 2023-09-22", argv[1]);
  if (!gb_integer_parse (argv[2], 1, GB_PERIOD_LENGTH_MAX, &length))
    return gb_command_misused ("workdays: '%s' is no number from 1 to %d", argv[2],
                               GB_PERIOD_LENGTH_MAX);

  g_auto (GbWorkspace) workspace = { 0 };
  g_autoptr (GError) error = NULL;
  if (!gb_workspace_prepare (&workspace, &options, &error))
    return gb_command_fail (g_steal_pointer (&error));
  workspace.content = gb_tree_of_folder (workspace.folder);
  workspace.model = gb_model_load_calendar (workspace.content, workspace.diagnostics, &error);
  if (workspace.model == NULL)
    return gb_command_fail (g_steal_pointer (&error));
  gb_diagnostics_sort (workspace.diagnostics);
  if (gb_diagnostics_errors (workspace.diagnostics) > 0) {
    gb_workspace_report (&workspace, TRUE);
    return GB_ERROR_CONTENT;
  }

  GbPeriodRule rule = {
    .length = (int)length,
    .unit = calendar_days ? GB_UNIT_CALENDAR_DAYS : GB_UNIT_WORKING_DAYS,
    .exclude_first = exclude_first,
  };
  GbPeriod period;
  const GbCalendar *calendar = &workspace.model->calendar;
  if (!gb_period_compute (calendar, &rule, from, &period))
    return gb_command_misused ("workdays: the period is out of range");
  char closes[GB_DATE_LENGTH];
  g_print ("%s\n", gb_date_format (period.closes, closes));
  if (explain)
    print_days (workspace.model, &rule, &period);
  if (period.missing_year != 0)
    g_printerr ("gongbao: provisional: the holiday notice of %d is not in content/calendar/\n",
                period.missing_year);
  else if (period.provisional)
    g_printerr ("gongbao: provisional: a holiday notice that the period needs is not published\n");
  return GB_STATUS_DONE;
}
