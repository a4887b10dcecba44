#include "text/numeral.h"

#include <stdio.h>

#include "text/glyph.h"

#define LONGEST 9 /* 九千九百九十九 has seven characters; anything beyond is no numeral */

/* A digit 0–9, a unit as 10, 100, 1000, 廿 and 卅 as what they stand for, -1 for anything else. */
static int
value_of (gunichar c)
{
  static const struct {
    gunichar sign;
    int value;
  } values[] = {
    { 0x3007, 0 },  { 0x96f6, 0 },   { 0x25cb, 0 },    /* 〇零○ */
    { 0x4e00, 1 },  { 0x4e8c, 2 },   { 0x4e24, 2 },    /* 一二两 */
    { 0x4e09, 3 },  { 0x56db, 4 },   { 0x4e94, 5 },    /* 三四五 */
    { 0x516d, 6 },  { 0x4e03, 7 },   { 0x516b, 8 },    /* 六七八 */
    { 0x4e5d, 9 },                                     /* 九 */
    { 0x5341, 10 }, { 0x767e, 100 }, { 0x5343, 1000 }, /* 十百千 */
    { 0x5eff, 20 }, { 0x5345, 30 },  { 0x25ef, 0 },    /* 廿卅◯ */
  };
  for (guint i = 0; c >= 0x25cb && i < G_N_ELEMENTS (values); i++)
    if (values[i].sign == c)
      return values[i].value;
  return -1;
}

static int
digit_of (gunichar c)
{
  if (c >= '0' && c <= '9')
    return (int)(c - '0');
  if (c >= 0xff10 && c <= 0xff19)
    return (int)(c - 0xff10);
  return -1;
}

/* 14: at most four digits, the first not 0. */
static int
read_arabic (const char *text, gsize length, gsize *ret_length)
{
  int number = 0;
  gsize at = 0;
  for (int n = 0;; n++) {
    gsize size;
    int digit = digit_of (gb_glyph_read (text + at, length - at, &size));
    if (digit < 0)
      break;
    if (n == 4 || (n == 0 && digit == 0))
      return 0;
    number = number * 10 + digit;
    at += size;
  }
  *ret_length = at;
  return number;
}

/* 一〇一, as some old codes number their articles. */
static int
positional (const int *values, guint n)
{
  if (n > 4 || values[0] == 0)
    return 0;
  int number = 0;
  for (guint i = 0; i < n; i++)
    number = number * 10 + values[i];
  return number;
}

static int
with_units (const int *values, guint n)
{
  int number = 0;
  int last = 10000; /* the unit before; units only fall */
  int digit = 0;    /* waits for its unit */
  gboolean zero = FALSE;
  for (guint i = 0; i < n; i++) {
    int value = values[i];
    if (value == 0) {
      if (digit != 0 || zero || number == 0)
        return 0;
      zero = TRUE;
    } else if (value < 10) {
      if (digit != 0)
        return 0;
      digit = value;
    } else {
      if (value >= last)
        return 0;
      /* 十二 and 百二十 at the head, 一百十二; but 一千百 is nothing. */
      if (digit == 0 && number != 0 && value != 10)
        return 0;
      /* 零 stands for a place that is skipped. */
      if (zero && value * 10 == last)
        return 0;
      number += (digit == 0 ? 1 : digit) * value;
      last = value;
      digit = 0;
      zero = FALSE;
    }
  }
  if (digit == 0)
    return zero ? 0 : number;
  /* 一百五 is said of 150 and written for 105: not accepted as either. */
  if ((last == 10) == zero)
    return 0;
  return number + digit;
}

int
gb_numeral_read (const char *text, gsize length, gsize *ret_length)
{
  gsize at = 0;
  int values[LONGEST];
  guint n = 0;
  gboolean units = FALSE;
  for (;;) {
    gsize size;
    gunichar c = gb_glyph_read (text + at, length - at, &size);
    int value = value_of (c);
    if (value < 0) {
      if (n == 0)
        return digit_of (c) < 0 ? 0 : read_arabic (text, length, ret_length);
      break;
    }
    /* 廿一 is 二十一. */
    gboolean pair = value == 20 || value == 30;
    if (n + pair >= LONGEST)
      return 0;
    if (pair)
      values[n++] = value / 10;
    units = units || value >= 10;
    values[n++] = pair ? 10 : value;
    at += size;
  }
  int number = units ? with_units (values, n) : positional (values, n);
  if (number > 0)
    *ret_length = at;
  return number;
}

const char *
gb_numeral_write (int number, char text[32])
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  static const char *const names[] = { "千", "百", "十", "" };
  if (number < 1 || number > 9999) {
    (void)snprintf (text, 32, "%d", number);
    return text;
  }
  char *at = text;
  gboolean zero = FALSE;
  int unit = 1000;
  for (int i = 0; i < 4; i++, unit /= 10) {
    int digit = number / unit % 10;
    if (digit == 0) {
      zero = at != text;
      continue;
    }
    /* 十四, not 一十四, but 一百一十四. */
    const char *word = digit == 1 && unit == 10 && at == text ? "" : digits[digit];
    at += snprintf (at, 16, "%s%s%s", zero ? "零" : "", word, names[i]);
    zero = FALSE;
  }
  return text;
}
