#include "record/pack.h"

#include "record/oid.h"
#include "record/repository.h"
#include "record/store.h"

#include <errno.h>
#include <fcntl.h>
#include <git2/sys/odb_backend.h>
#include <openssl/evp.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

/* From so many deflated bytes on a pack is worth it for few objects. */
#define LARGE (1024 * 1024)

#define CANNOT                                                                                     \
  "nothing was changed, for the publication cannot be written into the repository (it may be "     \
  "read-only, or its disk full)"

typedef struct {
  git_oid id;
  git_object_t type;
  GbDeflated deflated;
  char *own;      /* its bytes where they are the pack's */
  guint64 offset; /* in the pack that is being written */
  guint32 crc;    /* of its bytes there */
} Object;

struct _GbPack {
  git_repository *git;
  git_odb *odb;
  GPtrArray *objects; /* what refers to others comes after them */
  GHashTable *known;  /* git_oid of objects */
  gsize n_bytes;      /* of all, deflated */
};

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
  if (added == NULL)
    return;
  added->deflated = *object;
  pack->n_bytes += object->n_bytes;
}

void
gb_pack_add (GbPack *pack, git_object_t type, const char *data, gsize length, git_oid *ret_id)
{
  gb_repository_hash (type, data, length, ret_id);
  Object *added = add_object (pack, type, ret_id);
  if (added == NULL)
    return;
  added->deflated = gb_deflated_new (data, length);
  added->own = added->deflated.bytes;
  pack->n_bytes += added->deflated.n_bytes;
}

/* ---- few ---- */

static int
write_loose (GbPack *pack)
{
  int code = 0;
  for (guint i = 0; code == 0 && i < pack->objects->len; i++) {
    const Object *object = pack->objects->pdata[i];
    g_autofree char *data = gb_deflated_read (&object->deflated);
    git_oid id;
    if (data != NULL) {
      code = git_odb_write (&id, pack->odb, data, object->deflated.length, object->type);
    } else {
      git_error_set_str (GIT_ERROR_ZLIB, "an object that was made here cannot be inflated");
      code = GIT_ERROR;
    }
  }
  return code;
}

/* ---- many ---- */

/* A file that git has under this name once it is whole; "tmp_" is what git takes away where it was
 * left. */
typedef struct {
  int fd;
  char *path;
  EVP_MD_CTX *sum;
  GString *buffer;
  guint64 size;
  int failed; /* errno, or 0 */
} File;

static void
file_clear (File *file)
{
  if (file->fd >= 0)
    (void)close (file->fd);
  if (file->path != NULL)
    (void)unlink (file->path);
  g_free (file->path);
  EVP_MD_CTX_free (file->sum);
  g_string_free (file->buffer, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (File, file_clear)

static void
file_open (File *file, const char *folder, const char *name)
{
  file->path = g_build_filename (folder, name, NULL);
  file->fd = g_mkstemp_full (file->path, O_WRONLY | O_CLOEXEC, 0444);
  file->failed = file->fd < 0 ? errno : 0;
  if (file->failed != 0)
    g_clear_pointer (&file->path, g_free);
  file->buffer = g_string_sized_new (1024 * 1024);
  file->sum = EVP_MD_CTX_new ();
  if (file->sum == NULL || EVP_DigestInit_ex (file->sum, EVP_sha1 (), NULL) != 1)
    g_error ("libcrypto does not know SHA-1");
}

static void
file_flush (File *file)
{
  const char *at = file->buffer->str;
  gsize left = file->buffer->len;
  (void)EVP_DigestUpdate (file->sum, at, left);
  while (left > 0 && file->failed == 0) {
    ssize_t n = write (file->fd, at, left);
    if (n < 0 && errno != EINTR)
      file->failed = errno;
    if (n > 0) {
      at += n;
      left -= (gsize)n;
    }
  }
  g_string_truncate (file->buffer, 0);
}

static void
file_append (File *file, gconstpointer bytes, gsize length)
{
  g_string_append_len (file->buffer, bytes, (gssize)length);
  file->size += length;
  if (file->buffer->len > 512 * 1024)
    file_flush (file);
}

static void
file_append_number (File *file, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);
  file_append (file, &big, sizeof big);
}

/* Both kinds end in the sum of what they hold.  Like all that follows it returns an errno or 0. */
static int
file_finish (File *file, guchar sum[GIT_OID_RAWSZ])
{
  file_flush (file);
  (void)EVP_DigestFinal_ex (file->sum, sum, NULL);
  (void)EVP_DigestInit_ex (file->sum, EVP_sha1 (), NULL);
  file_append (file, sum, GIT_OID_RAWSZ);
  file_flush (file);
  if (file->failed == 0 && fsync (file->fd) != 0)
    file->failed = errno;
  return file->failed;
}

/* Type and size before each object: seven bits a byte, the first byte with four of size. */
static gsize
write_head (guchar *out, git_object_t type, gsize length)
{
  gsize n = 0;
  guchar byte = (guchar)((guint)type << 4 | (length & 15));
  for (length >>= 4; length > 0; length >>= 7) {
    out[n++] = byte | 0x80;
    byte = length & 0x7f;
  }
  out[n++] = byte;
  return n;
}

static int
write_objects (const GbPack *pack, File *file, guchar sum[GIT_OID_RAWSZ])
{
  file_append (file, "PACK", 4);
  file_append_number (file, 2);
  file_append_number (file, pack->objects->len);
  for (guint i = 0; i < pack->objects->len; i++) {
    Object *object = pack->objects->pdata[i];
    const GbDeflated *deflated = &object->deflated;
    guchar head[16];
    gsize n = write_head (head, object->type, deflated->length);
    object->offset = file->size;
    uLong crc = crc32_z (crc32_z (0, NULL, 0), head, n);
    object->crc = (guint32)crc32_z (crc, (const Bytef *)deflated->bytes, deflated->n_bytes);
    file_append (file, head, n);
    file_append (file, deflated->bytes, deflated->n_bytes);
  }
  return file_finish (file, sum);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return git_oid_cmp (&(*(Object *const *)a)->id, &(*(Object *const *)b)->id);
}

/* By id: how many begin with each byte, the ids, sums, offsets; those beyond 2 GB follow. */
static int
write_index (const GbPack *pack, File *file, const guchar pack_sum[GIT_OID_RAWSZ])
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GArray) far = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_ptr_array_extend (sorted, pack->objects, NULL, NULL);
  g_ptr_array_sort (sorted, compare_ids);
  file_append (file, "\377tOc", 4);
  file_append_number (file, 2);
  for (guint byte = 0, n = 0; byte < 256; byte++) {
    while (n < sorted->len && ((const Object *)sorted->pdata[n])->id.id[0] <= byte)
      n++;
    file_append_number (file, n);
  }
  for (guint i = 0; i < sorted->len; i++)
    file_append (file, ((const Object *)sorted->pdata[i])->id.id, GIT_OID_RAWSZ);
  for (guint i = 0; i < sorted->len; i++)
    file_append_number (file, ((const Object *)sorted->pdata[i])->crc);
  for (guint i = 0; i < sorted->len; i++) {
    guint64 offset = ((const Object *)sorted->pdata[i])->offset;
    guint64 big = GUINT64_TO_BE (offset);
    file_append_number (file, offset <= G_MAXINT32 ? (guint32)offset : 0x80000000u | far->len);
    if (offset > G_MAXINT32)
      g_array_append_val (far, big);
  }
  file_append (file, far->data, far->len * sizeof (guint64));
  file_append (file, pack_sum, GIT_OID_RAWSZ);
  guchar sum[GIT_OID_RAWSZ];
  return file_finish (file, sum);
}

static int
file_rename (File *file, const char *folder, const char *name, const char *suffix)
{
  g_autofree char *last = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, last, NULL);
  if (rename (file->path, path) != 0)
    return errno;
  g_clear_pointer (&file->path, g_free);
  return 0;
}

static int
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return errno;
  int code = fsync (fd) == 0 ? 0 : errno;
  (void)close (fd);
  return code;
}

/* The index last: without it git does not see the pack. */
static int
write_files (const GbPack *pack, const char *folder)
{
  g_auto (File) objects = { .fd = -1 };
  g_auto (File) index = { .fd = -1 };
  guchar sum[GIT_OID_RAWSZ];
  char hex[GB_OID_LENGTH];
  git_oid id;
  int code = g_mkdir_with_parents (folder, 0777) == 0 ? 0 : errno;
  file_open (&objects, folder, "tmp_pack_XXXXXX");
  file_open (&index, folder, "tmp_idx_XXXXXX");
  if (code == 0)
    code = objects.failed != 0 ? objects.failed : index.failed;
  if (code == 0)
    code = write_objects (pack, &objects, sum);
  if (code == 0)
    code = write_index (pack, &index, sum);
  if (code != 0)
    return code;
  (void)git_oid_fromraw (&id, sum);
  g_autofree char *name = g_strconcat ("pack-", git_oid_tostr (hex, sizeof hex, &id), NULL);
  code = file_rename (&objects, folder, name, ".pack");
  if (code == 0)
    code = file_rename (&index, folder, name, ".idx");
  return code == 0 ? sync_folder (folder) : code;
}

static gboolean
write_pack (GbPack *pack, GError **error)
{
  g_autofree char *folder
    = g_build_filename (git_repository_commondir (pack->git), "objects", "pack", NULL);
  int code = write_files (pack, folder);
  if (code != 0)
    return gb_error_set_errno (error, code, CANNOT, folder);
  code = git_odb_refresh (pack->odb);
  return code == 0 || gb_repository_fail (error, code, CANNOT);
}

gboolean
gb_pack_write (GbPack *pack, GError **error)
{
  if (pack->objects->len >= GB_STORE_PACK || pack->n_bytes >= LARGE)
    return write_pack (pack, error);
  int code = write_loose (pack);
  return code == 0 || gb_repository_fail (error, code, CANNOT);
}
