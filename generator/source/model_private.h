/* What the reader of the model shares between its files: the model with what it owns.
 *
 * model.c reads the files and answers look-ups, model_policy.c reads the
 * folder of a policy, model_calendar.c makes the counting calendar of
 * the files read, model_references.c checks what the files say about each other,
 * model_addresses.c where old addresses lead.
 */
#pragma once

#include "source/frontmatter.h"

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

/* What one thread reads with. */
typedef struct {
  GbTree *tree;
  GbDiagnostics *diagnostics;
  GbArena *arena;
  GbArena *texts;  /* of policies: forgotten once they are parsed */
  GArray *sources; /* GbSourceHash: what was read */
} GbReader;

/* FALSE, as NULL below, where the file cannot be read, which has then been reported. */
gboolean gb_reader_file (GbReader *reader, GbArena *arena, const char *file, gsize limit,
                         GbSourceFile *ret_source);
/* The struct of a file with text; the text is put into @texts. */
gpointer gb_reader_text (GbReader *reader, GbArena *texts, const GbSchema *schema, const char *file,
                         GbBody *ret_body, gsize *ret_size);
void gb_reader_note (GbReader *reader, const char *file, gsize size, const char *hash);
gboolean gb_body_is_blank (const GbBody *body);
/* The policy whose folder is @folder_file. */
GbPolicy *gb_reader_policy (GbReader *reader, const char *folder_file, const char *id);

/* Fills model.calendar from model.calendar_files. */
void gb_holding_make_calendar (GbHolding *holding, GbDiagnostics *diagnostics);

/* Reports every id, clause and word that names something which does not exist. */
void gb_holding_check_references (const GbHolding *holding, GbDiagnostics *diagnostics);

/* Reports old addresses that are no addresses, are in use, or lead nowhere. */
void gb_holding_check_addresses (const GbHolding *holding, GbDiagnostics *diagnostics);

G_END_DECLS
