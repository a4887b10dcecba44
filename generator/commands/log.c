/* gongbao log: the revisions of one thing, the newest first. */
#include "commands/screen.h"
#include "commands/subject.h"
#include "commands/theme.h"

#include <string.h>

static const char *
word (const GbSubject *subject, const char *path)
{
  return gb_words_get (subject->words, path);
}

/* What a commit did to one file: "修改1处，新增2处". */
static const char *
describe (const GbSubject *subject, const GbRevision *change, GError **error)
{
  if (change->renamed_from != NULL)
    return gb_arena_printf (subject->arena, "%s %s", word (subject, "change.renamed"),
                            change->renamed_from);
  if (change->change != GB_PATH_CHANGED)
    return word (subject, change->change == GB_PATH_ADDED ? "change.added" : "change.removed");
  gsize before_length, after_length;
  g_autofree char *before = gb_record_read (subject->record, change->before, &before_length, error);
  g_autofree char *after
    = before == NULL ? NULL : gb_record_read (subject->record, change->after, &after_length, error);
  if (after == NULL)
    return NULL;
  GbEdit compared
    = gb_subject_compare (subject, change->path, before, before_length, after, after_length);
  return gb_screen_counts (subject->words, subject->arena, compared.words, compared.lines);
}

static gboolean
show_revision (GbScreen *screen, const GbSubject *subject, guint index, GError **error)
{
  const GbSubjectRevision *revision = &subject->revisions[index];
  const GbCommit *commit = revision->commit;
  char day[GB_DATE_LENGTH];
  const char *note = *commit->subject == '\0' ? word (subject, "changes.no-note") : commit->subject;
  gb_screen_head (screen,
                  gb_arena_printf (subject->arena, "r%u  %s  %.12s  %s%s%s%s", index + 1,
                                   gb_date_format (commit->day, day), commit->id, note,
                                   commit->editorial ? "  [" : "",
                                   commit->editorial ? word (subject, "changes.editorial") : "",
                                   commit->editorial ? "]" : ""));
  if (*commit->body != '\0') {
    g_string_append (screen->out, "    ");
    gb_screen_add (screen, commit->body, 4);
    g_string_append_c (screen->out, '\n');
  }
  for (guint i = 0; i < revision->n_changes; i++) {
    const char *what = describe (subject, revision->changes[i], error);
    if (what == NULL)
      return FALSE;
    gb_screen_add (
      screen, gb_arena_printf (subject->arena, "    %s  %s\n", revision->changes[i]->path, what),
      0);
  }
  return TRUE;
}

static void
show_uncommitted (GbScreen *screen, const GbSubject *subject)
{
  gboolean any = FALSE;
  for (guint i = 0; i < subject->uncommitted->len; i++) {
    const char *path = subject->uncommitted->pdata[i];
    if (!gb_subject_owns (subject, path))
      continue;
    if (!any)
      gb_screen_head (screen, word (subject, "diff.uncommitted"));
    gb_screen_add (screen, gb_arena_printf (subject->arena, "    %s\n", path), 0);
    any = TRUE;
  }
}

int
gb_command_log (int argc, char **argv)
{
  g_auto (GbWorkspaceOptions) options = { 0 };
  g_autofree char *language = NULL;
  if (!gb_theme_parse (
        &options, &language, &argc, &argv, "ID",
        "Lists the revisions of a policy, a registry, a notice or a page, the newest first: the\n"
        "commits that changed its files, with what they changed.  'gongbao diff ID r1..r2' shows\n"
        "the words."))
    return GB_ERROR_USAGE;
  if (argc != 2)
    return gb_command_misused ("log takes one id: of a policy, a registry, a notice or a page");

  g_auto (GbSubject) subject = { 0 };
  int status = gb_subject_open (&subject, &options, language, argv[1]);
  if (status != GB_STATUS_DONE)
    return status;
  if (subject.repository == NULL)
    return gb_command_misused ("log: %s is in no git repository", subject.workspace.folder);
  GError *error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  GbScreen screen = { out, subject.words, subject.arena, gb_screen_wants_colour (NULL) };
  if (subject.uncommitted != NULL)
    show_uncommitted (&screen, &subject);
  for (guint i = subject.n_revisions; i > 0; i--)
    if (!show_revision (&screen, &subject, i - 1, &error))
      return gb_command_fail (error);
  if (subject.n_revisions == 0)
    g_string_append_printf (out, "%s\n", word (&subject, "diff.unrecorded"));
  if (subject.record != NULL && !gb_record_is_complete (subject.record))
    g_string_append_printf (out, "%s\n", word (&subject, "provenance.incomplete"));
  g_print ("%s", out->str);
  return GB_STATUS_DONE;
}
