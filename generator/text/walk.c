#include "text/walk.h"

#include "base/escape.h"
#include "text/glyph.h"
#include "text/unit.h"

guint
gb_walk_line (const GbWalk *walk, cmark_node *node)
{
  return (guint)cmark_node_get_start_line (node) + walk->draft->body->first_line - 1;
}

static gboolean
is_ordinal (GbLabelKind kind)
{
  return (kind >= GB_LABEL_BOOK && kind <= GB_LABEL_ARTICLE) || kind == GB_LABEL_ANNEX;
}

void
gb_walk_write_label (GbDraft *draft, int unit, GbLabelKind kind, const char *words, gsize length,
                     gboolean spaced, const char *rest, gsize rest_length)
{
  GString *html = draft->html;
  if (unit >= 0) {
    gb_append_literal (html, "<a class=\"num\" href=\"#");
    gb_append_text (html, gb_draft_anchor (draft, unit));
    gb_append_literal (html, "\">");
  }
  gb_escape_html (html, words, (gssize)length);
  if (unit >= 0)
    gb_append_literal (html, "</a>");
  if (!spaced || rest_length == 0)
    return;
  gsize size;
  if (is_ordinal (kind))
    gb_append_literal (html, "　");
  else if (!gb_glyph_is_wide (gb_glyph_read (rest, rest_length, &size)))
    g_string_append_c (html, ' ');
}

int
gb_walk_open_unit (GbWalk *walk, const GbLabel *label, gboolean titled, guint markup,
                   gboolean heading, guint nesting)
{
  const GbInline *words = &walk->words;
  gsize from = label == NULL ? 0 : gb_label_skip_colon (words->text, words->length, label->next);
  gsize end = words->length;
  if (label != NULL && titled) {
    end -= gb_glyph_spaces_before (words->text + end, words->text + from);
    if (end - from >= 3 && gb_glyph_is (words->text + end - 3, 3, "："))
      end -= 3;
    else if (end > from && words->text[end - 1] == ':')
      end--;
  }
  GbUnitDraft unit = {
    .label = label,
    .words = label == NULL ? NULL : words->text + label->start,
    .length = label == NULL ? 0 : label->end - label->start,
    .title = titled ? words->text + from : NULL,
    .title_length = titled ? end - from : 0,
    .markup = markup,
    .heading = heading,
    .nesting = nesting,
    .line = words->line,
  };
  return gb_unit_open (walk->draft, &unit);
}

void
gb_walk_open_tag (GbDraft *draft, const char *tag, guint level, const char *class, int unit)
{
  GString *html = draft->html;
  g_string_append_c (html, '<');
  gb_append_text (html, tag);
  if (level > 0)
    g_string_append_c (html, (char)('0' + level));
  if (class != NULL) {
    gb_append_literal (html, " class=\"");
    gb_append_text (html, class);
    g_string_append_c (html, '"');
  }
  if (unit >= 0) {
    gb_append_literal (html, " id=\"");
    gb_append_text (html, gb_draft_anchor (draft, unit));
    g_string_append_c (html, '"');
  }
  g_string_append_c (html, '>');
}

void
gb_walk_close_heading (GbDraft *draft, guint level)
{
  gb_append_literal (draft->html, "</h");
  g_string_append_c (draft->html, (char)('0' + level));
  gb_append_literal (draft->html, ">\n");
}
