/* The files of calendars: the site, an issuer, a registry, a policy.  diary.h says what an
 * appointment is and how a calendar goes on from the one published before. */
#pragma once

#include "view/view.h"

void gb_appointment_files (GbView *view);
/* The calendar of an issuer, where there is or was anything in it; feeds know which issuers have
 * pages of their own. */
void gb_appointment_add_issuer (GbView *view, const char *id);
