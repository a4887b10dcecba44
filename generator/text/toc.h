/* A list of contents that the text itself brings (目录): words, but no units.
 *
 * Private to the room.
 */
#pragma once

#include "text/line.h"

/* Gives the lines of such lists their role: the line 目录 and the captions behind it, up to the one
 * with which the text repeats the first of them.  Where nothing is repeated and no page stands
 * behind a caption, there is no list. */
void gb_toc_mark (GbLines *lines);

/* The length of @text without the page at its end: 总则……3. */
gsize gb_toc_trim (const char *text, gsize length);
