#include "text/owner.h"

#define JOINT_BYTES 16      /* the longest joint of a list, with spaces */
#define BRACKETS_BYTES 90   /* the longest words in brackets behind a name */
#define FILL_BYTES 24       /* the longest words between a name and its clause */
#define SENTENCE_BYTES 3000 /* what is farther apart stands in no one sentence */
#define KIND_LETTERS 7      /* of the name of a document between 本 and its kind */

#define NAME_BYTES 60 /* the longest 本… with what stands between it and its clause */

#define LAW_BYTES 600 /* from a law to a clause that may be its own */

#define CHANGE_BYTES 150 /* from a clause to the words that change it */

#define PAIR (2 * (gsize)GB_GLYPH_BYTES)

/* Whether nothing but @words, and at most @most bytes, stand between @at and @end. */
static gboolean
is_only (const GbScan *scan, gsize at, gsize end, gsize most, const char *const *words)
{
  if (end > at + most)
    return FALSE;
  while ((at = gb_scan_skip_spaces (scan, at)) < end)
    if (!gb_scan_take_any (scan, &at, words))
      return FALSE;
  return TRUE; /* at @end, or behind it by spaces that it is before */
}

static gboolean
is_any_before (const GbScan *scan, gsize at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (gb_scan_is_before (scan, at, *words))
      return TRUE;
  return FALSE;
}

/* Whether the letter, or the pair of letters, before @at is one of @words. */
static gboolean
is_letter_before (const GbScan *scan, gsize at, const char *words, gsize size)
{
  return at >= size && gb_glyph_is_one_of (scan->text + at - size, words, size);
}

/* Where the words before @at end without the one of @words that stands there. */
static gsize
without (const GbScan *scan, gsize at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (gb_scan_is_before (scan, at, *words))
      return gb_scan_trim (scan, at - strlen (*words), 0);
  return at;
}

static const char *const opening_brackets[] = { "（", "(", NULL };

/* Where the brackets that end at @at begin; @at where there are none. */
static gsize
find_bracket (const GbScan *scan, gsize at)
{
  static const char *const closing[] = { "）", ")", NULL };
  if (!is_any_before (scan, at, closing))
    return at;
  for (gsize start = at; start > 0 && at - start < BRACKETS_BYTES; start--) {
    gsize end = without (scan, start, opening_brackets);
    if (end < start)
      return end;
  }
  return at;
}

gboolean
gb_owner_is_one_sentence (const GbScan *scan, gsize from, gsize to)
{
  if (to > from + SENTENCE_BYTES)
    return FALSE;
  for (; from + GB_GLYPH_BYTES <= to; from++)
    if (gb_glyph_is_one_of (scan->text + from, "。！？", GB_GLYPH_BYTES))
      return FALSE;
  return TRUE;
}

/* -- versions -- */

/* Drafts, and what an amendment has left or will make. */
static const char *const versions[]
  = { "修订前",     "修正前", "修改前", "修订后", "修正后", "修改后", "调整前", "废止前",
      "征求意见稿", "草案",   "送审稿", "讨论稿", "初稿",   "报批稿", "原",     "旧",
      "新增",       "改为",   "作为",   "新",     "原有",   NULL };

static gboolean
names_version (const GbScan *scan, gsize from, gsize to)
{
  for (; from < to; from++)
    for (guint i = 0; i < 14; i++)
      if (from + strlen (versions[i]) <= to && gb_scan_is_at (scan, from, versions[i]))
        return TRUE;
  return FALSE;
}

static gboolean
is_version_before (const GbScan *scan, gsize at)
{
  static const char *const of[] = { "的", "之", NULL };
  return is_any_before (scan, at, versions)
         || is_any_before (scan, without (scan, at, of), versions);
}

/* -- names -- */

/* What names of documents end in. */
static const char kinds[]
  = "办法条例细则规则准则规定决定意见通知方案规程章程指引指南措施标准规划计划纲要规范政策解释法典"
    "公约协定协议合同批复公告通告宪章条约守则制度通则公报宣言声明法规规章法律法令议定纲领须知命令";

/* Whether 本 behind @at ends a word, 资本 or 日本, and says not whose the document is. */
static gboolean
ends_word (const GbScan *scan, gsize at)
{
  static const char roots[] = "日根基资成样文版副标脚书课剧母蓝刻";
  static const char before_cheng[] = "造形构组达完变促养";
  static const char before_ri[] = "之当即次今０１２３４５６７８９一二三四五六七八九十";
  if (!is_letter_before (scan, at, roots, GB_GLYPH_BYTES))
    return FALSE;
  gsize last = at - GB_GLYPH_BYTES;
  if (gb_scan_is_before (scan, at, "成")) /* 成本, but 造成 本办法 */
    return !is_letter_before (scan, last, before_cheng, GB_GLYPH_BYTES);
  if (gb_scan_is_before (scan, at, "日")) /* 日本, but 5月1日 本办法 */
    return !is_letter_before (scan, last, before_ri, GB_GLYPH_BYTES)
           && !(last > 0 && g_ascii_isdigit (scan->text[last - 1]));
  return TRUE;
}

static gboolean is_law (const GbScan *scan, gsize at);
static GbOwner owner_of_words (const GbScan *scan, gsize at);

/* A kind of document begins at @at: ours where 本 stands before it, somebody's otherwise. */
static GbOwner
owner_of_kind (const GbScan *scan, gsize at)
{
  /* What makes 本 that of a body or a place, by its first letter. */
  static const char bodies[] = "市省县区州局厅部镇乡级院届次年单行系机企公地国团社项集协会校所处科"
                               "人事层组报期网台";
  static const char joints[] = "和与及或的";
  const char *next = NULL;
  /* 本办法规定的 */
  if (gb_scan_is_at (scan, at, "规定")
      && (is_letter_before (scan, at, kinds, PAIR) || is_law (scan, at)))
    return owner_of_words (scan, at);
  for (int n = 0; n < KIND_LETTERS && at > 0; n++) {
    gsize size;
    gunichar c = gb_glyph_before (scan->text + at, scan->text, &size);
    if (!gb_glyph_is_han (c))
      break;
    at -= size;
    if (c == GB_GLYPH ("本")) {
      if (ends_word (scan, at))
        return GB_OWNER_OTHER;
      if (next != NULL && gb_glyph_is_one_of (next, bodies, GB_GLYPH_BYTES)
          && !gb_glyph_is_one_of (next, "行政行动地方事项", PAIR))
        return GB_OWNER_OTHER;
      return is_version_before (scan, at) ? GB_OWNER_UNKNOWN : GB_OWNER_OWN;
    }
    /* 本办法实施细则, 本法和公司章程 */
    if (gb_glyph_is_one_of (scan->text + at, joints, GB_GLYPH_BYTES)
        || (c == GB_GLYPH ("法") && gb_scan_is_before (scan, at, "本"))
        || (next != NULL && gb_glyph_is_one_of (scan->text + at, kinds, PAIR)))
      return GB_OWNER_OTHER;
    next = scan->text + at;
  }
  return GB_OWNER_OTHER;
}

static gboolean
is_law (const GbScan *scan, gsize at)
{
  static const char no_laws[] = "依合违方执非无不用设立守普书想看做手算语疗枉犯减除说技玩效讲";
  gsize last = at - GB_GLYPH_BYTES;
  if (!gb_scan_is_before (scan, at, "法") || last < GB_GLYPH_BYTES)
    return FALSE;
  /* 司法, but 公司法. */
  if (gb_scan_is_before (scan, last, "司"))
    return gb_scan_is_before (scan, last, "公司");
  return !is_letter_before (scan, last, no_laws, GB_GLYPH_BYTES);
}

/* What the words before @at say: 本办法, 国家标准, 公司法; BARE where no document is named. */
static GbOwner
owner_of_words (const GbScan *scan, gsize at)
{
  if (gb_scan_is_before (scan, at, "议定书"))
    return owner_of_kind (scan, at - strlen ("议定书"));
  if (is_letter_before (scan, at, kinds, PAIR))
    return owner_of_kind (scan, at - PAIR);
  if (!is_law (scan, at))
    return GB_OWNER_BARE;
  return gb_scan_is_before (scan, at, "本法") ? owner_of_kind (scan, at - GB_GLYPH_BYTES)
                                              : GB_OWNER_OTHER;
}

static gboolean
is_short_name_before (const GbScan *scan, gsize at)
{
  const GArray *names = gb_draft_short_names (scan->draft);
  for (guint i = 0; i < names->len; i++) {
    const GbDraftName *name = &g_array_index (names, GbDraftName, i);
    if (at >= name->length
        && memcmp (scan->text + at - name->length, scan->draft->body->text + name->start,
                   name->length)
             == 0)
      return TRUE;
  }
  return FALSE;
}

/* What is named before @at, which may have brackets and words such as 规定的 behind it. */
static GbOwner
owner_of_name (const GbScan *scan, gsize at)
{
  static const char *const fill[] = { "的", "中", "所", "里", "之", NULL };
  static const char *const says[] = { "规定", "所列", "所称", "所述", "列明", NULL };
  static const char *const halves[] = { "总则", "分则", "附则", NULL };
  gsize end = without (scan, at, fill);
  gsize said = end < at ? without (scan, end, says) : end;
  gsize bracket = find_bracket (scan, said);
  if (bracket < said && names_version (scan, bracket, said))
    return GB_OWNER_UNKNOWN;
  gsize half = without (scan, bracket, halves);
  GbOwner owner = owner_of_words (scan, half);
  if (owner == GB_OWNER_BARE && half < bracket)
    return GB_OWNER_UNKNOWN;
  if (owner == GB_OWNER_BARE && said < end)
    owner = owner_of_words (scan, end); /* 有关规定的 */
  if (owner == GB_OWNER_BARE && is_short_name_before (scan, bracket))
    return GB_OWNER_OTHER;
  return owner;
}

gboolean
gb_owner_is_called (const GbScan *scan, gsize at, const char *title)
{
  gsize own = at;
  while (own > 0 && at - own < NAME_BYTES && !gb_scan_is_before (scan, own, "本"))
    own--;
  for (; own + PAIR <= at; own++)
    if (gb_glyph_is_one_of (scan->text + own, kinds, PAIR)) {
      char kind[7] = "";
      memcpy (kind, scan->text + own, PAIR);
      return strstr (title, kind) != NULL;
    }
  return FALSE;
}

/* -- the document of the chain -- */

/* Where the title in 《》 or the link that ends at @end begins; @end where it is none. */
static gsize
find_title (const GbScan *scan, gsize end)
{
  int depth = 0;
  for (gsize at = end; at >= GB_GLYPH_BYTES; at--) {
    if (gb_scan_is_before (scan, at, "》"))
      depth++;
    else if (gb_scan_is_before (scan, at, "《") && --depth == 0)
      return at - GB_GLYPH_BYTES;
    if (depth == 0)
      break;
  }
  return end;
}

/* Whether only words that lead from a document to its clause stand between @from and @to. */
static gboolean
leads_on (const GbScan *scan, gsize from, gsize to)
{
  static const char *const fill[] = { "）", ")", "的", "中", "所", "规定", "之", "里", NULL };
  return is_only (scan, from, to, FILL_BYTES, fill);
}

/* UNKNOWN where another version is meant, BARE where the clause does not follow the document. */
static GbOwner
owner_of_document (const GbScan *scan, gsize at)
{
  gsize document = scan->chain->document;
  gsize next = document;
  if (!leads_on (scan, document, at)) {
    gsize from = gb_scan_skip_spaces (scan, document);
    if (!gb_scan_take_any (scan, &from, opening_brackets))
      return GB_OWNER_BARE;
    while (next < at && !gb_scan_is_before (scan, next, "）")
           && !gb_scan_is_before (scan, next, ")"))
      next++;
    if (next - document > BRACKETS_BYTES || !leads_on (scan, next, at))
      return GB_OWNER_BARE;
    if (names_version (scan, from, next))
      return GB_OWNER_UNKNOWN;
  }
  gsize start = find_title (scan, document);
  if (start < document) {
    if (gb_scan_is_before (scan, start, "本") && document - start <= 3 * PAIR)
      return GB_OWNER_OWN; /* 本《办法》 */
    if (is_version_before (scan, start))
      return GB_OWNER_UNKNOWN;
  }
  return GB_OWNER_MENTION;
}

/* -- lists -- */

const GbDraftLead *
gb_owner_lead (const GbScan *scan)
{
  const GbDraft *draft = scan->draft;
  for (guint i = draft->depth; i > 1; i--) {
    const GbDraftFrame *frame = &draft->stack[i - 1];
    if ((frame->lead.n > 0 || frame->lead.document) && frame->lead.line != scan->line)
      return &frame->lead;
    if (frame->unit == draft->article)
      break;
  }
  return NULL;
}

void
gb_owner_note_document (const GbScan *scan, gsize at)
{
  GbDraftLead *lead = &gb_draft_top (scan->draft)->lead;
  if (lead->document || lead->n > 0 || !gb_owner_is_one_sentence (scan, at, scan->to))
    return;
  /* Back to the beginning of the sentence, for this text's name. */
  gsize floor = MAX (scan->chain->start, at > SENTENCE_BYTES ? at - SENTENCE_BYTES : 0);
  for (gsize end = at; end > floor && !is_letter_before (scan, end, "。！？", GB_GLYPH_BYTES);
       end--)
    if ((is_letter_before (scan, end, kinds, PAIR) || gb_scan_is_before (scan, end, "本法"))
        && owner_of_words (scan, end) == GB_OWNER_OWN)
      return;
  lead->document = TRUE;
}

/* -- what is left -- */

/* Whether a sign of the sentence or a word that takes a clause ends here. */
static gboolean
takes_clause (const GbScan *scan, gsize at)
{
  static const char ends[]
    = "反合照据按依有对在除于担由事取列见用行守为是指与和同及将以把因就从经凡并或至到自受不当备足"
      "过出者考引履且则即如含括属享具遵执定";
  static const char closing[] = "”’》〉」』";
  gsize bracket = find_bracket (scan, at);
  if (bracket < at) { /* （一）第三条, but 示例目录（2020年版）第三条 */
    gsize inner = bracket;
    int number;
    (void)gb_scan_take_any (scan, &inner, opening_brackets);
    if (gb_scan_take_number (scan, &inner, &number) && inner + GB_GLYPH_BYTES >= at)
      return TRUE;
    return takes_clause (scan, bracket);
  }
  gsize size;
  gunichar c = gb_glyph_before (scan->text + at, scan->text, &size);
  if (gb_glyph_is_han (c))
    return is_letter_before (scan, at, ends, GB_GLYPH_BYTES);
  return !(c < 0x80 && g_ascii_isalnum ((char)c))
         && !is_letter_before (scan, at, closing, GB_GLYPH_BYTES);
}

/* Whether a decision changes what stands at @clause: 将第三条修改为, 删去第三条. */
static gboolean
is_changed (const GbScan *scan, gsize at, gsize clause)
{
  static const char *const before[] = { "删去", "删除", "增加", NULL };
  static const char *const behind[] = { "修改为", "修改如下", "改为", "调整为", "删去", NULL };
  if (is_any_before (scan, at, before))
    return TRUE;
  for (gsize end = MIN (scan->to, clause + CHANGE_BYTES); clause < end; clause++) {
    if (clause + GB_GLYPH_BYTES <= end
        && gb_glyph_is_one_of (scan->text + clause, "。；：", GB_GLYPH_BYTES))
      return FALSE;
    if (gb_scan_take_any (scan, &clause, behind))
      return TRUE;
  }
  return FALSE;
}

/* Articles that run on in one paragraph, 。第三条　…, are labels. */
static gboolean
is_label (const GbScan *scan, gsize at, gsize clause)
{
  if (at > scan->chain->start && !is_letter_before (scan, at, "。！？", GB_GLYPH_BYTES))
    return FALSE;
  int number;
  return gb_scan_take (scan, &clause, "第") && gb_scan_take_number (scan, &clause, &number)
         && gb_scan_take (scan, &clause, "条") && gb_scan_skip_spaces (scan, clause) > clause;
}

/* Whether the letter 法 before @at ends the name of a law: 公司法, but not 依法, 方法, 法院. */
static gboolean
ends_law (const GbScan *scan, gsize at)
{
  static const char others[] = "依合违方执非无不用设守普书想看做说手语算疗办枪此";
  static const char goes_on[] = "律院人定治制官庭学理务令警纪案";
  if (is_letter_before (scan, at, "法", GB_GLYPH_BYTES) && at + GB_GLYPH_BYTES <= scan->to) {
    const char *next = scan->text + at;
    if (gb_glyph_is_one_of (next, goes_on, GB_GLYPH_BYTES)
        || (gb_scan_is_at (scan, at, "规") && !gb_scan_is_at (scan, at, "规定")))
      return FALSE;
  }
  gsize before = at - GB_GLYPH_BYTES;
  gsize size;
  if (gb_scan_is_before (scan, before, "司"))
    return gb_scan_is_before (scan, before, "公司");
  return gb_glyph_is_han (gb_glyph_before (scan->text + before, scan->text, &size))
         && !is_letter_before (scan, before, others, GB_GLYPH_BYTES);
}

/* Whether the sentence before @at names a law or regulation without marks, and this text not
 * behind it: 违反公司法规定的，依照第三条…. */
static gboolean
is_about_law (const GbScan *scan, gsize at)
{
  static const char strong[] = "条例细则宪章公约条约准则法典";
  gsize floor = MAX (scan->chain->start, at > LAW_BYTES ? at - LAW_BYTES : 0);
  for (; at > floor && !is_letter_before (scan, at, "。！？", GB_GLYPH_BYTES); at--) {
    gboolean law = is_letter_before (scan, at, "法", GB_GLYPH_BYTES);
    if (!law && !is_letter_before (scan, at, "例则章约典定见知案度程", GB_GLYPH_BYTES))
      continue;
    GbOwner owner = owner_of_words (scan, at);
    if (owner == GB_OWNER_OWN)
      return FALSE;
    if ((law && !is_letter_before (scan, at, kinds, PAIR) && ends_law (scan, at))
        || (owner == GB_OWNER_OTHER && is_letter_before (scan, at, strong, PAIR)))
      return TRUE;
  }
  return FALSE;
}

/* What is named: in this order they are taken for this text's own with fewer signs. */
typedef enum { CLAUSE, ITEM, ANNEX } What;

static GbOwner
find_owner (const GbScan *scan, gsize clause, What what)
{
  static const char *const joints[]
    = { "、", "以及", "或者", "和", "及", "与", "或", "至", "到", NULL };
  static const char *const here[]
    = { "本条", "前款", "本款", "上款", "前项", "前两款", "前三款", "本编", "本章", "本节", NULL };
  static const char *const there[]
    = { "该条", "该款", "该项", "该章", "该编", "同条", "同款", "其", "上述", "前述", NULL };
  static const char *const says[] = { "规定的", "所列", "所称", "所述", "规定", "的", "中", NULL };
  const GbChain *chain = scan->chain;
  gsize at = gb_scan_trim (scan, clause, 0);
  if (chain->document > 0 && chain->document <= at && chain->document >= chain->end) {
    GbOwner owner = owner_of_document (scan, at);
    if (owner != GB_OWNER_BARE)
      return owner;
  }
  if (chain->end > 0 && chain->end <= at && is_only (scan, chain->end, at, JOINT_BYTES, joints))
    return chain->target.kind == GB_LABEL_ANNEX && what != ANNEX ? GB_OWNER_UNKNOWN
                                                                 : GB_OWNER_CHAIN;
  if (at <= chain->start)
    return is_label (scan, at, clause) ? GB_OWNER_UNKNOWN : GB_OWNER_BARE;
  if (is_version_before (scan, at))
    return GB_OWNER_UNKNOWN;
  if (is_any_before (scan, at, here) || is_any_before (scan, without (scan, at, says), here))
    return GB_OWNER_HERE;
  if (is_any_before (scan, at, there))
    return GB_OWNER_UNKNOWN;
  GbOwner owner = owner_of_name (scan, at);
  if (owner != GB_OWNER_BARE)
    return owner;
  gboolean goes_on = chain->end > 0 && gb_owner_is_one_sentence (scan, chain->end, at);
  if (goes_on && chain->other)
    return what == ANNEX && chain->target.kind != GB_LABEL_ANNEX ? GB_OWNER_BARE : GB_OWNER_UNKNOWN;
  if (what != CLAUSE)
    return GB_OWNER_BARE;
  if (chain->document > chain->end && gb_owner_is_one_sentence (scan, chain->document, at))
    return GB_OWNER_UNKNOWN;
  if (is_about_law (scan, at))
    return GB_OWNER_UNKNOWN;
  const GbDraftLead *lead = goes_on ? NULL : gb_owner_lead (scan);
  if (lead != NULL && lead->document)
    return GB_OWNER_UNKNOWN;
  /* 公司法第一条……。第三条规定 goes on with that law perhaps. */
  gboolean begins = is_letter_before (scan, at, "。！？", GB_GLYPH_BYTES);
  if ((begins && chain->other) || is_label (scan, at, clause) || is_changed (scan, at, clause))
    return GB_OWNER_UNKNOWN;
  return takes_clause (scan, at) ? GB_OWNER_BARE : GB_OWNER_UNKNOWN;
}

GbOwner
gb_owner_find (const GbScan *scan, gsize at)
{
  return find_owner (scan, at, CLAUSE);
}

GbOwner
gb_owner_of_item (const GbScan *scan, gsize at)
{
  return find_owner (scan, at, ITEM);
}

GbOwner
gb_owner_of_annex (const GbScan *scan, gsize at)
{
  return find_owner (scan, at, ANNEX);
}
