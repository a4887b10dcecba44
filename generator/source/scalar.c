#include "source/scalar.h"

#include "base/integer.h"
#include "source/filename.h"

#include <string.h>

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* Whether @text has the shape of @pattern, in which '0' stands for any digit. */
static gboolean
has_shape (const char *text, const char *pattern)
{
  for (; *pattern != '\0'; text++, pattern++) {
    if (*pattern == '0' ? !is_digit (*text) : *text != *pattern)
      return FALSE;
  }
  return *text == '\0';
}

static int
number_at (const char *text, guint n)
{
  int value = 0;
  for (guint i = 0; i < n; i++)
    value = value * 10 + (text[i] - '0');
  return value;
}

/* --- Dates ----------------------------------------------------------------------------------- */

/* The first numbers in @text, whatever stands between them; 20230301 counts as three. */
static guint
find_numbers (const char *text, int numbers[3])
{
  guint n = 0;
  while (*text != '\0' && n < 3) {
    gsize length = strspn (text, "0123456789");
    if (length == 8 && n == 0) {
      numbers[0] = number_at (text, 4);
      numbers[1] = number_at (text + 4, 2);
      numbers[2] = number_at (text + 6, 2);
      return 3;
    }
    if (length > 4)
      return 0;
    if (length > 0)
      numbers[n++] = number_at (text, (guint)length);
    text += MAX (length, 1);
  }
  return n;
}

static void
explain_day (int year, int month, int day, GString *reason)
{
  static const char *const months[]
    = { "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December" };
  g_string_append_printf (reason, "%04d-%02d-%02d does not exist: ", year, month, day);
  if (year < 1900 || year > 2999)
    g_string_append (reason, "years run from 1900 to 2999");
  else if (month < 1 || month > 12)
    g_string_append (reason, "months run from 01 to 12");
  else
    g_string_append_printf (reason, "%s %d has %d days", months[month - 1], year,
                            gb_date_month_length (year, month));
}

gboolean
gb_scalar_date (const char *text, GbDate *ret_date, GString *reason)
{
  if (gb_date_parse (text, ret_date))
    return TRUE;
  if (has_shape (text, "0000-00-00")) {
    explain_day (number_at (text, 4), number_at (text + 5, 2), number_at (text + 8, 2), reason);
    return FALSE;
  }
  g_string_append_printf (reason, "'%s' is not a date; write ", text);
  int numbers[3];
  if (find_numbers (text, numbers) == 3
      && gb_date_new (numbers[0], numbers[1], numbers[2]) != GB_DATE_NONE)
    g_string_append_printf (reason, "%04d-%02d-%02d", numbers[0], numbers[1], numbers[2]);
  else
    g_string_append (reason, "year, month and day as YYYY-MM-DD");
  return FALSE;
}

gboolean
gb_scalar_when (const char *text, GbWhen *ret_when, GString *reason)
{
  if (gb_when_parse (text, ret_when))
    return TRUE;
  if (has_shape (text, "0000-00-00")) {
    explain_day (number_at (text, 4), number_at (text + 5, 2), number_at (text + 8, 2), reason);
    return FALSE;
  }
  if (has_shape (text, "0000") || has_shape (text, "0000-00")) {
    g_string_append_printf (reason, "%s does not exist: %s", text,
                            text[4] == '-' && number_at (text, 4) >= 1900
                                && number_at (text, 4) <= 2999
                              ? "months run from 01 to 12"
                              : "years run from 1900 to 2999");
    return FALSE;
  }
  g_string_append_printf (reason, "'%s' is not a date; write ", text);
  int numbers[3];
  guint n = find_numbers (text, numbers);
  if (n == 3 && gb_date_new (numbers[0], numbers[1], numbers[2]) != GB_DATE_NONE)
    g_string_append_printf (reason, "%04d-%02d-%02d", numbers[0], numbers[1], numbers[2]);
  else if (n == 2 && gb_date_new (numbers[0], numbers[1], 1) != GB_DATE_NONE)
    g_string_append_printf (reason, "%04d-%02d", numbers[0], numbers[1]);
  else
    g_string_append (reason, "YYYY-MM-DD, or YYYY-MM or YYYY where no more is known");
  return FALSE;
}

gboolean
gb_scalar_month_day (const char *text, GbMonthDay *ret_day, GString *reason)
{
  if (!has_shape (text, "00-00")) {
    g_string_append_printf (
      reason, "'%s' is not a day of the year; write month and day as MM-DD, such as 03-31", text);
    return FALSE;
  }
  int month = number_at (text, 2);
  int day = number_at (text + 3, 2);
  if (month == 2 && day == 29) {
    g_string_append (reason, "02-29 does not exist in every year; write 02-28");
    return FALSE;
  }
  if (gb_date_new (2023, month, day) == GB_DATE_NONE) {
    g_string_append_printf (reason, "the day %s does not exist; write month and day as MM-DD",
                            text);
    return FALSE;
  }
  *ret_day = (GbMonthDay){ month, day };
  return TRUE;
}

gboolean
gb_scalar_years (const char *text, GbYears *ret_years, GString *reason)
{
  gboolean is_one = has_shape (text, "0000");
  if (!is_one && !has_shape (text, "0000-0000")) {
    g_string_append_printf (reason, "'%s' is no span of years; write ", text);
    int numbers[3];
    if (find_numbers (text, numbers) == 2 && numbers[0] >= 1900 && numbers[1] >= numbers[0])
      g_string_append_printf (reason, "%04d-%04d", numbers[0], numbers[1]);
    else
      g_string_append (reason, "YYYY-YYYY or YYYY");
    return FALSE;
  }
  int from = number_at (text, 4);
  int to = is_one ? from : number_at (text + 5, 4);
  if (from < 1900 || to > 2999) {
    g_string_append (reason, "years run from 1900 to 2999");
    return FALSE;
  }
  if (from > to) {
    g_string_append_printf (reason, "the last year, %d, is before the first, %d", to, from);
    return FALSE;
  }
  *ret_years = (GbYears){ from, to };
  return TRUE;
}

/* --- Numbers and truth ----------------------------------------------------------------------- */

gboolean
gb_scalar_boolean (const char *text, gboolean *ret_boolean, GString *reason)
{
  if (strcmp (text, "true") == 0 || strcmp (text, "false") == 0) {
    *ret_boolean = text[0] == 't';
    return TRUE;
  }
  static const char *const yes[] = { "yes", "on", "y", "true", "1", "是", NULL };
  static const char *const no[] = { "no", "off", "n", "false", "0", "否", NULL };
  g_string_append_printf (reason, "'%s' is neither true nor false; ", text);
  g_autofree char *lower = g_ascii_strdown (text, -1);
  if (g_strv_contains (yes, lower))
    g_string_append (reason, "write true");
  else if (g_strv_contains (no, lower))
    g_string_append (reason, "write false");
  else
    g_string_append (reason, "write true or false");
  return FALSE;
}

/* Length of a whole number at @text without leading zeros; 0 where there is none. */
static gsize
span_integer (const char *text)
{
  gsize sign = text[0] == '-' ? 1 : 0;
  gsize digits = strspn (text + sign, "0123456789");
  if (digits == 0 || (digits > 1 && text[sign] == '0'))
    return 0;
  return sign + digits;
}

gboolean
gb_scalar_integer (const char *text, int *ret_integer, GString *reason)
{
  gsize length = span_integer (text);
  if (length == 0 || text[length] != '\0') {
    g_string_append_printf (
      reason,
      "'%s' is not a whole number; write ordinary digits such as 12, without leading zeros, "
      "units or separators",
      text);
    return FALSE;
  }
  gint64 value;
  if (!gb_integer_parse (text, G_MININT, G_MAXINT, &value)) {
    g_string_append_printf (reason, "the number %s is too large", text);
    return FALSE;
  }
  *ret_integer = (int)value;
  return TRUE;
}

gboolean
gb_scalar_number (const char *text, GString *reason)
{
  gsize length = span_integer (text);
  if (length > 0 && text[length] == '.') {
    gsize decimals = strspn (text + length + 1, "0123456789");
    length = decimals == 0 ? 0 : length + 1 + decimals;
  }
  if (length > 0 && text[length] == '\0')
    return TRUE;
  g_string_append_printf (
    reason,
    "'%s' is not a number; write ordinary digits such as 12 or 12.5, without leading zeros, units "
    "or separators",
    text);
  return FALSE;
}

/* --- Ids and addresses ----------------------------------------------------------------------- */

gboolean
gb_scalar_is_id (const char *text, gsize length)
{
  gboolean in_word = FALSE;
  for (gsize i = 0; i < length; i++) {
    if ((text[i] >= 'a' && text[i] <= 'z') || is_digit (text[i]))
      in_word = TRUE;
    else if (text[i] == '-' && in_word)
      in_word = FALSE;
    else
      return FALSE;
  }
  return in_word;
}

/* Appends the id that @text would be if it were spelt properly; nothing where none is left. */
static gboolean
append_id (GString *out, const char *text)
{
  gsize start = out->len;
  for (; *text != '\0'; text++) {
    if (g_ascii_isalnum (*text))
      g_string_append_c (out, g_ascii_tolower (*text));
    else if ((guchar)*text >= 0x80)
      break;
    else if (out->len > start && out->str[out->len - 1] != '-')
      g_string_append_c (out, '-');
  }
  if (*text != '\0')
    g_string_truncate (out, start);
  while (out->len > start && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  return out->len > start;
}

gboolean
gb_scalar_id (const char *text, GString *reason)
{
  if (gb_filename_is_device (text)) {
    g_string_append_printf (reason,
                            "'%s' is what Windows calls a device, so that no folder of a server "
                            "there can be called so; choose another",
                            text);
    return FALSE;
  }
  if (gb_scalar_is_id (text, strlen (text)))
    return TRUE;
  g_string_append_printf (
    reason,
    "'%s' is no id; write lower-case letters a-z and digits, joined by single "
    "hyphens",
    text);
  g_autoptr (GString) id = g_string_new (NULL);
  if (append_id (id, text))
    g_string_append_printf (reason, ", such as %s", id->str);
  return FALSE;
}

gboolean
gb_scalar_entry (const char *text, GString *reason)
{
  const char *slash = strchr (text, '/');
  if (slash != NULL && gb_scalar_is_id (text, (gsize)(slash - text))
      && gb_scalar_is_id (slash + 1, strlen (slash + 1)))
    return TRUE;
  g_string_append_printf (reason,
                          "'%s' names no entry; write the id of the registry, '/' and the id of "
                          "the entry",
                          text);
  return FALSE;
}

gboolean
gb_scalar_clause (const char *text, GString *reason)
{
  const char *hash = strchr (text, '#');
  const char *anchor = hash == NULL ? text : hash + 1;
  if ((hash == NULL || gb_scalar_is_id (text, (gsize)(hash - text)))
      && gb_scalar_is_id (anchor, strlen (anchor)))
    return TRUE;
  g_string_append_printf (reason,
                          "'%s' is no clause; write its anchor, such as art-14 for 第十四条 or "
                          "art-14-3 for its item （三）, after 'POLICY#' where it is another "
                          "policy's",
                          text);
  return FALSE;
}

gboolean
gb_scalar_url (const char *text, GString *reason)
{
  const char *bad = strpbrk (text, " \t\r\n<>\"\\^`{|}");
  if (bad != NULL) {
    g_string_append_printf (reason,
                            "the address holds a character that no address may hold (%s); copy it "
                            "again from the browser",
                            g_ascii_isspace (*bad) ? "white space" : "quotation mark, bracket …");
    return FALSE;
  }
  gsize scheme = g_ascii_strncasecmp (text, "http://", 7) == 0    ? 7
                 : g_ascii_strncasecmp (text, "https://", 8) == 0 ? 8
                                                                  : 0;
  if ((scheme > 0 && text[scheme] != '\0' && strchr ("/?#:@.", text[scheme]) == NULL)
      || (text[0] == '/' && text[1] != '/'))
    return TRUE;
  g_string_append_printf (reason,
                          "'%s' is no address; write it in full with http:// or https://, or, "
                          "within this site, from the first '/' on",
                          text);
  return FALSE;
}
