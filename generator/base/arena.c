#include "base/arena.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Chunks begin small and double, so that a page context holds little and a model of 100 MB takes
 * few pieces from the system: threads that ask it for many small ones wait for each other. */
#define CHUNK_FIRST ((gsize)16 * 1024)
#define CHUNK_LAST ((gsize)1024 * 1024)
/* Of the chunks of an arena that is used again and again, so many bytes are kept: one large page
 * does not take its memory away from everything for as long as the arena lives. */
#define SPARE_MAX ((gsize)4 * 1024 * 1024)

typedef struct _Chunk Chunk;

struct _Chunk {
  Chunk *next;
  gsize size;
  gsize used;
  gboolean alone; /* holds one large piece and is as large as that */
  alignas (max_align_t) char bytes[];
};

struct _GbArena {
  Chunk *current; /* head of the chunks in use */
  Chunk *spare;   /* chunks kept by a reset */
  gsize next;     /* size of the next chunk */
};

GbArena *
gb_arena_new (void)
{
  GbArena *arena = g_new0 (GbArena, 1);
  arena->next = CHUNK_FIRST;
  return arena;
}

static void
chunks_free (Chunk *chunk)
{
  while (chunk != NULL) {
    Chunk *next = chunk->next;
    g_free (chunk);
    chunk = next;
  }
}

void
gb_arena_free (GbArena *arena)
{
  if (arena == NULL)
    return;
  chunks_free (arena->current);
  chunks_free (arena->spare);
  g_free (arena);
}

void
gb_arena_reset (GbArena *arena)
{
  gsize spare = 0;
  for (const Chunk *chunk = arena->spare; chunk != NULL; chunk = chunk->next)
    spare += chunk->size;
  while (arena->current != NULL) {
    Chunk *chunk = arena->current;
    arena->current = chunk->next;
    /* Pieces with a chunk of their own are too different in size to be of use again. */
    if (chunk->alone || spare + chunk->size > SPARE_MAX) {
      g_free (chunk);
      continue;
    }
    spare += chunk->size;
    chunk->used = 0;
    chunk->next = arena->spare;
    arena->spare = chunk;
  }
}

static Chunk *
chunk_new (gsize size, gboolean alone)
{
  Chunk *chunk = g_malloc (sizeof (Chunk) + size);
  chunk->size = size;
  chunk->used = 0;
  chunk->alone = alone;
  return chunk;
}

static Chunk *
chunk_take (GbArena *arena, gsize size)
{
  Chunk *spare = arena->spare;
  if (spare != NULL && spare->size >= size) {
    arena->spare = spare->next;
    return spare;
  }
  Chunk *chunk = chunk_new (arena->next, FALSE);
  arena->next = MIN (arena->next * 2, CHUNK_LAST);
  return chunk;
}

/* A chunk of its own for one piece, behind the current one, whose rest stays usable. */
static gpointer
take_alone (GbArena *arena, gsize size)
{
  Chunk *alone = chunk_new (size, TRUE);
  Chunk **link = arena->current == NULL ? &arena->current : &arena->current->next;
  alone->next = *link;
  alone->used = size;
  *link = alone;
  return alone->bytes;
}

#ifdef GB_ARENA_DEBUG
#define IS_ALONE(arena, size) TRUE
#else
#define IS_ALONE(arena, size) ((size) > (arena)->next / 4)
#endif

/* @alignment: a power of two. */
static gpointer
take (GbArena *arena, gsize size, gsize alignment)
{
  Chunk *chunk = arena->current;
  gsize start = chunk == NULL ? 0 : (chunk->used + alignment - 1) & ~(alignment - 1);
  if (chunk == NULL || start > chunk->size || chunk->size - start < size) {
    if (IS_ALONE (arena, size))
      return take_alone (arena, size);
    chunk = chunk_take (arena, size);
    chunk->next = arena->current;
    arena->current = chunk;
    start = 0;
  }
  chunk->used = start + size;
  return chunk->bytes + start;
}

gpointer
gb_arena_alloc (GbArena *arena, gsize size)
{
  return memset (take (arena, size, alignof (max_align_t)), 0, size);
}

gpointer
gb_arena_allocv (GbArena *arena, gsize n, gsize size)
{
  gsize product;
  if (!g_size_checked_mul (&product, n, size))
    g_error ("out of memory: %" G_GSIZE_FORMAT " pieces of %" G_GSIZE_FORMAT " bytes", n, size);
  return gb_arena_alloc (arena, product);
}

char *
gb_arena_strndup (GbArena *arena, const char *text, gsize length)
{
  if (text == NULL)
    return NULL;
  char *copy = take (arena, length + 1, 1);
  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

char *
gb_arena_strdup (GbArena *arena, const char *text)
{
  return text == NULL ? NULL : gb_arena_strndup (arena, text, strlen (text));
}

char *
gb_arena_printf (GbArena *arena, const char *format, ...)
{
  /* Written where it will most often stay: behind what is in use of the current chunk. */
  Chunk *chunk = arena->current;
  gsize room = chunk == NULL ? 0 : chunk->size - chunk->used;
  char *place = chunk == NULL ? NULL : chunk->bytes + chunk->used;
  va_list args;
  va_start (args, format);
  gsize length = (gsize)vsnprintf (place, room, format, args);
  va_end (args);
  char *text = take (arena, length + 1, 1);
  if (text == place && length < room)
    return text;
  va_start (args, format);
  (void)vsnprintf (text, length + 1, format, args);
  va_end (args);
  return text;
}

char *
gb_arena_join (GbArena *arena, ...)
{
  gsize length = 0;
  va_list arguments;
  va_start (arguments, arena);
  for (const char *part; (part = va_arg (arguments, const char *)) != NULL;)
    length += strlen (part);
  va_end (arguments);
  char *text = gb_arena_alloc (arena, length + 1);
  char *at = text;
  va_start (arguments, arena);
  for (const char *part; (part = va_arg (arguments, const char *)) != NULL;) {
    gsize size = strlen (part);
    memcpy (at, part, size);
    at += size;
  }
  va_end (arguments);
  return text;
}

static gpointer
seal (GbArena *arena, gconstpointer items, guint n, gsize size, guint *ret_n)
{
  gpointer copy = gb_arena_allocv (arena, n, size);
  *ret_n = n;
  return n == 0 ? copy : memcpy (copy, items, n * size);
}

gpointer
gb_arena_seal (GbArena *arena, GArray *array, guint *ret_n)
{
  return seal (arena, array->data, array->len, g_array_get_element_size (array), ret_n);
}

gpointer
gb_arena_seal_pointers (GbArena *arena, const GPtrArray *array, guint *ret_n)
{
  return seal (arena, array->pdata, array->len, sizeof (gpointer), ret_n);
}

gsize
gb_arena_size (const GbArena *arena)
{
  gsize size = 0;
  for (const Chunk *chunk = arena->current; chunk != NULL; chunk = chunk->next)
    size += chunk->size;
  for (const Chunk *chunk = arena->spare; chunk != NULL; chunk = chunk->next)
    size += chunk->size;
  return size;
}
