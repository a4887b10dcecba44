/* What can be said after looking: genuine, not genuine, or that it cannot be told here.
 *
 * A verdict rests on what was seen.  Findings are genuine only where each fact they need was seen
 * to hold; one thing that was seen not to hold makes them not genuine; whatever could not be seen
 * (a read that failed, a program that makes other pages) leaves them undecided.  That nobody
 * complained proves nothing.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of several the greatest counts. */
typedef enum { GB_VERDICT_GENUINE, GB_VERDICT_CANNOT_TELL, GB_VERDICT_NOT_GENUINE } GbVerdict;

/* The exit status: 0, 3, 1. */
int gb_verdict_status (GbVerdict verdict);

typedef struct {
  guint needed;       /* facts, a bit for each: the caller's own */
  guint seen;         /* those that were looked at as a whole; what does not hold is denied */
  GMutex mutex;       /* of what follows */
  GPtrArray *denials; /* "WHERE: what does not hold" */
  GPtrArray *doubts;  /* why something could not be seen */
  gboolean unread;    /* git lacks something, so that a whole clone would tell */
} GbFindings;

void gb_findings_init (GbFindings *findings, guint needed);
void gb_findings_clear (GbFindings *findings);

void gb_findings_see (GbFindings *findings, guint fact);
/* From any thread; a line each. */
void gb_findings_deny (GbFindings *findings, const char *format, ...) G_GNUC_PRINTF (2, 3);
void gb_findings_doubt (GbFindings *findings, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A doubt because git lacks something or cannot read it; not from threads. */
void gb_findings_lack (GbFindings *findings, const char *format, ...) G_GNUC_PRINTF (2, 3);

GbVerdict gb_findings_verdict (const GbFindings *findings);
/* Denials and doubts on standard error, sorted, each once; from so many on they are only counted.
 */
void gb_findings_print (GbFindings *findings);

G_END_DECLS
