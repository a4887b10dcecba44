#include "record/deflated.h"

#include <zlib.h>

GbDeflated
gb_deflated_new (const char *data, gsize length)
{
  uLong n_bytes = compressBound (length);
  g_autofree char *bytes = g_malloc (n_bytes);
  /* With room for the bound only memory can be missing. */
  if (compress2 ((Bytef *)bytes, &n_bytes, (const Bytef *)data, length, 1) != Z_OK)
    g_error ("out of memory");
  return (GbDeflated){ g_memdup2 (bytes, n_bytes), n_bytes, length };
}

char *
gb_deflated_read (const GbDeflated *object)
{
  uLong length = object->length;
  g_autofree char *data = g_malloc (length + 1);
  if (uncompress ((Bytef *)data, &length, (const Bytef *)object->bytes, object->n_bytes) != Z_OK
      || length != object->length)
    return NULL;
  data[length] = '\0';
  return g_steal_pointer (&data);
}
