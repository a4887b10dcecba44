/* What full text is searched by: folding, and the numbers of pairs that a browser must find too. */
#include "text/gram.h"

#include <string.h>

static char *
fold (const char *text)
{
  g_autoptr (GArray) chars = g_array_new (FALSE, FALSE, sizeof (guint32));
  gb_gram_fold (text, strlen (text), chars);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < chars->len; i++) {
    guint32 c = g_array_index (chars, guint32, i);
    g_string_append_unichar (out, c == 0 ? '|' : c);
  }
  return g_string_free (out, FALSE);
}

static void
test_fold (void)
{
  static const struct {
    const char *text, *folded;
  } cases[] = {
    { "产业集群", "产业集群" },
    { "７个 工作日", "7个工作日" },
    { "粤工信［2023］4号", "粤工信(2023)4号" },
    { "粤工信〔2023〕4号", "粤工信(2023)4号" },
    { "“十四五”—ABC", "\"十四五\"-abc" },
    { "一\n二", "一|二" },
    { "面积㎡①", "面积m21" },
    { "零\u200b宽　空格", "零宽空格" },
    { "《办法》、。", "《办法》、。" },
    { "𠮷", "𠮷" },
    { "ﬃ", "ffi" },
    { "", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folded = fold (cases[i].text);
    g_assert_cmpstr (folded, ==, cases[i].folded);
  }
}

/* One character may become eighteen. */
static void
test_expansion (void)
{
  g_autofree char *folded = fold ("甲ﷺ乙");
  g_assert_true (g_str_has_prefix (folded, "甲"));
  g_assert_true (g_str_has_suffix (folded, "乙"));
  g_assert_cmpint (g_utf8_strlen (folded, -1), ==, 2 + 15);
}

/* By hand with integers of any length; templates/assets/search.js has the same formula. */
static void
test_hash (void)
{
  g_assert_cmphex (gb_gram_hash (0, 0), ==, 0);
  g_assert_cmphex (gb_gram_hash (0x4ea7, 0x4e1a), ==, 0x65f1207d);
  g_assert_cmphex (gb_gram_hash (0x4e1a, 0x4ea7), ==, 0x43387080);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gram/fold", test_fold);
  g_test_add_func ("/gram/expansion", test_expansion);
  g_test_add_func ("/gram/hash", test_hash);
  return g_test_run ();
}
