/* What most commands begin with: the publication's folder, the as-of date, the content.
 *
 * The clock is read here and nowhere else: without --as-of, today in Asia/Shanghai is the as-of
 * date.
 */
#pragma once

#include "commands/command.h"
#include "corpus/corpus.h"

/* The options -C, --as-of and --jobs, for the entries of a command. */
typedef struct {
  char *folder;
  char *as_of;
  int jobs;
} GbWorkspaceOptions;

void gb_workspace_options_clear (GbWorkspaceOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GbWorkspaceOptions, gb_workspace_options_clear)

#define GB_WORKSPACE_ENTRIES(options)                                                              \
  { "directory",                                                                                   \
    'C',                                                                                           \
    0,                                                                                             \
    G_OPTION_ARG_FILENAME,                                                                         \
    &(options).folder,                                                                             \
    "The folder that holds content/ (default: this one)",                                          \
    "DIR" },                                                                                       \
    { "as-of",                                                                                     \
      0,                                                                                           \
      0,                                                                                           \
      G_OPTION_ARG_STRING,                                                                         \
      &(options).as_of,                                                                            \
      "The day for which statuses are computed (default: today in Asia/Shanghai)",                 \
      "YYYY-MM-DD" },                                                                              \
  {                                                                                                \
    "jobs", 'j', 0, G_OPTION_ARG_INT, &(options).jobs,                                             \
      "Threads (default: one for each processor)", "N"                                             \
  }

typedef struct {
  const char *folder; /* borrowed from the options */
  GbTree *content;    /* what is read: the folder, or a commit */
  GbDate as_of;
  guint jobs;
  GbDiagnostics *diagnostics; /* sorted */
  GbModel *model;
  GbCorpus *corpus;
} GbWorkspace;

void gb_workspace_clear (GbWorkspace *workspace);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GbWorkspace, gb_workspace_clear)

/* Checks the options only: folder, as-of date, jobs.  Fails with GB_ERROR_USAGE. */
gboolean gb_workspace_prepare (GbWorkspace *workspace, const GbWorkspaceOptions *options,
                               GError **error);
/* Of a prepared workspace: reads and judges what @tree holds (taken, also on failure) in place of
 * the folder.  As gb_workspace_open. */
gboolean gb_workspace_read (GbWorkspace *workspace, GbTree *tree, GError **error);
/* Prepares, then reads and judges the content.  Errors of the content are in diagnostics and do not
 * make it fail; with them the corpus may be NULL (no site.yaml to count by). */
gboolean gb_workspace_open (GbWorkspace *workspace, const GbWorkspaceOptions *options,
                            GError **error);

/* Opens for a command that needs sound content: GB_STATUS_DONE, or the exit status after having
 * said what is wrong. */
int gb_workspace_enter (GbWorkspace *workspace, const GbWorkspaceOptions *options);

/* "file:line:column: error: message [code]" on standard error for each, and how many. */
void gb_workspace_report (const GbWorkspace *workspace, gboolean warnings);
gboolean gb_workspace_has_errors (const GbWorkspace *workspace);

/* The theme: templates/ of the publication (a folder, or a link to one), else beside the program's
 * source, else as installed. NULL where there is none.  The caller frees it before the workspace.
 */
GbTree *gb_workspace_theme (const GbWorkspace *workspace);
