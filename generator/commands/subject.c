#include "commands/subject.h"

#include "base/file.h"
#include "commands/theme.h"
#include "record/branch.h"
#include "record/commit_tree.h"
#include "view/href.h"

#include <string.h>

/* Bytes of a file that is compared. */
#define COMPARED_MAX ((gsize)512 * 1024)

void
gb_subject_clear (GbSubject *subject)
{
  g_clear_pointer (&subject->uncommitted, g_ptr_array_unref);
  g_clear_pointer (&subject->record, gb_record_free);
  g_clear_pointer (&subject->repository, gb_repository_free);
  gb_workspace_clear (&subject->workspace);
  g_clear_pointer (&subject->arena, gb_arena_free);
}

/* ---- which thing is meant ---- */

static gboolean
belongs (const char *path, const char *thing)
{
  gsize length = strlen (thing);
  if (!g_str_has_prefix (path, "content/") || strncmp (path + 8, thing, length) != 0)
    return FALSE;
  const char *rest = path + 8 + length;
  return rest[0] == '/' || strcmp (rest, ".md") == 0;
}

static gboolean
is_there (const GbSubject *subject, const char *thing)
{
  GbTree *tree = subject->workspace.content;
  const char *folder = gb_arena_printf (subject->arena, "content/%s", thing);
  const char *file = gb_arena_printf (subject->arena, "content/%s.md", thing);
  return gb_tree_kind (tree, folder) == GB_ITEM_FOLDER || gb_tree_kind (tree, file) == GB_ITEM_FILE;
}

static gboolean
was_there (const GbSubject *subject, const char *thing)
{
  for (guint i = 0; subject->record != NULL && i < gb_record_n_commits (subject->record); i++) {
    guint n;
    const GbRevision *changes = gb_record_changes (subject->record, i, &n);
    for (guint k = 0; k < n; k++)
      if (belongs (changes[k].path, thing))
        return TRUE;
  }
  return FALSE;
}

/* Of the kinds that @exists knows @id in, the only one; @ret_n says how many there are. */
static const char *
find_among (const GbSubject *subject, const char *id,
            gboolean (*exists) (const GbSubject *, const char *), guint *ret_n)
{
  const char *found = NULL;
  *ret_n = 0;
  for (guint i = 0; i < GB_THING_SITE; i++) {
    const char *thing = gb_href_thing (subject->arena, (GbThing)i, id);
    if (!exists (subject, thing))
      continue;
    found = thing;
    *ret_n += 1;
  }
  return found;
}

/* "policies/ID", "content/policies/ID/": the thing that @name writes out, or NULL. */
static const char *
written_out (const GbSubject *subject, const char *name)
{
  if (g_str_has_prefix (name, "content/"))
    name += strlen ("content/");
  const char *id;
  if (gb_href_thing_kind (name, &id) == GB_THING_SITE)
    return NULL;
  const char *end = id + strcspn (id, "/");
  return end > id && strspn (end, "/") == strlen (end)
           ? gb_arena_strndup (subject->arena, name, (gsize)(end - name))
           : NULL;
}

static int
find_thing (GbSubject *subject, const char *name)
{
  guint n = 0;
  subject->thing = written_out (subject, name);
  if (subject->thing != NULL) {
    n = is_there (subject, subject->thing) || was_there (subject, subject->thing);
  } else if (strchr (name, '/') == NULL && name[0] != '.' && name[0] != '\0') {
    subject->thing = find_among (subject, name, is_there, &n);
    if (n == 0)
      subject->thing = find_among (subject, name, was_there, &n);
  }
  if (n == 0 && strchr (name, '/') != NULL) {
    const char *registry
      = gb_arena_printf (subject->arena, GB_HREF_REGISTRIES "%.*s", (int)strcspn (name, "/"), name);
    if (is_there (subject, registry) || was_there (subject, registry))
      return gb_command_misused ("entries are kept with their registry; write '%s'",
                                 strchr (registry, '/') + 1);
  }
  if (n == 0)
    return gb_command_misused ("there is no policy, registry, notice or page '%s'%s", name,
                               subject->record == NULL ? "" : ", and none is on record");
  if (n > 1)
    return gb_command_misused ("'%s' names %u things; write policies/%s, registries/%s, "
                               "notices/%s or pages/%s",
                               name, n, name, name, name, name);
  subject->id = strchr (subject->thing, '/') + 1;
  return GB_STATUS_DONE;
}

/* ---- its past ---- */

static void
collect_revisions (GbSubject *subject)
{
  g_autoptr (GArray) revisions = g_array_new (FALSE, FALSE, sizeof (GbSubjectRevision));
  for (guint i = 0; subject->record != NULL && i < gb_record_n_commits (subject->record); i++) {
    guint n;
    const GbRevision *changes = gb_record_changes (subject->record, i, &n);
    GbSubjectRevision revision = { .commit = gb_record_commit (subject->record, i) };
    for (guint k = 0; k < n; k++)
      revision.n_changes += belongs (changes[k].path, subject->thing);
    if (revision.n_changes == 0)
      continue;
    revision.changes = gb_arena_newv (subject->arena, const GbRevision *, revision.n_changes);
    for (guint k = 0, to = 0; k < n; k++)
      if (belongs (changes[k].path, subject->thing))
        revision.changes[to++] = &changes[k];
    g_array_append_val (revisions, revision);
  }
  subject->revisions = gb_arena_seal (subject->arena, revisions, &subject->n_revisions);
}

/* Without a commit there is no record, which is no error. */
static gboolean
open_record (GbSubject *subject, GError **error)
{
  char head[GB_OID_LENGTH], source[GB_OID_LENGTH];
  if (subject->repository == NULL)
    return TRUE;
  if (!gb_branch_tip (subject->repository, "HEAD", head, error))
    return FALSE;
  if (head[0] == '\0')
    return TRUE;
  if (!gb_repository_source (subject->repository, head, source, error))
    return FALSE;
  subject->record = gb_record_new (subject->repository, source, NULL, "site", error);
  subject->uncommitted
    = subject->record == NULL ? NULL : gb_repository_uncommitted (subject->repository, error);
  return subject->uncommitted != NULL;
}

static gboolean
open_all (GbSubject *subject, const GbWorkspaceOptions *options, const char *language,
          GError **error)
{
  GbWorkspace *workspace = &subject->workspace;
  if (!gb_workspace_prepare (workspace, options, error)
      || !gb_repository_find (workspace->folder, &subject->repository, error))
    return FALSE;
  gboolean bare = subject->repository != NULL && gb_repository_is_bare (subject->repository);
  char head[GB_OID_LENGTH];
  if (bare && !gb_repository_resolve (subject->repository, "HEAD", head, error))
    return FALSE;
  workspace->content = bare ? gb_commit_tree_new (subject->repository, head, error)
                            : gb_tree_of_folder (workspace->folder);
  if (workspace->content == NULL)
    return FALSE;
  subject->words = gb_theme_words (workspace, subject->arena, language, error);
  return subject->words != NULL && open_record (subject, error);
}

int
gb_subject_open (GbSubject *subject, const GbWorkspaceOptions *options, const char *language,
                 const char *name)
{
  if (!gb_theme_has_language (language))
    return gb_command_misused ("--language: write zh-CN or en");
  GError *error = NULL;
  subject->arena = gb_arena_new ();
  if (!open_all (subject, options, language, &error))
    return gb_command_fail (error);
  int status = find_thing (subject, name);
  if (status == GB_STATUS_DONE)
    collect_revisions (subject);
  return status;
}

int
gb_subject_judge (GbSubject *subject)
{
  GbWorkspace *workspace = &subject->workspace;
  if (workspace->corpus != NULL)
    return GB_STATUS_DONE;
  GError *error = NULL;
  if (!gb_workspace_read (workspace, g_steal_pointer (&workspace->content), &error))
    return gb_command_fail (error);
  if (!gb_workspace_has_errors (workspace))
    return GB_STATUS_DONE;
  gb_workspace_report (workspace, TRUE);
  return GB_ERROR_CONTENT;
}

/* ---- its files ---- */

gboolean
gb_subject_owns (const GbSubject *subject, const char *path)
{
  return belongs (path, subject->thing);
}

GPtrArray *
gb_subject_files (const GbSubject *subject, GbTree *tree, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  char *file = gb_arena_printf (subject->arena, "content/%s.md", subject->thing);
  if (gb_tree_kind (tree, file) != GB_ITEM_NONE)
    g_ptr_array_add (files, file);
  const char *folder = gb_arena_printf (subject->arena, "content/%s", subject->thing);
  g_autoptr (GArray) items = gb_tree_files (tree, folder, TRUE, subject->arena, error);
  if (items == NULL)
    return NULL;
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (files, (gpointer)g_array_index (items, GbItem, i).name);
  gb_file_sort (files);
  return g_steal_pointer (&files);
}

gboolean
gb_subject_has_folder (const GbSubject *subject, const char *name)
{
  const char *path = gb_arena_printf (subject->arena, "content/%s%s%s", subject->thing,
                                      *name == '\0' ? "" : "/", name);
  return gb_tree_kind (subject->workspace.content, path) == GB_ITEM_FOLDER;
}

/* ---- what differs in one ---- */

/* In the arena, lines ending in LF; NULL where it is no text. */
static const char *
text_of (const GbSubject *subject, const char *bytes, gsize length)
{
  if (length > COMPARED_MAX || !g_utf8_validate (bytes, (gssize)length, NULL))
    return NULL;
  char *text = gb_arena_strndup (subject->arena, bytes, length);
  gsize to = 0;
  for (gsize i = 0; i < length; i++)
    if (bytes[i] != '\r' || bytes[i + 1] != '\n')
      text[to++] = bytes[i];
  text[to] = '\0';
  return text;
}

const GbText *
gb_subject_text (const GbSubject *subject, const char *path, const char *bytes, gsize length)
{
  const char *text = text_of (subject, bytes, length);
  return text == NULL ? NULL : gb_edit_text (subject->arena, path, text);
}

GbEdit
gb_subject_compare (const GbSubject *subject, const char *path, const char *before,
                    gsize before_length, const char *after, gsize after_length)
{
  const char *old_text = text_of (subject, before, before_length);
  const char *new_text = text_of (subject, after, after_length);
  if (old_text == NULL || new_text == NULL)
    return (GbEdit){ 0 };
  return gb_edit_compare (subject->arena, path, old_text, new_text);
}
