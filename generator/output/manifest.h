/* The manifest of a site: publication.json.
 *
 * It names the as-of date, the generator and each file with its size and SHA-256, one to a line
 * so that git shows what changed.  Reading it back takes the lines it wrote itself; anything else
 * in the file is passed over, because all that depends on it is which old files may go.
 */
#pragma once

#include "base/error.h"
#include "base/hash.h"
#include "law/date.h"

G_BEGIN_DECLS

typedef struct {
  const char *path; /* borrowed */
  gsize size;
  char hash[GB_HASH_LENGTH];
} GbManifestFile;

/* @files are written in the order given; the caller frees the text. */
GString *gb_manifest_write (GbDate as_of, const GbManifestFile *files, guint n_files);
/* The paths that the manifest of @folder names; empty where there is none.  NULL with @error where
 * it cannot be read.  The caller frees it with g_ptr_array_unref. */
GPtrArray *gb_manifest_paths (const char *folder, GError **error);

G_END_DECLS
