/* base/arena and base/value. */
#include <stdalign.h>
#include <stddef.h>
#include <string.h>

#include "base/value.h"

static void
test_arena (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_assert_cmpuint (gb_arena_size (arena), ==, 0);
  char *pieces[2000];
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    gsize size = i % 37 + (i % 500 == 0 ? 20000 : 0);
    pieces[i] = gb_arena_alloc (arena, size);
    g_assert_cmpuint ((guintptr)pieces[i] % sizeof (gint64), ==, 0);
    for (gsize j = 0; j < size; j++)
      g_assert_cmpint (pieces[i][j], ==, 0);
    memset (pieces[i], (int)(i % 251), size);
  }
  /* Nothing overlaps. */
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (gsize j = 0; j < i % 37; j++)
      g_assert_cmpint ((guchar)pieces[i][j], ==, i % 251);

  gsize held = gb_arena_size (arena);
  gb_arena_reset (arena);
  g_assert_cmpuint (gb_arena_size (arena), <=, held);
  for (guint i = 0; i < 100; i++) {
    const char *piece = gb_arena_alloc (arena, 64);
    for (gsize j = 0; j < 64; j++)
      g_assert_cmpint (piece[j], ==, 0);
  }
  g_assert_cmpuint (gb_arena_size (arena), <=, held);
}

static void
test_arena_sizes (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  static const gsize sizes[] = { 0, 1, 4096, 4097, 16384, 16385, 1000000, 300000, 3 };
  for (guint round = 0; round < 3; round++) {
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
      char *piece = gb_arena_alloc (arena, sizes[i]);
      memset (piece, 'x', sizes[i]);
    }
    gb_arena_reset (arena);
  }
  gb_arena_free (NULL);
}

static void
test_arena_alignment (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  for (gsize length = 0; length < 40; length++) {
    gb_arena_strndup (arena, "0123456789012345678901234567890123456789", length);
    const long double *piece = gb_arena_new0 (arena, long double);
    g_assert_cmpuint (GPOINTER_TO_SIZE (piece) % alignof (max_align_t), ==, 0);
  }
}

/* Run with what must end it as the argument of the same test in a process of its own. */
static void
test_arena_too_many (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (GbArena) arena = gb_arena_new ();
    gb_arena_newv (arena, gint64, G_MAXSIZE / 4);
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*out of memory*");
}

#ifdef GB_ARENA_DEBUG
static void
test_arena_debug (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (GbArena) arena = gb_arena_new ();
    volatile char *piece = gb_arena_alloc (arena, 16);
    gb_arena_alloc (arena, 16);
    piece[16] = 'x';
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*heap-buffer-overflow*");
}
#endif

static void
test_arena_texts (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_assert_null (gb_arena_strdup (arena, NULL));
  g_assert_null (gb_arena_strndup (arena, NULL, 3));
  g_assert_cmpstr (gb_arena_strdup (arena, "文"), ==, "文");
  g_assert_cmpstr (gb_arena_strndup (arena, "abcdef", 3), ==, "abc");
  g_assert_cmpstr (gb_arena_printf (arena, "%s-%d", "a", 7), ==, "a-7");
  g_autofree char *wide = g_strnfill (50000, 'y');
  g_assert_cmpstr (gb_arena_printf (arena, "%s", wide), ==, wide);
}

static void
test_scalars (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_assert_cmpint (gb_value_null ()->type, ==, GB_VALUE_NULL);
  g_assert_true (gb_value_boolean (TRUE)->boolean);
  g_assert_false (gb_value_boolean (FALSE)->boolean);
  g_assert_true (gb_value_boolean (7)->boolean);
  g_assert_cmpint (gb_value_integer (arena, G_MININT64)->integer, ==, G_MININT64);
  g_assert_cmpstr (gb_value_decimal (arena, "1.10")->string, ==, "1.10");
  g_assert_cmpint (gb_value_decimal (arena, "1.10")->type, ==, GB_VALUE_DECIMAL);
  g_assert_cmpint (gb_value_string (arena, NULL)->type, ==, GB_VALUE_NULL);
  g_assert_cmpuint (gb_value_string (arena, "公报")->length, ==, 6);
  g_assert_cmpuint (gb_value_string_n (arena, "abc", 2)->length, ==, 2);
}

static void
test_array (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  GbValue *array = gb_value_array (arena);
  for (gint64 i = 0; i < 1000; i++)
    gb_value_append (array, gb_value_integer (arena, i));
  gb_value_append_string (array, "last");
  g_assert_cmpuint (array->length, ==, 1001);
  for (gint64 i = 0; i < 1000; i++)
    g_assert_cmpint (array->elements[i]->integer, ==, i);
  g_assert_cmpstr (array->elements[1000]->string, ==, "last");
}

static void
test_object (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  GbValue *object = gb_value_object (arena);
  for (guint i = 0; i < 300; i++)
    gb_value_set_integer (object, gb_arena_printf (arena, "key%u", i), i);
  gb_value_set_string (object, "key7", "again");
  g_assert_cmpuint (object->length, ==, 300);
  for (guint i = 0; i < 300; i++) {
    g_autofree char *key = g_strdup_printf ("key%u", i);
    g_assert_cmpstr (object->members[i].key, ==, key);
    g_assert_cmpuint (object->members[i].hash, ==, gb_value_hash (key, strlen (key)));
    g_assert_true (gb_value_get (object, key) == object->members[i].value);
  }
  g_assert_cmpstr (gb_value_get_string (object, "key7"), ==, "again");
  g_assert_null (gb_value_get_string (object, "key8"));
  g_assert_null (gb_value_get (object, "key"));
  g_assert_null (gb_value_get (object, "key3000"));
  g_assert_null (gb_value_get (NULL, "key1"));
  g_assert_null (gb_value_get (gb_value_null (), "key1"));
  g_assert_null (gb_value_get (gb_value_array (arena), "key1"));

  gb_value_set_boolean (gb_value_set_object (object, "inner"), "yes", TRUE);
  gb_value_append_string (gb_value_set_array (object, "list"), "x");
  g_assert_true (gb_value_get (gb_value_get (object, "inner"), "yes")->boolean);
  g_assert_cmpuint (gb_value_get (object, "list")->length, ==, 1);
  gb_value_set_string (object, "nothing", NULL);
  g_assert_cmpint (gb_value_get (object, "nothing")->type, ==, GB_VALUE_NULL);
}

/* Published values of FNV-1a with 32 bits. */
static void
test_hash (void)
{
  g_assert_cmphex (gb_value_hash ("", 0), ==, 0x811c9dc5);
  g_assert_cmphex (gb_value_hash ("a", 1), ==, 0xe40c292c);
  g_assert_cmphex (gb_value_hash ("foobar", 6), ==, 0xbf9cf968);
}

/* "costarring" and "liquid" have the same hash: the key decides. */
static void
test_collision (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_assert_cmphex (gb_value_hash ("costarring", 10), ==, gb_value_hash ("liquid", 6));
  GbValue *object = gb_value_object (arena);
  gb_value_set_integer (object, "costarring", 1);
  g_assert_null (gb_value_get (object, "liquid"));
  gb_value_set_integer (object, "liquid", 2);
  g_assert_cmpint (gb_value_get (object, "costarring")->integer, ==, 1);
  g_assert_cmpint (gb_value_get (object, "liquid")->integer, ==, 2);
}

static void
test_truth (void)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  GbValue *list = gb_value_array (arena);
  g_assert_false (gb_value_is_truthy (NULL));
  g_assert_false (gb_value_is_truthy (gb_value_null ()));
  g_assert_false (gb_value_is_truthy (gb_value_boolean (FALSE)));
  g_assert_false (gb_value_is_truthy (gb_value_string (arena, "")));
  g_assert_false (gb_value_is_truthy (list));
  gb_value_append (list, gb_value_null ());
  g_assert_true (gb_value_is_truthy (list));
  g_assert_true (gb_value_is_truthy (gb_value_boolean (TRUE)));
  g_assert_true (gb_value_is_truthy (gb_value_string (arena, "0")));
  g_assert_true (gb_value_is_truthy (gb_value_integer (arena, 0)));
  g_assert_true (gb_value_is_truthy (gb_value_decimal (arena, "0.0")));
  g_assert_true (gb_value_is_truthy (gb_value_object (arena)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arena/pieces", test_arena);
  g_test_add_func ("/arena/sizes", test_arena_sizes);
  g_test_add_func ("/arena/alignment", test_arena_alignment);
  g_test_add_func ("/arena/too-many", test_arena_too_many);
#ifdef GB_ARENA_DEBUG
  g_test_add_func ("/arena/debug", test_arena_debug);
#endif
  g_test_add_func ("/arena/texts", test_arena_texts);
  g_test_add_func ("/value/scalars", test_scalars);
  g_test_add_func ("/value/array", test_array);
  g_test_add_func ("/value/object", test_object);
  g_test_add_func ("/value/hash", test_hash);
  g_test_add_func ("/value/collision", test_collision);
  g_test_add_func ("/value/truth", test_truth);
  return g_test_run ();
}
