/* The data dictionary: one table for every kind of file, from which files are decoded, references
 * are checked and the reference page is written.
 *
 * A schema lists the keys of one mapping: name, type, where the value goes in the C struct, whether
 * it is required, and what it means in Chinese.  Decoding reports every unknown, missing, wrong or
 * doubled key and goes on; decoded structs and texts live in the caller's arena and begin with the
 * node they came from, so that a later check can say where.
 */
#pragma once

#include "law/date.h"
#include "source/yaml.h"

typedef enum {
  GB_FIELD_TEXT,   /* const char *; never empty */
  GB_FIELD_TEXTS,  /* GbList of const char *; one scalar is a list of one; ids where refers says so
                    */
  GB_FIELD_NUMBER, /* const char *: a decimal number as written */
  GB_FIELD_ID,     /* const char *: lower-case ASCII words joined by hyphens */
  GB_FIELD_CLAUSE, /* const char *: "art-14-3" or "POLICY#art-14-3" */
  GB_FIELD_URL,    /* const char *: http, https or a path of the site */
  GB_FIELD_DATE,   /* GbDate */
  GB_FIELD_DATES,  /* GbList of GINT_TO_POINTER (GbDate) */
  GB_FIELD_WHEN,   /* GbWhen */
  GB_FIELD_MONTH_DAY, /* GbMonthDay */
  GB_FIELD_YEARS,     /* GbYears: "2023-2025" or "2023" */
  GB_FIELD_INTEGER,   /* int, within minimum…maximum */
  GB_FIELD_BOOLEAN,   /* gboolean: true or false, nothing else */
  GB_FIELD_CHOICE,    /* int: minimum plus the index in choices */
  GB_FIELD_OBJECT,    /* pointer to a struct of @schema; NULL where absent */
  GB_FIELD_OBJECTS,   /* GbList of such pointers */
} GbFieldType;

/* What an ID or the first part of a CLAUSE names; checked once everything is read. */
typedef enum {
  GB_REFERS_NOTHING,
  GB_REFERS_AGENCY,
  GB_REFERS_POLICY,
  GB_REFERS_REGISTRY,
  GB_REFERS_BATCH, /* of the registry named beside it under "registry", or of the own registry */
  GB_REFERS_ENTRY, /* REGISTRY/ENTRY (a GB_FIELD_TEXT or TEXTS) */
  GB_REFERS_NOTICE,
  GB_REFERS_COUNT,
} GbRefers;

typedef struct {
  guint length;
  gpointer *items;
} GbList;

typedef struct {
  int month; /* 0 where absent */
  int day;
} GbMonthDay;

typedef struct {
  int from; /* 0 where absent */
  int to;   /* inclusive */
} GbYears;

typedef struct _GbSchema GbSchema;

typedef struct {
  const char *key;
  GbFieldType type;
  gsize offset;
  gboolean required;
  const char *title;          /* Chinese: its name in the data files; NULL where they have none */
  const char *about;          /* Chinese: what it means, for the reference page */
  const char *const *choices; /* CHOICE, TEXTS: the words allowed, NULL-terminated */
  const GbSchema *schema;     /* OBJECT, OBJECTS */
  GbRefers refers;
  int minimum;       /* INTEGER; CHOICE: the value of the first word */
  int maximum;       /* INTEGER */
  int initial;       /* INTEGER, BOOLEAN, CHOICE: the value where the key is absent or wrong */
  gsize given;       /* offset of a gboolean that says whether the key stands; 0: none */
  gboolean nullable; /* null or nothing after the key means that it is absent */
  gboolean unique;   /* OBJECTS: no two with the same "id" */
} GbField;

struct _GbSchema {
  const char *name;  /* e.g. "policy"; no two schemas share one */
  const char *title; /* Chinese */
  const char *about; /* Chinese: what such a mapping is and where it stands */
  gsize size;        /* of the struct, whose first member is const GbYamlNode *node */
  const GbField *fields;
  guint n_fields;            /* at most 64 */
  const char *const *any_of; /* keys of which at least one must stand, or NULL */
};

/* A new struct of @schema from @node; NULL only where @node is not a mapping at all.  Fields that
 * are absent or in error are empty (NULL, GB_DATE_NONE, GB_WHEN_NONE, the field's initial).  After
 * GB_SCHEMA_ERRORS_MAX errors the rest of the file is decoded silently. */
#define GB_SCHEMA_ERRORS_MAX 200
gpointer gb_schema_decode (const GbSchema *schema, GbArena *arena, const char *file,
                           const GbYamlNode *node, GbDiagnostics *diagnostics);

/* Calls @each for every CLAUSE that @object, of @schema, and the objects in it hold, with the node
 * of the object it stands in. */
typedef void GbClauseFunc (gpointer data, const GbYamlNode *node, const char *clause);
void gb_schema_each_clause (const GbSchema *schema, gconstpointer object, GbClauseFunc *each,
                            gpointer data);
