#include "base/integer.h"

static void
test_parse (void)
{
  static const struct {
    const char *text;
    gint64 minimum;
    gint64 maximum;
    gboolean good;
    gint64 value;
  } cases[] = {
    { "0", 0, 9, TRUE, 0 },
    { "7", 1, 9, TRUE, 7 },
    { "10", 1, 9, FALSE, 0 },
    { "007", 0, 9, TRUE, 7 },
    { "-5", -9, 9, TRUE, -5 },
    { "-5", 0, 9, FALSE, 0 },
    { "9223372036854775807", G_MININT64, G_MAXINT64, TRUE, G_MAXINT64 },
    { "9223372036854775808", G_MININT64, G_MAXINT64, FALSE, 0 },
    { "-9223372036854775808", G_MININT64, G_MAXINT64, TRUE, G_MININT64 },
    { "-9223372036854775809", G_MININT64, G_MAXINT64, FALSE, 0 },
    { "92233720368547758070", G_MININT64, G_MAXINT64, FALSE, 0 },
    { "", 0, 9, FALSE, 0 },
    { "-", -9, 9, FALSE, 0 },
    { "+5", 0, 9, FALSE, 0 },
    { "5 ", 0, 9, FALSE, 0 },
    { " 5", 0, 9, FALSE, 0 },
    { "5x", 0, 9, FALSE, 0 },
    { "５", 0, 9, FALSE, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 value = 4711;
    g_assert_cmpint (gb_integer_parse (cases[i].text, cases[i].minimum, cases[i].maximum, &value),
                     ==, cases[i].good);
    g_assert_cmpint (value, ==, cases[i].good ? cases[i].value : 4711);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/integer/parse", test_parse);
  return g_test_run ();
}
