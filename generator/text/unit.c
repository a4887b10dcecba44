#include "text/unit.h"

#include "text/glyph.h"
#include "text/scan.h"
#include "text/sequence.h"

/* What encloses what: a unit ends every open one of its own rank and above.  Headings without a
 * label come in between, one above what they stand in. */
enum {
  RANK_ROOT = 0, /* cover, text, annex */
  RANK_BOOK = 10,
  RANK_SUBBOOK = 15,
  RANK_CHAPTER = 20,
  RANK_DIVISION = 30,
  RANK_SECTION = 35,
  RANK_DIVIDER = 37,
  RANK_ARTICLE = 40,
  RANK_ARTICLE_SECTION = 45, /* 一、 in an article: an item of it */
  RANK_ITEM = 50,
  RANK_POINT = 60, /* 1.1 is one below, 1.1.1 two */
  RANK_BRACKET = 70,
  RANK_CIRCLE = 80,
  RANK_BY_PLACE = 90, /* A. and Ⅰ. have no custom: they stand below what is open */
  RANK_NESTING = 40,  /* for each list that stands in a list */
};

#define BIT(style) (1u << GB_LABEL_##style)

static const struct {
  GbUnitKind kind;
  int rank;
  const char *name; /* of its anchor; of what is listed, only where no other list may meet it */
  guint within;     /* bits: the anchor goes on from that of what has one of these labels */
} styles[] = {
  [GB_LABEL_NONE] = { GB_UNIT_HEADING, 0 },
  [GB_LABEL_BOOK] = { GB_UNIT_CHAPTER, RANK_BOOK, "bian-", 0 },
  [GB_LABEL_SUBBOOK] = { GB_UNIT_CHAPTER, RANK_SUBBOOK, "fenbian-", BIT (BOOK) },
  [GB_LABEL_CHAPTER] = { GB_UNIT_CHAPTER, RANK_CHAPTER, "ch-", BIT (BOOK) },
  [GB_LABEL_DIVISION] = { GB_UNIT_DIVISION, RANK_DIVISION, "jie-", BIT (CHAPTER) },
  [GB_LABEL_PART] = { GB_UNIT_PART, RANK_BOOK, "part-", 0 },
  [GB_LABEL_ARTICLE] = { GB_UNIT_ARTICLE, RANK_ARTICLE, "art-", 0 },
  [GB_LABEL_SECTION] = { GB_UNIT_SECTION, RANK_SECTION, "sec-",
                         BIT (PART) | BIT (CHAPTER) | BIT (DIVISION) | BIT (BOOK) },
  [GB_LABEL_DIVIDER]
  = { GB_UNIT_DIVISION, RANK_DIVIDER, "div-",
      BIT (PART) | BIT (CHAPTER) | BIT (DIVISION) | BIT (BOOK) | BIT (SUBBOOK) | BIT (SECTION) },
  [GB_LABEL_ITEM] = { GB_UNIT_ITEM, RANK_ITEM },
  [GB_LABEL_POINT] = { GB_UNIT_SUBITEM, RANK_POINT },
  [GB_LABEL_DECIMAL] = { GB_UNIT_SUBITEM, RANK_POINT },
  [GB_LABEL_BRACKET] = { GB_UNIT_SUBITEM, RANK_BRACKET },
  [GB_LABEL_CIRCLE] = { GB_UNIT_SUBITEM, RANK_CIRCLE },
  [GB_LABEL_ROMAN] = { GB_UNIT_SUBITEM, RANK_BY_PLACE, "luoma" },
  [GB_LABEL_LETTER] = { GB_UNIT_SUBITEM, RANK_BY_PLACE, "zimu" },
  [GB_LABEL_SMALL] = { GB_UNIT_SUBITEM, RANK_BY_PLACE, "zimu" },
  [GB_LABEL_ANNEX] = { GB_UNIT_ANNEX, RANK_ROOT },
};

static const char *const annexes[] = {
  [GB_ANNEX_DOCUMENT] = "annex-", [GB_ANNEX_TABLE] = "fubiao-", [GB_ANNEX_APPENDIX] = "fulu-",
  [GB_ANNEX_FIGURE] = "futu-",    [GB_ANNEX_OTHER] = "fu-",
};

void
gb_unit_put_annex (GString *word, GbAnnexSort sort, int number, int suffix, gboolean lettered)
{
  gb_append_text (word, annexes[sort]);
  if (lettered)
    g_string_append_c (word, (char)('a' + number - 1));
  else
    gb_draft_put_number (word, number, suffix);
}

static guint32
hash (const char *text)
{
  guint32 h = 2166136261u;
  for (; *text != '\0'; text++)
    h = (h ^ (guchar)*text) * 16777619u;
  return h;
}

int
gb_unit_find (const GbDraft *draft, const char *anchor)
{
  if (draft->table_size == 0)
    return -1;
  for (guint32 slot = hash (anchor);; slot++) {
    guint32 entry = draft->table[slot & (draft->table_size - 1)];
    if (entry == 0)
      return -1;
    const GbDraftUnit *unit = &g_array_index (draft->units, GbDraftUnit, entry - 1);
    if (strcmp (draft->strings->str + unit->anchor, anchor) == 0)
      return (int)entry - 1;
  }
}

static void
enter (GbDraft *draft, guint index)
{
  guint32 slot = hash (gb_draft_anchor (draft, (int)index));
  while (draft->table[slot & (draft->table_size - 1)] != 0)
    slot++;
  draft->table[slot & (draft->table_size - 1)] = index + 1;
}

/* Makes the last unit one that gb_unit_find finds. */
static void
remember (GbDraft *draft)
{
  if (draft->units->len * 2 <= draft->table_size) {
    enter (draft, draft->units->len - 1);
    return;
  }
  draft->table_size = MAX (128, draft->table_size * 2);
  g_free (draft->table);
  draft->table = g_new0 (guint32, draft->table_size);
  for (guint i = 0; i < draft->units->len; i++)
    enter (draft, i);
}

static void
pop (GbDraft *draft)
{
  GbDraftFrame *frame = gb_draft_top (draft);
  GString *html = draft->html;
  if (frame->section)
    gb_append_literal (html, "</section>\n");
  gsize end = html->len;
  if (end > 0 && html->str[end - 1] == '\n')
    end--;
  gb_draft_unit (draft, frame->unit)->unit.end = end;
  if (frame->unit == draft->article)
    draft->article = -1;
  draft->depth--;
}

void
gb_unit_close (GbDraft *draft, int rank)
{
  while (draft->depth > 1 && gb_draft_top (draft)->rank >= rank)
    pop (draft);
}

void
gb_unit_close_text (GbDraft *draft)
{
  gb_unit_close (draft, RANK_ROOT + 1);
}

/* The level of an HTML heading that begins here. */
static guint
heading_level (const GbDraft *draft)
{
  for (guint i = draft->depth; i > 0; i--)
    if (draft->stack[i - 1].heading > 0)
      return MIN (6, draft->stack[i - 1].heading + 1);
  return 2;
}

/* Adds the unit whose anchor stands in draft->word and opens it. */
static int
push (GbDraft *draft, GbUnitKind kind, GbLabelKind style, const GbLabel *label, int rank,
      guint line)
{
  const GbDraftFrame *parent = gb_draft_top (draft);
  GbDraftUnit unit = {
    .unit = {
      .kind = kind,
      .parent = parent->unit,
      .level = parent->unit < 0 ? 1 : gb_draft_unit (draft, parent->unit)->unit.level + 1,
      .number = label == NULL ? 0 : label->number,
      .suffix = label == NULL ? 0 : label->suffix,
      .line = line,
      .start = draft->html->len,
    },
    .anchor = gb_draft_string (draft, draft->word->str, draft->word->len),
    .style = style,
  };
  g_array_append_val (draft->units, unit);
  remember (draft);
  int index = (int)draft->units->len - 1;
  draft->stack[draft->depth++] = (GbDraftFrame){ .unit = index, .rank = rank };
  return index;
}

int
gb_unit_add_paragraph (GbDraft *draft)
{
  int kuan = 0;
  gboolean captioned = FALSE;
  for (guint i = draft->depth; i > 0; i--) {
    GbDraftFrame *frame = &draft->stack[i - 1];
    frame->paragraphs++;
    if (draft->article >= 0 && frame->unit == draft->article)
      kuan = frame->paragraphs;
    else if (kuan == 0)
      captioned = captioned || frame->captioned;
  }
  draft->unclear = draft->unclear || captioned;
  return kuan;
}

static void
begin_scope (GbDraft *draft, int scope)
{
  draft->scope = scope;
  draft->part++;
  draft->listed = FALSE;
  draft->amending = FALSE;
  draft->article = -1;
  draft->article_number = 0;
  draft->article_suffix = 0;
  draft->article_before = -1;
  draft->article_last = -1;
  draft->closed = FALSE;
  draft->tight = FALSE;
  draft->n_parts = 0;
  memset (draft->last, 0, sizeof draft->last);
}

int
gb_unit_open_cover (GbDraft *draft, guint line)
{
  gb_unit_close (draft, RANK_ROOT);
  g_string_assign (draft->word, "cover");
  int index = push (draft, GB_UNIT_COVER, GB_LABEL_NONE, NULL, RANK_ROOT, line);
  GbDraftFrame *frame = gb_draft_top (draft);
  frame->section = TRUE;
  frame->heading = 2;
  frame->markup = 1;
  begin_scope (draft, index);
  return index;
}

int
gb_unit_open_title (GbDraft *draft, const char *title, gsize length, guint line)
{
  gb_unit_close (draft, RANK_ROOT);
  g_string_assign (draft->word, "text");
  if (++draft->n_texts > 1)
    g_string_append_printf (draft->word, "-%u", draft->n_texts);
  int index = push (draft, GB_UNIT_TITLE, GB_LABEL_NONE, NULL, RANK_ROOT, line);
  GbDraftFrame *frame = gb_draft_top (draft);
  frame->heading = 2;
  frame->markup = 1;
  gb_draft_unit (draft, index)->title = gb_draft_title (draft, title, length);
  draft->text = draft->n_texts > 1 ? index : -1;
  draft->annex = -1;
  begin_scope (draft, draft->text);
  return index;
}

/* The anchor of the innermost open unit of one of @kinds (bits), or NULL. */
static const char *
enclosing (GbDraft *draft, guint kinds)
{
  for (guint i = draft->depth; i > 1; i--) {
    int unit = draft->stack[i - 1].unit;
    if ((kinds & (1u << gb_draft_unit (draft, unit)->style)) != 0)
      return gb_draft_anchor (draft, unit);
  }
  return NULL;
}

static gboolean
is_listed (GbLabelKind style, int rank)
{
  return rank >= RANK_ARTICLE_SECTION && style != GB_LABEL_NONE;
}

/* Begins an anchor that goes on from another one. */
static void
begin_word (GString *word, const char *anchor)
{
  g_string_assign (word, anchor);
  g_string_append_c (word, '-');
}

/* Whether 1.2.3 goes on from @unit: 1.2. */
static gboolean
is_part_of (GbDraft *draft, int unit, const GbLabel *label)
{
  if (unit < 0)
    return FALSE;
  const GbDraftUnit *above = gb_draft_unit (draft, unit);
  return above->unit.number == label->parts[label->n_parts - 2]
         && above->style == (label->n_parts == 2 ? GB_LABEL_POINT : GB_LABEL_DECIMAL);
}

/* The anchor of a unit before it is known to be unique, into draft->word. */
static void
compose (GbDraft *draft, GbLabelKind style, int rank, const GbLabel *label)
{
  GString *word = draft->word;
  g_string_truncate (word, 0);
  int scope = style == GB_LABEL_ANNEX ? draft->text : draft->scope;
  if (scope >= 0)
    begin_word (word, gb_draft_anchor (draft, scope));
  if (style == GB_LABEL_NONE) {
    g_string_append_printf (word, "h-%u", ++draft->n_headings);
    return;
  }
  if (style == GB_LABEL_ANNEX) {
    gb_unit_put_annex (word, label->sort, label->number, label->suffix, label->lettered);
    return;
  }
  const GbDraftFrame *parent = gb_draft_top (draft);
  if (style == GB_LABEL_DECIMAL && is_part_of (draft, parent->unit, label)) {
    g_string_assign (word, gb_draft_anchor (draft, parent->unit));
    g_string_append_printf (word, "dian%d", label->number);
    return;
  }
  if (is_listed (style, rank)) {
    const char *list = style == GB_LABEL_ITEM ? "item-" : "sub-";
    GbUnitKind kind
      = parent->unit < 0 ? GB_UNIT_TITLE : gb_draft_unit (draft, parent->unit)->unit.kind;
    gboolean plain = kind == GB_UNIT_ARTICLE || kind == GB_UNIT_ITEM || kind == GB_UNIT_SUBITEM
                     || kind == GB_UNIT_SECTION || kind == GB_UNIT_PART;
    if (kind != GB_UNIT_TITLE)
      begin_word (word, gb_draft_anchor (draft, parent->unit));
    if (!plain)
      g_string_append (word, list);
    if (parent->kuan > 0)
      g_string_append_printf (word, "kuan%d-", parent->kuan);
    if (styles[style].name != NULL && style != GB_LABEL_SECTION)
      g_string_append (word, styles[style].name);
  } else {
    const char *within = enclosing (draft, styles[style].within);
    if (within != NULL)
      begin_word (word, within);
    /* 第三章第二节 is ch-3-2. */
    if (within == NULL || style != GB_LABEL_DIVISION)
      g_string_append (word, styles[style].name);
  }
  for (guint i = 0; i + 1 < label->n_parts; i++)
    g_string_append_printf (word, "%ddian", label->parts[i]);
  gb_draft_put_number (word, label->number, label->suffix);
}

/* Makes the anchor in draft->word unique; TRUE, with a warning, where a number stands twice. */
static gboolean
make_unique (GbDraft *draft, GbLabelKind style, int rank, const GbUnitDraft *unit)
{
  GString *word = draft->word;
  int other = gb_unit_find (draft, word->str);
  if (other < 0)
    return FALSE;
  /* Each annex may have tables and appendixes of its own. */
  if (style == GB_LABEL_ANNEX && unit->label->sort != GB_ANNEX_DOCUMENT && draft->annex >= 0) {
    begin_word (word, gb_draft_anchor (draft, draft->annex));
    gb_unit_put_annex (word, unit->label->sort, unit->label->number, unit->label->suffix,
                       unit->label->lettered);
    other = gb_unit_find (draft, word->str);
    if (other < 0)
      return FALSE;
  }
  const GbDraftUnit *first = gb_draft_unit (draft, other);
  int parent = gb_draft_top (draft)->unit;
  gboolean nested
    = parent >= 0 && parent != draft->scope && style != GB_LABEL_NONE && !is_listed (style, rank);
  gboolean same_place = first->unit.parent == parent || style == GB_LABEL_ARTICLE
                        || style == GB_LABEL_ANNEX || style == GB_LABEL_BOOK
                        || (style == GB_LABEL_CHAPTER && !nested);
  if (!same_place && nested) {
    /* 一、 under each of several headings without number, 第一章 in each 分编. */
    begin_word (word, gb_draft_anchor (draft, parent));
    g_string_append (word, styles[style].name);
    gb_draft_put_number (word, unit->label->number, unit->label->suffix);
    if (gb_unit_find (draft, word->str) < 0)
      return FALSE;
    same_place = TRUE;
  }
  /* （一） and 1. side by side under the same roof are two lists. */
  gboolean twice = same_place && (first->style == style || !is_listed (style, rank));
  if (twice)
    gb_diagnostics_warning (draft->diagnostics,
                            gb_draft_place (draft, unit->line, unit->words, unit->length),
                            "duplicate-unit",
                            "'%.*s' stands twice at the same place, first on line %u; where it is "
                            "a slip of yours, correct its number",
                            (int)unit->length, unit->words, first->unit.line);
  gsize length = word->len;
  for (int letter = 'b'; letter <= 'f'; letter++) {
    g_string_truncate (word, length);
    g_string_append_printf (word, "-%c", letter);
    if (gb_unit_find (draft, word->str) < 0)
      return twice;
  }
  do {
    g_string_truncate (word, length);
    g_string_append_printf (word, "-x%u", ++draft->n_extra);
  } while (gb_unit_find (draft, word->str) >= 0);
  return twice;
}

static void
check_order (GbDraft *draft, const GbUnitDraft *unit, const char *code, int expected)
{
  gb_diagnostics_warning (
    draft->diagnostics, gb_draft_place (draft, unit->line, unit->words, unit->length), code,
    unit->label->number > expected
      ? "'%.*s' where number %d is expected: something is missing or misnumbered"
      : "'%.*s' goes back: number %d is expected",
    (int)unit->length, unit->words, expected);
}

/* Articles run on through the chapters of a text; a text or annex begins anew. */
static void
count_article (GbDraft *draft, const GbUnitDraft *unit, gboolean twice)
{
  int number = unit->label->number;
  int suffix = unit->label->suffix;
  int last = draft->article_number;
  gboolean follows = (number == last + 1 && suffix == 0)
                     || (number == last && suffix == draft->article_suffix + 1);
  /* An annex or a covering notice may quote any article. */
  gboolean quoted = draft->scope >= 0 && last == 0;
  if (!follows && !twice && !quoted)
    check_order (draft, unit, "article-order", last + 1);
  /* What goes back is taken for a slip in one number. */
  draft->article_number = number >= last ? number : last + 1;
  draft->article_suffix = number >= last ? suffix : 0;
}

/* Whether item @number stands inside a paragraph of the open article: …文件：（一）甲；. */
static gboolean
is_inside (GbDraft *draft, int number)
{
  if (draft->article < 0)
    return FALSE;
  char numeral[32];
  gb_numeral_write (number, numeral);
  const GbScan scan = { .text = draft->html->str, .to = draft->html->len };
  gsize at = gb_draft_unit (draft, draft->article)->unit.start;
  for (const char *found; (found = strstr (scan.text + at, numeral)) != NULL;) {
    gsize start = (gsize)(found - scan.text);
    at = start + strlen (numeral);
    gboolean opened
      = gb_scan_is_before (&scan, start, "（") || gb_scan_is_before (&scan, start, "(");
    gboolean closed = gb_scan_is_at (&scan, at, "）") || gb_scan_is_at (&scan, at, ")");
    if (opened && closed && !gb_scan_is_before (&scan, start, "第（")
        && !gb_scan_is_before (&scan, start, "第("))
      return TRUE;
  }
  return FALSE;
}

/* Returns the number that should have come where another did, 0 where all is well. */
static int
count_listed (GbDraft *draft, const GbUnitDraft *unit, GbLabelKind style)
{
  GbDraftFrame *parent = gb_draft_top (draft);
  int number = unit->label->number;
  if (parent->style != style) {
    parent->style = style;
    parent->last = gb_sequence_runs_on (draft, style, number) ? number - 1 : 0;
  } else if (number == 1 && parent->last > 0 && parent->paragraphs > parent->listed
             && style != GB_LABEL_SECTION && style != GB_LABEL_DECIMAL) {
    /* A new paragraph of the article with a list of its own: 第二款第（一）项. */
    parent->kuan = parent->paragraphs;
    parent->last = 0;
  }
  if (style == GB_LABEL_DECIMAL)
    parent->last = gb_sequence_part_before (draft, unit->label);
  int expected = parent->last + 1;
  parent->last = number;
  parent->listed = parent->paragraphs;
  gboolean follows = number == expected || number == expected - 1
                     || (style == GB_LABEL_ITEM && is_inside (draft, number - 1));
  return follows ? 0 : expected;
}

/* 一、 is a chapter of a text without chapters, or an item of an article. */
static gboolean
is_item_of_article (GbDraft *draft, const GbUnitDraft *unit)
{
  if (draft->article < 0 || unit->heading)
    return FALSE;
  for (guint i = 1; i < draft->depth; i++)
    if (gb_draft_unit (draft, draft->stack[i].unit)->unit.kind == GB_UNIT_SECTION)
      return FALSE;
  return TRUE;
}

/* The rank of A. or Ⅰ.: that of the list it goes on with, or below all that is open. */
static int
rank_by_place (GbDraft *draft, GbLabelKind style)
{
  for (guint i = draft->depth; i > 1; i--)
    if (gb_draft_unit (draft, draft->stack[i - 1].unit)->style == style)
      return draft->stack[i - 1].rank;
  return MAX (RANK_ARTICLE_SECTION, gb_draft_top (draft)->rank + 1);
}

int
gb_unit_open (GbDraft *draft, const GbUnitDraft *unit)
{
  GbLabelKind style = unit->label == NULL ? GB_LABEL_NONE : unit->label->kind;
  GbUnitKind kind = styles[style].kind;
  int rank = styles[style].rank;
  if (style == GB_LABEL_NONE) {
    while (gb_draft_top (draft)->rank > RANK_ROOT
           && (gb_draft_top (draft)->markup == 0 || gb_draft_top (draft)->markup >= unit->markup))
      pop (draft);
    rank = MAX (RANK_ROOT, gb_draft_top (draft)->rank) + 1;
  } else {
    if (style == GB_LABEL_SECTION && is_item_of_article (draft, unit)) {
      kind = GB_UNIT_ITEM;
      rank = RANK_ARTICLE_SECTION;
    }
    if (style == GB_LABEL_DECIMAL)
      rank += (int)unit->label->n_parts - 1;
    if (rank == RANK_BY_PLACE)
      rank = rank_by_place (draft, style);
    else if (rank >= RANK_ITEM)
      rank += RANK_NESTING * (int)unit->nesting;
    gb_unit_close (draft, rank);
  }
  if (draft->depth == GB_DRAFT_DEPTH)
    return -1;
  int expected = 0;
  if (is_listed (style, rank) || style == GB_LABEL_SECTION || style == GB_LABEL_DIVIDER)
    expected = count_listed (draft, unit, style);
  compose (draft, style, rank, unit->label);
  gboolean twice = make_unique (draft, style, rank, unit);
  if (style == GB_LABEL_ARTICLE)
    count_article (draft, unit, twice);
  else if (expected > 0 && !twice)
    check_order (draft, unit, "item-order", expected);
  if (unit->label != NULL)
    gb_sequence_add (draft, unit->label);
  int index = push (draft, kind, style, unit->label, rank, unit->line);
  GbDraftFrame *frame = gb_draft_top (draft);
  frame->markup = unit->markup;
  frame->section = style == GB_LABEL_ARTICLE || style == GB_LABEL_ANNEX;
  GbDraftUnit *made = gb_draft_unit (draft, index);
  made->label = gb_draft_string (draft, unit->words, unit->length);
  made->title = gb_draft_title (draft, unit->title, unit->title_length);
  if (style == GB_LABEL_ANNEX) {
    made->sort = unit->label->sort;
    if (made->sort == GB_ANNEX_DOCUMENT)
      draft->annex = index;
    begin_scope (draft, index);
    draft->n_annexes++;
  } else if (style == GB_LABEL_ARTICLE) {
    /* Behind its list of annexes, a covering notice without heading is over. */
    if (draft->listed && draft->article_last < 0) {
      draft->part++;
      draft->listed = FALSE;
      draft->amending = FALSE;
    }
    draft->article = index;
    draft->unclear = FALSE;
    draft->article_before = draft->article_last;
    draft->article_last = index;
    if (draft->scope < 0)
      draft->n_articles++;
  }
  if (unit->heading) {
    draft->depth--;
    frame->heading = heading_level (draft);
    draft->depth++;
  }
  if (!is_listed (style, rank))
    draft->closed = FALSE;
  return index;
}
