/* Texts: structure, anchors and HTML of what officials write, all of it made up for 示例市. */
#include "../text/fixture.h"

/* -- HTML -- */

static void
test_html (void)
{
  static const struct {
    const char *markdown;
    const char *html;
  } cases[] = {
    { "", "" },
    { "示例市各镇街：\n", "<p>示例市各镇街：</p>\n" },
    /* A broken line is one sentence; between Latin words it is a space. */
    { "示例市中小企业\n特色产业集群\n", "<p>示例市中小企业特色产业集群</p>\n" },
    { "支持 5G\n通信和cloud\ncomputing\n", "<p>支持 5G通信和cloud computing</p>\n" },
    { "　　首行空两格。\n", "<p>首行空两格。</p>\n" },
    { "甲  \n乙\n", "<p>甲<br>乙</p>\n" },
    { "**粗** *斜* `码`\n", "<p><strong>粗</strong> *斜* `码`</p>\n" },
    /* What is text stays text. */
    { "a < b && \"c\" 'd' \\<i>\n",
      "<p>a &lt; b &amp;&amp; &quot;c&quot; &#39;d&#39; &lt;i&gt;</p>\n" },
    { "```\n码 &\n```\n",
      "<p class=\"aside\">```</p>\n<p>码 &amp;</p>\n<p class=\"aside\">```</p>\n" },
    { "甲\n\n---\n\n乙\n", "<p>甲</p>\n<p class=\"aside\">---</p>\n<p>乙</p>\n" },
    { "> 引文\n>\n> 第一条　不是本文的条。\n",
      "<p class=\"aside\">&gt; 引文&gt;</p>\n<p class=\"aside\">&gt; "
      "第一条　不是本文的条。</p>\n" },
    { "- 甲\n- 乙\n", "<p class=\"aside\">- 甲</p>\n<p class=\"aside\">- 乙</p>\n" },
    { "- 甲\n\n- 乙\n", "<p class=\"aside\">- 甲</p>\n<p class=\"aside\">- 乙</p>\n" },
    { "    四个空格\n", "<p>四个空格</p>\n" },
    { "<vbscript:x>\n", "<p>&lt;vbscript:x&gt;</p>\n" },
    /* Links and images. */
    { "[示例](https://example.com/?a=1&b=2)\n",
      "<p><a class=\"external\" rel=\"noopener\" href=\"https://example.com/?a=1&amp;b=2\">示例</a>"
      "</p>\n" },
    { "[信](mailto:a@example.com)\n", "<p><a href=\"mailto:a@example.com\">信</a></p>\n" },
    { "[示例办法](example-policy)\n", "<p>示例办法</p>\n" },
    { "![示例图](map.png)\n", "<p><img src=\"map.png\" alt=\"示例图\"></p>\n" },
    { "![*图* `a\"b`](map.png)\n", "<p><img src=\"map.png\" alt=\"*图* `a&quot;b`\"></p>\n" },
    /* Articles, items. */
    { "**第一条**　为了示例，制定本办法。\n",
      "<section class=\"article\" id=\"art-1\"><p><a class=\"num\" href=\"#art-1\">第一条</a>　"
      "为了示例，制定本办法。</p>\n</section>\n" },
    { "第一条 认定程序：\n\n（一）申报。\n\n1.填表；\n\n仍属本条。\n",
      "<section class=\"article\" id=\"art-1\"><p><a class=\"num\" href=\"#art-1\">第一条</a>　"
      "认定程序：</p>\n"
      "<p class=\"item\" id=\"art-1-1\"><a class=\"num\" href=\"#art-1-1\">（一）</a>申报。</p>\n"
      "<p class=\"subitem\" id=\"art-1-1-1\"><a class=\"num\" "
      "href=\"#art-1-1-1\">1.</a>填表；</p>\n"
      "<p>仍属本条。</p>\n</section>\n" },
    /* A Markdown list keeps the numbers that stand in the source. */
    { "第一条　材料：\n\n1. 承诺函\n3. 方案\n",
      "<section class=\"article\" id=\"art-1\"><p><a class=\"num\" href=\"#art-1\">第一条</a>　"
      "材料：</p>\n"
      "<p class=\"subitem\" id=\"art-1-1\"><a class=\"num\" href=\"#art-1-1\">1.</a>承诺函</p>\n"
      "<p class=\"subitem\" id=\"art-1-3\"><a class=\"num\" href=\"#art-1-3\">3.</a>方案</p>\n"
      "</section>\n" },
    { "1) alpha\n", "<p class=\"subitem\" id=\"sub-1\"><a class=\"num\" href=\"#sub-1\">1)</a> "
                    "alpha</p>\n" },
    /* Bold print around label and words keeps to the words. */
    { "**第一条 资助标准**。每年\n",
      "<section class=\"article\" id=\"art-1\"><p><a class=\"num\" href=\"#art-1\">第一条</a>　"
      "<strong>资助标准</strong>。每年</p>\n</section>\n" },
    /* Headings begin at h2 and never skip a level. */
    { "#### 第一章 总则\n\n## 其他\n\n### 一、目标\n",
      "<h2 id=\"ch-1\"><a class=\"num\" href=\"#ch-1\">第一章</a>　总则</h2>\n"
      "<h2 id=\"h-1\">其他</h2>\n"
      "<h3 id=\"sec-1\"><a class=\"num\" href=\"#sec-1\">一、</a>目标</h3>\n" },
    { "### **第六条 资助标准**\n",
      "<section class=\"article\" id=\"art-6\"><h2><a class=\"num\" href=\"#art-6\">第六条</a>　"
      "资助标准</h2>\n</section>\n" },
    /* What else stands before its words is kept. */
    { "![图](a.png)第一条　甲。\n",
      "<section class=\"article\" id=\"art-1\"><p><a class=\"num\" href=\"#art-1\">第一条</a>　"
      "<img src=\"a.png\" alt=\"图\">甲。</p>\n</section>\n" },
    { "[第一条　甲](https://a.example)。\n",
      "<section class=\"article\" id=\"art-1\"><p><a class=\"num\" href=\"#art-1\">第一条</a>　"
      "<a class=\"external\" rel=\"noopener\" "
      "href=\"https://a.example\">甲</a>。</p>\n</section>\n" },
    /* The heading behind 附件1 is its title only where nothing stands between. */
    { "附件1：\n1.甲；\n\n## 乙\n", "<section class=\"annex\" id=\"annex-1\"><h2><a class=\"num\" "
                                    "href=\"#annex-1\">附件1</a>：</h2>\n"
                                    "<p class=\"subitem\" id=\"annex-1-sub-1\"><a class=\"num\" "
                                    "href=\"#annex-1-sub-1\">1.</a>甲；</p>\n"
                                    "<h3 id=\"annex-1-h-1\">乙</h3>\n</section>\n" },
    { "# 附件1\n\n## 示例提纲\n\n正文\n",
      "<section class=\"annex\" id=\"annex-1\"><h2><a class=\"num\" href=\"#annex-1\">附件1</a>　"
      "示例提纲</h2>\n<p>正文</p>\n</section>\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Parsed) parsed = parse (cases[i].markdown);
    g_assert_cmpstr (parsed->text->html, ==, cases[i].html);
    g_assert_cmpuint (parsed->text->html_length, ==, strlen (cases[i].html));
  }
}

static void
test_refused (void)
{
  static const struct {
    const char *markdown;
    const char *html;
    const char *problems;
  } cases[] = {
    { "甲<b>乙</b>\n", "<p>甲乙</p>\n", "1:2 !raw-html\n1:6 !raw-html" },
    { "甲\n\n<script>alert(1)</script>\n", "<p>甲</p>\n", "3:1 !raw-html" },
    { "<!-- 注 -->\n", "", "1:1 !raw-html" },
    { "甲\n乙<br>丙\n", "<p>甲乙丙</p>\n", "2:2 !raw-html" },
    { "[x](javascript:alert(1))\n", "<p>x</p>\n", "1:5 !bad-address" },
    { "[x](JavaScript:alert(1))\n", "<p>x</p>\n", "1:5 !bad-address" },
    { "[x](data:text/html,y)\n", "<p>x</p>\n", "1:5 !bad-address" },
    { "![x](https://example.com/a.png)\n", "<p></p>\n", "1:6 !bad-address" },
    { "![x](//example.com/a.png)\n", "<p></p>\n", "1:6 !bad-address" },
    { "![x](data:image/png;base64,AA)\n", "<p></p>\n", "1:6 !bad-address" },
    { "[x](#art-9)\n", "<p>x</p>\n", "1:6 broken-reference" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Parsed) parsed = parse (cases[i].markdown);
    g_assert_cmpstr (parsed->text->html, ==, cases[i].html);
    assert_lines (problems (parsed), cases[i].problems);
  }
}

/* A page of content/pages is CommonMark. */
static void
test_page (void)
{
  static const struct {
    const char *markdown;
    const char *html;
    const char *problems;
  } cases[] = {
    { "**粗** *斜* `码` 5*100*3\n",
      "<p><strong>粗</strong> <em>斜</em> <code>码</code> 5<em>100</em>3</p>\n", "" },
    { "`<b>&`\n", "<p><code>&lt;b&gt;&amp;</code></p>\n", "" },
    { "```\n<b>\n第一条 x\n```\n", "<pre><code>&lt;b&gt;\n第一条 x\n</code></pre>\n", "" },
    { "甲\n\n---\n\n乙\n", "<p>甲</p>\n<hr>\n<p>乙</p>\n", "" },
    { "> 引文\n>\n> 第一条　不是本文的条。\n",
      "<blockquote>\n<p>引文</p>\n<p>第一条　不是本文的条。</p>\n</blockquote>\n", "" },
    { "> | 甲 |\n> |---|\n> | 乙 |\n",
      "<blockquote>\n<div class=\"table\"><table><thead>\n<tr><th "
      "scope=\"col\">甲</th></tr></thead>"
      "<tbody>\n<tr><td>乙</td></tr></tbody></table></div>\n</blockquote>\n",
      "" },
    { "- 甲\n- 乙\n", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n", "" },
    { "- 甲\n\n- 乙\n", "<ul>\n<li><p>甲</p>\n</li>\n<li><p>乙</p>\n</li>\n</ul>\n", "" },
    { "甲\\\n乙 &#37; \\*\n\n[1]: https://example.com/\n", "<p>甲<br>乙 % *</p>\n", "" },
    { "![*图* `a\"b`](map.png)\n", "<p><img src=\"map.png\" alt=\"图 a&quot;b\"></p>\n", "" },
    { "<vbscript:x>\n", "<p>vbscript:x</p>\n", "1:2 !bad-address" },
    { "    四个空格\n", "<pre><code>四个空格\n</code></pre>\n", "1:1 indented-text" },
    { "| 甲 |\n|---|\n| *a* `b|c` &amp; |\n", "", "3:1 !table-shape" },
    { "| 甲 |\n|---|\n| *a* `b\\|c` &amp; |\n",
      "<div class=\"table\"><table><thead>\n<tr><th scope=\"col\">甲</th></tr></thead><tbody>\n"
      "<tr><td><em>a</em> <code>b|c</code> &amp;</td></tr></tbody></table></div>\n",
      "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Parsed) parsed = parse_as (cases[i].markdown, TRUE);
    g_assert_cmpstr (parsed->text->html, ==, cases[i].html);
    assert_lines (problems (parsed), cases[i].problems);
  }
}

/* -- units -- */

static void
check_outline (const char *markdown, const char *expected, const char *expected_problems)
{
  g_autoptr (Parsed) parsed = parse (markdown);
  assert_lines (outline (parsed), expected);
  assert_lines (problems (parsed), expected_problems);
}

static void
test_anchors (void)
{
  /* 之一 never meets item 1. */
  check_outline ("第十二条　甲：\n\n（一）乙。\n\n第十二条之一　丙：\n\n(一)丁。\n",
                 "art-12|第十二条|甲\n  art-12-1|（一）|\nart-12zhi1|第十二条之一|丙\n"
                 "  art-12zhi1-1|(一)|\n",
                 "1:1 article-order");
  /* Items begin anew under each article, sub-items under each item. */
  check_outline ("第一条　甲。\n\n（一）乙。\n\n1.丙。\n\n（1）丁。\n\n2．戊。\n\n（二）己。\n\n"
                 "1、庚。\n\n第二条　辛。\n\n1·壬。\n",
                 "art-1|第一条|\n  art-1-1|（一）|\n    art-1-1-1|1.|\n      art-1-1-1-1|（1）|\n"
                 "    art-1-1-2|2．|\n  art-1-2|（二）|\n    art-1-2-1|1、|\nart-2|第二条|\n"
                 "  art-2-1|1·|\n",
                 "");
  /* Outside articles: 一、（一）1. */
  check_outline ("一、目标\n\n二、重点\n\n（一）集群\n\n1·甲。\n\n2·乙。\n\n（二）园区\n\n1·丙。\n",
                 "sec-1|一、|目标\nsec-2|二、|重点\n  sec-2-1|（一）|集群\n    sec-2-1-1|1·|\n"
                 "    sec-2-1-2|2·|\n  sec-2-2|（二）|园区\n    sec-2-2-1|1·|\n",
                 "");
  /* Books, chapters, divisions; articles count through, chapters begin anew in each book. */
  check_outline (
    "# 第一编 总则\n\n## 第一章 甲\n\n### 第一节 乙\n\n第一条　丙。\n\n### 第二节 丁\n\n"
    "第二条　戊。\n\n# 第二编 分则\n\n## 第一章 己\n\n第三条　庚。\n",
    "bian-1|第一编|总则\n  bian-1-ch-1|第一章|甲\n    bian-1-ch-1-1|第一节|乙\n"
    "      art-1|第一条|\n    bian-1-ch-1-2|第二节|丁\n      art-2|第二条|\n"
    "bian-2|第二编|分则\n  bian-2-ch-1|第一章|己\n    art-3|第三条|\n",
    "");
  /* Sections begin anew in each part and chapter. */
  check_outline ("## 第一部分 甲\n\n一、乙\n\n## 第二部分 丙\n\n一、丁\n\n（一）戊。\n",
                 "part-1|第一部分|甲\n  part-1-sec-1|一、|乙\npart-2|第二部分|丙\n"
                 "  part-2-sec-1|一、|丁\n    part-2-sec-1-1|（一）|\n",
                 "");
  /* 一、 under headings without number. */
  check_outline ("## 背景\n\n一、甲\n\n## 内容\n\n一、乙\n",
                 "h-1||背景\n  sec-1|一、|甲\nh-2||内容\n  h-2-sec-1|一、|乙\n", "");
  /* Nothing around them. */
  check_outline ("（一）甲。\n\n1.乙。\n\n（二）丙。\n",
                 "item-1|（一）|\n  item-1-1|1.|\nitem-2|（二）|\n", "");
  /* 一、 in an article is an item of it. */
  check_outline ("第一条　甲：\n\n一、乙。\n\n二、丙。\n",
                 "art-1|第一条|甲\n  art-1-1|一、|\n  art-1-2|二、|\n", "");
  /* Lists in a list, and a bullet that somebody put to a numbered item. */
  check_outline ("第一条　甲：\n\n1. 乙\n   1. 丙\n2. 丁\n",
                 "art-1|第一条|甲\n  art-1-1|1.|乙\n    art-1-1-1|1.|丙\n  art-1-2|2.|丁\n", "");
  check_outline ("第一条　甲：\n\n- 1.乙。\n- 2.丙。\n",
                 "art-1|第一条|甲\n  art-1-1|1.|\n  art-1-2|2.|\n", "");
  /* Lines of a list, of a quotation, and rules are no 款. */
  check_outline ("第一条　甲：\n\n（一）乙。\n\n- 丙\n- 丁\n\n> 5亿元\n\n（一）戊。\n",
                 "art-1|第一条|甲\n  art-1-1|（一）|\n  art-1-1-b|（一）|\n",
                 "10:1 duplicate-unit");
  /* A further 款 with a list of its own. */
  check_outline (
    "第一条　申报单位应当符合以下条件之一：\n\n（一）甲；\n\n（二）乙。\n\n有下列情形的除外：\n\n"
    "（一）丙；\n\n（二）丁。\n",
    "art-1|第一条|\n  art-1-1|（一）|\n  art-1-2|（二）|\n"
    "  art-1-kuan2-1|（一）|\n  art-1-kuan2-2|（二）|\n",
    "");
}

/* Where the last article ends. */
static void
test_behind (void)
{
  check_outline ("第一条　甲。\n\n附件：乙\n\n1.丙。\n",
                 "art-1|第一条|\nannex-1|附件|乙\n  annex-1-sub-1|1.|\n", "");
  check_outline ("第一条　甲：\n\n附件1 所列企业，应当报告：\n\n（一）乙。\n",
                 "art-1|第一条|甲\n  art-1-1|（一）|\n", "");
  check_outline ("第一条　甲。\n\n附件 1 评价指标表\n\n附件 2 提纲\n", "art-1|第一条|\n", "");
  check_outline ("第一条　甲。\n\n***\n\n1.乙。\n", "art-1|第一条|\nsub-1|1.|\n", "");
  check_outline ("第一条　甲。\n\n附件1：\n\n1.乙。\n",
                 "art-1|第一条|\nannex-1|附件1|\n  annex-1-sub-1|1.|\n", "");
  g_autoptr (Parsed) parsed = parse ("第一条　甲。\n\n（此件公开发布）\n");
  g_assert_true (g_str_has_suffix (parsed->text->html, "</section>\n<p>（此件公开发布）</p>\n"));
}

/* Officials write one line for each item, without a blank one between. */
static void
test_lines (void)
{
  check_outline ("第一章 总则\n第一条 甲：\n（一）乙；\n（二）丙。\n第二条 丁。\n",
                 "ch-1|第一章|总则\n  art-1|第一条|甲\n    art-1-1|（一）|\n    art-1-2|（二）|\n"
                 "  art-2|第二条|\n",
                 "");
  check_outline ("第一条 申报资料\n（一）承诺函\n（二）方案\n",
                 "art-1|第一条|申报资料\n  art-1-1|（一）|承诺函\n  art-1-2|（二）|方案\n", "");
  check_outline ("**第一条**　甲。\n**第二条**　乙。\n", "art-1|第一条|\nart-2|第二条|\n", "");
  /* A sentence broken by its editor is none of it. */
  g_autoptr (Parsed) parsed
    = parse ("第一条　甲，不含本条第\n（三）项所述的贷款，依照第\n一条 执行。\n");
  assert_lines (outline (parsed), "art-1|第一条|\n");
  /* Lines are told apart in messages. */
  g_autoptr (Parsed) second = parse ("第一条　甲。\n第二条　依照\n第九条执行。\n");
  assert_lines (problems (second), "3:1 broken-reference");
  g_assert_cmpuint (gb_text_unit (second->text, "art-2")->line, ==, 2);
}

static void
test_order (void)
{
  check_outline ("第一条　甲。\n\n第三条　乙。\n", "art-1|第一条|\nart-3|第三条|\n",
                 "3:1 article-order");
  check_outline ("第二条　甲。\n", "art-2|第二条|\n", "1:1 article-order");
  /* One slip is one warning. */
  check_outline ("第一条　甲。\n\n第二条　乙。\n\n第一〇条　丙。\n\n第十一条　丁。\n",
                 "art-1|第一条|\nart-2|第二条|\nart-10|第一〇条|\nart-11|第十一条|\n",
                 "5:1 article-order");
  check_outline ("第一条　甲。\n\n第二条　乙。\n\n第三条　丙。\n\n第二条　丁。\n\n第五条　戊。\n",
                 "art-1|第一条|\nart-2|第二条|\nart-3|第三条|\nart-2-b|第二条|\nart-5|第五条|\n",
                 "7:1 duplicate-unit");
  check_outline ("第一条　甲。\n\n第一条　乙。\n\n第一条　丙。\n",
                 "art-1|第一条|\nart-1-b|第一条|\nart-1-c|第一条|\n",
                 "3:1 duplicate-unit\n5:1 duplicate-unit");
  check_outline ("第一条　甲。\n\n第一条之一　乙。\n\n第一条之二　丙。\n\n第二条　丁。\n",
                 "art-1|第一条|\nart-1zhi1|第一条之一|\nart-1zhi2|第一条之二|\nart-2|第二条|\n",
                 "");
  check_outline ("第一条　甲。\n\n（一）乙。\n\n（三）丙。\n\n（三）丁。\n",
                 "art-1|第一条|\n  art-1-1|（一）|\n  art-1-3|（三）|\n  art-1-3-b|（三）|\n",
                 "5:1 item-order\n7:1 duplicate-unit");
  check_outline ("## 第一章 甲\n\n## 第一章 乙\n", "ch-1|第一章|甲\nch-1-b|第一章|乙\n",
                 "3:4 duplicate-unit");
  /* Articles run on through the chapters; an annex begins anew, or quotes. */
  check_outline ("# 甲\n\n## 第一章 乙\n\n第一条　丙。\n\n# 附件1\n\n第一条　丁。\n\n# 附件2\n\n"
                 "第五条　戊。\n",
                 "text||甲\n  ch-1|第一章|乙\n    art-1|第一条|\nannex-1|附件1|\n"
                 "  annex-1-art-1|第一条|\nannex-2|附件2|\n  annex-2-art-5|第五条|\n",
                 "");
}

static void
test_ranges (void)
{
  g_autoptr (Parsed) parsed
    = parse ("# 示例办法\n\n## 第一章 总则\n\n第一条　依照第二条：\n\n（一）见《示例细则》。\n\n"
             "第二条　a & b。\n\n# 附件1\n\n丙\n");
  const GbText *text = parsed->text;
  static const struct {
    const char *anchor;
    const char *html;
    const char *plain;
  } cases[] = {
    { "art-1",
      "<section class=\"article\" id=\"art-1\"><p><a class=\"num\" href=\"#art-1\">第一条</a>　依照"
      "<a class=\"ref\" href=\"#art-2\">第二条</a>：</p>\n<p class=\"item\" id=\"art-1-1\">"
      "<a class=\"num\" href=\"#art-1-1\">（一）</a>见《示例细则》。</p>\n</section>",
      "第一条 依照第二条： （一）见《示例细则》。" },
    { "art-1-1",
      "<p class=\"item\" id=\"art-1-1\"><a class=\"num\" href=\"#art-1-1\">（一）</a>"
      "见《示例细则》。</p>",
      "（一）见《示例细则》。" },
    { "art-2",
      "<section class=\"article\" id=\"art-2\"><p><a class=\"num\" href=\"#art-2\">第二条</a>　"
      "a &amp; b。</p>\n</section>",
      "第二条 a & b。" },
    { "annex-1",
      "<section class=\"annex\" id=\"annex-1\"><h2><a class=\"num\" href=\"#annex-1\">附件1</a>"
      "</h2>\n<p>丙</p>\n</section>",
      "附件1 丙" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const GbUnit *unit = gb_text_unit (text, cases[i].anchor);
    g_assert_nonnull (unit);
    g_autofree char *html = g_strndup (text->html + unit->start, unit->end - unit->start);
    g_assert_cmpstr (html, ==, cases[i].html);
    assert_lines (gb_plain_unit (text, unit), cases[i].plain);
  }
  /* Subordinate units lie inside. */
  for (guint i = 0; i < text->n_units; i++) {
    const GbUnit *unit = &text->units[i];
    g_assert_cmpuint (unit->start, <, unit->end);
    g_assert_cmpuint (unit->end, <=, text->html_length);
    if (unit->parent < 0)
      continue;
    const GbUnit *parent = &text->units[unit->parent];
    g_assert_cmpuint (parent->start, <=, unit->start);
    g_assert_cmpuint (parent->end, >=, unit->end);
    g_assert_cmpuint (parent->level, ==, unit->level - 1);
  }
  g_assert_null (gb_text_unit (text, "art-3"));
  g_assert_cmpuint (text->n_articles, ==, 2);
  const GbUnit *article = gb_text_unit (text, "art-2");
  assert_lines (gb_plain_unit (text, article), "第二条 a & b。");
}

/* -- the five structures -- */

static char *
load (const char *name)
{
  g_autofree char *folder = g_path_get_dirname (__FILE__);
  g_autofree char *path = g_build_filename (folder, "..", "text", name, NULL);
  char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return text;
}

/* NAME.md beside its outline, worked out by hand. */
static void
test_sample (gconstpointer name)
{
  g_autofree char *source_name = g_strconcat (name, ".md", NULL);
  g_autofree char *outline_name = g_strconcat (name, ".outline", NULL);
  g_autofree char *source = load (source_name);
  g_autofree char *expected = load (outline_name);
  g_autoptr (Parsed) parsed = parse (source);
  assert_lines (problems (parsed), "");
  assert_lines (outline (parsed), expected);
}

static void
test_cover (void)
{
  g_autofree char *source = load ("notice.md");
  g_autoptr (Parsed) parsed = parse (source);
  const char *html = parsed->text->html;
  g_assert_true (g_str_has_prefix (html, "<section class=\"cover\" id=\"cover\">\n"
                                         "<p>示例市工业和信息化局文件</p>\n"));
  g_assert_nonnull (strstr (html, "<h2>示例市工业和信息化局关于印发"));
  g_assert_nonnull (strstr (html, "<p class=\"sign\">示例市工业和信息化局</p>\n"
                                  "<p class=\"sign\">2021年6月22日</p>\n"));
  g_assert_nonnull (strstr (html, "</section>\n<h2 id=\"text\">示例市产业集群实施细则（试行）"
                                  "</h2>\n<h3 id=\"ch-1\">"));
  /* What stands behind the last article is none of it. */
  g_assert_nonnull (
    strstr (html, "示例局负责解释。</p>\n</section>\n<p class=\"annexes\">附件：1."
                  "<a class=\"ref\" href=\"#annex-1\">实施方案提纲</a></p>\n"
                  "<p class=\"annexes\">2.<a class=\"ref\" href=\"#annex-2\">评价指标表</a></p>\n"
                  "<p>公开方式：主动公开</p>\n<section class=\"annex\""));
  g_assert_cmpuint (parsed->text->n_articles, ==, 3);
}

static void
test_sign (void)
{
  /* In one paragraph, as a date in Chinese, and what only looks alike. */
  static const struct {
    const char *markdown;
    const char *html;
  } cases[] = {
    { "示例市人民政府\n2021年1月18日\n",
      "<p class=\"sign\">示例市人民政府<br>2021年1月18日</p>\n" },
    { "示例市人民政府  \n2021 年 1 月 18 日\n",
      "<p class=\"sign\">示例市人民政府<br>2021 年 1 月 18 日</p>\n" },
    { "二〇二三年二月二十八日\n", "<p class=\"sign\">二〇二三年二月二十八日</p>\n" },
    { "示例市人民政府\n", "<p>示例市人民政府</p>\n" },
    { "2021年1月18日前\n", "<p>2021年1月18日前</p>\n" },
    { "21年1月18日\n", "<p>21年1月18日</p>\n" },
    { "2021年1月\n", "<p>2021年1月</p>\n" },
    { "示例局\n2021年1月18日\n", "<p class=\"sign\">示例局<br>2021年1月18日</p>\n" },
    { "本局\n2021年1月18日\n", "<p>本局2021年1月18日</p>\n" },
    { "请报送示例局。\n\n2021年1月18日\n",
      "<p>请报送示例局。</p>\n<p class=\"sign\">2021年1月18日</p>\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Parsed) parsed = parse (cases[i].markdown);
    g_assert_cmpstr (parsed->text->html, ==, cases[i].html);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/html", test_html);
  g_test_add_func ("/text/refused", test_refused);
  g_test_add_func ("/text/page", test_page);
  g_test_add_func ("/text/anchors", test_anchors);
  g_test_add_func ("/text/behind", test_behind);
  g_test_add_func ("/text/lines", test_lines);
  g_test_add_func ("/text/order", test_order);
  g_test_add_func ("/text/ranges", test_ranges);
  g_test_add_func ("/text/cover", test_cover);
  g_test_add_func ("/text/sign", test_sign);
  g_test_add_data_func ("/text/sample/notice", "notice", test_sample);
  g_test_add_data_func ("/text/sample/opinion", "opinion", test_sample);
  g_test_add_data_func ("/text/sample/wrapped", "wrapped", test_sample);
  g_test_add_data_func ("/text/sample/scanned", "scanned", test_sample);
  g_test_add_data_func ("/text/sample/annexed", "annexed", test_sample);
  return g_test_run ();
}
