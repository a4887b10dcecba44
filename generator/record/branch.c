#include "record/branch.h"

#include "base/file.h"
#include "record/object.h"
#include "record/process.h"

#include <errno.h>
#include <fcntl.h>
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
gb_branch_any_holds (GbRepository *repository, const char *path, gboolean *ret_holds,
                     GError **error)
{
  git_repository *git = gb_repository_git (repository);
  git_branch_iterator *branches = NULL;
  git_reference *branch = NULL;
  git_branch_t type;
  *ret_holds = FALSE;
  int code = git_branch_iterator_new (&branches, git, GIT_BRANCH_ALL);
  while (code == 0 && !*ret_holds && (code = git_branch_next (&branch, &type, branches)) == 0) {
    git_object *tree = NULL;
    GbObjectEntry entry = { .mode = GIT_FILEMODE_UNREADABLE };
    code = git_reference_peel (&tree, branch, GIT_OBJECT_TREE);
    if (code == 0)
      code = gb_object_find (git, git_object_id (tree), path, &entry);
    else if (code == GIT_ENOTFOUND) /* a remote's HEAD that leads nowhere */
      code = 0;
    *ret_holds = code == 0 && entry.mode != GIT_FILEMODE_UNREADABLE;
    git_object_free (tree);
    git_reference_free (branch);
  }
  git_branch_iterator_free (branches);
  return code == 0 || code == GIT_ITEROVER
         || gb_repository_fail (error, code, "the branches cannot be read");
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
  return gb_error_set (error, GB_ERROR_SYSTEM,
                       "somebody committed to %s meanwhile; nothing was changed, run this again",
                       branch);
}

/* ---- one publisher at a time ---- */

/* What git was told to finish first: its next commit would undo a publication made now. */
static gboolean
check_idle (GbRepository *repository, GError **error)
{
  int state = git_repository_state (gb_repository_git (repository));
  if (state == GIT_REPOSITORY_STATE_NONE || state == GIT_REPOSITORY_STATE_BISECT)
    return TRUE;
  return gb_error_set (
    error, GB_ERROR_USAGE,
    "git is in the middle of a merge, rebase, cherry-pick or revert (git status tells "
    "which); nothing was changed. Finish or abort that first");
}

int
gb_branch_lock (GbRepository *repository, GError **error)
{
  if (!check_idle (repository, error))
    return -1;
  const char *folder = gb_repository_cache_folder (repository);
  g_autofree char *path = g_build_filename (folder, "publish.lock", NULL);
  gb_autofd fd = -1;
  if (g_mkdir_with_parents (folder, 0755) == 0)
    fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0) {
    (void)gb_error_set_errno (error, errno,
                              "nothing was changed, for the repository cannot be written", path);
    return -1;
  }
  if (flock (fd, LOCK_EX | LOCK_NB) != 0) {
    (void)gb_error_set (
      error, GB_ERROR_SYSTEM,
      "another publication is being made in this repository; nothing was changed, run "
      "this again when it is done");
    return -1;
  }
  int lock = fd;
  fd = -1;
  return lock;
}

/* ---- sending ---- */

gboolean
gb_branch_push (GbRepository *repository, const char *remote, const char *const *branches,
                gboolean *ret_behind, GError **error)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  const char *const start[]
    = { "git", "--git-dir", git_repository_path (gb_repository_git (repository)), "push" };
  for (guint i = 0; i < G_N_ELEMENTS (start); i++)
    g_ptr_array_add (argv, (gpointer)start[i]);
  /* Not every server knows it, and one branch does not need it. */
  if (branches[0] != NULL && branches[1] != NULL)
    g_ptr_array_add (argv, (gpointer) "--atomic");
  g_ptr_array_add (argv, (gpointer) "--");
  g_ptr_array_add (argv, (gpointer)remote);
  for (guint i = 0; branches[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer)branches[i]);
  g_ptr_array_add (argv, NULL);
  g_autoptr (GError) problem = NULL;
  if (gb_process_run ((const char *const *)argv->pdata, NULL, NULL, &problem))
    return TRUE;
  *ret_behind = strstr (problem->message, "(fetch first)") != NULL
                || strstr (problem->message, "(non-fast-forward)") != NULL;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
