#include "text/quotation.h"

#include "text/scan.h"

#define LINES_MAX 1000 /* of one quotation */

/* The next quotation mark from @at on, or @length. */
static gsize
next_mark (const char *text, gsize at, gsize length)
{
  const guchar *b = (const guchar *)text + at;
  const guchar *end = (const guchar *)text + length;
  while (b < end) {
    if (b[0] < 0x80) {
      if (b[0] == '"')
        break;
      b++;
      continue;
    }
    /* “ ” 「 」 */
    if (b[0] <= 0xe3 && end - b >= 3 && b[1] == 0x80
        && ((b[0] == 0xe2 && (b[2] & 0xfe) == 0x9c) || (b[0] == 0xe3 && (b[2] & 0xfe) == 0x8c)))
      break;
    b += b[0] < 0xe0 ? 2 : b[0] < 0xf0 ? 3 : 4;
  }
  return MIN (length, (gsize)((const char *)b - text));
}

/* 1 where the mark at @at opens, -1 where it closes; *@ret_end: behind it.  A straight mark opens
 * what is not open. */
static int
read_mark (const char *text, gsize at, gboolean open, gsize *ret_end)
{
  gboolean straight = text[at] == '"';
  *ret_end = at + (straight ? 1 : GB_GLYPH_BYTES);
  return (straight ? open : (text[at + 2] & 1) != 0) ? -1 : 1;
}

int
gb_quotation_depth (const char *text, gsize from, gsize to, int depth)
{
  for (gsize at = from; (at = next_mark (text, at, to)) < to;) {
    depth += read_mark (text, at, depth > 0, &at);
    depth = MAX (0, depth);
  }
  return depth;
}

typedef struct {
  int depth;
  gsize opening; /* offset of the mark that opened it */
  gboolean led;  /* that mark stands at the head of its line or behind a colon or 修改为 */
} State;

static gboolean
is_led (const GbLine *line, gsize at)
{
  at -= gb_glyph_spaces_before (line->words + at, line->words);
  gsize size;
  gunichar before = gb_glyph_before (line->words + at, line->words, &size);
  return size == 0 || before == GB_GLYPH ("：") || before == ':' || before == GB_GLYPH ("为");
}

static State
read_line (const GbLine *line)
{
  State state = { 0 };
  gsize end;
  for (gsize at = 0; (at = next_mark (line->words, at, line->length)) < line->length; at = end) {
    int step = read_mark (line->words, at, state.depth > 0, &end);
    if (step > 0 && state.depth == 0)
      state.opening = at;
    state.depth = MAX (0, state.depth + step);
  }
  state.led = state.depth > 0 && is_led (line, state.opening);
  return state;
}

gsize
gb_quotation_opening (const char *text, gsize length)
{
  gsize at = gb_glyph_spaces (text, length);
  gsize end;
  return at < length && next_mark (text, at, MIN (length, at + GB_GLYPH_BYTES)) == at
             && read_mark (text, at, FALSE, &end) > 0
           ? end
           : 0;
}

static gboolean
ends_with_mark (const GbLine *line)
{
  gsize length = line->length - gb_glyph_spaces_before (line->words + line->length, line->words);
  gsize size;
  gunichar last = gb_glyph_before (line->words + length, line->words, &size);
  if (gb_glyph_is_stop (last) || last == GB_GLYPH ("，"))
    last = gb_glyph_before (line->words + length - size, line->words, &size);
  return last == GB_GLYPH ("”") || last == GB_GLYPH ("」") || last == '"';
}

/* The depth at the end of @line, which begins inside a quotation of @depth. */
static int
depth_behind (const GbLine *line, int depth)
{
  gsize behind = gb_quotation_opening (line->words, line->length);
  State state = read_line (line);
  /* “甲”，是指…: words in marks at its head.  Otherwise a mark there opens the quotation again. */
  if (behind > 0 && state.depth == 0 && !ends_with_mark (line))
    return depth;
  depth = behind > 0 ? 1 : depth;
  for (gsize at = behind;
       depth > 0 && (at = next_mark (line->words, at, line->length)) < line->length;)
    depth += read_mark (line->words, at, TRUE, &at);
  return depth;
}

/* Whether @line goes on with the instructions of which @first is one: so what that opened must
 * have ended. */
static gboolean
is_next_instruction (const GbLine *first, const GbLine *line)
{
  static const char *const words[]
    = { "修改为", "改为", "增加", "删去", "删除", "作为第", "本决定" };
  if (first->label.kind == GB_LABEL_NONE || line->label.kind != first->label.kind
      || line->label.number != first->label.number + 1)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (memmem (line->words, line->length, words[i], strlen (words[i])) != NULL)
      return TRUE;
  return FALSE;
}

/* The line whose instruction opens a quotation at line @index: that one, or one above it. */
static const GbLine *
find_instruction (const GbLines *lines, guint index)
{
  const GbLine *line = gb_line_at (lines, index);
  for (guint n = 0; n < 3 && index > 0 && line->label.kind == GB_LABEL_NONE; n++) {
    line = gb_line_at (lines, --index);
    if (line->role == GB_LINE_QUOTED)
      break;
  }
  return line;
}

/* The last line of the quotation that @lines opens at @first, FALSE in *ret_closed where it has no
 * closing mark; that is the line before the next instruction, or, where there is none, @first. */
static guint
find_end (const GbLines *lines, guint first, int depth, gboolean *ret_closed)
{
  guint limit = MIN (lines->lines->len, first + LINES_MAX);
  const GbLine *instruction = find_instruction (lines, first);
  *ret_closed = FALSE;
  for (guint i = first + 1; i < limit; i++) {
    const GbLine *line = gb_line_at (lines, i);
    if (line->markup > 0)
      break;
    if (is_next_instruction (instruction, line))
      return i - 1;
    depth = depth_behind (line, depth);
    *ret_closed = depth == 0;
    if (depth == 0)
      return i;
  }
  return first;
}

static void
warn_unclosed (GbDraft *draft, const GbLine *line, gsize opening)
{
  gsize size = opening;
  for (guint n = 0; n < 8 && size < line->length; n++) {
    gsize bytes;
    (void)gb_glyph_read (line->words + size, line->length - size, &bytes);
    if (bytes == 0)
      break;
    size += bytes;
  }
  gb_diagnostics_warning (
    draft->diagnostics, gb_draft_place (draft, line->line, line->words + opening, size - opening),
    "unclosed-quotation",
    "the quotation that begins here is never closed; put its closing mark where it ends, for what "
    "it quotes is no part of this text");
}

/* “第十条　…: a quoted paragraph whose label stands behind the mark. */
static gboolean
quotes_unit (const GbLine *line)
{
  gsize behind = gb_quotation_opening (line->words, line->length);
  GbLabel label;
  return behind > 0 && line->markup == 0
         && gb_label_read (line->words + behind, line->length - behind, FALSE, 0, &label);
}

void
gb_quotation_mark (GbDraft *draft, GbLines *lines)
{
  guint unclosed = 0; /* the line behind a quotation without end */
  for (guint i = 0; i < lines->lines->len; i++) {
    GbLine *line = gb_line_at (lines, i);
    if (quotes_unit (line))
      line->role = GB_LINE_QUOTED;
    State state = { 0 };
    if (line->markup == 0)
      state = read_line (line);
    if (state.depth == 0 || !state.led)
      continue;
    gboolean closed;
    guint end = find_end (lines, i, state.depth, &closed);
    gboolean heads = gb_quotation_opening (line->words, line->length) > state.opening;
    if (!closed && !(heads && i > 0 && i == unclosed))
      warn_unclosed (draft, line, state.opening);
    unclosed = closed ? 0 : end + 1; /* where it may open again */
    if (heads && (closed || end > i))
      line->role = GB_LINE_QUOTED;
    for (guint j = i + 1; j <= end; j++)
      gb_line_at (lines, j)->role = GB_LINE_QUOTED;
    i = closed ? end - 1 : end; /* behind its end the line may open another one */
  }
}

gboolean
gb_quotation_amends (const char *words, gsize length)
{
  static const char *const ends[]
    = { "如下修改", "以下修改", "修改如下", "作出修改", "如下修订", "修订如下", "如下修正", NULL };
  length -= gb_glyph_spaces_before (words + length, words);
  const GbScan scan = { .text = words, .to = length };
  if (gb_scan_is_before (&scan, length, "决定"))
    return memmem (words, length, "关于修改", strlen ("关于修改")) != NULL
           || memmem (words, length, "关于修订", strlen ("关于修订")) != NULL;
  if (!gb_scan_is_before (&scan, length, "：") && !gb_scan_is_before (&scan, length, ":"))
    return FALSE;
  length -= words[length - 1] == ':' ? 1 : GB_GLYPH_BYTES;
  for (guint i = 0; ends[i] != NULL; i++)
    if (gb_scan_is_before (&scan, length, ends[i]))
      return TRUE;
  return FALSE;
}
