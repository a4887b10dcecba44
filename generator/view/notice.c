#include "view/notice.h"

#include "view/href.h"
#include "view/registry.h"
#include "view/scene.h"
#include "view/step.h"
#include "view/words.h"

#include <string.h>

void
gb_notice_row (GbScene *scene, GbValue *record, const GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  gb_value_set_string (record, "id", source->id);
  gb_value_set_string (record, "href", gb_href_notice (scene->arena, notice));
  gb_value_set_string (record, "title", source->title);
  gb_scene_set_agency (scene, record, "issuer", notice->issuer);
  gb_registry_set_link (scene, record, "registry", notice->registry);
  gb_scene_set_word (scene, record, "state", "notice-state", gb_notice_state_name (notice->state));
  gb_step_set_notice (scene, record, notice, FALSE);
  gb_scene_set_when (scene, record, "opens", source->opens);
  gb_scene_set_date (scene, record, "closes", notice->closes.date);
  gb_value_set_boolean (record, "provisional", notice->closes.provisional);
}

/* -- the record -- */

const GbPolicyCase *
gb_notice_rules (const GbNoticeCase *notice)
{
  return notice->registry == NULL ? NULL : notice->registry->policy;
}

static void
set_rule (GbScene *scene, GbValue *record, const GbNoticeCase *notice)
{
  if (!notice->has_rule) {
    gb_value_set_null (record, "rule");
    return;
  }
  gboolean working = notice->rule.unit == GB_UNIT_WORKING_DAYS;
  const char *first_day = gb_first_day_name (notice->rule.exclude_first ? GB_FIRST_DAY_EXCLUDED
                                                                        : GB_FIRST_DAY_INCLUDED);
  GbValue *rule = gb_value_set_object (record, "rule");
  gb_value_set_integer (rule, "days", notice->rule.length);
  gb_value_set_string (rule, "unit", gb_day_unit_name (notice->rule.unit));
  gb_value_set_string (rule, "first_day", first_day);
  if (scene->data)
    return;
  gb_value_set_string (rule, "headline",
                       gb_words_count (scene->words, scene->arena,
                                       working ? "scheme.notice-working" : "scheme.notice-calendar",
                                       (guint)notice->rule.length));
  gb_value_set_string (rule, "remark", gb_words_in (scene->words, "first-day", first_day));
}

static void
set_extension (GbScene *scene, GbValue *record, const GbExtension *extension)
{
  if (extension == NULL) {
    gb_value_set_null (record, "extension");
    return;
  }
  GbValue *value = gb_value_set_object (record, "extension");
  gb_scene_set_date (scene, value, "announced", extension->announced);
  gb_value_set_string (value, "reason", extension->reason);
}

static void
set_channels (GbScene *scene, GbValue *record, const GbList *channels)
{
  GbValue *list = gb_value_set_array (record, "channels");
  for (guint i = 0; i < channels->length; i++) {
    const GbChannel *channel = GB_LIST_AT (GbChannel, *channels, i);
    GbValue *value = gb_value_append_object (list);
    gb_value_set_string (value, "kind", channel->kind);
    gb_value_set_string (value, "value", channel->value);
    gb_value_set_string (value, "note", channel->note);
    if (!scene->data) {
      const char *text = channel->value == NULL ? "" : channel->value;
      gboolean web = g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://");
      gboolean mail = strchr (text, '@') != NULL && strpbrk (text, " \t:/") == NULL;
      gb_value_set_string (value, "href",
                           web    ? text
                           : mail ? gb_arena_printf (scene->arena, "mailto:%s", text)
                                  : NULL);
    }
  }
}

/* The words for an industry, which is an id where the registry lists its industries. */
static const char *
industry_name (const GbNoticeCase *notice, const char *industry)
{
  if (industry == NULL || notice->registry == NULL)
    return industry;
  const GbList *industries = &notice->registry->registry->industries;
  for (guint i = 0; i < industries->length; i++) {
    const GbIndustry *known = GB_LIST_AT (GbIndustry, *industries, i);
    if (g_strcmp0 (known->id, industry) == 0)
      return known->name;
  }
  return industry;
}

static void
set_proposed (GbScene *scene, GbValue *record, const GbNoticeCase *notice)
{
  const GbList *proposed = &notice->notice->proposed;
  gboolean region = FALSE, industry = FALSE, note = FALSE, entry = FALSE;
  GbValue *list = gb_value_set_array (record, "proposed");
  for (guint i = 0; i < proposed->length; i++) {
    const GbProposed *item = GB_LIST_AT (GbProposed, *proposed, i);
    const GbEntryCase *recorded = notice->registry == NULL || item->entry == NULL
                                    ? NULL
                                    : gb_registry_case_entry (notice->registry, item->entry);
    GbValue *value = gb_value_append_object (list);
    gb_value_set_string (value, "name", item->name);
    gb_value_set_string (value, "region", item->region);
    gb_value_set_string (value, "industry",
                         scene->data ? item->industry : industry_name (notice, item->industry));
    gb_value_set_string (value, "note", item->note);
    if (scene->data) {
      gb_value_set_string (value, "entry", item->entry);
    } else if (recorded == NULL) {
      gb_value_set_null (value, "entry");
    } else {
      GbValue *object = gb_value_set_object (value, "entry");
      gb_value_set_string (object, "href", gb_href_entry (scene->arena, recorded));
      gb_scene_set_word (scene, object, "standing", "standing",
                         gb_standing_name (recorded->state.standing));
      gb_step_set_entry (scene, object, recorded, FALSE);
    }
    region |= item->region != NULL;
    industry |= item->industry != NULL;
    note |= item->note != NULL;
    entry |= recorded != NULL;
  }
  if (scene->data)
    return;
  GbValue *columns = gb_value_set_object (record, "columns");
  gb_value_set_boolean (columns, "region", region);
  gb_value_set_boolean (columns, "industry", industry);
  gb_value_set_boolean (columns, "note", note);
  gb_value_set_boolean (columns, "entry", entry);
}

static void
set_outcome (GbScene *scene, GbValue *record, const GbOutcome *outcome)
{
  if (outcome == NULL) {
    gb_value_set_null (record, "outcome");
    return;
  }
  GbValue *value = gb_value_set_object (record, "outcome");
  gb_scene_set_date (scene, value, "date", outcome->date);
  gb_scene_set_word (scene, value, "kind", "outcome", gb_outcome_name (outcome->kind));
  gb_value_set_string (value, "text", outcome->text);
  gb_scene_set_decision (scene, value, "decision", outcome->decision);
}

static gboolean
is_restart (const GbNoticeCase *notice, const GbCorrection *correction)
{
  for (guint i = 0; i < notice->n_restarts; i++)
    if (notice->restarts[i] == correction)
      return TRUE;
  return FALSE;
}

void
gb_notice_record (GbScene *scene, GbValue *record, const GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  const GbPolicyCase *own = gb_notice_rules (notice);
  gb_value_set_string (record, "id", source->id);
  gb_value_set_string (record, "title", source->title);
  gb_value_set_string (record, "number", source->number);
  gb_scene_set_agency (scene, record, "issuer", notice->issuer);
  gb_registry_set_link (scene, record, "registry", notice->registry);
  gb_value_set_string (record, "batch",
                       notice->batch == NULL ? NULL
                       : scene->data         ? notice->batch->id
                                             : gb_scene_batch_title (scene, notice->batch));
  gb_scene_set_word (scene, record, "state", "notice-state", gb_notice_state_name (notice->state));
  gb_step_set_notice (scene, record, notice, TRUE);
  if (!scene->data) /* with its result a notice is over, whatever its last day was to be */
    gb_value_set_boolean (record, "counted", notice->state != GB_NOTICE_CONCLUDED);
  gb_scene_set_date (scene, record, "published", source->published);
  gb_scene_set_when (scene, record, "opens", source->opens);
  gb_scene_set_derivation (scene, record, "closes", &notice->closes, own, TRUE);
  set_rule (scene, record, notice);
  gboolean differs
    = notice->computed.date != GB_DATE_NONE && notice->computed.date != notice->closes.date;
  if (differs)
    gb_scene_set_derivation (scene, record, "computed", &notice->computed, own, TRUE);
  else
    gb_value_set_null (record, "computed");
  gb_value_set_string (record, "closes_reason", source->closes_reason);
  set_extension (scene, record, source->extension);
  set_channels (scene, record, &source->channels);
  set_proposed (scene, record, notice);
  GbValue *corrections = gb_value_set_array (record, "corrections");
  for (guint i = 0; i < source->corrections.length; i++) {
    const GbCorrection *correction = GB_LIST_AT (GbCorrection, source->corrections, i);
    GbValue *value = gb_value_append_object (corrections);
    gb_scene_set_date (scene, value, "date", correction->date);
    gb_value_set_string (value, "text", correction->text);
    gb_value_set_boolean (value, "editorial", correction->editorial);
    gb_value_set_boolean (value, "restarted", is_restart (notice, correction));
  }
  set_outcome (scene, record, source->outcome);
  gb_value_set_string (record, "summary", source->summary);
  gb_scene_set_references (scene, record, "sources", &source->sources);
}

void
gb_notice_data (GbScene *scene, GbValue *record, const GbNoticeCase *notice)
{
  gb_notice_record (scene, record, notice);
  gb_value_set_string (record, "url",
                       gb_scene_address (scene, gb_href_notice (scene->arena, notice)));
  gb_scene_set_date (scene, record, "turns", notice->turns);
}

void
gb_notice_set_link (GbScene *scene, GbValue *object, const char *key, const GbNoticeCase *notice)
{
  if (notice == NULL) {
    gb_value_set_null (object, key);
    return;
  }
  if (scene->data) {
    gb_value_set_string (object, key, notice->notice->id);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_notice_row (scene, value, notice);
}
