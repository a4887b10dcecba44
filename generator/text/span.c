#include "text/span.h"

#include "text/amount.h"
#include "text/glyph.h"
#include "text/phrase.h"

static gboolean
take (const char **at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*at, *words)) {
      *at += strlen (*words);
      return TRUE;
    }
  return FALSE;
}

static const char *const working_days[] = { "个工作日", "工作日", NULL };
static const char *const plain_days[]
  = { "个自然日", "自然日", "个日历日", "日历日", "日", "天", NULL };

/* 7个工作日, 十日 at *@at. */
static gboolean
take_days (const char **at, GbSpan *span)
{
  const char *behind = *at;
  GbAmount amount;
  if (!gb_amount_next (&behind, &amount) || amount.share || amount.value < 1 || amount.value > 3660)
    return FALSE;
  /* Only what stands here, not further on. */
  const char *digits = *at;
  if (!g_ascii_isdigit (*digits) && !gb_glyph_is_any (digits, "一二三四五六七八九十两"))
    return FALSE;
  gboolean working = take (&behind, working_days);
  if (!working && !take (&behind, plain_days))
    return FALSE;
  span->days = (int)amount.value;
  span->working = working;
  *at = behind;
  return TRUE;
}

/* 2023年1月9日（星期一）起至1月20日, 1月9日至20日 at *@at. */
static gboolean
take_ends (const char **at, GbSpan *span)
{
  static const char *const tos[]
    = { "起至", "至", "到", "起到", "—", "－", "-", "–", "~", "～", "——", NULL };
  const char *behind = *at;
  GbWhen first, last;
  gsize size = gb_phrase_day (behind, 0, &first);
  if (size == 0 || first.first != first.last)
    return FALSE;
  behind += size;
  const char *close = g_str_has_prefix (behind, "（") ? strstr (behind, "）") : NULL;
  if (close != NULL)
    behind = close + GB_GLYPH_BYTES;
  span->opens = first.first;
  if (!take (&behind, tos)) {
    static const char *const opening[] = { "起", "开始", NULL };
    take (&behind, opening);
    *at = behind;
    return TRUE;
  }
  int year, month;
  gb_date_split (first.first, &year, &month, NULL);
  size = gb_phrase_day (behind, year, &last);
  if (size == 0) {
    /* 20日 of the same month */
    g_autofree char *with_month = g_strdup_printf ("%d月%.16s", month, behind);
    gsize added = strlen (with_month) - MIN (strlen (behind), 16);
    size = gb_phrase_day (with_month, year, &last);
    size = size > added ? size - added : 0;
  }
  if (size == 0 || last.first != last.last || last.first < first.first)
    return FALSE;
  span->closes = last.first;
  *at = behind + size;
  return TRUE;
}

static gboolean
take_span (const char **at, GbSpan *span)
{
  static const char *const names[]
    = { "期限", "期间", "期", "时间", "日期", "时限", "起止时间", "的期限", NULL };
  static const char *const links[]
    = { "为", "是", "：", ":", "自", "从", "不得少于", "不少于", "共", "不低于", NULL };
  static const char *const totals[]
    = { "，共", "，共计", "，为期", "，", "（共", "（", "共", NULL };
  const char *behind = *at;
  *span = (GbSpan){ .opens = GB_DATE_NONE, .closes = GB_DATE_NONE, .start = *at };
  behind += strlen ("公示");
  take (&behind, names);
  while (take (&behind, links))
    ;
  if (take_ends (&behind, span)) {
    const char *more = behind;
    static const char *const stop[] = { "止", NULL };
    take (&more, stop);
    take (&more, totals);
    if (take_days (&more, span))
      behind = more;
    /* An opening day alone is said of many things. */
    if (span->closes == GB_DATE_NONE && span->days == 0)
      return FALSE;
  } else if (!take_days (&behind, span)) {
    return FALSE;
  }
  span->length = (gsize)(behind - *at);
  *at = behind;
  return TRUE;
}

gboolean
gb_span_next (const char **at, GbSpan *ret_span)
{
  while ((*at = strstr (*at, "公示")) != NULL) {
    if (take_span (at, ret_span))
      return TRUE;
    *at += strlen ("公示");
  }
  return FALSE;
}

gboolean
gb_span_holds_days (const char *words, int days, gboolean working)
{
  GbAmount amount;
  for (const char *at = words; gb_amount_next (&at, &amount);) {
    const char *unit = amount.unit;
    if (!amount.share && amount.value == days && take (&unit, working ? working_days : plain_days))
      return TRUE;
  }
  return FALSE;
}
