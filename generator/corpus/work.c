/* What the steps need to fill a corpus in. */
#include "corpus/private.h"

#include <string.h>

gpointer
gb_work_seal (GbWork *work, GArray *array, guint *ret_length)
{
  gsize size = (gsize)array->len * g_array_get_element_size (array);
  gpointer copy = gb_arena_alloc (work->arena, size);
  if (size > 0)
    memcpy (copy, array->data, size);
  *ret_length = array->len;
  return copy;
}
