#include "source/model_references.h"

#include <string.h>

#include "source/dictionary.h"
#include "source/nearest.h"

/* Suggestions take time in proportion to the number of ids; after so many nobody reads them. */
#define SUGGESTIONS_MAX 100

typedef struct {
  const GbModel *model;
  const GbHolding *holding;
  GbDiagnostics *diagnostics;
  const char *file;
  const GbRegistry *registry; /* whose batch the file is, or NULL */
  guint suggestions;
} Checker;

/* Where @text stands under @key, by itself or in a list. */
static GbPlace
place_of (const Checker *checker, const GbYamlNode *mapping, const char *key, const char *text)
{
  const GbYamlNode *node = gb_yaml_get (mapping, key);
  if (node != NULL && node->kind == GB_YAML_SEQUENCE) {
    for (guint i = 0; i < node->length; i++) {
      if (node->items[i]->kind == GB_YAML_SCALAR && strcmp (node->items[i]->text, text) == 0)
        return gb_yaml_place (checker->file, node->items[i], NULL);
    }
  }
  return gb_yaml_place (checker->file, mapping, key);
}

/* Whether that thing is there but could not be read, which has been reported. */
static gboolean
is_unread (const Checker *checker, const char *kind, const char *id)
{
  if (g_hash_table_size (checker->holding->unread) == 0)
    return FALSE;
  g_autofree char *key = g_strconcat (kind, "/", id, NULL);
  return g_hash_table_contains (checker->holding->unread, key);
}

/* Reports that no struct of @list has @id, which @id_offset finds in each of them. */
static void
report_unknown (Checker *checker, GbPlace place, const char *noun, const char *id,
                const GbList *list, gsize id_offset)
{
  GbNearest nearest;
  gb_nearest_init (&nearest, id);
  if (checker->suggestions < SUGGESTIONS_MAX) {
    checker->suggestions++;
    for (guint i = 0; i < list->length; i++) {
      const char *candidate = G_STRUCT_MEMBER (const char *, list->items[i], id_offset);
      if (candidate != NULL)
        gb_nearest_offer (&nearest, candidate);
    }
  }
  const char *best = gb_nearest_best (&nearest);
  if (best != NULL)
    gb_diagnostics_error (checker->diagnostics, place, "unknown-reference",
                          "unknown %s '%s'; did you mean '%s'?", noun, id, best);
  else
    gb_diagnostics_error (checker->diagnostics, place, "unknown-reference",
                          "unknown %s '%s'; write the id of one that exists, or leave the key out",
                          noun, id);
}

static void check_name (Checker *checker, GbRefers refers, GbPlace place, const char *id);

static void
check_batch (Checker *checker, const GbRegistry *registry, GbPlace place, const char *id)
{
  if (gb_model_batch (registry, id) == NULL && !is_unread (checker, "batches", registry->id))
    report_unknown (checker, place, "batch", id, &registry->batches, G_STRUCT_OFFSET (GbBatch, id));
}

/* @text is REGISTRY/ENTRY. */
static void
check_entry (Checker *checker, GbPlace place, const char *text)
{
  const char *slash = strchr (text, '/');
  g_autofree char *id = g_strndup (text, (gsize)(slash - text));
  const GbRegistry *registry = gb_model_registry (checker->model, id);
  if (registry == NULL)
    check_name (checker, GB_REFERS_REGISTRY, place, id);
  else if (gb_model_entry (registry, slash + 1) == NULL && !is_unread (checker, "batches", id))
    gb_diagnostics_error (checker->diagnostics, place, "unknown-reference",
                          "the registry '%s' has no entry '%s'", id, slash + 1);
}

static void
check_name (Checker *checker, GbRefers refers, GbPlace place, const char *id)
{
  static const struct {
    const char *noun;
    gsize list; /* of the model */
    gsize id;
  } kinds[GB_REFERS_COUNT] = {
    [GB_REFERS_AGENCY]
    = { "agency", G_STRUCT_OFFSET (GbModel, agencies), G_STRUCT_OFFSET (GbAgency, id) },
    [GB_REFERS_POLICY]
    = { "policy", G_STRUCT_OFFSET (GbModel, policies), G_STRUCT_OFFSET (GbPolicy, id) },
    [GB_REFERS_REGISTRY]
    = { "registry", G_STRUCT_OFFSET (GbModel, registries), G_STRUCT_OFFSET (GbRegistry, id) },
    [GB_REFERS_NOTICE]
    = { "notice", G_STRUCT_OFFSET (GbModel, notices), G_STRUCT_OFFSET (GbNotice, id) },
  };
  if (refers == GB_REFERS_ENTRY) {
    check_entry (checker, place, id);
    return;
  }
  const char *noun = kinds[refers].noun; /* a batch needs its registry: walk_batch */
  if (noun == NULL || g_hash_table_contains (checker->holding->by_id[refers], id))
    return;
  gboolean unread = refers == GB_REFERS_AGENCY ? is_unread (checker, "agencies", "")
                                               : is_unread (checker, noun, id);
  if (!unread)
    report_unknown (checker, place, noun, id,
                    &G_STRUCT_MEMBER (GbList, checker->model, kinds[refers].list),
                    kinds[refers].id);
}

/* --- Structs by their schemas ---------------------------------------------------------------- */

static void walk (Checker *checker, const GbSchema *schema, gconstpointer object);

/* A batch is looked up in the registry named beside it, or in the one the file belongs to. */
static void
walk_batch (Checker *checker, const GbSchema *schema, gconstpointer object, GbPlace place,
            const char *id)
{
  const GbRegistry *registry = checker->registry;
  for (guint i = 0; i < schema->n_fields; i++) {
    if (strcmp (schema->fields[i].key, "registry") != 0)
      continue;
    const char *beside = G_STRUCT_MEMBER (const char *, object, schema->fields[i].offset);
    registry = gb_model_registry (checker->model, beside);
    if (beside == NULL)
      gb_diagnostics_error (checker->diagnostics, place, "unknown-reference",
                            "the batch '%s' needs the key 'registry' beside it", id);
  }
  if (registry != NULL)
    check_batch (checker, registry, place, id);
}

static void
walk_field (Checker *checker, const GbSchema *schema, const GbField *field, gconstpointer object)
{
  const GbYamlNode *node = *(const GbYamlNode *const *)object;
  gconstpointer slot = (const char *)object + field->offset;
  if (field->type == GB_FIELD_OBJECT) {
    if (*(gconstpointer const *)slot != NULL)
      walk (checker, field->schema, *(gconstpointer const *)slot);
  } else if (field->type == GB_FIELD_OBJECTS) {
    const GbList *list = slot;
    for (guint i = 0; i < list->length; i++)
      walk (checker, field->schema, list->items[i]);
  } else if (field->type == GB_FIELD_CLAUSE) {
    const char *text = *(const char *const *)slot;
    const char *hash = text == NULL ? NULL : strchr (text, '#');
    if (hash == NULL)
      return;
    g_autofree char *policy = g_strndup (text, (gsize)(hash - text));
    check_name (checker, GB_REFERS_POLICY, gb_yaml_place (checker->file, node, field->key), policy);
  } else if (field->refers != GB_REFERS_NOTHING && field->type == GB_FIELD_TEXTS) {
    const GbList *list = slot;
    for (guint i = 0; i < list->length; i++) {
      const char *text = GB_TEXT_AT (*list, i);
      check_name (checker, field->refers, place_of (checker, node, field->key, text), text);
    }
  } else if (field->refers != GB_REFERS_NOTHING) {
    const char *text = *(const char *const *)slot;
    if (text == NULL)
      return;
    GbPlace place = gb_yaml_place (checker->file, node, field->key);
    if (field->refers == GB_REFERS_BATCH)
      walk_batch (checker, schema, object, place, text);
    else
      check_name (checker, field->refers, place, text);
  }
}

static void
walk (Checker *checker, const GbSchema *schema, gconstpointer object)
{
  for (guint i = 0; i < schema->n_fields; i++)
    walk_field (checker, schema, &schema->fields[i], object);
}

/* --- What a table cannot say ----------------------------------------------------------------- */

/* A chain of parents that comes back to itself; reported at each agency of the circle. */
static void
check_parents (Checker *checker, const GbAgency *agency)
{
  const GbAgency *above = gb_model_agency (checker->model, agency->parent);
  for (guint i = 0; above != NULL && above != agency && i < checker->model->agencies.length; i++)
    above = gb_model_agency (checker->model, above->parent);
  if (above == agency)
    gb_diagnostics_error (checker->diagnostics,
                          gb_yaml_place (checker->file, agency->node, "parent"), "agency-circle",
                          "'%s' is above itself; correct 'parent'", agency->id);
}

static void
check_self (Checker *checker, const GbPolicy *policy, const GbList *relations, const char *key)
{
  for (guint i = 0; i < relations->length; i++) {
    const GbRelation *relation = GB_LIST_AT (GbRelation, *relations, i);
    if (g_strcmp0 (relation->policy, policy->id) == 0)
      gb_diagnostics_error (checker->diagnostics,
                            gb_yaml_place (checker->file, relation->node, "policy"),
                            "self-reference", "a policy cannot stand under its own '%s'", key);
  }
}

static void
check_policy (Checker *checker, const GbPolicy *policy)
{
  checker->file = policy->file;
  walk (checker, &gb_schema_policy, policy);
  check_self (checker, policy, &policy->basis, "basis");
  check_self (checker, policy, &policy->amends, "amends");
  check_self (checker, policy, &policy->replaces, "replaces");
  check_self (checker, policy, &policy->repeals, "repeals");
  for (guint i = 0; i < policy->versions.length; i++) {
    const GbVersion *version = GB_LIST_AT (GbVersion, policy->versions, i);
    checker->file = version->file;
    walk (checker, &gb_schema_version, version);
  }
}

static gboolean
has_industry (const GbRegistry *registry, const char *id)
{
  for (guint i = 0; i < registry->industries.length; i++) {
    if (g_strcmp0 (GB_LIST_AT (GbIndustry, registry->industries, i)->id, id) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
check_registry (Checker *checker, const GbRegistry *registry)
{
  checker->file = registry->file;
  walk (checker, &gb_schema_registry, registry);
  for (guint i = 0; i < registry->batches.length; i++) {
    const GbBatch *batch = GB_LIST_AT (GbBatch, registry->batches, i);
    checker->file = batch->file;
    checker->registry = registry;
    walk (checker, &gb_schema_batch, batch);
    checker->registry = NULL;
    for (guint k = 0; registry->industries.length > 0 && k < batch->entries.length; k++) {
      const GbEntry *entry = GB_LIST_AT (GbEntry, batch->entries, k);
      if (entry->industry != NULL && !has_industry (registry, entry->industry))
        report_unknown (checker, gb_yaml_place (batch->file, entry->node, "industry"), "industry",
                        entry->industry, &registry->industries, G_STRUCT_OFFSET (GbIndustry, id));
    }
  }
}

void
gb_model_references_check (const GbHolding *holding, GbDiagnostics *diagnostics)
{
  const GbModel *model = &holding->model;
  Checker checker = { .model = model, .holding = holding, .diagnostics = diagnostics };
  if (model->site != NULL) {
    checker.file = model->site->file;
    walk (&checker, &gb_schema_site, model->site);
  }
  for (guint i = 0; i < model->agencies.length; i++) {
    const GbAgency *agency = GB_LIST_AT (GbAgency, model->agencies, i);
    checker.file = holding->agencies_file;
    walk (&checker, gb_schema_agencies.fields[0].schema, agency);
    check_parents (&checker, agency);
  }
  for (guint i = 0; i < model->policies.length; i++)
    check_policy (&checker, GB_LIST_AT (GbPolicy, model->policies, i));
  for (guint i = 0; i < model->registries.length; i++)
    check_registry (&checker, GB_LIST_AT (GbRegistry, model->registries, i));
  for (guint i = 0; i < model->notices.length; i++) {
    const GbNotice *notice = GB_LIST_AT (GbNotice, model->notices, i);
    checker.file = notice->file;
    walk (&checker, &gb_schema_notice, notice);
  }
}
