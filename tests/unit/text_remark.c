/* What looks wrong in how a text is written, and what only looks like it. */
#include "../text/fixture.h"

typedef struct {
  const char *text;
  const char *said; /* of torn-line, tabbed-table, footnote and unclear-picture */
} Case;

static const Case cases[] = {
  /* A sentence goes on in the next paragraph. */
  { "第一条　为了促进试点工作，根据有关法律、法规，结合本市实际，制\n\n定本办法。\n",
    "1:32 torn-line" },
  { "市工业局负责试点的组织、指导和监督，区工业局负责\n\n本辖区的试点工作。\n", "1:25 torn-line" },
  { "试点企业应当在每年三月底以前，\n\n向市工业局报送年度报告。\n", "1:16 torn-line" },
  { "试点企业应当向市工业局、区工业局、\n\n（以下统称主管部门）报告。\n", "1:18 torn-line" },
  { "试点企业应当报送年度报告\n\n，逾期不报的予以通报。\n", "1:13 torn-line" },
  { "具体办法按照《示例市试点\n\n》执行。\n", "1:13 torn-line" },
  { "甲方应当，\n折成两行写的，仍是一段，后半句在\n\n下一段。\n", "2:17 torn-line" },
  { "试点企业应当遵守法律，并\n\n在三月底以前，向市工业局\n\n报送报告。\n",
    "1:13 torn-line\n3:13 torn-line" },
  { "本办法适用于经市工业局认定\n\n的企业。\n", "1:14 torn-line" },
  { "第三条　试点企业应当报送年度报告\n\n以及其他材料。\n", "1:17 torn-line" },
  /* Captions, titles, lists, signatures, wrapped lines and verses are whole. */
  { "示例市工业局关于印发《示例市试点管理办法》的通知\n\n为规范管理，现印发给你们。\n", "" },
  { "（一）支持企业加大技术改造投入力度\n\n对符合条件的企业，给予奖励。\n", "" },
  { "# 支持企业加大投入，提升能力\n\n对符合条件的企业给予奖励。\n", "" },
  { "有下列情形之一的，不予受理\n\n（一）材料不全；\n\n（二）逾期。\n", "" },
  { "各区工业局，市有关单位\n\n现将有关事项通知如下：\n", "" },
  { "示例市工业局\n\n2024年1月2日\n", "" },
  { "第一条　为了规范管理，根据有关规定，\n制定本办法。\n\n第二条　施行。\n", "" },
  { "春风化雨，\n\n润物无声，\n\n携手同行。\n", "" },
  { "不忘初心，牢记使命，砥砺前行\n\n继往开来，开拓创新，再创新篇\n", "" },
  { "示例甲电子科技有限公司\n\n示例乙电子科技有限公司\n\n示例丙电子科技有限公司\n", "" },
  { "应纳税额的计算公式为：\n\n应纳税额＝价格×税率\n\n前款所称价格，由市工业局核定。\n", "" },
  { "```table\ncolumns: [甲, 乙]\nrows:\n  - [一二三四五六七八九十一二，, 乙]\n\n```\n\n丙。\n",
    "" },
  /* A table pasted with tabs. */
  { "序号\t企业\t金额\n1\t示例甲\t5\n2\t示例乙\t3\n", "1:1 tabbed-table" },
  { "说明。\n\n序号\t企业\t金额\n\n1\t示例甲\t5\n", "3:1 tabbed-table" },
  { "企业\t金额\n示例甲\t5\n示例乙\t3\n", "1:1 tabbed-table" },
  { "年度\t\t金额\n2023\t甲\t5\n", "1:1 tabbed-table" },
  /* Tabs that part no cells. */
  { "\t第一条　甲。\n\n\t第二条　乙。\n\n\t第三条　丙。\n", "" },
  { "第一条\t甲。\n\n第二条\t乙。\n\n第三条\t丙。\n", "" },
  { "（一）\t甲；\n（二）\t乙；\n（三）\t丙。\n", "" },
  { "甲方（盖章）\t乙方（盖章）\n2024年\t2024年\n", "" },
  { "| 甲\t乙 | 丙 |\n| --- | --- |\n| 1\t2 | 3 |\n", "" },
  /* Footnotes of Markdown. */
  { "第一条　企业[^1]应当报告。\n\n[^1]: 指规模以上企业。\n", "1:7 !footnote\n3:1 !footnote" },
  { "企业[^注1]。\n", "1:3 !footnote" },
  { "企业[^a]和[^b]。\n", "1:3 !footnote\n1:8 !footnote" },
  { "| 甲[^2] |\n| --- |\n| 乙 |\n", "1:4 !footnote" },
  { "[^note-1]: 指规模以上企业。\n", "1:1 !footnote" },
  /* Pictures that are none. */
  { "见![图](图 1.png)。\n", "1:2 unclear-picture" },
  { "![图](a.png \"标题\")\n", "1:1 unclear-picture" },
  { "| 图 |\n| --- |\n| ![图](<a b.png>) |\n", "3:3 unclear-picture" },
  { "![图](a.png)、![](图%201.png)、[![图](a.png)](b)\n", "" },
  { "注意![1]、！[2](3)、![甲]（乙）\n", "" },
  /* Words in brackets. */
  { "企业[1]、[注1]、〔2〕、［^1］、[^]、[^ 1]、a^[1]。\n\n[注1]: 数据为2023年口径。\n", "" },
  { "编号应当符合[^0-9]的格式。\n", "" },
  { "见[^1](https://example.invalid)。\n", "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Parsed) parsed = parse (cases[i].text);
    g_autofree char *all = problems (parsed);
    g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
    g_autoptr (GString) said = g_string_new (NULL);
    for (guint k = 0; lines[k] != NULL; k++)
      if (g_str_has_suffix (lines[k], "torn-line") || g_str_has_suffix (lines[k], "tabbed-table")
          || g_str_has_suffix (lines[k], "footnote")
          || g_str_has_suffix (lines[k], "unclear-picture"))
        g_string_append_printf (said, "%s%s", said->len > 0 ? "\n" : "", lines[k]);
    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (said->str, ==, cases[i].said);
  }
}

/* Ten of a kind are enough. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < 15; i++)
    g_string_append (text, "试点企业应当遵守法律法规，并在三月\n\n底以前报送。\n\n");
  g_autoptr (Parsed) parsed = parse (text->str);
  g_assert_cmpuint (gb_diagnostics_count (parsed->diagnostics), ==, 10);
}

/* A page of content/pages is CommonMark. */
static void
test_page (void)
{
  g_autoptr (Parsed) parsed = parse_as ("甲[^1]。\n\n一\t二\t三\n四\t五\t六\n", TRUE);
  assert_lines (problems (parsed), "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remark/cases", test_cases);
  g_test_add_func ("/remark/many", test_many);
  g_test_add_func ("/remark/page", test_page);
  return g_test_run ();
}
