#include "source/vocabulary.h"

GB_VOCABULARY_NAMES (GbPolicyKind, policy_kind, GB_POLICY_KINDS)
GB_VOCABULARY_NAMES (GbRegistryKind, registry_kind, GB_REGISTRY_KINDS)
