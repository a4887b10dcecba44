#include "corpus/roster.h"

#include "corpus/spelling.h"
#include "law/review.h"

#include <string.h>

GB_VOCABULARY_NAMES (GbRosterMode, roster_mode, GB_ROSTER_MODES)
GB_VOCABULARY_NAMES (GbRosterKind, roster_kind, GB_ROSTER_KINDS)
GB_VOCABULARY_NAMES (GbRosterSource, roster_source, GB_ROSTER_SOURCES)

/* A roster being made. */
typedef struct {
  GbArena *arena;
  GbRoster roster;
  GArray *rows; /* GbRosterRow, as found */
} Draft;

static void
draft_begin (Draft *draft, GbArena *arena, GbRosterMode mode, const GbRegistryCase *registry)
{
  *draft = (Draft){
    .arena = arena,
    .roster = { .mode = mode,
                .registry = registry,
                .old_day = GB_DATE_NONE,
                .new_day = GB_DATE_NONE,
                .turns = GB_DATE_NONE },
    .rows = g_array_new (FALSE, FALSE, sizeof (GbRosterRow)),
  };
}

static void
keep_turn (Draft *draft, GbDate turns)
{
  GbDate *known = &draft->roster.turns;
  if (turns != GB_DATE_NONE && (*known == GB_DATE_NONE || turns < *known))
    *known = turns;
}

/* The rows by kind; within a kind they stay as they were found. */
static const GbRoster *
draft_end (Draft *draft)
{
  GbRoster *roster = gb_arena_new0 (draft->arena, GbRoster);
  *roster = draft->roster;
  guint places[GB_VOCABULARY_COUNT (GB_ROSTER_KINDS)];
  for (guint i = 0; i < draft->rows->len; i++)
    roster->counts[g_array_index (draft->rows, GbRosterRow, i).kind]++;
  for (guint kind = 0; kind < GB_VOCABULARY_COUNT (GB_ROSTER_KINDS); kind++) {
    places[kind] = roster->n_rows;
    roster->n_rows += roster->counts[kind];
  }
  GbRosterRow *rows = gb_arena_newv (draft->arena, GbRosterRow, roster->n_rows + 1);
  for (guint i = 0; i < draft->rows->len; i++) {
    const GbRosterRow *row = &g_array_index (draft->rows, GbRosterRow, i);
    rows[places[row->kind]++] = *row;
    if (roster->mode != GB_ROSTER_DAYS && row->entry != NULL)
      keep_turn (draft, row->entry->state.turns);
  }
  roster->turns = draft->roster.turns;
  roster->rows = rows;
  g_array_unref (draft->rows);
  return roster;
}

gboolean
gb_roster_proposes (const GbNotice *notice, const GbEntry *entry)
{
  for (guint i = 0; i < notice->proposed.length; i++)
    if (g_strcmp0 (GB_LIST_AT (GbProposed, notice->proposed, i)->entry, entry->id) == 0)
      return TRUE;
  for (guint i = 0; i < notice->proposed.length; i++) {
    const GbProposed *item = GB_LIST_AT (GbProposed, notice->proposed, i);
    if (item->entry == NULL && gb_spelling_is_same (item->name, entry->name))
      return TRUE;
  }
  return FALSE;
}

/* -- reasons -- */

static void
add_reason (GArray *reasons, GbRosterSource source, GbWhen when, const char *text)
{
  GbRosterReason reason
    = { .source = source, .when = when, .text = text, .derivation = GB_DERIVATION_NONE };
  g_array_append_val (reasons, reason);
}

static void
add_event (GArray *reasons, const GbEventCase *event)
{
  GbRosterReason reason = {
    .source = GB_ROSTER_BY_EVENT,
    .when = event->when,
    .text = event->event == NULL ? NULL : event->event->note,
    .event = event,
    .decision = event->decision,
    .clause = event->ground != NULL             ? event->ground->clause
              : event->kind == GB_EVENT_RENEWED ? event->to.clause
                                                : NULL,
    .derivation = GB_DERIVATION_NONE,
  };
  g_array_append_val (reasons, reason);
}

static void
add_derivation (GArray *reasons, const GbDerivation *derivation)
{
  if (derivation->date == GB_DATE_NONE)
    return;
  GbRosterReason reason = { .source = GB_ROSTER_BY_TERM,
                            .when = GB_WHEN_NONE,
                            .clause = derivation->clause,
                            .derivation = *derivation };
  g_array_append_val (reasons, reason);
}

/* Whether an event of @kind by itself brings about a row of @row. */
static gboolean
brings_about (GbRosterKind row, GbEventKind kind)
{
  switch (row) {
  case GB_ROSTER_ADDED:
  case GB_ROSTER_RECERTIFIED:
    return kind == GB_EVENT_CERTIFIED;
  case GB_ROSTER_RENEWED:
    return kind == GB_EVENT_RENEWED;
  case GB_ROSTER_RENAMED:
    return kind == GB_EVENT_RENAMED;
  case GB_ROSTER_REVOKED:
    return kind == GB_EVENT_REVOKED;
  case GB_ROSTER_WITHDRAWN:
  case GB_ROSTER_DROPPED:
    return kind == GB_EVENT_WITHDRAWN;
  case GB_ROSTER_PROPOSED:
    return kind == GB_EVENT_APPLIED || kind == GB_EVENT_PROPOSED;
  case GB_ROSTER_NOTICED:
    return kind == GB_EVENT_NOTICED;
  default:
    return FALSE;
  }
}

/* Evaluations lead to these. */
static gboolean
follows_review (GbRosterKind row)
{
  return row == GB_ROSTER_RENEWED || row == GB_ROSTER_REVOKED || row == GB_ROSTER_TERM_ENDED
         || row == GB_ROSTER_REVIEW_DUE;
}

/* The events after @from, up to @to, that brought about a row, each with the evaluations of the
 * same term that came before it, on whatever day. */
static void
add_events (GArray *reasons, const GbEntryCase *entry, GbRosterKind row, GbDate from, GbDate to)
{
  g_autoptr (GPtrArray) reviews = g_ptr_array_new ();
  for (guint i = 0; i < entry->n_events; i++) {
    const GbEventCase *event = &entry->events[i];
    if (event->when.last > to)
      break;
    if (event->kind == GB_EVENT_EVALUATED && follows_review (row))
      g_ptr_array_add (reviews, (gpointer)event);
    gboolean wanted = event->when.last > from && brings_about (row, event->kind);
    for (guint k = 0; wanted && k < reviews->len; k++)
      add_event (reasons, reviews->pdata[k]);
    if (wanted)
      add_event (reasons, event);
    if (wanted || event->kind == GB_EVENT_CERTIFIED || event->kind == GB_EVENT_RENEWED)
      g_ptr_array_set_size (reviews, 0);
  }
  for (guint i = 0;
       (row == GB_ROSTER_TERM_ENDED || row == GB_ROSTER_REVIEW_DUE) && i < reviews->len; i++)
    add_event (reasons, reviews->pdata[i]);
}

/* The last event of a term up to @day, or NULL. */
static const GbEventCase *
term_event (const GbEntryCase *entry, GbDate day)
{
  const GbEventCase *found = NULL;
  for (guint i = 0; i < entry->n_events && entry->events[i].when.last <= day; i++)
    if (entry->events[i].kind == GB_EVENT_CERTIFIED || entry->events[i].kind == GB_EVENT_RENEWED)
      found = &entry->events[i];
  return found;
}

/* Why a row came about that no event of its day brings about. */
static void
add_term (GArray *reasons, const GbEntryCase *entry, GbRosterKind row, GbDate day)
{
  const GbEventCase *term = term_event (entry, day);
  if (row == GB_ROSTER_NOTICE_CLOSED) {
    for (guint i = entry->n_events; i-- > 0;)
      if (entry->events[i].kind == GB_EVENT_NOTICED && entry->events[i].when.last <= day) {
        add_event (reasons, &entry->events[i]);
        if (entry->events[i].notice != NULL)
          add_derivation (reasons, &entry->events[i].notice->closes);
        return;
      }
  }
  if (term == NULL)
    return;
  if (row == GB_ROSTER_RULES_ENDED) {
    const GbPolicyCase *rules = entry->registry->policy;
    if (rules->last_day.date == gb_force_last_day (&rules->dates))
      add_derivation (reasons, &rules->last_day);
  } else if (row == GB_ROSTER_STARTED) {
    add_event (reasons, term);
    add_derivation (reasons, &term->from);
  } else if (row == GB_ROSTER_TERM_ENDED) {
    add_derivation (reasons, &term->to);
  } else if (row == GB_ROSTER_REVIEW_DUE) {
    const GbReviewRule *review = entry->registry->registry->review;
    GbDerivation due = gb_review_before (term->to.date, review->months_before, review->clause);
    add_derivation (reasons, &due);
  }
}

static gboolean
gives_reason (const GbRosterReason *reason, GbRosterMode mode)
{
  if (reason->text != NULL || reason->derivation.date != GB_DATE_NONE)
    return TRUE;
  if (reason->event == NULL)
    return FALSE;
  /* The decision that certified does not say why its list differs from the one noticed. */
  return reason->event->ground != NULL || (mode != GB_ROSTER_NOTICE && reason->decision != NULL);
}

static gboolean
asks_for_reason (GbRosterKind kind, GbRosterMode mode)
{
  return kind == GB_ROSTER_RENAMED || kind == GB_ROSTER_DROPPED || kind == GB_ROSTER_REVOKED
         || kind == GB_ROSTER_WITHDRAWN || (kind == GB_ROSTER_ADDED && mode == GB_ROSTER_NOTICE);
}

/* Takes @reasons over. */
static void
add_row (Draft *draft, GbRosterRow *row, GArray *reasons)
{
  row->unexplained = asks_for_reason (row->kind, draft->roster.mode);
  for (guint i = 0; i < reasons->len; i++)
    if (gives_reason (&g_array_index (reasons, GbRosterReason, i), draft->roster.mode))
      row->unexplained = FALSE;
  row->reasons = gb_arena_seal (draft->arena, reasons, &row->n_reasons);
  g_array_append_val (draft->rows, *row);
  g_array_unref (reasons);
}

static GArray *
new_reasons (void)
{
  return g_array_new (FALSE, FALSE, sizeof (GbRosterReason));
}

/* -- days -- */

/* A row of what happened to @entry between two days. */
static void
add_change (Draft *draft, const GbEntryCase *entry, GbRosterKind kind,
            const GbStandingState *before, const GbStandingState *after)
{
  GbRosterRow row = { .kind = kind, .entry = entry, .before = *before, .after = *after };
  if (before->standing != GB_STANDING_NONE || kind == GB_ROSTER_RENAMED)
    row.old_name = before->name != NULL ? before->name : entry->entry->name;
  row.new_name = after->name != NULL ? after->name : entry->entry->name;
  GArray *reasons = new_reasons ();
  add_events (reasons, entry, kind, draft->roster.old_day, draft->roster.new_day);
  add_term (reasons, entry, kind, draft->roster.new_day);
  add_row (draft, &row, reasons);
}

static gboolean
happened (const GbEntryCase *entry, GbEventKind kind, GbDate from, GbDate to)
{
  for (guint i = 0; i < entry->n_events && entry->events[i].when.last <= to; i++)
    if (entry->events[i].kind == kind && entry->events[i].when.last > from)
      return TRUE;
  return FALSE;
}

static void
compare_entry (Draft *draft, const GbEntryCase *entry)
{
  GbDate from = draft->roster.old_day;
  GbDate to = draft->roster.new_day;
  GbStandingState before = gb_entry_case_on (entry, from);
  if (before.moves == GB_DATE_NONE || before.moves > to)
    return;
  GbStandingState after = gb_entry_case_on (entry, to);
  gboolean moved = before.standing != after.standing;
  gboolean decided = FALSE;
  if (g_strcmp0 (before.name, after.name) != 0)
    add_change (draft, entry, GB_ROSTER_RENAMED, &before, &after);
  if (happened (entry, GB_EVENT_CERTIFIED, from, to)) {
    gboolean first = before.certified.last == GB_DATE_NONE;
    add_change (draft, entry, first ? GB_ROSTER_ADDED : GB_ROSTER_RECERTIFIED, &before, &after);
    decided = TRUE;
  }
  if (happened (entry, GB_EVENT_RENEWED, from, to)
      && (moved || before.last_day != after.last_day)) {
    add_change (draft, entry, GB_ROSTER_RENEWED, &before, &after);
    decided = TRUE;
  }
  static const struct {
    GbEventKind event;
    GbRosterKind row;
  } endings[]
    = { { GB_EVENT_REVOKED, GB_ROSTER_REVOKED }, { GB_EVENT_WITHDRAWN, GB_ROSTER_WITHDRAWN } };
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (happened (entry, endings[i].event, from, to)) {
      add_change (draft, entry, endings[i].row, &before, &after);
      decided = TRUE;
    }
  if (!moved)
    return;
  switch (after.standing) {
  case GB_STANDING_TERM_ENDED:
    add_change (draft, entry, GB_ROSTER_TERM_ENDED, &before, &after);
    break;
  case GB_STANDING_ON_RECORD:
    if (gb_force_last_day (&entry->registry->policy->dates) >= from)
      add_change (draft, entry, GB_ROSTER_RULES_ENDED, &before, &after);
    break;
  case GB_STANDING_REVIEW_DUE:
    add_change (draft, entry, GB_ROSTER_REVIEW_DUE, &before, &after);
    break;
  case GB_STANDING_CERTIFIED:
    if (!decided)
      add_change (draft, entry, GB_ROSTER_STARTED, &before, &after);
    break;
  case GB_STANDING_PROPOSED:
    if (!decided)
      add_change (draft, entry, GB_ROSTER_PROPOSED, &before, &after);
    break;
  case GB_STANDING_ON_NOTICE:
    add_change (draft, entry, GB_ROSTER_NOTICED, &before, &after);
    break;
  case GB_STANDING_NOTICE_CLOSED:
    add_change (draft, entry, GB_ROSTER_NOTICE_CLOSED, &before, &after);
    break;
  case GB_STANDING_NONE:
  case GB_STANDING_REVOKED:
  case GB_STANDING_WITHDRAWN:
    break;
  }
}

const GbRoster *
gb_roster_days (GbArena *arena, const GbRegistryCase *registry, GbDate old_day, GbDate new_day)
{
  Draft draft;
  draft_begin (&draft, arena, GB_ROSTER_DAYS, registry);
  draft.roster.old_day = old_day;
  draft.roster.new_day = new_day;
  for (guint i = 0; i < registry->n_entries; i++)
    compare_entry (&draft, registry->entries[i]);
  return draft_end (&draft);
}

/* -- batches -- */

/* What is known of the names and the kin of the entries of a batch. */
typedef struct {
  GHashTable *kin;   /* an entry or one of its counterparts → GbEntryCase */
  GHashTable *names; /* folded → GbEntryCase */
} Index;

static void
add_name (GHashTable *names, const char *name, const GbEntryCase *entry)
{
  char *folded = gb_spelling_fold (name);
  if (g_hash_table_contains (names, folded))
    g_free (folded);
  else
    g_hash_table_insert (names, folded, (gpointer)entry);
}

/* Every name of @entry up to @day. */
static GPtrArray *
names_of (const GbEntryCase *entry, GbDate day)
{
  GPtrArray *names = g_ptr_array_new ();
  g_ptr_array_add (names, (gpointer)entry->entry->name);
  for (guint i = 0; i < entry->n_events && entry->events[i].when.last <= day; i++)
    if (entry->events[i].kind == GB_EVENT_RENAMED && entry->events[i].event->name != NULL)
      g_ptr_array_add (names, (gpointer)entry->events[i].event->name);
  return names;
}

static void
index_entry (Index *index, const GbEntryCase *entry, GbDate day)
{
  g_hash_table_insert (index->kin, (gpointer)entry, (gpointer)entry);
  for (guint i = 0; i < entry->n_same_as; i++)
    if (!g_hash_table_contains (index->kin, entry->same_as[i]))
      g_hash_table_insert (index->kin, (gpointer)entry->same_as[i], (gpointer)entry);
  g_autoptr (GPtrArray) names = names_of (entry, day);
  for (guint i = 0; i < names->len; i++)
    add_name (index->names, names->pdata[i], entry);
}

/* An entry's id is its own in the whole registry, so that it cannot be on two batches; the same
 * cluster is known by what its entries are said to be the same as, and by its names. */
static const GbEntryCase *
find_earlier (const Index *index, const GbEntryCase *entry, GbDate day)
{
  const GbEntryCase *found = NULL;
  for (guint i = 0; found == NULL && i < entry->n_same_as; i++)
    found = g_hash_table_lookup (index->kin, entry->same_as[i]);
  g_autoptr (GPtrArray) names = names_of (entry, day);
  for (guint i = 0; found == NULL && i < names->len; i++) {
    g_autofree char *folded = gb_spelling_fold (names->pdata[i]);
    found = g_hash_table_lookup (index->names, folded);
  }
  return found;
}

static void
add_correction_reasons (GArray *reasons, const GbNotice *notice, const GbRosterRow *row,
                        GbDate as_of)
{
  for (guint i = 0; i < notice->corrections.length; i++) {
    const GbCorrection *correction = GB_LIST_AT (GbCorrection, notice->corrections, i);
    if (correction->text == NULL || correction->date > as_of)
      continue;
    if ((row->old_name != NULL && strstr (correction->text, row->old_name) != NULL)
        || (row->new_name != NULL && strstr (correction->text, row->new_name) != NULL))
      add_reason (reasons, GB_ROSTER_BY_CORRECTION, (GbWhen){ correction->date, correction->date },
                  correction->text);
  }
}

/* A note on an entry may be about anything; it explains a new name where it tells the old one. */
static void
add_entry_note (GArray *reasons, const GbRosterRow *row)
{
  const char *note = row->entry == NULL ? NULL : row->entry->entry->note;
  if (note != NULL && row->old_name != NULL && strstr (note, row->old_name) != NULL)
    add_reason (reasons, GB_ROSTER_BY_ENTRY, GB_WHEN_NONE, note);
}

static void
add_both (Draft *draft, const GbEntryCase *earlier, const GbEntryCase *entry, GbDate as_of)
{
  GbRosterRow row = {
    .kind = GB_ROSTER_RECERTIFIED,
    .entry = entry,
    .earlier = earlier,
    .old_name = earlier->entry->name,
    .new_name = entry->entry->name,
    .before = GB_STANDING_STATE_NONE,
    .after = entry->state,
  };
  GArray *reasons = new_reasons ();
  if (entry->certified.last == GB_DATE_NONE) {
    row.kind = GB_ROSTER_PENDING;
  } else if (!gb_spelling_is_same (row.old_name, row.new_name)) {
    row.kind = GB_ROSTER_RENAMED;
    add_events (reasons, earlier, row.kind, GB_DATE_FIRST - 1, as_of);
    add_entry_note (reasons, &row);
  } else {
    add_events (reasons, entry, row.kind, GB_DATE_FIRST - 1, as_of);
  }
  add_row (draft, &row, reasons);
}

/* What became of an entry that stands on one of the two lists only. */
static GbRosterKind
fate_of (const GbEntryCase *entry, gboolean is_new, GbDate as_of)
{
  if (entry->state.standing == GB_STANDING_WITHDRAWN && entry->certified.last == GB_DATE_NONE)
    return GB_ROSTER_WITHDRAWN;
  if (entry->certified.last == GB_DATE_NONE)
    return GB_ROSTER_PENDING;
  if (is_new)
    return GB_ROSTER_ADDED;
  switch (entry->state.standing) {
  case GB_STANDING_REVOKED:
    return GB_ROSTER_REVOKED;
  case GB_STANDING_WITHDRAWN:
    return GB_ROSTER_WITHDRAWN;
  case GB_STANDING_TERM_ENDED:
    return GB_ROSTER_TERM_ENDED;
  case GB_STANDING_ON_RECORD:
    return GB_ROSTER_RULES_ENDED;
  default:
    return happened (entry, GB_EVENT_RENEWED, GB_DATE_FIRST - 1, as_of) ? GB_ROSTER_RENEWED
                                                                        : GB_ROSTER_KEPT;
  }
}

static void
add_one_sided (Draft *draft, const GbEntryCase *entry, gboolean is_new, GbDate as_of)
{
  GbRosterRow row = {
    .kind = fate_of (entry, is_new, as_of),
    .entry = entry,
    .earlier = is_new ? NULL : entry,
    .old_name = is_new ? NULL : entry->entry->name,
    .new_name = is_new ? entry->entry->name : NULL,
    .before = GB_STANDING_STATE_NONE,
    .after = entry->state,
  };
  GArray *reasons = new_reasons ();
  add_events (reasons, entry, row.kind, GB_DATE_FIRST - 1, as_of);
  if (row.kind == GB_ROSTER_TERM_ENDED || row.kind == GB_ROSTER_RULES_ENDED)
    add_term (reasons, entry, row.kind, as_of);
  add_row (draft, &row, reasons);
  if (is_new || gb_spelling_is_same (entry->name, entry->entry->name))
    return;
  row.kind = GB_ROSTER_RENAMED;
  row.new_name = entry->name;
  reasons = new_reasons ();
  add_events (reasons, entry, row.kind, GB_DATE_FIRST - 1, as_of);
  add_row (draft, &row, reasons);
}

const GbRoster *
gb_roster_batches (GbArena *arena, const GbCorpus *corpus, const GbRegistryCase *registry,
                   const GbBatch *old_batch, const GbBatch *new_batch)
{
  Draft draft;
  draft_begin (&draft, arena, GB_ROSTER_BATCHES, registry);
  draft.roster.old_batch = old_batch;
  draft.roster.new_batch = new_batch;
  g_autoptr (GHashTable) kin = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) matched = g_hash_table_new (NULL, NULL);
  Index index = { kin, names };
  for (guint i = 0; i < registry->n_entries; i++)
    if (registry->entries[i]->batch == old_batch
        && registry->entries[i]->state.standing != GB_STANDING_NONE)
      index_entry (&index, registry->entries[i], corpus->as_of);
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    keep_turn (&draft, entry->batch == old_batch || entry->batch == new_batch ? entry->state.turns
                                                                              : GB_DATE_NONE);
    if (entry->batch != new_batch || entry->state.standing == GB_STANDING_NONE)
      continue;
    const GbEntryCase *earlier = find_earlier (&index, entry, corpus->as_of);
    if (earlier != NULL && g_hash_table_add (matched, (gpointer)earlier))
      add_both (&draft, earlier, entry, corpus->as_of);
    else
      add_one_sided (&draft, entry, TRUE, corpus->as_of);
  }
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    if (entry->batch == old_batch && entry->state.standing != GB_STANDING_NONE
        && !g_hash_table_contains (matched, entry))
      add_one_sided (&draft, entry, FALSE, corpus->as_of);
  }
  return draft_end (&draft);
}

/* -- a notice and what came of it -- */

static gboolean
is_concluded (const GbNotice *notice, GbDate as_of)
{
  return notice->outcome != NULL
         && (notice->outcome->date == GB_DATE_NONE || notice->outcome->date <= as_of);
}

gboolean
gb_roster_is_decided (const GbCorpus *corpus, const GbNoticeCase *notice)
{
  if (notice->registry == NULL || notice->batch == NULL || notice->notice->proposed.length == 0)
    return FALSE;
  GbDate certified = notice->batch->certified.last;
  return is_concluded (notice->notice, corpus->as_of)
         || (certified != GB_DATE_NONE && certified <= corpus->as_of);
}

/* Whether another notice of the batch, or one that the entry itself names, showed it. */
static gboolean
noticed_elsewhere (const GbNoticeCase *notice, const GbEntryCase *entry)
{
  for (guint i = 0; i < entry->n_events; i++)
    if (entry->events[i].kind == GB_EVENT_NOTICED && entry->events[i].event != NULL
        && entry->events[i].notice != notice)
      return TRUE;
  for (guint i = 0; i < notice->registry->n_notices; i++) {
    const GbNoticeCase *other = notice->registry->notices[i];
    if (other != notice && other->batch == notice->batch
        && gb_roster_proposes (other->notice, entry->entry))
      return TRUE;
  }
  return FALSE;
}

static void
add_proposed (Draft *draft, const GbCorpus *corpus, const GbNoticeCase *notice,
              const GbProposed *item, const GbEntryCase *entry)
{
  const GbNotice *source = notice->notice;
  gboolean listed = entry != NULL && entry->batch == notice->batch;
  GbRosterRow row = {
    .entry = entry,
    .proposed = item,
    .old_name = item->name,
    .new_name = listed && entry->certified.last != GB_DATE_NONE ? entry->entry->name : NULL,
    .before = GB_STANDING_STATE_NONE,
    .after = entry == NULL ? GB_STANDING_STATE_NONE : entry->state,
  };
  if (row.new_name != NULL)
    row.kind
      = gb_spelling_is_same (row.old_name, row.new_name) ? GB_ROSTER_KEPT : GB_ROSTER_RENAMED;
  else if (!gb_roster_is_decided (corpus, notice))
    row.kind = GB_ROSTER_PENDING;
  else
    row.kind = entry == NULL && notice->batch->partial ? GB_ROSTER_UNRECORDED : GB_ROSTER_DROPPED;

  GArray *reasons = new_reasons ();
  gboolean differs = row.kind == GB_ROSTER_RENAMED || row.kind == GB_ROSTER_DROPPED;
  if (item->note != NULL && row.kind != GB_ROSTER_PENDING)
    add_reason (reasons, GB_ROSTER_BY_PROPOSAL, GB_WHEN_NONE, item->note);
  if (row.kind == GB_ROSTER_DROPPED && entry != NULL)
    add_events (reasons, entry, row.kind, source->opens.first - 1, corpus->as_of);
  if (differs)
    add_correction_reasons (reasons, source, &row, corpus->as_of);
  if (row.kind == GB_ROSTER_RENAMED)
    add_entry_note (reasons, &row);
  /* An outcome that certified all of them does not tell why one is missing. */
  if (row.kind == GB_ROSTER_DROPPED && is_concluded (source, corpus->as_of)
      && source->outcome->kind != GB_OUTCOME_CERTIFIED) {
    const GbOutcome *outcome = source->outcome;
    add_reason (reasons, GB_ROSTER_BY_OUTCOME, (GbWhen){ outcome->date, outcome->date },
                outcome->text);
    g_array_index (reasons, GbRosterReason, reasons->len - 1).decision = outcome->decision;
  }
  add_row (draft, &row, reasons);
}

static void
add_unproposed (Draft *draft, const GbCorpus *corpus, const GbNoticeCase *notice,
                const GbEntryCase *entry)
{
  GbRosterRow row = {
    .kind = notice->batch->partial ? GB_ROSTER_UNRECORDED : GB_ROSTER_ADDED,
    .entry = entry,
    .new_name = entry->entry->name,
    .before = GB_STANDING_STATE_NONE,
    .after = entry->state,
  };
  GArray *reasons = new_reasons ();
  add_events (reasons, entry, row.kind, GB_DATE_FIRST - 1, corpus->as_of);
  add_correction_reasons (reasons, notice->notice, &row, corpus->as_of);
  add_row (draft, &row, reasons);
}

const GbRoster *
gb_roster_notice (GbArena *arena, const GbCorpus *corpus, const GbNoticeCase *notice)
{
  const GbRegistryCase *registry = notice->registry;
  const GbList *proposed = &notice->notice->proposed;
  Draft draft;
  draft_begin (&draft, arena, GB_ROSTER_NOTICE, registry);
  draft.roster.notice = notice;
  draft.roster.new_batch = notice->batch;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) matched = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    g_hash_table_insert (ids, (gpointer)entry->entry->id, (gpointer)entry);
    if (entry->batch == notice->batch)
      add_name (names, entry->entry->name, entry);
  }
  for (guint i = 0; i < proposed->length; i++) {
    const GbProposed *item = GB_LIST_AT (GbProposed, *proposed, i);
    if (item->name == NULL)
      continue; /* reported by the reader */
    const GbEntryCase *entry = NULL;
    if (item->entry != NULL) {
      entry = g_hash_table_lookup (ids, item->entry);
    } else {
      g_autofree char *folded = gb_spelling_fold (item->name);
      entry = g_hash_table_lookup (names, folded);
    }
    if (entry != NULL)
      g_hash_table_add (matched, (gpointer)entry);
    add_proposed (&draft, corpus, notice, item, entry);
  }
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbEntryCase *entry = registry->entries[i];
    if (entry->batch == notice->batch && entry->certified.last != GB_DATE_NONE
        && !g_hash_table_contains (matched, entry) && !noticed_elsewhere (notice, entry))
      add_unproposed (&draft, corpus, notice, entry);
  }
  return draft_end (&draft);
}
