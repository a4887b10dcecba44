/* Whether a page shows all that its source says: the check behind gb_text_parse.
 *
 * Private to the room.
 */
#pragma once

#include "text/draft.h"

/* Says where the first visible character of @source stands that the HTML of the draft from @start
 * on lacks, or before which it has one of its own (text-not-conserved).  The tables in it are
 * passed over; so are the bytes of the source that @roles (GbRole) calls markup, and a text of
 * which something was refused.  @cell: as in gb_draft_place_in. */
void gb_loss_check (GbDraft *draft, const char *source, gsize length, const guint8 *roles,
                    gsize start, const GbPlace *cell);

/* Says where the plain form of the finished text differs from its HTML, tables included, unless
 * something was refused. */
void gb_loss_check_plain (GbDraft *draft, const GbText *text);
