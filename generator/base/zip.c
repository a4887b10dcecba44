#include "base/zip.h"

#include "base/append.h"

#include <zlib.h>

#define LOCAL_SIZE 30
#define CENTRAL_SIZE 46
#define END_SIZE 22
#define VERSION 10            /* 1.0: stored members */
#define MADE_BY (3 << 8 | 30) /* Unix, so that modes count */
#define UTF8_NAMES 0x0800
#define FIRST_DAY (1 << 5 | 1) /* 1980-01-01 */
#define MODE (0100644u << 16)

static void
put16 (GString *out, guint value)
{
  const char bytes[] = { (char)(value & 0xff), (char)(value >> 8 & 0xff) };
  gb_append (out, bytes, sizeof bytes);
}

static void
put32 (GString *out, guint32 value)
{
  put16 (out, value & 0xffff);
  put16 (out, value >> 16);
}

/* What the header before a member and its line in the directory have in common. */
static void
put_common (GString *out, guint32 sum, gsize length, gsize name_length)
{
  put16 (out, VERSION);
  put16 (out, UTF8_NAMES);
  put16 (out, 0); /* stored */
  put16 (out, 0); /* midnight */
  put16 (out, FIRST_DAY);
  put32 (out, sum);
  put32 (out, (guint32)length);
  put32 (out, (guint32)length);
  put16 (out, (guint)name_length);
  put16 (out, 0); /* nothing extra */
}

void
gb_zip_begin (GbZip *zip, GString *out)
{
  *zip = (GbZip){
    .out = out,
    .start = out->len,
    .contents = g_string_new (NULL),
    .limit = GB_ZIP_LIMIT,
  };
}

void
gb_zip_clear (GbZip *zip)
{
  if (zip->contents != NULL)
    g_string_free (zip->contents, TRUE);
  zip->contents = NULL;
}

static gboolean
has_room (const GbZip *zip, gsize more)
{
  gsize used = zip->out->len - zip->start + zip->contents->len + END_SIZE;
  return zip->n_members < GB_ZIP_MEMBERS_MAX && used <= zip->limit && more <= zip->limit - used;
}

gboolean
gb_zip_add (GbZip *zip, const char *name, const char *bytes, gsize length, GError **error)
{
  gsize name_length = strlen (name);
  g_return_val_if_fail (name_length <= G_MAXUINT16, FALSE);
  if (length > zip->limit || !has_room (zip, LOCAL_SIZE + CENTRAL_SIZE + 2 * name_length + length))
    return gb_error_set (error, GB_ERROR_SYSTEM,
                         "%s: an archive holds at most %d files and 4 GiB, and this would be more",
                         name, GB_ZIP_MEMBERS_MAX);
  guint32 sum = (guint32)crc32_z (crc32_z (0, NULL, 0), (const Bytef *)bytes, length);
  guint32 offset = (guint32)(zip->out->len - zip->start);
  put32 (zip->out, 0x04034b50);
  put_common (zip->out, sum, length, name_length);
  gb_append (zip->out, name, name_length);
  gb_append (zip->out, bytes, length);

  GString *contents = zip->contents;
  put32 (contents, 0x02014b50);
  put16 (contents, MADE_BY);
  put_common (contents, sum, length, name_length);
  put16 (contents, 0); /* no comment */
  put16 (contents, 0); /* on the first disk */
  put16 (contents, 0); /* not said to be text */
  put32 (contents, MODE);
  put32 (contents, offset);
  gb_append (contents, name, name_length);
  zip->n_members++;
  return TRUE;
}

void
gb_zip_end (GbZip *zip)
{
  GString *out = zip->out;
  guint32 offset = (guint32)(out->len - zip->start);
  gsize length = zip->contents->len;
  gb_append (out, zip->contents->str, length);
  put32 (out, 0x06054b50);
  put16 (out, 0); /* this disk, and where the directory begins */
  put16 (out, 0);
  put16 (out, zip->n_members);
  put16 (out, zip->n_members);
  put32 (out, (guint32)length);
  put32 (out, offset);
  put16 (out, 0); /* no comment */
}
