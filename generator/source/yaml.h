/* YAML as a tree of positioned nodes.
 *
 * Built from libyaml's events because its document loader accepts duplicate keys silently.
 * Scalars stay texts: what a text means is the schema's business (schema.h), so that a title `no`
 * is a title; only the space that YAML makes of a line break is left out between Chinese
 * characters. Anchors, aliases, tags, merge keys, several documents, duplicate keys, control
 * characters, nesting beyond GB_YAML_DEPTH and texts beyond GB_YAML_SIZE are refused, each with its
 * place.  Nodes live in the caller's arena and borrow nothing from the text.
 */
#pragma once

#include "base/diagnostics.h"
#include "base/arena.h"

#define GB_YAML_DEPTH 32
#define GB_YAML_SIZE (4 * 1024 * 1024)

typedef enum { GB_YAML_SCALAR, GB_YAML_SEQUENCE, GB_YAML_MAPPING } GbYamlKind;

typedef struct _GbYamlNode GbYamlNode;

struct _GbYamlNode {
  GbYamlKind kind;
  guint32 line;   /* from 1, in the file */
  guint32 column; /* from 1, in characters */
  guint32 length; /* bytes of a scalar, items of a sequence, pairs of a mapping */
  gboolean plain; /* a scalar without quotes or block style */
  union {
    const char *text;   /* NUL-terminated, no NUL or other control character within */
    GbYamlNode **items; /* sequence; of a mapping: key, value, key, value … */
  };
};

/* Parses @length bytes that start on line @first_line of @file; errors go to @diagnostics.  NULL
 * where they leave no tree, or where the text holds no document (@ret_empty TRUE, no error). Errors
 * that leave one (a doubled key, of which the first counts; an anchor; a tag) are reported and the
 * tree is returned, so that a schema can report what else is wrong. */
GbYamlNode *gb_yaml_parse (GbArena *arena, const char *file, const char *text, gsize length,
                           guint first_line, GbDiagnostics *diagnostics, gboolean *ret_empty);

/* The value under @key, or NULL. */
const GbYamlNode *gb_yaml_get (const GbYamlNode *mapping, const char *key);
/* Where the value of @key stands; where there is none, the mapping itself. @key may be NULL. */
GbPlace gb_yaml_place (const char *file, const GbYamlNode *node, const char *key);
