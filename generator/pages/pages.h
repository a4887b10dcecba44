/* Every kind of page, each after those whose additions to the view it reads.
 *
 * A kind has a file of this room, whose function gb_KIND_pages adds the sheets of the kind to the
 * view; output/plan.c calls these functions in the order of this list.  A new kind needs its line
 * here, its file and its template.
 */
#pragma once

#include "view/view.h"

#define GB_PAGE_KINDS(X)                                                                           \
  X (search)                                                                                       \
  X (inventory) /* lists the catalog of the search */                                              \
  X (data)                                                                                         \
  X (home)                                                                                         \
  X (facet)                                                                                        \
  X (policy)                                                                                       \
  X (version)                                                                                      \
  X (compare)                                                                                      \
  X (registry)                                                                                     \
  X (roll)                                                                                         \
  X (day)                                                                                          \
  X (roster)                                                                                       \
  X (criteria)                                                                                     \
  X (entry)                                                                                        \
  X (notice)                                                                                       \
  X (agenda)                                                                                       \
  X (dictionary)                                                                                   \
  X (page)                                                                                         \
  X (revision)                                                                                     \
  X (change)                                                                                       \
  X (subscribe)                                                                                    \
  X (address) /* of which nothing above has a page */

#define GB_PAGE_KIND_PROTOTYPE(kind) void gb_##kind##_pages (GbView *view);
GB_PAGE_KINDS (GB_PAGE_KIND_PROTOTYPE)

/* Whether @path, in any language, lies at or below an address that content/addresses.yaml says has
 * moved or was withdrawn. */
gboolean gb_address_is_declared (const GbModel *model, const char *path);

/* facets [{id, word, open, values [{name, href, count}], more}] and has.facets: the lists of a
 * part of the registry. */
void gb_roll_set_facets (GbScene *scene, GbValue *page, const GbRegistryCase *registry);
