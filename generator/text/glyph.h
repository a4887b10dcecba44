/* Characters of Chinese text, read from UTF-8 that is known to be valid.
 *
 * Private to the room.  Everything here works on a pointer and the bytes left, because words are
 * looked at inside larger texts that are not NUL-terminated at that place.
 */
#pragma once

#include <glib.h>
#include <string.h>

/* The character at @at and its bytes; 0 and 0 at the end. */
static inline gunichar
gb_glyph_read (const char *at, gsize left, gsize *ret_size)
{
  const guchar *b = (const guchar *)at;
  *ret_size = 0;
  if (left == 0)
    return 0;
  if (b[0] < 0x80) {
    *ret_size = 1;
    return b[0];
  }
  if (b[0] < 0xe0 && left >= 2) {
    *ret_size = 2;
    return ((gunichar)(b[0] & 0x1f) << 6) | (b[1] & 0x3f);
  }
  if (b[0] < 0xf0 && left >= 3) {
    *ret_size = 3;
    return ((gunichar)(b[0] & 0x0f) << 12) | ((gunichar)(b[1] & 0x3f) << 6) | (b[2] & 0x3f);
  }
  if (left >= 4) {
    *ret_size = 4;
    return ((gunichar)(b[0] & 0x07) << 18) | ((gunichar)(b[1] & 0x3f) << 12)
           | ((gunichar)(b[2] & 0x3f) << 6) | (b[3] & 0x3f);
  }
  return 0;
}

/* The character that ends at @at, looking back as far as @floor. */
static inline gunichar
gb_glyph_before (const char *at, const char *floor, gsize *ret_size)
{
  const char *start = at;
  while (start > floor && at - start < 4) {
    start--;
    if (((guchar)*start & 0xc0) != 0x80)
      return gb_glyph_read (start, (gsize)(at - start), ret_size);
  }
  *ret_size = 0;
  return 0;
}

/* The character that a literal of three bytes holds, as GB_GLYPH ("本"). */
#define GB_GLYPH(literal)                                                                          \
  (((gunichar)((guchar)(literal)[0] & 0x0f) << 12)                                                 \
   | ((gunichar)((guchar)(literal)[1] & 0x3f) << 6) | (gunichar)((guchar)(literal)[2] & 0x3f))

#define GB_GLYPH_BYTES 3 /* of such a character: Han letters and the marks beside them */

/* Whether one of @words, a literal of words of @size bytes each, stands at @at, where there are as
 * many. */
static inline gboolean
gb_glyph_is_one_of (const char *at, const char *words, gsize size)
{
  for (; *words != '\0'; words += size)
    if (memcmp (at, words, size) == 0)
      return TRUE;
  return FALSE;
}

/* The same of text that ends with NUL, and of characters such as GB_GLYPH takes. */
static inline gboolean
gb_glyph_is_any (const char *at, const char *signs)
{
  for (; *signs != '\0'; signs += GB_GLYPH_BYTES)
    if (strncmp (at, signs, GB_GLYPH_BYTES) == 0)
      return TRUE;
  return FALSE;
}

#define gb_glyph_is(at, left, literal)                                                             \
  ((left) >= sizeof (literal) - 1 && memcmp ((at), (literal), sizeof (literal) - 1) == 0)

static inline gboolean
gb_glyph_is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x3000 || c == 0xfeff
         || (c >= 0x2000 && c <= 0x200b);
}

/* Bytes of white space at @at. */
static inline gsize
gb_glyph_spaces (const char *at, gsize left)
{
  gsize n = 0;
  for (;;) {
    if (n == left)
      return n;
    guchar b = (guchar)at[n];
    if (b == ' ') {
      n++;
      continue;
    }
    /* Every other white space begins with one of few bytes. */
    if (b > ' ' && b != 0xe3 && b != 0xc2 && b != 0xe2 && b != 0xef)
      return n;
    gsize size;
    if (!gb_glyph_is_space (gb_glyph_read (at + n, left - n, &size)))
      return n;
    n += size;
  }
}

/* Bytes of white space before @at. */
static inline gsize
gb_glyph_spaces_before (const char *at, const char *floor)
{
  const char *start = at;
  gsize size;
  while (gb_glyph_is_space (gb_glyph_before (start, floor, &size)) && size > 0)
    start -= size;
  return (gsize)(at - start);
}

/* Bytes of a bullet and of the blanks behind it. */
static inline gsize
gb_glyph_bullet (const char *at, gsize left)
{
  if (left == 0 || (*at != '-' && *at != '+' && *at != '*'))
    return 0;
  gsize blanks = gb_glyph_spaces (at + 1, left - 1);
  return blanks > 0 || left == 1 ? 1 + blanks : 0;
}

static inline gboolean
gb_glyph_is_han (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf);
}

/* As wide as a Han character: no space is wanted where a line was broken beside it. */
static inline gboolean
gb_glyph_is_wide (gunichar c)
{
  return c >= 0x2e80 || c == 0x2014 || c == 0x2026 || (c >= 0x2018 && c <= 0x201d);
}

/* What ends a sentence or a member of an enumeration. */
static inline gboolean
gb_glyph_is_stop (gunichar c)
{
  return c == 0x3002 || c == 0xff1b || c == ';' || c == 0xff1a || c == ':' || c == 0xff01
         || c == 0xff1f || c == '!' || c == '?';
}
