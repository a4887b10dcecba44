/* What a text says of its own effect and validity, and what it says of other things. */
#include "text/statement.h"

#include <string.h>

typedef struct {
  GbArena *arena;
  const GbText *text;
  const GbStatement *statements;
  guint n;
} Read;

static Read
read_text (const char *words)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  GbBody body = { words, strlen (words), 11, FALSE };
  Read read = { .arena = gb_arena_new () };
  read.text = gb_text_parse (read.arena, "content/policies/x/policy.md", &body, diagnostics);
  read.statements = gb_statement_read (read.arena, &body, read.text, &read.n);
  return read;
}

static const GbStatement *
first_of (const Read *read, GbStatementKind kind)
{
  for (guint i = 0; i < read->n; i++)
    if (read->statements[i].kind == kind)
      return &read->statements[i];
  return NULL;
}

static const char *
words_of (const GbStatement *statement)
{
  return statement == NULL ? NULL : statement->words;
}

static void
test_words (void)
{
  static const struct {
    const char *text;
    const char *effect;
    const char *validity;
  } rows[] = {
    { "**第九条**　本办法自2027年6月1日起施行，有效期五年。", "自2027年6月1日起施行",
      "有效期五年" },
    { "本办法自 ２０２７ 年 06 月 01 日起施行。有效期 3 年。", "自2027年6月1日起施行",
      "有效期3年" },
    { "本细则由市局负责解释，自发布之日起30日后施行，有效期至2025年12月31日。",
      "自发布之日起30日后施行", "有效期至2025年12月31日" },
    { "本规定自印发之日起实施，由市局负责解释，有效期为2年。", "自印发之日起实施", "有效期为2年" },
    { "本通知自公布之日起执行，试行三年。", "自公布之日起执行", "试行三年" },
    { "本规定自2019年7月1日起施行，长期有效。", "自2019年7月1日起施行", "长期有效" },
    { "本意见从二○二三年三月一日起施行。", "从二〇二三年三月一日起施行", NULL },
    { "现印发给你们，自下发之日起正式施行。", "自下发之日起正式施行", NULL },
    { "本办法自发布次日起施行。", "自发布次日起施行", NULL },
    { "本规定自国务院批准之日起施行。", "自国务院批准之日起施行", NULL },
    { "本规则自2001年8月1日零时起施行。", "自2001年8月1日〇时起施行", NULL },
    { "本通知有效期至2027年12月31日。", NULL, "有效期至2027年12月31日" },
    { "本实施细则的有效期限为三年。", NULL, "有效期限为三年" },
    { "正文。\n\n**第九条**　有效期五年。", NULL, "有效期五年" },
    { "正文。\n\n有效期3年。", NULL, "有效期3年" },
    { "本办法有效期5年，自2024年2月1日起计算。", NULL, "有效期5年" },
    { "（三）本通知自印发之日起试行两年。", "自印发之日起试行", "试行两年" },
    { "本办法（试行）自2024年1月1日起施行至2026年12月31日。", "自2024年1月1日起施行",
      "施行至2026年12月31日" },
    { "本办法自2024年1月1日起至2026年12月31日有效。", "自2024年1月1日起至2026年12月31日有效",
      "至2026年12月31日有效" },
    { "有效期五年，自印发之日起施行。", "自印发之日起施行", "有效期五年" },
    { "本办法自2024年1月1日起施行（有效期五年）。", "自2024年1月1日起施行", "有效期五年" },
    { "本办法自2024年1月1日\n起施行。", "自2024年1月1日起施行", NULL },
    { "**第六十条**　本条例自1993年7月1日起施行。", "自1993年7月1日起施行", NULL },
    { "第十三条 本法自2012年1月1日起施行。", "自2012年1月1日起施行", NULL },
    /* Of something else, or nothing at all. */
    { "**第五条**　集群有效期为三年，自公布之日起计算。", NULL, NULL },
    { "认定的有效期三年，期满复核，复核通过的有效期延长三年。", NULL, NULL },
    { "本办法有效期届满前六个月组织评估。", NULL, NULL },
    { "（一）有效期满未申请复核的；", NULL, NULL },
    { "《示例市另一办法》自2020年1月1日起施行。", NULL, NULL },
    { "行政机关应当自受理申请之日起二十日内作出决定。", NULL, NULL },
    { "各地要认真贯彻执行，确保三年行动计划实施到位。", NULL, NULL },
    { "本办法由市局负责解释。", NULL, NULL },
    { "将第九条修改为：“本办法自2020年1月1日起施行，有效期五年。”", NULL, NULL },
    { "“第九条　本办法自2020年1月1日起施行。\n\n“第十条　甲。”", NULL, NULL },
    { "本办法第三条自2025年1月1日起施行。", NULL, NULL },
    { "企业自2024年1月1日起执行新标准。", NULL, NULL },
    { "国六标准自2024年1月1日起执行。", NULL, NULL },
    { "本市标准自2024年1月1日起执行。", NULL, NULL },
    { "许可证有效期五年，自颁发之日起生效。", NULL, NULL },
    { "本办法所称证书，有效期三年。", NULL, NULL },
    { "本办法自2024年1月1日起施行。认定的园区予以公布，有效期三年。", "自2024年1月1日起施行",
      NULL },
    { "本办法自2024年1月1日起施行，认定证书有效期三年。", "自2024年1月1日起施行", NULL },
    { "# 附件1\n\n本规则自2024年1月1日起施行。", NULL, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    Read read = read_text (rows[i].text);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (words_of (first_of (&read, GB_STATEMENT_EFFECT)), ==, rows[i].effect);
    g_assert_cmpstr (words_of (first_of (&read, GB_STATEMENT_VALIDITY)), ==, rows[i].validity);
    gb_arena_free (read.arena);
  }
}

static void
test_places (void)
{
  Read read = read_text ("# 示例市试点管理办法\n\n示工信〔2024〕3号\n\n发布日期：2024年1月4日\n\n"
                         "第一条　集群有效期为三年。\n\n"
                         "第二条　甲：\n\n（一）乙；\n\n（二）本办法自2024年\n2月1日起施行。"
                         "《示例市旧办法》（示工信〔2020〕1号）、《示例市补充规定》同时废止。\n\n"
                         "示例市工业局\n2024年1月2日\n\n示例市工业局办公室　2024年1月3日印发\n");
  static const struct {
    GbStatementKind kind;
    const char *words;
    const char *number;
    guint line;
    const char *unit;
  } rows[] = {
    { GB_STATEMENT_NUMBER, "示工信〔2024〕3号", NULL, 13, NULL },
    { GB_STATEMENT_PUBLISHED, "发布日期：2024年1月4日", NULL, 15, NULL },
    { GB_STATEMENT_TERM, "集群有效期为三年", NULL, 17, "art-1" },
    { GB_STATEMENT_EFFECT, "自2024年2月1日起施行", NULL, 23, "art-2-2" },
    { GB_STATEMENT_REPEAL, "示例市旧办法", "示工信〔2020〕1号", 24, "art-2-2" },
    { GB_STATEMENT_REPEAL, "示例市补充规定", NULL, 24, "art-2-2" },
    { GB_STATEMENT_SIGNED, "2024年1月2日", NULL, 27, "art-2-2" },
    { GB_STATEMENT_ISSUED, "示例市工业局办公室2024年1月3日印发", NULL, 29, "art-2-2" },
  };
  guint at = 0;
  for (guint i = 0; i < read.n; i++) {
    const GbStatement *found = &read.statements[i];
    if (found->kind == GB_STATEMENT_TITLE) {
      g_assert_cmpstr (found->words, ==, "示例市试点管理办法");
      continue;
    }
    g_assert_cmpuint (at, <, G_N_ELEMENTS (rows));
    g_test_message ("%s", rows[at].words);
    g_assert_cmpint (found->kind, ==, rows[at].kind);
    g_assert_cmpstr (found->words, ==, rows[at].words);
    g_assert_cmpstr (found->number, ==, rows[at].number);
    g_assert_cmpuint (found->line, ==, rows[at].line);
    if (rows[at].unit != NULL)
      g_assert_cmpstr (found->unit->anchor, ==, rows[at].unit);
    at++;
  }
  g_assert_cmpuint (at, ==, G_N_ELEMENTS (rows));
  const GbStatement *effect = first_of (&read, GB_STATEMENT_EFFECT);
  g_assert_true (gb_statement_is_in (effect, read.text, gb_text_unit (read.text, "art-2")));
  g_assert_true (gb_statement_is_in (effect, read.text, gb_text_unit (read.text, "art-2-1")));
  g_assert_false (gb_statement_is_in (effect, read.text, gb_text_unit (read.text, "art-1")));
  gb_arena_free (read.arena);
}

static void
test_days (void)
{
  static const struct {
    const char *words;
    const char *day;
    gboolean held;
  } rows[] = {
    { "有效期至2022年12月31日。", "2022-12-31", TRUE },
    { "自 2023 年 02 月 08 日起", "2023-02-08", TRUE },
    { "自２０２３年２月８日起", "2023-02-08", TRUE },
    { "二〇二三年二月二十八日", "2023-02-28", TRUE },
    { "二○二三年十二月十日", "2023-12-10", TRUE },
    { "二零二零年十月一日", "2020-10-01", TRUE },
    { "2023-02-28", "2023-02-28", TRUE },
    { "2023年2月28日", "2023-02-08", FALSE },
    { "2023年2月28日", "2023-02-02", FALSE },
    { "2023年12月8日", "2023-02-08", FALSE },
    { "二〇二三年二月二十八日", "2023-02-08", FALSE },
    { "二〇二三年十二月八日", "2023-02-08", FALSE },
    { "2023年底", "2023-12-31", FALSE },
    { "自发布之日起施行", "2023-02-28", FALSE },
    { "", "2023-02-28", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    GbDate day;
    g_assert_true (gb_date_parse (rows[i].day, &day));
    g_test_message ("%s: %s", rows[i].words, rows[i].day);
    g_assert_cmpint (gb_statement_holds_day (rows[i].words, day), ==, rows[i].held);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement/words", test_words);
  g_test_add_func ("/statement/places", test_places);
  g_test_add_func ("/statement/days", test_days);
  return g_test_run ();
}
