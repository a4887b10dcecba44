/* Chinese numerals: every number there and back, known spellings, what is none. */
#include "text/numeral.h"

#include <string.h>

/* The numeral of @n by grouping: thousands, then the rest with 零 where a place is skipped. */
static char *
spell (int n, gboolean inside)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  if (n < 10)
    return g_strdup (digits[n]);
  if (n < 20 && !inside)
    return g_strconcat ("十", digits[n - 10], NULL);
  int unit = n < 100 ? 10 : n < 1000 ? 100 : 1000;
  g_autofree char *rest = spell (n % unit, TRUE);
  gboolean skipped = n % unit > 0 && n % unit < unit / 10;
  return g_strconcat (digits[n / unit],
                      unit == 10    ? "十"
                      : unit == 100 ? "百"
                                    : "千",
                      skipped ? "零" : "", rest, NULL);
}

static void
test_every_number (void)
{
  for (int n = 1; n <= 9999; n++) {
    char text[32];
    g_autofree char *expected = spell (n, FALSE);
    g_assert_cmpstr (gb_numeral_write (n, text), ==, expected);
    gsize length = 0;
    g_autofree char *longer = g_strconcat (text, "条", NULL);
    g_assert_cmpint (gb_numeral_read (longer, strlen (longer), &length), ==, n);
    g_assert_cmpuint (length, ==, strlen (text));
    /* With 〇 for 零, and in digits. */
    g_autoptr (GString) round = g_string_new (text);
    g_string_replace (round, "零", "〇", 0);
    g_assert_cmpint (gb_numeral_read (round->str, round->len, &length), ==, n);
    g_autofree char *arabic = g_strdup_printf ("%d.", n);
    g_assert_cmpint (gb_numeral_read (arabic, strlen (arabic), &length), ==, n);
    g_assert_cmpuint (length, ==, strlen (arabic) - 1);
  }
}

static void
test_spellings (void)
{
  static const struct {
    const char *text;
    int number;
    gsize length;
  } cases[] = {
    { "一", 1, 3 },
    { "十", 10, 3 },
    { "十二", 12, 6 },
    { "二十", 20, 6 },
    { "二十一条", 21, 9 },
    { "百", 100, 3 },
    { "百二十", 120, 9 },
    { "一百零五", 105, 12 },
    { "一百〇五", 105, 12 },
    { "一百十二", 112, 12 },
    { "一百一十二", 112, 15 },
    { "两百", 200, 6 },
    { "二百零二", 202, 12 },
    { "一千零一十", 1010, 15 },
    { "一千零五", 1005, 12 },
    { "一千二百六十", 1260, 18 },
    { "九千九百九十九", 9999, 21 },
    /* Digits only, as old codes and years are written. */
    { "一〇一", 101, 9 },
    { "二〇二三", 2023, 12 },
    { "一三二条", 132, 9 },
    { "一百○五", 105, 12 },
    { "一◯五", 105, 9 },
    { "廿", 20, 3 },
    { "廿一条", 21, 6 },
    { "卅", 30, 3 },
    { "卅九", 39, 6 },
    { "一百廿五", 125, 12 },
    { "105条", 105, 3 },
    { "１０５条", 105, 9 },
    { "１４", 14, 6 },
    { "1４条", 14, 4 },
    { "3、", 3, 1 },
    { "7 个", 7, 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gsize length = 0;
    g_assert_cmpint (gb_numeral_read (cases[i].text, strlen (cases[i].text), &length), ==,
                     cases[i].number);
    g_assert_cmpuint (length, ==, cases[i].length);
  }
}

static void
test_malformed (void)
{
  static const char *const cases[] = {
    "",       "条",         "零",         "〇",         "零五",   "十十",   "十百",
    "一百五", "一百零",     "一百零二十", "一千百",     "三四十", "百零百", "一百一百",
    "十零五", "二十零",     "一百〇〇五", "一千零五百", "廿十",   "廿卅",   "二廿",
    "十廿",   "一二三四五", "0",          "01",         "12345",  "０１",   "九千九百九十九十一",
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gsize length = 77;
    g_assert_cmpint (gb_numeral_read (cases[i], strlen (cases[i]), &length), ==, 0);
    g_assert_cmpuint (length, ==, 77);
  }
  /* Not a byte beyond the length is looked at: 二十 of 二十一, 二 of 二十. */
  gsize length = 0;
  g_assert_cmpint (gb_numeral_read ("二十一", 6, &length), ==, 20);
  g_assert_cmpint (gb_numeral_read ("二十一", 3, &length), ==, 2);
  g_assert_cmpint (gb_numeral_read ("二十一", 0, &length), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numeral/every-number", test_every_number);
  g_test_add_func ("/numeral/spellings", test_spellings);
  g_test_add_func ("/numeral/malformed", test_malformed);
  return g_test_run ();
}
