#include "law/derivation.h"

GB_VOCABULARY_NAMES (GbRule, rule, GB_RULES)
