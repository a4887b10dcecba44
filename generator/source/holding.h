/* A model with what it owns, while it is being read and as it is kept.  Private to the room. */
#pragma once

#include "source/model.h"

typedef struct {
  GbModel model; /* first: this is what is handed out */
  GbArena *arena;
  GPtrArray *arenas; /* GbArena: of the readers */
  GPtrArray *texts;  /* GbArena: bodies of policies */
  const char *agencies_file;
  const char *addresses_file;
  GHashTable *by_id[GB_REFERS_COUNT]; /* of the kinds that have one list in the model */
  /* "KIND/ID" of what is there but could not be read, and "batches/ID" of registries with such a
   * batch: what names them is not called unknown as well. */
  GHashTable *unread;
} GbHolding;
