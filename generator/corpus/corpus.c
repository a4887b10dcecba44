#include "corpus/private.h"

#include "text/numeral.h"

#include <string.h>

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
  int kuan = 0;
  if (found.policy != NULL && found.policy->text != NULL)
    found.unit = gb_text_clause (found.policy->text, found.anchor, &kuan);
  found.label
    = found.unit != NULL ? gb_unit_label (arena, found.policy->text, found.unit) : found.anchor;
  char numeral[32];
  if (found.unit != NULL && kuan > 0)
    found.label
      = gb_arena_printf (arena, "%s第%s款", found.label, gb_numeral_write (kuan, numeral));
  return found;
}
