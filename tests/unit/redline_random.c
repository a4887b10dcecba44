/* Whatever is done to a text, its redline holds both, calls everything by its name, and says the
 * opposite when read the other way round. */
#include "../text/redline.h"

static const char *const policies[]
  = { "dg-core-zones-2021", "dg-strategic-clusters-2021", "gd-sme-clusters-2023",
      "zh-sme-clusters-2024", "zs-digital-pilots-2023" };

/* The place of a character of @text. */
static gsize
any_place (GRand *rand, const GString *text)
{
  gsize at = (gsize)g_rand_int_range (rand, 0, (gint32)text->len + 1);
  while (at < text->len && ((guchar)text->str[at] & 0xc0) == 0x80)
    at++;
  return at;
}

static gsize
skip (const GString *text, gsize at, int n)
{
  for (; n > 0 && text->str[at] != '\0'; n--)
    at = (gsize)(g_utf8_next_char (text->str + at) - text->str);
  return at;
}

static void
copy_piece (GRand *rand, GString *text, int longest)
{
  gsize from = any_place (rand, text);
  gsize to = skip (text, from, g_rand_int_range (rand, 1, longest));
  g_autofree char *piece = g_strndup (text->str + from, to - from);
  g_string_insert (text, (gssize)any_place (rand, text), piece);
}

static void
erase_piece (GRand *rand, GString *text, int longest)
{
  gsize from = any_place (rand, text);
  gsize to = skip (text, from, g_rand_int_range (rand, 1, longest));
  g_string_erase (text, (gssize)from, (gssize)(to - from));
}

/* A paragraph goes elsewhere, or comes twice, or goes away. */
static void
shuffle_paragraph (GRand *rand, GString *text)
{
  gsize at = any_place (rand, text);
  char *start = g_strrstr_len (text->str, (gssize)at, "\n\n");
  char *end = strstr (text->str + at, "\n\n");
  if (start == NULL || end == NULL)
    return;
  g_autofree char *paragraph = g_strndup (start, (gsize)(end - start));
  if (g_rand_boolean (rand))
    g_string_erase (text, start - text->str, end - start);
  const char *place = strstr (text->str + any_place (rand, text), "\n\n");
  if (place != NULL && g_rand_boolean (rand))
    g_string_insert (text, place - text->str, paragraph);
}

static void
change_typography (GRand *rand, GString *text)
{
  static const char *const pairs[][2] = {
    { "，", "," }, { "（", "(" }, { "）", ")" },   { "；", ";" },  { "“", "「" },
    { "”", "」" }, { "1", "１" }, { "年", "年 " }, { "；", "; " },
  };
  guint k = (guint)g_rand_int_range (rand, 0, G_N_ELEMENTS (pairs));
  char *at = strstr (text->str + any_place (rand, text), pairs[k][0]);
  if (at == NULL)
    return;
  gssize place = at - text->str;
  g_string_erase (text, place, (gssize)strlen (pairs[k][0]));
  g_string_insert (text, place, pairs[k][1]);
}

static void
disturb (GRand *rand, GString *text, int times)
{
  for (; times > 0; times--)
    switch (g_rand_int_range (rand, 0, 8)) {
    case 0:
      copy_piece (rand, text, 4);
      break;
    case 1:
      erase_piece (rand, text, 4);
      break;
    case 2:
      copy_piece (rand, text, 200);
      break;
    case 3:
      erase_piece (rand, text, 200);
      break;
    case 4:
    case 5:
      shuffle_paragraph (rand, text);
      break;
    default:
      change_typography (rand, text);
      break;
    }
}

/* -- the properties -- */

static void
test_texts (gconstpointer data)
{
  g_autofree char *policy = real_policy (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20230228);
  for (int round = 0; round < 24; round++) {
    g_autoptr (GString) amended = g_string_new (policy);
    disturb (rand, amended, 1 + round * 2);
    g_autoptr (Parsed) old = parse (policy);
    g_autoptr (Parsed) new = parse (amended->str);
    const GbRedline *redline = gb_redline_texts (new->arena, old->text, new->text);
    const GbRedline *reverse = gb_redline_texts (new->arena, new->text, old->text);
    assert_sound (redline, old->text, new->text);
    assert_sound (reverse, new->text, old->text);
    assert_reverse (redline, reverse);
    const GbRedline *none = gb_redline_texts (new->arena, new->text, new->text);
    g_assert_cmpuint (none->counts[GB_ROW_SAME], ==, none->n_rows);
  }
}

static void
test_lines (gconstpointer data)
{
  g_autofree char *policy = real_policy (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (19);
  for (int round = 0; round < 12; round++) {
    g_autoptr (GString) amended = g_string_new (policy);
    disturb (rand, amended, 1 + round * 3);
    g_autoptr (GbArena) arena = gb_arena_new ();
    const GbRedline *redline = gb_redline_lines (arena, policy, amended->str);
    g_autoptr (GString) old_side = g_string_new (NULL);
    g_autoptr (GString) new_side = g_string_new (NULL);
    for (guint i = 0; i < redline->n_rows; i++) {
      const GbRedlineRow *row = &redline->rows[i];
      for (guint j = 0; j < row->n_old; j++)
        g_string_append (old_side, row->old_runs[j].text);
      for (guint j = 0; j < row->n_new; j++)
        g_string_append (new_side, row->new_runs[j].text);
      if (row->old_label != NULL)
        g_string_append_c (old_side, '\n');
      if (row->new_label != NULL)
        g_string_append_c (new_side, '\n');
    }
    if (!g_str_has_suffix (amended->str, "\n"))
      g_string_append_c (amended, '\n');
    g_assert_cmpstr (old_side->str, ==, policy);
    g_assert_cmpstr (new_side->str, ==, amended->str);
    assert_reverse (redline, gb_redline_lines (arena, amended->str, policy));
  }
}

static void
test_runs (gconstpointer data)
{
  g_autofree char *policy = real_policy (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_auto (GStrv) lines = g_strsplit (policy, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    for (int round = 0; round < 4; round++) {
      g_autoptr (GbArena) arena = gb_arena_new ();
      g_autoptr (GString) amended = g_string_new (lines[i]);
      disturb (rand, amended, 1 + round * 2);
      assert_runs (arena, lines[i], amended->str);
    }
}

/* A few letters in every order: what is at the borders of words and numbers. */
static void
test_scraps (void)
{
  static const char *const letters[]
    = { "甲", "乙", "，", ",", " ", "1",  "２",           ".",  "a", "Ｂ", "一", "十", "（",
        "(",  "㎡", "—",  "-", "…", "　", "\xe2\x80\x8b", "、", "○" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  for (int round = 0; round < 6000; round++) {
    g_autoptr (GbArena) arena = gb_arena_new ();
    g_autoptr (GString) one = g_string_new (NULL);
    g_autoptr (GString) other = g_string_new (NULL);
    for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
      g_string_append (one, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
    for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
      g_string_append (other, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
    assert_runs (arena, one->str, other->str);
  }
}

/* Two texts with nothing in common but their characters, of 200 KB and without a clause: more than
 * is worth searching. */
static void
test_hostile (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GString) old_text = g_string_new (NULL);
  g_autoptr (GString) new_text = g_string_new (NULL);
  while (old_text->len < 200 * 1024) {
    g_string_append_unichar (old_text, 0x4e00 + (gunichar)g_rand_int_range (rand, 0, 40));
    g_string_append_unichar (new_text, 0x4e00 + (gunichar)g_rand_int_range (rand, 0, 40));
  }
  g_autoptr (GbArena) arena = gb_arena_new ();
  assert_runs (arena, old_text->str, new_text->str);

  /* As many short lines. */
  for (gsize at = 30; at < old_text->len; at += 30) {
    memcpy (old_text->str + at - 3, "\n\n\n", 3);
    memcpy (new_text->str + at - 3, "\n\n\n", 3);
  }
  const GbRedline *redline = gb_redline_lines (arena, old_text->str, new_text->str);
  assert_reverse (redline, gb_redline_lines (arena, new_text->str, old_text->str));
  g_autoptr (Parsed) old = parse (old_text->str);
  g_autoptr (Parsed) new = parse (new_text->str);
  assert_sound (gb_redline_texts (arena, old->text, new->text), old->text, new->text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (policies); i++) {
    g_autofree char *texts = g_strdup_printf ("/redline/random/%s/texts", policies[i]);
    g_autofree char *lines = g_strdup_printf ("/redline/random/%s/lines", policies[i]);
    g_autofree char *runs = g_strdup_printf ("/redline/random/%s/runs", policies[i]);
    g_test_add_data_func (texts, policies[i], test_texts);
    g_test_add_data_func (lines, policies[i], test_lines);
    g_test_add_data_func (runs, policies[i], test_runs);
  }
  g_test_add_func ("/redline/random/scraps", test_scraps);
  g_test_add_func ("/redline/random/hostile", test_hostile);
  return g_test_run ();
}
