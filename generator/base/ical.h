/* iCalendar (RFC 5545) as bytes: content lines, escaped, folded and read back.
 *
 * A calendar is put together as plain lines, NAME:VALUE and a newline each, and folded as a whole
 * at the end: CRLF, 75 octets a line with the blank that a continuation begins with, never a
 * character cut in two and never an empty continuation, which some programs refuse.
 */
#pragma once

#include <glib.h>

/* A line whose @value needs no escape: a date, an address, a word of the format.  @name may carry
 * parameters. */
void gb_ical_add (GString *lines, const char *name, const char *value);
/* The same of a text of people: \ ; , and ends of lines are escaped, other control characters left
 * out.  NULL and "" add nothing. */
void gb_ical_add_text (GString *lines, const char *name, const char *text);
/* Appends @lines, folded, to @out. */
void gb_ical_fold (GString *out, const char *lines);
/* The other way: the lines of the @length bytes at @text, each ended by a newline.  g_free. */
char *gb_ical_unfold (const char *text, gsize length);
