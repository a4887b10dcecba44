#include "text/head.h"

#include <string.h>

#include "text/glyph.h"
#include "text/sequence.h"

const char *
gb_head_words (cmark_node *block)
{
  const char *words = gb_inline_head (cmark_node_first_child (block));
  return words == NULL ? "" : words;
}

/* Whether @words begin an article that may stand here. */
static gboolean
begins_article (const GbDraft *draft, const char *words, gboolean heading)
{
  GbLabel label;
  return words != NULL && gb_label_read (words, strlen (words), heading, 0, &label)
         && label.kind == GB_LABEL_ARTICLE
         && gb_sequence_check (draft, &label) == GB_SEQUENCE_LABEL;
}

gboolean
gb_head_divides (const GbHead *head, const GbLabel *label)
{
  if (label->kind != GB_LABEL_ITEM && label->kind != GB_LABEL_SECTION)
    return FALSE;
  cmark_node *next = head->rest == NULL ? cmark_node_next (head->block) : NULL;
  const char *words = head->rest != NULL ? gb_inline_head (head->rest)
                      : next != NULL     ? gb_head_words (next)
                                         : NULL;
  gboolean heading = next != NULL && cmark_node_get_type (next) == CMARK_NODE_HEADING;
  return begins_article (head->draft, words, heading) && gb_sequence_divides (head->draft, label);
}

gboolean
gb_head_first_item (const GbInline *words, gsize from, GbLabel *ret_item)
{
  const char *text = words->text + from;
  if (!gb_label_read (text, words->length - from, FALSE, 0, ret_item)
      || ret_item->kind != GB_LABEL_ITEM || ret_item->number != 1
      || memmem (text, words->length - from, "二）", strlen ("二）")) != NULL
      || memmem (text, words->length - from, "二)", strlen ("二)")) != NULL)
    return FALSE;
  ret_item->start += from;
  ret_item->end += from;
  ret_item->next += from;
  return TRUE;
}

gboolean
gb_head_is_heading (const GbHead *head, const GbLabel *label)
{
  const GbInline *words = head->words;
  gsize rest = gb_label_skip_colon (words->text, words->length, label->next);
  gboolean caption = rest == words->length
                     || (gb_label_is_caption (words->text + rest, words->length - rest)
                         && !gb_glyph_is (words->text + words->length - 3, 3, "："));
  switch (label->kind) {
  case GB_LABEL_BOOK:
  case GB_LABEL_SUBBOOK:
  case GB_LABEL_CHAPTER:
  case GB_LABEL_DIVISION:
  case GB_LABEL_PART:
    return caption;
  case GB_LABEL_SECTION:
    return caption && (head->draft->article < 0 || gb_head_divides (head, label));
  case GB_LABEL_DIVIDER:
    return TRUE;
  case GB_LABEL_ITEM:
    return caption && gb_head_divides (head, label);
  default:
    return FALSE;
  }
}

/* Whether @label, as read from the head of the words, is one in the run of the numbers; says so
 * where it only looks like one, whose end *ret_doubt gets. */
static gboolean
is_in_sequence (const GbHead *head, GbLabel *label, gsize *ret_doubt)
{
  GbDraft *draft = head->draft;
  const GbInline *words = head->words;
  const char *label_words = words->text + label->start;
  int length = (int)(label->end - label->start);
  /* 第三条 on a line of its own. */
  if (words->breaks->len > 0 && g_array_index (words->breaks, guint, 0) == label->end)
    label->tight = FALSE;
  GbSequence found = gb_sequence_check (draft, label);
  if (found == GB_SEQUENCE_DOUBT) {
    *ret_doubt = label->end;
    gb_diagnostics_warning (draft->diagnostics,
                            gb_draft_place (draft, words->line, label_words, (gsize)length),
                            "unclear-label",
                            "a line that begins with '%.*s' is taken for a sentence, for it does "
                            "not follow the one before; put a space behind '%.*s' where it is a "
                            "label",
                            length, label_words, length, label_words);
  }
  return found == GB_SEQUENCE_LABEL;
}

gboolean
gb_head_label (const GbHead *head, GbLabel *label, gsize *ret_doubt)
{
  const GbInline *words = head->words;
  *ret_doubt = 0;
  if (!gb_label_read (words->text, words->length, FALSE, gb_inline_marked (words), label))
    return FALSE;
  /* 第一章规定了… is no heading, with whatever number. */
  if (label->tight && label->kind != GB_LABEL_ARTICLE && !gb_head_is_heading (head, label))
    return FALSE;
  if (!is_in_sequence (head, label, ret_doubt))
    return FALSE;
  /* 第一章 in front of a sentence is no chapter. */
  return label->kind < GB_LABEL_BOOK || label->kind > GB_LABEL_DIVISION
         || gb_head_is_heading (head, label);
}
