/* The cases of the public Mustache specification, version 1.4, from tests/spec/mustache: the six
 * required modules (comments, delimiters, interpolation, inverted, partials, sections) and the
 * optional ones inheritance and dynamic names.  The optional module lambdas is not implemented. */
#include <string.h>

#include "base/file.h"
#include "source/loose.h"
#include "template/template.h"

#define FOLDER "tests/spec/mustache"

static void
add (GbTemplates *templates, const char *name, const char *text)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  if (!gb_templates_load_text (templates, name, text, -1, name, diagnostics))
    g_error ("%s: %s", name, gb_diagnostics_get (diagnostics, 0)->message);
}

static void
run_case (const char *module, const GbValue *test)
{
  const char *name = gb_value_get_string (test, "name");
  const char *template = gb_value_get_string (test, "template");
  const char *expected = gb_value_get_string (test, "expect");
  g_assert_nonnull (name);
  g_assert_nonnull (template);
  g_assert_nonnull (expected);

  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GbTemplates) templates = gb_templates_new ();
  add (templates, "(case)", template);
  const GbValue *partials = gb_value_get (test, "partials");
  for (guint i = 0; partials != NULL && i < partials->length; i++)
    add (templates, partials->members[i].key, partials->members[i].value->string);

  const GbValue *data = gb_value_get (test, "data");
  if (data == NULL)
    data = gb_value_object (arena);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_assert_true (gb_template_render (gb_templates_get (templates, "(case)"), data, out, &error));
  g_assert_no_error (error);
  if (strcmp (out->str, expected) != 0) {
    g_test_message ("%s: %s: <<%s>> became <<%s>> instead of <<%s>>", module, name, template,
                    out->str, expected);
    g_test_fail ();
  }
}

typedef struct {
  const char *name;
  guint n_cases;
} Module;

static void
test_module (gconstpointer data)
{
  const Module *module = data;
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup_printf (FOLDER "/%s.yaml", module->name);
  const GbValue *tests = gb_loose_read (arena, path, diagnostics, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tests);
  g_assert_cmpuint (tests->length, ==, module->n_cases);
  for (guint i = 0; i < tests->length; i++)
    run_case (module->name, tests->elements[i]);
}

int
main (int argc, char **argv)
{
  static const Module modules[] = {
    { "comments", 12 }, { "delimiters", 14 }, { "interpolation", 42 }, { "inverted", 22 },
    { "partials", 12 }, { "sections", 34 },   { "inheritance", 27 },   { "dynamic-names", 21 },
  };
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (modules); i++) {
    g_autofree char *path = g_strconcat ("/mustache/spec/", modules[i].name, NULL);
    g_test_add_data_func (path, &modules[i], test_module);
  }
  return g_test_run ();
}
