/* The words for the units of periods (period.h). */
#include "law/period.h"

GB_VOCABULARY_NAMES (GbDayUnit, day_unit, GB_DAY_UNITS)
