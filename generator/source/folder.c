#include "source/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "source/characters.h"

static void
folder_close (DIR **folder)
{
  if (*folder != NULL)
    (void)closedir (*folder);
}
#define autofolder __attribute__ ((cleanup (folder_close))) DIR

static GbItemKind
kind_of (int folder, const struct dirent *entry)
{
  struct stat info;
  switch (entry->d_type) {
  case DT_REG:
    return GB_ITEM_FILE;
  case DT_DIR:
    return GB_ITEM_FOLDER;
  case DT_LNK:
    return GB_ITEM_LINK;
  case DT_UNKNOWN: /* some file systems do not say */
    if (fstatat (folder, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0)
      return S_ISREG (info.st_mode)   ? GB_ITEM_FILE
             : S_ISDIR (info.st_mode) ? GB_ITEM_FOLDER
             : S_ISLNK (info.st_mode) ? GB_ITEM_LINK
                                      : GB_ITEM_OTHER;
    return GB_ITEM_OTHER;
  default:
    return GB_ITEM_OTHER;
  }
}

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

static int
compare_items (const void *a, const void *b)
{
  return strcmp (((const GbItem *)a)->name, ((const GbItem *)b)->name);
}

GbFolder
gb_folder_list (GbArena *arena, const char *path, const char *file, GbDiagnostics *diagnostics)
{
  GbFolder listed = { 0 };
  autofolder *folder = opendir (path);
  if (folder == NULL) {
    if (errno != ENOENT)
      gb_diagnostics_error (diagnostics, (GbPlace){ .file = file }, "unreadable",
                            "the folder cannot be read: %s", g_strerror (errno));
    return listed;
  }
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (GbItem));
  errno = 0;
  for (const struct dirent *entry = readdir (folder); entry != NULL; entry = readdir (folder)) {
    const char *name = entry->d_name;
    if (name[0] != '.' && name[strlen (name) - 1] != '~') {
      GbItem item = { .name = name, .kind = kind_of (dirfd (folder), entry) };
      if (accept (file, &item, diagnostics)) {
        item.name = gb_arena_strdup (arena, name);
        g_array_append_val (items, item);
      }
    }
    errno = 0;
  }
  if (errno != 0)
    gb_diagnostics_error (diagnostics, (GbPlace){ .file = file }, "unreadable",
                          "the folder cannot be read: %s", g_strerror (errno));
  listed.length = items->len;
  listed.items = gb_arena_newv (arena, GbItem, items->len);
  if (items->len > 0) {
    memcpy (listed.items, items->data, items->len * sizeof (GbItem));
    qsort (listed.items, listed.length, sizeof (GbItem), compare_items);
  }
  return listed;
}

const GbItem *
gb_folder_find (const GbFolder *folder, const char *name)
{
  GbItem key = { .name = name };
  return folder->length == 0
           ? NULL
           : bsearch (&key, folder->items, folder->length, sizeof (GbItem), compare_items);
}
