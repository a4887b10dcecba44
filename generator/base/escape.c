#include "base/escape.h"

#include <string.h>

/* Appends the run of harmless bytes at once: most text has nothing to escape. */
static void
escape (GString *out, const char *text, gssize length,
        gsize (*replace) (const char *text, gsize left, const char **ret_escaped, char scratch[8]))
{
  gsize left = length < 0 ? strlen (text) : (gsize)length;
  const char *start = text;
  while (left > 0) {
    char scratch[8];
    const char *escaped = NULL;
    gsize consumed = replace (text, left, &escaped, scratch);
    if (escaped != NULL) {
      g_string_append_len (out, start, text - start);
      g_string_append (out, escaped);
      start = text + consumed;
    }
    text += consumed;
    left -= consumed;
  }
  g_string_append_len (out, start, text - start);
}

void
gb_escape_html (GString *out, const char *text, gssize length)
{
  static const guchar special[256] = {
    ['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\''] = 5,
  };
  static const char *const escaped[] = { NULL, "&amp;", "&lt;", "&gt;", "&quot;", "&#39;" };
  const guchar *at = (const guchar *)text;
  const guchar *end = at + (length < 0 ? strlen (text) : (gsize)length);
  const guchar *start = at;
  for (; at < end; at++) {
    if (special[*at] == 0)
      continue;
    g_string_append_len (out, (const char *)start, at - start);
    g_string_append (out, escaped[special[*at]]);
    start = at + 1;
  }
  g_string_append_len (out, (const char *)start, end - start);
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
  g_string_append_c (out, '"');
  escape (out, text, length, replace_json);
  g_string_append_c (out, '"');
}

static gsize
replace_path (const char *text, G_GNUC_UNUSED gsize left, const char **ret_escaped, char scratch[8])
{
  static const char digits[] = "0123456789ABCDEF";
  guchar c = (guchar)*text;
  if (g_ascii_isalnum (c) || (c != '\0' && strchr ("-._~/", c) != NULL))
    return 1;
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
  escape (out, text, length, replace_path);
}
