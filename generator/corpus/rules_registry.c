/* The rules of the field for registries, their entries and notices. */
#include "corpus/private.h"
#include "corpus/spelling.h"

#include "source/dictionary.h"

#include <string.h>

/* At most so many names are spelt out in one message. */
#define NAMED_MAX 5

static void
name_entry (GString *names, guint *count, const GbEntryCase *entry)
{
  if (*count < NAMED_MAX)
    g_string_append_printf (names, "%s%s", *count == 0 ? "" : ", ", entry->entry->id);
  (*count)++;
}

static const char *
and_more (char text[48], guint count)
{
  if (count <= NAMED_MAX)
    return "";
  g_snprintf (text, 48, " and %u more", count - NAMED_MAX);
  return text;
}

typedef struct {
  GbWork *work;
  const GbRegistry *registry;
} Owner;

static void
check_clause (gpointer data, const GbYamlNode *node, const char *clause)
{
  GbWork *work = ((Owner *)data)->work;
  const GbRegistry *registry = ((Owner *)data)->registry;
  gb_arena_reset (work->scratch);
  const GbPolicyCase *own = gb_corpus_policy (&work->corpus, registry->policy);
  GbClause found = gb_corpus_clause (&work->corpus, work->scratch, clause, own);
  GbPlace place = gb_yaml_place (registry->file, node, "clause");
  if (found.unit != NULL) {
    gb_versions_check_clause (work, place, &found);
    return;
  }
  /* That a policy is unknown or cannot be read is said where it is named, or of its file. */
  gboolean named = registry->policy != NULL || strchr (clause, '#') != NULL;
  if (found.policy != NULL || !named)
    gb_diagnostics_error (work->diagnostics, place, "broken-clause",
                          "there is no clause '%s'; a rule names the clause it comes from, as "
                          "POLICY#art-14-3",
                          clause);
}

static void
check_rules_in_force (GbWork *work, const GbRegistryCase *registry)
{
  const GbPolicyCase *policy = registry->policy;
  guint certified
    = registry->counts[GB_STANDING_CERTIFIED] + registry->counts[GB_STANDING_REVIEW_DUE];
  if (policy == NULL || certified == 0 || policy->state.force == GB_FORCE_IN_FORCE
      || policy->state.force == GB_FORCE_EFFECT_NOT_RECORDED)
    return;
  gb_diagnostics_warning (
    work->diagnostics, gb_yaml_place (registry->registry->file, registry->registry->node, "policy"),
    "rules-not-in-force", "the rules '%s' are %s, but %u certifications are still running",
    policy->policy->id, gb_force_name (policy->state.force), certified);
}

/* ---- entries ---- */

static const GbDuty *
find_duty (const GbRegistry *registry, const char *id)
{
  for (guint i = 0; i < registry->duties.length; i++) {
    const GbDuty *duty = GB_LIST_AT (GbDuty, registry->duties, i);
    if (g_strcmp0 (duty->id, id) == 0)
      return duty;
  }
  return NULL;
}

static void
check_event (GbWork *work, const GbEntryCase *entry, const GbEventCase *event)
{
  const GbEvent *written = event->event;
  const GbRegistry *registry = entry->registry->registry;
  if (written == NULL)
    return;
  const char *file = entry->batch->file;
  if (event->kind == GB_EVENT_REVOKED && registry->revocation.length > 0 && event->ground == NULL) {
    if (written->ground == NULL)
      gb_diagnostics_error (work->diagnostics, gb_yaml_place (file, written->node, NULL),
                            "revocation-without-ground",
                            "the revocation of '%s' names no ground; write 'ground:' with one of "
                            "the scheme's grounds in %s",
                            entry->entry->id, registry->file);
    else
      gb_diagnostics_error (work->diagnostics, gb_yaml_place (file, written->node, "ground"),
                            "unknown-ground", "'%s' is no ground of the scheme in %s",
                            written->ground, registry->file);
  }
  if (event->kind == GB_EVENT_REPORTED && written->duty != NULL
      && find_duty (registry, written->duty) == NULL)
    gb_diagnostics_error (work->diagnostics, gb_yaml_place (file, written->node, "duty"),
                          "unknown-duty", "'%s' is no duty of the scheme in %s", written->duty,
                          registry->file);
  if (event->kind == GB_EVENT_RENAMED && written->name == NULL)
    gb_diagnostics_error (work->diagnostics, gb_yaml_place (file, written->node, NULL),
                          "renamed-without-name", "a 'renamed' event needs 'name:', the new name");
  if (event->from.date != GB_DATE_NONE && event->to.date != GB_DATE_NONE
      && event->to.date < event->from.date)
    gb_diagnostics_error (work->diagnostics, gb_yaml_place (file, written->node, NULL),
                          "term-ends-first", "the term ends before it begins");
}

static GbPlace
place_of_event (const GbEntryCase *entry, const GbEventCase *event)
{
  if (event->event != NULL)
    return gb_yaml_place (entry->batch->file, event->event->node, "date");
  const char *key = event->kind == GB_EVENT_CERTIFIED ? "certified" : "notice";
  return gb_yaml_place (entry->batch->file, entry->batch->node, key);
}

static void
check_sequence (GbWork *work, const GbEntryCase *entry)
{
  GbDate closes = GB_DATE_NONE;
  const GbEventCase *certified = NULL;
  const GbEventCase *over = NULL;
  char closing[GB_DATE_LENGTH];
  for (guint i = 0; i < entry->n_events; i++) {
    const GbEventCase *event = &entry->events[i];
    check_event (work, entry, event);
    if (over != NULL && event->kind != GB_EVENT_REPORTED && event->kind != GB_EVENT_CERTIFIED
        && event->kind != GB_EVENT_APPLIED && event->kind != GB_EVENT_PROPOSED
        && event->kind != GB_EVENT_NOTICED)
      gb_diagnostics_error (work->diagnostics, place_of_event (entry, event), "event-after-end",
                            "'%s' was %s before; only a new certification can follow",
                            entry->entry->id, gb_event_name (over->kind));
    if (event->kind == GB_EVENT_NOTICED && event->notice != NULL
        && gb_when_precision (event->when) == GB_PRECISION_DAY)
      closes = event->notice->closes.date;
    if (event->kind == GB_EVENT_CERTIFIED) {
      if (closes != GB_DATE_NONE && event->when.last <= closes)
        gb_diagnostics_error (work->diagnostics, place_of_event (entry, event),
                              "certified-before-notice-closed",
                              "'%s' is certified before its notice closed: the last day is %s",
                              entry->entry->id, gb_date_format (closes, closing));
      certified = event;
      over = NULL;
    }
    if ((event->kind == GB_EVENT_RENEWED || event->kind == GB_EVENT_REVOKED) && certified == NULL)
      gb_diagnostics_error (work->diagnostics, place_of_event (entry, event),
                            "event-without-certification",
                            "'%s' is %s, but no certification is on record", entry->entry->id,
                            gb_event_name (event->kind));
    if (event->kind == GB_EVENT_REVOKED || event->kind == GB_EVENT_WITHDRAWN)
      over = event;
  }
}

static gboolean
is_partly_known (const GbRegistry *registry, const char *batch)
{
  for (guint i = 0; i < registry->batches.length; i++) {
    const GbBatch *other = GB_LIST_AT (GbBatch, registry->batches, i);
    if (other->partial && (batch == NULL || g_strcmp0 (batch, other->id) == 0))
      return TRUE;
  }
  return registry->batches.length == 0;
}

static gboolean
meets (const GbEntryCase *entry, const GbTie *tie, GbDate day)
{
  for (guint i = 0; i < entry->n_same_as; i++) {
    const GbEntryCase *other = entry->same_as[i];
    if (g_strcmp0 (other->registry->registry->id, tie->registry) == 0
        && gb_standing_is_listed (gb_entry_case_on (other, day).standing))
      return TRUE;
  }
  return FALSE;
}

/* The first day on which a rule binds: when the policy that holds its clause takes effect. */
static GbDate
binds_from (GbWork *work, const GbRegistry *registry, const char *clause)
{
  if (clause == NULL)
    return GB_DATE_NONE;
  gb_arena_reset (work->scratch);
  const GbPolicyCase *own = gb_corpus_policy (&work->corpus, registry->policy);
  GbClause found = gb_corpus_clause (&work->corpus, work->scratch, clause, own);
  return found.policy == NULL ? GB_DATE_NONE : found.policy->effective.date;
}

/* A prerequisite in a list that is only partly recorded cannot be missed, only not be shown. */
static void
check_prerequisites (GbWork *work, const GbRegistryCase *registry, const GbBatch *batch)
{
  for (guint i = 0; i < registry->registry->prerequisites.length; i++) {
    const GbTie *tie = GB_LIST_AT (GbTie, registry->registry->prerequisites, i);
    const GbRegistryCase *other = gb_corpus_registry (&work->corpus, tie->registry);
    if (other == NULL)
      continue;
    /* GB_DATE_NONE is before every day. */
    GbDate from = binds_from (work, registry->registry, tie->clause);
    g_autoptr (GString) names = g_string_new (NULL);
    guint missing = 0;
    for (guint k = 0; k < registry->n_entries; k++) {
      const GbEntryCase *entry = registry->entries[k];
      if (entry->batch == batch && entry->certified.last != GB_DATE_NONE
          && gb_registry_case_tie (tie, entry->entry) == GB_REGION_INSIDE
          && entry->certified.last >= from && !meets (entry, tie, entry->certified.last))
        name_entry (names, &missing, entry);
    }
    if (missing == 0)
      continue;
    char more[48];
    GbPlace place = gb_yaml_place (batch->file, batch->node, "entries");
    if (is_partly_known (other->registry, tie->batch))
      gb_diagnostics_warning (work->diagnostics, place, "prerequisite-not-shown",
                              "certification in '%s' is required first, but that list is only "
                              "partly recorded: nothing is on record for %s%s",
                              tie->registry, names->str, and_more (more, missing));
    else
      gb_diagnostics_error (work->diagnostics, place, "prerequisite-missing",
                            "certification in '%s' is required first and not on record for %s%s; "
                            "tie the entries with 'same_as:'",
                            tie->registry, names->str, and_more (more, missing));
  }
}

/* Whether a tie that is limited to a region tells which of the entries of @registry it is for. */
static void
check_region (GbWork *work, const GbRegistry *source, const GbTie *tie,
              const GbRegistryCase *registry)
{
  if (tie->region == NULL || registry == NULL)
    return;
  GbPlace place = gb_yaml_place (source->file, tie->node, "region");
  if (!gb_region_is_unit (tie->region)) {
    gb_diagnostics_warning (work->diagnostics, place, "region-form",
                            "'%s' does not end as the name of an administrative unit does, so that "
                            "nothing is known to lie in it; write it in full, as '示例省示例市'",
                            tie->region);
    return;
  }
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_unknown = 0, n_inside = 0, n = 0;
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    if (tie->batch != NULL && g_strcmp0 (tie->batch, entry->batch->id) != 0)
      continue;
    GbRegionRelation relation = gb_registry_case_tie (tie, entry->entry);
    n++;
    n_inside += relation == GB_REGION_INSIDE;
    if (relation == GB_REGION_NOT_KNOWN)
      name_entry (names, &n_unknown, entry);
  }
  char more[48];
  if (n_unknown > 0)
    gb_diagnostics_warning (work->diagnostics, place, "region-not-known",
                            "the rule is for what lies in '%s', and of %s%s in '%s' that is not "
                            "known, so that it is taken to be for none of them; write their "
                            "'region' in full",
                            tie->region, names->str, and_more (more, n_unknown),
                            registry->registry->id);
  else if (n > 0 && n_inside == 0)
    gb_diagnostics_note (work->diagnostics, place, "region-without-entry",
                         "no entry of '%s' lies in '%s', so that the rule is for none of them",
                         registry->registry->id, tie->region);
}

/* Certification elsewhere is asked of the entries here; automatic are those of elsewhere. */
static void
check_regions (GbWork *work, const GbRegistryCase *registry)
{
  const GbRegistry *source = registry->registry;
  for (guint i = 0; i < source->prerequisites.length; i++)
    check_region (work, source, GB_LIST_AT (GbTie, source->prerequisites, i), registry);
  for (guint i = 0; i < source->automatic.length; i++) {
    const GbTie *tie = GB_LIST_AT (GbTie, source->automatic, i);
    check_region (work, source, tie, gb_corpus_registry (&work->corpus, tie->registry));
  }
}

/* The last review on record was failed. */
static gboolean
failed_review (const GbEntryCase *entry)
{
  for (guint i = entry->n_events; i > 0; i--) {
    const GbEventCase *event = &entry->events[i - 1];
    if (event->kind == GB_EVENT_EVALUATED && event->event != NULL
        && event->event->result != GB_RESULT_UNSTATED)
      return event->event->result == GB_RESULT_FAILED;
  }
  return FALSE;
}

static void
check_batch (GbWork *work, const GbRegistryCase *registry, const GbBatch *batch)
{
  guint recorded = batch->entries.length;
  if (batch->announced > 0 && recorded > (guint)batch->announced)
    gb_diagnostics_error (work->diagnostics, gb_yaml_place (batch->file, batch->node, "announced"),
                          "more-than-announced",
                          "%u entries are recorded, but the list announced %d", recorded,
                          batch->announced);
  if (batch->announced > 0 && recorded < (guint)batch->announced && !batch->partial)
    gb_diagnostics_warning (
      work->diagnostics, gb_yaml_place (batch->file, batch->node, "announced"), "list-incomplete",
      "%u of the announced %d entries are recorded; complete the list or "
      "write 'partial: true'",
      recorded, batch->announced);
  check_prerequisites (work, registry, batch);

  g_autoptr (GString) unreviewed = g_string_new (NULL);
  guint n_unreviewed = 0;
  g_autoptr (GString) failed = g_string_new (NULL);
  guint n_failed = 0;
  g_autoptr (GString) unnoticed = g_string_new (NULL);
  guint n_unnoticed = 0;
  const GbNoticeRule *rule = registry->registry->notice;
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    if (entry->batch != batch)
      continue;
    if (entry->state.standing == GB_STANDING_TERM_ENDED) {
      if (failed_review (entry))
        name_entry (failed, &n_failed, entry);
      else
        name_entry (unreviewed, &n_unreviewed, entry);
    }
    gboolean noticed = FALSE;
    for (guint k = 0; k < entry->n_events; k++)
      noticed |= entry->events[k].kind == GB_EVENT_NOTICED;
    if (rule != NULL && rule->required && !noticed && entry->certified.last != GB_DATE_NONE)
      name_entry (unnoticed, &n_unnoticed, entry);
  }
  char more[48];
  GbPlace place = gb_yaml_place (batch->file, batch->node, "entries");
  if (n_unreviewed > 0)
    gb_diagnostics_warning (work->diagnostics, place, "review-not-recorded",
                            "the term has ended and no review is on record for %s%s",
                            unreviewed->str, and_more (more, n_unreviewed));
  if (n_failed > 0)
    gb_diagnostics_warning (work->diagnostics, place, "review-failed",
                            "the term has ended and the review was failed, but no revocation is "
                            "on record for %s%s",
                            failed->str, and_more (more, n_failed));
  if (n_unnoticed > 0)
    gb_diagnostics_warning (work->diagnostics, place, "notice-not-recorded",
                            "the scheme demands a public notice and none is on record for %s%s",
                            unnoticed->str, and_more (more, n_unnoticed));
}

/* ---- caps ---- */

static void
report_cap (GbWork *work, const GbRegistry *registry, const GbCap *cap, guint count,
            const char *what)
{
  if (cap->maximum == 0 || count <= (guint)cap->maximum)
    return;
  GbPlace place = gb_yaml_place (registry->file, cap->node, "maximum");
  if (cap->approximate)
    gb_diagnostics_warning (work->diagnostics, place, "cap-exceeded",
                            "%u are certified%s; the rules say about %d", count, what,
                            cap->maximum);
  else
    gb_diagnostics_error (work->diagnostics, place, "cap-exceeded",
                          "%u are certified%s; the rules allow at most %d", count, what,
                          cap->maximum);
}

static guint
count_certified (const GbRegistryCase *registry, const char *industry, int year)
{
  guint count = 0;
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    if (entry->certified.last == GB_DATE_NONE)
      continue;
    if (industry != NULL && g_strcmp0 (entry->entry->industry, industry) != 0)
      continue;
    if (year != 0 ? gb_date_year (entry->certified.last) == year
                  : gb_standing_is_listed (entry->state.standing))
      count++;
  }
  return count;
}

static void
check_cap (GbWork *work, const GbRegistryCase *registry, const GbCap *cap)
{
  const GbRegistry *source = registry->registry;
  switch (cap->scope) {
  case GB_CAP_TOTAL:
    report_cap (work, source, cap, count_certified (registry, NULL, 0), "");
    return;
  case GB_CAP_PER_INDUSTRY:
    for (guint i = 0; i < source->industries.length; i++) {
      const GbIndustry *industry = GB_LIST_AT (GbIndustry, source->industries, i);
      g_autofree char *what = g_strdup_printf (" in '%s'", industry->id);
      report_cap (work, source, cap, count_certified (registry, industry->id, 0), what);
    }
    return;
  case GB_CAP_PER_YEAR: {
    g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
    for (guint i = 0; i < registry->n_entries; i++) {
      if (registry->entries[i]->certified.last == GB_DATE_NONE)
        continue;
      int year = gb_date_year (registry->entries[i]->certified.last);
      if (!g_hash_table_add (seen, GINT_TO_POINTER (year)))
        continue;
      g_autofree char *what = g_strdup_printf (" in %d", year);
      report_cap (work, source, cap, count_certified (registry, NULL, year), what);
    }
    return;
  }
  }
}

/* ---- duties ---- */

static gboolean
has_reported (const GbEntryCase *entry, const GbDuty *duty, const char *period)
{
  for (guint i = 0; i < entry->n_events; i++) {
    const GbEvent *event = entry->events[i].event;
    if (event != NULL && entry->events[i].kind == GB_EVENT_REPORTED
        && g_strcmp0 (event->period, period) == 0
        && (event->duty == NULL || g_strcmp0 (event->duty, duty->id) == 0))
      return TRUE;
  }
  return FALSE;
}

/* The duty for @period binds those certified from @first to @last, its last day to report. */
static void
check_duty_period (GbWork *work, const GbRegistryCase *registry, const GbDuty *duty,
                   const char *period, GbDate first, GbDate last)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint missing = 0;
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    if (gb_standing_is_certified (gb_entry_case_on (entry, first).standing)
        && gb_standing_is_certified (gb_entry_case_on (entry, last).standing)
        && !has_reported (entry, duty, period))
      name_entry (names, &missing, entry);
  }
  char more[48];
  if (missing > 0)
    gb_diagnostics_warning (work->diagnostics,
                            gb_yaml_place (registry->registry->file, duty->node, NULL),
                            "duty-not-recorded", "the duty '%s' for %s is not on record for %s%s",
                            duty->id, period, names->str, and_more (more, missing));
}

static void
check_year (GbWork *work, const GbRegistryCase *registry, const GbDuty *duty, int year)
{
  GbDate due = duty->due.month == 0 ? gb_date_new (year + 1, 12, 31)
                                    : gb_date_new (year + 1, duty->due.month, duty->due.day);
  if (due == GB_DATE_NONE || due >= work->corpus.as_of)
    return;
  char period[8];
  g_snprintf (period, sizeof period, "%d", year);
  check_duty_period (work, registry, duty, period, gb_date_new (year, 12, 31), due);
}

static void
check_quarters (GbWork *work, const GbRegistryCase *registry, const GbDuty *duty, int year)
{
  for (int quarter = 1; quarter <= 4; quarter++) {
    int month = quarter * 3;
    GbDate first = gb_date_new (year, month - 2, 1);
    GbDate last = gb_date_new (year, month, gb_date_month_length (year, month));
    if (last >= work->corpus.as_of)
      continue;
    char period[16];
    g_snprintf (period, sizeof period, "%dQ%d", year, quarter);
    check_duty_period (work, registry, duty, period, first, last);
  }
}

static void
check_duty (GbWork *work, const GbRegistryCase *registry, const GbDuty *duty)
{
  if (!duty->tracked || registry->n_changes == 0)
    return;
  int this_year = gb_date_year (work->corpus.as_of);
  for (int year = gb_date_year (registry->changes[0].last); year <= this_year; year++)
    switch (duty->every) {
    case GB_DUTY_YEARLY:
      check_year (work, registry, duty, year);
      break;
    case GB_DUTY_QUARTERLY:
      check_quarters (work, registry, duty, year);
      break;
    }
}

/* ---- notices ---- */

static void
check_notice_length (GbWork *work, const GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  const GbNoticeRule *scheme = notice->registry == NULL ? NULL : notice->registry->registry->notice;
  GbDate opens = source->opens.first;
  GbDate closes = notice->closes.date;
  if (closes == GB_DATE_NONE || gb_when_precision (source->opens) != GB_PRECISION_DAY)
    return;
  gboolean explicit_end = source->closes != GB_DATE_NONE;
  GbPlace place = gb_yaml_place (source->file, source->node, explicit_end ? "closes" : "period");
  char there[GB_DATE_LENGTH];
  char here[GB_DATE_LENGTH];
  if (closes < opens) {
    gb_diagnostics_error (work->diagnostics, place, "notice-ends-first",
                          "the notice closes on %s, before it opens on %s",
                          gb_date_format (closes, there), gb_date_format (opens, here));
    return;
  }
  if (explicit_end && source->extension == NULL && notice->computed.rule != GB_RULE_NONE
      && notice->computed.date != source->closes && source->closes_reason == NULL)
    gb_diagnostics_error (work->diagnostics, place, "notice-end-differs",
                          "'closes' is %s, but the period ends on %s; correct it, leave it out, or "
                          "say why in 'closes_reason'",
                          gb_date_format (source->closes, there),
                          gb_date_format (notice->computed.date, here));
  if (scheme == NULL || scheme->days == 0)
    return;
  GbPeriodRule rule = gb_notice_case_rule (work, scheme);
  int counted
    = gb_period_count (&work->corpus.model->calendar, &rule, notice->counted_from, closes);
  if (counted < rule.length)
    gb_diagnostics_error (work->diagnostics, place, "notice-too-short",
                          "the notice runs for %d %s days; the scheme demands %d", counted,
                          gb_day_unit_name (rule.unit), rule.length);
}

/* Known not to have been in force on @day. */
static gboolean
is_without_force (const GbPolicyCase *rules, GbDate day)
{
  GbForce force = gb_force_on (&rules->dates, day).force;
  return force != GB_FORCE_IN_FORCE && force != GB_FORCE_EFFECT_NOT_RECORDED;
}

static void
check_notice (GbWork *work, const GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  check_notice_length (work, notice);
  const GbPolicyCase *rules = notice->registry == NULL ? NULL : notice->registry->policy;
  GbWhen opens = source->opens;
  if (rules != NULL && opens.last != GB_DATE_NONE && is_without_force (rules, opens.first)
      && is_without_force (rules, opens.last))
    gb_diagnostics_warning (work->diagnostics, gb_yaml_place (source->file, source->node, "opens"),
                            "notice-without-basis",
                            "the rules '%s' were not in force on the day the notice opened",
                            rules->policy->id);
  if (source->channels.length == 0 && source->sources.length == 0)
    gb_diagnostics_warning (work->diagnostics, gb_yaml_place (source->file, source->node, NULL),
                            "notice-without-channel",
                            "the notice names no channel for objections ('channels:')");
  if (source->outcome != NULL && source->outcome->date != GB_DATE_NONE
      && notice->closes.date != GB_DATE_NONE && source->outcome->date <= notice->closes.date
      && !gb_notice_case_is_given_up (source->outcome)) {
    char closing[GB_DATE_LENGTH];
    gb_diagnostics_error (work->diagnostics,
                          gb_yaml_place (source->file, source->outcome->node, "date"),
                          "outcome-before-notice-closed",
                          "the outcome is dated before the notice closed: its last day is %s",
                          gb_date_format (notice->closes.date, closing));
  }
  if (notice->registry == NULL)
    return;
  for (guint i = 0; i < source->proposed.length; i++) {
    const GbProposed *proposed = GB_LIST_AT (GbProposed, source->proposed, i);
    if (proposed->entry != NULL
        && gb_registry_case_entry (notice->registry, proposed->entry) == NULL)
      gb_diagnostics_error (work->diagnostics,
                            gb_yaml_place (source->file, proposed->node, "entry"),
                            "unknown-reference", "the registry '%s' has no entry '%s'",
                            source->registry, proposed->entry);
  }
}

void
gb_rules_registry_check (GbWork *work)
{
  if (work->corpus.model->site == NULL)
    return;
  for (guint i = 0; i < work->corpus.n_registries; i++) {
    const GbRegistryCase *registry = &work->corpus.registries[i];
    const GbRegistry *source = registry->registry;
    gb_schema_each_clause (&gb_schema_registry, source, check_clause, &(Owner){ work, source });
    check_rules_in_force (work, registry);
    check_regions (work, registry);
    for (guint k = 0; k < registry->n_entries; k++)
      check_sequence (work, registry->entries[k]);
    for (guint k = 0; k < source->batches.length; k++)
      check_batch (work, registry, GB_LIST_AT (GbBatch, source->batches, k));
    for (guint k = 0; k < source->caps.length; k++)
      check_cap (work, registry, GB_LIST_AT (GbCap, source->caps, k));
    for (guint k = 0; k < source->duties.length; k++)
      check_duty (work, registry, GB_LIST_AT (GbDuty, source->duties, k));
  }
  for (guint i = 0; i < work->corpus.n_notices; i++)
    check_notice (work, &work->corpus.notices[i]);
  gb_spelling_check (work);
}
