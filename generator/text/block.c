#include "text/block.h"

#include "base/escape.h"
#include "text/annex.h"
#include "text/heading.h"
#include "text/listing.h"
#include "text/paragraph.h"
#include "text/quotation.h"
#include "text/table.h"
#include "text/title.h"
#include "text/toc.h"
#include "text/unit.h"

static void write_blocks (GbWalk *walk, cmark_node *first, GbWhere where);

static void
write_heading (GbWalk *walk, cmark_node *block, GbWhere where)
{
  GbDraft *draft = walk->draft;
  GbLabel label;
  gb_heading_read (walk, block);
  if (where.quoted || where.nesting > 0) {
    gb_append_literal (draft->html, "<p><strong>");
    gb_inline_write (draft, &walk->words, 0);
    gb_append_literal (draft->html, "</strong></p>\n");
  } else if (walk->role == GB_LINE_CONTENTS) {
    gb_listing_write_contents (walk, NULL);
  } else if (walk->role == GB_LINE_ANNEX_TITLE) {
    gb_heading_write_annex_title (walk);
  } else if (walk->role == GB_LINE_ENTRY
             && gb_label_read (walk->words.text, walk->words.length, TRUE, 0, &label)) {
    gb_paragraph_write_entry (walk, &label);
  } else {
    gb_heading_write (walk, (guint)cmark_node_get_heading_level (block));
  }
}

/* -- lists -- */

static void
write_numbered_list (GbWalk *walk, cmark_node *list, GbWhere where)
{
  int index = 0;
  for (cmark_node *item = cmark_node_first_child (list); item != NULL;
       item = cmark_node_next (item), index++) {
    GbMarker marker = gb_line_marker (walk->draft, list, item, index);
    cmark_node *child = cmark_node_first_child (item);
    if (child != NULL && cmark_node_get_type (child) == CMARK_NODE_PARAGRAPH) {
      gb_paragraph_write (walk, child, &marker, where);
      child = cmark_node_next (child);
    } else {
      gb_paragraph_write_empty (walk, item, &marker, where);
    }
    GbWhere inside = where;
    inside.nesting++;
    write_blocks (walk, child, inside);
  }
}

static void
write_bullet_list (GbWalk *walk, cmark_node *list)
{
  GbDraft *draft = walk->draft;
  GString *html = draft->html;
  gboolean tight = cmark_node_get_list_tight (list) != 0;
  GbWhere inside = { .quoted = TRUE };
  gb_append_literal (html, "<ul>\n");
  for (cmark_node *item = cmark_node_first_child (list); item != NULL;
       item = cmark_node_next (item)) {
    gb_append_literal (html, "<li>");
    cmark_node *child = cmark_node_first_child (item);
    while (tight && child != NULL && cmark_node_get_type (child) == CMARK_NODE_PARAGRAPH) {
      gb_inline_read (draft, &walk->words, cmark_node_first_child (child),
                      gb_walk_line (walk, child), NULL, NULL);
      gb_inline_write (draft, &walk->words, 0);
      child = cmark_node_next (child);
    }
    write_blocks (walk, child, inside);
    gb_append_literal (html, "</li>\n");
  }
  gb_append_literal (html, "</ul>\n");
}

static void
write_list (GbWalk *walk, cmark_node *list, GbWhere where)
{
  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    write_numbered_list (walk, list, where);
  else
    write_bullet_list (walk, list);
}

/* -- the rest -- */

static void
write_code (GbWalk *walk, cmark_node *block)
{
  GbDraft *draft = walk->draft;
  const char *info = cmark_node_get_fence_info (block);
  const char *literal = cmark_node_get_literal (block);
  guint line = gb_walk_line (walk, block);
  if (strcspn (info, " \t") == strlen ("table") && g_str_has_prefix (info, "table")) {
    gb_draft_set_table (draft, (guint)cmark_node_get_start_line (block),
                        (guint)cmark_node_get_end_line (block));
    gb_sheet_write (draft, &walk->words, literal, line + 1);
    return;
  }
  gsize length;
  const char *source = gb_draft_line (draft, (guint)cmark_node_get_start_line (block), &length);
  gsize at = strspn (source, " \t>");
  if (at < length && source[at] != '`' && source[at] != '~')
    gb_diagnostics_warning (draft->diagnostics, (GbPlace){ draft->file, line, 1 }, "indented-text",
                            "four spaces at the head of a line make it code, which is shown as it "
                            "is; take them away%s",
                            draft->body->page ? ", or put it between ``` lines" : "");
  gb_append_literal (draft->html, "<pre><code>");
  gb_escape_html (draft->html, literal, -1);
  gb_append_literal (draft->html, "</code></pre>\n");
}

static void
write_block (GbWalk *walk, cmark_node *block, GbWhere where)
{
  GbDraft *draft = walk->draft;
  switch (cmark_node_get_type (block)) {
  case CMARK_NODE_PARAGRAPH:
    gb_paragraph_write (walk, block, NULL, where);
    break;
  case CMARK_NODE_HEADING:
    write_heading (walk, block, where);
    break;
  case CMARK_NODE_LIST:
    write_list (walk, block, where);
    break;
  case CMARK_NODE_BLOCK_QUOTE:
    gb_append_literal (draft->html, "<blockquote>\n");
    write_blocks (walk, cmark_node_first_child (block), (GbWhere){ .quoted = TRUE });
    gb_append_literal (draft->html, "</blockquote>\n");
    break;
  case CMARK_NODE_CODE_BLOCK:
    write_code (walk, block);
    break;
  case CMARK_NODE_HTML_BLOCK:
    draft->refused = TRUE;
    gb_diagnostics_error (draft->diagnostics,
                          (GbPlace){ draft->file, gb_walk_line (walk, block), 1 }, "raw-html",
                          "HTML is not allowed in the text; write it in Markdown, or '\\<' for "
                          "the character");
    break;
  case CMARK_NODE_THEMATIC_BREAK:
    if (!where.quoted && where.nesting == 0)
      gb_unit_close_text (draft);
    gb_append_literal (draft->html, "<hr>\n");
    break;
  default:
    break;
  }
}

static void
write_blocks (GbWalk *walk, cmark_node *first, GbWhere where)
{
  for (cmark_node *block = first; block != NULL; block = cmark_node_next (block))
    write_block (walk, block, where);
}

/* Finds out what each line is for.  TRUE: a covering notice stands before the text. */
static gboolean
lay_out (GbDraft *draft, cmark_node *document)
{
  GbLines lines;
  gb_line_init (&lines, draft, document);
  if (!draft->body->page) {
    gb_quotation_mark (draft, &lines);
    gb_toc_mark (&lines);
  }
  gb_title_mark (&lines);
  gb_annex_mark (&lines);
  gb_line_seal (&lines);
  gboolean noticed = FALSE;
  for (guint i = 0; !noticed && i < lines.lines->len; i++)
    noticed = gb_line_at (&lines, i)->role == GB_LINE_NOTICE;
  gb_line_done (&lines);
  return noticed;
}

void
gb_block_write (GbDraft *draft, cmark_node *document)
{
  GbWalk walk = { .draft = draft };
  gb_inline_init (&walk.words);
  if (lay_out (draft, document)) {
    int cover = gb_unit_open_cover (draft, draft->body->first_line);
    gb_walk_open_tag (draft, "section", 0, "cover", cover);
    g_string_append_c (draft->html, '\n');
  }
  write_blocks (&walk, cmark_node_first_child (document), (GbWhere){ 0 });
  gb_unit_close (draft, 0);
  gb_inline_done (&walk.words);
}
