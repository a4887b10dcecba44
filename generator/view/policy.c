/* A policy: as a row of a list, as a record, and on its page. */
#include "view/private.h"

#include <string.h>

/* -- row and record -- */

static void
append_flag (GbScene *scene, GbValue *flags, const char *name, gboolean passing)
{
  if (scene->data) {
    gb_value_append_string (flags, name);
    return;
  }
  GbValue *flag = gb_value_object (scene->arena);
  gb_value_set_string (flag, "id", name);
  gb_value_set_string (flag, "word", gb_words_in (scene->words, "flag", name));
  gb_value_set_boolean (flag, "passing", passing);
  gb_value_append (flags, flag);
}

static void
set_status (GbScene *scene, GbValue *record, const GbPolicyCase *policy)
{
  gb_scene_set_word (scene, record, "status", "force", gb_force_name (policy->state.force));
  GbValue *flags = gb_value_set_array (record, "flags");
  if (policy->amended)
    append_flag (scene, flags, "amended", FALSE);
  if (policy->state.tail_running)
    append_flag (scene, flags, "tail-running", TRUE);
  if (policy->state.review_due)
    append_flag (scene, flags, "review-due", TRUE);
  if (policy->basis_lapsed)
    append_flag (scene, flags, "basis-lapsed", FALSE);
}

void
gb_policy_row (GbScene *scene, GbValue *record, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  gb_value_set_string (record, "id", source->id);
  gb_value_set_string (record, "href", gb_scene_policy_href (scene, policy));
  gb_value_set_string (record, "title", source->title);
  gb_value_set_string (record, "number", source->number);
  gb_value_set_string (record, "issuer",
                       policy->issuer == NULL               ? NULL
                       : policy->issuer->short_name != NULL ? policy->issuer->short_name
                                                            : policy->issuer->name);
  gb_scene_set_date (scene, record, "date", gb_policy_main_date (policy));
  gb_scene_set_date (scene, record, "effective", policy->effective.date);
  gb_scene_set_date (scene, record, "last_day", policy->last_day.date);
  const char *open = gb_open_end_name (policy->open_end);
  gb_value_set_string (record, "open_end",
                       open == NULL ? NULL : gb_words_in (scene->words, "validity", open));
  set_status (scene, record, policy);
  gb_policy_set_steps (scene, record, policy, FALSE);
}

static void
set_topics (GbScene *scene, GbValue *record, const GbPolicy *source)
{
  if (scene->data) {
    gb_scene_set_texts (record, "topics", &source->topics);
    return;
  }
  GbValue *topics = gb_value_set_array (record, "topics");
  for (guint i = 0; i < source->topics.length; i++) {
    const char *name = GB_TEXT_AT (source->topics, i);
    GbValue *topic = gb_value_object (scene->arena);
    gb_value_set_string (topic, "name", name);
    gb_value_set_string (topic, "href", gb_topic_href (scene, name));
    gb_value_append (topics, topic);
  }
}

static void
set_ending (GbScene *scene, GbValue *record, const char *key, const GbEnding *ending)
{
  if (ending == NULL) {
    gb_set_null (record, key);
    return;
  }
  GbValue *value = gb_value_set_object (record, key);
  gb_scene_set_date (scene, value, "date", ending->date);
  gb_scene_set_policy (scene, value, "policy", gb_corpus_policy (scene->corpus, ending->policy));
  gb_value_set_string (value, "title", ending->title);
  gb_value_set_string (value, "number", ending->number);
  gb_value_set_string (value, "note", ending->note);
}

/* Whether the first and the last day still decide: a repeal may come before either. */
static void
set_counted (GbScene *scene, GbValue *record, const GbForceDates *dates)
{
  if (scene->data)
    return;
  gb_value_set_boolean (record, "begins",
                        dates->effective != GB_DATE_NONE
                          && gb_force_on (dates, dates->effective).force == GB_FORCE_IN_FORCE);
  gb_value_set_boolean (record, "ends",
                        dates->last_day != GB_DATE_NONE
                          && gb_force_on (dates, dates->last_day).force == GB_FORCE_IN_FORCE);
}

void
gb_policy_record (GbScene *scene, GbValue *record, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  gb_value_set_string (record, "id", source->id);
  gb_value_set_string (record, "title", source->title);
  gb_value_set_string (record, "number", source->number);
  gb_value_set_string (record, "registration", source->registration);
  gb_value_set_string (record, "index", source->index_number);
  gb_value_set_string (record, "urgency", source->urgency);
  gb_scene_set_word (scene, record, "kind", "kind", gb_policy_kind_name (source->kind));
  gb_scene_set_agency (scene, record, "issuer", policy->issuer);
  GbValue *others = gb_value_set_array (record, "co_issuers");
  for (guint i = 0; i < source->co_issuers.length; i++) {
    GbValue *holder = gb_value_object (scene->arena);
    gb_scene_set_agency (
      scene, holder, "agency",
      gb_model_agency (scene->corpus->model, GB_TEXT_AT (source->co_issuers, i)));
    gb_value_append (others, gb_value_get (holder, "agency"));
  }
  gb_value_set_string (record, "category", source->category);
  set_topics (scene, record, source);
  gb_scene_set_texts (record, "keywords", &source->keywords);
  gb_value_set_string (record, "disclosure", source->disclosure);
  gb_value_set_string (record, "summary", source->summary);
  gb_scene_set_date (scene, record, "signed", source->signed_);
  gb_scene_set_date (scene, record, "issued", source->issued);
  gb_scene_set_date (scene, record, "published", source->published);
  gb_scene_set_derivation (scene, record, "effective", &policy->effective, policy, FALSE);
  gb_scene_set_derivation (scene, record, "last_day", &policy->last_day, policy, FALSE);
  const char *open = gb_open_end_name (policy->open_end);
  if (open == NULL)
    gb_set_null (record, "open_end");
  else
    gb_scene_set_word (scene, record, "open_end", "validity", open);
  gb_scene_set_derivation (scene, record, "tail", &policy->tail, policy, FALSE);
  gb_value_set_string (record, "tail_text", source->tail == NULL ? NULL : source->tail->text);
  gb_scene_set_derivation (scene, record, "review", &policy->review, policy, FALSE);
  set_ending (scene, record, "repealed", source->repealed);
  set_ending (scene, record, "annulled", source->annulled);
  set_status (scene, record, policy);
  gb_policy_set_steps (scene, record, policy, TRUE);
  set_counted (scene, record, &policy->dates);
  GbValue *attachments = gb_value_set_array (record, "attachments");
  for (guint i = 0; i < source->attachments.length; i++) {
    const GbAttachment *attachment = GB_LIST_AT (GbAttachment, source->attachments, i);
    GbValue *value = gb_value_object (scene->arena);
    gb_value_set_string (value, "title",
                         attachment->title != NULL ? attachment->title : attachment->file);
    gb_value_set_string (value, "file", attachment->file);
    gb_value_append (attachments, value);
  }
  gb_scene_set_reference (scene, record, "source", source->source);
  gb_scene_set_texts (record, "notes", &source->notes);
}

/* -- the page: what matters first -- */

static const char *
fill_date (GbScene *scene, const char *path, GbDate date)
{
  return gb_words_fill (scene->words, scene->arena, path, "date",
                        gb_words_date (scene->words, scene->arena, date), NULL);
}

static const char *
start_phrase (GbScene *scene, const GbPolicyCase *policy, GbForce force)
{
  GbDate date = policy->effective.date;
  if (date == GB_DATE_NONE)
    return gb_scene_word (scene, policy->effect_not_stated ? "fact.start-not-stated"
                                                           : "fact.start-unknown");
  return fill_date (scene, force == GB_FORCE_NOT_YET ? "fact.start-future" : "fact.start", date);
}

static const char *
end_phrase (GbScene *scene, const GbPolicyCase *policy, GbForce force)
{
  const GbForceDates *dates = &policy->dates;
  switch (force) {
  case GB_FORCE_ANNULLED:
    return fill_date (scene, "fact.annulled", dates->annulled);
  case GB_FORCE_REPEALED:
    return fill_date (scene, "fact.repealed", dates->repealed);
  case GB_FORCE_REPLACED:
    return fill_date (scene, "fact.replaced", dates->replaced);
  case GB_FORCE_EXPIRED:
    return fill_date (scene, "fact.expired", dates->last_day);
  case GB_FORCE_NOT_YET:
  case GB_FORCE_IN_FORCE:
  case GB_FORCE_EFFECT_NOT_RECORDED:
    break;
  }
  static const char *const open[] = { "fact.until", "fact.indefinite", "fact.not-stated",
                                      "fact.end-unknown", "fact.end-not-recorded" };
  G_STATIC_ASSERT (G_N_ELEMENTS (open) == GB_VOCABULARY_COUNT (GB_OPEN_ENDS) + 1);
  return fill_date (scene, open[policy->open_end], dates->last_day);
}

const char *
gb_policy_fact (GbScene *scene, const GbPolicyCase *policy, GbForce force)
{
  return gb_words_fill (scene->words, scene->arena, "fact.pair", "a",
                        start_phrase (scene, policy, force), "b", end_phrase (scene, policy, force),
                        NULL);
}

static void
append_remark (GbScene *scene, GbValue *remarks, const char *id, const char *text)
{
  GbValue *remark = gb_value_object (scene->arena);
  gb_value_set_string (remark, "id", id);
  gb_value_set_string (remark, "text", text);
  gb_value_append (remarks, remark);
}

/* The sentence at the top, and what qualifies it. */
static void
set_fact (GbScene *scene, GbValue *page, const GbPolicyCase *policy)
{
  gb_value_set_string (page, "fact", gb_policy_fact (scene, policy, policy->state.force));
  GbValue *remarks = gb_value_set_array (page, "remarks");
  const GbPolicy *source = policy->policy;
  if (policy->tail.date != GB_DATE_NONE)
    append_remark (scene, remarks, "tail",
                   source->tail->text != NULL
                     ? source->tail->text
                     : fill_date (scene, "remark.tail", policy->tail.date));
  if (policy->amended)
    append_remark (scene, remarks, "amended",
                   policy->n_versions == 0 ? gb_scene_word (scene, "remark.amended")
                                           : fill_date (scene, "remark.amended-text",
                                                        policy->versions[policy->current].from));
  if (policy->n_versions > 0
      && strcmp (policy->versions[policy->current].title, policy->policy->title) != 0)
    append_remark (scene, remarks, "retitled",
                   gb_words_fill (scene->words, scene->arena, "remark.retitled", "title",
                                  policy->versions[policy->current].title, NULL));
  if (policy->state.review_due)
    append_remark (scene, remarks, "review-due",
                   fill_date (scene, "remark.review-due", policy->review.date));
  if (policy->basis_lapsed)
    append_remark (scene, remarks, "basis-lapsed", gb_scene_word (scene, "remark.basis-lapsed"));
  if (policy->effective.date != GB_DATE_NONE && source->published != GB_DATE_NONE
      && policy->effective.date < source->published)
    append_remark (scene, remarks, "before-publication",
                   gb_scene_word (scene, "remark.before-publication"));
}

/* -- the page: time -- */

/* Keeps them by day; those of one day in the order of a document's life. */
static void
add_moment (GbMoments *moments, GbDate date, const char *word, const GbPolicyCase *policy,
            gboolean provisional)
{
  if (date == GB_DATE_NONE || moments->length == GB_MOMENTS_MAX)
    return;
  guint at = moments->length++;
  for (; at > 0 && moments->items[at - 1].date > date; at--)
    moments->items[at] = moments->items[at - 1];
  moments->items[at] = (GbMoment){ date, word, policy, provisional };
}

/* Whether an amendment on record takes effect on @day. */
static gboolean
is_amended_on (const GbPolicyCase *policy, GbDate day)
{
  for (guint i = 0; i < policy->n_amended_by; i++) {
    const GbLinkCase *link = &policy->amended_by[i];
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a link is made from its relation. */
    GbDate date = link->relation->from;
    if (date == GB_DATE_NONE)
      /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): nor is there one without a policy. */
      date = link->policy->effective.date;
    if (date == day)
      return TRUE;
  }
  return FALSE;
}

GbMoments
gb_policy_moments (const GbCorpus *corpus, const GbPolicyCase *policy)
{
  const GbPolicy *source = policy->policy;
  GbMoments moments = { .length = 0 };
  add_moment (&moments, source->signed_, "signed", NULL, FALSE);
  add_moment (&moments, source->issued, "issued", NULL, FALSE);
  add_moment (&moments, source->published, "published", NULL, FALSE);
  add_moment (&moments, policy->effective.date, "effective", NULL, policy->effective.provisional);
  for (guint i = 0; i < policy->n_amended_by; i++) {
    const GbLinkCase *link = &policy->amended_by[i];
    GbDate date = link->relation->from;
    if (date == GB_DATE_NONE && link->policy != NULL)
      date = link->policy->effective.date;
    add_moment (&moments, date, "amended", link->policy, FALSE);
  }
  for (guint i = 1; i < policy->n_versions; i++) {
    const GbVersionCase *version = &policy->versions[i];
    if (version->state != GB_VERSION_NEVER && !is_amended_on (policy, version->from))
      add_moment (&moments, version->from, "amended", version->amending, FALSE);
  }
  add_moment (&moments, policy->review.date, "review", NULL, policy->review.provisional);
  const GbPolicyCase *repealing = source->repealed != NULL
                                    ? gb_corpus_policy (corpus, source->repealed->policy)
                                  : policy->n_repealed_by > 0 ? policy->repealed_by[0].policy
                                                              : NULL;
  const GbPolicyCase *replacing = policy->n_replaced_by > 0 ? policy->replaced_by[0].policy : NULL;
  add_moment (&moments, policy->dates.replaced, "replaced", replacing, FALSE);
  add_moment (&moments, policy->dates.repealed, "repealed", repealing, FALSE);
  const GbEnding *annulled = source->annulled;
  add_moment (&moments, policy->dates.annulled, "annulled",
              annulled == NULL ? NULL : gb_corpus_policy (corpus, annulled->policy), FALSE);
  add_moment (&moments, policy->last_day.date, "last-day", NULL, policy->last_day.provisional);
  add_moment (&moments, policy->tail.date, "tail", NULL, policy->tail.provisional);
  return moments;
}

static void
set_timeline (GbScene *scene, GbValue *page, const GbPolicyCase *policy)
{
  GbMoments moments = gb_policy_moments (scene->corpus, policy);
  GbValue *timeline = gb_value_set_array (page, "timeline");
  for (guint i = 0; i < moments.length; i++) {
    const GbMoment *moment = &moments.items[i];
    GbValue *value = gb_value_object (scene->arena);
    gb_scene_set_date (scene, value, "date", moment->date);
    gb_scene_set_word (scene, value, "what", "moment", moment->word);
    gb_scene_set_policy (scene, value, "policy", moment->policy);
    gb_value_set_boolean (value, "provisional", moment->provisional);
    gb_value_append (timeline, value);
  }
}

static void
set_bar (GbScene *scene, GbValue *page, const GbPolicyCase *policy)
{
  GbDate first, last;
  if (!gb_policy_span (policy, &first, &last)) {
    gb_set_null (page, "bar");
    return;
  }
  GbAxis axis = { 0 };
  gb_axis_widen (&axis, first);
  gb_axis_widen (&axis, gb_policy_main_date (policy));
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
  gb_policy_set_steps (scene, bar, policy, FALSE);
  gb_axis_append_span (scene, gb_value_set_array (bar, "spans"), &axis, first, last, FALSE);
  if (policy->tail.date != GB_DATE_NONE && last != GB_DATE_NONE && policy->tail.date > last)
    gb_axis_set_span (scene, bar, "tail", &axis, last + 1, policy->tail.date);
  else
    gb_set_null (bar, "tail");
}

/* -- the page: ties -- */

static GbDate
append_relation (GbScene *scene, GbValue *items, const GbLinkCase *link, const GbPolicyCase *own,
                 gboolean backward)
{
  const GbRelation *relation = link->relation;
  const GbPolicyCase *other = link->policy;
  GbValue *item = gb_value_object (scene->arena);
  gb_scene_set_policy (scene, item, "policy", other);
  gb_value_set_string (item, "title", other != NULL ? other->policy->title : relation->title);
  gb_value_set_string (item, "number", other != NULL ? other->policy->number : relation->number);
  gb_value_set_string (item, "url", other != NULL ? NULL : relation->url);
  gb_scene_set_clause (scene, item, "clause", relation->clause, backward ? other : own, FALSE);
  gb_scene_set_date (scene, item, "from", relation->from);
  gb_value_set_string (item, "note", relation->note);
  gb_value_append (items, item);
  return other == NULL ? GB_DATE_NONE : other->state.turns;
}

static GbDate
set_relations (GbScene *scene, GbValue *record, const GbPolicyCase *policy)
{
  const struct {
    const char *name;
    const GbLinkCase *links;
    guint n_links;
    gboolean backward;
  } groups[] = {
    { "replaced_by", policy->replaced_by, policy->n_replaced_by, TRUE },
    { "repealed_by", policy->repealed_by, policy->n_repealed_by, TRUE },
    { "amended_by", policy->amended_by, policy->n_amended_by, TRUE },
    { "basis", policy->basis, policy->n_basis, FALSE },
    { "amends", policy->amends, policy->n_amends, FALSE },
    { "replaces", policy->replaces, policy->n_replaces, FALSE },
    { "repeals", policy->repeals, policy->n_repeals, FALSE },
    { "basis_of", policy->basis_of, policy->n_basis_of, TRUE },
  };
  GbDate turns = GB_DATE_NONE;
  GbValue *relations = scene->data ? gb_value_set_object (record, "relations")
                                   : gb_value_set_array (record, "relations");
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
    if (groups[i].n_links == 0)
      continue;
    GbValue *items;
    guint shown = groups[i].n_links;
    if (scene->data) {
      items = gb_value_set_array (relations, groups[i].name);
    } else {
      GbValue *group = gb_value_object (scene->arena);
      gb_scene_set_word (scene, group, "what", "relation", groups[i].name);
      items = gb_value_set_array (group, "items");
      shown = MIN (shown, GB_RELATED_MAX);
      gb_value_set_string (
        group, "more",
        shown == groups[i].n_links
          ? NULL
          : gb_words_count (scene->words, scene->arena, "pager.more", groups[i].n_links - shown));
      gb_value_append (relations, group);
    }
    for (guint k = 0; k < shown; k++)
      turns = gb_sooner (
        turns, append_relation (scene, items, &groups[i].links[k], policy, groups[i].backward));
  }
  return turns;
}

static void
set_cited_by (GbScene *scene, GbValue *page, const GbPolicyCase *policy)
{
  guint shown = MIN (policy->n_cited_by, GB_RELATED_MAX);
  GbValue *cited = gb_value_set_array (page, "cited_by");
  for (guint i = 0; i < shown; i++) {
    const GbPolicyCase *other = policy->cited_by[i];
    GbValue *value = gb_value_object (scene->arena);
    gb_value_set_string (value, "title", other->policy->title);
    gb_value_set_string (value, "number", other->policy->number);
    gb_value_set_string (value, "href", gb_scene_policy_href (scene, other));
    gb_value_append (cited, value);
  }
  gb_value_set_string (
    page, "cited_by_more",
    shown == policy->n_cited_by
      ? NULL
      : gb_words_count (scene->words, scene->arena, "pager.more", policy->n_cited_by - shown));
}

/* Registries under the policy, and their notices. */
static void
set_registries (GbScene *scene, GbValue *page, const GbPolicyCase *policy)
{
  GbValue *registries = gb_value_set_array (page, "registries");
  for (guint i = 0; i < policy->n_registries; i++) {
    const GbRegistryCase *registry = policy->registries[i];
    GbValue *value = gb_value_object (scene->arena);
    gb_value_set_string (value, "title", registry->registry->title);
    gb_value_set_string (value, "href", gb_scene_registry_href (scene, registry));
    GbValue *notices = gb_value_set_array (value, "notices");
    for (guint k = 0; k < registry->n_notices; k++) {
      const GbNoticeCase *notice = registry->notices[k];
      GbValue *item = gb_value_object (scene->arena);
      gb_value_set_string (item, "title", notice->notice->title);
      gb_value_set_string (item, "href", gb_scene_notice_href (scene, notice));
      gb_scene_set_when (scene, item, "opens", notice->notice->opens);
      gb_scene_set_date (scene, item, "closes", notice->closes.date);
      gb_value_append (notices, item);
    }
    gb_value_append (registries, value);
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
  gb_scene_frame (scene, page, "policies", title, source->summary);
  gb_scene_crumb (scene, page, gb_scene_word (scene, "nav.policies"), "policies/");
  gb_scene_article (
    scene, page,
    source->published != GB_DATE_NONE ? source->published : gb_policy_main_date (policy),
    policy->issuer == NULL ? NULL : policy->issuer->name,
    join (scene->arena, source->keywords.length > 0 ? &source->keywords : &source->topics));
}

static const char *
thing_of (GbScene *scene, const GbPolicyCase *policy)
{
  return gb_scene_join (scene, "policies/", policy->policy->id, NULL);
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbPolicyCase *policy = sheet->subject;
  frame (scene, page, policy, policy->policy->title);
  gb_scene_turns (scene, page, policy->turns);
  gb_view_set_provenance (scene, page, thing_of (scene, policy), policy->text_file);
  gb_feed_set (scene, page, "feed", thing_of (scene, policy), policy->policy->title);
  GbValue *record = gb_value_set_object (page, "policy");
  gb_policy_record (scene, record, policy);
  set_fact (scene, page, policy);
  set_timeline (scene, page, policy);
  set_bar (scene, page, policy);
  gb_policy_contents (scene, page, "contents", policy->text);
  GbAmendments *amendments = gb_amendments_new (scene, policy);
  gb_value_set_string (page, "html",
                       gb_scene_html (scene, policy->text, policy->targets,
                                      gb_amendments_notes (amendments, policy->current)));
  gb_scene_turns (scene, page, set_relations (scene, page, policy));
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
                       policy->interpretation == NULL ? NULL : "interpretation/");
}

static void
build_interpretation (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbPolicyCase *policy = sheet->subject;
  frame (scene, page, policy,
         gb_words_fill (scene->words, scene->arena, "interpretation.title", "title",
                        policy->policy->title, NULL));
  gb_scene_crumb (scene, page, policy->policy->title, gb_scene_policy_href (scene, policy));
  gb_view_set_provenance (scene, page, thing_of (scene, policy),
                          policy->policy->interpretation_file);
  gb_scene_set_policy (scene, page, "policy", policy);
  gb_scene_turns (scene, page, policy->state.turns);
  gb_policy_contents (scene, page, "contents", policy->interpretation);
  gb_value_set_string (
    page, "html",
    gb_scene_html (scene, policy->interpretation, policy->interpretation_targets, NULL));
}

/* -- data file -- */

const GbValue *
gb_policy_relations (GbScene *scene, GbValue *record, const GbPolicyCase *policy)
{
  (void)set_relations (scene, record, policy);
  return gb_value_get (record, "relations");
}

static void
set_rest (GbScene *scene, GbValue *record, const GbPolicyCase *policy)
{
  GbValue *registries = gb_value_set_array (record, "registries");
  for (guint i = 0; i < policy->n_registries; i++)
    gb_value_append_string (registries, policy->registries[i]->registry->id);
  gb_value_set_string (record, "url",
                       gb_scene_address (scene, gb_scene_policy_href (scene, policy)));
  gb_scene_set_date (scene, record, "turns", policy->turns);
}

void
gb_policy_data (GbScene *scene, GbValue *record, const GbPolicyCase *policy)
{
  gb_policy_record (scene, record, policy);
  set_rest (scene, record, policy);
}

static void
build_data (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *file)
{
  GbValue *policies = gb_value_set_array (file, "policies");
  for (guint i = 0; i < scene->corpus->n_policies; i++) {
    const GbPolicyCase *policy = &scene->corpus->policies[i];
    GbValue *record = gb_value_object (scene->arena);
    gb_policy_record (scene, record, policy);
    gb_version_list (scene, record, policy);
    set_relations (scene, record, policy);
    set_rest (scene, record, policy);
    gb_value_append (policies, record);
  }
}

void
gb_policy_sheets (GbView *view)
{
  const GbCorpus *corpus = view->corpus;
  for (guint i = 0; i < corpus->n_policies; i++) {
    const GbPolicyCase *policy = &corpus->policies[i];
    const char *id = policy->policy->id;
    gb_view_add (view, gb_arena_printf (view->arena, "policies/%s/index.html", id), "page/policy",
                 build, policy, 0);
    if (policy->interpretation != NULL)
      gb_view_add (view, gb_arena_printf (view->arena, "policies/%s/interpretation/index.html", id),
                   "page/interpretation", build_interpretation, policy, 0);
  }
  gb_view_add (view, "data/policies.json", NULL, build_data, NULL, 0);
}
