/* A place in a source file. */
#pragma once

#include <glib.h>

/* Line and column count from 1, columns in characters, 0 is unknown.  @file is relative to the
 * publication's folder, e.g. "content/site.yaml", and borrowed. */
typedef struct {
  const char *file;
  guint line;
  guint column;
} GbPlace;

/* Moves the place of @text behind its first @length bytes, which are UTF-8. */
void gb_place_move (GbPlace *place, const char *text, gsize length);
