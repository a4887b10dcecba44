/* Commits written into real repositories: what git itself says about them. */
#include "record/branch.h"
#include "record/check_out.h"
#include "record/identity.h"
#include "record/store.h"

#include "record_fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static GbRepository *
open_at (const GbFixture *fixture, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *full = g_build_filename (fixture->folder, folder, NULL);
  GbRepository *repository;
  gb_repository_find (full, &repository, &error);
  g_assert_no_error (error);
  g_assert_nonnull (repository);
  return repository;
}

static void
put (GbStore *store, const char *path, const char *text)
{
  gb_store_put (store, path, text, strlen (text));
}

static char *
commit_store (GbStore *store, const char *parent)
{
  const char *parents[] = { parent, NULL };
  const GbCommitOptions options = { parent == NULL ? parents + 1 : parents, "公布\n", FALSE };
  char id[GB_OID_LENGTH];
  g_autoptr (GError) error = NULL;
  g_assert_true (gb_store_commit (store, &options, id, &error));
  g_assert_no_error (error);
  return g_strdup (id);
}

/* git finds nothing wrong, and the tree is the one it would have made of the same files. */
static void
assert_sound (const GbFixture *fixture, const char *commit)
{
  fixture_git (fixture, "branch", "-f", "check", commit);
  fixture_git (fixture, "fsck", "--strict", "--no-dangling");
  g_autofree char *spec = g_strconcat (commit, "^{tree}", NULL);
  g_autofree char *ours = fixture_ask (fixture, "rev-parse", spec);
  fixture_git (fixture, "read-tree", commit);
  g_autofree char *theirs = fixture_ask (fixture, "write-tree");
  g_assert_cmpstr (ours, ==, theirs);
}

static void
assert_files (const GbFixture *fixture, const char *commit, const char *wanted)
{
  g_autofree char *files
    = fixture_ask (fixture, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", commit);
  g_strdelimit (files, "\n", '|');
  g_assert_cmpstr (files, ==, wanted);
}

static void
test_trees (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GbStore) store = gb_store_new (repository, NULL, NULL);
  put (store, "site/a", "1");
  put (store, "site/a.b", "2");
  put (store, "site/a-b/x", "3");
  put (store, "site/政策 文件/index.html", "4");
  put (store, "content/x", "5");
  g_autofree char *first = commit_store (store, NULL);
  assert_sound (fixture, first);
  assert_files (fixture, first, "content/x|site/a|site/a-b/x|site/a.b|site/政策 文件/index.html");

  /* A file becomes a folder, a folder a file; folders go with their last file. */
  gb_store_remove (store, "site/a");
  put (store, "site/a/inner", "6");
  gb_store_remove (store, "site/a-b/x");
  put (store, "site/a-b", "7");
  gb_store_remove (store, "site/政策 文件/index.html");
  gb_store_remove (store, "site/none");
  gb_store_remove (store, "nowhere/none");
  g_autofree char *second = commit_store (store, first);
  assert_sound (fixture, second);
  assert_files (fixture, second, "content/x|site/a-b|site/a.b|site/a/inner");

  g_autoptr (GbStore) again = gb_store_new (repository, second, NULL);
  gb_store_remove (again, "site/a-b");
  gb_store_remove (again, "site/a.b");
  gb_store_remove (again, "site/a/inner");
  g_autofree char *third = commit_store (again, second);
  assert_sound (fixture, third);
  assert_files (fixture, third, "content/x");
}

static void
test_pack (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GbStore) store = gb_store_new (repository, NULL, NULL);
  for (guint i = 0; i < 2 * GB_STORE_PACK; i++) {
    g_autofree char *path = g_strdup_printf ("site/p-%u/index.html", i);
    g_autofree char *text = g_strnfill (i * 97, (char)('a' + i % 26));
    put (store, path, text);
  }
  g_autofree char *commit = commit_store (store, NULL);
  assert_sound (fixture, commit);
  g_autofree char *count = fixture_ask (fixture, "count-objects", "-v");
  g_assert_nonnull (strstr (count, "packs: 1"));
  g_autofree char *page = fixture_ask (fixture, "cat-file", "-s", "check:site/p-100/index.html");
  g_assert_cmpstr (page, ==, "9700");
}

/* One large file is a pack as well, and at hand until something else is committed. */
static void
test_large (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GbStore) store = gb_store_new (repository, NULL, NULL);
  gsize size = 3 * 1024 * 1024;
  g_autofree char *bytes = g_malloc (size);
  guint32 seed = 1;
  for (gsize i = 0; i < size; i++) {
    seed = seed * 1664525u + 1013904223u;
    bytes[i] = (char)(seed >> 24);
  }
  gb_store_put (store, "site/data.zip", bytes, size);
  put (store, "site/index.html", "1");
  g_autofree char *commit = commit_store (store, NULL);
  assert_sound (fixture, commit);
  g_autofree char *count = fixture_ask (fixture, "count-objects", "-v");
  g_assert_nonnull (strstr (count, "count: 0"));
  g_assert_nonnull (strstr (count, "packs: 1"));
  g_autofree char *packs = fixture_ask (fixture, "rev-parse", "check:site/data.zip");
  git_oid id, ours;
  g_assert_cmpint (git_oid_fromstr (&id, g_strchomp (packs)), ==, 0);
  gb_repository_hash (GIT_OBJECT_BLOB, bytes, size, &ours);
  g_assert_true (git_oid_equal (&id, &ours));
  gsize length;
  g_autofree char *read = gb_store_read (store, &id, &length);
  g_assert_cmpuint (length, ==, size);
  g_assert_true (memcmp (read, bytes, size) == 0);
  put (store, "site/index.html", "2");
  g_autofree char *next = commit_store (store, commit);
  assert_sound (fixture, next);
  g_assert_null (gb_store_read (store, &id, &length));
}

static void
test_identity (void)
{
  static const struct {
    const char *text;
    gint64 time;
    int minutes;
  } dates[] = {
    { "1714528800 +0800", 1714528800, 480 },
    { "@0 -0130", 0, -90 },
    { "2024-05-01T10:00:00+08:00", 1714528800, 480 },
    { "2024-05-01 10:00:00 +0800", 1714528800, 480 },
    { "2024-05-01T02:00:00Z", 1714528800, 0 },
    { "2024-05-01T10:00:00", 1714528800, 480 },
    { "1714528800", 1714528800, 480 },
    { "@7", 7, 480 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++) {
    gint64 time = -1;
    int minutes = -1;
    g_assert_true (gb_identity_parse_date (dates[i].text, &time, &minutes));
    g_assert_cmpint (time, ==, dates[i].time);
    g_assert_cmpint (minutes, ==, dates[i].minutes);
  }
  static const char *const wrong[] = { "",
                                       "yesterday",
                                       "2024-05-01",
                                       "20240501",
                                       "1 8",
                                       "@x +0800",
                                       "123456789012345 +0800",
                                       "@123456789012345" };
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    gint64 time;
    int minutes;
    g_assert_false (gb_identity_parse_date (wrong[i], &time, &minutes));
  }
}

static void
test_dates (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_setenv ("GIT_COMMITTER_DATE", "2024-05-01T10:00:00+08:00", TRUE);
  g_setenv ("GIT_AUTHOR_NAME", "张<三>\n", TRUE);
  g_autoptr (GbStore) store = gb_store_new (repository, NULL, NULL);
  put (store, "a", "1");
  g_autofree char *commit = commit_store (store, NULL);
  g_autofree char *said = fixture_ask (fixture, "log", "-1", "--format=%an|%cn|%ci|%s", commit);
  g_assert_cmpstr (said, ==, "张 三|Store|2024-05-01 10:00:00 +0800|公布");
  g_setenv ("GIT_COMMITTER_DATE", "some day", TRUE);
  const char *parents[] = { NULL };
  const GbCommitOptions options = { parents, "x", FALSE };
  g_autoptr (GError) error = NULL;
  char id[GB_OID_LENGTH];
  g_assert_false (gb_store_commit (store, &options, id, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_USAGE);
  g_unsetenv ("GIT_COMMITTER_DATE");
  g_unsetenv ("GIT_AUTHOR_NAME");
}

static void
test_sign (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autofree char *key = g_build_filename (fixture->folder, "key", NULL);
  const char *argv[] = { "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key, NULL };
  int status;
  g_assert_true (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_autoptr (GbStore) store = gb_store_new (repository, NULL, NULL);
  put (store, "a", "1");
  const char *parents[] = { NULL };
  const GbCommitOptions options = { parents, "公布\n", TRUE };
  char id[GB_OID_LENGTH];
  g_autoptr (GError) error = NULL;
  g_assert_false (gb_store_commit (store, &options, id, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_USAGE);
  g_clear_error (&error);

  fixture_git (fixture, "config", "gpg.format", "ssh");
  fixture_git (fixture, "config", "user.signingkey", key);
  g_assert_true (gb_store_commit (store, &options, id, &error));
  g_assert_no_error (error);
  g_autofree char *public_file = g_strconcat (key, ".pub", NULL);
  g_autofree char *public_key = NULL;
  g_assert_true (g_file_get_contents (public_file, &public_key, NULL, NULL));
  g_autofree char *allowed = g_strconcat ("store@example.com ", public_key, NULL);
  fixture_write (fixture, "allowed", allowed);
  g_autofree char *file = g_build_filename (fixture->folder, "allowed", NULL);
  fixture_git (fixture, "config", "gpg.ssh.allowedSignersFile", file);
  fixture_git (fixture, "verify-commit", id);
  assert_sound (fixture, id);

  /* A program that fails without reading what it is to sign. */
  fixture_git (fixture, "config", "gpg.ssh.program", "false");
  g_assert_false (gb_store_commit (store, &options, id, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
}

static void
test_sign_gpg (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  /* Not in the temporary folder: the name of the agent's socket may have 107 bytes. */
  char home[] = "/tmp/gongbao-keys-XXXXXX";
  g_assert_nonnull (g_mkdtemp (home));
  g_setenv ("GNUPGHOME", home, TRUE);
  const char *argv[] = { "gpg",
                         "--batch",
                         "--quiet",
                         "--passphrase",
                         "",
                         "--quick-generate-key",
                         "Store <store@example.com>",
                         "ed25519",
                         "sign",
                         "never",
                         NULL };
  int status;
  g_assert_true (g_spawn_sync (NULL, (char **)argv, NULL,
                               G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                               NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  fixture_git (fixture, "config", "user.signingkey", "store@example.com");
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GbStore) store = gb_store_new (repository, NULL, NULL);
  put (store, "a", "1");
  const char *parents[] = { NULL };
  const GbCommitOptions options = { parents, "公布\n", TRUE };
  char id[GB_OID_LENGTH];
  g_autoptr (GError) error = NULL;
  g_assert_true (gb_store_commit (store, &options, id, &error));
  g_assert_no_error (error);
  fixture_git (fixture, "verify-commit", id);
  assert_sound (fixture, id);
  const char *stop[] = { "gpgconf", "--kill", "all", NULL };
  g_assert_true (g_spawn_sync (NULL, (char **)stop, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_unsetenv ("GNUPGHOME");
  const char *away[] = { "rm", "-rf", home, NULL };
  g_assert_true (g_spawn_sync (NULL, (char **)away, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
}

static GPtrArray *
paths_of (const char *first, const char *second)
{
  GPtrArray *paths = g_ptr_array_new ();
  g_ptr_array_add (paths, (gpointer)first);
  if (second != NULL)
    g_ptr_array_add (paths, (gpointer)second);
  return paths;
}

static void
assert_status (const GbFixture *fixture, const char *wanted)
{
  g_autofree char *status = fixture_ask (fixture, "status", "--porcelain");
  g_assert_cmpstr (status, ==, wanted);
}

/* After a commit became visible the work tree is clean, but for what its user was doing. */
static void
test_check_out (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "1");
  fixture_write (fixture, "other", "1");
  fixture_write (fixture, "site/old/x", "1");
  g_autofree char *first = fixture_commit (fixture, "one");
  fixture_write (fixture, "staged", "1");
  fixture_git (fixture, "add", "staged");
  fixture_write (fixture, "content/a", "2");
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GError) error = NULL;
  char tip[GB_OID_LENGTH];
  g_autofree char *branch = gb_branch_head (repository, tip, &error);
  g_assert_cmpstr (branch, ==, "refs/heads/main");
  g_assert_cmpstr (tip, ==, first);

  g_autoptr (GbStore) store = gb_store_new (repository, first, NULL);
  put (store, "content/a", "2");
  put (store, "site/old", "3");
  gb_store_remove (store, "site/old/x");
  g_autofree char *second = commit_store (store, first);
  g_autoptr (GPtrArray) written = paths_of ("site/old", "site/old/x");
  g_autoptr (GPtrArray) recorded = paths_of ("content/a", NULL);
  g_assert_true (gb_check_out_paths (repository, second, NULL, written, recorded, &error));
  g_assert_no_error (error);
  g_assert_true (gb_branch_move (repository, branch, tip, second, "publish", &error));
  assert_status (fixture, "A  staged");
  g_autofree char *site = g_build_filename (fixture->folder, "site/old", NULL);
  g_assert_true (g_file_test (site, G_FILE_TEST_IS_REGULAR));

  /* Somebody else was first: the branch stays, and what was checked out goes back. */
  put (store, "site/new", "4");
  g_autofree char *third = commit_store (store, second);
  g_autoptr (GPtrArray) new_paths = paths_of ("site/new", NULL);
  g_assert_true (gb_check_out_paths (repository, third, NULL, new_paths, NULL, &error));
  g_assert_false (gb_branch_move (repository, branch, first, third, "publish", &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_clear_error (&error);
  g_assert_true (gb_check_out_paths (repository, second, NULL, new_paths, NULL, &error));
  assert_status (fixture, "A  staged");

  /* Another git command is at work: nothing is touched. */
  fixture_write (fixture, ".git/index.lock", "");
  g_assert_false (gb_check_out_paths (repository, third, NULL, new_paths, NULL, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_assert_nonnull (strstr (error->message, "index.lock"));
  g_clear_error (&error);
  g_autofree char *lock = g_build_filename (fixture->folder, ".git/index.lock", NULL);
  g_assert_cmpint (g_remove (lock), ==, 0);
  assert_status (fixture, "A  staged");

  /* But for a publication that was cut off: nobody else publishes now. */
  fixture_write (fixture, ".git/index.lock", "gongbao publish\n");
  g_assert_true (gb_check_out_paths (repository, second, NULL, new_paths, NULL, &error));
  assert_status (fixture, "A  staged");

  /* Nothing is written through a link. */
  fixture_git (fixture, "rm", "-q", "-r", "--cached", "site");
  g_autofree char *folder = g_build_filename (fixture->folder, "site", NULL);
  g_assert_cmpint (g_remove (site), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
  g_assert_cmpint (symlink ("/tmp", folder), ==, 0);
  g_assert_false (gb_check_out_paths (repository, third, NULL, new_paths, NULL, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
}

static void
assert_text (const GbFixture *fixture, const char *path, const char *wanted)
{
  g_autofree char *full = g_build_filename (fixture->folder, path, NULL);
  g_autofree char *text = NULL;
  (void)g_file_get_contents (full, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, wanted);
}

/* What cannot be written to the end is taken back. */
static void
test_taken_back (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "site/a", "1");
  fixture_write (fixture, "site/gone/x", "1");
  g_autofree char *first = fixture_commit (fixture, "one");
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GbStore) store = gb_store_new (repository, first, NULL);
  put (store, "site/a", "2");
  put (store, "site/b/c/d", "2");
  put (store, "site/z", "2");
  gb_store_remove (store, "site/gone/x");
  g_autofree char *second = commit_store (store, first);
  static const char *const names[] = { "site/z", "site/gone/x", "site/b/c/d", "site/a" };
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (paths, (gpointer)names[i]);

  /* A folder with somebody's file in it stands where a file must. */
  fixture_write (fixture, "site/z/mine", "mine");
  g_autoptr (GError) error = NULL;
  g_assert_false (gb_check_out_paths (repository, second, NULL, paths, NULL, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_assert_nonnull (strstr (error->message, "site/z"));
  assert_status (fixture, "?? site/z/");
  assert_text (fixture, "site/gone/x", "1");
  assert_text (fixture, "site/z/mine", "mine");
  g_autofree char *built = g_build_filename (fixture->folder, "site/b", NULL);
  g_assert_false (g_file_test (built, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  fixture_git (fixture, "clean", "-q", "-f", "-d");
  g_assert_true (gb_check_out_paths (repository, second, NULL, paths, NULL, &error));
  g_assert_no_error (error);
  fixture_git (fixture, "update-ref", "HEAD", second);
  assert_status (fixture, "");
}

/* What lies beyond a link is somebody else's, also where a file is to go. */
static void
test_links (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "site/sub/x", "1");
  fixture_write (fixture, "site/page", "1");
  g_autofree char *first = fixture_commit (fixture, "one");
  fixture_git (fixture, "mv", "site/sub", "elsewhere");
  g_autofree char *link = g_build_filename (fixture->folder, "site/sub", NULL);
  g_assert_cmpint (symlink ("../elsewhere", link), ==, 0);
  g_autofree char *page = g_build_filename (fixture->folder, "site/page", NULL);
  fixture_write (fixture, "outside", "2");
  g_assert_cmpint (g_remove (page), ==, 0);
  g_assert_cmpint (symlink ("../outside", page), ==, 0);

  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GbStore) store = gb_store_new (repository, first, NULL);
  gb_store_remove (store, "site/sub/x");
  put (store, "site/page", "2");
  g_autofree char *second = commit_store (store, first);
  g_autoptr (GPtrArray) paths = paths_of ("site/sub/x", "site/page");
  g_autoptr (GError) error = NULL;
  g_assert_true (gb_check_out_paths (repository, second, NULL, paths, NULL, &error));
  g_assert_no_error (error);
  assert_text (fixture, "elsewhere/x", "1");
  assert_text (fixture, "site/page", "2");
  g_assert_false (g_file_test (page, G_FILE_TEST_IS_SYMLINK));
}

/* Git believes the index, and need not read what was written; an entry it had to doubt it still
 * doubts. */
static void
test_stat (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "other", "1");
  fixture_write (fixture, "site/run.sh", "1");
  g_autofree char *program = g_build_filename (fixture->folder, "site/run.sh", NULL);
  g_autofree char *first = fixture_commit (fixture, "one");
  g_assert_cmpint (g_chmod (program, 0755), ==, 0);
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GbStore) store = gb_store_new (repository, first, NULL);
  put (store, "site/page", "2");
  put (store, "site/run.sh", "1");
  g_autofree char *second = commit_store (store, first);

  /* Edited in the very moment the index was written, without a change of size. */
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *index = g_build_filename (fixture->folder, ".git/index", NULL);
  fixture_git (fixture, "config", "core.trustctime", "false");
  struct stat info;
  g_assert_cmpint (stat (other, &info), ==, 0);
  struct timespec times[2] = { info.st_atim, info.st_mtim };
  FILE *file = fopen (other, "r+");
  g_assert_nonnull (file);
  g_assert_cmpint (fputc ('2', file), ==, '2');
  g_assert_cmpint (fclose (file), ==, 0);
  g_assert_cmpint (utimensat (AT_FDCWD, other, times, 0), ==, 0);
  g_assert_cmpint (utimensat (AT_FDCWD, index, times, 0), ==, 0);
  assert_status (fixture, " M other\n M site/run.sh");
  g_assert_cmpint (utimensat (AT_FDCWD, index, times, 0), ==, 0);

  g_autoptr (GPtrArray) paths = paths_of ("site/page", "site/run.sh");
  g_autoptr (GError) error = NULL;
  g_assert_true (gb_check_out_paths (repository, second, NULL, paths, NULL, &error));
  g_assert_no_error (error);
  fixture_git (fixture, "update-ref", "HEAD", second);
  g_autofree char *doubted = fixture_ask (fixture, "diff-files", "--name-only", "--", "site");
  g_assert_cmpstr (doubted, ==, "");
  assert_status (fixture, " M other");
}

static void
test_branches (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  char tip[GB_OID_LENGTH];
  GbRepository *unborn = open_at (fixture, "");
  g_autofree char *branch = gb_branch_head (unborn, tip, &error);
  g_assert_cmpstr (branch, ==, "refs/heads/main");
  g_assert_cmpstr (tip, ==, "");
  g_autoptr (GbStore) store = gb_store_new (unborn, NULL, NULL);
  put (store, "a", "1");
  g_autofree char *first = commit_store (store, NULL);
  g_assert_true (gb_branch_move (unborn, branch, "", first, "publish", &error));
  g_assert_false (gb_branch_move (unborn, branch, "", first, "publish", &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_clear_error (&error);
  g_assert_true (gb_branch_is_checked_out (unborn, "refs/heads/main"));
  fixture_git (fixture, "reset", "-q", "--hard");
  fixture_git (fixture, "branch", "pages");
  g_assert_false (gb_branch_is_checked_out (unborn, "refs/heads/pages"));
  fixture_git (fixture, "worktree", "add", "-q", "inner", "pages");
  g_assert_true (gb_branch_is_checked_out (unborn, "refs/heads/pages"));
  gb_repository_free (unborn);

  g_autoptr (GbRepository) linked = open_at (fixture, "inner");
  g_autofree char *pages = gb_branch_head (linked, tip, &error);
  g_assert_cmpstr (pages, ==, "refs/heads/pages");
  fixture_git (fixture, "checkout", "-q", "--detach");
  g_autoptr (GbRepository) detached = open_at (fixture, "");
  g_assert_null (gb_branch_head (detached, tip, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_USAGE);
}

static void
test_lock (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GError) error = NULL;
  int lock = gb_branch_lock (repository, &error);
  g_assert_cmpint (lock, >=, 0);
  g_assert_cmpint (gb_branch_lock (repository, &error), ==, -1);
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  (void)close (lock);
  lock = gb_branch_lock (repository, NULL);
  g_assert_cmpint (lock, >=, 0);
  (void)close (lock);
}

/* Without the right to write there is no lock, and nothing happens. */
static void
test_refused (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autofree char *first = fixture_commit (fixture, "one");
  g_autoptr (GError) error = NULL;
  {
    g_autoptr (GbRepository) repository = open_at (fixture, "");
    fixture_write (fixture, ".git/gongbao", "a file where the folder belongs");
    g_assert_cmpint (gb_branch_lock (repository, &error), ==, -1);
    g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
    g_assert_nonnull (strstr (error->message, "nothing was changed"));
    g_clear_error (&error);
    g_autofree char *file = g_build_filename (fixture->folder, ".git/gongbao", NULL);
    g_assert_cmpint (g_remove (file), ==, 0);
  }
  fixture_git (fixture, "checkout", "-q", "-b", "side");
  fixture_write (fixture, "a", "1");
  g_autofree char *side = fixture_commit (fixture, "side");
  fixture_git (fixture, "checkout", "-q", "main");
  fixture_git (fixture, "merge", "-q", "--no-commit", "--no-ff", "side");
  g_autoptr (GbRepository) merging = open_at (fixture, "");
  g_assert_cmpint (gb_branch_lock (merging, &error), ==, -1);
  g_assert_error (error, GB_ERROR, GB_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "middle of a merge"));
}

/* In the mode that it has in the work tree, else git would call it changed for ever. */
static void
test_executable (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/a", "1");
  g_autofree char *file = g_build_filename (fixture->folder, "content/a", NULL);
  g_assert_cmpint (g_chmod (file, 0755), ==, 0);
  g_autofree char *first = fixture_commit (fixture, "one");
  fixture_write (fixture, "content/a", "2");
  g_assert_cmpint (g_chmod (file, 0755), ==, 0);
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GbStore) store = gb_store_new (repository, first, NULL);
  gb_store_put_as (store, "content/a", "2", 1, TRUE);
  g_autofree char *second = commit_store (store, first);
  g_autoptr (GPtrArray) recorded = paths_of ("content/a", NULL);
  g_autoptr (GError) error = NULL;
  g_assert_true (gb_check_out_paths (repository, second, NULL, NULL, recorded, &error));
  g_assert_no_error (error);
  fixture_git (fixture, "update-ref", "HEAD", second);
  assert_status (fixture, "");
  assert_sound (fixture, second);
}

/* A linked worktree has an index of its own; a bare repository has none. */
static void
test_worktrees (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "gov/site/a", "1");
  g_autofree char *first = fixture_commit (fixture, "one");
  fixture_git (fixture, "branch", "pages");
  fixture_git (fixture, "worktree", "add", "-q", "inner", "pages");
  g_autoptr (GbRepository) linked = open_at (fixture, "inner/gov");
  g_assert_cmpstr (gb_repository_prefix (linked), ==, "gov/");
  g_autoptr (GbStore) store = gb_store_new (linked, first, NULL);
  put (store, "gov/site/a", "2");
  put (store, "gov/site/b", "2");
  g_autofree char *second = commit_store (store, first);
  g_autoptr (GPtrArray) paths = paths_of ("gov/site/a", "gov/site/b");
  g_autoptr (GError) error = NULL;
  g_assert_true (gb_check_out_paths (linked, second, NULL, paths, NULL, &error));
  g_assert_true (gb_branch_move (linked, "refs/heads/pages", first, second, "publish", &error));
  g_assert_no_error (error);
  assert_text (fixture, "inner/gov/site/b", "2");
  assert_text (fixture, "gov/site/a", "1");
  g_autofree char *status = fixture_ask (fixture, "-C", "inner", "status", "--porcelain");
  g_assert_cmpstr (status, ==, "");
  assert_status (fixture, "?? inner/");

  fixture_git (fixture, "clone", "-q", "--bare", ".", "bare.git");
  g_autoptr (GbRepository) bare = open_at (fixture, "bare.git");
  g_autoptr (GbStore) far = gb_store_new (bare, second, NULL);
  gb_store_remove (far, "gov/site/a");
  g_autofree char *third = commit_store (far, second);
  g_assert_true (gb_check_out_paths (bare, third, NULL, paths, NULL, &error));
  g_assert_true (gb_branch_move (bare, "refs/heads/pages", second, third, "publish", &error));
  g_assert_no_error (error);
  g_autofree char *files
    = fixture_ask (fixture, "-C", "bare.git", "ls-tree", "-r", "--name-only", "pages");
  g_assert_cmpstr (files, ==, "gov/site/b");
  fixture_git (fixture, "-C", "bare.git", "fsck", "--strict");
}

/* An index of a kind that libgit2 cannot write stays as it is. */
static void
test_split_index (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "site/a", "1");
  g_autofree char *first = fixture_commit (fixture, "one");
  fixture_git (fixture, "update-index", "--split-index");
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GbStore) store = gb_store_new (repository, first, NULL);
  put (store, "site/a", "2");
  g_autofree char *second = commit_store (store, first);
  g_autoptr (GPtrArray) paths = paths_of ("site/a", NULL);
  g_autoptr (GError) error = NULL;
  g_assert_false (gb_check_out_paths (repository, second, NULL, paths, NULL, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_assert_nonnull (strstr (error->message, "git update-index --no-split-index"));
  g_clear_error (&error);
  assert_status (fixture, "");
  fixture_git (fixture, "update-index", "--no-split-index");
  g_assert_true (gb_check_out_paths (repository, second, NULL, paths, NULL, &error));
  g_assert_no_error (error);
}

typedef struct {
  const GbFixture *fixture;
  const char *commit;
  guint failures;
} Reader;

static gpointer
read_often (gpointer data)
{
  Reader *reader = data;
  g_autoptr (GbRepository) repository = open_at (reader->fixture, "");
  for (guint i = 0; i < 50; i++) {
    char id[GB_OID_LENGTH];
    if (!gb_repository_entry (repository, reader->commit, "site/a", id, NULL) || id[0] == '\0')
      reader->failures++;
  }
  return NULL;
}

/* Files are put on all threads while others read; who reads sees the old commit, whole. */
static void *
put_many (gpointer data)
{
  for (guint i = 0; i < 300; i++) {
    g_autofree char *path = g_strdup_printf ("site/%u/index.html", i);
    put (data, path, path);
  }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "site/a", "1");
  g_autofree char *first = fixture_commit (fixture, "one");
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GbStore) store = gb_store_new (repository, first, NULL);
  Reader reader = { fixture, first, 0 };
  GThread *threads[]
    = { g_thread_new ("put", put_many, store), g_thread_new ("put", put_many, store),
        g_thread_new ("read", read_often, &reader) };
  g_thread_join (threads[0]);
  g_thread_join (threads[1]);
  g_autofree char *second = commit_store (store, first);
  g_thread_join (threads[2]);
  g_assert_cmpuint (reader.failures, ==, 0);
  assert_sound (fixture, second);
  g_autofree char *count = fixture_ask (fixture, "ls-tree", "-r", "--name-only", second);
  g_auto (GStrv) lines = g_strsplit (count, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 301);
}

static void
test_push (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autofree char *commit = fixture_commit (fixture, "one");
  fixture_git (fixture, "init", "-q", "--bare", ".git/far.git");
  fixture_git (fixture, "remote", "add", "far", ".git/far.git");
  g_autofree char *path = g_build_filename (fixture->folder, ".git", "far.git", NULL);
  fixture_git (fixture, "remote", "set-url", "far", path);
  g_autoptr (GbRepository) repository = open_at (fixture, "");
  g_autoptr (GError) error = NULL;
  static const char *const main_alone[] = { "refs/heads/main", NULL };
  static const char *const both[] = { "refs/heads/main", "refs/heads/pages", NULL };
  gboolean is_behind = FALSE;
  g_assert_true (gb_branch_push (repository, "far", main_alone, &is_behind, &error));
  g_assert_no_error (error);
  g_autofree char *there = fixture_ask (fixture, "ls-remote", "far", "refs/heads/main");
  g_assert_true (g_str_has_prefix (there, commit));
  g_assert_false (gb_branch_push (repository, "nowhere", main_alone, &is_behind, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_assert_false (is_behind);
  g_clear_error (&error);

  /* The far one has a commit on main that is not here: pages does not go alone. */
  fixture_git (fixture, "branch", "pages");
  g_autofree char *second = fixture_commit (fixture, "two");
  g_assert_true (gb_branch_push (repository, "far", main_alone, &is_behind, &error));
  fixture_git (fixture, "reset", "-q", "--hard", commit);
  g_autofree char *third = fixture_commit (fixture, "three");
  g_assert_cmpstr (second, !=, third);
  g_assert_false (gb_branch_push (repository, "far", both, &is_behind, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_assert_true (is_behind);
  g_autofree char *pages = fixture_ask (fixture, "ls-remote", "far", "refs/heads/pages");
  g_assert_cmpstr (pages, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("GIT_CONFIG_NOSYSTEM", "1", TRUE);
  g_setenv ("GIT_AUTHOR_EMAIL", "store@example.com", TRUE);
  g_setenv ("GIT_COMMITTER_NAME", "Store", TRUE);
  g_setenv ("GIT_AUTHOR_NAME", "Store", TRUE);
  g_setenv ("GIT_COMMITTER_EMAIL", "store@example.com", TRUE);
  g_test_add_func ("/store/identity", test_identity);
  g_test_add_func ("/store/trees", test_trees);
  g_test_add_func ("/store/pack", test_pack);
  g_test_add_func ("/store/large", test_large);
  g_test_add_func ("/store/check-out", test_check_out);
  g_test_add_func ("/store/taken-back", test_taken_back);
  g_test_add_func ("/store/links", test_links);
  g_test_add_func ("/store/stat", test_stat);
  g_test_add_func ("/store/branches", test_branches);
  g_test_add_func ("/store/lock", test_lock);
  g_test_add_func ("/store/refused", test_refused);
  g_test_add_func ("/store/executable", test_executable);
  g_test_add_func ("/store/worktrees", test_worktrees);
  g_test_add_func ("/store/split-index", test_split_index);
  g_test_add_func ("/store/threads", test_threads);
  g_test_add_func ("/store/push", test_push);
  g_test_add_func ("/store/sign", test_sign);
  g_test_add_func ("/store/sign-gpg", test_sign_gpg);
  g_test_add_func ("/store/dates", test_dates);
  return g_test_run ();
}
