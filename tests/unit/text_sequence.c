/* The run of the numbers: what is a label only because of what came before, and what only looks
 * alike. */
#include "../text/fixture.h"

typedef struct {
  const char *markdown;
  const char *outline;
  const char *problems;
} Case;

static void
check_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (Parsed) parsed = parse (cases[i].markdown);
    assert_lines (outline (parsed), cases[i].outline);
    assert_lines (problems (parsed), cases[i].problems);
  }
}

static void
test_tight (void)
{
  static const Case cases[] = {
    { "第一条为规范管理，制定本办法。\n\n第二条市局负责。\n", "art-1|第一条|\nart-2|第二条|\n",
      "" },
    /* In one paragraph, as an extraction leaves it. */
    { "第一条为规范管理，制定本办法。\n第二条市局负责。\n第三条本市企业可以申报。\n",
      "art-1|第一条|\nart-2|第二条|\nart-3|第三条|\n", "" },
    { "示例市试点管理办法\n第一章总则\n第一条为规范管理，制定本办法。\n",
      "ch-1|第一章|总则\n  art-1|第一条|\n", "" },
    { "示例市试点管理办法\n第一条　为规范管理，制定本办法。\n", "art-1|第一条|\n", "" },
    { "为贯彻落实，根据\n第三条 制定本办法。\n", "", "" },
    /* One space was lost. */
    { "第一条　甲。\n\n第二条中小企业可以申报。\n\n第三条　乙。\n",
      "art-1|第一条|\nart-2|第二条|\nart-3|第三条|\n", "" },
    { "第六条　甲。\n\n第七条之一　乙。\n\n第七条之二市局负责。\n",
      "art-6|第六条|\nart-7zhi1|第七条之一|\nart-7zhi2|第七条之二|\n",
      "1:1 article-order\n3:1 article-order" },
    { "第一条、甲。\n\n第二条，乙。\n\n第三条，一年内有效。\n",
      "art-1|第一条|\nart-2|第二条|\nart-3|第三条|\n", "" },
    /* One number is missing, or stands twice, among others without a gap. */
    { "第一条为了示例。\n\n第二条市局负责。\n\n第四条区局受理。\n",
      "art-1|第一条|\nart-2|第二条|\nart-4|第四条|\n", "5:1 article-order" },
    { "第一条为了示例。\n\n第二条市局负责。\n\n第二条区局受理。\n",
      "art-1|第一条|\nart-2|第二条|\nart-2-b|第二条|\n", "5:1 duplicate-unit" },
    /* Sentences, also with the number that comes next. */
    { "第一条　甲。\n\n第二条规定的企业除外。\n\n第二条　乙。\n", "art-1|第一条|\nart-2|第二条|\n",
      "" },
    { "第一条　甲。\n\n第二条　乙。\n\n第一条所称企业，是指本市企业。\n\n第一条至第二条所列企业。\n"
      "\n"
      "第一条、第二条的企业。\n\n第二条第一款的企业。\n\n第三条的企业，见第一条。\n",
      "art-1|第一条|\nart-2|第二条|\n", "13:1 broken-reference" },
    { "第一条　甲。\n\n第二条生产线投产的，给予奖励。\n\n第二条　乙。\n",
      "art-1|第一条|\nart-2|第二条|\n", "" },
    { "第一条生产线投产。\n\n第二条高铁开通。\n", "", "" },
    /* 道路 may be what 条 counts: an article only among others without a gap. */
    { "第一条为了示例。\n\n第二条道路运输企业可以申报。\n", "art-1|第一条|\nart-2|第二条|\n", "" },
    { "第一条　甲。\n\n第二条道路由区局建设。\n", "art-1|第一条|\n", "3:1 unclear-label" },
    /* It does not follow. */
    { "第一条　甲。\n\n第九条市局负责。\n", "art-1|第一条|\n", "3:1 unclear-label" },
    { "第二条市局负责。\n", "", "1:1 unclear-label" },
    { "　　第五条市局负责。\n", "", "1:3 unclear-label" },
    /* A sentence broken by its editor. */
    { "第一条　依照\n第一条甲乙执行。\n\n第二条　丙。\n", "art-1|第一条|\nart-2|第二条|\n", "" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_alone (void)
{
  static const Case cases[] = {
    { "第一条　甲。\n\n第二条\n\n乙。\n\n丙。\n", "art-1|第一条|\nart-2|第二条|\n", "" },
    { "第一条　甲。\n\n第二条\n乙。\n", "art-1|第一条|\nart-2|第二条|\n", "" },
    { "第一条\n甲。\n第二条\n乙。\n第三条\n丙。\n", "art-1|第一条|\nart-2|第二条|\nart-3|第三条|\n",
      "" },
    { "第一条\n（一）甲；\n（二）乙。\n第二条\n丙。\n",
      "art-1|第一条|\n  art-1-1|（一）|\n  art-1-2|（二）|\nart-2|第二条|\n", "" },
    /* A reference at the end of a line. */
    { "第一条　甲。\n\n第一条\n规定的企业除外。\n", "art-1|第一条|\n", "" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
  g_autoptr (Parsed) parsed = parse ("第一条\n甲。\n\n乙。\n");
  g_assert_cmpstr (parsed->text->html, ==,
                   "<section class=\"article\" id=\"art-1\"><p><a class=\"num\" "
                   "href=\"#art-1\">第一条</a>甲。</p>\n<p id=\"art-1-p2\">乙。</p>\n</section>\n");
}

static void
test_first_item (void)
{
  static const Case cases[] = {
    { "第一条　甲。\n\n第二条（一）乙；\n\n（二）丙。\n",
      "art-1|第一条|\nart-2|第二条|\n  art-2-1|（一）|\n  art-2-2|（二）|\n", "" },
    { "第一条　（一）乙；\n（二）丙。\n", "art-1|第一条|\n  art-1-1|（一）|\n  art-1-2|（二）|\n",
      "" },
    { "**第一条**（一）乙；\n\n（二）丙。\n",
      "art-1|第一条|\n  art-1-1|（一）|\n  art-1-2|（二）|\n", "" },
    /* All of them in one paragraph: none has a place of its own, and （三） is no gap. */
    { "第一条（一）乙；（二）丙；\n\n（三）丁。\n", "art-1|第一条|\n  art-1-3|（三）|\n", "" },
    { "第一条　提交下列文件： （一）乙；\n\n（二）丙。\n", "art-1|第一条|\n  art-1-2|（二）|\n",
      "" },
    { "第一条　见第（一）项：\n\n（二）丙。\n", "art-1|第一条|见第（一）项\n  art-1-2|（二）|\n",
      "3:1 item-order" },
    /* References. */
    { "第一条　甲。\n\n第二条（一）项的企业。\n\n第一条（一）至（三）项的企业。\n\n"
      "第二条（三）乙。\n",
      "art-1|第一条|\n", "3:1 broken-reference\n7:1 broken-reference" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
  g_autoptr (Parsed) parsed = parse ("第一条（一）乙；\n");
  g_assert_cmpstr (parsed->text->html, ==,
                   "<section class=\"article\" id=\"art-1\"><p><a class=\"num\" "
                   "href=\"#art-1\">第一条</a></p>\n<p class=\"item\" id=\"art-1-1\"><a "
                   "class=\"num\" href=\"#art-1-1\">（一）</a>乙；</p>\n</section>\n");
}

static void
test_chapters (void)
{
  static const Case cases[] = {
    { "第一章总则\n\n第一条为了示例。\n\n第二章附则\n\n第二条市局负责。\n",
      "ch-1|第一章|总则\n  art-1|第一条|\nch-2|第二章|附则\n  art-2|第二条|\n", "" },
    { "第一章总则\n第一条为了示例。\n第二章附则\n第二条市局负责。\n",
      "ch-1|第一章|总则\n  art-1|第一条|\nch-2|第二章|附则\n  art-2|第二条|\n", "" },
    { "第一编物权\n\n第一章甲\n\n第一节乙\n\n第二节丙\n\n第二章丁\n\n第一节戊\n\n第二编合同\n\n"
      "第一章己\n",
      "bian-1|第一编|物权\n  bian-1-ch-1|第一章|甲\n    bian-1-ch-1-1|第一节|乙\n"
      "    bian-1-ch-1-2|第二节|丙\n  bian-1-ch-2|第二章|丁\n    bian-1-ch-2-1|第一节|戊\n"
      "bian-2|第二编|合同\n  bian-2-ch-1|第一章|己\n",
      "" },
    { "第一部分现状\n\n第二部分任务\n", "part-1|第一部分|现状\npart-2|第二部分|任务\n", "" },
    /* It does not follow; sentences. */
    { "第一章总则\n\n第四章附则\n", "ch-1|第一章|总则\n", "3:1 unclear-label" },
    { "第一章规定了适用范围。\n\n第一章总则部分由市局解释。\n\n第一节课\n\n第一部分的企业\n", "",
      "" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Chapters and divisions that begin anew. */
static void
test_anew (void)
{
  static const Case cases[] = {
    { "# 第一编 甲\n\n## 第一分编 乙\n\n### 第一章 丙\n\n## 第二分编 丁\n\n### 第一章 戊\n\n"
      "#### 第一节 己\n\n### 第二章 庚\n\n#### 第一节 辛\n",
      "bian-1|第一编|甲\n  bian-1-fenbian-1|第一分编|乙\n    bian-1-ch-1|第一章|丙\n"
      "  bian-1-fenbian-2|第二分编|丁\n    bian-1-fenbian-2-ch-1|第一章|戊\n"
      "      bian-1-fenbian-2-ch-1-1|第一节|己\n    bian-1-ch-2|第二章|庚\n"
      "      bian-1-ch-2-1|第一节|辛\n",
      "" },
    { "## 第一部分 甲\n\n### 第一章 乙\n\n## 第二部分 丙\n\n### 第一章 丁\n",
      "part-1|第一部分|甲\n  ch-1|第一章|乙\npart-2|第二部分|丙\n  part-2-ch-1|第一章|丁\n", "" },
    { "# 第一编 甲\n\n## 第一节 乙\n\n# 第二编 丙\n\n## 第一节 丁\n",
      "bian-1|第一编|甲\n  jie-1|第一节|乙\nbian-2|第二编|丙\n  bian-2-jie-1|第一节|丁\n", "" },
    /* Twice at the same place. */
    { "## 第六章 甲\n\n## 第七章 乙\n\n## 第七章 丙\n",
      "ch-6|第六章|甲\nch-7|第七章|乙\nch-7-b|第七章|丙\n", "5:4 duplicate-unit" },
    { "## 第一章 甲\n\n### 第一节 乙\n\n### 第一节 丙\n",
      "ch-1|第一章|甲\n  ch-1-1|第一节|乙\n  ch-1-1-b|第一节|丙\n", "5:5 duplicate-unit" },
    { "第一条　甲。\n\n第二条　乙。\n\n第二条　丙：\n\n（一）丁；\n\n（一）戊。\n\n第三条　己。\n",
      "art-1|第一条|\nart-2|第二条|\nart-2-b|第二条|丙\n  art-2-b-1|（一）|\n"
      "  art-2-b-1-b|（一）|\nart-3|第三条|\n",
      "5:1 duplicate-unit\n9:1 duplicate-unit" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

/* One numbering through all sections. */
static void
test_running_on (void)
{
  static const Case cases[] = {
    { "一、甲\n\n（一）乙。\n\n（二）丙。\n\n二、丁\n\n（三）戊。\n\n（四）己。\n",
      "sec-1|一、|甲\n  sec-1-1|（一）|\n  sec-1-2|（二）|\nsec-2|二、|丁\n  sec-2-3|（三）|\n"
      "  sec-2-4|（四）|\n",
      "" },
    { "一、甲\n（一）乙。\n二、丙\n（二）丁。\n三、戊\n（三）己。\n",
      "sec-1|一、|甲\n  sec-1-1|（一）|\nsec-2|二、|丙\n  sec-2-2|（二）|\nsec-3|三、|戊\n"
      "  sec-3-3|（三）|\n",
      "" },
    { "## 第一部分 甲\n\n一、乙\n\n二、丙\n\n## 第二部分 丁\n\n三、戊\n",
      "part-1|第一部分|甲\n  part-1-sec-1|一、|乙\n  part-1-sec-2|二、|丙\n"
      "part-2|第二部分|丁\n  part-2-sec-3|三、|戊\n",
      "" },
    { "## 甲\n\n1.乙。\n\n2.丙。\n\n## 丁\n\n3.戊。\n",
      "h-1||甲\n  h-1-sub-1|1.|\n  h-1-sub-2|2.|\nh-2||丁\n  h-2-sub-3|3.|\n", "" },
    /* A gap. */
    { "一、甲\n\n（一）乙。\n\n二、丙\n\n（三）丁。\n",
      "sec-1|一、|甲\n  sec-1-1|（一）|\nsec-2|二、|丙\n  sec-2-3|（三）|\n", "7:1 item-order" },
    { "一、甲\n\n（一）乙。\n\n二、丙\n\n（二）丁。\n\n（四）戊。\n",
      "sec-1|一、|甲\n  sec-1-1|（一）|\nsec-2|二、|丙\n  sec-2-2|（二）|\n  sec-2-4|（四）|\n",
      "9:1 item-order" },
    /* A further list under a paragraph is none that goes back. */
    { "一、甲\n\n（一）乙\n\n丙。\n\n（二）丁\n\n戊：\n\n（一）己；\n\n（二）庚。\n",
      "sec-1|一、|甲\n  sec-1-1|（一）|乙\n  sec-1-2|（二）|丁\n  sec-1-kuan2-1|（一）|\n"
      "  sec-1-kuan2-2|（二）|\n",
      "" },
    /* Articles begin anew. */
    { "第一条　甲：\n\n（一）乙。\n\n第二条　丙：\n\n（二）丁。\n",
      "art-1|第一条|甲\n  art-1-1|（一）|\nart-2|第二条|丙\n  art-2-2|（二）|\n",
      "7:1 item-order" },
    { "第一条　甲：\n\n1.乙。\n\n3.丙。\n\n第二条　丁：\n\n①戊。\n\n③己。\n",
      "art-1|第一条|甲\n  art-1-1|1.|\n  art-1-3|3.|\nart-2|第二条|丁\n  art-2-1|①|\n"
      "  art-2-3|③|\n",
      "5:1 item-order\n11:1 item-order" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Sentences that begin like an item. */
static void
test_enumerations (void)
{
  static const char *const sentences[] = { "（一）至（三）项所列人员，应当申报。",
                                           "（一）、（二）项规定的企业，应当申报。",
                                           "（二）项以外的企业，应当申报。",
                                           "（一）和（二）项所列企业除外。",
                                           "（一）所列企业除外。",
                                           "(一)至(二)项所列企业除外。" };
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_autofree char *markdown
      = g_strdup_printf ("第一条　甲：\n\n（一）乙；\n\n（二）丙。\n\n%s\n", sentences[i]);
    g_autoptr (Parsed) parsed = parse (markdown);
    assert_lines (outline (parsed), "art-1|第一条|甲\n  art-1-1|（一）|\n  art-1-2|（二）|\n");
    assert_lines (problems (parsed), "");
    g_assert_nonnull (strstr (parsed->text->html, "<p id=\"art-1-p2\">"));
  }
  static const Case items[] = {
    { "（一）项目申报；\n\n（二）项目验收。\n", "item-1|（一）|\nitem-2|（二）|\n", "" },
    { "（一）和解；\n\n（二）、调解；\n\n（三）至少一名。\n",
      "item-1|（一）|\nitem-2|（二）|\nitem-3|（三）|\n", "" },
  };
  check_cases (items, G_N_ELEMENTS (items));
}

/* A caption over articles is no item of the one before it. */
static void
test_dividers (void)
{
  static const Case cases[] = {
    { "一、总的规定\n\n第一条　甲。\n\n二、担保物权\n\n（一）一般规定\n\n第二条　乙：\n\n（一）丙；"
      "\n\n"
      "（二）丁。\n\n（二）不动产抵押\n\n第三条　戊。\n\n（三）动产抵押\n\n第四条　己。\n",
      "sec-1|一、|总的规定\n  art-1|第一条|\nsec-2|二、|担保物权\n  sec-2-div-1|（一）|一般规定\n"
      "    art-2|第二条|乙\n      art-2-1|（一）|\n      art-2-2|（二）|\n"
      "  sec-2-div-2|（二）|不动产抵押\n    art-3|第三条|\n  sec-2-div-3|（三）|动产抵押\n"
      "    art-4|第四条|\n",
      "" },
    { "第一条　甲。\n（一）不动产抵押\n第二条　乙。\n（二）动产抵押\n第三条　丙。\n",
      "art-1|第一条|\ndiv-1|（一）|不动产抵押\n  art-2|第二条|\ndiv-2|（二）|动产抵押\n"
      "  art-3|第三条|\n",
      "" },
    { "## 第一章 甲\n\n### （一）乙\n\n第一条　丙。\n\n### （二）丁\n\n第二条　戊。\n\n## 第二章 "
      "己\n\n"
      "### （一）庚\n\n第三条　辛。\n",
      "ch-1|第一章|甲\n  ch-1-div-1|（一）|乙\n    art-1|第一条|\n  ch-1-div-2|（二）|丁\n"
      "    art-2|第二条|\nch-2|第二章|己\n  ch-2-div-1|（一）|庚\n    art-3|第三条|\n",
      "" },
    { "第一条　甲。\n\n一、担保\n\n第二条　乙。\n\n二、保证\n\n第三条　丙。\n",
      "art-1|第一条|\nsec-1|一、|担保\n  art-2|第二条|\nsec-2|二、|保证\n  art-3|第三条|\n", "" },
    /* Items, the last of them without a stop. */
    { "第一条　申报材料：\n\n（一）承诺函\n\n第二条　乙。\n",
      "art-1|第一条|申报材料\n  art-1-1|（一）|承诺函\nart-2|第二条|\n", "" },
    { "第一条　申报下列材料：\n\n（一）承诺函。\n\n（二）实施方案\n\n第二条　乙。\n",
      "art-1|第一条|申报下列材料\n  art-1-1|（一）|\n  art-1-2|（二）|实施方案\nart-2|第二条|\n",
      "" },
    { "第一条　申报下列材料：\n一、承诺函\n二、实施方案\n第二条　乙。\n",
      "art-1|第一条|申报下列材料\n  art-1-1|一、|承诺函\n  art-1-2|二、|实施方案\nart-2|第二条|\n",
      "" },
    /* No article follows. */
    { "第一条　甲。\n\n（一）乙\n\n第一条规定的企业。\n", "art-1|第一条|\n  art-1-1|（一）|乙\n",
      "" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Signs, letters, Roman numbers and numbers with points. */
static void
test_styles (void)
{
  static const Case cases[] = {
    { "第一条　甲：\n\n㈠乙。\n\n⒈丙。\n\n⑴丁。\n\n⑵戊。\n\n⒉己。\n\n㈡庚。\n",
      "art-1|第一条|甲\n  art-1-1|㈠|\n    art-1-1-1|⒈|\n      art-1-1-1-1|⑴|\n"
      "      art-1-1-1-2|⑵|\n    art-1-1-2|⒉|\n  art-1-2|㈡|\n",
      "" },
    { "第一条　甲：\n\nA.乙。\n\n1.丙。\n\n2.丁。\n\nB.戊。\n\n(a)己。\n\n(b)庚。\n\nD、辛。\n",
      "art-1|第一条|甲\n  art-1-zimu1|A.|\n    art-1-zimu1-1|1.|\n    art-1-zimu1-2|2.|\n"
      "  art-1-zimu2|B.|\n    art-1-zimu2-zimu1|(a)|\n    art-1-zimu2-zimu2|(b)|\n"
      "  art-1-zimu4|D、|\n",
      "15:1 item-order" },
    { "Ⅰ、甲。\n\nⅡ、乙。\n\nA. 丙。\n\nⅣ、丁。\n",
      "sub-luoma1|Ⅰ、|\nsub-luoma2|Ⅱ、|\n  sub-luoma2-zimu1|A.|\nsub-luoma4|Ⅳ、|\n",
      "7:1 item-order" },
    { "I. 甲。\n\nII. 乙。\n\nIII. 丙。\n\nIV. 丁。\n\nV. 戊。\n",
      "sub-luoma1|I.|\nsub-luoma2|II.|\nsub-luoma3|III.|\nsub-luoma4|IV.|\nsub-luoma5|V.|\n", "" },
    { "G.甲。\n\nH.乙。\n\nI.丙。\n\nJ.丁。\n",
      "sub-zimu7|G.|\nsub-zimu8|H.|\nsub-zimu9|I.|\nsub-zimu10|J.|\n", "1:1 item-order" },
    { "一、甲\n\n1.乙\n\n1.1 丙\n\n1.1.1 丁\n\n1.1.2 "
      "戊\n\n1.2己\n\n1.5亿元用于奖励。\n\n2.庚\n\n2.1辛\n\n"
      "2.1万元用于奖励。\n",
      "sec-1|一、|甲\n  sec-1-1|1.|乙\n    sec-1-1dian1|1.1|丙\n      sec-1-1dian1dian1|1.1.1|丁\n"
      "      sec-1-1dian1dian2|1.1.2|戊\n    sec-1-1dian2|1.2|己\n  sec-1-2|2.|庚\n"
      "    sec-1-2dian1|2.1|辛\n",
      "" },
    /* 2.1 may come after 1.1, 4.1 does not. */
    { "1.1 甲\n\n4.1 节所述的规则。\n\n2.1 乙\n", "sub-1dian1|1.1|甲\nsub-2dian1|2.1|乙\n", "" },
    { "1.1编制目的\n\n1.2编制依据\n\n1.4适用范围\n\n2.1组织\n",
      "sub-1dian1|1.1|编制目的\nsub-1dian2|1.2|编制依据\nsub-1dian4|1.4|适用范围\n"
      "sub-2dian1|2.1|组织\n",
      "5:1 item-order" },
    { "第一条　甲。\n\n1.5亿元。\n\n3.1公顷。\n\n2.1 用途\n\n1.05倍\n", "art-1|第一条|\n", "" },
    { "第廿一条　甲。\n\n第廿二条　乙。\n\n第卅条　丙。\n",
      "art-21|第廿一条|\nart-22|第廿二条|\nart-30|第卅条|\n",
      "1:1 article-order\n5:1 article-order" },
    { "第一三一条　甲。\n\n第一三二条　乙。\n\n第133条　丙。\n\n第１３４条　丁。\n\n第一百三十五条"
      "　戊。\n",
      "art-131|第一三一条|\nart-132|第一三二条|\nart-133|第133条|\nart-134|第１３４条|\n"
      "art-135|第一百三十五条|\n",
      "1:1 article-order" },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Paragraphs (款) have addresses, as far as they can be counted. */
static void
test_kuan (void)
{
  static const struct {
    const char *markdown;
    const char *links;
    const char *problems;
    const char *ids; /* of the paragraphs */
  } cases[] = {
    { "第一条　甲。\n\n乙。\n\n丙。\n\n第二条　依照第一条第二款、第一条第一款。\n",
      "第一条第二款→art-1-p2\n第一条第一款→art-1\n", "", "art-1-p2 art-1-p3 " },
    /* With a caption, the first stands by itself. */
    { "第一条　资金用途\n\n乙，见第一条第一款。\n\n丙。\n", "第一条第一款→art-1-p1\n", "",
      "art-1-p1 art-1-p2 " },
    { "第一条　甲：\n\n（一）乙。\n\n除外情形：\n\n（一）丙，见第一条第二款、第一条第二款第（一）项"
      "。\n",
      "第一条第二款→art-1-p2\n第一条第二款第（一）项→art-1-kuan2-1\n", "", "art-1-p2 " },
    { "第一条　甲。\n\n乙。\n\n第二条　见[此](#art-1-p2)和[彼](#art-1-p3)。\n", "此→art-1-p2\n",
      "5:26 broken-reference", "art-1-p2 " },
    /* What has no such paragraph leads to the article. */
    { "第一条　甲。\n\n第二条　见第一条第二款。\n", "第一条第二款→art-1\n", "", "" },
    /* A line of a formula, the rest of a list, words of an item with a caption. */
    { "第一条　甲：\n\n丙＝丁×2\n\n戊。\n", "", "", "" },
    { "第一条　甲：\n\n（一）乙；\n\n丙。\n\n丁。\n", "", "", "" },
    { "第一条　甲：\n\n（一）认定条件\n\n丙。\n\n第二条　丁。\n\n戊。\n", "", "", "art-2-p2 " },
    { "第一条　甲。\n\n- 乙。\n\n丙。\n\n示例市工业局\n", "", "", "art-1-p2 " },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Parsed) parsed = parse (cases[i].markdown);
    assert_lines (references (parsed), cases[i].links);
    assert_lines (problems (parsed), cases[i].problems);
    g_autoptr (GString) ids = g_string_new (NULL);
    static const char open[] = "<p id=\"";
    for (const char *at = parsed->text->html; (at = strstr (at, open)) != NULL;) {
      at += strlen (open);
      g_string_append_printf (ids, "%.*s ", (int)strcspn (at, "\""), at);
    }
    g_assert_cmpstr (ids->str, ==, cases[i].ids);
  }
  g_autoptr (Parsed) parsed = parse ("第一条　甲。\n\n乙。\n\n第一条　丙。\n\n丁。\n");
  static const struct {
    const char *anchor;
    const char *unit; /* NULL: there is none */
    int kuan;
  } clauses[] = {
    { "art-1", "art-1", 0 },  { "art-1-p2", "art-1", 2 }, { "art-1-b-p2", "art-1-b", 2 },
    { "art-1-p1", NULL, 0 },  { "art-1-p3", NULL, 0 },    { "art-1-p99", NULL, 0 },
    { "art-1-p02", NULL, 0 }, { "art-2-p1", NULL, 0 },    { "-p1", NULL, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++) {
    int kuan;
    const GbUnit *unit = gb_text_clause (parsed->text, clauses[i].anchor, &kuan);
    g_assert_cmpstr (unit == NULL ? NULL : unit->anchor, ==, clauses[i].unit);
    if (unit != NULL)
      g_assert_cmpint (kuan, ==, clauses[i].kuan);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sequence/tight", test_tight);
  g_test_add_func ("/sequence/alone", test_alone);
  g_test_add_func ("/sequence/first-item", test_first_item);
  g_test_add_func ("/sequence/chapters", test_chapters);
  g_test_add_func ("/sequence/anew", test_anew);
  g_test_add_func ("/sequence/running-on", test_running_on);
  g_test_add_func ("/sequence/enumerations", test_enumerations);
  g_test_add_func ("/sequence/dividers", test_dividers);
  g_test_add_func ("/sequence/styles", test_styles);
  g_test_add_func ("/sequence/kuan", test_kuan);
  return g_test_run ();
}
