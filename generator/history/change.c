#include "history/change.h"

#include "view/href.h"
#include "view/scene.h"

#include <string.h>

/* Things named under one change before the rest is only counted. */
#define THINGS_MAX 30

/* What was done to the thing itself, as its main file tells: another text of it, another batch is a
 * change of what was there. */
static const char *
what_of (GbScene *scene, const char *thing, const GbLedgerEntry *entry)
{
  const char *main_file = gb_ledger_main_file (scene->arena, thing);
  for (guint i = 0; main_file != NULL && i < entry->n_changes; i++) {
    if (strcmp (entry->changes[i].path, main_file) != 0)
      continue;
    if (entry->changes[i].change == GB_PATH_ADDED)
      return "added";
    if (entry->changes[i].change == GB_PATH_REMOVED)
      return "removed";
  }
  return "changed";
}

/* Which revision of its thing this is, from 1; 0 where the thing has no pages for them. */
static guint
number_of (GbScene *scene, const char *thing, guint index)
{
  const GbLedgerPage *ledger = gb_ledger_of (scene->view->ledger, thing);
  if (!gb_ledger_has_pages (ledger))
    return 0;
  for (guint i = 0; i < ledger->n_items; i++)
    if (ledger->items[i].index == index)
      return i + 1;
  return 0;
}

void
gb_change_append_thing (GbScene *scene, GbValue *things, const char *thing,
                        const GbLedgerEntry *entry)
{
  GbValue *value = gb_value_append_object (things);
  gb_ledger_set_thing (scene, value, "thing", thing, &entry->changes[0]);
  const char *what = what_of (scene, thing, entry);
  gb_scene_set_word (scene, value, "what", "change", what);
  guint number = number_of (scene, thing, entry->index);
  gb_value_set_string (
    value, "href",
    strcmp (what, "changed") != 0 ? NULL
    : number > 0
      ? gb_href_revision (scene->arena, thing, number)
      : gb_arena_join (scene->arena, gb_href_commit (scene->arena, entry->commit), "#files", NULL));
}

void
gb_change_set_things (GbScene *scene, GbValue *object, guint index, GHashTable *only)
{
  guint n, shown = 0, all = 0;
  const GbRevision *changes = gb_record_changes (scene->record, index, &n);
  GbValue *things = gb_value_set_array (object, "things");
  const char *last = "";
  gboolean has_site = FALSE;
  for (guint i = 0; i < n; i++) {
    const char *thing = gb_ledger_thing (scene->arena, changes[i].path);
    /* The site's own files stand before, between and after the folders of things. */
    gboolean is_site = strcmp (thing, "site") == 0;
    if (strcmp (thing, last) == 0 || (is_site && has_site))
      continue;
    has_site = has_site || is_site;
    last = thing;
    if ((only != NULL && !g_hash_table_contains (only, thing)) || all++ >= THINGS_MAX)
      continue;
    guint end = i + 1;
    while (end < n && strcmp (gb_ledger_thing (scene->arena, changes[end].path), thing) == 0)
      end++;
    const GbLedgerEntry entry = { changes[i].commit, index, &changes[i], end - i };
    gb_change_append_thing (scene, things, thing, &entry);
    shown++;
  }
  gb_value_set_string (object, "more", gb_scene_more (scene, all - shown));
}
