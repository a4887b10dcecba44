/* Writes a fictional publication of N policies for measuring: corpus N FOLDER.
 *
 * Everything is invented, under 示例市; the same N gives the same bytes.  The texts have the shape
 * of real ones: 6 to 8 KB, five chapters, articles with items, references to other articles, and
 * titles and numbers of other documents.  N / 2 certified entries stand in registries of 500, in
 * batches of 50, with one open notice for each registry.  The calendars are the real ones.
 */
#include "base/file.h"

#include <stdlib.h>

#define ENTRIES 500
#define BATCH 50
#define AGENCIES 20
#define ARTICLES 18

static const char *const places[] = {
  "示例市", "东湖区", "西山区", "南岭区", "北原区", "临江区", "滨海新区", "青石镇",
  "白鹭镇", "红枫镇", "云溪镇", "长桥镇", "古渡镇", "新安镇", "松岗镇",   "石门镇",
};
static const char *const industries[] = {
  "智能锁具", "特种涂料", "小家电",   "纺织服装", "食品饮料", "家具",     "打印耗材", "氢能装备",
  "精密模具", "新型显示", "生物试剂", "海洋工程", "安全应急", "数控机床", "照明灯具", "包装印刷",
};
static const char *const actions[] = {
  "培育认定", "专项资金", "数字化转型", "质量提升", "人才引育", "技术改造", "绿色发展", "公共服务",
};
static const char *const subjects[] = {
  "市工业主管部门", "各镇街主管部门", "申报单位", "集群运营管理机构", "市财政部门", "专家评审组",
  "第三方评估机构", "链主企业",       "行业协会", "项目承担单位",     "各有关部门", "试点园区",
};
static const char *const manners[] = {
  "应当按照职责分工", "应当在规定期限内",       "应当会同有关单位", "每年第一季度",
  "根据产业发展实际", "坚持公开公平公正的原则", "结合年度工作安排", "可以委托专业机构",
};
static const char *const verbs[] = {
  "制定",     "完善", "组织开展", "汇总上报", "审核", "公布", "监督检查", "统筹推进",
  "建立健全", "优化", "跟踪评估", "支持建设", "规范", "落实", "引导",     "复核",
};
static const char *const objects[] = {
  "产业集群培育方案",       "年度重点任务清单",       "关键环节配套能力",
  "专项资金使用情况",       "企业数字化诊断服务",     "公共技术服务平台",
  "质量标准和检测体系",     "供需对接和展销活动",     "骨干企业梯度培育名单",
  "产业链薄弱环节攻关项目", "绿色工厂和循环利用工程", "从业人员技能培训计划",
  "知识产权保护和运用机制", "统计监测和运行分析制度", "融资担保和风险补偿措施",
  "安全生产和应急处置预案",
};
static const char *const aims[] = {
  "确保各项措施落到实处",
  "增强集群核心竞争力",
  "提高资金使用效益",
  "促进大中小企业融通发展",
  "保障申报主体的合法权益",
  "形成可复制可推广的经验",
  "推动产业向高端化智能化绿色化发展",
  "接受社会监督",
};
static const char *const chapters[] = { "总则", "条件和程序", "支持措施", "监督管理", "附则" };
static const char *const bureaus[] = {
  "工业和信息化局", "发展和改革局", "科学技术局",       "财政局",     "人力资源和社会保障局",
  "自然资源局",     "生态环境局",   "住房和城乡建设局", "交通运输局", "农业农村局",
  "商务局",         "文化和旅游局", "卫生健康局",       "应急管理局", "市场监督管理局",
  "金融工作局",     "统计局",       "投资促进局",       "政务服务局", "大数据管理局",
};

#define PICK(state, words) (words)[next (state) % G_N_ELEMENTS (words)]

typedef struct {
  const char *folder;
  guint n;
} Corpus;

/* splitmix64: the same on every machine, unlike the generators of C libraries. */
static guint64
next (guint64 *state)
{
  guint64 z = (*state += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

static void G_GNUC_PRINTF (3, 4)
  write_file (const Corpus *corpus, const GString *text, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *name = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *path = g_build_filename (corpus->folder, "content", name, NULL);
  g_autoptr (GError) error = NULL;
  if (!gb_file_write (path, text->str, text->len, NULL, &error))
    g_error ("%s", error->message);
}

static void
append_numeral (GString *out, guint n)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  if (n >= 20)
    g_string_append (out, digits[n / 10]);
  if (n >= 10)
    g_string_append (out, "十");
  g_string_append (out, digits[n % 10]);
}

/* The documents follow one another from 2019 to 2025, on days that every month has. */
static void
append_date (const Corpus *corpus, GString *out, guint i)
{
  guint day = (guint)((guint64)i * (7 * 12 * 28) / corpus->n);
  g_string_append_printf (out, "%u-%02u-%02u", 2019 + day / 336, day % 336 / 28 + 1, day % 28 + 1);
}

static void
append_title (GString *out, guint i)
{
  g_string_append_printf (out, "示例市%s产业集群%s管理办法（第%u号）",
                          industries[i % G_N_ELEMENTS (industries)],
                          actions[i / G_N_ELEMENTS (industries) % G_N_ELEMENTS (actions)], i + 1);
}

static void
append_number (const Corpus *corpus, GString *out, guint i)
{
  guint year = 2019 + (guint)((guint64)i * 7 / corpus->n);
  g_string_append_printf (out, "示工信规字〔%u〕%u号", year, i + 1);
}

static void
append_sentence (GString *out, guint64 *state)
{
  g_string_append_printf (out, "%s%s%s%s", PICK (state, subjects), PICK (state, manners),
                          PICK (state, verbs), PICK (state, objects));
  g_string_append_printf (out, "，%s%s，%s。", PICK (state, verbs), PICK (state, objects),
                          PICK (state, aims));
}

static void
append_article (const Corpus *corpus, GString *out, guint i, guint article, guint64 *state)
{
  g_string_append (out, "**第");
  append_numeral (out, article);
  g_string_append (out, "条**　");
  if (article == 1 && i > 0) {
    guint other = (guint)(next (state) % i);
    g_string_append (out, "为促进产业集群高质量发展，根据《");
    append_title (out, other);
    g_string_append (out, "》（");
    append_number (corpus, out, other);
    g_string_append (out, "），结合我市实际，制定本办法。\n\n");
    return;
  }
  append_sentence (out, state);
  if (article % 3 == 0) {
    g_string_append (out, "具体程序按照本办法第");
    append_numeral (out, (guint)(next (state) % ARTICLES) + 1);
    g_string_append (out, "条的规定办理。");
  }
  if (article % 5 == 0 && i > 0) {
    g_string_append (out, "同时符合");
    append_number (corpus, out, (guint)(next (state) % i));
    g_string_append (out, "文件规定条件的，按照从高不重复的原则执行。");
  }
  g_string_append (out, "\n\n");
  guint items = article % 2 == 0 ? 2 + (guint)(next (state) % 2) : 0;
  for (guint item = 1; item <= items; item++) {
    g_string_append (out, "（");
    append_numeral (out, item);
    g_string_append (out, "）");
    append_sentence (out, state);
    g_string_append (out, "\n\n");
  }
}

static void
write_policy (const Corpus *corpus, guint i)
{
  guint64 state = i;
  g_autoptr (GString) out = g_string_sized_new (16384);
  g_string_append (out, "---\ntitle: ");
  append_title (out, i);
  g_string_append (out, "\nnumber: ");
  append_number (corpus, out, i);
  g_string_append_printf (out,
                          "\nissuer: agency-%02u\nkind: normative\ndisclosure: 主动公开\nsigned: ",
                          (guint)(next (&state) % AGENCIES) + 1);
  append_date (corpus, out, i);
  g_string_append (out, "\nissued: ");
  append_date (corpus, out, i);
  g_string_append (out, "\npublished: ");
  append_date (corpus, out, i);
  g_string_append (out, "\neffect:\n  date: ");
  append_date (corpus, out, i);
  g_string_append_printf (out, "\n  clause: art-%u\nvalidity:\n", ARTICLES);
  if (i % 10 == 9)
    g_string_append (out, "  indefinite: true\n");
  else
    g_string_append_printf (out, "  years: %u\n", i % 3 == 0 ? 3 : 5);
  g_string_append_printf (out, "  clause: art-%u\n", ARTICLES);
  if (i > 0)
    g_string_append_printf (out, "basis:\n  - policy: policy-%05u\n",
                            (guint)(next (&state) % i) + 1);
  g_string_append_printf (out, "topics: [%s, 产业集群]\nsummary: ", PICK (&state, industries));
  append_sentence (out, &state);
  g_string_append (out, "\n---\n\n# ");
  append_title (out, i);
  g_string_append (out, "\n\n");
  for (guint article = 1; article <= ARTICLES; article++) {
    if (article % 4 == 1) {
      guint chapter = article / 4;
      g_string_append (out, "## 第");
      append_numeral (out, chapter + 1);
      g_string_append_printf (out, "章　%s\n\n", chapters[chapter]);
    }
    if (article < ARTICLES)
      append_article (corpus, out, i, article, &state);
  }
  g_string_append (out, "**第");
  append_numeral (out, ARTICLES);
  g_string_append (out, "条**　本办法自印发之日起施行，由制定机关负责解释。\n");
  if (i % 5 == 0) {
    g_string_append (
      out, "\n## 附件1　评分表（示例）\n\n| 指标 | 内容 | 分值 |\n| --- | --- | ---: |\n");
    for (guint row = 1; row <= 5; row++)
      g_string_append_printf (out, "| %s | %s | 20 |\n", PICK (&state, aims),
                              PICK (&state, objects));
  }
  write_file (corpus, out, "policies/policy-%05u/policy.md", i + 1);
}

/* The name of entry @e of registry @r, no two alike in a registry. */
static void
append_name (GString *out, guint r, guint e)
{
  g_string_append_printf (out, "示例市%s%s产业集群（示例%u）",
                          places[1 + (e + r) % (G_N_ELEMENTS (places) - 1)],
                          industries[e / 15 % G_N_ELEMENTS (industries)], e + 1);
}

static void
write_batch (const Corpus *corpus, guint r, guint batch, guint n_entries)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint year = 2021 + batch / 2, month = batch % 2 == 0 ? 3 : 9;
  g_string_append_printf (out, "title: %u年第%s批\nyear: %u\ndecision:\n", year,
                          batch % 2 == 0 ? "一" : "二", year);
  g_string_append_printf (out,
                          "  title: 关于公布%u年产业集群名单的通知（示例）\n"
                          "  number: 示工信函〔%u〕%u号\n"
                          "  issuer: agency-01\n  date: %u-%02u-20\n",
                          year, year, r * 10 + batch + 1, year, month);
  g_string_append_printf (out, "certified: %u-%02u-20\nannounced: %u\nentries:\n", year, month,
                          n_entries);
  for (guint i = 0; i < n_entries; i++) {
    guint e = batch * BATCH + i;
    g_string_append_printf (out, "  - id: cluster-%03u\n    name: ", e + 1);
    append_name (out, r, e);
    g_string_append_printf (out, "\n    region: %s\n    industry: i-%02u\n",
                            places[1 + (e + r) % (G_N_ELEMENTS (places) - 1)],
                            e / 15 % (guint)G_N_ELEMENTS (industries) + 1);
    if (year + 3 < 2026 && e % 3 != 0)
      g_string_append_printf (out, "    events:\n      - kind: renewed\n        date: %u-%02u-10\n",
                              year + 3, month);
    else if (e % 40 == 7)
      g_string_append_printf (out,
                              "    events:\n      - kind: revoked\n        date: %u-%02u-15\n"
                              "        ground: false-data\n",
                              year, month + 2);
  }
  write_file (corpus, out, "registries/registry-%02u/%u-%u.yaml", r + 1, year, batch % 2 + 1);
}

static void
write_registry (const Corpus *corpus, guint r, guint n_entries)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint policy = MIN (r * 100, corpus->n - 1) + 1;
  g_string_append_printf (
    out,
    "title: 示例市产业集群名录（示例%u）\nshort_title: 示例名录%u\nkind: cluster\n"
    "authority: agency-01\npolicy: policy-%05u\n"
    "notice:\n  days: 7\n  unit: working\n  clause: art-6\n"
    "term:\n  years: 3\n  clause: art-7\n"
    "review:\n  years: 3\n  months_before: 3\n  clause: art-8\n"
    "duties:\n  - id: yearly-report\n    title: 年度报告\n    every: yearly\n    due: \"03-31\"\n"
    "    tracked: false\n    clause: art-9\n"
    "revocation:\n  - id: false-data\n    text: 提供虚假材料的\n    clause: art-10\nindustries:\n",
    r + 1, r + 1, policy);
  for (guint i = 0; i < G_N_ELEMENTS (industries); i++)
    g_string_append_printf (out, "  - id: i-%02u\n    name: %s\n", i + 1, industries[i]);
  write_file (corpus, out, "registries/registry-%02u/registry.yaml", r + 1);

  for (guint batch = 0; batch * BATCH < n_entries; batch++)
    write_batch (corpus, r, batch, MIN (BATCH, n_entries - batch * BATCH));

  g_string_truncate (out, 0);
  g_string_append_printf (out,
                          "---\ntitle: 示例名录%u拟认定名单公示（示例）\nregistry: registry-%02u\n"
                          "issuer: agency-01\npublished: 2025-12-%02u\nopens: 2025-12-%02u\n"
                          "channels:\n  - kind: 电话\n    value: 示例电话\nproposed:\n",
                          r + 1, r + 1, r % 20 + 5, r % 20 + 5);
  for (guint e = ENTRIES; e < ENTRIES + 20; e++) {
    g_string_append (out, "  - name: ");
    append_name (out, r, e);
    g_string_append_c (out, '\n');
  }
  g_string_append (
    out, "---\n\n现将拟认定名单予以公示。对名单有异议的，请在公示期内实名反映（示例）。\n");
  write_file (corpus, out, "notices/notice-%02u.md", r + 1);
}

static void
write_frame (const Corpus *corpus)
{
  g_autoptr (GString) out = g_string_new ("name: 示例市政策公报（示例）\n"
                                          "description: 测量用的虚构内容\n"
                                          "base_url: https://example.org\n"
                                          "authority: agency-01\nexample: true\n"
                                          "languages: [zh-CN]\n");
  write_file (corpus, out, "site.yaml");

  g_string_assign (out, "agencies:\n");
  for (guint i = 0; i < AGENCIES; i++)
    g_string_append_printf (out,
                            "  - id: agency-%02u\n    name: 示例市%s\n    short_name: 市%s\n"
                            "    level: city\n    region: 示例市\n",
                            i + 1, bureaus[i], bureaus[i]);
  write_file (corpus, out, "agencies.yaml");

  for (guint year = 2019; year <= 2027; year++) {
    g_autofree char *path = g_strdup_printf ("content/calendar/%u.yaml", year);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = gb_file_read (path, 0, NULL, &error);
    if (text == NULL)
      g_error ("%s (run from the project's folder)", error->message);
    g_string_assign (out, text);
    write_file (corpus, out, "calendar/%u.yaml", year);
  }
}

int
main (int argc, char **argv)
{
  Corpus corpus = { .folder = argc == 3 ? argv[2] : NULL,
                    .n = argc == 3 ? (guint)strtoul (argv[1], NULL, 10) : 0 };
  if (corpus.n == 0 || corpus.n > 99999) {
    g_printerr ("usage: corpus N FOLDER\n");
    return 2;
  }
  write_frame (&corpus);
  for (guint i = 0; i < corpus.n; i++)
    write_policy (&corpus, i);
  guint entries = corpus.n / 2;
  for (guint r = 0; r * ENTRIES < entries; r++)
    write_registry (&corpus, r, MIN (ENTRIES, entries - r * ENTRIES));
  return 0;
}
