/* Days, effects and terms as documents write them, each with its value worked out by hand. */
#include "text/phrase.h"

#include <string.h>

static void
assert_when (GbWhen when, const char *first, const char *last)
{
  char text[GB_DATE_LENGTH];
  g_assert_cmpstr (gb_date_format (when.first, text), ==, first);
  g_assert_cmpstr (gb_date_format (when.last, text), ==, last);
}

static void
test_days (void)
{
  static const struct {
    const char *words;
    int year;
    const char *rest;
    const char *first;
    const char *last;
  } rows[] = {
    { "2024年2月1日起", 0, "起", "2024-02-01", "2024-02-01" },
    { "二〇二四年十二月三十一日", 0, "", "2024-12-31", "2024-12-31" },
    { "一九九〇年八月一日起", 0, "起", "1990-08-01", "1990-08-01" },
    { "2024年底前", 0, "前", "2024-12-31", "2024-12-31" },
    { "2024年年底", 0, "", "2024-12-31", "2024-12-31" },
    { "二〇二四年", 0, "", "2024-01-01", "2024-12-31" },
    { "2024年2月，", 0, "，", "2024-02-01", "2024-02-29" },
    { "2024年6月底", 0, "", "2024-06-30", "2024-06-30" },
    { "1月20日", 2023, "", "2023-01-20", "2023-01-20" },
    { "1月20日", 0, NULL, NULL, NULL },
    { "20日", 2023, NULL, NULL, NULL },
    { "2024年2月30日", 0, NULL, NULL, NULL },
    { "二十四年", 0, NULL, NULL, NULL },
    { "5年", 0, NULL, NULL, NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    GbWhen when = GB_WHEN_NONE;
    g_test_message ("%s", rows[i].words);
    gsize size = gb_phrase_day (rows[i].words, rows[i].year, &when);
    if (rows[i].first == NULL) {
      g_assert_cmpuint (size, ==, 0);
      continue;
    }
    g_assert_cmpstr (rows[i].words + size, ==, rows[i].rest);
    assert_when (when, rows[i].first, rows[i].last);
  }
}

typedef struct {
  const char *words;
  GbPhraseKind kind;
  const char *first; /* of its day */
  int count;
} Row;

static void
check (GbPhrase (*read) (const char *at), const Row *rows, gsize n)
{
  char text[GB_DATE_LENGTH];
  for (gsize i = 0; i < n; i++) {
    g_autofree char *normal = gb_phrase_normalise (rows[i].words);
    GbPhrase phrase = read (normal + 1);
    g_test_message ("%s", rows[i].words);
    g_assert_cmpint (phrase.kind, ==, rows[i].kind);
    g_assert_cmpint (phrase.length > 0, ==, rows[i].kind != GB_PHRASE_NONE);
    if (rows[i].first != NULL)
      g_assert_cmpstr (gb_date_format (phrase.when.last, text), ==, rows[i].first);
    if (rows[i].kind != GB_PHRASE_OTHER)
      g_assert_cmpint (phrase.count, ==, rows[i].count);
  }
}

static void
test_effects (void)
{
  static const Row rows[] = {
    { "自2024年2月1日起施行。", GB_PHRASE_DAY, "2024-02-01", 0 },
    { "自二○二四年二月一日起正式实施", GB_PHRASE_DAY, "2024-02-01", 0 },
    { "于2024年2月1日起生效。", GB_PHRASE_DAY, "2024-02-01", 0 },
    { "自2024年1月1日起至2026年12月31日有效。", GB_PHRASE_DAY, "2024-01-01", 0 },
    { "自2024年1月1日起施行至2026年12月31日。", GB_PHRASE_DAY, "2024-01-01", 0 },
    { "自发布之日起施行。", GB_PHRASE_ISSUE, NULL, 0 },
    { "自印发之日起施行。", GB_PHRASE_ISSUE, NULL, 0 },
    { "自公布之日施行。", GB_PHRASE_ISSUE, NULL, 0 },
    { "自印发之日起试行两年。", GB_PHRASE_ISSUE, NULL, 0 },
    { "自发布之日起三十日后施行。", GB_PHRASE_DAYS, NULL, 30 },
    { "自公布之日起满30日后施行。", GB_PHRASE_DAYS, NULL, 30 },
    { "自发布之日起10天后实施，", GB_PHRASE_DAYS, NULL, 10 },
    { "自发布之日起30个工作日后施行。", GB_PHRASE_OTHER, NULL, 0 },
    { "自发布之日起三个月后施行。", GB_PHRASE_OTHER, NULL, 0 },
    { "自省政府批准之日起施行。", GB_PHRASE_OTHER, NULL, 0 },
    { "自发布次日起施行。", GB_PHRASE_OTHER, NULL, 0 },
    { "自2024年1月1日起执行新标准。", GB_PHRASE_NONE, NULL, 0 },
    { "自受理之日起二十日内作出决定", GB_PHRASE_NONE, NULL, 0 },
    { "自觉执行。", GB_PHRASE_NONE, NULL, 0 },
    { "于印发，现施行。", GB_PHRASE_NONE, NULL, 0 },
  };
  check (gb_phrase_effect, rows, G_N_ELEMENTS (rows));
}

static void
test_validities (void)
{
  static const Row rows[] = {
    { "有效期五年。", GB_PHRASE_MONTHS, NULL, 60 },
    { "有效期为 5 年，自2024年2月1日起计算。", GB_PHRASE_MONTHS, NULL, 60 },
    { "有效期自2024年2月1日起5年。", GB_PHRASE_MONTHS, NULL, 60 },
    { "有效期限暂定为两年", GB_PHRASE_MONTHS, NULL, 24 },
    { "有效期18个月", GB_PHRASE_MONTHS, NULL, 18 },
    { "试行两年。", GB_PHRASE_MONTHS, NULL, 24 },
    { "试行期一年。", GB_PHRASE_MONTHS, NULL, 12 },
    { "有效期至2025年12月31日。", GB_PHRASE_DAY, "2025-12-31", 0 },
    { "有效期到二〇二五年底", GB_PHRASE_DAY, "2025-12-31", 0 },
    { "有效期自2024年2月1日至2029年1月31日。", GB_PHRASE_DAY, "2029-01-31", 0 },
    { "执行至2025年12月31日", GB_PHRASE_DAY, "2025-12-31", 0 },
    { "至2026年12月31日止。", GB_PHRASE_DAY, "2026-12-31", 0 },
    { "长期有效。", GB_PHRASE_INDEFINITE, NULL, 0 },
    { "有效期：长期。", GB_PHRASE_INDEFINITE, NULL, 0 },
    { "有效期届满前六个月", GB_PHRASE_NONE, NULL, 0 },
    { "有效期满三年", GB_PHRASE_NONE, NULL, 0 },
    { "有效期内每年评估", GB_PHRASE_NONE, NULL, 0 },
    { "有效期延长三年", GB_PHRASE_NONE, NULL, 0 },
    { "有效期不超过五年", GB_PHRASE_NONE, NULL, 0 },
    { "有效期与主证相同，2025年换发", GB_PHRASE_NONE, NULL, 0 },
    { "试行办法", GB_PHRASE_NONE, NULL, 0 },
    { "至2026年12月31日，本市共有5家", GB_PHRASE_NONE, NULL, 0 },
  };
  check (gb_phrase_validity, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/days", test_days);
  g_test_add_func ("/phrase/effects", test_effects);
  g_test_add_func ("/phrase/validities", test_validities);
  return g_test_run ();
}
