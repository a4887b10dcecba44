#include "corpus/private.h"

#include "text/statement.h"

GbPeriodRule
gb_work_period_rule (const GbWork *work, const GbNoticeRule *rule)
{
  GbPeriodRule period = {
    .length = rule->days,
    .unit = rule->unit,
    .exclude_first = rule->first_day == GB_FIRST_DAY_UNSTATED
                       ? work->corpus.model->site->exclude_first
                       : rule->first_day == GB_FIRST_DAY_EXCLUDED,
  };
  return period;
}

static GbRule
rule_of (const GbPeriodRule *rule)
{
  if (rule->unit == GB_UNIT_WORKING_DAYS)
    return rule->exclude_first ? GB_RULE_WORKING_DAYS_AFTER : GB_RULE_WORKING_DAYS;
  return rule->exclude_first ? GB_RULE_CALENDAR_DAYS_AFTER : GB_RULE_CALENDAR_DAYS;
}

void
gb_work_check_calendar (GbWork *work, GbPlace place, const GbPeriod *period)
{
  if (period->missing_year == 0 || period->missing_year > gb_date_year (work->corpus.as_of))
    return;
  gb_diagnostics_error (work->diagnostics, place, "calendar-missing",
                        "the period needs the State Council's holiday notice of %d; add "
                        "content/calendar/%d.yaml",
                        period->missing_year, period->missing_year);
}

/* The rule the notice's length comes from: its own, or the scheme's; NULL where neither names one.
 */
static const GbNoticeRule *
length_rule (const GbNotice *source, const GbRegistryCase *registry)
{
  const GbNoticeRule *rule = source->period;
  if (registry != NULL && (rule == NULL || rule->days == 0))
    rule = registry->registry->notice;
  return rule == NULL || rule->days == 0 ? NULL : rule;
}

/* Counts the period from notice->counted_from. */
static gboolean
count (GbWork *work, GbNoticeCase *notice, GbPlace place)
{
  GbPeriod period;
  if (!gb_period_compute (&work->corpus.model->calendar, &notice->rule, notice->counted_from,
                          &period))
    return FALSE;
  gb_work_check_calendar (work, place, &period);
  const GbNoticeRule *rule = length_rule (notice->notice, notice->registry);
  notice->computed = (GbDerivation){
    .date = period.closes,
    .rule = rule_of (&notice->rule),
    .from = notice->counted_from,
    .count = notice->rule.length,
    .clause = rule->clause != NULL ? rule->clause
              : notice->registry != NULL && notice->registry->registry->notice != NULL
                ? notice->registry->registry->notice->clause
                : NULL,
    .provisional = period.provisional,
    .restarted = notice->restarted_by != NULL,
  };
  return TRUE;
}

static void
compute_closing (GbWork *work, GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  notice->computed = (GbDerivation){ .date = GB_DATE_NONE, .from = GB_DATE_NONE };
  notice->counted_from = GB_DATE_NONE;
  const GbNoticeRule *stated = source->period;
  const GbNoticeRule *rule = length_rule (source, notice->registry);
  if (gb_when_precision (source->opens) == GB_PRECISION_DAY)
    notice->counted_from = source->opens.first;
  if (rule == NULL)
    return;
  notice->has_rule = TRUE;
  notice->rule = gb_work_period_rule (work, rule);
  /* A notice that takes its length from the scheme may still choose its own first day. */
  if (stated != NULL && stated->first_day != GB_FIRST_DAY_UNSTATED)
    notice->rule.exclude_first = stated->first_day == GB_FIRST_DAY_EXCLUDED;
  if (notice->counted_from != GB_DATE_NONE)
    (void)count (work, notice, gb_yaml_place (source->file, source->node, "opens"));
}

static void
extend (GbWork *work, GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  const GbExtension *extension = source->extension;
  GbPlace place = gb_yaml_place (source->file, extension->node, NULL);
  if ((extension->to != GB_DATE_NONE) == (extension->days != 0)) {
    gb_diagnostics_error (work->diagnostics, place, "extension-conflict",
                          "an extension must hold exactly one of 'to' and 'days'");
    return;
  }
  GbDerivation closes = { .rule = GB_RULE_EXTENDED, .from = notice->closes.date };
  if (extension->to != GB_DATE_NONE) {
    closes.date = extension->to;
    if (notice->closes.date != GB_DATE_NONE && closes.date <= notice->closes.date)
      gb_diagnostics_error (work->diagnostics, gb_yaml_place (source->file, extension->node, "to"),
                            "extension-too-early",
                            "the extension ends no later than the period it extends");
  } else {
    GbPeriodRule rule = notice->rule;
    rule.length = extension->days;
    rule.exclude_first = FALSE;
    GbPeriod period;
    if (notice->closes.date == GB_DATE_NONE
        || !gb_period_compute (&work->corpus.model->calendar, &rule, notice->closes.date + 1,
                               &period)) {
      gb_diagnostics_error (work->diagnostics, place, "extension-conflict",
                            "there is no last day that could be extended by %d days; write 'to'",
                            extension->days);
      return;
    }
    gb_work_check_calendar (work, place, &period);
    closes.date = period.closes;
    closes.count = extension->days;
    closes.provisional = period.provisional || notice->closes.provisional;
  }
  notice->closes = closes;
}

static GbOnChange
on_change (const GbNoticeCase *notice)
{
  const GbNoticeRule *own = notice->notice->period;
  const GbNoticeRule *scheme = notice->registry == NULL ? NULL : notice->registry->registry->notice;
  if (own != NULL && own->on_change != GB_ON_CHANGE_NONE)
    return own->on_change;
  return scheme == NULL ? GB_ON_CHANGE_NONE : scheme->on_change;
}

static int
compare_corrections (gconstpointer a, gconstpointer b)
{
  const GbCorrection *left = *(const GbCorrection *const *)a;
  const GbCorrection *right = *(const GbCorrection *const *)b;
  return (left->date > right->date) - (left->date < right->date);
}

/* What changed the notice after it opened, by day; slips of the pen and what has no day left out.
 */
static GPtrArray *
changes_of (const GbNoticeCase *notice)
{
  GPtrArray *changes = g_ptr_array_new ();
  const GbList *corrections = &notice->notice->corrections;
  for (guint i = 0; i < corrections->length; i++) {
    GbCorrection *correction = GB_LIST_AT (GbCorrection, *corrections, i);
    if (!correction->editorial && correction->date != GB_DATE_NONE
        && correction->date > notice->counted_from)
      g_ptr_array_add (changes, correction);
  }
  g_ptr_array_sort (changes, compare_corrections);
  return changes;
}

/* Counts anew from each change that falls into the period as it ran until then. */
static void
restart (GbWork *work, GbNoticeCase *notice, const GPtrArray *changes)
{
  const GbNotice *source = notice->notice;
  GbDate last = source->closes != GB_DATE_NONE ? source->closes : notice->computed.date;
  notice->restarts = gb_arena_newv (work->arena, const GbCorrection *, changes->len);
  for (guint i = 0; i < changes->len; i++) {
    const GbCorrection *correction = changes->pdata[i];
    if (last == GB_DATE_NONE || correction->date > last)
      return; /* after closing: shown, and no more */
    GbPlace place = gb_yaml_place (source->file, correction->node, "date");
    if (!notice->has_rule) {
      gb_diagnostics_error (work->diagnostics, place, "restart-without-length",
                            "the period is to restart with this correction, but neither the notice "
                            "nor its scheme says how many days it has; write 'days' under "
                            "'period', or announce the notice anew");
      return;
    }
    notice->counted_from = correction->date;
    notice->restarted_by = correction;
    notice->restarts[notice->n_restarts++] = correction;
    if (!count (work, notice, place))
      return;
    last = notice->computed.date;
  }
}

/* A change while the period runs: what the rules say of it, or that they say nothing. */
static void
check_changes (GbWork *work, const GbNoticeCase *notice, const GPtrArray *changes)
{
  const GbNotice *source = notice->notice;
  if (source->extension != NULL)
    return;
  for (guint i = 0; i < changes->len; i++) {
    const GbCorrection *correction = changes->pdata[i];
    if (notice->closes.date == GB_DATE_NONE || correction->date > notice->closes.date)
      return;
    GbPlace place = gb_yaml_place (source->file, correction->node, "date");
    if (on_change (notice) == GB_ON_CHANGE_EXTEND)
      gb_diagnostics_error (work->diagnostics, place, "change-without-extension",
                            "the notice was changed while it ran, and by the rules it is then "
                            "extended; write 'extension:' with 'to' or 'days', or 'editorial: "
                            "true' under a correction that changes nothing of substance");
    else
      gb_diagnostics_warning (work->diagnostics, place, "change-while-open",
                              "the notice was changed while it ran, and the rules do not say what "
                              "follows; decide it: 'on_change: restart' or 'extend' under the "
                              "notice rule or 'period', or 'editorial: true'");
  }
}

gboolean
gb_outcome_is_given_up (const GbOutcome *outcome)
{
  switch (outcome->kind) {
  case GB_OUTCOME_CERTIFIED:
  case GB_OUTCOME_PARTLY:
    return FALSE;
  case GB_OUTCOME_WITHDRAWN:
  case GB_OUTCOME_RESTARTED:
    return TRUE;
  }
  return FALSE;
}

static void
apply_changes (GbWork *work, GbNoticeCase *notice)
{
  const GbOutcome *outcome = notice->notice->outcome;
  if (notice->counted_from == GB_DATE_NONE || (outcome != NULL && gb_outcome_is_given_up (outcome)))
    return;
  g_autoptr (GPtrArray) changes = changes_of (notice);
  if (on_change (notice) == GB_ON_CHANGE_RESTART)
    restart (work, notice, changes);
  else
    check_changes (work, notice, changes);
}

GbWhen
gb_work_closing (const GbWork *work, const GbPeriodRule *rule, GbWhen opens)
{
  const GbCalendar *calendar = &work->corpus.model->calendar;
  GbPeriod early, late;
  if (rule->length == 0 || !gb_period_compute (calendar, rule, opens.first, &early)
      || !gb_period_compute (calendar, rule, opens.last, &late))
    return GB_WHEN_NONE;
  return (GbWhen){ early.closes, late.closes };
}

static void
judge_notice (GbWork *work, GbNoticeCase *notice)
{
  GbDate as_of = work->corpus.as_of;
  GbWhen opens = notice->notice->opens;
  GbWhen closes = { notice->closes.date, notice->closes.date };
  if (closes.last == GB_DATE_NONE)
    closes = gb_work_closing (work, &notice->rule, opens);
  GbDate turns = gb_date_next (gb_when_day (closes));
  const GbOutcome *outcome = notice->notice->outcome;
  GbDate concluded = outcome == NULL ? GB_DATE_NONE : outcome->date;
  notice->turns = GB_DATE_NONE;

  if (outcome != NULL && (concluded == GB_DATE_NONE || concluded <= as_of)) {
    notice->state = GB_NOTICE_CONCLUDED;
    return;
  }
  /* Within a month or year in which it opens it may be open or not. */
  if (opens.last != GB_DATE_NONE && as_of < opens.last
      && (as_of < opens.first || turns != GB_DATE_NONE)) {
    notice->state = GB_NOTICE_UPCOMING;
    notice->turns = gb_when_day (opens);
    if (notice->turns == GB_DATE_NONE)
      notice->turns = gb_earlier (turns, concluded);
    return;
  }
  notice->turns = concluded;
  /* A last day that is not known can be known to have passed. */
  if (closes.last == GB_DATE_NONE || (as_of <= closes.last && turns == GB_DATE_NONE)) {
    notice->state = GB_NOTICE_UNKNOWN;
    return;
  }
  notice->state = as_of <= closes.last ? GB_NOTICE_OPEN : GB_NOTICE_CLOSED;
  if (notice->state == GB_NOTICE_OPEN)
    notice->turns = gb_earlier (turns, concluded);
}

static gboolean
prints (const GbText *text, GbDate day)
{
  if (text == NULL)
    return FALSE;
  g_autoptr (GString) words = g_string_new (NULL);
  gb_text_plain (text, words);
  return gb_statement_holds_day (words->str, day);
}

static void
set_closing (GbNoticeCase *notice)
{
  GbDate closes = notice->notice->closes;
  notice->closes = notice->computed;
  if (closes != GB_DATE_NONE)
    notice->closes
      = (GbDerivation){ .date = closes,
                        .rule = prints (notice->text, closes) ? GB_RULE_STATED : GB_RULE_RECORDED,
                        .from = GB_DATE_NONE };
}

guint
gb_notice_case_days (const GbCorpus *corpus, const GbNoticeCase *notice, const GbPeriodRule *rule,
                     GbDate closes, GbPeriodDay *ret_days)
{
  const GbCalendar *calendar = &corpus->model->calendar;
  guint n = 0;
  for (GbDate date = notice->notice->opens.first; date < MIN (notice->counted_from, closes + 1);
       date++)
    ret_days[n++] = (GbPeriodDay){ .day = gb_calendar_day (calendar, date) };
  return n + gb_period_days (calendar, rule, notice->counted_from, closes, ret_days + n);
}

void
gb_work_notices (GbWork *work)
{
  if (work->corpus.model->site == NULL)
    return;
  for (guint i = 0; i < work->corpus.n_notices; i++) {
    GbNoticeCase *notice = &work->corpus.notices[i];
    compute_closing (work, notice);
    set_closing (notice);
    apply_changes (work, notice);
    set_closing (notice);
    if (notice->notice->extension != NULL)
      extend (work, notice);
    judge_notice (work, notice);
  }
}
