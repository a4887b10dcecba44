/* Fuzz: objects of git: a message, deflated bytes, and three trees, the second and third of which
 * hold the first wherever they name a folder.  Whatever they hold, they
 * are read or refused. */
#include "fuzz.h"

#include "record/deflated.h"
#include "record/message.h"
#include "record/walk.h"

#include <git2.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>

static void
check_message (const char *text)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  GbMessage message = gb_message_parse (arena, text);
  g_assert_true (g_utf8_validate (message.subject, -1, NULL));
  g_assert_true (g_utf8_validate (message.body, -1, NULL));
  g_assert_true (g_utf8_validate (message.trailers, -1, NULL));
  g_assert_null (strchr (message.subject, '\n'));
  const char *value = gb_message_trailer (arena, &message, "Manifest");
  g_assert_cmpint (value == NULL, ==, gb_message_count (&message, "Manifest") == 0);
}

static void
check_deflated (const guint8 *data, gsize size)
{
  GbDeflated whole = gb_deflated_new ((const char *)data, size);
  g_autofree char *inflated = gb_deflated_read (&whole);
  g_assert_nonnull (inflated);
  g_assert_cmpuint (whole.length, ==, size);
  g_assert_true (size == 0 || memcmp (inflated, data, size) == 0);
  g_free (whole.bytes);
  GbDeflated hostile = { (char *)data, size, size == 0 ? 0 : (gsize)data[0] * 16 };
  g_autofree char *none = gb_deflated_read (&hostile);
}

/* Up to the byte 0xff, or all of it. */
static GString *
take_tree (const guint8 **data, gsize *size)
{
  const guint8 *end = *size == 0 ? NULL : memchr (*data, 0xff, *size);
  gsize length = end == NULL ? *size : (gsize)(end - *data);
  GString *tree = g_string_new_len ((const char *)*data, (gssize)length);
  gsize taken = end == NULL ? length : length + 1;
  *data += taken;
  *size -= taken;
  return tree;
}

static void
write_tree (git_odb *odb, GString *tree, const git_oid *inner, git_oid *ret_id)
{
  for (gsize at = 0; inner != NULL && at < tree->len;) {
    const char *nul = memchr (tree->str + at, '\0', tree->len - at);
    gsize id = nul == NULL ? tree->len : (gsize)(nul - tree->str) + 1;
    if (id + GIT_OID_RAWSZ > tree->len)
      break;
    if (tree->str[at] == '4')
      memcpy (tree->str + id, inner->id, GIT_OID_RAWSZ);
    at = id + GIT_OID_RAWSZ;
  }
  g_assert_cmpint (git_odb_write (ret_id, odb, tree->str, tree->len, GIT_OBJECT_TREE), ==, 0);
}

static void
check_trees (const guint8 *data, gsize size)
{
  git_odb *odb = NULL;
  git_odb_backend *memory = NULL;
  g_assert_cmpint (git_odb_new (&odb), ==, 0);
  g_assert_cmpint (git_mempack_new (&memory), ==, 0);
  g_assert_cmpint (git_odb_add_backend (odb, memory, 1), ==, 0);
  git_oid ids[3];
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (GString) tree = take_tree (&data, &size);
    write_tree (odb, tree, i == 0 ? NULL : &ids[0], &ids[i]);
  }
  GbWalk *walk = gb_walk_new (odb);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (GbWalkChange));
  int code = gb_walk_changes (walk, &ids[2], &ids[1], 1, changes);
  g_assert_cmpint (code, <=, 0);
  for (guint i = 0; i < changes->len; i++) {
    GbWalkChange *change = &g_array_index (changes, GbWalkChange, i);
    g_assert_true (g_utf8_validate (change->path, -1, NULL));
    g_free (change->path);
  }
  git_oid found;
  (void)gb_walk_find (walk, &ids[1], "content/policies", &found);
  gb_walk_free (walk);
  git_odb_free (odb);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static gboolean is_started;
  if (!is_started)
    is_started = git_libgit2_init () > 0;
  g_autofree char *message = fuzz_take (&data, &size);
  check_message (message);
  check_deflated (data, size);
  check_trees (data, size);
  return 0;
}
