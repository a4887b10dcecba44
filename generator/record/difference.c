#include "record/difference.h"

#include "record/object.h"

/* What stands at @side, and in @ret_tree its tree where that is a folder. */
static int
open_side (git_repository *git, GbDifferenceSide side, GbObjectEntry *ret_entry,
           git_tree **ret_tree)
{
  int code = gb_object_find_in (git, side.commit, side.folder, ret_entry);
  if (code == 0 && ret_entry->mode == GIT_FILEMODE_TREE)
    code = gb_object_tree (git, &ret_entry->id, ret_tree);
  return code;
}

static GbDifferenceKind
kind_of (const git_diff_delta *delta)
{
  switch (delta->status) {
  case GIT_DELTA_ADDED:
    return GB_DIFFERENCE_ADDED;
  case GIT_DELTA_DELETED:
    return GB_DIFFERENCE_MISSING;
  default:
    return delta->old_file.mode == delta->new_file.mode ? GB_DIFFERENCE_BYTES : GB_DIFFERENCE_KIND;
  }
}

static int
compare (git_repository *git, git_tree *first, git_tree *second, GbArena *arena, GArray *found)
{
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_SKIP_BINARY_CHECK;
  options.ignore_submodules = GIT_SUBMODULE_IGNORE_NONE;
  git_diff *diff = NULL;
  int code = git_diff_tree_to_tree (&diff, git, first, second, &options);
  for (gsize i = 0; code == 0 && i < git_diff_num_deltas (diff); i++) {
    const git_diff_delta *delta = git_diff_get_delta (diff, i);
    const GbDifference difference
      = { gb_arena_strdup (arena, delta->new_file.path), kind_of (delta) };
    g_array_append_val (found, difference);
  }
  git_diff_free (diff);
  return code;
}

GArray *
gb_difference_find (GbRepository *repository, GbDifferenceSide first, GbDifferenceSide second,
                    GbArena *arena, GError **error)
{
  git_repository *git = gb_repository_git (repository);
  git_tree *trees[2] = { NULL, NULL };
  GbObjectEntry entries[2];
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GbDifference));
  GbDifferenceSide side = first;
  int code = open_side (git, first, &entries[0], &trees[0]);
  if (code == 0) {
    side = second;
    code = open_side (git, second, &entries[1], &trees[1]);
  }
  if (code == 0 && entries[0].mode != entries[1].mode && entries[0].mode != GIT_FILEMODE_UNREADABLE
      && entries[1].mode != GIT_FILEMODE_UNREADABLE) {
    const GbDifference difference = { "", GB_DIFFERENCE_KIND };
    g_array_append_val (found, difference);
  } else if (code == 0 && (trees[0] != NULL || trees[1] != NULL)) {
    code = compare (git, trees[0], trees[1], arena, found);
  }
  git_tree_free (trees[0]);
  git_tree_free (trees[1]);
  if (code == 0)
    return g_steal_pointer (&found);
  gb_repository_fail (error, code, "%s%scommit %.12s cannot be read", side.folder,
                      side.folder[0] == '\0' ? "" : " of ", side.commit);
  return NULL;
}
