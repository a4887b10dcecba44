/* A site as a commit or the work tree holds it, against the publication that it should be. */
#pragma once

#include "commands/inspection.h"

typedef struct {
  GbFindings findings;
  guint n_others;    /* files that differ and were not asked about */
  guint n_converted; /* files of the work tree whose line ends git converts */
  guint n_left_out;  /* files that git leaves out of the work tree */
} GbCopy;

/* Compares what @commit holds with @inspection, whose site must have been found. */
void gb_copy_of_commit (GbCopy *copy, const GbInspection *inspection, const char *commit);
/* The same of what lies in the work tree, whatever git was told to ignore; the repository must not
 * be bare. */
void gb_copy_of_worktree (GbCopy *copy, const GbInspection *inspection);
void gb_copy_clear (GbCopy *copy);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GbCopy, gb_copy_clear)
