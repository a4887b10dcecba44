#include "law/date.h"

#include <string.h>

#define YEAR_MIN 1900
#define YEAR_MAX 2999
#define MONTHS_MAX ((YEAR_MAX - YEAR_MIN + 1) * 12)

static const int cumulative[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };

static gboolean
is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days from 1970-01-01 to 1 January of @year, which is positive. */
static int
year_start (int year)
{
  int before = year - 1;
  return before * 365 + before / 4 - before / 100 + before / 400 - 719162;
}

int
gb_date_month_length (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  if (month < 1 || month > 12)
    return 0;
  return lengths[month - 1] + (month == 2 && is_leap (year) ? 1 : 0);
}

GbDate
gb_date_new (int year, int month, int day)
{
  if (year < YEAR_MIN || year > YEAR_MAX || day < 1 || day > gb_date_month_length (year, month))
    return GB_DATE_NONE;
  return year_start (year) + cumulative[month - 1] + (month > 2 && is_leap (year) ? 1 : 0) + day
         - 1;
}

gboolean
gb_date_is_valid (GbDate date)
{
  return date >= GB_DATE_FIRST && date <= GB_DATE_LAST;
}

GbDate
gb_date_next (GbDate date)
{
  return gb_date_is_valid (date) && date < GB_DATE_LAST ? date + 1 : GB_DATE_NONE;
}

GbDate
gb_date_earlier (GbDate a, GbDate b)
{
  return a == GB_DATE_NONE ? b : b == GB_DATE_NONE ? a : MIN (a, b);
}

void
gb_date_split (GbDate date, int *ret_year, int *ret_month, int *ret_day)
{
  int year = 0;
  int month = 0;
  int day = 0;
  if (gb_date_is_valid (date)) {
    /* The mean length of a year finds the year to within one. */
    year = YEAR_MIN + (int)(((gint64)date - GB_DATE_FIRST) * 400 / 146097);
    while (year_start (year) > date)
      year--;
    while (year_start (year + 1) <= date)
      year++;
    int rest = date - year_start (year);
    month = 1;
    for (int length; rest >= (length = gb_date_month_length (year, month)); month++)
      rest -= length;
    day = rest + 1;
  }
  if (ret_year != NULL)
    *ret_year = year;
  if (ret_month != NULL)
    *ret_month = month;
  if (ret_day != NULL)
    *ret_day = day;
}

int
gb_date_year (GbDate date)
{
  int year;
  gb_date_split (date, &year, NULL, NULL);
  return year;
}

int
gb_date_weekday (GbDate date)
{
  if (!gb_date_is_valid (date))
    return 0;
  /* The first date, 1900-01-01, was a Monday. */
  return (date - GB_DATE_FIRST) % 7 + 1;
}

/* Exactly @n digits at @text. */
static gboolean
digits (const char *text, guint n, int *ret_value)
{
  int value = 0;
  for (guint i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    value = value * 10 + (text[i] - '0');
  }
  *ret_value = value;
  return TRUE;
}

gboolean
gb_date_parse (const char *text, GbDate *ret_date)
{
  int year, month, day;
  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-'
      || !digits (text, 4, &year) || !digits (text + 5, 2, &month) || !digits (text + 8, 2, &day))
    return FALSE;
  GbDate date = gb_date_new (year, month, day);
  if (date == GB_DATE_NONE)
    return FALSE;
  *ret_date = date;
  return TRUE;
}

/* Writes @n digits of @value at @text. */
static void
put_digits (char *text, int value, guint n)
{
  while (n > 0) {
    text[--n] = (char)('0' + value % 10);
    value /= 10;
  }
}

const char *
gb_date_format (GbDate date, char text[GB_DATE_LENGTH])
{
  text[0] = '\0';
  if (!gb_date_is_valid (date))
    return text;
  int year, month, day;
  gb_date_split (date, &year, &month, &day);
  put_digits (text, year, 4);
  text[4] = '-';
  put_digits (text + 5, month, 2);
  text[7] = '-';
  put_digits (text + 8, day, 2);
  text[10] = '\0';
  return text;
}

GbDate
gb_date_add_months (GbDate date, int months)
{
  if (!gb_date_is_valid (date) || months < -MONTHS_MAX || months > MONTHS_MAX)
    return GB_DATE_NONE;
  int year, month, day;
  gb_date_split (date, &year, &month, &day);
  int count = year * 12 + month - 1 + months;
  if (count < YEAR_MIN * 12)
    return GB_DATE_NONE;
  year = count / 12;
  month = count % 12 + 1;
  return gb_date_new (year, month, MIN (day, gb_date_month_length (year, month)));
}

GbDate
gb_date_add_years (GbDate date, int years)
{
  if (years < -MONTHS_MAX / 12 || years > MONTHS_MAX / 12)
    return GB_DATE_NONE;
  return gb_date_add_months (date, years * 12);
}
