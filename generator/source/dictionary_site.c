/* The schemas of the small files: site, agencies, calendar, pages, addresses. */
#include "source/dictionary.h"

/* --- Site ------------------------------------------------------------------------------------ */

static const char *const contact_any[] = { "phone", "email", "address", "url", NULL };
GB_PART (contact, GbContact, "contact", "联系方式", "网站的联系方式，至少写一项。", contact_any,
         GB_FIELD (GbContact, phone, TEXT, "联系电话"),
         GB_FIELD (GbContact, email, TEXT, "电子邮箱"),
         GB_FIELD (GbContact, address, TEXT, "通信地址"),
         GB_FIELD (GbContact, url, URL, "留言或者联系页面的网址"));

GB_PART (
  counting, GbCounting, "counting", "期间算法",
  "文件、认定规则都没有写明时，全站按这里的算法计算期间。", NULL,
  GB_FIELD (GbCounting, first_day, CHOICE,
            "公示期的起始日算不算第一日：included 算（默认，公示的通行做法）；excluded "
            "不算，自次日起算（民法典第二百零一条）",
            .choices = gb_first_day_names, .minimum = GB_FIRST_DAY_INCLUDED),
  GB_FIELD (GbCounting, term_end, CHOICE,
            "N 年的期限止于哪一日：day-before 止于对应日的前一日（默认，认定名单的通行做法）；"
            "anniversary 止于对应日（民法典第二百零二条）",
            .choices = gb_term_end_names));

GB_PART (publishing, GbPublishing, "publish", "发布设置", "gongbao publish 怎样提交生成的网站。",
         NULL,
         GB_FIELD (GbPublishing, branch, TEXT,
                   "网站提交到哪个 git 分支；不写的，提交到当前分支的 site 文件夹"),
         GB_FIELD (GbPublishing, repository, URL, "公众可以取得 git 记录的地址，写在核验页上"));

static const char *const licence_any[] = { "name", "url", NULL };
GB_PART (licence, GbLicence, "licence", "数据许可",
         "公众可以怎样使用网站的数据，写进数据包。name、url 至少写一项；没有决定的，不写。",
         licence_any, GB_FIELD (GbLicence, name, TEXT, "许可的代号，例如 CC-BY-4.0"),
         GB_FIELD (GbLicence, title, TEXT, "许可的名称"),
         GB_FIELD (GbLicence, url, URL, "许可文本的网址"));

GB_PART (security, GbSecurity, "security", "安全联系方式",
         "写进 .well-known/security.txt（RFC 9116）；不写的，没有这个文件。", NULL,
         GB_FIELD (GbSecurity, contact, TEXT,
                   "报告网站安全问题的途径，以 mailto:、https:// 或 tel: 开头", .required = TRUE),
         GB_FIELD (GbSecurity, expires, DATE,
                   "上述途径有效的最后一日，不宜超过一年；过后 gongbao check 会提醒",
                   .required = TRUE),
         GB_FIELD (GbSecurity, policy, URL, "安全问题处理办法的网址"));

static const char *const language_words[] = { "zh-CN", "en", NULL };
GB_SCHEMA (site, GbSite, "site", "网站", "content/site.yaml：网站自身的信息。", NULL,
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
           GB_FIELD (GbSite, example, BOOLEAN,
                     "内容是否为虚构示例；写 true 的，每一页都标明“示例”"),
           GB_FIELD (GbSite, notice_text, TEXT, "首页顶部的一句提示"),
           GB_FIELD (GbSite, publish, OBJECT, "发布设置", .schema = &publishing_schema),
           GB_FIELD (GbSite, licence, OBJECT, "数据许可", .schema = &licence_schema),
           GB_FIELD (GbSite, security, OBJECT, "安全联系方式", .schema = &security_schema));

/* --- Agencies -------------------------------------------------------------------------------- */

GB_SCHEMA (
  agency, GbAgency, "agency", "机构", "一个发布机构。", NULL,
  GB_NAMED (GbAgency, id, ID, "机构标识", "标识，小写英文单词以连字符连接；用在网址里，定了不改",
            .required = TRUE),
  GB_NAMED (GbAgency, name, TEXT, "机构名称", "机构全称", .required = TRUE),
  GB_NAMED (GbAgency, short_name, TEXT, "机构简称", "规范化简称"),
  GB_NAMED (GbAgency, aliases, TEXTS, "其他名称", "其他名称，例如曾用名；用来识别文中提到的机构"),
  GB_NAMED (GbAgency, level, CHOICE, "层级",
            "层级：national 国家级；province 省级；city 地市级；county 县级；town 乡镇、街道",
            .choices = gb_level_names, .minimum = GB_LEVEL_NATIONAL),
  GB_NAMED (GbAgency, region, TEXT, "地区", "所在行政区，写全称，例如“示例省示例市”"),
  GB_NAMED (GbAgency, parent, ID, "上级机构", "上级机构", .refers = GB_REFERS_AGENCY),
  GB_NAMED (GbAgency, url, URL, "机构网址", "机构网站的网址"));

GB_SCHEMA (agencies, GbAgencyFile, "agencies", "机构表",
           "content/agencies.yaml：文件、名录、公示提到的发布机构。", NULL,
           GB_FIELD (GbAgencyFile, agencies, OBJECTS, "机构的列表", .required = TRUE,
                     .schema = &gb_schema_agency, .unique = TRUE));

/* --- Calendar -------------------------------------------------------------------------------- */

GB_SCHEMA (calendar_source, GbCalendarSource, "calendar-source", "放假依据",
           "规定放假调休的文件，一般是国务院办公厅关于该年部分节假日安排的通知。", NULL,
           GB_NAMED (GbCalendarSource, number, TEXT, "放假通知文号",
                     "发文字号；没有的写 null 或者不写", .nullable = TRUE),
           GB_NAMED (GbCalendarSource, date, DATE, "放假通知日期", "成文日期"),
           GB_NAMED (GbCalendarSource, title, TEXT, "放假通知标题", "文件标题", .required = TRUE),
           GB_NAMED (GbCalendarSource, url, URL, "放假通知网址", "文件的网址"));

GB_SCHEMA (holiday, GbHolidaySpan, "holiday", "假期", "一段连续的假期。", NULL,
           GB_NAMED (GbHolidaySpan, name, TEXT, "节日", "节日名称，例如“国庆节、中秋节”",
                     .required = TRUE),
           GB_NAMED (GbHolidaySpan, from, DATE, "放假首日", "放假首日", .required = TRUE),
           GB_NAMED (GbHolidaySpan, to, DATE, "放假末日", "放假末日（含）", .required = TRUE));

GB_SCHEMA (
  calendar, GbCalendarFile, "calendar", "年度日历",
  "content/calendar/年份.yaml：一年的法定节假日和调休上班日。通知可以涉及上一年12月的最后几日。",
  NULL,
  GB_NAMED (GbCalendarFile, year, INTEGER, "年份", "年份，与文件名相同", .required = TRUE,
            .minimum = 1900, .maximum = 2999),
  GB_FIELD (GbCalendarFile, status, CHOICE,
            "放假通知是否已经公布：published 已公布（默认）；not_published "
            "未公布，只按 statutory 计算，结果标为暂定",
            .choices = gb_calendar_status_names),
  GB_FIELD_KEYED ("source", GbCalendarFile, sources, OBJECTS, "依据的文件，年中有调整的依次列出",
                  .required = TRUE, .schema = &gb_schema_calendar_source),
  GB_FIELD (GbCalendarFile, holidays, OBJECTS, "通知规定的假期", .schema = &gb_schema_holiday),
  GB_NAMED (GbCalendarFile, workdays, DATES, "补班日", "调休上班的周六、周日"),
  GB_FIELD (GbCalendarFile, statutory, OBJECTS,
            "通知未公布时，《全国年节及纪念日放假办法》规定的放假日",
            .schema = &gb_schema_holiday));

/* --- Pages ----------------------------------------------------------------------------------- */

GB_SCHEMA (page, GbPage, "page", "页面",
           "content/pages/标识.md 开头两行“---”之间的部分：关于、帮助等一般页面；其后是正文。",
           NULL, GB_FIELD (GbPage, title, TEXT, "标题", .required = TRUE),
           GB_FIELD (GbPage, summary, TEXT, "内容概述，一两句话"));

/* --- Addresses ------------------------------------------------------------------------------- */

GB_PART (moved, GbMoved, "moved", "迁移的地址",
         "内容还在、地址变了的。原来的地址上留一页，转到现在的地址。", NULL,
         GB_FIELD (GbMoved, from, TEXT, "原来的地址，例如 policies/old-id/；其下的各页随之迁移",
                   .required = TRUE),
         GB_FIELD (GbMoved, to, TEXT, "现在的地址，例如 policies/new-id/", .required = TRUE));

GB_PART (withdrawn, GbWithdrawn, "withdrawn", "撤下的地址",
         "内容已经撤下的。原来的地址上留一页，写明何日、因何撤下，由什么代替；附件的地址上不留。",
         NULL,
         GB_FIELD (GbWithdrawn, address, TEXT,
                   "撤下的地址，例如 notices/old-id/；其下的各页一并撤下。也可以是一个附件，例如 "
                   "policies/id/form.docx",
                   .required = TRUE),
         GB_FIELD (GbWithdrawn, date, DATE, "撤下之日", .required = TRUE),
         GB_FIELD (GbWithdrawn, reason, TEXT, "撤下的原因", .required = TRUE),
         GB_FIELD (GbWithdrawn, successor, TEXT, "代替它的内容的地址；没有的不写"));

GB_SCHEMA (addresses, GbAddressFile, "addresses", "地址表",
           "content/addresses.yaml：发布过、后来迁移或者撤下的地址。发布过的地址不会消失，每一个"
           "都要有去处。地址写网站内的路径，开头不加“/”，末尾加“/”。",
           NULL, GB_FIELD (GbAddressFile, moved, OBJECTS, "迁移的地址", .schema = &moved_schema),
           GB_FIELD (GbAddressFile, withdrawn, OBJECTS, "撤下的地址", .schema = &withdrawn_schema));
