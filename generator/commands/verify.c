/* gongbao verify: a publication made once more from its own commit, and compared byte by byte; then
 * what a commit and the work tree hold of it. */
#include "commands/copy.h"
#include "commands/workspace.h"
#include "view/href.h"

#include <glib/gprintf.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  GbRepository *repository;
  const GbWorkspace *workspace;
  const char *page; /* from the root of the site; NULL: everything */
  const char *tip;  /* the commit that was named, or HEAD's */
  gboolean is_here; /* it is what is checked out in a work tree */
  gboolean is_now;  /* none was named: what stands now is asked about */
} Verifying;

/* ---- saying so ---- */

/* What git lacks comes with a way to get it. */
static void
print_doubtful (const Verifying *verifying, const GbFindings *findings, const char *subject)
{
  g_fprintf (stderr, "%s: cannot tell here whether it is genuine%s%s\n", subject,
             findings->unread ? ": " : "",
             findings->unread ? gb_repository_advice (verifying->repository) : "");
}

static GbVerdict
report_publication (const Verifying *verifying, GbInspection *inspection)
{
  const GbPublication *publication = inspection->publication;
  GbVerdict verdict = gb_findings_verdict (&inspection->findings);
  char day[GB_DATE_LENGTH];
  g_autofree char *subject
    = g_strdup_printf ("%.12s as of %s", publication->id, gb_date_format (publication->as_of, day));
  if (inspection->nowhere && verdict != GB_VERDICT_NOT_GENUINE) {
    g_fprintf (stderr,
               "%s: there is no such page: %s; write its path on the site, such as policies/ID/\n",
               subject, verifying->page);
    return GB_VERDICT_NOT_GENUINE;
  }
  gb_findings_print (&inspection->findings);
  if (inspection->n_others > 0)
    g_fprintf (stderr,
               "%s: other files of it are not as published, or cannot be read (%u); without --page "
               "they are named\n",
               subject, inspection->n_others);
  if (verdict == GB_VERDICT_CANNOT_TELL)
    print_doubtful (verifying, &inspection->findings, subject);
  else if (verdict == GB_VERDICT_NOT_GENUINE)
    g_fprintf (stderr, "%s: NOT what its source gives\n", subject);
  else if (verifying->page != NULL)
    g_print ("%s: %s is just what was published\n", subject, verifying->page);
  else
    g_print ("%s: %u files, every byte as the source gives it\n", subject,
             inspection->manifest->n_files + 1);
  return verdict;
}

static void
remark_copy (const GbCopy *copy, const char *subject)
{
  if (copy->n_others > 0)
    g_fprintf (stderr, "%s: other files are not as published (%u); without --page they are named\n",
               subject, copy->n_others);
  if (copy->n_converted > 0)
    g_fprintf (
      stderr,
      "%s: git has converted the line ends of %u files (core.autocrlf, .gitattributes), so "
      "that sha256sum does not give the fingerprints of " GB_MANIFEST
      "; what git would add is what was published\n",
      subject, copy->n_converted);
  if (copy->n_left_out > 0)
    g_fprintf (stderr, "%s: %u files are not checked out, so that nothing is said of them\n",
               subject, copy->n_left_out);
}

static GbVerdict
report_copy (const Verifying *verifying, const GbInspection *inspection, GbCopy *copy,
             const char *subject)
{
  GbVerdict verdict = gb_findings_verdict (&copy->findings);
  gb_findings_print (&copy->findings);
  remark_copy (copy, subject);
  if (verdict == GB_VERDICT_CANNOT_TELL)
    print_doubtful (verifying, &copy->findings, subject);
  else if (verdict == GB_VERDICT_NOT_GENUINE)
    g_fprintf (stderr, "%s: NOT what %.12s published\n", subject, inspection->publication->id);
  else if (copy->n_left_out == 0 && !inspection->nowhere)
    g_print ("%s: the same %s\n", subject, verifying->page == NULL ? "site" : "page");
  return verdict;
}

/* ---- what is newer than the publication: told, and nothing wrong ---- */

/* Content may be committed before it is published; for a site on a branch of its own it is that of
 * HEAD. */
static void
tell_ahead (const Verifying *verifying, const GbInspection *inspection)
{
  static const char *const folders[] = { "content", "templates" };
  const GbPublication *publication = inspection->publication;
  const char *prefix = gb_repository_prefix (verifying->repository);
  g_autofree char *content = g_strconcat (prefix, "content", NULL);
  char tip[GB_OID_LENGTH], id[GB_OID_LENGTH];
  g_strlcpy (tip, verifying->tip, sizeof tip);
  if (inspection->folder[0] == '\0'
      && !gb_repository_resolve (verifying->repository, "HEAD", tip, NULL))
    return;
  if (!gb_repository_entry (verifying->repository, tip, content, id, NULL) || id[0] == '\0')
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autofree char *path = g_strconcat (prefix, folders[i], NULL);
    char theirs[GB_OID_LENGTH], ours[GB_OID_LENGTH];
    if (gb_repository_entry (verifying->repository, publication->source, path, theirs, NULL)
        && gb_repository_entry (verifying->repository, tip, path, ours, NULL)
        && strcmp (theirs, ours) != 0)
      g_fprintf (stderr,
                 "%.12s: %s/ is not what the publication was made from: what changed there is not "
                 "published\n",
                 tip, path);
  }
  g_autoptr (GPtrArray) uncommitted
    = verifying->is_here ? gb_repository_uncommitted (verifying->repository, NULL) : NULL;
  if (uncommitted != NULL && uncommitted->len > 0)
    g_fprintf (stderr, "The work tree: %s is not as committed, and so not published (%u in all)\n",
               (const char *)uncommitted->pdata[0], uncommitted->len);
}

static void
tell_old (const Verifying *verifying, const GbManifest *manifest)
{
  char day[GB_DATE_LENGTH];
  if (manifest->turns != GB_DATE_NONE && manifest->turns <= verifying->workspace->as_of)
    g_fprintf (stderr,
               "The last publication is out of date: something on it changed by itself on %s. Run: "
               "gongbao publish\n",
               gb_date_format (manifest->turns, day));
}

/* ---- the verdicts ---- */

/* What the commit that was named holds of the last publication, and the work tree where it is
 * checked out. */
static GbVerdict
verify_copies (const Verifying *verifying, const GbInspection *inspection)
{
  GbVerdict verdict = GB_VERDICT_GENUINE;
  if (strcmp (verifying->tip, inspection->publication->id) != 0) {
    g_autofree char *subject = g_strdup_printf ("%.12s", verifying->tip);
    g_auto (GbCopy) copy = { 0 };
    gb_copy_of_commit (&copy, inspection, verifying->tip);
    verdict = report_copy (verifying, inspection, &copy, subject);
  }
  if (verifying->is_here) {
    g_auto (GbCopy) copy = { 0 };
    gb_copy_of_worktree (&copy, inspection);
    GbVerdict here = report_copy (verifying, inspection, &copy, "The work tree");
    verdict = MAX (verdict, here);
  }
  return verdict;
}

static GbVerdict
verify (const Verifying *verifying, const GbPublication *publication, gboolean is_last)
{
  g_auto (GbInspection) inspection = { 0 };
  gb_inspection_run (&inspection, verifying->repository, publication, verifying->page,
                     verifying->workspace->jobs);
  GbVerdict verdict = report_publication (verifying, &inspection);
  if (!is_last)
    return verdict;
  if (inspection.site != NULL) {
    GbVerdict copied = verify_copies (verifying, &inspection);
    verdict = MAX (verdict, copied);
  }
  if (inspection.folder != NULL)
    tell_ahead (verifying, &inspection);
  if (verifying->is_now && inspection.manifest != NULL)
    tell_old (verifying, inspection.manifest);
  return verdict;
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
    return g_strconcat (given, GB_HREF_INDEX, NULL);
  return strchr (name, '.') == NULL ? g_strconcat (given, "/" GB_HREF_INDEX, NULL)
                                    : g_strdup (given);
}

/* What git cannot read, or a shallow clone does not know, leaves everything open. */
static int
fail (const GbRepository *repository, GError *error)
{
  gboolean is_lacking
    = g_error_matches (error, GB_ERROR, GB_ERROR_SYSTEM) || gb_repository_is_shallow (repository);
  int status = gb_command_fail (error);
  if (!is_lacking)
    return status;
  g_fprintf (stderr, "Cannot tell here whether it is genuine: %s\n",
             gb_repository_advice (repository));
  return gb_findings_status (GB_VERDICT_CANNOT_TELL);
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
        "Makes a publication once more from the commit it names and compares every byte: REV "
        "itself "
        "or the last publication before it (default: HEAD). Then says whether REV, and where that "
        "is checked out the work tree, hold just this site.\n\nExit status: 0 genuine, 1 not "
        "genuine, 2 wrong usage, 3 it cannot be told here."))
    return GB_ERROR_USAGE;
  if (argc > 2)
    return gb_command_misused ("verify takes one revision");

  g_auto (GbWorkspace) workspace = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GbRepository) repository = NULL;
  if (!gb_workspace_prepare (&workspace, &options, &error)
      || !gb_repository_find (workspace.folder, &repository, &error))
    return gb_command_fail (g_steal_pointer (&error));
  if (repository == NULL)
    return gb_command_misused ("%s is in no git repository", workspace.folder);
  gb_repository_forget_cache (repository);
  const char *revision = argc == 2 ? argv[1] : "HEAD";
  char tip[GB_OID_LENGTH], head[GB_OID_LENGTH];
  if (!gb_repository_resolve (repository, revision, tip, &error))
    return fail (repository, g_steal_pointer (&error));
  g_autoptr (GbRecord) record = gb_record_new (repository, tip, tip, "site", &error);
  if (record == NULL)
    return fail (repository, g_steal_pointer (&error));
  guint n = gb_record_n_publications (record);
  if (n == 0 && !gb_record_is_complete (record)) {
    g_set_error (&error, GB_ERROR, GB_ERROR_SYSTEM,
                 "there is no publication in what is here of the history of %s", revision);
    return fail (repository, g_steal_pointer (&error));
  }
  if (n == 0)
    return gb_command_misused ("there is no publication in the history of %s; name the branch that "
                               "the site goes to",
                               revision);
  /* The manifest names all files, so that all are made for it. */
  g_autofree char *path = page == NULL ? NULL : normal_page (page);
  const Verifying verifying = {
    .repository = repository,
    .workspace = &workspace,
    .page = g_strcmp0 (path, GB_MANIFEST) == 0 ? NULL : path,
    .tip = tip,
    .is_here = !gb_repository_is_bare (repository)
               && gb_repository_resolve (repository, "HEAD", head, NULL) && strcmp (head, tip) == 0,
    .is_now = argc == 1,
  };
  GbVerdict verdict = GB_VERDICT_GENUINE;
  for (guint i = all ? 0 : n - 1; i < n; i++) {
    GbVerdict one = verify (&verifying, gb_record_publication (record, i), i == n - 1);
    verdict = MAX (verdict, one);
  }
  return gb_findings_status (verdict);
}
