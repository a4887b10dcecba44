/* The template engine beyond the specification's own cases: what it reports and where, what it
 * decides where the specification is silent, its limits, threads. */
#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "template/template.h"

typedef struct {
  GbArena *arena;
  GbTemplates *templates;
  GbDiagnostics *diagnostics;
  GString *out;
} Fixture;

static void
setup (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  fixture->arena = gb_arena_new ();
  fixture->templates = gb_templates_new ();
  fixture->diagnostics = gb_diagnostics_new ();
  fixture->out = g_string_new (NULL);
}

static void
teardown (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_string_free (fixture->out, TRUE);
  gb_diagnostics_free (fixture->diagnostics);
  gb_templates_free (fixture->templates);
  gb_arena_free (fixture->arena);
}

static void
add (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *file = g_strconcat (name, ".mustache", NULL);
  g_assert_true (
    gb_templates_load_text (fixture->templates, name, text, -1, file, fixture->diagnostics));
}

static void
assert_renders (Fixture *fixture, const char *name, const GbValue *data, const char *expected)
{
  g_autoptr (GError) error = NULL;
  const GbTemplate *template = gb_templates_get (fixture->templates, name);
  g_assert_nonnull (template);
  g_string_truncate (fixture->out, 0);
  g_assert_true (gb_template_render (template, data, fixture->out, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->out->str, ==, expected);
}

static void
assert_fails (Fixture *fixture, const char *name, const GbValue *data, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_string_assign (fixture->out, "before");
  g_assert_false (
    gb_template_render (gb_templates_get (fixture->templates, name), data, fixture->out, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_cmpstr (fixture->out->str, ==, "before");
}

/* "line:column code" of each, separated by semicolons. */
static char *
list_diagnostics (GbDiagnostics *diagnostics)
{
  gb_diagnostics_sort (diagnostics);
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
    const GbDiagnostic *diagnostic = gb_diagnostics_get (diagnostics, i);
    g_string_append_printf (list, "%s%u:%u %s", i == 0 ? "" : "; ", diagnostic->place.line,
                            diagnostic->place.column, diagnostic->code);
  }
  return g_string_free (list, FALSE);
}

static void
test_errors (void)
{
  static const struct {
    const char *text;
    const char *expected;
  } cases[] = {
    { "a\n  {{#x}}\nb", "2:3 template-unclosed" },
    { "{{#x}}{{/x}}\n{{/x}}", "2:1 template-unexpected-close" },
    { "{{#a}}\n{{#b}}\n{{/a}}\n", "2:1 template-unclosed" },
    { "{{#a}}{{/b}}", "1:1 template-unclosed; 1:7 template-unexpected-close" },
    { "{{^a}}{{$b}}{{<c}}",
      "1:1 template-unclosed; 1:7 template-unclosed; 1:13 template-unclosed" },
    { "文字 {{x", "1:4 template-unclosed-tag" },
    { "{{x\n{{y}}\n{{z", "1:1 template-unclosed-tag; 3:1 template-unclosed-tag" },
    { "{{{x}}\n{{y}}", "1:1 template-unclosed-tag" },
    { "{{! never", "1:1 template-unclosed-tag" },
    { "{{}}", "1:1 template-name" },
    { "{{# }}", "1:1 template-name" },
    { "{{a b}}", "1:1 template-name" },
    { "{{a..b}} {{.a}} {{a.}}", "1:1 template-name; 1:10 template-name; 1:17 template-name" },
    { "{{ #a}}", "1:1 template-name" },
    { "{{>*a..b}}", "1:1 template-name" },
    { "{{=<%=}}", "1:1 template-delimiters" },
    { "{{== ==}}", "1:1 template-delimiters" },
    { "{{=a b c=}}", "1:1 template-delimiters" },
    { "{{=12345678901234567 ]=}}", "1:1 template-delimiters" },
    { "{{=<% %>", "1:1 template-unclosed-tag" },
    { "{{<p}}{{$b}}{{/b}}{{$b}}{{/b}}{{/p}}", "1:19 template-block-twice" },
    { "ab\n\xff", "2:1 template-utf8" },
    { "{{=<% %>=}}\n<%#x%>", "2:1 template-unclosed" },
    { "{{<*p}}{{/p}}", "1:1 template-unclosed; 1:8 template-unexpected-close" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
    g_autoptr (GbTemplates) templates = gb_templates_new ();
    g_assert_false (gb_templates_load_text (templates, "t", cases[i].text, -1, "t", diagnostics));
    g_autofree char *list = list_diagnostics (diagnostics);
    g_assert_cmpstr (list, ==, cases[i].expected);
    /* What is left can still be rendered. */
    g_autoptr (GString) out = g_string_new (NULL);
    g_assert_true (
      gb_template_render (gb_templates_get (templates, "t"), gb_value_null (), out, NULL));
  }
}

static void
test_messages (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  gb_templates_load_text (fixture->templates, "t", "{{#a}}\n{{<*b}}\n{{/a}}", -1, "t",
                          fixture->diagnostics);
  g_assert_cmpstr (gb_diagnostics_get (fixture->diagnostics, 0)->message, ==,
                   "{{<*b}} is not closed before {{/a}} in line 3");
}

static void
test_escaping (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GbValue *object = gb_value_object (fixture->arena);
  gb_value_set_string (object, "x", "<a href='文'>\"&\"</a>");
  add (fixture, "t", "{{x}}|{{{x}}}|{{&x}}");
  assert_renders (fixture, "t", object,
                  "&lt;a href=&#39;文&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;"
                  "|<a href='文'>\"&\"</a>|<a href='文'>\"&\"</a>");
}

static void
test_values (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GbValue *object = gb_value_object (fixture->arena);
  gb_value_set_integer (object, "least", G_MININT64);
  gb_value_set_integer (object, "most", G_MAXINT64);
  gb_value_set_integer (object, "zero", 0);
  gb_value_set (object, "decimal", gb_value_decimal (fixture->arena, "1.10"));
  gb_value_set_boolean (object, "yes", TRUE);
  gb_value_set_boolean (object, "no", FALSE);
  gb_value_set_string (object, "empty", "");
  gb_value_append_string (gb_value_set_array (object, "list"), "x");
  gb_value_set_object (object, "object");
  add (fixture, "t",
       "{{least}} {{most}} {{zero}} {{decimal}} {{yes}} {{no}} [{{list}}{{object}}{{empty}}]"
       "{{#zero}}0{{/zero}}{{#empty}}e{{/empty}}{{#object}}o{{/object}}{{#no}}n{{/no}}");
  assert_renders (fixture, "t", object,
                  "-9223372036854775808 9223372036854775807 0 1.10 true false []0o");
}

static void
test_stack (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GbValue *site = gb_value_object (fixture->arena);
  GbValue *page = gb_value_object (fixture->arena);
  gb_value_set_string (site, "name", "site");
  gb_value_set_string (site, "title", "of the site");
  gb_value_set_string (page, "title", "of the page");
  add (fixture, "t", "{{name}}: {{title}}");
  const GbValue *stack[] = { site, NULL, page };
  g_assert_true (gb_template_render_stack (gb_templates_get (fixture->templates, "t"), stack, 3,
                                           fixture->out, NULL));
  g_assert_cmpstr (fixture->out->str, ==, "site: of the page");
  g_string_truncate (fixture->out, 0);
  g_assert_true (gb_template_render_stack (gb_templates_get (fixture->templates, "t"), stack, 0,
                                           fixture->out, NULL));
  g_assert_cmpstr (fixture->out->str, ==, ": ");
  assert_renders (fixture, "t", NULL, ": ");
}

/* Each: the texts of t, p and q, and what t renders with {x: "1\n2", yes: true, l: [a, b]}. */
static void
test_layout (void)
{
  static const struct {
    const char *name;
    const char *t;
    const char *p;
    const char *q;
    const char *expected;
  } cases[] = {
    { "indentation adds up", "  {{>p}}\n", "a\n  {{>q}}\nb\n", "1\n2\n",
      "  a\n    1\n    2\n  b\n" },
    { "empty lines stay empty", "  {{>p}}\n", "a\n\nb\r\n\r\nc\n", "", "  a\n\n  b\r\n\r\n  c\n" },
    { "a line that begins with a tag is indented, a value's lines are not", "  {{>p}}\n",
      "{{x}}\n{{#yes}}y{{/yes}}\n", "", "  1\n2\n  y\n" },
    { "a line that loops is indented once", "  {{>p}}\n", "{{#l}}{{.}}{{/l}}\n", "", "  ab\n" },
    { "each line of a loop is indented", "  {{>p}}\n", "{{#l}}\n{{.}}\n{{/l}}\n", "",
      "  a\n  b\n" },
    { "a loop over the rest of lines", "  {{>p}}\n", "{{#l}}{{.}}\n{{/l}}z\n", "",
      "  a\n  b\n  z\n" },
    { "a partial within an indented line is not indented", "  {{>p}}\n", "a {{>q}} z\n", "1\n2",
      "  a 1\n2 z\n" },
    { "after an indented partial without line ending", "    {{>p}}\n", "  {{>q}}\nz\n", "1",
      "      1    z\n" },
    { "a block keeps its line", "{{<p}}{{$b}}x{{/b}}{{/p}}", "<\n  {{$b}}\n    own\n  {{/b}}\n>\n",
      "", "<\n    x\n>\n" },
    { "and its line ending", "{{<p}}{{$b}}x{{/b}}{{/p}}", "<\r\n{{$b}}{{/b}}\r\n>\r\n", "",
      "<\r\nx\r\n>\r\n" },
    { "but has no empty one", "{{<p}}\n{{$b}}\n  x\n{{/b}}\n{{/p}}\n", "<\n  {{$b}}{{/b}}\n>\n", "",
      "<\n  x\n>\n" },
    { "an empty block leaves no line", "{{<p}}{{/p}}", "<\n  {{$b}}{{/b}}\n>\n", "", "<\n>\n" },
    { "nor does one that is overridden by nothing", "{{<p}}{{$b}}{{/b}}{{/p}}",
      "<\n  {{$b}}own{{/b}}\n>\n", "", "<\n>\n" },
    { "a default is as it is written", "{{<p}}{{/p}}",
      "<\n  {{$b}}\n    a\n  b\n  {{/b}}\n  {{$c}}c{{/c}}\n>\n", "", "<\n    a\n  b\n  c\n>\n" },
    { "a default over lines", "{{>p}}", "<\n  {{$b}}a\n  b{{/b}}\n>\n", "", "<\n  a\n  b\n>\n" },
    { "a block within a line", "{{<p}}{{$b}}\n  x\n  y{{/b}}{{/p}}", "<i>{{$b}}{{/b}}</i>\n", "",
      "<i>x\ny</i>\n" },
    { "less indented lines", "{{<p}}{{$b}}\n    x\n  y\n{{/b}}{{/p}}", "{{$b}}{{/b}}\n", "",
      "x\n  y\n" },
    { "an indented end", "{{<p}}\n  {{$b}}\n    x\n  {{/b}}{{/p}}", "<\n{{$b}}{{/b}}\n>\n", "",
      "<\nx\n>\n" },
    { "a partial in a block", "{{<p}}\n{{$b}}\n    {{>q}}\n      {{>q}}\n{{/b}}\n{{/p}}\n",
      "<\n  {{$b}}{{/b}}\n>\n", "1\n2\n", "<\n  1\n  2\n    1\n    2\n>\n" },
    { "sections in a block", "{{<p}}\n{{$b}}\n  {{#l}}\n  {{.}}\n  {{/l}}\n{{/b}}\n{{/p}}\n",
      "<\n    {{$b}}{{/b}}\n>\n", "", "<\n    a\n    b\n>\n" },
    { "an indented parent", "  {{<p}}\n  {{$b}}\n  x\n  {{/b}}\n  {{/p}}\n",
      "<\n  {{$b}}{{/b}}\n>\n", "", "  <\n    x\n  >\n" },
    { "a parent in a block", "{{<p}}\n{{$b}}\n  {{<q}}{{$c}}x{{/c}}{{/q}}\n{{/b}}\n{{/p}}\n",
      "<\n  {{$b}}{{/b}}\n>\n", "[\n  {{$c}}{{/c}}\n]\n", "<\n  [\n    x\n  ]\n>\n" },
    { "a block does not override itself", "{{<p}}{{$b}}({{$b}}inner{{/b}}){{/b}}{{/p}}",
      "{{$b}}own{{/b}}", "", "(inner)" },
    { "a block within an overriding block", "{{<p}}{{$c}}C{{/c}}{{/p}}",
      "{{<q}}{{$b}}[{{$c}}c{{/c}}]{{/b}}{{/q}}", "{{$b}}{{/b}}{{$c}}q{{/c}}", "[C]C" },
    { "a partial of a parent sees its arguments", "{{<p}}{{$b}}x{{/b}}{{/p}}", "<{{>q}}>",
      "{{$b}}own{{/b}}", "<x>" },
    { "a dynamic parent", "{{<*n}}{{$b}}x{{/b}}{{/*n}}", "<{{$b}}{{/b}}>", "", "<x>" },
    { "comments in a parent", "{{<p}}{{! no }}{{$b}}x{{/b}}{{=[ ]=}}[/p]", "<{{$b}}{{/b}}>", "",
      "<x>" },
    { "a byte order mark", "\xef\xbb\xbf  {{! x }}\na", "", "", "a" },
    { "delimiters and raw values", "{{=<% %>=}}<%{x}%><%&x%>", "", "", "1\n21\n2" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Fixture fixture;
    setup (&fixture, NULL);
    GbValue *object = gb_value_object (fixture.arena);
    gb_value_set_string (object, "x", "1\n2");
    gb_value_set_string (object, "n", "p");
    gb_value_set_boolean (object, "yes", TRUE);
    GbValue *list = gb_value_set_array (object, "l");
    gb_value_append_string (list, "a");
    gb_value_append_string (list, "b");
    g_test_message ("%s", cases[i].name);
    add (&fixture, "t", cases[i].t);
    add (&fixture, "p", cases[i].p);
    add (&fixture, "q", cases[i].q);
    assert_renders (&fixture, "t", object, cases[i].expected);
    teardown (&fixture, NULL);
  }
}

static void
test_replacing (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  add (fixture, "t", "{{>p}}");
  g_assert_null (gb_templates_get (fixture->templates, "p"));
  assert_renders (fixture, "t", NULL, "");
  add (fixture, "p", "old {{>gone}}");
  assert_renders (fixture, "t", NULL, "old ");
  add (fixture, "p", "new");
  assert_renders (fixture, "t", NULL, "new");
  gb_templates_check (fixture->templates, fixture->diagnostics);
  g_assert_cmpuint (gb_diagnostics_count (fixture->diagnostics), ==, 0);
}

static void
test_check (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  add (fixture, "t",
       "{{#s}}\n {{>a}}\n{{/s}}{{<b}}{{x}}{{#y}}{{$z}}{{/z}}{{/y}}{{$c}}{{>d}}{{/c}}{{/b}}"
       "{{$e}}{{>f}}{{/e}}{{>*g}}{{>t}}");
  gb_templates_check (fixture->templates, fixture->diagnostics);
  g_autofree char *list = list_diagnostics (fixture->diagnostics);
  g_assert_cmpstr (list, ==,
                   "2:2 template-missing; 3:7 template-missing; 3:13 template-ignored; "
                   "3:18 template-ignored; 3:48 template-missing; 3:72 template-missing");
  g_assert_cmpuint (gb_diagnostics_errors (fixture->diagnostics), ==, 4);
  g_assert_cmpstr (gb_diagnostics_get (fixture->diagnostics, 0)->message, ==,
                   "there is no template \"a\"");
}

static void
test_report (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  add (fixture, "t",
       "{{titel}}{{title}}{{#no}}{{unseen}}{{/no}}{{nil.x}}{{title.x}}\n{{sometimes}}{{>*p}}{{.}}");
  GbValue *object = gb_value_object (fixture->arena);
  gb_value_set_string (object, "title", "T");
  gb_value_set_string (object, "p", "nothing");
  gb_value_set_boolean (object, "no", FALSE);
  gb_value_set (object, "nil", gb_value_null ());
  assert_renders (fixture, "t", object, "T\n");
  gb_value_set_string (object, "sometimes", "S");
  assert_renders (fixture, "t", object, "T\nS");

  gb_templates_report (fixture->templates, FALSE, fixture->diagnostics);
  g_autofree char *never = list_diagnostics (fixture->diagnostics);
  g_assert_cmpstr (never, ==,
                   "1:1 template-unknown-name; 1:52 template-unknown-name; "
                   "2:14 template-unknown-template");
  g_assert_cmpstr (gb_diagnostics_get (fixture->diagnostics, 0)->message, ==,
                   "the data has no \"titel\"");
  g_assert_cmpuint (gb_diagnostics_errors (fixture->diagnostics), ==, 0);

  g_autoptr (GbDiagnostics) every = gb_diagnostics_new ();
  gb_templates_report (fixture->templates, TRUE, every);
  g_autofree char *once = list_diagnostics (every);
  g_assert_cmpstr (once, ==,
                   "1:1 template-unknown-name; 1:52 template-unknown-name; "
                   "2:1 template-unknown-name; 2:14 template-unknown-template");
}

static char *
repeat (const char *text, guint times)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < times; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
test_nesting (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *open = repeat ("{{^a}}", GB_TEMPLATE_NESTING);
  g_autofree char *close = repeat ("{{/a}}", GB_TEMPLATE_NESTING);
  g_autofree char *deep = g_strconcat (open, "x", close, NULL);
  add (fixture, "deep", deep);
  assert_renders (fixture, "deep", NULL, "x");

  g_autofree char *deeper = g_strconcat ("{{^a}}", deep, "{{/a}}", NULL);
  g_assert_false (
    gb_templates_load_text (fixture->templates, "t", deeper, -1, "t", fixture->diagnostics));
  g_autofree char *list = list_diagnostics (fixture->diagnostics);
  g_assert_cmpstr (list, ==, "1:385 template-nesting");
}

static void
test_recursion (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  add (fixture, "a", "\n {{>b}}");
  add (fixture, "b", "{{<a}}{{/a}}");
  assert_fails (fixture, "a", NULL,
                "a.mustache:2:2: templates nested deeper than 64 "
                "(a > b > a > b > … > b > a > b > a)");

  /* A recursion that the data ends is none. */
  add (fixture, "tree", "({{name}}{{#in}}{{>tree}}{{/in}})");
  GbValue *root = gb_value_object (fixture->arena);
  GbValue *at = root;
  for (guint i = 0; i < GB_TEMPLATE_DEPTH; i++) {
    gb_value_set_integer (at, "name", i % 10);
    at = gb_value_set_object (at, "in");
  }
  gb_value_set (at, "in", gb_value_null ());
  gb_value_set_string (at, "name", "!");
  g_string_truncate (fixture->out, 0);
  g_assert_true (
    gb_template_render (gb_templates_get (fixture->templates, "tree"), root, fixture->out, NULL));
  g_assert_true (g_str_has_prefix (fixture->out->str, "(0(1(2(3("));
  g_autofree char *ends = repeat (")", GB_TEMPLATE_DEPTH + 1);
  g_autofree char *suffix = g_strconcat ("3(!", ends, NULL);
  g_assert_true (g_str_has_suffix (fixture->out->str, suffix));
  gb_value_set (at, "in", root);
  g_autoptr (GError) error = NULL;
  g_assert_false (
    gb_template_render (gb_templates_get (fixture->templates, "tree"), root, fixture->out, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_CONTENT);
}

static void
test_contexts (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *open = repeat ("{{#a}}", 60);
  g_autofree char *close = repeat ("{{/a}}", 60);
  g_autofree char *text = g_strconcat (open, "{{>t}}", close, NULL);
  add (fixture, "t", text);
  GbValue *object = gb_value_object (fixture->arena);
  gb_value_set (object, "a", object);
  assert_fails (fixture, "t", object,
                "t.mustache:1:187: more than 512 values inside one another "
                "(t > t > t > t > … > t > t > t > t)");
}

static void
test_indentation_limit (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *blanks = repeat (" ", 100);
  g_autofree char *text = g_strconcat (blanks, "{{>t}}\n", NULL);
  add (fixture, "t", text);
  assert_fails (fixture, "t", NULL,
                "t.mustache:1:101: indented by more than 1024 bytes "
                "(t > t > t > t > … > t > t > t > t)");
}

static void
test_fan_out (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  for (guint i = 0; i < 40; i++) {
    g_autofree char *name = g_strdup_printf ("p%u", i);
    g_autofree char *text = g_strdup_printf ("{{>p%u}}{{>p%u}}", i + 1, i + 1);
    add (fixture, name, text);
  }
  add (fixture, "p40", "");
  g_autoptr (GError) error = NULL;
  g_assert_false (
    gb_template_render (gb_templates_get (fixture->templates, "p0"), NULL, fixture->out, &error));
  g_assert_nonnull (strstr (error->message, "more than 10000000 elements and templates"));
}

static void
test_output_limit (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *kibibyte = repeat ("0123456789abcdef", 64);
  GbValue *object = gb_value_object (fixture->arena);
  GbValue *list = gb_value_set_array (object, "l");
  for (guint i = 0; i < 300; i++)
    gb_value_append_string (list, kibibyte);
  add (fixture, "t", "{{#l}}{{#l}}{{.}}{{/l}}{{/l}}");
  assert_fails (fixture, "t", object, "t.mustache:1:13: a page of more than 67108864 bytes (t)");
}

/* Broken and large texts end quickly; a test that hangs here is the failure. */
static void
test_large_texts (void)
{
  static const struct {
    const char *unit;
    const char *end;
  } cases[] = {
    { "{", "" },       { "{{", "" },           { "{{!", "" },          { "{{{a\n", "}}}" },
    { "{{a\n", "}}" }, { "{{#a}}", "" },       { "{{/a}}", "" },       { "{{=a b=}}", "" },
    { "{{x}}", "" },   { "{{! \n }}\n", "" },  { " \t", "{{x}}" },     { "  {{#a}}\n{{/a}}\n", "" },
    { "\n", "{{x}}" }, { "{{$a}}{{/a}}", "" }, { "{{<a}}{{/a}}", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
    g_autoptr (GbTemplates) templates = gb_templates_new ();
    guint times = (guint)(GB_TEMPLATE_SIZE / 4 / strlen (cases[i].unit));
    g_autofree char *many = repeat (cases[i].unit, times);
    g_autofree char *text = g_strconcat (many, cases[i].end, NULL);
    (void)gb_templates_load_text (templates, "t", text, -1, "t", diagnostics);
    g_assert_cmpuint (gb_diagnostics_count (diagnostics), <=, 64);
    g_autoptr (GString) out = g_string_new (NULL);
    (void)gb_template_render (gb_templates_get (templates, "t"), NULL, out, NULL);
  }
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autoptr (GbTemplates) templates = gb_templates_new ();
  g_autofree char *text = g_strnfill (GB_TEMPLATE_SIZE + 1, 'x');
  g_assert_false (gb_templates_load_text (templates, "t", text, -1, "t", diagnostics));
  g_assert_cmpstr (gb_diagnostics_get (diagnostics, 0)->code, ==, "template-size");
}

/* Every prefix of a text with all kinds of tags, and every one with a byte missing. */
static void
test_cut_texts (void)
{
  static const char text[]
    = "{{! c }}\n  {{<p}}\n  {{$b}}\n    {{#s.t}}{{x}}{{{y}}}\n    {{/s.t}}\n  {{/b}}{{/p}}\n"
      "{{=<% %>=}}<%&z%><%={{ }}=%>{{^u}}\n  {{>*d}}\n {{$e}}{{/e}}\n{{/u}}\n";
  for (gsize i = 0; i < sizeof text; i++) {
    for (gsize missing = 0; missing < 4; missing++) {
      g_autofree char *cut = missing == 0 ? g_strndup (text, i)
                             : i + missing < sizeof text
                               ? g_strdup_printf ("%.*s%s", (int)i, text, text + i + missing)
                               : g_strdup ("");
      g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
      g_autoptr (GbTemplates) templates = gb_templates_new ();
      (void)gb_templates_load_text (templates, "t", cut, -1, "t", diagnostics);
      (void)gb_templates_load_text (templates, "p", text, -1, "p", diagnostics);
      g_autoptr (GString) out = g_string_new (NULL);
      (void)gb_template_render (gb_templates_get (templates, "t"), NULL, out, NULL);
    }
  }
}

static void
put_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_assert_true (gb_file_write (path, text, strlen (text), NULL, NULL));
}

static void
remove_all (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_autoptr (GPtrArray) names = gb_file_list (path, NULL);
    for (guint i = 0; i < names->len; i++) {
      g_autofree char *inner = g_build_filename (path, names->pdata[i], NULL);
      remove_all (inner);
    }
  }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_load (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("gongbao-XXXXXX", NULL);
  put_file (folder, "index.mustache", "{{>page/list}}{{>note}}");
  put_file (folder, "page/list.mustache", "list");
  put_file (folder, "page/broken.mustache", "{{#a}}");
  put_file (folder, "note.html", "not loaded");
  put_file (folder, ".hidden.mustache", "{{#a}}");
  put_file (folder, ".mustache", "{{#a}}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GbTree) tree = gb_tree_of_folder (folder);
  g_assert_true (
    gb_templates_load_tree (fixture->templates, tree, "theme", fixture->diagnostics, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (gb_diagnostics_count (fixture->diagnostics), ==, 1);
  g_assert_cmpstr (gb_diagnostics_get (fixture->diagnostics, 0)->place.file, ==,
                   "theme/page/broken.mustache");
  g_assert_nonnull (gb_templates_get (fixture->templates, "page/broken"));
  assert_renders (fixture, "index", NULL, "list");

  g_autofree char *none = g_build_filename (folder, "none", NULL);
  g_autoptr (GbTree) nothing = gb_tree_of_folder (none);
  g_assert_true (
    gb_templates_load_tree (fixture->templates, nothing, "theme", fixture->diagnostics, &error));
  remove_all (folder);
}

static void
test_load_missing (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *outer = g_dir_make_tmp ("gongbao-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (outer, "theme", NULL);
  put_file (outer, "secret.mustache", "secret");
  put_file (folder, "a.mustache", "A{{>sub/b}}");
  put_file (folder, "a.html", "not this one");
  put_file (folder, "sub/b.html", "B{{>c.txt}}");
  put_file (folder, "c.txt", "C{{>*kind}}");
  put_file (folder, "d.html", "D{{>e}}");
  put_file (folder, "e.mustache", "E");
  put_file (folder, "unused.txt", "{{#broken}}");
  g_autofree char *absolute = g_build_filename (outer, "secret", NULL);
  g_autofree char *text = g_strdup_printf (
    "{{>a}}{{>../secret}}{{>sub/../../secret}}{{>%s}}{{>sub}}{{>none}}", absolute);
  add (fixture, "t", text);
  g_autoptr (GError) error = NULL;
  g_assert_true (
    gb_templates_load_missing (fixture->templates, folder, fixture->diagnostics, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (gb_diagnostics_count (fixture->diagnostics), ==, 0);
  GbValue *object = gb_value_object (fixture->arena);
  gb_value_set_string (object, "kind", "d");
  assert_renders (fixture, "t", object, "ABCDE");
  remove_all (outer);
}

typedef struct {
  const GbTemplate *template;
  const GbValue *data;
  const char *expected;
} Job;

static gpointer
render_many (gpointer data)
{
  const Job *job = data;
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < 200; i++) {
    g_string_truncate (out, 0);
    if (!gb_template_render (job->template, job->data, out, NULL)
        || strcmp (out->str, job->expected) != 0)
      return GINT_TO_POINTER (1);
  }
  return NULL;
}

static void
test_threads (Fixture *fixture, G_GNUC_UNUSED gconstpointer unused)
{
  add (fixture, "layout", "<html>\n  {{$main}}{{/main}}\n</html>\n");
  add (fixture, "row", "<li>{{name}} {{missing}}</li>\n");
  add (fixture, "page",
       "{{<layout}}\n{{$main}}\n{{#rows}}\n  {{>*kind}}\n{{/rows}}\n{{/main}}\n"
       "{{/layout}}\n");
  GbValue *object = gb_value_object (fixture->arena);
  gb_value_set_string (object, "kind", "row");
  GbValue *rows = gb_value_set_array (object, "rows");
  g_autoptr (GString) expected = g_string_new ("<html>\n");
  for (guint i = 0; i < 20; i++) {
    GbValue *row = gb_value_object (fixture->arena);
    gb_value_set_integer (row, "name", i);
    gb_value_append (rows, row);
    g_string_append_printf (expected, "    <li>%u </li>\n", i);
  }
  g_string_append (expected, "</html>\n");

  Job job = { gb_templates_get (fixture->templates, "page"), object, expected->str };
  GThread *threads[4];
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, render_many, &job);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_null (g_thread_join (threads[i]));
  gb_templates_report (fixture->templates, FALSE, fixture->diagnostics);
  g_autofree char *list = list_diagnostics (fixture->diagnostics);
  g_assert_cmpstr (list, ==, "1:14 template-unknown-name");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, setup, function, teardown)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mustache/errors", test_errors);
  ADD ("/mustache/messages", test_messages);
  ADD ("/mustache/escaping", test_escaping);
  ADD ("/mustache/values", test_values);
  ADD ("/mustache/stack", test_stack);
  g_test_add_func ("/mustache/layout", test_layout);
  ADD ("/mustache/replacing", test_replacing);
  ADD ("/mustache/check", test_check);
  ADD ("/mustache/report", test_report);
  ADD ("/mustache/nesting", test_nesting);
  ADD ("/mustache/recursion", test_recursion);
  ADD ("/mustache/contexts", test_contexts);
  ADD ("/mustache/indentation-limit", test_indentation_limit);
  ADD ("/mustache/fan-out", test_fan_out);
  ADD ("/mustache/output-limit", test_output_limit);
  g_test_add_func ("/mustache/large-texts", test_large_texts);
  g_test_add_func ("/mustache/cut-texts", test_cut_texts);
  ADD ("/mustache/load", test_load);
  ADD ("/mustache/load-missing", test_load_missing);
  ADD ("/mustache/threads", test_threads);
  return g_test_run ();
}
