#include "source/reader.h"

#include <string.h>

void
gb_reader_note (GbReader *reader, const char *file, gsize size, const char *hash)
{
  GbSourceHash source = { .path = file, .size = size };
  g_strlcpy (source.hash, hash, sizeof source.hash);
  g_array_append_val (reader->sources, source);
}

gboolean
gb_reader_file (GbReader *reader, GbArena *arena, const char *file, gsize limit,
                GbSourceFile *ret_source)
{
  if (!gb_frontmatter_read (arena, reader->tree, file, limit, reader->diagnostics, ret_source))
    return FALSE;
  gb_reader_note (reader, file, ret_source->size, ret_source->hash);
  return TRUE;
}

/* The struct that @text, which starts on line @line, decodes to; NULL where it is not even YAML. */
static gpointer
decode (GbReader *reader, const GbSchema *schema, const char *file, const char *text, gsize length,
        guint line)
{
  GbDiagnostics *diagnostics = reader->diagnostics;
  gboolean is_empty;
  GbYamlNode *node
    = gb_yaml_parse (reader->arena, file, text, length, line, diagnostics, &is_empty);
  if (node == NULL && is_empty) {
    node = gb_arena_new0 (reader->arena, GbYamlNode);
    node->kind = GB_YAML_MAPPING;
    node->line = line;
    node->column = 1;
  }
  return node == NULL ? NULL : gb_schema_decode (schema, reader->arena, file, node, diagnostics);
}

gpointer
gb_reader_yaml (GbReader *reader, const GbSchema *schema, const char *file)
{
  GbSourceFile source;
  if (!gb_reader_file (reader, reader->arena, file, GB_YAML_SIZE, &source))
    return NULL;
  return decode (reader, schema, file, source.text, source.length, 1);
}

gpointer
gb_reader_text (GbReader *reader, GbArena *texts, const GbSchema *schema, const char *file,
                GbBody *ret_body, gsize *ret_size)
{
  GbSourceFile source;
  const char *yaml;
  gsize length;
  if (!gb_reader_file (reader, texts, file, GB_FRONTMATTER_SIZE, &source)
      || !gb_frontmatter_split (&source, file, reader->diagnostics, &yaml, &length, ret_body))
    return NULL;
  *ret_size = source.size;
  return decode (reader, schema, file, yaml, length, 2);
}

void
gb_reader_check_body (GbReader *reader, const GbSchema *schema, const char *file,
                      const GbBody *body)
{
  if (strspn (body->text, " \t\n") == body->length)
    gb_diagnostics_error (reader->diagnostics, (GbPlace){ file, body->first_line, 1 }, "no-text",
                          "the text of the %s is missing after the line '---'", schema->name);
}
