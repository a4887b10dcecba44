/* What is turned away before cmark sees it.
 *
 * Private to the room.  cmark 0.30 takes quadratic time on deeply nested containers and on runs of
 * "![", and aborts where memory runs out; no policy text comes near these limits.
 */
#pragma once

#include "source/model.h"

#define GB_GUARD_BYTES (2 * 1024 * 1024)
#define GB_GUARD_DEPTH 64 /* quotes and lists in each other; two columns of indent count as one */
#define GB_GUARD_IMAGES 1000 /* "![" */

/* FALSE, with a diagnostic, where the text must not be parsed. */
gboolean gb_guard_check (const char *file, const GbBody *body, GbDiagnostics *diagnostics);
