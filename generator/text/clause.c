#include "text/clause.h"

#include "text/citation.h"
#include "text/owner.h"
#include "text/quotation.h"
#include "text/reference.h"

#define MEMBERS 24 /* of one list 第十、十八、二十六条 */

static const char *const joints[]
  = { "、", "以及", "或者", "和", "及", "与", "或", "至", "到", NULL };

/* Whether the clauses of @owner are another's, or may be. */
static gboolean
is_others (const GbScan *scan, GbOwner owner)
{
  return owner == GB_OWNER_MENTION || owner == GB_OWNER_OTHER || owner == GB_OWNER_UNKNOWN
         || (owner == GB_OWNER_CHAIN && scan->chain->other);
}

static gboolean
is_same_article (const GbDraftTarget *a, const GbDraftTarget *b)
{
  return a->kind == b->kind && a->number == b->number && a->suffix == b->suffix;
}

/* -- what a list of items is about -- */

void
gb_clause_begin (const GbScan *scan)
{
  GbDraftLead *lead = &gb_draft_top (scan->draft)->lead;
  if (lead->line != scan->line)
    *lead = (GbDraftLead){ .line = scan->line };
}

/* Notes an article that the words before a list name: 违反本办法第一条规定的，按照下列规定处罚： */
static void
note_lead (const GbScan *scan, gsize end, const GbDraftTarget *target, gboolean other)
{
  GbDraftLead *lead = &gb_draft_top (scan->draft)->lead;
  if (target->kind != GB_LABEL_ARTICLE || !gb_owner_is_one_sentence (scan, end, scan->to))
    return;
  if (lead->n == 0 && other)
    gb_owner_note_document (scan, end);
  if (lead->n == 0 || !is_same_article (&lead->target, target))
    lead->n++;
  lead->target = *target;
  lead->other = lead->other || other;
  for (gsize at = end; at < scan->to && !lead->penalty; at++)
    lead->penalty = gb_scan_is_at (scan, at, "罚") || gb_scan_is_at (scan, at, "处理")
                    || gb_scan_is_at (scan, at, "处分");
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

/* The number of the book around the words, 0 where there is none. */
static int
enclosing_book (GbDraft *draft)
{
  for (guint i = 1; i < draft->depth; i++) {
    const GbDraftUnit *unit = gb_draft_unit (draft, draft->stack[i].unit);
    if (unit->style == GB_LABEL_BOOK)
      return unit->unit.number;
  }
  return 0;
}

/* Where an own clause is looked for first; FALSE where it cannot be told.  An annex with articles
 * of its own calls itself by its title: 本合同 in 合同范本, while 本办法 is the text around it. */
static gboolean
find_scope (const GbScan *scan, gsize start, GbOwner owner, gboolean goes_on, int *ret_scope)
{
  GbDraft *draft = scan->draft;
  *ret_scope = draft->scope;
  if (draft->scope < 0)
    return TRUE;
  const GbDraftUnit *annex = gb_draft_unit (draft, draft->scope);
  if (annex->unit.kind != GB_UNIT_ANNEX || draft->article_last < 0)
    return TRUE;
  if (owner == GB_OWNER_CHAIN || (owner == GB_OWNER_BARE && goes_on)) {
    *ret_scope = scan->chain->scope;
  } else if (owner == GB_OWNER_OWN) {
    if (annex->title == 0)
      return FALSE;
    if (!gb_owner_is_called (scan, start, draft->strings->str + annex->title))
      *ret_scope = -1;
  }
  return TRUE;
}

static void
add_own (GbScan *scan, gsize start, gsize end, const GbDraftTarget *target, GbOwner owner,
         int scope, gboolean lenient)
{
  GbDraft *draft = scan->draft;
  gb_scan_flush (scan, start);
  GbDraftReference made = {
    .target = *target,
    .scope = scope,
    .text = draft->text,
    .part = draft->part,
    .book = owner == GB_OWNER_OWN ? 0 : enclosing_book (draft),
    .line = gb_scan_line (scan->breaks, scan->line, start),
    .start = draft->html->len,
    .lenient = lenient,
  };
  gb_scan_flush (scan, end);
  made.end = draft->html->len;
  g_array_append_val (draft->references, made);
}

static void
add_to_mention (GbScan *scan, gsize start, gsize end, const GbDraftTarget *target)
{
  GbDraft *draft = scan->draft;
  GbDraftMention *mention
    = &g_array_index (draft->mentions, GbDraftMention, (guint)scan->chain->mention);
  if (mention->anchor != 0)
    return;
  mention->anchor = target_anchor (draft, target);
  gb_scan_flush (scan, start);
  if (mention->mention.end == draft->html->len) {
    gb_scan_flush (scan, end);
    mention->mention.end = draft->html->len;
  }
}

/* Notes that the words from @start to @end mean @target of @owner. */
static void
add_reference (GbScan *scan, gsize start, gsize end, const GbDraftTarget *target, GbOwner owner,
               gboolean lenient)
{
  GbChain *chain = scan->chain;
  gboolean goes_on = chain->end > 0 && gb_owner_is_one_sentence (scan, chain->end, start);
  int scope;
  /* A quotation speaks of the clauses of what it is taken from, a decision of what it amends. */
  gboolean other = !find_scope (scan, start, owner, goes_on, &scope) || is_others (scan, owner)
                   || (scan->draft->amending && owner == GB_OWNER_BARE) || is_quoted (scan, start);
  if (!other)
    add_own (scan, start, end, target, owner, scope, lenient);
  else if (owner == GB_OWNER_MENTION && chain->mention >= 0)
    add_to_mention (scan, start, end, target);
  chain->several = goes_on && (chain->several || !is_same_article (&chain->target, target));
  chain->end = end;
  chain->other = other;
  chain->scope = scope;
  chain->target = *target;
  note_lead (scan, end, target, other);
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
add_clauses (GbScan *scan, gsize start, gsize at, GbDraftTarget target, GbOwner owner,
             gboolean lenient)
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
    add_reference (scan, start, end, &target, owner, lenient);
    return end;
  }
  members[0].start = start;
  for (guint i = 0; i < n; i++) {
    end = members[i].end;
    target.item = members[i].number;
    if (i == n - 1 && take_ordinal (scan, &end, "目", &number))
      target.point = number;
    add_reference (scan, members[i].start, end, &target, i == 0 ? owner : GB_OWNER_CHAIN, lenient);
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

/* The article whose items a sentence goes on with: 违反第三条第（一）项规定的，…；违反第（二）项…
 */
static gboolean
article_of_sentence (const GbScan *scan, gsize at, GbDraftTarget *ret_target)
{
  const GbChain *chain = scan->chain;
  *ret_target = chain->target;
  return !chain->several && chain->target.kind == GB_LABEL_ARTICLE
         && (chain->target.item > 0 || gb_scan_is_before (scan, at, "违反"));
}

/* The number of the item of this article in which the words stand; 0: in none. */
static int
item_around (GbDraft *draft)
{
  for (guint i = 1; i < draft->depth; i++) {
    const GbUnit *unit = &gb_draft_unit (draft, draft->stack[i].unit)->unit;
    if (unit->kind == GB_UNIT_ITEM)
      return unit->number;
  }
  return 0;
}

/* The article whose item @item is named at @at without it, in a list perhaps: a list of penalties
 * goes through the items of the article that the words before it name, any other may do so.  FALSE
 * where it cannot be told. */
static gboolean
article_of_list (const GbScan *scan, gsize at, int item, GbDraftTarget *ret_target)
{
  static const char *const conditions[] = { "违反", "有", "属于", "符合", "具备", "存在", NULL };
  GbDraftTarget here = article_target (scan->draft, scan->draft->article);
  const GbDraftLead *lead = gb_owner_lead (scan);
  int around = item_around (scan->draft);
  *ret_target = here;
  if (lead == NULL || lead->n == 0
      || (lead->n == 1 && !lead->other && is_same_article (&lead->target, &here)))
    return item != around;
  gboolean condition = FALSE;
  for (guint i = 0; conditions[i] != NULL; i++)
    condition = condition || gb_scan_is_before (scan, at, conditions[i]);
  if (lead->n == 1 && !lead->other && lead->penalty
      && (item >= around || gb_scan_is_before (scan, at, conditions[0]))) {
    *ret_target = lead->target;
    return TRUE;
  }
  return item < around && !condition;
}

/* 第（三）项 and 第二款 without their article: it is the one before in the list or in the sentence,
 * that of the list in which they stand, or this one. */
static gsize
match_clause (GbScan *scan, gsize at, int item, gboolean needs_word)
{
  GbDraft *draft = scan->draft;
  GbOwner owner = gb_owner_of_item (scan, at);
  GbDraftTarget target = { 0 };
  if (owner == GB_OWNER_CHAIN && scan->chain->target.kind == GB_LABEL_ARTICLE) {
    target = scan->chain->target;
  } else if (draft->article < 0) {
    return 0;
  } else if (owner == GB_OWNER_HERE) {
    target = article_target (draft, draft->article);
  } else if (owner == GB_OWNER_BARE && !needs_word) {
    gboolean goes_on
      = scan->chain->end > 0 && gb_owner_is_one_sentence (scan, scan->chain->end, at);
    if (!(goes_on ? article_of_sentence (scan, at, &target)
                  : article_of_list (scan, at, item, &target)))
      return 0;
  } else {
    return 0;
  }
  target.item = 0;
  target.point = 0;
  /* 前款 and 本款 do not say which paragraph the item is of; one of the article's lists has it. */
  return add_clauses (scan, at, at, target, owner, owner == GB_OWNER_BARE);
}

/* 第十、十八、二十六条: @at is behind the first number. */
static gsize
match_shared (GbScan *scan, gsize first, gsize at, int number)
{
  Member members[MEMBERS];
  members[0] = (Member){ first, at, number };
  guint n = 1;
  for (; n < MEMBERS && gb_scan_take_any (scan, &at, joints); n++) {
    at = gb_scan_skip_spaces (scan, at);
    gsize start = at;
    (void)gb_scan_take (scan, &at, "第");
    if (!gb_scan_take_number (scan, &at, &number))
      return 0;
    members[n] = (Member){ start, at, number };
  }
  gboolean chapters = gb_scan_take (scan, &at, "章");
  if (n < 2 || !(chapters || (gb_scan_take (scan, &at, "条") && is_article_word (scan, at))))
    return 0;
  GbOwner owner = gb_owner_find (scan, first);
  for (guint i = 0; i < n; i++) {
    GbDraftTarget target
      = { .kind = chapters ? GB_LABEL_CHAPTER : GB_LABEL_ARTICLE, .number = members[i].number };
    gsize end = gb_scan_trim (scan, members[i].end, members[i].start);
    if (i > 0)
      owner = GB_OWNER_CHAIN;
    if (i == n - 1 && !chapters)
      return add_clauses (scan, members[i].start, at, target, owner, FALSE);
    add_reference (scan, members[i].start, i == n - 1 ? at : end, &target, owner, FALSE);
  }
  return at;
}

/* What is behind a chapter, a book or their list of things is no clause: 第二章程, 第一编委. */
static gboolean
is_division_word (const GbScan *scan, gsize at)
{
  static const char things[] = "程制委号码辑写入组队";
  return at + GB_GLYPH_BYTES > scan->to
         || !gb_glyph_is_one_of (scan->text + at, things, GB_GLYPH_BYTES);
}

/* 第二章, 第二章第三节, 第二章第七条; @at is behind 章, @target has its number. */
static gsize
match_chapter (GbScan *scan, gsize start, gsize at, GbDraftTarget target)
{
  if (!is_division_word (scan, at))
    return 0;
  gsize next = gb_scan_skip_spaces (scan, at);
  int number;
  GbOwner owner = gb_owner_find (scan, start);
  gsize article = next;
  if (take_ordinal (scan, &article, "条", &number) && is_article_word (scan, article)) {
    target = (GbDraftTarget){ .kind = GB_LABEL_ARTICLE, .number = number };
    return add_clauses (scan, start, article, target, owner, FALSE);
  }
  if (take_ordinal (scan, &next, "节", &number)) {
    target.division = number;
    at = next;
  }
  add_reference (scan, start, at, &target, owner, FALSE);
  return at;
}

/* 第二编, 第二编第一分编, 第二编第一章; @at is behind 编. */
static gsize
match_book (GbScan *scan, gsize start, gsize at, int book)
{
  if (!is_division_word (scan, at))
    return 0;
  GbDraftTarget target = { .kind = GB_LABEL_BOOK, .number = book };
  gsize next = gb_scan_skip_spaces (scan, at);
  int number;
  if (take_ordinal (scan, &next, "分编", &number)) {
    target = (GbDraftTarget){ .kind = GB_LABEL_SUBBOOK, .number = number, .book = book };
    at = next;
    next = gb_scan_skip_spaces (scan, at);
  }
  if (take_ordinal (scan, &next, "章", &number))
    return match_chapter (
      scan, start, next,
      (GbDraftTarget){ .kind = GB_LABEL_CHAPTER, .number = number, .book = book });
  add_reference (scan, start, at, &target, gb_owner_find (scan, start), FALSE);
  return at;
}

/* Whether 第三条 from @at to @end is the head of an article that was copied into the paragraph
 * before it: a sentence ends before it, and blanks part it from both sides. */
static gboolean
is_run_on (const GbScan *scan, gsize at, gsize end)
{
  gsize before = gb_scan_trim (scan, at, 0);
  gsize size;
  return before < at && before > scan->chain->start && gb_scan_skip_spaces (scan, end) > end
         && gb_glyph_is_stop (gb_glyph_before (scan->text + before, scan->text, &size));
}

/* Once for a paragraph. */
static void
warn_run_on (const GbScan *scan, gsize at, gsize end)
{
  guint line = gb_scan_line (scan->breaks, scan->line, at);
  if (!scan->chain->run_on && !scan->draft->quoted)
    gb_diagnostics_warning (
      scan->draft->diagnostics, gb_draft_place (scan->draft, line, scan->text + at, end - at),
      "run-on-unit",
      "'%.*s' begins in the middle of a paragraph, so it is no article; put it, and what follows "
      "like it, at the head of a line of its own",
      (int)(end - at), scan->text + at);
  scan->chain->run_on = TRUE;
}

gsize
gb_clause_ordinal (GbScan *scan, gsize at)
{
  gsize next = gb_scan_skip_spaces (scan, at + strlen ("第"));
  Member members[MEMBERS];
  if (gb_scan_is_at (scan, next, "（") || gb_scan_is_at (scan, next, "("))
    return read_items (scan, at, members) > 0 ? match_clause (scan, at, members[0].number, FALSE)
                                              : 0;
  int number;
  if (!gb_scan_take_number (scan, &next, &number))
    return 0;
  if (gb_scan_take (scan, &next, "条")) {
    GbDraftTarget target = { .kind = GB_LABEL_ARTICLE, .number = number };
    if (!is_article_word (scan, next))
      return 0;
    if (is_run_on (scan, at, next)) {
      warn_run_on (scan, at, next);
      return next;
    }
    return add_clauses (scan, at, next, target, gb_owner_find (scan, at), FALSE);
  }
  if (gb_scan_take (scan, &next, "章"))
    return match_chapter (scan, at, next,
                          (GbDraftTarget){ .kind = GB_LABEL_CHAPTER, .number = number });
  if (gb_scan_take (scan, &next, "编"))
    return match_book (scan, at, next, number);
  if (gb_scan_take (scan, &next, "号"))
    return gb_citation_order (scan, at, next, number);
  if (gb_scan_take (scan, &next, "部分")) {
    GbDraftTarget target = { .kind = GB_LABEL_PART, .number = number };
    add_reference (scan, at, next, &target, gb_owner_find (scan, at), TRUE);
    return next;
  }
  if (gb_scan_take (scan, &next, "款")) {
    /* 第一款产品 is no clause; with an item, or behind an article or 本条, it is. */
    gsize items = gb_scan_skip_spaces (scan, next);
    return match_clause (
      scan, at, 0, !gb_scan_is_at (scan, items, "第") || read_items (scan, items, members) == 0);
  }
  gsize shared = match_shared (scan, at, next, number);
  if (shared > 0)
    return shared;
  /* 第一项, 第一、二项: things to do as often as items. */
  return read_items (scan, at, members) > 0 ? match_clause (scan, at, 0, TRUE) : 0;
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
  /* Behind the clause of another document it may be that one's. */
  const GbChain *chain = scan->chain;
  gboolean others
    = chain->end > 0 && chain->other && gb_owner_is_one_sentence (scan, chain->end, at);
  return add_clauses (scan, at, end, article_target (draft, draft->article_before),
                      others ? GB_OWNER_UNKNOWN : GB_OWNER_BARE, FALSE);
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
  GbOwner owner = gb_owner_of_annex (scan, at);
  int number;
  next = gb_scan_skip_spaces (scan, end);
  if (target.suffix == 0 && take_ordinal (scan, &next, "条", &number)
      && is_article_word (scan, next)) {
    GbDraftTarget article = { .kind = GB_LABEL_ARTICLE, .number = number, .annex = target.number };
    return add_clauses (scan, at, next, article, owner, TRUE);
  }
  add_reference (scan, at, end, &target, owner, FALSE);
  return end;
}
