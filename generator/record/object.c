#include "record/object.h"

#include "base/file.h"

#include <git2/sys/odb_backend.h>
#include <string.h>
#include <zlib.h>

/* libgit2 asks packs with priority 2 and loose objects with 1, and of equals who came first. */
#define PRIORITY 2

/* Asked after the packs and before the files of loose objects are read.  Knows no object itself. */
typedef struct {
  git_odb_backend backend; /* first */
  char *folder;
} Guard;

/* Whether what zlib has packed goes on where @bytes ends. */
static gboolean
breaks_off (const char *bytes, gsize length)
{
  char block[16 * 1024];
  z_stream stream = { .next_in = (Bytef *)bytes, .avail_in = (uInt)length };
  if (length > G_MAXUINT32 || inflateInit (&stream) != Z_OK)
    return FALSE;
  int code = Z_OK;
  while (code == Z_OK) {
    stream.next_out = (Bytef *)block;
    stream.avail_out = sizeof block;
    code = inflate (&stream, Z_NO_FLUSH);
  }
  (void)inflateEnd (&stream);
  return code == Z_BUF_ERROR;
}

static int
guard_read (G_GNUC_UNUSED void **ret_bytes, G_GNUC_UNUSED size_t *ret_length,
            G_GNUC_UNUSED git_object_t *ret_type, git_odb_backend *backend, const git_oid *id)
{
  char hex[GIT_OID_HEXSZ + 1];
  (void)git_oid_tostr (hex, sizeof hex, id);
  g_autofree char *file = g_strdup_printf ("%s/%.2s/%s", ((Guard *)backend)->folder, hex, hex + 2);
  gsize length;
  g_autofree char *bytes = gb_file_read (file, 0, &length, NULL);
  if (bytes == NULL || !breaks_off (bytes, length))
    return GIT_ENOTFOUND;
  g_autofree char *text = g_strdup_printf ("object %s cannot be read: its file breaks off", hex);
  (void)git_error_set_str (GIT_ERROR_ODB, text);
  return GIT_ERROR;
}

static void
guard_free (git_odb_backend *backend)
{
  g_free (((Guard *)backend)->folder);
  g_free (backend);
}

int
gb_object_open (const char *folder, guint flags, git_repository **ret_git)
{
  git_odb *odb = NULL;
  int code = git_repository_open_ext (ret_git, folder, flags, NULL);
  if (code < 0)
    return code;
  code = git_repository_odb (&odb, *ret_git);
  if (code < 0) {
    git_repository_free (*ret_git);
    *ret_git = NULL;
    return code;
  }
  Guard *guard = g_new0 (Guard, 1);
  (void)git_odb_init_backend (&guard->backend, GIT_ODB_BACKEND_VERSION);
  guard->backend.read = guard_read;
  guard->backend.free = guard_free;
  guard->folder = g_build_filename (git_repository_commondir (*ret_git), "objects", NULL);
  code = git_odb_add_backend (odb, &guard->backend, PRIORITY);
  git_odb_free (odb);
  return code;
}

/* Says in libgit2's error which object it was. */
static int
name_object (int code, const git_oid *id)
{
  if (code >= 0)
    return code;
  char hex[GIT_OID_HEXSZ + 1];
  (void)git_oid_tostr (hex, sizeof hex, id);
  const git_error *last = git_error_last ();
  const char *why = last == NULL || last->message == NULL ? "git says nothing more" : last->message;
  if (code != GIT_ENOTFOUND && strstr (why, hex) != NULL)
    return code;
  g_autofree char *text
    = code == GIT_ENOTFOUND
        ? g_strdup_printf ("object %s is missing here; another copy of the repository may have it "
                           "(in a partial clone: git fetch --refetch --no-filter)",
                           hex)
        : g_strdup_printf ("object %s cannot be read: %s", hex, why);
  (void)git_error_set_str (GIT_ERROR_ODB, text);
  return code;
}

int
gb_object_commit (git_repository *git, const git_oid *id, git_commit **ret_commit)
{
  return name_object (git_commit_lookup (ret_commit, git, id), id);
}

int
gb_object_commit_of (git_repository *git, const char *id, git_commit **ret_commit)
{
  git_oid oid;
  int code = git_oid_fromstr (&oid, id);
  return code < 0 ? code : gb_object_commit (git, &oid, ret_commit);
}

int
gb_object_tree (git_repository *git, const git_oid *id, git_tree **ret_tree)
{
  return name_object (git_tree_lookup (ret_tree, git, id), id);
}

int
gb_object_check (git_repository *git, const git_oid *tree)
{
  git_tree *folder = NULL;
  int code = gb_object_tree (git, tree, &folder);
  for (gsize i = 0; code == 0 && i < git_tree_entrycount (folder); i++) {
    const git_tree_entry *entry = git_tree_entry_byindex (folder, i);
    if (git_tree_entry_type (entry) == GIT_OBJECT_TREE)
      code = gb_object_check (git, git_tree_entry_id (entry));
  }
  git_tree_free (folder);
  return code;
}

int
gb_object_read (git_odb *odb, const git_oid *id, git_odb_object **ret_object)
{
  return name_object (git_odb_read (ret_object, odb, id), id);
}

int
gb_object_find (git_repository *git, const git_oid *tree, const char *path,
                GbObjectEntry *ret_entry)
{
  GbObjectEntry at = { GIT_FILEMODE_TREE, *tree };
  while (*path != '\0' && at.mode == GIT_FILEMODE_TREE) {
    gsize length = strcspn (path, "/");
    g_autofree char *name = g_strndup (path, length);
    git_tree *folder = NULL;
    int code = gb_object_tree (git, &at.id, &folder);
    if (code < 0)
      return code;
    const git_tree_entry *entry = git_tree_entry_byname (folder, name);
    at = (GbObjectEntry){ .mode = GIT_FILEMODE_UNREADABLE };
    if (entry != NULL)
      at = (GbObjectEntry){ git_tree_entry_filemode (entry), *git_tree_entry_id (entry) };
    git_tree_free (folder);
    path += length + (path[length] == '/');
  }
  /* A file has nothing below it. */
  *ret_entry = *path == '\0' ? at : (GbObjectEntry){ .mode = GIT_FILEMODE_UNREADABLE };
  return 0;
}

int
gb_object_find_in (git_repository *git, const char *commit, const char *path,
                   GbObjectEntry *ret_entry)
{
  git_commit *object = NULL;
  int code = gb_object_commit_of (git, commit, &object);
  if (code == 0)
    code = gb_object_find (git, git_commit_tree_id (object), path, ret_entry);
  git_commit_free (object);
  return code;
}
