#include "record/store.h"

#include "record/identity.h"
#include "record/object.h"
#include "record/oid.h"
#include "record/pack.h"

#include <stdlib.h>
#include <string.h>

#define MODE_FILE 0100644
#define MODE_EXECUTABLE 0100755
#define MODE_FOLDER 040000

/* What a path is to become. */
typedef struct {
  const char *path;
  GbDeflated blob; /* without bytes: it goes */
  guint mode;
  git_oid id;
} Change;

struct _GbStore {
  git_repository *git;
  git_odb *odb;
  git_oid tree; /* zero: empty */
  GMutex mutex;
  GHashTable *changes; /* path, owned → Change */
  GHashTable *written; /* git_oid → Change, of the last commit */
};

/* Of a tree being made. */
typedef struct {
  const char *name;
  guint mode;
  git_oid id;
} Entry;

static void
change_free (gpointer data)
{
  Change *change = data;
  g_free (change->blob.bytes);
  g_free (change);
}

GbStore *
gb_store_new (GbRepository *repository, const char *commit, GError **error)
{
  g_autoptr (GbStore) store = g_new0 (GbStore, 1);
  g_mutex_init (&store->mutex);
  store->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, change_free);
  store->written = g_hash_table_new_full (gb_oid_hash, gb_oid_equal, NULL, change_free);
  store->git = gb_repository_git (repository);
  int code = git_repository_odb (&store->odb, store->git);
  git_commit *object = NULL;
  if (code == 0 && commit != NULL)
    code = gb_object_commit_of (store->git, commit, &object);
  if (object != NULL)
    git_oid_cpy (&store->tree, git_commit_tree_id (object));
  git_commit_free (object);
  if (code == 0)
    return g_steal_pointer (&store);
  gb_repository_fail (error, code, "commit %s cannot be read", commit);
  return NULL;
}

void
gb_store_free (GbStore *store)
{
  if (store == NULL)
    return;
  g_hash_table_unref (store->changes);
  g_hash_table_unref (store->written);
  git_odb_free (store->odb);
  g_mutex_clear (&store->mutex);
  g_free (store);
}

static void
note_change (GbStore *store, const char *path, Change *change)
{
  char *key = g_strdup (path);
  change->path = key;
  g_mutex_lock (&store->mutex);
  g_hash_table_replace (store->changes, key, change);
  g_mutex_unlock (&store->mutex);
}

void
gb_store_put (GbStore *store, const char *path, const char *bytes, gsize length)
{
  gb_store_put_as (store, path, bytes, length, FALSE);
}

void
gb_store_put_as (GbStore *store, const char *path, const char *bytes, gsize length,
                 gboolean is_executable)
{
  Change *change = g_new0 (Change, 1);
  change->mode = is_executable ? MODE_EXECUTABLE : MODE_FILE;
  change->blob = gb_deflated_new (bytes, length);
  gb_repository_hash (GIT_OBJECT_BLOB, bytes, length, &change->id);
  note_change (store, path, change);
}

void
gb_store_remove (GbStore *store, const char *path)
{
  note_change (store, path, g_new0 (Change, 1));
}

/* ---- trees ---- */

/* Git's order: a folder stands as if its name ended in "/". */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;
  gsize left = strlen (x->name);
  gsize right = strlen (y->name);
  int order = memcmp (x->name, y->name, MIN (left, right));
  if (order != 0)
    return order;
  int left_next = left > right ? (guchar)x->name[right] : x->mode == MODE_FOLDER ? '/' : 0;
  int right_next = right > left ? (guchar)y->name[left] : y->mode == MODE_FOLDER ? '/' : 0;
  return left_next - right_next;
}

static void
set_entry (GHashTable *entries, const char *name, guint mode, const git_oid *id)
{
  Entry *entry = g_new (Entry, 1);
  char *key = g_strdup (name);
  *entry = (Entry){ key, mode, *id };
  g_hash_table_replace (entries, key, entry);
}

static int
read_entries (const GbStore *store, const git_oid *id, GHashTable *entries)
{
  git_tree *tree = NULL;
  int code = git_oid_is_zero (id) ? 0 : gb_object_tree (store->git, id, &tree);
  for (gsize i = 0; tree != NULL && i < git_tree_entrycount (tree); i++) {
    const git_tree_entry *from = git_tree_entry_byindex (tree, i);
    set_entry (entries, git_tree_entry_name (from), git_tree_entry_filemode_raw (from),
               git_tree_entry_id (from));
  }
  git_tree_free (tree);
  return code;
}

/* @old is the tree that git has. */
static void
write_entries (GHashTable *entries, const git_oid *old, GbPack *pack, git_oid *ret_id)
{
  memset (ret_id, 0, sizeof *ret_id);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Entry));
  GHashTableIter iter;
  gpointer entry;
  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    g_array_append_vals (sorted, entry, 1);
  if (sorted->len == 0)
    return;
  g_array_sort (sorted, compare_entries);
  g_autoptr (GString) data = g_string_new (NULL);
  for (guint i = 0; i < sorted->len; i++) {
    const Entry *next = &g_array_index (sorted, Entry, i);
    g_string_append_printf (data, "%o %s", next->mode, next->name);
    g_string_append_c (data, '\0');
    g_string_append_len (data, (const char *)next->id.id, GIT_OID_RAWSZ);
  }
  gb_repository_hash (GIT_OBJECT_TREE, data->str, data->len, ret_id);
  if (!git_oid_equal (ret_id, old))
    gb_pack_add (pack, GIT_OBJECT_TREE, data->str, data->len, ret_id);
}

static int update_tree (GbStore *store, const git_oid *old, Change *const *changes, guint n_changes,
                        gsize depth, GbPack *pack, git_oid *ret_id);

static void
update_file (GHashTable *entries, const Change *change, const char *name, const Entry *known,
             GbPack *pack)
{
  if (change->blob.bytes == NULL) {
    if (known != NULL && known->mode != MODE_FOLDER)
      g_hash_table_remove (entries, name);
    return;
  }
  if (known == NULL || !git_oid_equal (&known->id, &change->id))
    gb_pack_add_deflated (pack, GIT_OBJECT_BLOB, &change->id, &change->blob);
  set_entry (entries, name, change->mode, &change->id);
}

/* @changes all lie in the folder @name. */
static int
update_folder (GbStore *store, GHashTable *entries, const char *name, const Entry *known,
               Change *const *changes, guint n_changes, gsize depth, GbPack *pack)
{
  gboolean was_folder = known != NULL && known->mode == MODE_FOLDER;
  git_oid inner = { { 0 } };
  if (was_folder)
    inner = known->id;
  git_oid made;
  int code = update_tree (store, &inner, changes, n_changes, depth, pack, &made);
  if (code == 0 && !git_oid_is_zero (&made))
    set_entry (entries, name, MODE_FOLDER, &made);
  else if (code == 0 && was_folder)
    g_hash_table_remove (entries, name);
  return code;
}

/* Makes the tree that @old becomes by @changes, sorted, whose paths agree in their first @depth
 * bytes; a tree without entries is zero. */
static int
update_tree (GbStore *store, const git_oid *old, Change *const *changes, guint n_changes,
             gsize depth, GbPack *pack, git_oid *ret_id)
{
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  int code = read_entries (store, old, entries);
  for (guint i = 0; code == 0 && i < n_changes;) {
    const char *rest = changes[i]->path + depth;
    gsize length = strcspn (rest, "/");
    g_autofree char *name = g_strndup (rest, length);
    const Entry *known = g_hash_table_lookup (entries, name);
    if (rest[length] == '\0') {
      update_file (entries, changes[i++], name, known, pack);
      continue;
    }
    guint end = i + 1;
    while (end < n_changes && strncmp (changes[end]->path + depth, rest, length + 1) == 0)
      end++;
    code
      = update_folder (store, entries, name, known, changes + i, end - i, depth + length + 1, pack);
    i = end;
  }
  if (code == 0)
    write_entries (entries, old, pack, ret_id);
  return code;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Change *const *)a)->path, (*(Change *const *)b)->path);
}

static int
write_tree (GbStore *store, GbPack *pack, git_oid *ret_tree)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer change;
  g_hash_table_iter_init (&iter, store->changes);
  while (g_hash_table_iter_next (&iter, NULL, &change))
    g_ptr_array_add (changes, change);
  g_ptr_array_sort (changes, compare_changes);
  return update_tree (store, &store->tree, (Change *const *)changes->pdata, changes->len, 0, pack,
                      ret_tree);
}

/* What was put stays at hand: it is about to be checked out. */
static void
keep_written (GbStore *store)
{
  g_hash_table_remove_all (store->written);
  GHashTableIter iter;
  gpointer path, value;
  g_hash_table_iter_init (&iter, store->changes);
  while (g_hash_table_iter_next (&iter, &path, &value)) {
    Change *change = value;
    g_hash_table_iter_steal (&iter);
    g_free (path);
    change->path = NULL;
    if (change->blob.bytes != NULL)
      g_hash_table_replace (store->written, &change->id, change);
    else
      change_free (change);
  }
}

gboolean
gb_store_commit (GbStore *store, const GbCommitOptions *options, char ret_commit[GB_OID_LENGTH],
                 GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  git_oid tree, commit;
  g_autoptr (GbPack) pack = gb_pack_new (store->git, store->odb);
  int code = write_tree (store, pack, &tree);
  if (code < 0)
    return gb_repository_fail (error, code, "the tree of the last publication cannot be read");
  if (git_oid_is_zero (&tree))
    gb_pack_add (pack, GIT_OBJECT_TREE, "", 0, &tree);
  char hex[GB_OID_LENGTH];
  g_string_append_printf (text, "tree %s\n", git_oid_tostr (hex, sizeof hex, &tree));
  for (guint i = 0; options->parents[i] != NULL; i++)
    g_string_append_printf (text, "parent %s\n", options->parents[i]);
  if (!gb_identity_append (text, store->git, error))
    return FALSE;
  gsize head = text->len;
  g_string_append_printf (text, "\n%s", options->message);
  if (options->sign && !gb_identity_sign (text, head, store->git, error))
    return FALSE;
  gb_pack_add (pack, GIT_OBJECT_COMMIT, text->str, text->len, &commit);
  if (!gb_pack_write (pack, error))
    return FALSE;
  git_oid_tostr (ret_commit, GB_OID_LENGTH, &commit);
  store->tree = tree;
  keep_written (store);
  return TRUE;
}

char *
gb_store_read (GbStore *store, const git_oid *blob, gsize *ret_length)
{
  const Change *change = g_hash_table_lookup (store->written, blob);
  if (change == NULL)
    return NULL;
  *ret_length = change->blob.length;
  return gb_deflated_read (&change->blob);
}
