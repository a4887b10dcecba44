/* What is wrong with the content, as data: severity, place, code, sentence.
 *
 * Readers and checks add to a GbDiagnostics and go on, so that one run reports everything; nothing
 * below commands/ prints.  A collection may be added to from several threads; it is read after
 * gb_diagnostics_sort, which makes the order independent of them.  The collection owns its texts.
 */
#pragma once

#include "base/place.h"
#include "base/vocabulary.h"

/* A note: nothing is wrong, but more could be said. */
#define GB_SEVERITIES(X)                                                                           \
  X (GB_SEVERITY_NOTE, "note")                                                                     \
  X (GB_SEVERITY_WARNING, "warning")                                                               \
  X (GB_SEVERITY_ERROR, "error")
GB_VOCABULARY (GbSeverity, severity, GB_SEVERITIES)

typedef struct {
  GbSeverity severity;
  GbPlace place;    /* the file is owned by the collection (interned) */
  const char *code; /* a literal such as "unknown-key"; stable, for scripts */
  char *message;    /* one line: what is wrong and what to write instead */
} GbDiagnostic;

typedef struct _GbDiagnostics GbDiagnostics;

GbDiagnostics *gb_diagnostics_new (void);
void gb_diagnostics_free (GbDiagnostics *diagnostics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbDiagnostics, gb_diagnostics_free)

/* @code must be a literal. */
void gb_diagnostics_add (GbSeverity severity, GbDiagnostics *diagnostics, GbPlace place,
                         const char *code, const char *format, ...) G_GNUC_PRINTF (5, 6);
#define gb_diagnostics_error(...) gb_diagnostics_add (GB_SEVERITY_ERROR, __VA_ARGS__)
#define gb_diagnostics_warning(...) gb_diagnostics_add (GB_SEVERITY_WARNING, __VA_ARGS__)
#define gb_diagnostics_note(...) gb_diagnostics_add (GB_SEVERITY_NOTE, __VA_ARGS__)

/* By file, line, column, code, message; duplicates are dropped. */
void gb_diagnostics_sort (GbDiagnostics *diagnostics);

guint gb_diagnostics_count (const GbDiagnostics *diagnostics);
guint gb_diagnostics_errors (const GbDiagnostics *diagnostics); /* how many are errors */
guint gb_diagnostics_notes (const GbDiagnostics *diagnostics);  /* how many are notes */
const GbDiagnostic *gb_diagnostics_get (const GbDiagnostics *diagnostics, guint index);
