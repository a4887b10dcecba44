/* A redline as a terminal shows it.
 *
 * Deleted words stand in [-…-], inserted ones in {+…+}, those that are only written differently in
 * {~…~>…~}; in colour they are struck through and underlined instead, so that colour never says it
 * alone.  What could steer a terminal is never passed on to it: characters of control and of
 * direction come out as U+FFFD, wherever they stand.
 */
#pragma once

#include "text/redline.h"
#include "view/words.h"

typedef struct {
  GString *out; /* borrowed, like the rest */
  const GbValue *words;
  GbArena *arena;
  gboolean colour;
} GbScreen;

/* Whether standard output takes colour; @when is auto, always or never, NULL for auto. */
gboolean gb_screen_wants_colour (const char *when);

/* Appends @text; what follows a line end in it is indented by @indent. */
void gb_screen_add (GbScreen *screen, const char *text, guint indent);
/* A line of its own that heads what follows. */
void gb_screen_head (GbScreen *screen, const char *text);

/* The rows that differ, by article; labels are looked up in the texts.  Rows that only differ in
 * typography come last. */
void gb_screen_words (GbScreen *screen, const GbRedline *redline, const GbText *old_text,
                      const GbText *new_text);
/* The same line by line, with the lines around. */
void gb_screen_lines (GbScreen *screen, const GbRedline *redline);

/* "修改1处，新增2处" of the kinds that there are in both, that nothing differs, or, where both
 * are NULL, that bytes do. */
const char *gb_screen_counts (const GbValue *words, GbArena *arena, const GbRedline *one,
                              const GbRedline *other);
