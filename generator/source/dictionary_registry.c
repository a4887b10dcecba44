/* The schemas of registries, batches and notices. */
#include "source/dictionary.h"

/* --- The scheme of a registry ---------------------------------------------------------------- */

#define TEXT_AND_CLAUSE(Struct, about_text, about_clause)                                          \
  GB_NAMED (Struct, text, TEXT, "规定原文", about_text),                                           \
    GB_NAMED (Struct, clause, CLAUSE, "条款", about_clause)

GB_SCHEMA (
  notice_rule, GbNoticeRule, "notice-period", "公示期", "公示多长时间、怎样计算。", NULL,
  GB_NAMED (GbNoticeRule, days, INTEGER, "公示期限", "公示几日；规则没有写明的不写", .minimum = 1,
            .maximum = 3660),
  GB_NAMED (GbNoticeRule, unit, CHOICE, "日的种类",
            "按什么日子计算：working 工作日（默认）；calendar 自然日",
            .choices = gb_day_unit_names),
  GB_NAMED (GbNoticeRule, first_day, CHOICE, "起始日",
            "起始日算不算第一日：included 算；excluded 不算，自次日起算。不写的，按网站的期间算法",
            .choices = gb_first_day_names, .minimum = GB_FIRST_DAY_INCLUDED),
  GB_NAMED (GbNoticeRule, required, BOOLEAN, "是否必须公示", "是否必须公示；不写的为 true",
            .initial = TRUE),
  GB_NAMED (GbNoticeRule, on_change, CHOICE, "名单更正时",
            "公示期间更正名单、文字的，怎样办：restart 自更正之日起重新计算；extend "
            "另行写明延长。规则没有规定的不写",
            .choices = gb_on_change_names, .minimum = GB_ON_CHANGE_RESTART),
  TEXT_AND_CLAUSE (GbNoticeRule, "公示的规定，照原文写", "规定公示的条款"));

GB_SCHEMA (
  term_rule, GbTermRule, "term", "认定有效期", "一次认定有效多久。", NULL,
  GB_NAMED (GbTermRule, years, INTEGER, "年数", "认定有效期的年数", .minimum = 1, .maximum = 200),
  GB_FIELD (GbTermRule, range, YEARS,
            "只写年份的，例如“2023年至2025年”写 2023-2025，即2023年1月1日至2025年12月31日"),
  GB_NAMED (GbTermRule, until, DATE, "止于", "最晚到哪一日，例如不超过规则本身的有效期"),
  GB_FIELD (GbTermRule, none_stated, BOOLEAN, "规则没有写明有效期的，写 true"),
  GB_FIELD (
    GbTermRule, end, CHOICE,
    "N 年止于哪一日：day-before 对应日的前一日；anniversary 对应日。不写的，按网站的期间算法",
    .choices = gb_term_end_names, .given = G_STRUCT_OFFSET (GbTermRule, has_end)),
  TEXT_AND_CLAUSE (GbTermRule, "有效期的规定，照原文写", "规定有效期的条款"));

GB_SCHEMA (review_rule, GbReviewRule, "review", "复核", "有效期届满时怎样复核、延续。", NULL,
           GB_NAMED (GbReviewRule, years, INTEGER, "延续年数", "复核通过后延续的年数", .minimum = 1,
                     .maximum = 200),
           GB_NAMED (GbReviewRule, months_before, INTEGER, "提前月数",
                     "有效期届满前几个月起应当复核；规则没有写明的不写", .minimum = 1,
                     .maximum = 120),
           TEXT_AND_CLAUSE (GbReviewRule, "复核的规定，照原文写", "规定复核的条款"));

GB_SCHEMA (duty, GbDuty, "duty", "报送义务", "认定以后定期要做的事。", NULL,
           GB_NAMED (GbDuty, id, ID, "义务标识", "标识，在本名录内不重复", .required = TRUE),
           GB_FIELD (GbDuty, title, TEXT, "义务的名称，例如“填报上一年度工作情况”",
                     .required = TRUE),
           GB_NAMED (GbDuty, every, CHOICE, "周期", "周期：yearly 每年；quarterly 每季度",
                     .required = TRUE, .choices = gb_duty_period_names),
           GB_NAMED (GbDuty, due, MONTH_DAY, "截止月日",
                     "每年的，最迟于次年哪一日履行，写月和日，例如 03-31；规则没有写明的不写"),
           GB_NAMED (GbDuty, tracked, BOOLEAN, "是否记录履行",
                     "本名录是否记录履行情况；不写的为 true", .initial = TRUE),
           GB_NAMED (GbDuty, who, TEXT, "由谁履行", "由谁履行"),
           GB_FIELD (GbDuty, clause, CLAUSE, "规定义务的条款"));

GB_SCHEMA (cap, GbCap, "cap", "数量限制", "认定数量的上限、下限。", NULL,
           GB_NAMED (GbCap, scope, CHOICE, "范围",
                     "限制的范围：total 总数；per-industry 每个产业；per-year 每年",
                     .required = TRUE, .choices = gb_cap_scope_names),
           GB_NAMED (GbCap, minimum, INTEGER, "不少于", "最少几个", .minimum = 0,
                     .maximum = 1000000),
           GB_NAMED (GbCap, maximum, INTEGER, "不超过", "最多几个", .minimum = 1,
                     .maximum = 1000000),
           GB_NAMED (GbCap, approximate, BOOLEAN, "约数",
                     "“左右”“原则上”等不确定的，写 true；超出时只提示，不算错误"),
           GB_NAMED (GbCap, period, TEXT, "时期", "在什么期间内，例如“‘十四五’期间”"),
           TEXT_AND_CLAUSE (GbCap, "数量的规定，照原文写", "规定数量的条款"));

GB_SCHEMA (
  tie, GbTie, "tie", "与其他名录的关系",
  "以另一个名录的认定为条件，或者按另一个名录的认定自动认定。", NULL,
  GB_NAMED (GbTie, registry, ID, "另一名录", "另一个名录的标识", .required = TRUE,
            .refers = GB_REFERS_REGISTRY),
  GB_NAMED (GbTie, batch, ID, "批次", "只限该名录的某一批次的，写批次的标识",
            .refers = GB_REFERS_BATCH),
  GB_NAMED (
    GbTie, region, TEXT, "所在地",
    "只及于某一行政区的，写全称，例如“示例省示例市”；条目的 region 是这一行政区或者在其中的，"
    "才适用"),
  TEXT_AND_CLAUSE (GbTie, "规定，照原文写", "作出规定的条款"));

GB_SCHEMA (ground, GbGround, "ground", "撤销情形", "可以撤销认定的一种情形。", NULL,
           GB_NAMED (GbGround, id, ID, "事由标识", "标识，在本名录内不重复", .required = TRUE),
           GB_FIELD (GbGround, text, TEXT, "情形，照原文写", .required = TRUE),
           GB_FIELD (GbGround, clause, CLAUSE, "规定撤销的条款"));

GB_SCHEMA (
  criterion, GbCriterion, "criterion", "认定条件", "认定的一项条件。", NULL,
  GB_NAMED (GbCriterion, id, ID, "条件标识", "标识；不同名录中同一标识表示同一指标，用于并列比较",
            .required = TRUE),
  GB_NAMED (GbCriterion, title, TEXT, "条件", "指标名称", .required = TRUE),
  GB_NAMED (GbCriterion, comparison, CHOICE, "怎样比较",
            "怎样才算符合：at-least 不少于；at-most 不超过；more-than 高于；less-than 低于；"
            "equals 等于；met 没有数值，符合即可",
            .required = TRUE, .choices = gb_comparison_names),
  GB_NAMED (GbCriterion, value, NUMBER, "数值", "数值，只写数字，例如 40、1.5"),
  GB_NAMED (GbCriterion, unit, TEXT, "单位", "单位，例如“亿元”、\"%\"（百分号要加引号）"),
  GB_NAMED (GbCriterion, either, ID, "或者",
            "几项条件符合一项即可的，各项都写同一个标识，例如 quality-smes"),
  GB_NAMED (GbCriterion, group, TEXT, "条件分组", "指标所属的类别，例如“核心竞争力”"),
  TEXT_AND_CLAUSE (GbCriterion, "条件，照原文写", "规定条件的条款"));

GB_SCHEMA (score, GbScore, "score", "评分", "认定或者评价时的评分办法。", NULL,
           GB_NAMED (GbScore, title, TEXT, "评分名称", "评分的名称，例如“中期评价”",
                     .required = TRUE),
           GB_NAMED (GbScore, total, NUMBER, "满分", "满分"),
           GB_NAMED (GbScore, pass, NUMBER, "合格线", "合格线，与 unit 同一单位"),
           GB_NAMED (GbScore, unit, TEXT, "单位", "单位，例如“分”、\"%\"（百分号要加引号）"),
           TEXT_AND_CLAUSE (GbScore, "评分的规定，照原文写", "规定评分的条款"));

GB_PART (industry, GbIndustry, "industry", "产业", "名录划分的一个产业类别。", NULL,
         GB_FIELD (GbIndustry, id, ID, "标识，在本名录内不重复", .required = TRUE),
         GB_FIELD (GbIndustry, name, TEXT, "产业名称", .required = TRUE));

GB_SCHEMA (
  registry, GbRegistry, "registry", "名录",
  "content/registries/标识/registry.yaml：一个名录的认定规则。每项规则写明出自哪一条款；"
  "规则没有规定的不写。文件夹名就是名录的标识。",
  NULL, GB_NAMED (GbRegistry, title, TEXT, "名录名称", "名录名称", .required = TRUE),
  GB_NAMED (GbRegistry, short_title, TEXT, "名录简称", "简称"),
  GB_NAMED (GbRegistry, summary, TEXT, "摘要", "内容概述，一两句话"),
  GB_NAMED (GbRegistry, kind, CHOICE, "名录种类",
            "认定的对象：cluster 产业集群；zone 核心区；park 园区；pilot 试点", .required = TRUE,
            .choices = gb_registry_kind_names),
  GB_FIELD (GbRegistry, authority, ID, "认定机构", .required = TRUE, .refers = GB_REFERS_AGENCY),
  GB_NAMED (GbRegistry, policy, ID, "规则文件标识", "认定规则所在的文件，已在本站收录的写其标识",
            .refers = GB_REFERS_POLICY),
  GB_FIELD (GbRegistry, rules, OBJECT, "认定规则所在的文件未收录的，写其标题、发文字号",
            .schema = &gb_schema_relation),
  GB_NAMED (GbRegistry, verb, TEXT, "认定一词",
            "认定所用的动词，例如“认定”（默认）、“公布”、“确定”"),
  GB_NAMED (GbRegistry, notice, OBJECT, "公示规则", "认定前的公示",
            .schema = &gb_schema_notice_rule),
  GB_NAMED (GbRegistry, term, OBJECT, "有效期规则", "认定有效期", .schema = &gb_schema_term_rule),
  GB_NAMED (GbRegistry, review, OBJECT, "复核规则", "期满复核", .schema = &gb_schema_review_rule),
  GB_NAMED (GbRegistry, duties, OBJECTS, "定期义务", "认定后的报送义务", .schema = &gb_schema_duty,
            .unique = TRUE),
  GB_NAMED (GbRegistry, caps, OBJECTS, "数量限制", "数量限制", .schema = &gb_schema_cap),
  GB_NAMED (GbRegistry, prerequisites, OBJECTS, "前提名录", "以哪些名录的认定为条件",
            .schema = &gb_schema_tie),
  GB_NAMED (GbRegistry, automatic, OBJECTS, "自动列入", "按哪些名录的认定自动认定",
            .schema = &gb_schema_tie),
  GB_NAMED (GbRegistry, revocation, OBJECTS, "撤销事由", "撤销认定的情形",
            .schema = &gb_schema_ground, .unique = TRUE),
  GB_NAMED (GbRegistry, criteria, OBJECTS, "认定条件", "认定条件", .schema = &gb_schema_criterion),
  GB_NAMED (GbRegistry, scores, OBJECTS, "评分", "评分办法", .schema = &gb_schema_score),
  GB_FIELD (GbRegistry, industries, OBJECTS, "产业类别；写了的，条目的 industry 只能从中选",
            .schema = &industry_schema, .unique = TRUE),
  GB_NAMED (GbRegistry, notes, TEXTS, "整理说明", "整理说明"));

/* --- Batches --------------------------------------------------------------------------------- */

GB_SCHEMA (
  event, GbEvent, "event", "事项", "某日在一个条目上发生的事。只增加，不改写。", NULL,
  GB_FIELD_KEYED ("date", GbEvent, when, WHEN, "何时；只知道月份、年份的，写 2024-05、2024",
                  .required = TRUE),
  GB_NAMED (GbEvent, kind, CHOICE, "变更种类",
            "事项：applied 申报；proposed 拟认定；noticed 公示；certified 认定；reported 报送；"
            "evaluated 评估、复核；renewed 延续；revoked 撤销认定；withdrawn 退出；renamed 更名",
            .required = TRUE, .choices = gb_event_names),
  GB_NAMED (GbEvent, notice, ID, "公示标识", "noticed：公示的标识", .refers = GB_REFERS_NOTICE),
  GB_FIELD (GbEvent, decision, OBJECT, "决定文件", .schema = &gb_schema_decision),
  GB_NAMED (GbEvent, from, DATE, "有效期起", "certified、renewed：文件写明的有效期首日"),
  GB_NAMED (GbEvent, to, DATE, "有效期至", "certified、renewed：文件写明的有效期末日（含）"),
  GB_FIELD (GbEvent, years, INTEGER, "renewed：延续的年数；不写的，按认定规则", .minimum = 1,
            .maximum = 200),
  GB_NAMED (GbEvent, ground, ID, "撤销事由", "revoked：撤销情形的标识，见名录的 revocation"),
  GB_NAMED (GbEvent, name, TEXT, "新名称", "renamed：新名称"),
  GB_NAMED (GbEvent, result, CHOICE, "结果", "evaluated：结果，passed 通过；failed 未通过",
            .choices = gb_result_names, .minimum = GB_RESULT_PASSED),
  GB_NAMED (GbEvent, duty, ID, "义务标识", "reported：义务的标识，见名录的 duties"),
  GB_NAMED (GbEvent, period, TEXT, "所属时期",
            "reported：报送的是哪一年或者哪一季度，例如 2024、2024Q3"),
  GB_FIELD (GbEvent, score, NUMBER, "evaluated：得分"),
  GB_NAMED (GbEvent, note, TEXT, "说明", "说明"),
  GB_FIELD (GbEvent, source, OBJECT, "这一事项的出处", .schema = &gb_schema_reference));

GB_SCHEMA (entry, GbEntry, "entry", "条目", "名单上的一个对象。", NULL,
           GB_NAMED (GbEntry, id, ID, "条目标识",
                     "标识，在整个名录（各批次）内不重复；用在网址里，定了不改", .required = TRUE),
           GB_NAMED (GbEntry, name, TEXT, "名称", "名称，照公布的名单写", .required = TRUE),
           GB_NAMED (GbEntry, region, TEXT, "地区", "所在行政区，写全称"),
           GB_NAMED (GbEntry, industry, TEXT, "行业",
                     "产业：名录列有 industries 的，写其标识；没有的，直接写名称"),
           GB_NAMED (GbEntry, group, TEXT, "分组", "名单中的分组"),
           GB_NAMED (GbEntry, lead, TEXT, "牵头单位", "牵头单位，照原文写"),
           GB_NAMED (GbEntry, support, TEXT, "支撑单位", "配合单位，照原文写"),
           GB_NAMED (GbEntry, same_as, TEXTS, "同一对象",
                     "其他名录中的同一对象，写“名录标识/条目标识”", .refers = GB_REFERS_ENTRY),
           GB_FIELD (GbEntry, events, OBJECTS, "事项；批次已经写明的认定、公示不必重复",
                     .schema = &gb_schema_event),
           GB_FIELD (GbEntry, sources, OBJECTS, "这一条目的出处", .schema = &gb_schema_reference),
           GB_NAMED (GbEntry, note, TEXT, "说明", "说明"));

GB_SCHEMA (
  batch, GbBatch, "batch", "批次",
  "content/registries/名录标识/批次标识.yaml：一次公布的名单。文件名就是批次的标识。", NULL,
  GB_NAMED (GbBatch, title, TEXT, "批次名称", "批次名称，例如“2023年度（第二批）”",
            .required = TRUE),
  GB_NAMED (GbBatch, year, INTEGER, "年份", "批次的年度", .required = TRUE, .minimum = 1900,
            .maximum = 2999),
  GB_FIELD (GbBatch, decision, OBJECT, "公布名单的文件", .schema = &gb_schema_decision),
  GB_NAMED (GbBatch, notice, ID, "公示标识", "本批公示的标识", .refers = GB_REFERS_NOTICE),
  GB_NAMED (GbBatch, certified, WHEN, "认定日期",
            "认定日期，适用于没有另写 certified 事项的条目；只知道月份、年份的，写 2024-05、2024"),
  GB_FIELD (GbBatch, from, DATE, "名单写明的有效期首日"),
  GB_FIELD (GbBatch, to, DATE, "名单写明的有效期末日（含）"),
  GB_FIELD (GbBatch, range, YEARS, "名单只写年份的有效期，例如 2023-2025"),
  GB_FIELD (GbBatch, years, INTEGER, "名单写明的有效期年数，自认定之日起算", .minimum = 1,
            .maximum = 200),
  GB_FIELD (GbBatch, term_not_known, BOOLEAN, "本批的有效期未查到的，写 true；不按认定规则推算"),
  GB_NAMED (GbBatch, noticed, WHEN, "公示日期",
            "尚未认定的批次：公示日期，适用于没有另写事项的条目"),
  GB_NAMED (GbBatch, announced, INTEGER, "公布数量", "名单公布的总数", .minimum = 1,
            .maximum = 1000000),
  GB_NAMED (GbBatch, partial, BOOLEAN, "收录不全",
            "只收录了名单的一部分，或者总数未查到的，写 true"),
  GB_NAMED (GbBatch, scope, TEXT, "收录范围", "收录的是哪一部分，例如“广东省部分”"),
  GB_FIELD (GbBatch, sources, OBJECTS, "本批名单的出处", .schema = &gb_schema_reference),
  GB_FIELD (GbBatch, entries, OBJECTS, "条目", .schema = &gb_schema_entry, .unique = TRUE),
  GB_NAMED (GbBatch, note, TEXT, "说明", "说明"));

/* --- Notices --------------------------------------------------------------------------------- */

GB_SCHEMA (channel, GbChannel, "channel", "异议渠道", "公示期间反映意见的一种方式。", NULL,
           GB_NAMED (GbChannel, kind, TEXT, "途径", "方式，例如“电话”“邮箱”“地址”“网址”",
                     .required = TRUE),
           GB_NAMED (GbChannel, value, TEXT, "号码或者地址", "号码、邮箱、地址或者网址",
                     .required = TRUE),
           GB_NAMED (GbChannel, note, TEXT, "说明", "说明，例如受理时间、要求"));

GB_SCHEMA (proposed, GbProposed, "proposed", "拟认定对象", "公示名单上的一个对象。", NULL,
           GB_NAMED (GbProposed, name, TEXT, "名称", "名称，照公示的名单写", .required = TRUE),
           GB_NAMED (GbProposed, region, TEXT, "地区", "所在行政区，写全称"),
           GB_NAMED (GbProposed, industry, TEXT, "行业", "产业"),
           GB_NAMED (GbProposed, entry, ID, "条目标识", "已记入名录的，写条目的标识"),
           GB_NAMED (GbProposed, note, TEXT, "说明", "说明，例如最终未认定的原因"));

GB_SCHEMA (extension, GbExtension, "extension", "延长公示", "公示期的延长。to、days 只写一项。",
           NULL, GB_FIELD (GbExtension, to, DATE, "延长到哪一日（含）"),
           GB_FIELD (GbExtension, days, INTEGER, "或者：延长几日，与公示期同一单位", .minimum = 1,
                     .maximum = 3660),
           GB_NAMED (GbExtension, announced, DATE, "宣布延长的日期", "宣布延长的日期"),
           GB_NAMED (GbExtension, reason, TEXT, "延长原因", "延长的原因", .required = TRUE));

GB_SCHEMA (
  outcome, GbOutcome, "outcome", "公示结果", "公示以后的处理结果。", NULL,
  GB_NAMED (GbOutcome, date, DATE, "结果日期", "公布结果的日期"),
  GB_NAMED (GbOutcome, kind, CHOICE, "公示结果",
            "结果：certified 全部认定；partly 部分认定；withdrawn 撤回；restarted 重新公示",
            .required = TRUE, .choices = gb_outcome_names),
  GB_NAMED (GbOutcome, text, TEXT, "结果说明", "说明"),
  GB_FIELD (GbOutcome, decision, OBJECT, "公布结果的文件", .schema = &gb_schema_decision));

GB_SCHEMA (correction, GbCorrection, "correction", "更正", "公示内容的一次更正。", NULL,
           GB_NAMED (GbCorrection, date, DATE, "更正日期", "更正日期", .required = TRUE),
           GB_NAMED (GbCorrection, text, TEXT, "更正内容", "更正了什么", .required = TRUE),
           GB_NAMED (GbCorrection, editorial, BOOLEAN, "文字更正",
                     "只是错别字、排版等，不影响公示内容的，写 true：照样公开，但公示期不受影响"));

GB_SCHEMA (notice, GbNotice, "notice", "公示",
           "content/notices/标识.md 开头两行“---”之间的部分；其后是公示正文，用 Markdown 书写。"
           "文件名就是公示的标识。",
           NULL, GB_NAMED (GbNotice, title, TEXT, "标题", "标题", .required = TRUE),
           GB_NAMED (GbNotice, registry, ID, "名录标识", "所属名录", .refers = GB_REFERS_REGISTRY),
           GB_NAMED (GbNotice, batch, ID, "批次标识", "所属批次，写名录中批次的标识",
                     .refers = GB_REFERS_BATCH),
           GB_FIELD (GbNotice, issuer, ID, "公示机构", .refers = GB_REFERS_AGENCY),
           GB_NAMED (GbNotice, number, TEXT, "文号", "发文字号"),
           GB_NAMED (GbNotice, published, DATE, "发布日期", "发布日期"),
           GB_NAMED (GbNotice, opens, WHEN, "起始日",
                     "公示起始日；只知道月份、年份的，写 2024-05、2024，这时不推算截止日",
                     .required = TRUE),
           GB_FIELD (GbNotice, period, OBJECT, "公示期；不写的，按名录的认定规则",
                     .schema = &gb_schema_notice_rule),
           GB_NAMED (GbNotice, closes, DATE, "截止日", "公示写明的截止日（含）"),
           GB_NAMED (GbNotice, closes_reason, TEXT, "不同的原因",
                     "写明的截止日与推算的不同时，说明原因"),
           GB_FIELD (GbNotice, extension, OBJECT, "延长公示", .schema = &gb_schema_extension),
           GB_FIELD (GbNotice, channels, OBJECTS, "异议渠道", .schema = &gb_schema_channel),
           GB_FIELD (GbNotice, proposed, OBJECTS, "拟认定名单", .schema = &gb_schema_proposed),
           GB_FIELD (GbNotice, corrections, OBJECTS, "更正", .schema = &gb_schema_correction),
           GB_FIELD (GbNotice, outcome, OBJECT, "公示结果", .schema = &gb_schema_outcome),
           GB_NAMED (GbNotice, summary, TEXT, "摘要", "内容概述，一两句话"),
           GB_FIELD (GbNotice, sources, OBJECTS, "公示的出处", .schema = &gb_schema_reference));
