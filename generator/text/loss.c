#include "text/loss.h"

#include "text/glyph.h"
#include "text/markup.h"
#include "text/mask.h"

/* The visible characters of HTML, one stretch after the other. */
typedef struct {
  const char *at; /* behind the stretch */
  const char *end;
  const char *words; /* the rest of the stretch */
  gsize length;
  char character;  /* what it is where it was a reference */
  gboolean tables; /* they are not passed over */
} Shown;

/* To the next stretch, past tags and tables; FALSE at the end. */
static gboolean
advance (Shown *shown)
{
  static const char table[] = "<div class=\"table\">";
  static const char table_end[] = "</div>";
  while (shown->length == 0) {
    gsize left = (gsize)(shown->end - shown->at);
    if (!shown->tables && gb_glyph_is (shown->at, left, table)) {
      const char *behind = memmem (shown->at, left, table_end, strlen (table_end));
      shown->at = behind == NULL ? shown->end : behind;
    }
    GbMarkup piece = gb_markup_next (&shown->at, shown->end);
    if (piece.kind == GB_MARKUP_END)
      return FALSE;
    if (piece.kind == GB_MARKUP_TAG)
      continue;
    shown->character = piece.character;
    shown->words = piece.kind == GB_MARKUP_CHARACTER ? &shown->character : piece.text;
    shown->length = piece.kind == GB_MARKUP_CHARACTER ? 1 : piece.length;
  }
  return TRUE;
}

static gsize
skip_hidden (const char *source, gsize at, gsize length, const guint8 *roles)
{
  for (;;) {
    gsize from = at;
    while (at < length && roles[at] >= GB_ROLE_MARKUP)
      at++;
    if (at < length)
      at += gb_glyph_spaces (source + at, length - at);
    if (at == from)
      return at;
  }
}

/* Where the two part; -1: nowhere. */
static gssize
find (const char *source, gsize length, const guint8 *roles, const char *html, gsize html_length)
{
  Shown shown = { .at = html, .end = html + html_length };
  gsize at = 0;
  for (;;) {
    at = skip_hidden (source, at, length, roles);
    gsize spaces;
    do {
      if (!advance (&shown))
        return at == length ? -1 : (gssize)at;
      spaces = gb_glyph_spaces (shown.words, shown.length);
      shown.words += spaces;
      shown.length -= spaces;
    } while (shown.length == 0);
    gsize n = 0;
    while (n + 8 <= shown.length && at + n + 8 <= length && gb_mask_is_text (roles + at + n)
           && memcmp (source + at + n, shown.words + n, 8) == 0)
      n += 8;
    while (n < shown.length && at + n < length && roles[at + n] < GB_ROLE_MARKUP
           && source[at + n] == shown.words[n])
      n++;
    while (n > 0 && n < shown.length && ((guchar)shown.words[n] & 0xc0) == 0x80)
      n--; /* characters that only begin alike */
    if (n == 0)
      return (gssize)at;
    at += n;
    shown.words += n;
    shown.length -= n;
  }
}

/* Bytes of a few words at @at. */
static gsize
measure (const char *at, gsize left)
{
  gsize n = 0;
  gsize size;
  for (guint i = 0; i < 12 && n < left && at[n] != '\n'; i++, n += size)
    if (gb_glyph_read (at + n, left - n, &size) == 0)
      break;
  return n;
}

/* Whether the two differ beyond white space. */
static gboolean
differs (const char *plain, gsize length, Shown *shown)
{
  gsize at = 0;
  for (;;) {
    at += gb_glyph_spaces (plain + at, length - at);
    if (!advance (shown))
      return at < length;
    gsize spaces = gb_glyph_spaces (shown->words, shown->length);
    gsize n = 0;
    while (spaces + n + 8 <= shown->length && at + n + 8 <= length
           && memcmp (plain + at + n, shown->words + spaces + n, 8) == 0)
      n += 8;
    while (spaces + n < shown->length && at + n < length
           && plain[at + n] == shown->words[spaces + n])
      n++;
    if (n == 0 && spaces == 0)
      return TRUE;
    at += n;
    shown->words += spaces + n;
    shown->length -= spaces + n;
  }
}

void
gb_loss_check_plain (GbDraft *draft, const GbText *text)
{
  if (draft->refused)
    return;
  g_autoptr (GString) plain = g_string_sized_new (text->html_length);
  gb_plain_text (text, plain);
  Shown shown = { .at = text->html, .end = text->html + text->html_length, .tables = TRUE };
  if (differs (plain->str, plain->len, &shown))
    gb_diagnostics_error (draft->diagnostics, (GbPlace){ draft->file, draft->body->first_line, 1 },
                          "text-not-conserved",
                          "the plain form of the text would not say what the page says");
}

void
gb_loss_check (GbDraft *draft, const char *source, gsize length, const guint8 *roles, gsize start,
               const GbPlace *cell)
{
  if (draft->refused)
    return;
  gssize at = find (source, length, roles, draft->html->str + start, draft->html->len - start);
  if (at < 0)
    return;
  gsize length_shown = measure (source + at, length - (gsize)at);
  GbPlace place = { draft->file, draft->body->first_line, 1 };
  if (cell != NULL)
    place = gb_draft_place_in (draft, *cell, source + at, length_shown);
  else
    gb_place_move (&place, source, (gsize)at);
  gb_diagnostics_error (draft->diagnostics, place, "text-not-conserved",
                        "from here on the page would not say what is written: '%.*s'; part these "
                        "words from the others by blank lines, or write them in another way",
                        (int)length_shown, source + at);
}
