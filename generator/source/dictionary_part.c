/* The schemas of what several kinds of files hold. */
#include "source/dictionary.h"

static const char *const reference_any[] = { "title", "url", NULL };
GB_SCHEMA (reference, GbReference, "source", "出处", "一项事实读自哪里。title、url 至少写一项。",
           reference_any,
           GB_NAMED (GbReference, title, TEXT, "出处名称", "出处的名称，例如网页或文件的标题"),
           GB_NAMED (GbReference, url, URL, "出处网址", "出处的网址"),
           GB_NAMED (GbReference, note, TEXT, "出处说明", "对出处的说明，例如“转载”“附件不全”"));

const char *const gb_schema_relation_any[] = { "policy", "title", "number", NULL };
GB_SCHEMA (relation, GbRelation, "relation", "文件关系",
           "本文件与另一份文件的关系。policy、title、number 至少写一项。", gb_schema_relation_any,
           GB_NAMED (GbRelation, policy, ID, "另一文件标识",
                     "本站收录的文件，写其标识；收录的一律写这一项", .refers = GB_REFERS_POLICY),
           GB_NAMED (GbRelation, title, TEXT, "另一文件标题", "未收录的文件的标题，不加书名号"),
           GB_NAMED (GbRelation, number, TEXT, "另一文件文号", "未收录的文件的发文字号"),
           GB_NAMED (GbRelation, url, URL, "另一文件网址", "未收录的文件的网址"),
           GB_FIELD (GbRelation, clause, CLAUSE, "本文件中写明这层关系的条款"),
           GB_NAMED (GbRelation, from, DATE, "自何日起",
                     "修改、替代或者废止自哪一日起生效；不写的，随本文件施行"),
           GB_NAMED (GbRelation, note, TEXT, "说明", "说明，例如只修改了哪几条"));

GB_SCHEMA (decision, GbDecision, "decision", "决定文件",
           "公布名单、延续、撤销等所依据的文件。知道几项写几项，不知道的不写。", NULL,
           GB_NAMED (GbDecision, title, TEXT, "决定文件标题",
                     "决定文件（通告、通知等）的标题，不加书名号"),
           GB_NAMED (GbDecision, number, TEXT, "决定文件文号", "决定文件的发文字号"),
           GB_FIELD (GbDecision, issuer, ID, "作出决定的机构", .refers = GB_REFERS_AGENCY),
           GB_NAMED (GbDecision, date, DATE, "决定文件日期", "决定文件的成文日期"),
           GB_NAMED (GbDecision, url, URL, "决定文件网址", "决定文件的网址"),
           GB_NAMED (GbDecision, policy, ID, "决定文件标识", "决定文件已在本站收录的，写其标识",
                     .refers = GB_REFERS_POLICY));
