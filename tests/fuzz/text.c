/* Fuzz: Markdown as a policy and as a page.  Nothing is lost, ranges lie in the HTML, and what is
 * written without links is the HTML itself. */
#include "fuzz.h"

#include "../text/fixture.h"

static void
assert_range (const GbText *text, gsize start, gsize end)
{
  g_assert_cmpuint (start, <=, end);
  g_assert_cmpuint (end, <=, text->html_length);
}

static void
check (const char *source, gboolean page)
{
  g_autoptr (Parsed) parsed = parse_as (source, page);
  const GbText *text = parsed->text;
  for (guint i = 0; i < gb_diagnostics_count (parsed->diagnostics); i++)
    g_assert_cmpstr (gb_diagnostics_get (parsed->diagnostics, i)->code, !=, "text-not-conserved");
  g_assert_true (g_utf8_validate (text->html, (gssize)text->html_length, NULL));
  for (guint i = 0; i < text->n_units; i++) {
    const GbUnit *unit = &text->units[i];
    assert_range (text, unit->start, unit->end);
    g_assert_cmpint (unit->parent, <, (int)i);
    g_assert_true (gb_text_unit (text, unit->anchor) == unit);
    g_autofree char *plain = gb_plain_unit (text, unit);
    g_assert_null (strchr (plain, '\n'));
  }
  for (guint i = 0; i < text->n_mentions; i++)
    assert_range (text, text->mentions[i].start, text->mentions[i].end);
  g_autoptr (GString) out = g_string_new (NULL);
  gb_text_write (text, NULL, NULL, out);
  g_assert_cmpstr (out->str, ==, text->html);
  gb_plain_text (text, out);
  g_assert_true (g_utf8_validate (out->str, (gssize)out->len, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *source = fuzz_take_text (&data, &size);
  if (source == NULL)
    return 0;
  check (source, FALSE);
  check (source, TRUE);
  return 0;
}
