#include "text/heading.h"

#include "text/glyph.h"
#include "text/head.h"
#include "text/quotation.h"
#include "text/sequence.h"
#include "text/unit.h"

/* The words read as a heading without a label; @unit: whose id it bears, or -1. */
static void
write_plain_heading (GbWalk *walk, guint level, int unit)
{
  gb_walk_open_tag (walk->draft, "h", level, NULL, unit);
  gb_inline_write (walk->draft, &walk->words, 0);
  gb_walk_close_heading (walk->draft, level);
}

void
gb_heading_read (GbWalk *walk, cmark_node *block)
{
  walk->words.bare = TRUE;
  gb_inline_read (walk->draft, &walk->words, cmark_node_first_child (block),
                  gb_walk_line (walk, block), NULL, NULL);
  walk->words.bare = FALSE;
  walk->role = gb_line_role (block);
  walk->block = block;
}

void
gb_heading_write_title (GbWalk *walk)
{
  const GbInline *words = &walk->words;
  int unit = gb_unit_open_title (walk->draft, words->text, words->length, words->line);
  walk->draft->amending = gb_quotation_amends (words->text, words->length);
  write_plain_heading (walk, 2, unit);
}

void
gb_heading_write_annex_title (GbWalk *walk)
{
  GbDraft *draft = walk->draft;
  GbDraftFrame *annex = gb_draft_top (draft);
  gb_draft_unit (draft, annex->unit)->title
    = gb_draft_title (draft, walk->words.text, walk->words.length);
  gb_append_literal (draft->html, "　");
  gb_inline_write (draft, &walk->words, gb_glyph_spaces (walk->words.text, walk->words.length));
  gb_walk_close_heading (draft, annex->heading);
}

void
gb_heading_write_unit (GbWalk *walk, const GbLabel *label, guint markup)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  int unit = gb_walk_open_unit (walk, label, TRUE, markup, TRUE, 0);
  if (unit < 0)
    return;
  guint level = gb_draft_top (draft)->heading;
  if (label->kind == GB_LABEL_ARTICLE || label->kind == GB_LABEL_ANNEX) {
    gb_walk_open_tag (draft, "section", 0, label->kind == GB_LABEL_ANNEX ? "annex" : "article",
                      unit);
    gb_walk_open_tag (draft, "h", level, NULL, -1);
  } else {
    gb_walk_open_tag (draft, "h", level, NULL, unit);
  }
  gsize head = gb_glyph_spaces (words->text, words->length);
  gb_walk_write_label (draft, unit, label->kind, words->text + head, label->end - head,
                       label->next > label->end, words->text + label->next,
                       words->length - label->next);
  gb_inline_write (draft, words, label->next);
  if (walk->role != GB_LINE_ANNEX_ABOVE)
    gb_walk_close_heading (draft, level);
}

void
gb_heading_write (GbWalk *walk, guint markup)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  gboolean covered
    = draft->scope >= 0 && gb_draft_unit (draft, draft->scope)->unit.kind == GB_UNIT_COVER;
  if (walk->role == GB_LINE_NOTICE && covered) { /* no annex has begun before it */
    gb_draft_unit (draft, draft->scope)->title = gb_draft_title (draft, words->text, words->length);
    draft->amending = gb_quotation_amends (words->text, words->length);
    write_plain_heading (walk, 2, -1);
    return;
  }
  if (walk->role == GB_LINE_TITLE) {
    gb_heading_write_title (walk);
    return;
  }
  GbLabel label;
  const GbHead head = { draft, words, NULL, walk->block };
  if (gb_label_read (words->text, words->length, TRUE, 0, &label)
      && gb_sequence_check (draft, &label) == GB_SEQUENCE_LABEL) {
    if (label.kind == GB_LABEL_ITEM && gb_head_divides (&head, &label))
      label.kind = GB_LABEL_DIVIDER;
    gb_heading_write_unit (walk, &label, markup);
    return;
  }
  int unit = gb_walk_open_unit (walk, NULL, TRUE, markup, TRUE, 0);
  if (unit >= 0)
    write_plain_heading (walk, gb_draft_top (draft)->heading, unit);
}
