/* Dates known to the day, the month or the year (date.h). */
#include "law/date.h"

#include <string.h>

gboolean
gb_when_parse (const char *text, GbWhen *ret_when)
{
  gsize length = text == NULL ? 0 : strlen (text);
  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  /* What is left out of YYYY-MM-DD is the first there is. */
  char whole[GB_DATE_LENGTH] = "0000-01-01";
  memcpy (whole, text, length);
  GbDate first;
  if (!gb_date_parse (whole, &first))
    return FALSE;
  int year, month;
  gb_date_split (first, &year, &month, NULL);
  GbDate last = length == 10  ? first
                : length == 7 ? gb_date_new (year, month, gb_date_month_length (year, month))
                              : gb_date_new (year, 12, 31);
  *ret_when = (GbWhen){ first, last };
  return TRUE;
}

GbPrecision
gb_when_precision (GbWhen when)
{
  if (!gb_date_is_valid (when.first) || !gb_date_is_valid (when.last))
    return GB_PRECISION_NONE;
  if (when.first == when.last)
    return GB_PRECISION_DAY;
  int year, month, day;
  gb_date_split (when.first, &year, &month, &day);
  if (day == 1 && month == 1 && when.last == gb_date_new (year, 12, 31))
    return GB_PRECISION_YEAR;
  if (day == 1 && when.last == gb_date_new (year, month, gb_date_month_length (year, month)))
    return GB_PRECISION_MONTH;
  return GB_PRECISION_DAY;
}

GbDate
gb_when_day (GbWhen when)
{
  return when.first == when.last ? when.first : GB_DATE_NONE;
}

const char *
gb_when_format (GbWhen when, char text[GB_DATE_LENGTH])
{
  text[0] = '\0';
  switch (gb_when_precision (when)) {
  case GB_PRECISION_NONE:
    break;
  case GB_PRECISION_DAY:
    return gb_date_format (when.last, text);
  case GB_PRECISION_MONTH:
    gb_date_format (when.first, text);
    text[7] = '\0';
    break;
  case GB_PRECISION_YEAR:
    gb_date_format (when.first, text);
    text[4] = '\0';
    break;
  }
  return text;
}
