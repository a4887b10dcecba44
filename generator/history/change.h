/* What a commit changed, by things. */
#pragma once

#include "history/ledger.h"

/* {thing {href, title}, what, href} of a thing that a commit changed. */
void gb_change_append_thing (GbScene *scene, GbValue *things, const char *thing,
                             const GbLedgerEntry *entry);
/* things and more: what commit @index changed, or, of that, what is among the keys of @only. */
void gb_change_set_things (GbScene *scene, GbValue *object, guint index, GHashTable *only);
