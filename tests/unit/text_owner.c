/* Whose clause it is that a sentence names. */
#include "text/mention.h"
#include "text/owner.h"

static const char *const names[] = {
  [GB_OWNER_BARE] = "bare",       [GB_OWNER_OWN] = "own",         [GB_OWNER_HERE] = "here",
  [GB_OWNER_CHAIN] = "chain",     [GB_OWNER_MENTION] = "mention", [GB_OWNER_OTHER] = "other",
  [GB_OWNER_UNKNOWN] = "unknown",
};

/* The owner of the clause behind | in @sentence; mention:甲 names the document. */
static char *
owner_of (const char *sentence)
{
  const char *mark = strchr (sentence, '|');
  g_assert_nonnull (mark);
  gsize at = (gsize)(mark - sentence);
  g_autofree char *text = g_strdup_printf ("%.*s%s", (int)at, sentence, mark + 1);
  GbArena *arena = gb_arena_new ();
  GbDiagnostics *diagnostics = gb_diagnostics_new ();
  GbBody body = { text, strlen (text), 1, FALSE };
  GbDraft draft;
  gb_draft_init (&draft, arena, "a.md", &body, diagnostics);
  GbChain chain = { .mention = -1 };
  gb_mention_write (&draft, &chain, text, 0, at, NULL, 1);
  GbScan scan = { .draft = &draft, .chain = &chain, .text = text, .to = strlen (text), .run = at };
  gboolean annex = g_str_has_prefix (mark + 1, "附件");
  gboolean item = g_str_has_prefix (mark + 1, "第（");
  GbOwner owner = item    ? gb_owner_of_item (&scan, at)
                  : annex ? gb_owner_of_annex (&scan, at)
                          : gb_owner_find (&scan, at);
  gboolean known = owner == GB_OWNER_MENTION && chain.mention >= 0;
  char *said = known ? g_strconcat (
                 "mention:",
                 draft.strings->str
                   + g_array_index (draft.mentions, GbDraftMention, (guint)chain.mention).text,
                 NULL)
               : owner == GB_OWNER_CHAIN
                 ? g_strdup (chain.other ? "chain of another" : "chain of own")
                 : g_strdup (names[owner]);
  gb_draft_done (&draft);
  gb_arena_free (arena);
  gb_diagnostics_free (diagnostics);
  return said;
}

typedef struct {
  const char *sentence;
  const char *owner;
} Row;

static void
check (const Row *rows, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *owner = owner_of (rows[i].sentence);
    if (strcmp (owner, rows[i].owner) != 0)
      g_test_message ("%s", rows[i].sentence);
    g_assert_cmpstr (owner, ==, rows[i].owner);
  }
}

/* This text by its own name. */
static void
test_own (void)
{
  static const Row rows[] = {
    { "违反本法|第三条", "own" },
    { "违反本办法|第三条", "own" },
    { "适用本条例|第三条", "own" },
    { "依照本规定|第三条", "own" },
    { "依照本细则|第三条", "own" },
    { "本实施细则|第三条", "own" },
    { "本暂行办法|第三条", "own" },
    { "本管理办法|第三条", "own" },
    { "本若干规定|第三条", "own" },
    { "本行政处罚办法|第三条", "own" },
    { "本规则|第三条", "own" },
    { "本解释|第三条", "own" },
    { "本章程|第三条", "own" },
    { "本合同|第三条", "own" },
    { "本公约|第三条", "own" },
    { "本议定书|第三条", "own" },
    { "本意见|第三条", "own" },
    { "本通知|第二章", "own" },
    { "本办法 |第三条", "own" },
    { "本办法（试行）|第三条", "own" },
    { "本办法的|第三条", "own" },
    { "本办法规定的|第三条", "own" },
    { "本规定中|第三条", "own" },
    { "本法规定的|第三条", "own" },
    { "本行动计划|第三部分", "own" },
    { "本法总则|第三条", "own" },
    { "本办法|附件1", "own" },
    { "本《办法》|第三条", "own" },
    { "本《实施细则》|第三条", "own" },
    { "故意造成本法|第六十条规定的保险事故", "own" },
    { "2020年5月1日本办法|第三条", "own" },
    { "《甲办法》第三条和本办法|第五条", "own" },
    { "公司法第三条和本法|第五条", "own" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

/* 本 that is another's, or no word of its own. */
static void
test_not_own (void)
{
  static const Row rows[] = {
    { "本市示例办法|第三条", "other" },     { "本省条例|第三条", "other" },
    { "本区管理办法|第三条", "other" },     { "本部门规定|第三条", "other" },
    { "本单位制度|第三条", "other" },       { "本公司章程|第三条", "other" },
    { "本行业标准|第三条", "other" },       { "本系统办法|第三条", "other" },
    { "本级预算管理办法|第三条", "other" }, { "商业银行资本管理办法|第三条", "other" },
    { "日本公司法|第三条", "other" },       { "日本商法|第三条", "other" },
    { "成本规定|第三条", "other" },         { "基本规则|第三条", "other" },
    { "根本法|第三条", "other" },           { "本办法和公司章程|第三条", "other" },
    { "本办法及实施细则|第三条", "other" }, { "本条例实施细则|第三条", "other" },
    { "本法实施条例|第三条", "other" },     { "按本方案制定的办法|第三条", "other" },
    { "本法和刑法|第三条", "other" },       { "文本标准|第三条", "other" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

/* The article or the book around it. */
static void
test_here (void)
{
  static const Row rows[] = {
    { "本条|第（一）项", "here" },
    { "不含本条 |第（一）项", "here" },
    { "前款|第（五）项", "here" },
    { "有前款规定|第（五）项行为的", "here" },
    { "有前款所列|第（五）项行为的", "here" },
    { "前款规定的|第（五）项情形", "here" },
    { "前两款|第（一）项", "here" },
    { "本款|第（一）项", "here" },
    { "上款|第（一）项", "here" },
    { "前项|第1目", "here" },
    { "适用本编|第二章", "here" },
    { "违反本章|第三条", "here" },
    { "违反本节|第三条", "here" },
    { "该条|第二款", "unknown" },
    { "该款|第（一）项", "unknown" },
    { "同条|第二款", "unknown" },
    { "同款|第（一）项", "unknown" },
    { "该章|第三条", "unknown" },
    { "其|第三条", "unknown" },
    { "上述|第三条", "unknown" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

/* A document in 《》 or by its number. */
static void
test_mentions (void)
{
  static const Row rows[] = {
    { "《甲办法》|第三条", "mention:甲办法" },
    { "《甲办法》 |第三条", "mention:甲办法" },
    { "《甲办法》的|第三条", "mention:甲办法" },
    { "《甲办法》中的|第三条", "mention:甲办法" },
    { "《甲办法》规定的|第三条", "mention:甲办法" },
    { "《甲办法》（2019年修订）|第三条", "mention:甲办法" },
    { "《甲办法》（试行）|第三条", "mention:甲办法" },
    { "《甲办法》（甲发〔2019〕3号）|第三条", "mention:甲办法" },
    { "《甲办法》（以下简称办法）|第三条", "mention:甲办法" },
    { "甲发〔2019〕3号|第三条", "mention:甲发〔2019〕3号" },
    { "《甲办法》|第二编第一章", "mention:甲办法" },
    { "《甲办法》|附件2", "mention:甲办法" },
    { "《甲办法》和《乙办法》|第三条", "mention:乙办法" },
    { "《甲办法》第三条和《乙办法》|第五条", "mention:乙办法" },
    { "原《甲办法》|第三条", "unknown" },
    { "修订前的《甲办法》|第三条", "unknown" },
    { "《甲办法》（征求意见稿）|第三条", "unknown" },
    { "《甲办法》（草案）|第三条", "unknown" },
    { "《甲办法》（送审稿）|第三条", "unknown" },
    /* Named for something else. */
    { "依照《甲办法》设立的企业，违反|第三条", "unknown" },
    { "根据《甲办法》，制定本办法|第三条", "own" },
    { "《甲办法》，|第三条", "unknown" },
    { "根据《甲办法》，有|第（一）项情形的", "bare" },
    { "根据《甲办法》制定。依照|第三条", "bare" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

/* A document without marks. */
static void
test_others (void)
{
  static const Row rows[] = {
    { "股东符合公司法|第三条", "other" },
    { "民法典|第二百零二条", "other" },
    { "民法通则|第一条", "other" },
    { "民法总则|第一条", "other" },
    { "刑法|第三条", "other" },
    { "刑法分则|第二章", "other" },
    { "刑法总则|第二章", "other" },
    { "依照行政许可法|第三十条", "other" },
    { "依照宪法|第三条", "other" },
    { "示例条例|第三条", "other" },
    { "前述办法|第三条", "other" },
    { "该办法|第三条", "other" },
    { "原办法|第三条", "other" },
    { "旧法|第三条", "other" },
    { "示例管理办法（2020）|第三条", "other" },
    { "示例管理办法（试行）|第三条", "other" },
    { "国家标准|第三条", "other" },
    { "专利合作条约|第二条", "other" },
    { "联合国宪章|第七章", "other" },
    { "维也纳公约|第三条", "other" },
    { "京都议定书|第三条", "other" },
    { "税收协定|第三条", "other" },
    { "学生守则|第三条", "other" },
    { "公司章程|第三条", "other" },
    { "财务制度|第三条", "other" },
    { "会计准则|第三条", "other" },
    { "操作规程|第三条", "other" },
    { "司法解释|第三条", "other" },
    { "国务院决定|第三条", "other" },
    { "实施意见|第三条", "other" },
    { "实施细则|第三条", "other" },
    { "公司法规定的|第三条", "other" },
    { "公司法中|第三条", "other" },
    { "公司章程|附件1", "other" },
    { "安全法（以下简称双十条）有效，双十条|第三条", "other" },
    { "甲乙丙（以下称“示例五号”）……按示例五号|第三条", "other" },
    { "甲乙丙(以下简称:丁戊己)……丁戊己的|第三条", "other" },
    { "通则|第三条", "other" },
    { "总则|第三条", "unknown" },
    { "分则|第二章", "unknown" },
    { "本办法（征求意见稿）|第三条", "unknown" },
    { "本办法（草案）|第三条", "unknown" },
    { "修订前的本办法|第三条", "unknown" },
    { "修订前|第三条", "unknown" },
    { "修正前的|第三条", "unknown" },
    { "原|第三条", "unknown" },
    { "旧|第三条", "unknown" },
    { "征求意见稿|第三条", "unknown" },
    { "草案|第三条", "unknown" },
    { "新增|第三条", "unknown" },
    { "第二条改为|第三条", "unknown" },
    { "附件1|第三条", "unknown" },
    { "附件1的|第三条", "unknown" },
    { "国家标准GB 50016|第三条", "unknown" },
    { "落实“双十条”|第三条", "unknown" },
    { "示例目录（2020年版）|第三条", "unknown" },
    { "党章|第三条", "unknown" },
    { "责任书|第三条", "unknown" },
    { "报告|第三部分", "unknown" },
    { "将|第三条修改为：“甲”", "unknown" },
    { "将|第三条第一款中的“甲”修改为“乙”", "unknown" },
    { "删去|第三条", "unknown" },
    { "美国|第三条", "unknown" },
    { "示例集团|第三条", "unknown" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

/* Nothing is named beside it. */
static void
test_bare (void)
{
  static const Row rows[] = {
    { "|第三条规定的", "bare" },
    { "违反|第三条", "bare" },
    { "依照|第三条", "bare" },
    { "按照|第三条", "bare" },
    { "符合|第三条", "bare" },
    { "有|第三条所列情形", "bare" },
    { "属于|第三条", "bare" },
    { "对|第三条", "bare" },
    { "在|第二章", "bare" },
    { "除|第三条外", "bare" },
    { "适用|第三条", "bare" },
    { "（|第三条）", "bare" },
    { "甲；（一）|第三条所列", "bare" },
    { "将|第三条所列材料报送；乙改为丙", "bare" },
    { "违法的，|第三条", "bare" },
    { "依法办理，依照|第三条", "bare" },
    { "用这种方法的，依照|第三条", "bare" },
    { "司法机关依照|第三条", "bare" },
    { "合法经营，按照|第三条", "bare" },
    { "（二）销售|第（一）项所述产品", "bare" },
    { "本办法|第（一）项", "own" },
    { "公司法|第（一）项", "other" },
    { "见|附件1", "bare" },
    { "倾倒|附件1", "bare" },
    { "《甲办法》第三条的材料见|附件1", "bare" },
    /* Articles that run on in one paragraph. */
    { "甲。|第三条 乙", "unknown" },
    { "甲。|第三条规定的", "bare" },
    { "甲。 |第三条　乙", "unknown" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

/* What the sentence has named before. */
static void
test_sentence (void)
{
  static const Row rows[] = {
    { "第二条、|第三条", "chain of own" },
    { "第二条以及|第三条", "chain of own" },
    { "第二条或者|第三条", "chain of own" },
    { "第二条至|第五条", "chain of own" },
    { "依照第二条 、 |第五条", "chain of own" },
    { "本办法第二条第一款和|第三条", "chain of own" },
    { "附件1、|附件2", "chain of own" },
    { "《甲办法》第二条、|第三条", "chain of another" },
    { "公司法第二条和|第三条", "chain of another" },
    { "《甲办法》附件1和|附件2", "chain of another" },
    { "企业所得税法第一条所称资产的净值和|第三条所称财产净值", "unknown" },
    /* A law named without a clause; not words that only look like one. */
    { "违反公司法规定的，依照|第三条处理", "unknown" },
    { "依照行政处罚法给予警告；情节严重的，依照|第三条处理", "unknown" },
    { "违反中小企业促进条例的，按照|第三条处理", "unknown" },
    { "适用示例公约的，不适用|第三条", "unknown" },
    { "依法给予处罚，并依照|第三条处理", "bare" },
    { "采用合法方法取得的，依照|第三条处理", "bare" },
    { "人民法院、司法机关和企业法人依照|第三条处理", "bare" },
    { "按照有关规定、法律、法规和|第三条处理", "bare" },
    { "违反公司法规定的，按照本办法规定和|第三条处理", "bare" },
    { "公司法另有规定的除外。按照|第三条处理", "bare" },
    { "公司法第二条规定的公司，依照|第三条", "unknown" },
    { "《甲办法》第二条规定，且不属于|第三条", "unknown" },
    { "《甲办法》第二条规定的，警告；违反|第三条的", "unknown" },
    { "甲发〔2019〕3号第二条；|第三条", "unknown" },
    { "示例集团第二条，违反|第三条", "unknown" },
    { "公司法第二条。违反|第三条", "bare" },
    { "公司法第二条规定甲。|第三条规定乙", "unknown" },
    { "本法第二条规定甲。|第三条规定乙", "bare" },
    { "《甲办法》第二条！按照|第三条", "bare" },
    { "本办法第二条规定的范围和|第三条", "bare" },
    { "本法第二条规定的，警告；违反|第三条的", "bare" },
    { "公司法第二条和本办法第四条的，违反|第三条", "bare" },
    { "本办法第四条和公司法第二条的，违反|第三条", "unknown" },
  };
  check (rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/owner/own", test_own);
  g_test_add_func ("/owner/not-own", test_not_own);
  g_test_add_func ("/owner/here", test_here);
  g_test_add_func ("/owner/mentions", test_mentions);
  g_test_add_func ("/owner/others", test_others);
  g_test_add_func ("/owner/bare", test_bare);
  g_test_add_func ("/owner/sentence", test_sentence);
  return g_test_run ();
}
