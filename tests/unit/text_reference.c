/* References: clauses of the own text, clauses of others, titles and document numbers. */
#include "../text/fixture.h"

/* A text of 26 articles, of which the 13th has items, in two chapters with an annex. */
static char *
around (const char *sentence)
{
  static const char *const numerals[]
    = { "一",   "二",   "三",     "四",     "五",     "六",     "七",     "八",    "九",
        "十",   "十一", "十二",   "十三",   "十四",   "十五",   "十六",   "十七",  "十八",
        "十九", "二十", "二十一", "二十二", "二十三", "二十四", "二十五", "二十六" };
  GString *text = g_string_new ("# 示例办法\n\n## 第一章 总则\n\n");
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++) {
    if (i == 6)
      g_string_append (text, "## 第二章 认定\n\n### 第一节 申报\n\n");
    g_string_append_printf (text, "第%s条　", numerals[i]);
    if (i == 12)
      g_string_append_printf (text,
                              "申报单位应当具备以下各项条件：\n\n（一）示例。\n\n"
                              "（二）示例：\n\n1.示例；\n\n2.示例。\n\n"
                              "（三）%s\n\n（四）示例。\n\n（五）示例。\n\n（六）示例。\n\n",
                              sentence);
    else
      g_string_append (text, "示例。\n\n");
    if (i == 11)
      g_string_append (text, "第十二条之一　示例。\n\n");
  }
  g_string_append (text, "# 附件1\n\n示例\n\n# 附件3\n\n示例\n");
  return g_string_free (text, FALSE);
}

static void
test_own (void)
{
  static const struct {
    const char *sentence;
    const char *references;
  } cases[] = {
    { "依照第七条执行。", "第七条→art-7\n" },
    { "依照第 7 条执行。", "第 7 条→art-7\n" },
    { "依照本办法第二章第七条，制定规划。", "第二章第七条→art-7\n" },
    { "依照本办法第十二条之一执行。", "第十二条之一→art-12zhi1\n" },
    { "依照第十二条之规定执行。", "第十二条→art-12\n" },
    { "第十三条、第十四条", "第十三条→art-13\n第十四条→art-14\n" },
    { "第十、十八、二十六条", "第十→art-10\n十八→art-18\n二十六条→art-26\n" },
    { "第二条至第五条", "第二条→art-2\n第五条→art-5\n" },
    { "第七至九条", "第七→art-7\n九条→art-9\n" },
    { "第十或者二十条", "第十→art-10\n二十条→art-20\n" },
    { "第七以及九条", "第七→art-7\n九条→art-9\n" },
    { "第七、第九条", "第七→art-7\n第九条→art-9\n" },
    { "第十三条第（二）项", "第十三条第（二）项→art-13-2\n" },
    { "第十三条第二项", "第十三条第二项→art-13-2\n" },
    { "第十三条第一款第(二)项", "第十三条第一款第(二)项→art-13-2\n" },
    { "第十三条第（二）项第1目", "第十三条第（二）项第1目→art-13-2-1\n" },
    { "第十三条第（一）、（二）项和第十四条",
      "第十三条第（一）→art-13-1\n（二）项→art-13-2\n第十四条→art-14\n" },
    { "第十三条第（一）项、第（二）项", "第十三条第（一）项→art-13-1\n第（二）项→art-13-2\n" },
    { "第十二条和第十三条第一项、第二项",
      "第十二条→art-12\n第十三条第一项→art-13-1\n第二项→art-13-2\n" },
    { "第十四条第一款、第二款", "第十四条第一款→art-14\n第二款→art-14\n" },
    { "不含本条第（一）项所述", "第（一）项→art-13-1\n" },
    { "不含本条第(一)项所述", "第(一)项→art-13-1\n" },
    { "前款第（五）、第（六）项", "第（五）→art-13-5\n第（六）项→art-13-6\n" },
    { "第（五）项规定的", "第（五）项→art-13-5\n" },
    { "前条规定的", "前条→art-12zhi1\n" },
    { "本办法第二章第一节", "第二章第一节→ch-2-1\n" },
    { "适用第一章的规定", "第一章→ch-1\n" },
    { "适用第一、二章的规定", "第一→ch-1\n二章→ch-2\n" },
    { "见附件3", "附件3→annex-3\n" },
    { "见附件 1。", "附件 1→annex-1\n" },
    { "本细则（试行）第七条", "第七条→art-7\n" },
    { "本实施细则第七条", "第七条→art-7\n" },
    { "违法的，依照第七条", "第七条→art-7\n" },
    /* Bold print does not hide them, nor do signs; links do. */
    { "依照 **第七条** 执行", "第七条→art-7\n" },
    { "依照`第七条`和[第八条](https://example.com/)执行", "第七条→art-7\n" },
    { "依照[这一条](#art-7)执行", "这一条→art-7\n" },
    /* Broken over two lines. */
    { "依照第\n七条执行", "第七条→art-7\n" },
    /* Not references at all. */
    { "第三方机构、第一批、第十四届", "" },
    { "第一条生产线、第二条例外", "" },
    { "第一、二、三产业", "" },
    { "目前条件", "" },
    { "第一项工作", "" },
    { "第一款产品", "" },
    { "集团章程第二章程序", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *source = around (cases[i].sentence);
    g_autoptr (Parsed) parsed = parse (source);
    assert_lines (references (parsed), cases[i].references);
    assert_lines (problems (parsed), "");
  }
}

static void
test_broken (void)
{
  static const struct {
    const char *sentence;
    const char *problems; /* the sentence stands on line 45, from column 4 */
  } cases[] = {
    { "依照第二十七条执行。", "45:6 broken-reference" },
    { "依照本办法第三章执行。", "45:9 broken-reference" },
    { "第十三条、第三十条", "45:9 broken-reference" },
    { "第十三条第（七）项", "45:4 broken-reference" },
    { "本条第（七）项", "45:6 broken-reference" },
    { "见附件2", "45:5 broken-reference" },
    /* Articles without items of their own: the article is found, the item may be in its words. */
    { "第十四条第（七）项", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *source = around (cases[i].sentence);
    g_autoptr (Parsed) parsed = parse (source);
    assert_lines (problems (parsed), cases[i].problems);
  }
  /* A text without articles speaks of another one. */
  g_autoptr (Parsed) parsed = parse ("# 示例解读\n\n第三条规定了条件，见附件1。\n");
  assert_lines (problems (parsed), "");
  assert_lines (references (parsed), "");
}

/* Articles that were copied into one paragraph are told of, once for each. */
static void
test_run_on (void)
{
  g_autoptr (Parsed) parsed
    = parse ("第一条 甲。 第二条 乙。 第三条 丙，依照第一条。\n\n第四条　丁；　第五条　戊。\n\n"
             "第六条　见第一条。第四条除外。 第一条规定的除外。按照第四条 。\n");
  assert_lines (references (parsed),
                "第一条→art-1\n第一条→art-1\n第四条→art-4\n第一条→art-1\n第四条→art-4\n");
  assert_lines (problems (parsed), "1:8 run-on-unit\n3:1 article-order\n3:8 run-on-unit\n"
                                   "5:1 article-order");
}

/* In an annex its own articles come first, then those of the text. */
static void
test_scopes (void)
{
  g_autoptr (Parsed) parsed
    = parse ("# 通知\n\n依照第一条执行。\n\n# 示例办法\n\n第一条　甲。\n\n第二条　依照前条。\n\n"
             "# 附件1\n\n第一条　依照第一条、第二条。\n");
  assert_lines (references (parsed),
                "第一条→art-1\n前条→art-1\n第一条→annex-1-art-1\n第二条→art-2\n");
  assert_lines (problems (parsed), "");
  /* The list of a further 款. */
  g_autoptr (Parsed) second
    = parse ("第一条　申报单位应当符合以下条件之一：\n\n（一）甲；\n\n有下列情形的除外：\n\n"
             "（一）乙。\n\n第二条　第一条第一款第（一）项，第一条第二款第（一）项。\n");
  assert_lines (references (second),
                "第一条第一款第（一）项→art-1-1\n第一条第二款第（一）项→art-1-kuan2-1\n");
}

/* An annex with articles of its own, and this text's name and its own in it. */
static void
test_annexes (void)
{
  static const char main_text[] = "第一条　甲。\n\n第二条　见附件1第一条、附件1第九条。\n\n";
  static const char contract[]
    = "# 附件1 "
      "示例合同范本\n\n第一条　本合同第二条；本办法第二条和第一条。\n\n第二条　依照第一条。\n";
  static const char nameless[] = "# 附件1\n\n第一条　本办法第二条。\n\n第二条　依照第一条。\n";
  static const char form[] = "# 附件1\n\n依照本办法第二条填写。\n";
  g_autofree char *first = g_strconcat (main_text, contract, NULL);
  g_autoptr (Parsed) parsed = parse (first);
  assert_lines (references (parsed), "附件1第一条→annex-1-art-1\n第二条→annex-1-art-2\n"
                                     "第二条→art-2\n第一条→art-1\n第一条→annex-1-art-1\n");
  assert_lines (problems (parsed), "");
  g_autofree char *second = g_strconcat (main_text, nameless, NULL);
  g_autoptr (Parsed) other = parse (second);
  assert_lines (references (other), "附件1第一条→annex-1-art-1\n第一条→annex-1-art-1\n");
  assert_lines (problems (other), "");
  g_autofree char *third = g_strconcat (main_text, form, NULL);
  g_autoptr (Parsed) plain = parse (third);
  assert_lines (references (plain), "第二条→art-2\n");
  assert_lines (problems (plain), "");
}

/* Items without their article, behind words that name one. */
static void
test_lists (void)
{
  static const char rules[]
    = "第一条　禁止下列行为：\n\n（一）甲；\n\n（二）乙；\n\n（三）丙。\n\n第二条　丁。\n\n";
  static const struct {
    const char *article; /* the third */
    const char *references;
  } cases[] = {
    { "违反本办法第一条规定的，按照下列规定处罚：\n\n（一）违反第（一）项规定的，警告；\n\n"
      "（二）违反第（二）项、第（三）项规定的，罚款。\n",
      "第一条→art-1\n第（一）项→art-1-1\n第（二）项→art-1-2\n第（三）项→art-1-3\n" },
    { "有第一条所列行为之一的，给予以下处罚：\n\n（一）有第（二）项行为的，警告；\n\n"
      "（二）有第（三）项行为的，罚款。\n",
      "第一条→art-1\n第（二）项→art-1-2\n第（三）项→art-1-3\n" },
    { "违反第一条规定的，警告。\n\n（一）甲；\n\n（二）符合第（一）项的。\n",
      "第一条→art-1\n第（一）项→art-3-1\n" },
    { "申请人提交：\n\n（一）甲；\n\n（二）第（一）项所列材料的说明。\n", "第（一）项→art-3-1\n" },
    { "符合第一条规定的，提交：\n\n（一）甲；\n\n（二）第（一）项所列材料的说明。\n",
      "第一条→art-1\n第（一）项→art-3-1\n" },
    { "违反本办法第一条第（一）项规定的，警告；违反第（二）项、第（三）项规定的，罚款。\n",
      "第一条第（一）项→art-1-1\n第（二）项→art-1-2\n第（三）项→art-1-3\n" },
    { "违反第一条规定，属于违反第（三）项的，罚款。\n", "第一条→art-1\n第（三）项→art-1-3\n" },
    { "违反本办法第一条规定的，处罚如下：（一）违反第（一）项的，警告；（二）违反第（二）项的，罚款"
      "。\n",
      "第一条→art-1\n第（一）项→art-1-1\n第（二）项→art-1-2\n" },
    { "违反本办法规定，有下列行为之一的，依照《示例条例》处罚：\n\n（一）违反第一条规定的；\n\n"
      "（二）违反第二条的。\n",
      "第一条→art-1\n第二条→art-2\n" },
    { "有下列情形之一的，警告：\n\n（一）违反第一条规定的。\n", "第一条→art-1\n" },
    { "根据《示例条例》制定。有下列情形之一的，警告：\n\n（一）违反第一条规定的。\n",
      "第一条→art-1\n" },
    /* Which article, or whether it is one of this text, cannot be told. */
    { "违反《示例条例》规定，有下列行为之一的，警告：\n\n（一）违反第一条规定的；\n\n"
      "（二）违反第九条的。\n",
      "" },
    { "违反示发〔2020〕3号文规定，有下列行为之一的，警告：\n\n（一）违反第一条规定的。\n", "" },
    { "有公司法第四条行为，且有下列行为之一的，警告：\n\n（一）违反第一条规定的。\n", "" },
    { "违反第一条、第二条规定的，按照下列规定处罚：\n\n（一）违反第（一）项规定的，警告。\n",
      "第一条→art-1\n第二条→art-2\n" },
    { "违反《示例条例》第四条规定的，按照下列规定处罚：\n\n（一）违反第（一）项规定的，警告。\n",
      "" },
    { "符合第一条规定的，按照下列程序办理：\n\n（一）有第（一）项情形的；\n\n"
      "（二）有第（一）项情形的。\n",
      "第一条→art-1\n" },
    { "违反第一条第（一）项、第二条规定的，警告；违反第（二）项的，罚款。\n",
      "第一条第（一）项→art-1-1\n第二条→art-2\n" },
    { "违反示例条例第四条第（一）项的，警告；违反第（二）项的，罚款。\n", "" },
    { "违反本办法的，按照下列规定处罚：\n\n（一）违反第（一）项规定的，警告。\n", "" },
    { "违反第一条规定的，按照下列规定处罚：\n\n（一）违反第（九）项规定的，警告。\n",
      "第一条→art-1\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *source = g_strconcat (rules, "第三条　", cases[i].article, NULL);
    g_autoptr (Parsed) parsed = parse (source);
    assert_lines (references (parsed), cases[i].references);
    assert_lines (problems (parsed), "");
  }
}

/* Chapters that each book begins anew. */
static void
test_books (void)
{
  static const struct {
    const char *sentence; /* in the first chapter of the first book */
    const char *references;
    const char *problems;
  } cases[] = {
    { "依照第二章。", "第二章→bian-1-ch-2\n", "" },
    { "依照本编第二章。", "第二章→bian-1-ch-2\n", "" },
    { "依照第二编第一章。", "第二编第一章→bian-2-ch-1\n", "" },
    { "依照本办法第二编第二章第三条。", "第二编第二章第三条→art-3\n", "" },
    { "依照第二编。", "第二编→bian-2\n", "" },
    { "依照第三章。", "第三章→bian-2-ch-3\n", "" },
    { "依照第一编第二章、第三章。", "第一编第二章→bian-1-ch-2\n第三章→bian-2-ch-3\n", "" },
    /* Which book is not said. */
    { "依照本办法第一章。", "", "" },
    { "依照《甲典》第二编第一章。", "", "" },
    { "依照甲典第二编。", "", "" },
    { "依照民法典第七编第四章。", "", "" },
    { "第一编委会和第二编号。", "", "" },
    /* There is none. */
    { "依照第三编。", "", "5:7 broken-reference" },
    { "依照第二编第九章。", "", "5:7 broken-reference" },
    { "依照第九章。", "", "5:7 broken-reference" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *source = g_strconcat (
      "第一编　总则\n\n第一章　甲\n\n第一条　", cases[i].sentence,
      "\n\n第二章　乙\n\n第二条　乙。\n\n第二编　分则\n\n第一章　丙\n\n第三条　丙。\n\n"
      "第二章　丁\n\n第四条　丁。\n\n第三章　戊\n\n第五条　戊。\n",
      NULL);
    g_autoptr (Parsed) parsed = parse (source);
    assert_lines (references (parsed), cases[i].references);
    assert_lines (problems (parsed), cases[i].problems);
  }
  g_autoptr (Parsed) plain = parse ("第一条　依照第二编。\n\n第二条　甲。\n");
  assert_lines (problems (plain), "");
}

static void
test_others (void)
{
  static const struct {
    const char *markdown;
    const char *mentions;
  } cases[] = {
    { "依照《示例办法》执行。\n", "《示例办法》|title|示例办法||\n" },
    { "《示例局关于印发〈示例办法〉的通知》\n",
      "《示例局关于印发〈示例办法〉的通知》|title|示例局关于印发〈示例办法〉的通知||\n" },
    { "《甲<乙>丙》\n", "《甲&lt;乙&gt;丙》|title|甲<乙>丙||\n" },
    { "《甲《乙》丙》丁\n", "《甲《乙》丙》|title|甲《乙》丙||\n" },
    { "《甲《乙》\n", "《乙》|title|乙||\n" },
    { "《》和》《\n", "" },
    { "《示例\n办法》\n", "《示例办法》|title|示例办法||\n" },
    { "《示例办法》（示工信〔2020〕3号）执行\n",
      "《示例办法》|title|示例办法||\n示工信〔2020〕3号|number|示工信〔2020〕3号||\n" },
    { "《示例办法》(示工信〔2020〕293 号)\n",
      "《示例办法》|title|示例办法||\n示工信〔2020〕293 号|number|示工信〔2020〕293号||\n" },
    /* Brackets of every kind, and the words before that are none of the number. */
    { "根据示工信[2020]3号\n", "示工信[2020]3号|number|示工信〔2020〕3号||\n" },
    { "按照示工信［2020］3号\n", "示工信［2020］3号|number|示工信〔2020〕3号||\n" },
    { "示工信（2020）3号和示府函(2021)4号\n", "示工信（2020）3号|number|示工信〔2020〕3号||"
                                              "\n示府函(2021)4号|number|示府函〔2021〕4号||\n" },
    { "示工信【2020】第3号\n", "示工信【2020】第3号|number|示工信〔2020〕3号||\n" },
    { "示工信 〔 2020 〕 3 号\n", "示工信 〔 2020 〕 3 号|number|示工信〔2020〕3号||\n" },
    { "贯彻落实国办发〔2018〕37号文件\n", "国办发〔2018〕37号|number|国办发〔2018〕37号||\n" },
    { "2021年6月22日日政发〔2021〕1号\n", "日政发〔2021〕1号|number|日政发〔2021〕1号||\n" },
    { "示例省人民政府令第277号公布\n",
      "示例省人民政府令第277号|number|示例省人民政府令第277号||\n" },
    { "依照中华人民共和国国务院令第 711 号\n",
      "中华人民共和国国务院令第 711 号|number|中华人民共和国国务院令第711号||\n" },
    { "示例署公告2023年第5号\n", "示例署公告2023年第5号|number|示例署公告2023年第5号||\n" },
    { "〔2020〕3号，（2020）年，(2024年版)，[2020]，命令第3号线\n",
      "命令第3号|number|命令第3号||\n" },
    { "示工信〔1020〕3号，示工信〔2020〕号，示工信〔2020〕3\n", "" },
    /* The years and the figures that numbers have; an order is somebody's. */
    { "示工信〔1949〕1号\n", "示工信〔1949〕1号|number|示工信〔1949〕1号||\n" },
    { "示工信〔2199〕1号\n", "示工信〔2199〕1号|number|示工信〔2199〕1号||\n" },
    { "示工信〔1948〕1号，示工信〔2200〕1号\n", "" },
    { "示工信〔2020〕12345号\n", "示工信〔2020〕12345号|number|示工信〔2020〕12345号||\n" },
    { "示工信〔2020〕123456号\n", "" },
    { "令第5号，公告第5号，公告2023年第5号\n", "" },
    { "市令第5号\n", "市令第5号|number|市令第5号||\n" },
    { "示例署公告1949年第5号\n", "示例署公告1949年第5号|number|示例署公告1949年第5号||\n" },
    { "示例署公告1948年第5号，示例署公告2200年第5号\n", "" },
    /* Clauses of others go with the document. */
    { "《示例办法》第十四条\n", "《示例办法》第十四条|title|示例办法|art-14|\n" },
    { "《示例办法》第十二条之一第（三）项\n",
      "《示例办法》第十二条之一第（三）项|title|示例办法|art-12zhi1-3|\n" },
    { "《示例办法》第三条第（一）项第1目\n",
      "《示例办法》第三条第（一）项第1目|title|示例办法|art-3-1-1|\n" },
    { "《示例办法》第三条第（一）项第 2 目\n",
      "《示例办法》第三条第（一）项第 2 目|title|示例办法|art-3-1-2|\n" },
    { "《示例办法》第二章\n", "《示例办法》第二章|title|示例办法|ch-2|\n" },
    { "《示例办法》第二编第一章\n", "《示例办法》第二编第一章|title|示例办法|bian-2-ch-1|\n" },
    { "《示例办法》第二编\n", "《示例办法》第二编|title|示例办法|bian-2|\n" },
    { "《示例办法》附件2第三条\n", "《示例办法》附件2第三条|title|示例办法|annex-2-art-3|\n" },
    { "原《示例办法》第三条\n", "《示例办法》|title|示例办法||\n" },
    { "《示例办法》（征求意见稿）第三条\n", "《示例办法》|title|示例办法||\n" },
    { "《示例办法》（2019年修订）第三条\n", "《示例办法》|title|示例办法|art-3|\n" },
    { "《示例办法》附件2\n", "《示例办法》附件2|title|示例办法|annex-2|\n" },
    { "《示例办法》中的第三条\n", "《示例办法》|title|示例办法|art-3|\n" },
    { "《示例办法》第三条、第五条和第七条第二款\n", "《示例办法》第三条|title|示例办法|art-3|\n" },
    { "《示例办法》第十、十八条\n", "《示例办法》第十|title|示例办法|art-10|\n" },
    { "《示例办法》（示工信〔2020〕3号）第三条\n",
      "《示例办法》|title|示例办法|art-3|\n示工信〔2020〕3号|number|示工信〔2020〕3号||\n" },
    { "示工信〔2020〕3号第三条\n", "示工信〔2020〕3号第三条|number|示工信〔2020〕3号|art-3|\n" },
    { "（以下简称《办法》）第三条\n", "《办法》|title|办法|art-3|\n" },
    /* Links the author wrote. */
    { "[示例办法](example-policy#art-3)\n", "示例办法|link|example-policy#art-3||\n" },
    { "[**示例** `a`](example-policy)\n", "<strong>示例</strong> `a`|link|example-policy||\n" },
    { "[示例办法](example-policy)第三条\n", "示例办法第三条|link|example-policy|art-3|\n" },
    { "[《甲》](a)和[](b)\n", "《甲》|link|a||\n" },
    { "`《甲》`\n", "《甲》|title|甲||\n" },
    { "一、《甲》\n", "《甲》|title|甲||sec-1\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Parsed) parsed = parse (cases[i].markdown);
    assert_lines (mentions (parsed), cases[i].mentions);
    assert_lines (problems (parsed), "");
  }
}

/* Clauses of other documents are neither linked nor missed here. */
static void
test_not_own (void)
{
  static const char *const sentences[] = {
    "《示例规定》第三十条",
    "《示例规定》第三十条、第三十一条",
    "《示例规定》（示府〔2020〕1号）第三十条",
    "民法典第二百零二条",
    "行政许可法第三十条",
    "示例条例第三十条",
    "示例管理办法（2020）第三十条",
    "该办法第三十条",
    "本市示例办法第三十条",
    "[示例](x)第三十条",
    "《示例规定》第二条、第三条和第四条",
    /* Whatever joins the list, and with spaces around that. */
    "《示例规定》第二条以及第三条或者第四条",
    "《示例规定》第二条、 第三条、　第四条",
    "《示例规定》第二条 和 第三条",
    "《示例规定》的 第二条",
    "《示例规定》 中 第二条",
    "《示例规定》第二条第一款以及第三条第（一）项",
    "股东符合公司法第三条规定的",
    "依照刑法分则第二章",
    "民法通则第一条",
    "《中华人民共和国民法典》第二编第一章",
    "企业所得税法第一条所称资产的净值和第三条所称财产净值",
    "公司法第一条规定的，警告；违反第三条的，罚款",
    "资本管理办法第三条",
    "修订前的第三条",
    "示例。第三条 示例",
  };
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_autofree char *source = around (sentences[i]);
    g_autoptr (Parsed) parsed = parse (source);
    assert_lines (references (parsed), "");
    assert_lines (problems (parsed), "");
  }
}

static void
test_write (void)
{
  g_autoptr (Parsed) parsed
    = parse ("第一条　依照第二条和《甲\\<b>》（示府〔2020〕1号）、[乙](other)。\n\n第二条　丙。\n");
  const GbText *text = parsed->text;
  g_assert_cmpuint (text->n_mentions, ==, 3);
  gsize before = 0;
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpuint (text->mentions[i].start, >=, before);
    g_assert_cmpuint (text->mentions[i].end, >, text->mentions[i].start);
    before = text->mentions[i].end;
  }
  static const char start[] = "<section class=\"article\" id=\"art-1\"><p>"
                              "<a class=\"num\" href=\"#art-1\">第一条</a>　依照"
                              "<a class=\"ref\" href=\"#art-2\">第二条</a>和";
  static const char rest[] = "。</p>\n</section>\n<section class=\"article\" id=\"art-2\"><p>"
                             "<a class=\"num\" href=\"#art-2\">第二条</a>　丙。</p>\n</section>\n";
  g_autoptr (GString) out = g_string_new ("");
  gb_text_write (text, NULL, NULL, out);
  g_autofree char *plain
    = g_strconcat (start, "《甲&lt;b&gt;》（示府〔2020〕1号）、乙", rest, NULL);
  g_assert_cmpstr (out->str, ==, plain);
  g_assert_cmpstr (text->html, ==, plain);

  static const char *const hrefs[] = { "../a/?x=1&y=2", NULL, "../c/" };
  g_string_truncate (out, 0);
  gb_text_write (text, hrefs, NULL, out);
  g_autofree char *linked
    = g_strconcat (start,
                   "<a class=\"doc\" href=\"../a/?x=1&amp;y=2\">《甲&lt;b&gt;》</a>"
                   "（示府〔2020〕1号）、<a class=\"doc\" href=\"../c/\">乙</a>",
                   rest, NULL);
  g_assert_cmpstr (out->str, ==, linked);

  /* Behind an article, whatever is linked in it; other units have no notes. */
  g_autofree const char **notes = g_new0 (const char *, text->n_units);
  for (guint i = 0; i < text->n_units; i++)
    notes[i] = strcmp (text->units[i].anchor, "art-1") == 0 ? "\n<i>1</i>" : "\n<i>2</i>";
  g_string_truncate (out, 0);
  gb_text_write (text, hrefs, notes, out);
  g_auto (GStrv) articles = g_strsplit (linked, "</section>\n", -1);
  g_assert_cmpuint (g_strv_length (articles), ==, 3);
  g_autofree char *noted = g_strconcat (articles[0], "</section>\n<i>1</i>\n", articles[1],
                                        "</section>\n<i>2</i>\n", NULL);
  g_assert_cmpstr (out->str, ==, noted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/own", test_own);
  g_test_add_func ("/reference/broken", test_broken);
  g_test_add_func ("/reference/scopes", test_scopes);
  g_test_add_func ("/reference/run-on", test_run_on);
  g_test_add_func ("/reference/annexes", test_annexes);
  g_test_add_func ("/reference/lists", test_lists);
  g_test_add_func ("/reference/books", test_books);
  g_test_add_func ("/reference/others", test_others);
  g_test_add_func ("/reference/not-own", test_not_own);
  g_test_add_func ("/reference/write", test_write);
  return g_test_run ();
}
