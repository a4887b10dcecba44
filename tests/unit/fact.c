/* What a change did to the keys of a file: which entries came, went or were changed, and how.
 * The keys here are no words of the dictionary, so that they stand as they are. */
#include "history/fact.h"
#include "view_fixture.h"

static GbArena *arena;
static const GbValue *words;

static const char *
said (const GbValue *object, const char *key)
{
  const GbValue *value = gb_value_get (object, key);
  return value->type == GB_VALUE_STRING ? value->string : "-";
}

/* "added b; changed a: kk 1>2, ll ->3": groups and rows; "-" for what is not there. */
static char *
story_of (const char *path, const char *before, const char *after, const char **ret_more)
{
  GError *failed = NULL;
  GbScene scene = { .words = words, .arena = arena, .failed = &failed };
  GbValue *object = gb_value_object (arena);
  gb_fact_set_changes (&scene, object, "facts", path, before, after);
  const GbValue *facts = gb_value_get (object, "facts");
  GString *out = g_string_new (NULL);
  *ret_more = NULL;
  if (facts->type == GB_VALUE_NULL)
    return g_string_free (out, FALSE);
  const GbValue *groups = gb_value_get (facts, "groups");
  for (guint i = 0; i < groups->length; i++) {
    const GbValue *group = groups->elements[i];
    const GbValue *rows = gb_value_get (group, "rows");
    g_string_append_printf (out, "%s%s %s", i > 0 ? "; " : "",
                            said (gb_value_get (group, "kind"), "id"), said (group, "name"));
    for (guint k = 0; k < rows->length; k++)
      g_string_append_printf (out, "%s%s %s>%s", k > 0 ? ", " : ": ",
                              said (rows->elements[k], "label"), said (rows->elements[k], "before"),
                              said (rows->elements[k], "after"));
  }
  if (gb_value_get (facts, "more")->type == GB_VALUE_STRING)
    *ret_more = gb_value_get (facts, "more")->string;
  return g_string_free (out, FALSE);
}

static void
test_stories (void)
{
  static const struct {
    const char *before;
    const char *after;
    const char *story;
  } cases[] = {
    { "kk: 1\n", "kk: 1\n", "" },
    { "kk: 1\n", "kk:   1 # 注\n", "" },
    { "kk: 1\n", "kk: 2\n", "changed -: kk 1>2" },
    { "kk: 12\n", "kk: 13\n", "changed -: kk 12>13" },
    { "kk: 1\n", "kk: 12\n", "changed -: kk 1>12" },
    { "kk: 1\n", "kk: 1\nll: 3\n", "changed -: ll ->3" },
    { "kk: 1\nll: 3\n", "kk: 1\n", "changed -: ll 3>-" },
    { "kk: 1\nll: 3\n", "ll: 3\nkk: 1\n", "" },
    { "", "kk: 1\n", "changed -: kk ->1" },
    { "kk: 1\n", "", "changed -: kk 1>-" },
    /* Within a key, with what it belongs to. */
    { "kk: {ll: 1, mm: 2}\n", "kk: {ll: 1, mm: 3}\n", "changed -: kk · mm 2>3" },
    { "kk: {ll: 1}\n", "kk: 1\n", "changed -: kk ll：1>1" },
    /* Words of a list. */
    { "kk: [a, b]\n", "kk: [a, c]\n", "changed -: kk a、b>a、c" },
    { "kk: [a, b]\n", "kk: [a]\n", "changed -: kk a、b>a" },
    { "kk: [a, b]\n", "kk: [b, a]\n", "changed -: kk a、b>b、a" },
    /* Entries, by what they are known by: the last of a file is as good as the first. */
    { "ee: [{id: a}]\n", "ee: [{id: a}, {id: b}]\n", "added b" },
    { "ee: [{id: a}, {id: b}]\n", "ee: [{id: a}]\n", "removed b" },
    { "ee: [{id: a}, {id: b}]\n", "ee: [{id: b}, {id: a}]\n", "" },
    { "ee: [{id: a}]\n", "ee: []\n", "removed a" },
    { "ee: [{id: a}]\n", "kk: 1\n", "changed -: kk ->1; removed a" },
    { "ee: [{id: a, kk: 1}, {id: b, kk: 1}]\n", "ee: [{id: b, kk: 2}, {id: c}]\n",
      "removed a; changed b: kk 1>2; added c" },
    { "ee: [{id: a, name: 甲}]\n", "ee: [{id: a, name: 甲}, {id: b, name: 乙}]\n", "added 乙" },
    { "ee: [{name: 甲, kk: 1}]\n", "ee: [{name: 甲, kk: 2}]\n", "changed 甲: kk 1>2" },
    { "ee: [{file: a.csv, kk: 1}]\n", "ee: [{file: a.csv, kk: 2}]\n", "changed a.csv: kk 1>2" },
    { "ee: [{id: a, kk: 1}]\n", "ee: [{id: b, kk: 1}]\n", "removed a; added b" },
    /* The first of two that are called the same. */
    { "ee: [{id: a, kk: 1}, {id: a, kk: 9}]\n", "ee: [{id: a, kk: 2}]\n", "changed a: kk 1>2" },
    /* What an entry lists is told within it. */
    { "ee: [{id: a, vv: [{id: x}, {id: y}]}]\n", "ee: [{id: a, vv: [{id: x}]}]\n",
      "changed a: vv 编号：y>-" },
    { "ee: [{id: a, vv: [{kk: 1}]}]\n", "ee: [{id: a, vv: [{kk: 1}, {kk: 2}]}]\n",
      "changed a: vv ->kk：2" },
    { "ee: [{id: a, vv: [{kk: 1}, {kk: 2}]}]\n", "ee: [{id: a, vv: [{kk: 2}]}]\n",
      "changed a: vv kk：1>-" },
    { "ee: [{id: a, vv: [{id: x, kk: 1}]}]\n", "ee: [{id: a, vv: [{id: x, kk: 2}, {id: y}]}]\n",
      "changed a: vv x · kk 1>2, vv ->编号：y" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *more;
    g_autofree char *story
      = story_of ("content/registries/r/batches/b.yaml", cases[i].before, cases[i].after, &more);
    g_test_message ("%s -> %s", cases[i].before, cases[i].after);
    g_assert_cmpstr (story, ==, cases[i].story);
    g_assert_null (more);
  }
}

/* Of Markdown the front matter alone, of other files nothing. */
static void
test_files (void)
{
  const char *more;
  g_autofree char *page = story_of ("content/notices/n.md", "---\nkk: 1\n---\n\n甲\n",
                                    "---\nkk: 2\n---\n\n乙\n", &more);
  g_assert_cmpstr (page, ==, "changed -: kk 1>2");
  g_autofree char *body = story_of ("content/notices/n.md", "---\nkk: 1\n---\n\n甲\n",
                                    "---\nkk: 1\n---\n\n乙\n", &more);
  g_assert_cmpstr (body, ==, "");
  g_autofree char *table = story_of ("content/policies/p/a.csv", "kk: 1\n", "kk: 2\n", &more);
  g_assert_cmpstr (table, ==, "");
  g_autofree char *broken = story_of ("content/site.yaml", "kk: [\n", "kk: 2\n", &more);
  g_assert_cmpstr (broken, ==, "");
}

/* So many entries and no more are told, and that there are more. */
static void
test_many (void)
{
  static const struct {
    guint n;
    gboolean more;
  } cases[] = { { 199, FALSE }, { 201, TRUE }, { 400, TRUE } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) after = g_string_new ("ee:\n");
    for (guint k = 0; k < cases[i].n; k++)
      g_string_append_printf (after, "  - {id: e%u}\n", k);
    const char *more;
    g_autofree char *story = story_of ("content/x.yaml", "ee: []\n", after->str, &more);
    g_auto (GStrv) told = g_strsplit (story, "; ", -1);
    g_assert_cmpuint (g_strv_length (told), ==, MIN (cases[i].n, 200));
    g_assert_cmpint (more != NULL, ==, cases[i].more);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  arena = gb_arena_new ();
  words = fixture_words (arena, "zh-CN");
  g_test_add_func ("/fact/stories", test_stories);
  g_test_add_func ("/fact/files", test_files);
  g_test_add_func ("/fact/many", test_many);
  int status = g_test_run ();
  gb_arena_free (arena);
  return status;
}
