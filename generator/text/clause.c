#include "text/clause.h"

#include "text/citation.h"
#include "text/quotation.h"
#include "text/reference.h"

#define MEMBERS 24        /* of one list 第十、十八、二十六条 */
#define JOINT_BYTES 16    /* the longest joint of a list, with spaces */
#define BRACKETS_BYTES 40 /* the longest words in brackets behind a title */

static const char *const joints[]
  = { "、", "以及", "或者", "和", "及", "与", "或", "至", "到", NULL };

/* -- whose clause it is -- */

typedef enum {
  WHOSE_BARE,   /* nothing is said */
  WHOSE_OWN,    /* 本办法第… */
  WHOSE_HERE,   /* 本条第…, 前款第… */
  WHOSE_CHAIN,  /* goes on with a list */
  WHOSE_OTHER,  /* of the document in the chain */
  WHOSE_NOBODY, /* of a document that is named without marks */
} Whose;

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

/* A kind of document begins at @at: ours where 本 stands before it, somebody's otherwise. */
static Whose
whose_kind (const GbScan *scan, gsize at)
{
  static const char places[] = "市省县区州局厅部镇乡级院届次年";
  const char *next = NULL;
  for (int n = 0; n < 7 && at > 0; n++) {
    gsize size;
    gunichar c = gb_glyph_before (scan->text + at, scan->text, &size);
    if (!gb_glyph_is_han (c))
      break;
    at -= size;
    if (c == GB_GLYPH ("本"))
      return next != NULL && gb_glyph_is_one_of (next, places, GB_GLYPH_BYTES) ? WHOSE_NOBODY
                                                                               : WHOSE_OWN;
    next = scan->text + at;
  }
  return WHOSE_NOBODY;
}

/* What the words before @at say: 本办法, 国家标准, 公司法, or no document. */
static Whose
whose_words (const GbScan *scan, gsize at)
{
  static const char kinds[]
    = "办法条例细则规则准则规定决定意见通知方案规程章程指引指南措施标准规划计划纲要规范政策解释法典"
      "公约协定协议合同批复公告";
  static const char not_laws[] = "依合违方执司非无不用设立守普书想看做";
  const gsize pair = 2 * GB_GLYPH_BYTES;
  if (at < pair)
    return WHOSE_BARE;
  const char *last = scan->text + at - pair;
  if (gb_glyph_is_one_of (last, kinds, pair))
    return whose_kind (scan, at - pair);
  if (!gb_scan_is_before (scan, at, "法") || gb_glyph_is_one_of (last, not_laws, GB_GLYPH_BYTES))
    return WHOSE_BARE;
  return gb_scan_is_before (scan, at, "本法") ? WHOSE_OWN : WHOSE_NOBODY;
}

/* Where the words before @at end without what stands in brackets behind them: 办法（试行）第三条.
 */
static gsize
without_brackets (const GbScan *scan, gsize at)
{
  if (!gb_scan_is_before (scan, at, "）"))
    return at;
  gsize start = at;
  while (start > 0 && at - start < BRACKETS_BYTES && !gb_scan_is_before (scan, start, "（"))
    start--;
  return gb_scan_is_before (scan, start, "（") ? start - strlen ("（") : at;
}

static gboolean
is_any_before (const GbScan *scan, gsize at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (gb_scan_is_before (scan, at, *words))
      return TRUE;
  return FALSE;
}

static Whose
whose (const GbScan *scan, gsize at)
{
  static const char *const here[] = { "本条", "前款", "本款", "上款", "前项", NULL };
  static const char *const there[] = { "该条", "该款", "同条", "同款", "原", NULL };
  static const char *const fillers[] = { "）", ")", "的", "中", NULL };
  const GbChain *chain = scan->chain;
  at = gb_scan_trim (scan, at, 0);
  if (chain->document > 0 && chain->document <= at && chain->document >= chain->end
      && is_only (scan, chain->document, at, 4 * GB_GLYPH_BYTES, fillers))
    return WHOSE_OTHER;
  if (chain->end > 0 && chain->end <= at && is_only (scan, chain->end, at, JOINT_BYTES, joints))
    return WHOSE_CHAIN;
  if (is_any_before (scan, at, here))
    return WHOSE_HERE;
  return is_any_before (scan, at, there) ? WHOSE_NOBODY
                                         : whose_words (scan, without_brackets (scan, at));
}

/* -- references -- */

/* The anchor of @target in another document: only its own text could say more. */
static gsize
target_anchor (GbDraft *draft, const GbDraftTarget *target)
{
  GString *word = draft->word;
  g_string_truncate (word, 0);
  gb_reference_put (word, target);
  if (target->division > 0)
    g_string_append_printf (word, "-%d", target->division);
  if (target->item > 0)
    g_string_append_printf (word, "-%d", target->item);
  if (target->item > 0 && target->point > 0)
    g_string_append_printf (word, "-%d", target->point);
  return gb_draft_string (draft, word->str, word->len);
}

static gboolean
is_quoted (GbScan *scan, gsize at)
{
  GbChain *chain = scan->chain;
  if (at > chain->looked)
    chain->quotes = gb_quotation_depth (scan->text, chain->looked, at, chain->quotes);
  chain->looked = MAX (chain->looked, at);
  return scan->draft->quoted || chain->quotes > 0;
}

/* Notes that the words from @start to @end mean @target of @whose_it_is. */
static void
add_reference (GbScan *scan, gsize start, gsize end, const GbDraftTarget *target, Whose whose_it_is,
               gboolean lenient)
{
  GbDraft *draft = scan->draft;
  GbChain *chain = scan->chain;
  gboolean other = whose_it_is == WHOSE_OTHER || whose_it_is == WHOSE_NOBODY
                   || (whose_it_is == WHOSE_CHAIN && chain->other);
  /* A quotation speaks of the clauses of what it is taken from, a decision of what it amends. */
  if (!other && ((draft->amending && whose_it_is == WHOSE_BARE) || is_quoted (scan, start))) {
    chain->end = end;
    chain->other = TRUE;
    chain->target = *target;
    return;
  }
  if (!other) {
    gb_scan_flush (scan, start);
    GbDraftReference made = {
      .target = *target,
      .scope = draft->scope,
      .text = draft->text,
      .part = draft->part,
      .line = gb_scan_line (scan->breaks, scan->line, start),
      .start = draft->html->len,
      .lenient = lenient,
    };
    gb_scan_flush (scan, end);
    made.end = draft->html->len;
    g_array_append_val (draft->references, made);
  } else if (whose_it_is == WHOSE_OTHER && chain->mention >= 0) {
    GbDraftMention *mention
      = &g_array_index (draft->mentions, GbDraftMention, (guint)chain->mention);
    if (mention->anchor == 0) {
      mention->anchor = target_anchor (draft, target);
      gb_scan_flush (scan, start);
      if (mention->mention.end == draft->html->len) {
        gb_scan_flush (scan, end);
        mention->mention.end = draft->html->len;
      }
    }
  }
  chain->end = end;
  chain->other = other;
  chain->target = *target;
}

typedef struct {
  gsize start;
  gsize end;
  int number;
} Member;

/* 第（五）、第（六）项 or 第一、二项 from 第 at @at on. */
static guint
read_items (const GbScan *scan, gsize at, Member members[MEMBERS])
{
  static const char *const opening[] = { "（", "(", NULL };
  static const char *const closing[] = { "）", ")", NULL };
  gboolean bracketed = FALSE;
  for (guint n = 0; n < MEMBERS;) {
    gsize start = at;
    if (gb_scan_take (scan, &at, "第"))
      at = gb_scan_skip_spaces (scan, at);
    else if (n == 0)
      return 0;
    gboolean opens = gb_scan_take_any (scan, &at, opening);
    if (n == 0)
      bracketed = opens;
    if (bracketed != opens || !gb_scan_take_number (scan, &at, &members[n].number)
        || (opens && !gb_scan_take_any (scan, &at, closing)))
      return 0;
    gsize rest = gb_scan_skip_spaces (scan, at);
    gboolean last = gb_scan_take (scan, &rest, "项");
    members[n].start = start;
    members[n].end = last ? rest : at;
    n++;
    if (last)
      return n;
    if (!gb_scan_take_any (scan, &rest, joints))
      return 0;
    at = gb_scan_skip_spaces (scan, rest);
  }
  return 0;
}

/* 条 counts many things beside articles: 第一条生产线. */
static gboolean
is_article_word (const GbScan *scan, gsize at)
{
  static const char things[] = "件例线路链道街河生产高铁地水管航船跑消信建龙新款";
  return at + GB_GLYPH_BYTES > scan->to
         || !gb_glyph_is_one_of (scan->text + at, things, GB_GLYPH_BYTES);
}

/* Takes 第 NUMBER and @word behind it, all or nothing. */
static gboolean
take_ordinal (const GbScan *scan, gsize *at, const char *word, int *ret_number)
{
  gsize next = *at;
  if (!gb_scan_take (scan, &next, "第") || !gb_scan_take_number (scan, &next, ret_number)
      || !gb_scan_take (scan, &next, word))
    return FALSE;
  *at = next;
  return TRUE;
}

/* The clauses of one article from @at on: 之一, 第二款, 第（三）项; adds the reference, which
 * begins at @start, and those of a list of items.  Returns where they end. */
static gsize
add_clauses (GbScan *scan, gsize start, gsize at, GbDraftTarget target, Whose whose_it_is)
{
  int number;
  gsize end = at;
  gsize next = at;
  if (gb_scan_take (scan, &next, "之") && gb_scan_take_number (scan, &next, &number)) {
    target.suffix = number;
    end = gb_scan_trim (scan, next, at);
  }
  next = gb_scan_skip_spaces (scan, end);
  if (take_ordinal (scan, &next, "款", &number)) {
    target.kuan = number;
    end = next;
    next = gb_scan_skip_spaces (scan, end);
  }
  Member members[MEMBERS];
  guint n = gb_scan_is_at (scan, next, "第") ? read_items (scan, next, members) : 0;
  if (n == 0) {
    add_reference (scan, start, end, &target, whose_it_is, FALSE);
    return end;
  }
  members[0].start = start;
  for (guint i = 0; i < n; i++) {
    end = members[i].end;
    target.item = members[i].number;
    if (i == n - 1 && take_ordinal (scan, &end, "目", &number))
      target.point = number;
    add_reference (scan, members[i].start, end, &target, i == 0 ? whose_it_is : WHOSE_CHAIN, FALSE);
  }
  return end;
}

static GbDraftTarget
article_target (GbDraft *draft, int unit)
{
  const GbUnit *article = &gb_draft_unit (draft, unit)->unit;
  return (GbDraftTarget){
    .kind = GB_LABEL_ARTICLE,
    .number = article->number,
    .suffix = article->suffix,
  };
}

/* 第（三）项 and 第二款 without their article: it is the one before in the list, or this one. */
static gsize
match_clause (GbScan *scan, gsize at, gboolean needs_word)
{
  Whose whose_it_is = whose (scan, at);
  GbDraftTarget target = { 0 };
  if (whose_it_is == WHOSE_CHAIN && scan->chain->target.kind == GB_LABEL_ARTICLE) {
    target = scan->chain->target;
    target.item = 0;
    target.point = 0;
  } else if (whose_it_is == WHOSE_HERE || (whose_it_is == WHOSE_BARE && !needs_word)) {
    if (scan->draft->article < 0)
      return 0;
    target = article_target (scan->draft, scan->draft->article);
  } else {
    return 0;
  }
  /* 前款 and 本款 do not say which paragraph the item is of; one of the article's lists has it. */
  return add_clauses (scan, at, at, target, whose_it_is);
}

/* 第十、十八、二十六条: @at is behind the first number. */
static gsize
match_shared (GbScan *scan, gsize first, gsize at, int number)
{
  static const char *const between[] = { "、", "和", "及", "与", "或", "至", "到", "以及", NULL };
  Member members[MEMBERS];
  members[0] = (Member){ first, at, number };
  guint n = 1;
  for (; n < MEMBERS && gb_scan_take_any (scan, &at, between); n++) {
    at = gb_scan_skip_spaces (scan, at);
    gsize start = at;
    if (!gb_scan_take_number (scan, &at, &number))
      return 0;
    members[n] = (Member){ start, at, number };
  }
  gboolean chapters = gb_scan_take (scan, &at, "章");
  if (n < 2 || !(chapters || (gb_scan_take (scan, &at, "条") && is_article_word (scan, at))))
    return 0;
  Whose whose_it_is = whose (scan, first);
  for (guint i = 0; i < n; i++) {
    GbDraftTarget target
      = { .kind = chapters ? GB_LABEL_CHAPTER : GB_LABEL_ARTICLE, .number = members[i].number };
    gsize end = gb_scan_trim (scan, members[i].end, members[i].start);
    if (i > 0)
      whose_it_is = WHOSE_CHAIN;
    if (i == n - 1 && !chapters)
      return add_clauses (scan, members[i].start, at, target, whose_it_is);
    add_reference (scan, members[i].start, i == n - 1 ? at : end, &target, whose_it_is, FALSE);
  }
  return at;
}

/* 第二章, 第二章第三节, 第二章第七条; @at is behind 章. */
static gsize
match_chapter (GbScan *scan, gsize start, gsize at, int chapter)
{
  if (gb_scan_is_at (scan, at, "程"))
    return 0;
  GbDraftTarget target = { .kind = GB_LABEL_CHAPTER, .number = chapter };
  gsize next = gb_scan_skip_spaces (scan, at);
  int number;
  Whose whose_it_is = whose (scan, start);
  gsize article = next;
  if (take_ordinal (scan, &article, "条", &number) && is_article_word (scan, article)) {
    target = (GbDraftTarget){ .kind = GB_LABEL_ARTICLE, .number = number };
    return add_clauses (scan, start, article, target, whose_it_is);
  }
  if (take_ordinal (scan, &next, "节", &number)) {
    target.division = number;
    at = next;
  }
  add_reference (scan, start, at, &target, whose_it_is, FALSE);
  return at;
}

gsize
gb_clause_ordinal (GbScan *scan, gsize at)
{
  gsize next = gb_scan_skip_spaces (scan, at + strlen ("第"));
  Member members[MEMBERS];
  if (gb_scan_is_at (scan, next, "（") || gb_scan_is_at (scan, next, "("))
    return read_items (scan, at, members) > 0 ? match_clause (scan, at, FALSE) : 0;
  int number;
  if (!gb_scan_take_number (scan, &next, &number))
    return 0;
  if (gb_scan_take (scan, &next, "条")) {
    GbDraftTarget target = { .kind = GB_LABEL_ARTICLE, .number = number };
    return is_article_word (scan, next) ? add_clauses (scan, at, next, target, whose (scan, at))
                                        : 0;
  }
  if (gb_scan_take (scan, &next, "章"))
    return match_chapter (scan, at, next, number);
  if (gb_scan_take (scan, &next, "号"))
    return gb_citation_order (scan, at, next, number);
  if (gb_scan_take (scan, &next, "部分")) {
    GbDraftTarget target = { .kind = GB_LABEL_PART, .number = number };
    add_reference (scan, at, next, &target, whose (scan, at), TRUE);
    return next;
  }
  if (gb_scan_take (scan, &next, "款")) {
    /* 第一款产品 is no clause; with an item, or behind an article or 本条, it is. */
    gsize items = gb_scan_skip_spaces (scan, next);
    return match_clause (
      scan, at, !gb_scan_is_at (scan, items, "第") || read_items (scan, items, members) == 0);
  }
  gsize shared = match_shared (scan, at, next, number);
  if (shared > 0)
    return shared;
  /* 第一项, 第一、二项: things to do as often as items. */
  return read_items (scan, at, members) > 0 ? match_clause (scan, at, TRUE) : 0;
}

gsize
gb_clause_previous (GbScan *scan, gsize at)
{
  GbDraft *draft = scan->draft;
  gsize end = at;
  if (!gb_scan_take (scan, &end, "前条") || gb_scan_is_before (scan, at, "目")
      || gb_scan_is_before (scan, at, "之") || draft->article < 0 || draft->article_before < 0
      || !is_article_word (scan, end))
    return 0;
  return add_clauses (scan, at, end, article_target (draft, draft->article_before), WHOSE_OWN);
}

gsize
gb_clause_annex (GbScan *scan, gsize at)
{
  gsize end = at;
  GbDraftTarget target = { .kind = GB_LABEL_ANNEX };
  if (!gb_scan_take (scan, &end, "附件") || !gb_scan_take_number (scan, &end, &target.number)
      || target.number > 99)
    return 0;
  end = gb_scan_trim (scan, end, at);
  gsize next = end;
  if (gb_scan_take (scan, &next, "-") && gb_scan_take_number (scan, &next, &target.suffix))
    end = gb_scan_trim (scan, next, end);
  add_reference (scan, at, end, &target, whose (scan, at), FALSE);
  return end;
}
