/* Fuzz: the redline of two texts, as articles, as lines and as words.  Both sides are given back,
 * each row is what it is called, and read the other way round it says the opposite. */
#include "fuzz.h"

#include "../text/redline.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *old_source = fuzz_take_text (&data, &size);
  g_autofree char *new_source = fuzz_take_text (&data, &size);
  if (old_source == NULL || new_source == NULL)
    return 0;
  g_autoptr (Parsed) old = parse (old_source);
  g_autoptr (Parsed) new = parse (new_source);
  g_autoptr (GbArena) arena = gb_arena_new ();
  const GbRedline *redline = gb_redline_texts (arena, old->text, new->text);
  const GbRedline *reverse = gb_redline_texts (arena, new->text, old->text);
  assert_sound (redline, old->text, new->text);
  assert_sound (reverse, new->text, old->text);
  assert_reverse (redline, reverse);
  assert_reverse (gb_redline_lines (arena, old_source, new_source),
                  gb_redline_lines (arena, new_source, old_source));
  assert_runs (arena, old_source, new_source);
  return 0;
}
