#include "source/loose.h"

#include <jansson.h>
#include <string.h>
#include <yaml.h>

#include "base/file.h"
#include "base/integer.h"

/* An array or object being filled. */
typedef struct {
  gboolean is_object;
  GbPlace place;
  const char *key; /* the key whose value comes next */
  GPtrArray *elements;
  GArray *members;  /* of GbMember */
  GHashTable *keys; /* key → its line, column */
} Level;

typedef struct {
  GbArena *arena;
  const char *file;
  GbDiagnostics *diagnostics;
  gboolean failed;
  gboolean lost;  /* what follows cannot be understood any more */
  GArray *levels; /* of Level */
  const GbValue *root;
} Builder;

static G_GNUC_PRINTF (4, 5) void fail (Builder *builder, GbPlace place, const char *code,
                                       const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  gb_diagnostics_error (builder->diagnostics, place, code, "%s", message);
  builder->failed = TRUE;
  builder->lost = TRUE;
}

static void
level_clear (gpointer data)
{
  Level *level = data;
  g_clear_pointer (&level->elements, g_ptr_array_unref);
  g_clear_pointer (&level->members, g_array_unref);
  g_clear_pointer (&level->keys, g_hash_table_unref);
}

static Level *
innermost (const Builder *builder)
{
  return builder->levels->len == 0
           ? NULL
           : &g_array_index (builder->levels, Level, builder->levels->len - 1);
}

static void
add_value (Builder *builder, const GbValue *value)
{
  Level *level = innermost (builder);
  if (level == NULL) {
    builder->root = value;
  } else if (!level->is_object) {
    g_ptr_array_add (level->elements, (gpointer)value);
  } else {
    GbMember member = {
      .key = level->key,
      .hash = gb_value_hash (level->key, strlen (level->key)),
      .value = value,
    };
    g_array_append_val (level->members, member);
    level->key = NULL;
  }
}

static void
begin_level (Builder *builder, gboolean is_object, GbPlace place)
{
  Level level = { .is_object = is_object, .place = place };
  if (is_object) {
    level.members = g_array_new (FALSE, FALSE, sizeof (GbMember));
    level.keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  } else {
    level.elements = g_ptr_array_new ();
  }
  if (builder->levels->len == GB_LOOSE_DEPTH)
    fail (builder, place, "data-depth", "nested deeper than %d", GB_LOOSE_DEPTH);
  g_array_append_val (builder->levels, level);
}

/* The members go into the value at once: gb_value_set would look for each key among those before
 * it, and there may be a million. */
static void
end_level (Builder *builder)
{
  Level *level = innermost (builder);
  GbValue *value
    = level->is_object ? gb_value_object (builder->arena) : gb_value_array (builder->arena);
  if (level->is_object) {
    for (guint i = 0; i < level->members->len; i++) {
      const GbMember *member = &g_array_index (level->members, GbMember, i);
      gb_value_add (value, member->key, member->value);
    }
  } else {
    value->length = value->capacity = level->elements->len;
    value->elements = gb_arena_newv (builder->arena, const GbValue *, value->length);
    if (value->length > 0)
      memcpy (value->elements, level->elements->pdata, sizeof (gpointer) * value->length);
  }
  g_array_set_size (builder->levels, builder->levels->len - 1);
  add_value (builder, value);
}

static void
add_key (Builder *builder, Level *level, const char *key, GbPlace place)
{
  level->key = key;
  const GbPlace *before = g_hash_table_lookup (level->keys, key);
  if (before != NULL) {
    gb_diagnostics_error (builder->diagnostics, place, "data-duplicate-key",
                          "the key \"%s\" stands already in line %u, column %u", key, before->line,
                          before->column);
    builder->failed = TRUE;
    return;
  }
  g_hash_table_insert (level->keys, (gpointer)key, g_memdup2 (&place, sizeof place));
}

static gboolean
is_any (const char *text, const char *const *words)
{
  return g_strv_contains (words, text);
}

/* -?(0|[1-9][0-9]*) and then, for a decimal, (.[0-9]+)?([eE][-+]?[0-9]+)? */
static gboolean
is_json_number (const char *text, gboolean *ret_integer)
{
  text += *text == '-';
  if (!g_ascii_isdigit (*text) || (*text == '0' && g_ascii_isdigit (text[1])))
    return FALSE;
  text += strspn (text, "0123456789");
  *ret_integer = *text == '\0';
  if (*text == '.') {
    text++;
    gsize digits = strspn (text, "0123456789");
    if (digits == 0)
      return FALSE;
    text += digits;
  }
  if (*text == 'e' || *text == 'E') {
    text++;
    text += *text == '-' || *text == '+';
    gsize digits = strspn (text, "0123456789");
    if (digits == 0)
      return FALSE;
    text += digits;
  }
  return *text == '\0';
}

static const GbValue *
plain_scalar (GbArena *arena, const char *text, gsize length)
{
  static const char *const nulls[] = { "", "~", "null", "Null", "NULL", NULL };
  static const char *const trues[] = { "true", "True", "TRUE", NULL };
  static const char *const falses[] = { "false", "False", "FALSE", NULL };
  if (is_any (text, nulls))
    return gb_value_null ();
  if (is_any (text, trues))
    return gb_value_boolean (TRUE);
  if (is_any (text, falses))
    return gb_value_boolean (FALSE);
  gboolean is_integer = FALSE;
  if (!is_json_number (text, &is_integer))
    return gb_value_string_n (arena, text, length);
  gint64 integer = 0;
  /* -0 is a number that no integer is. */
  if (is_integer && strcmp (text, "-0") != 0
      && gb_integer_parse (text, G_MININT64, G_MAXINT64, &integer))
    return gb_value_integer (arena, integer);
  return gb_value_decimal (arena, text);
}

static GbPlace
place_of (const Builder *builder, yaml_mark_t mark)
{
  return (GbPlace){ builder->file, (guint)mark.line + 1, (guint)mark.column + 1 };
}

static void
take_scalar (Builder *builder, const yaml_event_t *event)
{
  GbPlace place = place_of (builder, event->start_mark);
  const char *value = (const char *)event->data.scalar.value;
  gsize length = event->data.scalar.length;
  gboolean is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
  if (event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL) {
    fail (builder, place, "data-anchor",
          "anchors (&) and tags (!) are not accepted: write the value itself");
    return;
  }
  if (memchr (value, '\0', length) != NULL) {
    fail (builder, place, "data-nul", "a text cannot hold the character U+0000");
    return;
  }
  char *text = gb_arena_strndup (builder->arena, value, length);
  Level *level = innermost (builder);
  if (level != NULL && level->is_object && level->key == NULL) {
    if (is_plain && strcmp (text, "<<") == 0)
      fail (builder, place, "data-merge",
            "merge keys are not accepted: write the members themselves");
    add_key (builder, level, text, place);
    return;
  }
  add_value (builder, is_plain ? plain_scalar (builder->arena, text, length)
                               : gb_value_string_n (builder->arena, text, length));
}

static void
take_start (Builder *builder, const yaml_event_t *event)
{
  GbPlace place = place_of (builder, event->start_mark);
  gboolean is_object = event->type == YAML_MAPPING_START_EVENT;
  const yaml_char_t *anchor
    = is_object ? event->data.mapping_start.anchor : event->data.sequence_start.anchor;
  const yaml_char_t *tag
    = is_object ? event->data.mapping_start.tag : event->data.sequence_start.tag;
  const Level *level = innermost (builder);
  if (anchor != NULL || tag != NULL)
    fail (builder, place, "data-anchor",
          "anchors (&) and tags (!) are not accepted: write the value itself");
  else if (level != NULL && level->is_object && level->key == NULL)
    fail (builder, place, "data-key", "a key is a word or a text, not a list or a mapping");
  else
    begin_level (builder, is_object, place);
}

static void
take_event (Builder *builder, const yaml_event_t *event)
{
  switch (event->type) {
  case YAML_SCALAR_EVENT:
    take_scalar (builder, event);
    return;
  case YAML_SEQUENCE_START_EVENT:
  case YAML_MAPPING_START_EVENT:
    take_start (builder, event);
    return;
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    end_level (builder);
    return;
  case YAML_ALIAS_EVENT:
    fail (builder, place_of (builder, event->start_mark), "data-alias",
          "aliases (*) are not accepted: write the value itself");
    return;
  case YAML_DOCUMENT_START_EVENT:
    if (builder->root != NULL)
      fail (builder, place_of (builder, event->start_mark), "data-documents",
            "a data file holds one document");
    return;
  default:
    return;
  }
}

/* For unreadable bytes libyaml knows the offset, but neither line nor column. */
static void
report_yaml (Builder *builder, const yaml_parser_t *parser, const char *text, gsize length)
{
  const char *problem = parser->problem != NULL ? parser->problem : "cannot be read";
  if (parser->error == YAML_READER_ERROR) {
    GbPlace place = { builder->file, 1, 1 };
    gb_place_move (&place, text, MIN (parser->problem_offset, length));
    fail (builder, place, "data-bytes", "%s: save the file as UTF-8 without control characters",
          problem);
    return;
  }
  GbPlace place = place_of (builder, parser->problem_mark);
  if (parser->context != NULL)
    fail (builder, place, "data-syntax", "%s (%s that begins in line %zu, column %zu)", problem,
          parser->context, parser->context_mark.line + 1, parser->context_mark.column + 1);
  else
    fail (builder, place, "data-syntax", "%s", problem);
}

const GbValue *
gb_loose_yaml (GbArena *arena, const char *file, const char *text, gsize length,
               GbDiagnostics *diagnostics)
{
  Builder builder = { .arena = arena, .file = file, .diagnostics = diagnostics };
  builder.levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (builder.levels, level_clear);

  yaml_parser_t parser;
  if (!yaml_parser_initialize (&parser))
    g_error ("out of memory");
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const unsigned char *)text, length);
  for (gboolean more = TRUE; more;) {
    yaml_event_t event;
    if (!yaml_parser_parse (&parser, &event)) {
      report_yaml (&builder, &parser, text, length);
      break;
    }
    take_event (&builder, &event);
    more = event.type != YAML_STREAM_END_EVENT && !builder.lost;
    yaml_event_delete (&event);
  }
  yaml_parser_delete (&parser);
  g_array_unref (builder.levels);
  if (builder.failed)
    return NULL;
  return builder.root != NULL ? builder.root : gb_value_null ();
}

/* The shortest spelling that reads back as the same number. */
static const char *
spell_real (GbArena *arena, double real)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_ascii_formatd (buffer, sizeof buffer, formats[i], real);
    if (g_ascii_strtod (buffer, NULL) == real)
      break;
  }
  return gb_arena_strdup (arena, buffer);
}

static const GbValue *
from_json (GbArena *arena, json_t *json, guint depth, gboolean *ret_too_deep)
{
  if (depth == GB_LOOSE_DEPTH && (json_is_object (json) || json_is_array (json))) {
    *ret_too_deep = TRUE;
    return gb_value_null ();
  }
  switch (json_typeof (json)) {
  case JSON_OBJECT: {
    GbValue *value = gb_value_object (arena);
    const char *key = NULL;
    json_t *member = NULL;
    json_object_foreach (json, key, member)
    {
      gb_value_add (value, gb_arena_strdup (arena, key),
                    from_json (arena, member, depth + 1, ret_too_deep));
    }
    return value;
  }
  case JSON_ARRAY: {
    GbValue *value = gb_value_array (arena);
    value->capacity = (guint)json_array_size (json);
    value->elements = gb_arena_newv (arena, const GbValue *, value->capacity);
    gsize index = 0;
    json_t *element = NULL;
    json_array_foreach (json, index, element)
    {
      value->elements[value->length++] = from_json (arena, element, depth + 1, ret_too_deep);
    }
    return value;
  }
  case JSON_STRING: {
    gsize length = json_string_length (json);
    return gb_value_string_n (arena, gb_arena_strndup (arena, json_string_value (json), length),
                              length);
  }
  case JSON_INTEGER:
    return gb_value_integer (arena, json_integer_value (json));
  case JSON_REAL:
    return gb_value_decimal (arena, spell_real (arena, json_real_value (json)));
  case JSON_TRUE:
  case JSON_FALSE:
    return gb_value_boolean (json_is_true (json));
  case JSON_NULL:
    break;
  }
  return gb_value_null ();
}

const GbValue *
gb_loose_json (GbArena *arena, const char *file, const char *text, gsize length,
               GbDiagnostics *diagnostics)
{
  json_error_t problem;
  json_t *json = json_loadb (text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &problem);
  if (json == NULL) {
    GbPlace place = { file, (guint)MAX (problem.line, 0), (guint)MAX (problem.column, 0) };
    gb_diagnostics_error (diagnostics, place, "data-syntax", "%s", problem.text);
    return NULL;
  }
  gboolean too_deep = FALSE;
  const GbValue *value = from_json (arena, json, 0, &too_deep);
  json_decref (json);
  if (!too_deep)
    return value;
  gb_diagnostics_error (diagnostics, (GbPlace){ file, 0, 0 }, "data-depth", "nested deeper than %d",
                        GB_LOOSE_DEPTH);
  return NULL;
}

const GbValue *
gb_loose_read (GbArena *arena, const char *path, GbDiagnostics *diagnostics, GError **error)
{
  gboolean is_yaml = g_str_has_suffix (path, ".yaml") || g_str_has_suffix (path, ".yml");
  if (!is_yaml && !g_str_has_suffix (path, ".json")) {
    g_set_error (error, GB_ERROR, GB_ERROR_USAGE,
                 "%s: the name of a data file ends in .yaml, .yml or .json", path);
    return NULL;
  }
  gsize length = 0;
  g_autofree char *text = gb_file_read (path, GB_LOOSE_SIZE, &length, error);
  if (text == NULL)
    return NULL;
  const GbValue *value = is_yaml ? gb_loose_yaml (arena, path, text, length, diagnostics)
                                 : gb_loose_json (arena, path, text, length, diagnostics);
  if (value == NULL)
    g_set_error (error, GB_ERROR, GB_ERROR_CONTENT, "%s: the data cannot be read", path);
  return value;
}
