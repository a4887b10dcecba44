#include "record/repository.h"

#include "base/file.h"
#include "record/object.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct _GbRepository {
  git_repository *git;
  char *prefix;
  char *cache_folder;
};

gboolean
gb_repository_fail (GError **error, int code, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  const git_error *last = git_error_last ();
  const char *why = last == NULL || last->message == NULL ? "git says nothing more" : last->message;
  const char *advice = "";
  if (code == GIT_ELOCKED)
    advice = "; another git command is running, or one was cut off: when none runs, delete the "
             "lock file and run this again";
  return gb_error_set (error, GB_ERROR_SYSTEM, "%s: %s%s", what, why, advice);
}

/* Once for the process.  git sparse-checkout leaves an extension that changes nothing for us and
 * that libgit2 1.5 would refuse. */
static void
start_library (void)
{
  static gsize started;
  if (!g_once_init_enter (&started))
    return;
  git_libgit2_init ();
  static const char *extensions[] = { "worktreeconfig" };
  git_libgit2_opts (GIT_OPT_SET_EXTENSIONS, extensions, G_N_ELEMENTS (extensions));
  /* A publication that git has acknowledged survives a power failure. */
  git_libgit2_opts (GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
  g_once_init_leave (&started, 1);
}

/* libgit2 before 1.6 says "not found" where it means that the repository belongs to somebody else
 * and no safe.directory is configured; only the class of the message tells. */
static gboolean
is_foreign (int code)
{
  const git_error *last = git_error_last ();
  return code == GIT_EOWNER
         || (code == GIT_ENOTFOUND && last != NULL && last->klass == GIT_ERROR_CONFIG);
}

static gboolean
fail_open (GError **error, int code, const char *folder)
{
  if (is_foreign (code)) {
    g_autofree char *full = realpath (folder, NULL);
    return gb_error_set (
      error, GB_ERROR_SYSTEM,
      "the git repository of %s belongs to another user; if you trust it, run: git config "
      "--global --add safe.directory %s",
      folder, full != NULL ? full : folder);
  }
  const git_error *last = git_error_last ();
  if (last != NULL && last->message != NULL && strstr (last->message, "objectformat") != NULL)
    return gb_error_set (
      error, GB_ERROR_SYSTEM,
      "the git repository of %s names its objects by SHA-256, which is not supported; "
      "keep the record in one made with: git init --object-format=sha1",
      folder);
  return gb_repository_fail (error, code, "the git repository of %s cannot be opened", folder);
}

static char *
find_prefix (git_repository *git, const char *folder)
{
  const char *worktree = git_repository_workdir (git);
  if (worktree == NULL)
    return g_strdup ("");
  char *real_folder = realpath (folder, NULL);
  char *real_worktree = realpath (worktree, NULL);
  char *prefix = NULL;
  if (real_folder != NULL && real_worktree != NULL
      && g_str_has_prefix (real_folder, real_worktree)) {
    const char *rest = real_folder + strlen (real_worktree);
    while (*rest == '/')
      rest++;
    prefix = *rest == '\0' ? g_strdup ("") : g_strconcat (rest, "/", NULL);
  }
  free (real_folder);
  free (real_worktree);
  return prefix != NULL ? prefix : g_strdup ("");
}

/* libgit2 says "not found" also of a repository that has lost its HEAD, or of a file .git that
 * leads nowhere; who took that for none would drop the record.  An empty .git is none.  @folder: a
 * full path, cut short here. */
static gboolean
is_damaged (char *folder)
{
  for (char *end = folder + strlen (folder); end != NULL && end != folder;
       end = strrchr (folder, '/')) {
    *end = '\0';
    g_autofree char *file = g_build_filename (folder, ".git", NULL);
    g_autoptr (GDir) inside = g_dir_open (file, 0, NULL);
    if (g_file_test (file, G_FILE_TEST_EXISTS)
        && (inside == NULL || g_dir_read_name (inside) != NULL)) {
      git_repository *git = NULL;
      int code = git_repository_open_ext (&git, folder, GIT_REPOSITORY_OPEN_NO_SEARCH, NULL);
      git_repository_free (git);
      return code < 0;
    }
  }
  return FALSE;
}

gboolean
gb_repository_find (const char *folder, GbRepository **ret_repository, GError **error)
{
  start_library ();
  *ret_repository = NULL;
  git_repository *git = NULL;
  int code = gb_object_open (folder, 0, &git);
  if (code == GIT_ENOTFOUND && !is_foreign (code)) {
    char *full = realpath (folder, NULL);
    gboolean is_none = full == NULL || !is_damaged (full);
    free (full);
    if (is_none)
      return TRUE;
  }
  if (code < 0)
    return fail_open (error, code, folder);
  GbRepository *repository = *ret_repository = g_new0 (GbRepository, 1);
  repository->git = git;
  repository->prefix = find_prefix (git, folder);
  repository->cache_folder = g_build_filename (git_repository_commondir (git), "gongbao", NULL);
  return TRUE;
}

void
gb_repository_free (GbRepository *repository)
{
  if (repository == NULL)
    return;
  git_repository_free (repository->git);
  g_free (repository->prefix);
  g_free (repository->cache_folder);
  g_free (repository);
}

git_repository *
gb_repository_git (GbRepository *repository)
{
  return repository->git;
}

const char *
gb_repository_prefix (const GbRepository *repository)
{
  return repository->prefix;
}

gboolean
gb_repository_is_shallow (const GbRepository *repository)
{
  /* libgit2 looks for it where a linked worktree does not have it. */
  g_autofree char *file
    = g_build_filename (git_repository_commondir (repository->git), "shallow", NULL);
  struct stat info;
  return stat (file, &info) == 0 && info.st_size > 0;
}

static int
find_promisor (const git_config_entry *entry, gpointer data)
{
  int is = 0;
  if (g_str_has_prefix (entry->name, "remote.") && g_str_has_suffix (entry->name, ".promisor")
      && git_config_parse_bool (&is, entry->value) == 0 && is)
    *(gboolean *)data = TRUE;
  return 0;
}

gboolean
gb_repository_is_partial (const GbRepository *repository)
{
  git_config *config = NULL;
  gboolean is = FALSE;
  if (git_repository_config (&config, repository->git) == 0)
    (void)git_config_foreach (config, find_promisor, &is);
  git_config_free (config);
  return is;
}

const char *
gb_repository_advice (const GbRepository *repository)
{
  if (gb_repository_is_shallow (repository))
    return "this is a shallow clone, which lacks a part of the history; run: git fetch --unshallow";
  if (gb_repository_is_partial (repository))
    return "this is a partial clone, which lacks objects; run: git fetch --refetch --no-filter, or "
           "clone it whole";
  return "if an object is missing or damaged here, git fsck --full names it, and a new clone may "
         "have it";
}

gboolean
gb_repository_is_bare (const GbRepository *repository)
{
  return git_repository_is_bare (repository->git) == 1;
}

const char *
gb_repository_worktree (const GbRepository *repository)
{
  return git_repository_workdir (repository->git);
}

const char *
gb_repository_cache_folder (const GbRepository *repository)
{
  return repository->cache_folder;
}

void
gb_repository_forget_cache (GbRepository *repository)
{
  g_clear_pointer (&repository->cache_folder, g_free);
}

/* Whether @revision is a branch or a tag whose object is missing: libgit2's error then says so. */
static gboolean
is_dangling (git_repository *git, const char *revision)
{
  git_reference *reference = NULL;
  git_commit *commit = NULL;
  gboolean is = git_reference_dwim (&reference, git, revision) == 0
                && gb_object_commit (git, git_reference_target (reference), &commit) < 0;
  git_commit_free (commit);
  git_reference_free (reference);
  return is;
}

gboolean
gb_repository_resolve (GbRepository *repository, const char *revision, char ret_id[GB_OID_LENGTH],
                       GError **error)
{
  git_object *object = NULL;
  git_object *commit = NULL;
  int code = git_revparse_single (&object, repository->git, revision);
  gboolean is_unknown = code == GIT_ENOTFOUND && !is_dangling (repository->git, revision);
  if (code == 0)
    code = git_object_peel (&commit, object, GIT_OBJECT_COMMIT);
  if (code == 0)
    git_oid_tostr (ret_id, GB_OID_LENGTH, git_object_id (commit));
  git_object_free (commit);
  git_object_free (object);
  if (code == 0)
    return TRUE;
  if (!is_unknown && code != GIT_EINVALIDSPEC)
    return gb_repository_fail (error, code, "'%s' cannot be read", revision);
  return gb_error_set (error, GB_ERROR_USAGE, "git knows no commit '%s' here%s", revision,
                       gb_repository_is_shallow (repository)
                         ? "; this is a shallow clone: git fetch --unshallow brings the rest"
                         : "");
}

/* Whether the tree of HEAD can be read, or @all of its folders: libgit2 takes one that is missing
 * for an empty one, and of objects that it cannot read it does not say which they are. */
static int
check_head (git_repository *git, gboolean all)
{
  git_oid id;
  git_commit *commit = NULL;
  git_tree *tree = NULL;
  if (git_reference_name_to_id (&id, git, "HEAD") < 0)
    return 0;
  int code = gb_object_commit (git, &id, &commit);
  if (code == 0)
    code = all ? gb_object_check (git, git_commit_tree_id (commit))
               : gb_object_tree (git, git_commit_tree_id (commit), &tree);
  git_tree_free (tree);
  git_commit_free (commit);
  return code;
}

GPtrArray *
gb_repository_changed (GbRepository *repository, const char *const *folders, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  if (gb_repository_is_bare (repository))
    return g_steal_pointer (&paths);
  g_autoptr (GPtrArray) below = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; folders[i] != NULL; i++)
    g_ptr_array_add (below, g_strconcat (repository->prefix, folders[i], NULL));
  git_status_options options = GIT_STATUS_OPTIONS_INIT;
  options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
  options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS
                  | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH | GIT_STATUS_OPT_EXCLUDE_SUBMODULES;
  options.pathspec = (git_strarray){ (char **)below->pdata, below->len };
  git_status_list *list = NULL;
  int code = check_head (repository->git, FALSE);
  if (code == 0)
    code = git_status_list_new (&list, repository->git, &options);
  if (code < 0) {
    gb_repository_fail (error, code, "git cannot say what has changed");
    if (check_head (repository->git, TRUE) < 0) {
      g_clear_error (error);
      gb_repository_fail (error, code, "git cannot say what has changed");
    }
    return NULL;
  }
  for (gsize i = 0; i < git_status_list_entrycount (list); i++) {
    const git_status_entry *entry = git_status_byindex (list, i);
    const git_diff_delta *delta
      = entry->index_to_workdir != NULL ? entry->index_to_workdir : entry->head_to_index;
    const char *path = delta->new_file.path != NULL ? delta->new_file.path : delta->old_file.path;
    if (entry->status != GIT_STATUS_CURRENT && g_str_has_prefix (path, repository->prefix))
      g_ptr_array_add (paths, g_strdup (path + strlen (repository->prefix)));
  }
  git_status_list_free (list);
  gb_file_sort (paths);
  return g_steal_pointer (&paths);
}

GPtrArray *
gb_repository_uncommitted (GbRepository *repository, GError **error)
{
  static const char *const folders[] = { "content", "templates", NULL };
  return gb_repository_changed (repository, folders, error);
}

gboolean
gb_repository_entry (GbRepository *repository, const char *commit, const char *path,
                     char ret_id[GB_OID_LENGTH], GError **error)
{
  GbObjectEntry entry;
  int code = gb_object_find_in (repository->git, commit, path, &entry);
  if (code != 0)
    return gb_repository_fail (error, code, "commit %.12s cannot be read at %s", commit, path);
  if (entry.mode == GIT_FILEMODE_UNREADABLE)
    ret_id[0] = '\0';
  else
    git_oid_tostr (ret_id, GB_OID_LENGTH, &entry.id);
  return TRUE;
}

gboolean
gb_repository_parent (GbRepository *repository, const char *commit, char ret_parent[GB_OID_LENGTH],
                      guint *ret_n, GError **error)
{
  git_commit *object = NULL;
  int code = gb_object_commit_of (repository->git, commit, &object);
  if (code < 0)
    return gb_repository_fail (error, code, "commit %.12s cannot be read", commit);
  *ret_n = git_commit_parentcount (object);
  ret_parent[0] = '\0';
  if (*ret_n > 0)
    git_oid_tostr (ret_parent, GB_OID_LENGTH, git_commit_parent_id (object, 0));
  git_commit_free (object);
  return TRUE;
}

gboolean
gb_repository_would_add (GbRepository *repository, const char *path, char ret_id[GB_OID_LENGTH],
                         GError **error)
{
  git_oid id;
  int code = git_repository_hashfile (&id, repository->git, path, GIT_OBJECT_BLOB, NULL);
  if (code < 0)
    return gb_repository_fail (error, code, "%s cannot be hashed as git would add it", path);
  git_oid_tostr (ret_id, GB_OID_LENGTH, &id);
  return TRUE;
}

gboolean
gb_repository_is_left_out (GbRepository *repository, const char *path, gboolean *ret_is,
                           GError **error)
{
  git_index *index = NULL;
  int code = git_repository_index (&index, repository->git);
  if (code < 0)
    return gb_repository_fail (error, code, "git's index cannot be read");
  const git_index_entry *entry = git_index_get_bypath (index, path, 0);
  *ret_is = git_index_entrycount (index) == 0
            || (entry != NULL && (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0);
  git_index_free (index);
  return TRUE;
}

gboolean
gb_repository_trusts_modes (GbRepository *repository)
{
  git_config *config = NULL;
  int trusts = 1;
  if (git_repository_config (&config, repository->git) == 0)
    (void)git_config_get_bool (&trusts, config, "core.filemode");
  git_config_free (config);
  return trusts != 0;
}

void
gb_repository_hash (git_object_t type, const char *bytes, gsize length, git_oid *ret_id)
{
  char head[32];
  int head_length
    = g_snprintf (head, sizeof head, "%s %" G_GSIZE_FORMAT, git_object_type2string (type), length);
  EVP_MD_CTX *sum = EVP_MD_CTX_new ();
  if (sum == NULL || EVP_DigestInit_ex (sum, EVP_sha1 (), NULL) != 1
      || EVP_DigestUpdate (sum, head, (gsize)head_length + 1) != 1
      || EVP_DigestUpdate (sum, bytes, length) != 1
      || EVP_DigestFinal_ex (sum, ret_id->id, NULL) != 1)
    g_error ("libcrypto does not know SHA-1");
  EVP_MD_CTX_free (sum);
}

char *
gb_repository_read (git_odb *odb, const char *blob, gsize *ret_length, GError **error)
{
  git_oid id;
  git_odb_object *object = NULL;
  int code = git_oid_fromstr (&id, blob);
  if (code == 0)
    code = gb_object_read (odb, &id, &object);
  if (code < 0) {
    gb_repository_fail (error, code, "what is on record cannot be read");
    return NULL;
  }
  gsize length = git_odb_object_size (object);
  char *bytes = g_malloc (length + 1);
  memcpy (bytes, git_odb_object_data (object), length);
  bytes[length] = '\0';
  git_odb_object_free (object);
  if (ret_length != NULL)
    *ret_length = length;
  return bytes;
}

char *
gb_repository_blob (GbRepository *repository, const char *blob, gsize *ret_length, GError **error)
{
  git_odb *odb = NULL;
  int code = git_repository_odb (&odb, repository->git);
  if (code < 0) {
    gb_repository_fail (error, code, "the objects of the repository cannot be read");
    return NULL;
  }
  char *bytes = gb_repository_read (odb, blob, ret_length, error);
  git_odb_free (odb);
  return bytes;
}

/* ---- the commit that last changed what is published ---- */

typedef struct {
  git_oid content;
  git_oid templates;
} Sources;

/* Zero where there is none. */
static int
find_folder (const GbRepository *repository, const git_commit *commit, const char *name,
             git_oid *ret_id)
{
  g_autofree char *path = g_strconcat (repository->prefix, name, NULL);
  GbObjectEntry entry = { .mode = GIT_FILEMODE_UNREADABLE };
  int code = gb_object_find (repository->git, git_commit_tree_id (commit), path, &entry);
  *ret_id = entry.id;
  return code;
}

static int
find_sources (const GbRepository *repository, const git_commit *commit, Sources *ret_sources)
{
  int code = find_folder (repository, commit, "content", &ret_sources->content);
  return code < 0 ? code : find_folder (repository, commit, "templates", &ret_sources->templates);
}

static gboolean
is_boundary (const GbRepository *repository, const git_oid *parent)
{
  git_odb *odb = NULL;
  gboolean is = gb_repository_is_shallow (repository)
                && git_repository_odb (&odb, repository->git) == 0
                && git_odb_exists (odb, parent) == 0;
  git_odb_free (odb);
  return is;
}

/* The first parent of @commit with the same sources, or NULL; a parent that a shallow clone lacks
 * is none. */
static int
find_same_parent (const GbRepository *repository, const git_commit *commit, const Sources *sources,
                  git_commit **ret_parent)
{
  *ret_parent = NULL;
  for (guint i = 0; i < git_commit_parentcount (commit); i++) {
    git_commit *parent = NULL;
    Sources theirs;
    const git_oid *id = git_commit_parent_id (commit, i);
    if (is_boundary (repository, id))
      continue;
    int code = gb_object_commit (repository->git, id, &parent);
    if (code == 0)
      code = find_sources (repository, parent, &theirs);
    if (code == 0 && git_oid_equal (&theirs.content, &sources->content)
        && git_oid_equal (&theirs.templates, &sources->templates)) {
      *ret_parent = parent;
      return 0;
    }
    git_commit_free (parent);
    if (code < 0)
      return code;
  }
  return 0;
}

gboolean
gb_repository_source (GbRepository *repository, const char *commit, char ret_source[GB_OID_LENGTH],
                      GError **error)
{
  git_commit *at = NULL;
  Sources sources;
  int code = gb_object_commit_of (repository->git, commit, &at);
  if (code == 0)
    code = find_sources (repository, at, &sources);
  while (code == 0) {
    git_commit *parent;
    code = find_same_parent (repository, at, &sources, &parent);
    if (code < 0 || parent == NULL)
      break;
    git_commit_free (at);
    at = parent;
  }
  if (code == 0)
    git_oid_tostr (ret_source, GB_OID_LENGTH, git_commit_id (at));
  git_commit_free (at);
  return code == 0 || gb_repository_fail (error, code, "the history of %s cannot be read", commit);
}
