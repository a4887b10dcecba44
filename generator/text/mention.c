#include "text/mention.h"

#include <stdio.h>

#include "base/escape.h"
#include "text/glyph.h"
#include "text/numeral.h"

#define TITLE_BYTES 900 /* the longest title looked for */
#define MEMBERS 24      /* of one list 第十、十八、二十六条 */
#define AGENCY_LETTERS 14
#define AGENCY_NAME 24

typedef struct {
  GbDraft *draft;
  GbChain *chain;
  const char *text;
  gsize length; /* of the paragraph */
  gsize to;     /* nothing is matched beyond it */
  gsize run;    /* what stands before it is written */
  const GArray *breaks;
  guint line;
} Scan;

guint
gb_mention_line (const GArray *breaks, guint line, gsize at)
{
  for (guint i = 0; breaks != NULL && i < breaks->len; i++)
    line += g_array_index (breaks, guint, i) <= at;
  return line;
}

void
gb_chain_document (GbChain *chain, gsize end, int mention)
{
  chain->document = end;
  chain->mention = mention;
}

static gboolean
is_at (const Scan *scan, gsize at, const char *word)
{
  gsize size = strlen (word);
  return at + size <= scan->to && memcmp (scan->text + at, word, size) == 0;
}

static gboolean
is_before (const Scan *scan, gsize at, const char *word)
{
  gsize size = strlen (word);
  return at >= size && memcmp (scan->text + at - size, word, size) == 0;
}

static gsize
skip_spaces (const Scan *scan, gsize at)
{
  return at + gb_glyph_spaces (scan->text + at, scan->to - at);
}

/* Reads a numeral with spaces around it; FALSE where there is none. */
static gboolean
read_number (const Scan *scan, gsize *at, int *ret_number)
{
  gsize size;
  gsize start = skip_spaces (scan, *at);
  *ret_number = gb_numeral_read (scan->text + start, scan->to - start, &size);
  if (*ret_number == 0)
    return FALSE;
  *at = skip_spaces (scan, start + size);
  return TRUE;
}

static void
flush (Scan *scan, gsize to)
{
  if (to > scan->run)
    gb_escape_html (scan->draft->html, scan->text + scan->run, (gssize)(to - scan->run));
  scan->run = MAX (scan->run, to);
}

/* -- other documents -- */

static int
add_mention (Scan *scan, GbMentionKind kind, gsize start, gsize end, const char *text, gsize length)
{
  GbDraft *draft = scan->draft;
  flush (scan, start);
  GbDraftMention made = {
    .mention = {
      .kind = kind,
      .unit = gb_draft_top (draft)->unit,
      .line = gb_mention_line (scan->breaks, scan->line, start),
      .start = draft->html->len,
    },
    .text = gb_draft_string (draft, text, length),
  };
  flush (scan, end);
  made.mention.end = draft->html->len;
  g_array_append_val (draft->mentions, made);
  return (int)draft->mentions->len - 1;
}

/* 《…》, others inside it included. */
static gsize
match_title (Scan *scan, gsize at)
{
  gsize limit = MIN (scan->to, at + TITLE_BYTES);
  int depth = 0;
  gsize end = at;
  for (; end + 3 <= limit; end++) {
    if ((guchar)scan->text[end] != 0xe3)
      continue;
    if (memcmp (scan->text + end, "《", 3) == 0) {
      depth++;
    } else if (memcmp (scan->text + end, "》", 3) == 0 && --depth == 0) {
      end += 3;
      break;
    }
  }
  if (depth != 0 || end <= at + 6)
    return 0;
  int mention = add_mention (scan, GB_MENTION_TITLE, at, end, scan->text + at + 3, end - at - 6);
  gb_chain_document (scan->chain, end, mention);
  return end;
}

/* Whether the Han letter at @at, before those of an agency already read, is the end of the sentence
 * around it rather than one more letter. */
static gboolean
ends_before_agency (const Scan *scan, gsize at)
{
  static const char single[] = "和及与的由对在按以将把了是为即原号见至或该附";
  static const char pairs[]
    = "根据依据按照依照参照遵照对照以及文件执行落实精神通知印发转发废止关于其中替代修改代替同时"
      "办法规定意见方案细则贯彻下发发布公布实施编号文号字号";
  const char *letter = scan->text + at;
  for (const char *stop = single; *stop != '\0'; stop += 3)
    if (memcmp (stop, letter, 3) == 0)
      /* 中华人民共和国国务院令 */
      return !(memcmp (letter, "和", 3) == 0 && is_before (scan, at, "共"));
  if (at >= 3)
    for (const char *stop = pairs; *stop != '\0'; stop += 6)
      if (memcmp (stop, letter - 3, 6) == 0)
        return TRUE;
  /* 2021年6月22日东工信…, but 日政发 of 日照. */
  gboolean of_date = memcmp (letter, "年", 3) == 0 || memcmp (letter, "月", 3) == 0
                     || memcmp (letter, "日", 3) == 0;
  return of_date && at > 0 && g_ascii_isdigit (scan->text[at - 1]);
}

/* Where the letters of the agency that end at @end begin. */
static gsize
find_agency (const Scan *scan, gsize end, guint most)
{
  gsize start = end;
  for (guint n = 0; n < most && start >= scan->run + 3; n++) {
    gsize size;
    gunichar c = gb_glyph_before (scan->text + start, scan->text + scan->run, &size);
    if (!gb_glyph_is_han (c) || size != 3 || ends_before_agency (scan, start - 3))
      break;
    start -= 3;
  }
  return start;
}

static void
name_document (Scan *scan, gsize start, gsize end, const char *text, gsize length)
{
  GbChain *chain = scan->chain;
  /* 《…》（…号）第三条 speaks of the titled document. */
  gsize gap = chain->document;
  gboolean goes_on = FALSE;
  if (chain->document > 0 && chain->mention >= 0 && gap <= start) {
    gap = skip_spaces (scan, gap);
    if (is_at (scan, gap, "（"))
      gap += 3;
    else if (is_at (scan, gap, "("))
      gap += 1;
    goes_on = skip_spaces (scan, gap) == start;
  }
  int before = chain->mention;
  int mention = add_mention (scan, GB_MENTION_NUMBER, start, end, text, length);
  gb_chain_document (chain, end, goes_on ? before : mention);
}

static gsize
bracket_size (const Scan *scan, gsize at, const char *const *brackets)
{
  for (; *brackets != NULL; brackets++)
    if (is_at (scan, at, *brackets))
      return strlen (*brackets);
  return 0;
}

/* 粤工信服务函〔2023〕4号; @at is at the bracket. */
static gsize
match_number (Scan *scan, gsize at)
{
  static const char *const opening[] = { "〔", "[", "［", "（", "(", "【", NULL };
  static const char *const closing[] = { "〕", "]", "］", "）", ")", "】", NULL };
  const char *text = scan->text;
  gsize end = skip_spaces (scan, at + bracket_size (scan, at, opening));
  guint year = 0;
  for (int i = 0; i < 4; i++, end++) {
    if (end >= scan->to || !g_ascii_isdigit (text[end]))
      return 0;
    year = year * 10 + (guint)(text[end] - '0');
  }
  end = skip_spaces (scan, end);
  gsize size = bracket_size (scan, end, closing);
  if (size == 0 || year < 1949 || year > 2199)
    return 0;
  end = skip_spaces (scan, end + size);
  if (is_at (scan, end, "第"))
    end = skip_spaces (scan, end + 3);
  gsize digits = end;
  while (end < scan->to && end < digits + 6 && g_ascii_isdigit (text[end]))
    end++;
  gsize n_digits = end - digits;
  end = skip_spaces (scan, end);
  if (n_digits == 0 || n_digits > 5 || !is_at (scan, end, "号"))
    return 0;
  end += 3;
  gsize tail = at - gb_glyph_spaces_before (text + at, text + scan->run);
  gsize start = find_agency (scan, tail, AGENCY_LETTERS);
  if (start == tail)
    return 0;
  char number[3 * AGENCY_LETTERS + 32];
  int length = snprintf (number, sizeof number, "%.*s〔%u〕%.*s号", (int)(tail - start),
                         text + start, year, (int)n_digits, text + digits);
  name_document (scan, start, end, number, (gsize)length);
  return end;
}

/* 国务院令第711号, 公告2023年第5号; @at is at 第, @end behind 号. */
static gsize
match_order (Scan *scan, gsize at, gsize end, int number)
{
  const char *text = scan->text;
  gsize tail = at - gb_glyph_spaces_before (text + at, text + scan->run);
  guint year = 0;
  if (is_before (scan, tail, "年")) {
    gsize digits = tail - 3;
    guint power = 1;
    while (digits > scan->run && g_ascii_isdigit (text[digits - 1]) && power < 10000) {
      year += power * (guint)(text[--digits] - '0');
      power *= 10;
    }
    if (year < 1949 || year > 2199)
      return 0;
    tail = digits - gb_glyph_spaces_before (text + digits, text + scan->run);
  }
  if (!is_before (scan, tail, "令") && !is_before (scan, tail, "公告")
      && !is_before (scan, tail, "通告"))
    return 0;
  gsize start = find_agency (scan, tail, AGENCY_NAME);
  gsize kind = is_before (scan, tail, "令") ? 3 : 6;
  if (tail - start <= kind)
    return 0;
  char name[3 * AGENCY_NAME + 48];
  char when[16] = "";
  if (year > 0)
    snprintf (when, sizeof when, "%u年", year);
  int length
    = snprintf (name, sizeof name, "%.*s%s第%d号", (int)(tail - start), text + start, when, number);
  name_document (scan, start, end, name, (gsize)length);
  return end;
}

/* -- whose clause it is -- */

typedef enum {
  WHOSE_BARE,   /* nothing is said */
  WHOSE_OWN,    /* 本办法第… */
  WHOSE_HERE,   /* 本条第…, 前款第… */
  WHOSE_CHAIN,  /* goes on with a list */
  WHOSE_OTHER,  /* of the document in the chain */
  WHOSE_NOBODY, /* of a document that is named without marks */
} Whose;

/* Only what joins the members of a list stands between @at and @end. */
static gboolean
is_joint (const Scan *scan, gsize at, gsize end)
{
  static const char *const joints[]
    = { "、", "以及", "或者", "和", "及", "与", "或", "至", "到", NULL };
  if (end > at + 16)
    return FALSE;
  for (;;) {
    at = skip_spaces (scan, at);
    if (at >= end) /* behind it by spaces that @end is before */
      return TRUE;
    gsize size = bracket_size (scan, at, joints);
    if (size == 0)
      return FALSE;
    at += size;
  }
}

/* Only what may come between a title and its clause stands between @at and @end. */
static gboolean
is_near (const Scan *scan, gsize at, gsize end)
{
  static const char *const fillers[] = { "）", ")", "的", "中", NULL };
  if (end > at + 12)
    return FALSE;
  for (;;) {
    at = skip_spaces (scan, at);
    if (at >= end) /* behind it by spaces that @end is before */
      return TRUE;
    gsize size = bracket_size (scan, at, fillers);
    if (size == 0)
      return FALSE;
    at += size;
  }
}

/* A kind of document ends at @at: ours where 本 stands before it, somebody's otherwise. */
static Whose
whose_kind (const Scan *scan, gsize at)
{
  static const char places[] = "市省县区州局厅部镇乡级院届次年";
  const char *next = NULL;
  for (int n = 0; n < 7 && at > 0; n++) {
    gsize size;
    gunichar c = gb_glyph_before (scan->text + at, scan->text, &size);
    if (!gb_glyph_is_han (c))
      break;
    at -= size;
    if (c == GB_GLYPH ("本")) {
      for (const char *place = places; next != NULL && *place != '\0'; place += 3)
        if (memcmp (place, next, 3) == 0)
          return WHOSE_NOBODY;
      return WHOSE_OWN;
    }
    next = scan->text + at;
  }
  return WHOSE_NOBODY;
}

static Whose
whose (const Scan *scan, gsize at)
{
  static const char kinds[]
    = "办法条例细则规则准则规定决定意见通知方案规程章程指引指南措施标准规划计划纲要规范政策解释法典"
      "公约协定协议合同批复公告";
  static const char not_laws[] = "依合违方执司非无不用设立守普书想看做";
  static const char *const here[] = { "本条", "前款", "本款", "上款", "前项" };
  static const char *const there[] = { "该条", "该款", "同条", "同款", "原" };
  const GbChain *chain = scan->chain;
  at -= gb_glyph_spaces_before (scan->text + at, scan->text);
  if (chain->document > 0 && chain->document <= at && chain->document >= chain->end
      && is_near (scan, chain->document, at))
    return WHOSE_OTHER;
  if (chain->end > 0 && chain->end <= at && is_joint (scan, chain->end, at))
    return WHOSE_CHAIN;
  for (guint i = 0; i < G_N_ELEMENTS (here); i++)
    if (is_before (scan, at, here[i]))
      return WHOSE_HERE;
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    if (is_before (scan, at, there[i]))
      return WHOSE_NOBODY;
  /* 办法（试行）第三条 */
  gsize end = at;
  if (is_before (scan, end, "）")) {
    gsize start = end;
    while (start > 0 && end - start < 40 && !is_before (scan, start, "（"))
      start--;
    if (is_before (scan, start, "（"))
      end = start - 3;
  }
  if (end < 6)
    return WHOSE_BARE;
  for (const char *kind = kinds; *kind != '\0'; kind += 6)
    if (memcmp (kind, scan->text + end - 6, 6) == 0)
      return whose_kind (scan, end - 6);
  if (!is_before (scan, end, "法"))
    return WHOSE_BARE;
  for (const char *letter = not_laws; *letter != '\0'; letter += 3)
    if (memcmp (letter, scan->text + end - 6, 3) == 0)
      return WHOSE_BARE;
  return is_before (scan, end - 3, "本") ? WHOSE_OWN : WHOSE_NOBODY;
}

/* -- references -- */

/* The anchor of @target in another document: only its own text could say more. */
static gsize
target_anchor (GbDraft *draft, const GbDraftTarget *target)
{
  const char *name = target->kind == GB_LABEL_CHAPTER ? "ch"
                     : target->kind == GB_LABEL_PART  ? "part"
                     : target->kind == GB_LABEL_ANNEX ? "annex"
                                                      : "art";
  GString *word = draft->word;
  g_string_printf (word, "%s-%d", name, target->number);
  if (target->suffix > 0)
    g_string_append_printf (word, "zhi%d", target->suffix);
  if (target->division > 0)
    g_string_append_printf (word, "-%d", target->division);
  if (target->item > 0)
    g_string_append_printf (word, "-%d", target->item);
  if (target->item > 0 && target->point > 0)
    g_string_append_printf (word, "-%d", target->point);
  return gb_draft_string (draft, word->str, word->len);
}

/* Notes that the words from @start to @end mean @target of @whose_it_is. */
static void
add_reference (Scan *scan, gsize start, gsize end, const GbDraftTarget *target, Whose whose_it_is,
               gboolean lenient)
{
  GbDraft *draft = scan->draft;
  GbChain *chain = scan->chain;
  gboolean other = whose_it_is == WHOSE_OTHER || whose_it_is == WHOSE_NOBODY
                   || (whose_it_is == WHOSE_CHAIN && chain->other);
  if (!other) {
    flush (scan, start);
    GbDraftReference made = {
      .target = *target,
      .scope = draft->scope,
      .line = gb_mention_line (scan->breaks, scan->line, start),
      .start = draft->html->len,
      .lenient = lenient,
    };
    flush (scan, end);
    made.end = draft->html->len;
    g_array_append_val (draft->references, made);
  } else if (whose_it_is == WHOSE_OTHER && chain->mention >= 0) {
    GbDraftMention *mention
      = &g_array_index (draft->mentions, GbDraftMention, (guint)chain->mention);
    if (mention->anchor == 0) {
      mention->anchor = target_anchor (draft, target);
      flush (scan, start);
      if (mention->mention.end == draft->html->len) {
        flush (scan, end);
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
read_items (const Scan *scan, gsize at, Member members[MEMBERS])
{
  static const char *const opening[] = { "（", "(", NULL };
  static const char *const closing[] = { "）", ")", NULL };
  static const char *const joints[]
    = { "、", "以及", "或者", "和", "及", "与", "或", "至", "到", NULL };
  gboolean bracketed = FALSE;
  for (guint n = 0; n < MEMBERS;) {
    gsize start = at;
    if (is_at (scan, at, "第"))
      at = skip_spaces (scan, at + 3);
    else if (n == 0)
      return 0;
    gsize open = bracket_size (scan, at, opening);
    if (n == 0)
      bracketed = open > 0;
    else if (bracketed != (open > 0))
      return 0;
    at += open;
    if (!read_number (scan, &at, &members[n].number))
      return 0;
    if (open > 0) {
      gsize close = bracket_size (scan, at, closing);
      if (close == 0)
        return 0;
      at += close;
    }
    gsize rest = skip_spaces (scan, at);
    gboolean last = is_at (scan, rest, "项");
    members[n].start = start;
    members[n].end = last ? rest + 3 : at;
    n++;
    if (last)
      return n;
    gsize joint = bracket_size (scan, rest, joints);
    if (joint == 0)
      return 0;
    at = skip_spaces (scan, rest + joint);
  }
  return 0;
}

/* 条 counts many things beside articles: 第一条生产线. */
static gboolean
is_article_word (const Scan *scan, gsize at)
{
  static const char things[] = "件例线路链道街河生产高铁地水管航船跑消信建龙新款";
  if (at + 3 > scan->to)
    return TRUE;
  for (const char *thing = things; *thing != '\0'; thing += 3)
    if (memcmp (thing, scan->text + at, 3) == 0)
      return FALSE;
  return TRUE;
}

/* The clauses of one article from @at on: 之一, 第二款, 第（三）项; adds the reference, which
 * begins at @start, and those of a list of items.  Returns where they end. */
static gsize
add_clauses (Scan *scan, gsize start, gsize at, GbDraftTarget target, Whose whose_it_is)
{
  int number;
  gsize end = at;
  if (is_at (scan, at, "之")) {
    gsize next = at + 3;
    if (read_number (scan, &next, &number)) {
      target.suffix = number;
      end = next - gb_glyph_spaces_before (scan->text + next, scan->text + at);
    }
  }
  gsize next = skip_spaces (scan, end);
  gsize kuan = next + 3;
  if (is_at (scan, next, "第") && read_number (scan, &kuan, &number) && is_at (scan, kuan, "款")) {
    target.kuan = number;
    end = kuan + 3;
    next = skip_spaces (scan, end);
  }
  Member members[MEMBERS];
  guint n = is_at (scan, next, "第") ? read_items (scan, next, members) : 0;
  if (n == 0) {
    add_reference (scan, start, end, &target, whose_it_is, FALSE);
    return end;
  }
  members[0].start = start;
  for (guint i = 0; i < n; i++) {
    end = members[i].end;
    target.item = members[i].number;
    gsize point = end + 3;
    if (i == n - 1 && is_at (scan, end, "第") && read_number (scan, &point, &number)
        && is_at (scan, point, "目")) {
      target.point = number;
      end = point + 3;
    }
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
match_clause (Scan *scan, gsize at, gboolean needs_word)
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
match_shared (Scan *scan, gsize first, gsize at, int number)
{
  static const char *const joints[] = { "、", "和", "及", "与", "或", "至", "到", "以及", NULL };
  Member members[MEMBERS];
  members[0] = (Member){ first, at, number };
  guint n = 1;
  for (gsize joint; n < MEMBERS && (joint = bracket_size (scan, at, joints)) > 0; n++) {
    gsize start = skip_spaces (scan, at + joint);
    at = start;
    if (!read_number (scan, &at, &number))
      return 0;
    members[n] = (Member){ start, at, number };
  }
  gboolean chapters = is_at (scan, at, "章");
  if (n < 2 || !(chapters || (is_at (scan, at, "条") && is_article_word (scan, at + 3))))
    return 0;
  Whose whose_it_is = whose (scan, first);
  for (guint i = 0; i < n; i++) {
    GbDraftTarget target
      = { .kind = chapters ? GB_LABEL_CHAPTER : GB_LABEL_ARTICLE, .number = members[i].number };
    gsize end
      = members[i].end
        - gb_glyph_spaces_before (scan->text + members[i].end, scan->text + members[i].start);
    if (i > 0)
      whose_it_is = WHOSE_CHAIN;
    if (i == n - 1 && !chapters)
      return add_clauses (scan, members[i].start, at + 3, target, whose_it_is);
    add_reference (scan, members[i].start, i == n - 1 ? at + 3 : end, &target, whose_it_is, FALSE);
  }
  return at + 3;
}

/* 第二章, 第二章第三节, 第二章第七条; @at is behind 章. */
static gsize
match_chapter (Scan *scan, gsize start, gsize at, int chapter)
{
  if (is_at (scan, at, "程"))
    return 0;
  GbDraftTarget target = { .kind = GB_LABEL_CHAPTER, .number = chapter };
  gsize next = skip_spaces (scan, at);
  int number;
  Whose whose_it_is = whose (scan, start);
  if (is_at (scan, next, "第")) {
    next += 3;
    if (read_number (scan, &next, &number)) {
      if (is_at (scan, next, "条") && is_article_word (scan, next + 3)) {
        target = (GbDraftTarget){ .kind = GB_LABEL_ARTICLE, .number = number };
        return add_clauses (scan, start, next + 3, target, whose_it_is);
      }
      if (is_at (scan, next, "节")) {
        target.division = number;
        at = next + 3;
      }
    }
  }
  add_reference (scan, start, at, &target, whose_it_is, FALSE);
  return at;
}

/* Everything that begins with 第. */
static gsize
match_ordinal (Scan *scan, gsize at)
{
  gsize next = skip_spaces (scan, at + 3);
  Member members[MEMBERS];
  if (is_at (scan, next, "（") || is_at (scan, next, "("))
    return read_items (scan, at, members) > 0 ? match_clause (scan, at, FALSE) : 0;
  int number;
  if (!read_number (scan, &next, &number))
    return 0;
  if (is_at (scan, next, "条")) {
    if (!is_article_word (scan, next + 3))
      return 0;
    GbDraftTarget target = { .kind = GB_LABEL_ARTICLE, .number = number };
    return add_clauses (scan, at, next + 3, target, whose (scan, at));
  }
  if (is_at (scan, next, "章"))
    return match_chapter (scan, at, next + 3, number);
  if (is_at (scan, next, "号"))
    return match_order (scan, at, next + 3, number);
  if (is_at (scan, next, "部分")) {
    GbDraftTarget target = { .kind = GB_LABEL_PART, .number = number };
    add_reference (scan, at, next + 6, &target, whose (scan, at), TRUE);
    return next + 6;
  }
  if (is_at (scan, next, "款")) {
    /* 第一款产品 is no clause; with an item, or behind an article or 本条, it is. */
    gsize items = skip_spaces (scan, next + 3);
    return match_clause (scan, at,
                         !is_at (scan, items, "第") || read_items (scan, items, members) == 0);
  }
  gsize shared = match_shared (scan, at, next, number);
  if (shared > 0)
    return shared;
  /* 第一项, 第一、二项: things to do as often as items. */
  return read_items (scan, at, members) > 0 ? match_clause (scan, at, TRUE) : 0;
}

/* 前条, 前条第二款. */
static gsize
match_previous (Scan *scan, gsize at)
{
  GbDraft *draft = scan->draft;
  if (!is_at (scan, at + 3, "条") || is_before (scan, at, "目") || is_before (scan, at, "之")
      || draft->article < 0 || draft->article_before < 0 || !is_article_word (scan, at + 6))
    return 0;
  return add_clauses (scan, at, at + 6, article_target (draft, draft->article_before), WHOSE_OWN);
}

/* 附件3, 附件1-2. */
static gsize
match_annex (Scan *scan, gsize at)
{
  if (!is_at (scan, at + 3, "件"))
    return 0;
  gsize end = at + 6;
  GbDraftTarget target = { .kind = GB_LABEL_ANNEX };
  if (!read_number (scan, &end, &target.number) || target.number > 99)
    return 0;
  end -= gb_glyph_spaces_before (scan->text + end, scan->text + at);
  if (is_at (scan, end, "-")) {
    gsize next = end + 1;
    int suffix;
    if (read_number (scan, &next, &suffix)) {
      target.suffix = suffix;
      end = next - gb_glyph_spaces_before (scan->text + next, scan->text + end);
    }
  }
  add_reference (scan, at, end, &target, whose (scan, at), FALSE);
  return end;
}

/* A reference begins with one of eight characters. A character is the i-th of them where bit i is
 * set for each of its three bytes. */
static const struct {
  guint8 byte[3][256];
} begins = { {
  { [0xe7] = 1, [0xe3] = 2 | 4 | 8, [0xe5] = 16, [0xe9] = 32, [0xef] = 64 | 128 },
  { [0xac] = 1, [0x80] = 2 | 4 | 8, [0x89] = 16, [0x99] = 32, [0xbc] = 64 | 128 },
  { [0xac] = 1,  /* 第 */
    [0x8a] = 2,  /* 《 */
    [0x94] = 4,  /* 〔 */
    [0x90] = 8,  /* 【 */
    [0x8d] = 16, /* 前 */
    [0x84] = 32, /* 附 */
    [0x88] = 64, /* （ */
    [0xbb] = 128 /* ［ */ },
} };

static gsize
match (Scan *scan, guint begin, gsize at)
{
  switch (begin) {
  case 1:
    return match_ordinal (scan, at);
  case 2:
    return match_title (scan, at);
  case 16:
    return match_previous (scan, at);
  case 32:
    return match_annex (scan, at);
  default:
    return match_number (scan, at);
  }
}

/* Past the characters at @at none of which begins a reference, up to ASCII or one that does; of a
 * character of four bytes, up to its last. */
static gsize
skip_ordinary (const char *text, gsize at, gsize to)
{
  const guchar *b = (const guchar *)text + at;
  const guchar *end = (const guchar *)text + to;
  /* The last two bytes tell nearly all of them from those that do. */
  while (end - b >= 3 && b[0] >= 0xe0 && (begins.byte[1][b[1]] & begins.byte[2][b[2]]) == 0)
    b += 3;
  return (gsize)((const char *)b - text);
}

void
gb_mention_write (GbDraft *draft, GbChain *chain, const char *text, gsize length, gsize from,
                  gsize to, const GArray *breaks, guint line)
{
  /* ASCII that is escaped in HTML, and that may open the year of a number. */
  static const guint8 ascii[128]
    = { ['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, ['\''] = 1, ['['] = 2, ['('] = 2 };
  Scan scan = {
    .draft = draft,
    .chain = chain,
    .text = text,
    .length = length,
    .to = to,
    .run = from,
    .breaks = breaks,
    .line = line,
  };
  gboolean escape = FALSE;
  for (gsize at = from; (at = skip_ordinary (text, at, to)) < to;) {
    const guchar *b = (const guchar *)text + at;
    gsize end = 0;
    if (b[0] >= 0xe0 && at + 3 <= to) {
      guint begin = begins.byte[0][b[0]] & begins.byte[1][b[1]] & begins.byte[2][b[2]];
      if (begin != 0)
        end = match (&scan, begin, at);
      at = end > 0 ? end : at + 3;
    } else {
      guint8 kind = b[0] < 0x80 ? ascii[b[0]] : 0;
      escape = escape || kind == 1;
      if (kind == 2 && at + 1 < to && (g_ascii_isdigit (text[at + 1]) || text[at + 1] == ' '))
        end = match_number (&scan, at);
      at = end > 0 ? end : at + 1;
    }
  }
  if (escape)
    flush (&scan, to);
  else if (to > scan.run)
    gb_draft_put (draft->html, text + scan.run, to - scan.run);
}
