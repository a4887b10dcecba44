/* Index numbers and document numbers: the real ones pass, slips are seen, spellings meet. */
#include "law/index_number.h"
#include "law/number.h"

#include <string.h>

static void
test_index_real (void)
{
  static const char *const real[]
    = { "114419005813893675/2026-00027", "11441300007187648G/2017-00096",
        "11370322004222241N/2021-5135380", "006939748/2004-00170" };
  for (guint i = 0; i < G_N_ELEMENTS (real); i++)
    g_assert_cmpint (gb_index_number_check (real[i]), ==, GB_INDEX_NUMBER_OK);
  /* By hand: 5·9 = 45, 45 mod 11 = 1, 11 − 1 = 10 is X; no remainder gives 0; A is 10, 10·3 = 30,
   * 30 mod 11 = 8, 11 − 8 = 3. */
  g_assert_cmpint (gb_index_number_check ("00500000X/2004-1"), ==, GB_INDEX_NUMBER_OK);
  g_assert_cmpint (gb_index_number_check ("000000000/2004-1"), ==, GB_INDEX_NUMBER_OK);
  g_assert_cmpint (gb_index_number_check ("A00000003/2004-1"), ==, GB_INDEX_NUMBER_OK);
}

/* Every single wrong digit and every swap of unlike neighbours must show. */
static void
test_index_slips (void)
{
  static const char number[] = "114419005813893675/2026-00027";
  for (guint i = 0; i < 18; i++) {
    for (char c = '0'; c <= '9'; c++) {
      char slip[sizeof number];
      memcpy (slip, number, sizeof number);
      slip[i] = c;
      g_assert_cmpint (gb_index_number_check (slip), ==,
                       c == number[i] ? GB_INDEX_NUMBER_OK : GB_INDEX_NUMBER_BAD_CHECK_DIGIT);
    }
    if (i < 17 && number[i] != number[i + 1]) {
      char swap[sizeof number];
      memcpy (swap, number, sizeof number);
      swap[i] = number[i + 1];
      swap[i + 1] = number[i];
      g_assert_cmpint (gb_index_number_check (swap), ==, GB_INDEX_NUMBER_BAD_CHECK_DIGIT);
    }
  }
  g_assert_cmpint (gb_index_number_check ("006939747/2004-00170"), ==,
                   GB_INDEX_NUMBER_BAD_CHECK_DIGIT);
  g_assert_cmpint (gb_index_number_check ("006939784/2004-00170"), ==,
                   GB_INDEX_NUMBER_BAD_CHECK_DIGIT);
}

static void
test_index_form (void)
{
  static const char *const bad[] = { "",
                                     "/",
                                     "114419005813893675",
                                     "114419005813893675/",
                                     "114419005813893675/2026",
                                     "114419005813893675/2026-",
                                     "114419005813893675/2026-0002x",
                                     "114419005813893675/2026-00027 ",
                                     "114419005813893675/2026/00027",
                                     "114419005813893675/226-00027",
                                     "114419005813893675/0026-00027",
                                     "114419005813893675/2026-12345678901",
                                     "11441900581389367/2026-00027",
                                     "1144190058138936755/2026-00027",
                                     "11441300007187648g/2017-00096",
                                     "11441300007187648I/2017-00096",
                                     "11A41300007187648G/2017-00096",
                                     "00693974a/2004-00170",
                                     "00693974A/2004-00170",
                                     "0069 9748/2004-00170",
                                     "１14419005813893675/2026-00027" };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (gb_index_number_check (bad[i]), ==, GB_INDEX_NUMBER_BAD_FORM);
  g_assert_cmpint (gb_index_number_check (NULL), ==, GB_INDEX_NUMBER_BAD_FORM);
}

static void
test_normalise (void)
{
  static const char *const pairs[][2] = {
    { "粤工信服务函〔2023〕4号", "粤工信服务函〔2023〕4号" },
    { "粤工信服务函[2023]4号", "粤工信服务函〔2023〕4号" },
    { "粤工信服务函［2023］4号", "粤工信服务函〔2023〕4号" },
    { "粤工信服务函（2023）4号", "粤工信服务函〔2023〕4号" },
    { "粤工信服务函(2023)4号", "粤工信服务函〔2023〕4号" },
    { "粤工信服务函【2023】4号", "粤工信服务函〔2023〕4号" },
    { "粤工信服务函﹝2023﹞4号", "粤工信服务函〔2023〕4号" },
    { " 粤工信服务函 〔 2023 〕　4 号\n", "粤工信服务函〔2023〕4号" },
    { "粤工信服务函〔２０２３〕第０4号", "粤工信服务函〔2023〕4号" },
    { "粤工信服务函〔2023〕004号", "粤工信服务函〔2023〕4号" },
    { "粤工信服务函(2023〕4号", "粤工信服务函〔2023〕4号" },
    { "\xef\xbb\xbf东工信〔2021〕142\xe2\x80\x8b号", "东工信〔2021〕142号" },
    { "教办函（职）（2020）5号", "教办函(职)〔2020〕5号" },
    { "国发（85）号", "国发〔85〕号" },
    { "某（123）某", "某(123)某" },
    { "令第 277 号", "令第277号" },
    { "公告 2023年 第05号", "公告2023年第5号" },
    { "HFGS—2017—9", "HFGS-2017-9" },
    { "hfgs－－2017——09", "HFGS-2017-9" },
    { "第000号", "第0号" },
    { "〔2023〕", "〔2023〕" },
    { "(2023", "(2023" },
    { "(", "(" },
    { "〔2023〕第", "〔2023〕" },
    { "", "" },
    { "\xe4\xb8", "\xe4\xb8" },
    { "号\xff〔2023〕", "号\xff〔2023〕" },
  };
  g_autoptr (GbArena) arena = gb_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    const char *once = gb_number_normalise (arena, pairs[i][0]);
    g_assert_cmpstr (once, ==, pairs[i][1]);
    g_assert_cmpstr (gb_number_normalise (arena, once), ==, once);
  }
  g_assert_null (gb_number_normalise (arena, NULL));
  char many[3001];
  memset (many, '(', 3000);
  many[3000] = '\0';
  g_assert_cmpuint (strlen (gb_number_normalise (arena, many)), ==, 3000);
}

static void
assert_number (const char *text, GbNumberForm form, const char *agency, int year, int serial)
{
  GbNumber number = { 0 };
  g_assert_true (gb_number_parse (text, &number));
  g_assert_cmpint (number.form, ==, form);
  g_assert_cmpstr (number.agency, ==, agency);
  g_assert_cmpint (number.year, ==, year);
  g_assert_cmpint (number.serial, ==, serial);
  g_assert_cmpint (gb_number_year (text), ==, year);
}

static void
test_parse (void)
{
  assert_number ("粤工信服务函〔2023〕4号", GB_NUMBER_BRACKETED, "粤工信服务函", 2023, 4);
  assert_number ("东工信〔2021〕142 号", GB_NUMBER_BRACKETED, "东工信", 2021, 142);
  assert_number ("中工信规字(2023)1号", GB_NUMBER_BRACKETED, "中工信规字", 2023, 1);
  assert_number ("国办发明电［2019］16号", GB_NUMBER_BRACKETED, "国办发明电", 2019, 16);
  assert_number ("教办函（职）〔2020〕5号", GB_NUMBER_BRACKETED, "教办函(职)", 2020, 5);
  assert_number ("〔2020〕293 号", GB_NUMBER_BRACKETED, "", 2020, 293);
  assert_number ("令第277号", GB_NUMBER_ORDER, "令", 0, 277);
  assert_number ("粤府令第93号", GB_NUMBER_ORDER, "粤府令", 0, 93);
  assert_number ("广东省人民政府第277号令", GB_NUMBER_ORDER, "广东省人民政府令", 0, 277);
  assert_number ("公告2023年第5号", GB_NUMBER_YEARLY, "公告", 2023, 5);
  assert_number ("税务总局公告 2023年第 5 号", GB_NUMBER_YEARLY, "税务总局公告", 2023, 5);
  assert_number ("2023年第5号公告", GB_NUMBER_YEARLY, "公告", 2023, 5);
  assert_number ("DGSGYHXXHJ-2021-35", GB_NUMBER_REGISTERED, "DGSGYHXXHJ", 2021, 35);
  assert_number ("HFGS—2017—9", GB_NUMBER_REGISTERED, "HFGS", 2017, 9);

  static const char *const bad[] = {
    "",
    "第5号",
    "东工信",
    "〔2023〕号",
    "东工信〔2023〕4",
    "〔85〕国5号",
    "东〔2023〕4号 附",
    "东〔1823〕4号",
    "令第二七七号",
    "东工信〔2023〕4号令",
    "-2021-35",
    "A-2021",
    "A-2021-",
    "A-21-35",
    "东-2021-35",
    "12年第5号x",
    "令第277号令x",
    "\xff〔2023〕4号",
    "令第1234567890号",
    "关于印发办法的通知",
  };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    GbNumber number = { .serial = 7 };
    g_assert_false (gb_number_parse (bad[i], &number));
    g_assert_cmpint (number.serial, ==, 7);
    g_assert_cmpint (gb_number_year (bad[i]), ==, 0);
  }
  g_assert_cmpint (gb_number_year (NULL), ==, 0);

  /* The longest text that is looked at, and one byte more. */
  static const char end[] = "(2023)4号";
  for (gsize length = GB_NUMBER_LENGTH_MAX; length <= GB_NUMBER_LENGTH_MAX + 1; length++) {
    g_autofree char *agency = g_strnfill (length - strlen (end), 'A');
    g_autofree char *text = g_strconcat (agency, end, NULL);
    GbNumber number = { 0 };
    g_assert_cmpint (gb_number_parse (text, &number), ==, length == GB_NUMBER_LENGTH_MAX);
    if (length == GB_NUMBER_LENGTH_MAX)
      g_assert_cmpstr (number.agency, ==, agency);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index-number/real", test_index_real);
  g_test_add_func ("/index-number/slips", test_index_slips);
  g_test_add_func ("/index-number/form", test_index_form);
  g_test_add_func ("/number/normalise", test_normalise);
  g_test_add_func ("/number/parse", test_parse);
  return g_test_run ();
}
