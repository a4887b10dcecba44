/* Object ids as keys of hash tables. */
#pragma once

#include <git2.h>
#include <glib.h>

guint gb_oid_hash (gconstpointer oid);
gboolean gb_oid_equal (gconstpointer a, gconstpointer b);
