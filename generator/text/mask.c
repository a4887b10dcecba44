#include "text/mask.h"

#include "text/glyph.h"
#include "text/label.h"

/* What is replaced by U+FDD0 and those after it. */
static const char signs[] = "*_`[]<>&\\#-+=~.)";

#define STAND_IN_HEAD "\xef\xb7"
#define STAND_IN_FIRST 0x90
/* Is dropped when the signs are put back: U+FDEF, between ** and punctuation, beside which cmark
 * takes ** for bold print only where a blank or punctuation is on its other side. */
#define NOTHING "\xef\xb7\xaf"

#define LABEL_BYTES 100 /* more than any has */
#define LINK_NESTING 32 /* brackets in an address; more are too many for cmark */

typedef struct {
  const char *text;
  guint8 *roles;
  GArray *doubts;
  GArray *brackets; /* gsize: open ones of the block */
  gboolean cell;
  gsize word_end;     /* of the last word with <: the > or blank behind it */
  gsize word_mark;    /* the last : or @ in it; 0: there is none */
  gsize block;        /* where the words of the block begin */
  guint lines;        /* of the block so far; 0: none is open */
  gboolean pairs;     /* it has signs that may stand in pairs */
  gboolean pipes;     /* it is a pipe table */
  gsize list;         /* column at which the words of the last numbered item begin */
  gboolean void_item; /* the last line is a number alone: a blank line would end its list */
  gboolean parted;    /* a blank line was the last one */
  gsize fence;        /* backticks that opened the table block; 0: none is open */
  gsize fence_column;
} Reader;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Bytes of blanks at @at; the columns they take are added to @column. */
static gsize
skip_blanks (const char *text, gsize at, gsize end, gsize *column)
{
  gsize n = 0;
  for (; at + n < end && is_blank (text[at + n]); n++)
    *column += text[at + n] == '\t' ? 4 - *column % 4 : 1;
  return n;
}

/* -- links and pictures -- */

/* Behind the address in brackets that begins at @at, as narrow as cmark reads it; 0: there is
 * none. */
static gsize
read_address (const char *text, gsize at, gsize end)
{
  if (at + 1 >= end || text[at] != '(' || text[at + 1] == '<')
    return 0;
  guint depth = 0;
  for (gsize i = at + 1; i < end; i++) {
    guchar c = (guchar)text[i];
    if (c <= ' ' || c == 0x7f || c == '\\')
      return 0;
    if (c == '(' && ++depth >= LINK_NESTING)
      return 0;
    if (c == ')' && depth-- == 0)
      return i == at + 1 || (i == at + 2 && text[at + 1] == '#') ? 0 : i + 1; /* of nothing */
  }
  return 0;
}

static void
hide_words (Reader *reader, gsize from, gsize to)
{
  for (gsize i = from; i < to; i++) {
    guint8 *role = &reader->roles[i];
    if (*role == GB_ROLE_SIGN)
      *role = GB_ROLE_QUIET;
    else if (*role == GB_ROLE_TEXT)
      *role = GB_ROLE_MARKUP;
  }
}

static gboolean
opens_picture (const Reader *reader, gsize at)
{
  return at > reader->block && reader->text[at - 1] == '!';
}

/* A link encloses words and pictures, a picture words alone. */
static void
close_bracket (Reader *reader, gsize at, gsize end)
{
  GArray *open = reader->brackets;
  if (open->len == 0)
    return;
  gsize start = g_array_index (open, gsize, open->len - 1);
  g_array_set_size (open, open->len - 1);
  gboolean picture = opens_picture (reader, start);
  gsize behind = read_address (reader->text, at + 1, end);
  gsize words = gb_glyph_spaces (reader->text + start + 1, at - start - 1);
  if (behind == 0 || (!picture && start + 1 + words == at))
    return;
  reader->roles[start] = GB_ROLE_MARKUP;
  memset (reader->roles + at, GB_ROLE_MARKUP, behind - at);
  if (picture) {
    reader->roles[start - 1] = GB_ROLE_MARKUP;
    hide_words (reader, start + 1, at);
  }
  guint kept = 0;
  for (guint i = 0; picture && i < open->len; i++) {
    gsize around = g_array_index (open, gsize, i);
    if (!opens_picture (reader, around))
      g_array_index (open, gsize, kept++) = around;
  }
  g_array_set_size (open, kept);
}

static void
read_links (Reader *reader, gsize end)
{
  g_array_set_size (reader->brackets, 0);
  for (gsize i = reader->block; i < end; i++) {
    if (reader->text[i] == '[' && reader->roles[i] == GB_ROLE_SIGN)
      g_array_append_val (reader->brackets, i);
    else if (reader->text[i] == ']' && reader->roles[i] == GB_ROLE_SIGN)
      close_bracket (reader, i, end);
  }
}

/* -- bold print -- */

typedef struct {
  gunichar before; /* ' ' at the ends of a line */
  gunichar after;
} Sides;

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c);
}

static gboolean
is_latin (gunichar c)
{
  return c < 0x80 && g_ascii_isalnum ((char)c);
}

static gboolean
opens_bracket (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);
  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* Brackets and quotation marks that close, and what parts sentences and their members. */
static gboolean
closes_words (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);
  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION
         || gb_glyph_is_stop (c) || c == GB_GLYPH ("，") || c == GB_GLYPH ("、") || c == ','
         || c == '.';
}

static Sides
sides_of (const Reader *reader, gsize at, gsize n, gsize end)
{
  gsize size;
  Sides sides = {
    .before = gb_glyph_before (reader->text + at, reader->text + reader->block, &size),
    .after = gb_glyph_read (reader->text + at + n, end - at - n, &size),
  };
  if (sides.before == 0 || gb_glyph_is_space (sides.before))
    sides.before = ' ';
  if (sides.after == 0 || gb_glyph_is_space (sides.after))
    sides.after = ' ';
  return sides;
}

static gboolean
can_open (const Sides *sides)
{
  return sides->after != ' ' && !closes_words (sides->after)
         && !(is_latin (sides->before) && is_latin (sides->after));
}

static gboolean
can_close (const Sides *sides)
{
  return sides->before != ' ' && !opens_bracket (sides->before)
         && !(is_latin (sides->before) && is_latin (sides->after));
}

/* Whether what stands at @at is the head of words: nothing, a blank or a label is before it. */
static gboolean
is_head (const Reader *reader, gsize at, const Sides *sides)
{
  if (sides->before == ' ')
    return TRUE;
  gsize start = at;
  while (start > reader->block && at - start < LABEL_BYTES && reader->text[start - 1] != '\n')
    start--;
  GbLabel label;
  return at - start < LABEL_BYTES
         && gb_label_read (reader->text + start, at - start, FALSE, 0, &label)
         && label.next == at - start;
}

/* The last ** that could begin bold print. */
typedef struct {
  gsize at;
  gsize n; /* asterisks; 0: there is none */
  Sides sides;
} Opening;

static void
doubt (Reader *reader, GbMaskDoubtKind kind, gsize start, gsize end)
{
  GbMaskDoubt made = { kind, start, end };
  g_array_append_val (reader->doubts, made);
}

/* Nothing closes it. */
static void
leave_open (Reader *reader, Opening *opening)
{
  if ((opening->n == 2 || opening->n == 3) && !is_letter (opening->sides.before)
      && is_letter (opening->sides.after))
    doubt (reader, GB_MASK_ALONE, opening->at, opening->at + opening->n);
  opening->n = 0;
}

/* What stands between names, and does not end bold print in the middle of a sentence. */
static gboolean
joins_names (gunichar c)
{
  return c == ',' || c == GB_GLYPH ("，") || c == GB_GLYPH ("、") || c == GB_GLYPH ("和")
         || c == GB_GLYPH ("与") || c == GB_GLYPH ("及") || c == GB_GLYPH ("或");
}

/* Whether it reads as words that are printed bold, not as what stands between two names that end in
 * asterisks, 张**和李**, 张**（女）、李**, or factors, 长**宽**高. */
static gboolean
is_phrase (const char *text, gsize length)
{
  gsize size;
  gunichar first = gb_glyph_read (text, length, &size);
  if (size == length || first == '(' || first == GB_GLYPH ("（") || joins_names (first))
    return FALSE;
  for (gsize at = 0; at < length && size > 0; at += size) {
    gunichar c = gb_glyph_read (text + at, length - at, &size);
    if (gb_glyph_is_stop (c) || c == ',' || c == GB_GLYPH ("，") || c == GB_GLYPH ("、"))
      return FALSE;
  }
  return TRUE;
}

static void
enclose (Reader *reader, Opening *opening, gsize at, const Sides *sides)
{
  gunichar before = opening->sides.before;
  gsize words = opening->at + 2;
  gboolean goes_on = is_letter (sides->after);
  gboolean names = goes_on && joins_names (sides->before); /* **明、**华 */
  gboolean clear = !names
                   && (is_head (reader, opening->at, &opening->sides)
                       || (!is_letter (before) && (!goes_on || gb_glyph_is_stop (sides->before))));
  gboolean likely = !names && !is_latin (before) && is_phrase (reader->text + words, at - words);
  if (!clear)
    doubt (reader, likely ? GB_MASK_LIKELY : GB_MASK_UNCLEAR, opening->at, at + 2);
  if (clear || likely) {
    memset (reader->roles + opening->at, GB_ROLE_OPEN, 2);
    memset (reader->roles + at, GB_ROLE_CLOSE, 2);
  }
  opening->n = 0;
}

/* Links and bold print do not cross: what is open around a link waits until the link ends. */
static void
read_bold (Reader *reader, gsize end)
{
  Opening opening = { 0 };
  Opening around = { 0 };
  gsize n = 1;
  for (gsize i = reader->block; i < end; i += n) {
    n = 1;
    if (reader->roles[i] == GB_ROLE_MARKUP && reader->text[i] == '[') {
      around = opening;
      opening.n = 0;
    } else if (reader->roles[i] == GB_ROLE_MARKUP && reader->text[i] == ']') {
      leave_open (reader, &opening);
      opening = around;
      around.n = 0;
    }
    if (reader->text[i] != '*' || reader->roles[i] != GB_ROLE_SIGN)
      continue;
    while (i + n < end && reader->text[i + n] == '*')
      n++;
    if (n == 1)
      continue;
    Sides sides = sides_of (reader, i, n, end);
    if (n == 2 && opening.n == 2 && can_close (&sides)) {
      enclose (reader, &opening, i, &sides);
    } else if (can_open (&sides)) {
      leave_open (reader, &opening);
      opening = (Opening){ i, n, sides };
    }
  }
  leave_open (reader, &opening);
}

/* -- signs -- */

/* Whether < at @at begins <http://…> or <a@example.com>, which are no HTML. */
static gboolean
is_address (Reader *reader, gsize at, gsize end)
{
  const char *text = reader->text;
  if (at >= reader->word_end) {
    reader->word_mark = 0;
    gsize i = at + 1;
    for (; i < end && (guchar)text[i] > ' ' && text[i] != '>'; i++)
      if (text[i] == ':' || text[i] == '@')
        reader->word_mark = i;
    reader->word_end = i;
  }
  return reader->word_end < end && text[reader->word_end] == '>' && reader->word_mark > at
         && strchr ("/!?", text[at + 1]) == NULL;
}

/* HTML is refused, so that nothing is published by mistake that was meant not to be seen. */
static gboolean
may_begin_html (char c)
{
  return g_ascii_isalpha (c) || c == '/' || c == '!' || c == '?';
}

static void
read_signs (Reader *reader, gsize from, gsize to)
{
  const char *text = reader->text;
  for (gsize i = from; (i += strcspn (text + i, "*_`[]&\\<\n")) < to; i++) {
    if (text[i] == '<') {
      if (is_address (reader, i, to))
        reader->roles[i] = GB_ROLE_SIGN;
      continue;
    }
    reader->pairs = reader->pairs || text[i] == '*' || text[i] == '[';
    reader->roles[i] = GB_ROLE_SIGN;
    if (text[i] == '\\' && i + 2 < to && text[i + 1] == '<' && may_begin_html (text[i + 2])) {
      reader->roles[i] = GB_ROLE_BLANK;
      reader->roles[++i] = GB_ROLE_SIGN;
    }
  }
}

/* -- lines and blocks -- */

static void
end_block (Reader *reader, gsize end)
{
  if (reader->lines > 0 && reader->pairs && !reader->pipes) {
    read_links (reader, end);
    read_bold (reader, end);
  }
  reader->lines = 0;
  reader->pairs = FALSE;
  reader->pipes = FALSE;
}

/* Behind 1. or 1) at @at with a blank behind it, or at the end of the line; 0: there is none. */
static gsize
read_number (const char *text, gsize at, gsize end)
{
  gsize i = at;
  while (i < end && i - at < 9 && g_ascii_isdigit (text[i]))
    i++;
  if (i == at || i == end || (text[i] != '.' && text[i] != ')'))
    return 0;
  return i + 1 == end || is_blank (text[i + 1]) ? i + 1 : 0;
}

/* Where the words of a heading begin; 0: it is none. */
static gsize
read_heading (const char *text, gsize at, gsize end)
{
  gsize i = at;
  while (i < end && text[i] == '#')
    i++;
  if (i == at || i - at > 6 || i == end || !is_blank (text[i]))
    return 0;
  while (i < end && is_blank (text[i]))
    i++;
  return i < end ? i : 0;
}

/* What cmark takes for the end of the heading, and does not show. */
static void
keep_tail (Reader *reader, gsize from, gsize to)
{
  while (to > from && is_blank (reader->text[to - 1]))
    to--;
  while (to > from && reader->text[to - 1] == '#')
    reader->roles[--to] = GB_ROLE_SIGN;
}

/* The backticks of ```table. */
static gsize
read_fence (const char *text, gsize at, gsize end)
{
  gsize n = 0;
  while (at + n < end && text[at + n] == '`')
    n++;
  gsize i = at + n;
  while (i < end && is_blank (text[i]))
    i++;
  gsize left = end - i;
  if (n < 3 || !gb_glyph_is (text + i, left, "table")
      || (left > strlen ("table") && !is_blank (text[i + strlen ("table")]))
      || memchr (text + i, '`', left) != NULL)
    return 0;
  return n;
}

/* Whether the line is of the table block. */
static gboolean
goes_on (Reader *reader, gsize at, gsize column, gsize end)
{
  if (at < end && column < reader->fence_column && column < reader->list) {
    reader->fence = 0; /* the list around it is over */
    return FALSE;
  }
  gsize n = 0;
  while (at + n < end && reader->text[at + n] == '`')
    n++;
  while (n >= reader->fence && at + n < end && is_blank (reader->text[at + n]))
    n++;
  if (n >= reader->fence && at + n == end && column <= reader->fence_column + 3)
    reader->fence = 0;
  return TRUE;
}

/* Takes away the blanks from @from to @to that lie beyond @columns, which would make code of what
 * stands behind them; returns the column there. */
static gsize
take_in (Reader *reader, gsize from, gsize to, gsize column, gsize columns)
{
  gsize kept = column;
  while (from < to && kept < columns)
    from += skip_blanks (reader->text, from, from + 1, &kept);
  memset (reader->roles + from, GB_ROLE_BLANK, to - from);
  return kept;
}

/* In the middle of a paragraph no list begins but with 1 and words. */
static gboolean
begins_list (const Reader *reader, gsize at, gsize end, gsize column)
{
  if (reader->lines == 0 || column < reader->list)
    return TRUE;
  gsize words = read_number (reader->text, at, end);
  while (words < end && is_blank (reader->text[words]))
    words++;
  return words < end && strtoul (reader->text + at, NULL, 10) == 1;
}

/* The numbers of lists at @at; returns where the words behind them begin. */
static gsize
read_numbers (Reader *reader, gsize at, gsize end, gsize *column)
{
  if (!begins_list (reader, at, end, *column))
    return at;
  for (gsize next; (next = read_number (reader->text, at, end)) > 0;) {
    *column += next - at;
    gsize words = *column;
    at = next + skip_blanks (reader->text, next, end, &words);
    if (at == end)
      words = *column + 1;
    *column = words - *column > 4 ? take_in (reader, next, at, *column, *column + 1) : words;
    reader->list = *column;
    reader->void_item = at == end;
  }
  return at;
}

gboolean
gb_mask_is_delimiter (const char *line, gsize length)
{
  gboolean pipe = FALSE;
  gboolean dash = FALSE;
  for (gsize i = 0; i < length; i++) {
    if (strchr ("|-: \t", line[i]) == NULL)
      return FALSE;
    pipe = pipe || line[i] == '|';
    dash = dash || line[i] == '-';
  }
  return pipe && dash;
}

/* The signs that begin blocks in Markdown stand at the head of a line. */
static void
read_line (Reader *reader, gsize start, gsize end)
{
  const char *text = reader->text;
  gsize column = 0;
  gsize at = start + skip_blanks (text, start, end, &column);
  if (reader->fence > 0 && goes_on (reader, at, column, end))
    return;
  if (at == end) {
    end_block (reader, start);
    reader->parted = TRUE;
    if (reader->void_item)
      reader->list = 0;
    return;
  }
  if ((reader->parted || reader->void_item) && column < reader->list)
    reader->list = 0;
  reader->parted = FALSE;
  reader->void_item = FALSE;
  gboolean deep = column > 3; /* too deep for a heading */
  if (reader->lines == 0 && column >= reader->list + 4)
    column = take_in (reader, start, at, 0, reader->list);
  gsize words = reader->cell ? at : read_numbers (reader, at, end, &column);
  gboolean numbered = words > at;
  at = words;
  if (at == end) {
    end_block (reader, start);
    return;
  }
  gsize indent = column < reader->list ? column : column - reader->list;
  if (!reader->cell && !numbered && indent <= 3
      && (reader->fence = read_fence (text, at, end)) > 0) {
    reader->fence_column = column;
    end_block (reader, start);
    return;
  }
  gsize heading = reader->cell || numbered || deep ? 0 : read_heading (text, at, end);
  gboolean second = reader->lines == 1 && !reader->cell && !numbered;
  if (second && gb_mask_is_delimiter (text + start, end - start))
    reader->pipes = TRUE;
  else if (numbered || heading > 0 || (!reader->pipes && gb_glyph_bullet (text + at, end - at) > 0))
    end_block (reader, start);
  if (heading > 0) {
    memset (reader->roles + at, GB_ROLE_MARKUP, heading - at);
    at = heading;
    if (column < reader->list)
      reader->list = 0;
  }
  read_signs (reader, at, end);
  if (heading > 0)
    keep_tail (reader, at, end);
  else if (at < end && strchr ("#>-+=~", text[at]) != NULL)
    reader->roles[at] = GB_ROLE_SIGN;
  gsize cell_number = reader->cell ? read_number (text, at, end) : 0;
  if (cell_number > 0)
    reader->roles[cell_number - 1] = GB_ROLE_SIGN;
  if (reader->lines++ == 0)
    reader->block = at;
  if (heading > 0)
    end_block (reader, end);
}

/* -- the copy -- */

static void
append_sign (GbMask *mask, char sign)
{
  gb_append_literal (mask->text, STAND_IN_HEAD);
  g_string_append_c (mask->text, (char)(STAND_IN_FIRST + (strchr (signs, sign) - signs)));
  mask->lift = TRUE;
}

static void
append_nothing (GbMask *mask, gunichar beside)
{
  if (is_letter (beside))
    return;
  gb_append_literal (mask->text, NOTHING);
  mask->lift = TRUE;
}

static void
copy (GbMask *mask, const char *text, gsize length)
{
  gsize size;
  for (gsize i = 0; i < length;) {
    gsize n = 1;
    switch ((GbRole)mask->roles[i]) {
    case GB_ROLE_SIGN:
    case GB_ROLE_QUIET:
      append_sign (mask, text[i]);
      break;
    case GB_ROLE_OPEN:
      gb_append_literal (mask->text, "**");
      append_nothing (mask, gb_glyph_read (text + i + 2, length - i - 2, &size));
      n = 2;
      break;
    case GB_ROLE_CLOSE:
      append_nothing (mask, gb_glyph_before (text + i, text, &size));
      gb_append_literal (mask->text, "**");
      n = 2;
      break;
    case GB_ROLE_BLANK:
      break;
    default:
      while (i + n < length
             && (mask->roles[i + n] == GB_ROLE_TEXT || mask->roles[i + n] == GB_ROLE_MARKUP))
        n += i + n + 8 <= length && gb_mask_is_text (mask->roles + i + n) ? 8 : 1;
      gb_append (mask->text, text + i, n);
      break;
    }
    i += n;
  }
}

void
gb_mask_init (GbMask *mask, const char *source, gsize length, gboolean cell)
{
  *mask = (GbMask){
    .text = g_string_sized_new (length + length / 8 + 16),
    .roles = g_malloc0 (length + 1),
    .doubts = g_array_new (FALSE, FALSE, sizeof (GbMaskDoubt)),
  };
  Reader reader = {
    .text = source,
    .roles = mask->roles,
    .doubts = mask->doubts,
    .brackets = g_array_new (FALSE, FALSE, sizeof (gsize)),
    .cell = cell,
    .parted = TRUE,
  };
  for (gsize start = 0; start < length;) {
    const char *newline = memchr (source + start, '\n', length - start);
    gsize end = newline == NULL ? length : (gsize)(newline - source);
    read_line (&reader, start, end);
    start = end + 1;
  }
  end_block (&reader, length);
  g_array_unref (reader.brackets);
  copy (mask, source, length);
}

void
gb_mask_clear (GbMask *mask)
{
  if (mask->text == NULL)
    return;
  g_string_free (mask->text, TRUE);
  g_free (mask->roles);
  g_array_unref (mask->doubts);
  *mask = (GbMask){ 0 };
}

static int
compare_doubts (gconstpointer left, gconstpointer right)
{
  gsize a = ((const GbMaskDoubt *)left)->start;
  gsize b = ((const GbMaskDoubt *)right)->start;
  return a < b ? -1 : a > b;
}

void
gb_mask_report (const GbMask *mask, GbDraft *draft, const char *source, const GbPlace *cell)
{
  g_array_sort (mask->doubts, compare_doubts);
  GbPlace place = { draft->file, draft->body->first_line, 1 };
  gsize at = 0;
  for (guint i = 0; i < mask->doubts->len; i++) {
    const GbMaskDoubt *doubt = &g_array_index (mask->doubts, GbMaskDoubt, i);
    gsize length = doubt->end - doubt->start;
    if (cell != NULL)
      place = gb_draft_place_in (draft, *cell, source + doubt->start, length);
    else
      gb_place_move (&place, source + at, doubt->start - at);
    at = doubt->start;
    switch (doubt->kind) {
    case GB_MASK_ALONE:
      gb_diagnostics_error (draft->diagnostics, place, "unclear-bold",
                            "nothing ends the bold print that '%.*s' begins here; put another "
                            "behind the words, or a blank behind this one where the asterisks are "
                            "words of the text",
                            (int)length, source + doubt->start);
      break;
    case GB_MASK_LIKELY:
      gb_diagnostics_warning (draft->diagnostics, place, "doubtful-bold",
                              "what stands between '**' and '**' is taken for bold print here; "
                              "put a blank before the first where it is, behind it where the "
                              "asterisks are words of the text");
      break;
    case GB_MASK_UNCLEAR:
      gb_diagnostics_error (draft->diagnostics, place, "unclear-bold",
                            "'**' may be bold print here, or be part of the words; put a blank "
                            "before the first where it is bold print, behind it where the "
                            "asterisks are words of the text");
      break;
    }
  }
}

/* -- the signs back -- */

/* Bytes of the stand-in at @at, which is NUL-terminated; its sign goes to *@ret_sign, '\0' for
 * none. */
static gsize
read_stand_in (const char *at, char *ret_sign)
{
  if (at[0] != STAND_IN_HEAD[0] || at[1] != STAND_IN_HEAD[1])
    return 0;
  guint index = (guchar)at[2] - STAND_IN_FIRST;
  *ret_sign = index < sizeof signs - 1 ? signs[index] : '\0';
  return *ret_sign != '\0' || memcmp (at, NOTHING, strlen (NOTHING)) == 0 ? strlen (NOTHING) : 0;
}

static void
lift_literal (cmark_node *node, GString *out)
{
  const char *literal = cmark_node_get_literal (node);
  gboolean lifted = FALSE;
  g_string_truncate (out, 0);
  for (const char *at = literal; at != NULL && *at != '\0';) {
    char sign;
    gsize size = read_stand_in (at, &sign);
    lifted = lifted || size > 0;
    if (size == 0)
      g_string_append_c (out, *at++);
    else if (sign != '\0')
      g_string_append_c (out, sign);
    at += size;
  }
  if (lifted)
    cmark_node_set_literal (node, out->str);
}

void
gb_mask_lift (const GbMask *mask, cmark_node *root)
{
  if (!mask->lift)
    return;
  g_autoptr (GString) scratch = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (root);
  for (cmark_event_type event; (event = cmark_iter_next (iter)) != CMARK_EVENT_DONE;)
    if (event == CMARK_EVENT_ENTER)
      lift_literal (cmark_iter_get_node (iter), scratch);
  cmark_iter_free (iter);
}
