/* A text as its words alone, read from its HTML: laid out for people, as lines for search, in one
 * line for quotations. */
#include "text/glyph.h"
#include "text/markup.h"
#include "text/text.h"

#include "base/append.h"

#include <string.h>

typedef struct {
  GString *out;
  gsize start;     /* where the text begins in out */
  guint breaks;    /* newlines wanted before the next word */
  gboolean gap;    /* white space was read within a line */
  guint cell;      /* of the row, from 1; 0 outside a table */
  gboolean inside; /* a cell, whose lines stay one */
  gboolean exact;  /* <pre>: every space counts */
} Plain;

static void
want (Plain *plain, guint breaks)
{
  plain->breaks = MAX (plain->breaks, breaks);
  plain->gap = FALSE;
}

/* Breaks the line where that is wanted and something stands before it. */
static void
flush (Plain *plain)
{
  gboolean empty = plain->out->len == plain->start;
  if (plain->breaks > 0 && !empty && plain->out->str[plain->out->len - 1] == '\n')
    plain->breaks--; /* what was exact ended its own line */
  if (plain->breaks > 0 && !empty)
    for (guint i = 0; i < plain->breaks; i++)
      g_string_append_c (plain->out, '\n');
  else if (plain->gap && !empty)
    g_string_append_c (plain->out, ' ');
  plain->breaks = 0;
  plain->gap = FALSE;
}

static gboolean
is_tag (const char *name, gsize length, const char *wanted)
{
  return strlen (wanted) == length && memcmp (name, wanted, length) == 0;
}

static void
take_cell (Plain *plain, gboolean opens)
{
  plain->inside = opens;
  plain->gap = FALSE;
  if (!opens)
    return;
  if (plain->cell++ > 0) {
    flush (plain);
    g_string_append_c (plain->out, '\t');
  }
}

static void
take_tag (Plain *plain, const char *name, gsize length)
{
  gboolean opens = name[0] != '/';
  const char *bare = opens ? name : name + 1;
  gsize size = opens ? length : length - 1;
  if (is_tag (bare, size, "td") || is_tag (bare, size, "th")) {
    take_cell (plain, opens);
  } else if (plain->inside) {
    plain->gap = plain->gap || !gb_markup_is_inline (name, length) || is_tag (bare, size, "br");
  } else if (is_tag (bare, size, "tr")) {
    plain->cell = 0;
    want (plain, 1);
  } else if (is_tag (bare, size, "br")) {
    want (plain, 1);
  } else if (gb_markup_is_inline (name, length)) {
    return;
  } else if (is_tag (bare, size, "table") || is_tag (bare, size, "pre")
             || (opens && size == 2 && bare[0] == 'h' && g_ascii_isdigit (bare[1]))) {
    plain->exact = opens && is_tag (bare, size, "pre");
    want (plain, 2);
  } else {
    want (plain, 1);
    if (opens && is_tag (bare, size, "li")) {
      flush (plain);
      g_string_append (plain->out, "- ");
    }
  }
}

/* ---- a whole text, for people ---- */

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\n' || c == '\t';
}

static const char *
find_blank (const char *at, const char *end)
{
  static const char blanks[] = " \n\t";
  for (guint i = 0; i < strlen (blanks); i++) {
    const char *found = memchr (at, blanks[i], (gsize)(end - at));
    if (found != NULL)
      end = found;
  }
  return end;
}

static void
take_words (Plain *plain, const char *at, gsize length)
{
  const char *end = at + length;
  while (at < end) {
    if (is_blank (*at) && plain->exact) {
      flush (plain);
      g_string_append_c (plain->out, *at++);
      continue;
    }
    if (is_blank (*at)) {
      plain->gap = plain->gap || plain->breaks == 0;
      at++;
      continue;
    }
    const char *stop = find_blank (at, end);
    flush (plain);
    gb_append (plain->out, at, (gsize)(stop - at));
    at = stop;
  }
}

void
gb_plain_text (const GbText *text, GString *out)
{
  Plain plain = { .out = out, .start = out->len };
  const char *at = text->html;
  const char *end = at + text->html_length;
  for (GbMarkup piece; (piece = gb_markup_next (&at, end)).kind != GB_MARKUP_END;) {
    if (piece.kind == GB_MARKUP_TAG) {
      take_tag (&plain, piece.text, piece.length);
    } else if (piece.kind == GB_MARKUP_CHARACTER) {
      flush (&plain);
      g_string_append_c (out, piece.character);
    } else {
      take_words (&plain, piece.text, piece.length);
    }
  }
  if (out->len > plain.start && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}

/* ---- a range, for search: nothing between the words but the ends of blocks ---- */

void
gb_plain_lines (const GbText *text, gsize start, gsize end, GString *out)
{
  const char *at = text->html + start;
  const char *stop = text->html + end;
  for (GbMarkup piece; (piece = gb_markup_next (&at, stop)).kind != GB_MARKUP_END;) {
    if (piece.kind == GB_MARKUP_CHARACTER) {
      g_string_append_c (out, piece.character);
    } else if (piece.kind == GB_MARKUP_TAG) {
      if (!gb_markup_is_inline (piece.text, piece.length) && out->len > 0
          && out->str[out->len - 1] != '\n')
        g_string_append_c (out, '\n');
    } else {
      const char *last = piece.text + piece.length;
      for (const char *line = piece.text; line < last;) {
        const char *newline = memchr (line, '\n', (gsize)(last - line));
        const char *line_end = newline == NULL ? last : newline;
        gb_append (out, line, (gsize)(line_end - line));
        line = line_end + (newline != NULL);
      }
    }
  }
}

/* ---- a unit, for a quotation in one line ---- */

typedef struct {
  GString *out;
  gboolean gap; /* white space, or a tag that parts words, was read */
} Quotation;

static void
quote (Quotation *quotation, const char *text, gsize length)
{
  if (quotation->gap && quotation->out->len > 0)
    g_string_append_c (quotation->out, ' ');
  quotation->gap = FALSE;
  gb_append (quotation->out, text, length);
}

static void
quote_words (Quotation *quotation, const char *at, gsize length)
{
  const char *end = at + length;
  gsize size;
  for (gunichar c; (c = gb_glyph_read (at, (gsize)(end - at), &size)) != 0 && size > 0; at += size)
    if (gb_glyph_is_space (c))
      quotation->gap = TRUE;
    else
      quote (quotation, at, size);
}

char *
gb_plain_unit (const GbText *text, const GbUnit *unit)
{
  Quotation quotation = { .out = g_string_sized_new (unit->end - unit->start) };
  const char *at = text->html + unit->start;
  const char *end = text->html + unit->end;
  for (GbMarkup piece; (piece = gb_markup_next (&at, end)).kind != GB_MARKUP_END;) {
    if (piece.kind == GB_MARKUP_TAG)
      quotation.gap = quotation.gap || !gb_markup_is_inline (piece.text, piece.length);
    else if (piece.kind == GB_MARKUP_CHARACTER)
      quote (&quotation, &piece.character, 1);
    else
      quote_words (&quotation, piece.text, piece.length);
  }
  return g_string_free (quotation.out, FALSE);
}

/* ---- two texts ---- */

/* The words without white space, and the tags of pictures. */
static GString *
condense (const GbText *text)
{
  GString *out = g_string_sized_new (text->html_length);
  const char *at = text->html;
  const char *end = at + text->html_length;
  for (GbMarkup piece; (piece = gb_markup_next (&at, end)).kind != GB_MARKUP_END;) {
    if (piece.kind == GB_MARKUP_CHARACTER)
      g_string_append_c (out, piece.character);
    else if (piece.kind == GB_MARKUP_WORDS)
      for (gsize i = 0, size; i < piece.length; i += size) {
        gunichar c = gb_glyph_read (piece.text + i, piece.length - i, &size);
        if (!gb_glyph_is_space (c))
          gb_append (out, piece.text + i, size);
      }
    else if (is_tag (piece.text, piece.length, "img"))
      gb_append (out, piece.text, (gsize)(at - piece.text));
  }
  return out;
}

gboolean
gb_plain_is_same (const GbText *a, const GbText *b)
{
  g_autoptr (GString) left = condense (a);
  g_autoptr (GString) right = condense (b);
  return g_string_equal (left, right);
}
