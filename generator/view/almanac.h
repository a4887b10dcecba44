/* The days that pages name, each as the value that contexts hold for it.  A day stands on many
 * pages; it is put into words once, before any page is made. */
#pragma once

#include "view/view.h"

void gb_almanac_make (GbView *view);
/* {iso, text}, shared; NULL where the table lacks the day. */
const GbValue *gb_almanac_day (const GbView *view, GbDate day);
