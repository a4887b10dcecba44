/* What pages say of the record: the proof of a notice, revisions, changes.  On real repositories.
 */
#include "publication.h"
#include "record_fixture.h"
#include "output/plan.h"
#include "view/words.h"

#define NOTICE "content/notices/first.md"

static GbArena *arena;
static const GbValue *words;

/* The notice runs from Friday, 22 September, to Sunday, 8 October 2023. */
static char *
notice_of (const char *name)
{
  return g_strdup_printf (
    "---\ntitle: 名单公示\nissuer: example-city\npublished: 2023-09-22\nopens: 2023-09-22\n"
    "closes: 2023-10-08\nchannels:\n  - {kind: 电话, value: 示例电话}\nproposed:\n"
    "  - {name: %s}\n---\n\n现予公示。\n",
    name);
}

typedef struct {
  Publication publication;
  GbFixture git;
  GbRecord *record;
  GbPlan *view;
} House;

static void
house_init (House *house)
{
  house->publication = publication_new ();
  house->git = (GbFixture){ .folder = house->publication.folder };
  house->git.time = 1690000000; /* 22 July 2023 */
  fixture_git (&house->git, "init", "-q", "-b", "main", ".");
}

static void
house_close (House *house)
{
  g_clear_pointer (&house->view, gb_plan_free);
  g_clear_pointer (&house->record, gb_record_free);
}

static void
house_clear (House *house)
{
  house_close (house);
  publication_free (&house->publication);
}

static void
house_open (House *house, const char *day)
{
  g_autoptr (GError) error = NULL;
  house_close (house);
  publication_open (&house->publication, day);
  g_autofree char *tip = fixture_ask (&house->git, "rev-parse", "HEAD");
  g_autoptr (GbRepository) repository = NULL;
  gb_repository_find (house->git.folder, &repository, &error);
  g_assert_no_error (error);
  house->record = gb_record_new (repository, tip, tip, "site", &error);
  g_assert_no_error (error);
  house->view = gb_plan_new (house->publication.corpus, words, house->record, NULL, &error);
  g_assert_no_error (error);
}

static const GbValue *
house_page (const House *house, const char *path)
{
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < gb_plan_count (house->view); i++)
    if (strcmp (gb_plan_path (house->view, i), path) == 0) {
      const GbValue *page = gb_plan_context (house->view, i, arena, &error);
      g_assert_no_error (error);
      return page;
    }
  return NULL;
}

/* "2023-09-22T00:00:00+08:00" as the time of the next commit. */
static void
house_at (House *house, const char *moment)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, NULL);
  g_assert_nonnull (time);
  house->git.time = g_date_time_to_unix (time) - 3600;
}

static const char *
said (const GbValue *object, const char *key)
{
  const GbValue *value = gb_value_get (object, key);
  return value->type == GB_VALUE_STRING ? value->string : "-";
}

/* -- the proof -- */

/* One commit: at @moment the notice proposes @name (NULL: as before); published as of @as_of (NULL:
 * not at all), with its page or without. */
typedef struct {
  const char *moment;
  const char *name;
  const char *as_of;
  gboolean without;
} Deed;

static void
house_do (House *house, const Deed *deed)
{
  if (deed->name != NULL) {
    g_autofree char *text = notice_of (deed->name);
    fixture_write (&house->git, NOTICE, text);
    house_at (house, deed->moment);
    g_free (fixture_commit (&house->git, "改动"));
  }
  if (deed->as_of == NULL)
    return;
  g_autofree char *source = fixture_ask (&house->git, "rev-parse", "HEAD");
  fixture_write (&house->git, "site/index.html", deed->moment);
  if (!deed->without)
    fixture_write (&house->git, "site/notices/first/index.html", "page\n");
  else
    fixture_git (&house->git, "rm", "-q", "-r", "--ignore-unmatch", "site/notices");
  g_autofree char *message
    = g_strdup_printf ("公布\n\nSource: %s\nAs-Of: %s\nManifest: %064d", source, deed->as_of, 7);
  house_at (house, deed->moment);
  g_free (fixture_commit (&house->git, message));
}

/* "texts 2+1 (last -), changes 1, unchanged, same": how often each text was published, and the day
 * of the last publication of each. */
static char *
proof_of (const House *house)
{
  const GbValue *proof = gb_value_get (house_page (house, "notices/first/index.html"), "proof");
  if (proof->type == GB_VALUE_NULL)
    return g_strdup ("none");
  GString *out = g_string_new ("");
  const GbValue *texts = gb_value_get (proof, "texts");
  for (guint i = 0; i < texts->length; i++) {
    const GbValue *last = gb_value_get (texts->elements[i], "last");
    g_string_append_printf (
      out, "%s%s %s%s%s", i > 0 ? "; " : "", said (texts->elements[i], "count"),
      said (gb_value_get (gb_value_get (texts->elements[i], "first"), "day"), "iso") + 5,
      last->type == GB_VALUE_NULL ? "" : " to ",
      last->type == GB_VALUE_NULL ? "" : said (gb_value_get (last, "day"), "iso") + 5);
  }
  g_string_append_printf (out, "|%u", gb_value_get (proof, "changes")->length);
  g_string_append (out, strcmp (said (proof, "unchanged"), "-") == 0 ? "" : " unchanged");
  if (strcmp (said (proof, "now"), "-") != 0)
    g_string_append (out, strstr (said (proof, "now"), "不同") == NULL ? " same" : " other");
  return g_string_free (out, FALSE);
}

#define PERIOD "公示期自2023年9月22日至2023年10月8日。按提交时间，期内公布"
#define LATE "公示期满以后补记的公布"
#define NOTHING "补记的公布所称的截至日由公布者自定，不能证明公示过程。"

static void
test_proof (void)
{
  static const struct {
    Deed deeds[5];
    const char *proof;
    const char *summary;
    const char *backdated;
  } cases[] = {
    /* The first second and the last. */
    { { { "2023-09-21T12:00:00+08:00", "甲", NULL },
        { "2023-09-22T00:00:00+08:00", NULL, "2023-09-22" } },
      "1次公布 09-22|0 unchanged same",
      PERIOD "1次，含有本公示。",
      "-" },
    { { { "2023-09-21T12:00:00+08:00", "甲", NULL },
        { "2023-09-22T09:00:00+08:00", NULL, "2023-09-22" },
        { "2023-10-08T23:59:59+08:00", NULL, "2023-10-08" } },
      "2次公布 09-22 to 10-08|0 unchanged same",
      PERIOD "2次，每一次都含有本公示。",
      "-" },
    /* A second before, a second after. */
    { { { "2023-09-21T12:00:00+08:00", "甲", NULL },
        { "2023-09-21T23:59:59+08:00", NULL, "2023-09-21" },
        { "2023-10-09T00:00:00+08:00", NULL, "2023-10-09" } },
      "|0",
      "-",
      "-" },
    /* Afterwards, as of a day of it: its first, its last; as of the days beside it. */
    { { { "2023-09-21T12:00:00+08:00", "甲", NULL },
        { "2023-10-09T00:00:00+08:00", NULL, "2023-10-08" } },
      "|0",
      "-",
      LATE "1次，提交于2023年10月9日。" NOTHING },
    { { { "2023-09-21T12:00:00+08:00", "甲", NULL },
        { "2023-10-12T09:00:00+08:00", NULL, "2023-09-22" },
        { "2023-10-10T09:00:00+08:00", NULL, "2023-09-25" },
        { "2023-10-14T09:00:00+08:00", NULL, "2023-09-21" },
        { "2023-10-15T09:00:00+08:00", NULL, "2023-10-09" } },
      "|0",
      "-",
      LATE "2次，提交于2023年10月10日至2023年10月12日。" NOTHING },
    { { { "2023-09-21T12:00:00+08:00", "甲", NULL },
        { "2023-10-10T09:00:00+08:00", NULL, "2023-09-25" },
        { "2023-10-10T10:00:00+08:00", NULL, "2023-09-26" } },
      "|0",
      "-",
      LATE "2次，提交于2023年10月10日。" NOTHING },
    /* Before it, as of a day of it, which was still to come. */
    { { { "2023-09-20T12:00:00+08:00", "甲", NULL },
        { "2023-09-21T23:59:59+08:00", NULL, "2023-09-22" } },
      "|0",
      "-",
      "-" },
    /* Without the notice they prove nothing, within the period or afterwards. */
    { { { "2023-09-21T12:00:00+08:00", "甲", NULL },
        { "2023-09-22T09:00:00+08:00", NULL, "2023-09-22" },
        { "2023-09-25T09:00:00+08:00", NULL, "2023-09-25", TRUE },
        { "2023-10-10T09:00:00+08:00", NULL, "2023-09-26", TRUE } },
      "1次公布 09-22|0 unchanged same",
      PERIOD "2次，其中1次含有本公示，其余不含，公示没有贯穿全期。",
      "-" },
    { { { "2023-09-21T12:00:00+08:00", "甲", NULL },
        { "2023-09-22T09:00:00+08:00", NULL, "2023-09-22", TRUE } },
      "|0",
      "-",
      "-" },
    /* Each text that was published, and again. */
    { { { "2023-09-21T12:00:00+08:00", "甲", NULL },
        { "2023-09-22T09:00:00+08:00", NULL, "2023-09-22" },
        { "2023-09-25T09:00:00+08:00", NULL, "2023-09-25" },
        { "2023-09-26T09:00:00+08:00", "乙", "2023-09-26" } },
      "2次公布 09-22 to 09-25; 1次公布 09-26|1 same",
      PERIOD "3次，每一次都含有本公示。",
      "-" },
    { { { "2023-09-22T09:00:00+08:00", "甲", "2023-09-22" },
        { "2023-09-25T09:00:00+08:00", "乙", "2023-09-25" },
        { "2023-09-26T09:00:00+08:00", "甲", "2023-09-26" } },
      "1次公布 09-22; 1次公布 09-25; 1次公布 09-26|2 same",
      PERIOD "3次，每一次都含有本公示。",
      "-" },
    /* Changes of which none was published, by the day they were made. */
    { { { "2023-09-21T12:00:00+08:00", "甲", NULL },
        { "2023-09-22T09:00:00+08:00", NULL, "2023-09-22" },
        { "2023-10-08T23:59:59+08:00", "乙", NULL } },
      "1次公布 09-22|1 other",
      PERIOD "1次，含有本公示。",
      "-" },
    { { { "2023-09-21T12:00:00+08:00", "甲", NULL },
        { "2023-09-22T09:00:00+08:00", NULL, "2023-09-22" },
        { "2023-10-09T00:00:00+08:00", "乙", NULL } },
      "1次公布 09-22|0 unchanged other",
      PERIOD "1次，含有本公示。",
      "-" },
    { { { "2023-09-20T12:00:00+08:00", "乙", NULL },
        { "2023-09-21T23:59:59+08:00", "甲", NULL },
        { "2023-09-22T09:00:00+08:00", NULL, "2023-09-22" } },
      "1次公布 09-22|0 unchanged same",
      PERIOD "1次，含有本公示。",
      "-" },
    { { { "2023-09-20T12:00:00+08:00", "乙", NULL },
        { "2023-09-22T00:00:00+08:00", "甲", "2023-09-22" } },
      "1次公布 09-22|1 same",
      PERIOD "1次，含有本公示。",
      "-" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    House house = { 0 };
    house_init (&house);
    for (gsize k = 0; k < G_N_ELEMENTS (cases[i].deeds) && cases[i].deeds[k].moment != NULL; k++)
      house_do (&house, &cases[i].deeds[k]);
    /* Nothing is said before the last day is over. */
    house_open (&house, "2023-10-08");
    g_autofree char *early = proof_of (&house);
    g_assert_cmpstr (early, ==, "none");
    house_open (&house, "2023-10-09");
    g_autofree char *proof = proof_of (&house);
    g_test_message ("case %zu", i);
    g_assert_cmpstr (proof, ==, cases[i].proof);
    const GbValue *value = gb_value_get (house_page (&house, "notices/first/index.html"), "proof");
    g_assert_cmpstr (said (value, "summary"), ==, cases[i].summary);
    g_assert_cmpstr (said (value, "backdated"), ==, cases[i].backdated);
    house_clear (&house);
  }
}

/* -- revisions and changes -- */

/* Pages for the revisions of a thing are there from the second on, numbered from the first. */
static void
test_revisions (void)
{
  House house = { 0 };
  house_init (&house);
  house_do (&house, &(Deed){ "2023-10-08T23:59:59+08:00", "甲", NULL });
  house_open (&house, "2023-10-20");
  g_assert_null (house_page (&house, "notices/first/revisions/index.html"));
  const GbValue *notice = house_page (&house, "notices/first/index.html");
  g_assert_true (gb_value_get (gb_value_get (notice, "provenance"), "revisions")->type
                 == GB_VALUE_NULL);

  house_do (&house, &(Deed){ "2023-10-09T00:00:00+08:00", "乙", NULL });
  g_autofree char *second = fixture_ask (&house.git, "rev-parse", "HEAD");
  house_do (&house, &(Deed){ "2023-10-10T08:00:00+08:00", "丙", NULL });
  g_autofree char *third = fixture_ask (&house.git, "rev-parse", "HEAD");
  house_open (&house, "2023-10-20");
  const GbValue *list
    = gb_value_get (house_page (&house, "notices/first/revisions/index.html"), "items");
  g_assert_cmpuint (list->length, ==, 3);
  static const struct {
    const char *href;
    const char *time;
    const char *day;
  } wanted[] = {
    { "notices/first/revisions/3/", "2023-10-10T08:00:00+08:00", "2023-10-10" },
    { "notices/first/revisions/2/", "2023-10-09T00:00:00+08:00", "2023-10-09" },
    { "notices/first/revisions/1/", "2023-10-08T23:59:59+08:00", "2023-10-08" },
  };
  for (guint i = 0; i < 3; i++) {
    const GbValue *commit = gb_value_get (list->elements[i], "commit");
    g_assert_cmpstr (said (list->elements[i], "href"), ==, wanted[i].href);
    g_assert_cmpstr (said (commit, "time"), ==, wanted[i].time);
    g_assert_cmpstr (said (gb_value_get (commit, "day"), "iso"), ==, wanted[i].day);
  }
  /* The second: neighbours on both sides, its own words, and not the last. */
  const GbValue *page = house_page (&house, "notices/first/revisions/2/index.html");
  g_assert_cmpstr (said (gb_value_get (page, "commit"), "id"), ==, second);
  g_assert_cmpstr (said (gb_value_get (page, "earlier"), "href"), ==, "notices/first/revisions/1/");
  g_assert_cmpstr (said (gb_value_get (page, "later"), "href"), ==, "notices/first/revisions/3/");
  g_assert_false (gb_value_is_truthy (gb_value_get (page, "is_last")));
  g_assert_cmpstr (said (page, "text_file"), ==, NOTICE);
  const GbValue *row = gb_value_get (page, "files")->elements[0];
  g_assert_cmpuint (gb_value_get (page, "files")->length, ==, 1);
  g_assert_cmpstr (said (gb_value_get (row, "what"), "id"), ==, "changed");
  /* The first and the last have one neighbour; the last shows the page as it is. */
  page = house_page (&house, "notices/first/revisions/1/index.html");
  g_assert_true (gb_value_get (page, "earlier")->type == GB_VALUE_NULL);
  page = house_page (&house, "notices/first/revisions/3/index.html");
  g_assert_true (gb_value_get (page, "later")->type == GB_VALUE_NULL);
  g_assert_true (gb_value_is_truthy (gb_value_get (page, "is_last")));
  g_assert_cmpstr (said (page, "text_file"), ==, "-");
  /* Where a page's text comes from: the last commit that changed it. */
  const GbValue *from
    = gb_value_get (house_page (&house, "notices/first/index.html"), "provenance");
  g_assert_cmpstr (said (gb_value_get (from, "commit"), "id"), ==, third);
  g_assert_cmpstr (said (gb_value_get (from, "revisions"), "href"), ==, "notices/first/revisions/");
  house_clear (&house);
}

/* Of a change no more than 30 things are named and 40 files shown; the others are counted. */
static void
test_many (void)
{
  static const struct {
    guint n;
    guint things;
    const char *more;
    guint files;
    const char *more_files;
  } cases[] = {
    { 30, 30, "-", 30, "-" },
    { 31, 30, "另有1项未列出", 31, "-" },
    { 40, 30, "另有10项未列出", 40, "-" },
    { 41, 30, "另有11项未列出", 40, "另有1项未列出" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    House house = { 0 };
    house_init (&house);
    house_at (&house, "2023-10-08T12:00:00+08:00");
    g_free (fixture_commit (&house.git, "开始"));
    for (guint k = 0; k < cases[i].n; k++) {
      g_autofree char *path = g_strdup_printf ("content/pages/p%02u.md", k);
      fixture_write (&house.git, path, "---\ntitle: 示例\n---\n\n示例。\n");
    }
    g_autofree char *tip = fixture_commit (&house.git, "增加");
    house_open (&house, "2023-10-20");
    g_autofree char *path = g_strdup_printf ("changes/%.12s/index.html", tip);
    const GbValue *page = house_page (&house, path);
    g_assert_nonnull (page);
    g_assert_cmpuint (gb_value_get (page, "files")->length, ==, cases[i].files);
    g_assert_cmpstr (said (page, "more_files"), ==, cases[i].more_files);
    const GbValue *items = gb_value_get (house_page (&house, "changes/index.html"), "items");
    const GbValue *newest = items->elements[0];
    g_assert_cmpstr (said (gb_value_get (newest, "commit"), "id"), ==, tip);
    g_assert_cmpuint (gb_value_get (newest, "things")->length, ==, cases[i].things);
    g_assert_cmpstr (said (newest, "more"), ==, cases[i].more);
    house_clear (&house);
  }
}

/* What was done to a thing is what was done to its main file. */
static void
test_what (void)
{
  House house = { 0 };
  house_init (&house);
  house_at (&house, "2023-10-08T12:00:00+08:00");
  g_free (fixture_commit (&house.git, "开始"));
  static const struct {
    const char *added;
    const char *removed;
    const char *things; /* of the commit */
    const char *href;   /* of what was done to the first: its revision, or the files */
  } steps[] = {
    { "content/policies/p/policy.md", NULL, "added policies/p/", "-" },
    { "content/policies/p/interpretation.md", NULL, "changed policies/p/",
      "policies/p/revisions/2/" },
    { NULL, "content/policies/p/interpretation.md", "changed policies/p/",
      "policies/p/revisions/3/" },
    { NULL, "content/policies/p/policy.md", "removed -", "-" },
    { "content/pages/a.md", NULL, "added a/", "-" },
    { "content/x.yaml", NULL, "changed -", "files" },
    /* The site's own files stand before and behind the things, and are one thing. */
    { "content/zz.yaml", "content/pages/a.md", "changed -, removed -", "files" },
  };
  g_autoptr (GPtrArray) tips = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    if (steps[i].added != NULL)
      fixture_write (&house.git, steps[i].added,
                     strstr (steps[i].added, "policy.md") == NULL
                       ? "---\ntitle: 示例\n---\n\n示例。\n"
                       : "---\ntitle: 示例办法\nissuer: example-city\nkind: other\n"
                         "published: 2023-01-10\n---\n\n# 示例办法\n\n第一条　示例。\n");
    if (steps[i].removed != NULL)
      fixture_git (&house.git, "rm", "-q", steps[i].removed);
    if (strstr (steps[i].things, ", ") != NULL)
      fixture_write (&house.git, "content/agencies.yaml",
                     "agencies:\n  - {id: example-city, name: 示例局, level: city}\n");
    g_ptr_array_add (tips, fixture_commit (&house.git, "一步"));
    house_open (&house, "2023-10-20");
    const GbValue *items = gb_value_get (house_page (&house, "changes/index.html"), "items");
    const GbValue *things = gb_value_get (items->elements[0], "things");
    g_autoptr (GString) story = g_string_new (NULL);
    for (guint k = 0; k < things->length; k++)
      g_string_append_printf (story, "%s%s %s", k > 0 ? ", " : "",
                              said (gb_value_get (things->elements[k], "what"), "id"),
                              said (gb_value_get (things->elements[k], "thing"), "href"));
    /* Of what has no pages for its revisions, the files of the commit. */
    g_autofree char *files
      = g_strdup_printf ("changes/%.12s/#files", (char *)tips->pdata[tips->len - 1]);
    g_assert_cmpstr (said (things->elements[0], "href"), ==,
                     strcmp (steps[i].href, "files") == 0 ? files : steps[i].href);
    g_test_message ("step %zu", i);
    g_assert_cmpstr (story->str, ==, steps[i].things);
  }
  house_clear (&house);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  arena = gb_arena_new ();
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autofree char *text = gb_file_read ("templates/strings/zh-CN.yaml", 0, NULL, NULL);
  words = gb_words_parse (arena, "zh-CN.yaml", text, strlen (text), diagnostics);
  g_test_add_func ("/history/proof", test_proof);
  g_test_add_func ("/history/revisions", test_revisions);
  g_test_add_func ("/history/many", test_many);
  g_test_add_func ("/history/what", test_what);
  int status = g_test_run ();
  gb_arena_free (arena);
  return status;
}
