/* Which file and which commit a page is made from. */
#pragma once

#include "view/view.h"

/* provenance: {file, commit, uncommitted, incomplete, revisions {href, text}} of the file a page is
 * made from (ledger.h says what a thing is); null without a record.  @file may be the folder of the
 * thing, "content/registries/x/": then of all its files. */
void gb_provenance_set (GbScene *scene, GbValue *page, const char *thing, const char *file);
