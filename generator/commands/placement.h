/* Where the publication of a site lies: its branch and its folder in the tree of that branch. */
#pragma once

#include "record/repository.h"

typedef struct {
  char *branch;            /* "refs/heads/main" */
  char *folder;            /* "site", "gov/site"; "" on a branch of its own */
  gboolean own;            /* a branch of its own */
  char tip[GB_OID_LENGTH]; /* "" where the branch has no commit yet */
} GbPlacement;

void gb_placement_clear (GbPlacement *placement);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GbPlacement, gb_placement_clear)

/* By site.yaml's publish.branch (@branch, or NULL) and HEAD.  Fails where HEAD is detached and
 * nothing else names the branch. */
gboolean gb_placement_find (GbPlacement *placement, GbRepository *repository, const char *branch,
                            GError **error);
