/* Trees over folders: listing, kinds, reading; what is refused. */
#include "base/tree.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  GbTree *tree;
  GbArena *arena;
} Fixture;

static char *
inside (const Fixture *fixture, const char *path)
{
  return g_build_filename (fixture->folder, path, NULL);
}

static void
set_up (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("gongbao-tree-XXXXXX", NULL);
  fixture->tree = gb_tree_of_folder (fixture->folder);
  fixture->arena = gb_arena_new ();
  g_autofree char *inner = inside (fixture, "b/c");
  g_autofree char *file = inside (fixture, "b/c/file");
  g_autofree char *empty = inside (fixture, "a");
  g_autofree char *link = inside (fixture, "b/link");
  g_autofree char *pipe = inside (fixture, "b/pipe");
  g_assert_cmpint (g_mkdir_with_parents (inner, 0755), ==, 0);
  g_assert_true (g_file_set_contents (file, "one\0two", 7, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_cmpint (symlink ("c/file", link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
}

static void
tear_down (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const paths[] = { "b/c/file", "b/c", "b/link", "b/pipe", "b", "a", "" };
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *path = inside (fixture, paths[i]);
    g_assert_cmpint (g_remove (path), ==, 0);
  }
  gb_arena_free (fixture->arena);
  gb_tree_free (fixture->tree);
  g_free (fixture->folder);
}

static void
assert_items (Fixture *fixture, const char *path, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) items = gb_tree_list (fixture->tree, path, fixture->arena, &error);
  g_assert_no_error (error);
  g_autoptr (GString) got = g_string_new (NULL);
  for (guint i = 0; i < items->len; i++) {
    const GbItem *item = &g_array_index (items, GbItem, i);
    g_string_append_printf (got, "%s:%d ", item->name, item->kind);
  }
  g_assert_cmpstr (got->str, ==, wanted);
}

static void
test_list (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  assert_items (fixture, "", "a:0 b:1 ");
  assert_items (fixture, "b", "c:1 link:2 pipe:3 ");
  assert_items (fixture, "nothing", "");
  g_autoptr (GError) error = NULL;
  g_assert_null (gb_tree_list (fixture->tree, "a", fixture->arena, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
}

static void
assert_files (Fixture *fixture, const char *path, gboolean hidden, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) files = gb_tree_files (fixture->tree, path, hidden, fixture->arena, &error);
  g_assert_no_error (error);
  g_autoptr (GString) got = g_string_new (NULL);
  for (guint i = 0; i < files->len; i++) {
    const GbItem *item = &g_array_index (files, GbItem, i);
    g_string_append_printf (got, "%s:%d ", item->name, item->kind);
  }
  g_assert_cmpstr (got->str, ==, wanted);
}

static void
test_files (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  assert_files (fixture, "", TRUE, "a:0 b/c/file:0 b/link:2 b/pipe:3 ");
  assert_files (fixture, "b/c", TRUE, "b/c/file:0 ");
  assert_files (fixture, "nothing", TRUE, "");
  g_autofree char *point = inside (fixture, "b/.d");
  g_autofree char *held = inside (fixture, "b/.d/e");
  g_assert_cmpint (g_mkdir (point, 0755), ==, 0);
  g_assert_true (g_file_set_contents (held, "", 0, NULL));
  assert_files (fixture, "b", FALSE, "b/c/file:0 b/link:2 b/pipe:3 ");
  assert_files (fixture, "b", TRUE, "b/.d/e:0 b/c/file:0 b/link:2 b/pipe:3 ");
  g_assert_cmpint (g_remove (held) + g_remove (point), ==, 0);
  /* Of 65 folders, each in the one before, the last is too deep. */
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) deep = g_string_new (fixture->folder);
  for (int i = 0; i < 65; i++) {
    g_string_append (deep, "/d");
    g_assert_cmpint (g_mkdir (deep->str, 0755), ==, 0);
    if (i == 63)
      assert_files (fixture, "d", TRUE, "");
  }
  g_assert_null (gb_tree_files (fixture->tree, "", TRUE, fixture->arena, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_assert_true (g_str_has_prefix (error->message, "cannot read: "));
  g_assert_true (g_str_has_suffix (error->message, "/d: folders nested deeper than 64"));
  for (int i = 0; i < 65; i++) {
    g_assert_cmpint (g_remove (deep->str), ==, 0);
    g_string_truncate (deep, deep->len - 2);
  }
  g_autoptr (GError) no_folder = NULL;
  g_assert_null (gb_tree_files (fixture->tree, "a", TRUE, fixture->arena, &no_folder));
  g_assert_true (strstr (no_folder->message, "/a: ") != NULL);
}

static void
test_kind (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_cmpint (gb_tree_kind (fixture->tree, "a"), ==, GB_ITEM_FILE);
  g_assert_cmpint (gb_tree_kind (fixture->tree, "b/c"), ==, GB_ITEM_FOLDER);
  g_assert_cmpint (gb_tree_kind (fixture->tree, "b/link"), ==, GB_ITEM_LINK);
  g_assert_cmpint (gb_tree_kind (fixture->tree, "b/pipe"), ==, GB_ITEM_OTHER);
  g_assert_cmpint (gb_tree_kind (fixture->tree, "b/none"), ==, GB_ITEM_NONE);
  g_assert_cmpint (gb_tree_kind (fixture->tree, ""), ==, GB_ITEM_FOLDER);
}

static void
test_take (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GbTreeFile file = gb_tree_take (fixture->tree, "b/c/file", 0, fixture->arena);
  g_assert_cmpint (file.outcome, ==, GB_TREE_READ);
  g_assert_cmpuint (file.length, ==, 7);
  g_assert_cmpmem (file.bytes, 8, "one\0two", 8);
  file = gb_tree_take (fixture->tree, "b/c/file", 6, fixture->arena);
  g_assert_cmpint (file.outcome, ==, GB_TREE_TOO_LARGE);
  g_assert_cmpuint (file.length, ==, 7);
  static const struct {
    const char *path;
    GbTreeOutcome outcome;
  } cases[] = {
    { "none", GB_TREE_MISSING },   { "a/none", GB_TREE_MISSING },    { "b", GB_TREE_NO_FILE },
    { "b/pipe", GB_TREE_NO_FILE }, { "b/link", GB_TREE_UNREADABLE }, { "a", GB_TREE_READ },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (gb_tree_take (fixture->tree, cases[i].path, 0, fixture->arena).outcome, ==,
                     cases[i].outcome);
}

static void
test_read (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_assert_cmpstr (gb_tree_read (fixture->tree, "a", 0, fixture->arena, &length, &error), ==, "");
  g_assert_no_error (error);
  g_assert_cmpuint (length, ==, 0);
  g_assert_null (gb_tree_read (fixture->tree, "none", 0, fixture->arena, NULL, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_assert_nonnull (strstr (error->message, "/none: No such file"));
  g_clear_error (&error);
  g_assert_null (gb_tree_read (fixture->tree, "b/c/file", 3, fixture->arena, NULL, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_CONTENT);
}

static void
test_below (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GbTree) part = gb_tree_below (fixture->tree, "b");
  g_assert_cmpint (gb_tree_kind (part, "c/file"), ==, GB_ITEM_FILE);
  g_assert_cmpint (gb_tree_kind (part, ""), ==, GB_ITEM_FOLDER);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) items = gb_tree_list (part, "", fixture->arena, &error);
  g_assert_cmpuint (items->len, ==, 3);
  g_assert_cmpint (gb_tree_take (part, "c/file", 0, fixture->arena).outcome, ==, GB_TREE_READ);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tree/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/tree/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/tree/kind", Fixture, NULL, set_up, test_kind, tear_down);
  g_test_add ("/tree/take", Fixture, NULL, set_up, test_take, tear_down);
  g_test_add ("/tree/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/tree/below", Fixture, NULL, set_up, test_below, tear_down);
  return g_test_run ();
}
