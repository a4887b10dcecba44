/* text/plain: what is left of a text where only its words are wanted. */
#include "text/text.h"

#include <string.h>

static void
assert_plain_as (const char *markdown, gboolean page, const char *expected)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  const GbBody body = { markdown, strlen (markdown), 1, page };
  const GbText *text = gb_text_parse (arena, "x.md", &body, diagnostics);
  g_autoptr (GString) out = g_string_new ("|");
  gb_plain_text (text, out);
  g_assert_cmpstr (out->str + 1, ==, expected);
}

static void
assert_plain (const char *markdown, const char *expected)
{
  assert_plain_as (markdown, FALSE, expected);
}

static void
test_lines (void)
{
  assert_plain ("", "");
  assert_plain ("一句话。", "一句话。\n");
  assert_plain ("# 标题\n\n第一条 为了*规范*，制定。\n\n（一）甲；\n\n（二）乙。\n",
                "标题\n第一条　为了*规范*，制定。\n（一）甲；\n（二）乙。\n");
  assert_plain ("前言\n\n## 第一章 总则\n\n正文\n", "前言\n\n第一章　总则\n正文\n");
  assert_plain ("- 甲\n- 乙\n", "- 甲\n- 乙\n");
  assert_plain_as ("- 甲\n- 乙\n", TRUE, "- 甲\n- 乙\n");
  assert_plain ("甲 & 乙 < 丙 \"丁\"\n", "甲 & 乙 < 丙 \"丁\"\n");
}

static void
test_links (void)
{
  assert_plain ("见[网站](https://www.example.com/)。", "见网站。\n");
}

static void
test_code (void)
{
  assert_plain_as ("前\n\n```\na  b\n  c\n```\n\n后\n", TRUE, "前\n\na  b\n  c\n\n后\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/plain/lines", test_lines);
  g_test_add_func ("/text/plain/links", test_links);
  g_test_add_func ("/text/plain/code", test_code);
  return g_test_run ();
}
