#include "text/reference.h"

#include "text/unit.h"

void
gb_reference_put (GString *word, const GbDraftTarget *target)
{
  gb_append_text (word, target->kind == GB_LABEL_CHAPTER ? "ch-"
                        : target->kind == GB_LABEL_PART  ? "part-"
                        : target->kind == GB_LABEL_ANNEX ? "annex-"
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
 * does.  @scope: looked into before the main text; -1: none. */
static int
resolve_in (GbDraft *draft, const GbDraftTarget *target, int scope, gboolean *ret_exact)
{
  GString *word = draft->word;
  g_string_truncate (word, 0);
  *ret_exact = TRUE;
  if (scope >= 0 && target->kind != GB_LABEL_ANNEX)
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

const char *
gb_reference_resolve (GbDraft *draft, const GbDraftReference *reference)
{
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
  int unit = -1;
  if (reference->scope >= 0)
    unit = resolve_in (draft, &reference->target, reference->scope, &exact);
  if (unit < 0)
    unit = resolve_in (draft, &reference->target, -1, &exact);
  if ((unit < 0 || !exact) && !reference->lenient) {
    /* An interpretation or a decision speaks of the articles of another text throughout; annexes
     * may be files of their own. */
    gboolean has_such
      = reference->target.kind == GB_LABEL_ANNEX ? draft->n_annexes > 0 : draft->n_articles > 0;
    if (has_such)
      warn_broken (draft, reference, unit >= 0);
  }
  if (unit < 0)
    return NULL;
  return kuan_anchor (draft, unit, reference->target.item == 0 ? reference->target.kuan : 0);
}
