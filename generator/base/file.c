#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
fd_close (int *fd)
{
  if (*fd >= 0)
    (void)close (*fd);
}
#define autofd __attribute__ ((cleanup (fd_close))) int

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
gb_file_read (const char *path, gsize limit, gsize *ret_length, GError **error)
{
  autofd fd = open (path, O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (fd < 0 || fstat (fd, &info) < 0) {
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

typedef enum { FOUND_NOTHING, FOUND_OTHER, FOUND_SAME } Found;

static Found
look_at (const char *path, const char *data, gsize length)
{
  autofd fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return errno == ENOENT ? FOUND_NOTHING : FOUND_OTHER;
  struct stat info;
  if (fstat (fd, &info) < 0 || !S_ISREG (info.st_mode) || (gsize)info.st_size != length)
    return FOUND_OTHER;
  char block[32 * 1024];
  for (gsize done = 0; done < length;) {
    ssize_t got = read (fd, block, MIN (sizeof block, length - done));
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0 || memcmp (block, data + done, (gsize)got) != 0)
      return FOUND_OTHER;
    done += (gsize)got;
  }
  return FOUND_SAME;
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

static int
open_temporary (const char *temporary)
{
  return open (temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
}

static gboolean
write_temporary (const char *temporary, const char *data, gsize length, GError **error)
{
  autofd fd = open_temporary (temporary);
  if (fd < 0 && errno == ENOENT) {
    if (!make_folder (temporary, error))
      return FALSE;
    fd = open_temporary (temporary);
  }
  if (fd < 0)
    return gb_error_set_errno (error, errno, "cannot write", temporary);
  for (gsize done = 0; done < length;) {
    ssize_t put = write (fd, data + done, length - done);
    if (put < 0 && errno == EINTR)
      continue;
    if (put < 0)
      return gb_error_set_errno (error, errno, "cannot write", temporary);
    done += (gsize)put;
  }
  /* Network file systems report a full disk only here. */
  int closing = fd;
  fd = -1;
  return close (closing) == 0 || gb_error_set_errno (error, errno, "cannot write", temporary);
}

gboolean
gb_file_write (const char *path, const char *data, gsize length, GbWrite *ret_write, GError **error)
{
  Found found = look_at (path, data, length);
  if (found == FOUND_SAME) {
    if (ret_write != NULL)
      *ret_write = GB_WRITE_UNCHANGED;
    return TRUE;
  }
  g_autofree char *temporary = g_strconcat (path, GB_FILE_TEMPORARY, NULL);
  if (!write_temporary (temporary, data, length, error)) {
    (void)unlink (temporary);
    return FALSE;
  }
  if (rename (temporary, path) < 0) {
    int saved = errno;
    (void)unlink (temporary);
    return gb_error_set_errno (error, saved, "cannot replace", path);
  }
  if (ret_write != NULL)
    *ret_write = found == FOUND_NOTHING ? GB_WRITE_CREATED : GB_WRITE_REPLACED;
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
gb_file_list (const char *path, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  DIR *folder = opendir (path);
  if (folder == NULL) {
    if (errno == ENOENT)
      return g_steal_pointer (&names);
    gb_error_set_errno (error, errno, "cannot list", path);
    return NULL;
  }
  errno = 0;
  for (struct dirent *entry = readdir (folder); entry != NULL; entry = readdir (folder)) {
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
      g_ptr_array_add (names, g_strdup (entry->d_name));
    errno = 0;
  }
  int saved = errno;
  (void)closedir (folder);
  if (saved != 0) {
    gb_error_set_errno (error, saved, "cannot list", path);
    return NULL;
  }
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}
