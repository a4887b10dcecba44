/* Document numbers: 发文字号 and their kin.
 *
 * The same number is written in many ways (brackets of every kind, spaces left by line breaks, 第,
 * zeros).  The normal form is for comparing and for finding the year, never for printing: a page
 * shows a number as its document does.  GB/T 9704 asks for the normal form itself: the year in
 * full in 〔〕, the serial number without 第 and without leading zeros.
 */
#pragma once

#include "base/arena.h"

typedef enum {
  GB_NUMBER_BRACKETED,  /* 粤工信服务函〔2023〕4号 */
  GB_NUMBER_ORDER,      /* 粤府令第277号: no year */
  GB_NUMBER_YEARLY,     /* 公告2023年第5号 */
  GB_NUMBER_REGISTERED, /* DGSGYHXXHJ-2021-35: number of a normative document */
} GbNumberForm;

#define GB_NUMBER_LENGTH_MAX 255 /* bytes; what is longer is no number */

typedef struct {
  GbNumberForm form;
  char agency[GB_NUMBER_LENGTH_MAX
              + 1]; /* 粤工信服务函, 粤府令…; empty where the text leaves it out */
  int year;         /* 0 where the form has none */
  int serial;
} GbNumber;

/* The normal form, in @arena: no spaces, ASCII for full-width letters and digits, capitals, a
 * hyphen for any dash, 〔〕 around a year, ( ) for any other bracket, no 第 after 〕, no leading
 * zeros. Any text is taken; NULL gives NULL. */
char *gb_number_normalise (GbArena *arena, const char *text);

/* Takes a number as written or normalised; FALSE where it has none of the forms, @ret_number
 * untouched. */
gboolean gb_number_parse (const char *text, GbNumber *ret_number);

/* The year of a number as written or normalised; 0 where there is none. */
int gb_number_year (const char *text);
