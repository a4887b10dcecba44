#include "text/sequence.h"

#include <string.h>

/* What may be missing before a label without a gap. */
#define SLIP 2

/* The article that comes next, also where one is missing or stands twice, if all others of the text
 * have no gap either. */
static gboolean
is_next_article (const GbDraft *draft, const GbLabel *label)
{
  int last = draft->article_number;
  if (label->number == last + 1 && label->suffix == 0)
    return !label->thing || draft->tight;
  if (label->suffix > 0)
    return label->number == last && label->suffix == draft->article_suffix + 1;
  return draft->tight && !label->thing && label->number >= last && label->number <= last + SLIP;
}

/* How many of the first parts are those of the last 1.2.3. */
static guint
same_parts (const GbDraft *draft, const GbLabel *label)
{
  guint same = 0;
  while (same < label->n_parts && same < draft->n_parts && label->parts[same] == draft->parts[same])
    same++;
  return same;
}

int
gb_sequence_part_before (const GbDraft *draft, const GbLabel *label)
{
  guint same = same_parts (draft, label);
  return same == label->n_parts - 1 && draft->n_parts > same ? draft->parts[same] : 0;
}

/* 1.2 after 1.1, 1.1.1 after 1.1, 2.1 after 1.9 or under 2., and 1.1 anywhere. */
static gboolean
is_next_decimal (const GbDraft *draft, const GbLabel *label)
{
  guint n = label->n_parts;
  guint same = same_parts (draft, label);
  if (same == n - 1 && draft->n_parts >= n)
    return label->number > draft->parts[same] && label->number <= draft->parts[same] + SLIP;
  if (same == n - 1 && draft->n_parts == n - 1 && n > 2)
    return label->number == 1;
  if (n != 2 || label->number != 1)
    return FALSE;
  return label->parts[0] == 1 || label->parts[0] == draft->last[GB_LABEL_POINT]
         || (draft->n_parts > 0 && label->parts[0] == draft->parts[0] + 1);
}

/* Whether I. is the letter behind H. */
static gboolean
is_next_letter (const GbDraft *draft, const GbLabel *label)
{
  for (guint i = 0; i < draft->depth; i++)
    if (draft->stack[i].style == label->kind && draft->stack[i].last == label->number - 1)
      return TRUE;
  return FALSE;
}

GbSequence
gb_sequence_check (const GbDraft *draft, GbLabel *label)
{
  if (label->kind == GB_LABEL_DECIMAL)
    return is_next_decimal (draft, label) ? GB_SEQUENCE_LABEL : GB_SEQUENCE_SENTENCE;
  if (label->roman > 0 && label->kind != GB_LABEL_ROMAN && !is_next_letter (draft, label)) {
    label->kind = GB_LABEL_ROMAN;
    label->number = label->roman;
  }
  if (!label->tight)
    return GB_SEQUENCE_LABEL;
  gboolean next = label->kind == GB_LABEL_ARTICLE
                    ? is_next_article (draft, label)
                    : label->number == 1 || label->number == draft->last[label->kind] + 1;
  return next ? GB_SEQUENCE_LABEL : GB_SEQUENCE_DOUBT;
}

static const GbDraftFrame *
frame_of (const GbDraft *draft, int unit)
{
  for (guint i = draft->depth; i > 0; i--)
    if (draft->stack[i - 1].unit == unit)
      return &draft->stack[i - 1];
  return NULL;
}

gboolean
gb_sequence_divides (GbDraft *draft, const GbLabel *label)
{
  if (draft->article < 0)
    return TRUE;
  /* 申报材料 or …如下： goes on with its items. */
  if (!gb_draft_ends_with (draft, "。</p>\n"))
    return FALSE;
  const GbDraftFrame *article = frame_of (draft, draft->article);
  return article->style != label->kind || article->last != label->number - 1
         || draft->last[GB_LABEL_DIVIDER] == label->number - 1;
}

void
gb_sequence_add (GbDraft *draft, const GbLabel *label)
{
  draft->last[label->kind] = label->number;
  if (label->kind < GB_LABEL_DIVIDER && label->kind != GB_LABEL_ARTICLE)
    draft->last[GB_LABEL_DIVIDER] = 0;
  if (label->kind == GB_LABEL_ARTICLE) {
    draft->tight = label->tight;
    draft->n_parts = 0;
  } else if (label->kind == GB_LABEL_DECIMAL) {
    memcpy (draft->parts, label->parts, sizeof draft->parts);
    draft->n_parts = label->n_parts;
  }
}

gboolean
gb_sequence_runs_on (const GbDraft *draft, GbLabelKind style, int number)
{
  return draft->article < 0 && number == draft->last[style] + 1;
}
