#include "text/gram.h"

#include "text/glyph.h"

/* One character of the compatibility form; 0: nothing. */
static guint32
fold_one (guint32 c)
{
  if (c < 0x80)
    switch (c) {
    case '[':
    case '{':
      return '(';
    case ']':
    case '}':
      return ')';
    case '\'':
      return '"';
    case '~':
      return '-';
    default:
      return c <= ' ' || c == 0x7f ? 0 : c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
  switch (c) {
  case 0x3010: /* 【 */
  case 0x3014: /* 〔 */
  case 0x3016: /* 〖 */
    return '(';
  case 0x3011:
  case 0x3015:
  case 0x3017:
    return ')';
  case 0x3008: /* 〈 */
    return 0x300a;
  case 0x3009:
    return 0x300b;
  case 0x2018: /* ‘ ’ “ ” 「 」 『 』 */
  case 0x2019:
  case 0x201c:
  case 0x201d:
  case 0x300c:
  case 0x300d:
  case 0x300e:
  case 0x300f:
    return '"';
  case 0x2010: /* hyphens and dashes */
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
  case 0x2015:
  case 0x2212:
  case 0x301c:
    return '-';
  case 0x2022: /* • ・ */
  case 0x30fb:
    return 0xb7;
  default:
    /* Spaces, and what is not to be seen. */
    return (c >= 0x80 && c <= 0xa0) || c == 0xad || (c >= 0x2000 && c <= 0x200f)
               || (c >= 0x2028 && c <= 0x202f) || (c >= 0x205f && c <= 0x206f) || c == 0x3000
               || c == 0xfeff || c == 0x1680
             ? 0
             : c;
  }
}

/* Appends what @c is compatible with. */
static void
fold_compatible (gunichar c, GArray *out)
{
  char text[7];
  text[g_unichar_to_utf8 (c, text)] = '\0';
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  for (const char *at = normal; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    guint32 folded = fold_one (g_utf8_get_char (at));
    if (folded != 0)
      g_array_append_val (out, folded);
  }
}

void
gb_gram_fold (const char *text, gsize length, GArray *out)
{
  const char *end = text + length;
  while (text < end) {
    /* In place, as most characters take three bytes and give one; what gives more is appended. */
    guint n = out->len;
    g_array_set_size (out, n + (guint)(end - text));
    guint32 *at = (guint32 *)(gpointer)out->data + n;
    gunichar odd = 0;
    while (text < end && odd == 0) {
      gsize size;
      gunichar c = gb_glyph_read (text, (gsize)(end - text), &size);
      text += size;
      if (size == 0)
        text = end;
      else if ((c >= 0x4e00 && c < 0xa000) || (c >= 0x3400 && c < 0x4dc0))
        *at++ = c;
      else if (c == '\n')
        *at++ = 0;
      else if (c < 0x80 || (c >= 0x3001 && c < 0x3018) || (c >= 0xff01 && c <= 0xff5e)) {
        guint32 folded = fold_one (c >= 0xff01 ? c - 0xfee0 : c);
        *at = folded;
        at += folded != 0;
      } else {
        odd = c;
      }
    }
    g_array_set_size (out, (guint)(at - (guint32 *)(gpointer)out->data));
    if (odd != 0)
      fold_compatible (odd, out);
  }
}

guint32
gb_gram_hash (guint32 first, guint32 second)
{
  guint32 h = (first * 0x9e3779b1u) ^ (second * 0x85ebca6bu);
  h = (h ^ (h >> 15)) * 0x2c1b3c6du;
  h = (h ^ (h >> 12)) * 0x297a2d39u;
  return h ^ (h >> 15);
}
