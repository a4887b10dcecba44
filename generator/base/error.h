/* The one error domain of the program.
 *
 * A function that can fail takes a GError ** last, returns FALSE or NULL on failure and writes its
 * outputs only on success.  The code says who must act and is the exit status of the program:
 * the author of the content, the caller of the command, or the keeper of the machine.  What is
 * wrong *inside* the content is not a GError but a positioned diagnostic (diagnostics.h); the
 * error then only says that there were some.
 */
#pragma once

#include <glib.h>

typedef enum {
  GB_ERROR_CONTENT = 1, /* the content has errors */
  GB_ERROR_USAGE = 2,   /* the command was called wrongly */
  GB_ERROR_SYSTEM = 3,  /* disk, memory, permissions, git */
} GbError;

#define GB_ERROR (gb_error_quark ())
GQuark gb_error_quark (void);

/* Sets @error; returns FALSE, so that a function can fail with it in one statement. */
gboolean gb_error_set (GError **error, GbError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* The same for GB_ERROR_SYSTEM with "what: path: strerror (saved_errno)". */
gboolean gb_error_set_errno (GError **error, int saved_errno, const char *what, const char *path);
