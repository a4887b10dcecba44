/* Tables: pipe tables, table blocks with merged cells, totals that hold and totals that do not. */
#include "../text/fixture.h"

static void
check (const char *markdown, const char *html, const char *expected_problems)
{
  g_autoptr (Parsed) parsed = parse (markdown);
  assert_lines (problems (parsed), expected_problems);
  g_assert_cmpstr (parsed->text->html, ==, html);
}

static void
test_pipes (void)
{
  check ("| 指标 | 分值 | 说明 |\n| :--- | ---: | :-: |\n| 基础 | 60 | 甲 |\n| 潜力 | 40% | 乙 |\n",
         "<div class=\"table\"><table><thead>\n<tr><th scope=\"col\">指标</th>"
         "<th scope=\"col\">分值</th><th scope=\"col\" class=\"center\">说明</th></tr></thead>"
         "<tbody>\n<tr><td>基础</td><td class=\"num\">60</td><td class=\"center\">甲</td></tr>\n"
         "<tr><td>潜力</td><td class=\"num\">40%</td><td class=\"center\">乙</td></tr></tbody>"
         "</table></div>\n",
         "");
  /* Without pipes at the ends; markup and escapes in cells. */
  check ("甲 | 乙\n--- | ---\n**粗** `a\\|b` | x \\| y & <z>\n",
         "<div class=\"table\"><table><thead>\n<tr><th scope=\"col\">甲</th>"
         "<th scope=\"col\">乙</th></tr></thead><tbody>\n<tr><td><strong>粗</strong> "
         "`a|b`</td><td>x | y &amp; </td></tr></tbody></table></div>\n",
         "3:25 !raw-html");
  check ("| 甲 |\n|---|\n",
         "<div class=\"table\"><table><thead>\n<tr><th scope=\"col\">甲</th>"
         "</tr></thead></table></div>\n",
         "");
  /* What is in a cell is no list, heading or article. */
  check ("| 甲 |\n|---|\n| - *a* |\n| 第一条　x |\n",
         "<div class=\"table\"><table><thead>\n<tr><th scope=\"col\">甲</th></tr></thead><tbody>\n"
         "<tr><td>- *a*</td></tr>\n<tr><td>第一条　x</td></tr></tbody></table></div>\n",
         "");
  /* References inside cells. */
  check ("第一条　依照下表：\n\n| 甲 |\n|---|\n| 第一条，《乙》 |\n",
         "<section class=\"article\" id=\"art-1\"><p><a class=\"num\" href=\"#art-1\">第一条</a>　"
         "依照下表：</p>\n<div class=\"table\"><table><thead>\n<tr><th scope=\"col\">甲</th></tr>"
         "</thead><tbody>\n<tr><td><a class=\"ref\" href=\"#art-1\">第一条</a>，《乙》</td></tr>"
         "</tbody></table></div>\n</section>\n",
         "");
  /* No table. */
  check ("甲 | 乙\n丙 | 丁\n", "<p>甲 | 乙丙 | 丁</p>\n", "");
}

static void
test_ragged_pipes (void)
{
  check ("| 甲 | 乙 |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n", "",
         "3:1 !table-shape\n4:1 !table-shape");
  check ("| 甲 | 乙 | 丙 |\n|---|---|\n| 1 | 2 |\n", "", "1:1 !table-shape");
  GString *wide = g_string_new ("|");
  for (int i = 0; i < 65; i++)
    g_string_append (wide, "a|");
  g_string_append (wide, "\n|");
  for (int i = 0; i < 65; i++)
    g_string_append (wide, "-|");
  g_string_append_c (wide, '\n');
  check (wide->str, "", "2:1 !table-shape");
  g_string_free (wide, TRUE);
}

static void
test_block (void)
{
  check ("```table\n"
         "caption: 示例评价指标\n"
         "unit: 分\n"
         "columns: [一级指标, 权重, 二级指标, 分值]\n"
         "rows:\n"
         "  - [{text: 基础, rows: 2}, {text: 50, rows: 2}, 企业总数, 20]\n"
         "  - [产值 < 规模, 30]\n"
         "  - [潜力, 50, \"见 **附件**\", 50]\n"
         "total: [合计, 100, \"\", \"\"]\n"
         "sums: [权重, 分值]\n"
         "parts: {权重: 分值}\n"
         "note: 备注：示例。\n"
         "```\n",
         "<div class=\"table\"><table><caption>示例评价指标（单位：分）</caption><thead>\n"
         "<tr><th scope=\"col\">一级指标</th><th scope=\"col\">权重</th><th scope=\"col\">二级指标"
         "</th><th scope=\"col\">分值</th></tr></thead><tbody>\n"
         "<tr><th scope=\"row\" rowspan=\"2\">基础</th><td rowspan=\"2\" class=\"num\">50</td>"
         "<td>企业总数</td><td class=\"num\">20</td></tr>\n"
         "<tr><td>产值 &lt; 规模</td><td class=\"num\">30</td></tr>\n"
         "<tr><td>潜力</td><td class=\"num\">50</td><td>见 <strong>附件</strong></td>"
         "<td class=\"num\">50</td></tr></tbody><tfoot>\n"
         "<tr><th scope=\"row\">合计</th><td class=\"num\">100</td><td></td><td></td></tr></tfoot>"
         "</table><p class=\"note\">备注：示例。</p></div>\n",
         "");
  /* Header rows with spans; cells that are heads. */
  check ("```table\n"
         "unit: 万元\n"
         "columns:\n"
         "  - [{text: 镇街, rows: 2}, {text: 资助, cols: 2}]\n"
         "  - [首期, 二期]\n"
         "rows:\n"
         "  - [{text: 示例镇, head: true}, 1, 2]\n"
         "```\n",
         "<div class=\"table\"><table><caption>单位：万元</caption><thead>\n"
         "<tr><th scope=\"col\" rowspan=\"2\">镇街</th><th scope=\"col\" colspan=\"2\">资助</th>"
         "</tr>\n<tr><th scope=\"col\">首期</th><th scope=\"col\">二期</th></tr></thead><tbody>\n"
         "<tr><th scope=\"row\">示例镇</th><td class=\"num\">1</td><td class=\"num\">2</td></tr>"
         "</tbody></table></div>\n",
         "");
  /* A header cell that goes on beside the body. */
  check ("```table\n"
         "columns: [{text: 评价, rows: 3}, 指标, 分值]\n"
         "rows:\n  - [甲, 60]\n  - [乙, 40]\n"
         "total: [{text: 合计, cols: 2}, 100]\n"
         "sums: [分值]\n"
         "```\n",
         "<div class=\"table\"><table><tbody>\n"
         "<tr><th scope=\"row\" rowspan=\"3\">评价</th><th scope=\"col\">指标</th>"
         "<th scope=\"col\">分值</th></tr>\n"
         "<tr><td>甲</td><td class=\"num\">60</td></tr>\n<tr><td>乙</td><td class=\"num\">40</td>"
         "</tr></tbody><tfoot>\n<tr><th scope=\"row\" colspan=\"2\">合计</th>"
         "<td class=\"num\">100</td></tr></tfoot></table></div>\n",
         "");
}

/* Each is the body of a table block; its first line is line 2 of the file. */
static void
test_shapes (void)
{
  static const struct {
    const char *table;
    const char *problems;
  } cases[] = {
    /* A span that goes on below, so that the next row is too wide. */
    { "columns: [甲, 乙]\nrows:\n  - [{text: a, rows: 2}, b]\n  - [c, d]\n", "5:9 !table-shape" },
    /* A wide cell under a tall one. */
    { "columns: [甲, 乙, 丙]\nrows:\n  - [a, {text: b, rows: 2}, c]\n  - [{text: d, cols: 2}, e]\n",
      "5:6 !table-shape" },
    /* Beyond the last row, and beyond the last column. */
    { "columns: [甲, 乙]\nrows:\n  - [{text: a, rows: 2}, b]\n", "4:6 !table-shape" },
    { "columns: [甲, 乙]\nrows:\n  - [a, {text: b, cols: 2}]\n", "4:9 !table-shape" },
    /* Ragged rows: all of them. */
    { "columns: [甲, 乙]\nrows:\n  - [a]\n  - [b, c]\n  - [d, e, f]\n",
      "4:5 !table-shape\n6:12 !table-shape" },
    { "columns: [甲, 乙]\nrows: [[a, b]]\ntotal: [c]\n", "4:8 !table-shape" },
    /* A span into the total row. */
    { "columns: [甲, 乙]\nrows:\n  - [{text: a, rows: 2}, b]\ntotal: [c]\n",
      "4:6 !table-shape\n5:8 !table-shape" },
    { "columns: [[甲, {text: 乙, rows: 2}], [丙, 丁]]\nrows: []\n", "2:40 !table-shape" },
    { "rows: [[a]]\n", "2:1 !table-shape" },
    { "columns: [甲]\n", "2:1 !table-shape" },
    { "columns: []\nrows: []\n", "2:10 !table-shape" },
    { "columns: [甲]\nrows: [a]\n", "3:8 !table-shape" },
    { "columns: [甲]\nrows: [[[a]]]\n", "3:9 !table-shape" },
    { "columns: [甲]\nrows: [[{rows: 1}]]\n", "3:9 !table-shape" },
    { "columns: [甲]\nrows: [[{text: a, rows: 0}]]\n", "3:25 !table-shape" },
    { "columns: [甲]\nrows: [[{text: a, cols: -1}]]\n", "3:25 !table-shape" },
    { "columns: [甲]\nrows: [[{text: a, cols: 99999999999}]]\n", "3:25 !table-shape" },
    { "columns: [{text: a, cols: 65}]\nrows: []\n", "2:10 !table-shape" },
    { "columns: [甲]\nrows: [[{text: a, head: maybe}]]\n", "3:25 !table-shape" },
    { "columns: [甲]\nrows: [[{text: a, span: 2}]]\n", "3:19 !unknown-key" },
    { "columns: [甲]\nrows: [[a]]\nsum: [甲]\n", "4:1 !unknown-key" },
    { "columns: [甲]\nrows: [[a]]\nsums: 甲\n", "4:7 !table-shape" },
    { "columns: [甲]\nrows: [[a]]\nparts: [甲]\n", "4:8 !table-shape" },
    { "columns: [甲]\nrows: [[1]]\ntotal: [1]\nsums: [乙]\n", "5:8 !table-shape" },
    { "columns: [甲, 甲]\nrows: [[1, 1]]\ntotal: [1, 1]\nsums: [甲]\n", "5:8 !table-shape" },
    { "columns: [甲]\nrows: [[a]]\ncaption: [b]\n", "4:10 !table-shape" },
    { "甲\n", "2:1 !table-shape" },
    { "", "2:1 !table-shape" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *markdown = g_strdup_printf ("```table\n%s```\n", cases[i].table);
    g_autoptr (Parsed) parsed = parse (markdown);
    assert_lines (problems (parsed), cases[i].problems);
  }
  /* What is no YAML is reported by its reader, with the line of the file. */
  g_autoptr (Parsed) parsed = parse ("甲\n\n```table\ncolumns: [甲\nrows: []\n```\n");
  g_assert_cmpuint (gb_diagnostics_errors (parsed->diagnostics), ==, 1);
  g_assert_cmpuint (gb_diagnostics_get (parsed->diagnostics, 0)->place.line, >=, 4);
}

static void
check_totals (const char *table, const char *expected_problems, const char *message)
{
  g_autofree char *markdown = g_strdup_printf ("```table\n%s```\n", table);
  g_autoptr (Parsed) parsed = parse (markdown);
  assert_lines (problems (parsed), expected_problems);
  if (message != NULL)
    g_assert_nonnull (strstr (gb_diagnostics_get (parsed->diagnostics, 0)->message, message));
}

static void
test_totals (void)
{
  check_totals ("columns: [甲, 分]\nrows: [[a, 60], [b, 30]]\ntotal: [合计, 100]\nsums: [分]\n",
                "4:13 !table-total", "100, but '分' adds up to 90");
  check_totals ("columns: [甲, 分]\nrows: [[a, 60], [b, 40]]\ntotal: [合计, 100]\nsums: [分]\n", "",
                NULL);
  /* Decimals, thousands, per cent, negative figures; words are not counted. */
  check_totals ("columns: [甲, 分]\nrows: [[a, \"1,234.50\"], [b, 0.1], [c, 0.2], [d, \"-0.3\"], "
                "[e, 另计]]\ntotal: [合计, \"1,234.5\"]\nsums: [分]\n",
                "", NULL);
  check_totals ("columns: [甲, 分]\nrows: [[a, 0.1], [b, 0.25]]\ntotal: [合计, 0.36]\nsums: [分]\n",
                "4:13 !table-total", "adds up to 0.35");
  check_totals ("columns: [甲, 分]\nrows: [[a, 60%], [b, 40%]]\ntotal: [合计, 100%]\nsums: [分]\n",
                "", NULL);
  /* A merged figure counts once. */
  check_totals ("columns: [甲, 分]\nrows: [[a, {text: 60, rows: 2}], [b], [c, 40]]\n"
                "total: [合计, 100]\nsums: [分]\n",
                "", NULL);
  /* Where the total row prints one figure only, it holds for every column named. */
  check_totals ("columns: [甲, 重, 乙, 分]\nrows: [[a, 60, b, 60], [c, 40, d, 40]]\n"
                "total: [{text: 合计, cols: 2}, 100, \"\"]\nsums: [重, 分]\n",
                "", NULL);
  check_totals ("columns: [甲, 重, 乙, 分]\nrows: [[a, 60, b, 60], [c, 40, d, 30]]\n"
                "total: [合计, 100, \"\", \"\"]\nsums: [重, 分]\n",
                "4:13 !table-total", "'分' adds up to 90");
  check_totals ("columns: [甲, 分]\nrows: [[a, 60]]\ntotal: [合计, 见上]\nsums: [分]\n",
                "5:8 !table-total", "no figure");
  check_totals ("columns: [甲, 重, 分]\nrows: [[a, 60, 1]]\ntotal: [1, 60, \"\"]\nsums: [分]\n",
                "5:8 !table-total", "no figure");
  check_totals ("columns: [甲, 分]\nrows: [[a, 60]]\nsums: [分]\n", "4:8 !table-total",
                "no figure");
  /* Parts: the figure beside them is their sum. */
  check_totals ("columns: [重, 分]\nrows: [[{text: 50, rows: 2}, 20], [20], [10, 10]]\n"
                "parts: {重: 分}\n",
                "3:9 !table-total", "says 50, but '分' beside it adds up to 40");
  /* No sum overflows. */
  check_totals ("columns: [分]\nrows: [[999999999999], [999999999999], [999999999999], "
                "[999999999999], [999999999999], [999999999999], [999999999999], [999999999999], "
                "[999999999999], [999999999999]]\ntotal: [1]\nsums: [分]\n",
                "4:9 !table-total", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/pipes", test_pipes);
  g_test_add_func ("/table/ragged-pipes", test_ragged_pipes);
  g_test_add_func ("/table/block", test_block);
  g_test_add_func ("/table/shapes", test_shapes);
  g_test_add_func ("/table/totals", test_totals);
  return g_test_run ();
}
