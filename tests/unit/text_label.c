/* Labels: every way officials write them, and the sentences that only begin alike. */
#include "text/label.h"

#include <string.h>

static void
test_labels (void)
{
  static const struct {
    const char *text;
    gboolean heading;
    GbLabelKind kind;
    int number;
    int suffix;
    const char *label; /* as written */
    const char *rest;  /* behind it */
  } cases[] = {
    { "第一条　为了", FALSE, GB_LABEL_ARTICLE, 1, 0, "第一条", "为了" },
    { "第十四条 认定程序：", FALSE, GB_LABEL_ARTICLE, 14, 0, "第十四条", "认定程序：" },
    { "　　第十四条　认定", FALSE, GB_LABEL_ARTICLE, 14, 0, "第十四条", "认定" },
    { "第 14 条 认定", FALSE, GB_LABEL_ARTICLE, 14, 0, "第 14 条", "认定" },
    { "第１４条　认定", FALSE, GB_LABEL_ARTICLE, 14, 0, "第１４条", "认定" },
    { "第一百零三条　认定", FALSE, GB_LABEL_ARTICLE, 103, 0, "第一百零三条", "认定" },
    { "第一千二百六十条　本法", FALSE, GB_LABEL_ARTICLE, 1260, 0, "第一千二百六十条", "本法" },
    { "第十二条之一　认定", FALSE, GB_LABEL_ARTICLE, 12, 1, "第十二条之一", "认定" },
    { "第十二条之十一　认定", FALSE, GB_LABEL_ARTICLE, 12, 11, "第十二条之十一", "认定" },
    { "第三条", FALSE, GB_LABEL_ARTICLE, 3, 0, "第三条", "" },
    { "第三条：本办法", FALSE, GB_LABEL_ARTICLE, 3, 0, "第三条", "：本办法" },
    { "第三条（适用范围）", FALSE, GB_LABEL_ARTICLE, 3, 0, "第三条", "（适用范围）" },
    { "第三条【适用范围】", FALSE, GB_LABEL_ARTICLE, 3, 0, "第三条", "【适用范围】" },
    { "第三条适用范围", TRUE, GB_LABEL_ARTICLE, 3, 0, "第三条", "适用范围" },
    { "第二章　总　则", FALSE, GB_LABEL_CHAPTER, 2, 0, "第二章", "总　则" },
    { "第二章培育", TRUE, GB_LABEL_CHAPTER, 2, 0, "第二章", "培育" },
    { "第三节 复核", FALSE, GB_LABEL_DIVISION, 3, 0, "第三节", "复核" },
    { "第一编 总则", FALSE, GB_LABEL_BOOK, 1, 0, "第一编", "总则" },
    { "第二分编　担保", FALSE, GB_LABEL_SUBBOOK, 2, 0, "第二分编", "担保" },
    { "第一部分：基础", FALSE, GB_LABEL_PART, 1, 0, "第一部分", "：基础" },
    { "一、发展目标", FALSE, GB_LABEL_SECTION, 1, 0, "一、", "发展目标" },
    { "十二、附则", FALSE, GB_LABEL_SECTION, 12, 0, "十二、", "附则" },
    { "（一）组织", FALSE, GB_LABEL_ITEM, 1, 0, "（一）", "组织" },
    { "(一)组织", FALSE, GB_LABEL_ITEM, 1, 0, "(一)", "组织" },
    { "（一)组织", FALSE, GB_LABEL_ITEM, 1, 0, "（一)", "组织" },
    { "(二) 具有", FALSE, GB_LABEL_ITEM, 2, 0, "(二)", "具有" },
    { "（一）项目申报", FALSE, GB_LABEL_ITEM, 1, 0, "（一）", "项目申报" },
    { "（ 十一 ）其他", FALSE, GB_LABEL_ITEM, 11, 0, "（ 十一 ）", "其他" },
    { "1.省级", FALSE, GB_LABEL_POINT, 1, 0, "1.", "省级" },
    { "1. 省级", FALSE, GB_LABEL_POINT, 1, 0, "1.", "省级" },
    { "1．省级", FALSE, GB_LABEL_POINT, 1, 0, "1．", "省级" },
    { "1、省级", FALSE, GB_LABEL_POINT, 1, 0, "1、", "省级" },
    { "1·省级", FALSE, GB_LABEL_POINT, 1, 0, "1·", "省级" },
    { "１．省级", FALSE, GB_LABEL_POINT, 1, 0, "１．", "省级" },
    { "12.其他", FALSE, GB_LABEL_POINT, 12, 0, "12.", "其他" },
    { "2、2023年", FALSE, GB_LABEL_POINT, 2, 0, "2、", "2023年" },
    { "（1）直接", FALSE, GB_LABEL_BRACKET, 1, 0, "（1）", "直接" },
    { "(1)直接", FALSE, GB_LABEL_BRACKET, 1, 0, "(1)", "直接" },
    { "1）直接", FALSE, GB_LABEL_BRACKET, 1, 0, "1）", "直接" },
    { "②直接", FALSE, GB_LABEL_CIRCLE, 2, 0, "②", "直接" },
    { "⒏其他", FALSE, GB_LABEL_POINT, 8, 0, "⒏", "其他" },
    { "⒈ 省级", FALSE, GB_LABEL_POINT, 1, 0, "⒈", "省级" },
    { "⒛省级", FALSE, GB_LABEL_POINT, 20, 0, "⒛", "省级" },
    { "⑴直接", FALSE, GB_LABEL_BRACKET, 1, 0, "⑴", "直接" },
    { "⑿直接", FALSE, GB_LABEL_BRACKET, 12, 0, "⑿", "直接" },
    { "㈠组织", FALSE, GB_LABEL_ITEM, 1, 0, "㈠", "组织" },
    { "㈩组织", FALSE, GB_LABEL_ITEM, 10, 0, "㈩", "组织" },
    { "㉑直接", FALSE, GB_LABEL_CIRCLE, 21, 0, "㉑", "直接" },
    { "廿一、组织", FALSE, GB_LABEL_SECTION, 21, 0, "廿一、", "组织" },
    { "（卅）组织", FALSE, GB_LABEL_ITEM, 30, 0, "（卅）", "组织" },
    { "第一三二条　认定", FALSE, GB_LABEL_ARTICLE, 132, 0, "第一三二条", "认定" },
    { "第105条 认定", FALSE, GB_LABEL_ARTICLE, 105, 0, "第105条", "认定" },
    { "Ⅰ、总体", FALSE, GB_LABEL_ROMAN, 1, 0, "Ⅰ、", "总体" },
    { "Ⅻ. 总体", FALSE, GB_LABEL_ROMAN, 12, 0, "Ⅻ.", "总体" },
    { "ⅳ．总体", FALSE, GB_LABEL_ROMAN, 4, 0, "ⅳ．", "总体" },
    { "III. 总体", FALSE, GB_LABEL_ROMAN, 3, 0, "III.", "总体" },
    { "(ii)总体", FALSE, GB_LABEL_ROMAN, 2, 0, "(ii)", "总体" },
    { "A.省级", FALSE, GB_LABEL_LETTER, 1, 0, "A.", "省级" },
    { "B、省级", FALSE, GB_LABEL_LETTER, 2, 0, "B、", "省级" },
    { "Z. 省级", FALSE, GB_LABEL_LETTER, 26, 0, "Z.", "省级" },
    { "c. 省级", FALSE, GB_LABEL_SMALL, 3, 0, "c.", "省级" },
    { "(a)省级", FALSE, GB_LABEL_SMALL, 1, 0, "(a)", "省级" },
    { "（b）省级", FALSE, GB_LABEL_SMALL, 2, 0, "（b）", "省级" },
    { "（C）省级", FALSE, GB_LABEL_SMALL, 3, 0, "（C）", "省级" },
    { "d）省级", FALSE, GB_LABEL_SMALL, 4, 0, "d）", "省级" },
    { "⒜省级", FALSE, GB_LABEL_SMALL, 1, 0, "⒜", "省级" },
    { "Ａ．省级", FALSE, GB_LABEL_LETTER, 1, 0, "Ａ．", "省级" },
    { "（Ⅱ）省级", FALSE, GB_LABEL_ROMAN, 2, 0, "（Ⅱ）", "省级" },
    { "（一）（1）省级", FALSE, GB_LABEL_ITEM, 1, 0, "（一）", "（1）省级" },
    { "1、2项发明", FALSE, GB_LABEL_POINT, 1, 0, "1、", "2项发明" },
    { "1.1 目的", FALSE, GB_LABEL_DECIMAL, 1, 0, "1.1", "目的" },
    { "1.12依据", FALSE, GB_LABEL_DECIMAL, 12, 0, "1.12", "依据" },
    { "2．3．1　范围", FALSE, GB_LABEL_DECIMAL, 1, 0, "2．3．1", "范围" },
    { "1.1. 目的", FALSE, GB_LABEL_DECIMAL, 1, 0, "1.1.", "目的" },
    { "（三）项目申报", FALSE, GB_LABEL_ITEM, 3, 0, "（三）", "项目申报" },
    { "（一）、组织", FALSE, GB_LABEL_ITEM, 1, 0, "（一）", "、组织" },
    { "附件1", FALSE, GB_LABEL_ANNEX, 1, 0, "附件1", "" },
    { "附件 2：提纲", FALSE, GB_LABEL_ANNEX, 2, 0, "附件 2", "：提纲" },
    { "附件一　提纲", FALSE, GB_LABEL_ANNEX, 1, 0, "附件一", "提纲" },
    { "附件：提纲", FALSE, GB_LABEL_ANNEX, 1, 0, "附件", "：提纲" },
    { "附　件：提纲", FALSE, GB_LABEL_ANNEX, 1, 0, "附　件", "：提纲" },
    { "附件1-2 样表", FALSE, GB_LABEL_ANNEX, 1, 2, "附件1-2", "样表" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *text = cases[i].text;
    gsize length = strlen (text);
    GbLabel label = { 0 };
    g_assert_true (gb_label_read (text, length, cases[i].heading, 0, &label));
    g_assert_cmpint (label.kind, ==, cases[i].kind);
    g_assert_cmpint (label.number, ==, cases[i].number);
    g_assert_cmpint (label.suffix, ==, cases[i].suffix);
    g_autofree char *words = g_strndup (text + label.start, label.end - label.start);
    g_assert_cmpstr (words, ==, cases[i].label);
    g_assert_cmpstr (text + label.next, ==, cases[i].rest);
  }
}

static void
test_sentences (void)
{
  static const char *const cases[] = {
    "",
    "　　",
    "第十四条规定的程序",
    "第十四条（三）的程序",
    "第三条规定的程序",
    "第三条所称企业，是指",
    "第三条至第五条",
    "第三条、第四条规定",
    "第三条、四条规定",
    "第三条，第四条规定",
    "第三条和本办法第五条",
    "第三条第二款规定",
    "第三条款项",
    "第三条之规定",
    "第三条中规定的程序",
    "第三条是关于资金的条文",
    "第一条生产线",
    "第二条高铁通车",
    "第三条建议",
    "第三条修改为：",
    "第三条删去第二款",
    "第三条增加一款",
    "第三条—第五条",
    "第三条及附件1",
    "第三条明确了资金",
    "第三条（资助对象）规定的",
    "第二条（一）项规定",
    "第二条（一）规定的",
    "第二条（一）至（三）项",
    "第一章的规定",
    "第一节课",
    "第一编辑部",
    "第三方机构",
    "第一章规定",
    "第零条　没有",
    "第一百五条　没有",
    "条　没有",
    "一、二等奖各三名",
    "一、二、三产业",
    "一是加强领导",
    "（三）项所述的各项贷款",
    "（一）项",
    "（一）至（三）项所列人员",
    "（一）、（二）项规定的",
    "（一）和（三）项",
    "（二）项以外的",
    "（二）所列人员",
    "(1)至(3)项所列",
    "（一）（二）项所列",
    "（一）项、（二）项规定的",
    "1、2项规定的",
    "1、2、3项所列",
    "一、二款规定的",
    "⑴、(2)项",
    "（联系人）",
    "（1.5）",
    "A股上市公司",
    "A、B两类企业",
    "U.S.",
    "Ⅰ级",
    "Ⅰ、Ⅱ类",
    "e.g. 示例",
    "No.1",
    "(ab)",
    "2.1万元以上",
    "1.5 亿元以上",
    "１．５亿元",
    "1.5倍",
    "1.5～2.0",
    "1.1、1.2",
    "1.05",
    "1.5G",
    "（2023）",
    "1.5亿元以上",
    "1．5亿元",
    "3·15活动",
    "2023年",
    "0.没有",
    "1000.没有",
    "附件的管理",
    "附件1所列",
    "附则",
    "“第一条　引用",
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    GbLabel label = { 0 };
    g_assert_false (gb_label_read (cases[i], strlen (cases[i]), FALSE, 0, &label));
  }
}

/* Labels without a gap: the run of the numbers decides. */
static void
test_tight (void)
{
  static const struct {
    const char *text;
    GbLabelKind kind;
    const char *rest;
    gboolean tight;
    gboolean thing;
  } cases[] = {
    { "第一条为规范管理，制定本办法。", GB_LABEL_ARTICLE, "为规范管理，制定本办法。", TRUE, FALSE },
    { "第二条市局负责。", GB_LABEL_ARTICLE, "市局负责。", TRUE, FALSE },
    { "第三条中小企业应当", GB_LABEL_ARTICLE, "中小企业应当", TRUE, FALSE },
    { "第四条项目申报", GB_LABEL_ARTICLE, "项目申报", TRUE, FALSE },
    { "第六条、庚。", GB_LABEL_ARTICLE, "、庚。", TRUE, FALSE },
    { "第六条，庚。", GB_LABEL_ARTICLE, "，庚。", TRUE, FALSE },
    { "第六条，一年内", GB_LABEL_ARTICLE, "，一年内", TRUE, FALSE },
    { "第二条（一）甲；", GB_LABEL_ARTICLE, "（一）甲；", TRUE, FALSE },
    { "第十二条之一为", GB_LABEL_ARTICLE, "为", TRUE, FALSE },
    { "第三条对符合条件的企业", GB_LABEL_ARTICLE, "对符合条件的企业", TRUE, FALSE },
    { "第二条道路运输企业", GB_LABEL_ARTICLE, "道路运输企业", TRUE, TRUE },
    { "第一章总则", GB_LABEL_CHAPTER, "总则", TRUE, FALSE },
    { "第一节一般规定", GB_LABEL_DIVISION, "一般规定", TRUE, FALSE },
    { "第二编物权", GB_LABEL_BOOK, "物权", TRUE, FALSE },
    { "第二部分任务", GB_LABEL_PART, "任务", TRUE, FALSE },
    { "第二条：市局", GB_LABEL_ARTICLE, "：市局", FALSE, FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    GbLabel label = { 0 };
    g_assert_true (gb_label_read (cases[i].text, strlen (cases[i].text), FALSE, 0, &label));
    g_assert_cmpint (label.kind, ==, cases[i].kind);
    g_assert_cmpint (label.tight, ==, cases[i].tight);
    g_assert_cmpint (label.thing, ==, cases[i].thing);
    g_assert_cmpstr (cases[i].text + label.next, ==, cases[i].rest);
  }
}

/* **第三条**适用范围: where the bold print ends, so does the label. */
static void
test_marked (void)
{
  GbLabel label;
  const char *text = "第三条适用范围";
  g_assert_true (gb_label_read (text, strlen (text), FALSE, strlen ("第三条"), &label));
  g_assert_cmpuint (label.end, ==, strlen ("第三条"));
  g_assert_false (label.tight);
  g_assert_true (gb_label_read (text, strlen (text), FALSE, strlen ("第三条适用"), &label));
  g_assert_true (label.tight);
}

static void
test_captions (void)
{
  static const struct {
    const char *text;
    gboolean caption;
  } cases[] = {
    { "资金用途", TRUE },
    { "认定程序：", TRUE },
    { "承诺函", TRUE },
    { "加强领导，落实责任", TRUE },
    { "", FALSE },
    { "资金使用方案；", FALSE },
    { "本细则由示例局负责解释。", FALSE },
    { "组织申报。由各区推荐", FALSE },
    { "各级主管部门重点围绕以下方面开展工作：", FALSE },
    { "不超过1:0.5", FALSE },
    { "示例一，", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpint (gb_label_is_caption (cases[i].text, strlen (cases[i].text)), ==,
                     cases[i].caption);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/labels", test_labels);
  g_test_add_func ("/label/sentences", test_sentences);
  g_test_add_func ("/label/tight", test_tight);
  g_test_add_func ("/label/marked", test_marked);
  g_test_add_func ("/label/captions", test_captions);
  return g_test_run ();
}
