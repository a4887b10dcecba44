/* base/ical: content lines as RFC 5545 has them. */
#include <string.h>

#include "base/ical.h"

static void
assert_text (const char *text, const char *expected)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  gb_ical_add_text (lines, "SUMMARY", text);
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_escape (void)
{
  assert_text (NULL, "");
  assert_text ("", "");
  assert_text ("公示截止", "SUMMARY:公示截止\n");
  assert_text ("a;b,c\\d\ne:\"f\"", "SUMMARY:a\\;b\\,c\\\\d\\ne:\"f\"\n");
  assert_text ("\\n", "SUMMARY:\\\\n\n");
  assert_text ("a\r\nb\001\177\tc", "SUMMARY:a\\nb\tc\n");
  g_autoptr (GString) lines = g_string_new (NULL);
  gb_ical_add (lines, "URL", "https://example.cn/a,b;c");
  g_assert_cmpstr (lines->str, ==, "URL:https://example.cn/a,b;c\n");
}

static void
test_fold_by_hand (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *fits = g_strnfill (75, 'a');
  gb_ical_fold (out, fits);
  g_assert_cmpuint (out->len, ==, 77);
  g_assert_true (g_str_has_suffix (out->str, "a\r\n"));
  g_assert_null (strchr (out->str, ' '));

  g_autofree char *one_more = g_strnfill (76, 'a');
  g_string_assign (out, "");
  gb_ical_fold (out, one_more);
  g_assert_cmpint (strncmp (out->str + 75, "\r\n a\r\n", 6), ==, 0);
  g_assert_cmpuint (out->len, ==, 81);

  /* SUMMARY: and 23 characters are 77 octets: 22 of them fit in 74. */
  g_string_assign (out, "");
  gb_ical_fold (out, "SUMMARY:一二三四五六七八九十一二三四五六七八九十一二三\nEND:VEVENT\n");
  g_assert_cmpstr (out->str, ==,
                   "SUMMARY:一二三四五六七八九十一二三四五六七八九十一二\r\n 三\r\nEND:VEVENT\r\n");
}

/* Every length and every place of a character of each width: lines keep to their room, characters
 * stay whole, nothing is lost. */
static void
test_fold_everywhere (void)
{
  static const char *const characters[] = { "a", "é", "文", "𠮷" };
  for (guint which = 0; which < G_N_ELEMENTS (characters); which++)
    for (guint before = 0; before < 80; before++)
      for (guint count = 0; count < 60; count += 7) {
        g_autoptr (GString) line = g_string_new ("DESCRIPTION:");
        for (guint i = 0; i < before; i++)
          g_string_append_c (line, 'x');
        for (guint i = 0; i < count; i++)
          g_string_append (line, characters[which]);
        g_string_append_c (line, '\n');
        g_autoptr (GString) out = g_string_new (NULL);
        gb_ical_fold (out, line->str);
        g_auto (GStrv) parts = g_strsplit (out->str, "\r\n", -1);
        guint n = g_strv_length (parts);
        g_assert_cmpstr (parts[n - 1], ==, "");
        for (guint i = 0; i + 1 < n; i++) {
          g_assert_cmpuint (strlen (parts[i]), <=, 75);
          g_assert_true (g_utf8_validate (parts[i], -1, NULL));
          g_assert_null (strchr (parts[i], '\n'));
          if (i > 0)
            g_assert_true (parts[i][0] == ' ' && parts[i][1] != '\0');
        }
        g_autofree char *back = gb_ical_unfold (out->str, out->len);
        g_assert_cmpstr (back, ==, line->str);
      }
}

static void
test_unfold (void)
{
  static const char text[] = "A:1\r\n 2\r\nB:\n\t3\nC:4";
  g_autofree char *lines = gb_ical_unfold (text, sizeof text - 1);
  g_assert_cmpstr (lines, ==, "A:12\nB:3\nC:4\n");
  g_autofree char *odd = gb_ical_unfold (" A\r\n\r\n", 6);
  g_assert_cmpstr (odd, ==, " A\n\n");
  g_autofree char *empty = gb_ical_unfold ("", 0);
  g_assert_cmpstr (empty, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ical/escape", test_escape);
  g_test_add_func ("/ical/fold/by-hand", test_fold_by_hand);
  g_test_add_func ("/ical/fold/everywhere", test_fold_everywhere);
  g_test_add_func ("/ical/unfold", test_unfold);
  return g_test_run ();
}
