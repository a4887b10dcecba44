/* Units of a text in the making: which encloses which, from their labels and headings.
 *
 * Private to the room.
 */
#pragma once

#include "text/draft.h"

/* Ends the open units of @rank and above. */
void gb_unit_close (GbDraft *draft, int rank);
/* Ends all but the cover, the text as a whole or the annex. */
void gb_unit_close_text (GbDraft *draft);

typedef struct {
  const GbLabel *label; /* NULL: a heading without one */
  const char *words;    /* the label as written; NULL: none */
  gsize length;
  const char *title; /* NULL: none */
  gsize title_length;
  guint markup;     /* level of the Markdown heading; 0: a paragraph */
  gboolean heading; /* is shown as a heading */
  guint nesting;    /* lists it stands in */
  guint line;
} GbUnitDraft;

/* Ends what does not enclose it and begins the unit; -1 where the nesting is too deep.  Its HTML
 * begins where the HTML now ends. */
int gb_unit_open (GbDraft *draft, const GbUnitDraft *unit);
int gb_unit_open_cover (GbDraft *draft, guint line);
int gb_unit_open_title (GbDraft *draft, const char *title, gsize length, guint line);
/* Counts a paragraph that is no unit; returns which 款 of the open article it is, 0 outside of
 * articles.  Under an item with a caption the count is no longer certain. */
int gb_unit_add_paragraph (GbDraft *draft);
/* The unit with @anchor, or -1. */
int gb_unit_find (const GbDraft *draft, const char *anchor);
/* The part of an anchor that names an annex: annex-1, fulu-a. */
void gb_unit_put_annex (GString *word, GbAnnexSort sort, int number, int suffix, gboolean lettered);
