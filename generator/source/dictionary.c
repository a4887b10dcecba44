#include "source/dictionary.h"

/* --- Shared ---------------------------------------------------------------------------------- */

static const char *const reference_any[] = { "title", "url", NULL };
static const GbField reference_fields[] = {
  GB_FIELD (GbReference, title, TEXT, "出处的名称，例如网页或文件的标题"),
  GB_FIELD (GbReference, url, URL, "出处的网址"),
  GB_FIELD (GbReference, note, TEXT, "对出处的说明，例如“转载”“附件不全”"),
};
const GbSchema gb_schema_reference = {
  .name = "source",
  .title = "出处",
  .about = "一项事实读自哪里。title、url 至少写一项。",
  .size = sizeof (GbReference),
  GB_FIELDS (reference_fields),
  .any_of = reference_any,
};

static const char *const relation_any[] = { "policy", "title", "number", NULL };
static const GbField relation_fields[] = {
  GB_FIELD (GbRelation, policy, ID, "本站收录的文件，写其标识；收录的一律写这一项",
            .refers = GB_REFERS_POLICY),
  GB_FIELD (GbRelation, title, TEXT, "未收录的文件的标题，不加书名号"),
  GB_FIELD (GbRelation, number, TEXT, "未收录的文件的发文字号"),
  GB_FIELD (GbRelation, url, URL, "未收录的文件的网址"),
  GB_FIELD (GbRelation, clause, CLAUSE, "本文件中写明这层关系的条款"),
  GB_FIELD (GbRelation, from, DATE, "修改、替代或者废止自哪一日起生效；不写的，随本文件施行"),
  GB_FIELD (GbRelation, note, TEXT, "说明，例如只修改了哪几条"),
};
const GbSchema gb_schema_relation = {
  .name = "relation",
  .title = "文件关系",
  .about = "本文件与另一份文件的关系。policy、title、number 至少写一项。",
  .size = sizeof (GbRelation),
  GB_FIELDS (relation_fields),
  .any_of = relation_any,
};

static const GbField decision_fields[] = {
  GB_FIELD (GbDecision, title, TEXT, "决定文件（通告、通知等）的标题，不加书名号"),
  GB_FIELD (GbDecision, number, TEXT, "决定文件的发文字号"),
  GB_FIELD (GbDecision, issuer, ID, "作出决定的机构", .refers = GB_REFERS_AGENCY),
  GB_FIELD (GbDecision, date, DATE, "决定文件的成文日期"),
  GB_FIELD (GbDecision, url, URL, "决定文件的网址"),
  GB_FIELD (GbDecision, policy, ID, "决定文件已在本站收录的，写其标识", .refers = GB_REFERS_POLICY),
};
const GbSchema gb_schema_decision = {
  .name = "decision",
  .title = "决定文件",
  .about = "公布名单、延续、撤销等所依据的文件。知道几项写几项，不知道的不写。",
  .size = sizeof (GbDecision),
  GB_FIELDS (decision_fields),
};

/* --- Site ------------------------------------------------------------------------------------ */

static const char *const contact_any[] = { "phone", "email", "address", "url", NULL };
static const GbField contact_fields[] = {
  GB_FIELD (GbContact, phone, TEXT, "联系电话"),
  GB_FIELD (GbContact, email, TEXT, "电子邮箱"),
  GB_FIELD (GbContact, address, TEXT, "通信地址"),
  GB_FIELD (GbContact, url, URL, "留言或者联系页面的网址"),
};
static const GbSchema contact_schema = {
  .name = "contact",
  .title = "联系方式",
  .about = "网站的联系方式，至少写一项。",
  .size = sizeof (GbContact),
  GB_FIELDS (contact_fields),
  .any_of = contact_any,
};

static const GbField counting_fields[] = {
  GB_FIELD (GbCounting, first_day, CHOICE,
            "公示期的起始日算不算第一日：included 算（默认，公示的通行做法）；excluded "
            "不算，自次日起算（民法典第二百零一条）",
            .choices = gb_first_day_names, .minimum = GB_FIRST_DAY_INCLUDED),
  GB_FIELD (GbCounting, term_end, CHOICE,
            "N 年的期限止于哪一日：day-before 止于对应日的前一日（默认，认定名单的通行做法）；"
            "anniversary 止于对应日（民法典第二百零二条）",
            .choices = gb_term_end_names),
};
static const GbSchema counting_schema = {
  .name = "counting",
  .title = "期间算法",
  .about = "文件、认定规则都没有写明时，全站按这里的算法计算期间。",
  .size = sizeof (GbCounting),
  GB_FIELDS (counting_fields),
};

static const GbField publishing_fields[] = {
  GB_FIELD (GbPublishing, branch, TEXT,
            "网站提交到哪个 git 分支；不写的，提交到当前分支的 site 文件夹"),
  GB_FIELD (GbPublishing, repository, URL, "公众可以取得 git 记录的地址，写在核验页上"),
};
static const GbSchema publishing_schema = {
  .name = "publish",
  .title = "发布设置",
  .about = "gongbao publish 怎样提交生成的网站。",
  .size = sizeof (GbPublishing),
  GB_FIELDS (publishing_fields),
};

static const char *const licence_any[] = { "name", "url", NULL };
static const GbField licence_fields[] = {
  GB_FIELD (GbLicence, name, TEXT, "许可的代号，例如 CC-BY-4.0"),
  GB_FIELD (GbLicence, title, TEXT, "许可的名称"),
  GB_FIELD (GbLicence, url, URL, "许可文本的网址"),
};
static const GbSchema licence_schema = {
  .name = "licence",
  .title = "数据许可",
  .about = "公众可以怎样使用网站的数据，写进数据包。name、url 至少写一项；没有决定的，不写。",
  .size = sizeof (GbLicence),
  GB_FIELDS (licence_fields),
  .any_of = licence_any,
};

static const GbField security_fields[] = {
  GB_FIELD (GbSecurity, contact, TEXT, "报告网站安全问题的途径，以 mailto:、https:// 或 tel: 开头",
            .required = TRUE),
  GB_FIELD (GbSecurity, expires, DATE,
            "上述途径有效的最后一日，不宜超过一年；过后 gongbao check 会提醒", .required = TRUE),
  GB_FIELD (GbSecurity, policy, URL, "安全问题处理办法的网址"),
};
static const GbSchema security_schema = {
  .name = "security",
  .title = "安全联系方式",
  .about = "写进 .well-known/security.txt（RFC 9116）；不写的，没有这个文件。",
  .size = sizeof (GbSecurity),
  GB_FIELDS (security_fields),
};

static const char *const language_words[] = { "zh-CN", "en", NULL };
static const GbField site_fields[] = {
  GB_FIELD (GbSite, name, TEXT, "网站名称", .required = TRUE),
  GB_FIELD (GbSite, description, TEXT, "网站简介，一两句话"),
  GB_FIELD (GbSite, base_url, URL,
            "网站的网址，以 http:// 或 https:// 开头，例如 https://www.example.com",
            .required = TRUE),
  GB_FIELD (GbSite, authority, ID, "主办单位，写 agencies.yaml 中的标识", .required = TRUE,
            .refers = GB_REFERS_AGENCY),
  GB_FIELD (GbSite, identifier, TEXT, "网站标识码"),
  GB_FIELD (GbSite, icp, TEXT, "ICP 备案号"),
  GB_FIELD (GbSite, police, TEXT, "公安备案号"),
  GB_FIELD (GbSite, contact, OBJECT, "网站的联系方式", .schema = &contact_schema),
  GB_FIELD (GbSite, counting, OBJECT, "期间算法", .schema = &counting_schema),
  GB_FIELD (GbSite, languages, TEXTS,
            "界面语言：zh-CN 中文，en 英文；第一种是默认语言。政策文本不翻译",
            .choices = language_words),
  GB_FIELD (GbSite, example, BOOLEAN, "内容是否为虚构示例；写 true 的，每一页都标明“示例”"),
  GB_FIELD (GbSite, notice_text, TEXT, "首页顶部的一句提示"),
  GB_FIELD (GbSite, publish, OBJECT, "发布设置", .schema = &publishing_schema),
  GB_FIELD (GbSite, licence, OBJECT, "数据许可", .schema = &licence_schema),
  GB_FIELD (GbSite, security, OBJECT, "安全联系方式", .schema = &security_schema),
};
const GbSchema gb_schema_site = {
  .name = "site",
  .title = "网站",
  .about = "content/site.yaml：网站自身的信息。",
  .size = sizeof (GbSite),
  GB_FIELDS (site_fields),
};

/* --- Agencies -------------------------------------------------------------------------------- */

static const GbField agency_fields[] = {
  GB_FIELD (GbAgency, id, ID, "标识，小写英文单词以连字符连接；用在网址里，定了不改",
            .required = TRUE),
  GB_FIELD (GbAgency, name, TEXT, "机构全称", .required = TRUE),
  GB_FIELD (GbAgency, short_name, TEXT, "规范化简称"),
  GB_FIELD (GbAgency, aliases, TEXTS, "其他名称，例如曾用名；用来识别文中提到的机构"),
  GB_FIELD (GbAgency, level, CHOICE,
            "层级：national 国家级；province 省级；city 地市级；county 县级；town 乡镇、街道",
            .choices = gb_level_names, .minimum = GB_LEVEL_NATIONAL),
  GB_FIELD (GbAgency, region, TEXT, "所在行政区，写全称，例如“示例省示例市”"),
  GB_FIELD (GbAgency, parent, ID, "上级机构", .refers = GB_REFERS_AGENCY),
  GB_FIELD (GbAgency, url, URL, "机构网站的网址"),
};
static const GbSchema agency_schema = {
  .name = "agency",
  .title = "机构",
  .about = "一个发布机构。",
  .size = sizeof (GbAgency),
  GB_FIELDS (agency_fields),
};

static const GbField agencies_fields[] = {
  GB_FIELD (GbAgencyFile, agencies, OBJECTS, "机构的列表", .required = TRUE,
            .schema = &agency_schema, .unique = TRUE),
};
const GbSchema gb_schema_agencies = {
  .name = "agencies",
  .title = "机构表",
  .about = "content/agencies.yaml：文件、名录、公示提到的发布机构。",
  .size = sizeof (GbAgencyFile),
  GB_FIELDS (agencies_fields),
};

/* --- Calendar -------------------------------------------------------------------------------- */

static const GbField calendar_source_fields[] = {
  GB_FIELD (GbCalendarSource, number, TEXT, "发文字号；没有的写 null 或者不写", .nullable = TRUE),
  GB_FIELD (GbCalendarSource, date, DATE, "成文日期"),
  GB_FIELD (GbCalendarSource, title, TEXT, "文件标题", .required = TRUE),
  GB_FIELD (GbCalendarSource, url, URL, "文件的网址"),
};
static const GbSchema calendar_source_schema = {
  .name = "calendar-source",
  .title = "放假依据",
  .about = "规定放假调休的文件，一般是国务院办公厅关于该年部分节假日安排的通知。",
  .size = sizeof (GbCalendarSource),
  GB_FIELDS (calendar_source_fields),
};

static const GbField holiday_fields[] = {
  GB_FIELD (GbHolidaySpan, name, TEXT, "节日名称，例如“国庆节、中秋节”", .required = TRUE),
  GB_FIELD (GbHolidaySpan, from, DATE, "放假首日", .required = TRUE),
  GB_FIELD (GbHolidaySpan, to, DATE, "放假末日（含）", .required = TRUE),
};
static const GbSchema holiday_schema = {
  .name = "holiday",
  .title = "假期",
  .about = "一段连续的假期。",
  .size = sizeof (GbHolidaySpan),
  GB_FIELDS (holiday_fields),
};

static const GbField calendar_fields[] = {
  GB_FIELD (GbCalendarFile, year, INTEGER, "年份，与文件名相同", .required = TRUE, .minimum = 1900,
            .maximum = 2999),
  GB_FIELD (GbCalendarFile, status, CHOICE,
            "放假通知是否已经公布：published 已公布（默认）；not_published "
            "未公布，只按 statutory 计算，结果标为暂定",
            .choices = gb_calendar_status_names),
  GB_FIELD_KEYED ("source", GbCalendarFile, sources, OBJECTS, "依据的文件，年中有调整的依次列出",
                  .required = TRUE, .schema = &calendar_source_schema),
  GB_FIELD (GbCalendarFile, holidays, OBJECTS, "通知规定的假期", .schema = &holiday_schema),
  GB_FIELD (GbCalendarFile, workdays, DATES, "调休上班的周六、周日"),
  GB_FIELD (GbCalendarFile, statutory, OBJECTS,
            "通知未公布时，《全国年节及纪念日放假办法》规定的放假日", .schema = &holiday_schema),
};
const GbSchema gb_schema_calendar = {
  .name = "calendar",
  .title = "年度日历",
  .about
  = "content/calendar/年份.yaml：一年的法定节假日和调休上班日。通知可以涉及上一年12月的最后几日。",
  .size = sizeof (GbCalendarFile),
  GB_FIELDS (calendar_fields),
};

/* --- Policies -------------------------------------------------------------------------------- */

static const GbField effect_fields[] = {
  GB_FIELD (GbEffect, date, DATE, "文件写明的施行日期"),
  GB_FIELD (GbEffect, on_issue, BOOLEAN, "“自印发之日起施行”的，写 true"),
  GB_FIELD_KEYED ("days_after_publication", GbEffect, days_after, INTEGER,
                  "“自发布之日起N日后施行”的，写 N；发布次日为第一日", .minimum = 1,
                  .maximum = 3660),
  GB_FIELD (GbEffect, none_stated, BOOLEAN, "文件没有写明施行日期的，写 true；这才说“文件未载明”"),
  GB_FIELD (GbEffect, clause, CLAUSE, "规定施行日期的条款"),
};
static const GbSchema effect_schema = {
  .name = "effect",
  .title = "施行",
  .about = "文件自何时起施行。date、on_issue、days_after_publication、none_stated 只写一项。",
  .size = sizeof (GbEffect),
  GB_FIELDS (effect_fields),
};

static const GbField validity_fields[] = {
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
  GB_FIELD (GbValidity, clause, CLAUSE, "规定有效期的条款"),
};
static const GbSchema validity_schema = {
  .name = "validity",
  .title = "有效期",
  .about = "文件有效到何时。until、years、range、none_stated、indefinite 只写一项。",
  .size = sizeof (GbValidity),
  GB_FIELDS (validity_fields),
};

static const GbField tail_fields[] = {
  GB_FIELD (GbTail, until, DATE, "延续到哪一日（含）", .required = TRUE),
  GB_FIELD (GbTail, text, TEXT, "什么事项延续，照原文写，例如“资金支出延后至2023年底”"),
  GB_FIELD (GbTail, clause, CLAUSE, "规定延续的条款"),
};
static const GbSchema tail_schema = {
  .name = "tail",
  .title = "延续事项",
  .about = "有效期满以后还要执行一段时间的事项。",
  .size = sizeof (GbTail),
  GB_FIELDS (tail_fields),
};

static const GbField ending_fields[] = {
  GB_FIELD (GbEnding, date, DATE, "废止生效之日，或者作出撤销决定之日", .required = TRUE),
  GB_FIELD (GbEnding, policy, ID, "作出决定的文件已在本站收录的，写其标识",
            .refers = GB_REFERS_POLICY),
  GB_FIELD (GbEnding, title, TEXT, "作出决定的文件的标题"),
  GB_FIELD (GbEnding, number, TEXT, "作出决定的文件的发文字号"),
  GB_FIELD (GbEnding, note, TEXT, "说明"),
};
static const GbSchema ending_schema = {
  .name = "ending",
  .title = "废止或者撤销",
  .about = "文件在有效期满以前终止。废止的，自废止之日起失效；撤销的，自始无效。",
  .size = sizeof (GbEnding),
  GB_FIELDS (ending_fields),
};

static const GbField policy_review_fields[] = {
  GB_FIELD (GbPolicyReview, date, DATE, "自哪一日起应当评估"),
  GB_FIELD (GbPolicyReview, months_before, INTEGER, "或者：有效期届满前几个月应当评估",
            .minimum = 1, .maximum = 120),
  GB_FIELD (GbPolicyReview, text, TEXT, "评估要求，照原文写"),
  GB_FIELD (GbPolicyReview, clause, CLAUSE, "规定评估的条款"),
};
static const GbSchema policy_review_schema = {
  .name = "policy-review",
  .title = "文件评估",
  .about = "文件何时应当评估。date、months_before 只写一项。",
  .size = sizeof (GbPolicyReview),
  GB_FIELDS (policy_review_fields),
};

static const GbField attachment_fields[] = {
  GB_FIELD (GbAttachment, file, TEXT, "文件名，文件与 policy.md 放在同一个文件夹",
            .required = TRUE),
  GB_FIELD (GbAttachment, title, TEXT, "附件名称；不写的，显示文件名"),
};
static const GbSchema attachment_schema = {
  .name = "attachment",
  .title = "附件",
  .about = "供下载的附件。",
  .size = sizeof (GbAttachment),
  GB_FIELDS (attachment_fields),
};

static const GbField amendment_fields[] = {
  GB_FIELD (GbRelation, policy, ID, "修改文件已在本站收录的，写其标识", .refers = GB_REFERS_POLICY),
  GB_FIELD (GbRelation, title, TEXT, "未收录的修改文件的标题，不加书名号"),
  GB_FIELD (GbRelation, number, TEXT, "未收录的修改文件的发文字号"),
  GB_FIELD (GbRelation, url, URL, "未收录的修改文件的网址"),
};
static const GbSchema amendment_schema = {
  .name = "amendment",
  .title = "修改文件",
  .about = "使文本成为这样的修改决定等。policy、title、number 至少写一项。",
  .size = sizeof (GbRelation),
  GB_FIELDS (amendment_fields),
  .any_of = relation_any,
};

static const GbField version_fields[] = {
  GB_FIELD (GbVersion, title, TEXT, "当时的标题与 policy.md 不同的，写当时的标题"),
  GB_FIELD (GbVersion, amended_by, OBJECT, "使文本成为这样的修改文件；最初的文本不写",
            .schema = &amendment_schema),
  GB_FIELD (GbVersion, note, TEXT, "改了什么、为什么改，一两句话"),
};
const GbSchema gb_schema_version = {
  .name = "version",
  .title = "文本版本",
  .about
  = "content/policies/标识/versions/日期.md 开头两行“---”之间的部分；其后是自该日起施行的全文。"
    "文件名是施行之日，例如 2024-05-01.md。过去的、将来的文本各写一个文件，"
    "policy.md 也是其中之一，不必重复。",
  .size = sizeof (GbVersion),
  GB_FIELDS (version_fields),
};

static const GbField policy_fields[] = {
  GB_FIELD (GbPolicy, title, TEXT, "标题，不加书名号", .required = TRUE),
  GB_FIELD (GbPolicy, aliases, TEXTS, "别名：其他文件引用它时用的标题"),
  GB_FIELD (GbPolicy, number, TEXT, "发文字号，照原文写"),
  GB_FIELD (GbPolicy, registration, TEXT, "规范性文件统一编号"),
  GB_FIELD_KEYED ("index", GbPolicy, index_number, TEXT, "政府信息公开索引号"),
  GB_FIELD (GbPolicy, urgency, TEXT, "紧急程度，例如“特急”"),
  GB_FIELD (GbPolicy, issuer, ID, "发文机关（联合发文的，写主办机关）", .required = TRUE,
            .refers = GB_REFERS_AGENCY),
  GB_FIELD (GbPolicy, co_issuers, TEXTS, "联合发文的其他机关", .refers = GB_REFERS_AGENCY),
  GB_FIELD (
    GbPolicy, kind, CHOICE,
    "文件种类：normative 规范性文件；opinion 意见；plan 方案、规划；notice 通知；other 其他",
    .required = TRUE, .choices = gb_policy_kind_names),
  GB_FIELD (GbPolicy, category, TEXT, "主题分类"),
  GB_FIELD (GbPolicy, topics, TEXTS, "专题，用于分类浏览"),
  GB_FIELD (GbPolicy, keywords, TEXTS, "主题词"),
  GB_FIELD (GbPolicy, disclosure, TEXT, "公开方式，例如“主动公开”"),
  GB_FIELD (GbPolicy, summary, TEXT, "内容概述，一两句话"),
  GB_FIELD_KEYED ("signed", GbPolicy, signed_, DATE, "成文日期：会议通过或者负责人签发之日"),
  GB_FIELD (GbPolicy, issued, DATE, "印发日期：送印之日"),
  GB_FIELD (GbPolicy, published, DATE, "发布日期：向社会公开之日"),
  GB_FIELD (GbPolicy, effect, OBJECT, "施行；文件没有写明的不写", .schema = &effect_schema),
  GB_FIELD (GbPolicy, validity, OBJECT, "有效期", .schema = &validity_schema),
  GB_FIELD (GbPolicy, tail, OBJECT, "有效期满后的延续事项", .schema = &tail_schema),
  GB_FIELD (GbPolicy, basis, OBJECTS, "制定依据", .schema = &gb_schema_relation),
  GB_FIELD (GbPolicy, amends, OBJECTS, "本文件修改的文件", .schema = &gb_schema_relation),
  GB_FIELD (GbPolicy, replaces, OBJECTS, "本文件替代的文件", .schema = &gb_schema_relation),
  GB_FIELD (GbPolicy, repeals, OBJECTS, "本文件废止的文件", .schema = &gb_schema_relation),
  GB_FIELD (GbPolicy, repealed, OBJECT, "本文件被废止", .schema = &ending_schema),
  GB_FIELD (GbPolicy, annulled, OBJECT, "本文件被撤销", .schema = &ending_schema),
  GB_FIELD (GbPolicy, review, OBJECT, "评估要求", .schema = &policy_review_schema),
  GB_FIELD (GbPolicy, attachments, OBJECTS, "附件；文件夹里的附件都要列出",
            .schema = &attachment_schema),
  GB_FIELD (GbPolicy, source, OBJECT, "文本的出处", .schema = &gb_schema_reference),
  GB_FIELD (GbPolicy, notes, TEXTS, "整理说明：录入时更正了什么，有什么未查到"),
  GB_FIELD (GbPolicy, version, DATE,
            "有其他版本的，本文件中的正文自哪一日起施行；能从施行日期、修改日期推定的可以不写"),
  GB_FIELD (GbPolicy, amended_by, OBJECT,
            "使正文成为这样的修改文件；已在本站收录、写明修改本文件的不必写",
            .schema = &amendment_schema),
  GB_FIELD (GbPolicy, version_note, TEXT, "正文比前一版本改了什么、为什么改，一两句话"),
};
const GbSchema gb_schema_policy = {
  .name = "policy",
  .title = "政策文件",
  .about
  = "content/policies/标识/policy.md 开头两行“---”之间的部分；其后是文件正文，用 Markdown 书写。"
    "文件夹名就是文件的标识。",
  .size = sizeof (GbPolicy),
  GB_FIELDS (policy_fields),
};

/* --- Pages ----------------------------------------------------------------------------------- */

static const GbField page_fields[] = {
  GB_FIELD (GbPage, title, TEXT, "标题", .required = TRUE),
  GB_FIELD (GbPage, summary, TEXT, "内容概述，一两句话"),
};
const GbSchema gb_schema_page = {
  .name = "page",
  .title = "页面",
  .about = "content/pages/标识.md 开头两行“---”之间的部分：关于、帮助等一般页面；其后是正文。",
  .size = sizeof (GbPage),
  GB_FIELDS (page_fields),
};

/* --- Addresses ------------------------------------------------------------------------------- */

static const GbField moved_fields[] = {
  GB_FIELD (GbMoved, from, TEXT, "原来的地址，例如 policies/old-id/；其下的各页随之迁移",
            .required = TRUE),
  GB_FIELD (GbMoved, to, TEXT, "现在的地址，例如 policies/new-id/", .required = TRUE),
};
static const GbSchema moved_schema = {
  .name = "moved",
  .title = "迁移的地址",
  .about = "内容还在、地址变了的。原来的地址上留一页，转到现在的地址。",
  .size = sizeof (GbMoved),
  GB_FIELDS (moved_fields),
};

static const GbField withdrawn_fields[] = {
  GB_FIELD (GbWithdrawn, address, TEXT,
            "撤下的地址，例如 notices/old-id/；其下的各页一并撤下。也可以是一个附件，例如 "
            "policies/id/form.docx",
            .required = TRUE),
  GB_FIELD (GbWithdrawn, date, DATE, "撤下之日", .required = TRUE),
  GB_FIELD (GbWithdrawn, reason, TEXT, "撤下的原因", .required = TRUE),
  GB_FIELD (GbWithdrawn, successor, TEXT, "代替它的内容的地址；没有的不写"),
};
static const GbSchema withdrawn_schema = {
  .name = "withdrawn",
  .title = "撤下的地址",
  .about = "内容已经撤下的。原来的地址上留一页，写明何日、因何撤下，由什么代替；附件的地址上不留。",
  .size = sizeof (GbWithdrawn),
  GB_FIELDS (withdrawn_fields),
};

static const GbField addresses_fields[] = {
  GB_FIELD (GbAddressFile, moved, OBJECTS, "迁移的地址", .schema = &moved_schema),
  GB_FIELD (GbAddressFile, withdrawn, OBJECTS, "撤下的地址", .schema = &withdrawn_schema),
};
const GbSchema gb_schema_addresses = {
  .name = "addresses",
  .title = "地址表",
  .about = "content/addresses.yaml：发布过、后来迁移或者撤下的地址。发布过的地址不会消失，每一个"
           "都要有去处。地址写网站内的路径，开头不加“/”，末尾加“/”。",
  .size = sizeof (GbAddressFile),
  GB_FIELDS (addresses_fields),
};

const GbSchema *const *
gb_dictionary (void)
{
  static const GbSchema *const kinds[] = { &gb_schema_site,
                                           &gb_schema_agencies,
                                           &gb_schema_policy,
                                           &gb_schema_version,
                                           &gb_schema_registry,
                                           &gb_schema_batch,
                                           &gb_schema_notice,
                                           &gb_schema_page,
                                           &gb_schema_calendar,
                                           &gb_schema_addresses,
                                           NULL };
  return kinds;
}
