#include "text/listing.h"

#include "base/escape.h"
#include "text/glyph.h"
#include "text/toc.h"
#include "text/unit.h"

/* Notes that the HTML from @start on is @kind of line, called @title. */
static void
note (GbWalk *walk, GbReferenceKind kind, const GbDraftTarget *target, gsize title, gsize start)
{
  GbDraft *draft = walk->draft;
  const GbDraftReference line = {
    .target = *target,
    .kind = kind,
    .title = title,
    .scope = draft->scope,
    .text = draft->text,
    .part = draft->part,
    .line = walk->words.line,
    .start = start,
    .end = draft->html->len,
    .lenient = TRUE,
  };
  g_array_append_val (draft->references, line);
}

void
gb_listing_write_contents (GbWalk *walk, const GbMarker *marker)
{
  GbDraft *draft = walk->draft;
  const GbInline *words = &walk->words;
  GbLabel label = { .next = gb_glyph_spaces (words->text, words->length) };
  gb_walk_open_tag (draft, "p", 0, "toc", -1);
  gsize from = label.next;
  gsize bullet = gb_glyph_bullet (words->text + from, words->length - from);
  gb_escape_html (draft->html, words->text + from, (gssize)bullet);
  from += bullet;
  gsize start = draft->html->len;
  if (marker != NULL) {
    gb_walk_write_label (draft, -1, marker->label.kind, marker->words, marker->length, TRUE,
                         words->text + from, words->length - from);
    label.kind = marker->label.kind;
    label.number = marker->label.number;
  } else {
    (void)gb_label_read (words->text, words->length, TRUE, 0, &label);
  }
  gsize title = gb_label_skip_colon (words->text, words->length, label.next);
  gsize end = title + gb_toc_trim (words->text + title, words->length - title);
  const GbDraftTarget target = {
    .kind = label.kind,
    .number = label.number,
    .suffix = label.suffix,
    .sort = label.sort,
  };
  if (words->marks->len > 0) {
    draft->quoted = TRUE; /* 第一章 is no reference here */
    gb_inline_write (draft, &walk->words, from);
    draft->quoted = FALSE;
  } else {
    gb_escape_html (draft->html, words->text + from, (gssize)(MAX (from, end) - from));
    note (walk, GB_REFERENCE_CONTENTS, &target,
          gb_draft_title (draft, words->text + title, end > title ? end - title : 0), start);
    end = MAX (from, end);
    gb_escape_html (draft->html, words->text + end, (gssize)(words->length - end));
  }
  gb_append_literal (draft->html, "</p>\n");
}

/* What the words from @from on call an annex: 《甲》 is 甲; offset into the strings. */
static gsize
name_of (GbDraft *draft, const GbInline *words, gsize from)
{
  gsize end = words->length - gb_glyph_spaces_before (words->text + words->length, words->text);
  if (end > from && words->text[end - 1] == '.')
    end--;
  if (end > from + 2 * GB_GLYPH_BYTES && gb_glyph_is (words->text + from, GB_GLYPH_BYTES, "《")
      && gb_glyph_is (words->text + end - GB_GLYPH_BYTES, GB_GLYPH_BYTES, "》")) {
    from += GB_GLYPH_BYTES;
    end -= GB_GLYPH_BYTES;
  }
  return gb_draft_title (draft, words->text + from, end > from ? end - from : 0);
}

void
gb_listing_write_entry (GbWalk *walk, gsize from, const GbDraftTarget *target,
                        const GbMarker *marker)
{
  GbDraft *draft = walk->draft;
  GbInline *words = &walk->words;
  gb_walk_open_tag (draft, "p", 0, "annexes", -1);
  if (marker != NULL)
    gb_walk_write_label (draft, -1, marker->label.kind, marker->words, marker->length, TRUE,
                         words->text, words->length);
  gb_escape_html (draft->html, words->text, (gssize)from);
  guint known = draft->mentions->len + draft->references->len;
  gsize start = draft->html->len;
  gb_inline_write (draft, words, from);
  /* What is a link already becomes none to the annex; it is listed all the same. */
  if (words->marks->len > 0 || draft->mentions->len + draft->references->len > known)
    start = draft->html->len;
  draft->listed = TRUE;
  if (from < words->length)
    note (walk, GB_REFERENCE_ENTRY, target, name_of (draft, words, from), start);
  gb_append_literal (draft->html, "</p>\n");
}
