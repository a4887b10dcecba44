#include "text/memory.h"

#include "base/arena.h"

#include <string.h>

static GPrivate thread_arena = G_PRIVATE_INIT ((GDestroyNotify)gb_arena_free);
/* The same, for each of cmark's many pieces; GPrivate frees it when the thread ends. */
static _Thread_local GbArena *arena;

/* Stands before each piece, for realloc. */
typedef struct {
  gsize size;
} Header;

static void *
take (size_t count, size_t size)
{
  gsize bytes = count * size; /* cmark multiplies nothing large */
  Header *header = gb_arena_alloc (arena, sizeof (Header) + bytes);
  header->size = bytes;
  return header + 1;
}

static void *
retake (void *old, size_t size)
{
  gsize had = old == NULL ? 0 : ((Header *)old - 1)->size;
  if (size <= had)
    return old;
  void *fresh = take (1, size);
  if (old != NULL)
    memcpy (fresh, old, had);
  return fresh;
}

static void
leave (G_GNUC_UNUSED void *piece)
{
}

cmark_mem *
gb_memory_begin (void)
{
  static cmark_mem memory = { take, retake, leave };
  if (arena == NULL) {
    arena = gb_arena_new ();
    g_private_set (&thread_arena, arena);
  }
  return &memory;
}

void
gb_memory_end (void)
{
  gb_arena_reset (arena);
}
