/* Lists of policies that have an address of their own: all, and by status, issuer, year and topic.
 * Made once with the view, which owns them. */
#pragma once

#include "view/view.h"

/* The address of the list of a topic, of an issuer by its id; NULL where there is none. */
const char *gb_listing_topic_href (GbScene *scene, const char *topic);
const char *gb_listing_issuer_href (const GbView *view, const char *id);

/* All lists of policies: fills view->listings, by_issuer, by_topic, policies_turn. */
void gb_listing_make (GbView *view);
