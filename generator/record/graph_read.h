/* A graph read from a repository.
 *
 * All commits reachable from the tips are read once, put into an order that depends on nothing but
 * the commits themselves (parents before children; among those that may come next the earlier
 * committed, then the smaller id), and joined with their parents' trees where the changes are
 * wanted.  What was found is kept in a cache by commit id, so that the next run reads only new
 * commits; a commit never changes, so that a cache may be old but not wrong.
 *
 * Told one after another, what commits did side by side would not always end with what the merge
 * of them holds: it may have kept the text of a branch that comes first in this order.  Then the
 * merge counts as having changed that file, from what was told last to what it holds.  So after the
 * last commit of the source the changes told amount to its tree, file by file.
 */
#pragma once

#include "record/graph.h"
#include "record/repository.h"

/* @source: the changes below @folder ("content", "" for everything) of all commits reachable from
 * it are known afterwards; @publications (or NULL): another tip whose commits are wanted too.
 * @cache: a file, or NULL for none; then every object read is checked against its id.  To be called
 * while no other thread reads from git.  Fails with GB_ERROR_SYSTEM. */
GbGraph *gb_graph_read (GbRepository *repository, const char *source, const char *publications,
                        const char *folder, const char *cache, GError **error);
