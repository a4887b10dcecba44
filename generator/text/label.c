#include "text/label.h"

#include "text/glyph.h"
#include "text/numeral.h"

#define CAPTION_LENGTH 40 /* characters */
#define COLON_CAPTION_LENGTH                                                                       \
  10 /* 认定程序： is a caption, a whole clause that opens a list is not */

static gsize
colon (const char *at, gsize left)
{
  if (gb_glyph_is (at, left, "："))
    return 3;
  return left > 0 && *at == ':' ? 1 : 0;
}

/* Whether what stands after a label sets it apart from a sentence. */
static gboolean
is_apart (const char *text, gsize length, gsize end, gsize marked)
{
  if (end == length || end == marked || gb_glyph_spaces (text + end, length - end) > 0
      || colon (text + end, length - end) > 0 || gb_glyph_is (text + end, length - end, "【"))
    return TRUE;
  /* 第五条（资助对象）, but not 第五条（三）. */
  gsize bracket = gb_glyph_is (text + end, length - end, "（") ? 3 : 0;
  gsize size;
  return bracket > 0 && gb_numeral_read (text + end + bracket, length - end - bracket, &size) == 0;
}

static gsize
opening (const char *at, gsize left)
{
  if (gb_glyph_is (at, left, "（"))
    return 3;
  return left > 0 && *at == '(' ? 1 : 0;
}

static gsize
closing (const char *at, gsize left)
{
  if (gb_glyph_is (at, left, "）"))
    return 3;
  return left > 0 && *at == ')' ? 1 : 0;
}

/* 第…; @at is behind 第. */
static gboolean
read_ordinal (const char *text, gsize length, gsize at, gboolean heading, gsize marked,
              GbLabel *label)
{
  static const struct {
    const char *word;
    gsize size;
    GbLabelKind kind;
  } kinds[] = {
    { "条", 3, GB_LABEL_ARTICLE }, { "章", 3, GB_LABEL_CHAPTER }, { "节", 3, GB_LABEL_DIVISION },
    { "部分", 6, GB_LABEL_PART },  { "编", 3, GB_LABEL_BOOK },    { "分编", 6, GB_LABEL_SUBBOOK },
    { "篇", 3, GB_LABEL_BOOK },
  };
  gsize size;
  at += gb_glyph_spaces (text + at, length - at);
  label->number = gb_numeral_read (text + at, length - at, &size);
  if (label->number == 0)
    return FALSE;
  at += size;
  at += gb_glyph_spaces (text + at, length - at);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length - at >= kinds[i].size && memcmp (text + at, kinds[i].word, kinds[i].size) == 0) {
      label->kind = kinds[i].kind;
      at += kinds[i].size;
      break;
    }
  if (label->kind == GB_LABEL_NONE)
    return FALSE;
  if (gb_glyph_is (text + at, length - at, "之")) {
    int suffix = gb_numeral_read (text + at + 3, length - at - 3, &size);
    if (suffix > 0) {
      label->suffix = suffix;
      at += 3 + size;
    }
  }
  if (!heading && !is_apart (text, length, at, marked))
    return FALSE;
  label->end = at;
  return TRUE;
}

/* 附件, 附件1, 附 件 1：; @at is behind 附. */
static gboolean
read_annex (const char *text, gsize length, gsize at, GbLabel *label)
{
  gsize size;
  at += gb_glyph_spaces (text + at, length - at);
  if (!gb_glyph_is (text + at, length - at, "件"))
    return FALSE;
  at += 3;
  label->end = at;
  at += gb_glyph_spaces (text + at, length - at);
  label->number = gb_numeral_read (text + at, length - at, &size);
  if (label->number > 0) {
    at += size;
    if (at < length && (text[at] == '-' || gb_glyph_is (text + at, length - at, "－"))) {
      gsize dash = text[at] == '-' ? 1 : 3;
      label->suffix = gb_numeral_read (text + at + dash, length - at - dash, &size);
      if (label->suffix > 0)
        at += dash + size;
    }
    label->end = at;
  } else {
    label->number = 1;
  }
  /* 附件的…, 附件3所列… are sentences. */
  gsize gap = gb_glyph_spaces (text + label->end, length - label->end);
  if (label->end != length && gap == 0 && colon (text + label->end, length - label->end) == 0)
    return FALSE;
  label->kind = GB_LABEL_ANNEX;
  return TRUE;
}

/* （一） or (1); @at is behind the bracket. */
static gboolean
read_bracket (const char *text, gsize length, gsize at, GbLabel *label)
{
  gsize size;
  at += gb_glyph_spaces (text + at, length - at);
  gboolean arabic = at < length && (g_ascii_isdigit (text[at]) || (guchar)text[at] == 0xef);
  label->number = gb_numeral_read (text + at, length - at, &size);
  if (label->number == 0 || label->number > 999)
    return FALSE;
  at += size;
  at += gb_glyph_spaces (text + at, length - at);
  size = closing (text + at, length - at);
  if (size == 0)
    return FALSE;
  at += size;
  /* （三）项所述 is the rest of a reference; （一）项目… is an item. */
  if (gb_glyph_is (text + at, length - at, "项") && !gb_glyph_is (text + at, length - at, "项目"))
    return FALSE;
  label->kind = arabic ? GB_LABEL_BRACKET : GB_LABEL_ITEM;
  label->end = at;
  return TRUE;
}

/* 1. 1． 1、 1· 1） */
static gboolean
read_point (const char *text, gsize length, gsize at, GbLabel *label)
{
  gsize size;
  label->number = gb_numeral_read (text + at, length - at, &size);
  if (label->number == 0 || label->number > 999)
    return FALSE;
  at += size;
  gsize mark = closing (text + at, length - at);
  label->kind = mark > 0 ? GB_LABEL_BRACKET : GB_LABEL_POINT;
  if (mark == 0) {
    if (at < length && text[at] == '.')
      mark = 1;
    else if (gb_glyph_is (text + at, length - at, "·"))
      mark = 2;
    else if (gb_glyph_is (text + at, length - at, "．")
             || gb_glyph_is (text + at, length - at, "・"))
      mark = 3;
    /* 1.5亿元, 2.1, 3·15 */
    if (mark > 0 && at + mark < length && g_ascii_isdigit (text[at + mark]))
      return FALSE;
    if (mark == 0 && gb_glyph_is (text + at, length - at, "、"))
      mark = 3;
  }
  if (mark == 0)
    return FALSE;
  label->end = at + mark;
  return TRUE;
}

/* 一、 but not 一、二等奖. */
static gboolean
read_section (const char *text, gsize length, gsize at, GbLabel *label)
{
  gsize size;
  label->number = gb_numeral_read (text + at, length - at, &size);
  if (label->number == 0)
    return FALSE;
  at += size;
  at += gb_glyph_spaces (text + at, length - at);
  if (!gb_glyph_is (text + at, length - at, "、"))
    return FALSE;
  at += 3;
  if (gb_numeral_read (text + at, length - at, &size) > 0) {
    static const char *const members[] = { "、", "等", "级", "类", "期", "产", "线", "和" };
    for (guint i = 0; i < G_N_ELEMENTS (members); i++)
      if (length - at - size >= 3 && memcmp (text + at + size, members[i], 3) == 0)
        return FALSE;
  }
  label->kind = GB_LABEL_SECTION;
  label->end = at;
  return TRUE;
}

static gboolean
read_label (const char *text, gsize length, gboolean heading, gsize marked, GbLabel *label)
{
  const char *at = text + label->start;
  gsize left = length - label->start;
  /* Almost every paragraph is turned away here, by its first byte. */
  switch ((guchar)*at) {
  case 0xe7:
    return gb_glyph_is (at, left, "第")
           && read_ordinal (text, length, label->start + 3, heading, marked, label);
  case 0xe9:
    if (gb_glyph_is (at, left, "附"))
      return read_annex (text, length, label->start + 3, label);
    return FALSE;
  case '(':
    return read_bracket (text, length, label->start + 1, label);
  case 0xef:
    if (opening (at, left) > 0)
      return read_bracket (text, length, label->start + 3, label);
    return read_point (text, length, label->start, label);
  case 0xe2: {
    gsize size;
    gunichar c = gb_glyph_read (at, left, &size);
    if (c < 0x2460 || c > 0x2473)
      return FALSE;
    label->kind = GB_LABEL_CIRCLE;
    label->number = (int)(c - 0x2460) + 1;
    label->end = label->start + size;
    return TRUE;
  }
  case 0xe4:
  case 0xe5:
    return read_section (text, length, label->start, label);
  default:
    return g_ascii_isdigit (*at) && read_point (text, length, label->start, label);
  }
}

gboolean
gb_label_read (const char *text, gsize length, gboolean heading, gsize marked, GbLabel *ret_label)
{
  GbLabel label = { .start = gb_glyph_spaces (text, length) };
  label.start += gb_glyph_bullet (text + label.start, length - label.start);
  if (label.start == length || !read_label (text, length, heading, marked, &label))
    return FALSE;
  label.next = label.end + gb_glyph_spaces (text + label.end, length - label.end);
  *ret_label = label;
  return TRUE;
}

/* Most paragraphs end with 。 or ；, and no caption does: so it need not be read from its start. */
static gboolean
ends_sentence (const char *text, gsize length)
{
  return length >= 3
         && (memcmp (text + length - 3, "。", 3) == 0 || memcmp (text + length - 3, "；", 3) == 0);
}

gboolean
gb_label_is_caption (const char *text, gsize length)
{
  guint n = 0;
  gunichar last = 0;
  gboolean comma = FALSE;
  if (length > 4 * CAPTION_LENGTH || ends_sentence (text, length))
    return FALSE;
  for (gsize at = 0; at < length;) {
    gsize size;
    gunichar c = gb_glyph_read (text + at, length - at, &size);
    if (size == 0 || ++n > CAPTION_LENGTH)
      return FALSE;
    if (gb_glyph_is_stop (last))
      return FALSE;
    last = c;
    comma = comma || c == GB_GLYPH ("，") || c == ',';
    at += size;
  }
  if (last == GB_GLYPH ("：") || last == ':')
    return n <= COLON_CAPTION_LENGTH + 1 && !comma;
  return n > 0 && !gb_glyph_is_stop (last) && last != GB_GLYPH ("，") && last != ','
         && last != GB_GLYPH ("、") && last != '.';
}
