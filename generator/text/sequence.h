/* The run of the numbers in a text: which label comes next.
 *
 * Private to the room.  第三条市局负责。 is an article where it comes after article 2, and 1.2 a
 * number where it comes after 1.1; elsewhere both are words of a sentence.
 */
#pragma once

#include "text/draft.h"

typedef enum {
  GB_SEQUENCE_LABEL,
  GB_SEQUENCE_SENTENCE,
  GB_SEQUENCE_DOUBT, /* looks like a label and does not follow: a sentence that is worth a word */
} GbSequence;

/* Whether @label comes next in @draft.  Tells I. after H. from the Roman number. */
GbSequence gb_sequence_check (const GbDraft *draft, GbLabel *label);
/* Whether the caption @label, between or before articles, stands over those that follow and is no
 * item of the article before it. */
gboolean gb_sequence_divides (GbDraft *draft, const GbLabel *label);
/* Says that a unit of @label was made. */
void gb_sequence_add (GbDraft *draft, const GbLabel *label);
/* Whether @number goes on from the last one of @style in the text: 一、（一）（二） 二、（三）. */
gboolean gb_sequence_runs_on (const GbDraft *draft, GbLabelKind style, int number);
/* The number that 1.2 goes on from: 1 after 1.1, 0 where nothing of 1. came before. */
int gb_sequence_part_before (const GbDraft *draft, const GbLabel *label);
