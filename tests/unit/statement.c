/* What a text says of its own effect and validity, and what it says of other things. */
#include "text/statement.h"

#include <string.h>

static GbText *
text_of (GbArena *arena, const char *words)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  GbBody body = { words, strlen (words), 1 };
  return gb_text_parse (arena, "content/policies/x/policy.md", &body, diagnostics);
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
      "自2027年6月1日起施行，有效期五年" },
    { "本办法自 ２０２７ 年 06 月 01 日起施行。有效期 3 年。", "自2027年6月1日起施行",
      "自2027年6月1日起施行。有效期3年" },
    { "本细则由市局负责解释，自发布之日起30日后施行，有效期至2025年12月31日。",
      "自发布之日起30日后施行", "自发布之日起30日后施行，有效期至2025年12月31日" },
    { "本规定自印发之日起实施，由市局负责解释，有效期为2年。", "自印发之日起实施",
      "自印发之日起实施，由市局负责解释，有效期为2年" },
    { "本通知自公布之日起执行，试行三年。", "自公布之日起执行", "自公布之日起执行，试行三年" },
    { "本规定自2019年7月1日起施行，长期有效。", "自2019年7月1日起施行",
      "自2019年7月1日起施行，长期有效" },
    { "本意见从二○二三年三月一日起施行。", "从二〇二三年三月一日起施行", NULL },
    { "现印发给你们，自下发之日起正式施行。", "自下发之日起正式施行", NULL },
    { "本办法自发布次日起施行。", "自发布次日起施行", NULL },
    { "本规定自国务院批准之日起施行。", "自国务院批准之日起施行", NULL },
    { "本规则自2001年8月1日零时起施行。", "自2001年8月1日〇时起施行", NULL },
    { "本通知有效期至2027年12月31日。", NULL, "本通知有效期至2027年12月31日" },
    { "本实施细则的有效期限为三年。", NULL, "本实施细则的有效期限为三年" },
    { "正文。\n\n**第九条**　有效期五年。", NULL, "第九条有效期五年。" },
    { "正文。\n\n有效期3年。", NULL, "有效期3年。" },
    /* Of something else, or nothing at all. */
    { "**第五条**　集群有效期为三年，自公布之日起计算。", NULL, NULL },
    { "认定的有效期三年，期满复核，复核通过的有效期延长三年。", NULL, NULL },
    { "本办法有效期届满前六个月组织评估。", NULL, NULL },
    { "（一）有效期满未申请复核的；", NULL, NULL },
    { "《示例市另一办法》自2020年1月1日起施行。", NULL, NULL },
    { "行政机关应当自受理申请之日起二十日内作出决定。", NULL, NULL },
    { "各地要认真贯彻执行，确保三年行动计划实施到位。", NULL, NULL },
    { "本办法由市局负责解释。", NULL, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GbArena) arena = gb_arena_new ();
    const GbText *text = text_of (arena, rows[i].text);
    g_autofree char *effect = gb_statement_effect (text);
    g_autofree char *validity = gb_statement_validity (text);
    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (effect, ==, rows[i].effect);
    g_assert_cmpstr (validity, ==, rows[i].validity);
  }
  g_assert_null (gb_statement_effect (NULL));
  g_assert_null (gb_statement_validity (NULL));
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
  g_test_add_func ("/statement/days", test_days);
  return g_test_run ();
}
