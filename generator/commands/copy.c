#include "commands/copy.h"

#include "record/commit_tree.h"
#include "record/difference.h"

#include <string.h>
#include <sys/stat.h>

/* What must be seen: every file. */
enum { COMPARED = 1 << 0 };

typedef struct {
  GbCopy *copy;
  const GbInspection *inspection;
  GbTree *worktree;
  GHashTable *there; /* paths found in the work tree */
} Comparing;

static void
comparing_clear (Comparing *comparing)
{
  g_clear_pointer (&comparing->there, g_hash_table_unref);
  g_clear_pointer (&comparing->worktree, gb_tree_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparing, comparing_clear)

static void
deny (Comparing *comparing, const char *path, const char *where, const char *what)
{
  const GbInspection *inspection = comparing->inspection;
  if (path[0] != '\0' && !gb_inspection_asks (inspection, path)) {
    comparing->copy->n_others++;
    return;
  }
  g_autofree char *full = gb_inspection_path (inspection, path);
  gb_findings_deny (&comparing->copy->findings, "%s: in %s it %s", full, where, what);
}

/* ---- the commit ---- */

static const char *
say_difference (GbDifferenceKind kind)
{
  switch (kind) {
  case GB_DIFFERENCE_ADDED:
    return "is there, and was not published";
  case GB_DIFFERENCE_MISSING:
    return "is missing";
  case GB_DIFFERENCE_BYTES:
    return "has other bytes than were published";
  default:
    return "is of another kind (a link, a program, a file or a folder) than was published";
  }
}

static void
compare_commit (Comparing *comparing, const char *commit)
{
  const GbInspection *inspection = comparing->inspection;
  GbFindings *findings = &comparing->copy->findings;
  g_autoptr (GError) error = NULL;
  const char *folder = inspection->folder;
  g_autoptr (GArray) differences = gb_difference_find (
    inspection->repository, (GbDifferenceSide){ inspection->publication->id, folder },
    (GbDifferenceSide){ commit, folder }, inspection->arena, &error);
  if (differences == NULL) {
    gb_findings_lack (findings, "%s", error->message);
    return;
  }
  g_autofree char *where = g_strdup_printf ("commit %.12s", commit);
  for (guint i = 0; i < differences->len; i++) {
    const GbDifference *difference = &g_array_index (differences, GbDifference, i);
    deny (comparing, difference->path, where, say_difference (difference->kind));
  }
  gb_findings_see (findings, COMPARED);
}

/* ---- the work tree ---- */

static void
deny_here (Comparing *comparing, const char *path, const char *what)
{
  deny (comparing, path, "the work tree", what);
}

/* Whether the bytes are those that were published, or git would make them so. */
static gboolean
is_same (Comparing *comparing, const char *full, const GbInspectedFile *file, const char *published,
         const GbTreeFile *taken)
{
  char hash[GB_HASH_LENGTH], added[GB_OID_LENGTH];
  if (strcmp (gb_hash_sha256 (taken->bytes, taken->length, hash), file->hash) == 0)
    return TRUE;
  if (!gb_repository_would_add (comparing->inspection->repository, full, added, NULL)
      || strcmp (published, added) != 0)
    return FALSE;
  comparing->copy->n_converted += file->hash[0] != '\0';
  return TRUE;
}

static gboolean
is_program (const Comparing *comparing, const char *full)
{
  GbRepository *repository = comparing->inspection->repository;
  g_autofree char *file = g_build_filename (gb_repository_worktree (repository), full, NULL);
  struct stat info;
  return lstat (file, &info) == 0 && (info.st_mode & S_IXUSR) != 0
         && gb_repository_trusts_modes (repository);
}

static void
compare_file (Comparing *comparing, const char *path, GbItemKind kind, GbArena *scratch)
{
  const GbInspectedFile *file = g_hash_table_lookup (comparing->inspection->files, path);
  g_autofree char *full = gb_inspection_path (comparing->inspection, path);
  if (kind != GB_ITEM_FILE || file == NULL) {
    deny_here (comparing, path,
               file == NULL ? "is there, and was not published" : "is no ordinary file");
    return;
  }
  char published[GB_OID_LENGTH];
  if (!gb_commit_tree_find (comparing->inspection->site, path, published))
    return; /* it is no ordinary file there either, and that was said */
  gb_arena_reset (scratch);
  GbTreeFile taken = gb_tree_take (comparing->worktree, full, 0, scratch);
  if (taken.outcome != GB_TREE_READ && !gb_inspection_asks (comparing->inspection, path))
    comparing->copy->n_others++;
  else if (taken.outcome != GB_TREE_READ)
    gb_findings_doubt (&comparing->copy->findings, "%s: cannot be read in the work tree: %s", full,
                       taken.reason == NULL ? "it is no ordinary file any more" : taken.reason);
  else if (!is_same (comparing, full, file, published, &taken))
    deny_here (comparing, path, "has other bytes than were published");
  else if (is_program (comparing, full))
    deny_here (comparing, path, "is a program (its mode says that it can be executed)");
}

static gboolean
compare_folder (Comparing *comparing, const char *folder, GbArena *scratch, GError **error)
{
  const GbInspection *inspection = comparing->inspection;
  g_autofree char *full = gb_inspection_path (inspection, folder);
  g_autoptr (GArray) items = gb_tree_list (comparing->worktree, full, inspection->arena, error);
  if (items == NULL) {
    g_prefix_error (error, "%s: cannot be read in the work tree: ", full);
    return FALSE;
  }
  for (guint i = 0; i < items->len; i++) {
    const GbItem *item = &g_array_index (items, GbItem, i);
    const char *path = folder[0] == '\0'
                         ? item->name
                         : gb_arena_printf (inspection->arena, "%s/%s", folder, item->name);
    if (full[0] == '\0' && strcmp (path, ".git") == 0)
      continue;
    if (item->kind != GB_ITEM_FOLDER) {
      g_hash_table_add (comparing->there, (gpointer)path);
      compare_file (comparing, path, item->kind, scratch);
    } else if (!compare_folder (comparing, path, scratch, error)) {
      return FALSE;
    }
  }
  return TRUE;
}

/* What was published and is not there: git may have been told to leave it out. */
static gboolean
compare_missing (Comparing *comparing, GError **error)
{
  GHashTableIter iter;
  gpointer path;
  g_hash_table_iter_init (&iter, comparing->inspection->files);
  while (g_hash_table_iter_next (&iter, &path, NULL)) {
    g_autofree char *full = gb_inspection_path (comparing->inspection, path);
    gboolean is_left_out;
    if (g_hash_table_contains (comparing->there, path))
      continue;
    if (!gb_repository_is_left_out (comparing->inspection->repository, full, &is_left_out, error))
      return FALSE;
    if (!is_left_out)
      deny_here (comparing, path, "is missing");
    else if (gb_inspection_asks (comparing->inspection, path))
      comparing->copy->n_left_out++;
  }
  return TRUE;
}

static void
compare_worktree (Comparing *comparing)
{
  const GbInspection *inspection = comparing->inspection;
  GbFindings *findings = &comparing->copy->findings;
  g_autoptr (GbArena) scratch = gb_arena_new ();
  g_autoptr (GError) error = NULL;
  GbItemKind kind = inspection->folder[0] == '\0'
                      ? GB_ITEM_FOLDER
                      : gb_tree_kind (comparing->worktree, inspection->folder);
  if (kind != GB_ITEM_FOLDER && kind != GB_ITEM_NONE)
    deny_here (comparing, "", "is no folder (a link or a file)");
  else if (compare_folder (comparing, "", scratch, &error) && compare_missing (comparing, &error))
    gb_findings_see (findings, COMPARED);
  else
    gb_findings_doubt (findings, "%s", error->message);
}

void
gb_copy_of_commit (GbCopy *copy, const GbInspection *inspection, const char *commit)
{
  Comparing comparing = { .copy = copy, .inspection = inspection };
  *copy = (GbCopy){ 0 };
  gb_findings_init (&copy->findings, COMPARED);
  compare_commit (&comparing, commit);
}

void
gb_copy_of_worktree (GbCopy *copy, const GbInspection *inspection)
{
  g_auto (Comparing) comparing = {
    .copy = copy,
    .inspection = inspection,
    .worktree = gb_tree_of_folder (gb_repository_worktree (inspection->repository)),
    .there = g_hash_table_new (g_str_hash, g_str_equal),
  };
  *copy = (GbCopy){ 0 };
  gb_findings_init (&copy->findings, COMPARED);
  compare_worktree (&comparing);
}

void
gb_copy_clear (GbCopy *copy)
{
  gb_findings_clear (&copy->findings);
}
