/* Redlines: what is typography, where rows belong, which characters changed.  Real policies are
 * amended here as an amendment would; what they are amended to is made up. */
#include "../text/redline.h"

/* -- folding -- */

static void
test_fold (void)
{
  static const struct {
    const char *one;
    const char *other;
  } alike[] = {
    { "１２３ＡＢｃ％", "123ABc%" },
    { "甲，乙；丙：丁！戊？", "甲,乙;丙:丁!戊?" },
    { "（一）〔2023〕【示例】", "(一)[2023][示例]" },
    { "“甲”「乙」『丙』", "\"甲\"\"乙\"“丙”" },
    { "〈甲〉", "《甲》" },
    { "甲——乙", "甲-乙" },
    { "甲–乙―丙－丁", "甲-乙-丙-丁" },
    { "甲·乙•丙・丁", "甲·乙·丙·丁" },
    { "甲……", "甲…" },
    { "甲......", "甲…" },
    { "甲乙。", "甲乙." },
    { "1．甲", "1.甲" },
    { "　　自 2021 年 3 月\n起", "自2021年3月起" },
    { "甲\xe2\x80\x8b乙\xef\xbb\xbf丙", "甲乙丙" },
    { "5\xe2\x80\x8b"
      "7",
      "57" },
    { "100㎡，20℃，Ⅳ级", "100m²,20°C,IV级" },
    { "二○二三年", "二〇二三年" },
    { "⽅案", "方案" },
    { "GB/T 15834", "GB/T15834" },
    { "cloud  computing", "cloud　computing" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (alike); i++) {
    g_autoptr (GString) one = g_string_new (NULL);
    g_autoptr (GString) other = g_string_new (NULL);
    gb_fold_append (one, alike[i].one);
    gb_fold_append (other, alike[i].other);
    g_assert_cmpstr (one->str, ==, other->str);
  }
  static const struct {
    const char *one;
    const char *other;
  } different[] = {
    { "七日", "7日" },
    { "甲、乙", "甲；乙" },
    { "甲、乙", "甲，乙" },
    { "甲。", "甲，" },
    { "甲。", "甲；" },
    { "5 7", "57" },
    { "cloud computing", "cloudcomputing" },
    { "10²", "102" },
    { "①", "1" },
    { "产业集群", "產業集群" },
    { "〇", "零" },
    { "（2023）", "〔2023〕" },
    { "3.5", "35" },
    { "1,000", "1000" },
    { "甲—乙", "甲乙" },
    { "APP", "App" },
    { "<甲>", "《甲》" },
    { "甲\xe2\x80\xae乙", "甲乙" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (different); i++) {
    g_autoptr (GString) one = g_string_new (NULL);
    g_autoptr (GString) other = g_string_new (NULL);
    gb_fold_append (one, different[i].one);
    gb_fold_append (other, different[i].other);
    g_assert_cmpstr (one->str, !=, other->str);
  }
}

/* -- characters -- */

static void
test_runs (void)
{
  static const struct {
    const char *old;
    const char *new;
    const char *old_runs;
    const char *new_runs;
  } cases[] = {
    { "", "", "", "" },
    { "", "甲", "", "[+甲+]" },
    { "甲。", "甲。", "甲。", "甲。" },
    /* A number is one whole. */
    { "公示期为5个工作日。", "公示期为7个工作日。", "公示期为[-5-]个工作日。",
      "公示期为[+7+]个工作日。" },
    { "产值30亿元", "产值35亿元", "产值[-30-]亿元", "产值[+35+]亿元" },
    { "不低于32亿元，增速3.5%", "不低于40亿元，增速3.6%", "不低于[-32-]亿元，增速[-3.5-]%",
      "不低于[+40+]亿元，增速[+3.6+]%" },
    { "2021年3月1日", "2022年5月1日", "[-2021-]年[-3-]月1日", "[+2022+]年[+5+]月1日" },
    { "三十五日", "三十日", "[-三十五-]日", "[+三十+]日" },
    { "1,000元", "1,500元", "[-1,000-]元", "[+1,500+]元" },
    { "支持cloud项目", "支持cloudy项目", "支持[-cloud-]项目", "支持[+cloudy+]项目" },
    { "七日", "7日", "[-七-]日", "[+7+]日" },
    /* Edits stand at the borders of what is read together. */
    { "甲、乙、丙。", "甲、乙、丁、丙。", "甲、乙、丙。", "甲、乙、[+丁、+]丙。" },
    { "县（市）。", "县（市）（区）。", "县（市）。", "县（市）[+（区）+]。" },
    { "甲乙；丙乙；", "甲乙；", "甲乙；[-丙乙；-]", "甲乙；" },
    /* Punctuation that changes the sense. */
    { "甲、乙", "甲；乙", "甲[-、-]乙", "甲[+；+]乙" },
    { "甲。乙", "甲，乙", "甲[-。-]乙", "甲[+，+]乙" },
    /* No confetti. */
    { "各镇街制定和完善本地区集群发展规划和专项扶持政策，建立集群培育库，加大引导，加强服务。",
      "市级财政安排奖补资金，对认定的集群给予最高五百万元一次性奖励，具体办法另行制定。",
      "[-各镇街制定和完善本地区集群发展规划和专项扶持政策，建立集群培育库，加大引导，加强服务-]。",
      "[+市级财政安排奖补资金，对认定的集群给予最高五百万元一次性奖励，具体办法另行制定+]。" },
    { "支持企业申报项目。", "支持镇街和企业申报项目，并给予奖励。", "支持企业申报项目。",
      "支持[+镇街和+]企业申报项目[+，并给予奖励+]。" },
    /* Typography beside a change is not a part of it. */
    { "自 2021年起施行（试行)。", "自2022年起施行(试行）。",
      "自[~ ~][-2021-]年起施行[~（~]试行[~)~]。", "自[+2022+]年起施行[~(~]试行[~）~]。" },
    { "１０㎡，甲", "10m²,乙", "[~１０㎡，~][-甲-]", "[~10m²,~][+乙+]" },
    { "项目 | 30 | 甲", "项目 | 25 | 甲", "项目 | [-30-] | 甲", "项目 | [+25+] | 甲" },
  };
  g_autoptr (GbArena) arena = gb_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const GbRun *old_runs;
    const GbRun *new_runs;
    guint n_old;
    guint n_new;
    gboolean differs
      = gb_redline_runs (arena, cases[i].old, cases[i].new, &old_runs, &n_old, &new_runs, &n_new);
    g_assert_cmpint (differs, ==,
                     strpbrk (cases[i].new_runs, "[") != NULL
                       || strpbrk (cases[i].old_runs, "[") != NULL);
    g_autoptr (GString) old_side = g_string_new (NULL);
    g_autoptr (GString) new_side = g_string_new (NULL);
    append_runs (old_side, old_runs, n_old);
    append_runs (new_side, new_runs, n_new);
    g_assert_cmpstr (old_side->str, ==, cases[i].old_runs);
    g_assert_cmpstr (new_side->str, ==, cases[i].new_runs);
  }
  const GbRun *old_runs;
  const GbRun *new_runs;
  guint n_old;
  guint n_new;
  g_assert_false (
    gb_redline_runs (arena, "“甲”——乙…", "「甲」-乙……", &old_runs, &n_old, &new_runs, &n_new));
  g_autoptr (GString) out = g_string_new (NULL);
  append_runs (out, new_runs, n_new);
  g_assert_cmpstr (out->str, ==, "[~「~]甲[~」-~]乙[~……~]");
}

/* -- rows -- */

static void
assert_redline (const char *old, const char *new, const char *expected)
{
  g_autoptr (Parsed) a = parse (old);
  g_autoptr (Parsed) b = parse (new);
  g_assert_cmpuint (gb_diagnostics_errors (b->diagnostics), ==, 0);
  const GbRedline *redline = gb_redline_texts (b->arena, a->text, b->text);
  assert_sound (redline, a->text, b->text);
  assert_lines (amendments (redline), expected);
}

static void
assert_articles (const char *old, const char *new, const guint expected[4])
{
  g_autoptr (Parsed) a = parse (old);
  g_autoptr (Parsed) b = parse (new);
  const GbRedline *redline = gb_redline_texts (b->arena, a->text, b->text);
  g_assert_cmpuint (redline->n_articles_inserted, ==, expected[0]);
  g_assert_cmpuint (redline->n_articles_deleted, ==, expected[1]);
  g_assert_cmpuint (redline->n_articles_changed, ==, expected[2]);
  g_assert_cmpuint (redline->n_articles_renumbered, ==, expected[3]);
}

static void
test_rows (void)
{
  g_autoptr (Parsed) parsed
    = parse ("# 关于印发示例办法的通知\n\n各镇街：\n\n"
             "# 示例办法\n\n"
             "## 第一章　总则\n\n"
             "第一条　认定程序：\n\n（一）申报；\n\n1.填表；\n\n（二）评审。\n\n"
             "第二款。\n\n"
             "第二条　见[平台](https://example.com/)。\n\n"
             "# 附件1\n\n# 指标表\n\n"
             "```table\ncolumns: [指标, 分值]\nrows:\n  - [甲, 10]\n"
             "caption: 说明\n```\n");
  const GbRedline *redline = gb_redline_texts (parsed->arena, NULL, parsed->text);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < redline->n_rows; i++) {
    const GbRedlineRow *row = &redline->rows[i];
    g_assert_cmpint (row->kind, ==, GB_ROW_INSERTED);
    g_assert_null (row->old_label);
    g_assert_null (row->old_anchor);
    g_string_append_printf (out, "%u %s %s|%s\n", row->level, row->new_anchor, row->new_label,
                            row->n_new == 0 ? "" : row->new_runs[0].text);
  }
  g_assert_cmpstr (out->str, ==,
                   "0 cover |关于印发示例办法的通知\n"
                   "1 cover |各镇街：\n"
                   "0 text |示例办法\n"
                   "0 ch-1 第一章|总则\n"
                   "0 art-1 第一条|认定程序：\n"
                   "1 art-1-1 （一）|申报；\n"
                   "2 art-1-1-1 1.|填表；\n"
                   "1 art-1-2 （二）|评审。\n"
                   "1 art-1-2 |第二款。\n"
                   "0 art-2 第二条|见平台（https://example.com/）。\n"
                   "0 annex-1 附件1|指标表\n"
                   "1 annex-1 |说明\n"
                   "1 annex-1 |指标 | 分值\n"
                   "1 annex-1 |甲 | 10\n");
  g_assert_cmpuint (redline->n_articles_inserted, ==, 2);
  redline = gb_redline_texts (parsed->arena, parsed->text, NULL);
  g_assert_cmpuint (redline->counts[GB_ROW_DELETED], ==, 14);
  g_assert_cmpuint (redline->n_articles_deleted, ==, 2);
  redline = gb_redline_texts (parsed->arena, NULL, NULL);
  g_assert_cmpuint (redline->n_rows, ==, 0);
}

static void
test_kinds (void)
{
  assert_redline ("第一条　甲乙丙丁。\n", "第一条　甲乙丙丁。\n", "");
  assert_redline ("第一条　甲，乙。\n\n（一）丙丁；\n", "第一条　甲,乙。\n\n(一)丙丁；\n",
                  "typography\n  第一条|甲[~，~]乙。\n  第一条|甲[~,~]乙。\n"
                  "typography\n  （一）|丙丁；\n  (一)|丙丁；\n");
  assert_redline ("第一条　甲乙丙丁，戊。\n", "第二条　甲乙丙丁,戊。\n",
                  "renumbered\n  第一条|甲乙丙丁[~，~]戊。\n  第二条|甲乙丙丁[~,~]戊。\n");
  assert_redline ("第一条　审核材料，公示。\n", "第二条　审核材料，公告。\n",
                  "changed\n  第一条|审核材料，公[-示-]。\n  第二条|审核材料，公[+告+]。\n");
  /* Where a link leads is part of the text. */
  assert_redline ("见[平台](https://example.com/a)。\n", "见[平台](https://example.com/b)。\n",
                  "changed\n  见平台（https://example.com/[-a-]）。\n"
                  "  见平台（https://example.com/[+b+]）。\n");
}

static void
test_same_number (void)
{
  /* The same number with other words is that article rewritten … */
  assert_redline ("第一条　甲乙丙丁。\n\n第二条　主管部门每年组织一次评审。\n",
                  "第一条　甲乙丙丁。\n\n第二条　示例市设立专项资金予以支持。\n",
                  "changed\n  第二条|[-主管部门每年组织一次评审-]。\n"
                  "  第二条|[+示例市设立专项资金予以支持+]。\n");
  /* … but not where its words stand under another. */
  assert_redline ("第一条　甲乙丙丁。\n\n第二条　主管部门每年组织一次评审。\n",
                  "第一条　甲乙丙丁。\n\n第二条　示例市设立专项资金予以支持。\n\n"
                  "第三条　主管部门每年组织一次评审。\n",
                  "inserted\n  第二条|[+示例市设立专项资金予以支持。+]\n"
                  "renumbered\n  第二条|主管部门每年组织一次评审。\n"
                  "  第三条|主管部门每年组织一次评审。\n");
  /* Between 第二条 and 第三条: 第二条之一. */
  assert_redline ("第二条　甲乙丙丁。\n\n第三条　主管部门每年组织一次评审。\n",
                  "第二条　甲乙丙丁。\n\n第二条之一　示例市设立专项资金。\n\n"
                  "第三条　主管部门每年组织一次评审。\n",
                  "inserted\n  第二条之一|[+示例市设立专项资金。+]\n");
}

static void
test_moved (void)
{
  static const char *const old
    = "第一条　为了规范管理，制定本办法。\n\n"
      "第二条　本办法适用于示例市范围内的中小企业，法律另有规定的除外。\n\n"
      "第三条　主管部门每年组织一次评审。\n";
  static const char *const new
    = "第一条　为了规范管理，制定本办法。\n\n"
      "第二条　主管部门每年组织一次评审。\n\n"
      "第三条　本办法适用于示例市范围内的中小企业，法律另有规定的除外。\n";
  assert_redline (old, new,
                  "renumbered\n  第三条|主管部门每年组织一次评审。\n"
                  "  第二条|主管部门每年组织一次评审。\n"
                  "renumbered\n  第二条|本办法适用于示例市范围内的中小企业，法律另有规定的除外。\n"
                  "  第三条|本办法适用于示例市范围内的中小企业，法律另有规定的除外。\n");
  assert_articles (old, new, (guint[]){ 0, 0, 0, 2 });
  /* Items that changed places. */
  assert_redline ("第一条　程序：\n\n（一）申报单位如实填写材料。\n\n（二）主管部门审核材料。\n",
                  "第一条　程序：\n\n（一）主管部门审核材料。\n\n（二）申报单位如实填写材料。\n",
                  "renumbered\n  （二）|主管部门审核材料。\n  （一）|主管部门审核材料。\n"
                  "renumbered\n  （一）|申报单位如实填写材料。\n  （二）|申报单位如实填写材料。\n");
  /* A paragraph without a number that went elsewhere may not pass for unchanged. */
  assert_redline ("甲组先行申报材料。\n\n乙组随后申报全部其他材料。\n",
                  "乙组随后申报全部其他材料。\n\n甲组先行申报材料。\n",
                  "deleted\n  [-甲组先行申报材料。-]\ninserted\n  [+甲组先行申报材料。+]\n");
}

static void
test_deleted_place (void)
{
  assert_redline ("第一条　审核材料。\n\n（一）甲组先行。\n\n第二条　示例市设立专项资金。\n\n"
                  "第三条　主管部门每年组织评审。\n",
                  "第一条　审核材料。\n\n（一）甲组先行。\n\n（二）乙组随后申报。\n\n"
                  "第二条　主管部门每年组织评审。\n",
                  "inserted\n  （二）|[+乙组随后申报。+]\n"
                  "deleted\n  第二条|[-示例市设立专项资金。-]\n"
                  "renumbered\n  第三条|主管部门每年组织评审。\n"
                  "  第二条|主管部门每年组织评审。\n");
  assert_redline ("甲乙丙丁。\n\n第一条　审核材料。\n", "第一条　审核材料。\n",
                  "deleted\n  [-甲乙丙丁。-]\n");
}

/* -- real policies -- */

static void
test_figures (void)
{
  g_autofree char *old = real_policy ("gd-sme-clusters-2023");
  g_autofree char *new = amend (g_strdup (old), "公示期为7个工作日", "公示期为5个工作日");
  new = amend (new, "集群有效期为三年", "集群有效期为五年");
  new = amend (new, "（一）提升集群主导", "(一)提升集群主导");
  new = amend (new, "各地级以上市中小企业主管部门制定和完善", "各市中小企业主管部门制定和完善");
  g_autoptr (Parsed) a = parse (old);
  g_autoptr (Parsed) b = parse (new);
  const GbRedline *redline = gb_redline_texts (b->arena, a->text, b->text);
  assert_sound (redline, a->text, b->text);
  /* 19 articles, 25 items, 5 chapters, the title, 7 rows of the notice, 1 behind the text. */
  g_assert_cmpuint (redline->n_rows, ==, 58);
  g_assert_cmpuint (redline->counts[GB_ROW_SAME], ==, 54);
  g_assert_cmpuint (redline->counts[GB_ROW_TYPOGRAPHY], ==, 1);
  g_assert_cmpuint (redline->counts[GB_ROW_CHANGED], ==, 3);
  g_assert_cmpuint (redline->n_articles_changed, ==, 3);
  g_assert_cmpuint (redline->n_articles_renumbered, ==, 0);
  g_autofree char *lines = amendments (redline);
  g_assert_nonnull (strstr (lines, "公示，公示期为[-7-]个工作日。公示结束后"));
  g_assert_nonnull (strstr (lines, "公示，公示期为[+5+]个工作日。公示结束后"));
  g_assert_nonnull (strstr (lines, "第十五条|集群有效期为[-三-]年。"));
  g_assert_nonnull (strstr (lines, "第十五条|集群有效期为[+五+]年。"));
  g_assert_nonnull (strstr (lines, "第八条|各[-地级以上-]市中小企业主管部门"));
  g_assert_nonnull (strstr (lines, "第八条|各市中小企业主管部门"));
  g_assert_nonnull (strstr (lines, "typography\n  （一）|提升集群主导"));
}

static void
test_article_inserted (void)
{
  g_autofree char *old = real_policy ("gd-sme-clusters-2023");
  g_autofree char *new = g_strdup (old);
  for (int i = 19; i >= 5; i--) {
    char from[32];
    char to[32];
    g_autofree char *was = g_strdup_printf ("**第%s条**", gb_numeral_write (i, from));
    g_autofree char *is = g_strdup_printf ("**第%s条**", gb_numeral_write (i + 1, to));
    new = amend (new, was, is);
  }
  new = amend (new, "**第六条**",
               "**第五条**　示例市设立专项资金，支持集群建设。\n\n"
               "（一）用于平台。\n\n**第六条**");
  g_autoptr (Parsed) a = parse (old);
  g_autoptr (Parsed) b = parse (new);
  const GbRedline *redline = gb_redline_texts (b->arena, a->text, b->text);
  assert_sound (redline, a->text, b->text);
  g_assert_cmpuint (redline->counts[GB_ROW_INSERTED], ==, 2);
  g_assert_cmpuint (redline->counts[GB_ROW_RENUMBERED], ==, 15);
  g_assert_cmpuint (redline->counts[GB_ROW_SAME], ==, 43);
  g_assert_cmpuint (redline->n_rows, ==, 60);
  g_assert_cmpuint (redline->n_articles_inserted, ==, 1);
  g_assert_cmpuint (redline->n_articles_renumbered, ==, 15);
  g_assert_cmpuint (redline->n_articles_changed, ==, 0);
  g_assert_cmpuint (redline->n_articles, ==, 20);
  g_assert_cmpint (redline->articles[3].kind, ==, GB_ROW_SAME);
  g_assert_cmpint (redline->articles[4].kind, ==, GB_ROW_INSERTED);
  g_assert_null (redline->articles[4].old_anchor);
  g_assert_cmpstr (redline->articles[4].new_anchor, ==, "art-5");
  g_assert_cmpint (redline->articles[5].kind, ==, GB_ROW_RENUMBERED);
  g_assert_cmpstr (redline->articles[5].old_anchor, ==, "art-5");
  g_assert_cmpstr (redline->articles[5].new_anchor, ==, "art-6");
  g_autofree char *lines = amendments (redline);
  g_assert_true (g_str_has_prefix (lines,
                                   "inserted\n  第五条|[+示例市设立专项资金，支持集群建设。+]\n"
                                   "inserted\n  （一）|[+用于平台。+]\n"
                                   "renumbered\n  第五条|"));
  redline = gb_redline_texts (b->arena, b->text, a->text);
  g_assert_cmpuint (redline->counts[GB_ROW_DELETED], ==, 2);
  g_assert_cmpuint (redline->counts[GB_ROW_RENUMBERED], ==, 15);
  g_assert_cmpuint (redline->n_articles_deleted, ==, 1);
  g_assert_cmpint (redline->articles[19].kind, ==, GB_ROW_DELETED);
  g_assert_cmpstr (redline->articles[19].old_anchor, ==, "art-5");
  g_assert_null (redline->articles[19].new_anchor);
}

static void
test_item_inserted (void)
{
  g_autofree char *old = real_policy ("gd-sme-clusters-2023");
  g_autofree char *new = amend (g_strdup (old), "（二）激发", "（二）支持集群出海。\n\n（三）激发");
  new = amend (new, "（三）推进集群数字化", "（四）推进集群数字化");
  new = amend (new, "（四）加快集群绿色", "（五）加快集群绿色");
  new = amend (new, "（五）深化集群", "（六）深化集群");
  new = amend (new, "（六）提升集群品牌", "（七）提升集群品牌");
  new = amend (new, "（七）提升集群治理", "（八）提升集群治理");
  new = amend (new, "（八）建设", "（九）建设");
  g_autoptr (Parsed) a = parse (old);
  g_autoptr (Parsed) b = parse (new);
  const GbRedline *redline = gb_redline_texts (b->arena, a->text, b->text);
  assert_sound (redline, a->text, b->text);
  g_assert_cmpuint (redline->counts[GB_ROW_INSERTED], ==, 1);
  g_assert_cmpuint (redline->counts[GB_ROW_RENUMBERED], ==, 7);
  g_assert_cmpuint (redline->counts[GB_ROW_SAME], ==, 51);
  g_assert_cmpuint (redline->n_articles_changed, ==, 1);
  g_assert_cmpuint (redline->n_articles_renumbered, ==, 0);
}

static void
test_article_split (void)
{
  g_autofree char *old = real_policy ("gd-sme-clusters-2023");
  g_autofree char *new
    = amend (g_strdup (old), "各地级以上市中小企业主管部门负责本地区集群培育工作",
             "\n\n**第五条之一**　各地级以上市中小企业主管部门负责本地区集群培育工作");
  assert_redline (
    old, new,
    "changed\n"
    "  第五条|省工业和信息化厅负责集群促进工作的宏观指导和统筹协调，推动出台扶持政策，"
    "发布认定标准，开展认定、监督和考核工作。[-各地级以上市中小企业主管部门负责本地区集群"
    "培育工作，协助省工业和信息化厅对本地区集群开展申报受理、初审、推荐、监测和其它日常"
    "工作。-]\n"
    "  第五条|省工业和信息化厅负责集群促进工作的宏观指导和统筹协调，推动出台扶持政策，"
    "发布认定标准，开展认定、监督和考核工作。\n"
    "inserted\n"
    "  第五条之一|[+各地级以上市中小企业主管部门负责本地区集群培育工作，协助省工业和信息化"
    "厅对本地区集群开展申报受理、初审、推荐、监测和其它日常工作。+]\n");
}

static void
test_table (void)
{
  g_autofree char *old = real_policy ("dg-core-zones-2021");
  g_autofree char *new = amend (g_strdup (old), "[规上企业数, 10]", "[规上企业数, 12]");
  new = amend (new, "[工业总产值规模, 10]", "[工业总产值规模, 8]");
  assert_redline (old, new,
                  "changed\n  规上企业数 | [-10-]\n  规上企业数 | [+12+]\n"
                  "changed\n  工业总产值规模 | [-10-]\n  工业总产值规模 | [+8+]\n");
  assert_redline ("| 指标 | 分值 |\n|---|---|\n| 甲类企业 | 10 |\n| 乙类企业 | 20 |\n",
                  "| 指标 | 分值 |\n|---|---|\n| 丙类平台 | 5 |\n| 乙类企业 | 25 |\n",
                  "deleted\n  [-甲类企业 | 10-]\ninserted\n  [+丙类平台 | 5+]\n"
                  "changed\n  乙类企业 | [-20-]\n  乙类企业 | [+25+]\n");
}

/* Two texts of different authorities, one made after the other. */
static void
test_model_text (void)
{
  g_autofree char *old = real_policy ("gd-sme-clusters-2023");
  g_autofree char *new = real_policy ("zh-sme-clusters-2024");
  g_autoptr (Parsed) a = parse (old);
  g_autoptr (Parsed) b = parse (new);
  const GbRedline *redline = gb_redline_texts (b->arena, a->text, b->text);
  assert_sound (redline, a->text, b->text);
  g_autofree char *lines = amendments (redline);
  g_assert_nonnull (strstr (lines,
                            "changed\n"
                            "  第十九条|本办法自[-2023-]年[-2-]月[-28-]日起实施，有效期3年。\n"
                            "  第十七条|本办法自[+2024+]年[+10+]月[+21+]日起实施，有效期3年。\n"));
  g_assert_nonnull (strstr (lines, "changed\n  第四章|管理\n  第四章|[+动态+]管理\n"));
  g_assert_nonnull (strstr (lines, "renumbered\n  第七条|各级中小企业主管部门重点围绕"));
}

/* -- lines -- */

static void
assert_yaml (const char *old, const char *new, const char *expected)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  const GbRedline *redline = gb_redline_lines (arena, old, new);
  assert_lines (amendments (redline), expected);
}

static void
test_lines (void)
{
  assert_yaml ("title: 示例\nvalidity:\n  years: 3\n", "title: 示例\nvalidity:\n  years: 5\n",
               "changed\n    years: [-3-]\n    years: [+5+]\n");
  assert_yaml ("- name: 甲科技有限公司\n- name: 乙实业有限公司\n",
               "- name: 甲科技有限公司\n- name: 丙电子股份有限公司\n  city: 示例市\n"
               "- name: 乙实业有限公司\n",
               "inserted\n  [+- name: 丙电子股份有限公司+]\ninserted\n  [+  city: 示例市+]\n");
  /* A line that moves under another key says something else. */
  assert_yaml ("validity:\n  years: 3\nclause: art-1\n", "validity:\n  years: 3\n  clause: art-1\n",
               "changed\n  clause: art-1\n  [+  +]clause: art-1\n");
  assert_yaml ("title: \"甲\"\n", "title: “甲”\n",
               "typography\n  title: [~\"~]甲[~\"~]\n  title: [~“~]甲[~”~]\n");
  assert_yaml (NULL, "甲: 1\n", "inserted\n  [+甲: 1+]\n");
  assert_yaml ("date: 2021-01-02\n", "date: 2023-11-12\n",
               "changed\n  date: [-2021-]-[-01-]-[-02-]\n  date: [+2023+]-[+11+]-[+12+]\n");
  g_autoptr (GbArena) arena = gb_arena_new ();
  const GbRedline *redline = gb_redline_lines (arena, "甲\n\n乙\n", "甲\n\n丙");
  g_assert_cmpuint (redline->n_rows, ==, 4);
  g_assert_cmpstr (redline->rows[1].old_label, ==, "");
  g_assert_cmpuint (redline->rows[1].n_old, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redline/fold", test_fold);
  g_test_add_func ("/redline/runs", test_runs);
  g_test_add_func ("/redline/rows", test_rows);
  g_test_add_func ("/redline/kinds", test_kinds);
  g_test_add_func ("/redline/same-number", test_same_number);
  g_test_add_func ("/redline/moved", test_moved);
  g_test_add_func ("/redline/deleted-place", test_deleted_place);
  g_test_add_func ("/redline/figures", test_figures);
  g_test_add_func ("/redline/article-inserted", test_article_inserted);
  g_test_add_func ("/redline/item-inserted", test_item_inserted);
  g_test_add_func ("/redline/article-split", test_article_split);
  g_test_add_func ("/redline/table", test_table);
  g_test_add_func ("/redline/model-text", test_model_text);
  g_test_add_func ("/redline/lines", test_lines);
  return g_test_run ();
}
