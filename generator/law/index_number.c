#include "law/index_number.h"

#include <string.h>

#define CREDIT_CODE_LENGTH 18
#define ORGANISATION_CODE_LENGTH 9

static int
position (const char *alphabet, char c)
{
  const char *at = c == '\0' ? NULL : strchr (alphabet, c);
  return at == NULL ? -1 : (int)(at - alphabet);
}

/* GB 32100: modulo 31. */
static GbIndexNumberCheck
check_credit_code (const char *code)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY"; /* no I, O, S, V, Z */
  static const int weights[] = { 1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28 };
  int sum = 0;
  for (guint i = 0; i < CREDIT_CODE_LENGTH; i++) {
    int value = position (alphabet, code[i]);
    /* The third to the eighth are the digits of an administrative division. */
    if (value < 0 || (i >= 2 && i < 8 && value > 9))
      return GB_INDEX_NUMBER_BAD_FORM;
    if (i < G_N_ELEMENTS (weights))
      sum += value * weights[i];
  }
  return code[CREDIT_CODE_LENGTH - 1] == alphabet[(31 - sum % 31) % 31]
           ? GB_INDEX_NUMBER_OK
           : GB_INDEX_NUMBER_BAD_CHECK_DIGIT;
}

/* GB 11714: modulo 11, with X for ten. */
static GbIndexNumberCheck
check_organisation_code (const char *code)
{
  static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static const int weights[] = { 3, 7, 9, 10, 5, 8, 4, 2 };
  int sum = 0;
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++) {
    int value = position (alphabet, code[i]);
    if (value < 0)
      return GB_INDEX_NUMBER_BAD_FORM;
    sum += value * weights[i];
  }
  static const char digits[] = "0123456789X";
  char given = code[ORGANISATION_CODE_LENGTH - 1];
  if (position (digits, given) < 0)
    return GB_INDEX_NUMBER_BAD_FORM;
  return given == digits[(11 - sum % 11) % 11] ? GB_INDEX_NUMBER_OK
                                               : GB_INDEX_NUMBER_BAD_CHECK_DIGIT;
}

/* "2026-00027" */
static gboolean
is_year_and_serial (const char *text)
{
  if (strspn (text, "0123456789") != 4 || text[4] != '-' || (text[0] != '1' && text[0] != '2'))
    return FALSE;
  gsize serial = strspn (text + 5, "0123456789");
  return serial >= 1 && serial <= 10 && text[5 + serial] == '\0';
}

GbIndexNumberCheck
gb_index_number_check (const char *text)
{
  const char *slash = text == NULL ? NULL : strchr (text, '/');
  if (slash == NULL || !is_year_and_serial (slash + 1))
    return GB_INDEX_NUMBER_BAD_FORM;
  if (slash - text == CREDIT_CODE_LENGTH)
    return check_credit_code (text);
  if (slash - text == ORGANISATION_CODE_LENGTH)
    return check_organisation_code (text);
  return GB_INDEX_NUMBER_BAD_FORM;
}
