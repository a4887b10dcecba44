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

/* Reads to the end into @data, which has room for @size bytes and a NUL. */
static gboolean
read_all (int fd, char *data, gsize size, gsize *ret_length)
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
  if (!read_all (fd, data, size, &length)) {
    gb_error_set_errno (error, errno, "cannot read", path);
    return NULL;
  }
  if (ret_length != NULL)
    *ret_length = length;
  return g_steal_pointer (&data);
}

static gboolean
is_same (const char *path, const char *data, gsize length)
{
  autofd fd = open (path, O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (fd < 0 || fstat (fd, &info) < 0 || !S_ISREG (info.st_mode) || (gsize)info.st_size != length)
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

static gboolean
make_parents (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0755) == 0)
    return TRUE;
  return gb_error_set_errno (error, errno, "cannot create the folder", folder);
}

static gboolean
write_temporary (const char *temporary, const char *data, gsize length, GError **error)
{
  autofd fd = open (temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
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
  GbWrite outcome = GB_WRITE_CREATED;
  if (access (path, F_OK) == 0) {
    if (is_same (path, data, length)) {
      if (ret_write != NULL)
        *ret_write = GB_WRITE_UNCHANGED;
      return TRUE;
    }
    outcome = GB_WRITE_REPLACED;
  }

  g_autofree char *temporary = g_strconcat (path, ".gongbao-new", NULL);
  g_autoptr (GError) first = NULL;
  if (!write_temporary (temporary, data, length, &first)) {
    /* Most targets' folders exist; only a missing one costs the second try. */
    if (access (temporary, F_OK) == 0 || !make_parents (path, NULL)) {
      (void)unlink (temporary);
      g_propagate_error (error, g_steal_pointer (&first));
      return FALSE;
    }
    g_clear_error (&first);
    if (!write_temporary (temporary, data, length, &first)) {
      (void)unlink (temporary);
      g_propagate_error (error, g_steal_pointer (&first));
      return FALSE;
    }
  }
  if (rename (temporary, path) < 0) {
    int saved = errno;
    (void)unlink (temporary);
    return gb_error_set_errno (error, saved, "cannot replace", path);
  }
  if (ret_write != NULL)
    *ret_write = outcome;
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
