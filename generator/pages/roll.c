/* The rolls of a registry: its entries by status, city, industry and batch, each on a page of its
 * own.  What the filters above a list do with a script can so be reached and linked without one. */
#include "law/region.h"
#include "pages/pages.h"
#include "view/entry.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/registry.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

#include <string.h>

/* Values of a facet that make pages; where there are more, or only one, none of them does. */
#define VALUES_MAX 30
/* Longer names do not fit a folder's. */
#define VALUE_BYTES_MAX 200

typedef struct {
  const char *id; /* the last folder of the address, not escaped */
  const char *name;
} Value;

typedef struct {
  const char *facet;
  Value (*of) (GbScene *scene, const GbEntryCase *entry); /* id NULL: none */
} Facet;

typedef struct {
  const GbRegistryCase *registry;
  const char *facet;
  Value value;
  const char *folder;
  const GbEntryCase **entries;
  guint n_entries;
} Roll;

/* -- what an entry is by -- */

static Value
status_of (GbScene *scene, const GbEntryCase *entry)
{
  if (entry->state.standing == GB_STANDING_NONE)
    return (Value){ NULL, NULL };
  const char *id = gb_standing_name (entry->state.standing);
  return (Value){ id, gb_words_in (scene->words, "standing", id) };
}

static Value
city_of (GbScene *scene, const GbEntryCase *entry)
{
  gsize length;
  const char *city = gb_region_city (entry->entry->region, &length);
  const char *name = city == NULL ? NULL : gb_arena_strndup (scene->arena, city, length);
  return (Value){ name, name };
}

static Value
industry_of (G_GNUC_UNUSED GbScene *scene, const GbEntryCase *entry)
{
  return (Value){ entry->entry->industry, entry->industry };
}

static Value
batch_of (GbScene *scene, const GbEntryCase *entry)
{
  return (Value){ entry->batch->id, gb_scene_batch_title (scene, entry->batch) };
}

static const Facet facets[] = {
  { "status", status_of },
  { "city", city_of },
  { "industry", industry_of },
  { "batch", batch_of },
};

/* -- the page -- */

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const Roll *roll = sheet->subject;
  const GbRegistryCase *registry = roll->registry;
  const char *title = gb_words_fill (scene->words, scene->arena, "roll.title", "registry",
                                     registry->registry->title, "name", roll->value.name, NULL);
  gb_frame_set (scene, page, "registries", title, registry->registry->summary);
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.registries"), GB_HREF_REGISTRIES);
  gb_frame_add_crumb (page, registry->registry->title, gb_href_registry (scene->arena, registry));
  gb_frame_set_column (page, gb_scene_word (scene, "nav.registries"));
  gb_frame_turns (scene, page, registry->turns);
  gb_registry_set_link (scene, page, "registry", registry);
  gb_value_set_boolean (page, "by_status", strcmp (roll->facet, "status") == 0);
  gb_roll_set_facets (scene, page, registry);
  gb_registry_set_columns (page, registry);
  guint first, end;
  gb_frame_set_pager (scene, page, roll->folder, sheet->part, roll->n_entries, &first, &end);
  GbValue *rows = gb_value_set_array (page, "rows");
  for (guint i = first; i < end; i++) {
    GbValue *row = gb_value_append_object (rows);
    gb_entry_row (scene, row, roll->entries[i]);
  }
  gb_scene_set_has (page, "rows", rows);
}

void
gb_roll_set_facets (GbScene *scene, GbValue *page, const GbRegistryCase *registry)
{
  const GbValue *groups = scene->view->rolls[registry - scene->corpus->registries];
  gb_value_set (page, "facets", groups);
  gb_scene_set_has (page, "facets", groups);
}

/* -- which there are -- */

static int
compare_rolls (gconstpointer a, gconstpointer b)
{
  const Roll *x = a;
  const Roll *y = b;
  if (x->n_entries != y->n_entries)
    return x->n_entries > y->n_entries ? -1 : 1;
  return strcmp (x->value.id, y->value.id);
}

static Roll *
find (Roll *rolls, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (rolls[i].value.id, id) == 0)
      return &rolls[i];
  return NULL;
}

/* How many there are, fullest first; 0 where they make no pages. */
static guint
survey (GbScene *scene, const GbRegistryCase *registry, const Facet *facet, Roll *rolls)
{
  guint n = 0;
  for (guint i = 0; i < registry->n_entries; i++) {
    Value value = facet->of (scene, registry->entries[i]);
    if (value.id == NULL || strlen (value.id) > VALUE_BYTES_MAX || strchr (value.id, '/') != NULL
        || value.id[0] == '.')
      continue;
    Roll *roll = find (rolls, n, value.id);
    if (roll == NULL) {
      if (n == VALUES_MAX)
        return 0;
      roll = &rolls[n++];
      *roll = (Roll){ .registry = registry, .facet = facet->facet, .value = value };
      roll->entries = gb_arena_newv (scene->arena, const GbEntryCase *, registry->n_entries);
    }
    roll->entries[roll->n_entries++] = registry->entries[i];
  }
  qsort (rolls, n, sizeof *rolls, compare_rolls);
  return n < 2 ? 0 : n;
}

static void
add_facet (GbView *view, GbValue *groups, const GbRegistryCase *registry, const Facet *facet)
{
  /* For its words and its arena. */
  GbScene scene
    = { .view = view, .corpus = view->corpus, .words = view->words, .arena = view->arena };
  Roll *rolls = gb_arena_newv (view->arena, Roll, VALUES_MAX);
  guint n = survey (&scene, registry, facet, rolls);
  if (n == 0)
    return;
  gboolean is_status = facet->of == status_of;
  GbValue *group = gb_value_append_object (groups);
  gb_value_set_string (group, "id", facet->facet);
  gb_value_set_string (group, "word", gb_words_in (view->words, "facet", facet->facet));
  gb_value_set_boolean (group, "open", FALSE);
  gb_value_set_null (group, "more");
  GbValue *values = gb_value_set_array (group, "values");
  for (guint i = 0; i < n; i++) {
    Roll *roll = &rolls[i];
    roll->folder = gb_href_roll (view->arena, registry, facet->facet, roll->value.id);
    GbValue *value = gb_value_append_object (values);
    gb_value_set_string (value, "name", roll->value.name);
    gb_value_set_string (value, "href", gb_href_escape (view->arena, roll->folder));
    if (is_status) /* it would change every list of the registry with the day */
      gb_value_set_null (value, "count");
    else
      gb_value_set_integer (value, "count", roll->n_entries);
    gb_sheet_add_list (view, roll->folder, "page/roll", build, roll, roll->n_entries);
  }
}

void
gb_roll_pages (GbView *view)
{
  const GbCorpus *corpus = view->corpus;
  view->rolls = gb_arena_newv (view->arena, const GbValue *, corpus->n_registries + 1);
  for (guint i = 0; i < corpus->n_registries; i++) {
    GbValue *groups = gb_value_array (view->arena);
    for (guint k = 0; k < G_N_ELEMENTS (facets); k++)
      add_facet (view, groups, &corpus->registries[i], &facets[k]);
    view->rolls[i] = groups;
  }
}
