/* Checks old addresses.  Private to the room. */
#pragma once

#include "source/holding.h"

/* Reports old addresses that are no addresses, are in use, or lead nowhere. */
void gb_model_addresses_check (const GbHolding *holding, GbDiagnostics *diagnostics);
