#include "record/branch.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- branches ---- */

gboolean
gb_branch_tip (GbRepository *repository, const char *branch, char ret_tip[GB_OID_LENGTH],
               GError **error)
{
  git_oid id;
  int code = git_reference_name_to_id (&id, gb_repository_git (repository), branch);
  if (code == GIT_ENOTFOUND) {
    ret_tip[0] = '\0';
    return TRUE;
  }
  if (code < 0)
    return gb_repository_fail (error, code, "the branch %s cannot be read", branch);
  git_oid_tostr (ret_tip, GB_OID_LENGTH, &id);
  return TRUE;
}

char *
gb_branch_head (GbRepository *repository, char ret_tip[GB_OID_LENGTH], GError **error)
{
  git_reference *head = NULL;
  g_autofree char *branch = NULL;
  int code = git_reference_lookup (&head, gb_repository_git (repository), "HEAD");
  if (code == 0 && git_reference_type (head) == GIT_REFERENCE_SYMBOLIC)
    branch = g_strdup (git_reference_symbolic_target (head));
  git_reference_free (head);
  if (code < 0) {
    gb_repository_fail (error, code, "HEAD cannot be read");
    return NULL;
  }
  if (branch == NULL) {
    g_set_error (error, GB_ERROR, GB_ERROR_USAGE,
                 "HEAD is detached, so that a publication would be on no branch; nothing was "
                 "changed. Run: git switch BRANCH");
    return NULL;
  }
  return gb_branch_tip (repository, branch, ret_tip, error) ? g_steal_pointer (&branch) : NULL;
}

gboolean
gb_branch_is_checked_out (GbRepository *repository, const char *branch)
{
  git_reference *reference = NULL;
  gboolean is = git_reference_lookup (&reference, gb_repository_git (repository), branch) == 0
                && git_branch_is_checked_out (reference) == 1;
  git_reference_free (reference);
  return is;
}

gboolean
gb_branch_move (GbRepository *repository, const char *branch, const char *old, const char *commit,
                const char *reflog, GError **error)
{
  git_repository *git = gb_repository_git (repository);
  git_oid to, from;
  git_reference *reference = NULL;
  int code = git_oid_fromstr (&to, commit);
  if (code == 0 && old[0] == '\0') {
    code = git_reference_create (&reference, git, branch, &to, 0, reflog);
  } else if (code == 0) {
    code = git_oid_fromstr (&from, old);
    if (code == 0)
      code = git_reference_create_matching (&reference, git, branch, &to, 1, &from, reflog);
  }
  git_reference_free (reference);
  if (code == 0)
    return TRUE;
  if (code != GIT_EMODIFIED && code != GIT_EEXISTS && code != GIT_ENOTFOUND)
    return gb_repository_fail (error, code, "the branch %s cannot be moved; it stays as it was",
                               branch);
  g_set_error (error, GB_ERROR, GB_ERROR_SYSTEM,
               "somebody committed to %s meanwhile; nothing was changed, run this again", branch);
  return FALSE;
}

/* ---- work tree and index ---- */

typedef struct {
  git_repository *git;
  git_tree *tree;
  git_index *index;
  const char *worktree;
  GHashTable *folders; /* that were looked at: real ones below the work tree */
} CheckOut;

/* Nothing is written through a link that leads out of the work tree. */
static gboolean
check_folders (CheckOut *out, const char *path, GError **error)
{
  for (const char *slash = strchr (path, '/'); slash != NULL; slash = strchr (slash + 1, '/')) {
    g_autofree char *folder = g_strndup (path, (gsize)(slash - path));
    if (g_hash_table_contains (out->folders, folder))
      continue;
    g_autofree char *full = g_build_filename (out->worktree, folder, NULL);
    struct stat info;
    if (lstat (full, &info) == 0 && !S_ISDIR (info.st_mode)) {
      if (S_ISLNK (info.st_mode)) {
        g_set_error (
          error, GB_ERROR, GB_ERROR_SYSTEM,
          "%s is a symbolic link; the site is not written through it. Put a folder there, "
          "or nothing",
          full);
        return FALSE;
      }
      if (unlink (full) != 0)
        return gb_error_set_errno (error, errno, "cannot replace", full);
    }
    g_hash_table_add (out->folders, g_steal_pointer (&folder));
  }
  return TRUE;
}

static gboolean
remove_file (CheckOut *out, const char *path, GError **error)
{
  g_autofree char *full = g_build_filename (out->worktree, path, NULL);
  if (unlink (full) != 0 && errno != ENOENT && errno != ENOTDIR && errno != EISDIR)
    return gb_error_set_errno (error, errno, "cannot remove", full);
  for (char *slash = strrchr (full, '/');
       slash != NULL && (gsize)(slash - full) > strlen (out->worktree);
       slash = strrchr (full, '/')) {
    *slash = '\0';
    if (rmdir (full) != 0)
      break;
  }
  return TRUE;
}

static gboolean
write_file (CheckOut *out, const char *path, const git_oid *id, git_index_entry *entry,
            GError **error)
{
  g_autofree char *full = g_build_filename (out->worktree, path, NULL);
  git_blob *blob = NULL;
  int code = git_blob_lookup (&blob, out->git, id);
  if (code < 0)
    return gb_repository_fail (error, code, "%s cannot be read from the commit", path);
  gboolean written = check_folders (out, path, error);
  if (written && g_file_test (full, G_FILE_TEST_IS_DIR))
    (void)rmdir (full);
  written = written
            && gb_file_write (full, git_blob_rawcontent (blob), (gsize)git_blob_rawsize (blob),
                              NULL, error);
  git_blob_free (blob);
  struct stat info;
  if (!written || lstat (full, &info) != 0)
    return FALSE;
  entry->ctime.seconds = (int32_t)info.st_ctim.tv_sec;
  entry->ctime.nanoseconds = (uint32_t)info.st_ctim.tv_nsec;
  entry->mtime.seconds = (int32_t)info.st_mtim.tv_sec;
  entry->mtime.nanoseconds = (uint32_t)info.st_mtim.tv_nsec;
  entry->dev = (uint32_t)info.st_dev;
  entry->ino = (uint32_t)info.st_ino;
  entry->uid = info.st_uid;
  entry->gid = info.st_gid;
  entry->file_size = (uint32_t)info.st_size;
  return TRUE;
}

/* A recorded path keeps no stat data: git looks at the file itself once more, so that an edit made
 * meanwhile is seen. */
static gboolean
check_out_path (CheckOut *out, const char *path, gboolean write, GError **error)
{
  git_tree_entry *found = NULL;
  int code = git_tree_entry_bypath (&found, out->tree, path);
  gboolean is_file = code == 0 && git_tree_entry_type (found) == GIT_OBJECT_BLOB;
  gboolean done = TRUE;
  if (!is_file) {
    code = git_index_remove (out->index, path, 0);
    if (code == GIT_ENOTFOUND)
      code = 0;
    done = !write || remove_file (out, path, error);
  } else {
    git_index_entry entry = { .mode = GIT_FILEMODE_BLOB, .path = path };
    git_oid_cpy (&entry.id, git_tree_entry_id (found));
    done = !write || write_file (out, path, &entry.id, &entry, error);
    if (done)
      code = git_index_add (out->index, &entry);
  }
  git_tree_entry_free (found);
  return done && (code == 0 || gb_repository_fail (error, code, "git's index refuses %s", path));
}

static gboolean
check_out_paths (CheckOut *out, const GPtrArray *paths, gboolean write, GError **error)
{
  /* What goes first, so that a file can take the place of a folder. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; paths != NULL && i < paths->len; i++) {
      git_tree_entry *found = NULL;
      gboolean stays = git_tree_entry_bypath (&found, out->tree, paths->pdata[i]) == 0;
      git_tree_entry_free (found);
      if (stays == (pass == 1) && !check_out_path (out, paths->pdata[i], write, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gb_branch_check_out (GbRepository *repository, const char *commit, const GPtrArray *written,
                     const GPtrArray *recorded, GError **error)
{
  if (gb_repository_is_bare (repository))
    return TRUE;
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CheckOut out = {
    .git = gb_repository_git (repository),
    .worktree = gb_repository_worktree (repository),
    .folders = folders,
  };
  git_oid id;
  git_commit *object = NULL;
  int code = git_oid_fromstr (&id, commit);
  if (code == 0)
    code = git_commit_lookup (&object, out.git, &id);
  if (code == 0)
    code = git_commit_tree (&out.tree, object);
  if (code == 0)
    code = git_repository_index (&out.index, out.git);
  if (code == 0)
    code = git_index_read (out.index, 0);
  gboolean done = code == 0 ? check_out_paths (&out, written, TRUE, error)
                                && check_out_paths (&out, recorded, FALSE, error)
                            : gb_repository_fail (error, code, "git's index cannot be read");
  if (done) {
    code = git_index_write (out.index);
    done = code == 0 || gb_repository_fail (error, code, "git's index cannot be written");
  }
  git_index_free (out.index);
  git_tree_free (out.tree);
  git_commit_free (object);
  return done;
}

/* ---- one publisher at a time ---- */

struct _GbBranchLock {
  int fd;
};

GbBranchLock *
gb_branch_lock (GbRepository *repository, GError **error)
{
  const char *folder = gb_repository_cache_folder (repository);
  g_autofree char *path = g_build_filename (folder, "publish.lock", NULL);
  int fd = -1;
  if (g_mkdir_with_parents (folder, 0755) == 0)
    fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0) {
    (void)gb_error_set_errno (error, errno, "the repository cannot be written", path);
    return NULL;
  }
  if (flock (fd, LOCK_EX | LOCK_NB) != 0) {
    g_set_error (error, GB_ERROR, GB_ERROR_SYSTEM,
                 "another publication is being made in this repository; nothing was changed, run "
                 "this again when it is done");
    (void)close (fd);
    return NULL;
  }
  GbBranchLock *lock = g_new0 (GbBranchLock, 1);
  lock->fd = fd;
  return lock;
}

void
gb_branch_unlock (GbBranchLock *lock)
{
  if (lock == NULL)
    return;
  (void)close (lock->fd);
  g_free (lock);
}

/* ---- sending ---- */

gboolean
gb_branch_push (GbRepository *repository, const char *remote, const char *branch, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *err = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &problem, "git",
    "--git-dir", git_repository_path (gb_repository_git (repository)), "push", "--", remote, branch,
    NULL);
  if (process != NULL && g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, &problem)
      && g_subprocess_get_successful (process))
    return TRUE;
  g_set_error (error, GB_ERROR, GB_ERROR_SYSTEM,
               "published here, but not sent to %s: %s\nOnce that is mended, run: git push %s %s",
               remote,
               problem != NULL ? problem->message
               : err != NULL   ? g_strchomp (err)
                               : "?",
               remote, branch);
  return FALSE;
}
