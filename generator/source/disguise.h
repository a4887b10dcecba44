/* Documents of other programs under the name of a text. */
#pragma once

#include "base/diagnostics.h"

/* FALSE, with a diagnostic that says what to do (not-text), where @length bytes begin as a file of
 * Word or WPS, a PDF, a web page or UTF-16 does. */
gboolean gb_disguise_check (const char *file, const char *bytes, gsize length,
                            GbDiagnostics *diagnostics);
