#include "export/tables.h"

#include "view/agency.h"
#include "view/criteria.h"
#include "view/entry.h"
#include "view/notice.h"
#include "view/occasion.h"
#include "view/policy.h"
#include "view/registry.h"
#include "view/scene.h"
#include "view/scheme.h"
#include "view/version.h"

#define COLUMN(path_)                                                                              \
  {                                                                                                \
    .name = path_, .path = path_                                                                   \
  }
#define NAMED(name_, path_, ...)                                                                   \
  {                                                                                                \
    .name = name_, .path = path_, __VA_ARGS__                                                      \
  }
/* What only rows have. */
#define OWN(name_, type_, title_)                                                                  \
  {                                                                                                \
    .name = name_, .path = name_, .title = title_, .type = GB_SHAPE_##type_                        \
  }
/* How the date under @key came about. */
#define BASIS(key, title_)                                                                         \
  NAMED (key "_rule", "derivations." key ".rule", .title = title_ "：推算规则"),                   \
    NAMED (key "_counted_from", "derivations." key ".from", .title = title_ "：起算日"),           \
    NAMED (key "_count", "derivations." key ".count", .title = title_ "：数量"),                   \
    NAMED (key "_provisional", "derivations." key ".provisional", .title = title_ "：暂定"),       \
    NAMED (key "_clause", "derivations." key ".clause.label", .title = title_ "：依据条款"),       \
    NAMED (key "_clause_policy", "derivations." key ".clause.policy",                              \
           .title = title_ "：条款所在的文件"),                                                    \
    NAMED (key "_clause_anchor", "derivations." key ".clause.anchor",                              \
           .title = title_ "：条款的锚点")
#define DECISION                                                                                   \
  NAMED ("decision_title", "decision.title"), NAMED ("decision_number", "decision.number"),        \
    NAMED ("decision_issuer", "decision.issuer.name", .title = "作出决定的机构"),                  \
    NAMED ("decision_date", "decision.date"), NAMED ("decision_url", "decision.url"),              \
    NAMED ("decision_policy", "decision.policy")

static const GbColumn policy_columns[] = {
  COLUMN ("id"),
  COLUMN ("title"),
  COLUMN ("number"),
  COLUMN ("registration"),
  COLUMN ("index"),
  COLUMN ("kind"),
  NAMED ("issuer", "issuer.id", .title = "发文机关标识"),
  NAMED ("issuer_name", "issuer.name", .title = "发文机关"),
  NAMED ("co_issuers", "co_issuers.id", .title = "联合发文机关标识"),
  NAMED ("co_issuer_names", "co_issuers.name", .title = "联合发文机关"),
  COLUMN ("category"),
  COLUMN ("topics"),
  COLUMN ("keywords"),
  COLUMN ("urgency"),
  COLUMN ("disclosure"),
  COLUMN ("status"),
  COLUMN ("flags"),
  COLUMN ("signed"),
  COLUMN ("issued"),
  COLUMN ("published"),
  COLUMN ("effective"),
  BASIS ("effective", "施行日期"),
  COLUMN ("last_day"),
  BASIS ("last_day", "有效期至"),
  COLUMN ("open_end"),
  COLUMN ("tail"),
  BASIS ("tail", "延续办理至"),
  COLUMN ("tail_text"),
  COLUMN ("review"),
  BASIS ("review", "评估日期"),
  NAMED ("repealed_on", "repealed.date", .title = "废止日期"),
  NAMED ("repealed_by", "repealed.policy", .title = "废止它的文件"),
  NAMED ("annulled_on", "annulled.date", .title = "撤销日期"),
  NAMED ("annulled_by", "annulled.policy", .title = "撤销它的文件"),
  COLUMN ("registries"),
  COLUMN ("summary"),
  COLUMN ("url"),
  NAMED ("source_title", "source.title"),
  NAMED ("source_url", "source.url"),
  COLUMN ("turns"),
};

static const GbColumn version_columns[] = {
  OWN ("policy", ID, "文件标识"),
  COLUMN ("from"),
  COLUMN ("last"),
  COLUMN ("state"),
  COLUMN ("title"),
  NAMED ("amended_by", "amended_by.policy"),
  NAMED ("amended_by_title", "amended_by.title"),
  NAMED ("amended_by_number", "amended_by.number"),
  COLUMN ("note"),
  COLUMN ("url"),
};

static const GbColumn relation_columns[] = {
  OWN ("policy", ID, "文件标识"),
  OWN ("relation", TEXT, "关系"),
  OWN ("other", ID, "另一文件标识"),
  NAMED ("other_title", "title"),
  NAMED ("other_number", "number"),
  NAMED ("other_url", "url"),
  COLUMN ("from"),
  NAMED ("clause", "clause.label"),
  NAMED ("clause_policy", "clause.policy"),
  NAMED ("clause_anchor", "clause.anchor"),
  COLUMN ("note"),
};

static const GbColumn registry_columns[] = {
  COLUMN ("id"),
  COLUMN ("title"),
  COLUMN ("short_title"),
  COLUMN ("kind"),
  NAMED ("authority", "authority.id", .title = "认定机构标识"),
  NAMED ("authority_name", "authority.name", .title = "认定机构"),
  COLUMN ("policy"),
  NAMED ("rules_title", "rules.title"),
  NAMED ("rules_number", "rules.number"),
  NAMED ("rules_url", "rules.url"),
  COLUMN ("entries"),
  COLUMN ("summary"),
  COLUMN ("url"),
  COLUMN ("turns"),
};

static const GbColumn batch_columns[] = {
  OWN ("registry", ID, "名录标识"),
  COLUMN ("id"),
  COLUMN ("title"),
  COLUMN ("year"),
  DECISION,
  COLUMN ("notice"),
  COLUMN ("noticed"),
  COLUMN ("certified"),
  COLUMN ("announced"),
  COLUMN ("recorded"),
  COLUMN ("partial"),
  COLUMN ("scope"),
  NAMED ("source_titles", "sources.title"),
  NAMED ("source_urls", "sources.url"),
  COLUMN ("note"),
};

static const GbColumn entry_columns[] = {
  OWN ("registry", ID, "名录标识"),
  COLUMN ("id"),
  COLUMN ("name"),
  COLUMN ("first_name"),
  COLUMN ("batch"),
  COLUMN ("region"),
  COLUMN ("industry"),
  COLUMN ("group"),
  COLUMN ("lead"),
  COLUMN ("support"),
  COLUMN ("status"),
  COLUMN ("certified"),
  COLUMN ("from"),
  BASIS ("from", "有效期起"),
#define DAY(_, id, occasion, key, title, about) COLUMN (key), BASIS (key, title),
  GB_ENTRY_DAYS_TOLD (DAY, ) COLUMN ("ended"),
  OWN ("decision_title", TEXT, "最近的决定文件标题"),
  OWN ("decision_number", TEXT, "最近的决定文件文号"),
  OWN ("decision_date", DATE, "最近的决定文件日期"),
  OWN ("decision_url", URL, "最近的决定文件网址"),
  COLUMN ("same_as"),
  NAMED ("source_titles", "sources.title"),
  NAMED ("source_urls", "sources.url"),
  COLUMN ("note"),
  COLUMN ("url"),
  COLUMN ("turns"),
};

static const GbColumn event_columns[] = {
  OWN ("registry", ID, "名录标识"),
  OWN ("entry", ID, "条目标识"),
  OWN ("entry_name", TEXT, "条目现名"),
  OWN ("number", INTEGER, "序号"),
  COLUMN ("when"),
  COLUMN ("kind"),
  COLUMN ("implied"),
  DECISION,
  COLUMN ("notice"),
  COLUMN ("from"),
  BASIS ("from", "有效期起"),
  COLUMN ("to"),
  BASIS ("to", "有效期至"),
  COLUMN ("ground"),
  COLUMN ("name"),
  COLUMN ("result"),
  COLUMN ("duty"),
  COLUMN ("period"),
  COLUMN ("score"),
  COLUMN ("note"),
  NAMED ("source_title", "source.title"),
  NAMED ("source_url", "source.url"),
};

static const GbColumn notice_columns[] = {
  COLUMN ("id"),
  COLUMN ("title"),
  COLUMN ("number"),
  NAMED ("issuer", "issuer.id", .title = "发布机构标识"),
  NAMED ("issuer_name", "issuer.name", .title = "发布机构"),
  COLUMN ("registry"),
  COLUMN ("batch"),
  COLUMN ("state"),
  COLUMN ("published"),
  COLUMN ("opens"),
  COLUMN ("closes"),
  BASIS ("closes", "截止日"),
  NAMED ("days", "rule.days"),
  NAMED ("unit", "rule.unit"),
  NAMED ("first_day", "rule.first_day"),
  COLUMN ("computed"),
  COLUMN ("closes_reason"),
  NAMED ("extension_announced", "extension.announced"),
  NAMED ("extension_reason", "extension.reason"),
  NAMED ("outcome", "outcome.kind"),
  NAMED ("outcome_date", "outcome.date"),
  NAMED ("outcome_text", "outcome.text"),
  NAMED ("decision_title", "outcome.decision.title"),
  NAMED ("decision_number", "outcome.decision.number"),
  NAMED ("decision_date", "outcome.decision.date"),
  NAMED ("decision_url", "outcome.decision.url"),
  COLUMN ("summary"),
  NAMED ("source_titles", "sources.title"),
  NAMED ("source_urls", "sources.url"),
  COLUMN ("url"),
  COLUMN ("turns"),
};

static const GbColumn proposed_columns[] = {
  OWN ("notice", ID, "公示标识"),
  OWN ("registry", ID, "名录标识"),
  OWN ("number", INTEGER, "序号"),
  COLUMN ("name"),
  COLUMN ("region"),
  COLUMN ("industry"),
  COLUMN ("entry"),
  COLUMN ("note"),
};

static const GbColumn occasion_columns[] = {
  COLUMN ("date"),
  COLUMN ("kind"),
  COLUMN ("provisional"),
  COLUMN ("policy"),
  COLUMN ("notice"),
  COLUMN ("registry"),
  COLUMN ("batch"),
  COLUMN ("duty"),
  COLUMN ("entries"),
  NAMED ("rule", "derivations.date.rule"),
  NAMED ("counted_from", "derivations.date.from"),
  NAMED ("count", "derivations.date.count"),
  NAMED ("clause", "derivations.date.clause.label"),
  NAMED ("clause_policy", "derivations.date.clause.policy"),
  NAMED ("clause_anchor", "derivations.date.clause.anchor"),
};

static const GbColumn criterion_columns[] = {
  COLUMN ("registry"),
  COLUMN ("id"),
  COLUMN ("title"),
  COLUMN ("comparison"),
  COLUMN ("value"),
  COLUMN ("unit"),
  COLUMN ("either"),
  COLUMN ("group"),
  COLUMN ("text"),
  NAMED ("clause", "clause.label"),
  NAMED ("clause_policy", "clause.policy"),
  NAMED ("clause_anchor", "clause.anchor"),
};

static const GbColumn span_columns[] = {
  COLUMN ("year"), COLUMN ("published"), COLUMN ("kind"),
  COLUMN ("name"), COLUMN ("from"),      COLUMN ("to"),
};

static const GbColumn agency_columns[] = {
  COLUMN ("id"),    COLUMN ("name"),   COLUMN ("short_name"), COLUMN ("aliases"),
  COLUMN ("level"), COLUMN ("region"), COLUMN ("parent"),     COLUMN ("url"),
};

/* -- rows -- */

static void
policy_rows (GbTableWriter *writer, G_GNUC_UNUSED const GbRegistryCase *registry)
{
  GbValue *record;
  const GbCorpus *corpus = gb_table_corpus (writer);
  for (guint i = 0; i < corpus->n_policies; i++) {
    GbScene *scene = gb_table_row (writer, &record);
    gb_policy_record (scene, record, &corpus->policies[i]);
    gb_policy_set_rest (scene, record, &corpus->policies[i]);
    gb_table_put (writer, record);
  }
}

static void
version_rows (GbTableWriter *writer, G_GNUC_UNUSED const GbRegistryCase *registry)
{
  GbValue *record;
  const GbCorpus *corpus = gb_table_corpus (writer);
  for (guint i = 0; i < corpus->n_policies; i++) {
    const GbPolicyCase *policy = &corpus->policies[i];
    if (policy->n_versions == 0)
      continue;
    GbScene *scene = gb_table_row (writer, &record);
    gb_version_list (scene, record, policy);
    const GbValue *versions = gb_value_get (record, "versions");
    for (guint k = versions->length; k-- > 0;) {
      GbValue *version = (GbValue *)versions->elements[k];
      gb_value_set_string (version, "policy", policy->policy->id);
      gb_table_put (writer, version);
    }
  }
}

static void
relation_rows (GbTableWriter *writer, G_GNUC_UNUSED const GbRegistryCase *registry)
{
  GbValue *record;
  const GbCorpus *corpus = gb_table_corpus (writer);
  for (guint i = 0; i < corpus->n_policies; i++) {
    GbScene *scene = gb_table_row (writer, &record);
    gb_policy_set_relations (scene, record, &corpus->policies[i]);
    const GbValue *relations = gb_value_get (record, "relations");
    for (guint k = 0; k < relations->length; k++) {
      const GbMember *group = &relations->members[k];
      for (guint m = 0; m < group->value->length; m++) {
        GbValue *row = (GbValue *)group->value->elements[m];
        const GbValue *other = gb_value_get (row, "policy");
        gb_value_set (row, "other", other);
        gb_value_set_string (row, "policy", corpus->policies[i].policy->id);
        gb_value_set_string (row, "relation", group->key);
        gb_table_put (writer, row);
      }
    }
  }
}

static void
registry_rows (GbTableWriter *writer, G_GNUC_UNUSED const GbRegistryCase *registry)
{
  GbValue *record;
  const GbCorpus *corpus = gb_table_corpus (writer);
  for (guint i = 0; i < corpus->n_registries; i++) {
    GbScene *scene = gb_table_row (writer, &record);
    gb_registry_summary (scene, record, &corpus->registries[i]);
    gb_table_put (writer, record);
  }
}

static void
batch_rows (GbTableWriter *writer, G_GNUC_UNUSED const GbRegistryCase *registry)
{
  GbValue *record;
  const GbCorpus *corpus = gb_table_corpus (writer);
  for (guint i = 0; i < corpus->n_registries; i++) {
    GbScene *scene = gb_table_row (writer, &record);
    gb_scheme_set_batches (scene, record, &corpus->registries[i]);
    const GbValue *batches = gb_value_get (record, "batches");
    for (guint k = 0; k < batches->length; k++) {
      GbValue *batch = (GbValue *)batches->elements[k];
      gb_value_set_string (batch, "registry", corpus->registries[i].registry->id);
      gb_table_put (writer, batch);
    }
  }
}

/* The registries that are meant: one, or all. */
static const GbRegistryCase *
next_registry (const GbCorpus *corpus, const GbRegistryCase *only, guint index)
{
  if (only != NULL)
    return index == 0 ? only : NULL;
  return index < corpus->n_registries ? &corpus->registries[index] : NULL;
}

/* The decision that was the last to say anything about an entry, up to the day of the site. */
static void
set_latest_decision (GbScene *scene, GbValue *record, const GbEntryCase *entry)
{
  const GbDecision *latest = NULL;
  for (guint i = 0; i < entry->n_events; i++)
    if (entry->events[i].decision != NULL && entry->steps[i].when.last <= scene->corpus->as_of)
      latest = entry->events[i].decision;
  GbValue *holder = gb_value_object (scene->arena);
  gb_scene_set_decision (scene, holder, "decision", latest);
  const GbValue *decision = gb_value_get (holder, "decision");
  static const char *const keys[][2] = { { "title", "decision_title" },
                                         { "number", "decision_number" },
                                         { "date", "decision_date" },
                                         { "url", "decision_url" } };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gb_value_set_string (record, keys[i][1], gb_value_get_string (decision, keys[i][0]));
}

static void
entry_rows (GbTableWriter *writer, const GbRegistryCase *only)
{
  GbValue *record;
  const GbRegistryCase *registry;
  const GbCorpus *corpus = gb_table_corpus (writer);
  for (guint i = 0; (registry = next_registry (corpus, only, i)) != NULL; i++)
    for (guint k = 0; k < registry->n_entries; k++) {
      GbScene *scene = gb_table_row (writer, &record);
      gb_entry_data (scene, record, registry->entries[k]);
      gb_value_set_string (record, "registry", registry->registry->id);
      set_latest_decision (scene, record, registry->entries[k]);
      gb_table_put (writer, record);
    }
}

static void
put_events (GbTableWriter *writer, const GbEntryCase *entry)
{
  GbValue *record;
  GbScene *scene = gb_table_row (writer, &record);
  gb_entry_events (scene, record, entry);
  const GbValue *events = gb_value_get (record, "events");
  for (guint i = 0; i < events->length; i++) {
    GbValue *event = (GbValue *)events->elements[i];
    gb_value_set_string (event, "registry", entry->registry->registry->id);
    gb_value_set_string (event, "entry", entry->entry->id);
    gb_value_set_string (event, "entry_name", entry->name);
    gb_value_set_integer (event, "number", (gint64)i + 1);
    gb_table_put (writer, event);
  }
}

static void
event_rows (GbTableWriter *writer, const GbRegistryCase *only)
{
  const GbRegistryCase *registry;
  const GbCorpus *corpus = gb_table_corpus (writer);
  for (guint i = 0; (registry = next_registry (corpus, only, i)) != NULL; i++)
    for (guint k = 0; k < registry->n_entries; k++)
      put_events (writer, registry->entries[k]);
}

static void
notice_rows (GbTableWriter *writer, G_GNUC_UNUSED const GbRegistryCase *registry)
{
  GbValue *record;
  const GbCorpus *corpus = gb_table_corpus (writer);
  for (guint i = 0; i < corpus->n_notices; i++) {
    GbScene *scene = gb_table_row (writer, &record);
    gb_notice_data (scene, record, &corpus->notices[i]);
    gb_table_put (writer, record);
  }
}

static void
proposed_rows (GbTableWriter *writer, G_GNUC_UNUSED const GbRegistryCase *registry)
{
  GbValue *record;
  const GbCorpus *corpus = gb_table_corpus (writer);
  for (guint i = 0; i < corpus->n_notices; i++) {
    GbScene *scene = gb_table_row (writer, &record);
    gb_notice_data (scene, record, &corpus->notices[i]);
    const GbValue *proposed = gb_value_get (record, "proposed");
    for (guint k = 0; k < proposed->length; k++) {
      GbValue *row = (GbValue *)proposed->elements[k];
      gb_value_set_string (row, "notice", corpus->notices[i].notice->id);
      gb_value_set (row, "registry", gb_value_get (record, "registry"));
      gb_value_set_integer (row, "number", (gint64)k + 1);
      gb_table_put (writer, row);
    }
  }
}

static void
occasion_rows (GbTableWriter *writer, G_GNUC_UNUSED const GbRegistryCase *registry)
{
  GbValue *record;
  const GbCorpus *corpus = gb_table_corpus (writer);
  for (guint i = 0; i < corpus->n_occasions; i++) {
    GbScene *scene = gb_table_row (writer, &record);
    gb_occasion_row (scene, record, &corpus->occasions[i]);
    gb_table_put (writer, record);
  }
}

static void
put_span (GbTableWriter *writer, const GbCalendarYear *year, const char *kind, const char *name,
          GbDate from, GbDate to)
{
  GbValue *record;
  GbScene *scene = gb_table_row (writer, &record);
  gb_value_set_integer (record, "year", year->year);
  gb_value_set_boolean (record, "published", year->published);
  gb_value_set_string (record, "kind", kind);
  gb_value_set_string (record, "name", name);
  gb_scene_set_date (scene, record, "from", from);
  gb_scene_set_date (scene, record, "to", to);
  gb_table_put (writer, record);
}

static void
span_rows (GbTableWriter *writer, G_GNUC_UNUSED const GbRegistryCase *registry)
{
  const GbModel *model = gb_table_corpus (writer)->model;
  for (guint i = 0; i < model->calendar_files.length; i++) {
    const GbCalendarFile *file = GB_LIST_AT (GbCalendarFile, model->calendar_files, i);
    const GbCalendarYear *year = gb_calendar_year (&model->calendar, file->year);
    for (guint k = 0; year != NULL && k < year->n_holidays; k++)
      put_span (writer, year, "holiday", year->holidays[k].name, year->holidays[k].from,
                year->holidays[k].to);
    for (guint k = 0; year != NULL && k < year->n_workdays; k++)
      put_span (writer, year, "workday", NULL, year->workdays[k], year->workdays[k]);
  }
}

static void
criterion_rows (GbTableWriter *writer, G_GNUC_UNUSED const GbRegistryCase *registry)
{
  GbValue *record;
  GbScene *scene = gb_table_row (writer, &record);
  gb_criteria_list (scene, record);
  const GbValue *list = gb_value_get (record, "criteria");
  for (guint i = 0; i < list->length; i++)
    gb_table_put (writer, list->elements[i]);
}

static void
agency_rows (GbTableWriter *writer, G_GNUC_UNUSED const GbRegistryCase *registry)
{
  GbValue *record;
  const GbModel *model = gb_table_corpus (writer)->model;
  for (guint i = 0; i < model->agencies.length; i++) {
    (void)gb_table_row (writer, &record);
    gb_agency_set (record, GB_LIST_AT (GbAgency, model->agencies, i));
    gb_table_put (writer, record);
  }
}

/* -- the tables -- */

#define COLUMNS(table) .columns = (table), .n_columns = G_N_ELEMENTS (table)

enum { TABLE_ENTRIES = 5, TABLE_EVENTS };

const GbTable gb_tables[] = {
  { "policies", "政策文件", "每份文件一行：文号、机关、各日期及其推算依据、效力状态", "id",
    &gb_shape_policy, COLUMNS (policy_columns), policy_rows },
  { "versions", "文件各时期的文本", "修改过的文件，每一时期的文本一行", "policy,from",
    &gb_shape_version, COLUMNS (version_columns), version_rows },
  { "relations", "文件关系",
    "依据、修改、替代、废止，两个方向各一行：relation 为本文件与另一文件的关系", NULL,
    &gb_shape_relation, COLUMNS (relation_columns), relation_rows },
  { "registries", "名录", "每个名录一行", "id", &gb_shape_registry_row, COLUMNS (registry_columns),
    registry_rows },
  { "batches", "批次", "各名录的每一批次一行：决定文件、公示、数量", "registry,id", &gb_shape_batch,
    COLUMNS (batch_columns), batch_rows },
  [TABLE_ENTRIES]
  = { "entries", "名录条目", "所有名录的每一条目一行：状态、各日期及其推算依据、最近的决定文件",
      "registry,id", &gb_shape_entry, COLUMNS (entry_columns), entry_rows },
  [TABLE_EVENTS]
  = { "events", "条目变更", "所有名录条目的每一次变更一行：申报、公示、认定、延续、撤销等",
      "registry,entry,number", &gb_shape_event, COLUMNS (event_columns), event_rows },
  { "criteria", "认定条件", "每个名录的每一条件一行：怎样比较、数值、单位、条款", NULL,
    &gb_shape_condition, COLUMNS (criterion_columns), criterion_rows },
  { "notices", "公示", "每次公示一行：起止日及其推算依据、结果", "id", &gb_shape_notice,
    COLUMNS (notice_columns), notice_rows },
  { "proposed", "拟认定名单", "各次公示的每一对象一行", "notice,number", &gb_shape_proposed,
    COLUMNS (proposed_columns), proposed_rows },
  { "calendar", "日程", "每一事项一行：施行、期满、公示起止、复核、定期义务", NULL,
    &gb_shape_occasion, COLUMNS (occasion_columns), occasion_rows },
  { "workdays", "工作日历", "放假与补班，每段一行", "kind,from", &gb_shape_span,
    COLUMNS (span_columns), span_rows },
  { "agencies", "机构", "每个机构一行", "id", &gb_shape_whole_agency, COLUMNS (agency_columns),
    agency_rows },
};
const guint gb_tables_count = G_N_ELEMENTS (gb_tables);
const GbTable *const gb_tables_entries = &gb_tables[TABLE_ENTRIES];
const GbTable *const gb_tables_events = &gb_tables[TABLE_EVENTS];
