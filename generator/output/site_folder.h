/* A site in a folder: where the files that a writer makes go on the disk.
 *
 * What differs is put beside the old file under a temporary name; only once everything is made each
 * takes its place, atomically.  So whatever cannot be made leaves the old site as it was.  Files
 * that the manifest of the last build names and the plan no longer does are removed last; the
 * manifest (publication.json) is written at the very end.  While a build runs, .gongbao-building
 * lists what it may write, so that a build that was cut off is seen, and cleaned up after, by the
 * next one.  A folder that is neither empty nor a site of this program is refused, because files
 * would be replaced in it.
 */
#pragma once

#include "output/writer.h"

typedef struct {
  guint files;
  guint created;
  guint replaced;
  guint unchanged;
  guint removed;
  gboolean resumed; /* an earlier build had been cut off */
} GbSiteSummary;

typedef struct _GbSiteFolder GbSiteFolder;

/* Begins writing what @plan holds into @folder.  Fails where the folder is refused (GB_ERROR_USAGE)
 * or cannot be written (GB_ERROR_SYSTEM). */
GbSiteFolder *gb_site_folder_begin (const char *folder, const GbWriterPlan *plan, GError **error);
/* A GbWriterTake; the sink is the GbSiteFolder. */
gboolean gb_site_folder_take (gpointer sink, const GbManifestFile *file, const GString *bytes,
                              GError **error);
/* Puts all files in place, removes what the plan no longer has and writes @manifest.  Where this
 * fails, every file is whole, and the next build completes the site. */
gboolean gb_site_folder_finish (GbSiteFolder *site, const GString *manifest,
                                GbSiteSummary *ret_summary, GError **error);
/* Takes away what was made where it was not finished.  NULL is fine. */
void gb_site_folder_free (GbSiteFolder *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbSiteFolder, gb_site_folder_free)
