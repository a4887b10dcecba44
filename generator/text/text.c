#include "text/text.h"

#include "text/block.h"
#include "text/draft.h"
#include "text/guard.h"
#include "text/loss.h"
#include "text/mask.h"
#include "text/memory.h"
#include "text/reference.h"
#include "text/remark.h"

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
  gb_remark_check (draft);
  cmark_parser *parser = cmark_parser_new_with_mem (CMARK_OPT_DEFAULT, gb_memory_begin ());
  cmark_parser_feed (parser, mask.text->str, mask.text->len);
  cmark_node *document = cmark_parser_finish (parser);
  gb_mask_lift (&mask, document);
  gb_block_write (draft, document);
  gb_memory_end ();
  gb_loss_check (draft, body->text, body->length, mask.roles, 0, NULL);
  draft->roles = NULL;
}

/* -- the end -- */

/* A reference whose target was found, and the bytes that links up to its end add. */
typedef struct {
  gsize start;
  gsize end;
  const char *anchor;
  gsize added;
} Link;

#define LINK_OPEN "<a class=\"ref\" href=\"#"
#define LINK_MIDDLE "\">"
#define LINK_CLOSE "</a>"
#define LINK_BYTES (sizeof (LINK_OPEN LINK_MIDDLE LINK_CLOSE) - 1)

/* Where offset @at of the draft's HTML is in the finished one: a link lies wholly before or after
 * what is asked for, or inside it. */
static gsize
moved (const GArray *links, gsize at)
{
  guint low = 0;
  guint high = links->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index (links, Link, middle).end <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low == 0 ? at : at + g_array_index (links, Link, low - 1).added;
}

static char *
splice (GbDraft *draft, const GArray *links, gsize *ret_length)
{
  const GString *html = draft->html;
  gsize length = html->len;
  if (links->len > 0)
    length += g_array_index (links, Link, links->len - 1).added;
  char *out = gb_arena_alloc (draft->arena, length + 1);
  char *to = out;
  gsize from = 0;
  for (guint i = 0; i < links->len; i++) {
    const Link *link = &g_array_index (links, Link, i);
    to = mempcpy (to, html->str + from, link->start - from);
    to = mempcpy (to, LINK_OPEN, sizeof LINK_OPEN - 1);
    to = mempcpy (to, link->anchor, strlen (link->anchor));
    to = mempcpy (to, LINK_MIDDLE, sizeof LINK_MIDDLE - 1);
    to = mempcpy (to, html->str + link->start, link->end - link->start);
    to = mempcpy (to, LINK_CLOSE, sizeof LINK_CLOSE - 1);
    from = link->end;
  }
  memcpy (to, html->str + from, html->len - from);
  *ret_length = length;
  return out;
}

/* Resolves the references and copies the result into the arena. */
static GbText *
finish (GbDraft *draft)
{
  g_autoptr (GArray) links
    = g_array_sized_new (FALSE, FALSE, sizeof (Link), draft->references->len);
  gsize added = 0;
  for (guint i = 0; i < draft->references->len; i++) {
    const GbDraftReference *reference = &g_array_index (draft->references, GbDraftReference, i);
    const char *anchor = gb_reference_resolve (draft, reference);
    if (anchor == NULL || reference->start == reference->end)
      continue;
    added += LINK_BYTES + strlen (anchor);
    Link link = { reference->start, reference->end, anchor, added };
    g_array_append_val (links, link);
  }

  GbText *text = gb_arena_new0 (draft->arena, GbText);
  text->html = splice (draft, links, &text->html_length);
  char *strings = gb_arena_alloc (draft->arena, draft->strings->len);
  memcpy (strings, draft->strings->str, draft->strings->len);
  GbUnit *units = gb_arena_newv (draft->arena, GbUnit, draft->units->len);
  for (guint i = 0; i < draft->units->len; i++) {
    const GbDraftUnit *made = gb_draft_unit (draft, (int)i);
    units[i] = made->unit;
    units[i].anchor = strings + made->anchor;
    units[i].label = strings + made->label;
    units[i].title = made->title == 0 ? NULL : strings + made->title;
    units[i].start = moved (links, made->unit.start);
    units[i].end = moved (links, made->unit.end);
  }
  GbMention *mentions = gb_arena_newv (draft->arena, GbMention, draft->mentions->len);
  for (guint i = 0; i < draft->mentions->len; i++) {
    const GbDraftMention *made = &g_array_index (draft->mentions, GbDraftMention, i);
    mentions[i] = made->mention;
    mentions[i].text = strings + made->text;
    mentions[i].anchor = made->anchor == 0 ? NULL : strings + made->anchor;
    mentions[i].start = moved (links, made->mention.start);
    mentions[i].end = moved (links, made->mention.end);
  }
  GbPicture *pictures = gb_arena_newv (draft->arena, GbPicture, draft->pictures->len);
  for (guint i = 0; i < draft->pictures->len; i++) {
    const GbDraftPicture *made = &g_array_index (draft->pictures, GbDraftPicture, i);
    pictures[i] = (GbPicture){ strings + made->file, made->place.line, made->place.column };
  }
  text->pictures = pictures;
  text->n_pictures = draft->pictures->len;
  text->units = units;
  text->n_units = draft->units->len;
  text->mentions = mentions;
  text->n_mentions = draft->mentions->len;
  text->n_articles = draft->n_articles;
  return text;
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
  GbText *text = finish (&draft);
  if (!body->page)
    gb_loss_check_plain (&draft, text);
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

const GbUnit *
gb_text_clause (const GbText *text, const char *anchor, int *ret_kuan)
{
  *ret_kuan = 0;
  const GbUnit *unit = gb_text_unit (text, anchor);
  if (unit != NULL)
    return unit;
  g_autofree char *article = gb_reference_split_kuan (anchor, ret_kuan);
  unit = article == NULL ? NULL : gb_text_unit (text, article);
  return unit != NULL && (unit->kuan >> *ret_kuan & 1) != 0 ? unit : NULL;
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

void
gb_text_place_pictures (const GbText *text, const char *const *hrefs, GString *html)
{
  static const char open[] = "<img src=\"";
  g_autoptr (GString) address = g_string_new (NULL);
  gsize at = 0;
  for (guint i = 0; i < text->n_pictures; i++) {
    at = (gsize)(strstr (html->str + at, open) - html->str) + strlen (open);
    gsize length = strcspn (html->str + at, "\"");
    if (hrefs[i] == NULL)
      continue;
    g_string_truncate (address, 0);
    gb_escape_html (address, hrefs[i], -1);
    g_string_erase (html, (gssize)at, (gssize)length);
    g_string_insert_len (html, (gssize)at, address->str, (gssize)address->len);
  }
}
