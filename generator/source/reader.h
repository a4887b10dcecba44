/* Reads single files of content/, as one thread does.  Private to the room. */
#pragma once

#include "source/frontmatter.h"
#include "source/model.h"

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
/* The struct of a file of YAML alone. */
gpointer gb_reader_yaml (GbReader *reader, const GbSchema *schema, const char *file);
/* Reports a @body with nothing but blanks; @schema names what should have one. */
void gb_reader_check_body (GbReader *reader, const GbSchema *schema, const char *file,
                           const GbBody *body);
