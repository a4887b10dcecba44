/* History: what each commit changed, in what order, by path; publications; the cache. */
#include "record/message.h"
#include "record/record.h"

#include "record_fixture.h"

static GbRecord *
record_of (const GbFixture *fixture, const char *folder, const char *source, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *full = g_build_filename (fixture->folder, folder, NULL);
  g_autoptr (GbRepository) repository = NULL;
  gb_repository_find (full, &repository, &error);
  g_assert_no_error (error);
  GbRecord *record = gb_record_new (repository, source, before, "site", &error);
  g_assert_no_error (error);
  return record;
}

/* "A content/x C content/y | …": what each commit did, oldest first. */
static char *
story_of (const GbRecord *record)
{
  GString *story = g_string_new (NULL);
  for (guint i = 0; i < gb_record_n_commits (record); i++) {
    guint n;
    const GbRevision *changes = gb_record_changes (record, i, &n);
    g_string_append_printf (story, "%s%s:", i > 0 ? " | " : "",
                            gb_record_commit (record, i)->subject);
    for (guint k = 0; k < n; k++)
      g_string_append_printf (story, " %c %s", "ACR"[changes[k].change],
                              changes[k].path + strlen ("content/"));
  }
  return g_string_free (story, FALSE);
}

static void
assert_story (const GbRecord *record, const char *wanted)
{
  g_autofree char *story = story_of (record);
  g_assert_cmpstr (story, ==, wanted);
}

static void
test_message (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  GbMessage message = gb_message_parse (
    arena, "公布名单\n第二行\n\n说明一\n\n说明二：a\n\nSource: abc\nchange:  editorial \n");
  g_assert_cmpstr (message.subject, ==, "公布名单 第二行");
  g_assert_cmpstr (message.body, ==, "说明一\n\n说明二：a");
  g_assert_cmpstr (gb_message_trailer (arena, &message, "Change"), ==, "editorial");
  g_assert_cmpstr (gb_message_trailer (arena, &message, "source"), ==, "abc");
  g_assert_null (gb_message_trailer (arena, &message, "As-Of"));
  message = gb_message_parse (arena, "one\n\ntwo: x\nbut not this\n");
  g_assert_cmpstr (message.body, ==, "two: x\nbut not this");
  g_assert_cmpstr (message.trailers, ==, "");
  message = gb_message_parse (arena, "one\n\nA: 1\nA: 2");
  g_assert_cmpstr (message.body, ==, "");
  g_assert_cmpstr (gb_message_trailer (arena, &message, "A"), ==, "2");
  g_assert_cmpuint (gb_message_count (&message, "a"), ==, 2);
  g_assert_cmpuint (gb_message_count (&message, "B"), ==, 0);
  message = gb_message_parse (arena, "one\n\nA:1\n");
  g_assert_cmpstr (message.body, ==, "A:1");
  message = gb_message_parse (arena, "one\n\n A: 1");
  g_assert_cmpstr (message.body, ==, " A: 1");
  message = gb_message_parse (arena, "one\n\nA:\nB: 1\n 2\n\t3\nC: 4");
  g_assert_cmpstr (message.body, ==, "");
  g_assert_cmpstr (gb_message_trailer (arena, &message, "A"), ==, "");
  g_assert_cmpstr (gb_message_trailer (arena, &message, "B"), ==, "1\n 2\n\t3");
  g_assert_cmpstr (gb_message_trailer (arena, &message, "C"), ==, "4");
  message = gb_message_parse (arena, "");
  g_assert_cmpstr (message.subject, ==, "");
  message = gb_message_parse (arena, "bad \xff bytes");
  g_assert_true (g_utf8_validate (message.subject, -1, NULL));
}

static void
test_line (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/site.yaml", "1\n");
  fixture_write (fixture, "content/policies/a/policy.md", "one\n");
  fixture_write (fixture, "README", "x\n");
  g_autofree char *first = fixture_commit (fixture, "one");
  fixture_write (fixture, "README", "y\n");
  g_autofree char *second = fixture_commit (fixture, "elsewhere");
  fixture_write (fixture, "content/policies/a/policy.md", "two\n");
  g_autofree char *third = fixture_commit (fixture, "two\n\nwhy\n\nChange: editorial");
  fixture_git (fixture, "mv", "content/policies/a", "content/policies/b");
  g_autofree char *fourth = fixture_commit (fixture, "moved");
  fixture_git (fixture, "rm", "-q", "content/site.yaml");
  g_autofree char *fifth = fixture_commit (fixture, "gone");

  g_autoptr (GbRecord) record = record_of (fixture, "", fifth, NULL);
  assert_story (record, "one: A policies/a/policy.md A site.yaml | two: C policies/a/policy.md | "
                        "moved: R policies/a/policy.md A policies/b/policy.md | gone: R site.yaml");
  const GbCommit *commit = gb_record_commit (record, 1);
  g_assert_cmpstr (commit->id, ==, third);
  g_assert_true (commit->editorial);
  g_assert_cmpstr (commit->body, ==, "why");
  g_assert_false (gb_record_commit (record, 0)->editorial);
  g_assert_cmpint (commit->time, ==, 1700000000 + 3 * 3600);

  guint n;
  const GbRevision *of_b = gb_record_of_path (record, "content/policies/b/policy.md", &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (of_b[0].path, ==, "content/policies/a/policy.md");
  g_assert_cmpstr (of_b[2].renamed_from, ==, "content/policies/a/policy.md");
  g_assert_cmpstr (of_b[1].after, ==, of_b[2].after);
  g_autofree char *text = gb_record_read (record, of_b[0].after, NULL, NULL);
  g_assert_cmpstr (text, ==, "one\n");
  g_assert_null (gb_record_of_path (record, "content/none", &n));

  const GbRevision *at = gb_record_at (record, "content/site.yaml", gb_record_commit (record, 2));
  g_assert_cmpint (at->change, ==, GB_PATH_ADDED);
  g_assert_null (gb_record_at (record, "content/site.yaml", gb_record_commit (record, 3)));
  g_assert_true (gb_record_is_complete (record));

  g_autoptr (GbRecord) early = record_of (fixture, "", second, NULL);
  assert_story (early, "one: A policies/a/policy.md A site.yaml");
}

/* What a merge merely brings along is not told twice; what it changes itself is. */
static void
test_merges (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "1\n");
  fixture_write (fixture, "content/b", "1\n");
  g_free (fixture_commit (fixture, "root"));
  fixture_git (fixture, "checkout", "-q", "-b", "side");
  fixture_write (fixture, "content/a", "2\n");
  g_free (fixture_commit (fixture, "side"));
  fixture_git (fixture, "checkout", "-q", "main");
  fixture_write (fixture, "content/b", "2\n");
  g_free (fixture_commit (fixture, "main"));
  fixture->time += 3600;
  fixture_git (fixture, "merge", "-q", "-m", "clean", "side");
  g_autofree char *clean = fixture_ask (fixture, "rev-parse", "HEAD");
  g_autoptr (GbRecord) record = record_of (fixture, "", clean, NULL);
  assert_story (record, "root: A a A b | side: C a | main: C b");

  fixture_git (fixture, "checkout", "-q", "-b", "left");
  fixture_write (fixture, "content/a", "left\n");
  g_free (fixture_commit (fixture, "left"));
  fixture_git (fixture, "checkout", "-q", "main");
  fixture_write (fixture, "content/a", "right\n");
  g_free (fixture_commit (fixture, "right"));
  fixture->time += 3600;
  fixture_git (fixture, "merge", "-q", "-s", "ours", "--no-commit", "left");
  fixture_write (fixture, "content/a", "both\n");
  g_autofree char *evil = fixture_commit (fixture, "merged");
  g_autoptr (GbRecord) later = record_of (fixture, "", evil, NULL);
  assert_story (later,
                "root: A a A b | side: C a | main: C b | left: C a | right: C a | merged: C a");
}

static void
test_shapes (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "1\n");
  fixture_write (fixture, "content/a.b", "2\n");
  fixture_write (fixture, "content/中文 名.md", "3\n");
  g_free (fixture_commit (fixture, "files"));
  fixture_git (fixture, "rm", "-q", "content/a");
  fixture_write (fixture, "content/a/inner", "4\n");
  g_free (fixture_commit (fixture, "folder"));
  fixture_git (fixture, "rm", "-q", "-r", "content/a");
  fixture_write (fixture, "content/a", "5\n");
  g_free (fixture_commit (fixture, "file"));
  fixture_git (fixture, "update-index", "--chmod=+x", "content/a");
  fixture_git (fixture, "commit", "-q", "-m", "mode");
  fixture_git (fixture, "rm", "-q", "content/a.b");
  fixture_git (fixture, "commit", "-q", "-m", "away");
  fixture_write (fixture, "content/a.b", "6\n");
  g_autofree char *tip = fixture_commit (fixture, "again");
  g_autoptr (GbRecord) record = record_of (fixture, "", tip, NULL);
  assert_story (record, "files: A a A a.b A 中文 名.md | folder: R a A a/inner | "
                        "file: A a R a/inner | away: R a.b | again: A a.b");
  guint n;
  (void)gb_record_of_path (record, "content/a.b", &n);
  g_assert_cmpuint (n, ==, 3);
}

/* A file where the folder is looked for holds nothing. */
static void
test_no_folder (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content", "1\n");
  g_free (fixture_commit (fixture, "file"));
  fixture_git (fixture, "rm", "-q", "content");
  fixture_write (fixture, "content/a", "1\n");
  g_autofree char *tip = fixture_commit (fixture, "folder");
  g_autoptr (GbRecord) record = record_of (fixture, "", tip, NULL);
  assert_story (record, "folder: A a");
}

/* Below a folder of the repository, and nothing else of it. */
static void
test_prefix (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "gov/content/site.yaml", "1\n");
  fixture_write (fixture, "content/site.yaml", "1\n");
  g_autofree char *tip = fixture_commit (fixture, "both");
  g_autoptr (GbRecord) record = record_of (fixture, "gov", tip, NULL);
  assert_story (record, "both: A site.yaml");
}

static void
test_shallow (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "1\n");
  g_free (fixture_commit (fixture, "one"));
  fixture_write (fixture, "content/a", "2\n");
  g_free (fixture_commit (fixture, "two"));
  fixture_write (fixture, "content/a", "3\n");
  g_autofree char *tip = fixture_commit (fixture, "three");
  g_autofree char *url = g_strconcat ("file://", fixture->folder, NULL);
  fixture_git (fixture, "clone", "-q", "--depth", "2", url, "clone");
  g_autoptr (GbRecord) record = record_of (fixture, "clone", tip, NULL);
  g_assert_false (gb_record_is_complete (record));
  assert_story (record, "three: C a");
}

/* The same with a cache from an earlier tip, of a damaged one, after history was rewritten. */
static void
test_cache (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "1\n");
  g_autofree char *first = fixture_commit (fixture, "one");
  g_autofree char *cache = g_build_filename (fixture->folder, ".git/gongbao/history-", NULL);
  g_autoptr (GbRecord) early = record_of (fixture, "", first, NULL);
  g_assert_true (g_file_test (cache, G_FILE_TEST_IS_REGULAR));

  /* A branch that began before and is committed with an earlier time, merged afterwards. */
  fixture_write (fixture, "content/a", "2\n");
  g_autofree char *second = fixture_commit (fixture, "two");
  fixture_git (fixture, "checkout", "-q", "-b", "side", first);
  fixture->time -= 3000;
  fixture_write (fixture, "content/b", "x\n");
  g_free (fixture_commit (fixture, "side"));
  fixture->time += 9000;
  g_autoptr (GbRecord) middle = record_of (fixture, "", second, NULL);
  assert_story (middle, "one: A a | two: C a");
  fixture_git (fixture, "checkout", "-q", "main");
  fixture_git (fixture, "merge", "-q", "-m", "merge", "side");
  g_autofree char *tip = fixture_ask (fixture, "rev-parse", "HEAD");
  g_autoptr (GbRecord) grown = record_of (fixture, "", tip, NULL);
  g_autofree char *story = story_of (grown);
  g_assert_cmpstr (story, ==, "one: A a | two: C a | side: A b");
  g_autoptr (GbRecord) cached = record_of (fixture, "", tip, NULL);
  assert_story (cached, story);

  g_autofree char *bytes = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (cache, &bytes, &length, NULL));
  for (gsize i = 0; i < length; i += 37) {
    bytes[i] ^= 0x20;
    g_assert_true (g_file_set_contents (cache, bytes, (gssize)length, NULL));
    bytes[i] ^= 0x20;
    g_autoptr (GbRecord) damaged = record_of (fixture, "", tip, NULL);
    assert_story (damaged, story);
  }
  g_assert_true (g_file_set_contents (cache, bytes, (gssize)length / 2, NULL));
  g_autoptr (GbRecord) cut = record_of (fixture, "", tip, NULL);
  assert_story (cut, story);

  fixture_git (fixture, "reset", "-q", "--hard", first);
  fixture_write (fixture, "content/c", "x\n");
  g_autofree char *other = fixture_commit (fixture, "other");
  g_autoptr (GbRecord) rewritten = record_of (fixture, "", other, NULL);
  assert_story (rewritten, "one: A a | other: A c");
}

static void
test_publications (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "1\n");
  g_autofree char *source = fixture_commit (fixture, "one");
  fixture_write (fixture, "site/index.html", "page\n");
  g_autofree char *message = g_strdup_printf (
    "公布\n\n说明\n\nSource: %s\nAs-Of: 2024-02-29\nManifest: %064d\nTexts-Changed: 3\n"
    "Statuses-Changed: x",
    source, 7);
  g_autofree char *first = fixture_commit (fixture, message);
  g_free (fixture_commit (fixture, "no\n\nSource: abc\nAs-Of: 2024-02-29\nManifest: 00"));
  g_autofree char *tip = fixture_commit (fixture, "Source: in the subject");
  g_autoptr (GbRecord) record = record_of (fixture, "", source, tip);
  g_assert_cmpuint (gb_record_n_publications (record), ==, 1);
  const GbPublication *publication = gb_record_publication (record, 0);
  g_assert_cmpstr (publication->id, ==, first);
  g_assert_cmpstr (publication->source, ==, source);
  g_assert_cmpstr (publication->subject, ==, "公布");
  g_assert_cmpint (publication->texts, ==, 3);
  g_assert_cmpint (publication->statuses, ==, -1);
  GbDate day;
  g_assert_true (gb_date_parse ("2024-02-29", &day));
  g_assert_cmpint (publication->as_of, ==, day);
  char blob[GB_OID_LENGTH];
  g_assert_true (gb_record_published (record, publication, "index.html", blob, NULL));
  g_autofree char *page = gb_record_read (record, blob, NULL, NULL);
  g_assert_cmpstr (page, ==, "page\n");
  g_assert_true (gb_record_published (record, publication, "none.html", blob, NULL));
  g_assert_cmpstr (blob, ==, "");
  g_assert_true (gb_record_published_source (record, publication, "content/a", blob, NULL));
  g_assert_cmpint (strlen (blob), ==, GB_OID_LENGTH - 1);
  assert_story (record, "one: A a");
}

/* A day begins in Shanghai eight hours before it does in Greenwich; the calendar has an end. */
static void
test_days (void)
{
  static const struct {
    gint64 time;
    const char *day;
  } cases[] = {
    { 946684800, "2000-01-01" },          /* midnight in Greenwich, eight o'clock in Shanghai */
    { 1704038399, "2023-12-31" },         /* 2023-12-31T23:59:59+08:00 */
    { 1704038400, "2024-01-01" },         /* a second later */
    { 1709164800 - 28800, "2024-02-29" }, /* 2024-02-29T00:00:00+08:00 */
    { 32503651199, "2999-12-31" },        /* 2999-12-31T23:59:59+08:00, the last second */
    { 32503651200, "2999-12-31" },        { 99999999999, "2999-12-31" },
  };
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "1\n");
  fixture_git (fixture, "add", "-A");
  g_autofree char *tree = fixture_ask (fixture, "write-tree");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    /* git commit takes no time of another millennium. */
    g_autofree char *text = g_strdup_printf (
      "tree %s\nauthor T <t> 0 +0000\ncommitter T <t> %" G_GINT64_FORMAT " +0000\n\none\n", tree,
      cases[i].time);
    g_autofree char *tip
      = fixture_feed (fixture, text, "hash-object", "-t", "commit", "-w", "--stdin");
    g_autoptr (GbRecord) record = record_of (fixture, "", tip, NULL);
    const GbCommit *commit = gb_record_commit (record, 0);
    char day[GB_DATE_LENGTH];
    g_assert_cmpstr (gb_date_format (commit->day, day), ==, cases[i].day);
    g_assert_cmpint (commit->time, ==, MIN (cases[i].time, 32503651199));
  }
}

static void
test_editorial (void)
{
  static const struct {
    const char *trailer;
    gboolean editorial;
  } cases[] = {
    { "Change: editorial", TRUE },    { "change: EDITORIAL", TRUE },
    { "Change: edit", FALSE },        { "Change: editorial, and more", FALSE },
    { "Change: substantial", FALSE }, { "Changed: editorial", FALSE },
  };
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autofree char *tip = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf ("%zu\n", i);
    g_autofree char *message = g_strdup_printf ("one\n\n%s", cases[i].trailer);
    fixture_write (fixture, "content/a", text);
    g_free (tip);
    tip = fixture_commit (fixture, message);
  }
  g_autoptr (GbRecord) record = record_of (fixture, "", tip, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (gb_record_commit (record, i)->editorial, ==, cases[i].editorial);
}

/* "b<-a": the file b of the last commit has the words of a, which went; "" for none of the kind. */
static void
assert_renames (const GbFixture *fixture, const char *tip, const char *wanted)
{
  g_autoptr (GbRecord) record = record_of (fixture, "", tip, NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  guint n;
  const GbRevision *changes = gb_record_changes (record, gb_record_n_commits (record) - 1, &n);
  for (guint i = 0; i < n; i++)
    if (changes[i].renamed_from != NULL)
      g_string_append_printf (found, "%s%s<-%s", found->len > 0 ? " " : "",
                              changes[i].path + strlen ("content/"),
                              changes[i].renamed_from + strlen ("content/"));
  g_assert_cmpstr (found->str, ==, wanted);
}

/* Only what went has moved, to what came, each to one place. */
static void
test_renames (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "x\n");
  fixture_write (fixture, "content/b", "x\n");
  fixture_write (fixture, "content/c", "x\n");
  fixture_write (fixture, "content/d", "y\n");
  g_free (fixture_commit (fixture, "begun"));

  fixture_write (fixture, "content/c", "z\n");
  fixture_write (fixture, "content/e", "x\n");
  g_autofree char *changed = fixture_commit (fixture, "c has other words, e those it had");
  assert_renames (fixture, changed, "");

  fixture_git (fixture, "rm", "-q", "content/e");
  fixture_write (fixture, "content/d", "x\n");
  g_autofree char *taken = fixture_commit (fixture, "e went, d has its words");
  assert_renames (fixture, taken, "");

  fixture_git (fixture, "rm", "-q", "content/a", "content/b");
  fixture_write (fixture, "content/f", "x\n");
  fixture_write (fixture, "content/g", "x\n");
  fixture_write (fixture, "content/h", "x\n");
  g_autofree char *moved = fixture_commit (fixture, "two went, three came");
  assert_renames (fixture, moved, "f<-a g<-b");
}

/* At a place stands what was put there, not what later came to it from elsewhere. */
static void
test_at (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "1\n");
  g_free (fixture_commit (fixture, "one"));
  fixture_git (fixture, "mv", "content/a", "content/b");
  g_free (fixture_commit (fixture, "moved"));
  fixture_write (fixture, "content/b", "2\n");
  g_autofree char *tip = fixture_commit (fixture, "two");
  g_autoptr (GbRecord) record = record_of (fixture, "", tip, NULL);
  static const struct {
    const char *path;
    const char *texts[3]; /* after each commit */
  } cases[] = { { "content/a", { "1\n", NULL, NULL } }, { "content/b", { NULL, "1\n", "2\n" } } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; k < 3; k++) {
      const GbRevision *at = gb_record_at (record, cases[i].path, gb_record_commit (record, k));
      g_autofree char *text = at == NULL ? NULL : gb_record_read (record, at->after, NULL, NULL);
      g_assert_cmpstr (text, ==, cases[i].texts[k]);
    }
}

#define HASH "00000000000000000000000000000000000000000000000000000000000000ab"

/* What the trailers of a message make of it; SOURCE stands for a commit that is there. */
static void
test_trailers (void)
{
  static const struct {
    const char *trailers;
    gboolean is_publication;
    gboolean is_ambiguous;
    gboolean has_source;
    int texts;
    const char *as_of;
  } cases[] = {
    { "Source: SOURCE\nAs-Of: 2024-02-29\nManifest: " HASH, TRUE, FALSE, TRUE, -1, "2024-02-29" },
    { "Source: SOURCE\nAs-Of: 2024-02-30\nManifest: " HASH, .is_publication = FALSE },
    { "Source: SOURCE\nAs-Of: 2024-02-29\nManifest: " HASH "0", .is_publication = FALSE },
    { "Source: SOURCE\nAs-Of: 2024-02-29\nManifest: A" HASH, .is_publication = FALSE },
    { "Source: SOURCE\nAs-Of: 2024-02-29\nManifest: 12", .is_publication = FALSE },
    { "Source: SOURCE\nAs-Of: 2024-02-29", .is_publication = FALSE },
    { "Source: SOURCE\nManifest: " HASH, .is_publication = FALSE },
    { "Source: 12\nAs-Of: 2024-02-29\nManifest: " HASH, .is_publication = FALSE },
    { "Source: 1111111111111111111111111111111111111111\nAs-Of: 2024-02-29\nManifest: " HASH, TRUE,
      FALSE, FALSE, -1, "2024-02-29" },
    { "Source: SOURCE\nAs-Of: 2024-02-28\nAs-Of: 2024-02-29\nManifest: " HASH, TRUE, TRUE, TRUE, -1,
      "2024-02-29" },
    { "Source: SOURCE\nSource: SOURCE\nAs-Of: 2024-02-29\nManifest: " HASH, TRUE, TRUE, TRUE, -1,
      "2024-02-29" },
    { "Source: SOURCE\nAs-Of: 2024-02-29\nManifest: " HASH "\nManifest: " HASH, TRUE, TRUE, TRUE,
      -1, "2024-02-29" },
    { "Source: SOURCE\nAs-Of: 2024-02-29\nManifest: " HASH "\nTexts-Changed: 0", TRUE, FALSE, TRUE,
      0, "2024-02-29" },
    { "Source: SOURCE\nAs-Of: 2024-02-29\nManifest: " HASH "\nTexts-Changed: 999999999", TRUE,
      FALSE, TRUE, 999999999, "2024-02-29" },
    { "Source: SOURCE\nAs-Of: 2024-02-29\nManifest: " HASH "\nTexts-Changed: 1000000000", TRUE,
      FALSE, TRUE, -1, "2024-02-29" },
    { "Source: SOURCE\nAs-Of: 2024-02-29\nManifest: " HASH "\nTexts-Changed:", TRUE, FALSE, TRUE,
      -1, "2024-02-29" },
    { "Source: SOURCE\nAs-Of: 2024-02-29\nManifest: " HASH "\nTexts-Changed: -1", TRUE, FALSE, TRUE,
      -1, "2024-02-29" },
  };
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "1\n");
  g_autofree char *source = fixture_commit (fixture, "one");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) pieces = g_strsplit (cases[i].trailers, "SOURCE", -1);
    g_autofree char *trailers = g_strjoinv (source, pieces);
    g_autofree char *message = g_strdup_printf ("公布\n\n%s", trailers);
    fixture_git (fixture, "reset", "-q", "--hard", source);
    fixture->time = 1700000000;
    g_autofree char *tip = fixture_commit (fixture, message);
    g_autoptr (GbRecord) record = record_of (fixture, "", source, tip);
    g_test_message ("%s", cases[i].trailers);
    g_assert_cmpuint (gb_record_n_publications (record), ==, cases[i].is_publication);
    if (!cases[i].is_publication)
      continue;
    const GbPublication *publication = gb_record_publication (record, 0);
    g_assert_cmpint (publication->is_ambiguous, ==, cases[i].is_ambiguous);
    g_assert_cmpint (publication->has_source, ==, cases[i].has_source);
    g_assert_cmpint (publication->texts, ==, cases[i].texts);
    char day[GB_DATE_LENGTH];
    g_assert_cmpstr (gb_date_format (publication->as_of, day), ==, cases[i].as_of);
    /* Committed at 2023-11-14T23:13:20Z. */
    g_assert_cmpstr (gb_date_format (publication->day, day), ==, "2023-11-15");
  }
}

/* Publications on a branch of their own: what that branch did to content/ is not what the source
 * did, and what neither holds is not there, though a cache may know it. */
static void
test_branches (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "1\n");
  g_autofree char *first = fixture_commit (fixture, "one");
  fixture_git (fixture, "checkout", "-q", "-b", "side");
  fixture_write (fixture, "content/a", "side\n");
  g_autofree char *side = fixture_commit (fixture, "side");
  g_autoptr (GbRecord) cached = record_of (fixture, "", side, NULL);
  assert_story (cached, "one: A a | side: C a");
  fixture_git (fixture, "checkout", "-q", "-b", "pages", first);
  fixture_write (fixture, "content/b", "stray\n");
  g_autofree char *message
    = g_strdup_printf ("公布\n\nSource: %s\nAs-Of: 2024-02-29\nManifest: " HASH, side);
  g_autofree char *pages = fixture_commit (fixture, message);
  g_autoptr (GbRecord) record = record_of (fixture, "", first, pages);
  assert_story (record, "one: A a");
  g_assert_cmpuint (gb_record_n_publications (record), ==, 1);
  g_assert_false (gb_record_publication (record, 0)->has_source);
  /* Again, with the changes of that branch in the cache. */
  g_autoptr (GbRecord) own = record_of (fixture, "", pages, NULL);
  assert_story (own, "one: A a | 公布: A b");
  g_autoptr (GbRecord) again = record_of (fixture, "", first, pages);
  assert_story (again, "one: A a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/message", test_message);
  g_test_add_func ("/record/line", test_line);
  g_test_add_func ("/record/merges", test_merges);
  g_test_add_func ("/record/shapes", test_shapes);
  g_test_add_func ("/record/no-folder", test_no_folder);
  g_test_add_func ("/record/prefix", test_prefix);
  g_test_add_func ("/record/shallow", test_shallow);
  g_test_add_func ("/record/cache", test_cache);
  g_test_add_func ("/record/publications", test_publications);
  g_test_add_func ("/record/days", test_days);
  g_test_add_func ("/record/editorial", test_editorial);
  g_test_add_func ("/record/renames", test_renames);
  g_test_add_func ("/record/at", test_at);
  g_test_add_func ("/record/trailers", test_trailers);
  g_test_add_func ("/record/branches", test_branches);
  return g_test_run ();
}
