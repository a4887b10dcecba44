/* In which other forms than a page a text can be had. */
#pragma once

#include "view/view.h"

/* A text in another form than a page. */
typedef struct {
  const char *word; /* within "download" and "download-about" */
  const char *path; /* from the root of the site */
  const char *type; /* media type */
} GbDownload;

#define GB_DOWNLOADS_MAX 3

/* Those of the text that holds, or of @version; how many. */
guint gb_download_list (GbScene *scene, const GbPolicyCase *policy, const GbVersionCase *version,
                        GbDownload ret_downloads[GB_DOWNLOADS_MAX]);
/* downloads: [{href, type, title, about}], and has.downloads. */
void gb_download_set (GbScene *scene, GbValue *page, const GbPolicyCase *policy,
                      const GbVersionCase *version);
