/* The words for why a policy has no last day. */
#include "corpus/corpus.h"

GB_VOCABULARY_OPTIONAL_NAMES (GbOpenEnd, open_end, GB_OPEN_END_NONE, GB_OPEN_ENDS)
