/* What cmark may see of an authority's text.
 *
 * Private to the room.  Of Markdown only this is markup in such a text: headings with #, **bold
 * print**, [links](…), ![pictures](…), pipe tables, the table block, a hard break by blanks, the
 * numbers of lists, and \< where < would begin HTML.  Every other sign is text.  cmark is given a
 * copy in which each sign that it would take for markup is replaced by a stand-in, a non-character,
 * which no source file holds (source/characters.h); gb_mask_lift puts the signs back into what
 * cmark made.  So a sign means the same wherever cmark meets it, and lines stay as they are.
 *
 * Bold print encloses whole words: its first ** stands at the head of a line or behind a blank, a
 * label or punctuation; behind punctuation its second one stands before a blank or punctuation, or
 * behind the stop of a sentence.  Between Latin letters or figures ** is text.  Other pairs are a
 * doubt: 依照**第七条**执行 is likely to be bold print, but asterisks are words too, 张**和李**.
 */
#pragma once

#include <cmark.h>

#include "text/draft.h"

/* Of a byte of the source. */
typedef enum {
  GB_ROLE_TEXT,   /* is shown; cmark sees it */
  GB_ROLE_SIGN,   /* is shown; cmark sees a stand-in */
  GB_ROLE_MARKUP, /* from here on: is not shown; cmark sees it */
  GB_ROLE_OPEN,   /* ** that begins bold print */
  GB_ROLE_CLOSE,  /* ** that ends it */
  GB_ROLE_QUIET,  /* a sign in the words of a picture; cmark sees a stand-in */
  GB_ROLE_BLANK,  /* cmark does not see it */
} GbRole;

/* Whether the eight bytes from @roles on are all text. */
static inline gboolean
gb_mask_is_text (const guint8 *roles)
{
  guint64 eight;
  memcpy (&eight, roles, sizeof eight);
  return eight == 0;
}

typedef enum {
  GB_MASK_ALONE,   /* asterisks that nothing ends */
  GB_MASK_LIKELY,  /* ** beside letters, bold print */
  GB_MASK_UNCLEAR, /* the same, text */
} GbMaskDoubtKind;

typedef struct {
  GbMaskDoubtKind kind;
  gsize start; /* of the asterisks */
  gsize end;   /* behind what they enclose, or behind themselves */
} GbMaskDoubt;

typedef struct {
  GString *text;  /* for cmark; has the lines of the source */
  guint8 *roles;  /* GbRole, one for each byte of the source */
  GArray *doubts; /* GbMaskDoubt */
  gboolean lift;  /* text has stand-ins */
} GbMask;

/* @cell: the source is that of a cell or caption, where nothing but links, pictures, bold print and
 * hard breaks is markup.  @source is valid UTF-8. */
void gb_mask_init (GbMask *mask, const char *source, gsize length, gboolean cell);
void gb_mask_clear (GbMask *mask);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GbMask, gb_mask_clear)

/* Whether @line is | :--- | ---: |, which makes a pipe table of the line before it and those after
 * it. */
gboolean gb_mask_is_delimiter (const char *line, gsize length);

/* Says what is in doubt. @source: as before; @cell: its place, NULL where it is the body. */
void gb_mask_report (const GbMask *mask, GbDraft *draft, const char *source, const GbPlace *cell);
/* Puts the signs back into everything under @root. */
void gb_mask_lift (const GbMask *mask, cmark_node *root);
