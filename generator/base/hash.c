#include "base/hash.h"

#include <openssl/sha.h>

const char *
gb_hash_sha256 (const char *data, gsize length, char hex[GB_HASH_LENGTH])
{
  static const char digits[] = "0123456789abcdef";
  guchar sum[SHA256_DIGEST_LENGTH];
  (void)SHA256 ((const guchar *)data, length, sum);
  for (guint i = 0; i < sizeof sum; i++) {
    hex[i * 2] = digits[sum[i] >> 4];
    hex[i * 2 + 1] = digits[sum[i] & 15];
  }
  hex[sizeof sum * 2] = '\0';
  return hex;
}
