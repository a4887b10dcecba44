#include "base/enclosure.h"

#include <errno.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/syscall.h>

/* A folder to look things up in, not to read. */
#define FOLDER_FLAGS (O_PATH | O_DIRECTORY | O_CLOEXEC)

struct _GbEnclosure {
  char *folder;
  int fd;
};

/* ---- the folder ---- */

static gboolean
refuse (const char *path, mode_t mode, GError **error)
{
  const char *const advice[]
    = { "is a symbolic link, and nothing is written through one. Put a folder there, or nothing",
        "is no folder, and one is needed there. Take it away" };
  return gb_error_set (error, GB_ERROR_SYSTEM, "%s %s", path, advice[S_ISLNK (mode) ? 0 : 1]);
}

GbEnclosure *
gb_enclosure_open (const char *folder, GError **error)
{
  g_autoptr (GbEnclosure) self = g_new0 (GbEnclosure, 1);
  self->folder = g_strdup (folder);
  /* With a slash behind it, the link itself would be followed. */
  for (gsize length = strlen (folder); length > 1 && folder[length - 1] == '/'; length--)
    self->folder[length - 1] = '\0';
  self->fd = open (self->folder, FOLDER_FLAGS | O_NOFOLLOW);
  if (self->fd < 0 && errno == ENOENT) {
    if (g_mkdir_with_parents (self->folder, 0755) != 0) {
      gb_error_set_errno (error, errno, "cannot create the folder", self->folder);
      return NULL;
    }
    self->fd = open (self->folder, FOLDER_FLAGS | O_NOFOLLOW);
  }
  if (self->fd >= 0)
    return g_steal_pointer (&self);
  int saved = errno;
  struct stat info;
  if (saved == ENOTDIR && lstat (self->folder, &info) == 0)
    refuse (self->folder, info.st_mode, error);
  else
    gb_error_set_errno (error, saved, "cannot open the folder", self->folder);
  return NULL;
}

void
gb_enclosure_close (GbEnclosure *enclosure)
{
  if (enclosure == NULL)
    return;
  gb_file_close (&enclosure->fd);
  g_free (enclosure->folder);
  g_free (enclosure);
}

GPtrArray *
gb_enclosure_list (const GbEnclosure *enclosure, GError **error)
{
  return gb_file_list_at (enclosure->fd, ".", enclosure->folder, error);
}

/* ---- the way to a file ---- */

typedef enum {
  WAY_SOUGHT,  /* where there is none, there is no file either */
  WAY_CHECKED, /* what should not stand in it is an error */
  WAY_MADE,
} Way;

/* Where a file is, or would be. */
typedef struct {
  int folder;       /* -1: there is none */
  const char *name; /* in the folder */
  char *path;       /* for messages */
} Place;

static void
place_clear (Place *place)
{
  gb_file_close (&place->folder);
  g_free (place->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
is_inside (const char *path)
{
  for (const char *name = path;; name++) {
    gsize length = strcspn (name, "/");
    if (length == 0 || (length == 1 && name[0] == '.')
        || (length == 2 && memcmp (name, "..", 2) == 0)
        || (length == 4 && g_ascii_strncasecmp (name, ".git", 4) == 0))
      return FALSE;
    name += length;
    if (*name == '\0')
      return TRUE;
  }
}

/* The kernel walks all of @path.  Old ones and some sandboxes do not know this call, and it does
 * not tell what stands in the way: whatever it refuses is walked name by name. */
static int
open_at_once (int folder, const char *path, int flags)
{
  struct open_how how = { .flags = (guint)flags, .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS };
  return (int)syscall (SYS_openat2, folder, path, &how, sizeof how);
}

static int
open_step (int folder, const char *name, gboolean is_made)
{
  int next = openat (folder, name, FOLDER_FLAGS | O_NOFOLLOW);
  if (next < 0 && errno == ENOENT && is_made
      && (mkdirat (folder, name, 0755) == 0 || errno == EEXIST))
    next = openat (folder, name, FOLDER_FLAGS | O_NOFOLLOW);
  return next;
}

/* Whether nothing is wrong although the folder @path, @name in @above, could not be opened. */
static gboolean
may_end (const GbEnclosure *self, const char *path, int above, const char *name, Way way,
         int saved_errno, GError **error)
{
  if ((saved_errno == ENOENT && way != WAY_MADE)
      || ((saved_errno == ENOTDIR || saved_errno == ENAMETOOLONG) && way == WAY_SOUGHT))
    return TRUE;
  g_autofree char *full = g_build_filename (self->folder, path, NULL);
  struct stat info;
  if (saved_errno != ENOTDIR || fstatat (above, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return gb_error_set_errno (error, saved_errno, "cannot open the folder", full);
  /* An ordinary file may be about to go. */
  return (way == WAY_CHECKED && S_ISREG (info.st_mode)) || refuse (full, info.st_mode, error);
}

/* Opens the folder @path, which is cut off where the walk ends.  *ret_folder is -1 where there is
 * none and that is no error. */
static gboolean
walk (const GbEnclosure *self, char *path, Way way, int *ret_folder, GError **error)
{
  gb_autofd folder = -1;
  for (char *name = path, *slash; name != NULL; name = slash) {
    slash = strchr (name, '/');
    if (slash != NULL)
      *slash = '\0';
    int above = folder < 0 ? self->fd : folder;
    int next = open_step (above, name, way == WAY_MADE);
    if (next < 0)
      return may_end (self, path, above, name, way, errno, error);
    gb_file_close (&folder);
    folder = next;
    if (slash != NULL)
      *slash++ = '/';
  }
  *ret_folder = folder;
  folder = -1;
  return TRUE;
}

static gboolean
find_place (const GbEnclosure *self, const char *path, Way way, Place *place, GError **error)
{
  const char *slash = strrchr (path, '/');
  place->name = slash == NULL ? path : slash + 1;
  place->path = g_strconcat (self->folder, "/", path, NULL);
  if (!is_inside (path)) {
    if (way == WAY_SOUGHT)
      return TRUE;
    return gb_error_set (error, GB_ERROR_SYSTEM, "%s is no path that may be written below %s", path,
                         self->folder);
  }
  g_autofree char *folder
    = slash == NULL ? g_strdup (".") : g_strndup (path, (gsize)(slash - path));
  place->folder = open_at_once (self->fd, folder, FOLDER_FLAGS);
  return place->folder >= 0 || walk (self, folder, way, &place->folder, error);
}

/* ---- files ---- */

gboolean
gb_enclosure_read (const GbEnclosure *enclosure, const char *path, char **ret_bytes,
                   gsize *ret_length, GError **error)
{
  g_auto (Place) place = { .folder = -1 };
  struct stat info = { 0 };
  *ret_bytes = NULL;
  if (!find_place (enclosure, path, WAY_SOUGHT, &place, error)
      || (place.folder >= 0
          && !gb_file_look_at (place.folder, place.name, place.path, &info, error)))
    return FALSE;
  if (info.st_mode == 0 || S_ISLNK (info.st_mode))
    return TRUE;
  gb_autofd fd = openat (place.folder, place.name, GB_FILE_READING | O_NOFOLLOW);
  if (fd < 0)
    return gb_error_set_errno (error, errno, "cannot read", place.path);
  *ret_bytes = gb_file_read_whole (fd, place.path, 0, ret_length, error);
  return *ret_bytes != NULL;
}

gboolean
gb_enclosure_check (const GbEnclosure *enclosure, const char *path, GError **error)
{
  g_auto (Place) place = { .folder = -1 };
  struct stat info;
  return find_place (enclosure, path, WAY_CHECKED, &place, error)
         && (place.folder < 0
             || gb_file_look_at (place.folder, place.name, place.path, &info, error));
}

gboolean
gb_enclosure_prepare (const GbEnclosure *enclosure, const char *path, const char *data,
                      gsize length, GbWrite *ret_write, GError **error)
{
  /* Most files are as they were, and nothing more is asked of those. */
  errno = 0;
  gb_autofd fd = is_inside (path) ? open_at_once (enclosure->fd, path, GB_FILE_READING) : -1;
  GbWrite write = GB_WRITE_UNCHANGED;
  if (fd < 0 || !gb_file_holds (fd, data, length)) {
    gboolean is_new = fd < 0 && errno == ENOENT;
    g_auto (Place) place = { .folder = -1 };
    struct stat info = { 0 };
    if (!find_place (enclosure, path, WAY_MADE, &place, error)
        || (!is_new && !gb_file_look_at (place.folder, place.name, place.path, &info, error)))
      return FALSE;
    write = gb_file_compare_at (place.folder, place.name, &info, data, length);
    if (write != GB_WRITE_UNCHANGED
        && !gb_file_prepare_at (place.folder, place.name, place.path, data, length, error))
      return FALSE;
  }
  if (ret_write != NULL)
    *ret_write = write;
  return TRUE;
}

gboolean
gb_enclosure_settle (const GbEnclosure *enclosure, const char *path, GError **error)
{
  g_auto (Place) place = { .folder = -1 };
  struct stat info;
  return find_place (enclosure, path, WAY_MADE, &place, error)
         && gb_file_look_at (place.folder, place.name, place.path, &info, error)
         && gb_file_settle_at (place.folder, place.name, place.path, &info, error);
}

gboolean
gb_enclosure_write (const GbEnclosure *enclosure, const char *path, const char *data, gsize length,
                    GbWrite *ret_write, GError **error)
{
  GbWrite write;
  if (!gb_enclosure_prepare (enclosure, path, data, length, &write, error)
      || (write != GB_WRITE_UNCHANGED && !gb_enclosure_settle (enclosure, path, error)))
    return FALSE;
  if (ret_write != NULL)
    *ret_write = write;
  return TRUE;
}

gboolean
gb_enclosure_set_program (const GbEnclosure *enclosure, const char *path, gboolean is_program,
                          struct stat *ret_info, GError **error)
{
  g_auto (Place) place = { .folder = -1 };
  if (!find_place (enclosure, path, WAY_SOUGHT, &place, error))
    return FALSE;
  gb_autofd fd = openat (place.folder, place.name, GB_FILE_READING | O_NOFOLLOW);
  return (fd >= 0 && fstat (fd, ret_info) == 0
          && (is_program == ((ret_info->st_mode & S_IXUSR) != 0)
              || (fchmod (fd, is_program ? 0755 : 0644) == 0 && fstat (fd, ret_info) == 0)))
         || gb_error_set_errno (error, errno, "cannot write", place.path);
}

gboolean
gb_enclosure_remove (const GbEnclosure *enclosure, const char *path, gboolean *ret_is_removed,
                     GError **error)
{
  g_auto (Place) place = { .folder = -1 };
  struct stat info;
  if (ret_is_removed != NULL)
    *ret_is_removed = FALSE;
  if (!find_place (enclosure, path, WAY_SOUGHT, &place, error))
    return FALSE;
  if (place.folder < 0)
    return TRUE;
  if (!gb_file_look_at (place.folder, place.name, place.path, &info, error))
    return FALSE;
  if (S_ISREG (info.st_mode) || S_ISLNK (info.st_mode)) {
    if (unlinkat (place.folder, place.name, 0) != 0)
      return gb_error_set_errno (error, errno, "cannot remove", place.path);
    if (ret_is_removed != NULL)
      *ret_is_removed = TRUE;
  }
  /* Folders go with their last file; the first that still holds something ends it. */
  g_autofree char *folder = g_strdup (path);
  for (char *slash = strrchr (folder, '/'); slash != NULL; slash = strrchr (folder, '/')) {
    g_auto (Place) above = { .folder = -1 };
    *slash = '\0';
    if (!find_place (enclosure, folder, WAY_SOUGHT, &above, NULL)
        || unlinkat (above.folder, above.name, AT_REMOVEDIR) != 0)
      break;
  }
  return TRUE;
}
