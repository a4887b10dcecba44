#include "base/integer.h"

gboolean
gb_integer_parse (const char *text, gint64 minimum, gint64 maximum, gint64 *ret_integer)
{
  gboolean negative = *text == '-';
  if (negative)
    text++;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  /* Counted downwards, where there is room for one more. */
  gint64 integer = 0;
  for (; g_ascii_isdigit (*text); text++) {
    int digit = *text - '0';
    if (integer < (G_MININT64 + digit) / 10)
      return FALSE;
    integer = integer * 10 - digit;
  }
  if (*text != '\0' || (!negative && integer == G_MININT64))
    return FALSE;
  if (!negative)
    integer = -integer;
  if (integer < minimum || integer > maximum)
    return FALSE;
  *ret_integer = integer;
  return TRUE;
}
