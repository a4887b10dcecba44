/* Everything on the site, kind by kind, for those who would rather look through it, or have no
 * scripts.  index/ names each document of a kind that has few.  Of a kind that has many it names
 * the years or registries, each with a link to a list: the list that the site has anyway, or else
 * one that this file makes under index/. */
#include "pages/pages.h"
#include "search/catalog.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/step.h"
#include "view/words.h"

#include <string.h>

/* Documents of a kind that are named on index/. */
#define NAMED_MAX 200

/* Documents of a kind and year, or of a registry. */
typedef struct {
  const GbDocument **documents; /* newest first */
  guint length;
  const char *name;   /* "2023", "" without a year, the title of a registry */
  const char *folder; /* of the list that has them */
  gboolean own;       /* whether that is under index/ */
} Group;

typedef struct {
  const char *name; /* within search.kind */
  const GbDocument **documents;
  guint length;
  Group *groups;
  guint n_groups;
} Kind;

typedef struct {
  Kind kinds[GB_DOCUMENT_KIND_COUNT];
  guint n_kinds;
} Inventory;

static const GbRegistryCase *
registry_of (const GbDocument *document)
{
  if (document->kind != GB_DOCUMENT_ENTRY)
    return NULL;
  return ((const GbEntryCase *)document->subject)->registry;
}

static int
compare_registries (const GbRegistryCase *x, const GbRegistryCase *y)
{
  return x == y || x == NULL || y == NULL ? 0 : strcmp (x->registry->id, y->registry->id);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const GbDocument *x = *(const GbDocument *const *)a;
  const GbDocument *y = *(const GbDocument *const *)b;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  int order = compare_registries (registry_of (x), registry_of (y));
  if (order != 0)
    return order;
  if (x->date.first != y->date.first)
    return x->date.first > y->date.first ? -1 : 1;
  return strcmp (x->href, y->href);
}

/* ---- groups ---- */

static int
year_of (const GbDocument *document)
{
  return document->date.first == GB_DATE_NONE ? 0 : gb_date_year (document->date.first);
}

static gboolean
belong_together (const GbDocument *x, const GbDocument *y)
{
  if (x->kind == GB_DOCUMENT_REGISTRY)
    return TRUE;
  if (x->kind == GB_DOCUMENT_ENTRY)
    return registry_of (x) == registry_of (y);
  return year_of (x) == year_of (y);
}

static Group
new_group (GbView *view, const Kind *kind, const GbDocument **documents, guint length)
{
  const GbDocument *first = documents[0];
  const GbRegistryCase *registry = registry_of (first);
  int year = year_of (first);
  Group group = { .documents = documents, .length = length };
  group.name = registry != NULL ? registry->registry->title
               : year == 0      ? ""
                                : gb_arena_printf (view->arena, "%d", year);
  if (first->kind == GB_DOCUMENT_REGISTRY)
    group.folder = GB_HREF_REGISTRIES;
  else if (registry != NULL)
    group.folder = gb_href_registry (view->arena, registry);
  else if (first->kind == GB_DOCUMENT_POLICY && year != 0)
    group.folder = gb_href_listing (view->arena, "year", group.name);
  else {
    group.folder = gb_href_inventory (view->arena, kind->name, year == 0 ? "undated" : group.name);
    group.own = TRUE;
  }
  return group;
}

static void
divide (GbView *view, Kind *kind)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  for (guint first = 0, end; first < kind->length; first = end) {
    for (end = first + 1; end < kind->length; end++)
      if (!belong_together (kind->documents[first], kind->documents[end]))
        break;
    Group group = new_group (view, kind, kind->documents + first, end - first);
    g_array_append_val (groups, group);
  }
  kind->groups = gb_arena_seal (view->arena, groups, &kind->n_groups);
}

static Inventory *
take_stock (GbView *view)
{
  const GbCatalog *catalog = view->catalog;
  Inventory *inventory = gb_arena_new0 (view->arena, Inventory);
  const GbDocument **all
    = gb_arena_newv (view->arena, const GbDocument *, catalog->n_documents + 1);
  for (guint i = 0; i < catalog->n_documents; i++)
    all[i] = &catalog->documents[i];
  qsort (all, catalog->n_documents, sizeof (gpointer), compare);
  for (guint first = 0, end; first < catalog->n_documents; first = end) {
    for (end = first + 1; end < catalog->n_documents && all[end]->kind == all[first]->kind; end++)
      ;
    Kind *kind = &inventory->kinds[inventory->n_kinds++];
    kind->name = gb_catalog_kind_name (all[first]->kind);
    kind->documents = all + first;
    kind->length = end - first;
    if (kind->length > NAMED_MAX)
      divide (view, kind);
  }
  return inventory;
}

/* ---- pages ---- */

static GbDate
turns_of (const GbDocument *document)
{
  switch (document->kind) {
  case GB_DOCUMENT_POLICY:
  case GB_DOCUMENT_INTERPRETATION:
    return ((const GbPolicyCase *)document->subject)->turns;
  case GB_DOCUMENT_NOTICE:
    return ((const GbNoticeCase *)document->subject)->turns;
  case GB_DOCUMENT_ENTRY:
    return ((const GbEntryCase *)document->subject)->state.turns;
  case GB_DOCUMENT_REGISTRY:
  case GB_DOCUMENT_PAGE:
  default:
    return GB_DATE_NONE;
  }
}

static void
set_status (GbScene *scene, GbValue *row, const GbDocument *document)
{
  gb_value_set_null (row, "steps");
  if (document->group == NULL) {
    gb_value_set_null (row, "status");
    return;
  }
  gb_scene_set_word (scene, row, "status", document->group, document->status);
  if (document->kind == GB_DOCUMENT_NOTICE)
    gb_step_set_notice (scene, row, document->subject, FALSE);
  else if (document->kind == GB_DOCUMENT_ENTRY)
    gb_step_set_entry (scene, row, document->subject, FALSE);
  else
    gb_step_set_policy (scene, row, document->subject, FALSE);
}

static void
set_rows (GbScene *scene, GbValue *page, GbValue *section, const GbDocument **documents, guint n)
{
  GbValue *rows = gb_value_set_array (section, "rows");
  for (guint i = 0; i < n; i++) {
    const GbDocument *document = documents[i];
    const GbRegistryCase *registry = registry_of (document);
    GbValue *row = gb_value_append_object (rows);
    gb_value_set_string (row, "href", document->href);
    gb_value_set_string (row, "title", document->title);
    gb_value_set_string (row, "number", document->number);
    gb_value_set_string (row, "by",
                         registry == NULL ? document->issuer : registry->registry->title);
    gb_scene_set_when (scene, row, "date", document->date);
    set_status (scene, row, document);
    gb_frame_turns (scene, page, turns_of (document));
  }
  gb_scene_set_has (section, "rows", rows);
}

static const char *
kind_word (GbScene *scene, const Kind *kind)
{
  return gb_scene_word (scene, gb_arena_join (scene->arena, "search.kind.", kind->name, NULL));
}

static GbValue *
add_section (GbScene *scene, GbValue *sections, const Kind *kind)
{
  GbValue *section = gb_value_append_object (sections);
  gb_value_set_string (section, "id", kind->name);
  gb_value_set_string (section, "word", kind_word (scene, kind));
  gb_value_set_integer (section, "count", kind->length);
  return section;
}

static const char *
group_name (GbScene *scene, const Group *group)
{
  return group->name[0] == '\0' ? gb_scene_word (scene, "inventory.undated") : group->name;
}

static void
begin (GbScene *scene, GbValue *page, const char *title)
{
  gb_frame_set (scene, page, NULL, title, gb_scene_word (scene, "inventory.about"));
  gb_frame_set_column (page, title);
  gb_value_set_null (page, "pager");
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const Inventory *inventory = sheet->subject;
  begin (scene, page, gb_scene_word (scene, "inventory.title"));
  gb_value_set_boolean (page, "first", TRUE);
  GbValue *sections = gb_value_set_array (page, "sections");
  for (guint i = 0; i < inventory->n_kinds; i++) {
    const Kind *kind = &inventory->kinds[i];
    GbValue *section = add_section (scene, sections, kind);
    set_rows (scene, page, section, kind->documents, kind->n_groups == 0 ? kind->length : 0);
    GbValue *groups = gb_value_set_array (section, "groups");
    for (guint k = 0; k < kind->n_groups; k++) {
      const Group *group = &kind->groups[k];
      GbValue *value = gb_value_append_object (groups);
      gb_value_set_string (value, "name", group_name (scene, group));
      gb_value_set_string (value, "href", group->folder);
      gb_value_set_integer (value, "count", group->length);
    }
    gb_scene_set_has (section, "groups", groups);
  }
}

typedef struct {
  const Kind *kind;
  const Group *group;
} Part;

static void
build_group (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const Part *part = sheet->subject;
  const Group *group = part->group;
  begin (scene, page,
         gb_words_fill (scene->words, scene->arena, "inventory.group", "kind",
                        kind_word (scene, part->kind), "name", group_name (scene, group), NULL));
  gb_frame_add_crumb (page, gb_scene_word (scene, "inventory.title"), GB_HREF_INVENTORY);
  gb_value_set_boolean (page, "first", FALSE);
  guint first, end;
  gb_frame_set_pager (scene, page, group->folder, sheet->part, group->length, &first, &end);
  GbValue *section = add_section (scene, gb_value_set_array (page, "sections"), part->kind);
  gb_value_set_integer (section, "count", group->length);
  set_rows (scene, page, section, group->documents + first, end - first);
  gb_scene_set_has (section, "groups", gb_value_set_array (section, "groups"));
}

void
gb_inventory_pages (GbView *view)
{
  const Inventory *inventory = take_stock (view);
  gb_sheet_add_page (view, GB_HREF_INVENTORY, "page/inventory", build, inventory, 0);
  for (guint i = 0; i < inventory->n_kinds; i++) {
    const Kind *kind = &inventory->kinds[i];
    for (guint k = 0; k < kind->n_groups; k++) {
      if (!kind->groups[k].own)
        continue;
      Part *part = gb_arena_new0 (view->arena, Part);
      *part = (Part){ .kind = kind, .group = &kind->groups[k] };
      gb_sheet_add_list (view, part->group->folder, "page/inventory", build_group, part,
                         part->group->length);
    }
  }
}
