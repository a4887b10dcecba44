/* What is said of a registry: as a row of a list, as a record, as a link. */
#pragma once

#include "view/view.h"

G_BEGIN_DECLS

/* {id, title, href} or null. */
void gb_registry_set_link (GbScene *scene, GbValue *object, const char *key,
                           const GbRegistryCase *registry);
void gb_registry_row (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
void gb_registry_record (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
void gb_registry_summary (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
/* columns: which columns of a list of entries have anything to say. (registry.c) */
void gb_registry_set_columns (GbValue *page, const GbRegistryCase *registry);

G_END_DECLS
