/* What the steps need to fill a corpus in. */
#include "corpus/private.h"

#include <string.h>

static gpointer
seal (GbWork *work, gconstpointer data, gsize size)
{
  gpointer copy = gb_arena_alloc (work->arena, size);
  if (size > 0)
    memcpy (copy, data, size);
  return copy;
}

gpointer
gb_work_seal (GbWork *work, GArray *array, guint *ret_length)
{
  *ret_length = array->len;
  return seal (work, array->data, (gsize)array->len * g_array_get_element_size (array));
}

gpointer
gb_work_seal_pointers (GbWork *work, const GPtrArray *array, guint *ret_length)
{
  *ret_length = array->len;
  return seal (work, array->pdata, array->len * sizeof (gpointer));
}

GPtrArray *
gb_work_list_of (GHashTable *table, gconstpointer key)
{
  GPtrArray *list = g_hash_table_lookup (table, key);
  if (list == NULL) {
    list = g_ptr_array_new ();
    g_hash_table_insert (table, (gpointer)key, list);
  }
  return list;
}
