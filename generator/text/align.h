/* Which row of the one side is which of the other.
 *
 * Private to the room.  Groups first (articles by their number and by the likeness of their words),
 * then the rows in each pair of groups, then what is left over between two pairs of rows.
 */
#pragma once

#include "text/rows.h"

/* Sets match.mate and match.crossed of groups and rows on both sides. */
void gb_align_rows (GbRows *old_rows, GbRows *new_rows);
