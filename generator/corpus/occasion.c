/* What is due or happens on a day, gathered from policies, notices and registries. */
#include "corpus/private.h"

#include <string.h>

GB_VOCABULARY_NAMES (GbOccasionKind, occasion, GB_OCCASIONS)

static void
add (GArray *occasions, GbOccasion occasion)
{
  occasion.date = occasion.derivation.date;
  occasion.provisional = occasion.derivation.provisional;
  if (occasion.date != GB_DATE_NONE)
    g_array_append_val (occasions, occasion);
}

static GbDerivation
on (GbDate date)
{
  GbDerivation derivation = { .date = date, .rule = GB_RULE_RECORDED, .from = GB_DATE_NONE };
  return derivation;
}

static void
policy_occasions (GArray *occasions, const GbPolicyCase *policy)
{
  /* What a repeal overtook never happens. */
  const GbForceDates *dates = &policy->dates;
  GbDate over
    = gb_date_earlier (gb_date_earlier (dates->repealed, dates->annulled), dates->replaced);
  const struct {
    GbOccasionKind kind;
    GbDerivation derivation;
  } all[] = {
    { GB_OCCASION_POLICY_EFFECTIVE, policy->effective },
    { GB_OCCASION_POLICY_EXPIRES, policy->last_day },
    { GB_OCCASION_POLICY_TAIL_ENDS, policy->tail },
    { GB_OCCASION_POLICY_REVIEW, policy->review },
  };
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (over == GB_DATE_NONE || all[i].derivation.date < over)
      add (occasions,
           (GbOccasion){ .kind = all[i].kind, .policy = policy, .derivation = all[i].derivation });
  for (guint i = 1; i < policy->n_versions; i++)
    if (policy->versions[i].state != GB_VERSION_NEVER)
      add (occasions, (GbOccasion){ .kind = GB_OCCASION_POLICY_VERSION,
                                    .policy = policy,
                                    .derivation = on (policy->versions[i].from) });
  add (
    occasions,
    (GbOccasion){ .kind = GB_OCCASION_POLICY_REPEALED, .policy = policy, .derivation = on (over) });
}

static void
notice_occasions (GArray *occasions, const GbNoticeCase *notice)
{
  if (gb_when_precision (notice->notice->opens) == GB_PRECISION_DAY)
    add (occasions, (GbOccasion){ .kind = GB_OCCASION_NOTICE_OPENS,
                                  .notice = notice,
                                  .derivation = on (notice->notice->opens.first) });
  add (occasions, (GbOccasion){ .kind = GB_OCCASION_NOTICE_CLOSES,
                                .notice = notice,
                                .derivation = notice->closes });
}

static gboolean
has_day (const GbEntryCase *entry, GbEntryDay day)
{
  return entry->days[day].date != GB_DATE_NONE
         && (gb_standing_is_certified (entry->state.standing)
             || entry->state.standing == GB_STANDING_TERM_ENDED);
}

static gboolean
is_same_day (const GbEntryCase *a, const GbEntryCase *b, GbEntryDay day)
{
  return a->days[day].date == b->days[day].date
         && a->days[GB_ENTRY_DAY_TERM_ENDS].date == b->days[GB_ENTRY_DAY_TERM_ENDS].date;
}

/* Entries of one batch whose terms end together make one occasion. */
static void
entry_occasions (GbWork *work, GArray *occasions, const GbRegistryCase *registry, GbEntryDay day)
{
  g_autofree gboolean *done = g_new0 (gboolean, MAX (1, registry->n_entries));
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *first = registry->entries[i];
    if (done[i] || !has_day (first, day))
      continue;
    g_autoptr (GPtrArray) together = g_ptr_array_new ();
    for (guint k = i; k < registry->n_entries; k++) {
      GbEntryCase *entry = registry->entries[k];
      if (entry->batch != first->batch)
        break; /* entries come by batch */
      if (done[k] || !has_day (entry, day) || !is_same_day (entry, first, day))
        continue;
      done[k] = TRUE;
      g_ptr_array_add (together, entry);
    }
    GbOccasion occasion = {
      .kind = GB_OCCASION_TERM_ENDS + day, /* in the order of GB_ENTRY_DAYS */
      .registry = registry,
      .batch = first->batch,
      .derivation = first->days[day],
    };
    occasion.entries = gb_arena_seal_pointers (work->arena, together, &occasion.n_entries);
    add (occasions, occasion);
  }
}

static gboolean
has_certified (const GbRegistryCase *registry)
{
  return registry->counts[GB_STANDING_CERTIFIED] + registry->counts[GB_STANDING_REVIEW_DUE] > 0;
}

/* A duty recurs for ever; only its next day is an occasion. */
static void
duty_occasions (GbWork *work, GArray *occasions, const GbRegistryCase *registry)
{
  if (!has_certified (registry))
    return;
  GbDate as_of = work->corpus.as_of;
  for (guint i = 0; i < registry->registry->duties.length; i++) {
    const GbDuty *duty = GB_LIST_AT (GbDuty, registry->registry->duties, i);
    switch (duty->every) {
    case GB_DUTY_QUARTERLY: /* without a day */
      continue;
    case GB_DUTY_YEARLY:
      break;
    }
    if (duty->due.month == 0)
      continue;
    int year = gb_date_year (as_of);
    GbDate due = gb_date_new (year, duty->due.month, duty->due.day);
    if (due == GB_DATE_NONE || due < as_of)
      due = gb_date_new (++year, duty->due.month, duty->due.day);
    if (due == GB_DATE_NONE) /* 29 February */
      due = gb_date_new (year, duty->due.month, duty->due.day - 1);
    add (occasions, (GbOccasion){ .kind = GB_OCCASION_DUTY,
                                  .registry = registry,
                                  .duty = duty,
                                  .derivation = { .date = due,
                                                  .rule = GB_RULE_YEARLY,
                                                  .from = GB_DATE_NONE,
                                                  .clause = duty->clause } });
  }
}

static const char *
subject_id (const GbOccasion *occasion)
{
  return occasion->policy != NULL   ? occasion->policy->policy->id
         : occasion->notice != NULL ? occasion->notice->notice->id
                                    : occasion->registry->registry->id;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const GbOccasion *left = a;
  const GbOccasion *right = b;
  if (left->date != right->date)
    return left->date < right->date ? -1 : 1;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  int order = strcmp (subject_id (left), subject_id (right));
  if (order == 0 && left->batch != NULL && right->batch != NULL)
    order = g_strcmp0 (left->batch->id, right->batch->id);
  if (order == 0 && left->duty != NULL && right->duty != NULL)
    order = g_strcmp0 (left->duty->id, right->duty->id);
  return order;
}

void
gb_occasion_find (GbWork *work)
{
  GbCorpus *corpus = &work->corpus;
  if (corpus->model->site == NULL)
    return;
  g_autoptr (GArray) occasions = g_array_new (FALSE, FALSE, sizeof (GbOccasion));
  for (guint i = 0; i < corpus->n_policies; i++)
    policy_occasions (occasions, &corpus->policies[i]);
  for (guint i = 0; i < corpus->n_notices; i++)
    notice_occasions (occasions, &corpus->notices[i]);
  for (guint i = 0; i < corpus->n_registries; i++) {
    for (guint day = 0; day < GB_ENTRY_DAY_COUNT; day++)
      entry_occasions (work, occasions, &corpus->registries[i], day);
    duty_occasions (work, occasions, &corpus->registries[i]);
  }
  g_array_sort (occasions, compare);
  corpus->occasions = gb_arena_seal (work->arena, occasions, &corpus->n_occasions);
}
