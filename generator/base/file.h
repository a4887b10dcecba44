/* Files: reading whole ones, listing folders in a fixed order, replacing atomically.
 *
 * A write leaves either the old bytes or the new ones: it goes to a temporary name in the same
 * folder and is renamed over the target.  Nothing here follows the locale or the clock.
 */
#pragma once

#include "base/error.h"

G_BEGIN_DECLS

/* The bytes of @path, followed by a NUL that does not count; the caller frees them.  Fails above
 * @limit bytes (0: no limit).  @ret_length may be NULL. */
char *gb_file_read (const char *path, gsize limit, gsize *ret_length, GError **error);

/* Reads at most @size bytes of @fd into @data, which has room for them and a NUL; FALSE with errno.
 */
gboolean gb_file_read_open (int fd, char *data, gsize size, gsize *ret_length);

/* What is put behind the name of a file while it is being written. */
#define GB_FILE_TEMPORARY ".gongbao-new"

/* What a write did. */
typedef enum { GB_WRITE_UNCHANGED, GB_WRITE_CREATED, GB_WRITE_REPLACED } GbWrite;

/* Makes @path hold @data, creating its folders; leaves the file untouched where it already does.
 * @ret_write may be NULL. */
gboolean gb_file_write (const char *path, const char *data, gsize length, GbWrite *ret_write,
                        GError **error);

/* The names in @path, without "." and "..", sorted by bytes; an empty array where the folder does
 * not exist.  The caller frees it with g_ptr_array_unref. */
GPtrArray *gb_file_list (const char *path, GError **error);

G_END_DECLS
