/* The proof of publication of a notice: what the record shows of it once its period is over.
 *
 * All its times are record time, those of commits: the as-of day of a publication is chosen by who
 * makes it, at any time, and proves nothing.  It speaks of publications made within the period: of
 * each text of the notice that they held the first and the last of them and the fingerprint, and of
 * every change of its source that was recorded in between.  Once the period is over that changes
 * only where commits are dated back.  What may be added later is how many publications were made
 * after the period with an as-of day within it, and the fingerprint of the source as it is now.
 */
#pragma once

#include "view/view.h"

/* proof: what the record shows of a notice whose period is over; null before, and without a record.
 */
void gb_proof_set (GbScene *scene, GbValue *page, const GbNoticeCase *notice);
