/* Object ids as keys of hash tables. */
#pragma once

#include <git2.h>
#include <glib.h>

G_BEGIN_DECLS

guint gb_oid_hash (gconstpointer oid);
gboolean gb_oid_equal (gconstpointer a, gconstpointer b);

G_END_DECLS
