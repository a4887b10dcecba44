/* The rules of a registry and its batches, as pages and data files say them. */
#pragma once

#include "view/view.h"

G_BEGIN_DECLS

void gb_scheme_set (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
void gb_scheme_set_batches (GbScene *scene, GbValue *record, const GbRegistryCase *registry);

G_END_DECLS
