/* One source file in memory, and what lies in a folder.
 *
 * A sheet is read once into the caller's arena; YAML nodes are made from it and Markdown bodies
 * point into it.  Its characters have been checked (characters.h) and its lines end in LF.  Links
 * are not followed: what stands behind them is not in the history of the content.
 */
#pragma once

#include "source/model.h"

G_BEGIN_DECLS

#define GB_SHEET_SIZE (8 * 1024 * 1024) /* of a file with text, in bytes */

typedef struct {
  const char *text; /* NUL-terminated */
  gsize length;
  gsize size; /* bytes of the file */
} GbSheet;

/* Reads @path, which messages call @file.  FALSE with an error in @diagnostics. */
gboolean gb_sheet_read (GbArena *arena, const char *path, const char *file, gsize limit,
                        GbDiagnostics *diagnostics, GbSheet *ret_sheet);

/* Divides a sheet into the YAML between its first line, "---", and the next such line, and the body
 * after that.  FALSE with an error where there is no such front matter.  @ret_yaml starts on line 2
 * of the file. */
gboolean gb_sheet_split (const GbSheet *sheet, const char *file, GbDiagnostics *diagnostics,
                         const char **ret_yaml, gsize *ret_yaml_length, GbBody *ret_body);

typedef enum { GB_ITEM_FILE, GB_ITEM_FOLDER, GB_ITEM_LINK, GB_ITEM_OTHER } GbItemKind;

typedef struct {
  const char *name;
  GbItemKind kind;
} GbItem;

typedef struct {
  GbItem *items; /* by name, bytewise */
  guint length;
} GbFolder;

/* What lies in @path, which messages call @file; names that begin with '.' or end in '~' are an
 * editor's or git's business and left out.  A folder that does not exist is empty.  What is wrong
 * (an unreadable folder, a name that is not UTF-8, a link) goes to @diagnostics and is left out. */
GbFolder gb_sheet_list (GbArena *arena, const char *path, const char *file,
                        GbDiagnostics *diagnostics);
/* NULL where there is no such item. */
const GbItem *gb_folder_find (const GbFolder *folder, const char *name);

G_END_DECLS
