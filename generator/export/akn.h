/* The files of Akoma Ntoso: one beside the page of each policy, and of each of its texts.
 * akn_text.h says what they hold. */
#pragma once

#include "view/view.h"

void gb_akn_files (GbView *view);
/* Whether there are Akoma Ntoso files of @policy: not where no date of it is known. */
gboolean gb_akn_is_there (const GbPolicyCase *policy);
