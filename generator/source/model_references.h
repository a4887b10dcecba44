/* Checks what files say of one another.  Private to the room. */
#pragma once

#include "source/holding.h"

/* Reports every id, clause and word that names something which does not exist. */
void gb_model_references_check (const GbHolding *holding, GbDiagnostics *diagnostics);
