#include "commands/inspection.h"

#include "commands/edition.h"
#include "record/branch.h"
#include "record/commit_tree.h"
#include "record/difference.h"
#include "view/href.h"

#include <string.h>

/* What must be seen to hold. */
enum {
  NAMED = 1 << 0,   /* the manifest is the one that the commit names, of that day and source */
  LISTED = 1 << 1,  /* the files are those of the manifest */
  ALONE = 1 << 2,   /* the commit changes nothing but the site */
  FOLLOWS = 1 << 3, /* what comes before it has just the content of its source */
  WHOLE = 1 << 4,   /* no commit of the history is missing here */
  REMADE = 1 << 5,  /* made once more, the files have the same bytes */
  SAME = 1 << 6,    /* and so has the manifest */
};

/* What making it once more gave. */
typedef struct {
  GbInspection *inspection;
  GMutex mutex;      /* of files and n_excused */
  GHashTable *files; /* path → whether its bytes are those published */
  GString *excuse;   /* why what is made here may differ from what was made then; "": it may not */
  gboolean is_other_generator;
  gboolean is_other_theme;
  guint n_excused; /* differences that prove nothing for that reason */
} Remaking;

static void
remaking_clear (Remaking *remaking)
{
  g_hash_table_unref (remaking->files);
  (void)g_string_free (remaking->excuse, TRUE);
  g_mutex_clear (&remaking->mutex);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Remaking, remaking_clear)

gboolean
gb_inspection_asks (const GbInspection *inspection, const char *path)
{
  return inspection->page == NULL || strcmp (path, inspection->page) == 0
         || strcmp (path, GB_MANIFEST) == 0;
}

char *
gb_inspection_path (const GbInspection *inspection, const char *path)
{
  gboolean is_inside = inspection->folder[0] != '\0' && path[0] != '\0';
  return g_strconcat (inspection->folder, is_inside ? "/" : "", path, NULL);
}

static gboolean
is_own_branch (const GbInspection *inspection)
{
  return inspection->folder[0] == '\0';
}

static void
lack (GbInspection *inspection, GError *error)
{
  gb_findings_lack (&inspection->findings, "%s", error->message);
  g_error_free (error);
}

/* ---- what the commit holds ---- */

static void
deny_file (GbInspection *inspection, const char *path, const char *what)
{
  if (!gb_inspection_asks (inspection, path)) {
    inspection->n_others++;
    return;
  }
  g_autofree char *full = gb_inspection_path (inspection, path);
  gb_findings_deny (&inspection->findings, "%s: %s", full, what);
}

/* Finds the site: in site/ beside the content, or at the root of a branch of its own.  @ret_found
 * is FALSE where the commit holds none, after saying so. */
static gboolean
find_site (GbInspection *inspection, gboolean *ret_found, GError **error)
{
  const char *prefix = gb_repository_prefix (inspection->repository);
  g_autofree char *beside = g_strconcat (prefix, "site", NULL);
  g_autofree char *manifest = g_strconcat (beside, "/" GB_MANIFEST, NULL);
  g_autofree char *content = g_strconcat (prefix, "content", NULL);
  /* Whatever lies at the path shows where the site must be, also where its manifest is gone. */
  const struct {
    const char *path, *folder;
  } signs[] = { { manifest, beside },
                { GB_MANIFEST, "" },
                { beside, beside },
                { content, beside },
                { GB_HREF_INDEX, "" } };
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++) {
    char id[GB_OID_LENGTH];
    if (!gb_repository_entry (inspection->repository, inspection->publication->id, signs[i].path,
                              id, error))
      return FALSE;
    if (id[0] == '\0')
      continue;
    inspection->folder = g_strdup (signs[i].folder);
    *ret_found = i < 2;
    if (!*ret_found)
      deny_file (inspection, GB_MANIFEST, "is missing, so that this is no publication any more");
    return TRUE;
  }
  *ret_found = FALSE;
  gb_findings_doubt (&inspection->findings,
                     "%.12s: there is neither content/ nor site/ in %s of this commit; name the "
                     "folder that holds them with -C",
                     inspection->publication->id, prefix[0] == '\0' ? "the root" : prefix);
  return TRUE;
}

/* Whether the text says that another program wrote it, which may write it in another way. */
static gboolean
names_other_generator (const char *text)
{
  static const char key[] = "\n  \"generator\": \"";
  const char *at = strstr (text, key);
  const char *ours = gb_manifest_generator ();
  return at != NULL
         && (strncmp (at + strlen (key), ours, strlen (ours)) != 0
             || at[strlen (key) + strlen (ours)] != '"');
}

static void
read_manifest (GbInspection *inspection, const char *text, gsize length, const char *hash)
{
  const GbPublication *publication = inspection->publication;
  GbFindings *findings = &inspection->findings;
  g_autoptr (GError) error = NULL;
  if (strcmp (hash, publication->manifest) != 0)
    deny_file (inspection, GB_MANIFEST, "is not the one that the commit names (Manifest)");
  inspection->manifest = gb_manifest_parse (inspection->arena, text, length, &error);
  const GbManifest *manifest = inspection->manifest;
  if (manifest == NULL) {
    g_autofree char *what = gb_inspection_path (inspection, error->message);
    if (names_other_generator (text))
      gb_findings_doubt (findings, "%s; it says that another program than %s wrote it", what,
                         gb_manifest_generator ());
    else
      gb_findings_deny (findings, "%s", what);
    return;
  }
  if (manifest->as_of != publication->as_of)
    deny_file (inspection, GB_MANIFEST, "is of another day than the commit names (As-Of)");
  if (g_strcmp0 (manifest->source, publication->source) != 0)
    deny_file (inspection, GB_MANIFEST, "is of another source than the commit names (Source)");
  if (publication->is_ambiguous)
    gb_findings_deny (findings, "%.12s: names more than one source, day or manifest",
                      publication->id);
  gb_findings_see (findings, NAMED);
}

static void
read_file (GbInspection *inspection, const char *path, GbArena *scratch)
{
  GbInspectedFile *file = gb_arena_new0 (inspection->arena, GbInspectedFile);
  char blob[GB_OID_LENGTH];
  gboolean is_first = g_hash_table_insert (inspection->files, (gpointer)path, file);
  if (!is_first || !gb_commit_tree_find (inspection->site, path, blob)) {
    deny_file (inspection, path,
               is_first ? "is no ordinary file (a link, a program or a submodule)"
                        : "stands there twice");
    return;
  }
  GbTreeFile taken = gb_tree_take (inspection->site, path, 0, scratch);
  if (taken.outcome == GB_TREE_READ) {
    file->size = taken.length;
    (void)gb_hash_sha256 (taken.bytes, taken.length, file->hash);
    if (strcmp (path, GB_MANIFEST) == 0)
      read_manifest (inspection, taken.bytes, taken.length, file->hash);
  } else if (gb_inspection_asks (inspection, path)) {
    g_autofree char *full = gb_inspection_path (inspection, path);
    gb_findings_lack (&inspection->findings, "%s: %s", full, taken.reason);
  } else {
    inspection->n_others++;
  }
}

/* The files against the manifest: nothing need be made to see these. */
static void
compare_files (GbInspection *inspection)
{
  const GbManifest *manifest = inspection->manifest;
  for (guint i = 0; i < manifest->n_files; i++) {
    const GbManifestFile *listed = &manifest->files[i];
    const GbInspectedFile *file = g_hash_table_lookup (inspection->files, listed->path);
    if (file == NULL)
      deny_file (inspection, listed->path, "is missing");
    else if (file->hash[0] != '\0'
             && (strcmp (file->hash, listed->hash) != 0 || file->size != listed->size))
      deny_file (inspection, listed->path, "is not what " GB_MANIFEST " says");
  }
  GHashTableIter iter;
  gpointer path;
  g_hash_table_iter_init (&iter, inspection->files);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (strcmp (path, GB_MANIFEST) != 0 && gb_manifest_file (manifest, path) == NULL)
      deny_file (inspection, path, "was not published: " GB_MANIFEST " does not name it");
  if (inspection->page == NULL || g_hash_table_contains (inspection->files, inspection->page))
    gb_findings_see (&inspection->findings, LISTED);
}

/* ---- where it stands in the history ---- */

/* The commit changes the site of the one before, and nothing else. */
static void
check_alone (GbInspection *inspection, const char *before)
{
  g_autoptr (GError) error = NULL;
  const char *id = inspection->publication->id;
  g_autoptr (GArray) differences
    = gb_difference_find (inspection->repository, (GbDifferenceSide){ before, "" },
                          (GbDifferenceSide){ id, "" }, inspection->arena, &error);
  if (differences == NULL) {
    lack (inspection, g_steal_pointer (&error));
    return;
  }
  g_autofree char *inside = g_strconcat (inspection->folder, "/", NULL);
  for (guint i = 0; i < differences->len; i++) {
    const GbDifference *difference = &g_array_index (differences, GbDifference, i);
    if (!g_str_has_prefix (difference->path, inside))
      gb_findings_deny (&inspection->findings,
                        "%s: is changed by %.12s, and a publication changes nothing but %s",
                        difference->path, id, inside);
  }
  gb_findings_see (&inspection->findings, ALONE);
}

/* @commit holds just the content of the source. */
static void
check_content (GbInspection *inspection, const char *commit, const char *what)
{
  g_autoptr (GError) error = NULL;
  char source[GB_OID_LENGTH];
  if (!gb_repository_source (inspection->repository, commit, source, &error))
    lack (inspection, g_steal_pointer (&error));
  else if (strcmp (source, inspection->publication->source) == 0)
    gb_findings_see (&inspection->findings, FOLLOWS);
  else if (gb_repository_is_shallow (inspection->repository))
    gb_findings_lack (&inspection->findings, "%.12s: what was committed before it is not here",
                      inspection->publication->id);
  else
    gb_findings_deny (&inspection->findings, "%.12s: %s", inspection->publication->id, what);
}

/* The source commit is not in the repository: that denies the publication where all of the history
 * is here.  A branch of its own can be cloned without the content. */
static void
note_no_source (GbInspection *inspection)
{
  GbRepository *repository = inspection->repository;
  GbFindings *findings = &inspection->findings;
  const char *source = inspection->publication->source;
  g_autofree char *content = g_strconcat (gb_repository_prefix (repository), "content", NULL);
  g_autoptr (GError) error = NULL;
  gboolean holds = TRUE;
  if (gb_repository_is_shallow (repository) || gb_repository_is_partial (repository))
    gb_findings_lack (findings, "%s: the source commit is not here", source);
  else if (is_own_branch (inspection) && !gb_branch_any_holds (repository, content, &holds, &error))
    lack (inspection, g_steal_pointer (&error));
  else if (holds)
    gb_findings_deny (findings, "%s: the source commit is not there: history was rewritten",
                      source);
  else
    gb_findings_doubt (findings,
                       "%s: the source commit is not here, nor any branch that holds %s; run: git "
                       "fetch origin '+refs/heads/*:refs/remotes/origin/*'",
                       source, content);
}

/* Whether the source can be looked at. */
static gboolean
find_source (GbInspection *inspection)
{
  const char *source = inspection->publication->source;
  g_autoptr (GError) error = NULL;
  char id[GB_OID_LENGTH];
  if (gb_repository_resolve (inspection->repository, source, id, &error)) {
    if (strcmp (id, source) == 0)
      return TRUE;
    gb_findings_deny (&inspection->findings, "%s: the source that it names is no commit", source);
  } else if (g_error_matches (error, GB_ERROR, GB_ERROR_USAGE)) {
    note_no_source (inspection);
  } else {
    lack (inspection, g_steal_pointer (&error));
  }
  return FALSE;
}

/* @ret_before: the commit before, "" where there is none.  FALSE where nothing can be made. */
static gboolean
check_place (GbInspection *inspection, char ret_before[GB_OID_LENGTH])
{
  const GbPublication *publication = inspection->publication;
  GbFindings *findings = &inspection->findings;
  g_autoptr (GError) error = NULL;
  guint n_parents;
  gboolean has_source = find_source (inspection);
  if (!gb_repository_parent (inspection->repository, publication->id, ret_before, &n_parents,
                             &error)) {
    lack (inspection, g_steal_pointer (&error));
    return FALSE;
  }
  if (n_parents > 1)
    gb_findings_deny (findings, "%.12s: joins %u commits, and a publication follows one",
                      publication->id, n_parents);
  if (is_own_branch (inspection)) {
    findings->needed &= ~(guint)ALONE;
    if (has_source)
      check_content (inspection, publication->source,
                     "the source that it names is not the commit that made the content what it is");
  } else if (n_parents == 0) {
    gb_findings_deny (findings, "%.12s: there is no commit before it that holds its content",
                      publication->id);
  } else {
    check_alone (inspection, ret_before);
    check_content (inspection, ret_before,
                   "the commit before it has other content than the one it names (Source)");
  }
  return has_source;
}

/* ---- made once more ---- */

/* What is made here differs: that denies the publication, unless another program or theme, or a
 * history that is not whole, may be the reason. */
static void
differ (Remaking *remaking, const char *path, const char *what)
{
  if (remaking->excuse->len == 0) {
    gb_findings_deny (&remaking->inspection->findings, "%s: %s", path, what);
    return;
  }
  g_mutex_lock (&remaking->mutex);
  remaking->n_excused++;
  g_mutex_unlock (&remaking->mutex);
}

static void
differ_file (Remaking *remaking, const char *path, const char *what)
{
  g_autofree char *full = gb_inspection_path (remaking->inspection, path);
  differ (remaking, full, what);
}

static gboolean
take_file (gpointer sink, const GbManifestFile *made, G_GNUC_UNUSED const GString *bytes,
           G_GNUC_UNUSED GError **error)
{
  Remaking *remaking = sink;
  const GbInspectedFile *file = g_hash_table_lookup (remaking->inspection->files, made->path);
  /* What a page that was asked for is composed of is made as well. */
  if (!gb_inspection_asks (remaking->inspection, made->path))
    return TRUE;
  gboolean same = file != NULL && strcmp (file->hash, made->hash) == 0;
  if (file == NULL)
    differ_file (remaking, made->path, "the source gives it, the publication lacks it");
  else if (!same && file->hash[0] != '\0')
    differ_file (remaking, made->path, "the source gives other bytes");
  g_mutex_lock (&remaking->mutex);
  g_hash_table_insert (remaking->files, g_strdup (made->path), GINT_TO_POINTER (same));
  g_mutex_unlock (&remaking->mutex);
  return TRUE;
}

G_GNUC_PRINTF (2, 3)
static void
excuse (Remaking *remaking, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  if (remaking->excuse->len > 0)
    g_string_append (remaking->excuse, "; ");
  g_string_append_vprintf (remaking->excuse, format, args);
  va_end (args);
}

/* The program and the theme that made it are named in its manifest.  A theme that lies in the
 * source itself is no excuse. */
static void
find_excuse (Remaking *remaking, const GbWorkspace *workspace, const GbEdition *edition)
{
  const GbManifest *manifest = remaking->inspection->manifest;
  gboolean is_theirs
    = workspace->content != NULL && gb_tree_kind (workspace->content, "templates") != GB_ITEM_NONE;
  remaking->is_other_generator = g_strcmp0 (manifest->generator, gb_manifest_generator ()) != 0;
  remaking->is_other_theme = !is_theirs && edition->theme_hash[0] != '\0'
                             && g_strcmp0 (manifest->theme, edition->theme_hash) != 0;
  if (remaking->is_other_generator)
    excuse (remaking, "it says that %s made it (anyone can write so), and this is %s",
            manifest->generator == NULL ? "nobody" : manifest->generator, gb_manifest_generator ());
  if (remaking->is_other_theme)
    excuse (remaking,
            "it says that its theme was %.12s (anyone can write so), and the one here is %.12s",
            manifest->theme == NULL ? "none" : manifest->theme, edition->theme_hash);
}

/* The edition of the source could not be made; why has been said. */
static void
note_failure (Remaking *remaking, int status)
{
  GbInspection *inspection = remaking->inspection;
  const char *source = inspection->publication->source;
  g_autofree char *folder
    = g_strconcat (gb_repository_prefix (inspection->repository), "content", NULL);
  gboolean holds = FALSE;
  if (status == GB_ERROR_CONTENT)
    differ (remaking, source, "the source has errors, so that nothing can be made from it");
  else if (status == GB_ERROR_SYSTEM)
    gb_findings_lack (&inspection->findings, "%s: what it was made from cannot be read as a whole",
                      source);
  else if (gb_branch_any_holds (inspection->repository, folder, &holds, NULL) && holds)
    gb_findings_deny (&inspection->findings, "%s: the source holds no %s", source, folder);
  else
    gb_findings_doubt (&inspection->findings,
                       "%s: the source holds no %s; name the folder that content/ lies in with -C",
                       source, folder);
}

/* What is made here as a manifest, against the one published.  Program and theme that are known to
 * be others are taken as they are named there, so that equal pages of another build are equal;
 * where one page was made, the list of all files is taken from there too. */
static void
compare_manifests (Remaking *remaking, const GbManifest *remade)
{
  GbInspection *inspection = remaking->inspection;
  const GbManifest *manifest = inspection->manifest;
  GbManifest made = *remade;
  if (remaking->is_other_generator)
    made.generator = manifest->generator;
  if (remaking->is_other_theme)
    made.theme = manifest->theme;
  if (inspection->page != NULL) {
    made.files = manifest->files;
    made.n_files = manifest->n_files;
  }
  GbManifestChanges changes = gb_manifest_compare (inspection->arena, manifest, &made);
  for (guint i = 0; i < changes.n_texts; i++)
    if (changes.texts[i].before != NULL && changes.texts[i].after != NULL)
      gb_findings_deny (&inspection->findings,
                        "%s: the source has other bytes than " GB_MANIFEST " says",
                        changes.texts[i].path);
    else
      differ (remaking, changes.texts[i].path,
              "the source and " GB_MANIFEST " do not both have it");
  for (guint i = 0; i < changes.n_statuses; i++)
    differ_file (remaking, changes.statuses[i].path, "the source gives another status");
  for (guint i = 0; inspection->page == NULL && i < manifest->n_files; i++)
    if (!g_hash_table_contains (remaking->files, manifest->files[i].path))
      differ_file (remaking, manifest->files[i].path, "the source does not give it");
  g_autoptr (GString) text = gb_manifest_write (&made);
  char hash[GB_HASH_LENGTH];
  if (strcmp (gb_hash_sha256 (text->str, text->len, hash), inspection->publication->manifest) == 0)
    gb_findings_see (&inspection->findings, SAME);
  else if (changes.n_texts + changes.n_statuses + changes.n_files == 0)
    differ_file (remaking, GB_MANIFEST,
                 "the source gives another one (its source, theme or generator)");
}

static gboolean
is_same (const Remaking *remaking, const char *path)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (remaking->files, path));
}

/* Whether everything that was asked about has been made with the bytes published. */
static gboolean
is_all_same (const Remaking *remaking)
{
  const GbInspection *inspection = remaking->inspection;
  if (inspection->page != NULL)
    return is_same (remaking, inspection->page);
  for (guint i = 0; i < inspection->manifest->n_files; i++)
    if (!is_same (remaking, inspection->manifest->files[i].path))
      return FALSE;
  return TRUE;
}

static void
make_and_compare (Remaking *remaking, const GbEdition *edition)
{
  GbInspection *inspection = remaking->inspection;
  g_autoptr (GError) error = NULL;
  if (gb_record_is_complete (edition->record)) {
    gb_findings_see (&inspection->findings, WHOLE);
  } else {
    excuse (remaking, "its history is not whole here");
    gb_findings_lack (&inspection->findings, "%.12s: what was committed before it is not all here",
                      inspection->publication->id);
  }
  const GbAssembly assembly = gb_edition_assembly (edition);
  const GbAssemblyOptions making = { .jobs = inspection->jobs, .only = inspection->page };
  const GbManifest *remade
    = gb_assembly_make (&assembly, &making, take_file, remaking, inspection->arena, &error);
  if (remade == NULL) {
    if (g_error_matches (error, GB_ERROR, GB_ERROR_CONTENT))
      differ (remaking, inspection->publication->source, error->message);
    else
      lack (inspection, g_steal_pointer (&error));
    return;
  }
  compare_manifests (remaking, remade);
  if (inspection->page != NULL && !g_hash_table_contains (remaking->files, inspection->page)
      && g_hash_table_contains (inspection->files, inspection->page))
    differ_file (remaking, inspection->page, "the source gives no such page");
  if (is_all_same (remaking))
    gb_findings_see (&inspection->findings, REMADE);
}

static void
remake (GbInspection *inspection, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_auto (GbWorkspace) workspace = { 0 };
  g_auto (GbEdition) edition = { 0 };
  g_auto (Remaking) remaking = {
    .inspection = inspection,
    .files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .excuse = g_string_new (NULL),
  };
  g_mutex_init (&remaking.mutex);
  GbWorkspaceOptions options = { .jobs = (int)inspection->jobs };
  if (!gb_workspace_prepare (&workspace, &options, &error)) {
    lack (inspection, g_steal_pointer (&error));
    return;
  }
  workspace.as_of = inspection->publication->as_of;
  int status = gb_edition_of_commit (&edition, &workspace, inspection->repository,
                                     inspection->publication->source,
                                     before[0] == '\0' ? NULL : before, inspection->folder);
  find_excuse (&remaking, &workspace, &edition);
  if (status == GB_STATUS_DONE)
    make_and_compare (&remaking, &edition);
  else
    note_failure (&remaking, status);
  inspection->nowhere = inspection->page != NULL
                        && !g_hash_table_contains (inspection->files, inspection->page)
                        && !g_hash_table_contains (remaking.files, inspection->page);
  if (remaking.n_excused > 0)
    gb_findings_doubt (
      &inspection->findings,
      "%.12s: %u things come out differently here, but %s: that may be the reason, and may not",
      inspection->publication->id, remaking.n_excused, remaking.excuse->str);
}

void
gb_inspection_run (GbInspection *inspection, GbRepository *repository,
                   const GbPublication *publication, const char *page, guint jobs)
{
  *inspection = (GbInspection){
    .repository = repository,
    .publication = publication,
    .page = page,
    .jobs = jobs,
    .arena = gb_arena_new (),
    .files = g_hash_table_new (g_str_hash, g_str_equal),
  };
  gb_findings_init (&inspection->findings,
                    NAMED | LISTED | ALONE | FOLLOWS | WHOLE | REMADE | SAME);
  g_autoptr (GError) error = NULL;
  gboolean found;
  char before[GB_OID_LENGTH];
  if (find_site (inspection, &found, &error) && found)
    inspection->site
      = gb_commit_tree_new_at (repository, publication->id, inspection->folder, &error);
  if (error != NULL)
    lack (inspection, g_steal_pointer (&error));
  if (inspection->site == NULL)
    return;
  g_autoptr (GbArena) scratch = gb_arena_new ();
  g_autoptr (GArray) files = gb_tree_files (inspection->site, "", TRUE, inspection->arena, &error);
  if (files == NULL)
    lack (inspection, g_steal_pointer (&error));
  for (guint i = 0; files != NULL && i < files->len; i++) {
    gb_arena_reset (scratch);
    read_file (inspection, g_array_index (files, GbItem, i).name, scratch);
  }
  if (inspection->manifest != NULL)
    compare_files (inspection);
  if (check_place (inspection, before) && inspection->manifest != NULL)
    remake (inspection, before);
}

void
gb_inspection_clear (GbInspection *inspection)
{
  g_clear_pointer (&inspection->folder, g_free);
  g_clear_pointer (&inspection->site, gb_tree_free);
  g_clear_pointer (&inspection->files, g_hash_table_unref);
  g_clear_pointer (&inspection->arena, gb_arena_free);
  gb_findings_clear (&inspection->findings);
}
