/* What a policy, an entry and a notice are in one sentence: in the state of today, or in one that
 * their dates lead to. */
#pragma once

#include "view/view.h"

/* What a thing is in one sentence, in the state given: now, or what its dates lead to. */
const char *gb_sentence_policy (GbScene *scene, const GbPolicyCase *policy, GbForce force);
const char *gb_sentence_entry (GbScene *scene, const GbEntryCase *entry,
                               const GbStandingState *state);
const char *gb_sentence_notice (GbScene *scene, const GbNoticeCase *notice, GbNoticeState state);
