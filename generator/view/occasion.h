/* What happens on a day, as a row; which occasions are still to come. */
#pragma once

#include "view/view.h"

/* The first occasion that is not over; as many as there are where none is left. */
guint gb_occasion_next (const GbCorpus *corpus);
/* The next day on which the occasions themselves change. */
GbDate gb_occasion_turns (const GbCorpus *corpus);
void gb_occasion_row (GbScene *scene, GbValue *record, const GbOccasion *occasion);
