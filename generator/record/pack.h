/* New objects on their way into a repository.
 *
 * Objects are collected in memory and written at once: few as loose objects, many as one pack,
 * which takes one fsync in place of thousands.  Equal objects are kept once.
 */
#pragma once

#include <git2.h>

#include "base/error.h"

G_BEGIN_DECLS

typedef struct _GbPack GbPack;

/* Borrows both. */
GbPack *gb_pack_new (git_repository *git, git_odb *odb);
void gb_pack_free (GbPack *pack); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbPack, gb_pack_free)

/* @id is the id of @data, which must live until the pack is written. */
void gb_pack_add (GbPack *pack, git_object_t type, const git_oid *id, const char *data,
                  gsize length);
/* The same with a copy of @data. */
void gb_pack_add_copy (GbPack *pack, git_object_t type, const git_oid *id, const char *data,
                       gsize length);
/* Writes what the repository does not have yet.  Fails with GB_ERROR_SYSTEM. */
gboolean gb_pack_write (GbPack *pack, GError **error);

G_END_DECLS
