/* YAML as positioned nodes: the tree, every refusal with its place and words, hostile input. */
#include "source/characters.h"
#include "source/yaml.h"

#include <string.h>
#include <time.h>

typedef struct {
  GbArena *arena;
  GbDiagnostics *diagnostics;
  GbYamlNode *root;
  gboolean is_empty;
} Parsed;

static void
parsed_init_n (Parsed *parsed, const char *text, gsize length, guint first_line)
{
  parsed->arena = gb_arena_new ();
  parsed->diagnostics = gb_diagnostics_new ();
  /* A copy of exactly that length, so that a read beyond it is found. */
  g_autofree char *copy = g_memdup2 (text, length);
  parsed->root = gb_yaml_parse (parsed->arena, "f", copy, length, first_line, parsed->diagnostics,
                                &parsed->is_empty);
  gb_diagnostics_sort (parsed->diagnostics);
}

static void
parsed_init (Parsed *parsed, const char *text)
{
  parsed_init_n (parsed, text, strlen (text), 1);
}

static void
parsed_clear (Parsed *parsed)
{
  gb_arena_free (parsed->arena);
  gb_diagnostics_free (parsed->diagnostics);
}

/* "LINE:COLUMN CODE; …" */
static char *
said (const GbDiagnostics *diagnostics)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
    const GbDiagnostic *item = gb_diagnostics_get (diagnostics, i);
    g_string_append_printf (text, "%s%u:%u %s", i > 0 ? "; " : "", item->place.line,
                            item->place.column, item->code);
  }
  return g_string_free (text, FALSE);
}

static const GbYamlNode *
get (const GbYamlNode *node, const char *key)
{
  const GbYamlNode *value = gb_yaml_get (node, key);
  g_assert_nonnull (value);
  return value;
}

static void
assert_scalar (const GbYamlNode *node, const char *text, guint line, guint column, gboolean plain)
{
  g_assert_cmpint (node->kind, ==, GB_YAML_SCALAR);
  g_assert_cmpstr (node->text, ==, text);
  g_assert_cmpint (node->length, ==, strlen (text));
  g_assert_cmpint (node->line, ==, line);
  g_assert_cmpint (node->column, ==, column);
  g_assert_cmpint (node->plain, ==, plain);
}

static void
test_tree (void)
{
  static const char text[] = "# 注释\n"
                             "title: 示例市办法\n"
                             "no: no\n"
                             "quoted: '~'\n"
                             "年份: 1.10\n"
                             "empty:\n"
                             "list: [甲, \"乙\", 丙]\n"
                             "items:\n"
                             "- name: 一\n"
                             "  days: 010\n"
                             "- {name: 二, at: {x: y}}\n"
                             "folded: >-\n"
                             "  一\n"
                             "  二\n";
  Parsed parsed;
  parsed_init_n (&parsed, text, strlen (text), 11);
  g_assert_cmpuint (gb_diagnostics_count (parsed.diagnostics), ==, 0);
  const GbYamlNode *root = parsed.root;
  g_assert_cmpint (root->kind, ==, GB_YAML_MAPPING);
  g_assert_cmpint (root->length, ==, 8);
  g_assert_cmpint (root->line, ==, 12);
  g_assert_cmpint (root->column, ==, 1);
  assert_scalar (root->items[0], "title", 12, 1, TRUE);
  assert_scalar (get (root, "title"), "示例市办法", 12, 8, TRUE);
  assert_scalar (get (root, "no"), "no", 13, 5, TRUE);
  assert_scalar (get (root, "quoted"), "~", 14, 9, FALSE);
  /* Columns are characters, not bytes. */
  assert_scalar (get (root, "年份"), "1.10", 15, 5, TRUE);
  assert_scalar (get (root, "empty"), "", 16, 7, TRUE);
  const GbYamlNode *list = get (root, "list");
  g_assert_cmpint (list->kind, ==, GB_YAML_SEQUENCE);
  g_assert_cmpint (list->length, ==, 3);
  assert_scalar (list->items[1], "乙", 17, 11, FALSE);
  assert_scalar (list->items[2], "丙", 17, 16, TRUE);
  const GbYamlNode *items = get (root, "items");
  g_assert_cmpint (items->length, ==, 2);
  assert_scalar (get (items->items[0], "days"), "010", 20, 9, TRUE);
  g_assert_cmpint (items->items[1]->line, ==, 21);
  g_assert_cmpint (items->items[1]->column, ==, 3);
  assert_scalar (get (get (items->items[1], "at"), "x"), "y", 21, 21, TRUE);
  assert_scalar (get (root, "folded"), "一二", 22, 9, FALSE);

  g_assert_null (gb_yaml_get (root, "missing"));
  g_assert_null (gb_yaml_get (list, "x"));
  g_assert_null (gb_yaml_get (NULL, "x"));
  GbPlace place = gb_yaml_place ("f", root, "quoted");
  g_assert_cmpstr (place.file, ==, "f");
  g_assert_cmpuint (place.line, ==, 14);
  g_assert_cmpuint (place.column, ==, 9);
  g_assert_cmpuint (gb_yaml_place ("f", items->items[1], "missing").line, ==, 21);
  g_assert_cmpuint (gb_yaml_place ("f", root, NULL).line, ==, 12);
  g_assert_cmpuint (gb_yaml_place ("f", NULL, "x").line, ==, 0);
  parsed_clear (&parsed);
}

static void
test_empty (void)
{
  static const char *const texts[] = { "", "\n\n", "# nothing\n", "\r\n" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    Parsed parsed;
    parsed_init (&parsed, texts[i]);
    g_assert_null (parsed.root);
    g_assert_true (parsed.is_empty);
    g_assert_cmpuint (gb_diagnostics_count (parsed.diagnostics), ==, 0);
    parsed_clear (&parsed);
  }
}

/* A line break between Chinese characters leaves no space, whatever the style; others do. */
static void
test_folding (void)
{
  static const char *const cases[][2] = {
    { "a: 延长三年，\n  未通过的\n", "延长三年，未通过的" },
    { "a: >-\n  延长三年，\n  未通过的3个\n  是哪些\n", "延长三年，未通过的3个是哪些" },
    { "a: '示例\n  办法'\n", "示例办法" },
    { "a: \"示例\n  办法\"\n", "示例办法" },
    { "a: 示例“十四五”\n  期间\n", "示例“十四五”期间" },
    { "a: 示例\n  ——办法\n", "示例——办法" },
    { "a: 共\n  35 个\n", "共 35 个" },
    { "a: 35\n  个\n", "35 个" },
    { "a: one\n  two 三\n  四\n", "one two 三四" },
    /* A space that somebody typed stays, and so does an empty line. */
    { "a: 示例 市\n  办 法\n", "示例 市办 法" },
    { "a: 一 二\n", "一 二" },
    { "a: 一\n\n  二\n  三\n", "一\n二三" },
    { "a: >-\n  一\n\n  二\n  三\n", "一\n二三" },
    { "a: |-\n  一\n  二\n", "一\n二" },
    /* Escapes end the comparison, not the reading. */
    { "a: \"一\\x41\n  二\n  三\"\n", "一A 二 三" },
    { "a: '一''\n  二\n  三'\n", "一' 二 三" },
    { "b: x\n\nc:\r\n  - 甲\r\n    乙\r\na: 一\r\n  二\r\n", "一二" },
    { "a: 一\n  二 # 三\n", "一二" },
    { "a: [一\n  二, 三]\n", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Parsed parsed;
    parsed_init (&parsed, cases[i][0]);
    g_test_message ("%s", cases[i][0]);
    g_assert_cmpuint (gb_diagnostics_count (parsed.diagnostics), ==, 0);
    const GbYamlNode *node = get (parsed.root, "a");
    if (node->kind == GB_YAML_SEQUENCE)
      assert_scalar (node->items[0], "一二", 1, 5, TRUE);
    else
      g_assert_cmpstr (node->text, ==, cases[i][1]);
    g_assert_cmpuint (node->kind == GB_YAML_SCALAR ? strlen (node->text) : node->length, ==,
                      node->length);
    parsed_clear (&parsed);
  }
}

static void
test_line_ends (void)
{
  Parsed parsed;
  parsed_init (&parsed, "a: 1\r\nb:\r\n  c: 2\r\nd: 3\re: 4\r\n");
  g_assert_cmpuint (gb_diagnostics_count (parsed.diagnostics), ==, 0);
  assert_scalar (get (get (parsed.root, "b"), "c"), "2", 3, 6, TRUE);
  assert_scalar (get (parsed.root, "d"), "3", 4, 4, TRUE);
  assert_scalar (get (parsed.root, "e"), "4", 5, 4, TRUE);
  parsed_clear (&parsed);
}

typedef struct {
  const char *text;
  const char *said;
  const char *words; /* in the first message */
  gboolean has_tree;
} Case;

static const Case refusals[] = {
  /* What libyaml would let pass. */
  { "a: 1\nb: 2\na: 3\n", "3:1 duplicate-key", "first on line 1, column 1", TRUE },
  { "x:\n  - {k: 1, k: 2}\n", "2:12 duplicate-key", "first on line 2, column 6", TRUE },
  { "a: 1\n'a': 2\n\"a\": 3\n", "2:1 duplicate-key; 3:1 duplicate-key", "'a' stands twice", TRUE },
  { "a: &x 1\nb: 2\n", "1:4 yaml-alias", "'&x' is read as a YAML anchor", TRUE },
  { "a: &x 1\nb: *x\n", "1:4 yaml-alias; 2:4 yaml-alias", "anchor", FALSE },
  { "a: *nowhere\n", "1:4 yaml-alias", "'*nowhere' is read as a YAML alias", FALSE },
  { "a: {b: 1}\nc:\n  <<: *a\n", "3:3 yaml-alias", "merge keys", FALSE },
  { "<<: {a: 1}\nb: 2\n", "1:1 yaml-alias", "merge keys", TRUE },
  { "a: !!str 1\n", "1:4 yaml-tag", "'!!str'", TRUE },
  { "a: !x\n  b: 1\n", "1:4 yaml-tag", "'!x'", TRUE },
  { "%YAML 1.1\n---\na: 1\n", "1:1 yaml-tag", "directives", FALSE },
  { "a: 1\n---\nb: 2\n", "2:1 yaml-documents", "a file holds one", FALSE },
  { "[a]: 1\nb: 2\n", "1:1 yaml-syntax", "a key must be a word", TRUE },
  { "? {a: 1}\n: 2\n", "1:3 yaml-syntax", "a key must be a word", TRUE },
  { "a: \"x\\0y\"\n", "1:4 control-character", "U+0000", TRUE },
  { "a: \"\\u200b\\x07\"\n", "1:4 control-character", "U+0007", TRUE },
  /* What libyaml says, in other words. */
  { "a:\n\tb: 1\n", "2:1 yaml-syntax", "indent with spaces, not tabs", FALSE },
  { "a:\n  b: 1\n \tc: 2\n", "3:2 yaml-syntax", "indent with spaces, not tabs", FALSE },
  { "a: |\n\tx\n", "2:1 yaml-syntax", "indent with spaces, not tabs", FALSE },
  { "title：办法\nsigned: 2023\n", "1:1 yaml-syntax", "full-width '：'", FALSE },
  { "a: 1\ntitle：办法\nb: 2\n", "2:1 yaml-syntax", "full-width '：'", FALSE },
  { "a: 1\ntitle:办法\nb: 2\n", "2:1 yaml-syntax", "a space is missing after the colon", FALSE },
  { "a:\302\240办法\nb: 2\n", "1:1 yaml-syntax", "is not an ordinary one", FALSE },
  { "a: 1\nb:　办法\nc: 2\n", "2:1 yaml-syntax", "is not an ordinary one", FALSE },
  { "a: 1\n办法\nb: 2\n", "2:1 yaml-syntax", "the colon is missing", FALSE },
  { "title: 关于印发: 办法\n", "1:12 yaml-syntax", "put the value in quotes", FALSE },
  { "a: 1\n  b: 2\n", "2:4 yaml-syntax", "align it", FALSE },
  { "a:\n  b: 1\n c: 2\n", "3:2 yaml-syntax", "align it", FALSE },
  { "a: 'x' y\n", "1:8 yaml-syntax", "quotes", FALSE },
  { "- a\nb: 1\n", "2:1 yaml-syntax", "list above it", FALSE },
  { "a: - b\n", "1:4 yaml-syntax", "a line of its own", FALSE },
  { "a: @b\n", "1:4 yaml-syntax", "'@'; put it in quotes", FALSE },
  { "a: `b`\n", "1:4 yaml-syntax", "'`'; put it in quotes", FALSE },
  { "a: %b\n", "1:4 yaml-syntax", "'%'; put it in quotes", FALSE },
  { "a: *重要* 通知\n", "1:4 yaml-syntax", "'*'; put it in quotes", FALSE },
  { "a: & b\n", "1:4 yaml-syntax", "'&'; put it in quotes", FALSE },
  { "a: !重要\n", "1:4 yaml-syntax", "'!'; put it in quotes", FALSE },
  { "a: ? b\n", "1:4 yaml-syntax", "'? '; put it in quotes", FALSE },
  { "a: \"办法\nb: 1\n", "1:4 yaml-syntax", "never closed", FALSE },
  { "a: 'b\n", "1:4 yaml-syntax", "never closed", FALSE },
  { "a: \"\\q\"\n", "1:5 yaml-syntax", "backslash", FALSE },
  { "a: \"\\ud800\"\n", "1:7 yaml-syntax", "no character", FALSE },
  { "a: [b, c\nd: 1\n", "1:4 yaml-syntax", "']' at its end", FALSE },
  { "a: {b: c\nd: 1\n", "1:4 yaml-syntax", "'}' at its end", FALSE },
  { "a: [\n", "1:4 yaml-syntax", "bracket that opens here is never closed", FALSE },
  { "a: [b, {c: [d,", "1:12 yaml-syntax", "bracket that opens here is never closed", FALSE },
  { "a: [b,,c]\n", "1:7 yaml-syntax", "a comma or bracket", FALSE },
  { "a: | b\n", "1:6 yaml-syntax", "the next line", FALSE },
  /* Characters. */
  { "a: 甲\x80\n", "1:5 bad-utf8", "0x80", FALSE },
  { "a: \xd6\xd0\n", "1:4 bad-utf8", "GBK", FALSE },
  { "a: \xed\xa0\x80\n", "1:4 bad-utf8", "0xED", FALSE },
  { "a: \xc0\xaf\n", "1:4 bad-utf8", "0xC0", FALSE },
  { "a: \xf4\x90\x80\x80\n", "1:4 bad-utf8", "0xF4", FALSE },
  { "a: b\nc: \xe4\xb8", "2:4 bad-utf8", "0xE4", FALSE },
  { "\xef\xbb\xbf"
    "a: 1\n",
    "1:1 byte-order-mark", "without BOM", FALSE },
  { "\xff\xfe"
    "a",
    "1:1 bad-utf8", "UTF-16", FALSE },
  { "a: 甲\x01乙\nb: \x7f\n", "1:5 control-character; 2:4 control-character", "U+0001", FALSE },
  { "a: x\xc2\x85y\n", "1:5 control-character", "U+0085", FALSE },
  { "a: x\xe2\x80\xa8y\n", "1:5 control-character", "line separator (U+2028)", FALSE },
  { "a: x\xef\xbb\xbfy\n", "1:5 control-character", "U+FEFF", FALSE },
  { "a: x\xef\xbf\xbf\n", "1:5 control-character", "U+FFFF", FALSE },
  { "a: x\xef\xbf\xbdy\nb: 1\n", "1:5 lost-character", "was lost", TRUE },
  { "a: 示例\xca\xd0\n", "1:6 bad-utf8", "if the file was saved as GBK", FALSE },
  { "a: \xca\xbe\xc0\xfd\xca\xd0\n", "1:5 bad-utf8", "the file is GBK (GB 18030)", FALSE },
  { "a: \x81\x30\x81\x30\xca\xd0\n", "1:4 bad-utf8", "the file is GBK (GB 18030)", FALSE },
  /* Characters that nobody sees. */
  { "a: 企\xe2\x80\x8b业\n", "1:5 hidden-character", "(U+200B zero width space)", TRUE },
  { "a: 甲\nb: 企\xe2\x80\x8d业\n", "2:5 hidden-character", "(U+200D zero width joiner)", TRUE },
  { "a: 企\xc2\xad业\n", "1:5 hidden-character", "(U+00AD soft hyphen)", TRUE },
  { "a: 企\xe2\x81\xa0业\n", "1:5 hidden-character", "(U+2060 word joiner)", TRUE },
  { "a: 企\xe2\x80\xaa业\xe2\x80\xac\n", "1:5 hidden-character; 1:7 hidden-character",
    "(U+202A left-to-right embedding)", TRUE },
  { "a: 企\xe2\x81\xa6业\n", "1:5 hidden-character", "(U+2066 left-to-right isolate)", TRUE },
  { "a: 企\xef\xbf\xbc业\n", "1:5 hidden-character", "(U+FFFC object", TRUE },
  { "a: 企\xf3\xa0\x80\xa0业\n", "1:5 hidden-character", "(U+E0020)", TRUE },
  { "a: 企\xe2\x80\xae业\n", "1:5 hidden-character", "(U+202E right-to-left override) may turn",
    TRUE },
  { "a: 企\xef\xbb\xbf业\n", "1:5 control-character", "a byte order mark inside", FALSE },
  /* Characters for private use. */
  { "a: 企\xee\x97\xa5业\n", "1:5 private-character", "U+E5E5", TRUE },
  { "a: 企\xef\xa3\xbf业\n", "1:5 private-character", "U+F8FF", TRUE },
  { "a: 企\xf4\x80\x80\x81业\n", "1:5 private-character", "U+100001", TRUE },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    const Case *test = &refusals[i];
    Parsed parsed;
    parsed_init (&parsed, test->text);
    g_autofree char *text = said (parsed.diagnostics);
    g_test_message ("%s", test->text);
    g_assert_cmpstr (text, ==, test->said);
    const char *message = gb_diagnostics_get (parsed.diagnostics, 0)->message;
    if (strstr (message, test->words) == NULL)
      g_test_message ("said: %s", message);
    g_assert_nonnull (strstr (message, test->words));
    g_assert_cmpint (parsed.root != NULL, ==, test->has_tree);
    g_assert_false (parsed.is_empty);
    parsed_clear (&parsed);
  }
}

/* What looks like these and is meant: a joiner in Arabic and Mongolian words, rare characters and
 * their variants, dashes, ellipses. */
static void
test_good_characters (void)
{
  static const char *const good[] = {
    "a: \xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae\n",
    "a: \xe1\xa0\xa0\xe2\x80\x8d\n",
    "a: \xf0\xa0\x80\x80\xf3\xa0\x84\x80\n",
    "a: 豈〇○——……·•“甲”‘乙’\n",
    "a: ﹙①⒈㈠Ⅰ㎡℃\n",
  };
  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    Parsed parsed;
    parsed_init (&parsed, good[i]);
    g_autofree char *text = said (parsed.diagnostics);
    g_assert_cmpstr (text, ==, "");
    parsed_clear (&parsed);
  }
}

/* Of a doubled key the first counts, and the tree holds it once. */
static void
test_double_first (void)
{
  Parsed parsed;
  parsed_init (&parsed, "a: 1\nb: 2\na: 3\n<<: 4\n[x]: 5\n");
  g_assert_cmpint (parsed.root->length, ==, 2);
  g_assert_cmpstr (get (parsed.root, "a")->text, ==, "1");
  g_assert_cmpstr (get (parsed.root, "b")->text, ==, "2");
  parsed_clear (&parsed);
}

/* Large enough to be hashed. */
static void
test_double_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "key-%u: %u\n", i % 90, i);
  Parsed parsed;
  parsed_init (&parsed, text->str);
  g_assert_cmpuint (gb_diagnostics_count (parsed.diagnostics), ==, 10);
  const GbDiagnostic *first = gb_diagnostics_get (parsed.diagnostics, 0);
  g_assert_cmpuint (first->place.line, ==, 91);
  g_assert_nonnull (strstr (first->message, "'key-0' stands twice, first on line 1,"));
  g_assert_cmpint (parsed.root->length, ==, 90);
  parsed_clear (&parsed);
}

static GString *
repeat (const char *before, const char *text, guint n)
{
  GString *all = g_string_new (before);
  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return all;
}

static void
test_depth (void)
{
  /* The mapping is the first level. */
  g_autoptr (GString) deepest = repeat ("a: ", "[", GB_YAML_DEPTH - 1);
  for (guint i = 0; i < GB_YAML_DEPTH - 1; i++)
    g_string_append_c (deepest, ']');
  Parsed parsed;
  parsed_init (&parsed, deepest->str);
  g_assert_cmpuint (gb_diagnostics_count (parsed.diagnostics), ==, 0);
  g_assert_nonnull (parsed.root);
  parsed_clear (&parsed);

  g_autoptr (GString) deeper = repeat ("a: ", "[", GB_YAML_DEPTH);
  parsed_init (&parsed, deeper->str);
  g_autofree char *text = said (parsed.diagnostics);
  g_assert_cmpstr (text, ==, "1:35 yaml-depth");
  g_assert_null (parsed.root);
  parsed_clear (&parsed);
}

/* Inputs made to exhaust time or memory: each ends at once, with an error.  The time is the
 * processor's, whatever else the machine has to do. */
static void
test_hostile (void)
{
  static const char *const parts[]
    = { "[",  "{a: ",  "- ",  "? ",    "[[]", "{",    "&a ",    "a: &a [*a, *a]\n",
        "'",  "\"",    "|",   "!",     "%",   "#",    "a: b: ", "- [",
        ": ", "---\n", "*a ", "a\n\n", "\t",  "[a, ", "{a, " };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (GString) text = repeat ("x: 1\n", parts[i], 50000);
    Parsed parsed;
    clock_t start = clock ();
    parsed_init_n (&parsed, text->str, text->len, 1);
    double seconds = (double)(clock () - start) / CLOCKS_PER_SEC;
    g_test_message ("%s: %.3f s", parts[i], seconds);
    g_assert_cmpfloat (seconds, <, 20);
    g_assert_cmpuint (gb_diagnostics_count (parsed.diagnostics), <, 30);
    parsed_clear (&parsed);
  }
}

/* Each level repeats the one before nine times. */
static void
test_alias_bomb (void)
{
  g_autoptr (GString) text = g_string_new ("a0: &a0 [示例, 示例]\n");
  for (guint i = 1; i < 20; i++) {
    g_string_append_printf (text, "a%u: &a%u [", i, i);
    for (guint k = 0; k < 9; k++)
      g_string_append_printf (text, "%s*a%u", k > 0 ? ", " : "", i - 1);
    g_string_append (text, "]\n");
  }
  Parsed parsed;
  parsed_init (&parsed, text->str);
  g_assert_null (parsed.root);
  g_assert_cmpuint (gb_diagnostics_errors (parsed.diagnostics), ==, 21);
  g_assert_cmpstr (gb_diagnostics_get (parsed.diagnostics, 0)->code, ==, "yaml-alias");
  gboolean ended = FALSE;
  for (guint i = 0; i < gb_diagnostics_count (parsed.diagnostics); i++)
    ended
      = ended || strcmp (gb_diagnostics_get (parsed.diagnostics, i)->code, "too-many-errors") == 0;
  g_assert_true (ended);
  parsed_clear (&parsed);
}

static void
test_size (void)
{
  g_autofree char *text = g_malloc (GB_YAML_SIZE + 1);
  memset (text, '#', GB_YAML_SIZE + 1);
  Parsed parsed;
  parsed_init_n (&parsed, text, GB_YAML_SIZE, 1);
  g_assert_true (parsed.is_empty);
  parsed_clear (&parsed);
  parsed_init_n (&parsed, text, GB_YAML_SIZE + 1, 7);
  g_autofree char *words = said (parsed.diagnostics);
  g_assert_cmpstr (words, ==, "7:1 too-large");
  parsed_clear (&parsed);
}

/* Every character there is: what the check lets pass is what GLib calls valid, less the named ones.
 */
static void
test_characters (void)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  for (gunichar c = 1; c < 0x110000; c++) {
    char text[16];
    if (c >= 0xd800 && c < 0xe000)
      continue;
    int length = g_unichar_to_utf8 (c, text);
    gboolean refused = (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7f && c < 0xa0)
                       || c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0xfffe || c == 0xffff
                       || (c >= 0xfdd0 && c <= 0xfdef);
    gunichar found = 0;
    g_assert_cmpint (gb_characters_find_control (text, (gsize)length, &found), ==, refused);
    g_assert_cmpuint (found, ==, refused ? c : 0);
    /* Among others, so that the fast path is met too; at its three alignments. */
    if (c < 0x3000 || (c > 0xd000 && c < 0x10100)) {
      char around[64];
      for (guint shift = 0; shift < 3; shift++) {
        int n = g_snprintf (around, sizeof around, "%s%.*s%s",
                            shift == 0   ? ""
                            : shift == 1 ? "中"
                                         : "中a",
                            length, text, "文字文字");
        g_assert_cmpint (gb_characters_find_control (around, (gsize)n, &found), ==, refused);
      }
    }
  }
  /* Every pair and triple of bytes that GLib calls invalid is refused. */
  for (guint first = 0x80; first < 0x100; first++) {
    for (guint second = 0; second < 0x100; second++) {
      char text[] = { (char)first, (char)second, (char)0xbf, 'x', 'x', 'x', 'x', 'x', 'x' };
      if (!g_utf8_validate (text, sizeof text, NULL))
        g_assert_false (gb_characters_check ("f", text, sizeof text, 1, diagnostics));
    }
  }
  for (gsize cut = 1; cut < 12; cut++) {
    static const char whole[] = "中文😀中";
    gboolean valid = g_utf8_validate (whole, (gssize)cut, NULL);
    g_assert_cmpint (gb_characters_check ("f", whole, cut, 1, diagnostics), ==, valid);
  }
}

/* Bytes of a valid text changed at random, the same way each time: whatever comes out, it ends. */
static void
test_mutations (void)
{
  static const char text[] = "title: 示例市办法\nlist: [甲, \"乙\", '丙']\nitems:\n"
                             "  - {name: 一, at: {x: y}}\n  - name: 二\n    days: 7\n"
                             "folded: >-\n  一\n  二\nquoted: \"a\\tb\"\n";
  static const char spice[] = "[]{}&*!|>'\"%@`:-?#,\t\n \\<~\xe4\xef\xff\x01";
  GRand *rand = g_rand_new_with_seed (20260101);
  for (guint round = 0; round < 20000; round++) {
    g_autofree char *copy = g_memdup2 (text, sizeof text - 1);
    for (gint32 n = g_rand_int_range (rand, 1, 5); n > 0; n--)
      copy[g_rand_int_range (rand, 0, sizeof text - 1)]
        = spice[g_rand_int_range (rand, 0, sizeof spice - 1)];
    Parsed parsed;
    parsed_init_n (&parsed, copy, (gsize)g_rand_int_range (rand, 1, sizeof text), 1);
    g_assert_true (parsed.root != NULL || parsed.is_empty
                   || gb_diagnostics_errors (parsed.diagnostics) > 0);
    for (guint i = 0; i < gb_diagnostics_count (parsed.diagnostics); i++) {
      const GbDiagnostic *item = gb_diagnostics_get (parsed.diagnostics, i);
      g_assert_cmpuint (item->place.line, >, 0);
      g_assert_cmpuint (item->place.column, >, 0);
      g_assert_true (g_utf8_validate (item->message, -1, NULL));
      /* Everything libyaml can say has been put in plain words. */
      g_assert_null (strstr (item->message, "this is not YAML"));
    }
    parsed_clear (&parsed);
  }
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/yaml/tree", test_tree);
  g_test_add_func ("/yaml/empty", test_empty);
  g_test_add_func ("/yaml/folding", test_folding);
  g_test_add_func ("/yaml/line-ends", test_line_ends);
  g_test_add_func ("/yaml/refusals", test_refusals);
  g_test_add_func ("/yaml/good-characters", test_good_characters);
  g_test_add_func ("/yaml/double-first", test_double_first);
  g_test_add_func ("/yaml/double-many", test_double_many);
  g_test_add_func ("/yaml/depth", test_depth);
  g_test_add_func ("/yaml/hostile", test_hostile);
  g_test_add_func ("/yaml/alias-bomb", test_alias_bomb);
  g_test_add_func ("/yaml/size", test_size);
  g_test_add_func ("/yaml/characters", test_characters);
  g_test_add_func ("/yaml/mutations", test_mutations);
  return g_test_run ();
}
