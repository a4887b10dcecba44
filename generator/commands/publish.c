/* gongbao publish: what is committed becomes a publication, all at once or not at all. */
#include "base/file.h"
#include "commands/announcement.h"
#include "commands/edition.h"
#include "commands/placement.h"
#include "record/branch.h"
#include "record/check_out.h"
#include "record/commit_tree.h"
#include "record/store.h"

#include <glib/gprintf.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Paths named in a message before the rest is only counted. */
#define NAMED_MAX 10

typedef struct {
  GbWorkspaceOptions workspace;
  char *note;
  gboolean editorial;
  gboolean sign;
  char *remote;
} Options;

static void
options_clear (Options *options)
{
  gb_workspace_options_clear (&options->workspace);
  g_free (options->note);
  g_free (options->remote);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* One publication being made. */
typedef struct {
  const Options *options;
  GbRepository *repository;
  int lock;   /* -1: not held */
  char *head; /* the branch HEAD is on */
  char head_tip[GB_OID_LENGTH];
  GPtrArray *recorded;             /* content committed here, from the root of the tree */
  GPtrArray *differing;            /* of site/ in the work tree, below the prefix */
  char content_tip[GB_OID_LENGTH]; /* the commit with all content: HEAD's, or one made here */
  char source[GB_OID_LENGTH];
  GbWorkspace workspace;
  GbPlacement placement;
  GbEdition edition;
  GbArena *arena;
  GbTree *site;                    /* what the branch holds of it; NULL: it has no commit yet */
  const GbManifest *manifest;      /* the manifest in that, or NULL */
  gboolean is_owed;                /* that manifest is not the one of the last publication */
  GPtrArray *altered;              /* paths of the site that other commits changed since then */
  GPtrArray *put_back;             /* those that lie in the work tree otherwise than published */
  GPtrArray *left;                 /* those that lie there though no publication put them there */
  GbStore *store;                  /* of the site's branch */
  GMutex mutex;                    /* of changed */
  GPtrArray *changed;              /* paths of the site, from the root of the tree */
  char publication[GB_OID_LENGTH]; /* the commit; "" until it is made */
} Publishing;

static void
publishing_clear (Publishing *publishing)
{
  g_clear_pointer (&publishing->store, gb_store_free);
  g_clear_pointer (&publishing->site, gb_tree_free);
  gb_edition_clear (&publishing->edition);
  gb_workspace_clear (&publishing->workspace);
  gb_placement_clear (&publishing->placement);
  g_clear_pointer (&publishing->changed, g_ptr_array_unref);
  g_clear_pointer (&publishing->recorded, g_ptr_array_unref);
  g_clear_pointer (&publishing->differing, g_ptr_array_unref);
  g_clear_pointer (&publishing->altered, g_ptr_array_unref);
  g_clear_pointer (&publishing->put_back, g_ptr_array_unref);
  g_clear_pointer (&publishing->left, g_ptr_array_unref);
  g_clear_pointer (&publishing->arena, gb_arena_free);
  g_clear_pointer (&publishing->head, g_free);
  gb_file_close (&publishing->lock);
  g_clear_pointer (&publishing->repository, gb_repository_free);
  g_mutex_clear (&publishing->mutex);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Publishing, publishing_clear)

/* "a, b and 3 more" of sorted paths. */
static char *
name_some (const GPtrArray *paths)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < MIN (paths->len, NAMED_MAX); i++)
    g_string_append_printf (text, "\n  %s", (const char *)paths->pdata[i]);
  if (paths->len > NAMED_MAX)
    g_string_append_printf (text, "\n  and %u more", paths->len - NAMED_MAX);
  return g_string_free (text, FALSE);
}

/* ---- the source ---- */

static gboolean
open_repository (Publishing *publishing, GError **error)
{
  const char *folder = publishing->workspace.folder;
  if (!gb_repository_find (folder, &publishing->repository, error))
    return FALSE;
  if (publishing->repository == NULL)
    return gb_error_set (error, GB_ERROR_USAGE,
                         "%s is in no git repository, and a publication is a commit; run: git init",
                         folder);
  if (gb_repository_is_shallow (publishing->repository))
    return gb_error_set (
      error, GB_ERROR_USAGE,
      "this is a shallow clone: pages published from it would lose their history. Nothing "
      "was changed; run: git fetch --unshallow");
  publishing->lock = gb_branch_lock (publishing->repository, error);
  if (publishing->lock < 0)
    return FALSE;
  publishing->head = gb_branch_head (publishing->repository, publishing->head_tip, error);
  return publishing->head != NULL;
}

/* One file of the work tree, as it lies there. */
static gboolean
put_content (Publishing *publishing, GbStore *store, const char *path, const char *full_path,
             GError **error)
{
  g_autofree char *file
    = g_build_filename (gb_repository_worktree (publishing->repository), full_path, NULL);
  struct stat info;
  if (lstat (file, &info) != 0) {
    gb_store_remove (store, full_path);
    return TRUE;
  }
  if (!S_ISREG (info.st_mode))
    return gb_error_set (
      error, GB_ERROR_CONTENT,
      "%s: this is no ordinary file, so it cannot be on record; nothing was changed", path);
  g_autoptr (GbArena) arena = gb_arena_new ();
  gsize length;
  const char *bytes = gb_tree_read (publishing->workspace.content, path, 0, arena, &length, error);
  if (bytes == NULL)
    return FALSE;
  gb_store_put_as (store, full_path, bytes, length, (info.st_mode & S_IXUSR) != 0);
  return TRUE;
}

/* What is not committed yet becomes a commit of its own, which nothing refers to yet. */
static gboolean
commit_content (Publishing *publishing, const GPtrArray *paths, GError **error)
{
  const char *tip = publishing->head_tip[0] == '\0' ? NULL : publishing->head_tip;
  const char *prefix = gb_repository_prefix (publishing->repository);
  g_autoptr (GbStore) store = gb_store_new (publishing->repository, tip, error);
  if (store == NULL)
    return FALSE;
  g_autoptr (GbTree) folder = gb_tree_of_folder (publishing->workspace.folder);
  publishing->workspace.content = folder;
  gboolean done = TRUE;
  for (guint i = 0; done && i < paths->len; i++) {
    char *full = g_strconcat (prefix, paths->pdata[i], NULL);
    g_ptr_array_add (publishing->recorded, full);
    done = put_content (publishing, store, paths->pdata[i], full, error);
  }
  publishing->workspace.content = NULL;
  g_autoptr (GString) message
    = gb_announcement_of_content (publishing->options->note, publishing->options->editorial);
  const char *parents[] = { tip, NULL };
  const GbCommitOptions options = { parents, message->str, publishing->options->sign };
  return done && gb_store_commit (store, &options, publishing->content_tip, error);
}

/* What differs in the work tree: @paths of content and templates; what is in the site is kept.  Git
 * is asked for all of it at once, because it goes through its whole index each time. */
static gboolean
look_around (Publishing *publishing, GPtrArray *paths, GError **error)
{
  static const char *const folders[] = { "content", "site", "templates", NULL };
  publishing->differing = gb_repository_changed (publishing->repository, folders, error);
  if (publishing->differing == NULL)
    return FALSE;
  for (guint i = publishing->differing->len; i-- > 0;)
    if (!g_str_has_prefix (publishing->differing->pdata[i], "site"))
      g_ptr_array_add (paths, g_ptr_array_steal_index (publishing->differing, i));
    else if (!g_str_has_prefix (publishing->differing->pdata[i], "site/"))
      g_ptr_array_remove_index (publishing->differing, i);
  gb_file_sort (paths);
  return TRUE;
}

static gboolean
settle_content (Publishing *publishing, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  if (!look_around (publishing, paths, error))
    return FALSE;
  g_strlcpy (publishing->content_tip, publishing->head_tip, sizeof publishing->content_tip);
  if (paths->len > 0 && publishing->options->note == NULL) {
    g_autofree char *named = name_some (paths);
    return gb_error_set (
      error, GB_ERROR_USAGE,
      "not committed yet:%s\nNothing was changed. Say what this is with -m \"…\" and it is "
      "committed with the publication, or commit it yourself",
      named);
  }
  if (paths->len > 0 && !commit_content (publishing, paths, error))
    return FALSE;
  if (publishing->content_tip[0] == '\0')
    return gb_error_set (error, GB_ERROR_USAGE,
                         "there is no folder content/ in %s, so this is no publication",
                         publishing->workspace.folder);
  return gb_repository_source (publishing->repository, publishing->content_tip, publishing->source,
                               error);
}

/* ---- the publication before ---- */

/* The branch that the site goes to; the new commit comes after @ret_before ("": none). */
static gboolean
find_place (Publishing *publishing, const char **ret_before, GError **error)
{
  const GbPublishing *wanted = publishing->workspace.model->site->publish;
  GbPlacement *placement = &publishing->placement;
  if (!gb_placement_find (placement, publishing->repository, wanted == NULL ? NULL : wanted->branch,
                          error))
    return FALSE;
  if (placement->own
      && (strcmp (placement->branch, publishing->head) == 0
          || gb_branch_is_checked_out (publishing->repository, placement->branch)))
    return gb_error_set (
      error, GB_ERROR_USAGE,
      "the site goes to %s (publish.branch of content/site.yaml), which is checked out; "
      "nothing was changed. Check out another branch there",
      placement->branch);
  *ret_before = placement->own ? placement->tip : publishing->content_tip;
  return TRUE;
}

static char *
site_path (const Publishing *publishing, const char *path)
{
  const char *folder = publishing->placement.folder;
  return folder[0] == '\0' ? g_strdup (path) : g_strconcat (folder, "/", path, NULL);
}

/* The files of @tree that @other lacks or, where @all, has otherwise. */
static gboolean
add_altered (Publishing *publishing, GbTree *tree, GbTree *other, gboolean all, GError **error)
{
  g_autoptr (GArray) files = gb_tree_files (tree, "", TRUE, publishing->arena, error);
  for (guint i = 0; files != NULL && i < files->len; i++) {
    const char *path = g_array_index (files, GbItem, i).name;
    char ours[GB_OID_LENGTH] = "", theirs[GB_OID_LENGTH] = "";
    gboolean is_same = gb_commit_tree_find (tree, path, ours)
                       && gb_commit_tree_find (other, path, theirs) && strcmp (ours, theirs) == 0;
    if (all ? !is_same : gb_tree_kind (other, path) == GB_ITEM_NONE)
      g_ptr_array_add (publishing->altered, site_path (publishing, path));
  }
  return files != NULL;
}

/* What the site's branch holds now is not always what the last publication put there: somebody may
 * have committed to it since. */
static gboolean
find_altered (Publishing *publishing, const char *before, const GbPublication *last, GError **error)
{
  char ours[GB_OID_LENGTH], theirs[GB_OID_LENGTH];
  const char *folder = publishing->placement.folder;
  if (!gb_repository_entry (publishing->repository, before, folder, ours, error)
      || !gb_repository_entry (publishing->repository, last->id, folder, theirs, error))
    return FALSE;
  if (strcmp (ours, theirs) == 0)
    return TRUE;
  g_autoptr (GbTree) published
    = gb_commit_tree_new_at (publishing->repository, last->id, folder, error);
  if (published == NULL || !add_altered (publishing, publishing->site, published, TRUE, error)
      || !add_altered (publishing, published, publishing->site, FALSE, error))
    return FALSE;
  gb_file_sort (publishing->altered);
  return TRUE;
}

/* The edition has read the manifest already where it is that of the last publication. */
static gboolean
read_manifest (Publishing *publishing, const char *before, const GbPublication *last,
               GError **error)
{
  const GbEdition *edition = &publishing->edition;
  g_autofree char *path = site_path (publishing, GB_MANIFEST);
  char blob[GB_OID_LENGTH];
  if (!gb_repository_entry (publishing->repository, before, path, blob, error))
    return FALSE;
  publishing->is_owed = last == NULL || strcmp (blob, edition->before_blob) != 0
                        || strcmp (edition->before_hash, last->manifest) != 0;
  publishing->manifest = edition->before;
  if (blob[0] == '\0' || strcmp (blob, edition->before_blob) == 0)
    return TRUE;
  gsize length;
  g_autofree char *text = gb_repository_blob (publishing->repository, blob, &length, error);
  if (text == NULL)
    return FALSE;
  publishing->manifest = gb_manifest_parse (publishing->arena, text, length, NULL);
  return TRUE;
}

static gboolean
read_before (Publishing *publishing, const char *before, GError **error)
{
  const GbRecord *record = publishing->edition.record;
  guint n = gb_record_n_publications (record);
  const GbPublication *last = n == 0 ? NULL : gb_record_publication (record, n - 1);
  publishing->is_owed = TRUE;
  if (before[0] == '\0')
    return TRUE;
  publishing->site
    = gb_commit_tree_new_at (publishing->repository, before, publishing->placement.folder, error);
  return publishing->site != NULL && read_manifest (publishing, before, last, error)
         && (last == NULL || find_altered (publishing, before, last, error));
}

/* ---- the files ---- */

static void
note_changed (Publishing *publishing, char *path)
{
  g_mutex_lock (&publishing->mutex);
  g_ptr_array_add (publishing->changed, path);
  g_mutex_unlock (&publishing->mutex);
}

/* No manifest is believed: what counts is what the branch holds. */
static gboolean
is_there (const Publishing *publishing, const GbManifestFile *file, const GString *bytes)
{
  char theirs[GB_OID_LENGTH];
  git_oid id;
  if (publishing->site == NULL || !gb_commit_tree_find (publishing->site, file->path, theirs))
    return FALSE;
  gb_repository_hash (GIT_OBJECT_BLOB, bytes->str, bytes->len, &id);
  return git_oid_streq (&id, theirs) == 0;
}

static gboolean
take_file (gpointer sink, const GbManifestFile *file, const GString *bytes,
           G_GNUC_UNUSED GError **error)
{
  Publishing *publishing = sink;
  if (is_there (publishing, file, bytes))
    return TRUE;
  char *path = site_path (publishing, file->path);
  gb_store_put (publishing->store, path, bytes->str, bytes->len);
  note_changed (publishing, path);
  return TRUE;
}

static gboolean
names (const GbManifest *manifest, const char *path)
{
  return manifest != NULL && gb_manifest_file (manifest, path) != NULL;
}

/* What the branch holds besides: what was published goes, and nothing may lie in the site that no
 * publication put there, because it would look like one. */
static gboolean
settle_rest (Publishing *publishing, const GbManifest *manifest, GError **error)
{
  if (publishing->site == NULL)
    return TRUE;
  g_autoptr (GPtrArray) strays = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) files = gb_tree_files (publishing->site, "", TRUE, publishing->arena, error);
  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++) {
    const char *path = g_array_index (files, GbItem, i).name;
    if (strcmp (path, GB_MANIFEST) == 0 || names (manifest, path))
      continue;
    char *full = site_path (publishing, path);
    if (names (publishing->manifest, path) || names (publishing->edition.before, path)) {
      gb_store_remove (publishing->store, full);
      note_changed (publishing, full);
    } else {
      g_ptr_array_add (strays, full);
    }
  }
  if (strays->len == 0)
    return TRUE;
  g_autofree char *named = name_some (strays);
  return gb_error_set (
    error, GB_ERROR_USAGE,
    "the site holds files that no publication put there:%s\nNothing was changed. Take them "
    "away with: git rm",
    named);
}

/* A published address is never dropped. */
static gboolean
refuse_vanishing (const GPtrArray *paths, GError **error)
{
  if (paths->len == 0)
    return TRUE;
  g_autofree char *named = name_some (paths);
  return gb_error_set (
    error, GB_ERROR_CONTENT,
    "these addresses were published and would vanish:%s\nNothing was changed. Bring back "
    "what they show, or name them in content/addresses.yaml, under 'moved' with the new "
    "address or under 'withdrawn' with date and reason",
    named);
}

/* ---- the commit ---- */

static gboolean
commit_site (Publishing *publishing, const char *before, const GbManifest *manifest,
             const GbManifestChanges *changes, char ret_hash[GB_HASH_LENGTH], GError **error)
{
  g_autoptr (GString) text = gb_manifest_write (manifest);
  const GbAnnouncementFacts facts = {
    .note = publishing->options->note,
    .source = publishing->source,
    .manifest_hash = gb_hash_sha256 (text->str, text->len, ret_hash),
    .first = gb_record_n_publications (publishing->edition.record) == 0,
    .manifest = manifest,
    .changes = *changes,
    .n_pages = publishing->changed->len,
    .n_restored = publishing->altered->len,
  };
  g_autoptr (GString) message = gb_announcement_of_publication (&publishing->edition, &facts);
  char *path = site_path (publishing, GB_MANIFEST);
  gb_store_put (publishing->store, path, text->str, text->len);
  note_changed (publishing, path);
  const char *parents[] = { before[0] == '\0' ? NULL : before, NULL };
  const GbCommitOptions options = { parents, message->str, publishing->options->sign };
  return gb_store_commit (publishing->store, &options, publishing->publication, error);
}

/* ---- the work tree ---- */

/* Whether the work tree holds at @path an ordinary file with the SHA-256 @hash.  Nothing else is
 * opened. */
static gboolean
lies_there (const Publishing *publishing, const char *path, const char *hash)
{
  g_autofree char *full
    = g_build_filename (gb_repository_worktree (publishing->repository), path, NULL);
  struct stat info;
  gsize length;
  if (lstat (full, &info) != 0 || !S_ISREG (info.st_mode) || (info.st_mode & S_IXUSR) != 0)
    return FALSE;
  g_autofree char *bytes = gb_file_read (full, 0, &length, NULL);
  char actual[GB_HASH_LENGTH];
  return bytes != NULL && strcmp (gb_hash_sha256 (bytes, length, actual), hash) == 0;
}

/* Files of the site that git sees differ in the work tree, although the publication may not have
 * changed them.  Where nothing was published before, none of them is otherwise than published.
 * @hash: of the manifest that is shown. */
static void
settle_differing (Publishing *publishing, const GbManifest *manifest, const char *hash)
{
  for (guint i = 0; !publishing->placement.own && i < publishing->differing->len; i++) {
    const char *path = (const char *)publishing->differing->pdata[i] + strlen ("site/");
    const GbManifestFile *file = gb_manifest_file (manifest, path);
    gboolean is_manifest = strcmp (path, GB_MANIFEST) == 0;
    g_autofree char *full = site_path (publishing, path);
    if (file != NULL || is_manifest) {
      if (gb_record_n_publications (publishing->edition.record) > 0
          && !lies_there (publishing, full, is_manifest ? hash : file->hash))
        g_ptr_array_add (publishing->put_back, g_strdup (full));
      note_changed (publishing, g_steal_pointer (&full));
    } else if (publishing->site == NULL || gb_tree_kind (publishing->site, path) == GB_ITEM_NONE) {
      g_ptr_array_add (publishing->left, g_steal_pointer (&full));
    }
  }
}

/* The branch that HEAD is on goes to @tip, with work tree and index.  It is moved last; where
 * anything fails, the work tree goes back to what the branch shows. */
static gboolean
show_in_head (Publishing *publishing, const char *tip, GError **error)
{
  GbRepository *repository = publishing->repository;
  const GPtrArray *written = publishing->placement.own ? NULL : publishing->changed;
  gboolean is_moved = strcmp (tip, publishing->head_tip) != 0;
  if (!is_moved && (written == NULL || written->len == 0))
    return TRUE;
  if (gb_check_out_paths (repository, tip, publishing->store, written, publishing->recorded, error)
      && (!is_moved
          || gb_branch_move (repository, publishing->head, publishing->head_tip, tip,
                             "gongbao publish", error)))
    return TRUE;
  char old[GB_OID_LENGTH];
  if (gb_branch_tip (repository, publishing->head, old, NULL) && old[0] != '\0')
    (void)gb_check_out_paths (repository, old, NULL, written, NULL, NULL);
  return FALSE;
}

static gboolean
show (Publishing *publishing, GError **error)
{
  const GbPlacement *placement = &publishing->placement;
  gboolean is_new = publishing->publication[0] != '\0';
  return show_in_head (
           publishing,
           is_new && !placement->own ? publishing->publication : publishing->content_tip, error)
         && (!is_new || !placement->own
             || gb_branch_move (publishing->repository, placement->branch, placement->tip,
                                publishing->publication, "gongbao publish", error));
}

static void
print_paths (const char *what, const GPtrArray *paths)
{
  if (paths->len == 0)
    return;
  g_autofree char *named = name_some (paths);
  g_fprintf (stderr, "%s:%s\n", what, named);
}

/* What was not as published, so that nobody believes it had been. */
static void
print_mended (const Publishing *publishing)
{
  print_paths ("Other commits changed these files of the site since the last publication; they are "
               "again as their source gives them",
               publishing->altered);
  print_paths ("These files of the site lay in the work tree otherwise than published (a preview "
               "by 'gongbao build', or somebody's change); they are as published now",
               publishing->put_back);
  print_paths (
    "These files lie in the site, but no publication put them there; whoever serves this "
    "folder shows them as well. They were left: take them away unless you need them",
    publishing->left);
}

static void
print_summary (const Publishing *publishing, const GbManifest *manifest,
               const GbManifestChanges *changes, guint n_pages)
{
  char day[GB_DATE_LENGTH];
  g_print (
    "%.12s: published as of %s: %u texts changed, %u statuses changed, %u pages re-rendered\n",
    publishing->publication, gb_date_format (manifest->as_of, day), changes->n_texts,
    changes->n_statuses, n_pages);
  const GbManifest *before = publishing->edition.before;
  if (before != NULL && manifest->as_of < before->as_of)
    g_fprintf (stderr,
               "This goes back in time: the publication before it is as of %s. If that was not "
               "meant, publish again with the right --as-of.\n",
               gb_date_format (before->as_of, day));
  if (manifest->turns != GB_DATE_NONE)
    g_print ("The next status changes on %s: publish again that day.\n",
             gb_date_format (manifest->turns, day));
}

/* What to do where somebody else has sent something before: a publication that nobody has seen is
 * taken back and made anew from what both wrote. */
static char *
advise_merge (const Publishing *publishing)
{
  const char *remote = publishing->options->remote;
  const char *content = publishing->head + strlen ("refs/heads/");
  g_autoptr (GString) text = g_string_new ("It has commits that are not here. Run:");
  if (publishing->placement.own) {
    const char *site = publishing->placement.branch + strlen ("refs/heads/");
    g_string_append_printf (text, "\n  git fetch %s +%s:%s", remote, site, site);
  } else if (publishing->publication[0] != '\0') {
    g_string_append (text, "\n  git reset --keep HEAD~1");
  }
  g_string_append_printf (text,
                          "\n  git pull --no-rebase --no-edit %s %s\n  gongbao publish --push %s",
                          remote, content, remote);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The site is no proof without the content it was made from: both go, also where an earlier run
 * could not send them. */
static gboolean
push (const Publishing *publishing, GError **error)
{
  const char *remote = publishing->options->remote;
  const char *branches[] = { publishing->head, NULL, NULL };
  if (publishing->placement.own)
    branches[1] = publishing->placement.branch;
  gboolean is_behind;
  g_autoptr (GError) problem = NULL;
  if (gb_branch_push (publishing->repository, remote, branches, &is_behind, &problem))
    return TRUE;
  g_autofree char *advice
    = is_behind ? advise_merge (publishing)
                : g_strdup_printf ("Once that is mended, run: gongbao publish --push %s", remote);
  return gb_error_set (error, GB_ERROR_SYSTEM,
                       "the publication stands here, but nothing was sent to %s: %s\n%s", remote,
                       problem->message, advice);
}

/* Makes the site and its commit; FALSE with @error, or after having said what is wrong with the
 * content, which @ret_status then is. */
static gboolean
publish (Publishing *publishing, int *ret_status, GError **error)
{
  const char *before = NULL;
  GbEdition *edition = &publishing->edition;
  GbTree *tree = gb_commit_tree_new (publishing->repository, publishing->source, error);
  if (tree == NULL || !gb_workspace_read (&publishing->workspace, tree, error)
      || !gb_commit_tree_check (tree, error)
      || !gb_edition_start (edition, &publishing->workspace, error))
    return FALSE;
  if (gb_workspace_has_errors (&publishing->workspace)) {
    gb_workspace_report (&publishing->workspace, TRUE);
    g_fprintf (stderr, "gongbao: nothing was published\n");
    *ret_status = GB_ERROR_CONTENT;
    return FALSE;
  }
  if (!find_place (publishing, &before, error))
    return FALSE;
  /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): find_place has set it. */
  const char *published = before[0] == '\0' ? NULL : before;
  GbRecord *record = gb_record_new (publishing->repository, publishing->source, published,
                                    publishing->placement.folder, error);
  if (record == NULL)
    return FALSE;
  if (!gb_edition_finish (edition, record, publishing->source, error))
    return FALSE;
  gb_edition_check_notices (&publishing->workspace, record);
  gb_workspace_report (&publishing->workspace, FALSE);
  if (!read_before (publishing, before, error))
    return FALSE;
  publishing->store
    = gb_store_new (publishing->repository, before[0] == '\0' ? NULL : before, error);
  if (publishing->store == NULL)
    return FALSE;

  const GbAssembly assembly = gb_edition_assembly (edition);
  const GbAssemblyOptions making
    = { .jobs = publishing->workspace.jobs, .vanishing = refuse_vanishing };
  const GbManifest *manifest
    = gb_assembly_make (&assembly, &making, take_file, publishing, publishing->arena, error);
  if (manifest == NULL && g_error_matches (*error, GB_ERROR, GB_ERROR_SYSTEM))
    g_prefix_error (error, "nothing was published: ");
  if (manifest == NULL || !settle_rest (publishing, manifest, error))
    return FALSE;
  GbManifestChanges changes = gb_manifest_compare (publishing->arena, edition->before, manifest);
  guint n_pages = publishing->changed->len;
  gboolean is_new = publishing->is_owed || changes.n_texts + changes.n_statuses + n_pages > 0;
  char hash[GB_HASH_LENGTH];
  g_strlcpy (hash, edition->before_hash, sizeof hash);
  if (is_new && !commit_site (publishing, before, manifest, &changes, hash, error))
    return FALSE;
  settle_differing (publishing, manifest, hash);
  if (!show (publishing, error))
    return FALSE;
  print_mended (publishing);
  if (is_new)
    print_summary (publishing, manifest, &changes, n_pages);
  else
    g_print ("Nothing to publish: the site already says all this.\n");
  return publishing->options->remote == NULL || push (publishing, error);
}

int
gb_command_publish (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "message", 'm', 0, G_OPTION_ARG_STRING, &options.note,
      "What this publication is about; commits what is not committed yet", "TEXT" },
    { "editorial", 0, 0, G_OPTION_ARG_NONE, &options.editorial,
      "Labels what -m commits as editorial; it is shown all the same", NULL },
    { "sign", 0, 0, G_OPTION_ARG_NONE, &options.sign, "Signs as git is configured to (ssh or gpg)",
      NULL },
    { "push", 0, 0, G_OPTION_ARG_STRING, &options.remote, "Then sends content and site there",
      "REMOTE" },
    GB_WORKSPACE_ENTRIES (options.workspace),
    { NULL },
  };
  if (!gb_command_parse (
        &argc, &argv, entries, NULL,
        "Makes the site from what is committed and commits it.  Until the very last "
        "step everything stays as it was."))
    return GB_ERROR_USAGE;
  if (argc != 1)
    return gb_command_misused ("publish takes no arguments");
  if (options.note != NULL && g_strstrip (options.note)[0] == '\0')
    return gb_command_misused ("-m: say what this publication is about");
  if (options.editorial && options.note == NULL)
    return gb_command_misused ("--editorial labels what -m commits, and there is no -m");

  g_auto (Publishing) publishing = { .options = &options, .lock = -1 };
  g_mutex_init (&publishing.mutex);
  publishing.arena = gb_arena_new ();
  publishing.changed = g_ptr_array_new_with_free_func (g_free);
  publishing.recorded = g_ptr_array_new_with_free_func (g_free);
  publishing.altered = g_ptr_array_new_with_free_func (g_free);
  publishing.put_back = g_ptr_array_new_with_free_func (g_free);
  publishing.left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  int status = GB_STATUS_DONE;
  if (gb_workspace_prepare (&publishing.workspace, &options.workspace, &error)
      && open_repository (&publishing, &error) && settle_content (&publishing, &error)
      && publish (&publishing, &status, &error))
    return GB_STATUS_DONE;
  return error == NULL ? status : gb_command_fail (g_steal_pointer (&error));
}
