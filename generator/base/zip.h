/* A ZIP archive (APPNOTE 6.3), written to one text in memory.
 *
 * Members are stored, not deflated: the same members give the same bytes with every version of
 * every library, so that anyone can make an archive again and compare, and an unchanged member
 * costs nothing in git.  All bear the first moment ZIP knows, 1980-01-01 00:00, and names in UTF-8.
 * The writer keeps the order of its caller, who adds members by name.  Without ZIP64 an archive
 * ends at 65,535 members and 4 GiB - 1.
 */
#pragma once

#include "base/error.h"

typedef struct {
  GString *out;      /* borrowed; what stands in it already is no part of the archive */
  gsize start;       /* where the archive begins in it */
  GString *contents; /* the central directory so far */
  guint n_members;
  gsize limit; /* of bytes; GB_ZIP_LIMIT but in tests */
} GbZip;

#define GB_ZIP_MEMBERS_MAX 65535
#define GB_ZIP_LIMIT 0xffffffffu

void gb_zip_begin (GbZip *zip, GString *out);
/* @name: relative, with '/', not longer than 65,535 bytes, and given once.  GB_ERROR_SYSTEM where
 * the archive is full. */
gboolean gb_zip_add (GbZip *zip, const char *name, const char *bytes, gsize length, GError **error);
/* Writes the central directory, for which every member has kept the room. */
void gb_zip_end (GbZip *zip);
void gb_zip_clear (GbZip *zip);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GbZip, gb_zip_clear)
