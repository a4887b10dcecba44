#include "text/label.h"

#include "text/scan.h"

#define CAPTION_LENGTH 40       /* characters */
#define COLON_CAPTION_LENGTH 10 /* 认定程序： is one, a whole clause that opens a list is not */
#define NUMBER_MAX 999          /* of an item */

static gboolean
is_colon (const GbScan *scan, gsize at)
{
  return gb_scan_is_at (scan, at, "：") || gb_scan_is_at (scan, at, ":");
}

/* Whether what stands after a label sets it apart from a sentence. */
static gboolean
is_apart (const GbScan *scan, gsize end, gsize marked)
{
  int number;
  if (end == scan->to || end == marked || gb_scan_skip_spaces (scan, end) > end
      || is_colon (scan, end) || gb_scan_is_at (scan, end, "【"))
    return TRUE;
  /* 第五条（资助对象）, but not 第五条（三）. */
  return gb_scan_take (scan, &end, "（") && !gb_scan_take_numeral (scan, &end, &number);
}

/* 第…; @at is behind 第. */
static gboolean
read_ordinal (const GbScan *scan, gsize at, gboolean heading, gsize marked, GbLabel *label)
{
  static const struct {
    const char *word;
    GbLabelKind kind;
  } kinds[] = {
    { "条", GB_LABEL_ARTICLE }, { "章", GB_LABEL_CHAPTER }, { "节", GB_LABEL_DIVISION },
    { "部分", GB_LABEL_PART },  { "编", GB_LABEL_BOOK },    { "分编", GB_LABEL_SUBBOOK },
    { "篇", GB_LABEL_BOOK },
  };
  if (!gb_scan_take_number (scan, &at, &label->number))
    return FALSE;
  for (guint i = 0; label->kind == GB_LABEL_NONE && i < G_N_ELEMENTS (kinds); i++)
    if (gb_scan_take (scan, &at, kinds[i].word))
      label->kind = kinds[i].kind;
  label->end = at;
  if (gb_scan_take (scan, &at, "之") && gb_scan_take_numeral (scan, &at, &label->suffix))
    label->end = at;
  return label->kind != GB_LABEL_NONE && (heading || is_apart (scan, label->end, marked));
}

/* The number, or the letter of an appendix, at *@at. */
static gboolean
take_annex_number (const GbScan *scan, gsize *at, GbLabel *label)
{
  if (gb_scan_take_numeral (scan, at, &label->number))
    return TRUE;
  if (label->sort == GB_ANNEX_OTHER || *at >= scan->to || !g_ascii_isupper (scan->text[*at])
      || (*at + 1 < scan->to && g_ascii_isalnum (scan->text[*at + 1])))
    return FALSE;
  label->number = scan->text[(*at)++] - 'A' + 1;
  label->lettered = TRUE;
  return TRUE;
}

/* 附件, 附件1, 附 件 1：, 附表, 附录A, 附：; @at is behind 附. */
static gboolean
read_annex (const GbScan *scan, gsize at, gboolean heading, GbLabel *label)
{
  static const char *const words[] = { "件", "表", "录", "图" };
  static const char *const dashes[] = { "-", "－", "—", "–", NULL };
  label->kind = GB_LABEL_ANNEX;
  label->end = at;
  at = gb_scan_skip_spaces (scan, at);
  for (label->sort = 0; label->sort < GB_ANNEX_OTHER; label->sort++)
    if (gb_scan_take (scan, &at, words[label->sort]))
      break;
  label->number = 1;
  if (label->sort == GB_ANNEX_OTHER)
    return is_colon (scan, at);
  label->end = at;
  at = gb_scan_skip_spaces (scan, at);
  label->numbered = take_annex_number (scan, &at, label);
  if (label->numbered) {
    label->end = at;
    if (gb_scan_take_any (scan, &at, dashes) && gb_scan_take_numeral (scan, &at, &label->suffix))
      label->end = at;
  } else {
    label->number = 1;
  }
  /* 附件的…, 附件3所列… are sentences. */
  return (label->numbered ? is_apart (scan, label->end, 0)
                          : label->end == scan->to || is_colon (scan, label->end)
                              || gb_scan_skip_spaces (scan, label->end) > label->end)
         || (heading && label->numbered);
}

static const char *const closing[] = { "）", ")", NULL };

/* （一） or (1); @at is behind the bracket. */
static gboolean
read_bracket (const GbScan *scan, gsize at, GbLabel *label)
{
  at = gb_scan_skip_spaces (scan, at);
  const char *first = scan->text + at;
  gboolean arabic = at < scan->to && (g_ascii_isdigit (*first) || (guchar)*first == 0xef);
  if (!gb_scan_take_number (scan, &at, &label->number) || label->number > NUMBER_MAX
      || !gb_scan_take_any (scan, &at, closing))
    return FALSE;
  label->kind = arabic ? GB_LABEL_BRACKET : GB_LABEL_ITEM;
  label->end = at;
  /* （三）项所述 is the rest of a reference; （一）项目… is an item. */
  return !gb_scan_is_at (scan, at, "项") || gb_scan_is_at (scan, at, "项目");
}

/* 1. 1． 1、 1· 1） */
static gboolean
read_point (const GbScan *scan, gsize at, GbLabel *label)
{
  static const char *const points[] = { ".", "·", "．", "・", NULL };
  if (!gb_scan_take_numeral (scan, &at, &label->number) || label->number > NUMBER_MAX)
    return FALSE;
  label->kind = gb_scan_take_any (scan, &at, closing) ? GB_LABEL_BRACKET : GB_LABEL_POINT;
  if (label->kind == GB_LABEL_POINT && gb_scan_take_any (scan, &at, points)) {
    /* 1.5亿元, 2.1, 3·15 */
    if (at < scan->to && g_ascii_isdigit (scan->text[at]))
      return FALSE;
  } else if (label->kind == GB_LABEL_POINT && !gb_scan_take (scan, &at, "、")) {
    return FALSE;
  }
  label->end = at;
  return TRUE;
}

/* 一、 but not 一、二等奖. */
static gboolean
read_section (const GbScan *scan, gsize at, GbLabel *label)
{
  int number;
  if (!gb_scan_take_number (scan, &at, &label->number) || !gb_scan_take (scan, &at, "、"))
    return FALSE;
  label->kind = GB_LABEL_SECTION;
  label->end = at;
  return !gb_scan_take_numeral (scan, &at, &number) || at + GB_GLYPH_BYTES > scan->to
         || !gb_glyph_is_one_of (scan->text + at, "、等级类期产线和", GB_GLYPH_BYTES);
}

static gboolean
read_label (const GbScan *scan, gboolean heading, gsize marked, GbLabel *label)
{
  gsize at = label->start;
  gsize size;
  /* Almost every paragraph is turned away here, by its first byte. */
  switch ((guchar)scan->text[at]) {
  case 0xe7:
    return gb_scan_take (scan, &at, "第") && read_ordinal (scan, at, heading, marked, label);
  case 0xe9:
    return gb_scan_take (scan, &at, "附") && read_annex (scan, at, heading, label);
  case '(':
    return read_bracket (scan, at + 1, label);
  case 0xef:
    return gb_scan_take (scan, &at, "（") ? read_bracket (scan, at, label)
                                          : read_point (scan, at, label);
  case 0xe2: {
    gunichar c = gb_glyph_read (scan->text + at, scan->to - at, &size);
    label->kind = GB_LABEL_CIRCLE;
    label->number = (int)c - 0x2460 + 1;
    label->end = at + size;
    return c >= 0x2460 && c <= 0x2473;
  }
  case 0xe4:
  case 0xe5:
    return read_section (scan, at, label);
  default:
    return g_ascii_isdigit (scan->text[at]) && read_point (scan, at, label);
  }
}

gboolean
gb_label_read (const char *text, gsize length, gboolean heading, gsize marked, GbLabel *ret_label)
{
  GbLabel label = { .start = gb_glyph_spaces (text, length) };
  label.start += gb_glyph_bullet (text + label.start, length - label.start);
  const GbScan scan = { .text = text, .to = length };
  if (label.start == length || !read_label (&scan, heading, marked, &label))
    return FALSE;
  label.next = label.end + gb_glyph_spaces (text + label.end, length - label.end);
  *ret_label = label;
  return TRUE;
}

gsize
gb_label_skip_colon (const char *text, gsize length, gsize at)
{
  const GbScan scan = { .text = text, .to = length };
  at = gb_scan_skip_spaces (&scan, at);
  if (is_colon (&scan, at))
    at += scan.text[at] == ':' ? 1 : GB_GLYPH_BYTES;
  return gb_scan_skip_spaces (&scan, at);
}

/* Most paragraphs end with 。 or ；, and no caption does: so it need not be read from its start. */
static gboolean
ends_sentence (const char *text, gsize length)
{
  return length >= GB_GLYPH_BYTES
         && gb_glyph_is_one_of (text + length - GB_GLYPH_BYTES, "。；", GB_GLYPH_BYTES);
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
