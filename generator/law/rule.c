/* The words for the rules by which dates come about (derivation.h). */
#include "law/derivation.h"

GB_VOCABULARY_NAMES (GbRule, rule, GB_RULES)
