/* What the words of a text say of its own effect and validity, as far as they are the usual ones:
 * 自…起施行, 有效期N年, 有效期至….  This only tells that something is said, so that nobody claims
 * the contrary; what exactly is said is not read here.
 */
#pragma once

#include "text/text.h"

/* The words by which @text says when it takes effect or how long it is valid, white space left out;
 * NULL where none are found.  The caller frees them with g_free. */
char *gb_statement_effect (const GbText *text);
char *gb_statement_validity (const GbText *text);

/* Whether @words hold @day in full: 2023年2月28日, 2023年02月28日, 二〇二三年二月二十八日,
 * 2023-02-28, in any width and with any gaps. */
gboolean gb_statement_holds_day (const char *words, GbDate day);
