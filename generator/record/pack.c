#include "record/pack.h"

#include "record/repository.h"
#include "record/store.h"
#include "record/walk.h"

#include <git2/sys/odb_backend.h>
#include <string.h>
#include <zlib.h>

typedef struct {
  git_oid id;
  git_object_t type;
  GbDeflated deflated;
  char *own; /* its bytes where they are the pack's */
} Object;

struct _GbPack {
  git_repository *git;
  git_odb *odb;
  GPtrArray *objects; /* what refers to others comes after them */
  GHashTable *known;  /* git_oid of objects */
};

GbDeflated
gb_deflated_new (const char *data, gsize length)
{
  uLong n_bytes = compressBound (length);
  g_autofree char *bytes = g_malloc (n_bytes);
  if (compress2 ((Bytef *)bytes, &n_bytes, (const Bytef *)data, length, 1) != Z_OK)
    g_error ("out of memory");
  return (GbDeflated){ g_memdup2 (bytes, n_bytes), n_bytes, length };
}

static void
object_free (gpointer data)
{
  g_free (((Object *)data)->own);
  g_free (data);
}

GbPack *
gb_pack_new (git_repository *git, git_odb *odb)
{
  GbPack *pack = g_new0 (GbPack, 1);
  pack->git = git;
  pack->odb = odb;
  pack->objects = g_ptr_array_new_with_free_func (object_free);
  pack->known = g_hash_table_new (gb_oid_hash, gb_oid_equal);
  return pack;
}

void
gb_pack_free (GbPack *pack)
{
  if (pack == NULL)
    return;
  g_hash_table_unref (pack->known);
  g_ptr_array_unref (pack->objects);
  g_free (pack);
}

/* NULL where it is there already. */
static Object *
add_object (GbPack *pack, git_object_t type, const git_oid *id)
{
  if (g_hash_table_contains (pack->known, id))
    return NULL;
  Object *object = g_new0 (Object, 1);
  object->id = *id;
  object->type = type;
  g_ptr_array_add (pack->objects, object);
  g_hash_table_add (pack->known, &object->id);
  return object;
}

void
gb_pack_add_deflated (GbPack *pack, git_object_t type, const git_oid *id, const GbDeflated *object)
{
  Object *added = add_object (pack, type, id);
  if (added != NULL)
    added->deflated = *object;
}

void
gb_pack_add (GbPack *pack, git_object_t type, const char *data, gsize length, git_oid *ret_id)
{
  (void)git_odb_hash (ret_id, data, length, type);
  Object *added = add_object (pack, type, ret_id);
  if (added == NULL)
    return;
  added->deflated = gb_deflated_new (data, length);
  added->own = added->deflated.bytes;
}

/* ---- few ---- */

static int
write_loose (GbPack *pack)
{
  int code = 0;
  for (guint i = 0; code == 0 && i < pack->objects->len; i++) {
    const Object *object = pack->objects->pdata[i];
    uLong length = object->deflated.length;
    g_autofree char *data = g_malloc (length + 1);
    git_oid id;
    if (uncompress ((Bytef *)data, &length, (const Bytef *)object->deflated.bytes,
                    object->deflated.n_bytes)
        != Z_OK)
      g_error ("out of memory");
    code = git_odb_write (&id, pack->odb, data, length, object->type);
  }
  return code;
}

/* ---- many ---- */

/* Type and size before each object: seven bits a byte, the first byte with three bits of type. */
static void
append_head (GString *out, git_object_t type, gsize length)
{
  guchar byte = (guchar)((guint)type << 4 | (length & 15));
  for (length >>= 4; length > 0; length >>= 7) {
    g_string_append_c (out, (char)(byte | 0x80));
    byte = length & 0x7f;
  }
  g_string_append_c (out, (char)byte);
}

static void
append_number (GString *out, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);
  g_string_append_len (out, (const char *)&big, sizeof big);
}

/* Sends what @out holds to the indexer and into the sum, and empties it. */
static int
flush (git_indexer *indexer, GChecksum *sum, GString *out, git_indexer_progress *progress)
{
  g_checksum_update (sum, (const guchar *)out->str, (gssize)out->len);
  int code = git_indexer_append (indexer, out->str, out->len, progress);
  g_string_truncate (out, 0);
  return code;
}

static int
stream (GbPack *pack, git_indexer *indexer)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autoptr (GString) out = g_string_sized_new (1024 * 1024);
  git_indexer_progress progress = { 0 };
  g_string_append (out, "PACK");
  append_number (out, 2);
  append_number (out, pack->objects->len);
  int code = 0;
  for (guint i = 0; code == 0 && i < pack->objects->len; i++) {
    const Object *object = pack->objects->pdata[i];
    append_head (out, object->type, object->deflated.length);
    g_string_append_len (out, object->deflated.bytes, (gssize)object->deflated.n_bytes);
    if (out->len > 512 * 1024)
      code = flush (indexer, sum, out, &progress);
  }
  if (code == 0)
    code = flush (indexer, sum, out, &progress);
  guint8 digest[20];
  gsize length = sizeof digest;
  g_checksum_get_digest (sum, digest, &length);
  if (code == 0)
    code = git_indexer_append (indexer, digest, length, &progress);
  return code == 0 ? git_indexer_commit (indexer, &progress) : code;
}

static int
write_pack (GbPack *pack)
{
  g_autofree char *folder
    = g_build_filename (git_repository_commondir (pack->git), "objects", "pack", NULL);
  git_indexer *indexer = NULL;
  int code = git_indexer_new (&indexer, folder, 0, pack->odb, NULL);
  if (code == 0)
    code = stream (pack, indexer);
  git_indexer_free (indexer);
  return code == 0 ? git_odb_refresh (pack->odb) : code;
}

gboolean
gb_pack_write (GbPack *pack, GError **error)
{
  int code = pack->objects->len < GB_STORE_PACK ? write_loose (pack) : write_pack (pack);
  return code == 0
         || gb_repository_fail (
           error, code,
           "nothing was changed, for the publication cannot be written into the repository (it may "
           "be read-only, or its disk full)");
}
