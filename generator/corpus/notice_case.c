/* Notices: the facts of law/closing.h and what they come to; which rule holds for a notice. */
#include "corpus/private.h"

#include "law/closing.h"
#include "text/statement.h"

GbPeriodRule
gb_notice_case_rule (const GbWork *work, const GbNoticeRule *rule)
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

/* Reports a count that needs a calendar year which should be there but is not. */
static void
check_calendar (GbWork *work, GbPlace place, const GbClosing *closing)
{
  if (closing->missing_year == 0 || closing->missing_year > gb_date_year (work->corpus.as_of))
    return;
  gb_diagnostics_error (work->diagnostics, place, "calendar-missing",
                        "the period needs the State Council's holiday notice of %d; add "
                        "content/calendar/%d.yaml",
                        closing->missing_year, closing->missing_year);
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

/* Takes over what was counted by the rule of the notice. */
static void
set_computed (GbWork *work, GbNoticeCase *notice, const GbClosing *closing, GbPlace place)
{
  const GbNoticeRule *rule = length_rule (notice->notice, notice->registry);
  check_calendar (work, place, closing);
  notice->counted_from = closing->last_day.from;
  notice->computed = closing->last_day;
  notice->computed.clause = rule->clause != NULL ? rule->clause
                            : notice->registry != NULL && notice->registry->registry->notice != NULL
                              ? notice->registry->registry->notice->clause
                              : NULL;
}

static void
compute_closing (GbWork *work, GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  notice->computed = GB_DERIVATION_NONE;
  notice->counted_from = GB_DATE_NONE;
  const GbNoticeRule *stated = source->period;
  const GbNoticeRule *rule = length_rule (source, notice->registry);
  if (gb_when_precision (source->opens) == GB_PRECISION_DAY)
    notice->counted_from = source->opens.first;
  if (rule == NULL)
    return;
  notice->has_rule = TRUE;
  notice->rule = gb_notice_case_rule (work, rule);
  /* A notice that takes its length from the scheme may still choose its own first day. */
  if (stated != NULL && stated->first_day != GB_FIRST_DAY_UNSTATED)
    notice->rule.exclude_first = stated->first_day == GB_FIRST_DAY_EXCLUDED;
  GbClosing closing;
  if (gb_closing_count (&work->corpus.model->calendar, &notice->rule, notice->counted_from,
                        &closing))
    set_computed (work, notice, &closing, gb_yaml_place (source->file, source->node, "opens"));
}

static void
extend (GbWork *work, GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  const GbExtension *extension = source->extension;
  GbPlace place = gb_yaml_place (source->file, extension->node, NULL);
  GbClosing closing;
  switch (gb_closing_extend (&work->corpus.model->calendar, &notice->rule, &notice->closes,
                             extension->to, extension->days, &closing)) {
  case GB_EXTENSION_CONFLICT:
    gb_diagnostics_error (work->diagnostics, place, "extension-conflict",
                          "an extension must hold exactly one of 'to' and 'days'");
    return;
  case GB_EXTENSION_WITHOUT_LAST_DAY:
    gb_diagnostics_error (work->diagnostics, place, "extension-conflict",
                          "there is no last day that could be extended by %d days; write 'to'",
                          extension->days);
    return;
  case GB_EXTENSION_TOO_EARLY:
    gb_diagnostics_error (work->diagnostics, gb_yaml_place (source->file, extension->node, "to"),
                          "extension-too-early",
                          "the extension ends no later than the period it extends");
    break;
  case GB_EXTENSION_OK:
    break;
  }
  check_calendar (work, place, &closing);
  notice->closes = closing.last_day;
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
    GbPlace place = gb_yaml_place (source->file, correction->node, "date");
    GbClosing closing;
    switch (gb_closing_restart (&work->corpus.model->calendar,
                                notice->has_rule ? &notice->rule : NULL, last, correction->date,
                                &closing)) {
    case GB_RESTART_TOO_LATE: /* shown, and no more */
      return;
    case GB_RESTART_WITHOUT_LENGTH:
      gb_diagnostics_error (work->diagnostics, place, "restart-without-length",
                            "the period is to restart with this correction, but neither the notice "
                            "nor its scheme says how many days it has; write 'days' under "
                            "'period', or announce the notice anew");
      return;
    case GB_RESTART_OUT_OF_RANGE:
      gb_diagnostics_error (work->diagnostics, place, "out-of-range",
                            "the period is to restart with this correction, but would end after "
                            "2999-12-31; correct the date");
      return;
    case GB_RESTART_OK:
      break;
    }
    notice->restarted_by = correction;
    notice->restarts[notice->n_restarts++] = correction;
    set_computed (work, notice, &closing, place);
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
gb_notice_case_is_given_up (const GbOutcome *outcome)
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
  if (notice->counted_from == GB_DATE_NONE
      || (outcome != NULL && gb_notice_case_is_given_up (outcome)))
    return;
  g_autoptr (GPtrArray) changes = changes_of (notice);
  if (on_change (notice) == GB_ON_CHANGE_RESTART)
    restart (work, notice, changes);
  else
    check_changes (work, notice, changes);
}

static void
judge_notice (GbWork *work, GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  GbNoticeDates dates = {
    .opens = source->opens,
    .closes = { notice->closes.date, notice->closes.date },
    .has_outcome = source->outcome != NULL,
    .concluded = source->outcome == NULL ? GB_DATE_NONE : source->outcome->date,
  };
  if (dates.closes.last == GB_DATE_NONE)
    dates.closes = gb_closing_span (&work->corpus.model->calendar, &notice->rule, source->opens);
  notice->state = gb_notice_state_on (&dates, work->corpus.as_of, &notice->turns);
}

static gboolean
prints (const GbText *text, GbDate day)
{
  if (text == NULL)
    return FALSE;
  g_autoptr (GString) words = g_string_new (NULL);
  gb_plain_text (text, words);
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
                     GbDate closes, GbPeriodDay *ret_days, guint capacity)
{
  const GbCalendar *calendar = &corpus->model->calendar;
  guint n = 0;
  GbDate end = MIN (notice->counted_from, closes + 1);
  for (GbDate date = notice->notice->opens.first; date < end && n < capacity; date++)
    ret_days[n++] = (GbPeriodDay){ .day = gb_calendar_day (calendar, date) };
  return n
         + gb_period_days (calendar, rule, notice->counted_from, closes, ret_days + n,
                           capacity - n);
}

void
gb_notice_case_judge (GbWork *work)
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
