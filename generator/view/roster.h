/* Where two lists of a registry are compared, and the links to there. */
#pragma once

#include "view/view.h"

/* {href} of the comparison of a batch with the one before it, or of a notice with its batch; null
 * where there is none.  @list: a GbBatch, a GbNoticeCase or NULL. */
void gb_roster_set_link (GbScene *scene, GbValue *object, const char *key, gconstpointer list);
/* The same of a day of change, by its index in registry->days, with the one before it. */
void gb_roster_set_day_link (GbScene *scene, GbValue *object, const char *key,
                             const GbRegistryCase *registry, guint index);
/* Finds the lists that are compared: fills view->rosters. */
void gb_roster_make (GbView *view);
/* Where day @index of change is compared with the one before. */
const char *gb_roster_day_folder (GbArena *arena, const GbRegistryCase *registry, guint index);
