#include "export/download.h"

#include "export/akn.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/words.h"

guint
gb_download_list (GbScene *scene, const GbPolicyCase *policy, const GbVersionCase *version,
                  GbDownload ret_downloads[GB_DOWNLOADS_MAX])
{
  const char *folder = version == NULL ? gb_href_policy (scene->arena, policy)
                                       : gb_href_version (scene->arena, policy, version);
  static const GbDownload files[GB_DOWNLOADS_MAX] = {
    { "txt", GB_HREF_TXT, "text/plain" },
    { "md", GB_HREF_MD, "text/markdown" },
    { "akn", GB_HREF_AKN, "application/akn+xml" },
  };
  guint n = 0;
  for (guint i = 0; i < GB_DOWNLOADS_MAX; i++) {
    /* Words and source are those of the text that stands on the policy's own page. */
    if (i == 2 ? !gb_akn_is_there (policy) : version != NULL)
      continue;
    ret_downloads[n] = files[i];
    ret_downloads[n++].path = gb_arena_join (scene->arena, folder, files[i].path, NULL);
  }
  return n;
}

void
gb_download_set (GbScene *scene, GbValue *page, const GbPolicyCase *policy,
                 const GbVersionCase *version)
{
  GbDownload downloads[GB_DOWNLOADS_MAX];
  guint n = gb_download_list (scene, policy, version, downloads);
  GbValue *list = gb_value_set_array (page, "downloads");
  for (guint i = 0; i < n; i++) {
    GbValue *value = gb_value_append_object (list);
    gb_value_set_string (value, "href", downloads[i].path);
    gb_value_set_string (value, "type", downloads[i].type);
    gb_value_set_string (value, "title", gb_words_in (scene->words, "download", downloads[i].word));
    gb_value_set_string (value, "about",
                         gb_words_in (scene->words, "download-about", downloads[i].word));
  }
  gb_scene_set_has (page, "downloads", list);
}
