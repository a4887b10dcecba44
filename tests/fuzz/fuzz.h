/* What the fuzz targets share.
 *
 * A target is what libFuzzer calls with one input after another; it aborts (g_assert, g_error)
 * where a promise of the generator is broken.  Inputs that hold several texts part them by NUL.
 */
#pragma once

#include "source/characters.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* The next text of the input, with a NUL behind it, for the caller to free. */
static inline char *
fuzz_take (const guint8 **data, gsize *size)
{
  const guint8 *end = *size == 0 ? NULL : memchr (*data, '\0', *size);
  gsize length = end == NULL ? *size : (gsize)(end - *data);
  char *text = g_strndup ((const char *)*data, length);
  gsize taken = end == NULL ? length : length + 1;
  *data += taken;
  *size -= taken;
  return text;
}

/* The same where it is one that source/ would let pass; else NULL. */
static inline char *
fuzz_take_text (const guint8 **data, gsize *size)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autofree char *text = fuzz_take (data, size);
  gboolean passes = gb_characters_check ("a.md", text, strlen (text), 1, diagnostics)
                    && strchr (text, '\r') == NULL;
  return passes ? g_steal_pointer (&text) : NULL;
}
