/* A text as its words alone, read from its HTML. */
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

/* What ends a run of words. */
static const guchar stops[256] = { ['<'] = 1, ['&'] = 1, [' '] = 1, ['\n'] = 1, ['\t'] = 1 };

/* Takes the run of words at @at, up to @end or the next tag, reference or white space. */
static const char *
take_words (Plain *plain, const char *at, const char *end)
{
  const char *stop = at;
  do
    stop++;
  while (stop < end && !stops[(guchar)*stop]);
  flush (plain);
  gb_append (plain->out, at, (gsize)(stop - at));
  return stop;
}

void
gb_text_plain (const GbText *text, GString *out)
{
  Plain plain = { .out = out, .start = out->len };
  const char *at = text->html;
  const char *end = at + text->html_length;
  while (at < end) {
    const char *close;
    if (*at == '<' && (close = memchr (at, '>', (gsize)(end - at))) != NULL) {
      gsize length = 0;
      while (at[1 + length] != ' ' && at + 1 + length < close)
        length++;
      take_tag (&plain, at + 1, length);
      at = close + 1;
    } else if (*at == '&') {
      flush (&plain);
      g_string_append_c (out, gb_markup_unescape (at, end, &at));
    } else if (!stops[(guchar)*at] || *at == '<') {
      at = take_words (&plain, at, end);
    } else if (plain.exact) {
      flush (&plain);
      g_string_append_c (out, *at++);
    } else {
      plain.gap = plain.gap || plain.breaks == 0;
      at++;
    }
  }
  if (out->len > plain.start && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}
