#include "text/annex.h"

#include "text/glyph.h"
#include "text/sign.h"

#define LOOK_AHEAD 4000

typedef struct {
  GbLines *lines;
  guint articles; /* articles 1 so far in this text */
} Walk;

static const GbLine *
line_at (const Walk *walk, guint index)
{
  return index < walk->lines->lines->len ? gb_line_at (walk->lines, index) : NULL;
}

static gboolean
begins_with_point (const char *words, gsize length)
{
  GbLabel point;
  return gb_label_read (words, length, FALSE, 0, &point) && point.kind == GB_LABEL_POINT
         && point.number == 1;
}

/* Whether a paragraph may begin with line @index: it is the first of its block, or the one above
 * has come to its end. */
static gboolean
may_begin (const Walk *walk, guint index)
{
  const GbLine *line = line_at (walk, index);
  if (line->first)
    return TRUE;
  const GbLine *above = line_at (walk, index - 1);
  gsize length;
  const char *rest = gb_line_rest (above, &length);
  gsize size;
  gunichar last = gb_glyph_before (rest + length, rest, &size);
  if (last == GB_GLYPH ("”") || last == GB_GLYPH ("）") || last == ')')
    last = gb_glyph_before (rest + length - size, rest, &size);
  return above->role != GB_LINE_WORDS || gb_glyph_is_stop (last) || gb_sign_is_date (rest, length)
         || ((above->label.kind == GB_LABEL_ANNEX || above->label.kind == GB_LABEL_POINT)
             && (length == 0 || gb_label_is_caption (rest, length)));
}

/* Whether line @index begins with the label of an annex that is more than part of a sentence. */
static gboolean
is_candidate (const Walk *walk, guint index)
{
  const GbLine *line = line_at (walk, index);
  if (line->label.kind != GB_LABEL_ANNEX || line->role != GB_LINE_WORDS || line->listed
      || !may_begin (walk, index))
    return FALSE;
  gsize length;
  const char *rest = gb_line_rest (line, &length);
  return line->markup > 0 || length == 0 || gb_label_is_caption (rest, length)
         || begins_with_point (rest, length)
         || (line->label.sort == GB_ANNEX_DOCUMENT && rest > line->words + line->label.next);
}

static gboolean
is_same (const GbLine *a, const GbLine *b)
{
  return a->label.number == b->label.number && a->label.suffix == b->label.suffix
         && a->label.sort == b->label.sort;
}

static gboolean
is_first_level (const GbLine *line)
{
  return line->role == GB_LINE_TITLE || (line->markup == 1 && line->label.kind == GB_LABEL_NONE);
}

/* What ends a document, under its annexes or its list of them: who signs, when, how it is made
 * public. */
static gboolean
is_ending (const GbLine *line)
{
  static const char *const words[] = { "公开方式", "（此件",   "(此件",  "（此页", "抄送",
                                       "信息公开", "主动公开", "联系人", "（联系" };
  gsize length;
  const char *rest = gb_line_rest (line, &length);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (length >= strlen (words[i]) && memcmp (rest, words[i], strlen (words[i])) == 0)
      return TRUE;
  return line->label.kind == GB_LABEL_NONE && line->markup == 0
         && (gb_sign_is_date (rest, length) || gb_sign_is_agency (rest, length));
}

/* Whether line @index, under 附件1 alone, is the title of that annex: what is the last of all may
 * be all that it says. */
static gboolean
is_title (const Walk *walk, guint index)
{
  const GbLine *line = line_at (walk, index);
  if (line == NULL || line->role != GB_LINE_WORDS || line->listed
      || line->label.kind != GB_LABEL_NONE)
    return FALSE;
  gsize length;
  const char *words = gb_line_rest (line, &length);
  /* 单位：万元, （样表）, | 表 | */
  return line->markup > 0
         || (line_at (walk, index + 1) != NULL && gb_label_is_caption (words, length)
             && !is_ending (line) && *words != '|' && *words != '(' && *words != '<'
             && !gb_glyph_is (words, length, "（")
             && memmem (words, length, "：", GB_GLYPH_BYTES) == NULL
             && memchr (words, ':', length) == NULL);
}

/* Whether line @index is something of the annex above it rather than what follows. */
static gboolean
is_content (const Walk *walk, guint index)
{
  const GbLine *line = line_at (walk, index);
  return line != NULL && line->role != GB_LINE_TITLE && line->role != GB_LINE_NOTICE
         && !is_candidate (walk, index) && !is_ending (line);
}

/* Whether an annex with the label of line @index begins later in this text. */
static gboolean
returns (const Walk *walk, guint index)
{
  const GbLine *line = line_at (walk, index);
  guint limit = MIN (walk->lines->lines->len, index + LOOK_AHEAD);
  for (guint i = index + 1; i < limit; i++) {
    const GbLine *later = line_at (walk, i);
    if (later->role == GB_LINE_TITLE)
      return FALSE;
    if (is_candidate (walk, i) && is_same (line, later))
      return TRUE;
  }
  return FALSE;
}

/* Whether more than captions stands under the annex of line @index, up to the next. */
static gboolean
has_body (const Walk *walk, guint index)
{
  for (guint i = index + 1; i < index + LOOK_AHEAD; i++) {
    const GbLine *line = line_at (walk, i);
    if (line == NULL || line->role == GB_LINE_TITLE || is_candidate (walk, i))
      return FALSE;
    if (line->label.kind != GB_LABEL_NONE || line->length == 0 || *line->words == '|'
        || memmem (line->words, line->length, "。", GB_GLYPH_BYTES) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Whether the first label from @index on is an article that goes on with those above, or, under
 * an annex without number and where none stands above, the first one: of the text that is annexed
 * as a whole. */
static gboolean
goes_on_with_article (const Walk *walk, guint index, gboolean numbered)
{
  for (guint i = index; i < index + 40; i++) {
    const GbLine *line = line_at (walk, i);
    if (line == NULL || line->label.kind == GB_LABEL_ANNEX)
      return FALSE;
    if (line->label.kind == GB_LABEL_ARTICLE)
      return walk->articles > 0 ? line->label.number > 1 : !numbered;
    if (line->label.kind != GB_LABEL_NONE && line->label.kind > GB_LABEL_PART)
      return FALSE;
  }
  return FALSE;
}

/* A list in one line, or begun by it: 附件：1.甲, 附件： with 1.甲 under it. */
static gboolean
begins_list (const Walk *walk, guint index)
{
  const GbLine *line = line_at (walk, index);
  gsize length;
  const char *rest = gb_line_rest (line, &length);
  if (length > 0)
    return begins_with_point (rest, length);
  const GbLine *next = line_at (walk, index + 1);
  if (line->label.numbered || next == NULL || next->markup > 0 || next->label.kind != GB_LABEL_POINT
      || next->label.number != 1)
    return FALSE;
  rest = gb_line_rest (next, &length);
  return gb_label_is_caption (rest, length) || length == 0;
}

static GbLineRole
role_of (const Walk *walk, guint index)
{
  const GbLine *line = line_at (walk, index);
  const GbLine *next = line_at (walk, index + 1);
  gsize length;
  const char *rest = gb_line_rest (line, &length);
  gboolean numbered = line->label.numbered;
  if (length == 0 && (line->markup > 0 || numbered)) {
    gboolean titled = is_title (walk, index + 1);
    gboolean empty = !is_content (walk, index + 1);
    if (empty && !titled && returns (walk, index))
      return GB_LINE_ENTRY;
    return titled ? GB_LINE_ANNEX_ABOVE : GB_LINE_ANNEX;
  }
  if (line->markup > 0)
    return !is_content (walk, index + 1) && returns (walk, index) ? GB_LINE_ENTRY : GB_LINE_ANNEX;
  /* 附件 over the first line of a file says where the text comes from. */
  if (index == 0 || begins_list (walk, index) || next == NULL || is_first_level (next)
      || (length > 0 && !gb_label_is_caption (rest, length)))
    return GB_LINE_ENTRY;
  guint below = index + 1;
  gboolean titled = length == 0 && is_title (walk, index + 1);
  below += titled;
  if (!is_content (walk, below) || goes_on_with_article (walk, below, numbered)
      || (returns (walk, index) && !has_body (walk, index)))
    return GB_LINE_ENTRY;
  return titled ? GB_LINE_ANNEX_ABOVE : GB_LINE_ANNEX;
}

void
gb_annex_mark (GbLines *lines)
{
  Walk walk = { .lines = lines };
  for (guint i = 0; i < lines->lines->len; i++) {
    GbLine *line = gb_line_at (lines, i);
    if (line->role == GB_LINE_TITLE)
      walk.articles = 0;
    if (line->role == GB_LINE_WORDS && line->label.kind == GB_LABEL_ARTICLE)
      walk.articles++;
    if (!is_candidate (&walk, i))
      continue;
    line->role = role_of (&walk, i);
    if (line->role == GB_LINE_ANNEX_ABOVE)
      gb_line_at (lines, ++i)->role = GB_LINE_ANNEX_TITLE;
  }
}
