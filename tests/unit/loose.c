/* source/loose: YAML and JSON without a schema. */
#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "source/loose.h"

typedef const GbValue *(*Read) (GbArena *arena, const char *file, const char *text, gsize length,
                                GbDiagnostics *diagnostics);

static void
assert_reads (Read read, const char *text, const char *expected)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  const GbValue *value = read (arena, "t", text, strlen (text), diagnostics);
  if (value == NULL)
    g_error ("%s: %s", text, gb_diagnostics_get (diagnostics, 0)->message);
  g_assert_cmpuint (gb_diagnostics_count (diagnostics), ==, 0);
  g_autoptr (GString) out = g_string_new (NULL);
  gb_json_write (out, value, FALSE);
  g_string_truncate (out, out->len - 1);
  g_assert_cmpstr (out->str, ==, expected);
}

/* "line:column code" of each, separated by semicolons. */
static void
assert_refuses (Read read, const char *text, const char *expected)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_assert_null (read (arena, "t", text, strlen (text), diagnostics));
  gb_diagnostics_sort (diagnostics);
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
    const GbDiagnostic *diagnostic = gb_diagnostics_get (diagnostics, i);
    g_string_append_printf (list, "%s%u:%u %s", i == 0 ? "" : "; ", diagnostic->place.line,
                            diagnostic->place.column, diagnostic->code);
  }
  g_assert_cmpstr (list->str, ==, expected);
}

static void
test_yaml (void)
{
  assert_reads (gb_loose_yaml, "", "null");
  assert_reads (gb_loose_yaml, "# only a comment\n", "null");
  assert_reads (gb_loose_yaml, "文字", "\"文字\"");
  assert_reads (gb_loose_yaml, "[~, null, Null, NULL, '', 'null']",
                "[null,null,null,null,\"\",\"null\"]");
  assert_reads (gb_loose_yaml, "[true, True, TRUE, false, False, FALSE, 'true', yes, no, on, y]",
                "[true,true,true,false,false,false,\"true\",\"yes\",\"no\",\"on\",\"y\"]");
  assert_reads (gb_loose_yaml, "[0, -5, 9223372036854775807, -9223372036854775808]",
                "[0,-5,9223372036854775807,-9223372036854775808]");
  assert_reads (gb_loose_yaml, "[1.10, -0.0, 1e3, 1E+3, -0, 9223372036854775808]",
                "[1.10,-0.0,1e3,1E+3,-0,9223372036854775808]");
  assert_reads (gb_loose_yaml, "[007, +5, 0x1f, 0o17, 1_000, .5, 5., .inf, .nan, 1e, 1.2.3]",
                "[\"007\",\"+5\",\"0x1f\",\"0o17\",\"1_000\",\".5\",\"5.\",\".inf\","
                "\".nan\",\"1e\",\"1.2.3\"]");
  assert_reads (gb_loose_yaml, "[2023-07-10, 1:30, '5', \"1.0\"]",
                "[\"2023-07-10\",\"1:30\",\"5\",\"1.0\"]");
  assert_reads (gb_loose_yaml, "b: 1\na:\n  - x\n  - {c: }\n2: |\n  5\n  6\ntrue: >-\n  x\n  y\n",
                "{\"b\":1,\"a\":[\"x\",{\"c\":null}],\"2\":\"5\\n6\\n\",\"true\":\"x y\"}");
  assert_reads (gb_loose_yaml, "---\na: 1\n...\n", "{\"a\":1}");
  assert_reads (gb_loose_yaml,
                "\xef\xbb\xbf"
                "a: 1",
                "{\"a\":1}");
}

static void
test_yaml_errors (void)
{
  assert_refuses (gb_loose_yaml, "a: 1\nb: 2\na: 3\n'b': 4\n",
                  "3:1 data-duplicate-key; 4:1 data-duplicate-key");
  assert_refuses (gb_loose_yaml, "a: &x 1\nb: *x\n", "1:4 data-anchor");
  assert_refuses (gb_loose_yaml, "a: &x [1]\n", "1:4 data-anchor");
  assert_refuses (gb_loose_yaml, "文: *x\n", "1:4 data-alias");
  assert_refuses (gb_loose_yaml, "a: !!str 1\n", "1:4 data-anchor");
  assert_refuses (gb_loose_yaml, "<<: {a: 1}\n", "1:1 data-merge");
  assert_refuses (gb_loose_yaml, "[1]: 2\n", "1:1 data-key");
  assert_refuses (gb_loose_yaml, "a: 1\n---\nb: 2\n", "2:1 data-documents");
  assert_refuses (gb_loose_yaml, "a: [1\nb: 2\n", "2:2 data-syntax");
  assert_refuses (gb_loose_yaml, "a:\n\t- 1\n", "2:1 data-syntax");
  assert_refuses (gb_loose_yaml, "a: \"\\0\"\n", "1:4 data-nul");
  assert_refuses (gb_loose_yaml, "a: 1\n文\xff", "2:2 data-bytes");
}

static void
test_depth (void)
{
  g_autofree char *open = g_strnfill (GB_LOOSE_DEPTH, '[');
  g_autofree char *close = g_strnfill (GB_LOOSE_DEPTH, ']');
  g_autofree char *deep = g_strconcat (open, "1", close, NULL);
  g_autofree char *deeper = g_strconcat ("[", open, "1", close, "]", NULL);
  assert_reads (gb_loose_yaml, deep, deep);
  assert_reads (gb_loose_json, deep, deep);
  assert_refuses (gb_loose_yaml, deeper, "1:33 data-depth");
  assert_refuses (gb_loose_json, deeper, "0:0 data-depth");
  g_autofree char *many = g_strnfill (200000, '[');
  assert_refuses (gb_loose_yaml, many, "1:33 data-depth");
  assert_refuses (gb_loose_json, many, "1:2049 data-syntax");
}

static void
test_json (void)
{
  assert_reads (gb_loose_json, "null", "null");
  assert_reads (gb_loose_json, " \"\\u6587\\n\" ", "\"文\\n\"");
  assert_reads (gb_loose_json, "{\"b\": [1, -2.50, 1e2, 0.1, true, false, null], \"a\": {}}",
                "{\"b\":[1,-2.5,100,0.1,true,false,null],\"a\":{}}");
  assert_reads (gb_loose_json, "[1.21, 3.3000000000000003, 1e300, 123456789012345.6]",
                "[1.21,3.3000000000000003,1e+300,123456789012345.6]");
}

static void
test_json_errors (void)
{
  assert_refuses (gb_loose_json, "", "1:0 data-syntax");
  assert_refuses (gb_loose_json, "{\"a\": 1,\n \"a\": 2}", "2:4 data-syntax");
  assert_refuses (gb_loose_json, "{\"a\": 1,\n}", "2:1 data-syntax");
  assert_refuses (gb_loose_json, "[\"\\u0000\"]", "1:9 data-syntax");
  assert_refuses (gb_loose_json, "[1] 2", "1:5 data-syntax");
}

static void
test_many_keys (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "k%u: %u\n", i, i);
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  const GbValue *value = gb_loose_yaml (arena, "t", text->str, text->len, diagnostics);
  g_assert_cmpuint (value->length, ==, 100000);
  g_assert_cmpint (gb_value_get (value, "k99999")->integer, ==, 99999);
}

static void
test_read (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_assert_null (gb_loose_read (arena, "x.txt", diagnostics, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_null (gb_loose_read (arena, "/nowhere/x.json", diagnostics, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_clear_error (&error);

  g_autofree char *folder = g_dir_make_tmp ("gongbao-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.yml", NULL);
  g_assert_true (gb_file_write (path, "a: 1\na: 2\n", 10, NULL, NULL));
  g_assert_cmpuint (gb_diagnostics_count (diagnostics), ==, 0);
  g_assert_null (gb_loose_read (arena, path, diagnostics, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_CONTENT);
  g_assert_cmpstr (gb_diagnostics_get (diagnostics, 0)->place.file, ==, path);
  g_assert_nonnull (strstr (gb_diagnostics_get (diagnostics, 0)->message, "line 1, column 1"));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loose/yaml", test_yaml);
  g_test_add_func ("/loose/yaml-errors", test_yaml_errors);
  g_test_add_func ("/loose/depth", test_depth);
  g_test_add_func ("/loose/json", test_json);
  g_test_add_func ("/loose/json-errors", test_json_errors);
  g_test_add_func ("/loose/many-keys", test_many_keys);
  g_test_add_func ("/loose/read", test_read);
  return g_test_run ();
}
