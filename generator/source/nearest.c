#include "source/nearest.h"

#include <string.h>

#define LENGTH_MAX 64

void
gb_nearest_init (GbNearest *nearest, const char *word)
{
  nearest->word = word;
  nearest->length = strlen (word);
  nearest->distance = (guint)CLAMP (nearest->length / 3, 1, 4) + 1;
  nearest->best = NULL;
}

/* Insertions, deletions, replacements and swaps of neighbours that turn one word into the other,
 * letter case aside; at most LENGTH_MAX bytes each. */
static guint
distance (const char *a, gsize a_length, const char *b, gsize b_length)
{
  guint rows[3][LENGTH_MAX + 1];
  for (guint j = 0; j <= b_length; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= a_length; i++) {
    guint *row = rows[i % 3];
    const guint *above = rows[(i - 1) % 3];
    row[0] = i;
    for (guint j = 1; j <= b_length; j++) {
      char left = g_ascii_tolower (a[i - 1]);
      char right = g_ascii_tolower (b[j - 1]);
      row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (left == right ? 0 : 1));
      if (i > 1 && j > 1 && left == g_ascii_tolower (b[j - 2])
          && right == g_ascii_tolower (a[i - 2]))
        row[j] = MIN (row[j], rows[(i - 2) % 3][j - 2] + 1);
    }
  }
  return rows[a_length % 3][b_length];
}

void
gb_nearest_offer (GbNearest *nearest, const char *candidate)
{
  gsize length = strlen (candidate);
  gsize gap = length > nearest->length ? length - nearest->length : nearest->length - length;
  if (gap >= nearest->distance || length > LENGTH_MAX || nearest->length > LENGTH_MAX
      || nearest->length == 0)
    return;
  guint found = distance (nearest->word, nearest->length, candidate, length);
  if (found < nearest->distance) {
    nearest->distance = found;
    nearest->best = candidate;
  }
}

const char *
gb_nearest_best (const GbNearest *nearest)
{
  return nearest->best;
}
