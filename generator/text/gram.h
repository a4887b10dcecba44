/* What full text is searched by: pairs of neighbouring characters, typography folded away.
 *
 * The same folding is done by templates/assets/search.js, character by character, so that a phrase
 * is found exactly where its folded characters stand one after another in the folded text.  Full
 * and half width, capitals and the variants of a bracket, a quotation mark or a dash fold into one;
 * white space and invisible characters fold into nothing; a line end separates: nothing is found
 * across it.  tests/browser compares both foldings.
 */
#pragma once

#include <glib.h>

/* Appends the folded characters of @length bytes of valid UTF-8 to @out (guint32); 0 stands for a
 * line end. */
void gb_gram_fold (const char *text, gsize length, GArray *out);
/* The number by which a pair is looked up; two pairs may share one, which then finds both. */
guint32 gb_gram_hash (guint32 first, guint32 second);
