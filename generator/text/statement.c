#include "text/statement.h"

#include "text/glyph.h"
#include "text/numeral.h"

#include <string.h>

#define NUMBER "[0-9一二三四五六七八九十两]{1,3}"
#define DAY "[0-9〇一二三四五六七八九十]{1,4}年(?:" NUMBER "月(?:" NUMBER "日)?|年?底)?"
#define ISSUE                                                                                                                    \
  "[^，。；：、\n]{0,16}?(?:印发|发布|公布|颁布|签发|颁发|下发|发文|公告|通过|批准)(?:之日|当日|" \
  "日|"                                                                                                                         \
  "之次日|次日|后)?"
/* What officials call the text they write: 本办法, 本实施细则, 本通知. */
#define SELF                                                                                                                    \
  "本[^，。；、：\n]{0,8}?(?:办法|规定|细则|意见|通知|方案|措施|条例|规则|决定|政策|文件|计划|" \
  "规划|公告|"                                                                                                              \
  "通告|公报|标准|指引|指南|规程|规范|制度|要点|章程|令)"
#define BEGIN "(?:施行|实施|执行|生效|试行|实行)"

/* 自2023年2月28日起施行, 自发布之日起30日后施行, 自印发之日起实施; not 《另一办法》自…起施行. */
#define EFFECT                                                                                     \
  "(?<!》)(?:自|从|于)(?:" DAY "(?:〇时)?|" ISSUE ")(?:之日)?(?:起|后)?"                       \
  "(?:满?" NUMBER                                                                                  \
  "个?(?:工作日|日|天|月|年)(?:之?后)?|之?后|之?次日起?)?(?:正式|开始|予以)?" BEGIN

/* 有效期五年, 有效期限至2025年12月31日; not 有效期满, 有效期延长三年, 有效期内. */
#define TERM                                                                                       \
  "(?:有效期限?(?!届|满|内|延|前|外)[^，。；\n]{0,20}?(?:" NUMBER "(?:年|个月)|" DAY "|长期)"    \
  "|长期有效|试行期?限?(?:暂定)?为?" NUMBER "年"                                                  \
  "|(?:施行|实施|执行)期限?(?:暂定)?为?" NUMBER "年|(?:执行|施行|实施|有效)期?限?(?:至|到)" DAY    \
  ")"

/* Of the text itself a term is said beside its effect, with its name before, or as a sentence of
 * its own; what stands elsewhere is that of something it is about. */
#define VALIDITY                                                                                   \
  EFFECT "(?:[^。\n]{0,40}?[，。；（]|[，。；（])?(?:" SELF "的?)?" TERM "|" TERM                  \
         "[^。\n]{0,10}?" EFFECT "|" SELF "(?:的|自[^，。；\n]{0,30}?起，?)?" TERM                 \
         "|(?<=\n)(?:第[^条\n]{1,8}条)?" TERM "。?(?=\n)"

/* Without white space, in half width, 〇 for every sign that stands for it, 2月 for 02月. */
static char *
normalise (const char *words)
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

static const GRegex *
pattern_of (gboolean validity)
{
  static gsize patterns[2];
  if (g_once_init_enter (&patterns[validity])) {
    g_autoptr (GError) error = NULL;
    GRegex *pattern = g_regex_new (validity ? VALIDITY : EFFECT, G_REGEX_OPTIMIZE, 0, &error);
    g_assert_no_error (error);
    g_once_init_leave (&patterns[validity], (gsize)pattern);
  }
  return (const GRegex *)patterns[validity];
}

static char *
find (const GbText *text, gboolean validity)
{
  if (text == NULL)
    return NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  gb_plain_lines (text, 0, text->html_length, lines);
  g_autofree char *words = normalise (lines->str);
  g_autoptr (GMatchInfo) match = NULL;
  char *found = NULL;
  /* The last, for that is where a document says it of itself. */
  for (g_regex_match (pattern_of (validity), words, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_free (found);
    found = g_match_info_fetch (match, 0);
  }
  return found;
}

char *
gb_statement_effect (const GbText *text)
{
  return find (text, FALSE);
}

char *
gb_statement_validity (const GbText *text)
{
  return find (text, TRUE);
}

gboolean
gb_statement_holds_day (const char *words, GbDate day)
{
  static const char *const digits[]
    = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  int y, m, d;
  gb_date_split (day, &y, &m, &d);
  char month[32], date[32], iso[GB_DATE_LENGTH];
  g_autofree char *plain = g_strdup_printf ("%d年%d月%d日", y, m, d);
  g_autofree char *chinese = g_strdup_printf (
    "%s%s%s%s年%s月%s日", digits[y / 1000], digits[y / 100 % 10], digits[y / 10 % 10],
    digits[y % 10], gb_numeral_write (m, month), gb_numeral_write (d, date));
  g_autofree char *normal = normalise (words);
  return strstr (normal, plain) != NULL || strstr (normal, chinese) != NULL
         || strstr (normal, gb_date_format (day, iso)) != NULL;
}
