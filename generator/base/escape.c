#include "base/escape.h"

#include "base/append.h"

#include <string.h>

/* Bytes that may need to be replaced are marked in a table of 256. */
typedef gsize (*Replace) (const char *text, gsize left, const char **ret_escaped, char scratch[8]);

/* Runs of harmless bytes, of which most text is, are skipped by fours and appended at once. */
static void
escape (GString *out, const char *text, gssize length, const guchar special[256], Replace replace)
{
  const guchar *at = (const guchar *)text;
  const guchar *end = at + (length < 0 ? strlen (text) : (gsize)length);
  const guchar *start = at;
  while (at < end) {
    while (end - at >= 4
           && (special[at[0]] | special[at[1]] | special[at[2]] | special[at[3]]) == 0)
      at += 4;
    if (at == end)
      break;
    if (special[*at] == 0) {
      at++;
      continue;
    }
    char scratch[8];
    const char *escaped = NULL;
    gsize consumed = replace ((const char *)at, (gsize)(end - at), &escaped, scratch);
    if (escaped != NULL) {
      gb_append (out, (const char *)start, (gsize)(at - start));
      gb_append (out, escaped, strlen (escaped));
      start = at + consumed;
    }
    at += consumed;
  }
  gb_append (out, (const char *)start, (gsize)(end - start));
}

static gsize
replace_html (const char *text, G_GNUC_UNUSED gsize left, const char **ret_escaped,
              G_GNUC_UNUSED char scratch[8])
{
  switch (*text) {
  case '&':
    *ret_escaped = "&amp;";
    break;
  case '<':
    *ret_escaped = "&lt;";
    break;
  case '>':
    *ret_escaped = "&gt;";
    break;
  case '"':
    *ret_escaped = "&quot;";
    break;
  default:
    *ret_escaped = "&#39;";
    break;
  }
  return 1;
}

void
gb_escape_html (GString *out, const char *text, gssize length)
{
  static const guchar special[256] = { ['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, ['\''] = 1 };
  escape (out, text, length, special, replace_html);
}

/* Control characters, U+FFFE and U+FFFF go. */
static gsize
drop_impossible (const char *text, gsize left, const char **ret_escaped,
                 G_GNUC_UNUSED char scratch[8])
{
  if ((guchar)*text < 0x20) {
    *ret_escaped = "";
    return 1;
  }
  if (left >= 3 && (guchar)text[1] == 0xbf && (guchar)text[2] >= 0xbe) {
    *ret_escaped = "";
    return 3;
  }
  return 1;
}

#define IMPOSSIBLE [0 ... 8] = 1, [0xb ... 0xc] = 1, [0xe ... 0x1f] = 1, [0xef] = 1

static gsize
replace_xml (const char *text, gsize left, const char **ret_escaped, char scratch[8])
{
  gboolean rare = (guchar)*text < 0x20 || (guchar)*text == 0xef;
  return rare ? drop_impossible (text, left, ret_escaped, scratch)
              : replace_html (text, left, ret_escaped, scratch);
}

void
gb_escape_xml (GString *out, const char *text, gssize length)
{
  static const guchar special[256]
    = { IMPOSSIBLE, ['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, ['\''] = 1 };
  escape (out, text, length, special, replace_xml);
}

void
gb_escape_xml_again (GString *out, const char *html, gssize length)
{
  static const guchar special[256] = { IMPOSSIBLE };
  escape (out, html, length, special, drop_impossible);
}

static gsize
replace_json (const char *text, gsize left, const char **ret_escaped, char scratch[8])
{
  static const char digits[] = "0123456789abcdef";
  guchar c = (guchar)*text;
  switch (c) {
  case '"':
    *ret_escaped = "\\\"";
    return 1;
  case '\\':
    *ret_escaped = "\\\\";
    return 1;
  case '\n':
    *ret_escaped = "\\n";
    return 1;
  case '\t':
    *ret_escaped = "\\t";
    return 1;
  case '\r':
    *ret_escaped = "\\r";
    return 1;
  default:
    break;
  }
  if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == 0x7f) {
    memcpy (scratch, "\\u00", 4);
    scratch[4] = digits[c >> 4];
    scratch[5] = digits[c & 15];
    scratch[6] = '\0';
    *ret_escaped = scratch;
    return 1;
  }
  /* U+2028 and U+2029 end a line in a script. */
  if (c == 0xe2 && left >= 3 && (guchar)text[1] == 0x80 && ((guchar)text[2] & 0xfe) == 0xa8) {
    *ret_escaped = (guchar)text[2] == 0xa8 ? "\\u2028" : "\\u2029";
    return 3;
  }
  return 1;
}

void
gb_escape_json (GString *out, const char *text, gssize length)
{
  /* Control characters, what ends a text or a script, and the first byte of U+2028. */
  static const guchar special[256] = {
    [0 ... 0x1f] = 1, ['"'] = 1, ['\\'] = 1, ['<'] = 1,
    ['>'] = 1,        ['&'] = 1, [0x7f] = 1, [0xe2] = 1,
  };
  g_string_append_c (out, '"');
  escape (out, text, length, special, replace_json);
  g_string_append_c (out, '"');
}

static gsize
replace_path (const char *text, G_GNUC_UNUSED gsize left, const char **ret_escaped, char scratch[8])
{
  static const char digits[] = "0123456789ABCDEF";
  guchar c = (guchar)*text;
  scratch[0] = '%';
  scratch[1] = digits[c >> 4];
  scratch[2] = digits[c & 15];
  scratch[3] = '\0';
  *ret_escaped = scratch;
  return 1;
}

void
gb_escape_path (GString *out, const char *text, gssize length)
{
  /* All but letters, digits and - . / _ ~ */
  static const guchar special[256] = {
    [0 ... ','] = 1, [':' ... '@'] = 1, ['[' ... '^'] = 1,
    ['`'] = 1,       ['{' ... '}'] = 1, [0x7f ... 0xff] = 1,
  };
  escape (out, text, length, special, replace_path);
}

void
gb_escape_csv (GString *out, const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;
  gboolean quoted = size > 0 && (text[0] == ' ' || text[size - 1] == ' ');
  for (gsize i = 0; i < size && !quoted; i++)
    quoted = text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r';
  if (!quoted) {
    gb_append (out, text, size);
    return;
  }
  g_string_append_c (out, '"');
  for (gsize i = 0; i < size; i++) {
    if (text[i] == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, text[i]);
  }
  g_string_append_c (out, '"');
}
