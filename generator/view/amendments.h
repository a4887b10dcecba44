/* What amendments did to the texts of a policy, by articles. */
#pragma once

#include "view/view.h"

/* What amendments did to the texts of a policy, by articles; for one page, in whose scene's arena
 * it lives, so that no two texts are compared twice for it. */
typedef struct _GbAmendments GbAmendments;

GbAmendments *gb_amendments_new (GbScene *scene, const GbPolicyCase *policy);
/* articles [{what, label, href}], changed from the version before, and amends: whether any was. */
void gb_amendments_set_articles (GbAmendments *amendments, GbValue *value, guint index);
/* For the text of a version a note (HTML) behind each article that an amendment has touched so far,
 * or will, by unit; NULL where there is one text only. */
const char *const *gb_amendments_notes (GbAmendments *amendments, guint index);
