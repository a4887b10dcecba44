/* Where annexes begin, and which lines only list them.
 *
 * Private to the room.  A list stands behind a text or in its covering notice: 附件：1.… 2.…, or
 * 附件1：… 附件2：… with nothing of their own below.  What has something of its own is an annex.
 * Words that speak of an annex are neither.
 */
#pragma once

#include "text/line.h"

/* Gives heads, titles and entries of annexes their roles; the titles of texts have theirs. */
void gb_annex_mark (GbLines *lines);
