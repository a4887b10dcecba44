/* Makes the calendar that days are counted by.  Private to the room. */
#pragma once

#include "source/holding.h"

/* Fills model.calendar from model.calendar_files. */
void gb_model_calendar_make (GbHolding *holding, GbDiagnostics *diagnostics);
