/* gongbao diff: what differs between two states of one thing, in the terminal. */
#include "commands/screen.h"
#include "commands/subject.h"
#include "commands/theme.h"
#include "corpus/roster.h"
#include "record/commit_tree.h"
#include "view/href.h"

#include <string.h>

typedef struct {
  GbSubject *subject;
  const GbCorpus *corpus; /* once something asked for it */
  GbScreen screen;
} Diff;

/* One of the two: a whole state of the files, or one text of a policy. */
typedef struct {
  GbTree *tree; /* NULL: a version */
  gboolean own; /* the tree is freed with the side */
  const GbText *text;
  const char *title;
} Side;

static void
side_clear (Side *side)
{
  if (side->own)
    g_clear_pointer (&side->tree, gb_tree_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static const char *
word (const Diff *diff, const char *path)
{
  return gb_words_get (diff->subject->words, path);
}

static int
judge (Diff *diff)
{
  int status = gb_subject_judge (diff->subject);
  diff->corpus = diff->subject->workspace.corpus;
  return status;
}

/* ---- what A and B name ---- */

/* N of "rN"; 0: something else. */
static guint
revision_number (const char *name)
{
  guint64 number;
  if (name[0] != 'r' || !g_ascii_isdigit (name[1]) || name[1] == '0'
      || !g_ascii_string_to_unsigned (name + 1, 10, 1, G_MAXUINT, &number, NULL))
    return 0;
  return (guint)number;
}

static gboolean
is_day (const char *name)
{
  GbDate day;
  return gb_date_parse (name, &day);
}

static gboolean
is_policy (const Diff *diff)
{
  return g_str_has_prefix (diff->subject->thing, GB_HREF_POLICIES);
}

static gboolean
is_registry (const Diff *diff)
{
  return g_str_has_prefix (diff->subject->thing, GB_HREF_REGISTRIES);
}

static int
find_version (Diff *diff, const char *name, Side *side)
{
  int status = judge (diff);
  if (status != GB_STATUS_DONE)
    return status;
  const GbPolicyCase *policy = gb_corpus_policy (diff->corpus, diff->subject->id);
  for (guint i = 0; policy != NULL && i < policy->n_versions; i++) {
    char day[GB_DATE_LENGTH];
    const GbVersionCase *version = &policy->versions[i];
    if (strcmp (gb_date_format (version->from, day), name) != 0)
      continue;
    side->text = version->text;
    side->title = gb_words_fill (
      diff->subject->words, diff->subject->arena, "redline.version", "from",
      gb_words_date (diff->subject->words, diff->subject->arena, version->from), NULL);
    return GB_STATUS_DONE;
  }
  if (policy != NULL && policy->n_versions == 0)
    return gb_command_misused ("diff: '%s' has one text and no versions; 'gongbao log %s' lists "
                               "its revisions",
                               diff->subject->id, diff->subject->id);
  return gb_command_misused ("diff: '%s' has no version of %s", diff->subject->id, name);
}

static int
find_commit (Diff *diff, const char *name, Side *side)
{
  GbSubject *subject = diff->subject;
  GError *error = NULL;
  char id[GB_OID_LENGTH];
  guint number = revision_number (name);
  if (subject->repository == NULL)
    return gb_command_misused ("diff: %s is in no git repository, so there is no '%s'",
                               subject->workspace.folder, name);
  if (number > 0 && number <= subject->n_revisions) {
    const GbCommit *commit = subject->revisions[number - 1].commit;
    char day[GB_DATE_LENGTH];
    g_strlcpy (id, commit->id, sizeof id);
    side->title = gb_arena_printf (subject->arena, "r%u %s %.12s %s", number,
                                   gb_date_format (commit->day, day), commit->id, commit->subject);
  } else if (gb_repository_resolve (subject->repository, name, id, &error)) {
    side->title = gb_arena_printf (subject->arena, "%s %.12s", name, id);
  } else if (number > 0 && g_error_matches (error, GB_ERROR, GB_ERROR_USAGE)) {
    g_clear_error (&error);
    return gb_command_misused ("diff: '%s' has %u revision%s; there is no '%s'", subject->thing,
                               subject->n_revisions, subject->n_revisions == 1 ? "" : "s", name);
  } else {
    return gb_command_fail (error);
  }
  side->tree = gb_commit_tree_new (subject->repository, id, &error);
  side->own = TRUE;
  return side->tree == NULL ? gb_command_fail (error) : GB_STATUS_DONE;
}

/* "" is what lies on the disk. */
static int
find_side (Diff *diff, const char *name, Side *side)
{
  GbSubject *subject = diff->subject;
  if (is_policy (diff) && is_day (name))
    return find_version (diff, name, side);
  if (*name != '\0')
    return find_commit (diff, name, side);
  if (subject->repository != NULL && gb_repository_is_bare (subject->repository))
    return gb_command_misused ("diff: a bare repository has no files on the disk; name two "
                               "revisions, A..B");
  side->tree = subject->workspace.content;
  side->title = word (diff, "diff.disk");
  return GB_STATUS_DONE;
}

/* ---- files ---- */

typedef struct {
  const char *bytes; /* NULL: no such file */
  gsize length;
} State;

static gboolean
read_state (Diff *diff, GbTree *tree, const char *path, State *state, GError **error)
{
  GbTreeFile file = gb_tree_take (tree, path, 0, diff->subject->arena);
  *state = (State){ file.bytes, file.length };
  return file.outcome != GB_TREE_UNREADABLE
         || gb_error_set (error, GB_ERROR_SYSTEM, "%s: %s", path, file.reason);
}

static gboolean
differs (const GbRedline *redline)
{
  return redline != NULL && redline->counts[GB_ROW_SAME] < redline->n_rows;
}

static void
show_path (Diff *diff, const char *path, const char *what)
{
  g_string_append_c (diff->screen.out, '\n');
  gb_screen_head (&diff->screen, gb_arena_printf (diff->subject->arena, "%s  %s", path, what));
}

static void
show_change (Diff *diff, const char *path, const GbEdit *change)
{
  GbSubject *subject = diff->subject;
  show_path (diff, path,
             gb_screen_counts (subject->words, subject->arena, change->words, change->lines));
  if (differs (change->lines))
    gb_screen_lines (&diff->screen, change->lines);
  if (differs (change->words))
    gb_screen_words (&diff->screen, change->words, change->old_text, change->new_text);
}

/* FALSE where the file is the same on both sides. */
static gboolean
show_file (Diff *diff, const char *path, const State *before, const State *after)
{
  if (before->bytes == NULL && after->bytes == NULL)
    return FALSE;
  if (before->bytes == NULL || after->bytes == NULL) {
    show_path (diff, path, word (diff, before->bytes == NULL ? "change.added" : "change.removed"));
    return TRUE;
  }
  if (before->length == after->length && memcmp (before->bytes, after->bytes, after->length) == 0)
    return FALSE;
  GbEdit change = gb_subject_compare (diff->subject, path, before->bytes, before->length,
                                      after->bytes, after->length);
  show_change (diff, path, &change);
  return TRUE;
}

/* @group: the words for the old one and the new one. */
static void
show_titles (Diff *diff, const char *group, const char *old_title, const char *new_title)
{
  const GbSubject *subject = diff->subject;
  gb_screen_head (&diff->screen,
                  gb_arena_printf (subject->arena, "--- %s  %s",
                                   gb_words_in (subject->words, group, "old"), old_title));
  gb_screen_head (&diff->screen,
                  gb_arena_printf (subject->arena, "+++ %s  %s",
                                   gb_words_in (subject->words, group, "new"), new_title));
}

static void
say (Diff *diff, const char *text)
{
  gb_screen_add (&diff->screen, text, 0);
  g_string_append_c (diff->screen.out, '\n');
}

static gboolean
show_trees (Diff *diff, const Side *old_side, const Side *new_side, GError **error)
{
  g_autoptr (GPtrArray) old_files = gb_subject_files (diff->subject, old_side->tree, error);
  g_autoptr (GPtrArray) new_files
    = old_files == NULL ? NULL : gb_subject_files (diff->subject, new_side->tree, error);
  if (new_files == NULL)
    return FALSE;
  gboolean any = FALSE;
  show_titles (diff, "redline", old_side->title, new_side->title);
  for (guint i = 0, k = 0; i < old_files->len || k < new_files->len;) {
    const char *a = i < old_files->len ? old_files->pdata[i] : NULL;
    const char *b = k < new_files->len ? new_files->pdata[k] : NULL;
    int order = a == NULL ? 1 : b == NULL ? -1 : strcmp (a, b);
    State before = { 0 }, after = { 0 };
    if ((order <= 0 && !read_state (diff, old_side->tree, a, &before, error))
        || (order >= 0 && !read_state (diff, new_side->tree, b, &after, error)))
      return FALSE;
    any |= show_file (diff, order <= 0 ? a : b, &before, &after);
    i += order <= 0;
    k += order >= 0;
  }
  if (!any)
    say (diff, word (diff, "diff.none"));
  return TRUE;
}

/* ---- two texts of a policy, one of them a version ---- */

/* Of a state of the files: what policy.md says. */
static int
find_text (Diff *diff, Side *side)
{
  if (side->text != NULL)
    return GB_STATUS_DONE;
  GError *error = NULL;
  State state;
  const char *path
    = gb_arena_printf (diff->subject->arena, "content/%s/policy.md", diff->subject->thing);
  if (!read_state (diff, side->tree, path, &state, &error))
    return gb_command_fail (error);
  side->text
    = state.bytes == NULL ? NULL : gb_subject_text (diff->subject, path, state.bytes, state.length);
  return side->text != NULL ? GB_STATUS_DONE
                            : gb_command_misused ("diff: there is no text in '%s'", side->title);
}

static int
show_texts (Diff *diff, Side *old_side, Side *new_side)
{
  int status = find_text (diff, old_side);
  if (status == GB_STATUS_DONE)
    status = find_text (diff, new_side);
  if (status != GB_STATUS_DONE)
    return status;
  GbSubject *subject = diff->subject;
  const GbRedline *redline = gb_redline_texts (subject->arena, old_side->text, new_side->text);
  show_titles (diff, "redline", old_side->title, new_side->title);
  say (diff, gb_screen_counts (subject->words, subject->arena, redline, NULL));
  gb_screen_words (&diff->screen, redline, old_side->text, new_side->text);
  return GB_STATUS_DONE;
}

static int
show_sides (Diff *diff, const char *from, const char *to)
{
  g_auto (Side) old_side = { 0 };
  g_auto (Side) new_side = { 0 };
  int status = find_side (diff, from, &old_side);
  if (status == GB_STATUS_DONE)
    status = find_side (diff, to, &new_side);
  if (status != GB_STATUS_DONE)
    return status;
  if (old_side.text != NULL || new_side.text != NULL)
    return show_texts (diff, &old_side, &new_side);
  GError *error = NULL;
  return show_trees (diff, &old_side, &new_side, &error) ? GB_STATUS_DONE : gb_command_fail (error);
}

/* ---- two lists of a registry ---- */

static const char *
batch_title (const GbBatch *batch)
{
  return batch->title != NULL ? batch->title : batch->id;
}

static void
show_roster_titles (Diff *diff, const GbRoster *roster)
{
  GbSubject *subject = diff->subject;
  const char *from = NULL, *to = NULL;
  switch (roster->mode) {
  case GB_ROSTER_BATCHES:
    from = batch_title (roster->old_batch);
    to = batch_title (roster->new_batch);
    break;
  case GB_ROSTER_NOTICE:
    from = roster->notice->notice->title;
    to = batch_title (roster->new_batch);
    break;
  case GB_ROSTER_DAYS:
    from = gb_words_date (subject->words, subject->arena, roster->old_day);
    to = gb_words_date (subject->words, subject->arena, roster->new_day);
    break;
  }
  show_titles (diff, "roster", from, to);
}

static void
show_reason (Diff *diff, const GbRoster *roster, const GbRosterReason *reason)
{
  GbSubject *subject = diff->subject;
  const GbPolicyCase *own = roster->registry->policy;
  g_autoptr (GString) line = g_string_new ("      ");
  char when[GB_DATE_LENGTH];
  if (reason->when.first != GB_DATE_NONE)
    g_string_append_printf (line, "%s ", gb_when_format (reason->when, when));
  g_string_append (
    line,
    reason->event != NULL
      ? gb_words_in (subject->words, "event", gb_event_name (reason->event->kind))
      : gb_words_in (subject->words, "roster-source", gb_roster_source_name (reason->source)));
  const GbDecision *decision = reason->decision;
  const char *parts[] = {
    reason->event == NULL || reason->event->ground == NULL ? NULL : reason->event->ground->text,
    reason->text,
    reason->derivation.date == GB_DATE_NONE
      ? NULL
      : gb_words_derivation (subject->words, subject->arena, &reason->derivation, NULL, own),
    decision == NULL           ? NULL
    : decision->number != NULL ? decision->number
                               : decision->title,
    reason->clause == NULL
      ? NULL
      : gb_corpus_clause (diff->corpus, subject->arena, reason->clause, own).label,
  };
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (line, "  %s", parts[i]);
  say (diff, line->str);
}

static void
show_roster_row (Diff *diff, const GbRoster *roster, const GbRosterRow *row)
{
  GbArena *arena = diff->subject->arena;
  const char *name = row->new_name != NULL ? row->new_name : row->old_name;
  if (row->kind == GB_ROSTER_RENAMED && row->old_name != NULL && row->new_name != NULL)
    name = gb_arena_printf (arena, "%s → %s", row->old_name, row->new_name);
  say (diff, gb_arena_printf (arena, "    %s", name));
  for (guint i = 0; i < row->n_reasons; i++)
    show_reason (diff, roster, &row->reasons[i]);
  if (row->unexplained)
    say (diff, gb_arena_printf (arena, "      %s", word (diff, "roster.unexplained")));
}

static void
show_roster (Diff *diff, const GbRoster *roster)
{
  GbSubject *subject = diff->subject;
  const char *kinds
    = gb_arena_printf (subject->arena, "roster-%s", gb_roster_mode_name (roster->mode));
  show_roster_titles (diff, roster);
  for (guint i = 0; i < roster->n_rows; i++) {
    const GbRosterRow *row = &roster->rows[i];
    if (i == 0 || row->kind != roster->rows[i - 1].kind) {
      const char *kind = gb_words_in (subject->words, kinds, gb_roster_kind_name (row->kind));
      const char *n = gb_arena_printf (subject->arena, "%u", roster->counts[row->kind]);
      const char *sum = gb_words_fill (subject->words, subject->arena, "roster.count", "what", kind,
                                       "n", n, NULL);
      gb_screen_head (&diff->screen, gb_arena_printf (subject->arena, "@@ %s", sum));
    }
    show_roster_row (diff, roster, row);
  }
  if (roster->n_rows == 0)
    say (diff, word (diff, "roster.none"));
}

/* Whether @name is that of a list on record: a day, a batch, a notice. */
static gboolean
names_list (const Diff *diff, const char *name)
{
  const GbSubject *subject = diff->subject;
  GbTree *tree = subject->workspace.content;
  const char *batch = gb_arena_printf (subject->arena, "content/%s/%s.yaml", subject->thing, name);
  const char *notice = gb_arena_printf (subject->arena, "content/notices/%s.md", name);
  return is_day (name) || gb_tree_kind (tree, batch) == GB_ITEM_FILE
         || gb_tree_kind (tree, notice) == GB_ITEM_FILE;
}

/* Also a branch whose commit cannot be read, which is told when that is shown. */
static gboolean
names_state (const Diff *diff, const char *name)
{
  char id[GB_OID_LENGTH];
  g_autoptr (GError) problem = NULL;
  return *name == '\0' || revision_number (name) > 0
         || (diff->subject->repository != NULL
             && (gb_repository_resolve (diff->subject->repository, name, id, &problem)
                 || g_error_matches (problem, GB_ERROR, GB_ERROR_SYSTEM)));
}

static int
show_lists (Diff *diff, const char *from, const char *to)
{
  gboolean lists = names_list (diff, from) || names_list (diff, to);
  if (!lists && names_state (diff, from) && names_state (diff, to))
    return show_sides (diff, from, to);
  int status = judge (diff);
  if (status != GB_STATUS_DONE)
    return status;
  GbSubject *subject = diff->subject;
  const GbRegistryCase *registry = gb_corpus_registry (diff->corpus, subject->id);
  if (registry == NULL)
    return gb_command_misused ("diff: there is no registry '%s' any more; compare revisions, "
                               "such as r1..r2",
                               subject->id);
  GError *error = NULL;
  const GbRoster *roster
    = gb_roster_pairs_named (subject->arena, diff->corpus, registry, from, to, &error);
  if (roster == NULL)
    return gb_command_fail (error);
  show_roster (diff, roster);
  return GB_STATUS_DONE;
}

static int
show_pair (Diff *diff, const char *from, const char *to)
{
  return is_registry (diff) ? show_lists (diff, from, to) : show_sides (diff, from, to);
}

/* ---- without A..B ---- */

/* The last two versions or batches; *ret_from NULL where there are no two. */
static int
find_last (Diff *diff, const char **ret_from, const char **ret_to)
{
  GbSubject *subject = diff->subject;
  GbArena *arena = subject->arena;
  gboolean versions = is_policy (diff) && gb_subject_has_folder (subject, "versions");
  *ret_from = NULL;
  if (!versions && !(is_registry (diff) && gb_subject_has_folder (subject, "")))
    return GB_STATUS_DONE;
  int status = judge (diff);
  if (status != GB_STATUS_DONE)
    return status;
  if (versions) {
    const GbPolicyCase *policy = gb_corpus_policy (diff->corpus, subject->id);
    guint n = policy == NULL ? 0 : policy->n_versions;
    char day[GB_DATE_LENGTH];
    if (n >= 2) {
      *ret_from = gb_arena_strdup (arena, gb_date_format (policy->versions[n - 2].from, day));
      *ret_to = gb_arena_strdup (arena, gb_date_format (policy->versions[n - 1].from, day));
    }
    return GB_STATUS_DONE;
  }
  guint n = 0;
  const GbRegistryCase *registry = gb_corpus_registry (diff->corpus, subject->id);
  const GbBatch **batches
    = registry == NULL ? NULL : gb_roster_pairs_sequence (arena, registry, &n);
  if (n >= 2) {
    *ret_from = batches[n - 2]->id;
    *ret_to = batches[n - 1]->id;
  }
  return GB_STATUS_DONE;
}

static int
show_last (Diff *diff)
{
  GbSubject *subject = diff->subject;
  const char *from, *to;
  int status = find_last (diff, &from, &to);
  if (status != GB_STATUS_DONE)
    return status;
  if (from != NULL)
    return show_pair (diff, from, to);
  guint n = subject->n_revisions;
  if (n >= 2)
    return show_sides (diff, gb_arena_printf (subject->arena, "r%u", n - 1),
                       gb_arena_printf (subject->arena, "r%u", n));
  if (subject->record == NULL)
    return gb_command_misused ("diff: '%s' has one text, and nothing is committed in git to "
                               "compare it with",
                               subject->thing);
  return show_sides (diff, "HEAD", "");
}

/* "A..B"; "A.." and "A": A and what lies on the disk; "..B": HEAD and B. */
static int
show (Diff *diff, const char *names)
{
  if (names == NULL)
    return show_last (diff);
  GbArena *arena = diff->subject->arena;
  const char *dots = strstr (names, "..");
  const char *from = dots == NULL ? names : gb_arena_strndup (arena, names, (gsize)(dots - names));
  return show_pair (diff, *from == '\0' ? "HEAD" : from, dots == NULL ? "" : dots + 2);
}

int
gb_command_diff (int argc, char **argv)
{
  g_auto (GbWorkspaceOptions) options = { 0 };
  g_autofree char *language = NULL;
  g_autofree char *colour = NULL;
  const GOptionEntry entries[] = {
    GB_LANGUAGE_ENTRY (language),
    { "color", 0, 0, G_OPTION_ARG_STRING, &colour,
      "auto (default: on a terminal, unless NO_COLOR is set), always or never", "WHEN" },
    GB_WORKSPACE_ENTRIES (options),
    { NULL },
  };
  if (!gb_command_parse (
        &argc, &argv, entries, "ID [A..B]",
        "Prints what differs between two states of a policy, a registry, a notice or a page.\n\n"
        "A and B are the day a version takes effect (2027-06-01), a revision as 'gongbao log'\n"
        "counts them (r2), or anything that git knows as a commit; A.. is A and what lies on the\n"
        "disk.  Of a registry also two batches, a notice and its batch, or two days.  Without\n"
        "them: the last two versions or batches, else the last two revisions, else HEAD and the\n"
        "disk."))
    return GB_ERROR_USAGE;
  if (argc < 2 || argc > 3)
    return gb_command_misused ("diff takes one id, and A..B where other states are meant");
  static const char *const choices[] = { "auto", "always", "never", NULL };
  if (colour != NULL && !g_strv_contains (choices, colour))
    return gb_command_misused ("--color: write auto, always or never");

  g_auto (GbSubject) subject = { 0 };
  int status = gb_subject_open (&subject, &options, language, argv[1]);
  if (status != GB_STATUS_DONE)
    return status;
  g_autoptr (GString) out = g_string_new (NULL);
  Diff diff = {
    .subject = &subject,
    .screen = { out, subject.words, subject.arena, gb_screen_wants_colour (colour) },
  };
  status = show (&diff, argc == 3 ? argv[2] : NULL);
  if (status == GB_STATUS_DONE)
    g_print ("%s", out->str);
  return status;
}
