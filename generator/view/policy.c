#include "view/policy.h"

#include "view/href.h"
#include "view/listing.h"
#include "view/scene.h"
#include "view/step.h"
#include "view/words.h"

gboolean
gb_policy_span (const GbPolicyCase *policy, GbDate *ret_first, GbDate *ret_last)
{
  const GbForceDates *dates = &policy->dates;
  GbDate first = dates->effective;
  if (first == GB_DATE_NONE)
    return FALSE;
  GbDate last = dates->last_day;
  /* Void from that day: the day before is the last. */
  GbDate ends[] = { dates->repealed, dates->replaced, dates->annulled };
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i] != GB_DATE_NONE)
      last = gb_date_earlier (last, ends[i] - 1);
  *ret_first = first;
  *ret_last = last == GB_DATE_NONE ? last : MAX (last, first);
  return TRUE;
}

/* -- row and record -- */

static void
append_flag (GbScene *scene, GbValue *flags, const char *name, gboolean passing)
{
  if (scene->data) {
    gb_value_append_string (flags, name);
    return;
  }
  GbValue *flag = gb_value_append_object (flags);
  gb_value_set_string (flag, "id", name);
  gb_value_set_string (flag, "word", gb_words_in (scene->words, "flag", name));
  gb_value_set_boolean (flag, "passing", passing);
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
  gb_value_set_string (record, "href", gb_href_policy (scene->arena, policy));
  gb_value_set_string (record, "title", source->title);
  gb_value_set_string (record, "number", source->number);
  gb_value_set_string (record, "issuer",
                       policy->issuer == NULL               ? NULL
                       : policy->issuer->short_name != NULL ? policy->issuer->short_name
                                                            : policy->issuer->name);
  gb_scene_set_date (scene, record, "date", gb_policy_case_date (policy));
  gb_scene_set_date (scene, record, "effective", policy->effective.date);
  gb_scene_set_date (scene, record, "last_day", policy->last_day.date);
  const char *open = gb_open_end_name (policy->open_end);
  gb_value_set_string (record, "open_end",
                       open == NULL ? NULL : gb_words_in (scene->words, "validity", open));
  set_status (scene, record, policy);
  gb_step_set_policy (scene, record, policy, FALSE);
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
    GbValue *topic = gb_value_append_object (topics);
    gb_value_set_string (topic, "name", name);
    gb_value_set_string (topic, "href", gb_listing_topic_href (scene, name));
  }
}

static void
set_ending (GbScene *scene, GbValue *record, const char *key, const GbEnding *ending)
{
  if (ending == NULL) {
    gb_value_set_null (record, key);
    return;
  }
  GbValue *value = gb_value_set_object (record, key);
  gb_scene_set_date (scene, value, "date", ending->date);
  gb_policy_set_link (scene, value, "policy", gb_corpus_policy (scene->corpus, ending->policy));
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
  gb_scene_set_word (scene, record, "open_end", "validity", gb_open_end_name (policy->open_end));
  gb_scene_set_derivation (scene, record, "tail", &policy->tail, policy, FALSE);
  gb_value_set_string (record, "tail_text", source->tail == NULL ? NULL : source->tail->text);
  gb_scene_set_derivation (scene, record, "review", &policy->review, policy, FALSE);
  set_ending (scene, record, "repealed", source->repealed);
  set_ending (scene, record, "annulled", source->annulled);
  set_status (scene, record, policy);
  gb_step_set_policy (scene, record, policy, TRUE);
  set_counted (scene, record, &policy->dates);
  GbValue *attachments = gb_value_set_array (record, "attachments");
  for (guint i = 0; i < source->attachments.length; i++) {
    const GbAttachment *attachment = GB_LIST_AT (GbAttachment, source->attachments, i);
    GbValue *value = gb_value_append_object (attachments);
    gb_value_set_string (value, "title",
                         attachment->title != NULL ? attachment->title : attachment->file);
    gb_value_set_string (value, "file", attachment->file);
  }
  gb_scene_set_reference (scene, record, "source", source->source);
  gb_scene_set_texts (record, "notes", &source->notes);
}

/* -- its days -- */

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

/* -- its relations -- */

static GbDate
append_relation (GbScene *scene, GbValue *items, const GbLinkCase *link, const GbPolicyCase *own,
                 gboolean backward)
{
  const GbRelation *relation = link->relation;
  const GbPolicyCase *other = link->policy;
  GbValue *item = gb_value_append_object (items);
  gb_policy_set_link (scene, item, "policy", other);
  gb_value_set_string (item, "title", other != NULL ? other->policy->title : relation->title);
  gb_value_set_string (item, "number", other != NULL ? other->policy->number : relation->number);
  gb_value_set_string (item, "url", other != NULL ? NULL : relation->url);
  gb_scene_set_clause (scene, item, "clause", relation->clause, backward ? other : own, FALSE);
  gb_scene_set_date (scene, item, "from", relation->from);
  gb_value_set_string (item, "note", relation->note);
  return other == NULL ? GB_DATE_NONE : other->state.turns;
}

GbDate
gb_policy_set_relations (GbScene *scene, GbValue *record, const GbPolicyCase *policy)
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
      GbValue *group = gb_value_append_object (relations);
      gb_scene_set_word (scene, group, "what", "relation", groups[i].name);
      items = gb_value_set_array (group, "items");
      shown = MIN (shown, GB_RELATED_MAX);
      gb_value_set_string (group, "more", gb_scene_more (scene, groups[i].n_links - shown));
    }
    for (guint k = 0; k < shown; k++)
      turns = gb_date_earlier (
        turns, append_relation (scene, items, &groups[i].links[k], policy, groups[i].backward));
  }
  return turns;
}

/* -- for data files, and links -- */

void
gb_policy_set_rest (GbScene *scene, GbValue *record, const GbPolicyCase *policy)
{
  GbValue *registries = gb_value_set_array (record, "registries");
  for (guint i = 0; i < policy->n_registries; i++)
    gb_value_append_string (registries, policy->registries[i]->registry->id);
  gb_value_set_string (record, "url",
                       gb_scene_address (scene, gb_href_policy (scene->arena, policy)));
  gb_scene_set_date (scene, record, "turns", policy->turns);
}

void
gb_policy_set_link (GbScene *scene, GbValue *object, const char *key, const GbPolicyCase *policy)
{
  if (policy == NULL) {
    gb_value_set_null (object, key);
    return;
  }
  if (scene->data) {
    gb_value_set_string (object, key, policy->policy->id);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "id", policy->policy->id);
  gb_value_set_string (value, "title", policy->policy->title);
  gb_value_set_string (value, "number", policy->policy->number);
  gb_value_set_string (value, "href", gb_href_policy (scene->arena, policy));
  gb_scene_set_word (scene, value, "status", "force", gb_force_name (policy->state.force));
  gb_step_set_policy (scene, value, policy, FALSE);
}
