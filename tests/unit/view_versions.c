/* What the pages of a policy's texts say of themselves, day by day. */
#include "publication.h"
#include "view_fixture.h"

static GbArena *arena;
static const GbValue *words;

#define HEAD                                                                                       \
  "---\n"                                                                                          \
  "title: 示例办法\n"                                                                          \
  "issuer: example-city\n"                                                                         \
  "kind: other\n"

/* In force from 2024-02-01 to 2027-01-31; other texts from 2025-03-01 and 2026-07-01. */
static void
put_policy (const Publication *publication, const char *keys)
{
  g_autofree char *own
    = g_strconcat (HEAD "effect: {date: 2024-02-01}\nversion: 2025-03-01\n", keys,
                   "amended_by: {title: 修改决定}\n---\n第一条　限额为8个。\n", NULL);
  publication_put (publication, "policies/rules/policy.md", own);
  publication_put (publication, "policies/rules/versions/2024-02-01.md",
                   "---\n---\n第一条　限额为6个。\n");
  publication_put (publication, "policies/rules/versions/2026-07-01.md",
                   "---\namended_by: {title: 修改决定}\n---\n第一条　限额为9个。\n");
}

typedef struct {
  const char *as_of;
  const char *keys;
  const char *states[3];
  const char *banners[3];
  const char *next; /* said on the page of the policy, or NULL */
  const char *turns[3];
} Row;

#define TERM "validity: {years: 3}\n"
#define FIRST_FUTURE "将自2024年2月1日起施行，在此之前不生效。"
#define FIRST_NOW "自2024年2月1日起施行。"
#define FIRST_PAST "自2024年2月1日至2025年2月28日施行，已不是现行文本。"
#define SECOND_FUTURE "将自2025年3月1日起施行，在此之前不生效。"
#define SECOND_NOW "自2025年3月1日起施行。"
#define SECOND_PAST "自2025年3月1日至2026年6月30日施行，已不是现行文本。"
#define THIRD_FUTURE "将自2026年7月1日起施行，在此之前不生效。"
#define THIRD_NOW "自2026年7月1日起施行。"
#define NEXT(day) "本文件已经作出修改，修改后的文本自" day "起施行；在此之前，按以下文本执行。"

static const Row rows[] = {
  /* Before the first day of all. */
  { "2024-01-31",
    TERM,
    { "future", "future", "future" },
    { FIRST_FUTURE, SECOND_FUTURE, THIRD_FUTURE },
    NEXT ("2025年3月1日"),
    { "2024-02-01", "2024-02-01", "2024-02-01" } },
  { "2024-02-01",
    TERM,
    { "current", "future", "future" },
    { FIRST_NOW, SECOND_FUTURE, THIRD_FUTURE },
    NEXT ("2025年3月1日"),
    { "2025-03-01", "2025-03-01", "2025-03-01" } },
  /* The last day of the first and the first of the second. */
  { "2025-02-28",
    TERM,
    { "current", "future", "future" },
    { FIRST_NOW, SECOND_FUTURE, THIRD_FUTURE },
    NEXT ("2025年3月1日"),
    { "2025-03-01", "2025-03-01", "2025-03-01" } },
  { "2025-03-01",
    TERM,
    { "past", "current", "future" },
    { FIRST_PAST, SECOND_NOW, THIRD_FUTURE },
    NEXT ("2026年7月1日"),
    { NULL, "2026-07-01", "2026-07-01" } },
  { "2026-06-30",
    TERM,
    { "past", "current", "future" },
    { FIRST_PAST, SECOND_NOW, THIRD_FUTURE },
    NEXT ("2026年7月1日"),
    { NULL, "2026-07-01", "2026-07-01" } },
  { "2026-07-01",
    TERM,
    { "past", "past", "current" },
    { FIRST_PAST, SECOND_PAST, THIRD_NOW },
    NULL,
    { NULL, NULL, "2027-02-01" } },
  /* The policy's last day, and the day after. */
  { "2027-01-31",
    TERM,
    { "past", "past", "current" },
    { FIRST_PAST, SECOND_PAST, THIRD_NOW },
    NULL,
    { NULL, NULL, "2027-02-01" } },
  { "2027-02-01",
    TERM,
    { "past", "past", "final" },
    { FIRST_PAST, SECOND_PAST,
      "自2026年7月1日至2027年1月31日施行；文件已经终止，这是终止前的文本。" },
    NULL,
    { NULL, NULL, NULL } },
  /* Repealed before the third would take effect. */
  { "2026-01-15",
    "repealed: {date: 2026-01-01}\n",
    { "past", "final", "never" },
    { FIRST_PAST, "自2025年3月1日至2025年12月31日施行；文件已经终止，这是终止前的文本。",
      "原定自2026年7月1日起施行，文件在此之前已经终止，本文本未曾施行。" },
    NULL,
    { NULL, NULL, NULL } },
  /* Annulled: no last day, since it never was. */
  { "2026-01-15",
    "annulled: {date: 2026-01-01}\n",
    { "past", "final", "never" },
    { FIRST_PAST, "自2025年3月1日起施行；文件现已不再有效，这是最后的文本。",
      "原定自2026年7月1日起施行，文件在此之前已经终止，本文本未曾施行。" },
    NULL,
    { NULL, NULL, NULL } },
};

static const GbValue *
context (const Fixture *fixture, const char *path)
{
  return gb_plan_context (fixture->view, fixture_page (fixture, path), arena, NULL);
}

static void
test_row (gconstpointer data)
{
  static const char *const days[] = { "2024-02-01", "2025-03-01", "2026-07-01" };
  const Row *row = data;
  Publication publication = publication_new ();
  put_policy (&publication, row->keys);
  publication_open (&publication, row->as_of);
  g_assert_cmpuint (gb_diagnostics_errors (publication.diagnostics), ==, 0);
  Fixture fixture = { .model = publication.model, .corpus = publication.corpus };
  fixture.view = gb_plan_new (publication.corpus, words, NULL, NULL, NULL);

  const char *address = "https://example.invalid/policies/rules/";
  guint current = gb_corpus_policy (publication.corpus, "rules")->current;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autofree char *path = g_strdup_printf ("policies/rules/versions/%s/index.html", days[i]);
    const GbValue *page = context (&fixture, path);
    g_assert_cmpstr (gb_value_get_string (page, "banner"), ==, row->banners[i]);
    const GbValue *state = gb_value_get (gb_value_get (page, "version"), "state");
    g_assert_cmpstr (gb_value_get_string (state, "id"), ==, row->states[i]);
    g_assert_cmpstr (gb_value_get_string (page, "turns"), ==, row->turns[i]);
    /* Search engines are led to the page of the policy, and to nothing that is not its text. */
    g_assert_cmpint (gb_value_get (page, "noindex")->boolean, ==, i != current);
    g_autofree char *own = g_strdup_printf ("%sversions/%s/", address, days[i]);
    g_assert_cmpstr (gb_value_get_string (page, "canonical"), ==, i == current ? address : own);
  }

  const GbValue *page = context (&fixture, "policies/rules/index.html");
  g_assert_false (gb_value_get (page, "noindex")->boolean);
  g_assert_cmpstr (gb_value_get_string (page, "canonical"), ==, address);
  g_assert_cmpstr (gb_value_get_string (gb_value_get (page, "next_version"), "text"), ==,
                   row->next);
  const GbValue *versions = gb_value_get (page, "versions");
  g_assert_cmpuint (versions->length, ==, 3);
  for (guint i = 0; i < 3; i++) {
    const GbValue *state = gb_value_get (versions->elements[2 - i], "state");
    g_assert_cmpstr (gb_value_get_string (state, "id"), ==, row->states[i]);
  }
  static const char *const figures[] = { "6个", "8个", "9个" };
  g_assert_nonnull (strstr (gb_value_get_string (page, "html"), figures[current]));
  gb_plan_free (fixture.view);
  publication_free (&publication);
  gb_arena_reset (arena);
}

/* A policy with one text has no page for it. */
static void
test_single (void)
{
  Publication publication = publication_new ();
  publication_put (&publication, "policies/rules/policy.md",
                   HEAD "version: 2024-02-01\n---\n第一条　限额为6个。\n");
  publication_open (&publication, "2025-01-01");
  Fixture fixture = { .model = publication.model, .corpus = publication.corpus };
  fixture.view = gb_plan_new (publication.corpus, words, NULL, NULL, NULL);
  for (guint i = 0; i < gb_plan_count (fixture.view); i++)
    g_assert_null (strstr (gb_plan_path (fixture.view, i), "/versions/"));
  const GbValue *page = context (&fixture, "policies/rules/index.html");
  g_assert_cmpuint (gb_value_get (page, "versions")->length, ==, 0);
  g_assert_false (gb_value_is_truthy (gb_value_get (page, "next_version")));
  gb_plan_free (fixture.view);
  publication_free (&publication);
  gb_arena_reset (arena);
}

/* What amendments did to an article, said behind it: none of the first text, which came before
 * them; on the current one what was done and what is to come; nothing by a text that never applied.
 */
static void
test_amended (void)
{
#define LINK(pair, said) "<a href=\"%spolicies/rules/compare/" pair "/#art-1\">" said "</a>"
  static const struct {
    const char *path;
    const char *root;
    const char *keys;
    const char *as_of;
    const char *links[2];
  } pages[] = {
    { "index.html",
      "../../",
      TERM,
      "2025-03-01",
      { LINK ("2024-02-01..2025-03-01", "自2025年3月1日起修改，看新旧条文"),
        LINK ("2025-03-01..2026-07-01", "自2026年7月1日起将修改，看新旧条文") } },
    { "index.html",
      "../../",
      TERM,
      "2026-07-01",
      { LINK ("2025-03-01..2026-07-01", "自2026年7月1日起修改，看新旧条文") } },
    { "versions/2024-02-01/index.html", "../../../../", TERM, "2025-03-01", { NULL } },
    { "versions/2026-07-01/index.html",
      "../../../../",
      "repealed: {date: 2026-01-01}\n",
      "2026-01-15",
      { LINK ("2024-02-01..2025-03-01", "自2025年3月1日起修改，看新旧条文") } },
  };
#undef LINK
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    Publication publication = publication_new ();
    put_policy (&publication, pages[i].keys);
    publication_open (&publication, pages[i].as_of);
    Fixture fixture = { .model = publication.model, .corpus = publication.corpus };
    fixture.view = gb_plan_new (publication.corpus, words, NULL, NULL, NULL);
    g_autofree char *path = g_strconcat ("policies/rules/", pages[i].path, NULL);
    const char *html = gb_value_get_string (context (&fixture, path), "html");
    guint n = 0;
    for (const char *at = html; (at = strstr (at, "class=\"amended\"")) != NULL; at++)
      n++;
    guint wanted = 0;
    for (; wanted < 2 && pages[i].links[wanted] != NULL; wanted++) {
      g_auto (GStrv) parts = g_strsplit (pages[i].links[wanted], "%s", 2);
      g_autofree char *link = g_strconcat (parts[0], pages[i].root, parts[1], NULL);
      g_assert_nonnull (strstr (html, link));
    }
    g_assert_cmpuint (n, ==, wanted);
    gb_plan_free (fixture.view);
    publication_free (&publication);
    gb_arena_reset (arena);
  }
}

/* 第二条 goes and 第三条 takes its number: each has its own place on the page that compares. */
static void
test_deleted (void)
{
  Publication publication = publication_new ();
  publication_put (&publication, "policies/rules/policy.md",
                   HEAD "effect: {date: 2024-02-01}\n---\n第一条　限额为6个。\n\n"
                        "第二条　集群每年报送运行情况。\n\n第三条　本办法由市工业局解释。\n");
  publication_put (&publication, "policies/rules/versions/2025-01-01.md",
                   "---\namended_by: {title: 修改决定}\n---\n第一条　限额为6个。\n\n"
                   "第二条　本办法由市工业局解释。\n");
  publication_open (&publication, "2025-06-01");
  Fixture fixture = { .model = publication.model, .corpus = publication.corpus };
  fixture.view = gb_plan_new (publication.corpus, words, NULL, NULL, NULL);
  const GbValue *versions
    = gb_value_get (context (&fixture, "policies/rules/index.html"), "versions");
  const GbValue *articles = gb_value_get (versions->elements[0], "articles");
  static const char *const whats[] = { "renumbered", "deleted" };
  static const char *const anchors[] = { "art-2", "old-art-2" };
  g_assert_cmpuint (articles->length, ==, 2);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *href
      = g_strconcat ("policies/rules/compare/2024-02-01..2025-01-01/#", anchors[i], NULL);
    const GbValue *article = articles->elements[i];
    g_assert_cmpstr (gb_value_get_string (gb_value_get (article, "what"), "id"), ==, whats[i]);
    g_assert_cmpstr (gb_value_get_string (article, "label"), ==, "第二条");
    g_assert_cmpstr (gb_value_get_string (article, "href"), ==, href);
  }
  const GbValue *list = gb_value_get (
    context (&fixture, "policies/rules/compare/2024-02-01..2025-01-01/index.html"), "rows");
  guint found = 0;
  for (guint i = 0; i < list->length; i++) {
    const GbValue *row = gb_value_get (list->elements[i], "row");
    if (!gb_value_is_truthy (row))
      continue;
    const char *kind = gb_value_get_string (gb_value_get (row, "kind"), "id");
    g_assert_cmpstr (gb_value_get_string (row, "anchor"), ==,
                     anchors[strcmp (kind, "deleted") == 0]);
    found++;
  }
  g_assert_cmpuint (found, ==, 2);
  gb_plan_free (fixture.view);
  publication_free (&publication);
  gb_arena_reset (arena);
}

/* Where an amendment gave the text another title, the page of the policy says which. */
static void
test_retitled (void)
{
  static const struct {
    const char *day;
    const char *said;
  } days[] = { { "2024-06-01", NULL }, { "2025-06-01", "以下文本的标题是《示例规定》。" } };
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    Publication publication = publication_new ();
    publication_put (&publication, "policies/rules/policy.md",
                     HEAD "effect: {date: 2024-02-01}\n---\n第一条　限额为6个。\n");
    publication_put (&publication, "policies/rules/versions/2025-01-01.md",
                     "---\ntitle: 示例规定\namended_by: {title: 修改决定}\n---\n"
                     "第一条　限额为8个。\n");
    publication_open (&publication, days[i].day);
    Fixture fixture = { .model = publication.model, .corpus = publication.corpus };
    fixture.view = gb_plan_new (publication.corpus, words, NULL, NULL, NULL);
    const GbValue *remarks
      = gb_value_get (context (&fixture, "policies/rules/index.html"), "remarks");
    const char *said = NULL;
    for (guint k = 0; k < remarks->length; k++)
      if (strcmp (gb_value_get_string (remarks->elements[k], "id"), "retitled") == 0)
        said = gb_value_get_string (remarks->elements[k], "text");
    g_assert_cmpstr (said, ==, days[i].said);
    gb_plan_free (fixture.view);
    publication_free (&publication);
    gb_arena_reset (arena);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  arena = gb_arena_new ();
  g_autoptr (GbArena) word_arena = gb_arena_new ();
  words = fixture_words (word_arena, "zh-CN");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/view-versions/%s/%zu", rows[i].as_of, i);
    g_test_add_data_func (path, &rows[i], test_row);
  }
  g_test_add_func ("/view-versions/single", test_single);
  g_test_add_func ("/view-versions/amended", test_amended);
  g_test_add_func ("/view-versions/deleted", test_deleted);
  g_test_add_func ("/view-versions/retitled", test_retitled);
  int result = g_test_run ();
  gb_arena_free (arena);
  return result;
}
