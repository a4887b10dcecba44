/* The word somebody probably meant: spelling suggestions for messages.
 *
 * Set up with the word that was written, offered every word that would have been right, asked for
 * the best.  Of equally near words the first offered wins, so offer them in a fixed order.  Words
 * are borrowed.
 */
#pragma once

#include <glib.h>

typedef struct {
  const char *word;
  gsize length;   /* of word */
  guint distance; /* of best; where there is none, one more than may be */
  const char *best;
} GbNearest;

void gb_nearest_init (GbNearest *nearest, const char *word);
void gb_nearest_offer (GbNearest *nearest, const char *candidate);
/* NULL where nothing offered is near. */
const char *gb_nearest_best (const GbNearest *nearest);
