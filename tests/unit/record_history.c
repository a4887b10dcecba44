/* History: what each commit changed, in what order, by path; publications; the cache. */
#include "record/message.h"
#include "record/record.h"

#include "record_fixture.h"

static GbRecord *
record_of (const GbFixture *fixture, const char *folder, const char *source, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *full = g_build_filename (fixture->folder, folder, NULL);
  g_autoptr (GbRepository) repository = gb_repository_find (full, &error);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/message", test_message);
  g_test_add_func ("/record/line", test_line);
  g_test_add_func ("/record/merges", test_merges);
  g_test_add_func ("/record/shapes", test_shapes);
  g_test_add_func ("/record/prefix", test_prefix);
  g_test_add_func ("/record/shallow", test_shallow);
  g_test_add_func ("/record/cache", test_cache);
  g_test_add_func ("/record/publications", test_publications);
  return g_test_run ();
}
