#include "output/archive.h"

#include "base/zip.h"
#include "view/href.h"

#include <string.h>

static const char *
path_of (const GbArchiveMember *member)
{
  return member->group->path (member->group->source, member->piece);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (path_of (a), path_of (b));
}

void
gb_archive_sort (GArray *members)
{
  g_array_sort (members, compare);
}

static gboolean
add_member (GbZip *zip, const GbArchiveMember *member, GbWriterOthers *others, GError **error)
{
  /* Members are very different in size: the memory of a large one is not kept. */
  g_autoptr (GString) bytes = g_string_sized_new (16 * 1024);
  return gb_writer_other (others, member->group, member->piece, bytes, error)
         && gb_zip_add (zip, path_of (member), bytes->str, bytes->len, error);
}

static gboolean
compose (gconstpointer source, G_GNUC_UNUSED guint piece, GbWriterOthers *others, GString *out,
         GError **error)
{
  const GArray *members = source;
  g_auto (GbZip) zip;
  gb_zip_begin (&zip, out);
  for (guint i = 0; i < members->len; i++)
    if (!add_member (&zip, &g_array_index (members, GbArchiveMember, i), others, error))
      return FALSE;
  gb_zip_end (&zip);
  return TRUE;
}

static const char *
path (G_GNUC_UNUSED gconstpointer source, G_GNUC_UNUSED guint piece)
{
  return GB_HREF_ARCHIVE;
}

GbWriterGroup
gb_archive_group (const GArray *members)
{
  return (GbWriterGroup){ .compose = compose, .source = members, .n_pieces = 1, .path = path };
}
