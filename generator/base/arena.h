/* Memory that is freed all at once.
 *
 * A model, a text or a page context lives exactly as long as one owner, so its pieces are carved
 * from an arena and never freed one by one.  The owner of the arena owns every pointer it handed
 * out; nobody else frees them.  An arena is not locked: one thread at a time.  Memory comes back
 * zeroed and aligned for any type; running out aborts, as everywhere in GLib.
 *
 * Built with GB_ARENA_DEBUG, as the sanitized programs are, an arena takes every piece from the
 * system by itself, and a reset gives it back, so that the address sanitizer sees each.
 */
#pragma once

#include <glib.h>

typedef struct _GbArena GbArena;

GbArena *gb_arena_new (void);
void gb_arena_free (GbArena *arena); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbArena, gb_arena_free)

/* Forgets everything handed out but keeps the memory for the next use. */
void gb_arena_reset (GbArena *arena);

gpointer gb_arena_alloc (GbArena *arena, gsize size);
#define gb_arena_new0(arena, Type) ((Type *)gb_arena_alloc ((arena), sizeof (Type)))
/* @n pieces of @size bytes; a product too large for memory aborts. */
gpointer gb_arena_allocv (GbArena *arena, gsize n, gsize size);
#define gb_arena_newv(arena, Type, n) ((Type *)gb_arena_allocv ((arena), (gsize)(n), sizeof (Type)))

/* Copies; @text may be NULL, and then so is the copy. */
char *gb_arena_strdup (GbArena *arena, const char *text);
char *gb_arena_strndup (GbArena *arena, const char *text, gsize length);
char *gb_arena_printf (GbArena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The texts up to NULL, one after the other. */
char *gb_arena_join (GbArena *arena, ...) G_GNUC_NULL_TERMINATED;

/* Copies of what an array holds, which is not freed; @ret_n: how many. */
gpointer gb_arena_seal (GbArena *arena, GArray *array, guint *ret_n);
gpointer gb_arena_seal_pointers (GbArena *arena, const GPtrArray *array, guint *ret_n);

/* Bytes held from the system, for reports on memory. */
gsize gb_arena_size (const GbArena *arena);
