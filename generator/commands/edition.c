#include "commands/edition.h"

#include "commands/placement.h"
#include "commands/theme.h"
#include "output/plan.h"
#include "record/branch.h"
#include "record/commit_tree.h"
#include "view/language.h"

void
gb_edition_clear (GbEdition *edition)
{
  g_clear_pointer (&edition->plans, g_ptr_array_unref);
  g_clear_pointer (&edition->languages, g_ptr_array_unref);
  g_clear_pointer (&edition->published, g_ptr_array_unref);
  g_clear_pointer (&edition->record, gb_record_free);
  g_clear_pointer (&edition->templates, gb_templates_free);
  g_clear_pointer (&edition->arena, gb_arena_free);
  g_clear_pointer (&edition->theme, gb_tree_free);
}

gboolean
gb_edition_start (GbEdition *edition, GbWorkspace *workspace, GError **error)
{
  edition->workspace = workspace;
  edition->arena = gb_arena_new ();
  edition->theme = gb_theme_find (workspace, error);
  if (edition->theme == NULL || !gb_theme_hash (edition->theme, edition->theme_hash, error))
    return FALSE;
  edition->languages = g_ptr_array_new ();
  const char *const *languages = gb_language_list (workspace->model->site, edition->arena);
  for (guint i = 0; languages[i] != NULL; i++) {
    const GbValue *words = gb_theme_words (workspace, edition->arena, languages[i], error);
    if (words == NULL)
      return FALSE;
    g_ptr_array_add (edition->languages, (gpointer)words);
  }
  edition->words = edition->languages->pdata[0];
  edition->templates = gb_theme_templates (workspace, edition->theme, error);
  gb_diagnostics_sort (workspace->diagnostics);
  return edition->templates != NULL;
}

/* What the last publication of the record held, by its manifest. */
static gboolean
find_published (GbEdition *edition, GError **error)
{
  char blob[GB_OID_LENGTH];
  gsize length;
  g_autofree char *text = NULL;
  if (!gb_record_last_published (edition->record, GB_MANIFEST, blob, &text, &length, error))
    return FALSE;
  if (text != NULL)
    edition->before = gb_manifest_parse (edition->arena, text, length, NULL);
  if (edition->before == NULL)
    return TRUE;
  g_strlcpy (edition->before_blob, blob, sizeof edition->before_blob);
  gb_hash_sha256 (text, length, edition->before_hash);
  edition->published = g_ptr_array_new ();
  for (guint i = 0; i < edition->before->n_files; i++)
    g_ptr_array_add (edition->published, (gpointer)edition->before->files[i].path);
  return TRUE;
}

gboolean
gb_edition_finish (GbEdition *edition, GbRecord *record, const char *source, GError **error)
{
  edition->record = record;
  g_strlcpy (edition->source, source, sizeof edition->source);
  if (!find_published (edition, error))
    return FALSE;
  edition->plans = g_ptr_array_new_with_free_func ((GDestroyNotify)gb_plan_free);
  for (guint i = 0; i < edition->languages->len; i++) {
    GbPlan *plan = gb_plan_new (edition->workspace->corpus, edition->languages->pdata[i], record,
                                edition->published, error);
    if (plan == NULL)
      return FALSE;
    g_ptr_array_add (edition->plans, plan);
  }
  return TRUE;
}

/* The commit at HEAD where it holds this publication at all, else "": a folder may lie in
 * somebody's repository without being part of it, and that may have no commit yet. */
static gboolean
find_head (GbRepository *repository, char ret_head[GB_OID_LENGTH], GError **error)
{
  g_autofree char *path
    = g_strconcat (gb_repository_prefix (repository), "content/site.yaml", NULL);
  char blob[GB_OID_LENGTH];
  if (!gb_branch_tip (repository, "HEAD", ret_head, error))
    return FALSE;
  if (ret_head[0] == '\0')
    return TRUE;
  if (!gb_repository_entry (repository, ret_head, path, blob, error))
    return FALSE;
  if (blob[0] == '\0')
    ret_head[0] = '\0';
  return TRUE;
}

gboolean
gb_edition_find_record (const GbWorkspace *workspace, GbRecord **ret_record,
                        char ret_source[GB_OID_LENGTH], GError **error)
{
  g_autoptr (GbRepository) repository = NULL;
  char head[GB_OID_LENGTH], source[GB_OID_LENGTH];
  *ret_record = NULL;
  ret_source[0] = '\0';
  if (!gb_repository_find (workspace->folder, &repository, error))
    return FALSE;
  if (repository == NULL)
    return TRUE;
  if (!find_head (repository, head, error))
    return FALSE;
  if (head[0] == '\0')
    return TRUE;
  const GbPublishing *publish = workspace->model->site->publish;
  g_auto (GbPlacement) placement = { 0 };
  if (publish != NULL && publish->branch != NULL) {
    if (!gb_placement_find (&placement, repository, publish->branch, error))
      return FALSE;
  } else {
    placement.folder = g_strconcat (gb_repository_prefix (repository), "site", NULL);
    g_strlcpy (placement.tip, head, sizeof placement.tip);
  }
  g_autoptr (GPtrArray) uncommitted = gb_repository_uncommitted (repository, error);
  if (uncommitted == NULL || !gb_repository_source (repository, head, source, error))
    return FALSE;
  GbRecord *record = gb_record_new (
    repository, source, placement.tip[0] == '\0' ? NULL : placement.tip, placement.folder, error);
  if (record == NULL)
    return FALSE;
  gb_record_set_uncommitted (record, uncommitted);
  if (uncommitted->len == 0)
    g_strlcpy (ret_source, source, GB_OID_LENGTH);
  *ret_record = record;
  return TRUE;
}

static gboolean
says_so (const GbNotice *notice, GbDate opens, GbDate closes)
{
  for (guint i = 0; i < notice->corrections.length; i++) {
    GbDate date = GB_LIST_AT (GbCorrection, notice->corrections, i)->date;
    if (date >= opens && date <= closes)
      return TRUE;
  }
  return notice->extension != NULL;
}

void
gb_edition_check_notices (const GbWorkspace *workspace, const GbRecord *record)
{
  const GbCorpus *corpus = workspace->corpus;
  for (guint i = 0; record != NULL && i < corpus->n_notices; i++) {
    const GbNoticeCase *notice = &corpus->notices[i];
    GbDate opens = notice->notice->opens.first;
    GbDate closes = notice->closes.date;
    if (opens == GB_DATE_NONE || closes == GB_DATE_NONE || says_so (notice->notice, opens, closes))
      continue;
    guint n;
    const GbRevision *revisions = gb_record_of_path (record, notice->notice->file, &n);
    for (guint k = 1; k < n; k++) {
      GbDate day = revisions[k].commit->day;
      if (day < opens || day > closes || revisions[0].commit->day > closes)
        continue;
      char text[GB_DATE_LENGTH];
      gb_diagnostics_warning (
        workspace->diagnostics, (GbPlace){ notice->notice->file, 1, 1 }, "notice-changed",
        "the notice was changed on %s, while its period ran, by commit %.12s; record what was "
        "corrected under 'corrections' (editorial: true where no word of weight changed), so that "
        "its period restarts or is extended as the rules say",
        gb_date_format (day, text), revisions[k].commit->id);
      break;
    }
  }
  gb_diagnostics_sort (workspace->diagnostics);
}

GbAssembly
gb_edition_assembly (const GbEdition *edition)
{
  return (GbAssembly){
    .corpus = edition->workspace->corpus,
    .plans = edition->plans,
    .templates = edition->templates,
    .content = edition->workspace->content,
    .theme = edition->theme,
    .theme_hash = edition->theme_hash,
    .published = edition->published,
    .source = edition->source[0] == '\0' ? NULL : edition->source,
  };
}

int
gb_edition_of_commit (GbEdition *edition, GbWorkspace *workspace, GbRepository *repository,
                      const char *source, const char *before, const char *folder)
{
  g_autoptr (GError) error = NULL;
  GbTree *tree = gb_commit_tree_new (repository, source, &error);
  if (tree == NULL || !gb_workspace_read (workspace, tree, &error)
      || !gb_commit_tree_check (tree, &error) || !gb_edition_start (edition, workspace, &error))
    return gb_command_fail (g_steal_pointer (&error));
  if (gb_workspace_has_errors (workspace)) {
    gb_workspace_report (workspace, TRUE);
    return GB_ERROR_CONTENT;
  }
  GbRecord *record = gb_record_new (repository, source, before, folder, &error);
  if (record == NULL)
    return gb_command_fail (g_steal_pointer (&error));
  return gb_edition_finish (edition, record, source, &error)
           ? GB_STATUS_DONE
           : gb_command_fail (g_steal_pointer (&error));
}
