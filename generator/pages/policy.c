/* The page of a policy and that of its interpretation. */
#include "export/download.h"
#include "export/feed.h"
#include "export/linked.h"
#include "history/provenance.h"
#include "pages/pages.h"
#include "view/axis.h"
#include "view/contents.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/policy.h"
#include "view/scene.h"
#include "view/sentence.h"
#include "view/sheet.h"
#include "view/step.h"
#include "view/version.h"
#include "view/words.h"

#include <string.h>

static void
append_remark (GbValue *remarks, const char *id, const char *text)
{
  GbValue *remark = gb_value_append_object (remarks);
  gb_value_set_string (remark, "id", id);
  gb_value_set_string (remark, "text", text);
}

/* The sentence at the top, and what qualifies it. */
static void
set_fact (GbScene *scene, GbValue *page, const GbPolicyCase *policy)
{
  gb_value_set_string (page, "fact", gb_sentence_policy (scene, policy, policy->state.force));
  GbValue *remarks = gb_value_set_array (page, "remarks");
  const GbPolicy *source = policy->policy;
  if (policy->tail.date != GB_DATE_NONE)
    append_remark (remarks, "tail",
                   source->tail->text != NULL
                     ? source->tail->text
                     : gb_scene_fill_date (scene, "remark.tail", policy->tail.date));
  if (policy->amended)
    append_remark (remarks, "amended",
                   policy->n_versions == 0
                     ? gb_scene_word (scene, "remark.amended")
                     : gb_scene_fill_date (scene, "remark.amended-text",
                                           policy->versions[policy->current].from));
  if (policy->n_versions > 0
      && strcmp (policy->versions[policy->current].title, policy->policy->title) != 0)
    append_remark (remarks, "retitled",
                   gb_words_fill (scene->words, scene->arena, "remark.retitled", "title",
                                  policy->versions[policy->current].title, NULL));
  if (policy->state.review_due)
    append_remark (remarks, "review-due",
                   gb_scene_fill_date (scene, "remark.review-due", policy->review.date));
  if (policy->basis_lapsed)
    append_remark (remarks, "basis-lapsed", gb_scene_word (scene, "remark.basis-lapsed"));
  if (policy->effective.date != GB_DATE_NONE && source->published != GB_DATE_NONE
      && policy->effective.date < source->published)
    append_remark (remarks, "before-publication",
                   gb_scene_word (scene, "remark.before-publication"));
}

static void
set_timeline (GbScene *scene, GbValue *page, const GbPolicyCase *policy)
{
  GbMoments moments = gb_policy_moments (scene->corpus, policy);
  GbValue *timeline = gb_value_set_array (page, "timeline");
  for (guint i = 0; i < moments.length; i++) {
    const GbMoment *moment = &moments.items[i];
    GbValue *value = gb_value_append_object (timeline);
    gb_scene_set_date (scene, value, "date", moment->date);
    gb_scene_set_word (scene, value, "what", "moment", moment->word);
    gb_policy_set_link (scene, value, "policy", moment->policy);
    gb_value_set_boolean (value, "provisional", moment->provisional);
  }
}

static void
set_bar (GbScene *scene, GbValue *page, const GbPolicyCase *policy)
{
  GbDate first, last;
  if (!gb_policy_span (policy, &first, &last)) {
    gb_value_set_null (page, "bar");
    return;
  }
  GbAxis axis = { 0 };
  gb_axis_widen (&axis, first);
  gb_axis_widen (&axis, gb_policy_case_date (policy));
  gb_axis_widen (&axis, last);
  gb_axis_widen (&axis, policy->tail.date);
  /* An open end is drawn three years on: long enough to be seen to go on. */
  if (last == GB_DATE_NONE)
    gb_axis_widen (&axis, gb_date_add_years (first, 3));
  const char *end = gb_words_date (scene->words, scene->arena, last);
  const char *label
    = gb_words_fill (scene->words, scene->arena, "policy.bar", "from",
                     gb_words_date (scene->words, scene->arena, first), "to",
                     end != NULL ? end : gb_scene_word (scene, "policy.open"), NULL);
  GbValue *bar = gb_axis_set_bar (scene, page, &axis, label, gb_force_name (policy->state.force));
  gb_step_set_policy (scene, bar, policy, FALSE);
  gb_axis_append_span (scene, gb_value_set_array (bar, "spans"), &axis, first, last, FALSE);
  if (policy->tail.date != GB_DATE_NONE && last != GB_DATE_NONE && policy->tail.date > last)
    gb_axis_set_span (scene, bar, "tail", &axis, last + 1, policy->tail.date);
  else
    gb_value_set_null (bar, "tail");
}

static void
set_cited_by (GbScene *scene, GbValue *page, const GbPolicyCase *policy)
{
  guint shown = MIN (policy->n_cited_by, GB_RELATED_MAX);
  GbValue *cited = gb_value_set_array (page, "cited_by");
  for (guint i = 0; i < shown; i++) {
    const GbPolicyCase *other = policy->cited_by[i];
    GbValue *value = gb_value_append_object (cited);
    gb_value_set_string (value, "title", other->policy->title);
    gb_value_set_string (value, "number", other->policy->number);
    gb_value_set_string (value, "href", gb_href_policy (scene->arena, other));
  }
  gb_value_set_string (page, "cited_by_more", gb_scene_more (scene, policy->n_cited_by - shown));
}

/* Registries under the policy, and their notices. */
static void
set_registries (GbScene *scene, GbValue *page, const GbPolicyCase *policy)
{
  GbValue *registries = gb_value_set_array (page, "registries");
  for (guint i = 0; i < policy->n_registries; i++) {
    const GbRegistryCase *registry = policy->registries[i];
    GbValue *value = gb_value_append_object (registries);
    gb_scene_set_title (value, registry->registry->title,
                        gb_href_registry (scene->arena, registry));
    GbValue *notices = gb_value_set_array (value, "notices");
    for (guint k = 0; k < registry->n_notices; k++) {
      const GbNoticeCase *notice = registry->notices[k];
      GbValue *item = gb_value_append_object (notices);
      gb_scene_set_title (item, notice->notice->title, gb_href_notice (scene->arena, notice));
      gb_scene_set_when (scene, item, "opens", notice->notice->opens);
      gb_scene_set_date (scene, item, "closes", notice->closes.date);
    }
  }
}

static const char *
join (GbArena *arena, const GbList *texts)
{
  if (texts->length == 0)
    return NULL;
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < texts->length; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    g_string_append (out, GB_TEXT_AT (*texts, i));
  }
  const char *copy = gb_arena_strndup (arena, out->str, out->len);
  g_string_free (out, TRUE);
  return copy;
}

static void
frame (GbScene *scene, GbValue *page, const GbPolicyCase *policy, const char *title)
{
  const GbPolicy *source = policy->policy;
  gb_frame_set (scene, page, "policies", title, source->summary);
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.policies"), GB_HREF_POLICIES);
  gb_frame_set_article (
    scene, page,
    source->published != GB_DATE_NONE ? source->published : gb_policy_case_date (policy),
    policy->issuer == NULL ? NULL : policy->issuer->name,
    join (scene->arena, source->keywords.length > 0 ? &source->keywords : &source->topics));
}

static const char *
thing_of (GbScene *scene, const GbPolicyCase *policy)
{
  return gb_href_thing (scene->arena, GB_THING_POLICY, policy->policy->id);
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbPolicyCase *policy = sheet->subject;
  frame (scene, page, policy, policy->policy->title);
  gb_frame_turns (scene, page, policy->turns);
  gb_provenance_set (scene, page, thing_of (scene, policy), policy->text_file);
  gb_feed_set (scene, page, "feed", thing_of (scene, policy), policy->policy->title);
  GbValue *record = gb_value_set_object (page, "policy");
  gb_policy_record (scene, record, policy);
  set_fact (scene, page, policy);
  set_timeline (scene, page, policy);
  set_bar (scene, page, policy);
  gb_contents_set (scene, page, "contents", policy->text);
  GbAmendments *amendments = gb_amendments_new (scene, policy);
  gb_value_set_string (page, "html",
                       gb_scene_html (scene, policy->text, policy->targets,
                                      gb_amendments_notes (amendments, policy->current)));
  gb_frame_turns (scene, page, gb_policy_set_relations (scene, page, policy));
  gb_version_section (scene, page, policy, amendments);
  gb_download_set (scene, page, policy, NULL);
  gb_linked_policy (scene, policy);
  set_cited_by (scene, page, policy);
  set_registries (scene, page, policy);
  static const char *const own[] = { "co_issuers", "topics", "keywords", "attachments", "notes" };
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    gb_scene_set_has (page, own[i], gb_value_get (record, own[i]));
  static const char *const around[]
    = { "remarks", "timeline", "relations", "cited_by", "registries" };
  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    gb_scene_set_has (page, around[i], gb_value_get (page, around[i]));
  /* Either of the two makes the section of related documents. */
  gb_scene_set_has (page, "related",
                    gb_value_get (page, policy->n_cited_by > 0 ? "cited_by" : "relations"));
  gb_value_set_string (page, "interpretation",
                       policy->interpretation == NULL ? NULL : GB_HREF_INTERPRETATION);
}

static void
build_interpretation (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbPolicyCase *policy = sheet->subject;
  frame (scene, page, policy,
         gb_words_fill (scene->words, scene->arena, "interpretation.title", "title",
                        policy->policy->title, NULL));
  gb_frame_add_crumb (page, policy->policy->title, gb_href_policy (scene->arena, policy));
  gb_provenance_set (scene, page, thing_of (scene, policy), policy->policy->interpretation_file);
  gb_policy_set_link (scene, page, "policy", policy);
  gb_frame_turns (scene, page, policy->state.turns);
  gb_contents_set (scene, page, "contents", policy->interpretation);
  gb_value_set_string (
    page, "html",
    gb_scene_html (scene, policy->interpretation, policy->interpretation_targets, NULL));
}

void
gb_policy_pages (GbView *view)
{
  const GbCorpus *corpus = view->corpus;
  for (guint i = 0; i < corpus->n_policies; i++) {
    const GbPolicyCase *policy = &corpus->policies[i];
    gb_sheet_add_page (view, gb_href_policy (view->arena, policy), "page/policy", build, policy, 0);
    if (policy->interpretation != NULL)
      gb_sheet_add_page (view, gb_href_interpretation (view->arena, policy), "page/interpretation",
                         build_interpretation, policy, 0);
  }
}
