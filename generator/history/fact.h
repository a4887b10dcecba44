/* What the keys of a source file said before a change and say after it. */
#pragma once

#include "view/view.h"

/* What the keys of a source file said and say: {groups [{name (null: the file itself),
 * kind, rows [{label, before, after}]}], more}; null where nothing of them differs. */
void gb_fact_set_changes (GbScene *scene, GbValue *object, const char *key, const char *path,
                          const char *before, const char *after);
