#include "corpus/private.h"

GbPeriodRule
gb_work_period_rule (const GbWork *work, const GbNoticeRule *rule)
{
  GbPeriodRule period = {
    .length = rule->days,
    .unit = (GbDayUnit)rule->unit,
    .exclude_first
    = rule->first_day == 0 ? work->corpus.model->site->exclude_first : rule->first_day == 2,
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

static void
compute_closing (GbWork *work, GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  notice->computed = (GbDerivation){ .date = GB_DATE_NONE, .from = GB_DATE_NONE };
  const GbNoticeRule *stated = source->period;
  const GbNoticeRule *rule = stated;
  if (notice->registry != NULL && (rule == NULL || rule->days == 0))
    rule = notice->registry->registry->notice;
  if (rule == NULL || rule->days == 0)
    return;
  notice->has_rule = TRUE;
  notice->rule = gb_work_period_rule (work, rule);
  /* A notice that takes its length from the scheme may still choose its own first day. */
  if (stated != NULL && stated->first_day != 0)
    notice->rule.exclude_first = stated->first_day == 2;
  if (gb_when_precision (source->opens) != GB_PRECISION_DAY)
    return;

  GbPeriod period;
  if (!gb_period_compute (&work->corpus.model->calendar, &notice->rule, source->opens.first,
                          &period))
    return;
  gb_work_check_calendar (work, gb_yaml_place (source->file, source->node, "opens"), &period);
  notice->computed = (GbDerivation){
    .date = period.closes,
    .rule = rule_of (&notice->rule),
    .from = source->opens.first,
    .count = notice->rule.length,
    .clause = rule->clause != NULL ? rule->clause
              : notice->registry != NULL && notice->registry->registry->notice != NULL
                ? notice->registry->registry->notice->clause
                : NULL,
    .provisional = period.provisional,
  };
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

/* The last day by which a notice whose first day is only known inexactly has certainly closed. */
static GbDate
latest_closing (const GbWork *work, const GbNoticeCase *notice)
{
  GbPeriod period;
  if (notice->closes.date != GB_DATE_NONE)
    return notice->closes.date;
  if (notice->has_rule && notice->notice->opens.last != GB_DATE_NONE
      && gb_period_compute (&work->corpus.model->calendar, &notice->rule,
                            notice->notice->opens.last, &period))
    return period.closes;
  return GB_DATE_NONE;
}

static void
judge_notice (GbWork *work, GbNoticeCase *notice)
{
  GbDate as_of = work->corpus.as_of;
  GbDate opens = notice->notice->opens.last;
  GbDate closes = latest_closing (work, notice);
  const GbOutcome *outcome = notice->notice->outcome;
  GbDate concluded = outcome == NULL ? GB_DATE_NONE : outcome->date;
  notice->turns = GB_DATE_NONE;

  if (outcome != NULL && (concluded == GB_DATE_NONE || concluded <= as_of)) {
    notice->state = GB_NOTICE_CONCLUDED;
    return;
  }
  if (opens != GB_DATE_NONE && as_of < opens) {
    notice->state = GB_NOTICE_UPCOMING;
    notice->turns = opens;
    return;
  }
  if (closes == GB_DATE_NONE) {
    notice->state = GB_NOTICE_UNKNOWN;
    notice->turns = concluded;
    return;
  }
  notice->state = as_of <= closes ? GB_NOTICE_OPEN : GB_NOTICE_CLOSED;
  notice->turns = as_of <= closes ? gb_earlier (closes + 1, concluded) : concluded;
}

void
gb_work_notices (GbWork *work)
{
  if (work->corpus.model->site == NULL)
    return;
  for (guint i = 0; i < work->corpus.n_notices; i++) {
    GbNoticeCase *notice = &work->corpus.notices[i];
    compute_closing (work, notice);
    notice->closes = notice->computed;
    if (notice->notice->closes != GB_DATE_NONE)
      notice->closes = (GbDerivation){ .date = notice->notice->closes,
                                       .rule = GB_RULE_STATED,
                                       .from = GB_DATE_NONE };
    if (notice->notice->extension != NULL)
      extend (work, notice);
    judge_notice (work, notice);
  }
}
