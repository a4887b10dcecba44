#include "export/shape.h"

#include "corpus/occasion.h"
#include "source/dictionary.h"
#include "view/href.h"

#include <string.h>

#define FIELD(key_, type_, title_, about_, ...)                                                    \
  {                                                                                                \
    .key = key_, .type = GB_SHAPE_##type_, .title = title_, .about = about_, __VA_ARGS__           \
  }
/* As content holds it; and what is never null. */
#define KEY(key_, ...)                                                                             \
  {                                                                                                \
    .key = key_, __VA_ARGS__                                                                       \
  }
#define MUST(key_, ...) KEY (key_, .always = TRUE, __VA_ARGS__)

#define SHAPE_NAMED(id, shape, name_, title_, schema_, ...)                                        \
  static const GbShapeField id##_fields[] = { __VA_ARGS__ };                                       \
  shape = { .name = name_,                                                                         \
            .title = title_,                                                                       \
            .schema = schema_,                                                                     \
            .fields = id##_fields,                                                                 \
            .n_fields = G_N_ELEMENTS (id##_fields) }
#define SHAPE(id, ...) SHAPE_NAMED (id, static const GbShape id##_shape, __VA_ARGS__)
/* One that tables have rows of. */
#define PUBLIC(id, ...) SHAPE_NAMED (id, const GbShape gb_shape_##id, __VA_ARGS__)

/* -- words that no vocabulary has -- */

static const char *const flag_words[]
  = { "amended", "tail-running", "review-due", "basis-lapsed", NULL };
static const char *const version_state_words[]
  = { "past", "current", "future", "never", "final", NULL };

/* -- pieces -- */

SHAPE (agency, "agency", "机构", &gb_schema_agency, MUST ("id"), MUST ("name"));

SHAPE (reference, "source", "出处", &gb_schema_reference, KEY ("title"), KEY ("url"), KEY ("note"));

SHAPE (clause, "clause", "条款", NULL,
       FIELD ("label", TEXT, "条款", "例如“第十四条（三）”", .always = TRUE),
       FIELD ("policy", ID, "条款所在的文件", NULL),
       FIELD ("anchor", TEXT, "条款在页面中的锚点", "接在文件网址和 # 之后"));

SHAPE (derivation, "derivation", "日期的推算依据", NULL,
       FIELD ("rule", TEXT, "推算规则",
              "这个日期怎样得出；stated 表示所引条款写明，recorded 表示按登记的日期",
              .always = TRUE, .words = gb_rule_names),
       FIELD ("from", DATE, "起算日", "自哪一日起算"),
       FIELD ("count", INTEGER, "数量", "多少日、月、年或者工作日"),
       FIELD ("provisional", BOOLEAN, "暂定", "有关年份的放假通知尚未公布，日期可能变动",
              .always = TRUE),
       FIELD ("clause", OBJECT, "依据条款", NULL, .shape = &clause_shape));

#define DERIVED(key, title)                                                                        \
  FIELD (key, OBJECT, title, "怎样得出", .always = TRUE, .optional = TRUE,                         \
         .shape = &derivation_shape)
#define DERIVATIONS(shape_)                                                                        \
  FIELD ("derivations", OBJECT, "推算依据", "各日期怎样得出，键与日期的键相同", .always = TRUE,    \
         .optional = TRUE, .shape = &shape_)

SHAPE (decision, "decision", "决定文件", &gb_schema_decision, KEY ("title"), KEY ("number"),
       FIELD ("issuer", OBJECT, "作出决定的机构", NULL, .shape = &agency_shape), KEY ("date"),
       KEY ("url"), KEY ("policy", .about = "决定文件已在本站收录的"));

#define LINK FIELD ("url", URL, "网址", "本站页面的完整网址")
#define TURNS FIELD ("turns", DATE, "下次变化", "不改内容时，所载状态下一次自动变化的日子")
#define TEXT_AND_CLAUSE                                                                            \
  FIELD ("text", TEXT, "规定原文", NULL),                                                          \
    FIELD ("clause", OBJECT, "条款", NULL, .shape = &clause_shape)

/* -- policies -- */

SHAPE (policy_derivation, "policy-derivations", "文件各日期的推算依据", NULL,
       DERIVED ("effective", "施行日期"), DERIVED ("last_day", "有效期至"),
       DERIVED ("tail", "延续办理至"), DERIVED ("review", "评估日期"));

SHAPE (ending, "ending", "提前终止", &gb_schema_ending, KEY ("date"),
       KEY ("policy", .about = "本站收录的"), KEY ("title"), KEY ("number"), KEY ("note"));

SHAPE (attachment, "attachment", "附件", &gb_schema_attachment, MUST ("title"),
       MUST ("file", .about = "在文件页面的网址之后"));

SHAPE (amending, "amending", "修改文件", &gb_schema_amendment,
       KEY ("policy", .about = "本站收录的"), KEY ("title"), KEY ("number"), KEY ("url"));

PUBLIC (version, "version", "文本", &gb_schema_version,
        FIELD ("from", DATE, "起始日", "这一文本自哪一日起施行"),
        FIELD ("last", DATE, "终止日", "这一文本施行到哪一日"),
        FIELD ("state", TEXT, "文本状态", NULL, .always = TRUE, .words = version_state_words),
        MUST ("title"), KEY ("note"),
        FIELD ("amended_by", OBJECT, "修改文件", NULL, .shape = &amending_shape), LINK);

PUBLIC (relation, "relation", "与另一文件的关系", &gb_schema_relation,
        KEY ("policy", .about = "本站收录的"), KEY ("title"), KEY ("number"), KEY ("url"),
        FIELD ("clause", OBJECT, "写明关系的条款", NULL, .shape = &clause_shape), KEY ("from"),
        KEY ("note"));

#define RELATED(key, title)                                                                        \
  FIELD (key, OBJECT, title, NULL, .list = TRUE, .optional = TRUE, .shape = &gb_shape_relation)
SHAPE (relations, "relations", "文件关系", NULL, RELATED ("replaced_by", "被替代"),
       RELATED ("repealed_by", "被废止"), RELATED ("amended_by", "被修改"),
       RELATED ("basis", "依据"), RELATED ("amends", "修改"), RELATED ("replaces", "替代"),
       RELATED ("repeals", "废止"), RELATED ("basis_of", "作为依据"));

PUBLIC (
  policy, "policy", "政策文件", &gb_schema_policy,
  FIELD ("id", ID, "文件标识", NULL, .always = TRUE), MUST ("title"), KEY ("number"),
  KEY ("registration"), KEY ("index"), KEY ("urgency"),
  MUST ("kind",
        .about = "normative 规范性文件，opinion 意见，plan 方案规划，notice 通知，other 其他"),
  FIELD ("issuer", OBJECT, "发文机关", NULL, .shape = &agency_shape),
  FIELD ("co_issuers", OBJECT, "联合发文机关", NULL, .list = TRUE, .shape = &agency_shape),
  KEY ("category"), KEY ("topics"), KEY ("keywords"), KEY ("disclosure"), KEY ("summary"),
  KEY ("signed"), KEY ("issued"), KEY ("published"), FIELD ("effective", DATE, "施行日期", NULL),
  FIELD ("last_day", DATE, "有效期至", "有效的最后一日"), DERIVATIONS (policy_derivation_shape),
  FIELD ("open_end", TEXT, "没有最后一日的原因",
         "indefinite 长期有效，not-stated 文件未载明，unknown 不详，not-recorded 本站未收录",
         .words = gb_open_end_names),
  FIELD ("tail", DATE, "延续办理至", "有效期满后仍按文件办理的事项办到哪一日"),
  FIELD ("tail_text", TEXT, "延续办理的说明", NULL),
  FIELD ("review", DATE, "评估日期", "自哪一日起应当评估"),
  FIELD ("repealed", OBJECT, "废止", NULL, .shape = &ending_shape),
  FIELD ("annulled", OBJECT, "撤销", NULL, .shape = &ending_shape),
  FIELD ("status", TEXT, "效力状态", "截至站点计算日", .always = TRUE, .words = gb_force_names),
  FIELD ("flags", TEXT, "状态提示",
         "amended 经过修改，tail-running 延续办理期内，review-due 应当评估，basis-lapsed "
         "依据文件已失效",
         .list = TRUE, .words = flag_words),
  FIELD ("attachments", OBJECT, "附件", NULL, .list = TRUE, .shape = &attachment_shape),
  FIELD ("source", OBJECT, "出处", NULL, .shape = &reference_shape), KEY ("notes"),
  FIELD ("versions", OBJECT, "各时期的文本", "新的在前", .list = TRUE, .shape = &gb_shape_version),
  FIELD ("relations", OBJECT, "文件关系", NULL, .always = TRUE, .shape = &relations_shape),
  FIELD ("registries", ID, "名录标识", "以本文件为规则的名录", .list = TRUE), LINK, TURNS);

/* -- registries -- */

SHAPE (count, "count", "各状态的数量", NULL,
       FIELD ("status", TEXT, "状态", NULL, .always = TRUE, .words = gb_standing_names),
       FIELD ("count", INTEGER, "数量", NULL, .always = TRUE));

SHAPE (rules, "rules", "本站未收录的规则文件", NULL, FIELD ("title", TEXT, "规则文件标题", NULL),
       FIELD ("number", TEXT, "规则文件文号", NULL), FIELD ("url", URL, "规则文件网址", NULL),
       FIELD ("note", TEXT, "规则文件说明", NULL));

#define REGISTRY_HEAD                                                                              \
  FIELD ("id", ID, "名录标识", NULL, .always = TRUE),                                              \
    FIELD ("href", TEXT, "页面路径", "自网站根目录起", .always = TRUE), MUST ("title"),            \
    KEY ("short_title"), KEY ("summary"),                                                          \
    MUST ("kind", .about = "cluster 集群，zone 片区，park 园区，pilot 试点"),                      \
    FIELD ("authority", OBJECT, "认定机构", NULL, .shape = &agency_shape),                         \
    KEY ("policy", .about = "本站收录的")
#define REGISTRY_TAIL                                                                              \
  FIELD ("counts", OBJECT, "各状态的数量", "截至站点计算日", .list = TRUE, .shape = &count_shape), \
    FIELD ("rules", OBJECT, "本站未收录的规则文件", NULL, .shape = &rules_shape),                  \
    KEY ("verb", .about = "名录怎样称呼列入，例如“认定”“确定”"), KEY ("notes"), LINK, TURNS

PUBLIC (registry_row, "registry-summary", "名录概况", &gb_schema_registry, REGISTRY_HEAD,
        FIELD ("entries", INTEGER, "条目数量", NULL, .always = TRUE), REGISTRY_TAIL,
        FIELD ("file", TEXT, "数据文件", "自 data/ 起的路径", .always = TRUE));

SHAPE (notice_rule, "notice-rule", "公示规则", &gb_schema_notice_rule, KEY ("days"),
       MUST ("unit", .about = "working 工作日，calendar 自然日"),
       MUST ("first_day", .about = "included 算第一日，excluded 不算"), MUST ("required"),
       KEY ("on_change", .about = "restart 重新公示，extend 延长"), TEXT_AND_CLAUSE);

SHAPE (years, "years", "年份", NULL, FIELD ("from", INTEGER, "自哪一年", NULL, .always = TRUE),
       FIELD ("to", INTEGER, "至哪一年", NULL, .always = TRUE));

SHAPE (term, "term-rule", "有效期规则", &gb_schema_term_rule, KEY ("years"),
       FIELD ("range", OBJECT, "年份", NULL, .shape = &years_shape), KEY ("until"),
       TEXT_AND_CLAUSE);

SHAPE (review, "review-rule", "复核规则", &gb_schema_review_rule, KEY ("years"),
       KEY ("months_before", .about = "期满前几个月复核"), TEXT_AND_CLAUSE);

SHAPE (duty, "duty", "定期义务", &gb_schema_duty, MUST ("id"), MUST ("every"),
       KEY ("due", .about = "例如 04-30"), KEY ("who"), MUST ("tracked"), TEXT_AND_CLAUSE);

SHAPE (use, "use", "名额使用", NULL, FIELD ("name", TEXT, "行业或者年份", NULL, .always = TRUE),
       FIELD ("used", INTEGER, "已用", NULL, .always = TRUE));

SHAPE (cap, "cap", "数量限制", &gb_schema_cap, MUST ("scope"), KEY ("minimum"), KEY ("maximum"),
       MUST ("approximate"), KEY ("period"),
       FIELD ("partial", BOOLEAN, "记录不全", NULL, .always = TRUE),
       FIELD ("used", INTEGER, "已用", NULL),
       FIELD ("uses", OBJECT, "分项已用", NULL, .list = TRUE, .shape = &use_shape),
       TEXT_AND_CLAUSE);

SHAPE (tie, "tie", "与另一名录的关系", &gb_schema_tie, KEY ("registry"), KEY ("batch"),
       KEY ("region", .about = "只及于这一行政区"), TEXT_AND_CLAUSE);

SHAPE (ground, "ground", "撤销事由", &gb_schema_ground, MUST ("id"), TEXT_AND_CLAUSE);

SHAPE (criterion, "criterion", "认定条件", &gb_schema_criterion, KEY ("id"), KEY ("title"),
       MUST ("comparison"), KEY ("value"), KEY ("unit"),
       KEY ("either", .about = "标识相同的几项条件，符合一项即可"), KEY ("group"), TEXT_AND_CLAUSE);

PUBLIC (condition, "condition", "各名录的认定条件", &gb_schema_criterion,
        FIELD ("registry", ID, "名录标识", NULL, .always = TRUE),
        FIELD ("policy", ID, "认定规则的文件标识", NULL),
        KEY ("id", .about = "不同名录中标识、单位都相同的，是同一指标"), KEY ("title"),
        MUST ("comparison"), KEY ("value"), KEY ("unit"),
        KEY ("either", .about = "标识相同的几项条件，符合一项即可"), KEY ("group"),
        TEXT_AND_CLAUSE);

/* Each kind of rules that a registry may have. */
static const GbShape scheme_shape
  = { .name = "scheme", .title = "认定规则", .schema = &gb_schema_registry, .objects = TRUE };

PUBLIC (batch, "batch", "批次", &gb_schema_batch,
        FIELD ("id", ID, "批次标识", NULL, .always = TRUE), MUST ("title"), KEY ("year"),
        FIELD ("decision", OBJECT, "决定文件", NULL, .shape = &decision_shape), KEY ("notice"),
        KEY ("certified"), KEY ("noticed"), KEY ("announced", .about = "名单原有多少条"),
        FIELD ("recorded", INTEGER, "收录数量", "本站收录多少条", .always = TRUE), MUST ("partial"),
        KEY ("scope"),
        FIELD ("sources", OBJECT, "出处", NULL, .list = TRUE, .shape = &reference_shape),
        KEY ("note"));

SHAPE (event_derivation, "event-derivations", "变更各日期的推算依据", NULL,
       DERIVED ("from", "起始日"), DERIVED ("to", "最后一日"));

PUBLIC (
  event, "event", "变更", &gb_schema_event, FIELD ("when", WHEN, "日期", NULL),
  MUST ("kind",
        .about
        = "applied 申报，proposed 拟认定，noticed 公示，certified 认定，reported 报送，evaluated "
          "评估，renewed 延续，revoked 撤销，withdrawn 退出，renamed 更名"),
  FIELD ("implied", BOOLEAN, "由批次得出", "条目自身没有记录，按所在批次得出", .always = TRUE),
  FIELD ("decision", OBJECT, "决定文件", NULL, .shape = &decision_shape), KEY ("notice"),
  KEY ("from"), KEY ("to"), DERIVATIONS (event_derivation_shape), KEY ("ground"), KEY ("name"),
  KEY ("result", .about = "passed 通过，failed 未通过"), KEY ("duty"), KEY ("period"),
  FIELD ("score", TEXT, "得分", NULL), KEY ("note"),
  FIELD ("source", OBJECT, "出处", NULL, .shape = &reference_shape));

#define DAY(_, id, occasion, key, title, about) FIELD (key, DATE, title, about),
#define DERIVED_DAY(_, id, occasion, key, title, about) DERIVED (key, title),
SHAPE (entry_derivation, "entry-derivations", "条目各日期的推算依据", NULL,
       DERIVED ("from", "有效期起"), GB_ENTRY_DAYS_TOLD (DERIVED_DAY, ));

PUBLIC (entry, "entry", "名录条目", &gb_schema_entry, MUST ("id", .about = "在名录内不重复"),
        MUST ("name", .about = "现名"), FIELD ("first_name", TEXT, "原名", "更名前列入时的名称"),
        FIELD ("batch", ID, "批次标识", NULL, .always = TRUE), KEY ("region"),
        KEY ("industry", .about = "名录列有行业的，为行业标识"), KEY ("group"), KEY ("lead"),
        KEY ("support"),
        FIELD ("status", TEXT, "状态", "截至站点计算日", .always = TRUE,
               .words = gb_standing_names),
        FIELD ("certified", WHEN, "首次认定日期", "知道到日、月或者年"),
        FIELD ("from", DATE, "有效期起", NULL),
        GB_ENTRY_DAYS_TOLD (DAY, ) DERIVATIONS (entry_derivation_shape),
        FIELD ("ended", WHEN, "提前终止日期", "撤销、退出的日期，知道到日、月或者年"),
        FIELD ("events", OBJECT, "变更", "按日期先后", .list = TRUE, .shape = &gb_shape_event),
        KEY ("same_as", .about = "在其他名录中的条目：名录标识/条目标识"),
        FIELD ("sources", OBJECT, "出处", NULL, .list = TRUE, .shape = &reference_shape),
        KEY ("note"), LINK, TURNS);

SHAPE (registry, "registry", "名录", &gb_schema_registry, REGISTRY_HEAD,
       FIELD ("entries", OBJECT, "条目", NULL, .list = TRUE, .shape = &gb_shape_entry),
       REGISTRY_TAIL,
       FIELD ("scheme", OBJECT, "认定规则", NULL, .always = TRUE, .shape = &scheme_shape),
       FIELD ("batches", OBJECT, "批次", NULL, .list = TRUE, .shape = &gb_shape_batch),
       FIELD ("days", WHEN, "变化日", "名录有变化的日子；不知道是哪一日的，为月或者年",
              .list = TRUE));

/* -- notices -- */

SHAPE (notice_derivation, "notice-derivations", "公示各日期的推算依据", NULL,
       DERIVED ("closes", "截止日"), DERIVED ("computed", "按规则算得的截止日"));

SHAPE (period, "period", "公示期", &gb_schema_notice_rule, MUST ("days"),
       MUST ("unit", .about = "working 工作日，calendar 自然日"),
       MUST ("first_day", .about = "included 算第一日，excluded 不算"));

SHAPE (extension, "extension", "延长", &gb_schema_extension, KEY ("announced"), KEY ("reason"));

SHAPE (channel, "channel", "反映意见的途径", &gb_schema_channel, KEY ("kind"), KEY ("value"),
       KEY ("note"));

PUBLIC (proposed, "proposed", "拟认定对象", &gb_schema_proposed, MUST ("name"), KEY ("region"),
        KEY ("industry"), KEY ("note"), KEY ("entry", .about = "后来列入名录的"));

SHAPE (correction, "correction", "更正", &gb_schema_correction, KEY ("date"), KEY ("text"),
       MUST ("editorial", .about = "不影响公示期"),
       FIELD ("restarted", BOOLEAN, "重新公示", NULL, .always = TRUE));

SHAPE (outcome, "outcome", "结果", &gb_schema_outcome, KEY ("date"),
       MUST ("kind",
             .about = "certified 全部认定，partly 部分认定，withdrawn 撤回，restarted 重新公示"),
       KEY ("text"), FIELD ("decision", OBJECT, "决定文件", NULL, .shape = &decision_shape));

PUBLIC (notice, "notice", "公示", &gb_schema_notice,
        FIELD ("id", ID, "公示标识", NULL, .always = TRUE), MUST ("title"), KEY ("number"),
        FIELD ("issuer", OBJECT, "发布机构", NULL, .shape = &agency_shape), KEY ("registry"),
        KEY ("batch"),
        FIELD ("state", TEXT, "公示状态", "截至站点计算日", .always = TRUE,
               .words = gb_notice_state_names),
        KEY ("published"), KEY ("opens"), KEY ("closes", .about = "公示的最后一日"),
        DERIVATIONS (notice_derivation_shape),
        FIELD ("rule", OBJECT, "公示期", NULL, .shape = &period_shape),
        FIELD ("computed", DATE, "按规则算得的截止日", "与截止日不同时才有"), KEY ("closes_reason"),
        FIELD ("extension", OBJECT, "延长", NULL, .shape = &extension_shape),
        FIELD ("channels", OBJECT, "反映意见的途径", NULL, .list = TRUE, .shape = &channel_shape),
        FIELD ("proposed", OBJECT, "拟认定名单", NULL, .list = TRUE, .shape = &gb_shape_proposed),
        FIELD ("corrections", OBJECT, "更正", NULL, .list = TRUE, .shape = &correction_shape),
        FIELD ("outcome", OBJECT, "结果", NULL, .shape = &outcome_shape), KEY ("summary"),
        FIELD ("sources", OBJECT, "出处", NULL, .list = TRUE, .shape = &reference_shape), LINK,
        TURNS);

/* -- days -- */

SHAPE (occasion_derivation, "occasion-derivations", "日程日期的推算依据", NULL,
       DERIVED ("date", "日期"));

PUBLIC (
  occasion, "occasion", "日程事项", NULL, FIELD ("date", DATE, "日期", NULL, .always = TRUE),
  FIELD (
    "kind", TEXT, "事项",
    "例如 notice-opens 公示开始，notice-closes 公示截止，policy-effective 施行，policy-expires "
    "有效期满，term-ends 认定期满，duty 定期义务",
    .always = TRUE, .words = gb_occasion_names),
  FIELD ("provisional", BOOLEAN, "暂定", "有关年份的放假通知尚未公布，日期可能变动",
         .always = TRUE),
  FIELD ("policy", ID, "文件标识", NULL), FIELD ("notice", ID, "公示标识", NULL),
  FIELD ("registry", ID, "名录标识", NULL), FIELD ("batch", ID, "批次标识", NULL),
  FIELD ("duty", ID, "义务标识", NULL),
  FIELD ("entries", ID, "条目标识", "涉及哪些条目", .list = TRUE),
  DERIVATIONS (occasion_derivation_shape));

SHAPE (calendar_source, "calendar-source", "放假通知", &gb_schema_calendar_source, KEY ("number"),
       KEY ("title"), KEY ("date"), KEY ("url"));

SHAPE (holiday, "holiday", "放假", &gb_schema_holiday, MUST ("name"), MUST ("from"), MUST ("to"));

SHAPE (year, "year", "工作日历的一年", &gb_schema_calendar, MUST ("year"),
       FIELD ("published", BOOLEAN, "通知是否已公布", NULL, .always = TRUE),
       FIELD ("sources", OBJECT, "放假通知", NULL, .list = TRUE, .shape = &calendar_source_shape),
       FIELD ("holidays", OBJECT, "放假", NULL, .list = TRUE, .shape = &holiday_shape),
       KEY ("workdays", .about = "上班的星期六、星期日"));

/* -- agencies -- */

PUBLIC (whole_agency, "agency-entry", "机构", &gb_schema_agency, MUST ("id"), MUST ("name"),
        KEY ("short_name"), KEY ("aliases"),
        KEY ("level", .about = "national 国家，province 省，city 市，county 县，town 镇街"),
        KEY ("region"), KEY ("parent"), KEY ("url"));

/* -- files -- */

#define FILE_OF(id, key, item, title)                                                              \
  SHAPE (id, key, title, NULL, FIELD (key, OBJECT, title, NULL, .list = TRUE, .shape = &item))

FILE_OF (policies, "policies", gb_shape_policy, "政策文件");
FILE_OF (registries, "registries", gb_shape_registry_row, "名录");
FILE_OF (notices, "notices", gb_shape_notice, "公示");
FILE_OF (conditions, "criteria", gb_shape_condition, "认定条件");
FILE_OF (occasions, "occasions", gb_shape_occasion, "日程");
FILE_OF (calendar_years, "years", year_shape, "工作日历");
FILE_OF (agencies, "agencies", gb_shape_whole_agency, "机构");

const GbShapeFile gb_shape_files[] = {
  { "policies", GB_HREF_DATA "policies.json", &policies_shape },
  { "registries", GB_HREF_DATA "registries.json", &registries_shape },
  { "registry", GB_HREF_DATA GB_HREF_REGISTRIES "%s.json", &registry_shape },
  { "criteria", GB_HREF_DATA "criteria.json", &conditions_shape },
  { "notices", GB_HREF_DATA "notices.json", &notices_shape },
  { "calendar", GB_HREF_DATA "calendar.json", &occasions_shape },
  { "workdays", GB_HREF_DATA "workdays.json", &calendar_years_shape },
  { "agencies", GB_HREF_DATA "agencies.json", &agencies_shape },
  { NULL, NULL, NULL },
};

/* -- rows that no JSON file has -- */

static const char *const span_words[] = { "holiday", "workday", NULL };
PUBLIC (span, "span", "放假或者补班", NULL,
        FIELD ("year", INTEGER, "年份", "放假通知所属的年份", .always = TRUE),
        FIELD ("published", BOOLEAN, "通知是否已公布", NULL, .always = TRUE),
        FIELD ("kind", TEXT, "种类", "holiday 放假，workday 补班", .always = TRUE,
               .words = span_words),
        FIELD ("name", TEXT, "节日", NULL), FIELD ("from", DATE, "首日", NULL, .always = TRUE),
        FIELD ("to", DATE, "末日", NULL, .always = TRUE));

/* -- the fields -- */

/* Of the objects that a dictionary names, those that data has otherwise than content. */
static const GbShape *const own_shapes[]
  = { &notice_rule_shape, &term_shape, &review_shape, &duty_shape,
      &cap_shape,         &tie_shape,  &ground_shape, &criterion_shape };

static void
complete (GbShapeField *field, const GbField *key)
{
  static const GbShapeType types[] = {
    [GB_FIELD_ID] = GB_SHAPE_ID,          [GB_FIELD_URL] = GB_SHAPE_URL,
    [GB_FIELD_DATE] = GB_SHAPE_DATE,      [GB_FIELD_DATES] = GB_SHAPE_DATE,
    [GB_FIELD_WHEN] = GB_SHAPE_WHEN,      [GB_FIELD_INTEGER] = GB_SHAPE_INTEGER,
    [GB_FIELD_NUMBER] = GB_SHAPE_NUMBER,  [GB_FIELD_BOOLEAN] = GB_SHAPE_BOOLEAN,
    [GB_FIELD_CHOICE] = GB_SHAPE_TEXT,    [GB_FIELD_TEXTS] = GB_SHAPE_TEXT,
    [GB_FIELD_MONTH_DAY] = GB_SHAPE_TEXT, [GB_FIELD_CLAUSE] = GB_SHAPE_OBJECT,
    [GB_FIELD_OBJECT] = GB_SHAPE_OBJECT,  [GB_FIELD_OBJECTS] = GB_SHAPE_OBJECT,
  };
  field->title = key->title;
  field->type = types[key->type];
  field->list
    = key->type == GB_FIELD_TEXTS || key->type == GB_FIELD_DATES || key->type == GB_FIELD_OBJECTS;
  field->words = key->choices;
  field->shape = key->type == GB_FIELD_CLAUSE ? &clause_shape : NULL;
  field->schema = key->schema;
  for (guint i = 0; key->schema != NULL && i < G_N_ELEMENTS (own_shapes); i++)
    if (own_shapes[i]->schema == key->schema)
      field->shape = own_shapes[i];
}

/* The key at @index of those in the schema of @shape that data has; NULL after the last. */
static const GbField *
key_at (const GbShape *shape, guint index)
{
  for (guint i = 0; i < shape->schema->n_fields; i++) {
    const GbField *key = &shape->schema->fields[i];
    if (key->title != NULL && (!shape->objects || key->schema != NULL) && index-- == 0)
      return key;
  }
  return NULL;
}

static const GbField *
key_named (const GbSchema *schema, const char *name)
{
  for (guint i = 0; i < schema->n_fields; i++)
    if (strcmp (schema->fields[i].key, name) == 0)
      return &schema->fields[i];
  return NULL;
}

GbShapeField
gb_shape_field (const GbShape *shape, guint index)
{
  GbShapeField field = { .key = NULL };
  const GbField *key = NULL;
  if (shape->fields == NULL) {
    key = key_at (shape, index);
    if (key != NULL)
      field = (GbShapeField){ .key = key->key, .always = key->type == GB_FIELD_BOOLEAN };
  } else if (index < shape->n_fields) {
    field = shape->fields[index];
    if (field.title == NULL)
      key = key_named (shape->schema, field.key);
  }
  if (key != NULL)
    complete (&field, key);
  return field;
}

GbShape
gb_shape_inner (const GbShapeField *field)
{
  if (field->shape != NULL)
    return *field->shape;
  if (field->schema == NULL)
    return (GbShape){ .name = NULL };
  return (
    GbShape){ .name = field->schema->name, .title = field->schema->title, .schema = field->schema };
}
