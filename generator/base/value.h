/* The data that templates and data files are made from: null, booleans, numbers, text, arrays,
 * objects.
 *
 * A value is built once, in an arena that owns it, and only read afterwards; readers may be on
 * several threads.  Object members keep the order in which they were set, so that the same context
 * gives the same bytes in HTML and JSON.  Keys and texts are borrowed: they must live as long as
 * the arena (literals, or strings of an arena that lives longer).
 */
#pragma once

#include "base/arena.h"

typedef enum {
  GB_VALUE_NULL,
  GB_VALUE_BOOLEAN,
  GB_VALUE_INTEGER,
  GB_VALUE_DECIMAL, /* a number kept as it was written, e.g. "1.21" */
  GB_VALUE_STRING,
  GB_VALUE_ARRAY,
  GB_VALUE_OBJECT,
} GbValueType;

typedef struct _GbValue GbValue;

typedef struct {
  const char *key;
  guint32 hash; /* gb_value_hash (key) */
  const GbValue *value;
} GbMember;

struct _GbValue {
  GbValueType type;
  guint length;   /* bytes of a text, elements of an array, members of an object */
  guint capacity; /* private */
  guint32
    keys; /* private: of an object, a bit for each hash it holds: absent ones are seen at once */
  GbArena *arena; /* private: where an array or object grows */
  union {
    gboolean boolean;
    gint64 integer;
    const char *string; /* STRING and DECIMAL, NUL-terminated */
    const GbValue **elements;
    GbMember *members;
  };
};

const GbValue *gb_value_null (void);
const GbValue *gb_value_boolean (gboolean boolean);
GbValue *gb_value_integer (GbArena *arena, gint64 integer);
GbValue *gb_value_decimal (GbArena *arena, const char *lexeme); /* borrowed */
GbValue *gb_value_string (GbArena *arena, const char *string);  /* borrowed; NULL gives null */
GbValue *gb_value_string_n (GbArena *arena, const char *string, gsize length);

GbValue *gb_value_array (GbArena *arena);
void gb_value_append (GbValue *array, const GbValue *element);
void gb_value_append_string (GbValue *array, const char *string);
/* A new empty object at the end. */
GbValue *gb_value_append_object (GbValue *array);

GbValue *gb_value_object (GbArena *arena);
/* Setting a key again replaces its value in place. */
void gb_value_set (GbValue *object, const char *key, const GbValue *value);
/* For keys that are null in the absence of anything. */
void gb_value_set_null (GbValue *object, const char *key);
void gb_value_set_string (GbValue *object, const char *key, const char *string);
/* The same of what is known; NULL sets nothing. */
void gb_value_set_known (GbValue *object, const char *key, const char *string);
void gb_value_set_integer (GbValue *object, const char *key, gint64 integer);
void gb_value_set_boolean (GbValue *object, const char *key, gboolean boolean);
/* A new member without looking whether @object has the key already: for readers that know it has
 * not. */
void gb_value_add (GbValue *object, const char *key, const GbValue *value);
/* A new empty object or array under @key. */
GbValue *gb_value_set_object (GbValue *object, const char *key);
GbValue *gb_value_set_array (GbValue *object, const char *key);

/* The hash of a key (FNV-1a, 32 bit); look-ups that repeat keep it. */
guint32 gb_value_hash (const char *key, gsize length);
/* NULL where @object is not an object or has no such member. */
const GbValue *gb_value_get (const GbValue *object, const char *key);
const GbValue *gb_value_get_hashed (const GbValue *object, const char *key, guint32 hash);
/* The text of a string member, or NULL. */
const char *gb_value_get_string (const GbValue *object, const char *key);

/* Mustache's truth: null, false and the empty array are false, and so is the empty text. */
gboolean gb_value_is_truthy (const GbValue *value);
