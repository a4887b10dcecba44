/* Which row of one text belongs to which of another, at the very limits: how much must be alike.
 *
 * What a row says is compared by pairs of neighbours, its beginning and end among them: n words
 * have n + 1.  Two rows of 20 words of which the first k are the same share k pairs of 42, and are
 * alike by k * 2000 / 42 thousandths. */
#include "../text/redline.h"

/* Words that occur in one row alone: characters of a block of their own. */
enum { P = 0x6a00, R = 0x6b00, Q = 0x9d00, O = 0x9c00, A = 0x7400, B = 0x7500, L = 0x6600 };

/* Appends @n words of @block. */
static void
append_words (GString *out, gunichar block, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_unichar (out, block + i);
}

/* "第一条　", then as said: "P18R2" for the first 18 words of P and two of R; rows are parted by
 * "/".
 */
static char *
text_of (const char *rows)
{
  static const struct {
    char name;
    gunichar block;
  } blocks[]
    = { { 'P', P }, { 'R', R }, { 'Q', Q }, { 'O', O }, { 'A', A }, { 'B', B }, { 'L', L } };
  GString *out = g_string_new (NULL);
  for (const char *at = rows; *at != '\0';) {
    gsize k = 0;
    while (k < G_N_ELEMENTS (blocks) && blocks[k].name != *at)
      k++;
    if (*at == '/') {
      g_string_append (out, "\n\n");
      at++;
    } else if (k < G_N_ELEMENTS (blocks)) {
      append_words (out, blocks[k].block, (guint)g_ascii_strtoull (at + 1, (char **)&at, 10));
    } else {
      g_string_append_c (out, *at++);
    }
  }
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

/* "C 第一条>第二条 I 第三条": of each row that is not the same, the first letter of its kind and
 * its labels; "-" for a row without one. */
static char *
story_of (const GbRedline *redline)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < redline->n_rows; i++) {
    const GbRedlineRow *row = &redline->rows[i];
    if (row->kind == GB_ROW_SAME)
      continue;
    const char *labels[] = { row->old_label, row->new_label };
    g_string_append_printf (out, "%s%c", out->len > 0 ? " " : "",
                            g_ascii_toupper (gb_row_kind_name (row->kind)[0]));
    for (guint k = 0; k < 2; k++)
      if (labels[k] != NULL)
        g_string_append_printf (out, "%s%s", k == 1 && labels[0] != NULL ? ">" : " ",
                                labels[k][0] == '\0' ? "-" : labels[k]);
  }
  return g_string_free (out, FALSE);
}

static void
test_limits (void)
{
  static const struct {
    const char *old;
    const char *new;
    const char *story;
  } cases[] = {
    /* Under another number an article is the same from 400 on: 8 words are 380, 9 are 428. */
    { "第一条　P20", "第一条　O20/第二条　P8R12", "C 第一条>第一条 I 第二条" },
    { "第一条　P20", "第一条　O20/第二条　P9R11", "I 第一条 C 第一条>第二条" },
    /* Past another article it moves from 850 on: 17 words are 809, 18 are 857. */
    { "第一条　P20/第二条　Q40", "第一条　Q40/第二条　P17R3", "D 第一条 R 第二条>第一条 I 第二条" },
    { "第一条　P20/第二条　Q40", "第一条　Q40/第二条　P18R2", "R 第二条>第一条 C 第一条>第二条" },
    /* One that kept its number did not move, or it would pass for unchanged. */
    { "第一条　P20/第二条　Q40", "第二条　Q40/第一条　P20", "D 第一条 I 第一条" },
    /* Of two that are alike enough, the one that is more. */
    { "第一条　P19R1/第二条　P20/第三条　Q40", "第一条　Q40/第四条　P20",
      "D 第一条 R 第三条>第一条 R 第二条>第四条" },
    /* And only from 8 words on. */
    { "第一条　P7/第二条　Q40", "第一条　Q40/第二条　P7", "D 第一条 R 第二条>第一条 I 第二条" },
    { "第一条　P8/第二条　Q40", "第一条　Q40/第二条　P8", "R 第二条>第一条 R 第一条>第二条" },
    /* An item moves past another from 6 words on, a paragraph never. */
    { "第一条　A9/（一）P5/（二）Q20", "第一条　A9/（一）Q20/（二）P5",
      "D （一） R （二）>（一） I （二）" },
    { "第一条　A9/（一）P6/（二）Q20", "第一条　A9/（一）Q20/（二）P6",
      "R （二）>（一） R （一）>（二）" },
    { "第一条　A9/P9/（一）Q20", "第一条　A9/（一）Q20/（二）P9", "D - I （二）" },
    /* Opening words of 4 that are the same hold an article together, though all below them is
     * other; of 3 they do not. */
    { "第一条　A4/（一）P9", "第一条　O20/第二条　A4/（一）Q9",
      "I 第一条 R 第一条>第二条 C （一）>（一）" },
    { "第一条　A3/（一）P9", "第一条　O20/第二条　A3/（一）Q9",
      "C 第一条>第一条 D （一） I 第二条 I （一）" },
    /* A paragraph becomes an article from 600 on: 12 words are 571, 13 are 619. */
    { "第一条　A20/P20/第二条　B20", "第一条　A20/第二条　P12R8/第三条　B20",
      "D - I 第二条 R 第二条>第三条" },
    { "第一条　A20/P20/第二条　B20", "第一条　A20/第二条　P13R7/第三条　B20",
      "C ->第二条 R 第二条>第三条" },
    /* … of 4 words at least: 3 of 4 and 5 pairs are 666, 4 of 5 and 6 are 727; of 2 if nothing was
     * changed. */
    { "第一条　A20/P3/第二条　B20", "第一条　A20/第二条　P4/第三条　B20",
      "D - I 第二条 R 第二条>第三条" },
    { "第一条　A20/P4/第二条　B20", "第一条　A20/第二条　P5/第三条　B20",
      "C ->第二条 R 第二条>第三条" },
    { "第一条　A20/P1/第二条　B20", "第一条　A20/第二条　P1/第三条　B20",
      "D - I 第二条 R 第二条>第三条" },
    { "第一条　A20/P2/第二条　B20", "第一条　A20/第二条　P2/第三条　B20",
      "R ->第二条 R 第二条>第三条" },
    /* Of two that say the same the one with the same number is meant, wherever they stand. */
    { "第一条　P20/第二条　P20", "第二条　P20", "D 第一条" },
    { "第二条　A20/第三条　P20/第四条　B20", "第二条　P20/第三条　P20/第四条　O20",
      "C 第二条>第二条 C 第四条>第四条" },
    /* The texts are compared in one order, whichever is the older: the other way round. */
    { "第二条　L20/第三条　P20/第四条　B20", "第二条　P20/第三条　P20/第四条　O20",
      "C 第二条>第二条 C 第四条>第四条" },
    /* A number of an annex is not that of the text; the line below 附件1 is its title. */
    { "第一条　A20/第二条　P20", "第一条　A20/附件1/标题/第二条　Q20",
      "D 第二条 I 附件1 I 第二条" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *old_words = text_of (cases[i].old);
    g_autofree char *new_words = text_of (cases[i].new);
    g_autoptr (Parsed) old = parse (old_words);
    g_autoptr (Parsed) new = parse (new_words);
    g_autofree char *story = story_of (gb_redline_texts (old->arena, old->text, new->text));
    g_test_message ("%s -> %s", cases[i].old, cases[i].new);
    g_assert_cmpstr (story, ==, cases[i].story);
  }
}

/* Keys of a file are known by their names; what else begins alike is not. */
static void
test_lines (void)
{
  static const struct {
    const char *old;
    const char *new;
    const char *story;
  } cases[] = {
    { "name: P9", "name: Q9", "C ->-" },
    { "name: P9", "title: Q9", "D - I -" },
    { "2024: P9", "2024: Q9", "D - I -" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GbArena) arena = gb_arena_new ();
    g_autofree char *old = text_of (cases[i].old);
    g_autofree char *new = text_of (cases[i].new);
    g_autofree char *story = story_of (gb_redline_lines (arena, old, new));
    g_test_message ("%s -> %s", cases[i].old, cases[i].new);
    g_assert_cmpstr (story, ==, cases[i].story);
  }
}

/* Words between two edits are left alone where they are more than half as many as the smaller edit
 * has; one or two where they are more than it has. */
static void
test_scraps (void)
{
  static const struct {
    const char *old;
    const char *new;
    guint n_old; /* runs */
  } cases[] = {
    { "A1P1B1", "Q1P1R1", 1 },
    { "A1P2B1", "Q1P2R1", 3 },
    { "A2P2B2", "Q2P2R2", 1 },
    { "A2P2B1", "Q2P2R1", 3 },
    { "A3P3B3", "Q3P3R3", 3 },
    { "A5P3B5", "Q5P3R5", 3 },
    { "A6P3B6", "Q6P3R6", 1 },
    { "A6P3B5", "Q6P3R5", 3 },
    { "A7P4B7", "Q7P4R7", 3 },
    { "A8P4B8", "Q8P4R8", 1 },
    /* A stop between short clauses parts them, up to four words. */
    { "A4，B4", "Q4，R4", 3 },
    { "A5，B5", "Q5，R5", 1 },
    /* So does anything between two numbers. */
    { "5P1B1", "7P1R1", 1 },
    { "5P1 6", "7P1 8", 3 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GbArena) arena = gb_arena_new ();
    g_autofree char *old = g_strchomp (text_of (cases[i].old));
    g_autofree char *new = g_strchomp (text_of (cases[i].new));
    const GbRun *old_runs, *new_runs;
    guint n_old, n_new;
    g_assert_true (gb_redline_runs (arena, old, new, &old_runs, &n_old, &new_runs, &n_new));
    g_test_message ("%s -> %s", cases[i].old, cases[i].new);
    g_assert_cmpuint (n_old, ==, cases[i].n_old);
    g_assert_cmpuint (n_new, ==, cases[i].n_old);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alignment/limits", test_limits);
  g_test_add_func ("/alignment/lines", test_lines);
  g_test_add_func ("/alignment/scraps", test_scraps);
  return g_test_run ();
}
