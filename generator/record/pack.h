/* New objects on their way into a repository.
 *
 * Objects are collected in memory, deflated, and written at once: few as loose objects, many (or
 * large ones) as one pack, which takes one fsync in place of thousands and no second deflating.
 * Pack and index are written here, because libgit2's indexer would inflate and hash every object
 * again; the form of both is git's own (gitformat-pack).  Equal objects are kept once.
 */
#pragma once

#include <git2.h>

#include "base/error.h"
#include "record/deflated.h"

typedef struct _GbPack GbPack;

/* Borrows both. */
GbPack *gb_pack_new (git_repository *git, git_odb *odb);
void gb_pack_free (GbPack *pack); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbPack, gb_pack_free)

/* @id is the id of @object, whose bytes must live until the pack is written. */
void gb_pack_add_deflated (GbPack *pack, git_object_t type, const git_oid *id,
                           const GbDeflated *object);
/* Adds @data and says its id. */
void gb_pack_add (GbPack *pack, git_object_t type, const char *data, gsize length, git_oid *ret_id);
/* Also what git has already: it may be left from a publication that was cut off, and about to be
 * pruned.  Fails with GB_ERROR_SYSTEM. */
gboolean gb_pack_write (GbPack *pack, GError **error);
