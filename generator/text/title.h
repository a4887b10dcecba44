/* Which lines are the titles of the texts that a document issues.
 *
 * Private to the room.
 */
#pragma once

#include "text/line.h"

/* Gives the titles and the heading of the covering notice their roles.  A title is a heading of the
 * first level, or any line that is named before, in 《》 or in a list of annexes, and under which a
 * numbering begins.  Where only one text can be told, the last of the first-level headings is its
 * title. */
void gb_title_mark (GbLines *lines);
