/* Fuzz: three Mustache templates, "a", "b" and "c", that may use one another, filled with data of
 * every type.  A second rendering writes the same. */
#include "fuzz.h"

#include "template/template.h"

/* Names that a template may ask for, each holding another type, and one another. */
static const GbValue *
make_data (GbArena *arena)
{
  GbValue *data = gb_value_object (arena);
  gb_value_set_string (data, "a", "b");
  gb_value_set_string (data, "b", "<甲 & \"乙\">\n丙");
  gb_value_set_integer (data, "c", -14);
  gb_value_set_boolean (data, "d", TRUE);
  gb_value_set (data, "e", gb_value_null ());
  gb_value_set (data, "f", gb_value_decimal (arena, "1.50"));
  GbValue *list = gb_value_set_array (data, "g");
  for (guint i = 0; i < 3; i++) {
    GbValue *object = gb_value_object (arena);
    gb_value_set_integer (object, "c", i);
    gb_value_set_string (object, "a", "c");
    gb_value_append (list, object);
    gb_value_append_string (list, "丁");
  }
  (void)gb_value_set_array (data, "h");
  gb_value_set_string (gb_value_set_object (gb_value_set_object (data, "i"), "a"), "b", "戊");
  return data;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const names[] = { "a", "b", "c" };
  g_autoptr (GbTemplates) templates = gb_templates_new ();
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autoptr (GbArena) arena = gb_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *text = fuzz_take (&data, &size);
    (void)gb_templates_load_text (templates, names[i], text, -1, "a.mustache", diagnostics);
  }
  gb_templates_check (templates, diagnostics);
  const GbValue *values = make_data (arena);
  g_autoptr (GString) out = g_string_new ("before");
  g_autoptr (GString) again = g_string_new ("before");
  gboolean done = gb_template_render (gb_templates_get (templates, "a"), values, out, NULL);
  if (!done)
    g_assert_cmpstr (out->str, ==, "before");
  g_assert_cmpint (gb_template_render (gb_templates_get (templates, "a"), values, again, NULL), ==,
                   done);
  g_assert_true (g_string_equal (out, again));
  gb_templates_report (templates, TRUE, diagnostics);
  gb_diagnostics_sort (diagnostics);
  return 0;
}
