/* Opening repositories, what is uncommitted, which commit is the source, the files of a commit,
 * what two of them differ in. */
#include "record/commit_tree.h"
#include "record/difference.h"
#include "record/repository.h"

#include "record_fixture.h"

static GbRepository *
find (const char *folder)
{
  g_autoptr (GError) error = NULL;
  GbRepository *repository;
  gb_repository_find (folder, &repository, &error);
  g_assert_no_error (error);
  return repository;
}

static void
test_none (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gongbao-plain-XXXXXX", NULL);
  g_assert_null (find (folder));
  g_rmdir (folder);
}

static void
test_prefix (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "gov/gazette/content/site.yaml", "name: x\n");
  g_autofree char *inner = g_build_filename (fixture->folder, "gov", "gazette", NULL);
  g_autoptr (GbRepository) below = find (inner);
  g_assert_cmpstr (gb_repository_prefix (below), ==, "gov/gazette/");
  g_autoptr (GbRepository) top = find (fixture->folder);
  g_assert_cmpstr (gb_repository_prefix (top), ==, "");
  g_assert_false (gb_repository_is_bare (top));
  g_assert_false (gb_repository_is_shallow (top));
}

static void
test_resolve (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autofree char *first = fixture_commit (fixture, "one");
  g_autofree char *second = fixture_commit (fixture, "two");
  g_autoptr (GbRepository) repository = find (fixture->folder);
  char id[GB_OID_LENGTH];
  g_assert_true (gb_repository_resolve (repository, "HEAD~1", id, NULL));
  g_assert_cmpstr (id, ==, first);
  fixture_git (fixture, "tag", "-a", "-m", "x", "v1");
  g_assert_true (gb_repository_resolve (repository, "v1", id, NULL));
  g_assert_cmpstr (id, ==, second);
  g_autoptr (GError) error = NULL;
  g_assert_false (gb_repository_resolve (repository, "nobody", id, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (gb_repository_resolve (repository, "..", id, &error));
  g_assert_nonnull (error);
}

static void
test_uncommitted (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "pub/content/site.yaml", "name: x\n");
  fixture_write (fixture, "pub/content/gone.yaml", "x\n");
  fixture_write (fixture, "pub/README", "x\n");
  fixture_write (fixture, "content/not-ours.yaml", "x\n");
  g_autofree char *folder = g_build_filename (fixture->folder, "pub", NULL);
  g_autoptr (GbRepository) repository = find (folder);
  g_autoptr (GPtrArray) all = gb_repository_uncommitted (repository, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_autofree char *commit = fixture_commit (fixture, "one");
  g_autoptr (GPtrArray) none = gb_repository_uncommitted (repository, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  fixture_write (fixture, "pub/content/site.yaml", "name: y\n");
  fixture_write (fixture, "pub/content/notices/中文.md", "new\n");
  fixture_write (fixture, "pub/templates/layout.mustache", "new\n");
  fixture_write (fixture, "pub/README", "changed\n");
  fixture_write (fixture, "content/not-ours.yaml", "changed\n");
  fixture_git (fixture, "rm", "-q", "pub/content/gone.yaml");
  g_autoptr (GPtrArray) some = gb_repository_uncommitted (repository, NULL);
  g_assert_cmpuint (some->len, ==, 4);
  g_assert_cmpstr (some->pdata[0], ==, "content/gone.yaml");
  g_assert_cmpstr (some->pdata[1], ==, "content/notices/中文.md");
  g_assert_cmpstr (some->pdata[2], ==, "content/site.yaml");
  g_assert_cmpstr (some->pdata[3], ==, "templates/layout.mustache");
}

static void
assert_source (GbRepository *repository, const char *commit, const char *wanted)
{
  char source[GB_OID_LENGTH];
  g_autoptr (GError) error = NULL;
  g_assert_true (gb_repository_source (repository, commit, source, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (source, ==, wanted);
}

static void
test_source (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "content/site.yaml", "name: x\n");
  g_autofree char *first = fixture_commit (fixture, "content");
  fixture_write (fixture, "README", "x\n");
  g_autofree char *second = fixture_commit (fixture, "elsewhere");
  fixture_write (fixture, "templates/layout.mustache", "x\n");
  g_autofree char *third = fixture_commit (fixture, "theme");
  fixture_write (fixture, "site/index.html", "x\n");
  g_autofree char *fourth = fixture_commit (fixture, "site");
  g_autoptr (GbRepository) repository = find (fixture->folder);
  assert_source (repository, first, first);
  assert_source (repository, second, first);
  assert_source (repository, third, third);
  assert_source (repository, fourth, third);

  /* A merge that brings content from both sides is itself the source. */
  fixture_git (fixture, "checkout", "-q", "-b", "side", first);
  fixture_write (fixture, "content/notices/a.md", "x\n");
  g_autofree char *side = fixture_commit (fixture, "side");
  fixture_git (fixture, "checkout", "-q", "main");
  fixture_git (fixture, "merge", "-q", "--no-edit", "side");
  g_autofree char *merge = fixture_ask (fixture, "rev-parse", "HEAD");
  assert_source (repository, merge, merge);
  assert_source (repository, side, side);
}

static char *
read_text (GbTree *tree, const char *path, GbArena *arena)
{
  g_autoptr (GError) error = NULL;
  char *text = gb_tree_read (tree, path, 0, arena, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_commit_tree (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "gov/content/site.yaml", "name: old\n");
  fixture_write (fixture, "gov/content/policies/a/policy.md", "text\n");
  fixture_write (fixture, "gov/site/index.html", "page\n");
  g_autofree char *old = fixture_commit (fixture, "one");
  fixture_write (fixture, "gov/content/site.yaml", "name: new\n");
  g_autofree char *new = fixture_commit (fixture, "two");
  g_autofree char *folder = g_build_filename (fixture->folder, "gov", NULL);

  GbRepository *repository = find (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GbTree) tree = gb_commit_tree_new (repository, old, &error);
  g_assert_no_error (error);
  g_autoptr (GbTree) site = gb_commit_tree_new_at (repository, new, "gov/site", &error);
  g_assert_no_error (error);
  gb_repository_free (repository);

  g_autoptr (GbArena) arena = gb_arena_new ();
  g_assert_cmpstr (read_text (tree, "content/site.yaml", arena), ==, "name: old\n");
  g_assert_cmpint (gb_tree_kind (tree, "content/policies"), ==, GB_ITEM_FOLDER);
  g_assert_cmpint (gb_tree_kind (tree, "content/nothing"), ==, GB_ITEM_NONE);
  g_assert_cmpint (gb_tree_kind (tree, "site"), ==, GB_ITEM_NONE);
  g_autoptr (GArray) items = gb_tree_list (tree, "content", arena, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpstr (g_array_index (items, GbItem, 0).name, ==, "policies");
  g_assert_cmpstr (g_array_index (items, GbItem, 1).name, ==, "site.yaml");
  g_assert_null (gb_tree_read (tree, "content/policies/a/policy.md", 4, arena, NULL, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_CONTENT);
  g_clear_error (&error);
  g_assert_null (gb_tree_read (tree, "content/policies", 0, arena, NULL, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);

  char blob[GB_OID_LENGTH];
  g_assert_true (gb_commit_tree_find (site, "index.html", blob));
  g_autofree char *wanted = fixture_ask (fixture, "rev-parse", "HEAD:gov/site/index.html");
  g_assert_cmpstr (blob, ==, wanted);
  g_assert_false (gb_commit_tree_find (site, "none.html", blob));
}

static void
assert_difference (GArray *found, guint index, const char *path, GbDifferenceKind kind)
{
  const GbDifference *difference = &g_array_index (found, GbDifference, index);
  g_assert_cmpstr (difference->path, ==, path);
  g_assert_cmpint (difference->kind, ==, kind);
}

static void
test_difference (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  fixture_write (fixture, "gov/site/a", "one\n");
  fixture_write (fixture, "gov/site/b", "one\n");
  fixture_write (fixture, "gov/site/c/d", "one\n");
  fixture_write (fixture, "gov/site/c/e", "one\n");
  fixture_write (fixture, "gov/other", "one\n");
  g_autofree char *first = fixture_commit (fixture, "one");
  fixture_write (fixture, "gov/site/a", "two\n");
  fixture_write (fixture, "gov/site/c/f", "one\n");
  fixture_write (fixture, "gov/other", "two\n");
  fixture_git (fixture, "rm", "-q", "gov/site/c/d");
  fixture_git (fixture, "add", "-A");
  fixture_git (fixture, "update-index", "--chmod=+x", "gov/site/b");
  fixture_git (fixture, "commit", "-q", "-m", "two");
  g_autofree char *second = fixture_ask (fixture, "rev-parse", "HEAD");

  g_autoptr (GbRepository) repository = find (fixture->folder);
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GError) error = NULL;
  GbDifferenceSide old = { first, "gov/site" }, new = { second, "gov/site" };
  g_autoptr (GArray) found = gb_difference_find (repository, old, new, arena, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 4);
  assert_difference (found, 0, "a", GB_DIFFERENCE_BYTES);
  assert_difference (found, 1, "b", GB_DIFFERENCE_KIND);
  assert_difference (found, 2, "c/d", GB_DIFFERENCE_MISSING);
  assert_difference (found, 3, "c/f", GB_DIFFERENCE_ADDED);
  g_autoptr (GArray) same = gb_difference_find (repository, new, new, arena, &error);
  g_assert_cmpuint (same->len, ==, 0);
  GbDifferenceSide none = { second, "gov/none" }, file = { second, "gov/other" };
  g_autoptr (GArray) gone = gb_difference_find (repository, new, none, arena, &error);
  g_assert_cmpuint (gone->len, ==, 4);
  assert_difference (gone, 3, "c/f", GB_DIFFERENCE_MISSING);
  g_autoptr (GArray) kind = gb_difference_find (repository, new, file, arena, &error);
  g_assert_cmpuint (kind->len, ==, 1);
  assert_difference (kind, 0, "", GB_DIFFERENCE_KIND);
  g_assert_no_error (error);

  g_autofree char *tree = fixture_ask (fixture, "rev-parse", "HEAD:gov/site/c");
  g_autofree char *object = g_strdup_printf (".git/objects/%.2s/%s", tree, tree + 2);
  g_autofree char *path = g_build_filename (fixture->folder, object, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_autoptr (GbRepository) broken = find (fixture->folder);
  g_assert_null (gb_difference_find (broken, old, new, arena, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_assert_nonnull (strstr (error->message, tree));
}

static void
test_parent (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autofree char *first = fixture_commit (fixture, "one");
  g_autofree char *second = fixture_commit (fixture, "two");
  g_autoptr (GbRepository) repository = find (fixture->folder);
  g_autoptr (GError) error = NULL;
  char parent[GB_OID_LENGTH];
  guint n;
  g_assert_true (gb_repository_parent (repository, second, parent, &n, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (parent, ==, first);
  g_assert_true (gb_repository_parent (repository, first, parent, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (parent, ==, "");
}

/* A loose object of which a power failure left the beginning: no length of it is read as an object,
 * nor read for ever. */
static void
test_cut_off (void)
{
  g_autoptr (GbFixture) fixture = fixture_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "%u ", i * i);
  fixture_write (fixture, "content/text", text->str);
  g_autofree char *commit = fixture_commit (fixture, "one");
  g_autofree char *blob = fixture_ask (fixture, "rev-parse", "HEAD:content/text");
  g_autofree char *object = g_strdup_printf (".git/objects/%.2s/%s", blob, blob + 2);
  g_autofree char *path = g_build_filename (fixture->folder, object, NULL);
  g_autofree char *whole = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  for (gsize cut = 0; cut <= length; cut += cut < 80 || cut + 8 > length ? 1 : 97) {
    g_autoptr (GError) error = NULL;
    g_assert_cmpint (g_chmod (path, 0644), ==, 0);
    g_assert_true (g_file_set_contents (path, whole, (gssize)cut, NULL));
    g_autoptr (GbRepository) repository = find (fixture->folder);
    gsize read;
    g_autofree char *bytes = gb_repository_blob (repository, blob, &read, &error);
    if (cut == length) {
      g_assert_no_error (error);
      g_assert_cmpuint (read, ==, text->len);
      g_assert_cmpstr (bytes, ==, text->str);
    } else {
      g_assert_null (bytes);
      g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
      g_assert_nonnull (strstr (error->message, blob));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repository/none", test_none);
  g_test_add_func ("/repository/prefix", test_prefix);
  g_test_add_func ("/repository/resolve", test_resolve);
  g_test_add_func ("/repository/uncommitted", test_uncommitted);
  g_test_add_func ("/repository/source", test_source);
  g_test_add_func ("/repository/commit-tree", test_commit_tree);
  g_test_add_func ("/repository/difference", test_difference);
  g_test_add_func ("/repository/parent", test_parent);
  g_test_add_func ("/repository/cut-off", test_cut_off);
  return g_test_run ();
}
