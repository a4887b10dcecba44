#include "text/citation.h"

#include "text/owner.h"

#include <stdio.h>

#define TITLE_BYTES 900 /* the longest title looked for */
#define AGENCY_LETTERS 14
#define AGENCY_NAME 24

static int
add_mention (GbScan *scan, GbMentionKind kind, gsize start, gsize end, const char *text,
             gsize length)
{
  GbDraft *draft = scan->draft;
  gb_scan_flush (scan, start);
  GbDraftMention made = {
    .mention = {
      .kind = kind,
      .unit = gb_draft_top (draft)->unit,
      .line = gb_scan_line (scan->breaks, scan->line, start),
      .start = draft->html->len,
    },
    .text = gb_draft_string (draft, text, length),
  };
  gb_scan_flush (scan, end);
  made.mention.end = draft->html->len;
  g_array_append_val (draft->mentions, made);
  return (int)draft->mentions->len - 1;
}

/* Others inside it are part of it. */
gsize
gb_citation_title (GbScan *scan, gsize at)
{
  gsize limit = MIN (scan->to, at + TITLE_BYTES);
  int depth = 0;
  gsize end = at;
  for (; end + GB_GLYPH_BYTES <= limit; end++) {
    if (gb_glyph_is (scan->text + end, GB_GLYPH_BYTES, "《"))
      depth++;
    else if (gb_glyph_is (scan->text + end, GB_GLYPH_BYTES, "》") && --depth == 0)
      break;
  }
  gsize words = at + GB_GLYPH_BYTES;
  if (depth != 0 || end <= words)
    return 0;
  scan->chain->mention = add_mention (scan, GB_MENTION_TITLE, at, end + GB_GLYPH_BYTES,
                                      scan->text + words, end - words);
  scan->chain->document = end + GB_GLYPH_BYTES;
  gb_owner_note_document (scan, at);
  return end + GB_GLYPH_BYTES;
}

/* Whether the Han letter at @at, before those of an agency already read, is the end of the sentence
 * around it rather than one more letter. */
static gboolean
ends_before_agency (const GbScan *scan, gsize at)
{
  static const char single[] = "和及与的由对在按以将把了是为即原号见至或该附";
  static const char pairs[]
    = "根据依据按照依照参照遵照对照以及文件执行落实精神通知印发转发废止关于其中替代修改代替同时"
      "办法规定意见方案细则贯彻下发发布公布实施编号文号字号";
  const char *letter = scan->text + at;
  if (gb_glyph_is_one_of (letter, single, GB_GLYPH_BYTES))
    /* 中华人民共和国国务院令 */
    return !(gb_glyph_is (letter, GB_GLYPH_BYTES, "和") && gb_scan_is_before (scan, at, "共"));
  if (at >= GB_GLYPH_BYTES
      && gb_glyph_is_one_of (letter - GB_GLYPH_BYTES, pairs, 2 * GB_GLYPH_BYTES))
    return TRUE;
  /* 2021年6月22日东工信…, but 日政发 of 日照. */
  return at > 0 && g_ascii_isdigit (scan->text[at - 1])
         && gb_glyph_is_one_of (letter, "年月日", GB_GLYPH_BYTES);
}

/* Where the letters of the agency that end at @end begin. */
static gsize
find_agency (const GbScan *scan, gsize end, guint most)
{
  gsize start = end;
  for (guint n = 0; n < most; n++) {
    gsize size;
    gunichar c = gb_glyph_before (scan->text + start, scan->text + scan->run, &size);
    if (!gb_glyph_is_han (c) || ends_before_agency (scan, start - size))
      break;
    start -= size;
  }
  return start;
}

static void
name_document (GbScan *scan, gsize start, gsize end, const char *text, gsize length)
{
  GbChain *chain = scan->chain;
  /* 《…》（…号）第三条 speaks of the titled document. */
  gsize gap = chain->document;
  gboolean goes_on = FALSE;
  if (chain->document > 0 && chain->mention >= 0 && gap <= start) {
    gap = gb_scan_skip_spaces (scan, gap);
    (void)gb_scan_take_any (scan, &gap, (const char *const[]){ "（", "(", NULL });
    goes_on = gb_scan_skip_spaces (scan, gap) == start;
  }
  int mention = add_mention (scan, GB_MENTION_NUMBER, start, end, text, length);
  chain->document = end;
  gb_owner_note_document (scan, start);
  if (!goes_on)
    chain->mention = mention;
}

gsize
gb_citation_number (GbScan *scan, gsize at)
{
  static const char *const opening[] = { "〔", "[", "［", "（", "(", "【", NULL };
  static const char *const closing[] = { "〕", "]", "］", "）", ")", "】", NULL };
  const char *text = scan->text;
  gsize end = at;
  guint year = 0;
  (void)gb_scan_take_any (scan, &end, opening);
  end = gb_scan_skip_spaces (scan, end);
  for (int i = 0; i < 4; i++, end++) {
    if (end >= scan->to || !g_ascii_isdigit (text[end]))
      return 0;
    year = year * 10 + (guint)(text[end] - '0');
  }
  end = gb_scan_skip_spaces (scan, end);
  if (!gb_scan_take_any (scan, &end, closing) || year < 1949 || year > 2199)
    return 0;
  end = gb_scan_skip_spaces (scan, end);
  if (gb_scan_take (scan, &end, "第"))
    end = gb_scan_skip_spaces (scan, end);
  gsize digits = end;
  while (end < scan->to && end < digits + 6 && g_ascii_isdigit (text[end]))
    end++;
  gsize n_digits = end - digits;
  end = gb_scan_skip_spaces (scan, end);
  if (n_digits == 0 || n_digits > 5 || !gb_scan_take (scan, &end, "号"))
    return 0;
  gsize tail = gb_scan_trim (scan, at, scan->run);
  gsize start = find_agency (scan, tail, AGENCY_LETTERS);
  if (start == tail)
    return 0;
  char number[GB_GLYPH_BYTES * AGENCY_LETTERS + 32];
  int length = snprintf (number, sizeof number, "%.*s〔%u〕%.*s号", (int)(tail - start),
                         text + start, year, (int)n_digits, text + digits);
  name_document (scan, start, end, number, (gsize)length);
  return end;
}

gsize
gb_citation_order (GbScan *scan, gsize at, gsize end, int number)
{
  const char *text = scan->text;
  gsize tail = gb_scan_trim (scan, at, scan->run);
  guint year = 0; /* 公告2023年第5号 */
  if (gb_scan_is_before (scan, tail, "年")) {
    gsize digits = tail - strlen ("年");
    guint power = 1;
    while (digits > scan->run && g_ascii_isdigit (text[digits - 1]) && power < 10000) {
      year += power * (guint)(text[--digits] - '0');
      power *= 10;
    }
    if (year < 1949 || year > 2199)
      return 0;
    tail = gb_scan_trim (scan, digits, scan->run);
  }
  gsize kind = gb_scan_is_before (scan, tail, "令") ? strlen ("令") : strlen ("公告");
  if (!gb_scan_is_before (scan, tail, "令") && !gb_scan_is_before (scan, tail, "公告")
      && !gb_scan_is_before (scan, tail, "通告"))
    return 0;
  gsize start = find_agency (scan, tail, AGENCY_NAME);
  if (tail - start <= kind)
    return 0;
  char name[GB_GLYPH_BYTES * AGENCY_NAME + 48];
  char when[16] = "";
  if (year > 0)
    (void)snprintf (when, sizeof when, "%u年", year);
  int length
    = snprintf (name, sizeof name, "%.*s%s第%d号", (int)(tail - start), text + start, when, number);
  name_document (scan, start, end, name, (gsize)length);
  return end;
}
