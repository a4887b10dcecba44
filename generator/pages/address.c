/* Addresses that were published and have no page of their own any more.
 *
 * What moved leads on, what was withdrawn says why, and a list that has become empty leads to the
 * list above it.  Such a page stays at every later publication, because the publication before it
 * held it.  output/assembly.h reports whatever else would vanish.
 */
#include "pages/pages.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/language.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

#include <string.h>

/* What stands at an old address. */
typedef struct {
  const char *from;             /* the address, without GB_HREF_INDEX */
  const char *to;               /* where it leads */
  const GbWithdrawn *withdrawn; /* or why it is gone */
} Address;

static void
build_moved (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const Address *address = sheet->subject;
  const char *to = gb_href_escape (scene->arena, address->to);
  gb_frame_set (scene, page, NULL, gb_scene_word (scene, "moved.title"), NULL);
  gb_frame_archive (page);
  gb_value_set_string (page, "from", address->from);
  gb_value_set_string (page, "to", to);
  gb_value_set_string (page, "canonical", gb_scene_address (scene, to));
}

static void
build_withdrawn (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const Address *address = sheet->subject;
  const GbWithdrawn *withdrawn = address->withdrawn;
  gb_frame_set (scene, page, NULL,
                gb_words_fill (scene->words, scene->arena, "withdrawn.title-of", "address",
                               address->from, NULL),
                withdrawn->reason);
  gb_frame_archive (page);
  gb_value_set_string (page, "from", address->from);
  gb_scene_set_date (scene, page, "date", withdrawn->date);
  gb_value_set_string (page, "reason", withdrawn->reason);
  gb_value_set_string (page, "successor", withdrawn->successor);
}

static void
add_address (GbView *view, GHashTable *planned, const char *path, const char *to,
             const GbWithdrawn *withdrawn)
{
  Address *address = gb_arena_new0 (view->arena, Address);
  gsize length = strlen (path);
  if (g_str_has_suffix (path, GB_HREF_INDEX))
    length -= strlen (GB_HREF_INDEX);
  *address = (Address){ gb_arena_strndup (view->arena, path, length), to, withdrawn };
  path = gb_arena_strdup (view->arena, path);
  gb_sheet_add (view, path, withdrawn != NULL ? "page/withdrawn" : "page/moved",
                withdrawn != NULL ? build_withdrawn : build_moved, address, 0);
  g_hash_table_insert (planned, (gpointer)path, NULL); /* which is no page to lead to */
}

static gboolean
has_page (GHashTable *planned, const char *address)
{
  g_autofree char *path = g_strconcat (address, GB_HREF_INDEX, NULL);
  return g_hash_table_lookup (planned, path) != NULL;
}

/* The longest declared address that @path lies at or below. */
static const GbMoved *
find_moved (const GbModel *model, const char *path)
{
  const GbMoved *found = NULL;
  for (guint i = 0; i < model->moved.length; i++) {
    const GbMoved *moved = GB_LIST_AT (GbMoved, model->moved, i);
    if (g_str_has_prefix (path, moved->from)
        && (found == NULL || strlen (moved->from) > strlen (found->from)))
      found = moved;
  }
  return found;
}

/* One file; or a folder with all below it, and a file without a suffix that stood in its place. */
static gboolean
covers (const char *address, const char *path)
{
  gsize length = strlen (address) - 1;
  if (address[length] != '/')
    return strcmp (path, address) == 0;
  return strncmp (path, address, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static const GbWithdrawn *
find_withdrawn (const GbModel *model, const char *path)
{
  const GbWithdrawn *found = NULL;
  for (guint i = 0; i < model->withdrawn.length; i++) {
    const GbWithdrawn *withdrawn = GB_LIST_AT (GbWithdrawn, model->withdrawn, i);
    if (covers (withdrawn->address, path)
        && (found == NULL || strlen (withdrawn->address) > strlen (found->address)))
      found = withdrawn;
  }
  return found;
}

/* @path without the folder of its language, which @ret_folder (may be NULL) then is. */
static const char *
plain_path (const GbSite *site, const char *path, const char **ret_folder, GbArena *arena)
{
  const char *const *languages = gb_language_list (site, arena);
  for (guint i = 1; languages[i] != NULL; i++) {
    const char *folder = gb_language_folder (site, languages[i], arena);
    if (g_str_has_prefix (path, folder)) {
      if (ret_folder != NULL)
        *ret_folder = folder;
      return path + strlen (folder);
    }
  }
  if (ret_folder != NULL)
    *ret_folder = "";
  return path;
}

gboolean
gb_address_is_declared (const GbModel *model, const char *path)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  path = plain_path (model->site, path, NULL, arena);
  return find_moved (model, path) != NULL || find_withdrawn (model, path) != NULL;
}

/* The address of the nearest page above @path; "" for the home page. */
static const char *
page_above (GbView *view, GHashTable *planned, const char *path)
{
  char *address = gb_arena_strdup (view->arena, path);
  for (char *slash = strrchr (address, '/'); slash != NULL; slash = strrchr (address, '/')) {
    *slash = '\0';
    g_autofree char *folder = g_strconcat (address, "/", NULL);
    if (strcmp (folder, path) != 0 && has_page (planned, folder)
        && !(g_str_has_suffix (path, "/" GB_HREF_INDEX)
             && strlen (folder) + strlen (GB_HREF_INDEX) == strlen (path)))
      return gb_arena_strdup (view->arena, folder);
  }
  return "";
}

/* Where @path leads: declared moves followed to their end, to the same page there or else to what
 * was declared.  NULL where none was. */
static const char *
follow (GbView *view, GHashTable *planned, const char *path)
{
  const GbModel *model = view->corpus->model;
  const char *to = NULL;
  const GbMoved *moved;
  for (guint i = 0; i < model->moved.length && (moved = find_moved (model, path)) != NULL; i++) {
    to = moved->to;
    path = gb_arena_printf (view->arena, "%s%s", to, path + strlen (moved->from));
    if (g_hash_table_lookup (planned, path) != NULL && g_str_has_suffix (path, GB_HREF_INDEX))
      return gb_arena_strndup (view->arena, path, strlen (path) - strlen (GB_HREF_INDEX));
  }
  return to;
}

static void
add_ghost (GbView *view, GHashTable *planned, const char *path)
{
  const GbModel *model = view->corpus->model;
  const char *to = follow (view, planned, path);
  if (to != NULL) {
    add_address (view, planned, path, to, NULL);
    return;
  }
  const GbWithdrawn *withdrawn = find_withdrawn (model, path);
  if (withdrawn != NULL)
    add_address (view, planned, path, NULL, withdrawn);
  else if (gb_href_is_list (path))
    add_address (view, planned, path, page_above (view, planned, path), NULL);
}

void
gb_address_pages (GbView *view)
{
  const GPtrArray *published = view->published;
  const GbModel *model = view->corpus->model;
  g_autoptr (GHashTable) planned = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < view->sheets->len; i++)
    g_hash_table_add (planned, (gpointer)g_array_index (view->sheets, GbSheet, i).path);
  for (guint i = 0; i < model->moved.length; i++) {
    const GbMoved *moved = GB_LIST_AT (GbMoved, model->moved, i);
    const char *path = gb_href_file (view->arena, moved->from);
    if (!has_page (planned, moved->from))
      add_address (view, planned, path, follow (view, planned, path), NULL);
  }
  for (guint i = 0; i < model->withdrawn.length; i++) {
    const GbWithdrawn *withdrawn = GB_LIST_AT (GbWithdrawn, model->withdrawn, i);
    if (g_str_has_suffix (withdrawn->address, "/") && !has_page (planned, withdrawn->address))
      add_address (view, planned, gb_href_file (view->arena, withdrawn->address), NULL, withdrawn);
  }
  for (guint i = 0; published != NULL && i < published->len; i++) {
    const char *folder;
    const char *path = plain_path (model->site, published->pdata[i], &folder, view->arena);
    if (strcmp (folder, view->folder) == 0 && g_str_has_suffix (path, ".html")
        && !g_hash_table_contains (planned, path))
      add_ghost (view, planned, path);
  }
}
