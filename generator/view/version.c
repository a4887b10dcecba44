#include "view/version.h"

#include "view/href.h"
#include "view/policy.h"
#include "view/scene.h"
#include "view/words.h"

/* What a version is, for a reader of today: within "version-state" and "version-banner". */
const char *
gb_version_kind (const GbPolicyCase *policy, const GbVersionCase *version)
{
  if (version->state != GB_VERSION_CURRENT)
    return gb_version_state_name (version->state);
  switch (policy->state.force) {
  case GB_FORCE_IN_FORCE:
  case GB_FORCE_EFFECT_NOT_RECORDED:
    return "current";
  case GB_FORCE_NOT_YET:
    return "future";
  case GB_FORCE_EXPIRED:
  case GB_FORCE_REPEALED:
  case GB_FORCE_ANNULLED:
  case GB_FORCE_REPLACED:
    break;
  }
  return "final";
}

void
gb_version_set_amending (GbScene *scene, GbValue *object, const GbVersionCase *version)
{
  const GbRelation *relation = version->amended_by;
  const GbPolicyCase *policy = version->amending;
  if (relation == NULL) {
    gb_value_set_null (object, "amended_by");
    return;
  }
  GbValue *value = gb_value_set_object (object, "amended_by");
  gb_policy_set_link (scene, value, "policy", policy);
  gb_value_set_string (value, "title",
                       policy != NULL            ? policy->policy->title
                       : relation->title != NULL ? relation->title
                                                 : relation->number);
  gb_value_set_string (value, "number",
                       policy != NULL            ? policy->policy->number
                       : relation->title != NULL ? relation->number
                                                 : NULL);
  gb_value_set_string (value, "url", policy != NULL ? NULL : relation->url);
}

void
gb_version_set (GbScene *scene, GbValue *value, const GbPolicyCase *policy, guint index)
{
  const GbVersionCase *version = &policy->versions[index];
  gb_scene_set_date (scene, value, "from", version->from);
  gb_scene_set_date (scene, value, "last", version->last);
  gb_scene_set_word (scene, value, "state", "version-state", gb_version_kind (policy, version));
  gb_value_set_string (value, "title", version->title);
  gb_value_set_string (value, "note", version->note);
  gb_version_set_amending (scene, value, version);
  const char *href = gb_href_version (scene->arena, policy, version);
  if (scene->data) {
    gb_value_set_string (value, "url", gb_scene_address (scene, href));
    return;
  }
  gb_value_set_string (value, "href", href);
  gb_value_set_string (value, "with_earlier",
                       index == 0 ? NULL
                                  : gb_href_compare (scene->arena, policy, index - 1, index));
  /* Of the neighbours of the current text one is its earlier, the other has it as its earlier. */
  guint current = policy->current;
  gb_value_set_string (value, "with_current",
                       index < current ? gb_href_compare (scene->arena, policy, index, current)
                       : index > current + 1
                         ? gb_href_compare (scene->arena, policy, current, index)
                         : NULL);
}

void
gb_version_list (GbScene *scene, GbValue *record, const GbPolicyCase *policy)
{
  GbValue *versions = gb_value_set_array (record, "versions");
  for (guint i = policy->n_versions; i-- > 0;) {
    GbValue *value = gb_value_append_object (versions);
    gb_version_set (scene, value, policy, i);
  }
}

/* The text that follows the current one, where it is still to come; else NULL. */
static const GbVersionCase *
next_of (const GbPolicyCase *policy)
{
  guint next = policy->current + 1;
  if (next >= policy->n_versions || policy->versions[next].state != GB_VERSION_FUTURE)
    return NULL;
  return &policy->versions[next];
}

GbDate
gb_version_turns (const GbPolicyCase *policy)
{
  const GbVersionCase *next = next_of (policy);
  return next == NULL ? GB_DATE_NONE : next->from;
}

const char *
gb_version_fill (GbScene *scene, const char *path, const GbVersionCase *version)
{
  return gb_words_fill (scene->words, scene->arena, path, "from",
                        gb_words_date (scene->words, scene->arena, version->from), "to",
                        gb_words_date (scene->words, scene->arena, version->last), NULL);
}

void
gb_version_section (GbScene *scene, GbValue *page, const GbPolicyCase *policy,
                    GbAmendments *amendments)
{
  gb_version_list (scene, page, policy);
  const GbValue *versions = gb_value_get (page, "versions");
  gb_scene_set_has (page, "versions", versions);
  for (guint i = 0; i < versions->length; i++) /* made above, the newest first */
    gb_amendments_set_articles (amendments, (GbValue *)versions->elements[i],
                                versions->length - 1 - i);
  const GbVersionCase *next = next_of (policy);
  if (next == NULL) {
    gb_value_set_null (page, "next_version");
    return;
  }
  GbValue *value = gb_value_set_object (page, "next_version");
  gb_value_set_string (value, "text", gb_version_fill (scene, "version.next", next));
  gb_value_set_string (value, "href", gb_href_version (scene->arena, policy, next));
  gb_value_set_string (
    value, "compare", gb_href_compare (scene->arena, policy, policy->current, policy->current + 1));
  gb_scene_set_date (scene, value, "from", next->from);
}
