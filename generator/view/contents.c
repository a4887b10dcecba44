#include "view/contents.h"

#include "view/scene.h"

static gboolean
is_heading (GbUnitKind kind)
{
  switch (kind) {
  case GB_UNIT_TITLE:
  case GB_UNIT_CHAPTER:
  case GB_UNIT_PART:
  case GB_UNIT_SECTION:
  case GB_UNIT_ANNEX:
  case GB_UNIT_HEADING:
    return TRUE;
  case GB_UNIT_COVER:
  case GB_UNIT_DIVISION:
  case GB_UNIT_ARTICLE:
  case GB_UNIT_ITEM:
  case GB_UNIT_SUBITEM:
    break;
  }
  return FALSE;
}

/* Items are listed only where no article encloses them and they have a caption: （一）发展目标 */
static gboolean
is_listed (const GbText *text, const GbUnit *unit)
{
  if (unit->kind == GB_UNIT_DIVISION || unit->kind == GB_UNIT_ARTICLE)
    return TRUE;
  if (unit->kind != GB_UNIT_ITEM || unit->title == NULL)
    return FALSE;
  for (int parent = unit->parent; parent >= 0; parent = text->units[parent].parent)
    if (text->units[parent].kind == GB_UNIT_ARTICLE)
      return FALSE;
  return TRUE;
}

static gboolean
stands_in_annex (const GbText *text, const GbUnit *unit)
{
  for (int parent = unit->parent; parent >= 0; parent = text->units[parent].parent)
    if (text->units[parent].kind == GB_UNIT_ANNEX)
      return TRUE;
  return FALSE;
}

static void
set_unit (GbScene *scene, GbValue *value, const GbUnit *unit)
{
  gb_value_set_string (value, "href", gb_arena_join (scene->arena, "#", unit->anchor, NULL));
  gb_value_set_string (value, "label", unit->label);
  gb_value_set_string (value, "title", unit->title);
}

static GbValue *
new_group (GbScene *scene, GbValue *groups, const GbUnit *head)
{
  GbValue *group = gb_value_append_object (groups);
  if (head == NULL)
    gb_value_set_null (group, "head");
  else
    set_unit (scene, gb_value_set_object (group, "head"), head);
  return gb_value_set_array (group, "entries");
}

void
gb_contents_set (GbScene *scene, GbValue *page, const char *key, const GbText *text)
{
  GbValue *groups = gb_value_set_array (page, key);
  GbValue *entries = NULL;
  guint lines = 0;
  for (guint i = 0; i < text->n_units; i++) {
    const GbUnit *unit = &text->units[i];
    gboolean nested = stands_in_annex (text, unit);
    /* The title is the page's own; after a covering notice it says where the text begins, and of
     * several texts which is which. */
    if (unit->kind == GB_UNIT_TITLE && i == 0 && gb_text_unit (text, "text-2") == NULL)
      continue;
    if (is_heading (unit->kind) && !nested) {
      entries = new_group (scene, groups, unit);
      lines++;
      continue;
    }
    if (nested ? !is_heading (unit->kind) || unit->title == NULL : !is_listed (text, unit))
      continue;
    if (entries == NULL)
      entries = new_group (scene, groups, NULL);
    GbValue *entry = gb_value_append_object (entries);
    set_unit (scene, entry, unit);
    gb_value_set_boolean (entry, "bare", unit->title == NULL);
    lines++;
  }
  for (guint i = 0; i < groups->length; i++) {
    GbValue *group = (GbValue *)groups->elements[i];
    gb_scene_set_has (group, "entries", gb_value_get (group, "entries"));
  }
  /* One heading alone is no contents. */
  if (lines < 2)
    groups = gb_value_set_array (page, key);
  gb_scene_set_has (page, key, groups);
}
