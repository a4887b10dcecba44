/* Texts as wholes: a list of contents, annexes and lists of them, several texts in one document,
 * quotations of other texts.  All of it is made up for 示例市. */
#include "../text/fixture.h"

typedef struct {
  const char *markdown;
  const char *outline;
  const char *references;
  const char *problems;
} Case;

static void
check (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autoptr (Parsed) parsed = parse (cases[i].markdown);
    g_test_message ("%s", cases[i].markdown);
    assert_lines (outline (parsed), cases[i].outline);
    assert_lines (references (parsed), cases[i].references);
    assert_lines (problems (parsed), cases[i].problems);
  }
}

/* -- 目录 -- */

#define BODY "第一章　总　则\n\n第一条　甲。\n\n第二章　管理\n\n第二条　乙。\n"
#define BODY_OUTLINE "ch-1|第一章|总则\n  art-1|第一条|\nch-2|第二章|管理\n  art-2|第二条|\n"
#define BODY_LINKS "第一章　总则→ch-1\n第二章　管理→ch-2\n"

static void
test_contents (void)
{
  static const Case cases[] = {
    { "目　录\n\n第一章　总则\n\n第二章　管理\n\n" BODY, BODY_OUTLINE, BODY_LINKS, "" },
    /* Broken lines, with pages. */
    { "目录\n第一章　总则……1\n第二章　管理…………12\n\n" BODY, BODY_OUTLINE, BODY_LINKS, "" },
    { "目 次\n\n第一章　总则\t1\n第二章　管理 (3)\n\n" BODY, BODY_OUTLINE, BODY_LINKS, "" },
    /* Headings, bold print, a list. */
    { "# 目录\n\n## 第一章　总则\n\n## 第二章　管理\n\n" BODY, BODY_OUTLINE, BODY_LINKS, "" },
    { "**目录**\n\n- 第一章　总则\n- 第二章　管理\n\n" BODY, BODY_OUTLINE, BODY_LINKS, "" },
    { "目录\n\n1. 总则\n2. 管理\n\n1. 总则\n\n甲。\n\n2. 管理\n\n乙。\n",
      "sub-1|1.|总则\nsub-2|2.|管理\n", "1.总则→sub-1\n2.管理→sub-2\n", "" },
    /* 一、 outside articles; an annex at the end. */
    { "目录\n\n一、目标\n\n（一）甲\n\n二、重点\n\n附件1　申报表\n\n一、目标\n\n（一）甲\n\n二、重"
      "点\n\n"
      "附件1　申报表\n\n丙。\n",
      "sec-1|一、|目标\n  sec-1-1|（一）|甲\nsec-2|二、|重点\nannex-1|附件1|申报表\n",
      "一、目标→sec-1\n（一）甲→sec-1-1\n二、重点→sec-2\n附件1　申报表→annex-1\n", "" },
    { "目录\n\n第一章　市场（区）…… "
      "1\n\n第二章　2024年\n\n第一章　市场（区）\n\n甲。\n\n第二章　2024年\n\n乙。\n",
      "ch-1|第一章|市场（区）\nch-2|第二章|2024年\n",
      "第一章　市场（区）→ch-1\n第二章　2024年→ch-2\n", "" },
    /* Books whose chapters begin anew. */
    { "目录\n第一编 甲\n第一章 一般规定\n第二编 乙\n第一章 一般规定\n\n第一编 甲\n\n第一章 "
      "一般规定\n\n第一条 丙。\n\n"
      "第二编 乙\n\n第一章 一般规定\n\n第二条 丁。\n",
      "bian-1|第一编|甲\n  bian-1-ch-1|第一章|一般规定\n    art-1|第一条|\nbian-2|第二编|乙\n"
      "  bian-2-ch-1|第一章|一般规定\n    art-2|第二条|\n",
      "第一编 甲→bian-1\n第一章 一般规定→bian-1-ch-1\n第二编 乙→bian-2\n"
      "第一章 一般规定→bian-2-ch-1\n",
      "" },
    /* An introduction between the list and the text; a chapter that is called otherwise there. */
    { "目录\n\n第一章　总则\n\n第二章　监管\n\n为了示例，制定本办法。\n\n" BODY, BODY_OUTLINE,
      "第一章　总则→ch-1\n", "" },
    /* A title above the list, another below it. */
    { "# 示例市试点管理办法\n\n目录\n\n第一章　总则\n第二章　管理\n\n示例市试点管理办法\n\n" BODY,
      "text||示例市试点管理办法\n  ch-1|第一章|总则\n    art-1|第一条|\n  ch-2|第二章|管理\n"
      "    art-2|第二条|\n",
      BODY_LINKS, "" },
    /* None: the text itself behind the word; a text about lists of contents; a list of goods. */
    { "目录\n\n" BODY, BODY_OUTLINE, "", "" },
    { "第一条　市局编制\n\n目录管理办法\n\n第二条　目录应当公布。\n",
      "art-1|第一条|市局编制\nart-2|第二条|\n", "", "" },
    { "目录\n\n一、化工\n\n甲。\n\n二、建材\n\n乙。\n", "sec-1|一、|化工\nsec-2|二、|建材\n", "",
      "" },
    { "目录如下：\n\n第一章　总则\n\n第一条　甲。\n", "ch-1|第一章|总则\n  art-1|第一条|\n", "",
      "" },
  };
  check (cases, G_N_ELEMENTS (cases));
  g_autoptr (Parsed) parsed = parse ("目录\n\n第一章　总则……1\n第二章　管理……3\n\n" BODY);
  g_assert_true (g_str_has_prefix (
    parsed->text->html,
    "<p class=\"toc\">目录</p>\n"
    "<p class=\"toc\"><a class=\"ref\" href=\"#ch-1\">第一章　总则</a>……1</p>\n"
    "<p class=\"toc\"><a class=\"ref\" href=\"#ch-2\">第二章　管理</a>……3</p>\n<h2 id=\"ch-1\">"));
}

/* -- annexes -- */

#define ART "第一条　甲。\n\n"
#define ART_OUTLINE "art-1|第一条|\n"

static void
test_annexes (void)
{
  static const Case cases[] = {
    { ART "附件1：申报操作规程\n\n一、乙。\n\n二、丙。\n\n附件2：查处操作规程\n\n一、丁。\n",
      ART_OUTLINE "annex-1|附件1|申报操作规程\n  annex-1-sec-1|一、|\n  annex-1-sec-2|二、|\n"
                  "annex-2|附件2|查处操作规程\n  annex-2-sec-1|一、|\n",
      "", "" },
    { "第一条　甲。\n附件1：申报操作规程\n一、乙。\n附件2：查处操作规程\n一、丁，见附件1。\n",
      ART_OUTLINE "annex-1|附件1|申报操作规程\n  annex-1-sec-1|一、|\nannex-2|附件2|查处操作规程\n"
                  "  annex-2-sec-1|一、|\n",
      "附件1→annex-1\n", "" },
    { ART
      "**附件1-1：甲表**\n\n一、乙。\n\n附件1-2\n\n丙表\n\n一、丁。\n\n附件一百：戊\n\n一、己。\n",
      ART_OUTLINE "annex-1zhi1|附件1-1|甲表\n  annex-1zhi1-sec-1|一、|\nannex-1zhi2|附件1-2|丙表\n"
                  "  annex-1zhi2-sec-1|一、|\nannex-100|附件一百|戊\n  annex-100-sec-1|一、|\n",
      "", "" },
    { ART "附件：申报规程\n\n一、乙。\n",
      ART_OUTLINE "annex-1|附件|申报规程\n  annex-1-sec-1|一、|\n", "", "" },
    { ART "附件\n\n申报规程\n\n一、乙。\n",
      ART_OUTLINE "annex-1|附件|申报规程\n  annex-1-sec-1|一、|\n", "", "" },
    /* Each kind counts by itself; each annex may have tables of its own. */
    { ART "附表1　税目表\n\n一、乙。\n\n附表2：税率表\n\n一、丙。\n\n附录A　术语\n\n一、丁。\n\n附"
          "录B\n\n符号\n\n"
          "一、戊。\n\n附图：流程\n\n一、己。\n\n附：目录\n\n一、庚。\n",
      ART_OUTLINE
      "fubiao-1|附表1|税目表\n  fubiao-1-sec-1|一、|\nfubiao-2|附表2|税率表\n  "
      "fubiao-2-sec-1|一、|\n"
      "fulu-a|附录A|术语\n  fulu-a-sec-1|一、|\nfulu-b|附录B|符号\n  fulu-b-sec-1|一、|\n"
      "futu-1|附图|流程\n  futu-1-sec-1|一、|\nfu-1|附|目录\n  fu-1-sec-1|一、|\n",
      "", "" },
    { "# 附件1　甲\n\n一、乙。\n\n# 附表：丙\n\n一、丁。\n\n# 附件2　戊\n\n一、己。\n\n## "
      "附表：庚\n\n一、辛。\n",
      "annex-1|附件1|甲\n  annex-1-sec-1|一、|\nfubiao-1|附表|丙\n  fubiao-1-sec-1|一、|\n"
      "annex-2|附件2|戊\n  annex-2-sec-1|一、|\nannex-2-fubiao-1|附表|庚\n"
      "  annex-2-fubiao-1-sec-1|一、|\n",
      "", "" },
    { ART "附录A（规范性）术语\n\n一、乙。\n\n附件2（三）所列企业。\n\n附件3（略）\n",
      ART_OUTLINE "fulu-a|附录A|（规范性）术语\n  fulu-a-sec-1|一、|\n", "",
      "7:1 broken-reference" },
    /* The same number twice is a slip. */
    { ART "附件1：甲\n\n一、乙。\n\n附件1：丙\n\n一、丁。\n",
      ART_OUTLINE "annex-1|附件1|甲\n  annex-1-sec-1|一、|\nannex-1-b|附件1|丙\n"
                  "  annex-1-b-sec-1|一、|\n",
      "", "7:1 duplicate-unit" },
    /* Lists. */
    { ART "附件1：申报表\n附件2：汇总表\n\n示例市工业局\n\n2024年1月2日\n\n附件1\n\n申报表\n\n乙。"
          "\n\n附件2\n\n"
          "汇总表\n\n丙。\n",
      ART_OUTLINE "annex-1|附件1|申报表\nannex-2|附件2|汇总表\n",
      "申报表→annex-1\n汇总表→annex-2\n", "" },
    { ART
      "附件：1. 申报表；\n　　　2. 汇总表\n\n# 附件1　申报表\n\n乙。\n\n# 附件2　考核表\n\n丙。\n",
      ART_OUTLINE "annex-1|附件1|申报表\nannex-2|附件2|考核表\n", "申报表；→annex-1\n", "" },
    { ART "附件：\n\n1. 申报表\n\n2. 汇总表\n\n（联系人：某某）\n", ART_OUTLINE, "", "" },
    { ART "附表：1.甲表\n2.乙表\n\n附表1\n\n甲表\n\n丙。\n\n附表2\n\n乙表\n\n丁。\n",
      ART_OUTLINE "fubiao-1|附表1|甲表\nfubiao-2|附表2|乙表\n", "甲表→fubiao-1\n乙表→fubiao-2\n",
      "" },
    { ART "附件1　评价表\n\n附件2　提纲\n", ART_OUTLINE, "", "" },
    /* Words about annexes. */
    { "第一条　甲。\n\n附件1所列企业，应当报告。\n\n附表见后。\n\n附录 A "
      "的用语适用。\n\n附图中除必需的词语外，不含注释。\n\n"
      "第二条　乙。\n",
      "art-1|第一条|\nart-2|第二条|\n", "", "" },
    { "第一条　所需的材料，见\n附件1：甲表和乙表\n的要求。\n\n第二条　乙。\n",
      "art-1|第一条|\nart-2|第二条|\n", "", "" },
  };
  check (cases, G_N_ELEMENTS (cases));
}

/* A notice whose annex is the measure itself, which has annexes of its own. */
static void
test_notices (void)
{
#define MEASURE "第一条　甲，见附件1。\n\n附件1\n\n申报表\n\n一、乙。\n"
#define MEASURE_OUTLINE "  art-1|第一条|\nannex-1|附件1|申报表\n  annex-1-sec-1|一、|\n"
  static const Case cases[] = {
    { "# "
      "关于印发《示例市试点管理办法》的通知\n\n请按附件1办理。\n\n附件：示例市试点管理办法\n\n示例"
      "市工业局\n\n"
      "2024年1月2日\n\n示例市试点管理办法\n\n" MEASURE,
      "cover||关于印发《示例市试点管理办法》的通知\ntext||示例市试点管理办法\n" MEASURE_OUTLINE,
      "附件1→text\n示例市试点管理办法→text\n附件1→annex-1\n", "" },
    { "请按附件1办理。\n\n附件：示例市试点管理办法\n\n示例市工业局\n\n2024年1月2日\n\n" MEASURE,
      "art-1|第一条|\nannex-1|附件1|申报表\n  annex-1-sec-1|一、|\n", "附件1→annex-1\n", "" },
    { "附件：《示例市试点管理办法》（见附件1）\n\n" MEASURE,
      "art-1|第一条|\nannex-1|附件1|申报表\n  annex-1-sec-1|一、|\n", "附件1→annex-1\n", "" },
    /* The text has the list, the notice none: whose annex 1 is meant is not known. */
    { "# 关于印发《甲办法》的通知\n\n请填报附件1。\n\n# "
      "甲办法\n\n第一条　甲。\n\n附件：1.申报表\n\n# 附件1　申报表\n\n"
      "乙。\n",
      "cover||关于印发《甲办法》的通知\ntext||甲办法\n  art-1|第一条|\nannex-1|附件1|申报表\n",
      "申报表→annex-1\n", "" },
    /* The notice lists the form. */
    { "# 关于印发《甲办法》的通知\n\n请填报附件2。\n\n附件：1.甲办法\n2.申报表\n\n# "
      "甲办法\n\n第一条　甲。\n\n"
      "# 附件2　申报表\n\n乙。\n",
      "cover||关于印发《甲办法》的通知\ntext||甲办法\n  art-1|第一条|\nannex-2|附件2|申报表\n",
      "附件2→annex-2\n甲办法→text\n申报表→annex-2\n", "" },
  };
  check (cases, G_N_ELEMENTS (cases));
}

/* -- several texts -- */

static void
test_several (void)
{
  static const Case cases[] = {
    { "# 关于印发《甲办法》《乙细则》《丙规定（试行）》的通知\n\n现印发给你们。\n\n# "
      "甲办法\n\n第一条　丁，见第二条。\n\n"
      "第二条　戊。\n\n附件1：甲表\n\n一、己。\n\n乙细则\n\n第一条　庚，按第二条和附件1办理。\n\n第"
      "二条　辛：\n\n"
      "（一）壬。\n\n附件1：乙表\n\n一、癸，见第二条第（一）项。\n\n## "
      "丙规定\n\n一、甲。\n\n二、乙。\n",
      "cover||关于印发《甲办法》《乙细则》《丙规定（试行）》的通知\n"
      "text||甲办法\n  art-1|第一条|\n  art-2|第二条|\nannex-1|附件1|甲表\n  annex-1-sec-1|一、|\n"
      "text-2||乙细则\n  text-2-art-1|第一条|\n  text-2-art-2|第二条|辛\n"
      "    text-2-art-2-1|（一）|\ntext-2-annex-1|附件1|乙表\n  text-2-annex-1-sec-1|一、|\n"
      "text-3||丙规定\n  text-3-sec-1|一、|\n  text-3-sec-2|二、|\n",
      "第二条→art-2\n第二条→text-2-art-2\n附件1→text-2-annex-1\n第二条第（一）项→text-2-art-2-1\n",
      "" },
    /* No notice; chapters; what one text lacks is not looked for in the other. */
    { "# 甲办法\n\n## 第一章　总则\n\n第一条　丁。\n\n第二条　戊。\n\n# 乙细则\n\n## "
      "第一章　总则\n\n第一条　己，见第二条。\n",
      "text||甲办法\n  ch-1|第一章|总则\n    art-1|第一条|\n    art-2|第二条|\ntext-2||乙细则\n"
      "  text-2-ch-1|第一章|总则\n    text-2-art-1|第一条|\n",
      "", "13:8 broken-reference" },
    { "# "
      "关于印发《甲方案》《示例市实施《乙法》办法》的通知\n\n甲方案\n\n一、丙。\n\n示例市实施《乙法"
      "》办法\n\n第一条　丁。\n",
      "cover||关于印发《甲方案》《示例市实施《乙法》办法》的通知\ntext||甲方案\n  sec-1|一、|\n"
      "text-2||示例市实施《乙法》办法\n  text-2-art-1|第一条|\n",
      "", "" },
    /* A title whose words stand under it again. */
    { "# 关于印发《甲办法》的通知\n\n# 甲办法\n\n（2024年1月2日）\n\n甲办法\n\n第一条　乙。\n",
      "cover||关于印发《甲办法》的通知\ntext||甲办法\n  art-1|第一条|\n", "", "" },
    /* Headings where none belongs: behind a title, behind an annex. */
    { "《甲办法》\n\n甲办法\n\n一、乙。\n\n# 丙\n\n丁。\n",
      "text||甲办法\n  sec-1|一、|\n  h-1||丙\n", "", "" },
    { "甲。\n\n附件1：甲\n\n一、乙。\n\n# 丙\n\n# 丁\n\n第一条　戊。\n",
      "cover||\nannex-1|附件1|甲\n  annex-1-sec-1|一、|\n  annex-1-h-1||丙\ntext||丁\n"
      "  art-1|第一条|\n",
      "", "" },
    /* The notice is no heading, and the titles are lines. */
    { "现将《甲办法》《乙 "
      "细则》印发给你们。\n\n甲办法\n\n第一条　丙。\n\n乙　细则\n\n第一条　丁。\n",
      "text||甲办法\n  art-1|第一条|\ntext-2||乙 细则\n  text-2-art-1|第一条|\n", "", "" },
    { "# "
      "关于公布《甲方案》和《乙方案》的通知\n\n附件：1.甲方案\n2.乙方案\n\n**甲方案**"
      "\n\n一、丙。\n\n**乙方案**\n\n一、丁。\n",
      "cover||关于公布《甲方案》和《乙方案》的通知\ntext||甲方案\n  sec-1|一、|\ntext-2||乙方案\n"
      "  text-2-sec-1|一、|\n",
      "甲方案→text\n乙方案→text-2\n", "" },
    /* One text: the last heading of the first level is its title. */
    { "# 示例市文件\n\n# 关于印发《甲办法》的通知\n\n丙。\n\n# 甲办法\n\n第一条　丁。\n",
      "cover||示例市文件\n  cover-h-1||关于印发《甲办法》的通知\ntext||甲办法\n  art-1|第一条|\n",
      "", "" },
    /* A name in a sentence, and a line that nobody named. */
    { "# 甲办法\n\n第一条　依照《乙细则》。\n\n乙细则由市局制定。\n\n丙规定\n\n第二条　丁。\n",
      "text||甲办法\n  art-1|第一条|\n  art-2|第二条|\n", "", "" },
    /* A text under 附件1 is that annex. */
    { "# 关于印发《甲办法》的通知\n\n第一条　丙。\n\n附件1\n\n# 甲办法\n\n第一条　丁。\n",
      "text||关于印发《甲办法》的通知\n  art-1|第一条|\nannex-1|附件1|甲办法\n  "
      "annex-1-art-1|第一条|\n",
      "", "" },
  };
  check (cases, G_N_ELEMENTS (cases));
}

/* -- quotations -- */

static void
test_quotations (void)
{
  static const Case cases[] = {
    { "# "
      "关于修改《甲办法》的决定\n\n一、将第三条修改为：“第三条　市局依照第一条负责：\n\n“（一）甲；"
      "\n\n“（二）乙。”\n\n"
      "二、增加一条，作为第十条：\n\n“第十条　违反第三条的，警告。\n\n“第十一条　丙。”\n\n三、本决"
      "定自公布之日起施行。\n",
      "text||关于修改《甲办法》的决定\n  sec-1|一、|\n  sec-2|二、|\n  sec-3|三、|\n", "", "" },
    /* Without marks at each paragraph; broken lines; articles of the decision itself, which names
     * those of the text that it changes. */
    { "第一条　将第二条修改为：“第二条　甲：\n（一）乙；\n（二）丙，见第一条。”\n第二条　删去第一条"
      "中的“依照第二条”。\n",
      "art-1|第一条|\nart-2|第二条|\n", "", "" },
    { "# "
      "关于修改《甲办法》的决定\n\n第一条　将第二条修改为：“第二条　丙。”\n\n第二条　依照本决定第一"
      "条办理。\n",
      "text||关于修改《甲办法》的决定\n  art-1|第一条|\n  art-2|第二条|\n", "第一条→art-1\n", "" },
    { "一、增加一章，作为第五章：「第五章　监督\n\n第三十条　甲。\n\n第三十一条　乙。」\n\n二、丙。"
      "\n",
      "sec-1|一、|\nsec-2|二、|\n", "", "" },
    { "一、第三条修改为：\"第三条　甲：\n\n（一）乙；\n\n（二）丙。\"\n\n二、丁。\n",
      "sec-1|一、|\nsec-2|二、|\n", "", "" },
    /* A list in the quotation; words in marks inside it. */
    { "一、第三条修改为：“第三条　下列用语：\n\n“示例”，是指甲；\n\n1. 乙；\n\n2. "
      "丙“丁”。”\n\n二、戊。\n",
      "sec-1|一、|\nsec-2|二、|\n", "", "" },
    { "一、第三条修改为“第三条　甲：\n\n（一）乙。”\n\n二、丙。\n", "sec-1|一、|\nsec-2|二、|\n",
      "", "" },
    /* One closes and another opens in a line. */
    { "一、改为：“第三条　甲：\n\n（一）乙。”；增加：“第四条　丙：\n\n（一）丁。”\n\n二、戊。\n",
      "sec-1|一、|\nsec-2|二、|\n", "", "" },
    /* Never closed. */
    { "一、将第三条修改为：“第三条　甲。\n\n二、增加一条：“第十条　乙。”\n\n三、丙。\n",
      "sec-1|一、|\nsec-2|二、|\nsec-3|三、|\n", "", "1:11 unclosed-quotation" },
    { "一、增加一条：\n\n“第三条　甲。\n\n二、增加一条：\n\n“第十条　乙。”\n",
      "sec-1|一、|增加一条\nsec-2|二、|增加一条\n", "", "3:1 unclosed-quotation" },
    { "一、第三条修改为：“第三条　甲：\n\n（一）乙；\n\n（二）丙。\n\n二、删去第四条。\n",
      "sec-1|一、|\nsec-2|二、|\n", "", "1:10 unclosed-quotation" },
    { "一、增加：“第三条　甲：\n\n“（一）乙；\n\n“（二）丙。\n\n二、本决定自公布之日起施行。\n",
      "sec-1|一、|\nsec-2|二、|\n", "", "1:6 unclosed-quotation" },
    { "如下：“甲。\n\n“乙。\n\n“丙。\n\n第一条　丁。\n", "art-1|第一条|\n", "",
      "1:4 unclosed-quotation" },
    { "第一条　甲如下：“乙。\n\n第二条　丙。\n", "art-1|第一条|\nart-2|第二条|\n", "",
      "1:9 unclosed-quotation" },
    { "“甲。\n\n# 乙\n\n丙。”\n", "text||乙\n", "", "1:1 unclosed-quotation" },
    /* Words in marks are no quotation, also where a mark is missing. */
    { "第一条　“示例”是指甲。\n\n“样品”，是指乙。\n\n第二条　所称“丙是指丁，见第一条。\n\n第三条　"
      "戊”己，见第一条。\n",
      "art-1|第一条|\nart-2|第二条|\nart-3|第三条|\n", "第一条→art-1\n", "" },
    { "第一条　口号为：“甲”。\n\n（一）乙。\n", "art-1|第一条|\n  art-1-1|（一）|\n", "", "" },
  };
  check (cases, G_N_ELEMENTS (cases));
  g_autoptr (Parsed) parsed = parse ("一、改为：“第三条　甲：\n\n“（一）乙。”\n");
  g_assert_true (g_str_has_suffix (parsed->text->html, "<p class=\"quoted\">“（一）乙。”</p>\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/whole/contents", test_contents);
  g_test_add_func ("/text/whole/annexes", test_annexes);
  g_test_add_func ("/text/whole/notices", test_notices);
  g_test_add_func ("/text/whole/several", test_several);
  g_test_add_func ("/text/whole/quotations", test_quotations);
  return g_test_run ();
}
