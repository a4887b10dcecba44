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
  guint n = 0;
  /* Words and source of the text that stands on the policy's own page. */
  if (version == NULL) {
    ret_downloads[n++] = (GbDownload){
      .word = "txt",
      .path = gb_arena_join (scene->arena, folder, GB_HREF_TXT, NULL),
      .type = "text/plain",
    };
    ret_downloads[n++] = (GbDownload){
      .word = "md",
      .path = gb_arena_join (scene->arena, folder, GB_HREF_MD, NULL),
      .type = "text/markdown",
    };
  }
  if (gb_akn_is_there (policy))
    ret_downloads[n++] = (GbDownload){
      .word = "akn",
      .path = gb_arena_join (scene->arena, folder, GB_HREF_AKN, NULL),
      .type = "application/akn+xml",
    };
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
