#include "base/tree.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* Folders nested deeper than this are nobody's content, as in record/commit_tree.c. */
#define DEPTH_MAX 64

typedef struct {
  GbTree tree; /* first: this is what is handed out */
  char *folder;
} FolderTree;

static void
folder_close (DIR **folder)
{
  if (*folder != NULL)
    (void)closedir (*folder);
}

#define autofolder __attribute__ ((cleanup (folder_close))) DIR

/* FOLDER/PATH in @buffer; NULL where it is too long for any file. */
static const char *
full_path (GbTree *tree, const char *path, char buffer[static PATH_MAX])
{
  const char *folder = ((FolderTree *)tree)->folder;
  int length = path[0] == '\0' ? g_snprintf (buffer, PATH_MAX, "%s", folder)
                               : g_snprintf (buffer, PATH_MAX, "%s/%s", folder, path);
  if (length < PATH_MAX)
    return buffer;
  errno = ENAMETOOLONG;
  return NULL;
}

static GbItemKind
kind_of_mode (mode_t mode)
{
  return S_ISREG (mode)   ? GB_ITEM_FILE
         : S_ISDIR (mode) ? GB_ITEM_FOLDER
         : S_ISLNK (mode) ? GB_ITEM_LINK
                          : GB_ITEM_OTHER;
}

static GbItemKind
kind_of_entry (int folder, const struct dirent *entry)
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
    return fstatat (folder, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0
             ? kind_of_mode (info.st_mode)
             : GB_ITEM_OTHER;
  default:
    return GB_ITEM_OTHER;
  }
}

static gboolean
fail (GError **error, int saved_errno)
{
  g_set_error_literal (error, GB_ERROR, GB_ERROR_SYSTEM, g_strerror (saved_errno));
  return FALSE;
}

static gboolean
list_folder (GbTree *tree, const char *path, GbArena *arena, GArray *items, GError **error)
{
  char buffer[PATH_MAX];
  const char *full = full_path (tree, path, buffer);
  autofolder *folder = full == NULL ? NULL : opendir (full);
  if (folder == NULL)
    return errno == ENOENT || fail (error, errno);
  errno = 0;
  for (const struct dirent *entry = readdir (folder); entry != NULL; entry = readdir (folder)) {
    const char *name = entry->d_name;
    if (strcmp (name, ".") != 0 && strcmp (name, "..") != 0) {
      GbItem item = { gb_arena_strdup (arena, name), kind_of_entry (dirfd (folder), entry) };
      g_array_append_val (items, item);
    }
    errno = 0;
  }
  return errno == 0 || fail (error, errno);
}

static GbItemKind
kind_in_folder (GbTree *tree, const char *path)
{
  char buffer[PATH_MAX];
  const char *full = full_path (tree, path, buffer);
  struct stat info;
  return full != NULL && lstat (full, &info) == 0 ? kind_of_mode (info.st_mode) : GB_ITEM_NONE;
}

static GbTreeFile
unreadable (GbArena *arena, int saved_errno)
{
  return (GbTreeFile){ .outcome = saved_errno == ENOENT || saved_errno == ENOTDIR
                                    ? GB_TREE_MISSING
                                    : GB_TREE_UNREADABLE,
                       .reason = gb_arena_strdup (arena, g_strerror (saved_errno)) };
}

static GbTreeFile
take_from_folder (GbTree *tree, const char *path, gsize limit, GbArena *arena)
{
  char buffer[PATH_MAX];
  const char *full = full_path (tree, path, buffer);
  if (full == NULL)
    return unreadable (arena, errno);
  gb_autofd fd = open (full, GB_FILE_READING | O_NOFOLLOW);
  struct stat info;
  if (fd < 0 || fstat (fd, &info) < 0)
    return unreadable (arena, errno);
  if (!S_ISREG (info.st_mode))
    return (GbTreeFile){ .outcome = GB_TREE_NO_FILE };
  gsize size = (gsize)info.st_size;
  if (limit > 0 && size > limit)
    return (GbTreeFile){ .outcome = GB_TREE_TOO_LARGE, .length = size };
  GbTreeFile file = { .outcome = GB_TREE_READ, .bytes = gb_arena_alloc (arena, size + 1) };
  return gb_file_read_open (fd, file.bytes, size, &file.length) ? file : unreadable (arena, errno);
}

static void
free_folder (GbTree *tree)
{
  g_free (((FolderTree *)tree)->folder);
}

static const GbTreeClass folder_class
  = { list_folder, kind_in_folder, take_from_folder, free_folder };

GbTree *
gb_tree_of_folder (const char *folder)
{
  FolderTree *self = g_new0 (FolderTree, 1);
  self->tree.class = &folder_class;
  self->tree.name = g_strdup (folder);
  self->folder = g_strdup (folder);
  return &self->tree;
}

/* ---- a part of another tree ---- */

typedef struct {
  GbTree tree; /* first */
  GbTree *whole;
  char *path;
} PartTree;

static char *
whole_path (GbTree *tree, const char *path)
{
  const PartTree *self = (PartTree *)tree;
  return path[0] == '\0' ? g_strdup (self->path) : g_strconcat (self->path, "/", path, NULL);
}

static gboolean
list_part (GbTree *tree, const char *path, GbArena *arena, GArray *items, GError **error)
{
  g_autofree char *full = whole_path (tree, path);
  GbTree *whole = ((PartTree *)tree)->whole;
  return whole->class->list (whole, full, arena, items, error);
}

static GbItemKind
kind_in_part (GbTree *tree, const char *path)
{
  g_autofree char *full = whole_path (tree, path);
  return gb_tree_kind (((PartTree *)tree)->whole, full);
}

static GbTreeFile
take_from_part (GbTree *tree, const char *path, gsize limit, GbArena *arena)
{
  g_autofree char *full = whole_path (tree, path);
  return gb_tree_take (((PartTree *)tree)->whole, full, limit, arena);
}

static void
free_part (GbTree *tree)
{
  g_free (((PartTree *)tree)->path);
}

static const GbTreeClass part_class = { list_part, kind_in_part, take_from_part, free_part };

GbTree *
gb_tree_below (GbTree *tree, const char *path)
{
  PartTree *self = g_new0 (PartTree, 1);
  self->tree.class = &part_class;
  self->tree.name = g_strconcat (tree->name, "/", path, NULL);
  self->whole = tree;
  self->path = g_strdup (path);
  return &self->tree;
}

/* ---- any tree ---- */

void
gb_tree_free (GbTree *tree)
{
  if (tree == NULL)
    return;
  tree->class->free (tree);
  g_free (tree->name);
  g_free (tree);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return strcmp (((const GbItem *)a)->name, ((const GbItem *)b)->name);
}

GArray *
gb_tree_list (GbTree *tree, const char *path, GbArena *arena, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (GbItem));
  if (!tree->class->list (tree, path, arena, items, error))
    return NULL;
  g_array_sort (items, compare_items);
  return g_steal_pointer (&items);
}

static gboolean
add_files (GbTree *tree, const char *path, gboolean hidden, guint depth, GbArena *arena,
           GArray *files, GError **error)
{
  g_autoptr (GArray) items = NULL;
  if (depth > DEPTH_MAX)
    g_set_error (error, GB_ERROR, GB_ERROR_SYSTEM, "folders nested deeper than %d", DEPTH_MAX);
  else
    items = gb_tree_list (tree, path, arena, error);
  if (items == NULL) {
    g_prefix_error (error, "cannot read: %s/%s: ", tree->name, path);
    return FALSE;
  }
  for (guint i = 0; i < items->len; i++) {
    GbItem item = g_array_index (items, GbItem, i);
    if (!hidden && item.name[0] == '.')
      continue;
    if (path[0] != '\0')
      item.name = gb_arena_printf (arena, "%s/%s", path, item.name);
    if (item.kind != GB_ITEM_FOLDER)
      g_array_append_val (files, item);
    else if (!add_files (tree, item.name, hidden, depth + 1, arena, files, error))
      return FALSE;
  }
  return TRUE;
}

GArray *
gb_tree_files (GbTree *tree, const char *path, gboolean hidden, GbArena *arena, GError **error)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (GbItem));
  return add_files (tree, path, hidden, 0, arena, files, error) ? g_steal_pointer (&files) : NULL;
}

GbItemKind
gb_tree_kind (GbTree *tree, const char *path)
{
  return tree->class->kind (tree, path);
}

GbTreeFile
gb_tree_take (GbTree *tree, const char *path, gsize limit, GbArena *arena)
{
  return tree->class->take (tree, path, limit, arena);
}

char *
gb_tree_read (GbTree *tree, const char *path, gsize limit, GbArena *arena, gsize *ret_length,
              GError **error)
{
  GbTreeFile file = gb_tree_take (tree, path, limit, arena);
  if (file.outcome == GB_TREE_READ) {
    if (ret_length != NULL)
      *ret_length = file.length;
    return file.bytes;
  }
  if (file.outcome == GB_TREE_TOO_LARGE) {
    g_set_error (error, GB_ERROR, GB_ERROR_CONTENT,
                 "%s/%s: larger than the %" G_GSIZE_FORMAT " bytes such a file may have",
                 tree->name, path, limit);
    return NULL;
  }
  g_set_error (error, GB_ERROR, GB_ERROR_SYSTEM, "cannot read: %s/%s: %s", tree->name, path,
               file.outcome == GB_TREE_NO_FILE   ? "not a regular file"
               : file.outcome == GB_TREE_MISSING ? g_strerror (ENOENT)
                                                 : file.reason);
  return NULL;
}
