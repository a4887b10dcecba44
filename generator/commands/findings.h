/* What can be said after looking: genuine, not genuine, or that it cannot be told here.
 *
 * A verdict rests on what was seen.  Findings are genuine only where each fact they need was seen
 * to hold; one thing that was seen not to hold makes them not genuine; whatever could not be seen
 * (a read that failed, a program that makes other pages) leaves them undecided.  That nobody
 * complained proves nothing.
 */
#pragma once

#include <glib.h>

/* Of several the greatest counts. */
typedef enum { GB_VERDICT_GENUINE, GB_VERDICT_CANNOT_TELL, GB_VERDICT_NOT_GENUINE } GbVerdict;

typedef enum {
  GB_FINDING_DENIAL, /* "WHERE: what does not hold" */
  GB_FINDING_DOUBT,  /* why something could not be seen */
  GB_FINDING_LACK,   /* a doubt because git lacks something, so that a whole clone would tell */
} GbFinding;

/* The exit status: 0, 3, 1. */
int gb_findings_status (GbVerdict verdict);

typedef struct {
  guint needed;       /* facts, a bit for each: the caller's own */
  guint seen;         /* those that were looked at as a whole; what does not hold is denied */
  GMutex mutex;       /* of what follows */
  GPtrArray *denials; /* lines, like the doubts */
  GPtrArray *doubts;
  gboolean unread; /* something is lacking */
} GbFindings;

void gb_findings_init (GbFindings *findings, guint needed);
void gb_findings_clear (GbFindings *findings);

void gb_findings_see (GbFindings *findings, guint fact);
/* From any thread; a line. */
void gb_findings_add (GbFindings *findings, GbFinding finding, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
#define gb_findings_deny(findings, ...) gb_findings_add (findings, GB_FINDING_DENIAL, __VA_ARGS__)
#define gb_findings_doubt(findings, ...) gb_findings_add (findings, GB_FINDING_DOUBT, __VA_ARGS__)
#define gb_findings_lack(findings, ...) gb_findings_add (findings, GB_FINDING_LACK, __VA_ARGS__)

GbVerdict gb_findings_verdict (const GbFindings *findings);
/* Denials and doubts on standard error, sorted, each once; from so many on they are only counted.
 */
void gb_findings_print (GbFindings *findings);
