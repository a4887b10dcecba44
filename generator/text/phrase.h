/* What one phrase of a document says of days and terms: 二〇二四年二月一日, 2024年底,
 * 自发布之日起三十日后施行, 有效期5年, 有效期至2025年12月31日.
 *
 * Pure functions over normalised words, which begin where the phrase does; whose effect or term it
 * is, they do not tell.
 */
#pragma once

#include "law/date.h"

/* Without white space, in half width, 〇 for every sign that stands for it, 2月 for 02月; a newline
 * before and behind.  The caller frees it with g_free. */
char *gb_phrase_normalise (const char *words);

/* Reads a day, a month or a year at @at: 2024年2月1日, 2024年2月, 2024年底 (its last day).  @year
 * stands for a year that is left out; 0: none may be.  Returns the bytes read, 0 where there is
 * none. */
gsize gb_phrase_day (const char *at, int year, GbWhen *ret_when);
/* Whether @words hold @day in full: 2023年2月28日, 2023年02月28日, 二〇二三年二月二十八日,
 * 2023-02-28. */
gboolean gb_phrase_holds_day (const char *words, GbDate day);

typedef enum {
  GB_PHRASE_NONE,
  GB_PHRASE_DAY,        /* effect: from a day; validity: to a day */
  GB_PHRASE_ISSUE,      /* effect: 自印发之日起, 自公布之日起 */
  GB_PHRASE_DAYS,       /* effect: so many days after issue */
  GB_PHRASE_MONTHS,     /* validity: a number of months, of years twelve times as many */
  GB_PHRASE_INDEFINITE, /* validity: 长期有效 */
  GB_PHRASE_OTHER,      /* said, but not read: 自批准之日起, 三个月后 */
} GbPhraseKind;

typedef struct {
  GbPhraseKind kind;
  GbWhen when;  /* DAY */
  int count;    /* DAYS, MONTHS */
  gsize length; /* bytes of the phrase; 0 where there is none */
} GbPhrase;

/* Reads 自…起施行 at @at. */
GbPhrase gb_phrase_effect (const char *at);
/* Reads 有效期…, 试行N年, 长期有效, 执行至… at @at; not 有效期满, 有效期内. */
GbPhrase gb_phrase_validity (const char *at);
