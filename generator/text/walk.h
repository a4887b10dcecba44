/* What all who write the lines of a text share: where they are, and the pieces of HTML that every
 * unit begins and ends with.
 *
 * Private to the room.
 */
#pragma once

#include "text/inline.h"
#include "text/line.h"

/* The walk over one document. */
typedef struct {
  GbDraft *draft;
  GbInline words;    /* those of the line that is written */
  GbLineRole role;   /* of that line */
  GbAnnexSort sort;  /* of what the open list of annexes lists */
  cmark_node *rest;  /* of the paragraph in hand: the lines behind the words read, or NULL */
  cmark_node *block; /* the paragraph or heading in hand */
} GbWalk;

/* Where a block stands. */
typedef struct {
  gboolean quoted; /* in a quotation or a bullet list: nothing there is a unit of this text */
  guint nesting;   /* numbered lists around it */
} GbWhere;

/* The line of the file on which @node begins. */
guint gb_walk_line (const GbWalk *walk, cmark_node *node);

/* Opens the unit of @label, which may be NULL, over the words read; its title is what follows the
 * label where @titled.  -1 where the nesting is too deep. */
int gb_walk_open_unit (GbWalk *walk, const GbLabel *label, gboolean titled, guint markup,
                       gboolean heading, guint nesting);

/* Writes the label @words as a link to the place of @unit (-1: none), and, where @spaced, the space
 * that parts it from @rest. */
void gb_walk_write_label (GbDraft *draft, int unit, GbLabelKind kind, const char *words,
                          gsize length, gboolean spaced, const char *rest, gsize rest_length);
/* @level: of a heading, else 0.  @class: or NULL.  @unit: whose id it bears, or -1. */
void gb_walk_open_tag (GbDraft *draft, const char *tag, guint level, const char *class, int unit);
void gb_walk_close_heading (GbDraft *draft, guint level);
