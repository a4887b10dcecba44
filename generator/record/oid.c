#include "record/oid.h"

#include <string.h>

guint
gb_oid_hash (gconstpointer oid)
{
  guint value;
  memcpy (&value, ((const git_oid *)oid)->id, sizeof value);
  return value;
}

gboolean
gb_oid_equal (gconstpointer a, gconstpointer b)
{
  return git_oid_equal (a, b);
}
