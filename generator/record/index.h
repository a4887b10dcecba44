/* Git's index, changed as git changes it: under index.lock, which keeps other git commands away,
 * and put into place at once.
 *
 * Whatever ends before gb_index_write leaves it as it was.
 */
#pragma once

#include "record/repository.h"

typedef struct _GbIndex GbIndex;

/* NULL with GB_ERROR_SYSTEM where another git command has it, or where it cannot be read or
 * written.  A lock that a publication left behind is taken over, for the caller holds that of
 * publications (branch.h). */
GbIndex *gb_index_lock (GbRepository *repository, GError **error);
void gb_index_unlock (GbIndex *index); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbIndex, gb_index_unlock)

/* What it holds at @path, until that is changed; NULL where there is nothing. */
const git_index_entry *gb_index_find (GbIndex *index, const char *path);
gboolean gb_index_set (GbIndex *index, const git_index_entry *entry, GError **error);
gboolean gb_index_remove (GbIndex *index, const char *path, GError **error);

/* Makes the changes visible, once. */
gboolean gb_index_write (GbIndex *index, GError **error);
