/* Signs that Markdown knows, in texts of an authority: they are words, or are said to be wrong. */
#include "../text/fixture.h"

typedef struct {
  const char *markdown;
  const char *plain;
  const char *problems;
} Case;

static void
check_case (const Case *c)
{
  g_autoptr (Parsed) parsed = parse (c->markdown);
  assert_lines (problems (parsed), c->problems);
  g_autoptr (GString) plain = g_string_new (NULL);
  gb_plain_text (parsed->text, plain);
  g_assert_cmpstr (plain->str, ==, c->plain);
}

static void
check_cases (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    check_case (&cases[i]);
}

/* * and _ are words wherever they stand. */
static void
test_emphasis (void)
{
  static const Case cases[] = {
    { "第一条　奖励分两档：一是5*100万元；二是3*50万元。\n",
      "第一条　奖励分两档：一是5*100万元；二是3*50万元。\n", "" },
    { "按长*宽*高计算，单价 *5* 元。\n", "按长*宽*高计算，单价 *5* 元。\n", "" },
    { "张*、李*与王*公示。\n", "张*、李*与王*公示。\n", "" },
    { "见a_b_c与_示例_、__甲__。\n", "见a_b_c与_示例_、__甲__。\n", "" },
    { "（一）5*100；\n（二）x_1与x_2；\n\n1.3*2*1。\n",
      "（一）5*100；\n（二）x_1与x_2；\n1.3*2*1。\n", "" },
    { "1. 5*100\n2. _甲_\n", "1. 5*100\n2. _甲_\n", "" },
    { "## 规格5*3*2与a_b_c\n", "规格5*3*2与a_b_c\n", "" },
    { "| 规格*长*宽 | a_b_c |\n|---|---|\n| 5*3*2 | *甲* |\n", "规格*长*宽\ta_b_c\n5*3*2\t*甲*\n",
      "" },
    { "```table\ncaption: 规格5*3*2\ncolumns: [长*宽*高]\nrows: [[\"*5*\"], [\"_甲_\"]]\n"
      "note: 单价_万元_、5*3*1\n```\n",
      "规格5*3*2\n长*宽*高\n*5*\n_甲_\n\n单价_万元_、5*3*1\n", "" },
    /* What only looks like bold print. */
    { "一是5**100万元；二是3**50万元。\n", "一是5**100万元；二是3**50万元。\n", "" },
    { "x**2+y**2，电话138****5678、139****5678。\n", "x**2+y**2，电话138****5678、139****5678。\n",
      "" },
    { "张**、李**、王**。\n", "张**、李**、王**。\n", "" },
    { "5 ** 3 ** 2，******。\n", "5 ** 3 ** 2，******。\n", "" },
    { "| a**b**c |\n|---|\n| 5**3**2 |\n", "a**b**c\n5**3**2\n", "" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

/* What stands at the head of a line. */
static void
test_heads (void)
{
  static const Case cases[] = {
    { "> 5亿元的企业。\n", "> 5亿元的企业。\n", "" },
    { ">5亿元的企业。\n\n>=3亿元。\n", ">5亿元的企业。\n>=3亿元。\n", "" },
    { "企业应当：\n> 5亿元；\n> 3亿元。\n", "企业应当：\n> 5亿元；\n> 3亿元。\n", "" },
    { "- 10分；\n", "- 10分；\n", "" },
    { "扣分：\n- 10分；\n- 5分。\n", "扣分：\n- 10分；\n- 5分。\n", "" },
    { "-5℃以下。\n\n-10分\n", "-5℃以下。\n-10分\n", "" },
    { "+ 3分\n\n+3分\n", "+ 3分\n+3分\n", "" },
    { "* 4项指标为约束性指标。\n* 其他\n", "* 4项指标为约束性指标。\n* 其他\n", "" },
    { "- 甲\n  - 乙\n- \n-\n", "- 甲\n- 乙\n-\n-\n", "" },
    /* A bullet before a number is shown with it. */
    { "- 1.甲。\n- 2.乙。\n", "- 1.甲。\n- 2.乙。\n", "" },
    { "* （一）甲。\n* （二）乙。\n", "* （一）甲。\n* （二）乙。\n", "" },
    { "（一）> 5亿元；\n（二）- 10分；\n\n1.+ 3分；\n\n2.* 4分。\n",
      "（一）> 5亿元；\n（二）- 10分；\n1.+ 3分；\n2.* 4分。\n", "" },
    { "1. > 5亿元\n2. - 10分\n3. + 3分\n4. * 4项\n5. # 5\n",
      "1. > 5亿元\n2. - 10分\n3. + 3分\n4. * 4项\n5. # 5\n", "" },
    { "| > 5亿元 | - 10分 |\n|---|---|\n| + 3分 | * 4项 |\n> 1 | # 2\n",
      "> 5亿元\t- 10分\n+ 3分\t* 4项\n> 1\t# 2\n", "" },
    { "甲 | 乙\n- | -\n- 1 | > 2\n", "甲\t乙\n- 1\t> 2\n", "" },
    { "```table\ncaption: \"> 5亿元*甲*\"\ncolumns: [甲]\nrows: [[\"- 10_分_\"], [\"1. 甲*乙*\"], "
      "[\"# 甲*\"]]\nnote: \"+ 3*\"\n```\n",
      "> 5亿元*甲*\n甲\n- 10_分_\n1. 甲*乙*\n# 甲*\n\n+ 3*\n", "" },
    { "## > 5亿元\n\n## - 10分\n", "> 5亿元\n\n- 10分\n", "" },
    /* Rules and lines under headings. */
    { "甲\n---\n乙\n===\n丙\n", "甲\n---\n乙\n===\n丙\n", "" },
    { "甲。\n-\n\n* * *\n\n_ _ _\n\n___\n", "甲。\n-\n* * *\n_ _ _\n___\n", "" },
    { "=5%的部分。\n", "=5%的部分。\n", "" },
    /* Fences. */
    { "~~~\n甲 5*3\n~~~\n", "~~~\n甲 5*3\n~~~\n", "" },
    { "~~~~甲~~~~与~5%\n", "~~~~甲~~~~与~5%\n", "" },
    { "```\n第一条　甲\n```\n", "```\n第一条　甲\n```\n", "" },
    { "``` 表格\n甲\n", "``` 表格甲\n", "" },
    { "~~~table\ncolumns: [甲]\nrows: []\n~~~\n", "~~~table columns: [甲] rows: []\n~~~\n", "" },
    /* # makes a heading only before words. */
    { "#\n\n##\n\n#甲\n\n####### 乙\n", "#\n##\n#甲\n####### 乙\n", "" },
    { "## 一号 # 样品 ##\n\n# C#\n", "一号 # 样品 ##\n\nC#\n", "" },
    /* Blanks make nothing of words. */
    { "    第一条　甲5*3*2。\n\n\t乙[注](a.md)\n", "第一条　甲5*3*2。\n乙注\n", "" },
    { "1. 甲\n\n        > 乙*丙*\n\n1.       丁*\n", "1.甲\n> 乙*丙*\n1.丁*\n",
      "5:1 duplicate-unit" },
    { "    2) 甲\n", "2)甲\n", "1:5 item-order" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

/* [ and ]: only a link with an address in brackets behind it is one. */
static void
test_brackets (void)
{
  static const Case cases[] = {
    { "[注1]: 数据为2023年口径。\n", "[注1]: 数据为2023年口径。\n", "" },
    { "[1]: 见附表\n[2]: /甲 \"乙\"\n", "[1]: 见附表[2]: /甲 \"乙\"\n", "" },
    { "数据[注1]按年。\n\n[注1]: http://example.com/\n",
      "数据[注1]按年。\n[注1]: http://example.com/\n", "" },
    { "[注\n1]: 甲乙\n", "[注1]: 甲乙\n", "" },
    { "（一）甲[^1]；\n\n[^1]: 乙\n", "（一）甲[^1]；\n[^1]: 乙\n",
      "1:5 !footnote\n3:1 !footnote" },
    { "1. [注]: 甲\n", "1. [注]: 甲\n", "" },
    { "| 甲[1] |\n|---|\n| [1]: 乙 |\n", "甲[1]\n[1]: 乙\n", "" },
    { "```table\ncaption: \"[注]: 甲\"\ncolumns: [甲]\nrows: [[\"[1]: 乙\"]]\n```\n",
      "[注]: 甲\n甲\n[1]: 乙\n", "" },
    { "## [注1]: 甲\n", "[注1]: 甲\n", "" },
    { "[甲]()、[](a.md)、[乙](#)、[ ](b)、[丙][1]、[丁](a b)、![戊]()\n",
      "[甲]()、[](a.md)、[乙](#)、[ ](b)、[丙][1]、[丁](a b)、![戊]()\n", "1:46 unclear-picture" },
    { "[甲](a.md \"乙\")、[丁](d\\e)\n", "[甲](a.md \"乙\")、[丁](d\\e)\n", "" },
    /* What is a link is one, and no link stands in another. */
    { "[见[附件]](a.md)、[甲*乙*](b(1).md)、![丙](c.png)丁\n", "见[附件]、甲*乙*、\n丁\n", "" },
    { "[甲[乙](a.md)丙](b.md)\n", "[甲乙丙](b.md)\n", "" },
    { "见[示例\n办法](a_b*c.md)。\n", "见示例办法。\n", "" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

/* \, &…;, ` and < are words; HTML is refused, and may be written with \<. */
static void
test_inline_signs (void)
{
  static const Case cases[] = {
    { "存于C:\\temp\\，见\\\\server\\_共享。\n", "存于C:\\temp\\，见\\\\server\\_共享。\n", "" },
    { "5\\*3与\\#、\\[甲\\]\\\n乙\n", "5\\*3与\\#、\\[甲\\]\\乙\n", "" },
    { "A&nbsp;B&#123;&lt;&amp;&copy;\n", "A&nbsp;B&#123;&lt;&amp;&copy;\n", "" },
    { "代码`a*b`与``乙``。\n", "代码`a*b`与``乙``。\n", "" },
    { "<http://example.com/>与<a@example.com>。\n", "<http://example.com/>与<a@example.com>。\n",
      "" },
    { "<1000人，5<6、a<b，<甲>。\n", "<1000人，5<6、a<b，<甲>。\n", "" },
    { "甲 < 乙 \\<b>、C:\\<1\n", "甲 < 乙 <b>、C:\\<1\n", "" },
    { "（一）C:\\temp\\；\n（二）&lt;5%；\n\n1. `甲`<5\n",
      "（一）C:\\temp\\；\n（二）&lt;5%；\n1. `甲`<5\n", "" },
    { "## C:\\temp\\与&amp;`甲`\n", "C:\\temp\\与&amp;`甲`\n", "" },
    { "| C:\\temp\\ | &lt;5% |\n|---|---|\n| `甲` | <http://a.example> \\| \\<b> |\n",
      "C:\\temp\\\t&lt;5%\n`甲`\t<http://a.example> | <b>\n", "" },
    { "```table\ncaption: 甲&amp;乙\ncolumns: ['C:\\temp\\']\nrows: [[\"`a`\"], ['\\*'], "
      "['<a@b.example>']]\n```\n",
      "甲&amp;乙\nC:\\temp\\\n`a`\n\\*\n<a@b.example>\n", "" },
    { "甲<b>乙</b>\n", "甲乙\n", "1:2 !raw-html\n1:6 !raw-html" },
    { "甲\n\n<!-- 注5*3*2 -->\n", "甲\n", "3:1 !raw-html" },
    { "5*3*2<br>\n", "5*3*2\n", "1:6 !raw-html" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

/* -- bold print -- */

static void
test_bold (void)
{
  static const struct {
    const char *markdown;
    const char *html;
    const char *problems;
  } cases[] = {
    /* Beside Chinese punctuation, too. */
    { "**第一条　资助对象。**本市企业。\n",
      "<section class=\"article\" id=\"art-1\"><p><a class=\"num\" href=\"#art-1\">第一条</a>　"
      "<strong>资助对象。</strong>本市企业。</p>\n</section>\n",
      "" },
    { "**（二）省级：**给予补助\n",
      "<p class=\"item\" id=\"item-2\"><a class=\"num\" href=\"#item-2\">（二）</a>"
      "<strong>省级：</strong>给予补助</p>\n",
      "1:3 item-order" },
    { "（一）**标准。**每家100万元。\n",
      "<p class=\"item\" id=\"item-1\"><a class=\"num\" href=\"#item-1\">（一）</a>"
      "<strong>标准。</strong>每家100万元。</p>\n",
      "" },
    { "1.**标准**每家\n",
      "<p class=\"subitem\" id=\"sub-1\"><a class=\"num\" href=\"#sub-1\">1.</a>"
      "<strong>标准</strong>每家</p>\n",
      "" },
    { "**重点企业**给予补助，**“专精特新”**，**5%**。\n",
      "<p><strong>重点企业</strong>给予补助，<strong>“专精特新”</strong>，<strong>5%</strong>。</"
      "p>\n",
      "" },
    { "**甲[乙](https://a.example)丙**\n",
      "<p><strong>甲<a class=\"external\" rel=\"noopener\" href=\"https://a.example\">乙</a>丙"
      "</strong></p>\n",
      "" },
    { "[**甲**](https://a.example)\n",
      "<p><a class=\"external\" rel=\"noopener\" "
      "href=\"https://a.example\"><strong>甲</strong></a></p>\n",
      "" },
    { "依照 **第七条** 执行\n", "<p>依照 <strong>第七条</strong> 执行</p>\n", "" },
    { "**甲\n乙**\n", "<p><strong>甲乙</strong></p>\n", "" },
    { "甲  \n**乙**\n", "<p>甲<br><strong>乙</strong></p>\n", "" },
    { "- **注意：**甲\n", "<p class=\"aside\">- <strong>注意：</strong>甲</p>\n", "" },
    /* Letters beside it: likely, and unclear. */
    { "对**重点企业**给予补助。\n", "<p>对<strong>重点企业</strong>给予补助。</p>\n",
      "1:2 doubtful-bold" },
    { "对**“专精特新”企业**给予补助。\n", "<p>对<strong>“专精特新”企业</strong>给予补助。</p>\n",
      "1:2 doubtful-bold" },
    { "不超过**5000**万元。\n", "<p>不超过<strong>5000</strong>万元。</p>\n", "1:4 doubtful-bold" },
    { "张**和李**签订协议。\n", "<p>张**和李**签订协议。</p>\n", "1:2 !unclear-bold" },
    { "公示：张**（女）、李**（男）。\n", "<p>公示：张**（女）、李**（男）。</p>\n",
      "1:5 !unclear-bold" },
    { "按长**宽**高计算。\n", "<p>按长**宽**高计算。</p>\n", "1:3 !unclear-bold" },
    { "甲\n一是5**万元；二是3**万元。\n", "<p>甲一是5**万元；二是3**万元。</p>\n",
      "2:4 !unclear-bold" },
    { "（一）甲；\n（二）张**与李**的；\n",
      "<p class=\"item\" id=\"item-1\"><a class=\"num\" href=\"#item-1\">（一）</a>甲；</p>\n"
      "<p class=\"item\" id=\"item-2\"><a class=\"num\" "
      "href=\"#item-2\">（二）</a>张**与李**的；</p>\n",
      "2:5 !unclear-bold" },
    { "## 张**和李**案\n", "<h2 id=\"h-1\">张**和李**案</h2>\n", "1:5 !unclear-bold" },
    { "**明、**华获奖。\n", "<p>**明、**华获奖。</p>\n", "1:1 !unclear-bold" },
    { "名单：\n　**明和**华\n", "<p>名单：　**明和**华</p>\n", "2:2 !unclear-bold" },
    { "**第一，** 坚持；**第二**，落实。\n",
      "<p><strong>第一，</strong> 坚持；<strong>第二</strong>，落实。</p>\n", "" },
    { "张** 和李**签订协议。\n", "<p>张** 和李**签订协议。</p>\n", "" },
    { "| 甲 | 乙 |\n|---|---|\n| 张**和李**的 | 对**重点企业**的 |\n",
      "<div class=\"table\"><table><thead>\n<tr><th scope=\"col\">甲</th><th "
      "scope=\"col\">乙</th></tr>"
      "</thead><tbody>\n<tr><td>张**和李**的</td><td>对<strong>重点企业</strong>的</td></tr></"
      "tbody>"
      "</table></div>\n",
      "3:4 !unclear-bold\n3:15 doubtful-bold" },
    { "```table\ncaption: 张**和李**案\ncolumns: [甲]\nrows:\n  - [张**或李**的]\nnote: "
      "对**重点企业**的\n"
      "```\n",
      "<div class=\"table\"><table><caption>张**和李**案</caption><thead>\n<tr><th "
      "scope=\"col\">甲</th>"
      "</tr></thead><tbody>\n<tr><td>张**或李**的</td></tr></tbody></table><p class=\"note\">"
      "对<strong>重点企业</strong>的</p></div>\n",
      "2:11 !unclear-bold\n5:7 !unclear-bold\n6:8 doubtful-bold" },
    /* Nothing ends it. */
    { "**第一条　资助对象。本市企业。\n", "<p>**第一条　资助对象。本市企业。</p>\n",
      "1:1 !unclear-bold" },
    { "甲，**乙\n\n丙**\n", "<p>甲，**乙</p>\n<p>丙**</p>\n", "1:3 !unclear-bold" },
    { "注意：**不得转让，违者通报。\n", "<p>注意：**不得转让，违者通报。</p>\n",
      "1:4 !unclear-bold" },
    { "| 甲 |\n| --- |\n| **乙 |\n",
      "<div class=\"table\"><table><thead>\n<tr><th scope=\"col\">甲</th></tr></thead><tbody>\n"
      "<tr><td>**乙</td></tr></tbody></table></div>\n",
      "3:3 !unclear-bold" },
    /* Asterisks behind or between letters and figures are words. */
    { "获奖者为张**、李**。电话138****1234、5**3。\n",
      "<p>获奖者为张**、李**。电话138****1234、5**3。</p>\n", "" },
    { "***甲***\n", "<p>***甲***</p>\n", "1:1 !unclear-bold" },
    { "[**甲](https://a.example)乙**\n",
      "<p><a class=\"external\" rel=\"noopener\" href=\"https://a.example\">**甲</a>乙**</p>\n",
      "1:2 !unclear-bold" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Parsed) parsed = parse (cases[i].markdown);
    g_assert_cmpstr (parsed->text->html, ==, cases[i].html);
    assert_lines (problems (parsed), cases[i].problems);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mask/emphasis", test_emphasis);
  g_test_add_func ("/mask/heads", test_heads);
  g_test_add_func ("/mask/brackets", test_brackets);
  g_test_add_func ("/mask/inline-signs", test_inline_signs);
  g_test_add_func ("/mask/bold", test_bold);
  return g_test_run ();
}
