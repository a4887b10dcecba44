/* The whole site's data in one file: a ZIP archive of pieces that the writer makes anyway.
 *
 * The archive is a piece of the plan like any other, composed of other pieces (writer.h): it stands
 * at the beginning of the plan, so that each member is made once, for itself and for the archive.
 */
#pragma once

#include "output/writer.h"

typedef struct {
  const GbWriterGroup *group;
  guint piece;
} GbArchiveMember;

/* The group of the one piece that is the archive of @members, GbArchiveMember by address once it is
 * made; borrows them. */
GbWriterGroup gb_archive_group (const GArray *members);
void gb_archive_sort (GArray *members);
