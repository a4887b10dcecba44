#include "text/mention.h"

#include "text/citation.h"
#include "text/clause.h"

/* A reference begins with one of eight characters. A character is the i-th of them where bit i is
 * set for each of its three bytes. */
static const struct {
  guint8 byte[3][256];
} begins = { {
  { [0xe7] = 1, [0xe3] = 2 | 4 | 8, [0xe5] = 16, [0xe9] = 32, [0xef] = 64 | 128 },
  { [0xac] = 1, [0x80] = 2 | 4 | 8, [0x89] = 16, [0x99] = 32, [0xbc] = 64 | 128 },
  { [0xac] = 1,  /* 第 */
    [0x8a] = 2,  /* 《 */
    [0x94] = 4,  /* 〔 */
    [0x90] = 8,  /* 【 */
    [0x8d] = 16, /* 前 */
    [0x84] = 32, /* 附 */
    [0x88] = 64, /* （ */
    [0xbb] = 128 /* ［ */ },
} };

static gsize
match (GbScan *scan, guint begin, gsize at)
{
  switch (begin) {
  case 1:
    return gb_clause_ordinal (scan, at);
  case 2:
    return gb_citation_title (scan, at);
  case 16:
    return gb_clause_previous (scan, at);
  case 32:
    return gb_clause_annex (scan, at);
  default:
    return gb_citation_number (scan, at);
  }
}

/* Past the characters at @at none of which begins a reference, up to ASCII or one that does; of a
 * character of four bytes, up to its last. */
static gsize
skip_ordinary (const char *text, gsize at, gsize to)
{
  const guchar *b = (const guchar *)text + at;
  const guchar *end = (const guchar *)text + to;
  /* The last two bytes tell nearly all of them from those that do. */
  while (end - b >= 3 && b[0] >= 0xe0 && (begins.byte[1][b[1]] & begins.byte[2][b[2]]) == 0)
    b += 3;
  return (gsize)((const char *)b - text);
}

void
gb_mention_write (GbDraft *draft, GbChain *chain, const char *text, gsize from, gsize to,
                  const GArray *breaks, guint line)
{
  /* ASCII that is escaped in HTML, and that may open the year of a number. */
  static const guint8 ascii[128]
    = { ['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, ['\''] = 1, ['['] = 2, ['('] = 2 };
  GbScan scan = {
    .draft = draft,
    .chain = chain,
    .text = text,
    .to = to,
    .run = from,
    .breaks = breaks,
    .line = line,
  };
  gb_clause_begin (&scan);
  gboolean escape = FALSE;
  for (gsize at = from; (at = skip_ordinary (text, at, to)) < to;) {
    const guchar *b = (const guchar *)text + at;
    gsize end = 0;
    if (b[0] >= 0xe0 && at + 3 <= to) {
      guint begin = begins.byte[0][b[0]] & begins.byte[1][b[1]] & begins.byte[2][b[2]];
      if (begin != 0)
        end = match (&scan, begin, at);
      at = end > 0 ? end : at + 3;
    } else {
      guint8 kind = b[0] < 0x80 ? ascii[b[0]] : 0;
      escape = escape || kind == 1;
      if (kind == 2 && at + 1 < to && (g_ascii_isdigit (text[at + 1]) || text[at + 1] == ' '))
        end = gb_citation_number (&scan, at);
      at = end > 0 ? end : at + 1;
    }
  }
  if (escape)
    gb_scan_flush (&scan, to);
  else if (to > scan.run)
    gb_append (draft->html, text + scan.run, to - scan.run);
}
