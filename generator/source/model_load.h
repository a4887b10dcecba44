/* Reads a publication into a model (model.h).
 *
 * model_load.c finds the files and has them read on all threads; reader.h reads one of them,
 * model_policy_read.h the folder of a policy; model_calendar_make.h makes the calendar that days
 * are counted by, model_references.h and model_addresses.h check what the files say of one another.
 */
#pragma once

#include "source/model.h"

/* Reads @tree (which holds content/) on @jobs threads.  What is wrong with the content goes to
 * @diagnostics and the rest is still read; NULL with @error only where the folder cannot be read at
 * all.  Files are named relative to the tree's root in every place. */
GbModel *gb_model_load (GbTree *tree, guint jobs, GbDiagnostics *diagnostics, GError **error);
/* The same with nothing but the calendars, for counting days. */
GbModel *gb_model_load_calendar (GbTree *tree, GbDiagnostics *diagnostics, GError **error);
