#include "base/value.h"

#include <string.h>

static const GbValue value_null = { .type = GB_VALUE_NULL };
static const GbValue value_true = { .type = GB_VALUE_BOOLEAN, .boolean = TRUE };
static const GbValue value_false = { .type = GB_VALUE_BOOLEAN, .boolean = FALSE };

const GbValue *
gb_value_null (void)
{
  return &value_null;
}

const GbValue *
gb_value_boolean (gboolean boolean)
{
  return boolean ? &value_true : &value_false;
}

static GbValue *
value_new (GbArena *arena, GbValueType type)
{
  GbValue *value = gb_arena_new0 (arena, GbValue);
  value->type = type;
  return value;
}

GbValue *
gb_value_integer (GbArena *arena, gint64 integer)
{
  GbValue *value = value_new (arena, GB_VALUE_INTEGER);
  value->integer = integer;
  return value;
}

GbValue *
gb_value_string_n (GbArena *arena, const char *string, gsize length)
{
  g_return_val_if_fail (length <= G_MAXUINT, NULL);
  GbValue *value = value_new (arena, GB_VALUE_STRING);
  value->string = string;
  value->length = (guint)length;
  return value;
}

GbValue *
gb_value_decimal (GbArena *arena, const char *lexeme)
{
  GbValue *value = gb_value_string_n (arena, lexeme, strlen (lexeme));
  value->type = GB_VALUE_DECIMAL;
  return value;
}

GbValue *
gb_value_string (GbArena *arena, const char *string)
{
  return string == NULL ? value_new (arena, GB_VALUE_NULL)
                        : gb_value_string_n (arena, string, strlen (string));
}

GbValue *
gb_value_array (GbArena *arena)
{
  GbValue *value = value_new (arena, GB_VALUE_ARRAY);
  value->arena = arena;
  return value;
}

GbValue *
gb_value_object (GbArena *arena)
{
  GbValue *value = value_new (arena, GB_VALUE_OBJECT);
  value->arena = arena;
  return value;
}

/* Room for one more; the old block stays in the arena until it is freed. */
static gpointer
grow (GbValue *value, gconstpointer old, gsize item)
{
  value->capacity = value->capacity == 0 ? 8 : value->capacity * 2;
  gpointer wider = gb_arena_alloc (value->arena, item * value->capacity);
  if (value->length > 0)
    memcpy (wider, old, item * value->length);
  return wider;
}

void
gb_value_append (GbValue *array, const GbValue *element)
{
  g_return_if_fail (array->type == GB_VALUE_ARRAY);
  if (array->length == array->capacity)
    array->elements = grow (array, array->elements, sizeof (GbValue *));
  array->elements[array->length++] = element;
}

GbValue *
gb_value_append_object (GbValue *array)
{
  GbValue *object = gb_value_object (array->arena);
  gb_value_append (array, object);
  return object;
}

void
gb_value_append_string (GbValue *array, const char *string)
{
  gb_value_append (array, gb_value_string (array->arena, string));
}

#define HASH_START 2166136261u
#define HASH_STEP 16777619u

guint32
gb_value_hash (const char *key, gsize length)
{
  guint32 hash = HASH_START;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)key[i]) * HASH_STEP;
  return hash;
}

/* The same of a whole text, in one pass. */
static guint32
hash_of (const char *key)
{
  guint32 hash = HASH_START;
  for (; *key != '\0'; key++)
    hash = (hash ^ (guchar)*key) * HASH_STEP;
  return hash;
}

static guint32
bit_of (guint32 hash)
{
  return 1u << (hash & 31);
}

static GbMember *
find (const GbValue *object, const char *key, guint32 hash)
{
  if ((object->keys & bit_of (hash)) == 0)
    return NULL;
  for (guint i = 0; i < object->length; i++) {
    GbMember *member = &object->members[i];
    if (member->hash == hash && (member->key == key || strcmp (member->key, key) == 0))
      return member;
  }
  return NULL;
}

static void
append_member (GbValue *object, const char *key, guint32 hash, const GbValue *value)
{
  if (object->length == object->capacity)
    object->members = grow (object, object->members, sizeof (GbMember));
  object->members[object->length++] = (GbMember){ .key = key, .hash = hash, .value = value };
  object->keys |= bit_of (hash);
}

void
gb_value_set (GbValue *object, const char *key, const GbValue *value)
{
  g_return_if_fail (object->type == GB_VALUE_OBJECT);
  guint32 hash = hash_of (key);
  GbMember *member = find (object, key, hash);
  if (member == NULL)
    append_member (object, key, hash, value);
  else
    member->value = value;
}

void
gb_value_add (GbValue *object, const char *key, const GbValue *value)
{
  g_return_if_fail (object->type == GB_VALUE_OBJECT);
  append_member (object, key, hash_of (key), value);
}

void
gb_value_set_null (GbValue *object, const char *key)
{
  gb_value_set (object, key, gb_value_null ());
}

void
gb_value_set_string (GbValue *object, const char *key, const char *string)
{
  gb_value_set (object, key, gb_value_string (object->arena, string));
}

void
gb_value_set_known (GbValue *object, const char *key, const char *string)
{
  if (string != NULL)
    gb_value_set_string (object, key, string);
}

void
gb_value_set_integer (GbValue *object, const char *key, gint64 integer)
{
  gb_value_set (object, key, gb_value_integer (object->arena, integer));
}

void
gb_value_set_boolean (GbValue *object, const char *key, gboolean boolean)
{
  gb_value_set (object, key, gb_value_boolean (boolean));
}

GbValue *
gb_value_set_object (GbValue *object, const char *key)
{
  GbValue *value = gb_value_object (object->arena);
  gb_value_set (object, key, value);
  return value;
}

GbValue *
gb_value_set_array (GbValue *object, const char *key)
{
  GbValue *value = gb_value_array (object->arena);
  gb_value_set (object, key, value);
  return value;
}

const GbValue *
gb_value_get_hashed (const GbValue *object, const char *key, guint32 hash)
{
  if (object == NULL || object->type != GB_VALUE_OBJECT)
    return NULL;
  const GbMember *member = find (object, key, hash);
  return member == NULL ? NULL : member->value;
}

const GbValue *
gb_value_get (const GbValue *object, const char *key)
{
  return gb_value_get_hashed (object, key, hash_of (key));
}

const char *
gb_value_get_string (const GbValue *object, const char *key)
{
  const GbValue *value = gb_value_get (object, key);
  return value != NULL && value->type == GB_VALUE_STRING ? value->string : NULL;
}

gboolean
gb_value_is_truthy (const GbValue *value)
{
  if (value == NULL)
    return FALSE;
  switch (value->type) {
  case GB_VALUE_NULL:
    return FALSE;
  case GB_VALUE_BOOLEAN:
    return value->boolean;
  case GB_VALUE_STRING:
  case GB_VALUE_ARRAY:
    return value->length > 0;
  case GB_VALUE_INTEGER:
  case GB_VALUE_DECIMAL:
  case GB_VALUE_OBJECT:
    break;
  }
  return TRUE;
}
