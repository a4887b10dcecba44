/* What the reader of the model shares between its files: the model with what it owns.
 *
 * model.c reads the files and answers look-ups, model_calendar.c makes the counting calendar of
 * the files read, model_references.c checks what the files say about each other,
 * model_addresses.c where old addresses lead.
 */
#pragma once

#include "source/model.h"

G_BEGIN_DECLS

typedef struct {
  GbModel model; /* first: this is what is handed out */
  GbArena *arena;
  GPtrArray *arenas; /* GbArena: of the readers */
  GPtrArray *texts;  /* GbArena: bodies of policies */
  const char *agencies_file;
  const char *addresses_file;
  GHashTable *agencies;
  GHashTable *policies;
  GHashTable *registries;
  GHashTable *notices;
  /* "KIND/ID" of what is there but could not be read, and "batches/ID" of registries with such a
   * batch: what names them is not called unknown as well. */
  GHashTable *unread;
} GbHolding;

/* Fills model.calendar from model.calendar_files. */
void gb_holding_make_calendar (GbHolding *holding, GbDiagnostics *diagnostics);

/* Reports every id, clause and word that names something which does not exist. */
void gb_holding_check_references (const GbHolding *holding, GbDiagnostics *diagnostics);

/* Reports old addresses that are no addresses, are in use, or lead nowhere. */
void gb_holding_check_addresses (const GbHolding *holding, GbDiagnostics *diagnostics);

G_END_DECLS
