/* A read-only tree of files: a folder on the disk, or the files of a commit.
 *
 * Everything a site is made from is read through a tree, so that a publication can be rebuilt from
 * git without a file being checked out.  Paths are relative to the tree's root, "/"-separated,
 * without a leading or trailing "/"; "" is the root itself.  A tree may be read by several threads
 * at once.  This file holds the tree over a folder; record/commit_tree.h the one over a commit.
 */
#pragma once

#include "base/arena.h"
#include "base/error.h"

typedef enum {
  GB_ITEM_FILE,
  GB_ITEM_FOLDER,
  GB_ITEM_LINK,
  GB_ITEM_OTHER,
  GB_ITEM_NONE, /* there is nothing */
} GbItemKind;

typedef struct {
  const char *name; /* bytes as they are; need not be UTF-8 */
  GbItemKind kind;
} GbItem;

typedef enum {
  GB_TREE_READ,
  GB_TREE_MISSING,
  GB_TREE_NO_FILE, /* a folder, a link, a pipe, … */
  GB_TREE_TOO_LARGE,
  GB_TREE_UNREADABLE,
} GbTreeOutcome;

/* How reading a file went. */
typedef struct {
  GbTreeOutcome outcome;
  char *bytes;  /* in the caller's arena, followed by a NUL that does not count; NULL unless read */
  gsize length; /* also where it is too large */
  const char *reason; /* why it is UNREADABLE, in the arena */
} GbTreeFile;

typedef struct _GbTree GbTree;

/* What a kind of tree can do; @tree is the struct that begins with GbTree. */
typedef struct {
  /* Appends the items of folder @path, in any order, names in @arena.  A folder that is not there
   * is empty.  Of an error the message is the reason alone. */
  gboolean (*list) (GbTree *tree, const char *path, GbArena *arena, GArray *items, GError **error);
  GbItemKind (*kind) (GbTree *tree, const char *path);
  GbTreeFile (*take) (GbTree *tree, const char *path, gsize limit, GbArena *arena);
  void (*free) (GbTree *tree);
} GbTreeClass;

struct _GbTree {
  const GbTreeClass *class;
  char *name; /* for messages: the folder, or the commit */
};

/* The tree below @folder, which need not exist. */
GbTree *gb_tree_of_folder (const char *folder);
/* The tree below the folder @path of @tree, which it borrows. */
GbTree *gb_tree_below (GbTree *tree, const char *path);
void gb_tree_free (GbTree *tree); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbTree, gb_tree_free)

/* The items of folder @path, by name, bytewise; an empty array where there is none.  The caller
 * frees it with g_array_unref; names live in @arena.  NULL with @error (GB_ERROR_SYSTEM), whose
 * message is the reason alone. */
GArray *gb_tree_list (GbTree *tree, const char *path, GbArena *arena, GError **error);
/* All that is no folder below the folder @path, with its path from the root of the tree as its
 * name; folder by folder, by name.  @hidden: what begins with a point is there, else it is passed
 * over. NULL with @error (GB_ERROR_SYSTEM). */
GArray *gb_tree_files (GbTree *tree, const char *path, gboolean hidden, GbArena *arena,
                       GError **error);
GbItemKind gb_tree_kind (GbTree *tree, const char *path);
/* Reads the file @path; above @limit bytes (0: no limit) it is too large.  Links are not followed.
 */
GbTreeFile gb_tree_take (GbTree *tree, const char *path, gsize limit, GbArena *arena);
/* The same where anything but a file is an error: its bytes; NULL with @error.  @ret_length may be
 * NULL. */
char *gb_tree_read (GbTree *tree, const char *path, gsize limit, GbArena *arena, gsize *ret_length,
                    GError **error);
