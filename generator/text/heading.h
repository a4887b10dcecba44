/* What is shown as a heading: with or without marks of Markdown, with or without a label.
 *
 * Private to the room.
 */
#pragma once

#include "text/walk.h"

/* Reads the words and the role of a Markdown heading. */
void gb_heading_read (GbWalk *walk, cmark_node *block);
/* Writes them as the unit that they are; @markup: its level. */
void gb_heading_write (GbWalk *walk, guint markup);

/* The words read, from a heading or a paragraph, as the unit of @label; @markup: 0 for a
 * paragraph.  That of an annex whose title is the next line stays open. */
void gb_heading_write_unit (GbWalk *walk, const GbLabel *label, guint markup);
/* As that title. */
void gb_heading_write_annex_title (GbWalk *walk);
/* As the title of an issued text. */
void gb_heading_write_title (GbWalk *walk);
