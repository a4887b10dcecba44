#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

gboolean
gb_file_read_open (int fd, char *data, gsize size, gsize *ret_length)
{
  gsize length = 0;
  while (length < size) {
    ssize_t got = read (fd, data + length, size - length);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return FALSE;
    if (got == 0)
      break;
    length += (gsize)got;
  }
  data[length] = '\0';
  *ret_length = length;
  return TRUE;
}

char *
gb_file_read_whole (int fd, const char *path, gsize limit, gsize *ret_length, GError **error)
{
  struct stat info;
  if (fstat (fd, &info) < 0) {
    gb_error_set_errno (error, errno, "cannot read", path);
    return NULL;
  }
  if (!S_ISREG (info.st_mode)) {
    g_set_error (error, GB_ERROR, GB_ERROR_SYSTEM, "cannot read: %s: not a regular file", path);
    return NULL;
  }
  if (limit > 0 && (gsize)info.st_size > limit) {
    g_set_error (error, GB_ERROR, GB_ERROR_CONTENT,
                 "%s: larger than the %" G_GSIZE_FORMAT " bytes such a file may have", path, limit);
    return NULL;
  }
  gsize size = (gsize)info.st_size;
  g_autofree char *data = g_malloc (size + 1);
  gsize length = 0;
  if (!gb_file_read_open (fd, data, size, &length)) {
    gb_error_set_errno (error, errno, "cannot read", path);
    return NULL;
  }
  if (ret_length != NULL)
    *ret_length = length;
  return g_steal_pointer (&data);
}

char *
gb_file_read (const char *path, gsize limit, gsize *ret_length, GError **error)
{
  gb_autofd fd = open (path, GB_FILE_READING);
  if (fd >= 0)
    return gb_file_read_whole (fd, path, limit, ret_length, error);
  gb_error_set_errno (error, errno, "cannot read", path);
  return NULL;
}

gboolean
gb_file_look_at (int folder, const char *name, const char *path, struct stat *ret_info,
                 GError **error)
{
  if (fstatat (folder, name, ret_info, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno != ENOENT && errno != ENOTDIR && errno != ENAMETOOLONG)
      return gb_error_set_errno (error, errno, "cannot look at", path);
    ret_info->st_mode = 0;
    return TRUE;
  }
  mode_t mode = ret_info->st_mode;
  if (S_ISREG (mode) || S_ISDIR (mode) || S_ISLNK (mode))
    return TRUE;
  return gb_error_set (error, GB_ERROR_SYSTEM,
                       "%s is no file but a %s, which is neither read nor replaced. Take it away",
                       path,
                       S_ISFIFO (mode)   ? "named pipe"
                       : S_ISSOCK (mode) ? "socket"
                                         : "device");
}

/* ---- writing ---- */

gboolean
gb_file_holds (int fd, const char *data, gsize length)
{
  struct stat info;
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || (gsize)info.st_size != length)
    return FALSE;
  char block[32 * 1024];
  for (gsize done = 0; done < length;) {
    ssize_t got = read (fd, block, MIN (sizeof block, length - done));
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0 || memcmp (block, data + done, (gsize)got) != 0)
      return FALSE;
    done += (gsize)got;
  }
  return TRUE;
}

/* Creates the folder that @path lies in.  Most often that folder's own is there, so the last is
 * tried first. */
static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  if (mkdir (folder, 0755) == 0 || (errno == EEXIST && g_file_test (folder, G_FILE_TEST_IS_DIR)))
    return TRUE;
  if (errno == ENOENT && g_mkdir_with_parents (folder, 0755) == 0)
    return TRUE;
  return gb_error_set_errno (error, errno, "cannot create the folder", folder);
}

/* Always a file of our own: one that lies there already may be a link, or another name of a file
 * elsewhere. */
static int
open_temporary (int folder, const char *name, const char *path, GError **error)
{
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
  int fd = openat (folder, name, flags, 0644);
  if (fd < 0 && errno == EEXIST) {
    struct stat info;
    if (!gb_file_look_at (folder, name, path, &info, error))
      return -1;
    (void)unlinkat (folder, name, 0);
    fd = openat (folder, name, flags, 0644);
  }
  if (fd < 0)
    gb_error_set_errno (error, errno, "cannot write", path);
  return fd;
}

/* Closes @fd. */
static gboolean
write_out (int fd, const char *path, const char *data, gsize length, GError **error)
{
  for (gsize done = 0; done < length;) {
    ssize_t put = write (fd, data + done, length - done);
    if (put < 0 && errno == EINTR)
      continue;
    if (put < 0) {
      gb_error_set_errno (error, errno, "cannot write", path);
      (void)close (fd);
      return FALSE;
    }
    done += (gsize)put;
  }
  /* Network file systems report a full disk only here. */
  return close (fd) == 0 || gb_error_set_errno (error, errno, "cannot write", path);
}

gboolean
gb_file_prepare_at (int folder, const char *name, const char *path, const char *data, gsize length,
                    GError **error)
{
  g_autofree char *temporary = g_strconcat (name, GB_FILE_TEMPORARY, NULL);
  g_autofree char *temporary_path = g_strconcat (path, GB_FILE_TEMPORARY, NULL);
  int fd = open_temporary (folder, temporary, temporary_path, error);
  if (fd < 0)
    return FALSE;
  gboolean is_done = write_out (fd, temporary_path, data, length, error);
  if (!is_done)
    (void)unlinkat (folder, temporary, 0);
  return is_done;
}

gboolean
gb_file_settle_at (int folder, const char *name, const char *path, const struct stat *info,
                   GError **error)
{
  g_autofree char *temporary = g_strconcat (name, GB_FILE_TEMPORARY, NULL);
  if (S_ISDIR (info->st_mode))
    (void)unlinkat (folder, name, AT_REMOVEDIR);
  if (renameat (folder, temporary, folder, name) == 0)
    return TRUE;
  gb_error_set_errno (error, errno, "cannot replace", path);
  (void)unlinkat (folder, temporary, 0);
  return FALSE;
}

GbWrite
gb_file_compare_at (int folder, const char *name, const struct stat *info, const char *data,
                    gsize length)
{
  if (!S_ISREG (info->st_mode))
    return info->st_mode == 0 ? GB_WRITE_CREATED : GB_WRITE_REPLACED;
  gb_autofd fd = openat (folder, name, GB_FILE_READING | O_NOFOLLOW);
  return fd >= 0 && gb_file_holds (fd, data, length) ? GB_WRITE_UNCHANGED : GB_WRITE_REPLACED;
}

gboolean
gb_file_write_at (int folder, const char *name, const char *path, const struct stat *info,
                  const char *data, gsize length, GbWrite *ret_write, GError **error)
{
  GbWrite done = gb_file_compare_at (folder, name, info, data, length);
  if (done != GB_WRITE_UNCHANGED
      && !(gb_file_prepare_at (folder, name, path, data, length, error)
           && gb_file_settle_at (folder, name, path, info, error)))
    return FALSE;
  if (ret_write != NULL)
    *ret_write = done;
  return TRUE;
}

gboolean
gb_file_write (const char *path, const char *data, gsize length, GbWrite *ret_write, GError **error)
{
  struct stat info;
  return make_folder (path, error) && gb_file_look_at (AT_FDCWD, path, path, &info, error)
         && gb_file_write_at (AT_FDCWD, path, path, &info, data, length, ret_write, error);
}

/* ---- listing ---- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

void
gb_file_sort (GPtrArray *names)
{
  g_ptr_array_sort (names, compare_names);
}

GPtrArray *
gb_file_list_at (int folder, const char *name, const char *path, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gb_autofd fd = openat (folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0 && errno == ENOENT)
    return g_steal_pointer (&names);
  DIR *list = fd < 0 ? NULL : fdopendir (fd);
  if (list == NULL) {
    gb_error_set_errno (error, errno, "cannot list", path);
    return NULL;
  }
  fd = -1;
  errno = 0;
  for (struct dirent *entry = readdir (list); entry != NULL; entry = readdir (list)) {
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
      g_ptr_array_add (names, g_strdup (entry->d_name));
    errno = 0;
  }
  int saved = errno;
  (void)closedir (list);
  if (saved != 0) {
    gb_error_set_errno (error, saved, "cannot list", path);
    return NULL;
  }
  gb_file_sort (names);
  return g_steal_pointer (&names);
}

GPtrArray *
gb_file_list (const char *path, GError **error)
{
  return gb_file_list_at (AT_FDCWD, path, path, error);
}
