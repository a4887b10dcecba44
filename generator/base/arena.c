#include "base/arena.h"

#include <stdio.h>
#include <string.h>

#define CHUNK_SIZE ((gsize)16 * 1024)
#define LARGE (CHUNK_SIZE / 4)
#define ALIGNMENT ((gsize)8)

typedef struct _Chunk Chunk;

struct _Chunk {
  Chunk *next;
  gsize size;
  gsize used;
  gint64 bytes[]; /* aligned */
};

struct _GbArena {
  Chunk *current; /* head of the chunks in use */
  Chunk *spare;   /* chunks kept by a reset */
};

GbArena *
gb_arena_new (void)
{
  return g_new0 (GbArena, 1);
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
  while (arena->current != NULL) {
    Chunk *chunk = arena->current;
    arena->current = chunk->next;
    /* Pieces with a chunk of their own are too different in size to be of use again. */
    if (chunk->size != CHUNK_SIZE) {
      g_free (chunk);
      continue;
    }
    chunk->used = 0;
    chunk->next = arena->spare;
    arena->spare = chunk;
  }
}

/* A large piece gets a chunk of its own that is exactly as large. */
static Chunk *
chunk_take (GbArena *arena, gsize size)
{
  gboolean is_large = size > LARGE;
  if (!is_large && arena->spare != NULL) {
    Chunk *chunk = arena->spare;
    arena->spare = chunk->next;
    return chunk;
  }
  gsize room = is_large ? size : CHUNK_SIZE;
  Chunk *chunk = g_malloc (sizeof (Chunk) + room);
  chunk->size = room;
  chunk->used = 0;
  return chunk;
}

static gpointer
take (GbArena *arena, gsize size)
{
  size = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  Chunk *chunk = arena->current;
  if (chunk == NULL || chunk->size - chunk->used < size) {
    Chunk *fresh = chunk_take (arena, size);
    /* A large piece goes behind the current chunk, whose rest stays usable. */
    if (chunk != NULL && size > LARGE) {
      fresh->next = chunk->next;
      chunk->next = fresh;
    } else {
      fresh->next = chunk;
      arena->current = fresh;
    }
    chunk = fresh;
  }
  char *piece = (char *)chunk->bytes + chunk->used;
  chunk->used += size;
  return piece;
}

gpointer
gb_arena_alloc (GbArena *arena, gsize size)
{
  return memset (take (arena, size), 0, size);
}

char *
gb_arena_strndup (GbArena *arena, const char *text, gsize length)
{
  if (text == NULL)
    return NULL;
  char *copy = take (arena, length + 1);
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
  va_list args;
  va_start (args, format);
  va_list again;
  va_copy (again, args);
  int length = vsnprintf (NULL, 0, format, args);
  va_end (args);
  char *text = take (arena, (gsize)length + 1);
  vsnprintf (text, (gsize)length + 1, format, again);
  va_end (again);
  return text;
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
