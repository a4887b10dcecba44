#include "text/toc.h"

#include "text/glyph.h"

#define ENTRIES_MAX 2000

/* What may stand between a caption and its page. */
static gboolean
is_leader (gunichar c)
{
  return gb_glyph_is_space (c) || c == '.' || c == '_' || c == '-' || c == 0xb7 || c == 0x2013
         || c == GB_GLYPH ("…") || c == GB_GLYPH ("—") || c == GB_GLYPH ("．")
         || c == GB_GLYPH ("・") || c == GB_GLYPH ("⋯") || c == GB_GLYPH ("┄")
         || c == GB_GLYPH ("－");
}

static gboolean
is_digit (gunichar c)
{
  return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

/* Where the characters of a kind that end at @end begin. */
static gsize
back (const char *text, gsize end, gboolean (*is) (gunichar))
{
  gsize size;
  while (is (gb_glyph_before (text + end, text, &size)) && size > 0)
    end -= size;
  return end;
}

/* The same for one bracket. */
static gsize
back_bracket (const char *text, gsize end, const char *wide, char narrow)
{
  if (end >= GB_GLYPH_BYTES
      && gb_glyph_is_one_of (text + end - GB_GLYPH_BYTES, wide, GB_GLYPH_BYTES))
    return end - GB_GLYPH_BYTES;
  return end > 0 && text[end - 1] == narrow ? end - 1 : end;
}

/* Where the page that ends @text begins, with the bracket around it; @length where there is none.
 */
static gsize
find_page (const char *text, gsize length)
{
  gsize last = back (text, length, is_leader);
  gsize end = back_bracket (text, last, "）", ')');
  gsize digits = back (text, end, is_digit);
  if (digits == end)
    return length;
  gsize open = end < last ? back_bracket (text, digits, "（", '(') : digits;
  return end < last && open == digits ? length : open;
}

gsize
gb_toc_trim (const char *text, gsize length)
{
  gsize page = find_page (text, length);
  return page < length ? back (text, page, is_leader) : length;
}

/* Whether a page, told from the caption by dots, a gap or brackets, ends @line. */
static gboolean
has_page (const GbLine *line)
{
  gsize page = find_page (line->words, line->length);
  return page < line->length
         && (!is_digit ((guchar)line->words[page])
             || gb_toc_trim (line->words, line->length) < page);
}

static gboolean
is_head (const GbLine *line)
{
  static const char *const words[] = { "目录", "目次", "目录：", "目次：" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (gb_line_same (line->words, line->length, words[i], strlen (words[i])))
      return line->role == GB_LINE_WORDS && !line->listed;
  return FALSE;
}

/* The words of an entry behind its label, without its page. */
static const char *
caption_of (const GbLine *line, gsize *ret_length)
{
  const char *words = gb_line_rest (line, ret_length);
  *ret_length = gb_toc_trim (words, *ret_length);
  return words;
}

static gboolean
is_entry (const GbLine *line)
{
  if (line->role != GB_LINE_WORDS || line->length == 0
      || (line->markup == 1 && line->label.kind == GB_LABEL_NONE))
    return FALSE;
  gsize length;
  const char *words = caption_of (line, &length);
  return length == 0 ? line->label.kind != GB_LABEL_NONE : gb_label_is_caption (words, length);
}

/* Whether @b says again what @a does: 第一章 whatever stands behind it, 一、 and 1. with the same
 * words. */
static gboolean
is_same (const GbLine *a, const GbLine *b)
{
  if (b->role != GB_LINE_WORDS || a->label.kind != b->label.kind
      || a->label.number != b->label.number || a->label.suffix != b->label.suffix
      || a->label.sort != b->label.sort)
    return FALSE;
  if (a->label.kind >= GB_LABEL_BOOK && a->label.kind <= GB_LABEL_ARTICLE)
    return TRUE;
  gsize a_length, b_length;
  const char *a_words = caption_of (a, &a_length);
  const char *b_words = caption_of (b, &b_length);
  return gb_line_same (a_words, a_length, b_words, b_length);
}

/* Whether a line from @from on is the same as @line. */
static gboolean
recurs (const GbLines *lines, const GbLine *line, guint from)
{
  guint limit = MIN (lines->lines->len, from + ENTRIES_MAX);
  for (guint i = from; i < limit; i++)
    if (is_same (line, gb_line_at (lines, i)))
      return TRUE;
  return FALSE;
}

/* The line behind the list of contents whose first entry is @first; @first where there is none. */
static guint
find_end (const GbLines *lines, guint first)
{
  guint end = first;
  guint alike = 0; /* with a label as the first one has */
  gboolean paged = FALSE;
  gboolean repeated = FALSE;
  const GbLine *head = NULL;
  for (; end < lines->lines->len && end < first + ENTRIES_MAX; end++) {
    const GbLine *line = gb_line_at (lines, end);
    if (!is_entry (line))
      break;
    gboolean page = has_page (line);
    repeated = head != NULL && !(paged && page) && is_same (head, line);
    if (repeated)
      break;
    /* Words without a label may be no entry, as the name of the text above its contents. */
    if (head == NULL
        && (line->label.kind != GB_LABEL_NONE || page || recurs (lines, line, end + 1)))
      head = line;
    paged = paged || page;
    alike += head != NULL && line->label.kind == head->label.kind;
  }
  if (head == NULL || !(repeated || paged || (alike > 1 && recurs (lines, head, end))))
    return first;
  /* What stands between the list and the text has neither label nor page, and is not repeated. */
  while (end > first) {
    const GbLine *last = gb_line_at (lines, end - 1);
    if (last->label.kind != GB_LABEL_NONE || has_page (last) || recurs (lines, last, end))
      break;
    end--;
  }
  return end;
}

void
gb_toc_mark (GbLines *lines)
{
  for (guint i = 0; i < lines->lines->len; i++) {
    if (!is_head (gb_line_at (lines, i)))
      continue;
    guint end = find_end (lines, i + 1);
    for (guint j = i; end > i + 1 && j < end; j++)
      gb_line_at (lines, j)->role = GB_LINE_CONTENTS;
    i = MAX (i, end - 1);
  }
}
