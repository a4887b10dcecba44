/* The statuses that the dates on record lead to, for browsers that look at a page later. */
#pragma once

#include "view/view.h"

/* steps: the statuses that the dates on record lead to, "2026-11-27 closed 公示期满|…", by day;
 * null where there are none.  With @facts also fact_steps, the sentences that go with them.
 * Nothing in data files. */
void gb_step_set_policy (GbScene *scene, GbValue *object, const GbPolicyCase *policy,
                         gboolean facts);
void gb_step_set_entry (GbScene *scene, GbValue *object, const GbEntryCase *entry, gboolean facts);
void gb_step_set_notice (GbScene *scene, GbValue *object, const GbNoticeCase *notice,
                         gboolean facts);
