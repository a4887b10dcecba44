/* The whole site's data in one file: a ZIP archive of pieces that the writer makes anyway.
 *
 * The archive is a piece of the plan like any other, composed of other pieces (writer.h): it stands
 * at the beginning of the plan, so that each member is made once, for itself and for the archive.
 */
#pragma once

#include "output/writer.h"

G_BEGIN_DECLS

typedef struct {
  const GbWriterGroup *group;
  guint piece;
} GbArchiveMember;

typedef struct {
  GArray *members; /* GbArchiveMember, by address */
} GbArchive;

/* Sorts the members; the archive borrows @members and their groups. */
void gb_archive_init (GbArchive *archive, GArray *members);
/* The group of the one piece that is the archive; borrows it. */
GbWriterGroup gb_archive_group (const GbArchive *archive);

G_END_DECLS
