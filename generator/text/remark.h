/* What looks wrong in how a text is written: lines that an extraction tore, tables pasted with
 * tabs, footnotes of Markdown, pictures that are none.
 *
 * Private to the room.  It looks at the lines of the source as they stand and changes nothing.
 */
#pragma once

#include "text/draft.h"

/* Says it of the body of @draft, which is no page and whose roles are known. */
void gb_remark_check (GbDraft *draft);
