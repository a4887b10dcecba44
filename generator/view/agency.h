/* What data files say of an agency. */
#pragma once

#include "base/value.h"
#include "source/model_site.h"

void gb_agency_set (GbValue *record, const GbAgency *agency);
