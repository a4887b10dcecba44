#include "source/characters.h"

#include <string.h>

/* More than this many in one file say nothing new. */
#define REPORTED_MAX 10

typedef enum {
  FLAW_NONE,
  FLAW_ENCODING,
  FLAW_CONTROL, /* must not stand in a source file */
  FLAW_LOST,    /* from here on it may stand there: U+FFFD */
  FLAW_HIDDEN,  /* nobody sees it */
  FLAW_PRIVATE, /* only one font has it */
  N_FLAWS,
} Flaw;

static gboolean
is_tail (guchar byte)
{
  return (byte & 0xc0) == 0x80;
}

static Flaw
judge_two (const guchar *at)
{
  if (!is_tail (at[1]))
    return FLAW_ENCODING;
  if (at[0] == 0xc2)
    return at[1] < 0xa0    ? FLAW_CONTROL /* U+0080–U+009F */
           : at[1] == 0xad ? FLAW_HIDDEN  /* U+00AD */
                           : FLAW_NONE;
  return (at[0] == 0xcd && at[1] == 0x8f) || (at[0] == 0xd8 && at[1] == 0x9c) /* U+034F, U+061C */
           ? FLAW_HIDDEN
           : FLAW_NONE;
}

/* Of U+2000–U+207F, @at being the second byte. */
static Flaw
judge_general (const guchar *at)
{
  guint code = (at[0] & 0x3fu) << 6 | (at[1] & 0x3fu); /* from U+2000 */
  switch (code) {
  case 0x28: /* line separator */
  case 0x29: /* paragraph separator */
    return FLAW_CONTROL;
  default:
    return (code >= 0x0b && code <= 0x0f) || (code >= 0x2a && code <= 0x2e)
               || (code >= 0x60 && code <= 0x6f)
             ? FLAW_HIDDEN
             : FLAW_NONE;
  }
}

static Flaw
judge_three (const guchar *at)
{
  if (!is_tail (at[1]) || !is_tail (at[2]) || (at[0] == 0xe0 && at[1] < 0xa0)
      || (at[0] == 0xed && at[1] >= 0xa0))
    return FLAW_ENCODING;
  if (at[0] == 0xe2)
    return at[1] < 0x82 ? judge_general (at + 1) : FLAW_NONE;
  if (at[0] == 0xee || (at[0] == 0xef && at[1] < 0xa4))
    return FLAW_PRIVATE; /* U+E000–U+F8FF */
  if (at[0] != 0xef)
    return FLAW_NONE;
  if (at[1] == 0xbb && at[2] == 0xbf)
    return FLAW_CONTROL; /* U+FEFF */
  if (at[1] == 0xb7 && at[2] >= 0x90 && at[2] <= 0xaf)
    return FLAW_CONTROL; /* U+FDD0–U+FDEF, no characters */
  if (at[1] == 0xbf && at[2] >= 0xb9 && at[2] <= 0xbc)
    return FLAW_HIDDEN; /* U+FFF9–U+FFFC */
  if (at[1] == 0xbf && at[2] >= 0xbd)
    return at[2] == 0xbd ? FLAW_LOST : FLAW_CONTROL;
  return FLAW_NONE;
}

static Flaw
judge_four (const guchar *at)
{
  if (!is_tail (at[1]) || !is_tail (at[2]) || !is_tail (at[3]) || (at[0] == 0xf0 && at[1] < 0x90)
      || (at[0] == 0xf4 && at[1] >= 0x90))
    return FLAW_ENCODING;
  if (at[0] == 0xf3 && at[1] == 0xa0 && at[2] < 0x82)
    return FLAW_HIDDEN; /* tags, U+E0000–U+E007F */
  return (at[0] == 0xf3 && at[1] >= 0xb0) || at[0] == 0xf4 ? FLAW_PRIVATE : FLAW_NONE;
}

/* Sixteen bytes, compared with each other as signed numbers: so ASCII is above 0. */
typedef gint8 Bytes __attribute__ ((vector_size (16)));

static Bytes
load (const guchar *at)
{
  Bytes bytes;
  memcpy (&bytes, at, sizeof bytes);
  return bytes;
}

/* Which of them begin a character of three bytes. */
static Bytes
are_heads (Bytes bytes)
{
  return (bytes & (gint8)0xf0) == (gint8)0xe0;
}

/* Whether none of the sixteen bytes at @at needs a closer look: they are printable ASCII, line
 * ends, or of characters of three bytes that cannot be flawed.  Two bytes before and one behind are
 * read too; the last character may go on behind the sixteen. */
static gboolean
are_plain (const guchar *at)
{
  Bytes bytes = load (at);
  Bytes ascii = ((bytes > 0x1f) & (bytes < 0x7f)) | (bytes == '\n');
  /* Of what begins with EF only U+FF00–U+FF3F, the full-width punctuation. */
  Bytes head = ((bytes > (gint8)0xe2) & (bytes < (gint8)0xed))
               | ((bytes == (gint8)0xef) & (load (at + 1) == (gint8)0xbc));
  Bytes tail = bytes < (gint8)0xc0;
  Bytes due = are_heads (load (at - 1)) | are_heads (load (at - 2));
  Bytes good = (ascii | head | tail) & (tail == due);
  guint64 halves[2];
  memcpy (halves, &good, sizeof halves);
  return (halves[0] & halves[1]) == G_MAXUINT64;
}

/* From the character at @at, which is not the first, past most of those that need no closer look.
 */
static const guchar *
skip_plain (const guchar *at, const guchar *end)
{
  const guchar *from = at;
  while (end - at > (gssize)sizeof (Bytes) && are_plain (at))
    at += sizeof (Bytes);
  if (at == from)
    return at;
  /* Back to where the last of them begins: it may be cut short. */
  do
    at--;
  while (is_tail (*at));
  return at;
}

/* The first flaw at or after *@offset, which moves there, or to @length. */
static Flaw
find (const char *text, gsize length, gsize *offset)
{
  const guchar *start = (const guchar *)text;
  const guchar *at = start + *offset;
  const guchar *end = start + length;
  const guchar *plain = at + sizeof (Bytes); /* where it is worth while to try to skip */
  Flaw flaw = FLAW_NONE;
  while (at < end) {
    if (at >= plain) {
      at = skip_plain (at, end);
      plain = at + sizeof (Bytes);
    }
    guchar byte = *at;
    gsize size;
    if (byte < 0x80) {
      size = 1;
      if (G_UNLIKELY ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t')
                      || byte == 0x7f))
        flaw = FLAW_CONTROL;
    } else if (byte >= 0xe0 && byte < 0xf0) {
      size = 3;
      flaw = end - at < 3 ? FLAW_ENCODING : judge_three (at);
    } else if (byte >= 0xc2 && byte < 0xe0) {
      size = 2;
      flaw = end - at < 2 ? FLAW_ENCODING : judge_two (at);
    } else if (byte >= 0xf0 && byte < 0xf5) {
      size = 4;
      flaw = end - at < 4 ? FLAW_ENCODING : judge_four (at);
    } else {
      size = 1;
      flaw = FLAW_ENCODING;
    }
    if (G_UNLIKELY (flaw != FLAW_NONE))
      break;
    at += size;
  }
  *offset = (gsize)(at - start);
  return flaw;
}

/* Past the character at @offset, which is valid UTF-8. */
static gsize
next (const char *text, gsize offset)
{
  return (gsize)(g_utf8_next_char (text + offset) - text);
}

gboolean
gb_characters_find_control (const char *text, gsize length, gunichar *ret_character)
{
  Flaw flaw;
  for (gsize offset = 0; (flaw = find (text, length, &offset)) != FLAW_NONE;
       offset = next (text, offset)) {
    if (flaw == FLAW_CONTROL) {
      *ret_character = g_utf8_get_char (text + offset);
      return TRUE;
    }
  }
  return FALSE;
}

void
gb_characters_locate (const char *text, gsize offset, guint *ret_line, guint *ret_column)
{
  guint line = 1;
  guint column = 1;
  for (gsize i = 0; i < offset; i++) {
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == offset || text[i + 1] != '\n'))) {
      line++;
      column = 1;
    } else if (text[i] != '\r' && !is_tail ((guchar)text[i])) {
      column++;
    }
  }
  *ret_line = line;
  *ret_column = column;
}

/* Whether everything that is not ASCII is made of the pairs, or the fours, of GB 18030, and up to
 * @offset nothing is a Chinese character in UTF-8. */
static gboolean
is_gb18030 (const guchar *at, gsize length, gsize offset)
{
  gsize pairs = 0;
  for (gsize i = 0; i < offset; i++)
    if (at[i] >= 0xe0)
      return FALSE;
  for (gsize i = 0; i < length;) {
    if (at[i] < 0x80) {
      i++;
      continue;
    }
    if (i + 1 == length || at[i] == 0x80 || at[i] == 0xff)
      return FALSE;
    gboolean four = g_ascii_isdigit ((char)at[i + 1]);
    if (four ? i + 3 >= length || at[i + 2] < 0x81 || !g_ascii_isdigit ((char)at[i + 3])
             : at[i + 1] < 0x40 || at[i + 1] == 0x7f || at[i + 1] == 0xff)
      return FALSE;
    pairs++;
    i += four ? 4 : 2;
  }
  return pairs > 0;
}

static void
report_encoding (GbPlace place, const char *text, gsize length, gsize offset,
                 GbDiagnostics *diagnostics)
{
  guchar first = length > 0 ? (guchar)text[0] : 0;
  guchar second = length > 1 ? (guchar)text[1] : 0;
  if (offset == 0 && ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)))
    gb_diagnostics_error (diagnostics, place, "bad-utf8",
                          "the file is UTF-16; save it as UTF-8 without a byte order mark");
  else
    gb_diagnostics_error (diagnostics, place, "bad-utf8", "the byte 0x%02X is not UTF-8; %s",
                          (guint)(guchar)text[offset],
                          is_gb18030 ((const guchar *)text, length, offset)
                            ? "the file is GBK (GB 18030), so open it as that and save it as UTF-8"
                            : "if the file was saved as GBK or GB 18030, save it as UTF-8");
}

/* What Unicode calls it, in the words people search for; "" for what has no name of its own. */
static const char *
name_of (gunichar character)
{
  static const struct {
    gunichar character;
    const char *name;
  } names[] = {
    { 0x00ad, " soft hyphen" },
    { 0x034f, " combining grapheme joiner" },
    { 0x061c, " Arabic letter mark" },
    { 0x200b, " zero width space" },
    { 0x200c, " zero width non-joiner" },
    { 0x200d, " zero width joiner" },
    { 0x200e, " left-to-right mark" },
    { 0x200f, " right-to-left mark" },
    { 0x2028, " line separator" },
    { 0x2029, " paragraph separator" },
    { 0x202a, " left-to-right embedding" },
    { 0x202b, " right-to-left embedding" },
    { 0x202c, " pop directional formatting" },
    { 0x202d, " left-to-right override" },
    { 0x202e, " right-to-left override" },
    { 0x2060, " word joiner" },
    { 0x2066, " left-to-right isolate" },
    { 0x2067, " right-to-left isolate" },
    { 0x2068, " first strong isolate" },
    { 0x2069, " pop directional isolate" },
    { 0xfeff, " zero width no-break space, a byte order mark inside the file" },
    { 0xfffc, " object replacement character" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].character == character)
      return names[i].name;
  return "";
}

static void
report (Flaw flaw, GbPlace place, gunichar c, gboolean is_first, GbDiagnostics *diagnostics)
{
  const char *name = name_of (c);
  switch (flaw) {
  case FLAW_LOST:
    gb_diagnostics_warning (diagnostics, place, "lost-character",
                            "the character U+FFFD stands for one that was lost when the text was "
                            "converted; put the right one here");
    break;
  case FLAW_HIDDEN:
    gb_diagnostics_warning (diagnostics, place, "hidden-character",
                            "a character that nobody sees (U+%04X%s) %s; delete it", c, name,
                            (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
                              ? "may turn around the words behind it"
                              : "splits words for every search and copy");
    break;
  case FLAW_PRIVATE:
    gb_diagnostics_warning (diagnostics, place, "private-character",
                            "the character U+%04X is for private use: what it shows depends on "
                            "the font it was typed with; write the character that is meant",
                            c);
    break;
  default:
    if (c == 0xfeff && is_first)
      gb_diagnostics_error (diagnostics, place, "byte-order-mark",
                            "the file begins with a byte order mark; save it as UTF-8 without BOM");
    else if (c == 0x2028 || c == 0x2029)
      gb_diagnostics_error (diagnostics, place, "control-character",
                            "an invisible line separator (U+%04X); put an ordinary line break here",
                            c);
    else
      gb_diagnostics_error (diagnostics, place, "control-character",
                            "an invisible control character (U+%04X%s); delete it", c, name);
    break;
  }
}

/* Whether the joiner at @offset stands behind a letter of a script that is written with it, from
 * Arabic to Mongolian. */
static gboolean
joins_letters (const char *text, gsize offset)
{
  gunichar c = g_utf8_get_char (text + offset);
  if (offset == 0 || c < 0x200c || c > 0x200f)
    return FALSE;
  gunichar before = g_utf8_get_char (g_utf8_prev_char (text + offset));
  return before >= 0x0590 && before < 0x1900;
}

gboolean
gb_characters_check (const char *file, const char *text, gsize length, guint first_line,
                     GbDiagnostics *diagnostics)
{
  gboolean good = TRUE;
  guint n_reported[N_FLAWS] = { 0 };
  Flaw flaw;
  for (gsize offset = 0; (flaw = find (text, length, &offset)) != FLAW_NONE;
       offset = next (text, offset)) {
    if (flaw == FLAW_HIDDEN && joins_letters (text, offset))
      continue;
    good = good && flaw >= FLAW_LOST;
    if (flaw != FLAW_ENCODING && ++n_reported[flaw] > REPORTED_MAX)
      continue;
    GbPlace place = { .file = file };
    gb_characters_locate (text, offset, &place.line, &place.column);
    place.line += first_line - 1;
    if (flaw == FLAW_ENCODING) {
      report_encoding (place, text, length, offset, diagnostics);
      return FALSE;
    }
    report (flaw, place, g_utf8_get_char (text + offset), offset == 0 && first_line == 1,
            diagnostics);
  }
  return good;
}
