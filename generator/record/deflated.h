/* The bytes of an object as git keeps them: deflated by zlib at its fastest level. */
#pragma once

#include <glib.h>

typedef struct {
  char *bytes; /* deflated; g_free */
  gsize n_bytes;
  gsize length; /* of what they inflate to */
} GbDeflated;

/* Any thread. */
GbDeflated gb_deflated_new (const char *data, gsize length);

/* What it inflates to, followed by a NUL that does not count, for the caller to free; NULL where
 * the bytes are not what gb_deflated_new made. */
char *gb_deflated_read (const GbDeflated *object);
