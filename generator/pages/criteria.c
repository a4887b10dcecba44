/* The conditions of all schemes side by side. */
#include "pages/pages.h"
#include "view/criteria.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/policy.h"
#include "view/registry.h"
#include "view/scene.h"
#include "view/scheme.h"
#include "view/sheet.h"
#include "view/version.h"
#include "view/words.h"

#include <string.h>

static const char *
short_title (const GbRegistryCase *registry)
{
  const GbRegistry *source = registry->registry;
  return source->short_title != NULL ? source->short_title : source->title;
}

static GbValue *
append_group (GbValue *groups, const char *title)
{
  GbValue *group = gb_value_append_object (groups);
  gb_value_set_string (group, "title", title);
  return gb_value_set_array (group, "rows");
}

/* The rows of the group of that title, which is made where there is none. */
static GbValue *
rows_of_group (GbValue *groups, const char *title)
{
  for (guint i = 0; i < groups->length; i++)
    if (strcmp (gb_value_get_string (groups->elements[i], "title"), title) == 0)
      return (GbValue *)gb_value_get (groups->elements[i], "rows");
  return append_group (groups, title);
}

static GbValue *
new_cell (GbScene *scene, GbValue *cells, const GbCriteriaColumn *column)
{
  GbValue *cell = gb_value_append_object (cells);
  gb_value_set_string (cell, "scheme", column->registry->registry->id);
  gb_value_set_string (cell, "name", short_title (column->registry));
  /* Of rules that are not published here nobody can say what they do not ask. */
  gb_value_set_string (
    cell, "none",
    gb_scene_word (scene, column->registry->policy != NULL ? "criteria.none" : "criteria.unknown"));
  GbValue *rules = gb_value_set_array (cell, "rules");
  return rules;
}

/* has.rules of each cell. */
static void
append_row (GbValue *rows, GbValue *row)
{
  const GbValue *cells = gb_value_get (row, "cells");
  for (guint i = 0; i < cells->length; i++) {
    GbValue *cell = (GbValue *)cells->elements[i];
    gb_scene_set_has (cell, "rules", gb_value_get (cell, "rules"));
  }
  gb_value_append (rows, row);
}

/* A rule that is no condition: nothing of it can be compared. */
static void
append_plain (GbValue *rules, const GbValue *found)
{
  GbValue *rule = (GbValue *)found; /* made by this same scene */
  gb_value_set_null (rule, "comparison");
  gb_value_set_null (rule, "value");
  gb_value_set_null (rule, "either");
  gb_value_append (rules, rule);
}

/* The rules @key of the schemes side by side, where any has some. */
static void
append_kind (GbScene *scene, GbValue *rows, const GArray *columns, const char *key)
{
  GbValue *row = gb_value_object (scene->arena);
  gb_value_set_null (row, "id");
  gb_value_set_null (row, "unit");
  gb_value_set_string (row, "title", gb_scheme_name (scene, key));
  GbValue *cells = gb_value_set_array (row, "cells");
  gboolean any = FALSE;
  for (guint k = 0; k < columns->len; k++) {
    const GbCriteriaColumn *column = &g_array_index (columns, GbCriteriaColumn, k);
    const GbValue *found = gb_value_get (column->scheme, key);
    GbValue *rules = new_cell (scene, cells, column);
    if (!gb_value_is_truthy (found))
      continue;
    any = TRUE;
    if (found->type != GB_VALUE_ARRAY)
      append_plain (rules, found);
    for (guint n = 0; found->type == GB_VALUE_ARRAY && n < found->length; n++)
      append_plain (rules, found->elements[n]);
  }
  if (any)
    append_row (rows, row);
}

/* Term, review, notice and the like: what follows once the conditions are met. */
static void
append_terms (GbScene *scene, GbValue *groups, const GArray *columns)
{
  GbValue *rows = append_group (groups, gb_scene_word (scene, "criteria.terms"));
  append_kind (scene, rows, columns, "prerequisites");
  const char *key;
  for (guint i = 0; (key = gb_scheme_rule (i)) != NULL; i++)
    append_kind (scene, rows, columns, key);
  append_kind (scene, rows, columns, "caps");
  append_kind (scene, rows, columns, "scores");
}

/* The rules of @column, as its scheme has them in groups, that are about @criterion. */
static void
append_rules (GbValue *rules, const GbCriteriaColumn *column, const GbCriterion *criterion)
{
  const GbValue *groups = gb_value_get (column->scheme, "criteria");
  for (guint i = 0; i < groups->length; i++) {
    const GbValue *items = gb_value_get (groups->elements[i], "items");
    for (guint k = 0; k < items->length; k++) {
      if (gb_criteria_is_about (items->elements[k], criterion))
        gb_value_append (rules, items->elements[k]);
    }
  }
}

static void
append_measure (GbScene *scene, GbValue *rows, const GArray *columns,
                const GbCriteriaMeasure *measure)
{
  GbValue *row = gb_value_object (scene->arena);
  gb_value_set_string (row, "id", measure->criterion->id);
  gb_value_set_string (row, "title", measure->criterion->title);
  gb_value_set_string (row, "unit", measure->criterion->unit);
  GbValue *cells = gb_value_set_array (row, "cells");
  for (guint i = 0; i < columns->len; i++) {
    const GbCriteriaColumn *column = &g_array_index (columns, GbCriteriaColumn, i);
    append_rules (new_cell (scene, cells, column), column, measure->criterion);
  }
  append_row (rows, row);
}

/* What several schemes ask, in the groups of the first that asks it; then what only one of them
 * asks. */
static void
append_measures (GbScene *scene, GbValue *groups, const GArray *columns)
{
  g_autoptr (GArray) measures = gb_criteria_measures (columns);
  gboolean alone = columns->len == 1;
  for (guint pass = 0; pass < 2; pass++) {
    GbValue *rows = NULL;
    const GbCriteriaMeasure *last = NULL;
    for (guint i = 0; i < measures->len; i++) {
      const GbCriteriaMeasure *measure = &g_array_index (measures, GbCriteriaMeasure, i);
      if ((alone || measure->n_schemes > 1) != (pass == 0))
        continue;
      const char *group = measure->criterion->group;
      if (pass == 0)
        rows = rows_of_group (
          groups, group != NULL ? group : gb_scene_word (scene, "scheme.name-criteria"));
      else if (pass == 1 && (last == NULL || last->registry != measure->registry))
        rows = append_group (groups, gb_words_fill (scene->words, scene->arena, "criteria.only",
                                                    "name", short_title (measure->registry), NULL));
      append_measure (scene, rows, columns, measure);
      last = measure;
    }
  }
}

static void
append_scheme (GbScene *scene, GbValue *page, GbValue *schemes, const GbRegistryCase *registry)
{
  GbValue *scheme = gb_value_append_object (schemes);
  gb_value_set_string (scheme, "id", registry->registry->id);
  gb_value_set_string (scheme, "href", gb_href_registry (scene->arena, registry));
  gb_value_set_string (scheme, "title", registry->registry->title);
  gb_value_set_string (scheme, "name", short_title (registry));
  gb_scene_set_agency (scene, scheme, "authority", registry->authority);
  gb_policy_set_link (scene, scheme, "policy", registry->policy);
  if (registry->policy != NULL) {
    gb_frame_turns (scene, page, registry->policy->state.turns);
    gb_frame_turns (scene, page, gb_version_turns (registry->policy));
  }
  gb_registry_set_rules (scheme, registry);
}

/* The registries of which no condition is known, and why. */
static void
set_others (GbScene *scene, GbValue *page)
{
  GbValue *others = gb_value_set_array (page, "others");
  for (guint i = 0; i < scene->corpus->n_registries; i++) {
    const GbRegistryCase *registry = &scene->corpus->registries[i];
    if (gb_criteria_has (registry))
      continue;
    append_scheme (scene, page, others, registry);
  }
  gb_scene_set_has (page, "others", others);
}

static void
build (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *page)
{
  const char *title = gb_scene_word (scene, "criteria.title");
  gb_frame_set (scene, page, "registries", title, gb_scene_word (scene, "criteria.about"));
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.registries"), GB_HREF_REGISTRIES);
  gb_frame_set_column (page, gb_scene_word (scene, "nav.registries"));
  g_autoptr (GArray) columns = gb_criteria_columns (scene);
  GbValue *schemes = gb_value_set_array (page, "schemes");
  for (guint i = 0; i < columns->len; i++) {
    const GbRegistryCase *registry = g_array_index (columns, GbCriteriaColumn, i).registry;
    append_scheme (scene, page, schemes, registry);
    gb_frame_turns (scene, page, registry->turns); /* how much of a cap is used */
  }
  gb_value_set_integer (page, "width", (gint64)columns->len + 1);
  GbValue *groups = gb_value_set_array (page, "groups");
  append_measures (scene, groups, columns);
  append_terms (scene, groups, columns);
  set_others (scene, page);
}

void
gb_criteria_pages (GbView *view)
{
  gboolean any = FALSE;
  for (guint i = 0; i < view->corpus->n_registries; i++)
    any |= gb_criteria_has (&view->corpus->registries[i]);
  if (any)
    gb_sheet_add_page (view, GB_HREF_CRITERIA, "page/criteria", build, NULL, 0);
}
