/* The paragraphs of a text: articles, items, entries of lists, and what is none of these.
 *
 * Private to the room.
 */
#pragma once

#include "text/walk.h"

/* Writes a paragraph, or the several that its lines are.  @marker: of the list item that it opens,
 * or NULL. */
void gb_paragraph_write (GbWalk *walk, cmark_node *block, const GbMarker *marker, GbWhere where);
/* Writes a list item without words. */
void gb_paragraph_write_empty (GbWalk *walk, cmark_node *item, const GbMarker *marker,
                               GbWhere where);
/* Writes the words read, which begin with @label, as an entry of a list of annexes. */
void gb_paragraph_write_entry (GbWalk *walk, const GbLabel *label);
