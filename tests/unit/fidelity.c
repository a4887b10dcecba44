/* The published policies say what the official documents say.
 *
 * tests/fidelity/ID.txt is the text extraction of a document, content/policies/ID/policy.md its
 * published form, and tests/fidelity/ID.debris the list of what may differ, each with a reason (see
 * the README there).  White space aside, the two must be equal.  What the Markdown says is asked of
 * cmark and libyaml, not of the generator, so that a fault in the generator cannot hide one in the
 * text; and since a text that Markdown takes for a list or a tag is a text lost, nothing but
 * headings, paragraphs, strong labels and tables is let through.
 */
#include "base/error.h"
#include "base/file.h"

#include <cmark.h>
#include <string.h>
#include <yaml.h>

typedef struct {
  const char *id;
  guint parts; /* headings of level 1 */
  guint chapters;
  guint sections; /* headings 一、 of level 2 */
  guint articles;
  guint items;     /* paragraphs （一） */
  guint sub_items; /* paragraphs 1. or 1· */
  guint tables;
} Expected;

/* Counted by hand in the official texts. */
static const Expected documents[] = {
  { "dg-core-zones-2021", 6, 8, 0, 30, 22, 8, 2 },
  { "dg-strategic-clusters-2021", 2, 0, 4, 0, 13, 9, 0 },
  { "gd-sme-clusters-2023", 2, 5, 0, 19, 25, 0, 0 },
  { "zs-digital-pilots-2023", 2, 5, 0, 16, 13, 11, 0 },
  { "zh-sme-clusters-2024", 2, 5, 9, 17, 16, 0, 0 },
};

typedef yaml_document_t YamlDocument;

static void
clear_yaml (YamlDocument *document)
{
  yaml_document_delete (document);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YamlDocument, clear_yaml)

static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (!g_unichar_isspace (c))
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

/* Leaves an empty, deletable document behind on failure. */
static gboolean
load_yaml (const char *text, YamlDocument *document, GError **error)
{
  memset (document, 0, sizeof *document);
  yaml_parser_t parser;
  g_assert_true (yaml_parser_initialize (&parser));
  yaml_parser_set_input_string (&parser, (const unsigned char *)text, strlen (text));
  gboolean loaded = yaml_parser_load (&parser, document) == 1;
  if (!loaded)
    g_set_error (error, GB_ERROR, GB_ERROR_CONTENT, "YAML line %zu: %s",
                 parser.problem_mark.line + 1, parser.problem);
  yaml_parser_delete (&parser);
  return loaded;
}

static const char *
scalar (const yaml_node_t *node)
{
  return node != NULL && node->type == YAML_SCALAR_NODE ? (const char *)node->data.scalar.value
                                                        : NULL;
}

/* The value of @key, NULL where there is none. */
static yaml_node_t *
member (YamlDocument *document, const yaml_node_t *node, const char *key)
{
  if (node == NULL || node->type != YAML_MAPPING_NODE)
    return NULL;
  for (yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top;
       pair++)
    if (g_strcmp0 (scalar (yaml_document_get_node (document, pair->key)), key) == 0)
      return yaml_document_get_node (document, pair->value);
  return NULL;
}

/* Appends the texts of a row of cells; FALSE where it is none. */
static gboolean
read_cells (YamlDocument *document, const yaml_node_t *row, GString *out)
{
  if (row == NULL || row->type != YAML_SEQUENCE_NODE)
    return FALSE;
  for (yaml_node_item_t *item = row->data.sequence.items.start; item < row->data.sequence.items.top;
       item++) {
    yaml_node_t *cell = yaml_document_get_node (document, *item);
    const char *text = scalar (cell);
    if (text == NULL)
      text = scalar (member (document, cell, "text"));
    if (text == NULL)
      return FALSE;
    g_string_append (out, text);
  }
  return TRUE;
}

/* Appends what a reader of the table sees, row by row. */
static gboolean
read_table (const char *yaml, GString *out, GError **error)
{
  g_auto (YamlDocument) document;
  if (!load_yaml (yaml, &document, error))
    return FALSE;

  yaml_node_t *root = yaml_document_get_root_node (&document);
  if (root == NULL || root->type != YAML_MAPPING_NODE) {
    g_set_error (error, GB_ERROR, GB_ERROR_CONTENT, "a table is not a mapping");
    return FALSE;
  }
  for (yaml_node_pair_t *pair = root->data.mapping.pairs.start; pair < root->data.mapping.pairs.top;
       pair++) {
    const char *key = scalar (yaml_document_get_node (&document, pair->key));
    yaml_node_t *value = yaml_document_get_node (&document, pair->value);
    gboolean understood = FALSE;
    if (g_strcmp0 (key, "columns") == 0 || g_strcmp0 (key, "total") == 0) {
      understood = read_cells (&document, value, out);
    } else if (g_strcmp0 (key, "rows") == 0 && value->type == YAML_SEQUENCE_NODE) {
      understood = TRUE;
      for (yaml_node_item_t *item = value->data.sequence.items.start;
           item < value->data.sequence.items.top; item++)
        understood
          = read_cells (&document, yaml_document_get_node (&document, *item), out) && understood;
    } else if (g_strcmp0 (key, "sums") == 0 || g_strcmp0 (key, "parts") == 0) {
      understood = TRUE; /* names columns, is not shown */
    }
    if (!understood) {
      g_set_error (error, GB_ERROR, GB_ERROR_CONTENT, "a table has an unreadable “%s”", key);
      return FALSE;
    }
  }
  return TRUE;
}

/* The Markdown after the front matter. */
static const char *
body_of (const char *policy)
{
  g_assert_true (g_str_has_prefix (policy, "---\n"));
  const char *end = strstr (policy, "\n---\n");
  g_assert_nonnull (end);
  return end + strlen ("\n---\n");
}

/* What a reader of @markdown sees, without white space. */
static char *
visible_text (const char *markdown, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) problem = NULL;
  cmark_node *root = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;
  while (problem == NULL && (event = cmark_iter_next (iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node (iter);
    if (event != CMARK_EVENT_ENTER)
      continue;
    switch (cmark_node_get_type (node)) {
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_HEADING:
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_STRONG:
      continue;
    case CMARK_NODE_TEXT:
      g_string_append (out, cmark_node_get_literal (node));
      continue;
    case CMARK_NODE_CODE_BLOCK:
      if (strcmp (cmark_node_get_fence_info (node), "table") == 0) {
        read_table (cmark_node_get_literal (node), out, &problem);
        continue;
      }
      break;
    default:
      break;
    }
    g_set_error (&problem, GB_ERROR, GB_ERROR_CONTENT, "body line %d: Markdown reads a %s here",
                 cmark_node_get_start_line (node), cmark_node_get_type_string (node));
  }
  cmark_iter_free (iter);
  cmark_node_free (root);

  if (problem != NULL) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return NULL;
  }
  return squeeze (out->str);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;
  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;
  return n;
}

/* The extraction without white space and debris. */
static char *
official_text (const char *extraction, const char *debris, GError **error)
{
  g_auto (YamlDocument) document;
  if (!load_yaml (debris, &document, error))
    return NULL;
  yaml_node_t *root = yaml_document_get_root_node (&document);
  if (root == NULL || root->type != YAML_SEQUENCE_NODE) {
    g_set_error (error, GB_ERROR, GB_ERROR_CONTENT, "the debris is not a list");
    return NULL;
  }

  g_autofree char *text = squeeze (extraction);
  for (yaml_node_item_t *item = root->data.sequence.items.start;
       item < root->data.sequence.items.top; item++) {
    yaml_node_t *entry = yaml_document_get_node (&document, *item);
    const char *old = scalar (member (&document, entry, "old"));
    const char *new = scalar (member (&document, entry, "new"));
    const char *times = scalar (member (&document, entry, "times"));
    const char *why = scalar (member (&document, entry, "why"));
    if (old == NULL || *old == '\0' || why == NULL || *why == '\0') {
      g_set_error (error, GB_ERROR, GB_ERROR_CONTENT, "debris “%s” needs old and why", old);
      return NULL;
    }
    g_autofree char *from = squeeze (old);
    g_autofree char *to = squeeze (new != NULL ? new : "");
    guint64 wanted = times != NULL ? g_ascii_strtoull (times, NULL, 10) : 1;
    guint found = count (text, from);
    if (found != wanted) {
      g_set_error (error, GB_ERROR, GB_ERROR_CONTENT,
                   "debris “%s” occurs %u times, not %" G_GUINT64_FORMAT, from, found, wanted);
      return NULL;
    }
    g_auto (GStrv) pieces = g_strsplit (text, from, -1);
    g_free (text);
    text = g_strjoinv (to, pieces);
  }
  return g_steal_pointer (&text);
}

/* At most @n characters before and after @place, which is marked. */
static char *
context (const char *text, const char *place, int n)
{
  const char *from = place;
  const char *to = place;
  for (int i = 0; i < n && from > text; i++)
    from = g_utf8_prev_char (from);
  for (int i = 0; i < n && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  return g_strdup_printf ("%.*s▶%.*s", (int)(place - from), from, (int)(to - place), place);
}

/* TRUE where @policy says what @extraction says, @debris aside; otherwise @error tells where not.
 */
static gboolean
faithful (const char *policy, const char *extraction, const char *debris, GError **error)
{
  g_autofree char *official = official_text (extraction, debris, error);
  if (official == NULL)
    return FALSE;
  g_autofree char *published = visible_text (body_of (policy), error);
  if (published == NULL)
    return FALSE;

  const char *a = official;
  const char *b = published;
  long place = 1;
  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b)) {
    a = g_utf8_next_char (a);
    b = g_utf8_next_char (b);
    place++;
  }
  if (*a == '\0' && *b == '\0')
    return TRUE;
  g_autofree char *wanted = context (official, a, 16);
  g_autofree char *found = context (published, b, 16);
  g_set_error (error, GB_ERROR, GB_ERROR_CONTENT,
               "character %ld differs\n  official:  %s\n  published: %s", place, wanted, found);
  return FALSE;
}

static char *
read_text (const char *format, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) path = g_string_new (format);
  g_string_replace (path, "ID", id, 1);
  gsize length = 0;
  char *text = gb_file_read (path->str, 0, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, (gssize)length, NULL));
  return text;
}

static void
test_document (gconstpointer data)
{
  const Expected *document = data;
  g_autofree char *extraction = read_text ("tests/fidelity/ID.txt", document->id);
  g_autofree char *debris = read_text ("tests/fidelity/ID.debris", document->id);
  g_autofree char *policy = read_text ("content/policies/ID/policy.md", document->id);
  g_autoptr (GError) error = NULL;
  faithful (policy, extraction, debris, &error);
  g_assert_no_error (error);
}

/* 1–99, as the articles are numbered. */
static char *
numeral (guint n)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  return g_strconcat (n >= 20 ? digits[n / 10] : "", n >= 10 ? "十" : "", digits[n % 10], NULL);
}

/* Equality cannot see where a paragraph begins, so the units are counted. */
static void
test_structure (gconstpointer data)
{
  const Expected *document = data;
  g_autofree char *policy = read_text ("content/policies/ID/policy.md", document->id);
  g_auto (GStrv) lines = g_strsplit (body_of (policy), "\n", -1);
  g_autoptr (GRegex) item = g_regex_new ("^(?:### )?[（(][一二三四五六七八九十]+[）)]", 0, 0, NULL);
  g_autoptr (GRegex) sub_item = g_regex_new ("^[0-9][.·][^0-9]", 0, 0, NULL);
  g_autoptr (GRegex) section = g_regex_new ("^## [一二三四五六七八九十]+、", 0, 0, NULL);
  g_autoptr (GRegex) gap = g_regex_new ("[^#] | $|^ ", 0, 0, NULL);
  Expected found = { .id = document->id };
  gboolean in_table = FALSE;
  g_assert_cmpstr (lines[0], ==, "");
  for (guint i = 1; lines[i] != NULL; i++) {
    const char *line = lines[i];
    if (g_str_has_prefix (line, "```")) {
      in_table = !in_table;
      found.tables += in_table;
      continue;
    }
    if (in_table)
      continue;
    /* One paragraph a line, a blank line between; no space that a line break or an extraction left.
     */
    g_assert_true (*line == '\0' || *lines[i - 1] == '\0');
    g_assert_false (g_regex_match (gap, line, 0, NULL));

    if (g_str_has_prefix (line, "# "))
      found.parts++;
    if (g_str_has_prefix (line, "## 第") && strstr (line, "章　") != NULL) {
      g_autofree char *number = numeral (++found.chapters);
      g_autofree char *label = g_strdup_printf ("## 第%s章　", number);
      g_assert_true (g_str_has_prefix (line, label));
    }
    if (g_str_has_prefix (line, "**")) {
      g_autofree char *number = numeral (++found.articles);
      g_autofree char *label = g_strdup_printf ("**第%s条**　", number);
      g_assert_true (g_str_has_prefix (line, label));
    }
    if (g_regex_match (section, line, 0, NULL)) {
      g_autofree char *number = numeral (++found.sections);
      g_autofree char *label = g_strdup_printf ("## %s、", number);
      g_assert_true (g_str_has_prefix (line, label));
    }
    found.items += g_regex_match (item, line, 0, NULL);
    found.sub_items += g_regex_match (sub_item, line, 0, NULL);
  }
  g_assert_cmpuint (found.parts, ==, document->parts);
  g_assert_cmpuint (found.chapters, ==, document->chapters);
  g_assert_cmpuint (found.sections, ==, document->sections);
  g_assert_cmpuint (found.articles, ==, document->articles);
  g_assert_cmpuint (found.items, ==, document->items);
  g_assert_cmpuint (found.sub_items, ==, document->sub_items);
  g_assert_cmpuint (found.tables, ==, document->tables);
}

/* The checker must notice one character, wherever it is. */
static void
test_one_character (gconstpointer data)
{
  const Expected *document = data;
  g_autofree char *extraction = read_text ("tests/fidelity/ID.txt", document->id);
  g_autofree char *debris = read_text ("tests/fidelity/ID.debris", document->id);
  g_autofree char *policy = read_text ("content/policies/ID/policy.md", document->id);
  const char *line = body_of (policy);
  guint n = 0;
  guint tried = 0;
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p)) {
    if (*p == '\n')
      line = p + 1;
    gunichar c = g_utf8_get_char (p);
    if (c < 0x80 || g_unichar_isspace (c) || g_str_has_prefix (line, "sums:")
        || g_str_has_prefix (line, "parts:") || n++ % 61 != 0)
      continue;
    static const char *const instead[] = { "", "〇", "一一" };
    for (guint i = 0; i < G_N_ELEMENTS (instead); i++) {
      g_autoptr (GString) changed = g_string_new_len (policy, p - policy);
      g_string_append (changed, instead[i]);
      g_string_append (changed, g_utf8_next_char (p));
      g_assert_false (faithful (changed->str, extraction, debris, NULL));
      tried++;
    }
  }
  g_assert_cmpuint (tried, >, 90);
}

#define FRONT "---\ntitle: 示例\n---\n\n"

static void
assert_faithful (const char *markdown, const char *extraction, const char *debris)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *policy = g_strconcat (FRONT, markdown, NULL);
  faithful (policy, extraction, debris, &error);
  g_assert_no_error (error);
}

static void
assert_unfaithful (const char *markdown, const char *extraction, const char *debris,
                   const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *policy = g_strconcat (FRONT, markdown, NULL);
  g_assert_false (faithful (policy, extraction, debris, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_CONTENT);
  if (strstr (error->message, reason) == NULL)
    g_error ("“%s” does not say “%s”", error->message, reason);
}

static void
test_checker (void)
{
  static const char *const text = "第一条  示例办法(试 \n\n行)自 2021 年起施行。";
  assert_faithful ("**第一条**　示例办法(试行)自2021年起施行。\n", text, "[]");
  assert_faithful ("# 第一条\n\n示例办法(试行)自2021年\n\n起施行。\n", text, "[]");
  assert_unfaithful ("**第一条**　示例办法(试行)自2012年起施行。\n", text, "[]",
                     "character 15 differs\n  official:  第一条示例办法(试行)自20▶21年起施行。\n"
                     "  published: 第一条示例办法(试行)自20▶12年起施行。");
  assert_unfaithful ("**第一条**　示例办法（试行）自2021年起施行。\n", text, "[]", "character 8 ");
  assert_unfaithful ("**第一条**　示例办法(试行)自2021年起施行\n", text, "[]", "character 21 ");
  assert_unfaithful ("**第一条**　示例办法(试行)自2021年起施行。。\n", text, "[]", "character 22 ");
  assert_unfaithful ("", text, "[]", "character 1 ");
}

static void
test_debris (void)
{
  static const char *const text = "甲－ 1 －乙乙";
  assert_faithful ("甲乙乙\n", text, "- {old: －1－, why: 页码}");
  assert_faithful ("甲－1－丙丙\n", text, "- {old: 乙, new: 丙, times: 2, why: 示例}");
  assert_unfaithful ("甲乙\n", text, "- {old: －1－乙, why: 页码}\n- {old: 丁, why: 示例}",
                     "“丁” occurs 0 times, not 1");
  assert_unfaithful ("甲－1－\n", text, "- {old: 乙, why: 示例}", "“乙” occurs 2 times, not 1");
  assert_unfaithful ("甲乙乙\n", text, "- {old: －1－}", "needs old and why");
  assert_unfaithful ("甲乙乙\n", text, "old: －1－", "not a list");
  assert_unfaithful ("甲乙乙\n", text, "- {", "YAML line");
}

static void
test_markdown (void)
{
  assert_faithful ("1.甲<乙>\n\n2·丙\n", "1.甲<乙>2·丙", "[]");
  assert_unfaithful ("1. 甲\n", "1.甲", "[]", "body line 2: Markdown reads a list");
  assert_unfaithful ("甲<b>乙\n", "甲<b>乙", "[]", "html_inline");
  assert_unfaithful ("甲*乙*\n", "甲*乙*", "[]", "emph");
  assert_unfaithful ("甲\n乙\n", "甲乙", "[]", "softbreak");
  assert_unfaithful ("```\n甲\n```\n", "甲", "[]", "code_block");
}

static void
test_table (void)
{
  static const char *const table = "```table\n"
                                   "columns: [{text: 一级, rows: 3}, 指标, 分值]\n"
                                   "rows:\n"
                                   "  - [甲, 10]\n"
                                   "  - [乙, {text: \"\"}]\n"
                                   "total: [{text: 合计, cols: 2}, 10]\n"
                                   "sums: [分值]\n"
                                   "```\n";
  assert_faithful (table, "一级 指标 分值 甲 10 乙 合计 10", "[]");
  assert_unfaithful (table, "一级 指标 分值 甲 20 乙 合计 10", "[]", "character 8 ");
  assert_unfaithful ("```table\nrows: [[甲, {rows: 2}]]\n```\n", "甲", "[]", "unreadable “rows”");
  assert_unfaithful ("```table\nrow: [[甲]]\n```\n", "甲", "[]", "unreadable “row”");
  assert_unfaithful ("```table\n- 甲\n```\n", "甲", "[]", "not a mapping");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fidelity/checker", test_checker);
  g_test_add_func ("/fidelity/debris", test_debris);
  g_test_add_func ("/fidelity/markdown", test_markdown);
  g_test_add_func ("/fidelity/table", test_table);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++) {
    g_autofree char *same = g_strdup_printf ("/fidelity/%s/text", documents[i].id);
    g_autofree char *structure = g_strdup_printf ("/fidelity/%s/structure", documents[i].id);
    g_autofree char *one = g_strdup_printf ("/fidelity/%s/one-character", documents[i].id);
    g_test_add_data_func (same, &documents[i], test_document);
    g_test_add_data_func (structure, &documents[i], test_structure);
    g_test_add_data_func (one, &documents[i], test_one_character);
  }
  return g_test_run ();
}
