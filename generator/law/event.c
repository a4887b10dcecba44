/* The words for what happens to an entry (standing.h). */
#include "law/standing.h"

GB_VOCABULARY_NAMES (GbEventKind, event, GB_EVENTS)
