/* Hostile and damaged texts: no crash, no quadratic time, nothing unescaped. */
#include "../text/fixture.h"

#include <time.h>

/* Quadratic work on these inputs would take minutes; linear work takes milliseconds, and the
 * sanitizers ten times that. */
#define SECONDS 4.0

static double
processor_time (void)
{
  struct timespec now;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static Parsed *
parse_in_time (const char *markdown)
{
  double start = processor_time ();
  Parsed *parsed = parse (markdown);
  g_assert_cmpfloat (processor_time () - start, <, SECONDS);
  return parsed;
}

static char *
repeat (const char *before, const char *piece, guint n, const char *after)
{
  GString *text = g_string_new (before);
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

/* What cmark takes quadratic time on is turned away with a message. */
static void
test_turned_away (void)
{
  g_autofree char *images = repeat ("", "![[]()", 40000, "\n");
  g_autoptr (Parsed) first = parse_in_time (images);
  assert_lines (problems (first), "1:0 !text-too-large");
  g_assert_cmpstr (first->text->html, ==, "");
  g_autofree char *markers = repeat ("", "- ", 16000, "x");
  g_autofree char *lists = repeat (markers, "\n", 16000, "");
  g_autoptr (Parsed) second = parse_in_time (lists);
  assert_lines (problems (second), "1:1 !text-too-deep");
  g_autofree char *quotes = repeat ("", ">", 25000, "");
  g_autofree char *emphasis = repeat (quotes, "a*", 25000, "\n");
  g_autoptr (Parsed) third = parse_in_time (emphasis);
  assert_lines (problems (third), "1:1 !text-too-deep");
  g_autofree char *numbers = repeat ("甲\n\n", "1. ", 100, "x\n");
  g_autoptr (Parsed) fourth = parse_in_time (numbers);
  assert_lines (problems (fourth), "3:1 !text-too-deep");
  g_autofree char *large = repeat ("", "示", 700000, "");
  g_autoptr (Parsed) fifth = parse_in_time (large);
  assert_lines (problems (fifth), "1:0 !text-too-large");
  g_assert_cmpuint (fifth->text->n_units, ==, 0);
}

static void
test_in_time (void)
{
  static const struct {
    const char *before;
    const char *piece;
    guint n;
    const char *after;
  } cases[] = {
    { "", "*a **a ", 20000, "" },
    { "", "[a](<b", 20000, "" },
    { "", "a]", 50000, "" },
    { "", "[", 50000, "" },
    { "", "<!--", 20000, "" },
    { "", "&a", 50000, "" },
    { "", "**第一条", 20000, "" },
    /* Bold print that may be none, brackets and addresses that never end. */
    { "", "甲**乙**", 20000, "" },
    { "", "甲 **乙** ", 20000, "" },
    { "", "，**甲", 20000, "" },
    { "（一）", "**甲**", 20000, "" },
    { "", "[甲](a(", 20000, "" },
    { "", "[甲](a", 20000, "" },
    { "", "[![a](b)", 900, "" },
    { "", "<a", 50000, "" },
    { "", "<a:", 50000, ">" },
    { "", "\\<b", 20000, "" },
    { "", "- 甲\n", 20000, "" },
    { "", "---\n", 20000, "" },
    { "|a|\n|-|\n", "|甲**乙**丙|\n", 5000, "" },
    /* Titles, numbers, lists and labels that never end. */
    { "", "《", 100000, "" },
    { "", "《甲", 50000, "》" },
    { "", "》", 100000, "" },
    { "", "第", 100000, "" },
    { "", "第一、", 50000, "" },
    { "", "第一、二", 50000, "条" },
    { "", "第（一）、", 30000, "" },
    { "", "第一条第一款第（一）", 10000, "" },
    { "", "第一条、", 30000, "" },
    { "", "示", 50000, "〔2020〕3号" },
    { "", "〔2020〕", 30000, "" },
    { "", "示〔2020〕3号", 20000, "" },
    { "", "令第1号", 30000, "" },
    { "", "（", 100000, "第一条" },
    { "", "　", 100000, "第一条" },
    { "", "办法（", 20000, "）第一条" },
    { "", "十", 100000, "、" },
    { "", "附 件 ", 30000, "1" },
    { "", "一\n", 50000, "" },
    { "", "甲。\n（一）", 20000, "" },
    { "", "第一条　甲\n\n", 10000, "" },
    { "", "# 附件1\n\n", 10000, "" },
    { "", "# 甲\n\n", 10000, "" },
    { "", "## 甲\n\n一、乙\n\n", 5000, "" },
    { "第一条　甲\n\n", "（一）乙\n\n", 10000, "" },
    { "", "1.甲\n\n乙\n\n", 10000, "" },
    { "", "1. 甲\n", 20000, "" },
    { "|a|\n|-|\n", "|b|\n", 50000, "" },
    { "|a|\n|-|\n|", "\\|", 50000, "|\n" },
    { "", "|", 100000, "\n|-|\n" },
    { "", "|a\n|-\n\n", 10000, "" },
    { "```table\ncolumns: [甲, 乙]\nparts: {甲: 乙}\nrows:\n", "  - [1, 1]\n", 5000, "```\n" },
    { "```table\ncolumns: [甲]\nrows: [[a]]\nsums: [", "甲, ", 5000, "甲]\n```\n" },
    { "```table\ncolumns: [甲]\nrows: [[a]]\ntotal: [", "a, ", 5000, "甲]\n```\n" },
    { "", "```table\n```\n", 5000, "" },
    /* Contents, annexes, texts and quotations that never end. */
    { "目录\n\n", "第一章　甲\n\n", 10000, "" },
    { "目录\n\n", "甲\n\n", 10000, "乙。\n" },
    { "", "目录\n\n", 10000, "" },
    { "", "附件1：甲\n\n", 10000, "" },
    { "", "附件\n\n", 10000, "" },
    { "", "附件：甲\n乙\n\n", 5000, "" },
    { "《甲办法》\n\n", "乙办法\n\n一、丙。\n\n", 5000, "" },
    { "《甲办法》\n\n", "甲办法\n\n一、丙。\n\n", 3000, "" },
    { "《甲办法》", "《", 30000, "\n\n甲办法\n\n一、丙。\n" },
    { "", "甲：“乙\n\n", 10000, "" },
    { "", "“", 50000, "" },
    { "", "\"", 50000, "" },
    { "“", "第一条和", 20000, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = repeat (cases[i].before, cases[i].piece, cases[i].n, cases[i].after);
    g_autoptr (Parsed) parsed = parse_in_time (text);
    /* Nothing is amplified beyond the tags of a unit. */
    g_assert_cmpuint (parsed->text->html_length, <, 64 * strlen (text) + 1000);
  }
}

/* As deep as it is allowed. */
static void
test_deep (void)
{
  g_autofree char *quotes = repeat ("", "> ", 31, "第一条　甲\n");
  g_autoptr (Parsed) first = parse_in_time (quotes);
  assert_lines (problems (first), "");
  GString *lists = g_string_new (NULL);
  for (int depth = 0; depth < 40; depth++)
    g_string_append_printf (lists, "%*s1. 甲\n", depth * 3, "");
  g_autoptr (Parsed) second = parse_in_time (lists->str);
  g_string_free (lists, TRUE);
  assert_lines (problems (second), "");
  g_assert_cmpuint (second->text->n_units, ==, 40);
}

/* The rest of an opening tag: only tags this room writes. */
static void
check_tags (const char *html)
{
  static const char *const known[]
    = { "p",     "a",     "strong", "em", "code", "pre",     "section",    "h2",  "h3",    "h4",
        "h5",    "h6",    "ul",     "li", "br",   "hr",      "blockquote", "div", "table", "thead",
        "tbody", "tfoot", "tr",     "td", "th",   "caption", "img",        NULL };
  for (const char *at = html; (at = strchr (at, '<')) != NULL;) {
    at += at[1] == '/' ? 2 : 1;
    g_autofree char *name = g_strndup (at, strcspn (at, " >"));
    g_assert_true (g_strv_contains (known, name));
    const char *end = strchr (at, '>');
    g_assert_nonnull (end);
    g_assert_null (memchr (at, '<', (gsize)(end - at)));
    at = end;
  }
}

/* Shuffled pieces of everything: never a crash, never a stray tag, ranges always whole. */
static void
test_shuffled (void)
{
  static const char *const pieces[] = {
    "第一条　",
    "第二条之一　",
    "**第三条**",
    "（一）",
    "(二) ",
    "1.",
    "2. ",
    "1、",
    "（1）",
    "一、",
    "第一章 ",
    "第一节　",
    "第一部分：",
    "附件1",
    "附件：",
    "# ",
    "## ",
    "\n",
    "\n\n",
    "  \n",
    "> ",
    "- ",
    "    ",
    "`",
    "**",
    "*",
    "_",
    "[",
    "](",
    ")",
    "![",
    "](x)",
    "](#art-1)",
    "《",
    "》",
    "〔2020〕3号",
    "示工信",
    "令第7号",
    "第十、八条",
    "第三条至第五条",
    "前条",
    "前款第（一）项",
    "本办法第二章第七条",
    "第（一）、（二）项",
    "<b>",
    "&amp;",
    "<",
    ">",
    "\"",
    "'",
    "| a | b |\n",
    "|---|---|\n",
    "```table\n",
    "```\n",
    "columns: [a, b]\n",
    "rows: [[1, 2]]\n",
    "---\n",
    "公开方式：",
    "2021年1月1日",
    "示例市人民政府",
    "　",
    "\\",
    "示",
  };
  guint32 seed = 20231121;
  for (int round = 0; round < 4000; round++) {
    GString *text = g_string_new (NULL);
    seed = seed * 1664525 + 1013904223;
    for (guint n = seed >> 26; n > 0; n--) {
      seed = seed * 1664525 + 1013904223;
      g_string_append (text, pieces[(seed >> 8) % G_N_ELEMENTS (pieces)]);
    }
    g_autoptr (Parsed) parsed = parse (text->str);
    g_string_free (text, TRUE);
    const GbText *made = parsed->text;
    check_tags (made->html);
    g_assert_true (g_utf8_validate (made->html, (gssize)made->html_length, NULL));
    gsize before = 0;
    for (guint i = 0; i < made->n_mentions; i++) {
      g_assert_cmpuint (made->mentions[i].start, >=, before);
      g_assert_cmpuint (made->mentions[i].start, <, made->mentions[i].end);
      before = made->mentions[i].end;
    }
    g_assert_cmpuint (before, <=, made->html_length);
    for (guint i = 0; i < made->n_units; i++) {
      const GbUnit *unit = &made->units[i];
      g_assert_cmpint (made->html[unit->start], ==, '<');
      g_assert_cmpint (made->html[unit->end - 1], ==, '>');
      g_assert_true (gb_text_unit (made, unit->anchor) == unit);
      g_autofree char *plain = gb_plain_unit (made, unit);
      g_assert_true (g_utf8_validate (plain, -1, NULL));
      g_assert_null (strpbrk (plain, "\t\n"));
    }
    g_autofree const char **hrefs = g_new0 (const char *, made->n_mentions + 1);
    for (guint i = 0; i < made->n_mentions; i++)
      hrefs[i] = "x\"><script>";
    g_autoptr (GString) out = g_string_new (NULL);
    gb_text_write (made, hrefs, NULL, out);
    check_tags (out->str);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/turned-away", test_turned_away);
  g_test_add_func ("/hostile/in-time", test_in_time);
  g_test_add_func ("/hostile/deep", test_deep);
  g_test_add_func ("/hostile/shuffled", test_shuffled);
  return g_test_run ();
}
