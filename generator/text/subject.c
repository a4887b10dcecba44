#include "text/subject.h"

#include "text/glyph.h"
#include "text/phrase.h"

#define SELF_LENGTH 14 /* characters of 本实施细则（试行） */

static const char *
start_behind (const char *words, const char *at, const char *stops)
{
  int closed = 0; /* brackets that end before @at and hold no stop */
  while (at > words) {
    const char *before = g_utf8_find_prev_char (words, at);
    gsize size = (gsize)(at - before);
    closed += g_str_has_prefix (before, "）");
    if (closed > 0 && g_str_has_prefix (before, "（")) {
      closed--;
      at = before;
      continue;
    }
    if (*before == '\n'
        || (closed == 0 && size == GB_GLYPH_BYTES && gb_glyph_is_any (before, stops)))
      return at;
    at = before;
  }
  return at;
}

/* Behind 第十九条, 三、, （三）, which name the place and are no subject. */
static const char *
behind_label (const char *at, const char *end)
{
  static const char *const closers[] = { "条", "、", "）", "）" };
  static const char *const openers[] = { "第", "", "（", "" };
  static const char within[] = "〇一二三四五六七八九十百之";
  for (guint i = 0; i < G_N_ELEMENTS (openers); i++) {
    const char *next = at;
    if (!g_str_has_prefix (next, openers[i]))
      continue;
    next += strlen (openers[i]);
    const char *number = next;
    while (next < end && (g_ascii_isdigit (*next) || gb_glyph_is_any (next, within)))
      next += g_ascii_isdigit (*next) ? 1 : GB_GLYPH_BYTES;
    if (next > number && next < end && g_str_has_prefix (next, closers[i]))
      return next + GB_GLYPH_BYTES;
  }
  return at;
}

const char *
gb_subject_sentence_start (const char *words, const char *at)
{
  return start_behind (words, at, "。；！");
}

const char *
gb_subject_clause_start (const char *words, const char *at)
{
  const char *start = start_behind (words, at, "。；！，：（");
  return behind_label (start, at);
}

const char *
gb_subject_title_end (const char *at, const char *end)
{
  int depth = 0;
  for (; at < end; at = g_utf8_next_char (at)) {
    if (g_str_has_prefix (at, "《"))
      depth++;
    else if (g_str_has_prefix (at, "》") && --depth == 0)
      return at;
  }
  return NULL;
}

/* Bytes of what the text calls itself at @at (本办法, 本实施细则（试行）); 0 where it is none. */
static gsize
self_at (const char *at, const char *end)
{
  static const char *const nouns[]
    = { "办法", "规定", "细则", "意见", "通知", "方案", "措施", "条例", "规则",
        "决定", "政策", "文件", "计划", "规划", "公告", "通告", "公报", "标准",
        "指引", "指南", "规程", "规范", "制度", "要点", "章程", "纲要", "预案",
        "目录", "清单", "批复", "准则", "守则", "解释", "令",   "法",   "函" };
  /* 本市规定, 本条规定 are no names. */
  static const char others[] = "市省县区州局厅部委单地院校所款项级行年月人";
  if (!g_str_has_prefix (at, "本") || gb_glyph_is_any (at + GB_GLYPH_BYTES, others))
    return 0;
  const char *next = at + GB_GLYPH_BYTES;
  for (guint n = 0; n < SELF_LENGTH && next < end; n++) {
    for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
      if (g_str_has_prefix (next, nouns[i])) {
        next += strlen (nouns[i]);
        if (g_str_has_prefix (next, "（")) {
          const char *close = strstr (next, "）");
          if (close != NULL && close < end)
            next = close + GB_GLYPH_BYTES;
        }
        return (gsize)(MIN (next, end) - at);
      }
    gsize size;
    if (!gb_glyph_is_han (gb_glyph_read (next, (gsize)(end - next), &size)) || size == 0)
      return 0;
    next += size;
  }
  return 0;
}

static gboolean
begins_with_any (const char *at, const char *end, const char *const *words)
{
  for (; *words != NULL; words++)
    if ((gsize)(end - at) >= strlen (*words) && g_str_has_prefix (at, *words))
      return TRUE;
  return FALSE;
}

/* Whether @subject … @at, the words of a clause before its phrase, name the text or leave it to
 * what follows it: 本办法, 本办法的, 本办法由市局负责解释并. */
static gboolean
names_text (const char *subject, const char *at)
{
  static const char *const fillers[] = { "的", "的有效", "原则上", "暂定", "均", NULL };
  static const char *const links[] = { "由", "经", "已", NULL };
  gsize size = self_at (subject, at);
  if (size == 0)
    return FALSE;
  const char *rest = subject + size;
  if (rest == at)
    return TRUE;
  for (guint i = 0; fillers[i] != NULL; i++)
    if ((gsize)(at - rest) == strlen (fillers[i]) && g_str_has_prefix (rest, fillers[i]))
      return TRUE;
  return begins_with_any (rest, at, links) && gb_glyph_is_any (at - GB_GLYPH_BYTES, "并且");
}

/* Whether a sentence that begins at @at goes on about the text: 本办法由市局负责解释，…;
 * 现予公布，…. */
static gboolean
is_about_text (const char *sentence, const char *at)
{
  static const char *const links[] = { "由", "自", "从", "经", "已", "是", "，", "的解释", NULL };
  static const char *const issues[] = { "现予公布",   "现予发布",   "现予印发",   "印发给你们",
                                        "现予以公布", "现予以发布", "请遵照执行", "请认真贯彻" };
  sentence = behind_label (sentence, at);
  gsize size = self_at (sentence, at);
  if (size > 0)
    return begins_with_any (sentence + size, at, links);
  for (guint i = 0; i < G_N_ELEMENTS (issues); i++) {
    const char *found = strstr (sentence, issues[i]);
    if (found != NULL && found < at)
      return TRUE;
  }
  return FALSE;
}

gboolean
gb_subject_has_effect (const char *words, const char *at)
{
  const char *clause = gb_subject_clause_start (words, at);
  if (clause < at)
    return names_text (clause, at);
  const char *sentence = gb_subject_sentence_start (words, at);
  const char *subject = behind_label (sentence, at);
  return subject == at || gb_phrase_validity (subject).length > 0 || is_about_text (sentence, at);
}

/* Whether what stands between an effect and a term leaves the subject as it was. */
static gboolean
goes_on (const char *between, const char *at)
{
  static const char *const links[] = { "由", "并", "有效", "期限", NULL };
  while (between < at && gb_glyph_is_any (between, "，。（；"))
    between += GB_GLYPH_BYTES;
  return between >= at || begins_with_any (between, at, links);
}

gboolean
gb_subject_has_term (const char *words, const char *at, gsize length, const char *effect_end)
{
  const char *clause = gb_subject_clause_start (words, at);
  /* 自2024年1月1日起施行至2026年12月31日, 自印发之日起试行两年: the phrases overlap. */
  if (effect_end != NULL && at <= effect_end)
    return TRUE;
  if (clause < at)
    return names_text (clause, at);
  if (effect_end != NULL && goes_on (effect_end, at))
    return TRUE;
  const char *sentence = gb_subject_sentence_start (words, at);
  if (behind_label (sentence, at) != at)
    return is_about_text (sentence, at);
  const char *rest = at + length;
  if (g_str_has_prefix (rest, "，") && gb_phrase_effect (rest + GB_GLYPH_BYTES).length > 0)
    return TRUE;
  /* A paragraph of its own. */
  if (g_str_has_prefix (rest, "。"))
    rest += GB_GLYPH_BYTES;
  return sentence == words && *rest == '\0';
}
