#include "text/phrase.h"

#include "text/glyph.h"
#include "text/numeral.h"

char *
gb_phrase_normalise (const char *words)
{
  GString *out = g_string_new ("\n");
  const char *end = words + strlen (words);
  gsize size;
  for (const char *at = words; at < end; at += size) {
    gunichar c = gb_glyph_read (at, (gsize)(end - at), &size);
    if (size == 0)
      break;
    if (c >= 0xff10 && c <= 0xff19)
      c = '0' + (c - 0xff10);
    if (c == 0x25cb || c == GB_GLYPH ("零") || c == 0xff2f)
      c = GB_GLYPH ("〇");
    gboolean leads
      = c == '0' && (g_str_has_suffix (out->str, "年") || g_str_has_suffix (out->str, "月"));
    if (c == '\n' || (!gb_glyph_is_space (c) && !leads))
      g_string_append_unichar (out, c);
  }
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static gboolean
take (const char **at, const char *word)
{
  gsize size = strlen (word);
  if (strncmp (*at, word, size) != 0)
    return FALSE;
  *at += size;
  return TRUE;
}

/* Takes the first of @words, which end with NULL. */
static gboolean
take_any (const char **at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (take (at, *words))
      return TRUE;
  return FALSE;
}

/* A numeral of any kind; 0 where there is none. */
static int
take_number (const char **at)
{
  gsize size = 0;
  /* No numeral has more; the whole of what follows need not be measured. */
  int number = gb_numeral_read (*at, strnlen (*at, 48), &size);
  *at += number > 0 ? size : 0;
  return number;
}

/* 2024 or 二〇二四 before 年; 0 where there is none. */
static int
take_year (const char **at)
{
  const char *behind = *at;
  int year = 0;
  for (guint i = 0; i < 4; i++) {
    static const char digits[] = "〇一二三四五六七八九";
    int digit = -1;
    if (g_ascii_isdigit (*behind)) {
      digit = *behind++ - '0';
    } else {
      for (int k = 0; digit < 0 && k < 10; k++)
        if (strncmp (behind, digits + k * GB_GLYPH_BYTES, GB_GLYPH_BYTES) == 0)
          digit = k;
      behind += digit < 0 ? 0 : GB_GLYPH_BYTES;
    }
    if (digit < 0)
      return 0;
    year = year * 10 + digit;
  }
  if (!take (&behind, "年"))
    return 0;
  *at = behind;
  return year;
}

gsize
gb_phrase_day (const char *at, int year, GbWhen *ret_when)
{
  static const char *const ends[] = { "年底", "年末", "底", "末", NULL };
  const char *behind = at;
  int own_year = take_year (&behind);
  if (own_year == 0 && year == 0)
    return 0;
  year = own_year > 0 ? own_year : year;
  GbWhen when = { gb_date_new (year, 1, 1), gb_date_new (year, 12, 31) };
  const char *month_at = behind;
  int month = take_number (&month_at);
  int length = gb_date_month_length (year, month);
  if (month > 0 && take (&month_at, "月") && length > 0) {
    behind = month_at;
    when = (GbWhen){ gb_date_new (year, month, 1), gb_date_new (year, month, length) };
    const char *day_at = behind;
    int day = take_number (&day_at);
    if (day > 0 && take (&day_at, "日")) {
      behind = day_at;
      when.first = when.last = gb_date_new (year, month, day);
    } else if (take_any (&behind, ends)) {
      when.first = when.last;
    }
  } else if (own_year == 0) {
    return 0;
  } else if (take_any (&behind, ends)) {
    when.first = when.last;
  }
  if (when.first == GB_DATE_NONE)
    return 0;
  *ret_when = when;
  return (gsize)(behind - at);
}

gboolean
gb_phrase_holds_day (const char *words, GbDate day)
{
  char iso[GB_DATE_LENGTH];
  GbWhen when;
  for (const char *at = words; *at != '\0'; at++)
    if ((guchar)*at < 0x80 || ((guchar)*at & 0xc0) == 0xc0) {
      /* 12024年 is no year. */
      gboolean within = at > words && g_ascii_isdigit (*at) && g_ascii_isdigit (at[-1]);
      gsize size = within ? 0 : gb_phrase_day (at, 0, &when);
      if (size > 0 && when.first == day && when.last == day
          && strncmp (at + size - GB_GLYPH_BYTES, "日", GB_GLYPH_BYTES) == 0)
        return TRUE;
    }
  return strstr (words, gb_date_format (day, iso)) != NULL;
}

/* ---- effect ---- */

#define ISSUER_LENGTH 16 /* characters before 印发 in 自省政府印发之日起 */

static const char *const begins[] = { "施行", "实施", "执行", "生效", "试行", "实行", NULL };

/* What stands behind a phrase that is whole: 自2024年1月1日起执行新标准 is none. */
static gboolean
is_whole (const char *at)
{
  static const char *const ends[] = { "。", "，", "；", "、", "（", "）", "\n", "至", "到",
                                      ",",  ";",  "(",  ")",  ".",  "”",  "的", "期", NULL };
  return *at == '\0' || take_any (&at, ends) || take_number (&at) > 0;
}

/* 印发之日, 省政府批准之日 at *@at, which moves behind 日; FALSE where there is none. */
static gboolean
take_event (const char **at, GbPhraseKind *ret_kind)
{
  static const char *const issues[]
    = { "印发", "发布", "公布", "颁布", "签发", "颁发", "下发", "发文", "公告", "公开", NULL };
  static const char *const others[] = { "通过", "批准", "备案", "通告", NULL };
  const char *behind = *at;
  for (guint i = 0; i <= ISSUER_LENGTH; i++) {
    gboolean issue = take_any (&behind, issues);
    if (issue || take_any (&behind, others)) {
      *ret_kind = issue ? GB_PHRASE_ISSUE : GB_PHRASE_OTHER;
      *at = behind;
      return TRUE;
    }
    if (*behind == '\0' || *behind == '\n' || g_str_has_prefix (behind, "，")
        || g_str_has_prefix (behind, "。") || g_str_has_prefix (behind, "；")
        || g_str_has_prefix (behind, "：") || g_str_has_prefix (behind, "、"))
      return FALSE;
    behind = g_utf8_next_char (behind);
  }
  return FALSE;
}

/* 起30日后, 起满三个月后, 之次日起, 后 */
static void
take_delay (const char **at, GbPhrase *phrase)
{
  static const char *const days[] = { "日", "天", NULL };
  static const char *const longer[]
    = { "个工作日", "工作日", "个月", "月", "周", "个星期", "年", NULL };
  take (at, "满");
  int number = take_number (at);
  if (number > 0) {
    gboolean counted = take_any (at, days);
    if (!counted && !take_any (at, longer)) {
      phrase->kind = GB_PHRASE_NONE;
      return;
    }
    phrase->kind = counted && phrase->kind == GB_PHRASE_ISSUE ? GB_PHRASE_DAYS : GB_PHRASE_OTHER;
    phrase->count = number;
    take (at, "之");
    take (at, "后");
    take (at, "起");
    return;
  }
  if (take (at, "之后") || take (at, "后") || take (at, "之次日起") || take (at, "次日起"))
    phrase->kind = GB_PHRASE_OTHER;
}

GbPhrase
gb_phrase_effect (const char *at)
{
  static const char *const heads[] = { "自", "从", "于", NULL };
  static const char *const event_days[] = { "之日", "当日", "日", NULL };
  static const char *const next_days[] = { "之次日", "次日", "的次日", NULL };
  static const char *const manners[] = { "正式", "开始", "予以", "全面", NULL };
  const GbPhrase none = { .kind = GB_PHRASE_NONE };
  GbPhrase phrase = none;
  const char *behind = at;
  if (!take_any (&behind, heads))
    return none;
  gsize size = gb_phrase_day (behind, 0, &phrase.when);
  if (size > 0) {
    behind += size;
    phrase.kind = GB_PHRASE_DAY;
    if (!take (&behind, "〇时"))
      take (&behind, "0时");
    take (&behind, "之日");
  } else if (!take_event (&behind, &phrase.kind)) {
    return none;
  } else if (take_any (&behind, next_days)) {
    phrase.kind = GB_PHRASE_OTHER;
  } else {
    take_any (&behind, event_days);
  }
  gboolean from = take (&behind, "起");
  if (from && phrase.kind == GB_PHRASE_DAY && g_str_has_prefix (behind, "至")) {
    /* 自2024年1月1日起至2026年12月31日有效 */
    const char *to = behind + strlen ("至");
    GbWhen last;
    gsize to_size = gb_phrase_day (to, 0, &last);
    to += to_size;
    take (&to, "止");
    if (to_size == 0 || (!take (&to, "有效") && !take_any (&to, begins)) || !is_whole (to))
      return none;
    phrase.length = (gsize)(to - at);
    return phrase;
  }
  take_delay (&behind, &phrase);
  take_any (&behind, manners);
  if (phrase.kind == GB_PHRASE_NONE || !take_any (&behind, begins) || !is_whole (behind))
    return none;
  phrase.length = (gsize)(behind - at);
  return phrase;
}

/* ---- validity ---- */

/* Behind 有效期: the first term or last day of the sentence. */
static void
read_term (const char *at, const char *start, GbPhrase *phrase)
{
  static const char *const stops[] = { "。", "；", "\n", ";", NULL };
  static const char *const tos[] = { "至", "到", "止于", "截至", NULL };
  gboolean to = FALSE;
  for (const char *behind = at; *behind != '\0';) {
    const char *stop = behind;
    GbWhen when;
    gsize size = gb_phrase_day (behind, 0, &when);
    if (size > 0) {
      behind += size;
      if (!to)
        continue;
      *phrase = (GbPhrase){ GB_PHRASE_DAY, when, 0, (gsize)(behind - start) };
      return;
    }
    if (take_any (&stop, stops) || g_str_has_prefix (stop, "不超过"))
      return;
    /* Behind a comma only what goes on with it: 有效期三年，自公布之日起计算 has been read before.
     */
    if (take (&stop, "，") && !g_str_has_prefix (stop, "自") && !g_str_has_prefix (stop, "至")
        && !g_str_has_prefix (stop, "为") && !g_str_has_prefix (stop, "暂定"))
      return;
    int number = take_number (&behind);
    if (number > 0) {
      gboolean years = take (&behind, "年");
      if (years || take (&behind, "个月")) {
        *phrase = (GbPhrase){ GB_PHRASE_MONTHS, GB_WHEN_NONE, number * (years ? 12 : 1),
                              (gsize)(behind - start) };
        return;
      }
      to = FALSE;
      continue;
    }
    if (take (&behind, "长期")) {
      *phrase = (GbPhrase){ GB_PHRASE_INDEFINITE, GB_WHEN_NONE, 0, (gsize)(behind - start) };
      return;
    }
    to = take_any (&behind, tos);
    if (!to)
      behind = g_utf8_next_char (behind);
  }
}

GbPhrase
gb_phrase_validity (const char *at)
{
  static const char *const periods[] = { "试行期限", "施行期限", "实施期限", "执行期限", "试行期",
                                         "施行期",   "实施期",   "执行期",   NULL };
  static const char *const others[] = { "届", "满", "内",   "延", "前", "外", "间", "以",
                                        "后", "的", "结束", "终", "由", "未", NULL };
  GbPhrase phrase = { .kind = GB_PHRASE_NONE };
  const char *behind = at;
  gboolean term
    = take (&behind, "有效期限") || take (&behind, "有效期") || take_any (&behind, periods);
  const char *other = behind;
  if (term) {
    if (!take_any (&other, others))
      read_term (behind, at, &phrase);
    return phrase;
  }
  if (take (&behind, "长期有效")) {
    phrase.kind = GB_PHRASE_INDEFINITE;
    phrase.length = (gsize)(behind - at);
    return phrase;
  }
  if (take (&behind, "试行")) {
    const char *years = behind;
    if (take_number (&years) > 0 && g_str_has_prefix (years, "年"))
      read_term (behind, at, &phrase);
    return phrase;
  }
  static const char *const lasts[] = { "施行", "实施", "执行", "有效", NULL };
  GbWhen when;
  if (take_any (&behind, lasts) && (take (&behind, "至") || take (&behind, "到"))) {
    gsize size = gb_phrase_day (behind, 0, &when);
    if (size > 0)
      phrase = (GbPhrase){ GB_PHRASE_DAY, when, 0, (gsize)(behind - at) + size };
    return phrase;
  }
  /* 自2024年1月1日起至2026年12月31日有效, …起施行，至2026年12月31日止 */
  behind = at;
  if (take (&behind, "至")) {
    gsize size = gb_phrase_day (behind, 0, &when);
    behind += size;
    gboolean ends = take (&behind, "止");
    static const char *const closing[] = { "有效", "施行", "实施", "执行", "失效", "废止", NULL };
    if (size > 0 && (take_any (&behind, closing) || ends) && is_whole (behind))
      phrase = (GbPhrase){ GB_PHRASE_DAY, when, 0, (gsize)(behind - at) };
  }
  return phrase;
}
