#include "record/commit_tree.h"

#include "record/object.h"

#include <string.h>

/* Folders nested deeper than this are nobody's content. */
#define DEPTH_MAX 64

typedef struct {
  GbItem item;
  git_filemode_t mode;
  git_oid id;
  GArray *inside; /* Node *, of a folder; else NULL */
} Node;

typedef struct {
  GbTree tree; /* first: this is what is handed out */
  git_repository *git;
  git_odb *odb;
  GbArena *arena;
  GHashTable *nodes; /* path → Node */
  GMutex mutex;      /* of the two that follow */
  char *failed;      /* the first path, by name, that could not be read; or NULL */
  char *reason;
} CommitTree;

static GbItemKind
kind_of (git_filemode_t mode)
{
  switch (mode) {
  case GIT_FILEMODE_BLOB:
  case GIT_FILEMODE_BLOB_EXECUTABLE:
    return GB_ITEM_FILE;
  case GIT_FILEMODE_TREE:
    return GB_ITEM_FOLDER;
  case GIT_FILEMODE_LINK:
    return GB_ITEM_LINK;
  default:
    return GB_ITEM_OTHER;
  }
}

static Node *
add_node (CommitTree *self, const char *path, const char *name, git_filemode_t mode,
          const git_oid *id)
{
  Node *node = gb_arena_new0 (self->arena, Node);
  *node = (Node){ { gb_arena_strdup (self->arena, name), kind_of (mode) }, mode, *id, NULL };
  if (node->item.kind == GB_ITEM_FOLDER)
    node->inside = g_array_new (FALSE, FALSE, sizeof (Node *));
  g_hash_table_insert (self->nodes, gb_arena_strdup (self->arena, path), node);
  return node;
}

static int
add_folder (CommitTree *self, GString *path, Node *folder, guint depth)
{
  git_tree *tree = NULL;
  int code = depth > DEPTH_MAX ? GIT_EINVALID : gb_object_tree (self->git, &folder->id, &tree);
  gsize length = path->len;
  for (gsize i = 0; code == 0 && i < git_tree_entrycount (tree); i++) {
    const git_tree_entry *entry = git_tree_entry_byindex (tree, i);
    const char *name = git_tree_entry_name (entry);
    if (length > 0)
      g_string_append_c (path, '/');
    g_string_append (path, name);
    Node *node = add_node (self, path->str, name, git_tree_entry_filemode (entry),
                           git_tree_entry_id (entry));
    g_array_append_val (folder->inside, node);
    if (node->item.kind == GB_ITEM_FOLDER)
      code = add_folder (self, path, node, depth + 1);
    g_string_truncate (path, length);
  }
  git_tree_free (tree);
  return code;
}

/* Adds the folder @from of the whole tree as @to of ours; nothing where there is none. */
static int
add_below (CommitTree *self, const git_oid *whole, const char *from, const char *to)
{
  g_autoptr (GString) path = g_string_new (to);
  GbObjectEntry entry;
  int code = gb_object_find (self->git, whole, from, &entry);
  if (code == 0 && entry.mode == GIT_FILEMODE_TREE)
    code = add_folder (self, path, add_node (self, to, to, entry.mode, &entry.id), 0);
  return code;
}

/* ---- reading ---- */

static gboolean
list (GbTree *tree, const char *path, G_GNUC_UNUSED GbArena *arena, GArray *items,
      G_GNUC_UNUSED GError **error)
{
  CommitTree *self = (CommitTree *)tree;
  const Node *folder = g_hash_table_lookup (self->nodes, path);
  for (guint i = 0; folder != NULL && folder->inside != NULL && i < folder->inside->len; i++) {
    GbItem item = g_array_index (folder->inside, Node *, i)->item;
    item.name = gb_arena_strdup (arena, item.name);
    g_array_append_val (items, item);
  }
  return TRUE;
}

static GbItemKind
kind (GbTree *tree, const char *path)
{
  const Node *node = g_hash_table_lookup (((CommitTree *)tree)->nodes, path);
  return node == NULL ? GB_ITEM_NONE : node->item.kind;
}

/* Several threads read; which of them fails first must not matter. */
static void
note_failure (CommitTree *self, const char *path, const char *reason)
{
  g_mutex_lock (&self->mutex);
  if (self->failed == NULL || strcmp (path, self->failed) < 0) {
    g_free (self->failed);
    g_free (self->reason);
    self->failed = g_strdup (path);
    self->reason = g_strdup (reason);
  }
  g_mutex_unlock (&self->mutex);
}

static GbTreeFile
take (GbTree *tree, const char *path, gsize limit, GbArena *arena)
{
  CommitTree *self = (CommitTree *)tree;
  const Node *node = g_hash_table_lookup (self->nodes, path);
  if (node == NULL)
    return (GbTreeFile){ .outcome = GB_TREE_MISSING };
  if (node->item.kind != GB_ITEM_FILE)
    return (GbTreeFile){ .outcome = GB_TREE_NO_FILE };
  git_odb_object *object = NULL;
  if (gb_object_read (self->odb, &node->id, &object) < 0) {
    const char *reason = git_error_last ()->message;
    note_failure (self, path, reason);
    return (GbTreeFile){ .outcome = GB_TREE_UNREADABLE, .reason = gb_arena_strdup (arena, reason) };
  }
  GbTreeFile file = { .outcome = GB_TREE_READ, .length = git_odb_object_size (object) };
  if (limit > 0 && file.length > limit)
    file.outcome = GB_TREE_TOO_LARGE;
  else
    file.bytes = gb_arena_strndup (arena, git_odb_object_data (object), file.length);
  git_odb_object_free (object);
  return file;
}

static void
free_tree (GbTree *tree)
{
  CommitTree *self = (CommitTree *)tree;
  GHashTableIter iter;
  gpointer node;
  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &node))
    g_clear_pointer (&((Node *)node)->inside, g_array_unref);
  g_hash_table_unref (self->nodes);
  gb_arena_free (self->arena);
  g_mutex_clear (&self->mutex);
  g_free (self->failed);
  g_free (self->reason);
  git_odb_free (self->odb);
  git_repository_free (self->git);
}

static const GbTreeClass class = { list, kind, take, free_tree };

/* ---- making ---- */

typedef struct {
  const char *from; /* folder of the whole tree */
  const char *to;
} Part;

static GbTree *
make (GbRepository *repository, const char *commit, const Part *parts, guint n_parts,
      GError **error)
{
  CommitTree *self = g_new0 (CommitTree, 1);
  self->tree.class = &class;
  self->arena = gb_arena_new ();
  self->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  self->tree.name = g_strdup_printf ("commit %.12s", commit);
  g_mutex_init (&self->mutex);
  git_commit *object = NULL;
  int code = gb_object_open (git_repository_path (gb_repository_git (repository)),
                             GIT_REPOSITORY_OPEN_NO_SEARCH, &self->git);
  if (code == 0)
    code = git_repository_odb (&self->odb, self->git);
  if (code == 0)
    code = gb_object_commit_of (self->git, commit, &object);
  for (guint i = 0; code == 0 && i < n_parts; i++)
    code = add_below (self, git_commit_tree_id (object), parts[i].from, parts[i].to);
  git_commit_free (object);
  if (code == 0)
    return &self->tree;
  gb_repository_fail (error, code, "the files of commit %s cannot be read", commit);
  gb_tree_free (&self->tree);
  return NULL;
}

GbTree *
gb_commit_tree_new (GbRepository *repository, const char *commit, GError **error)
{
  const char *prefix = gb_repository_prefix (repository);
  g_autofree char *content = g_strconcat (prefix, "content", NULL);
  g_autofree char *templates = g_strconcat (prefix, "templates", NULL);
  const Part parts[] = { { content, "content" }, { templates, "templates" } };
  return make (repository, commit, parts, G_N_ELEMENTS (parts), error);
}

GbTree *
gb_commit_tree_new_at (GbRepository *repository, const char *commit, const char *root,
                       GError **error)
{
  const Part part = { root, "" };
  return make (repository, commit, &part, 1, error);
}

gboolean
gb_commit_tree_find (GbTree *tree, const char *path, char ret_id[GB_OID_LENGTH])
{
  const Node *node = g_hash_table_lookup (((CommitTree *)tree)->nodes, path);
  if (node == NULL || node->mode != GIT_FILEMODE_BLOB)
    return FALSE;
  git_oid_tostr (ret_id, GB_OID_LENGTH, &node->id);
  return TRUE;
}

gboolean
gb_commit_tree_check (GbTree *tree, GError **error)
{
  CommitTree *self = (CommitTree *)tree;
  g_mutex_lock (&self->mutex);
  if (self->failed != NULL)
    g_set_error (error, GB_ERROR, GB_ERROR_SYSTEM, "%s: %s: %s", tree->name, self->failed,
                 self->reason);
  gboolean is_sound = self->failed == NULL;
  g_mutex_unlock (&self->mutex);
  return is_sound;
}
