#include "text/title.h"

#include "text/glyph.h"

#define TITLE_BYTES 180
#define NAME_BYTES 300 /* the longest name looked for, gaps included */
#define TITLES_MAX 200
#define LINES_MAX 60 /* between a title and its first label */

/* Ends of what is called a text. */
static gboolean
ends_as_title (const char *words, gsize length)
{
  static const char ends[] = "办法细则规定规则规程条例章程方案意见措施标准制度规范指引指南计划规划"
                             "纲要要点政策准则守则导则通则预案清单目录程序公约协议合同";
  const gsize pair = 2 * GB_GLYPH_BYTES;
  if (length > pair && gb_glyph_is (words + length - GB_GLYPH_BYTES, GB_GLYPH_BYTES, "）"))
    return TRUE;
  return length > pair && gb_glyph_is_one_of (words + length - pair, ends, pair);
}

/* The words of a title without what stands in brackets at their end. */
static gsize
without_brackets (const char *words, gsize length)
{
  if (length < GB_GLYPH_BYTES
      || !gb_glyph_is (words + length - GB_GLYPH_BYTES, GB_GLYPH_BYTES, "）"))
    return length;
  for (gsize at = length - GB_GLYPH_BYTES; at >= GB_GLYPH_BYTES; at--)
    if (gb_glyph_is (words + at - GB_GLYPH_BYTES, GB_GLYPH_BYTES, "（"))
      return at - GB_GLYPH_BYTES;
  return length;
}

/* Where the name that begins at @at, behind its 《, ends: others inside it are part of it.  @length
 * where it does not. */
static gsize
end_of_name (const char *words, gsize at, gsize length)
{
  for (int depth = 1; at + GB_GLYPH_BYTES <= length; at++) {
    if (gb_glyph_is (words + at, GB_GLYPH_BYTES, "《"))
      depth++;
    else if (gb_glyph_is (words + at, GB_GLYPH_BYTES, "》") && --depth == 0)
      return at;
  }
  return length;
}

/* Whether @line names a text of @title: 《title》 anywhere, or in a list of annexes. */
static gboolean
names (const GbLine *line, const char *title, gsize length)
{
  const char *words = line->words;
  gsize least = without_brackets (title, length);
  gsize at = 0;
  for (const char *found;
       (found = memmem (words + at, line->length - at, "《", GB_GLYPH_BYTES)) != NULL;) {
    at = (gsize)(found - words) + GB_GLYPH_BYTES;
    gsize size = end_of_name (words, at, MIN (line->length, at + NAME_BYTES)) - at;
    if (gb_line_same (words + at, size, title, length)
        || gb_line_same (words + at, size, title, least)
        || gb_line_same (words + at, without_brackets (words + at, size), title, length))
      return TRUE;
  }
  if (line->label.kind != GB_LABEL_ANNEX && line->label.kind != GB_LABEL_POINT)
    return FALSE;
  gsize size;
  const char *rest = gb_line_rest (line, &size);
  GbLabel point;
  if (!line->listed && gb_label_read (rest, size, FALSE, 0, &point)
      && point.kind == GB_LABEL_POINT) {
    rest += point.next;
    size -= point.next;
  }
  return gb_line_same (rest, size, title, length);
}

static gboolean
is_named (const GbLines *lines, guint index)
{
  const GbLine *line = gb_line_at (lines, index);
  gsize length;
  const char *title = gb_line_rest (line, &length);
  for (guint i = 0; i < index; i++)
    if (names (gb_line_at (lines, i), title, length))
      return TRUE;
  return FALSE;
}

static gboolean
is_first_level (const GbLine *line)
{
  return line->role == GB_LINE_WORDS && line->markup == 1 && line->label.kind == GB_LABEL_NONE;
}

static gboolean
is_plain_label (GbLabelKind kind)
{
  return kind != GB_LABEL_NONE && kind != GB_LABEL_ANNEX;
}

/* Whether the first label under the line is 第一条, 第一章, 一、 or the like. */
static gboolean
begins_numbering (const GbLines *lines, guint index)
{
  const GbLine *title = gb_line_at (lines, index);
  guint end = MIN (lines->lines->len, index + LINES_MAX);
  for (guint i = index + 1; i < end; i++) {
    const GbLine *line = gb_line_at (lines, i);
    if (line->role != GB_LINE_WORDS)
      continue;
    /* Under a heading its words may stand again; of lines the last is the title. */
    gboolean again = gb_line_same (line->words, line->length, title->words, title->length);
    if (again && title->markup > 0 && line->markup == 0)
      continue;
    if (again || line->label.kind == GB_LABEL_ANNEX || is_first_level (line))
      return FALSE;
    if (is_plain_label (line->label.kind))
      return line->label.number == 1
             && (line->label.kind <= GB_LABEL_ARTICLE || line->label.kind == GB_LABEL_SECTION);
  }
  return FALSE;
}

/* 附件1 alone on its line, or a heading 附件: an annex begins, whatever else is said of it. */
static gboolean
is_boundary (const GbLine *line)
{
  gsize length;
  if (line->label.kind != GB_LABEL_ANNEX || line->role != GB_LINE_WORDS || line->listed)
    return FALSE;
  (void)gb_line_rest (line, &length);
  return line->markup > 0 || (line->label.numbered && length == 0);
}

/* Whether the title above line @index, under which no numbering has begun, has its words. */
static gboolean
repeats_title (const GbLines *lines, guint index)
{
  const GbLine *line = gb_line_at (lines, index);
  for (guint i = index; i > 0 && index - i < LINES_MAX; i--) {
    const GbLine *above = gb_line_at (lines, i - 1);
    if (above->role == GB_LINE_TITLE)
      return gb_line_same (line->words, line->length, above->words, above->length);
    if (above->label.kind != GB_LABEL_NONE)
      return FALSE;
  }
  return FALSE;
}

/* Whether the line may be the title of a text for its name and what stands under it. */
static gboolean
is_named_title (const GbLines *lines, guint index, guint *left)
{
  const GbLine *line = gb_line_at (lines, index);
  gsize length;
  const char *title = gb_line_rest (line, &length);
  if (line->role != GB_LINE_WORDS || line->listed || length > TITLE_BYTES
      || line->label.kind != GB_LABEL_NONE
      || (line->markup == 0
          && (!ends_as_title (title, length) || !gb_label_is_caption (title, length))))
    return FALSE;
  /* Under 附件1 and 附件1：… it is the title of the annex. */
  if (index > 0) {
    const GbLine *above = gb_line_at (lines, index - 1);
    if (above->label.kind == GB_LABEL_ANNEX && (above->markup > 0 || above->label.numbered))
      return FALSE;
  }
  if (*left == 0 || !begins_numbering (lines, index) || repeats_title (lines, index))
    return FALSE;
  (*left)--;
  return is_named (lines, index);
}

/* Whether an article 1 stands under a first-level heading, before the next title. */
static gboolean
heads_articles (const GbLines *lines, guint index)
{
  for (guint i = index + 1; i < lines->lines->len; i++) {
    const GbLine *line = gb_line_at (lines, i);
    if (line->role == GB_LINE_TITLE || is_first_level (line) || is_boundary (line))
      return FALSE;
    if (line->role == GB_LINE_WORDS && line->label.kind == GB_LABEL_ARTICLE)
      return line->label.number == 1;
  }
  return FALSE;
}

void
gb_title_mark (GbLines *lines)
{
  guint n = lines->lines->len;
  guint left = TITLES_MAX; /* lines whose names are looked for */
  guint named = 0;
  for (guint i = 0; i < n; i++)
    if (is_named_title (lines, i, &left)) {
      gb_line_at (lines, i)->role = GB_LINE_TITLE;
      named++;
    }
  GbLine *first = NULL; /* first-level headings before the annexes */
  GbLine *last = NULL;
  guint headed = 0; /* of them, those with articles of their own */
  for (guint i = 0; i < n && !is_boundary (gb_line_at (lines, i)); i++) {
    GbLine *line = gb_line_at (lines, i);
    if (line->markup != 1 || line->label.kind != GB_LABEL_NONE
        || (line->role != GB_LINE_WORDS && line->role != GB_LINE_TITLE))
      continue;
    if (first == NULL)
      first = line;
    last = line;
    headed += line->role == GB_LINE_WORDS && heads_articles (lines, i);
  }
  if (named + headed > 1)
    for (guint i = 0; headed > 0 && i < n && !is_boundary (gb_line_at (lines, i)); i++) {
      if (is_first_level (gb_line_at (lines, i)) && heads_articles (lines, i))
        gb_line_at (lines, i)->role = GB_LINE_TITLE;
    }
  else if (named == 0 && last != NULL)
    last->role = GB_LINE_TITLE;
  for (guint i = 0; first != NULL && i < n && gb_line_at (lines, i)->role != GB_LINE_TITLE; i++)
    if (gb_line_at (lines, i) == first)
      first->role = GB_LINE_NOTICE;
}
