/* JSON out: a value tree as text.
 *
 * Two forms, both with members in the order in which they were set and a newline at the end: all on
 * one line, or in lines, where each member of the outermost object and each element of the
 * arrays right inside it has a line of its own, so that git shows which record changed.
 */
#pragma once

#include "base/value.h"

void gb_json_write (GString *out, const GbValue *value, gboolean in_lines);
