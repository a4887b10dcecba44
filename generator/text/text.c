#include "text/text.h"

#include "text/block.h"
#include "text/draft.h"
#include "text/guard.h"
#include "text/loss.h"
#include "text/mask.h"
#include "text/memory.h"

#include "base/append.h"
#include "base/escape.h"

static void
write_page (GbDraft *draft)
{
  cmark_parser *parser = cmark_parser_new_with_mem (CMARK_OPT_DEFAULT, gb_memory_begin ());
  cmark_parser_feed (parser, draft->body->text, draft->body->length);
  gb_block_write (draft, cmark_parser_finish (parser));
  gb_memory_end (); /* the parser and the tree */
}

static void
write_text (GbDraft *draft)
{
  const GbBody *body = draft->body;
  g_auto (GbMask) mask = { 0 };
  gb_mask_init (&mask, body->text, body->length, FALSE);
  gb_mask_report (&mask, draft, body->text, NULL);
  draft->roles = mask.roles;
  cmark_parser *parser = cmark_parser_new_with_mem (CMARK_OPT_DEFAULT, gb_memory_begin ());
  cmark_parser_feed (parser, mask.text->str, mask.text->len);
  cmark_node *document = cmark_parser_finish (parser);
  gb_mask_lift (&mask, document);
  gb_block_write (draft, document);
  gb_memory_end ();
  gb_loss_check (draft, body->text, body->length, mask.roles, 0, NULL);
  draft->roles = NULL;
}

GbText *
gb_text_parse (GbArena *arena, const char *file, const GbBody *body, GbDiagnostics *diagnostics)
{
  GbDraft draft;
  gb_draft_init (&draft, arena, file, body, diagnostics);
  if (body->text != NULL && gb_guard_check (file, body, diagnostics)) {
    if (body->page)
      write_page (&draft);
    else
      write_text (&draft);
  }
  GbText *text = gb_draft_finish (&draft);
  gb_draft_done (&draft);
  return text;
}

const GbUnit *
gb_text_unit (const GbText *text, const char *anchor)
{
  for (guint i = 0; i < text->n_units; i++)
    if (strcmp (text->units[i].anchor, anchor) == 0)
      return &text->units[i];
  return NULL;
}

/* The notes of the articles that end in the HTML from @at up to @end, *@next being the first unit
 * not yet written; returns how far the HTML is written with them. */
static gsize
write_notes (const GbText *text, const char *const *notes, guint *next, gsize at, gsize end,
             GString *out)
{
  for (; notes != NULL && *next < text->n_units; (*next)++) {
    const GbUnit *unit = &text->units[*next];
    if (unit->kind != GB_UNIT_ARTICLE || notes[*next] == NULL)
      continue;
    if (unit->end > end)
      break;
    gb_append (out, text->html + at, unit->end - at);
    g_string_append (out, notes[*next]);
    at = unit->end;
  }
  return at;
}

void
gb_text_write (const GbText *text, const char *const *hrefs, const char *const *notes, GString *out)
{
  gsize at = 0;
  guint next = 0;
  for (guint i = 0; i < text->n_mentions; i++) {
    if (hrefs == NULL || hrefs[i] == NULL)
      continue;
    const GbMention *mention = &text->mentions[i];
    at = write_notes (text, notes, &next, at, mention->start, out);
    gb_append (out, text->html + at, mention->start - at);
    g_string_append (out, "<a class=\"doc\" href=\"");
    gb_escape_html (out, hrefs[i], -1);
    g_string_append (out, "\">");
    gb_append (out, text->html + mention->start, mention->end - mention->start);
    g_string_append (out, "</a>");
    at = mention->end;
  }
  at = write_notes (text, notes, &next, at, text->html_length, out);
  gb_append (out, text->html + at, text->html_length - at);
}
