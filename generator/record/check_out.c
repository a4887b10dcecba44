#include "record/check_out.h"

#include "base/enclosure.h"
#include "record/index.h"
#include "record/object.h"

#include <string.h>

/* One path of the commit, and of the index before. */
typedef struct {
  const char *path;
  gboolean is_written; /* to the work tree as well */
  gboolean is_done;    /* in the work tree */
  guint16 mode;        /* 0: the commit has no file there */
  git_oid id;
  guint16 old_mode; /* 0: the index had none */
  git_oid old_id;
  git_index_entry stat; /* of the file, once it is written */
} Step;

typedef struct {
  git_repository *git;
  GbRepository *repository;
  GbStore *store; /* or NULL */
  GbEnclosure *worktree;
  GArray *steps; /* by path */
  GbIndex *index;
} CheckOut;

static void
check_out_clear (CheckOut *out)
{
  g_clear_pointer (&out->steps, g_array_unref);
  g_clear_pointer (&out->index, gb_index_unlock);
  g_clear_pointer (&out->worktree, gb_enclosure_close);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CheckOut, check_out_clear)

/* ---- what is to be done ---- */

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *x = a;
  const Step *y = b;
  int order = strcmp (x->path, y->path);
  return order != 0 ? order : y->is_written - x->is_written;
}

static void
add_steps (GArray *steps, const GPtrArray *paths, gboolean is_written)
{
  for (guint i = 0; paths != NULL && i < paths->len; i++) {
    const Step step = { .path = paths->pdata[i], .is_written = is_written };
    g_array_append_val (steps, step);
  }
}

/* Asks the tree @id about all @steps at once, whose paths agree in their first @depth bytes:
 * libgit2 keeps no large trees, and reading one for every path would take minutes. */
static int
find_files (git_repository *git, const git_oid *id, Step *steps, guint n_steps, gsize depth)
{
  git_tree *tree;
  int code = gb_object_tree (git, id, &tree);
  if (code < 0)
    return code;
  for (guint i = 0; code == 0 && i < n_steps;) {
    const char *rest = steps[i].path + depth;
    gsize length = strcspn (rest, "/");
    g_autofree char *name = g_strndup (rest, length);
    const git_tree_entry *entry = git_tree_entry_byname (tree, name);
    git_object_t type = entry == NULL ? GIT_OBJECT_INVALID : git_tree_entry_type (entry);
    if (rest[length] == '\0') {
      if (type == GIT_OBJECT_BLOB) {
        steps[i].mode = (guint16)git_tree_entry_filemode (entry);
        steps[i].id = *git_tree_entry_id (entry);
      }
      i++;
      continue;
    }
    guint end = i + 1;
    while (end < n_steps && strncmp (steps[end].path + depth, rest, length + 1) == 0)
      end++;
    if (type == GIT_OBJECT_TREE)
      code = find_files (git, git_tree_entry_id (entry), steps + i, end - i, depth + length + 1);
    i = end;
  }
  git_tree_free (tree);
  return code;
}

static gboolean
find_steps (CheckOut *out, const char *commit, const GPtrArray *written, const GPtrArray *recorded,
            GError **error)
{
  out->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  add_steps (out->steps, written, TRUE);
  add_steps (out->steps, recorded, FALSE);
  g_array_sort (out->steps, compare_steps);
  git_commit *object = NULL;
  int code = gb_object_commit_of (out->git, commit, &object);
  if (code == 0)
    code = find_files (out->git, git_commit_tree_id (object), (Step *)out->steps->data,
                       out->steps->len, 0);
  git_commit_free (object);
  return code == 0
         || gb_repository_fail (error, code, "nothing was changed, for commit %.12s cannot be read",
                                commit);
}

static gboolean
look_first (CheckOut *out, GError **error)
{
  for (guint i = 0; i < out->steps->len; i++) {
    Step *step = &g_array_index (out->steps, Step, i);
    const git_index_entry *old = gb_index_find (out->index, step->path);
    if (old != NULL) {
      step->old_mode = (guint16)old->mode;
      step->old_id = old->id;
    }
    if (step->is_written && step->mode != 0
        && !gb_enclosure_check (out->worktree, step->path, error)) {
      g_prefix_error (error, "nothing was changed: ");
      return FALSE;
    }
  }
  return TRUE;
}

/* ---- the work tree ---- */

/* What lies at @path of the commit; the caller frees it. */
static char *
read_blob (const CheckOut *out, const char *path, const git_oid *id, gsize *ret_length,
           GError **error)
{
  char *bytes = out->store == NULL ? NULL : gb_store_read (out->store, id, ret_length);
  if (bytes != NULL)
    return bytes;
  char hex[GB_OID_LENGTH];
  bytes
    = gb_repository_blob (out->repository, git_oid_tostr (hex, sizeof hex, id), ret_length, error);
  if (bytes == NULL)
    g_prefix_error (error, "%s: ", path);
  return bytes;
}

static gboolean
write_file (const CheckOut *out, const char *path, const git_oid *id, guint16 mode,
            git_index_entry *ret_stat, GError **error)
{
  gsize length;
  g_autofree char *bytes = read_blob (out, path, id, &length, error);
  struct stat info;
  if (bytes == NULL || !gb_enclosure_write (out->worktree, path, bytes, length, NULL, error)
      || !gb_enclosure_set_program (out->worktree, path, mode == GIT_FILEMODE_BLOB_EXECUTABLE,
                                    &info, error))
    return FALSE;
  *ret_stat = (git_index_entry){
    .ctime = { (int32_t)info.st_ctim.tv_sec, (uint32_t)info.st_ctim.tv_nsec },
    .mtime = { (int32_t)info.st_mtim.tv_sec, (uint32_t)info.st_mtim.tv_nsec },
    .dev = (uint32_t)info.st_dev,
    .ino = (uint32_t)info.st_ino,
    .uid = info.st_uid,
    .gid = info.st_gid,
    .file_size = (uint32_t)info.st_size,
  };
  return TRUE;
}

static gboolean
write_worktree (CheckOut *out, GError **error)
{
  /* What goes first, so that a file can take the place of a folder and a folder that of a file. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < out->steps->len; i++) {
      Step *step = &g_array_index (out->steps, Step, i);
      if (!step->is_written || (step->mode != 0) != (pass == 1))
        continue;
      if (step->mode == 0
            ? !gb_enclosure_remove (out->worktree, step->path, NULL, error)
            : !write_file (out, step->path, &step->id, step->mode, &step->stat, error))
        return FALSE;
      step->is_done = TRUE;
    }
  return TRUE;
}

/* Puts back what the index had, as far as that can be done. */
static void
restore_worktree (CheckOut *out)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < out->steps->len; i++) {
      const Step *step = &g_array_index (out->steps, Step, i);
      git_index_entry ignored;
      if (!step->is_written || !step->is_done || (step->old_mode != 0) != (pass == 1))
        continue;
      if (step->old_mode == 0)
        (void)gb_enclosure_remove (out->worktree, step->path, NULL, NULL);
      else
        (void)write_file (out, step->path, &step->old_id, step->old_mode, &ignored, NULL);
    }
}

/* ---- the index ---- */

/* A recorded path keeps no stat data: git looks at the file itself once more, so that an edit made
 * meanwhile is seen. */
static gboolean
write_index (CheckOut *out, GError **error)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < out->steps->len; i++) {
      const Step *step = &g_array_index (out->steps, Step, i);
      if ((step->mode != 0) != (pass == 1))
        continue;
      git_index_entry entry = step->stat;
      entry.path = step->path;
      entry.mode = step->mode;
      entry.id = step->id;
      if (step->mode == 0 ? !gb_index_remove (out->index, step->path, error)
                          : !gb_index_set (out->index, &entry, error))
        return FALSE;
    }
  return gb_index_write (out->index, error);
}

gboolean
gb_check_out_paths (GbRepository *repository, const char *commit, GbStore *store,
                    const GPtrArray *written, const GPtrArray *recorded, GError **error)
{
  if (gb_repository_is_bare (repository))
    return TRUE;
  g_auto (CheckOut) out = {
    .git = gb_repository_git (repository),
    .repository = repository,
    .store = store,
  };
  out.worktree = gb_enclosure_open (gb_repository_worktree (repository), error);
  if (out.worktree == NULL)
    return FALSE;
  out.index = gb_index_lock (repository, error);
  if (out.index == NULL || !find_steps (&out, commit, written, recorded, error)
      || !look_first (&out, error))
    return FALSE;
  if (write_worktree (&out, error) && write_index (&out, error))
    return TRUE;
  restore_worktree (&out);
  g_prefix_error (error, "nothing was published, and the work tree was put back: ");
  return FALSE;
}
