/* The cache of a graph: a file with its own fingerprint before it.
 *
 * Whatever is wrong with the file (cut off, another version, another folder, a flipped bit) makes
 * it count as absent; whatever keeps it from being written is of no consequence.
 */
#pragma once

#include "record/graph.h"

/* Adds the commits the file holds to @graph. */
void gb_cache_load (GbGraph *graph, const char *file, const char *folder);
/* Writes all commits of @graph that are in its order. */
void gb_cache_save (const GbGraph *graph, const char *file, const char *folder);
