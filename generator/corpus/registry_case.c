/* Registries: the events of each entry in order, their terms and standings, and what changed when.
 */
#include "corpus/private.h"
#include "corpus/roster.h"

#include "law/closing.h"
#include "law/review.h"

#include <string.h>

/* Where an event of the same day stands among the others: a new name follows the certification. */
static int
order_of (GbEventKind kind)
{
  return kind == GB_EVENT_RENAMED ? 2 * GB_EVENT_CERTIFIED + 1 : 2 * (int)kind;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const GbEventCase *left = a;
  const GbEventCase *right = b;
  if (left->when.last != right->when.last)
    return left->when.last < right->when.last ? -1 : 1;
  return order_of (left->kind) - order_of (right->kind);
}

/* What the scheme of @registry says of terms; FALSE where it says nothing. */
static gboolean
term_scheme (const GbWork *work, const GbRegistryCase *registry, GbTermScheme *ret_scheme)
{
  const GbTermRule *term = registry->registry->term;
  if (term == NULL)
    return FALSE;
  *ret_scheme = (GbTermScheme){
    .none_stated = term->none_stated,
    .years = term->years,
    .first_year = term->range.from,
    .last_year = term->range.to,
    .until = term->until,
    .until_rule = gb_statements_source_of (work, term->until, term->clause, registry->policy),
    .clause = term->clause,
  };
  return TRUE;
}

static GbTermEnd
term_end (const GbWork *work, const GbTermRule *term)
{
  return term != NULL && term->has_end ? term->end : work->corpus.model->site->term_end;
}

/* The term of a certification: what the entry says, else its batch, else @scheme (or NULL). */
static GbTerm
derive_term (const GbWork *work, const GbEntryCase *entry, const GbEventCase *event,
             const GbTermScheme *scheme)
{
  const GbBatch *batch = entry->batch;
  const GbEvent *written = event->event;
  const GbTermFacts facts = {
    .certified = gb_when_day (event->when),
    .from = written != NULL && written->from != GB_DATE_NONE ? written->from : batch->from,
    .to = written != NULL && written->to != GB_DATE_NONE ? written->to : batch->to,
    .first_year = batch->range.from,
    .last_year = batch->range.to,
    .own_years = written == NULL ? 0 : written->years,
    .batch_years = batch->years,
    .not_known = batch->term_not_known,
    .end = term_end (work, entry->registry->registry->term),
    .scheme = scheme,
  };
  return gb_term_derive (&facts);
}

static GbTerm
derive_renewal (const GbWork *work, const GbEntryCase *entry, const GbEventCase *event,
                GbDate old_last_day)
{
  const GbReviewRule *review = entry->registry->registry->review;
  const GbTermRule *term = entry->registry->registry->term;
  const GbTermRenewal facts = {
    .from = event->event->from,
    .to = event->event->to,
    .own_years = event->event->years,
    .review_years = review == NULL ? 0 : review->years,
    .scheme_years = term == NULL ? 0 : term->years,
    .old_last_day = old_last_day,
    .end = term_end (work, term),
    .clause = review != NULL && review->clause != NULL ? review->clause
              : term != NULL                           ? term->clause
                                                       : NULL,
  };
  return gb_term_renew (&facts);
}

static GbEventCase
event_of (const GbWork *work, const GbEntryCase *entry, const GbEvent *event)
{
  GbEventCase result = {
    .event = event,
    .kind = event->kind,
    .when = event->when,
    .decision = event->decision,
    .notice = gb_corpus_notice (&work->corpus, event->notice),
    .from = GB_DERIVATION_NONE,
    .to = GB_DERIVATION_NONE,
  };
  if (result.kind == GB_EVENT_CERTIFIED && result.decision == NULL)
    result.decision = entry->batch->decision;
  const GbList *grounds = &entry->registry->registry->revocation;
  for (guint i = 0; event->ground != NULL && i < grounds->length; i++) {
    const GbGround *ground = GB_LIST_AT (GbGround, *grounds, i);
    if (g_strcmp0 (ground->id, event->ground) == 0)
      result.ground = ground;
  }
  return result;
}

static GbEventCase
implied (GbEventKind kind, GbWhen when)
{
  GbEventCase event
    = { .kind = kind, .when = when, .from = GB_DERIVATION_NONE, .to = GB_DERIVATION_NONE };
  return event;
}

/* The last day of the notice an entry stood in: the earliest and the latest there can be. */
static GbWhen
closing_of (const GbWork *work, const GbEntryCase *entry, const GbEventCase *event)
{
  if (event->notice != NULL && event->notice->closes.date != GB_DATE_NONE)
    return (GbWhen){ event->notice->closes.date, event->notice->closes.date };
  const GbNoticeRule *scheme = entry->registry->registry->notice;
  GbPeriodRule rule = { 0 };
  if (event->notice != NULL && event->notice->has_rule)
    rule = event->notice->rule;
  else if (scheme != NULL && scheme->days > 0)
    rule = gb_notice_case_rule (work, scheme);
  return gb_closing_span (&work->corpus.model->calendar, &rule, event->when);
}

/* The last day of rules that set no term, where a certification has no last day for that reason. */
static GbDate
lapse_of (const GbEntryCase *entry, const GbEventCase *event)
{
  const GbBatch *batch = entry->batch;
  const GbTermRule *term = entry->registry->registry->term;
  const GbPolicyCase *rules = entry->registry->policy;
  gboolean is_set = event->to.date != GB_DATE_NONE || batch->years != 0 || batch->term_not_known
                    || (event->event != NULL && event->event->years != 0);
  if (is_set || term == NULL || !term->none_stated || rules == NULL)
    return GB_DATE_NONE;
  return gb_force_last_day (&rules->dates);
}

static void
collect_events (GbWork *work, GbEntryCase *entry, const GbTermScheme *scheme)
{
  const GbBatch *batch = entry->batch;
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (GbEventCase));
  gboolean noticed = FALSE;
  gboolean certified = FALSE;
  for (guint i = 0; i < entry->entry->events.length; i++) {
    const GbEvent *written = GB_LIST_AT (GbEvent, entry->entry->events, i);
    if (written->when.last == GB_DATE_NONE)
      continue; /* reported by the reader */
    GbEventCase event = event_of (work, entry, written);
    noticed |= event.kind == GB_EVENT_NOTICED;
    certified |= event.kind == GB_EVENT_CERTIFIED;
    g_array_append_val (events, event);
  }
  const GbNoticeCase *notice = gb_corpus_notice (&work->corpus, batch->notice);
  GbWhen opened = notice != NULL ? notice->notice->opens : batch->noticed;
  /* What was added after the notice had been published was not on it. */
  if (notice != NULL && notice->notice->proposed.length > 0 && !batch->partial
      && !gb_roster_proposes (notice->notice, entry->entry))
    opened = GB_WHEN_NONE;
  if (!noticed && opened.last != GB_DATE_NONE) {
    GbEventCase event = implied (GB_EVENT_NOTICED, opened);
    event.notice = notice;
    g_array_append_val (events, event);
  }
  if (!certified && batch->certified.last != GB_DATE_NONE) {
    GbEventCase event = implied (GB_EVENT_CERTIFIED, batch->certified);
    event.decision = batch->decision;
    g_array_append_val (events, event);
  }
  g_array_sort (events, compare_events);

  GbDate last_day = GB_DATE_NONE;
  GbStep *steps = gb_arena_newv (work->arena, GbStep, events->len);
  for (guint i = 0; i < events->len; i++) {
    GbEventCase *event = &g_array_index (events, GbEventCase, i);
    GbTerm term = { .from = GB_DERIVATION_NONE, .to = GB_DERIVATION_NONE };
    if (event->kind == GB_EVENT_CERTIFIED)
      term = derive_term (work, entry, event, scheme);
    else if (event->kind == GB_EVENT_RENEWED)
      term = derive_renewal (work, entry, event, last_day);
    event->from = term.from;
    event->to = term.to;
    if (event->to.date != GB_DATE_NONE)
      last_day = event->to.date;
    steps[i] = (GbStep){
      .kind = event->kind,
      .when = event->when,
      .closes = event->kind == GB_EVENT_NOTICED ? closing_of (work, entry, event) : GB_WHEN_NONE,
      .from = event->from.date,
      .to = event->to.date,
      .lapses = lapse_of (entry, event),
      .name = event->kind == GB_EVENT_RENAMED ? event->event->name : NULL,
    };
  }
  entry->steps = steps;
  entry->events = gb_arena_seal (work->arena, events, &entry->n_events);
}

static const char *
industry_name (const GbRegistry *registry, const char *industry)
{
  for (guint i = 0; industry != NULL && i < registry->industries.length; i++) {
    const GbIndustry *known = GB_LIST_AT (GbIndustry, registry->industries, i);
    if (g_strcmp0 (known->id, industry) == 0)
      return known->name;
  }
  return industry;
}

/* @day of the current term of @entry, whose last day is known by then. */
static GbDerivation
day_of (const GbEntryCase *entry, GbEntryDay day)
{
  const GbDerivation *last = &entry->days[GB_ENTRY_DAY_TERM_ENDS];
  const GbReviewRule *review = entry->registry->registry->review;
  switch (day) {
  case GB_ENTRY_DAY_TERM_ENDS:
    return *last;
  case GB_ENTRY_DAY_TERM_REVIEW:
    if (review == NULL || review->months_before == 0 || last->date == GB_DATE_NONE)
      break;
    return gb_review_before (last->date, review->months_before, review->clause);
  }
  return GB_DERIVATION_NONE;
}

static void
judge_entry (GbWork *work, GbEntryCase *entry, const GbTermScheme *scheme)
{
  GbDate as_of = work->corpus.as_of;
  collect_events (work, entry, scheme);
  entry->state = gb_entry_case_on (entry, as_of);
  entry->name = entry->state.name != NULL ? entry->state.name : entry->entry->name;
  entry->industry = industry_name (entry->registry->registry, entry->entry->industry);
  entry->certified = GB_WHEN_NONE;
  entry->from = entry->days[GB_ENTRY_DAY_TERM_ENDS] = GB_DERIVATION_NONE;
  for (guint i = 0; i < entry->n_events; i++) {
    const GbEventCase *event = &entry->events[i];
    if (event->when.last > as_of)
      break;
    if (event->kind == GB_EVENT_CERTIFIED && entry->certified.last == GB_DATE_NONE)
      entry->certified = event->when;
    if (event->kind == GB_EVENT_CERTIFIED || event->kind == GB_EVENT_RENEWED) {
      entry->from = event->from;
      entry->days[GB_ENTRY_DAY_TERM_ENDS] = event->to;
    }
  }
  for (guint day = 0; day < GB_ENTRY_DAY_COUNT; day++)
    entry->days[day] = day_of (entry, day);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const GbWhen *left = a;
  const GbWhen *right = b;
  if (left->last != right->last)
    return left->last < right->last ? -1 : 1;
  return (left->first > right->first) - (left->first < right->first);
}

/* The inexact dates of the events of @entry that count from @day. */
static void
add_inexact (GArray *changes, const GbEntryCase *entry, GbDate day)
{
  for (guint i = 0; i < entry->n_events; i++)
    if (entry->events[i].when.last == day && entry->events[i].when.first != day)
      g_array_append_val (changes, entry->events[i].when);
}

/* When the list read differently than before: days, and what is known less well. */
static void
collect_changes (GbWork *work, GbRegistryCase *registry)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (GbWhen));
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    if (entry->n_events == 0)
      continue;
    GbStandingState before = gb_entry_case_on (entry, entry->steps[0].when.last - 1);
    for (GbDate day = before.moves; day != GB_DATE_NONE && day <= work->corpus.as_of;) {
      GbStandingState state = gb_entry_case_on (entry, day);
      if (state.standing != before.standing || g_strcmp0 (state.name, before.name) != 0
          || state.last_day != before.last_day) {
        GbWhen exactly = { day, day };
        if (before.turns == day)
          g_array_append_val (changes, exactly);
        else
          add_inexact (changes, entry, day);
      }
      before = state;
      day = state.moves;
    }
  }
  g_array_sort (changes, compare_changes);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GbDate));
  guint kept = 0;
  for (guint i = 0; i < changes->len; i++) {
    GbWhen when = g_array_index (changes, GbWhen, i);
    if (kept > 0 && compare_changes (&g_array_index (changes, GbWhen, kept - 1), &when) == 0)
      continue;
    g_array_index (changes, GbWhen, kept++) = when;
    if (when.first == when.last)
      g_array_append_val (days, when.last);
  }
  g_array_set_size (changes, kept);
  registry->changes = gb_arena_seal (work->arena, changes, &registry->n_changes);
  registry->days = gb_arena_seal (work->arena, days, &registry->n_days);
}

static void
make_entries (GbWork *work, GbRegistryCase *registry)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  const GbList *batches = &registry->registry->batches;
  for (guint i = 0; i < batches->length; i++) {
    const GbBatch *batch = GB_LIST_AT (GbBatch, *batches, i);
    for (guint k = 0; k < batch->entries.length; k++) {
      const GbEntry *source = GB_LIST_AT (GbEntry, batch->entries, k);
      if (source->id == NULL || source->name == NULL)
        continue; /* reported by the reader */
      GbEntryCase *entry = gb_arena_new0 (work->arena, GbEntryCase);
      entry->entry = source;
      entry->batch = batch;
      entry->registry = registry;
      g_ptr_array_add (entries, entry);
      g_hash_table_insert (
        work->entries, gb_arena_printf (work->arena, "%s/%s", registry->registry->id, source->id),
        entry);
    }
  }
  registry->entries = gb_arena_seal_pointers (work->arena, entries, &registry->n_entries);
}

static void
judge_registry (GbWork *work, GbRegistryCase *registry)
{
  GbTermScheme scheme;
  gboolean has_scheme = term_scheme (work, registry, &scheme);
  registry->turns = GB_DATE_NONE;
  for (guint i = 0; i < registry->n_entries; i++) {
    GbEntryCase *entry = registry->entries[i];
    judge_entry (work, entry, has_scheme ? &scheme : NULL);
    registry->counts[entry->state.standing]++;
    registry->turns = gb_date_earlier (registry->turns, entry->state.turns);
  }
  collect_changes (work, registry);
}

GbRegionRelation
gb_registry_case_tie (const GbTie *tie, const GbEntry *entry)
{
  return tie->region == NULL ? GB_REGION_INSIDE : gb_region_relation (entry->region, tie->region);
}

/* What another registry's certification makes count here; nothing of which that is not known. */
static void
link_automatic (GbWork *work, GbRegistryCase *registry)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  for (guint i = 0; i < registry->registry->automatic.length; i++) {
    const GbTie *tie = GB_LIST_AT (GbTie, registry->registry->automatic, i);
    const GbRegistryCase *other = gb_corpus_registry (&work->corpus, tie->registry);
    for (guint k = 0; other != NULL && k < other->n_entries; k++) {
      GbEntryCase *entry = other->entries[k];
      if (entry->certified.last == GB_DATE_NONE
          || (tie->batch != NULL && g_strcmp0 (tie->batch, entry->batch->id) != 0)
          || gb_registry_case_tie (tie, entry->entry) != GB_REGION_INSIDE)
        continue;
      g_ptr_array_add (entries, entry);
      g_ptr_array_add (rules, (gpointer)tie);
    }
  }
  registry->automatic = gb_arena_seal_pointers (work->arena, entries, &registry->n_automatic);
  registry->automatic_ties = gb_arena_seal_pointers (work->arena, rules, &registry->n_automatic);
}

static void
add_once (GHashTable *table, GbEntryCase *entry, GbEntryCase *other)
{
  GPtrArray *list = gb_work_list_of (table, entry);
  if (!g_ptr_array_find (list, other, NULL))
    g_ptr_array_add (list, other);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const GbEntryCase *left = *(const GbEntryCase *const *)a;
  const GbEntryCase *right = *(const GbEntryCase *const *)b;
  int order = strcmp (left->registry->registry->id, right->registry->registry->id);
  return order != 0 ? order : strcmp (left->entry->id, right->entry->id);
}

static void
link_same (GbWork *work)
{
  g_autoptr (GHashTable) same
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < work->corpus.n_registries; i++) {
    const GbRegistryCase *registry = &work->corpus.registries[i];
    for (guint k = 0; k < registry->n_entries; k++) {
      GbEntryCase *entry = registry->entries[k];
      for (guint n = 0; n < entry->entry->same_as.length; n++) {
        GbEntryCase *other
          = g_hash_table_lookup (work->entries, GB_TEXT_AT (entry->entry->same_as, n));
        if (other == NULL || other == entry)
          continue; /* reported by the reader */
        add_once (same, entry, other);
        add_once (same, other, entry);
      }
    }
  }
  for (guint i = 0; i < work->corpus.n_registries; i++) {
    const GbRegistryCase *registry = &work->corpus.registries[i];
    for (guint k = 0; k < registry->n_entries; k++) {
      GbEntryCase *entry = registry->entries[k];
      GPtrArray *list = g_hash_table_lookup (same, entry);
      if (list == NULL)
        continue;
      g_ptr_array_sort (list, compare_entries);
      entry->same_as = gb_arena_seal_pointers (work->arena, list, &entry->n_same_as);
    }
  }
}

static int
compare_notices (gconstpointer a, gconstpointer b)
{
  const GbNoticeCase *left = *(const GbNoticeCase *const *)a;
  const GbNoticeCase *right = *(const GbNoticeCase *const *)b;
  GbDate opened = left->notice->opens.last;
  GbDate other = right->notice->opens.last;
  if (opened != other)
    return opened < other ? -1 : 1;
  return strcmp (left->notice->id, right->notice->id);
}

static void
link_notices (GbWork *work, GbRegistryCase *registry)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new ();
  for (guint i = 0; i < work->corpus.n_notices; i++)
    if (work->corpus.notices[i].registry == registry)
      g_ptr_array_add (notices, &work->corpus.notices[i]);
  g_ptr_array_sort (notices, compare_notices);
  registry->notices = gb_arena_seal_pointers (work->arena, notices, &registry->n_notices);
}

void
gb_registry_case_judge (GbWork *work)
{
  if (work->corpus.model->site == NULL)
    return;
  GbCorpus *corpus = &work->corpus;
  for (guint i = 0; i < corpus->n_registries; i++)
    make_entries (work, &corpus->registries[i]);
  link_same (work);
  for (guint i = 0; i < corpus->n_registries; i++) {
    judge_registry (work, &corpus->registries[i]);
    link_notices (work, &corpus->registries[i]);
  }
  for (guint i = 0; i < corpus->n_registries; i++)
    link_automatic (work, &corpus->registries[i]);
}

const GbEntryCase *
gb_registry_case_entry (const GbRegistryCase *registry, const char *id)
{
  for (guint i = 0; i < registry->n_entries; i++)
    if (g_strcmp0 (registry->entries[i]->entry->id, id) == 0)
      return registry->entries[i];
  return NULL;
}
