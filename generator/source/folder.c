#include "source/folder.h"

#include <stdlib.h>
#include <string.h>

#include "source/characters.h"

static gboolean
accept (const char *file, const GbItem *item, GbDiagnostics *diagnostics)
{
  const char *name = item->name;
  gunichar control;
  if (!g_utf8_validate (name, -1, NULL)
      || gb_characters_find_control (name, strlen (name), &control)
      || strpbrk (name, "\n\r\t") != NULL) {
    g_autofree char *shown = g_strescape (name, NULL);
    gb_diagnostics_error (diagnostics, (GbPlace){ .file = file }, "bad-name",
                          "a name here is not UTF-8 or holds control characters: %s", shown);
    return FALSE;
  }
  if (item->kind == GB_ITEM_FILE || item->kind == GB_ITEM_FOLDER)
    return TRUE;
  g_autofree char *inner = g_strconcat (file, "/", name, NULL);
  if (item->kind == GB_ITEM_LINK)
    gb_diagnostics_error (
      diagnostics, (GbPlace){ .file = inner }, "symbolic-link",
      "a symbolic link; put the file or folder itself here, so that its history "
      "is on record");
  else
    gb_diagnostics_error (diagnostics, (GbPlace){ .file = inner }, "unreadable",
                          "this is neither an ordinary file nor a folder");
  return FALSE;
}

GbFolder
gb_folder_list (GbArena *arena, GbTree *tree, const char *file, GbDiagnostics *diagnostics)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = gb_tree_list (tree, file, arena, &error);
  if (found == NULL) {
    gb_diagnostics_error (diagnostics, (GbPlace){ .file = file }, "unreadable",
                          "the folder cannot be read: %s", error->message);
    return (GbFolder){ 0 };
  }
  GbItem *items = gb_arena_newv (arena, GbItem, found->len);
  guint length = 0;
  for (guint i = 0; i < found->len; i++) {
    const GbItem *item = &g_array_index (found, GbItem, i);
    if (item->name[0] != '.' && item->name[strlen (item->name) - 1] != '~'
        && accept (file, item, diagnostics))
      items[length++] = *item;
  }
  return (GbFolder){ items, length };
}

static int
compare_items (const void *a, const void *b)
{
  return strcmp (((const GbItem *)a)->name, ((const GbItem *)b)->name);
}

const GbItem *
gb_folder_find (const GbFolder *folder, const char *name)
{
  GbItem key = { .name = name };
  return folder->length == 0
           ? NULL
           : bsearch (&key, folder->items, folder->length, sizeof (GbItem), compare_items);
}
