/* The rules of a registry and its batches, as pages and data files say them. */
#pragma once

#include "view/view.h"

void gb_scheme_set (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
void gb_scheme_set_batches (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
