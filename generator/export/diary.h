/* Dates as calendar programs keep them: iCalendar files of the site, an issuer, a registry, a
 * policy.
 *
 * An appointment is an occasion (corpus/occasion.h) that somebody may have subscribed to.  Its UID
 * is made of what it is – the kind of date and the ids of the thing, never a date or a title – so
 * that the same thing on another day is the same appointment:
 *
 *   policy-expires/ID@HOST            one of each kind for a policy
 *   policy-version/ID/AMENDED-BY@HOST the amending policy, else the number of the text
 *   notice-closes/ID@HOST
 *   term-ends/REGISTRY/BATCH@HOST     of those of a batch whose terms end together; of the second
 *                                     term …/BATCH/2; where terms of a batch end on several days,
 *                                     the largest group has that name, others the first entry's too
 *   duty/REGISTRY/DUTY/YEAR@HOST
 *
 * What subscribers were told is what was published.  A calendar therefore goes on from that of the
 * publication before (record/record.h), found at the address of the calendar of the whole site:
 *
 *   - What reads the same keeps its SEQUENCE and DTSTAMP, so that the bytes stay as they were.
 *   - What has another day or STATUS has the SEQUENCE after the one published; what has any other
 *     words only a later DTSTAMP.  SEQUENCE is so the number of publications that moved it.
 *   - What was promised for the as-of date or later, and is not any more, stays for good with
 *     STATUS CANCELLED: the review of a certification that was revoked, the end of a policy
 *     repealed before.
 *   - What lay before the as-of date when it was dropped has happened and stays as it was.
 *
 * DTSTAMP is the committer's time of the commit that last changed the thing, and always later than
 * the one published for what has changed.  In a folder without git, or before the first
 * publication, nothing was promised: SEQUENCE is 0, nothing is cancelled; without git DTSTAMP is
 * the beginning of the day on which the thing was published by what the content says.
 *
 * All appointments are of whole days in the civil calendar; DTEND is the day after the last.
 */
#pragma once

#include "view/view.h"

#define GB_STAMP_LENGTH 17 /* 20261119T010000Z */

/* Lines of our own, by which a calendar that was published is read again: ids. */
#define GB_DIARY_REGISTRY "X-GONGBAO-REGISTRY"
#define GB_DIARY_ISSUER "X-GONGBAO-ISSUER"

typedef struct {
  const char *uid;
  const char *thing;
  const char *issuer; /* id, or NULL */
  GbDate date;
  const char *status;
  guint sequence;
  char stamp[GB_STAMP_LENGTH];
  const char *lines; /* everything else, as gb_ical_fold takes it */
} GbAppointment;

struct _GbDiary {
  /* Occasions by thing: policies, registries with their notices, notices of none. */
  const GbOccasion **occasions;
  guint *starts;        /* of each thing, and the end */
  GHashTable *promised; /* UID → GbAppointment of the publication before; NULL without one */
  GHashTable *by_thing; /* thing → GPtrArray of the same */
};

/* The agency of "policies/issuer/ID"; NULL of any other thing. */
const GbAgency *gb_diary_issuer (const GbView *view, const char *thing);
const GbAgency *gb_diary_issuer_of_occasion (const GbOccasion *occasion);
/* What stands behind the @ of a UID: the domain of the site, or its identifier. */
const char *gb_diary_host (const GbView *view, GbArena *arena);
/* Lives in the arena of @view, whose corpus and record are set; NULL with @error where the calendar
 * published before cannot be read. */
GbDiary *gb_diary_new (GbView *view, GError **error);
void gb_diary_free (GbDiary *diary); /* NULL is fine */

/* The occasions of a thing ("policies/ID"; "registries/ID" with its notices; "": notices of no
 * registry), by date; none of an issuer, whose appointments are those of its things. */
const GbOccasion *const *gb_diary_of (const GbView *view, const char *thing, guint *ret_n);
/* Whether a thing, an issuer ("policies/issuer/ID") or the whole site for NULL has a calendar:
 * there is or was anything in it. */
gboolean gb_diary_has (const GbView *view, const char *thing);
