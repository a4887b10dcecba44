#include "text/remark.h"

#include "text/glyph.h"
#include "text/mask.h"

/* More of one kind in one text say nothing new. */
#define REPORTED_MAX 10
#define TORN_LENGTH 12 /* characters of a line that an extraction breaks, at least */
#define NOTE_BYTES 60  /* of the name of a footnote, at most */

/* One line, without the blanks at its ends. */
typedef struct {
  const char *start;
  gsize length;
  guint number; /* in the file */
  guint column; /* of start */
} Line;

typedef struct {
  GbDraft *draft;
  guint n_torn;
  Line open[REPORTED_MAX]; /* ends of paragraphs, torn where the one behind them is */
  guint n_open;
  Line last;       /* of the paragraph before, or of this one; length 0: there is none */
  gboolean parted; /* a blank line stands behind it */
  gboolean fenced; /* in a block of ``` */
  guint cells;     /* of the last rows with tabs; 0: the last line is none */
  guint rows;
  Line row; /* the first of them */
} Reader;

/* @characters: of three bytes each. */
static gboolean
is_one_of (gunichar c, const char *characters)
{
  for (; *characters != '\0'; characters += GB_GLYPH_BYTES)
    if (GB_GLYPH (characters) == c)
      return TRUE;
  return FALSE;
}

static GbPlace
place_in (const Reader *reader, const Line *line, gsize at)
{
  return (GbPlace){ reader->draft->file, line->number,
                    line->column + (guint)g_utf8_strlen (line->start, (gssize)at) };
}

/* -- torn lines -- */

static gboolean
has_stop (const Line *line)
{
  static const char *const stops[] = { "，", "。", "；" };
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (memmem (line->start, line->length, stops[i], GB_GLYPH_BYTES) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
begins_with_label (const Line *line)
{
  GbLabel label;
  return gb_label_read (line->start, line->length, FALSE, 0, &label);
}

static gboolean
is_markup (const Line *line)
{
  return *line->start == '#' || *line->start == '|' || *line->start == '!' || *line->start == '`';
}

/* Whether @line begins as no sentence and no caption does. */
static gboolean
goes_on (const Line *line)
{
  static const char *const words[] = { "的", "以及", "或者", "并且" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (line->length > strlen (words[i]) && memcmp (line->start, words[i], strlen (words[i])) == 0)
      return TRUE;
  return FALSE;
}

typedef enum {
  TEAR_NONE,
  TEAR_OPEN, /* where the next paragraph is torn too */
  TEAR_SURE,
} Tear;

/* Whether the sentence at the end of @line goes on in the next paragraph, @next.  A caption without
 * a stop is followed by a sentence too: so where no sign tells, there must be one inside the line.
 */
static Tear
judge (const Line *line, const Line *next)
{
  if (is_markup (line) || is_markup (next))
    return TEAR_NONE;
  gsize size;
  gunichar last = gb_glyph_before (line->start + line->length, line->start, &size);
  gunichar first = gb_glyph_read (next->start, next->length, &size);
  if (is_one_of (first, "，。；：、）》”！？"))
    return gb_glyph_is_han (last) || g_unichar_isalnum (last) ? TEAR_SURE : TEAR_NONE;
  if (gb_glyph_is_han (last) && goes_on (next))
    return TEAR_SURE;
  gboolean comma = is_one_of (last, "，、（《“〔");
  if ((!comma && !gb_glyph_is_han (last))
      || (!gb_glyph_is_han (first) && !is_one_of (first, "《“（")) || begins_with_label (next)
      || g_utf8_strlen (line->start, (gssize)line->length) < TORN_LENGTH)
    return TEAR_NONE;
  if (comma)
    return TEAR_SURE;
  if (!has_stop (line))
    return TEAR_NONE;
  gunichar end = gb_glyph_before (next->start + next->length, next->start, &size);
  return is_one_of (end, "。；") ? TEAR_SURE : gb_glyph_is_han (end) ? TEAR_OPEN : TEAR_NONE;
}

static void
report_torn (Reader *reader, const Line *line)
{
  if (reader->n_torn++ < REPORTED_MAX)
    gb_diagnostics_warning (reader->draft->diagnostics, place_in (reader, line, line->length),
                            "torn-line",
                            "the sentence breaks off here and goes on in the next paragraph, as "
                            "lines copied from a PDF do; join the two");
}

static void
read_torn (Reader *reader, const Line *line)
{
  if (reader->last.length == 0 || !reader->parted)
    return;
  Tear tear = judge (&reader->last, line);
  for (guint i = 0; tear == TEAR_SURE && i < reader->n_open; i++)
    report_torn (reader, &reader->open[i]);
  if (tear != TEAR_OPEN)
    reader->n_open = 0;
  else if (reader->n_open < REPORTED_MAX)
    reader->open[reader->n_open++] = reader->last;
  if (tear == TEAR_SURE)
    report_torn (reader, &reader->last);
}

/* -- tables with tabs -- */

/* Cells of a row parted by tabs; 0: it is none. */
static guint
count_cells (const Line *line)
{
  const char *tab = memchr (line->start, '\t', line->length);
  if (tab == NULL || *line->start == '|')
    return 0;
  guint cells = 1;
  guint filled = 0;
  const char *end = line->start + line->length;
  for (const char *cell = line->start;; cell = tab + 1, cells++) {
    tab = memchr (cell, '\t', (gsize)(end - cell));
    filled += gb_glyph_spaces (cell, (gsize)(end - cell)) == 0;
    if (tab == NULL)
      break;
  }
  return filled < 2 ? 0 : cells;
}

/* Two names or a label and its words may stand in two cells; what goes on is a table. */
static void
end_rows (Reader *reader)
{
  if (reader->rows >= (reader->cells > 2 ? 2 : 3))
    gb_diagnostics_warning (reader->draft->diagnostics, place_in (reader, &reader->row, 0),
                            "tabbed-table",
                            "the %u lines from here on are rows of cells parted by tabs, which the "
                            "page shows as one paragraph; write them as '| … | … |', with a line "
                            "'| --- | --- |' below the first",
                            reader->rows);
  reader->rows = 0;
  reader->cells = 0;
}

static void
read_row (Reader *reader, const Line *line)
{
  guint cells = count_cells (line);
  if (cells == 2 && begins_with_label (line))
    cells = 0;
  if (cells != reader->cells)
    end_rows (reader);
  if (cells == 0)
    return;
  if (reader->rows++ == 0)
    reader->row = *line;
  reader->cells = cells;
}

/* -- footnotes -- */

/* Whether [^…] at @at, with what is left of its line, is a footnote: its name is a word, or it is
 * the note itself, [^…]: at the head of a line.  Others are words: [^0-9]. */
static gboolean
is_footnote (const char *at, gsize left, gboolean head)
{
  const char *close = memchr (at, ']', MIN (left, NOTE_BYTES));
  if (close == NULL || close == at + 2)
    return FALSE;
  gsize behind = (gsize)(at + left - close) - 1;
  if (behind > 0 && close[1] == '(')
    return FALSE; /* a link */
  gboolean word = TRUE;
  gsize size;
  for (const char *c = at + 2; c < close; c += size) {
    gunichar character = gb_glyph_read (c, (gsize)(close - c), &size);
    if (gb_glyph_is_space (character))
      return FALSE;
    word = word && g_unichar_isalnum (character);
  }
  return word || (head && behind > 0 && close[1] == ':');
}

static void
report_footnote (const Reader *reader, const Line *line, const char *at)
{
  gsize length = (gsize)(strchr (at, ']') - at) + 1;
  gb_diagnostics_error (reader->draft->diagnostics,
                        place_in (reader, line, (gsize)(at - line->start)), "footnote",
                        "'%.*s' is a footnote of Markdown, which a text cannot have; write "
                        "（注1） here and the note as a paragraph of its own, 注1：…",
                        (int)length, at);
}

/* -- pictures -- */

/* Whether ![…] at @at, with what is left of its line, was meant for a picture and is words, as its
 * address has blanks or a title. */
static gboolean
is_unclear_picture (const GbDraft *draft, const char *at, gsize left)
{
  const char *end = at + left;
  const char *close = memchr (at, ']', left);
  return close != NULL && close + 1 < end && close[1] == '('
         && memchr (close, ')', (gsize)(end - close)) != NULL
         && draft->roles[at - draft->body->text] < GB_ROLE_MARKUP;
}

static void
read_brackets (Reader *reader, const Line *line)
{
  const char *end = line->start + line->length;
  for (const char *at = line->start; (at = memchr (at, '[', (gsize)(end - at))) != NULL; at++) {
    gsize left = (gsize)(end - at);
    gboolean head = at == line->start;
    if (left > 1 && at[1] == '^' && is_footnote (at, left, head))
      report_footnote (reader, line, at);
    else if (!head && at[-1] == '!' && is_unclear_picture (reader->draft, at - 1, left + 1))
      gb_diagnostics_warning (reader->draft->diagnostics,
                              place_in (reader, line, (gsize)(at - 1 - line->start)),
                              "unclear-picture",
                              "this is no picture but words, as it is written; write "
                              "'![words](file.png)', blanks in the name of the file as %%20, "
                              "without a title behind it");
  }
}

/* -- lines -- */

static void
read_line (Reader *reader, const Line *line)
{
  if (line->length == 0) {
    reader->parted = TRUE;
    return;
  }
  if (gb_glyph_is (line->start, line->length, "```"))
    reader->fenced = !reader->fenced;
  if (!reader->fenced) {
    read_torn (reader, line);
    read_row (reader, line);
  }
  reader->last = *line;
  reader->parted = FALSE;
}

void
gb_remark_check (GbDraft *draft)
{
  const GbBody *body = draft->body;
  Reader reader = { .draft = draft };
  gboolean brackets = memchr (body->text, '[', body->length) != NULL;
  const char *end = body->text + body->length;
  guint number = body->first_line;
  for (const char *at = body->text; at < end; number++) {
    const char *newline = memchr (at, '\n', (gsize)(end - at));
    const char *stop = newline == NULL ? end : newline;
    gsize blanks = gb_glyph_spaces (at, (gsize)(stop - at));
    Line line = {
      .start = at + blanks,
      .number = number,
      .column = 1 + (guint)g_utf8_strlen (at, (gssize)blanks),
    };
    line.length = (gsize)(stop - line.start);
    line.length -= gb_glyph_spaces_before (stop, line.start);
    read_line (&reader, &line);
    if (brackets)
      read_brackets (&reader, &line);
    at = stop + 1;
  }
  end_rows (&reader);
}
