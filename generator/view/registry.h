/* What is said of a registry: as a row of a list, as a record, as a link. */
#pragma once

#include "view/view.h"

/* {id, title, href} or null. */
void gb_registry_set_link (GbScene *scene, GbValue *object, const char *key,
                           const GbRegistryCase *registry);
/* {id, href, title, short_title, summary, kind, authority, policy, entries, counts}. */
void gb_registry_row (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
/* rules: {title, number, url, note} of those that are not on this site, or null. */
void gb_registry_set_rules (GbValue *record, const GbRegistryCase *registry);
/* The row with rules, verb and notes. */
void gb_registry_record (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
/* The record as data files have it, without its entries: with url and turns. */
void gb_registry_summary (GbScene *scene, GbValue *record, const GbRegistryCase *registry);
/* columns: which columns of a list of entries have anything to say. */
void gb_registry_set_columns (GbValue *page, const GbRegistryCase *registry);
