#include "text/reference.h"

#include "text/unit.h"

void
gb_reference_put (GString *word, const GbDraftTarget *target)
{
  if (target->book > 0)
    g_string_append_printf (word, "bian-%d-", target->book);
  if (target->annex > 0)
    g_string_append_printf (word, "annex-%d-", target->annex);
  gb_append_text (word, target->kind == GB_LABEL_CHAPTER   ? "ch-"
                        : target->kind == GB_LABEL_BOOK    ? "bian-"
                        : target->kind == GB_LABEL_SUBBOOK ? "fenbian-"
                        : target->kind == GB_LABEL_PART    ? "part-"
                        : target->kind == GB_LABEL_ANNEX   ? "annex-"
                                                           : "art-");
  gb_draft_put_number (word, target->number, target->suffix);
}

/* The unit meant, or -1; the nearest that exists, with *ret_exact FALSE, where only its article
 * does.  @scope: looked into before the main text; -1: none. */
static int
resolve_in (GbDraft *draft, const GbDraftTarget *target, int scope, gboolean *ret_exact)
{
  GString *word = draft->word;
  g_string_truncate (word, 0);
  *ret_exact = TRUE;
  if (scope >= 0 && target->kind != GB_LABEL_ANNEX && target->annex == 0)
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
  if (reference->fragment > 0) {
    const char *anchor = draft->strings->str + reference->fragment;
    if (gb_unit_find (draft, anchor) >= 0)
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
  if (reference->scope >= 0)
    unit = resolve_in (draft, &reference->target, reference->scope, &exact);
  if (unit < 0)
    unit = resolve_in (draft, &reference->target, -1, &exact);
  if (unit < 0 && reference->target.kind == GB_LABEL_CHAPTER && reference->target.book == 0) {
    GbDraftTarget target = reference->target;
    target.book = book_of_chapter (draft, reference, &several);
    unit = target.book == 0 ? -1 : resolve_in (draft, &target, -1, &exact);
  }
  if (reference->lenient)
    return unit < 0 || !exact ? NULL : gb_draft_anchor (draft, unit);
  if ((unit < 0 || !exact) && !several && has_such (draft, &reference->target))
    warn_broken (draft, reference, unit >= 0);
  return unit < 0 ? NULL : gb_draft_anchor (draft, unit);
}
