/* The page of each text of a policy. */
#include "export/download.h"
#include "export/linked.h"
#include "history/provenance.h"
#include "pages/pages.h"
#include "view/contents.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/policy.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/version.h"
#include "view/words.h"

#include <string.h>

static const char *
banner (GbScene *scene, const GbPolicyCase *policy, const GbVersionCase *version, const char *kind)
{
  gboolean open = strcmp (kind, "final") == 0
                  && (version->last == GB_DATE_NONE || policy->state.force == GB_FORCE_ANNULLED);
  return gb_version_fill (
    scene, gb_arena_join (scene->arena, "version-banner.", open ? "final-open" : kind, NULL),
    version);
}

static void
set_neighbour (GbScene *scene, GbValue *page, const char *key, const GbPolicyCase *policy,
               guint index)
{
  if (index >= policy->n_versions) {
    gb_value_set_null (page, key);
    return;
  }
  GbValue *value = gb_value_set_object (page, key);
  gb_value_set_string (value, "href",
                       gb_href_version (scene->arena, policy, &policy->versions[index]));
  gb_scene_set_date (scene, value, "from", policy->versions[index].from);
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbPolicyCase *policy = sheet->subject;
  const GbPolicy *source = policy->policy;
  const GbVersionCase *version = &policy->versions[sheet->part];
  const char *kind = gb_version_kind (policy, version);
  const char *said = banner (scene, policy, version, kind);
  gb_frame_set (scene, page, "policies",
                gb_words_fill (scene->words, scene->arena, "version.title", "title", version->title,
                               "from", gb_words_date (scene->words, scene->arena, version->from),
                               NULL),
                said);
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.policies"), GB_HREF_POLICIES);
  gb_frame_add_crumb (page, source->title, gb_href_policy (scene->arena, policy));
  gb_provenance_set (scene, page, gb_href_thing (scene->arena, GB_THING_POLICY, source->id),
                     version->version != NULL ? version->version->file : source->file);
  gb_frame_set_article (scene, page,
                        source->published != GB_DATE_NONE ? source->published
                                                          : gb_policy_case_date (policy),
                        policy->issuer == NULL ? NULL : policy->issuer->name, NULL);
  if (version->state == GB_VERSION_CURRENT)
    gb_value_set_string (page, "canonical",
                         gb_scene_address (scene, gb_href_policy (scene->arena, policy)));
  else
    gb_frame_archive (page);
  /* What has passed stays as it is; the rest turns with the versions and with the policy. */
  if (version->state != GB_VERSION_PAST) {
    gb_frame_turns (scene, page, policy->state.turns);
    gb_frame_turns (scene, page, gb_version_turns (policy));
  }
  gb_policy_set_link (scene, page, "policy", policy);
  gb_version_set (scene, gb_value_set_object (page, "version"), policy, sheet->part);
  gb_value_set_string (page, "banner", said);
  gb_value_set_boolean (page, "in_force", policy->state.force == GB_FORCE_IN_FORCE);
  set_neighbour (scene, page, "earlier", policy, sheet->part == 0 ? G_MAXUINT : sheet->part - 1);
  set_neighbour (scene, page, "later", policy, sheet->part + 1);
  gb_download_set (scene, page, policy, version);
  gb_linked_version (scene, policy, version);
  gb_contents_set (scene, page, "contents", version->text);
  gb_value_set_string (
    page, "html",
    gb_scene_html (scene, version->text, version->targets,
                   gb_amendments_notes (gb_amendments_new (scene, policy), sheet->part)));
}

void
gb_version_pages (GbView *view)
{
  for (guint i = 0; i < view->corpus->n_policies; i++) {
    const GbPolicyCase *policy = &view->corpus->policies[i];
    for (guint k = 0; k < policy->n_versions; k++) {
      gb_sheet_add_page (view, gb_href_version (view->arena, policy, &policy->versions[k]),
                         "page/version", build, policy, k);
    }
  }
}
