/* When a notice says that it runs. */
#include "text/span.h"

#include "text/phrase.h"

#include <string.h>

static void
test_spans (void)
{
  static const struct {
    const char *words;
    const char *opens;
    const char *closes;
    int days;
    gboolean working;
  } rows[] = {
    { "公示期为2023年1月9日至1月20日。", "2023-01-09", "2023-01-20", 0, FALSE },
    { "公示时间：2023年1月9日—2023年1月20日。", "2023-01-09", "2023-01-20", 0, FALSE },
    { "公示时间为 2022 年 12 月 29 日至 2023 年 1 月 5 日。", "2022-12-29", "2023-01-05", 0,
      FALSE },
    { "公示期自二〇二三年一月九日起至一月二十日止，共10个工作日。", "2023-01-09", "2023-01-20", 10,
      TRUE },
    { "公示期为2026年10月29日（星期四）至11月6日，共7个工作日。", "2026-10-29", "2026-11-06", 7,
      TRUE },
    { "公示期为2023年1月9日至20日（10个工作日）。", "2023-01-09", "2023-01-20", 10, TRUE },
    { "公示期7个工作日。", "", "", 7, TRUE },
    { "予以公示，公示期为五个工作日。", "", "", 5, TRUE },
    { "公示不少于5个工作日。", "", "", 5, TRUE },
    { "拟定名单应当公示10日，公示发布当日不计入。", "", "", 10, FALSE },
    { "公示期15天。", "", "", 15, FALSE },
    { "公示自2023年1月9日起5个工作日。", "2023-01-09", "", 5, TRUE },
    { "公示期满无异议的，5个工作日内公布。", NULL, NULL, 0, FALSE },
    { "公示期间收到异议3件。", NULL, NULL, 0, FALSE },
    { "公示名单共55个。", NULL, NULL, 0, FALSE },
    { "公示结束后，市局在10个工作日内公布。", NULL, NULL, 0, FALSE },
    { "公示于2023年1月9日发布。", NULL, NULL, 0, FALSE },
    { "公示期为2023年1月20日至1月9日。", NULL, NULL, 0, FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *normal = gb_phrase_normalise (rows[i].words);
    const char *at = normal;
    GbSpan span;
    char text[GB_DATE_LENGTH];
    g_test_message ("%s", rows[i].words);
    gboolean found = gb_span_next (&at, &span);
    g_assert_cmpint (found, ==, rows[i].opens != NULL);
    if (!found)
      continue;
    g_assert_cmpstr (gb_date_format (span.opens, text), ==, rows[i].opens);
    g_assert_cmpstr (gb_date_format (span.closes, text), ==, rows[i].closes);
    g_assert_cmpint (span.days, ==, rows[i].days);
    g_assert_cmpint (span.working, ==, rows[i].working);
  }
}

static void
test_days (void)
{
  g_assert_true (gb_span_holds_days ("公示期为七个工作日", 7, TRUE));
  g_assert_true (gb_span_holds_days ("公示10天", 10, FALSE));
  g_assert_false (gb_span_holds_days ("公示7个工作日", 7, FALSE));
  g_assert_false (gb_span_holds_days ("公示7日", 7, TRUE));
  g_assert_false (gb_span_holds_days ("公示17个工作日", 7, TRUE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/spans", test_spans);
  g_test_add_func ("/span/days", test_days);
  return g_test_run ();
}
