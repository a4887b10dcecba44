/* The schemas of policies and their versions. */
#include "source/dictionary.h"

/* --- Policies -------------------------------------------------------------------------------- */

GB_PART (effect, GbEffect, "effect", "施行",
         "文件自何时起施行。date、on_issue、days_after_publication、none_stated 只写一项。", NULL,
         GB_FIELD (GbEffect, date, DATE, "文件写明的施行日期"),
         GB_FIELD (GbEffect, on_issue, BOOLEAN, "“自印发之日起施行”的，写 true"),
         GB_FIELD_KEYED ("days_after_publication", GbEffect, days_after, INTEGER,
                         "“自发布之日起N日后施行”的，写 N；发布次日为第一日", .minimum = 1,
                         .maximum = 3660),
         GB_FIELD (GbEffect, none_stated, BOOLEAN,
                   "文件没有写明施行日期的，写 true；这才说“文件未载明”"),
         GB_FIELD (GbEffect, clause, CLAUSE, "规定施行日期的条款"));

GB_PART (
  validity, GbValidity, "validity", "有效期",
  "文件有效到何时。until、years、range、none_stated、indefinite 只写一项。", NULL,
  GB_FIELD (GbValidity, until, DATE, "文件写明的有效期最后一日"),
  GB_FIELD (GbValidity, years, INTEGER, "“有效期N年”的，写 N，自施行之日起算", .minimum = 1,
            .maximum = 200),
  GB_FIELD (GbValidity, range, YEARS,
            "只写年份的，例如“2023年至2025年”写 2023-2025，即2023年1月1日至2025年12月31日"),
  GB_FIELD (GbValidity, none_stated, BOOLEAN, "文件没有写明有效期的，写 true；这才说“文件未载明”"),
  GB_FIELD (GbValidity, indefinite, BOOLEAN, "文件写明“长期有效”的，写 true"),
  GB_FIELD (
    GbValidity, end, CHOICE,
    "N 年止于哪一日：day-before 对应日的前一日；anniversary 对应日。不写的，按网站的期间算法",
    .choices = gb_term_end_names, .given = G_STRUCT_OFFSET (GbValidity, has_end)),
  GB_FIELD (GbValidity, clause, CLAUSE, "规定有效期的条款"));

GB_PART (tail, GbTail, "tail", "延续事项", "有效期满以后还要执行一段时间的事项。", NULL,
         GB_FIELD (GbTail, until, DATE, "延续到哪一日（含）", .required = TRUE),
         GB_FIELD (GbTail, text, TEXT, "什么事项延续，照原文写，例如“资金支出延后至2023年底”"),
         GB_FIELD (GbTail, clause, CLAUSE, "规定延续的条款"));

GB_SCHEMA (ending, GbEnding, "ending", "废止或者撤销",
           "文件在有效期满以前终止。废止的，自废止之日起失效；撤销的，自始无效。", NULL,
           GB_NAMED (GbEnding, date, DATE, "终止日期", "废止生效之日，或者作出撤销决定之日",
                     .required = TRUE),
           GB_NAMED (GbEnding, policy, ID, "作出决定的文件",
                     "作出决定的文件已在本站收录的，写其标识", .refers = GB_REFERS_POLICY),
           GB_NAMED (GbEnding, title, TEXT, "作出决定的文件标题", "作出决定的文件的标题"),
           GB_NAMED (GbEnding, number, TEXT, "作出决定的文件文号", "作出决定的文件的发文字号"),
           GB_NAMED (GbEnding, note, TEXT, "说明", "说明"));

GB_PART (policy_review, GbPolicyReview, "policy-review", "文件评估",
         "文件何时应当评估。date、months_before 只写一项。", NULL,
         GB_FIELD (GbPolicyReview, date, DATE, "自哪一日起应当评估"),
         GB_FIELD (GbPolicyReview, months_before, INTEGER, "或者：有效期届满前几个月应当评估",
                   .minimum = 1, .maximum = 120),
         GB_FIELD (GbPolicyReview, text, TEXT, "评估要求，照原文写"),
         GB_FIELD (GbPolicyReview, clause, CLAUSE, "规定评估的条款"));

GB_SCHEMA (attachment, GbAttachment, "attachment", "附件", "供下载的附件。", NULL,
           GB_NAMED (GbAttachment, file, TEXT, "附件文件名",
                     "文件名，文件与 policy.md 放在同一个文件夹", .required = TRUE),
           GB_NAMED (GbAttachment, title, TEXT, "附件名称", "附件名称；不写的，显示文件名"));

GB_SCHEMA (amendment, GbRelation, "amendment", "修改文件",
           "使文本成为这样的修改决定等。policy、title、number 至少写一项。", gb_schema_relation_any,
           GB_NAMED (GbRelation, policy, ID, "修改文件标识", "修改文件已在本站收录的，写其标识",
                     .refers = GB_REFERS_POLICY),
           GB_NAMED (GbRelation, title, TEXT, "修改文件标题", "未收录的修改文件的标题，不加书名号"),
           GB_NAMED (GbRelation, number, TEXT, "修改文件文号", "未收录的修改文件的发文字号"),
           GB_NAMED (GbRelation, url, URL, "修改文件网址", "未收录的修改文件的网址"));

GB_SCHEMA (
  version, GbVersion, "version", "文本版本",
  "content/policies/标识/versions/日期.md 开头两行“---”之间的部分；其后是自该日起施行的全文。"
  "文件名是施行之日，例如 2024-05-01.md。过去的、将来的文本各写一个文件，"
  "policy.md 也是其中之一，不必重复。",
  NULL,
  GB_NAMED (GbVersion, title, TEXT, "这一文本的标题",
            "当时的标题与 policy.md 不同的，写当时的标题"),
  GB_FIELD (GbVersion, amended_by, OBJECT, "使文本成为这样的修改文件；最初的文本不写",
            .schema = &gb_schema_amendment),
  GB_NAMED (GbVersion, note, TEXT, "修改说明", "改了什么、为什么改，一两句话"));

GB_SCHEMA (
  policy, GbPolicy, "policy", "政策文件",
  "content/policies/标识/policy.md 开头两行“---”之间的部分；其后是文件正文，用 Markdown 书写。"
  "文件夹名就是文件的标识。",
  NULL, GB_NAMED (GbPolicy, title, TEXT, "标题", "标题，不加书名号", .required = TRUE),
  GB_FIELD (GbPolicy, aliases, TEXTS, "别名：其他文件引用它时用的标题"),
  GB_NAMED (GbPolicy, number, TEXT, "发文字号", "发文字号，照原文写"),
  GB_NAMED (GbPolicy, registration, TEXT, "规范性文件编号", "规范性文件统一编号"),
  GB_NAMED_KEYED ("index", GbPolicy, index_number, TEXT, "索引号", "政府信息公开索引号"),
  GB_NAMED (GbPolicy, urgency, TEXT, "紧急程度", "紧急程度，例如“特急”"),
  GB_FIELD (GbPolicy, issuer, ID, "发文机关（联合发文的，写主办机关）", .required = TRUE,
            .refers = GB_REFERS_AGENCY),
  GB_FIELD (GbPolicy, co_issuers, TEXTS, "联合发文的其他机关", .refers = GB_REFERS_AGENCY),
  GB_NAMED (
    GbPolicy, kind, CHOICE, "文件种类",
    "文件种类：normative 规范性文件；opinion 意见；plan 方案、规划；notice 通知；other 其他",
    .required = TRUE, .choices = gb_policy_kind_names),
  GB_NAMED (GbPolicy, category, TEXT, "主题分类", "主题分类"),
  GB_NAMED (GbPolicy, topics, TEXTS, "主题", "专题，用于分类浏览"),
  GB_NAMED (GbPolicy, keywords, TEXTS, "主题词", "主题词"),
  GB_NAMED (GbPolicy, disclosure, TEXT, "公开方式", "公开方式，例如“主动公开”"),
  GB_NAMED (GbPolicy, summary, TEXT, "摘要", "内容概述，一两句话"),
  GB_NAMED_KEYED ("signed", GbPolicy, signed_, DATE, "成文日期",
                  "成文日期：会议通过或者负责人签发之日"),
  GB_NAMED (GbPolicy, issued, DATE, "印发日期", "印发日期：送印之日"),
  GB_NAMED (GbPolicy, published, DATE, "发布日期", "发布日期：向社会公开之日"),
  GB_FIELD (GbPolicy, effect, OBJECT, "施行；文件没有写明的不写", .schema = &effect_schema),
  GB_FIELD (GbPolicy, validity, OBJECT, "有效期", .schema = &validity_schema),
  GB_FIELD (GbPolicy, tail, OBJECT, "有效期满后的延续事项", .schema = &tail_schema),
  GB_FIELD (GbPolicy, basis, OBJECTS, "制定依据", .schema = &gb_schema_relation),
  GB_FIELD (GbPolicy, amends, OBJECTS, "本文件修改的文件", .schema = &gb_schema_relation),
  GB_FIELD (GbPolicy, replaces, OBJECTS, "本文件替代的文件", .schema = &gb_schema_relation),
  GB_FIELD (GbPolicy, repeals, OBJECTS, "本文件废止的文件", .schema = &gb_schema_relation),
  GB_FIELD (GbPolicy, repealed, OBJECT, "本文件被废止", .schema = &gb_schema_ending),
  GB_FIELD (GbPolicy, annulled, OBJECT, "本文件被撤销", .schema = &gb_schema_ending),
  GB_FIELD (GbPolicy, review, OBJECT, "评估要求", .schema = &policy_review_schema),
  GB_FIELD (GbPolicy, attachments, OBJECTS, "附件；文件夹里的附件都要列出",
            .schema = &gb_schema_attachment),
  GB_FIELD (GbPolicy, source, OBJECT, "文本的出处", .schema = &gb_schema_reference),
  GB_NAMED (GbPolicy, notes, TEXTS, "整理说明", "整理说明：录入时更正了什么，有什么未查到"),
  GB_FIELD (GbPolicy, version, DATE,
            "有其他版本的，本文件中的正文自哪一日起施行；能从施行日期、修改日期推定的可以不写"),
  GB_FIELD (GbPolicy, amended_by, OBJECT,
            "使正文成为这样的修改文件；已在本站收录、写明修改本文件的不必写",
            .schema = &gb_schema_amendment),
  GB_FIELD (GbPolicy, version_note, TEXT, "正文比前一版本改了什么、为什么改，一两句话"));
