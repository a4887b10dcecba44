#include "text/amount.h"

#include "text/glyph.h"

#include <math.h>

typedef struct {
  const char *at;
  double value;
} Reading;

/* 0–9 of a Chinese digit, -1 for anything else. */
static int
digit_at (const char *at)
{
  static const char digits[] = "〇一二三四五六七八九两零○";
  static const int values[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 0, 0 };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (strncmp (at, digits + i * GB_GLYPH_BYTES, GB_GLYPH_BYTES) == 0)
      return values[i];
  return -1;
}

/* 10 to 100000000, 0 for anything else. */
static double
multiplier_at (const char *at)
{
  static const char signs[] = "十百千万亿";
  static const double values[] = { 1e1, 1e2, 1e3, 1e4, 1e8 };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (strncmp (at, signs + i * GB_GLYPH_BYTES, GB_GLYPH_BYTES) == 0)
      return values[i];
  return 0;
}

/* 3,000.5: commas only before three digits. */
static const char *
read_digits (const char *at, double *ret_value)
{
  double value = 0;
  for (; g_ascii_isdigit (*at)
         || (*at == ',' && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2])
             && g_ascii_isdigit (at[3]) && !g_ascii_isdigit (at[4]));
       at++)
    if (*at != ',')
      value = value * 10 + (*at - '0');
  if (*at == '.' && g_ascii_isdigit (at[1])) {
    double place = 0.1;
    for (at++; g_ascii_isdigit (*at); at++, place /= 10)
      value += (*at - '0') * place;
  }
  *ret_value = value;
  return at;
}

/* A whole number with its multipliers: 1.5亿, 一千二百万, 二〇二四. */
static Reading
read_number (const char *at)
{
  double total = 0, section = 0, digits = 0;
  gboolean pending = FALSE, any = FALSE, han = FALSE;
  for (;; any = TRUE) {
    int digit = digit_at (at);
    double times = multiplier_at (at);
    if (g_ascii_isdigit (*at) && !pending) {
      at = read_digits (at, &digits);
      han = FALSE;
      pending = TRUE;
    } else if (digit >= 0 && (!pending || han)) {
      digits = pending ? digits * 10 + digit : digit;
      han = pending = TRUE;
      at += GB_GLYPH_BYTES;
    } else if (times >= 1e4 && any) {
      /* 1亿2000万 is a sum, 1万亿 is not. */
      if (times == 1e4 && total >= 1e8)
        total += (section + digits) * times;
      else
        total = (total + section + digits) * times;
      section = digits = 0;
      pending = FALSE;
      at += GB_GLYPH_BYTES;
    } else if (times > 0 && times < 1e4 && (pending || times == 10)) {
      section += (pending ? digits : 1) * times;
      digits = 0;
      pending = FALSE;
      at += GB_GLYPH_BYTES;
    } else {
      break;
    }
  }
  return (Reading){ any ? at : NULL, total + section + digits };
}

/* 百分之二十, 三分之一, 千分之五; at NULL where there is none. */
static Reading
read_fraction (const char *at)
{
  Reading whole = { at, 0 };
  if (g_str_has_prefix (at, "百分之") || g_str_has_prefix (at, "千分之")
      || g_str_has_prefix (at, "万分之"))
    whole = (Reading){ at + GB_GLYPH_BYTES, multiplier_at (at) };
  else
    whole = read_number (at);
  if (whole.at == NULL || whole.value == 0 || !g_str_has_prefix (whole.at, "分之"))
    return (Reading){ NULL, 0 };
  Reading part = read_number (whole.at + strlen ("分之"));
  return (Reading){ part.at, part.value / whole.value };
}

static gboolean
skip (const char **at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*at, *words)) {
      *at += strlen (*words);
      return TRUE;
    }
  return FALSE;
}

/* What stands at @at and begins an amount. */
static gboolean
read_amount (const char *at, GbAmount *ret_amount)
{
  static const char *const per_cent[] = { "%", "％", NULL };
  static const char *const per_mille[] = { "‰", NULL };
  static const char *const tenths[] = { "成", NULL };
  static const char *const colons[] = { ":", "：", "∶", NULL };
  Reading reading = read_fraction (at);
  gboolean share = reading.at != NULL;
  if (!share) {
    reading = read_number (at);
    if (reading.at == NULL)
      return FALSE;
    const char *behind = reading.at;
    double divisor = skip (&behind, per_cent)    ? 100
                     : skip (&behind, per_mille) ? 1000
                     : skip (&behind, tenths)    ? 10
                                                 : 0;
    if (divisor > 0) {
      share = TRUE;
      reading = (Reading){ behind, reading.value / divisor };
    } else if (reading.value > 0 && skip (&behind, colons)) {
      Reading other = read_number (behind);
      if (other.at != NULL) {
        share = TRUE;
        reading = (Reading){ other.at, other.value / reading.value };
      }
    }
  }
  *ret_amount = (GbAmount){ reading.value, share, reading.at };
  return TRUE;
}

gboolean
gb_amount_next (const char **at, GbAmount *ret_amount)
{
  gboolean ordinal = FALSE;
  while (**at != '\0') {
    if (read_amount (*at, ret_amount)) {
      *at = ret_amount->unit;
      if (!ordinal)
        return TRUE;
      ordinal = FALSE;
      continue;
    }
    ordinal = g_str_has_prefix (*at, "第");
    *at = g_utf8_next_char (*at);
  }
  return FALSE;
}

gboolean
gb_amount_holds (const char *words, const char *number, const char *unit)
{
  g_autofree char *key = g_strconcat (number, unit, NULL);
  GbAmount wanted, found;
  if (!read_amount (key, &wanted))
    return TRUE;
  for (const char *at = words; gb_amount_next (&at, &found);)
    if (found.share == wanted.share
        && fabs (found.value - wanted.value) <= 1e-9 * MAX (1, fabs (wanted.value)))
      return TRUE;
  return FALSE;
}
