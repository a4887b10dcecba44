/* gongbao verify: a publication made once more from its own commit, and compared byte by byte. */
#include "commands/edition.h"
#include "record/commit_tree.h"

#include <glib/gprintf.h>
#include <stdio.h>
#include <string.h>

/* Problems printed before the rest is only counted. */
#define PROBLEMS_MAX 20

typedef struct {
  GbRepository *repository;
  GbArena *arena;
  guint jobs;
  const char *page; /* this page alone, from the root of the site; NULL: all */
  const GbPublication *publication;
  char *folder; /* of the site in the publication's tree */
  const GbManifest *manifest;
  GHashTable *hashes;  /* path → SHA-256 of what the publication holds there */
  GHashTable *remade;  /* paths that were made again */
  gboolean nowhere;    /* page is neither in the publication nor given by its source */
  GMutex mutex;        /* of remade and problems */
  GPtrArray *problems; /* "FILE: what is wrong" */
} Verifying;

static void
verifying_clear (Verifying *verifying)
{
  g_clear_pointer (&verifying->folder, g_free);
  g_clear_pointer (&verifying->hashes, g_hash_table_unref);
  g_clear_pointer (&verifying->remade, g_hash_table_unref);
  g_clear_pointer (&verifying->problems, g_ptr_array_unref);
  g_clear_pointer (&verifying->arena, gb_arena_free);
  g_mutex_clear (&verifying->mutex);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verifying, verifying_clear)

static void
note_problem (Verifying *verifying, const char *path, const char *what)
{
  g_mutex_lock (&verifying->mutex);
  g_ptr_array_add (verifying->problems, g_strdup_printf ("%s: %s", path, what));
  g_mutex_unlock (&verifying->mutex);
}

static char *
full_path (const Verifying *verifying, const char *path)
{
  return verifying->folder[0] == '\0' ? g_strdup (path)
                                      : g_strconcat (verifying->folder, "/", path, NULL);
}

static void
note_page (Verifying *verifying, const char *path, const char *what)
{
  g_autofree char *full = full_path (verifying, path);
  note_problem (verifying, full, what);
}

/* ---- what the publication holds ---- */

/* In site/ of the publication's folder, or at the root of a branch of its own. */
static gboolean
find_site (Verifying *verifying, GError **error)
{
  g_autofree char *beside
    = g_strconcat (gb_repository_prefix (verifying->repository), "site", NULL);
  const char *folders[] = { beside, "" };
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++) {
    char id[GB_OID_LENGTH];
    g_clear_pointer (&verifying->folder, g_free);
    verifying->folder = g_strdup (folders[i]);
    g_autofree char *path = full_path (verifying, GB_MANIFEST);
    if (!gb_repository_entry (verifying->repository, verifying->publication->id, path, id, error))
      return FALSE;
    if (id[0] != '\0')
      return TRUE;
  }
  g_set_error (error, GB_ERROR, GB_ERROR_CONTENT,
               "%.12s: " GB_MANIFEST " is missing, so this is no publication any more",
               verifying->publication->id);
  return FALSE;
}

/* Fingerprints of all files of the site. */
static gboolean
hash_files (Verifying *verifying, GbTree *site, const char *folder, GError **error)
{
  g_autoptr (GArray) items = gb_tree_list (site, folder, verifying->arena, error);
  g_autoptr (GbArena) scratch = gb_arena_new ();
  for (guint i = 0; items != NULL && i < items->len; i++) {
    const GbItem *item = &g_array_index (items, GbItem, i);
    const char *path = folder[0] == '\0'
                         ? item->name
                         : gb_arena_printf (verifying->arena, "%s/%s", folder, item->name);
    if (item->kind == GB_ITEM_FOLDER) {
      if (!hash_files (verifying, site, path, error))
        return FALSE;
      continue;
    }
    if (item->kind != GB_ITEM_FILE) {
      note_page (verifying, path, "is no ordinary file");
      continue;
    }
    gsize length;
    gb_arena_reset (scratch);
    const char *bytes = gb_tree_read (site, path, 0, scratch, &length, error);
    if (bytes == NULL)
      return FALSE;
    char *hash = gb_arena_alloc (verifying->arena, GB_HASH_LENGTH);
    g_hash_table_insert (verifying->hashes, (gpointer)path,
                         (gpointer)gb_hash_sha256 (bytes, length, hash));
    if (strcmp (path, GB_MANIFEST) == 0) {
      if (strcmp (hash, verifying->publication->manifest) != 0)
        note_page (verifying, path, "is not the one that the commit names (Manifest)");
      verifying->manifest = gb_manifest_parse (verifying->arena, bytes, length, error);
      if (verifying->manifest == NULL)
        return FALSE;
    }
  }
  return items != NULL;
}

/* The files against the manifest: no rebuild is needed to see these. */
static void
compare_files (Verifying *verifying)
{
  const GbManifest *manifest = verifying->manifest;
  for (guint i = 0; i < manifest->n_files; i++) {
    const GbManifestFile *file = &manifest->files[i];
    const char *hash = g_hash_table_lookup (verifying->hashes, file->path);
    if (hash == NULL)
      note_page (verifying, file->path, "is missing");
    else if (strcmp (hash, file->hash) != 0)
      note_page (verifying, file->path, "is not what " GB_MANIFEST " says");
  }
  GHashTableIter iter;
  gpointer path;
  g_hash_table_iter_init (&iter, verifying->hashes);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (strcmp (path, GB_MANIFEST) != 0 && gb_manifest_file (manifest, path) == NULL)
      note_page (verifying, path, "was not published: " GB_MANIFEST " does not name it");
}

static gboolean
read_publication (Verifying *verifying, GError **error)
{
  if (!find_site (verifying, error))
    return FALSE;
  g_autoptr (GbTree) site = gb_commit_tree_new_at (
    verifying->repository, verifying->publication->id, verifying->folder, error);
  if (site == NULL || !hash_files (verifying, site, "", error))
    return FALSE;
  compare_files (verifying);
  return TRUE;
}

/* ---- made once more ---- */

static gboolean
take_file (gpointer sink, const GbManifestFile *file, G_GNUC_UNUSED const GString *bytes,
           G_GNUC_UNUSED GError **error)
{
  Verifying *verifying = sink;
  const char *hash = g_hash_table_lookup (verifying->hashes, file->path);
  if (hash == NULL)
    note_page (verifying, file->path, "the source gives it, the publication lacks it");
  else if (strcmp (hash, file->hash) != 0)
    note_page (verifying, file->path, "the source gives other bytes");
  g_mutex_lock (&verifying->mutex);
  g_hash_table_add (verifying->remade, g_strdup (file->path));
  g_mutex_unlock (&verifying->mutex);
  return TRUE;
}

static void
compare_manifests (Verifying *verifying, const GbManifest *remade)
{
  GbManifestChanges changes = gb_manifest_compare (verifying->arena, verifying->manifest, remade);
  for (guint i = 0; i < changes.n_texts; i++)
    note_problem (verifying, changes.texts[i].path,
                  "the source has other bytes than " GB_MANIFEST " says");
  for (guint i = 0; i < changes.n_statuses; i++)
    note_page (verifying, changes.statuses[i].path, "the source gives another status");
  for (guint i = 0; i < verifying->manifest->n_files; i++) {
    const char *path = verifying->manifest->files[i].path;
    if (!g_hash_table_contains (verifying->remade, path))
      note_page (verifying, path, "the source does not give it");
  }
  g_autoptr (GString) text = gb_manifest_write (remade);
  char hash[GB_HASH_LENGTH];
  if (changes.n_texts + changes.n_statuses + changes.n_files == 0
      && strcmp (gb_hash_sha256 (text->str, text->len, hash), verifying->publication->manifest)
           != 0)
    note_page (verifying, GB_MANIFEST,
               "the source gives another one (its source, theme or generator)");
}

/* The commit before a publication in its branch must be one with just the content it names. */
static gboolean
check_source (Verifying *verifying, const char *before, GError **error)
{
  char source[GB_OID_LENGTH];
  if (verifying->folder[0] == '\0' || before[0] == '\0')
    return TRUE;
  if (!gb_repository_source (verifying->repository, before, source, error))
    return FALSE;
  if (strcmp (source, verifying->publication->source) != 0)
    note_problem (verifying, verifying->publication->id,
                  "the commit before it has other content than the one it names (Source)");
  return TRUE;
}

static gboolean
find_before (Verifying *verifying, char ret_before[GB_OID_LENGTH], GError **error)
{
  g_autofree char *parent = g_strconcat (verifying->publication->id, "^", NULL);
  ret_before[0] = '\0';
  if (gb_repository_resolve (verifying->repository, parent, ret_before, NULL))
    return TRUE;
  if (!gb_repository_is_shallow (verifying->repository))
    return TRUE;
  g_set_error (
    error, GB_ERROR, GB_ERROR_USAGE,
    "this is a shallow clone and lacks what the publication was made from; run: git fetch "
    "--unshallow");
  return FALSE;
}

/* GB_STATUS_DONE once everything has been made and compared, or an exit status after having said
 * why it cannot be. */
static int
remake (Verifying *verifying)
{
  g_autoptr (GError) error = NULL;
  char before[GB_OID_LENGTH], source[GB_OID_LENGTH];
  if (!find_before (verifying, before, &error) || !check_source (verifying, before, &error))
    return gb_command_fail (g_steal_pointer (&error));
  if (!gb_repository_resolve (verifying->repository, verifying->publication->source, source,
                              NULL)) {
    note_problem (verifying, verifying->publication->source,
                  gb_repository_is_shallow (verifying->repository)
                    ? "this shallow clone lacks the source commit; run: git fetch --unshallow"
                    : "the source commit is not there: history was rewritten");
    return GB_STATUS_DONE;
  }
  g_auto (GbWorkspace) workspace = { 0 };
  g_auto (GbEdition) edition = { 0 };
  GbWorkspaceOptions options = { .jobs = (int)verifying->jobs };
  if (!gb_workspace_prepare (&workspace, &options, &error))
    return gb_command_fail (g_steal_pointer (&error));
  workspace.as_of = verifying->publication->as_of;
  int status = gb_edition_of_commit (&edition, &workspace, verifying->repository, source,
                                     before[0] == '\0' ? NULL : before, verifying->folder);
  if (status != GB_STATUS_DONE)
    return status;
  const GbAssembly assembly = gb_edition_assembly (&edition);
  const GbAssemblyOptions making = { .jobs = verifying->jobs, .only = verifying->page };
  const GbManifest *remade
    = gb_assembly_make (&assembly, &making, take_file, verifying, verifying->arena, &error);
  if (remade == NULL)
    return gb_command_fail (g_steal_pointer (&error));
  if (verifying->page == NULL)
    compare_manifests (verifying, remade);
  else if (g_hash_table_size (verifying->remade) == 0) {
    if (g_hash_table_contains (verifying->hashes, verifying->page))
      note_page (verifying, verifying->page, "the source gives no such page");
    else
      verifying->nowhere = TRUE;
  }
  return GB_STATUS_DONE;
}

/* ---- saying so ---- */

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static int
report (Verifying *verifying)
{
  char day[GB_DATE_LENGTH];
  GPtrArray *problems = verifying->problems;
  const GbPublication *publication = verifying->publication;
  (void)gb_date_format (publication->as_of, day);
  if (verifying->nowhere && problems->len == 0) {
    g_fprintf (stderr,
               "%.12s as of %s: there is no such page: %s; write its path on the site, such as "
               "policies/ID/\n",
               publication->id, day, verifying->page);
    return GB_ERROR_CONTENT;
  }
  if (problems->len == 0) {
    if (verifying->page != NULL)
      g_print ("%.12s as of %s: %s is just what was published\n", publication->id, day,
               verifying->page);
    else
      g_print ("%.12s as of %s: %u files, every byte as the source gives it\n", publication->id,
               day, verifying->manifest->n_files + 1);
    return GB_STATUS_DONE;
  }
  g_ptr_array_sort (problems, compare_texts);
  const char *last = NULL;
  guint shown = 0;
  for (guint i = 0; i < problems->len && shown < PROBLEMS_MAX; i++) {
    const char *problem = problems->pdata[i];
    if (last == NULL || strcmp (problem, last) != 0) {
      g_fprintf (stderr, "%s\n", problem);
      shown++;
    }
    last = problem;
  }
  if (problems->len > shown)
    g_fprintf (stderr, "and more: %u in all\n", problems->len);
  if (verifying->manifest != NULL
      && strcmp (verifying->manifest->generator, gb_manifest_generator ()) != 0)
    g_fprintf (stderr, "It was made by %s and this is %s, which may make other pages.\n",
               verifying->manifest->generator, gb_manifest_generator ());
  g_fprintf (stderr, "%.12s as of %s: NOT what its source gives\n", publication->id, day);
  return GB_ERROR_CONTENT;
}

static int
verify (const Verifying *common, const GbPublication *publication)
{
  g_auto (Verifying) verifying = {
    .repository = common->repository,
    .jobs = common->jobs,
    .page = common->page,
    .publication = publication,
    .arena = gb_arena_new (),
    .hashes = g_hash_table_new (g_str_hash, g_str_equal),
    .remade = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .problems = g_ptr_array_new_with_free_func (g_free),
  };
  g_mutex_init (&verifying.mutex);
  g_autoptr (GError) error = NULL;
  if (!read_publication (&verifying, &error))
    return gb_command_fail (g_steal_pointer (&error));
  int status = remake (&verifying);
  if (status != GB_STATUS_DONE)
    return status;
  if (verifying.page != NULL) {
    /* Of the whole site only this page was asked for. */
    g_autofree char *full = full_path (&verifying, verifying.page);
    g_autofree char *start = g_strconcat (full, ": ", NULL);
    for (guint i = verifying.problems->len; i > 0; i--)
      if (!g_str_has_prefix (verifying.problems->pdata[i - 1], start)
          && strstr (verifying.problems->pdata[i - 1], GB_MANIFEST ": ") == NULL)
        g_ptr_array_remove_index (verifying.problems, i - 1);
  }
  return report (&verifying);
}

/* "policies/x/", "/policies/x", "site/policies/x/index.html", "https://host/policies/x/#art-1" →
 * "policies/x/index.html". */
static char *
normal_page (const char *written)
{
  g_autofree char *page = g_strndup (written, strcspn (written, "?#"));
  const char *given = page;
  const char *scheme = strstr (given, "://");
  if (scheme != NULL) {
    given = scheme + strlen ("://");
    given += strcspn (given, "/");
  }
  while (*given == '/')
    given++;
  if (g_str_has_prefix (given, "site/"))
    given += strlen ("site/");
  const char *name = strrchr (given, '/');
  name = name == NULL ? given : name + 1;
  if (*name == '\0')
    return g_strconcat (given, "index.html", NULL);
  return strchr (name, '.') == NULL ? g_strconcat (given, "/index.html", NULL) : g_strdup (given);
}

static void
warn_old (const GbWorkspace *workspace, const Verifying *common, const GbPublication *publication)
{
  g_auto (Verifying) verifying = {
    .repository = common->repository,
    .publication = publication,
    .arena = gb_arena_new (),
  };
  g_mutex_init (&verifying.mutex);
  char id[GB_OID_LENGTH];
  if (!find_site (&verifying, NULL))
    return;
  g_autofree char *path = full_path (&verifying, GB_MANIFEST);
  gsize length;
  g_autofree char *text = NULL;
  if (!gb_repository_entry (common->repository, publication->id, path, id, NULL)
      || (text = gb_repository_blob (common->repository, id, &length, NULL)) == NULL)
    return;
  const GbManifest *manifest = gb_manifest_parse (verifying.arena, text, length, NULL);
  char day[GB_DATE_LENGTH];
  if (manifest != NULL && manifest->turns != GB_DATE_NONE && manifest->turns <= workspace->as_of)
    g_fprintf (stderr,
               "The last publication is out of date: something on it changed by itself on %s. Run: "
               "gongbao publish\n",
               gb_date_format (manifest->turns, day));
}

int
gb_command_verify (int argc, char **argv)
{
  g_auto (GbWorkspaceOptions) options = { 0 };
  g_autofree char *page = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "page", 0, 0, G_OPTION_ARG_STRING, &page, "This page alone, such as policies/ID/", "PATH" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, "Every publication up to REV", NULL },
    GB_WORKSPACE_ENTRIES (options),
    { NULL },
  };
  if (!gb_command_parse (
        &argc, &argv, entries, "[REV]",
        "Makes a publication once more from the commit it names and compares every "
        "byte: REV itself or the last publication before it (default: HEAD)."))
    return GB_ERROR_USAGE;
  if (argc > 2)
    return gb_command_misused ("verify takes one revision");

  g_auto (GbWorkspace) workspace = { 0 };
  g_autoptr (GError) error = NULL;
  if (!gb_workspace_prepare (&workspace, &options, &error))
    return gb_command_fail (g_steal_pointer (&error));
  g_autoptr (GbRepository) repository = gb_repository_find (workspace.folder, &error);
  if (error != NULL)
    return gb_command_fail (g_steal_pointer (&error));
  if (repository == NULL)
    return gb_command_misused ("%s is in no git repository", workspace.folder);
  gb_repository_forget_cache (repository);
  char tip[GB_OID_LENGTH];
  if (!gb_repository_resolve (repository, argc == 2 ? argv[1] : "HEAD", tip, &error))
    return gb_command_fail (g_steal_pointer (&error));
  g_autoptr (GbRecord) record = gb_record_new (repository, tip, tip, "site", &error);
  if (record == NULL)
    return gb_command_fail (g_steal_pointer (&error));
  guint n = gb_record_n_publications (record);
  if (n == 0)
    return gb_command_misused (
      "there is no publication in the history of %s; name the branch that the "
      "site goes to",
      argc == 2 ? argv[1] : "HEAD");
  g_autofree char *path = page == NULL ? NULL : normal_page (page);
  const Verifying common = {
    .repository = repository,
    .jobs = workspace.jobs,
    .page = path,
  };
  int status = GB_STATUS_DONE;
  for (guint i = all ? 0 : n - 1; i < n; i++) {
    int verified = verify (&common, gb_record_publication (record, i));
    status = MAX (status, verified);
  }
  if (argc == 1)
    warn_old (&workspace, &common, gb_record_publication (record, n - 1));
  return status;
}
