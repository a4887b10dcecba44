/* A folder that is written into and never left.
 *
 * What lies in such a folder may come from anybody, and so may the paths that are looked for in it.
 * So the folder is opened once, every path is walked from there name by name, and no link is
 * followed at any step.  A link in a file's place is replaced or removed itself; one in a folder's
 * place is an error where something is to be written below it, and has nothing below it otherwise.
 * A pipe, socket or device in a file's place is an error at once.
 *
 * Paths are relative, of names joined by "/".  A path with a name that is empty, ".", ".." or
 * ".git" lies outside: nothing is there, and nothing can be written there.  All errors are
 * GB_ERROR_SYSTEM and name the path.  An enclosure may be used by several threads at once.
 */
#pragma once

#include "base/file.h"

typedef struct _GbEnclosure GbEnclosure;

/* Opens @folder, or creates it with those it lies in.  These may be reached by links, for they are
 * what the caller named; @folder itself may be none, also where its name ends in "/". */
GbEnclosure *gb_enclosure_open (const char *folder, GError **error);
void gb_enclosure_close (GbEnclosure *enclosure); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbEnclosure, gb_enclosure_close)

/* The names in the folder itself, as gb_file_list gives them. */
GPtrArray *gb_enclosure_list (const GbEnclosure *enclosure, GError **error);
/* The bytes of the file @path, as gb_file_read gives them; NULL where there is none, but nothing or
 * a link.  @ret_length may be NULL. */
gboolean gb_enclosure_read (const GbEnclosure *enclosure, const char *path, char **ret_bytes,
                            gsize *ret_length, GError **error);

/* Whether anything that should not be there stands in the way of writing @path: a link or special
 * file in a folder's place, a special file in its own.  Writes nothing. */
gboolean gb_enclosure_check (const GbEnclosure *enclosure, const char *path, GError **error);
/* Makes @path hold @data, as gb_file_write does. */
gboolean gb_enclosure_write (const GbEnclosure *enclosure, const char *path, const char *data,
                             gsize length, GbWrite *ret_write, GError **error);
/* The same in two steps: the new bytes lie beside @path (GB_FILE_TEMPORARY), unless it holds them
 * already; then they take its place. */
gboolean gb_enclosure_prepare (const GbEnclosure *enclosure, const char *path, const char *data,
                               gsize length, GbWrite *ret_write, GError **error);
gboolean gb_enclosure_settle (const GbEnclosure *enclosure, const char *path, GError **error);
/* Makes the file @path a program or none, and tells what it then is. */
gboolean gb_enclosure_set_program (const GbEnclosure *enclosure, const char *path,
                                   gboolean is_program, struct stat *ret_info, GError **error);
/* Removes the file or link @path, and with it the folders that hold nothing any more.  Folders in
 * its place are left alone.  @ret_is_removed may be NULL. */
gboolean gb_enclosure_remove (const GbEnclosure *enclosure, const char *path,
                              gboolean *ret_is_removed, GError **error);
