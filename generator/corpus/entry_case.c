/* The standing of an entry on any day. */
#include "corpus/corpus.h"

GbStandingState
gb_entry_case_on (const GbEntryCase *entry, GbDate day)
{
  const GbReviewRule *review = entry->registry->registry->review;
  return gb_standing_on (entry->steps, entry->n_events, review == NULL ? 0 : review->months_before,
                         day);
}
