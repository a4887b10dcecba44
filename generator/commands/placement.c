#include "commands/placement.h"

#include "record/branch.h"

void
gb_placement_clear (GbPlacement *placement)
{
  g_clear_pointer (&placement->branch, g_free);
  g_clear_pointer (&placement->folder, g_free);
}

gboolean
gb_placement_find (GbPlacement *placement, GbRepository *repository, const char *branch,
                   GError **error)
{
  if (branch != NULL) {
    placement->branch = g_strconcat ("refs/heads/", branch, NULL);
    placement->folder = g_strdup ("");
    placement->own = TRUE;
    return gb_branch_tip (repository, placement->branch, placement->tip, error);
  }
  placement->branch = gb_branch_head (repository, placement->tip, error);
  placement->folder = g_strconcat (gb_repository_prefix (repository), "site", NULL);
  return placement->branch != NULL;
}
