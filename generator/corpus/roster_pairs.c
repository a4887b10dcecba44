/* Which lists of a registry there are to compare, and how people name them. */
#include "corpus/roster.h"

#include "base/error.h"

typedef struct {
  const GbBatch *batch;
  GbDate day;
} Step;

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *left = a;
  const Step *right = b;
  if (left->batch->year != right->batch->year)
    return left->batch->year < right->batch->year ? -1 : 1;
  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return g_strcmp0 (left->batch->id, right->batch->id);
}

const GbBatch **
gb_roster_pairs_sequence (GbArena *arena, const GbRegistryCase *registry, guint *ret_n_batches)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  const GbBatch *last = NULL;
  for (guint i = 0; i < registry->n_entries; i++) {
    const GbBatch *batch = registry->entries[i]->batch;
    if (batch == last || registry->entries[i]->state.standing == GB_STANDING_NONE)
      continue;
    last = batch; /* entries stand by batch */
    GbDate day = batch->certified.last;
    if (day == GB_DATE_NONE)
      day = batch->noticed.last;
    Step step = { batch, day == GB_DATE_NONE ? G_MAXINT32 : day };
    g_array_append_val (steps, step);
  }
  g_array_sort (steps, compare_steps);
  const GbBatch **batches = gb_arena_newv (arena, const GbBatch *, steps->len + 1);
  for (guint i = 0; i < steps->len; i++)
    batches[i] = g_array_index (steps, Step, i).batch;
  *ret_n_batches = steps->len;
  return batches;
}

static const GbRoster *
named_days (GbArena *arena, const GbCorpus *corpus, const GbRegistryCase *registry, GbDate old_day,
            GbDate new_day, GError **error)
{
  char text[GB_DATE_LENGTH];
  char other[GB_DATE_LENGTH];
  if (new_day <= old_day) {
    g_set_error (error, GB_ERROR, GB_ERROR_USAGE, "%s does not come before %s",
                 gb_date_format (old_day, text), gb_date_format (new_day, other));
    return NULL;
  }
  if (new_day > corpus->as_of) {
    g_set_error (error, GB_ERROR, GB_ERROR_USAGE,
                 "what the list reads like on %s is not known yet on the as-of day",
                 gb_date_format (new_day, text));
    return NULL;
  }
  return gb_roster_days (arena, registry, old_day, new_day);
}

const GbRoster *
gb_roster_pairs_named (GbArena *arena, const GbCorpus *corpus, const GbRegistryCase *registry,
                       const char *from, const char *to, GError **error)
{
  GbDate old_day, new_day;
  if (gb_date_parse (from, &old_day) && gb_date_parse (to, &new_day))
    return named_days (arena, corpus, registry, old_day, new_day, error);
  const char *id = registry->registry->id;
  const GbBatch *new_batch = gb_model_batch (registry->registry, to);
  if (new_batch == NULL) {
    g_set_error (error, GB_ERROR, GB_ERROR_USAGE, "'%s' is no batch of '%s', nor are both days", to,
                 id);
    return NULL;
  }
  guint n_batches;
  const GbBatch **batches = gb_roster_pairs_sequence (arena, registry, &n_batches);
  const GbBatch *old_batch = gb_model_batch (registry->registry, from);
  guint old_place = n_batches;
  guint new_place = n_batches;
  for (guint i = 0; i < n_batches; i++) {
    old_place = batches[i] == old_batch ? i : old_place;
    new_place = batches[i] == new_batch ? i : new_place;
  }
  if (old_place < new_place && new_place < n_batches)
    return gb_roster_batches (arena, corpus, registry, old_batch, new_batch);
  const GbNoticeCase *notice = gb_corpus_notice (corpus, from);
  if (notice != NULL && notice->registry == registry && notice->batch == new_batch
      && notice->notice->proposed.length > 0)
    return gb_roster_notice (arena, corpus, notice);
  if (old_batch != NULL)
    g_set_error (error, GB_ERROR, GB_ERROR_USAGE,
                 "the batch '%s' does not come before '%s', or nothing is on record of one of them",
                 from, to);
  else
    g_set_error (error, GB_ERROR, GB_ERROR_USAGE,
                 "'%s' is neither a batch of '%s' nor a notice with a list that led to '%s'", from,
                 id, to);
  return NULL;
}
