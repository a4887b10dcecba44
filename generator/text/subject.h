/* Whose an effect or a term is: 本办法自…起施行, 有效期五年 is of the text; 集群有效期三年,
 * 《另一办法》自…起施行, 本办法第三条自…起施行 is not, and what cannot be told is not either.
 *
 * Private to the room; over the normalised words of one paragraph.
 */
#pragma once

#include <glib.h>

/* Whether the effect at @at is that of the text itself. */
gboolean gb_subject_has_effect (const char *words, const char *at);
/* The same of a term or last day, whose phrase has @length bytes.  @effect_end is where the last
 * effect of the text itself ends in the paragraph, or NULL: what goes on from it is of the text. */
gboolean gb_subject_has_term (const char *words, const char *at, gsize length,
                              const char *effect_end);
/* Where the sentence, or the stretch between commas, begins that @at stands in. */
const char *gb_subject_sentence_start (const char *words, const char *at);
const char *gb_subject_clause_start (const char *words, const char *at);
/* The 》 of the 《 at @at, others within skipped; NULL where there is none before @end. */
const char *gb_subject_title_end (const char *at, const char *end);
