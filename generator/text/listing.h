/* Lines that list what stands elsewhere: the contents of the text, its annexes.
 *
 * Private to the room.  They are words, no units; each is linked to what it lists where that is
 * certain.
 */
#pragma once

#include "text/walk.h"

/* Writes the words read as a line of contents.  @marker: NULL outside a Markdown list. */
void gb_listing_write_contents (GbWalk *walk, const GbMarker *marker);
/* As an entry of a list of annexes, which means @target and whose name begins at @from. */
void gb_listing_write_entry (GbWalk *walk, gsize from, const GbDraftTarget *target,
                             const GbMarker *marker);
