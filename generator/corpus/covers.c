/* What cover, sign block and last article of a text print, beside the keys: number, title, days,
 * documents that it repeals. */
#include "corpus/private.h"

#include "law/number.h"

#include <string.h>

typedef struct {
  GbWork *work;
  const GbPolicyCase *policy;
  const GbStatement *statements;
  guint n;
  GbArena *arena;
} Cover;

static GbPlace
place_of (const Cover *cover, const char *key)
{
  const GbPolicy *source = cover->policy->policy;
  return gb_yaml_place (source->file, source->node, key);
}

static void
report (const Cover *cover, const char *code, const char *key, const char *says,
        const GbStatement *words)
{
  if (says == NULL)
    gb_diagnostics_warning (cover->work->diagnostics, place_of (cover, NULL), code,
                            "the text says '%s' (%s:%u), but '%s' is not on record; write it",
                            words->words, cover->policy->text_file, words->line, key);
  else
    gb_diagnostics_warning (cover->work->diagnostics, place_of (cover, key), code,
                            "'%s' says '%s', but the text says '%s' (%s:%u); correct the one that "
                            "is wrong",
                            key, says, words->words, cover->policy->text_file, words->line);
}

/* 第12号 on a line of its own is the end of 示例市人民政府令第12号. */
static gboolean
is_number (const Cover *cover, const char *key, const char *words)
{
  if (key == NULL)
    return FALSE;
  const char *wanted = gb_number_normalise (cover->arena, key);
  return g_str_has_suffix (wanted, gb_number_normalise (cover->arena, words));
}

static void
check_number (const Cover *cover)
{
  const GbPolicy *source = cover->policy->policy;
  const GbStatement *other = NULL;
  for (guint i = 0; i < cover->n; i++) {
    const GbStatement *words = &cover->statements[i];
    if (words->kind != GB_STATEMENT_NUMBER || is_number (cover, source->registration, words->words))
      continue;
    if (is_number (cover, source->number, words->words))
      return;
    /* A second number is the registration, or that of another document. */
    other = other == NULL ? words : other;
  }
  if (other != NULL)
    report (cover, source->number == NULL ? "number-missing" : "number-differs", "number",
            source->number, other);
}

static gboolean
is_title (const Cover *cover, const char *title, const char *words)
{
  if (title == NULL)
    return FALSE;
  const char *a = gb_links_fold_title (cover->arena, title);
  const char *b = gb_links_fold_title (cover->arena, words);
  /* The name of the agency may be left out before it, and a notice names what it issues. */
  return strcmp (a, b) == 0 || g_str_has_suffix (a, b) || g_str_has_suffix (b, a)
         || (strstr (b, "印发") != NULL && strstr (b, a) != NULL)
         || (strstr (a, "印发") != NULL && strstr (a, b) != NULL);
}

static void
check_title (const Cover *cover)
{
  const GbPolicy *source = cover->policy->policy;
  const char *title = cover->policy->n_versions == 0
                        ? source->title
                        : cover->policy->versions[cover->policy->current].title;
  const GbStatement *other = NULL;
  for (guint i = 0; i < cover->n; i++) {
    const GbStatement *words = &cover->statements[i];
    if (words->kind != GB_STATEMENT_TITLE)
      continue;
    if (is_title (cover, title, words->words) || is_title (cover, source->title, words->words))
      return;
    for (guint k = 0; k < source->aliases.length; k++)
      if (is_title (cover, GB_TEXT_AT (source->aliases, k), words->words))
        return;
    other = words;
  }
  if (other != NULL && title != NULL)
    report (cover, "title-differs", "title", title, other);
}

static void
check_day (const Cover *cover, GbStatementKind kind, const char *key, GbDate date)
{
  const GbPolicy *source = cover->policy->policy;
  const GbDate days[] = { source->signed_, source->issued, source->published };
  const GbStatement *other = NULL;
  char text[GB_DATE_LENGTH];
  for (guint i = 0; i < cover->n; i++) {
    const GbStatement *words = &cover->statements[i];
    if (words->kind != kind)
      continue;
    if (date == words->phrase.when.first)
      return;
    /* A day below the name of the agency may be any of them. */
    for (guint k = 0; kind == GB_STATEMENT_SIGNED && k < G_N_ELEMENTS (days); k++)
      if (days[k] == words->phrase.when.first)
        return;
    other = words;
  }
  if (other == NULL || date == GB_DATE_NONE)
    return;
  const char *code;
  if (kind == GB_STATEMENT_SIGNED)
    code = "signed-differs";
  else if (kind == GB_STATEMENT_ISSUED)
    code = "issued-differs";
  else
    code = "published-differs";
  report (cover, code, key, gb_date_format (date, text), other);
}

static void
check_signed_missing (const Cover *cover)
{
  const GbPolicy *source = cover->policy->policy;
  if (source->signed_ != GB_DATE_NONE || source->issued != GB_DATE_NONE)
    return;
  for (guint i = 0; i < cover->n; i++)
    if (cover->statements[i].kind == GB_STATEMENT_SIGNED) {
      report (cover, "signed-missing", "signed", NULL, &cover->statements[i]);
      return;
    }
}

/* ---- repeals ---- */

static gboolean
is_named (const Cover *cover, const GbRelation *relation, const GbStatement *words)
{
  const GbPolicyCase *other = gb_links_related (cover->work, relation);
  const char *number = words->number != NULL ? words->number : words->words;
  return is_number (cover, relation->number, number)
         || is_title (cover, relation->title, words->words)
         || (other != NULL
             && (is_number (cover, other->policy->number, number)
                 || is_title (cover, other->policy->title, words->words)));
}

static void
check_repeal (const Cover *cover, const GbStatement *words)
{
  const GbPolicy *source = cover->policy->policy;
  const GbList *const lists[] = { &source->repeals, &source->replaces };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; k < lists[i]->length; k++)
      if (is_named (cover, GB_LIST_AT (GbRelation, *lists[i], k), words))
        return;
  gb_diagnostics_warning (cover->work->diagnostics, place_of (cover, "repeals"), "repeal-differs",
                          "by the text '%s' is repealed (%s:%u), but neither 'repeals' nor "
                          "'replaces' names it",
                          words->words, cover->policy->text_file, words->line);
}

void
gb_covers_check (GbWork *work, const GbPolicyCase *policy, const GbStatement *statements, guint n)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  const GbPolicy *source = policy->policy;
  const Cover cover = { work, policy, statements, n, arena };
  check_number (&cover);
  check_title (&cover);
  check_day (&cover, GB_STATEMENT_SIGNED, "signed", source->signed_);
  check_day (&cover, GB_STATEMENT_ISSUED, "issued", source->issued);
  check_day (&cover, GB_STATEMENT_PUBLISHED, "published", source->published);
  check_signed_missing (&cover);
  for (guint i = 0; i < n; i++)
    if (statements[i].kind == GB_STATEMENT_REPEAL)
      check_repeal (&cover, &statements[i]);
}
