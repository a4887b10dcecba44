/* The steps by which a model becomes a corpus, one after the other; nothing else calls them. */
#include "corpus/private.h"

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
  gb_links_index (work);
  gb_texts_parse (work, jobs);
  gb_links_tie (work);
  gb_policy_case_judge (work);
  gb_versions_judge (work);
  gb_statements_read (work);
  gb_links_cite (work);
  gb_notice_case_judge (work);
  gb_registry_case_judge (work);
  gb_occasion_find (work);
  compute_turn (&work->corpus);
  gb_rules_policy_check (work);
  gb_rules_registry_check (work);
  gb_figures_check (work);
  gb_spans_check (work);
  work->diagnostics = NULL;
  return &work->corpus;
}
