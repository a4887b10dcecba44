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

static gboolean
is_any_at (const GbScan *scan, gsize at, const char *const *words)
{
  return gb_scan_take_any (scan, &at, words);
}

/* -- sentences that begin like a label -- */

static const char *const closing[] = { "）", ")", NULL };
static const char *const joints[] = { "、", "，", "以及", "或者", "和", "及", "与", "或", NULL };

/* Whether what stands behind 第三条 makes it a reference: 第三条规定的…, 第三条至第五条…,
 * 第三条、第四条…. */
static gboolean
reads_on (const GbScan *scan, gsize at)
{
  static const char *const words[] = {
    "规定",   "所称",   "所列", "所述",   "所指", "所规定", "所定", "所说",   "所载",   "所谓",
    "所涉",   "的",     "至",   "到第",   "—第",  "-第",    "～第", "~第",    "第",     "款",
    "之",     "项下",   "中的", "中规定", "中所", "内的",   "以外", "除外",   "约定",   "确定的",
    "要求的", "列举",   "列明", "修改",   "改为", "删去",   "删除", "增加一", "后增加", "前增加",
    "作为第", "调整为", "是",   "明确",   "细化", "主要",   NULL,
  };
  static const char *const others[] = { "第", "本", "前", "附", "《", NULL };
  static const char *const counted[] = { "条", "款", "项", "章", "节", "、", "和", "至", NULL };
  int number;
  if (is_any_at (scan, at, words))
    return TRUE;
  if (!gb_scan_take_any (scan, &at, joints))
    return FALSE;
  return is_any_at (scan, at, others)
         || (gb_scan_take_number (scan, &at, &number) && is_any_at (scan, at, counted));
}

/* Whether what stands after a label sets it apart from a sentence. */
static gboolean
is_apart (const GbScan *scan, gsize end, gsize marked)
{
  int number;
  if (end == scan->to || end == marked || gb_scan_skip_spaces (scan, end) > end
      || is_colon (scan, end) || gb_scan_is_at (scan, end, "【"))
    return TRUE;
  /* 第五条（资助对象）, but not 第五条（三） nor 第五条（资助对象）规定的. */
  if (!gb_scan_take (scan, &end, "（") || gb_scan_take_numeral (scan, &end, &number))
    return FALSE;
  const char *close = memmem (scan->text + end, scan->to - end, "）", strlen ("）"));
  return close == NULL || !reads_on (scan, (gsize)(close - scan->text) + strlen ("）"));
}

/* 条 counts lines and advices too, 章 and 节 begin other words. */
static gboolean
is_other_word (const GbScan *scan, GbLabelKind kind, gsize at)
{
  static const char *const things[]
    = { "生产线", "产线", "流水线", "主线",   "红线",   "底线", "干线", "支线", "高铁", "地铁",
        "高速",   "铁路", "公路",   "线路",   "航线",   "航道", "跑道", "河流", "河道", "建议",
        "意见",   "消息", "措施",   "经验",   "理由",   "途径", "路径", "渠道", "管线", "管道",
        "链",     "新闻", "龙",     "产业链", "供应链", "件",   NULL };
  static const char *const words[]
    = { "程序", "程的", "节", "课", "目", "日", "点", "能", "水", "辑", "号", "制", NULL };
  return is_any_at (scan, at, kind == GB_LABEL_ARTICLE ? things : words);
}

/* Whether 条 may count what stands at @at, or begin an article with it. */
static gboolean
is_thing (const GbScan *scan, gsize at)
{
  static const char *const things[]
    = { "道路", "街道", "信息", "水渠", "水管", "管网", "河", "路", "船", "线", NULL };
  return is_any_at (scan, at, things);
}

/* -- each kind -- */

static gboolean read_bracket (const GbScan *scan, gsize at, GbLabel *label);

/* （一） with which an article begins at once: 第二条（一）甲；. */
static gboolean
is_first_item (const GbScan *scan, gsize at)
{
  GbLabel item = { 0 };
  return gb_scan_take (scan, &at, "（") && read_bracket (scan, at, &item)
         && item.kind == GB_LABEL_ITEM && item.number == 1 && !reads_on (scan, item.end);
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
  if (label->kind == GB_LABEL_NONE)
    return FALSE;
  if (heading || is_apart (scan, label->end, marked))
    return TRUE;
  label->tight = TRUE;
  label->thing = label->kind == GB_LABEL_ARTICLE && is_thing (scan, label->end);
  return !reads_on (scan, label->end) && !is_other_word (scan, label->kind, label->end)
         && (!gb_scan_is_at (scan, label->end, "（") || is_first_item (scan, label->end));
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

/* A digit of either width. */
static gboolean
is_digit (const GbScan *scan, gsize at)
{
  gsize size;
  gunichar c = gb_glyph_read (scan->text + at, scan->to - at, &size);
  return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

/* Whether what stands behind （一） makes it a reference: （三）项所述…, （一）至（三）项…. */
static gboolean
is_enumeration (const GbScan *scan, gsize at)
{
  static const char *const words[] = { "所列", "所述", "所称", "所指", "以外", NULL };
  static const char *const ranges[] = { "至", "到", "—", "-", "－", "～", "~", NULL };
  static const char *const opening[] = { "第（", "第(", "（", "(", NULL };
  int number;
  /* （一）项目… is an item. */
  if (is_any_at (scan, at, words)
      || (gb_scan_is_at (scan, at, "项") && !gb_scan_is_at (scan, at, "项目")))
    return TRUE;
  gboolean joined = gb_scan_take_any (scan, &at, joints) || gb_scan_take_any (scan, &at, ranges);
  /* （二）第（一）项所列… is an item. */
  if ((!joined && gb_scan_is_at (scan, at, "第")) || !gb_scan_take_any (scan, &at, opening))
    return FALSE;
  /* （一）（二）项, but not （一）（1）甲. */
  gboolean arabic = is_digit (scan, at);
  return gb_scan_take_number (scan, &at, &number) && gb_scan_take_any (scan, &at, closing)
         && (joined || !arabic);
}

/* Whether what stands behind 1、 or 一、 makes it a reference: 1、2、3项…, 一、二款规定的…. */
static gboolean
is_shared (const GbScan *scan, gsize at)
{
  static const char *const words[]
    = { "、", "项规定", "项所", "项的", "项以外", "款规定", "款所", "款的", NULL };
  int number;
  return gb_scan_take_numeral (scan, &at, &number) && number < 100 && is_any_at (scan, at, words);
}

/* ii as 2, of at most i, v and x; 0 for anything else. @at moves behind it. */
static int
take_roman (const GbScan *scan, gsize *at)
{
  static const char *const small[]
    = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii" };
  const char *text = scan->text + *at;
  gsize length = 0;
  while (*at + length < scan->to && g_ascii_isalpha (text[length]))
    length++;
  gboolean upper = length > 0 && g_ascii_isupper (*text);
  for (guint i = 1; i < G_N_ELEMENTS (small); i++) {
    gsize same = 0;
    while (same < length && (upper ? g_ascii_tolower (text[same]) : text[same]) == small[i][same])
      same++;
    if (same == length && small[i][same] == '\0') {
      *at += length;
      return (int)i;
    }
  }
  return 0;
}

/* A letter of either width, or a Roman number: a sign of its own, or of letters, where I, V and X
 * may be either. */
static gboolean
take_letter (const GbScan *scan, gsize *at, GbLabel *label)
{
  gsize size;
  gunichar c = gb_glyph_read (scan->text + *at, scan->to - *at, &size);
  gboolean sign = (c >= 0x2160 && c <= 0x216b) || (c >= 0x2170 && c <= 0x217b);
  if (sign) {
    label->kind = GB_LABEL_ROMAN;
    label->number = (int)(c & 0xf) + 1;
    *at += size;
    return TRUE;
  }
  if (c >= 0xff21 && c <= 0xff5a)
    c -= 0xff21 - 'A';
  if (c >= 0x80 || !g_ascii_isalpha ((char)c))
    return FALSE;
  label->kind = g_ascii_isupper ((char)c) ? GB_LABEL_LETTER : GB_LABEL_SMALL;
  label->number = (int)(c | 0x20) - 'a' + 1;
  gsize end = *at + size;
  label->roman = take_roman (scan, at);
  if (*at > end) {
    label->kind = GB_LABEL_ROMAN;
    label->number = label->roman;
  }
  *at = MAX (*at, end);
  return TRUE;
}

/* （一）, (1) or (a); @at is behind the bracket. */
static gboolean
read_bracket (const GbScan *scan, gsize at, GbLabel *label)
{
  at = gb_scan_skip_spaces (scan, at);
  const char *first = scan->text + at;
  gboolean arabic = at < scan->to && (g_ascii_isdigit (*first) || (guchar)*first == 0xef);
  gboolean letter = take_letter (scan, &at, label);
  if (!letter && (!gb_scan_take_number (scan, &at, &label->number) || label->number > NUMBER_MAX))
    return FALSE;
  if (!gb_scan_take_any (scan, &at, closing))
    return FALSE;
  if (!letter)
    label->kind = arabic ? GB_LABEL_BRACKET : GB_LABEL_ITEM;
  else if (label->kind != GB_LABEL_ROMAN)
    label->kind = GB_LABEL_SMALL;
  label->end = at;
  return !is_enumeration (scan, at);
}

static const char *const points[] = { ".", "．", "·", "・", NULL };

/* 1.1, 1.1.1: @at is behind the first point. An amount (1.5亿元) is none; whether the number
 * follows the last one is for others to say. */
static gboolean
read_decimal (const GbScan *scan, gsize at, GbLabel *label)
{
  static const char *const dots[] = { ".", "．", NULL };
  static const char *const amounts[]
    = { "亿", "万", "千", "百",   "元",   "倍",   "米",   "公里", "公顷",   "公斤", "平方", "立方",
        "吨", "斤", "克", "升",   "度",   "个月", "个百", "%",    "％",     "‰",    "℃",    "°",
        "亩", "兆", "伏", "瓦",   "折",   "年以", "年内", "小时", "天",     "-",    "—",    "～",
        "~",  "至", "到", "、",   "/",    "：1",  "，",   "。",   "；",     "）",   ")",    "和",
        "或", "及", "版", "以上", "以下", "以内", "左右", "分以", "个以上", NULL };
  label->kind = GB_LABEL_DECIMAL;
  label->parts[label->n_parts++] = label->number;
  do {
    if (label->n_parts == G_N_ELEMENTS (label->parts)
        || !gb_scan_take_numeral (scan, &at, &label->number) || label->number > 99)
      return FALSE;
    label->parts[label->n_parts++] = label->number;
    label->end = at;
  } while (gb_scan_take_any (scan, &at, dots) && is_digit (scan, at));
  label->end = at;
  gsize rest = gb_scan_skip_spaces (scan, at);
  return (rest > at || at == scan->to || !g_ascii_isalnum (scan->text[at]))
         && !is_any_at (scan, rest, amounts);
}

/* 1. 1． 1、 1· 1） 1.1 */
static gboolean
read_point (const GbScan *scan, gsize at, GbLabel *label)
{
  if (!gb_scan_take_numeral (scan, &at, &label->number) || label->number > NUMBER_MAX)
    return FALSE;
  label->kind = gb_scan_take_any (scan, &at, closing) ? GB_LABEL_BRACKET : GB_LABEL_POINT;
  if (label->kind == GB_LABEL_POINT && gb_scan_take_any (scan, &at, points)) {
    /* 3·15 */
    if (is_digit (scan, at))
      return !gb_scan_is_before (scan, at, "·") && !gb_scan_is_before (scan, at, "・")
             && read_decimal (scan, at, label);
  } else if (label->kind == GB_LABEL_POINT
             && (!gb_scan_take (scan, &at, "、") || is_shared (scan, at))) {
    return FALSE;
  }
  label->end = at;
  return TRUE;
}

/* A. A、 a) Ⅰ. II、; the number or letter is taken already. A股, U.S. and A、B两类 are none. */
static gboolean
end_letter (const GbScan *scan, gsize at, GbLabel *label)
{
  static const char *const ends[] = { ".", "．", "、", NULL };
  gboolean bracket = gb_scan_take_any (scan, &at, closing);
  if (!bracket && !gb_scan_take_any (scan, &at, ends))
    return FALSE;
  if (bracket && label->kind == GB_LABEL_LETTER)
    label->kind = GB_LABEL_SMALL;
  label->end = at;
  /* A、B两类, Ⅰ、Ⅱ类 */
  GbLabel other;
  return !is_digit (scan, at) && !take_letter (scan, &at, &other);
}

/* A sign that is a label by itself: ①, ⑴, ⒈, ㈠. */
static gboolean
read_sign (const GbScan *scan, gsize at, GbLabel *label)
{
  static const struct {
    gunichar first;
    gunichar last;
    GbLabelKind kind;
    int number; /* of the first */
  } signs[] = {
    { 0x2460, 0x2473, GB_LABEL_CIRCLE, 1 },  /* ① */
    { 0x2474, 0x2487, GB_LABEL_BRACKET, 1 }, /* ⑴ */
    { 0x2488, 0x249b, GB_LABEL_POINT, 1 },   /* ⒈ */
    { 0x249c, 0x24b5, GB_LABEL_SMALL, 1 },   /* ⒜ */
    { 0x3220, 0x3229, GB_LABEL_ITEM, 1 },    /* ㈠ */
    { 0x3251, 0x325f, GB_LABEL_CIRCLE, 21 }, /* ㉑ */
  };
  gsize size;
  gunichar c = gb_glyph_read (scan->text + at, scan->to - at, &size);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    if (c < signs[i].first || c > signs[i].last)
      continue;
    label->kind = signs[i].kind;
    label->number = (int)(c - signs[i].first) + signs[i].number;
    label->end = at + size;
    return !is_enumeration (scan, label->end);
  }
  return FALSE;
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
  if (is_shared (scan, at))
    return FALSE;
  return !gb_scan_take_numeral (scan, &at, &number) || at + GB_GLYPH_BYTES > scan->to
         || !gb_glyph_is_one_of (scan->text + at, "、等级类期产线和", GB_GLYPH_BYTES);
}

static gboolean
read_label (const GbScan *scan, gboolean heading, gsize marked, GbLabel *label)
{
  gsize at = label->start;
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
           : is_digit (scan, at)          ? read_point (scan, at, label)
                                 : take_letter (scan, &at, label) && end_letter (scan, at, label);
  case 0xe2:
  case 0xe3:
    return read_sign (scan, at, label)
           || (take_letter (scan, &at, label) && end_letter (scan, at, label));
  case 0xe4:
  case 0xe5:
    return read_section (scan, at, label);
  default:
    return g_ascii_isdigit (scan->text[at])
             ? read_point (scan, at, label)
             : take_letter (scan, &at, label) && end_letter (scan, at, label);
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
