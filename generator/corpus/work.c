/* What the steps need to fill a corpus in. */
#include "corpus/private.h"

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
