/* The conditions of all schemes: a column for each registry that states any, a row for each
 * measure. Conditions with the same id and unit are the same measure. */
#pragma once

#include "view/view.h"

typedef struct {
  const GbRegistryCase *registry;
  const GbValue *scheme; /* as gb_scheme_set fills it */
  guint shared;          /* how many of its conditions another scheme has as well */
} GbCriteriaColumn;

/* A condition, and where it is first stated. */
typedef struct {
  const GbCriterion *criterion;
  const GbRegistryCase *registry;
  guint n_schemes;
} GbCriteriaMeasure;

/* criteria: the conditions of all registries, those of one measure one after the other. */
void gb_criteria_list (GbScene *scene, GbValue *file);
/* Whether @registry states conditions. */
gboolean gb_criteria_has (const GbRegistryCase *registry);
/* GbCriteriaColumn: those of all schemes that state conditions; the caller frees. */
GArray *gb_criteria_columns (GbScene *scene);
/* GbCriteriaMeasure: in the order in which the schemes state them; the caller frees. */
GArray *gb_criteria_measures (const GArray *columns);
/* Whether a rule of a scheme is about what @criterion measures. */
gboolean gb_criteria_is_about (const GbValue *rule, const GbCriterion *criterion);
