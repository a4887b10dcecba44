#include "source/holding.h"

void
gb_model_drop_texts (GbModel *model)
{
  GbHolding *holding = (GbHolding *)model;
  for (guint i = 0; i < model->policies.length; i++) {
    GbPolicy *policy = GB_LIST_AT (GbPolicy, model->policies, i);
    policy->body = policy->interpretation = (GbBody){ 0 };
    for (guint k = 0; k < policy->versions.length; k++)
      GB_LIST_AT (GbVersion, policy->versions, k)->body = (GbBody){ 0 };
  }
  g_ptr_array_set_size (holding->texts, 0);
}

void
gb_model_free (GbModel *model)
{
  if (model == NULL)
    return;
  GbHolding *holding = (GbHolding *)model;
  for (guint i = 0; i < model->registries.length; i++)
    g_hash_table_unref (GB_LIST_AT (GbRegistry, model->registries, i)->entries);
  for (guint i = 0; i < G_N_ELEMENTS (holding->by_id); i++)
    g_clear_pointer (&holding->by_id[i], g_hash_table_unref);
  g_hash_table_unref (holding->unread);
  g_ptr_array_unref (holding->arenas);
  g_ptr_array_unref (holding->texts);
  gb_arena_free (holding->arena);
  g_free (holding);
}

/* --- Look-ups -------------------------------------------------------------------------------- */

static gconstpointer
look_up (GHashTable *table, const char *id)
{
  return id == NULL ? NULL : g_hash_table_lookup (table, id);
}

const GbAgency *
gb_model_agency (const GbModel *model, const char *id)
{
  return look_up (((const GbHolding *)model)->by_id[GB_REFERS_AGENCY], id);
}

const GbPolicy *
gb_model_policy (const GbModel *model, const char *id)
{
  return look_up (((const GbHolding *)model)->by_id[GB_REFERS_POLICY], id);
}

const GbRegistry *
gb_model_registry (const GbModel *model, const char *id)
{
  return look_up (((const GbHolding *)model)->by_id[GB_REFERS_REGISTRY], id);
}

const GbNotice *
gb_model_notice (const GbModel *model, const char *id)
{
  return look_up (((const GbHolding *)model)->by_id[GB_REFERS_NOTICE], id);
}

const GbBatch *
gb_model_batch (const GbRegistry *registry, const char *id)
{
  for (guint i = 0; id != NULL && i < registry->batches.length; i++) {
    const GbBatch *batch = GB_LIST_AT (GbBatch, registry->batches, i);
    if (strcmp (batch->id, id) == 0)
      return batch;
  }
  return NULL;
}

const GbEntry *
gb_model_entry (const GbRegistry *registry, const char *id)
{
  return look_up (registry->entries, id);
}
