/* The rules of a registry and its batches, as pages and data files say them. */
#pragma once

#include "view/view.h"

/* Each kind of rules of the scheme under its key, null or empty where it has none. */
void gb_scheme_set (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
void gb_scheme_set_batches (GbScene *scene, GbValue *record, const GbRegistryCase *registry);

/* The keys of those that a scheme has once, in the order in which they are told; NULL after them.
 */
const char *gb_scheme_rule (guint index);
/* What a kind of rules is called. */
const char *gb_scheme_name (GbScene *scene, const char *key);
