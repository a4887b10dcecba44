#include "corpus/private.h"

#include <string.h>

gpointer
gb_work_seal (GbWork *work, GArray *array, guint *ret_length)
{
  gsize size = (gsize)array->len * g_array_get_element_size (array);
  gpointer copy = gb_arena_alloc (work->arena, size);
  if (size > 0)
    memcpy (copy, array->data, size);
  *ret_length = array->len;
  return copy;
}

/* One case for each thing of the model, in its order, found by id. */
static void
make_cases (GbWork *work)
{
  GbCorpus *corpus = &work->corpus;
  const GbModel *model = corpus->model;

  corpus->n_policies = model->policies.length;
  corpus->policies = gb_arena_newv (work->arena, GbPolicyCase, corpus->n_policies);
  for (guint i = 0; i < corpus->n_policies; i++) {
    GbPolicyCase *policy = &corpus->policies[i];
    policy->policy = GB_LIST_AT (GbPolicy, model->policies, i);
    policy->issuer = gb_model_agency (model, policy->policy->issuer);
    policy->text_file = policy->policy->file;
    if (policy->policy->versions.length > 0)
      policy->versions
        = gb_arena_newv (work->arena, GbVersionCase, policy->policy->versions.length + 1);
    g_hash_table_insert (work->policies, (gpointer)policy->policy->id, policy);
  }

  corpus->n_registries = model->registries.length;
  corpus->registries = gb_arena_newv (work->arena, GbRegistryCase, corpus->n_registries);
  for (guint i = 0; i < corpus->n_registries; i++) {
    GbRegistryCase *registry = &corpus->registries[i];
    registry->registry = GB_LIST_AT (GbRegistry, model->registries, i);
    registry->authority = gb_model_agency (model, registry->registry->authority);
    registry->policy = gb_corpus_policy (corpus, registry->registry->policy);
    g_hash_table_insert (work->registries, (gpointer)registry->registry->id, registry);
  }

  corpus->n_notices = model->notices.length;
  corpus->notices = gb_arena_newv (work->arena, GbNoticeCase, corpus->n_notices);
  for (guint i = 0; i < corpus->n_notices; i++) {
    GbNoticeCase *notice = &corpus->notices[i];
    notice->notice = GB_LIST_AT (GbNotice, model->notices, i);
    notice->issuer = gb_model_agency (model, notice->notice->issuer);
    notice->registry = gb_corpus_registry (corpus, notice->notice->registry);
    if (notice->registry != NULL)
      notice->batch = gb_model_batch (notice->registry->registry, notice->notice->batch);
    g_hash_table_insert (work->notices, (gpointer)notice->notice->id, notice);
  }
}

static void
make_pages (GbWork *work)
{
  const GbList *pages = &work->corpus.model->pages;
  work->corpus.n_pages = pages->length;
  work->corpus.pages = gb_arena_newv (work->arena, GbPageCase, pages->length);
  for (guint i = 0; i < pages->length; i++)
    work->corpus.pages[i].page = GB_LIST_AT (GbPage, *pages, i);
}

static void
compute_turn (GbCorpus *corpus)
{
  corpus->turns = GB_DATE_NONE;
  for (guint i = 0; i < corpus->n_policies; i++)
    corpus->turns = gb_date_earlier (corpus->turns, corpus->policies[i].turns);
  for (guint i = 0; i < corpus->n_registries; i++)
    corpus->turns = gb_date_earlier (corpus->turns, corpus->registries[i].turns);
  for (guint i = 0; i < corpus->n_notices; i++)
    corpus->turns = gb_date_earlier (corpus->turns, corpus->notices[i].turns);
}

GbCorpus *
gb_corpus_new (const GbModel *model, GbDate as_of, guint jobs, GbDiagnostics *diagnostics)
{
  GbWork *work = g_new0 (GbWork, 1);
  work->corpus.model = model;
  work->corpus.as_of = as_of;
  work->arena = gb_arena_new ();
  work->scratch = gb_arena_new ();
  work->text_arenas = g_ptr_array_new_with_free_func ((GDestroyNotify)gb_arena_free);
  work->policies = g_hash_table_new (g_str_hash, g_str_equal);
  work->registries = g_hash_table_new (g_str_hash, g_str_equal);
  work->notices = g_hash_table_new (g_str_hash, g_str_equal);
  work->entries = g_hash_table_new (g_str_hash, g_str_equal);
  work->titles = g_hash_table_new (g_str_hash, g_str_equal);
  work->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  work->diagnostics = diagnostics;

  make_cases (work);
  make_pages (work);
  gb_work_index_names (work);
  gb_work_texts (work, jobs);
  gb_work_links (work);
  gb_work_policies (work);
  gb_work_versions (work);
  gb_work_statements (work);
  gb_work_citations (work);
  gb_work_notices (work);
  gb_work_registries (work);
  gb_work_occasions (work);
  compute_turn (&work->corpus);
  gb_work_check_policies (work);
  gb_work_check_registries (work);
  work->diagnostics = NULL;
  return &work->corpus;
}

void
gb_corpus_free (GbCorpus *corpus)
{
  if (corpus == NULL)
    return;
  GbWork *work = (GbWork *)corpus;
  g_hash_table_unref (work->policies);
  g_hash_table_unref (work->registries);
  g_hash_table_unref (work->notices);
  g_hash_table_unref (work->entries);
  g_hash_table_unref (work->titles);
  g_hash_table_unref (work->numbers);
  g_ptr_array_unref (work->text_arenas);
  gb_arena_free (work->scratch);
  gb_arena_free (work->arena);
  g_free (work);
}

static gpointer
look_up (GHashTable *table, const char *id)
{
  return id == NULL ? NULL : g_hash_table_lookup (table, id);
}

const GbPolicyCase *
gb_corpus_policy (const GbCorpus *corpus, const char *id)
{
  return look_up (((const GbWork *)corpus)->policies, id);
}

const GbRegistryCase *
gb_corpus_registry (const GbCorpus *corpus, const char *id)
{
  return look_up (((const GbWork *)corpus)->registries, id);
}

const GbNoticeCase *
gb_corpus_notice (const GbCorpus *corpus, const char *id)
{
  return look_up (((const GbWork *)corpus)->notices, id);
}

const GbEntryCase *
gb_registry_case_entry (const GbRegistryCase *registry, const char *id)
{
  for (guint i = 0; i < registry->n_entries; i++)
    if (g_strcmp0 (registry->entries[i]->entry->id, id) == 0)
      return registry->entries[i];
  return NULL;
}

const char *
gb_unit_label (GbArena *arena, const GbText *text, const GbUnit *unit)
{
  /* An item is cited with its article (第十四条（三）), a section item with its section. */
  gboolean cited_with_parent = unit->kind == GB_UNIT_ITEM || unit->kind == GB_UNIT_SUBITEM;
  /* 附件“二、主要指标”: 附件二、 would be the second annex, 二、 alone the second part of the text.
   */
  if (unit->kind == GB_UNIT_SECTION && unit->parent >= 0
      && text->units[unit->parent].kind == GB_UNIT_ANNEX)
    return gb_arena_printf (arena, "%s“%s%s”", text->units[unit->parent].label, unit->label,
                            unit->title == NULL ? "" : unit->title);
  if (!cited_with_parent || unit->parent < 0) {
    gboolean titled
      = unit->kind == GB_UNIT_TITLE || unit->kind == GB_UNIT_HEADING || unit->kind == GB_UNIT_COVER;
    return titled && unit->title != NULL ? unit->title : unit->label;
  }
  const GbUnit *parent = &text->units[unit->parent];
  if (parent->kind == GB_UNIT_TITLE || parent->kind == GB_UNIT_COVER)
    return unit->label;
  return gb_arena_printf (arena, "%s%s", gb_unit_label (arena, text, parent), unit->label);
}

GbClause
gb_corpus_clause (const GbCorpus *corpus, GbArena *arena, const char *clause,
                  const GbPolicyCase *own)
{
  GbClause found = { .policy = own, .anchor = clause };
  const char *hash = strchr (clause, '#');
  if (hash != NULL) {
    found.policy
      = gb_corpus_policy (corpus, gb_arena_strndup (arena, clause, (gsize)(hash - clause)));
    found.anchor = hash + 1;
  }
  if (found.policy != NULL && found.policy->text != NULL)
    found.unit = gb_text_unit (found.policy->text, found.anchor);
  found.label
    = found.unit != NULL ? gb_unit_label (arena, found.policy->text, found.unit) : found.anchor;
  return found;
}

GbStandingState
gb_entry_case_on (const GbEntryCase *entry, GbDate day)
{
  const GbReviewRule *review = entry->registry->registry->review;
  return gb_standing_on (entry->steps, entry->n_events, review == NULL ? 0 : review->months_before,
                         day);
}

GB_VOCABULARY_NAMES (GbVersionState, version_state, GB_VERSION_STATES)
GB_VOCABULARY_NAMES (GbOccasionKind, occasion, GB_OCCASIONS)
GB_VOCABULARY_OPTIONAL_NAMES (GbOpenEnd, open_end, GB_OPEN_END_NONE, GB_OPEN_ENDS)
