/* The words for the states of a version. */
#include "corpus/corpus.h"

GB_VOCABULARY_NAMES (GbVersionState, version_state, GB_VERSION_STATES)
