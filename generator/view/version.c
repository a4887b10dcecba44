/* The texts of a policy by the day each takes effect: the list of them, and a page for each. */
#include "view/private.h"

#include <string.h>

/* What a version is, for a reader of today: within "version-state" and "version-banner". */
static const char *
kind_of (const GbPolicyCase *policy, const GbVersionCase *version)
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

const char *
gb_version_href (GbScene *scene, const GbPolicyCase *policy, const GbVersionCase *version)
{
  char day[GB_DATE_LENGTH];
  return gb_scene_join (scene, gb_scene_policy_href (scene, policy), "versions/",
                        gb_date_format (version->from, day), "/", NULL);
}

void
gb_version_set_amending (GbScene *scene, GbValue *object, const GbVersionCase *version)
{
  const GbRelation *relation = version->amended_by;
  const GbPolicyCase *policy = version->amending;
  if (relation == NULL) {
    gb_set_null (object, "amended_by");
    return;
  }
  GbValue *value = gb_value_set_object (object, "amended_by");
  gb_scene_set_policy (scene, value, "policy", policy);
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

static void
set_version (GbScene *scene, GbValue *value, const GbPolicyCase *policy, guint index)
{
  const GbVersionCase *version = &policy->versions[index];
  gb_scene_set_date (scene, value, "from", version->from);
  gb_scene_set_date (scene, value, "last", version->last);
  gb_scene_set_word (scene, value, "state", "version-state", kind_of (policy, version));
  gb_value_set_string (value, "title", version->title);
  gb_value_set_string (value, "note", version->note);
  gb_version_set_amending (scene, value, version);
  const char *href = gb_version_href (scene, policy, version);
  if (scene->data) {
    gb_value_set_string (value, "url", gb_scene_address (scene, href));
    return;
  }
  gb_value_set_string (value, "href", href);
  gb_value_set_string (value, "with_earlier",
                       index == 0 ? NULL : gb_compare_href (scene, policy, index - 1, index));
  /* Of the neighbours of the current text one is its earlier, the other has it as its earlier. */
  guint current = policy->current;
  gb_value_set_string (value, "with_current",
                       index < current       ? gb_compare_href (scene, policy, index, current)
                       : index > current + 1 ? gb_compare_href (scene, policy, current, index)
                                             : NULL);
}

void
gb_version_list (GbScene *scene, GbValue *record, const GbPolicyCase *policy)
{
  GbValue *versions = gb_value_set_array (record, "versions");
  for (guint i = policy->n_versions; i-- > 0;) {
    GbValue *value = gb_value_object (scene->arena);
    set_version (scene, value, policy, i);
    gb_value_append (versions, value);
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

static const char *
fill (GbScene *scene, const char *path, const GbVersionCase *version)
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
    gb_set_null (page, "next_version");
    return;
  }
  GbValue *value = gb_value_set_object (page, "next_version");
  gb_value_set_string (value, "text", fill (scene, "version.next", next));
  gb_value_set_string (value, "href", gb_version_href (scene, policy, next));
  gb_value_set_string (value, "compare",
                       gb_compare_href (scene, policy, policy->current, policy->current + 1));
  gb_scene_set_date (scene, value, "from", next->from);
}

/* -- the page of one -- */

static const char *
banner (GbScene *scene, const GbPolicyCase *policy, const GbVersionCase *version, const char *kind)
{
  gboolean open = strcmp (kind, "final") == 0
                  && (version->last == GB_DATE_NONE || policy->state.force == GB_FORCE_ANNULLED);
  return fill (scene, gb_scene_join (scene, "version-banner.", open ? "final-open" : kind, NULL),
               version);
}

static void
set_neighbour (GbScene *scene, GbValue *page, const char *key, const GbPolicyCase *policy,
               guint index)
{
  if (index >= policy->n_versions) {
    gb_set_null (page, key);
    return;
  }
  GbValue *value = gb_value_set_object (page, key);
  gb_value_set_string (value, "href", gb_version_href (scene, policy, &policy->versions[index]));
  gb_scene_set_date (scene, value, "from", policy->versions[index].from);
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbPolicyCase *policy = sheet->subject;
  const GbPolicy *source = policy->policy;
  const GbVersionCase *version = &policy->versions[sheet->part];
  const char *kind = kind_of (policy, version);
  const char *said = banner (scene, policy, version, kind);
  gb_scene_frame (scene, page, "policies",
                  gb_words_fill (scene->words, scene->arena, "version.title", "title",
                                 version->title, "from",
                                 gb_words_date (scene->words, scene->arena, version->from), NULL),
                  said);
  gb_scene_crumb (scene, page, gb_scene_word (scene, "nav.policies"), "policies/");
  gb_scene_crumb (scene, page, source->title, gb_scene_policy_href (scene, policy));
  gb_view_set_provenance (scene, page, gb_scene_join (scene, "policies/", source->id, NULL),
                          version->version != NULL ? version->version->file : source->file);
  gb_scene_article (scene, page,
                    source->published != GB_DATE_NONE ? source->published
                                                      : gb_policy_main_date (policy),
                    policy->issuer == NULL ? NULL : policy->issuer->name, NULL);
  if (version->state == GB_VERSION_CURRENT)
    gb_value_set_string (page, "canonical",
                         gb_scene_address (scene, gb_scene_policy_href (scene, policy)));
  else
    gb_scene_archive (page);
  /* What has passed stays as it is; the rest turns with the versions and with the policy. */
  if (version->state != GB_VERSION_PAST) {
    gb_scene_turns (scene, page, policy->state.turns);
    gb_scene_turns (scene, page, gb_version_turns (policy));
  }
  gb_scene_set_policy (scene, page, "policy", policy);
  set_version (scene, gb_value_set_object (page, "version"), policy, sheet->part);
  gb_value_set_string (page, "banner", said);
  gb_value_set_boolean (page, "in_force", policy->state.force == GB_FORCE_IN_FORCE);
  set_neighbour (scene, page, "earlier", policy, sheet->part == 0 ? G_MAXUINT : sheet->part - 1);
  set_neighbour (scene, page, "later", policy, sheet->part + 1);
  gb_download_set (scene, page, policy, version);
  gb_linked_version (scene, policy, version);
  gb_policy_contents (scene, page, "contents", version->text);
  gb_value_set_string (
    page, "html",
    gb_scene_html (scene, version->text, version->targets,
                   gb_amendments_notes (gb_amendments_new (scene, policy), sheet->part)));
}

void
gb_version_sheets (GbView *view)
{
  for (guint i = 0; i < view->corpus->n_policies; i++) {
    const GbPolicyCase *policy = &view->corpus->policies[i];
    for (guint k = 0; k < policy->n_versions; k++) {
      char day[GB_DATE_LENGTH];
      gb_view_add (view,
                   gb_arena_printf (view->arena, "policies/%s/versions/%s/index.html",
                                    policy->policy->id,
                                    gb_date_format (policy->versions[k].from, day)),
                   "page/version", build, policy, k);
    }
  }
}
