/* The check that a page shows all that its source says, on HTML that does not. */
#include "text/loss.h"
#include "text/mask.h"

#include "../text/fixture.h"

/* What is said of @html as that of @source, without the message. */
static char *
check (const char *source, const char *html)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  Parsed parsed = { .diagnostics = gb_diagnostics_new () };
  const GbBody body = { source, strlen (source), 1, FALSE };
  g_auto (GbMask) mask = { 0 };
  GbDraft draft;
  gb_mask_init (&mask, source, body.length, FALSE);
  gb_draft_init (&draft, arena, "a.md", &body, parsed.diagnostics);
  g_string_assign (draft.html, html);
  gb_loss_check (&draft, source, body.length, mask.roles, 0, NULL);
  char *said = problems (&parsed);
  gb_draft_done (&draft);
  gb_diagnostics_free (parsed.diagnostics);
  return said;
}

static void
test_same (void)
{
  assert_lines (check ("", ""), "");
  assert_lines (check ("甲 5*3\n　乙\n", "<p>甲5*3</p>\n<p>乙</p>\n"), "");
  assert_lines (check ("# 甲 **乙** [丙](d.md) ![e](f.png)\n",
                       "<h2>甲 <strong>乙</strong> 丙 <img src=\"f.png\" alt=\"e\"></h2>\n"),
                "");
  assert_lines (check ("a < b & \"c\" \\<i>\n", "<p>a &lt; b &amp; &quot;c&quot; &lt;i&gt;</p>\n"),
                "");
  /* Tables show their words themselves. */
  assert_lines (check ("甲\n", "<p>甲</p>\n<div class=\"table\"><table><tr><td>1</td></tr></table>"
                               "<p class=\"note\">2</p></div>\n"),
                "");
}

static void
test_different (void)
{
  assert_lines (check ("5*100万元\n", "<p>5100万元</p>\n"), "1:2 !text-not-conserved");
  assert_lines (check ("甲。\n\n> 5亿元\n", "<p>甲。</p>\n<p>5亿元</p>\n"),
                "3:1 !text-not-conserved");
  assert_lines (check ("甲乙丙\n", "<p>甲丙乙</p>\n"), "1:2 !text-not-conserved");
  assert_lines (check ("甲乙\n", "<p>甲乞</p>\n"), "1:2 !text-not-conserved");
  assert_lines (check ("甲\n乙\n", "<p>甲</p>\n"), "2:1 !text-not-conserved");
  assert_lines (check ("甲", "<p>甲乙</p>\n"), "1:2 !text-not-conserved");
  assert_lines (check ("甲&lt;\n", "<p>甲&lt;</p>\n"), "1:2 !text-not-conserved");
  assert_lines (check ("一二三四五六七八九十*十\n", "<p>一二三四五六七八九十十</p>\n"),
                "1:11 !text-not-conserved");
}

/* What is said of the plain form of @html. */
static char *
check_plain (const char *html)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  Parsed parsed = { .diagnostics = gb_diagnostics_new () };
  const GbBody body = { "", 0, 3, FALSE };
  GbDraft draft;
  gb_draft_init (&draft, arena, "a.md", &body, parsed.diagnostics);
  GbText text = { .html = html, .html_length = strlen (html) };
  gb_loss_check_plain (&draft, &text);
  char *said = problems (&parsed);
  gb_draft_done (&draft);
  gb_diagnostics_free (parsed.diagnostics);
  return said;
}

static void
test_plain (void)
{
  assert_lines (check_plain (""), "");
  assert_lines (check_plain ("<p>甲 乙<br>5 &lt; 6</p>\n<div class=\"table\"><table><tr><td>丙</td>"
                             "<td>丁 戊</td></tr></table><p class=\"note\">己</p></div>\n"),
                "");
  /* A list has hyphens in the plain form, which are no words of a text. */
  assert_lines (check_plain ("<ul>\n<li>甲</li>\n</ul>\n"), "3:1 !text-not-conserved");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loss/same", test_same);
  g_test_add_func ("/loss/different", test_different);
  g_test_add_func ("/loss/plain", test_plain);
  return g_test_run ();
}
