/* The members of every object of the data files. */
#include "view/shape.h"

#define FIELD(key_, type_, title_, about_, ...)                                                    \
  {                                                                                                \
    .key = key_, .type = GB_SHAPE_##type_, .title = title_, .about = about_, __VA_ARGS__           \
  }
#define SHAPE(id, name_, title_)                                                                   \
  static const GbShape id##_shape = {                                                              \
    .name = name_, .title = title_, .fields = id##_fields, .n_fields = G_N_ELEMENTS (id##_fields)  \
  }

/* One that tables have rows of. */
#define PUBLIC(id, name_, title_)                                                                  \
  const GbShape gb_shape_##id = {                                                                  \
    .name = name_, .title = title_, .fields = id##_fields, .n_fields = G_N_ELEMENTS (id##_fields)  \
  }

/* -- words that no vocabulary has -- */

static const char *const flag_words[]
  = { "amended", "tail-running", "review-due", "basis-lapsed", NULL };
static const char *const version_state_words[]
  = { "past", "current", "future", "never", "final", NULL };

/* -- pieces -- */

static const GbShapeField agency_fields[] = {
  FIELD ("id", ID, "机构标识", NULL, .always = TRUE),
  FIELD ("name", TEXT, "机构名称", NULL, .always = TRUE),
};
SHAPE (agency, "agency", "机构");

static const GbShapeField reference_fields[] = {
  FIELD ("title", TEXT, "出处名称", NULL),
  FIELD ("url", URL, "出处网址", NULL),
  FIELD ("note", TEXT, "出处说明", NULL),
};
SHAPE (reference, "source", "出处");

static const GbShapeField clause_fields[] = {
  FIELD ("label", TEXT, "条款", "例如“第十四条（三）”", .always = TRUE),
  FIELD ("policy", ID, "条款所在的文件", NULL),
  FIELD ("anchor", TEXT, "条款在页面中的锚点", "接在文件网址和 # 之后"),
};
SHAPE (clause, "clause", "条款");

static const GbShapeField derivation_fields[] = {
  FIELD ("rule", TEXT, "推算规则",
         "这个日期怎样得出；stated 表示所引条款写明，recorded 表示按登记的日期", .always = TRUE,
         .words = gb_rule_names),
  FIELD ("from", DATE, "起算日", "自哪一日起算"),
  FIELD ("count", INTEGER, "数量", "多少日、月、年或者工作日"),
  FIELD ("provisional", BOOLEAN, "暂定", "有关年份的放假通知尚未公布，日期可能变动",
         .always = TRUE),
  FIELD ("clause", OBJECT, "依据条款", NULL, .shape = &clause_shape),
};
SHAPE (derivation, "derivation", "日期的推算依据");

#define DERIVED(key, title)                                                                        \
  FIELD (key, OBJECT, title, "怎样得出", .always = TRUE, .optional = TRUE,                         \
         .shape = &derivation_shape)
#define DERIVATIONS(shape_)                                                                        \
  FIELD ("derivations", OBJECT, "推算依据", "各日期怎样得出，键与日期的键相同", .always = TRUE,    \
         .optional = TRUE, .shape = &shape_)

static const GbShapeField decision_fields[] = {
  FIELD ("title", TEXT, "决定文件标题", NULL),
  FIELD ("number", TEXT, "决定文件文号", NULL),
  FIELD ("issuer", OBJECT, "作出决定的机构", NULL, .shape = &agency_shape),
  FIELD ("date", DATE, "决定文件日期", NULL),
  FIELD ("url", URL, "决定文件网址", NULL),
  FIELD ("policy", ID, "决定文件标识", "决定文件已在本站收录的"),
};
SHAPE (decision, "decision", "决定文件");

#define LINK FIELD ("url", URL, "网址", "本站页面的完整网址")
#define TURNS FIELD ("turns", DATE, "下次变化", "不改内容时，所载状态下一次自动变化的日子")
#define TEXT_AND_CLAUSE                                                                            \
  FIELD ("text", TEXT, "规定原文", NULL),                                                          \
    FIELD ("clause", OBJECT, "条款", NULL, .shape = &clause_shape)

/* -- policies -- */

static const GbShapeField policy_derivation_fields[] = {
  DERIVED ("effective", "施行日期"),
  DERIVED ("last_day", "有效期至"),
  DERIVED ("tail", "延续办理至"),
  DERIVED ("review", "评估日期"),
};
SHAPE (policy_derivation, "policy-derivations", "文件各日期的推算依据");

static const GbShapeField ending_fields[] = {
  FIELD ("date", DATE, "终止日期", NULL),
  FIELD ("policy", ID, "作出决定的文件", "本站收录的"),
  FIELD ("title", TEXT, "作出决定的文件标题", NULL),
  FIELD ("number", TEXT, "作出决定的文件文号", NULL),
  FIELD ("note", TEXT, "说明", NULL),
};
SHAPE (ending, "ending", "提前终止");

static const GbShapeField attachment_fields[] = {
  FIELD ("title", TEXT, "附件名称", NULL, .always = TRUE),
  FIELD ("file", TEXT, "附件文件名", "在文件页面的网址之后", .always = TRUE),
};
SHAPE (attachment, "attachment", "附件");

static const GbShapeField amending_fields[] = {
  FIELD ("policy", ID, "修改文件标识", "本站收录的"),
  FIELD ("title", TEXT, "修改文件标题", NULL),
  FIELD ("number", TEXT, "修改文件文号", NULL),
  FIELD ("url", URL, "修改文件网址", NULL),
};
SHAPE (amending, "amending", "修改文件");

static const GbShapeField version_fields[] = {
  FIELD ("from", DATE, "起始日", "这一文本自哪一日起施行"),
  FIELD ("last", DATE, "终止日", "这一文本施行到哪一日"),
  FIELD ("state", TEXT, "文本状态", NULL, .always = TRUE, .words = version_state_words),
  FIELD ("title", TEXT, "这一文本的标题", NULL, .always = TRUE),
  FIELD ("note", TEXT, "修改说明", NULL),
  FIELD ("amended_by", OBJECT, "修改文件", NULL, .shape = &amending_shape),
  LINK,
};
PUBLIC (version, "version", "文本");

static const GbShapeField relation_fields[] = {
  FIELD ("policy", ID, "另一文件标识", "本站收录的"),
  FIELD ("title", TEXT, "另一文件标题", NULL),
  FIELD ("number", TEXT, "另一文件文号", NULL),
  FIELD ("url", URL, "另一文件网址", NULL),
  FIELD ("clause", OBJECT, "写明关系的条款", NULL, .shape = &clause_shape),
  FIELD ("from", DATE, "自何日起", NULL),
  FIELD ("note", TEXT, "说明", NULL),
};
PUBLIC (relation, "relation", "与另一文件的关系");

#define RELATED(key, title)                                                                        \
  FIELD (key, OBJECT, title, NULL, .list = TRUE, .optional = TRUE, .shape = &gb_shape_relation)
static const GbShapeField relations_fields[] = {
  RELATED ("replaced_by", "被替代"), RELATED ("repealed_by", "被废止"),
  RELATED ("amended_by", "被修改"),  RELATED ("basis", "依据"),
  RELATED ("amends", "修改"),        RELATED ("replaces", "替代"),
  RELATED ("repeals", "废止"),       RELATED ("basis_of", "作为依据"),
};
SHAPE (relations, "relations", "文件关系");

static const GbShapeField policy_fields[] = {
  FIELD ("id", ID, "文件标识", NULL, .always = TRUE),
  FIELD ("title", TEXT, "标题", NULL, .always = TRUE),
  FIELD ("number", TEXT, "发文字号", NULL),
  FIELD ("registration", TEXT, "规范性文件编号", NULL),
  FIELD ("index", TEXT, "索引号", NULL),
  FIELD ("urgency", TEXT, "紧急程度", NULL),
  FIELD ("kind", TEXT, "文件种类",
         "normative 规范性文件，opinion 意见，plan 方案规划，notice 通知，other 其他",
         .always = TRUE, .words = gb_policy_kind_names),
  FIELD ("issuer", OBJECT, "发文机关", NULL, .shape = &agency_shape),
  FIELD ("co_issuers", OBJECT, "联合发文机关", NULL, .list = TRUE, .shape = &agency_shape),
  FIELD ("category", TEXT, "主题分类", NULL),
  FIELD ("topics", TEXT, "主题", NULL, .list = TRUE),
  FIELD ("keywords", TEXT, "主题词", NULL, .list = TRUE),
  FIELD ("disclosure", TEXT, "公开方式", NULL),
  FIELD ("summary", TEXT, "摘要", NULL),
  FIELD ("signed", DATE, "成文日期", NULL),
  FIELD ("issued", DATE, "印发日期", NULL),
  FIELD ("published", DATE, "发布日期", NULL),
  FIELD ("effective", DATE, "施行日期", NULL),
  FIELD ("last_day", DATE, "有效期至", "有效的最后一日"),
  DERIVATIONS (policy_derivation_shape),
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
  FIELD ("source", OBJECT, "出处", NULL, .shape = &reference_shape),
  FIELD ("notes", TEXT, "整理说明", NULL, .list = TRUE),
  FIELD ("versions", OBJECT, "各时期的文本", "新的在前", .list = TRUE, .shape = &gb_shape_version),
  FIELD ("relations", OBJECT, "文件关系", NULL, .always = TRUE, .shape = &relations_shape),
  FIELD ("registries", ID, "名录标识", "以本文件为规则的名录", .list = TRUE),
  LINK,
  TURNS,
};
PUBLIC (policy, "policy", "政策文件");

/* -- registries -- */

static const GbShapeField count_fields[] = {
  FIELD ("status", TEXT, "状态", NULL, .always = TRUE, .words = gb_standing_names),
  FIELD ("count", INTEGER, "数量", NULL, .always = TRUE),
};
SHAPE (count, "count", "各状态的数量");

static const GbShapeField rules_fields[] = {
  FIELD ("title", TEXT, "规则文件标题", NULL),
  FIELD ("number", TEXT, "规则文件文号", NULL),
  FIELD ("url", URL, "规则文件网址", NULL),
  FIELD ("note", TEXT, "规则文件说明", NULL),
};
SHAPE (rules, "rules", "本站未收录的规则文件");

#define REGISTRY_HEAD                                                                              \
  FIELD ("id", ID, "名录标识", NULL, .always = TRUE),                                              \
    FIELD ("href", TEXT, "页面路径", "自网站根目录起", .always = TRUE),                            \
    FIELD ("title", TEXT, "名录名称", NULL, .always = TRUE),                                       \
    FIELD ("short_title", TEXT, "名录简称", NULL), FIELD ("summary", TEXT, "摘要", NULL),          \
    FIELD ("kind", TEXT, "名录种类", "cluster 集群，zone 片区，park 园区，pilot 试点",             \
           .always = TRUE, .words = gb_registry_kind_names),                                       \
    FIELD ("authority", OBJECT, "认定机构", NULL, .shape = &agency_shape),                         \
    FIELD ("policy", ID, "规则文件标识", "本站收录的")
#define REGISTRY_TAIL                                                                              \
  FIELD ("counts", OBJECT, "各状态的数量", "截至站点计算日", .list = TRUE, .shape = &count_shape), \
    FIELD ("rules", OBJECT, "本站未收录的规则文件", NULL, .shape = &rules_shape),                  \
    FIELD ("verb", TEXT, "认定一词", "名录怎样称呼列入，例如“认定”“确定”"),                        \
    FIELD ("notes", TEXT, "整理说明", NULL, .list = TRUE), LINK, TURNS

static const GbShapeField registry_row_fields[] = {
  REGISTRY_HEAD,
  FIELD ("entries", INTEGER, "条目数量", NULL, .always = TRUE),
  REGISTRY_TAIL,
  FIELD ("file", TEXT, "数据文件", "自 data/ 起的路径", .always = TRUE),
};
PUBLIC (registry_row, "registry-summary", "名录概况");

static const GbShapeField notice_rule_fields[] = {
  FIELD ("days", INTEGER, "公示期限", NULL),
  FIELD ("unit", TEXT, "日的种类", "working 工作日，calendar 自然日", .always = TRUE,
         .words = gb_day_unit_names),
  FIELD ("first_day", TEXT, "起始日", "included 算第一日，excluded 不算", .always = TRUE,
         .words = gb_first_day_names),
  FIELD ("required", BOOLEAN, "是否必须公示", NULL, .always = TRUE),
  FIELD ("on_change", TEXT, "名单更正时", "restart 重新公示，extend 延长",
         .words = gb_on_change_names),
  TEXT_AND_CLAUSE,
};
SHAPE (notice_rule, "notice-rule", "公示规则");

static const GbShapeField years_fields[] = {
  FIELD ("from", INTEGER, "自哪一年", NULL, .always = TRUE),
  FIELD ("to", INTEGER, "至哪一年", NULL, .always = TRUE),
};
SHAPE (years, "years", "年份");

static const GbShapeField term_fields[] = {
  FIELD ("years", INTEGER, "年数", NULL),
  FIELD ("range", OBJECT, "年份", NULL, .shape = &years_shape),
  FIELD ("until", DATE, "止于", NULL),
  TEXT_AND_CLAUSE,
};
SHAPE (term, "term-rule", "有效期规则");

static const GbShapeField review_fields[] = {
  FIELD ("years", INTEGER, "延续年数", NULL),
  FIELD ("months_before", INTEGER, "提前月数", "期满前几个月复核"),
  TEXT_AND_CLAUSE,
};
SHAPE (review, "review-rule", "复核规则");

static const GbShapeField duty_fields[] = {
  FIELD ("id", ID, "义务标识", NULL, .always = TRUE),
  FIELD ("every", TEXT, "周期", NULL, .always = TRUE, .words = gb_duty_period_names),
  FIELD ("due", TEXT, "截止月日", "例如 04-30"),
  FIELD ("who", TEXT, "由谁履行", NULL),
  FIELD ("tracked", BOOLEAN, "是否记录履行", NULL, .always = TRUE),
  TEXT_AND_CLAUSE,
};
SHAPE (duty, "duty", "定期义务");

static const GbShapeField use_fields[] = {
  FIELD ("name", TEXT, "行业或者年份", NULL, .always = TRUE),
  FIELD ("used", INTEGER, "已用", NULL, .always = TRUE),
};
SHAPE (use, "use", "名额使用");

static const GbShapeField cap_fields[] = {
  FIELD ("scope", TEXT, "范围", NULL, .always = TRUE, .words = gb_cap_scope_names),
  FIELD ("minimum", INTEGER, "不少于", NULL),
  FIELD ("maximum", INTEGER, "不超过", NULL),
  FIELD ("approximate", BOOLEAN, "约数", NULL, .always = TRUE),
  FIELD ("period", TEXT, "时期", NULL),
  FIELD ("partial", BOOLEAN, "记录不全", NULL, .always = TRUE),
  FIELD ("used", INTEGER, "已用", NULL),
  FIELD ("uses", OBJECT, "分项已用", NULL, .list = TRUE, .shape = &use_shape),
  TEXT_AND_CLAUSE,
};
SHAPE (cap, "cap", "数量限制");

static const GbShapeField tie_fields[] = {
  FIELD ("registry", ID, "另一名录", NULL),
  FIELD ("batch", ID, "批次", NULL),
  FIELD ("region", TEXT, "所在地", "只及于这一行政区"),
  TEXT_AND_CLAUSE,
};
SHAPE (tie, "tie", "与另一名录的关系");

static const GbShapeField ground_fields[] = {
  FIELD ("id", ID, "事由标识", NULL, .always = TRUE),
  TEXT_AND_CLAUSE,
};
SHAPE (ground, "ground", "撤销事由");

static const GbShapeField criterion_fields[] = {
  FIELD ("id", ID, "条件标识", NULL),
  FIELD ("title", TEXT, "条件", NULL),
  FIELD ("comparison", TEXT, "怎样比较", NULL, .always = TRUE, .words = gb_comparison_names),
  FIELD ("value", NUMBER, "数值", NULL),
  FIELD ("unit", TEXT, "单位", NULL),
  FIELD ("either", ID, "或者", "标识相同的几项条件，符合一项即可"),
  FIELD ("group", TEXT, "条件分组", NULL),
  TEXT_AND_CLAUSE,
};
SHAPE (criterion, "criterion", "认定条件");

static const GbShapeField condition_fields[] = {
  FIELD ("registry", ID, "名录标识", NULL, .always = TRUE),
  FIELD ("policy", ID, "认定规则的文件标识", NULL),
  FIELD ("id", ID, "条件标识", "不同名录中标识、单位都相同的，是同一指标"),
  FIELD ("title", TEXT, "条件", NULL),
  FIELD ("comparison", TEXT, "怎样比较", NULL, .always = TRUE, .words = gb_comparison_names),
  FIELD ("value", NUMBER, "数值", NULL),
  FIELD ("unit", TEXT, "单位", NULL),
  FIELD ("either", ID, "或者", "标识相同的几项条件，符合一项即可"),
  FIELD ("group", TEXT, "条件分组", NULL),
  TEXT_AND_CLAUSE,
};
PUBLIC (condition, "condition", "各名录的认定条件");

static const GbShapeField score_fields[] = {
  FIELD ("title", TEXT, "评分名称", NULL),
  FIELD ("total", NUMBER, "满分", NULL),
  FIELD ("pass", NUMBER, "合格线", NULL),
  FIELD ("unit", TEXT, "单位", NULL),
  TEXT_AND_CLAUSE,
};
SHAPE (score, "score", "评分");

static const GbShapeField scheme_fields[] = {
  FIELD ("notice", OBJECT, "公示规则", NULL, .shape = &notice_rule_shape),
  FIELD ("term", OBJECT, "有效期规则", NULL, .shape = &term_shape),
  FIELD ("review", OBJECT, "复核规则", NULL, .shape = &review_shape),
  FIELD ("duties", OBJECT, "定期义务", NULL, .list = TRUE, .shape = &duty_shape),
  FIELD ("caps", OBJECT, "数量限制", NULL, .list = TRUE, .shape = &cap_shape),
  FIELD ("prerequisites", OBJECT, "前提名录", NULL, .list = TRUE, .shape = &tie_shape),
  FIELD ("automatic", OBJECT, "自动列入", NULL, .list = TRUE, .shape = &tie_shape),
  FIELD ("revocation", OBJECT, "撤销事由", NULL, .list = TRUE, .shape = &ground_shape),
  FIELD ("criteria", OBJECT, "认定条件", NULL, .list = TRUE, .shape = &criterion_shape),
  FIELD ("scores", OBJECT, "评分", NULL, .list = TRUE, .shape = &score_shape),
};
SHAPE (scheme, "scheme", "认定规则");

static const GbShapeField batch_fields[] = {
  FIELD ("id", ID, "批次标识", NULL, .always = TRUE),
  FIELD ("title", TEXT, "批次名称", NULL, .always = TRUE),
  FIELD ("year", INTEGER, "年份", NULL),
  FIELD ("decision", OBJECT, "决定文件", NULL, .shape = &decision_shape),
  FIELD ("notice", ID, "公示标识", NULL),
  FIELD ("certified", WHEN, "认定日期", NULL),
  FIELD ("noticed", WHEN, "公示日期", NULL),
  FIELD ("announced", INTEGER, "公布数量", "名单原有多少条"),
  FIELD ("recorded", INTEGER, "收录数量", "本站收录多少条", .always = TRUE),
  FIELD ("partial", BOOLEAN, "收录不全", NULL, .always = TRUE),
  FIELD ("scope", TEXT, "收录范围", NULL),
  FIELD ("sources", OBJECT, "出处", NULL, .list = TRUE, .shape = &reference_shape),
  FIELD ("note", TEXT, "说明", NULL),
};
PUBLIC (batch, "batch", "批次");

static const GbShapeField event_derivation_fields[] = {
  DERIVED ("from", "起始日"),
  DERIVED ("to", "最后一日"),
};
SHAPE (event_derivation, "event-derivations", "变更各日期的推算依据");

static const GbShapeField event_fields[] = {
  FIELD ("when", WHEN, "日期", NULL),
  FIELD ("kind", TEXT, "变更种类",
         "applied 申报，proposed 拟认定，noticed 公示，certified 认定，reported 报送，evaluated "
         "评估，renewed 延续，revoked 撤销，withdrawn 退出，renamed 更名",
         .always = TRUE, .words = gb_event_names),
  FIELD ("implied", BOOLEAN, "由批次得出", "条目自身没有记录，按所在批次得出", .always = TRUE),
  FIELD ("decision", OBJECT, "决定文件", NULL, .shape = &decision_shape),
  FIELD ("notice", ID, "公示标识", NULL),
  FIELD ("from", DATE, "有效期起", NULL),
  FIELD ("to", DATE, "有效期至", NULL),
  DERIVATIONS (event_derivation_shape),
  FIELD ("ground", ID, "撤销事由", NULL),
  FIELD ("name", TEXT, "新名称", NULL),
  FIELD ("result", TEXT, "结果", "passed 通过，failed 未通过", .words = gb_result_names),
  FIELD ("duty", ID, "义务标识", NULL),
  FIELD ("period", TEXT, "所属时期", NULL),
  FIELD ("score", TEXT, "得分", NULL),
  FIELD ("note", TEXT, "说明", NULL),
  FIELD ("source", OBJECT, "出处", NULL, .shape = &reference_shape),
};
PUBLIC (event, "event", "变更");

static const GbShapeField entry_derivation_fields[] = {
  DERIVED ("from", "有效期起"),
  DERIVED ("last_day", "有效期至"),
};
SHAPE (entry_derivation, "entry-derivations", "条目各日期的推算依据");

static const GbShapeField entry_fields[] = {
  FIELD ("id", ID, "条目标识", "在名录内不重复", .always = TRUE),
  FIELD ("name", TEXT, "名称", "现名", .always = TRUE),
  FIELD ("first_name", TEXT, "原名", "更名前列入时的名称"),
  FIELD ("batch", ID, "批次标识", NULL, .always = TRUE),
  FIELD ("region", TEXT, "地区", NULL),
  FIELD ("industry", TEXT, "行业", "名录列有行业的，为行业标识"),
  FIELD ("group", TEXT, "分组", NULL),
  FIELD ("lead", TEXT, "牵头单位", NULL),
  FIELD ("support", TEXT, "支撑单位", NULL),
  FIELD ("status", TEXT, "状态", "截至站点计算日", .always = TRUE, .words = gb_standing_names),
  FIELD ("certified", WHEN, "首次认定日期", "知道到日、月或者年"),
  FIELD ("from", DATE, "有效期起", NULL),
  FIELD ("last_day", DATE, "有效期至", "有效的最后一日"),
  DERIVATIONS (entry_derivation_shape),
  FIELD ("ended", WHEN, "提前终止日期", "撤销、退出的日期，知道到日、月或者年"),
  FIELD ("events", OBJECT, "变更", "按日期先后", .list = TRUE, .shape = &gb_shape_event),
  FIELD ("same_as", TEXT, "同一对象", "在其他名录中的条目：名录标识/条目标识", .list = TRUE),
  FIELD ("sources", OBJECT, "出处", NULL, .list = TRUE, .shape = &reference_shape),
  FIELD ("note", TEXT, "说明", NULL),
  LINK,
  TURNS,
};
PUBLIC (entry, "entry", "名录条目");

static const GbShapeField registry_fields[] = {
  REGISTRY_HEAD,
  FIELD ("entries", OBJECT, "条目", NULL, .list = TRUE, .shape = &gb_shape_entry),
  REGISTRY_TAIL,
  FIELD ("scheme", OBJECT, "认定规则", NULL, .always = TRUE, .shape = &scheme_shape),
  FIELD ("batches", OBJECT, "批次", NULL, .list = TRUE, .shape = &gb_shape_batch),
  FIELD ("days", WHEN, "变化日", "名录有变化的日子；不知道是哪一日的，为月或者年", .list = TRUE),
};
SHAPE (registry, "registry", "名录");

/* -- notices -- */

static const GbShapeField notice_derivation_fields[] = {
  DERIVED ("closes", "截止日"),
  DERIVED ("computed", "按规则算得的截止日"),
};
SHAPE (notice_derivation, "notice-derivations", "公示各日期的推算依据");

static const GbShapeField period_fields[] = {
  FIELD ("days", INTEGER, "公示期限", NULL, .always = TRUE),
  FIELD ("unit", TEXT, "日的种类", "working 工作日，calendar 自然日", .always = TRUE,
         .words = gb_day_unit_names),
  FIELD ("first_day", TEXT, "起始日", "included 算第一日，excluded 不算", .always = TRUE,
         .words = gb_first_day_names),
};
SHAPE (period, "period", "公示期");

static const GbShapeField extension_fields[] = {
  FIELD ("announced", DATE, "宣布延长的日期", NULL),
  FIELD ("reason", TEXT, "延长原因", NULL),
};
SHAPE (extension, "extension", "延长");

static const GbShapeField channel_fields[] = {
  FIELD ("kind", TEXT, "途径", NULL),
  FIELD ("value", TEXT, "号码或者地址", NULL),
  FIELD ("note", TEXT, "说明", NULL),
};
SHAPE (channel, "channel", "反映意见的途径");

static const GbShapeField proposed_fields[] = {
  FIELD ("name", TEXT, "名称", NULL, .always = TRUE),
  FIELD ("region", TEXT, "地区", NULL),
  FIELD ("industry", TEXT, "行业", NULL),
  FIELD ("note", TEXT, "说明", NULL),
  FIELD ("entry", ID, "条目标识", "后来列入名录的"),
};
PUBLIC (proposed, "proposed", "拟认定对象");

static const GbShapeField correction_fields[] = {
  FIELD ("date", DATE, "更正日期", NULL),
  FIELD ("text", TEXT, "更正内容", NULL),
  FIELD ("editorial", BOOLEAN, "文字更正", "不影响公示期", .always = TRUE),
  FIELD ("restarted", BOOLEAN, "重新公示", NULL, .always = TRUE),
};
SHAPE (correction, "correction", "更正");

static const GbShapeField outcome_fields[] = {
  FIELD ("date", DATE, "结果日期", NULL),
  FIELD ("kind", TEXT, "公示结果",
         "certified 全部认定，partly 部分认定，withdrawn 撤回，restarted 重新公示", .always = TRUE,
         .words = gb_outcome_names),
  FIELD ("text", TEXT, "结果说明", NULL),
  FIELD ("decision", OBJECT, "决定文件", NULL, .shape = &decision_shape),
};
SHAPE (outcome, "outcome", "结果");

static const GbShapeField notice_fields[] = {
  FIELD ("id", ID, "公示标识", NULL, .always = TRUE),
  FIELD ("title", TEXT, "标题", NULL, .always = TRUE),
  FIELD ("number", TEXT, "文号", NULL),
  FIELD ("issuer", OBJECT, "发布机构", NULL, .shape = &agency_shape),
  FIELD ("registry", ID, "名录标识", NULL),
  FIELD ("batch", ID, "批次标识", NULL),
  FIELD ("state", TEXT, "公示状态", "截至站点计算日", .always = TRUE,
         .words = gb_notice_state_names),
  FIELD ("published", DATE, "发布日期", NULL),
  FIELD ("opens", WHEN, "起始日", NULL),
  FIELD ("closes", DATE, "截止日", "公示的最后一日"),
  DERIVATIONS (notice_derivation_shape),
  FIELD ("rule", OBJECT, "公示期", NULL, .shape = &period_shape),
  FIELD ("computed", DATE, "按规则算得的截止日", "与截止日不同时才有"),
  FIELD ("closes_reason", TEXT, "不同的原因", NULL),
  FIELD ("extension", OBJECT, "延长", NULL, .shape = &extension_shape),
  FIELD ("channels", OBJECT, "反映意见的途径", NULL, .list = TRUE, .shape = &channel_shape),
  FIELD ("proposed", OBJECT, "拟认定名单", NULL, .list = TRUE, .shape = &gb_shape_proposed),
  FIELD ("corrections", OBJECT, "更正", NULL, .list = TRUE, .shape = &correction_shape),
  FIELD ("outcome", OBJECT, "结果", NULL, .shape = &outcome_shape),
  FIELD ("summary", TEXT, "摘要", NULL),
  FIELD ("sources", OBJECT, "出处", NULL, .list = TRUE, .shape = &reference_shape),
  LINK,
  TURNS,
};
PUBLIC (notice, "notice", "公示");

/* -- days -- */

static const GbShapeField occasion_derivation_fields[] = { DERIVED ("date", "日期") };
SHAPE (occasion_derivation, "occasion-derivations", "日程日期的推算依据");

static const GbShapeField occasion_fields[] = {
  FIELD ("date", DATE, "日期", NULL, .always = TRUE),
  FIELD (
    "kind", TEXT, "事项",
    "例如 notice-opens 公示开始，notice-closes 公示截止，policy-effective 施行，policy-expires "
    "有效期满，term-ends 认定期满，duty 定期义务",
    .always = TRUE, .words = gb_occasion_names),
  FIELD ("provisional", BOOLEAN, "暂定", "有关年份的放假通知尚未公布，日期可能变动",
         .always = TRUE),
  FIELD ("policy", ID, "文件标识", NULL),
  FIELD ("notice", ID, "公示标识", NULL),
  FIELD ("registry", ID, "名录标识", NULL),
  FIELD ("batch", ID, "批次标识", NULL),
  FIELD ("duty", ID, "义务标识", NULL),
  FIELD ("entries", ID, "条目标识", "涉及哪些条目", .list = TRUE),
  DERIVATIONS (occasion_derivation_shape),
};
PUBLIC (occasion, "occasion", "日程事项");

static const GbShapeField calendar_source_fields[] = {
  FIELD ("number", TEXT, "放假通知文号", NULL),
  FIELD ("title", TEXT, "放假通知标题", NULL),
  FIELD ("date", DATE, "放假通知日期", NULL),
  FIELD ("url", URL, "放假通知网址", NULL),
};
SHAPE (calendar_source, "calendar-source", "放假通知");

static const GbShapeField holiday_fields[] = {
  FIELD ("name", TEXT, "节日", NULL, .always = TRUE),
  FIELD ("from", DATE, "放假首日", NULL, .always = TRUE),
  FIELD ("to", DATE, "放假末日", NULL, .always = TRUE),
};
SHAPE (holiday, "holiday", "放假");

static const GbShapeField year_fields[] = {
  FIELD ("year", INTEGER, "年份", NULL, .always = TRUE),
  FIELD ("published", BOOLEAN, "通知是否已公布", NULL, .always = TRUE),
  FIELD ("sources", OBJECT, "放假通知", NULL, .list = TRUE, .shape = &calendar_source_shape),
  FIELD ("holidays", OBJECT, "放假", NULL, .list = TRUE, .shape = &holiday_shape),
  FIELD ("workdays", DATE, "补班日", "上班的星期六、星期日", .list = TRUE),
};
SHAPE (year, "year", "工作日历的一年");

/* -- agencies -- */

static const GbShapeField whole_agency_fields[] = {
  FIELD ("id", ID, "机构标识", NULL, .always = TRUE),
  FIELD ("name", TEXT, "机构名称", NULL, .always = TRUE),
  FIELD ("short_name", TEXT, "机构简称", NULL),
  FIELD ("aliases", TEXT, "其他名称", NULL, .list = TRUE),
  FIELD ("level", TEXT, "层级", "national 国家，province 省，city 市，county 县，town 镇街",
         .words = gb_level_names),
  FIELD ("region", TEXT, "地区", NULL),
  FIELD ("parent", ID, "上级机构", NULL),
  FIELD ("url", URL, "机构网址", NULL),
};
PUBLIC (whole_agency, "agency-entry", "机构");

/* -- files -- */

#define FILE_OF(id, key, item, title)                                                              \
  static const GbShapeField id##_fields[]                                                          \
    = { FIELD (key, OBJECT, title, NULL, .list = TRUE, .shape = &item) };                          \
  SHAPE (id, key, title)

FILE_OF (policies, "policies", gb_shape_policy, "政策文件");
FILE_OF (registries, "registries", gb_shape_registry_row, "名录");
FILE_OF (notices, "notices", gb_shape_notice, "公示");
FILE_OF (conditions, "criteria", gb_shape_condition, "认定条件");
FILE_OF (occasions, "occasions", gb_shape_occasion, "日程");
FILE_OF (calendar_years, "years", year_shape, "工作日历");
FILE_OF (agencies, "agencies", gb_shape_whole_agency, "机构");

const GbShapeFile gb_shape_files[] = {
  { "policies", "data/policies.json", &policies_shape },
  { "registries", "data/registries.json", &registries_shape },
  { "registry", "data/registries/%s.json", &registry_shape },
  { "criteria", "data/criteria.json", &conditions_shape },
  { "notices", "data/notices.json", &notices_shape },
  { "calendar", "data/calendar.json", &occasions_shape },
  { "workdays", "data/workdays.json", &calendar_years_shape },
  { "agencies", "data/agencies.json", &agencies_shape },
  { NULL, NULL, NULL },
};

/* -- rows that no JSON file has -- */

static const char *const span_words[] = { "holiday", "workday", NULL };
static const GbShapeField span_fields[] = {
  FIELD ("year", INTEGER, "年份", "放假通知所属的年份", .always = TRUE),
  FIELD ("published", BOOLEAN, "通知是否已公布", NULL, .always = TRUE),
  FIELD ("kind", TEXT, "种类", "holiday 放假，workday 补班", .always = TRUE, .words = span_words),
  FIELD ("name", TEXT, "节日", NULL),
  FIELD ("from", DATE, "首日", NULL, .always = TRUE),
  FIELD ("to", DATE, "末日", NULL, .always = TRUE),
};
PUBLIC (span, "span", "放假或者补班");
