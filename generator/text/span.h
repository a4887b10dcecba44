/* When a notice says that it runs: 公示期为2023年1月9日至1月20日, 公示时间：…, 公示7个工作日,
 * 公示期不少于5个工作日.
 *
 * Pure functions over normalised words (phrase.h).
 */
#pragma once

#include "law/date.h"

typedef struct {
  GbDate opens;  /* or GB_DATE_NONE */
  GbDate closes; /* or GB_DATE_NONE */
  int days;      /* 0: no length is named */
  gboolean working;
  const char *start; /* in the words */
  gsize length;
} GbSpan;

/* The next that is named at or behind *@at, which moves behind it; FALSE where there is none. */
gboolean gb_span_next (const char **at, GbSpan *ret_span);
/* Whether @words name @days days, working days or others. */
gboolean gb_span_holds_days (const char *words, int days, gboolean working);
