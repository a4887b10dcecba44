/* The manifest: written, read back, refused where it is anything else, compared. */
#include "output/manifest.h"

#include <string.h>

static GbArena *arena;

#define HASH_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static const GbManifestFile texts[] = { { "content/site.yaml", 12, HASH_A } };
static const GbManifestFile files[]
  = { { "a \"quoted\"\\path", 1, HASH_A }, { "policies/topic/产业/index.html", 0, HASH_B } };
static const GbManifestStatus statuses[] = { { "notices/x/", "open" } };

static GbManifest
example (void)
{
  GbManifest manifest = {
    .generator = "gongbao 9.9.9",
    .source = "0123456789abcdef0123456789abcdef01234567",
    .texts = texts,
    .n_texts = 1,
    .statuses = statuses,
    .n_statuses = 1,
    .files = files,
    .n_files = 2,
  };
  g_assert_true (gb_date_parse ("2026-11-21", &manifest.as_of));
  manifest.turns = GB_DATE_NONE;
  return manifest;
}

static void
test_round_trip (void)
{
  GbManifest manifest = example ();
  g_autoptr (GString) text = gb_manifest_write (&manifest);
  g_autoptr (GError) error = NULL;
  const GbManifest *read = gb_manifest_parse (arena, text->str, text->len, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read->as_of, ==, manifest.as_of);
  g_assert_true (read->turns == GB_DATE_NONE);
  g_assert_null (read->theme);
  g_assert_cmpstr (read->source, ==, manifest.source);
  g_assert_cmpuint (read->n_files, ==, 2);
  g_assert_cmpstr (read->files[0].path, ==, files[0].path);
  g_assert_cmpuint (read->files[0].size, ==, 1);
  g_assert_cmpstr (gb_manifest_file (read, files[1].path)->hash, ==, HASH_B);
  g_assert_null (gb_manifest_file (read, "b"));
  g_assert_cmpstr (read->statuses[0].status, ==, "open");
  g_autoptr (GString) again = gb_manifest_write (read);
  g_assert_cmpstr (again->str, ==, text->str);
}

/* Wherever it is cut off or a character is lost, it is refused or read, never worse. */
static void
test_damaged (void)
{
  GbManifest manifest = example ();
  g_autoptr (GString) text = gb_manifest_write (&manifest);
  gsize needed = strlen (text->str) - strlen ("\n}\n") - 1;
  for (gsize length = 0; length < needed; length++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (gb_manifest_parse (arena, text->str, length, &error));
    g_assert_error (error, GB_ERROR, GB_ERROR_CONTENT);
  }
  for (gsize i = 0; i < text->len; i++) {
    g_autofree char *copy = g_strdup (text->str);
    copy[i] = '"';
    (void)gb_manifest_parse (arena, copy, text->len, NULL);
    copy[i] = '\\';
    (void)gb_manifest_parse (arena, copy, text->len, NULL);
  }
}

static void
test_compare (void)
{
  GbManifest before = example ();
  static const GbManifestFile new_files[]
    = { { "a \"quoted\"\\path", 1, HASH_B }, { "z.html", 0, HASH_B } };
  static const GbManifestStatus new_statuses[] = { { "notices/x/", "closed" } };
  GbManifest after = before;
  after.files = new_files;
  after.statuses = new_statuses;
  GbManifestChanges changes = gb_manifest_compare (arena, &before, &after);
  g_assert_cmpuint (changes.n_texts, ==, 0);
  g_assert_cmpuint (changes.n_statuses, ==, 1);
  g_assert_cmpstr (changes.statuses[0].before, ==, "open");
  g_assert_cmpstr (changes.statuses[0].after, ==, "closed");
  g_assert_cmpuint (changes.n_files, ==, 3);
  g_assert_cmpstr (changes.files[1].path, ==, files[1].path);
  g_assert_null (changes.files[1].after);
  g_assert_cmpstr (changes.files[2].path, ==, "z.html");
  g_assert_null (changes.files[2].before);
  changes = gb_manifest_compare (arena, NULL, &after);
  g_assert_cmpuint (changes.n_texts, ==, 1);
  g_assert_cmpuint (changes.n_files, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  arena = gb_arena_new ();
  g_test_add_func ("/manifest/round-trip", test_round_trip);
  g_test_add_func ("/manifest/damaged", test_damaged);
  g_test_add_func ("/manifest/compare", test_compare);
  int status = g_test_run ();
  gb_arena_free (arena);
  return status;
}
