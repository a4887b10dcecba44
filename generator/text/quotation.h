/* What stands in quotation marks is words of another text: 第三条修改为：“第三条　…”.
 *
 * Private to the room.  A quotation over several lines begins at the head of a line, behind a
 * colon or 修改为; each of its paragraphs may open with “ again.  No line inside is a unit of this
 * text.
 */
#pragma once

#include "text/line.h"

/* Whether @words say that they, or what follows them, amend another text: 关于修改《…》的决定,
 * 作如下修改：. */
gboolean gb_quotation_amends (const char *words, gsize length);

/* Gives the lines of quotations their role; warns of one that is never closed (unclosed-quotation),
 * which ends before the next instruction, or, where none is seen, with its line. */
void gb_quotation_mark (GbDraft *draft, GbLines *lines);

/* The depth of quotations at offset @to of a paragraph, of which @depth are open at @from. */
int gb_quotation_depth (const char *text, gsize from, gsize to, int depth);

/* The bytes of the mark that opens @text, blanks before it included; 0: none does. */
gsize gb_quotation_opening (const char *text, gsize length);
