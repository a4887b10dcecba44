/* SHA-256, the fingerprint of files and texts.
 *
 * libcrypto computes it, because it uses the processor's instructions for it: a site of 300 MB is
 * hashed in a fraction of the time it takes to write it.
 */
#pragma once

#include <glib.h>

#define GB_HASH_LENGTH 65 /* hexadecimal digits and a NUL */

/* Writes the lower-case hexadecimal SHA-256 of @data into @hex and returns it.  Thread-safe. */
const char *gb_hash_sha256 (const char *data, gsize length, char hex[GB_HASH_LENGTH]);
