/* Files: reading whole ones, listing folders in a fixed order, replacing atomically.
 *
 * A write leaves either the old bytes or the new ones: it goes to a temporary name in the same
 * folder and is renamed over the target.  Nothing here follows the locale or the clock.
 */
#pragma once

#include "base/error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* A descriptor that is closed at the end of its scope; -1 is none. */
static inline void
gb_file_close (int *fd)
{
  if (*fd >= 0)
    (void)close (*fd);
}
#define gb_autofd __attribute__ ((cleanup (gb_file_close))) int

/* For what may be no file: without O_NONBLOCK a named pipe would wait for a writer for ever. */
#define GB_FILE_READING (O_RDONLY | O_CLOEXEC | O_NONBLOCK)

/* The bytes of @path, followed by a NUL that does not count; the caller frees them.  Fails above
 * @limit bytes (0: no limit).  @ret_length may be NULL. */
char *gb_file_read (const char *path, gsize limit, gsize *ret_length, GError **error);

/* The same of the open file @fd; @path is for messages. */
char *gb_file_read_whole (int fd, const char *path, gsize limit, gsize *ret_length, GError **error);

/* Reads at most @size bytes of @fd into @data, which has room for them and a NUL; FALSE with errno.
 */
gboolean gb_file_read_open (int fd, char *data, gsize size, gsize *ret_length);

/* Whether @fd is a file that holds just @data; read from its beginning. */
gboolean gb_file_holds (int fd, const char *data, gsize length);

/* What is put behind the name of a file while it is being written. */
#define GB_FILE_TEMPORARY ".gongbao-new"

/* What a write did. */
typedef enum { GB_WRITE_UNCHANGED, GB_WRITE_CREATED, GB_WRITE_REPLACED } GbWrite;

/* Makes @path hold @data, creating its folders; leaves the file untouched where it already does.  A
 * link there is replaced itself, a folder with nothing in it gives way, and a pipe, socket or
 * device is an error.  @ret_write may be NULL. */
gboolean gb_file_write (const char *path, const char *data, gsize length, GbWrite *ret_write,
                        GError **error);

/* What follows is told of @name in the open folder @folder (AT_FDCWD: the current one); @path is
 * for messages. */

/* What lies there, itself where it is a link; the mode is 0 where there is nothing.  A pipe, socket
 * or device is an error. */
gboolean gb_file_look_at (int folder, const char *name, const char *path, struct stat *ret_info,
                          GError **error);
/* gb_file_write, in the place of what gb_file_look_at told of, and without creating folders. */
gboolean gb_file_write_at (int folder, const char *name, const char *path, const struct stat *info,
                           const char *data, gsize length, GbWrite *ret_write, GError **error);
/* The same in three steps: what a write would do, the new bytes beside the place, and the move. */
GbWrite gb_file_compare_at (int folder, const char *name, const struct stat *info, const char *data,
                            gsize length);
gboolean gb_file_prepare_at (int folder, const char *name, const char *path, const char *data,
                             gsize length, GError **error);
gboolean gb_file_settle_at (int folder, const char *name, const char *path, const struct stat *info,
                            GError **error);
/* gb_file_list. */
GPtrArray *gb_file_list_at (int folder, const char *name, const char *path, GError **error);

/* Sorts names, paths or lines by their bytes. */
void gb_file_sort (GPtrArray *names);
/* The names in @path, without "." and "..", sorted by bytes; an empty array where the folder does
 * not exist.  The caller frees it with g_ptr_array_unref. */
GPtrArray *gb_file_list (const char *path, GError **error);
