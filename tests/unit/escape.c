/* base/escape and base/json. */
#include <string.h>

#include "base/escape.h"
#include "base/json.h"

typedef void (*Escape) (GString *out, const char *text, gssize length);

static void
assert_escapes (Escape escape, const char *text, const char *expected)
{
  g_autoptr (GString) out = g_string_new ("<");
  escape (out, text, -1);
  g_assert_cmpstr (out->str + 1, ==, expected);
  /* With a length, and what follows it left alone. */
  g_autofree char *longer = g_strconcat (text, "<&\"/ 文", NULL);
  g_string_assign (out, "");
  escape (out, longer, (gssize)strlen (text));
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_html (void)
{
  assert_escapes (gb_escape_html, "", "");
  assert_escapes (gb_escape_html, "plain 文字", "plain 文字");
  assert_escapes (gb_escape_html, "<>&\"'", "&lt;&gt;&amp;&quot;&#39;");
  assert_escapes (gb_escape_html, "a<b", "a&lt;b");
  assert_escapes (gb_escape_html, "&amp;", "&amp;amp;");
  assert_escapes (gb_escape_html, "文<文", "文&lt;文");
  assert_escapes (gb_escape_html, "`=/\n\t", "`=/\n\t");
}

static void
test_html_position (void)
{
  for (guint length = 1; length < 70; length++) {
    for (guint at = 0; at < length; at++) {
      g_autofree char *text = g_strnfill (length, 'a');
      text[at] = '<';
      g_autofree char *before = g_strnfill (at, 'a');
      g_autofree char *after = g_strnfill (length - at - 1, 'a');
      g_autofree char *expected = g_strconcat (before, "&lt;", after, NULL);
      assert_escapes (gb_escape_html, text, expected);
    }
  }
}

/* XML 1.0, section 2.2: tab, line feed, carriage return, U+0020–U+D7FF, U+E000–U+FFFD, from U+10000
 */
static void
test_xml (void)
{
  assert_escapes (gb_escape_xml, "<>&\"'", "&lt;&gt;&amp;&quot;&#39;");
  assert_escapes (gb_escape_xml,
                  "a\x01"
                  "b\x08\t\n\x0b\x0c\r\x1f\x7f",
                  "ab\t\n\r\x7f");
  assert_escapes (gb_escape_xml, "文\xef\xbf\xbd\xef\xbf\xbe\xef\xbf\xbf（\xf4\x8f\xbf\xbf",
                  "文\xef\xbf\xbd（\xf4\x8f\xbf\xbf");
  assert_escapes (gb_escape_xml_again, "a&lt;\x01<p>\xef\xbf\xbe，", "a&lt;<p>，");
}

static void
test_csv (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "文件", "文件" },
    { "a b", "a b" },
    { "a,b", "\"a,b\"" },
    { "say \"no\"", "\"say \"\"no\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "a\rb", "\"a\rb\"" },
    { " a", "\" a\"" },
    { "a ", "\"a \"" },
    { "\"", "\"\"\"\"" },
    { "a;b=c", "a;b=c" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    gb_escape_csv (out, cases[i][0], -1);
    g_assert_cmpstr (out->str, ==, cases[i][1]);
  }
}

static void
test_json_text (void)
{
  assert_escapes (gb_escape_json, "", "\"\"");
  assert_escapes (gb_escape_json, "a\"b\\c/", "\"a\\\"b\\\\c/\"");
  assert_escapes (gb_escape_json, "\n\t\r\b\x01\x1f\x7f",
                  "\"\\n\\t\\r\\u0008\\u0001\\u001f\\u007f\"");
  assert_escapes (gb_escape_json, "</script>&", "\"\\u003c/script\\u003e\\u0026\"");
  assert_escapes (gb_escape_json, "文字😀", "\"文字😀\"");
  assert_escapes (gb_escape_json,
                  "a\xe2\x80\xa8"
                  "b\xe2\x80\xa9"
                  "c\xe2\x80\xa7",
                  "\"a\\u2028b\\u2029c\xe2\x80\xa7\"");
}

static void
test_path (void)
{
  assert_escapes (gb_escape_path, "", "");
  assert_escapes (gb_escape_path, "policies/a-b_c.d~e/0", "policies/a-b_c.d~e/0");
  assert_escapes (gb_escape_path, "文", "%E6%96%87");
  assert_escapes (gb_escape_path, "a b?c#d&e%f:g", "a%20b%3Fc%23d%26e%25f%3Ag");
}

static void
test_json_compact (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  GbValue *object = gb_value_object (arena);
  gb_value_set_string (object, "b", "<文>");
  gb_value_set_integer (object, "a", -5);
  gb_value_set (object, "d", gb_value_decimal (arena, "1.10"));
  gb_value_set_boolean (object, "t", TRUE);
  gb_value_set_boolean (object, "f", FALSE);
  gb_value_set (object, "n", gb_value_null ());
  gb_value_set_object (object, "o");
  GbValue *list = gb_value_set_array (object, "l");
  gb_value_append (list, gb_value_array (arena));
  gb_value_append (list, gb_value_integer (arena, G_MAXINT64));
  g_autoptr (GString) out = g_string_new (NULL);
  gb_json_write (out, object, FALSE);
  g_assert_cmpstr (out->str, ==,
                   "{\"b\":\"\\u003c文\\u003e\",\"a\":-5,\"d\":1.10,\"t\":true,\"f\":false,"
                   "\"n\":null,\"o\":{},\"l\":[[],9223372036854775807]}\n");
}

/* Records, one a line; what is inside them stays on it. */
static void
test_json_lines (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  GbValue *object = gb_value_object (arena);
  gb_value_set_object (object, "empty");
  GbValue *list = gb_value_set_array (object, "list");
  gb_value_append_string (list, "x");
  gb_value_append (list, gb_value_array (arena));
  GbValue *record = gb_value_object (arena);
  gb_value_set_integer (record, "low", G_MININT64);
  gb_value_append_string (gb_value_set_array (record, "deep"), "y");
  gb_value_append (list, record);
  g_autoptr (GString) out = g_string_new (NULL);
  gb_json_write (out, object, TRUE);
  g_assert_cmpstr (out->str, ==,
                   "{\n  \"empty\": {},\n  \"list\": [\n    \"x\",\n    [],\n"
                   "    {\"low\":-9223372036854775808,\"deep\":[\"y\"]}\n  ]\n}\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/escape/html", test_html);
  g_test_add_func ("/escape/html-position", test_html_position);
  g_test_add_func ("/escape/xml", test_xml);
  g_test_add_func ("/escape/json", test_json_text);
  g_test_add_func ("/escape/path", test_path);
  g_test_add_func ("/json/compact", test_json_compact);
  g_test_add_func ("/json/lines", test_json_lines);
  g_test_add_func ("/escape/csv", test_csv);
  return g_test_run ();
}
