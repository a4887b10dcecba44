/* Chinese numerals as laws use them: 一 … 九千九百九十九, 〇○零两, also 十二, 百 without 一, 廿 and
 * 卅, digits in a row (一三二), and Arabic digits of both widths. */
#pragma once

#include <glib.h>

/* Reads a numeral at the start of @text and returns its value (1–9999), 0 where there is none or it
 * is malformed; @ret_length gets the bytes read. */
int gb_numeral_read (const char *text, gsize length, gsize *ret_length);
/* Writes 14 as 十四 (1–9999) into @text (room for 32 bytes) and returns it. */
const char *gb_numeral_write (int number, char text[32]);
