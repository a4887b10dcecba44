#include "record/index.h"

#include "base/file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What our lock says, so that one left by a publication that was cut off is known as ours. */
#define MARK "gongbao publish\n"

struct _GbIndex {
  char *path; /* of the index itself */
  char *lock;
  char *copy; /* that the changes are made to */
  gboolean is_locked;
  git_index *git;
};

/* The lock appears with what it says or not at all; EEXIST where it is there. */
static int
make_lock (const GbIndex *index)
{
  if (link (index->copy, index->lock) == 0)
    return 0;
  /* Some shared folders have no links. */
  if (errno == EEXIST || access (index->lock, F_OK) == 0)
    return EEXIST;
  return rename (index->copy, index->lock) == 0 ? 0 : errno;
}

static gboolean
is_left_over (const GbIndex *index)
{
  g_autofree char *text = gb_file_read (index->lock, sizeof MARK, NULL, NULL);
  return g_strcmp0 (text, MARK) == 0;
}

static gboolean
take_lock (GbIndex *index, GError **error)
{
  if (!gb_file_write (index->copy, MARK, strlen (MARK), NULL, error)) {
    g_prefix_error (error, "the repository cannot be written, and nothing was changed: ");
    return FALSE;
  }
  int code = make_lock (index);
  index->is_locked = code == 0 || (code == EEXIST && is_left_over (index));
  if (index->is_locked)
    return TRUE;
  (void)g_unlink (index->copy);
  if (code != EEXIST)
    return gb_error_set_errno (error, code, "nothing was changed, for git's index cannot be locked",
                               index->lock);
  return gb_error_set (
    error, GB_ERROR_SYSTEM,
    "another git command is at work here, or one was cut off: %s is there. Nothing was "
    "changed; when no git command runs, delete that file and run this again",
    index->lock);
}

/* An entry as young as the index may be older than its file, which git sees by comparing their
 * times; since the index is about to become younger, such entries are marked as git does it. */
static void
mark_racy (GbIndex *index, const struct stat *info)
{
  for (gsize i = 0; i < git_index_entrycount (index->git); i++) {
    /* libgit2 has no call for this that keeps all flags of an entry. */
    git_index_entry *entry = (git_index_entry *)git_index_get_byindex (index->git, i);
    gint64 seconds = info->st_mtim.tv_sec;
    gboolean is_older = entry->mtime.seconds < seconds
                        || (entry->mtime.seconds == seconds
                            && entry->mtime.nanoseconds < (guint64)info->st_mtim.tv_nsec);
    if (!is_older && entry->mode != GIT_FILEMODE_COMMIT)
      entry->file_size = 0;
  }
}

static gboolean
copy_index (GbIndex *index, GError **error)
{
  struct stat info;
  gboolean is_there = stat (index->path, &info) == 0;
  (void)g_unlink (index->copy);
  if (is_there) {
    gsize length;
    g_autofree char *bytes = gb_file_read (index->path, 0, &length, error);
    if (bytes == NULL || !gb_file_write (index->copy, bytes, length, NULL, error))
      return FALSE;
  }
  int code = git_index_open (&index->git, index->copy);
  if (code < 0)
    return gb_repository_fail (
      error, code,
      "nothing was changed, for git's index is of a kind that cannot be written here (git "
      "update-index --no-split-index and git sparse-checkout reapply --no-sparse-index turn it "
      "into the common one)");
  if (is_there)
    mark_racy (index, &info);
  return TRUE;
}

GbIndex *
gb_index_lock (GbRepository *repository, GError **error)
{
  const char *folder = git_repository_path (gb_repository_git (repository));
  g_autoptr (GbIndex) index = g_new0 (GbIndex, 1);
  index->path = g_build_filename (folder, "index", NULL);
  index->lock = g_build_filename (folder, "index.lock", NULL);
  index->copy = g_build_filename (folder, "index.gongbao", NULL);
  return take_lock (index, error) && copy_index (index, error) ? g_steal_pointer (&index) : NULL;
}

void
gb_index_unlock (GbIndex *index)
{
  if (index == NULL)
    return;
  git_index_free (index->git);
  if (index->is_locked) {
    (void)g_unlink (index->copy);
    (void)g_unlink (index->lock);
  }
  g_free (index->path);
  g_free (index->lock);
  g_free (index->copy);
  g_free (index);
}

const git_index_entry *
gb_index_find (GbIndex *index, const char *path)
{
  return git_index_get_bypath (index->git, path, 0);
}

gboolean
gb_index_set (GbIndex *index, const git_index_entry *entry, GError **error)
{
  int code = git_index_add (index->git, entry);
  return code == 0 || gb_repository_fail (error, code, "git's index refuses %s", entry->path);
}

gboolean
gb_index_remove (GbIndex *index, const char *path, GError **error)
{
  int code = git_index_remove (index->git, path, 0);
  return code == 0 || code == GIT_ENOTFOUND
         || gb_repository_fail (error, code, "git's index refuses %s", path);
}

gboolean
gb_index_write (GbIndex *index, GError **error)
{
  int code = git_index_write (index->git);
  if (code < 0)
    return gb_repository_fail (error, code, "git's index cannot be written");
  if (g_rename (index->copy, index->path) != 0)
    return gb_error_set_errno (error, errno, "git's index cannot be written", index->path);
  return TRUE;
}
