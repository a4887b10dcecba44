/* JSON out: a value tree as text.
 *
 * Two forms, both with members in the order in which they were set and a newline at the end:
 * compact, or indented by two spaces with one member a line so that git shows readable changes.
 */
#pragma once

#include "base/value.h"

G_BEGIN_DECLS

void gb_json_write (GString *out, const GbValue *value, gboolean indented);

G_END_DECLS
