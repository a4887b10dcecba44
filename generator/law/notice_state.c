#include "law/notice_state.h"

GB_VOCABULARY_NAMES (GbNoticeState, notice_state, GB_NOTICE_STATES)

GbNoticeState
gb_notice_state_on (const GbNoticeDates *dates, GbDate day, GbDate *ret_turns)
{
  GbWhen opens = dates->opens;
  GbWhen closes = dates->closes;
  GbDate after = gb_date_next (gb_when_day (closes));
  *ret_turns = GB_DATE_NONE;
  if (dates->has_outcome && (dates->concluded == GB_DATE_NONE || dates->concluded <= day))
    return GB_NOTICE_CONCLUDED;
  /* Within a month or year in which it opens it may be open or not. */
  if (opens.last != GB_DATE_NONE && day < opens.last
      && (day < opens.first || after != GB_DATE_NONE)) {
    *ret_turns = gb_when_day (opens);
    if (*ret_turns == GB_DATE_NONE)
      *ret_turns = gb_date_earlier (after, dates->concluded);
    return GB_NOTICE_UPCOMING;
  }
  *ret_turns = dates->concluded;
  /* A last day that is not known can be known to have passed. */
  if (closes.last == GB_DATE_NONE || (day <= closes.last && after == GB_DATE_NONE))
    return GB_NOTICE_UNKNOWN;
  if (day > closes.last)
    return GB_NOTICE_CLOSED;
  *ret_turns = gb_date_earlier (after, dates->concluded);
  return GB_NOTICE_OPEN;
}
