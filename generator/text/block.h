/* The blocks of a text: headings, paragraphs, lists, tables, code, in the order they stand in.
 *
 * Private to the room.  Recognises by their labels which of them are units and writes their HTML.
 */
#pragma once

#include "text/inline.h"

/* Writes everything under @document into @draft. */
void gb_block_write (GbDraft *draft, cmark_node *document);
