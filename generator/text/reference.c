#include "text/reference.h"

#include "text/line.h"
#include "text/unit.h"

void
gb_reference_put (GString *word, const GbDraftTarget *target)
{
  if (target->kind == GB_LABEL_ANNEX) {
    gb_unit_put_annex (word, target->sort, target->number, target->suffix, target->lettered);
    return;
  }
  if (target->book > 0)
    g_string_append_printf (word, "bian-%d-", target->book);
  if (target->annex > 0)
    g_string_append_printf (word, "annex-%d-", target->annex);
  gb_append_text (word, target->kind == GB_LABEL_CHAPTER   ? "ch-"
                        : target->kind == GB_LABEL_BOOK    ? "bian-"
                        : target->kind == GB_LABEL_SUBBOOK ? "fenbian-"
                        : target->kind == GB_LABEL_PART    ? "part-"
                                                           : "art-");
  gb_draft_put_number (word, target->number, target->suffix);
}

#define KUAN "-p"

void
gb_reference_put_kuan (GString *word, const char *article, int kuan)
{
  gb_append_text (word, article);
  gb_append_literal (word, KUAN);
  gb_draft_put_number (word, kuan, 0);
}

char *
gb_reference_split_kuan (const char *anchor, int *ret_kuan)
{
  const char *end = g_strrstr (anchor, KUAN);
  guint64 kuan = 0;
  if (end == NULL || end[strlen (KUAN)] == '0'
      || !g_ascii_string_to_unsigned (end + strlen (KUAN), 10, 1, GB_REFERENCE_KUAN_MAX, &kuan,
                                      NULL))
    return NULL;
  *ret_kuan = (int)kuan;
  return g_strndup (anchor, (gsize)(end - anchor));
}

/* The anchor of paragraph @kuan of @unit where that has one, else of the unit itself. */
static const char *
kuan_anchor (GbDraft *draft, int unit, int kuan)
{
  const char *whole = gb_draft_anchor (draft, unit);
  if (kuan < 1 || kuan > GB_REFERENCE_KUAN_MAX
      || (gb_draft_unit (draft, unit)->unit.kuan >> kuan & 1) == 0)
    return whole;
  g_string_truncate (draft->word, 0);
  gb_reference_put_kuan (draft->word, whole, kuan);
  return gb_arena_strndup (draft->arena, draft->word->str, draft->word->len);
}

/* Whether there is the address @anchor, which the author wrote. */
static gboolean
has_anchor (GbDraft *draft, const char *anchor)
{
  if (gb_unit_find (draft, anchor) >= 0)
    return TRUE;
  int kuan;
  g_autofree char *article = gb_reference_split_kuan (anchor, &kuan);
  int unit = article == NULL ? -1 : gb_unit_find (draft, article);
  return unit >= 0 && (gb_draft_unit (draft, unit)->unit.kuan >> kuan & 1) != 0;
}

/* The unit meant, or -1; the nearest that exists, with *ret_exact FALSE, where only its article
 * does.  @scope: the annex, cover or later text in which it is looked for; -1: the first text. */
static int
resolve_in (GbDraft *draft, const GbDraftTarget *target, int scope, gboolean *ret_exact)
{
  GString *word = draft->word;
  g_string_truncate (word, 0);
  *ret_exact = TRUE;
  if (scope >= 0)
    g_string_append_printf (word, "%s-", gb_draft_anchor (draft, scope));
  gb_reference_put (word, target);
  int whole = gb_unit_find (draft, word->str);
  if (whole < 0)
    return -1;
  if (target->division > 0) {
    g_string_append_printf (word, "-%d", target->division);
    int division = gb_unit_find (draft, word->str);
    *ret_exact = division >= 0;
    return division >= 0 ? division : whole;
  }
  if (target->item == 0)
    return whole;
  gsize length = word->len;
  int item = -1;
  if (target->kuan > 0) {
    g_string_append_printf (word, "-kuan%d-%d", target->kuan, target->item);
    item = gb_unit_find (draft, word->str);
  }
  if (item < 0) {
    g_string_truncate (word, length);
    g_string_append_printf (word, "-%d", target->item);
    item = gb_unit_find (draft, word->str);
  }
  if (item < 0) {
    /* Items that run on inside a paragraph have no place of their own. */
    g_string_truncate (word, length);
    g_string_append (word, "-1");
    *ret_exact = gb_unit_find (draft, word->str) < 0;
    return whole;
  }
  if (target->point == 0)
    return item;
  g_string_append_printf (word, "-%d", target->point);
  int point = gb_unit_find (draft, word->str);
  return point >= 0 ? point : item;
}

static void
warn_broken (GbDraft *draft, const GbDraftReference *reference, gboolean article_exists)
{
  g_autofree char *raw
    = g_strndup (draft->html->str + reference->start, reference->end - reference->start);
  gb_diagnostics_warning (
    draft->diagnostics, gb_draft_place (draft, reference->line, raw, strlen (raw)),
    "broken-reference",
    article_exists ? "'%s' names an item that this article does not have"
                   : "'%s' is not in this text; correct the number, or name the other "
                     "document in 《》 before it",
    raw);
}

/* -- lists of annexes and of contents -- */

static gboolean
is_same (const char *a, const char *b)
{
  return gb_line_same (a, strlen (a), b, strlen (b));
}

/* Whether the title of an annex and the words by which it is listed may mean one thing: one holds
 * the other. */
static gboolean
agree (const char *a, const char *b)
{
  return strstr (a, b) != NULL || strstr (b, a) != NULL || is_same (a, b);
}

static const char *
title_of (GbDraft *draft, int unit)
{
  return draft->strings->str + gb_draft_unit (draft, unit)->title;
}

/* What the entry of a list of annexes means, or -1: the annex with its number, unless that is
 * called otherwise, or a text of that title. */
static int
resolve_entry (GbDraft *draft, const GbDraftReference *entry)
{
  gboolean exact;
  const char *title = draft->strings->str + entry->title;
  int unit = resolve_in (draft, &entry->target, entry->text, &exact);
  gboolean titled = entry->title > 0;
  if (unit >= 0
      && (!titled || gb_draft_unit (draft, unit)->title == 0
          || agree (title, title_of (draft, unit))))
    return unit;
  for (guint i = 0; titled && i < draft->units->len; i++)
    if (gb_draft_unit (draft, (int)i)->unit.kind == GB_UNIT_TITLE
        && is_same (title, title_of (draft, (int)i)))
      return (int)i;
  return -1;
}

/* The entry by which the part of the document that @reference stands in lists the annex that it
 * means, or NULL; *ret_elsewhere: another part has a list. */
static const GbDraftReference *
find_entry (const GbDraft *draft, const GbDraftReference *reference, gboolean *ret_elsewhere)
{
  *ret_elsewhere = FALSE;
  for (guint i = 0; i < draft->references->len; i++) {
    const GbDraftReference *entry = &g_array_index (draft->references, GbDraftReference, i);
    if (entry->kind != GB_REFERENCE_ENTRY)
      continue;
    *ret_elsewhere = *ret_elsewhere || entry->part != reference->part;
    if (entry->part == reference->part && entry->target.number == reference->target.number
        && entry->target.suffix == reference->target.suffix
        && entry->target.sort == reference->target.sort)
      return entry;
  }
  return NULL;
}

/* 附件1 means what the same part lists by that number.  What a covering notice does not list is not
 * known to be its own where the text lists annexes. */
static gboolean
resolve_listed (GbDraft *draft, const GbDraftReference *reference, int *ret_unit)
{
  gboolean elsewhere;
  const GbDraftReference *entry = find_entry (draft, reference, &elsewhere);
  *ret_unit = entry == NULL ? -1 : resolve_entry (draft, entry);
  return entry != NULL
         || (elsewhere && reference->scope >= 0
             && gb_draft_unit (draft, reference->scope)->unit.kind == GB_UNIT_COVER);
}

/* The unit that a line of contents names, or -1: the next one with its label and its words. */
static int
resolve_contents (GbDraft *draft, const GbDraftReference *reference)
{
  const char *title = draft->strings->str + reference->title;
  const GbDraftTarget *target = &reference->target;
  for (guint i = (guint)(draft->contents + 1); i < draft->units->len; i++) {
    const GbDraftUnit *unit = gb_draft_unit (draft, (int)i);
    if (unit->style != target->kind || unit->unit.number != target->number
        || unit->unit.suffix != target->suffix || unit->sort != target->sort
        || unit->unit.start < reference->end || !is_same (title, title_of (draft, (int)i)))
      continue;
    draft->contents = (int)i;
    return (int)i;
  }
  return -1;
}

/* The number of the book whose chapter is meant where each book begins its chapters anew: the one
 * around the reference, or the only one that has it; 0 where there is none, or, with *ret_several,
 * where there are more. */
static int
book_of_chapter (GbDraft *draft, const GbDraftReference *reference, gboolean *ret_several)
{
  int found = 0;
  for (guint i = 0; i < draft->units->len; i++) {
    const GbDraftUnit *chapter = gb_draft_unit (draft, (int)i);
    int book = chapter->unit.parent;
    if (chapter->style != GB_LABEL_CHAPTER || chapter->unit.number != reference->target.number)
      continue;
    while (book >= 0 && gb_draft_unit (draft, book)->style != GB_LABEL_BOOK)
      book = gb_draft_unit (draft, book)->unit.parent;
    if (book < 0)
      continue;
    int number = gb_draft_unit (draft, book)->unit.number;
    if (number == reference->book)
      return number;
    *ret_several = *ret_several || found > 0;
    found = number;
  }
  return *ret_several ? 0 : found;
}

/* Whether the text has clauses of the kind of @target at all: an interpretation or a decision
 * speaks of the articles of another text throughout, annexes may be files of their own. */
static gboolean
has_such (GbDraft *draft, const GbDraftTarget *target)
{
  if (target->kind == GB_LABEL_ANNEX)
    return draft->n_annexes > 0;
  if (target->kind == GB_LABEL_BOOK || target->book > 0) {
    g_string_assign (draft->word, "bian-1");
    return gb_unit_find (draft, draft->word->str) >= 0;
  }
  return draft->n_articles > 0;
}

const char *
gb_reference_resolve (GbDraft *draft, const GbDraftReference *reference)
{
  if (reference->kind != GB_REFERENCE_WORDS) {
    int found = reference->kind == GB_REFERENCE_ENTRY ? resolve_entry (draft, reference)
                                                      : resolve_contents (draft, reference);
    return found < 0 ? NULL : gb_draft_anchor (draft, found);
  }
  if (reference->fragment > 0) {
    const char *anchor = draft->strings->str + reference->fragment;
    if (has_anchor (draft, anchor))
      return anchor;
    /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): str is no NULL. */
    GbPlace place = gb_draft_place (draft, reference->line, anchor, strlen (anchor));
    gb_diagnostics_warning (draft->diagnostics, place, "broken-reference", "this text has no '#%s'",
                            anchor);
    return NULL;
  }
  gboolean exact = TRUE;
  gboolean several = FALSE;
  int unit = -1;
  if (reference->target.kind == GB_LABEL_ANNEX && resolve_listed (draft, reference, &unit))
    return unit < 0 ? NULL : gb_draft_anchor (draft, unit);
  if (reference->scope >= 0 && reference->target.kind != GB_LABEL_ANNEX
      && reference->target.annex == 0)
    unit = resolve_in (draft, &reference->target, reference->scope, &exact);
  if (unit < 0)
    unit = resolve_in (draft, &reference->target, reference->text, &exact);
  if (unit < 0 && reference->target.kind == GB_LABEL_CHAPTER && reference->target.book == 0) {
    GbDraftTarget target = reference->target;
    target.book = book_of_chapter (draft, reference, &several);
    unit = target.book == 0 ? -1 : resolve_in (draft, &target, reference->text, &exact);
  }
  if ((unit < 0 || !exact) && !several && !reference->lenient
      && has_such (draft, &reference->target))
    warn_broken (draft, reference, unit >= 0);
  if (unit < 0 || (!exact && reference->lenient))
    return NULL;
  return kuan_anchor (draft, unit, reference->target.item == 0 ? reference->target.kuan : 0);
}
