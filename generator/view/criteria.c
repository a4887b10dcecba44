#include "view/criteria.h"

#include "view/policy.h"
#include "view/scheme.h"

#include <string.h>

gboolean
gb_criteria_has (const GbRegistryCase *registry)
{
  return registry->registry->criteria.length > 0;
}

static gboolean
is_same (const GbCriterion *a, const GbCriterion *b)
{
  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->unit, b->unit) == 0;
}

static gboolean
states (const GbRegistryCase *registry, const GbCriterion *wanted)
{
  for (guint i = 0; i < registry->registry->criteria.length; i++)
    if (is_same (GB_LIST_AT (GbCriterion, registry->registry->criteria, i), wanted))
      return TRUE;
  return FALSE;
}

static int
level_of (const GbCriteriaColumn *column)
{
  return column->registry->authority == NULL ? G_MAXINT : column->registry->authority->level;
}

/* Schemes that have anything in common first, from the nation's to the city's. */
static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const GbCriteriaColumn *x = a;
  const GbCriteriaColumn *y = b;
  if ((x->shared == 0) != (y->shared == 0))
    return x->shared > 0 ? -1 : 1;
  if (level_of (x) != level_of (y))
    return level_of (x) < level_of (y) ? -1 : 1;
  if (x->shared != y->shared)
    return x->shared > y->shared ? -1 : 1;
  return strcmp (x->registry->registry->id, y->registry->registry->id);
}

GArray *
gb_criteria_columns (GbScene *scene)
{
  const GbCorpus *corpus = scene->corpus;
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (GbCriteriaColumn));
  for (guint i = 0; i < corpus->n_registries; i++) {
    const GbRegistryCase *registry = &corpus->registries[i];
    if (!gb_criteria_has (registry))
      continue;
    GbCriteriaColumn column = { .registry = registry };
    const GbList *criteria = &registry->registry->criteria;
    for (guint k = 0; k < criteria->length; k++)
      for (guint other = 0; other < corpus->n_registries; other++)
        if (other != i
            && states (&corpus->registries[other], GB_LIST_AT (GbCriterion, *criteria, k))) {
          column.shared++;
          break;
        }
    GbValue *scheme = gb_value_object (scene->arena);
    gb_scheme_set (scene, scheme, registry);
    column.scheme = scheme;
    g_array_append_val (columns, column);
  }
  g_array_sort (columns, compare_columns);
  return columns;
}

/* In the order in which the schemes state them. */
GArray *
gb_criteria_measures (const GArray *columns)
{
  GArray *measures = g_array_new (FALSE, FALSE, sizeof (GbCriteriaMeasure));
  for (guint i = 0; i < columns->len; i++) {
    const GbRegistryCase *registry = g_array_index (columns, GbCriteriaColumn, i).registry;
    for (guint k = 0; k < registry->registry->criteria.length; k++) {
      const GbCriterion *criterion = GB_LIST_AT (GbCriterion, registry->registry->criteria, k);
      gboolean known = FALSE;
      for (guint m = 0; m < measures->len && !known; m++)
        known = is_same (g_array_index (measures, GbCriteriaMeasure, m).criterion, criterion);
      if (known)
        continue;
      GbCriteriaMeasure measure = { .criterion = criterion, .registry = registry };
      for (guint other = 0; other < columns->len; other++)
        measure.n_schemes
          += states (g_array_index (columns, GbCriteriaColumn, other).registry, criterion);
      g_array_append_val (measures, measure);
    }
  }
  return measures;
}

gboolean
gb_criteria_is_about (const GbValue *rule, const GbCriterion *criterion)
{
  return g_strcmp0 (gb_value_get_string (rule, "id"), criterion->id) == 0
         && g_strcmp0 (gb_value_get_string (rule, "unit"), criterion->unit) == 0;
}

/* -- data -- */

/* A scheme may say two things of one measure: at least 20 and at most 50. */
static void
append_data (GbScene *scene, GbValue *list, const GbCriteriaColumn *column,
             const GbCriterion *criterion)
{
  const GbValue *all = gb_value_get (column->scheme, "criteria");
  for (guint i = 0; i < all->length; i++) {
    GbValue *rule = (GbValue *)all->elements[i]; /* made by this same scene */
    if (!gb_criteria_is_about (rule, criterion))
      continue;
    gb_value_set_string (rule, "registry", column->registry->registry->id);
    gb_policy_set_link (scene, rule, "policy", column->registry->policy);
    gb_value_append (list, rule);
  }
}

void
gb_criteria_list (GbScene *scene, GbValue *file)
{
  g_autoptr (GArray) columns = gb_criteria_columns (scene);
  g_autoptr (GArray) measures = gb_criteria_measures (columns);
  GbValue *list = gb_value_set_array (file, "criteria");
  for (guint i = 0; i < measures->len; i++) {
    const GbCriterion *criterion = g_array_index (measures, GbCriteriaMeasure, i).criterion;
    for (guint k = 0; k < columns->len; k++)
      append_data (scene, list, &g_array_index (columns, GbCriteriaColumn, k), criterion);
  }
}
