/* What the data files hold: the one table from which CSV files, the data package and the JSON
 * Schemas are written, and against which tests hold the JSON files.
 *
 * A shape lists the members of one kind of object as view/ sets them in a scene for data: key,
 * type, name and meaning in Chinese.  What is as content holds it has type, words and name from the
 * data dictionary.  All of it is constant data.
 */
#pragma once

#include "source/schema.h"

typedef enum {
  GB_SHAPE_TEXT,
  GB_SHAPE_ID,
  GB_SHAPE_URL,
  GB_SHAPE_DATE, /* 2023-02-28 */
  GB_SHAPE_WHEN, /* the same, 2023-02 or 2023: as exactly as it is known */
  GB_SHAPE_INTEGER,
  GB_SHAPE_NUMBER,
  GB_SHAPE_BOOLEAN,
  GB_SHAPE_OBJECT,
} GbShapeType;

typedef struct _GbShape GbShape;

typedef struct {
  const char *key;
  const char *title; /* NULL: as the key of the shape's schema */
  const char *about; /* or NULL: the title says it */
  GbShapeType type;
  gboolean list;            /* of such; never null */
  gboolean always;          /* never null */
  gboolean optional;        /* the key may be absent */
  const char *const *words; /* TEXT: one of these, NULL-terminated */
  const GbShape *shape;     /* OBJECT: see gb_shape_inner */
  const GbSchema *schema;   /* OBJECT without a shape: as content holds it */
} GbShapeField;

struct _GbShape {
  const char *name; /* no two shapes share one */
  const char *title;
  const GbSchema *schema;     /* whose keys some of the fields are, or NULL */
  const GbShapeField *fields; /* NULL: all keys of the schema that have a title */
  guint n_fields;
  gboolean objects; /* without fields: only of the keys that hold objects */
};

/* The field at @index, completed from the dictionary; its key is NULL after the last. */
GbShapeField gb_shape_field (const GbShape *shape, guint index);
/* What the object of @field holds; its name is NULL where the field is no object. */
GbShape gb_shape_inner (const GbShapeField *field);

extern const GbShape gb_shape_policy;
extern const GbShape gb_shape_version;
extern const GbShape gb_shape_relation;
extern const GbShape gb_shape_registry_row;
extern const GbShape gb_shape_condition;
extern const GbShape gb_shape_batch;
extern const GbShape gb_shape_entry;
extern const GbShape gb_shape_event;
extern const GbShape gb_shape_notice;
extern const GbShape gb_shape_proposed;
extern const GbShape gb_shape_occasion;
extern const GbShape gb_shape_whole_agency;
extern const GbShape gb_shape_span;

/* A JSON file, or several of one shape. */
typedef struct {
  const char *schema; /* "policies": of data/schemas/policies.json */
  const char *path;   /* "data/policies.json"; with "%s" for the id of a registry */
  const GbShape *shape;
} GbShapeFile;

/* Ended by one without a shape. */
extern const GbShapeFile gb_shape_files[];
