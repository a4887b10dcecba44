/* A read-only tree of files: a folder on the disk, or the tree of a commit.
 *
 * Everything a site is made from is read through a tree, so that a publication can be rebuilt from
 * git without a file being checked out.  Paths are relative to the tree's root, "/"-separated,
 * without a leading or trailing "/"; "" is the root itself.  A tree may be read by several threads
 * at once.  This file holds the tree over a folder; record/commit_tree.h the one over a commit.
 */
#pragma once

#include "base/arena.h"
#include "base/error.h"

G_BEGIN_DECLS

typedef enum {
  GB_ITEM_FILE,
  GB_ITEM_FOLDER,
  GB_ITEM_LINK,
  GB_ITEM_OTHER,
  GB_ITEM_NONE /* there is nothing */
} GbItemKind;

typedef struct {
  const char *name; /* bytes as they are; need not be UTF-8 */
  GbItemKind kind;
} GbItem;

typedef struct _GbTree GbTree;

/* What a kind of tree can do; @tree is the struct that begins with GbTree. */
typedef struct {
  /* Appends the items of folder @path, in any order, names in @arena.  A folder that is not there
   * is empty. */
  gboolean (*list) (GbTree *tree, const char *path, GbArena *arena, GArray *items, GError **error);
  GbItemKind (*kind) (GbTree *tree, const char *path);
  /* The bytes of a file, in @arena, followed by a NUL that does not count.  Links are not followed.
   */
  char *(*read) (GbTree *tree, const char *path, gsize limit, GbArena *arena, gsize *ret_length,
                 GError **error);
  void (*free) (GbTree *tree);
} GbTreeClass;

struct _GbTree {
  const GbTreeClass *class;
};

/* The tree below @folder, which need not exist. */
GbTree *gb_tree_of_folder (const char *folder);
void gb_tree_free (GbTree *tree); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbTree, gb_tree_free)

/* The items of folder @path, by name, bytewise; an empty array where there is none.  The caller
 * frees it with g_array_unref; names live in @arena.  NULL with @error (GB_ERROR_SYSTEM). */
GArray *gb_tree_list (GbTree *tree, const char *path, GbArena *arena, GError **error);
GbItemKind gb_tree_kind (GbTree *tree, const char *path);
/* The bytes of the file @path, in @arena, followed by a NUL that does not count.  Fails with
 * GB_ERROR_SYSTEM where there is none (domain G_FILE_ERROR_NOENT is not used: ask gb_tree_kind),
 * where it is no ordinary file, or above @limit bytes (0: no limit).  @ret_length may be NULL. */
char *gb_tree_read (GbTree *tree, const char *path, gsize limit, GbArena *arena, gsize *ret_length,
                    GError **error);

G_END_DECLS
