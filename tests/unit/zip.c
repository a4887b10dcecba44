/* base/zip: bytes worked out by hand from APPNOTE 4.3; other readers are asked in cli/data.t. */
#include "base/zip.h"

#include "base/error.h"

#include <string.h>

static void
test_bytes (void)
{
  /* CRC-32 of "123456789" is the check value of its definition, cbf43926. */
  static const char expected[]
    = "PK\x03\x04"
      "\x0a\x00\x00\x08\x00\x00\x00\x00\x21\x00"
      "\x26\x39\xf4\xcb\x09\x00\x00\x00\x09\x00\x00\x00\x03\x00\x00\x00"
      "a/b123456789"
      "PK\x01\x02\x1e\x03"
      "\x0a\x00\x00\x08\x00\x00\x00\x00\x21\x00"
      "\x26\x39\xf4\xcb\x09\x00\x00\x00\x09\x00\x00\x00\x03\x00\x00\x00"
      "\x00\x00\x00\x00\x00\x00\x00\x00\xa4\x81\x00\x00\x00\x00"
      "a/b"
      "PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00\x31\x00\x00\x00\x2a\x00\x00\x00\x00\x00";
  g_autoptr (GString) out = g_string_new ("before");
  g_autoptr (GError) error = NULL;
  g_auto (GbZip) zip;
  gb_zip_begin (&zip, out);
  g_assert_true (gb_zip_add (&zip, "a/b", "123456789", 9, &error));
  g_assert_no_error (error);
  gb_zip_end (&zip);
  g_assert_cmpmem (out->str + 6, (int)out->len - 6, expected, (int)sizeof expected - 1);
}

static void
test_empty (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GbZip) zip;
  gb_zip_begin (&zip, out);
  gb_zip_end (&zip);
  g_assert_cmpuint (out->len, ==, 22);
}

static void
test_limit (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GbZip) zip;
  gb_zip_begin (&zip, out);
  /* A member of n bytes and a name of one: 30 + 1 + n, 46 + 1, and 22 for the end. */
  zip.limit = 2 * (30 + 1 + 46 + 1) + 10 + 22;
  g_assert_true (gb_zip_add (&zip, "a", "12345", 5, &error));
  g_assert_false (gb_zip_add (&zip, "b", "123456", 6, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
  g_clear_error (&error);
  g_assert_true (gb_zip_add (&zip, "b", "12345", 5, &error));
  g_assert_false (gb_zip_add (&zip, "c", "", 0, &error));
  g_clear_error (&error);
  gb_zip_end (&zip);
  g_assert_cmpuint (out->len, ==, zip.limit);
}

static void
test_members (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GbZip) zip;
  gb_zip_begin (&zip, out);
  char name[16];
  for (guint i = 0; i < GB_ZIP_MEMBERS_MAX; i++) {
    g_snprintf (name, sizeof name, "%05u", i);
    g_assert_true (gb_zip_add (&zip, name, "", 0, &error));
  }
  g_assert_false (gb_zip_add (&zip, "one more", "", 0, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_SYSTEM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zip/bytes", test_bytes);
  g_test_add_func ("/zip/empty", test_empty);
  g_test_add_func ("/zip/limit", test_limit);
  g_test_add_func ("/zip/members", test_members);
  return g_test_run ();
}
