#include "source/schema.h"

#include <string.h>

#include "source/nearest.h"
#include "source/scalar.h"

/* A schema with more keys than this is not listed in a message. */
#define KEYS_LISTED 12
/* From so many items on the ids of a list are hashed to find doubled ones. */
#define ITEMS_HASHED 24

typedef struct {
  GbArena *arena;
  const char *file;
  GbDiagnostics *diagnostics;
  GString *reason; /* scratch */
  guint errors;
} Decoder;

static gpointer decode_object (Decoder *decoder, const GbSchema *schema, const GbYamlNode *node,
                               const char *key);

static void report (Decoder *decoder, const GbYamlNode *node, const char *code, const char *format,
                    ...) G_GNUC_PRINTF (4, 5);

static void
report (Decoder *decoder, const GbYamlNode *node, const char *code, const char *format, ...)
{
  if (decoder->errors > GB_SCHEMA_ERRORS_MAX)
    return;
  GbPlace place = gb_yaml_place (decoder->file, node, NULL);
  if (++decoder->errors > GB_SCHEMA_ERRORS_MAX) {
    gb_diagnostics_error (decoder->diagnostics, place, "too-many-errors",
                          "this file has more than %d errors; the rest is not reported",
                          GB_SCHEMA_ERRORS_MAX);
    return;
  }
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  gb_diagnostics_error (decoder->diagnostics, place, code, "%s", message);
}

/* "one, two, three" */
static char *
list_words (const char *const *words)
{
  return g_strjoinv (", ", (char **)words);
}

/* --- Scalars --------------------------------------------------------------------------------- */

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    if (!g_ascii_isspace (*text) && g_utf8_get_char (text) != 0x3000)
      return FALSE;
  }
  return TRUE;
}

/* What YAML takes for nothing. */
static gboolean
is_null (const GbYamlNode *node)
{
  static const char *const words[] = { "", "~", "null", "Null", "NULL", NULL };
  return node->kind == GB_YAML_SCALAR && node->plain && node->length <= 4
         && g_strv_contains (words, node->text);
}

/* The text of a scalar that is not empty, or NULL with an error. */
static const char *
take_text (Decoder *decoder, const char *key, const GbYamlNode *node)
{
  if (node->kind == GB_YAML_MAPPING)
    report (decoder, node, "wrong-type",
            "'%s' must be a text, not a mapping; put a text that holds ': ' or begins with '{' in "
            "quotes",
            key);
  else if (node->kind == GB_YAML_SEQUENCE)
    report (decoder, node, "wrong-type",
            "'%s' must be one text, not a list; put a text that begins with '[' or '- ' in quotes",
            key);
  else if (is_null (node) && node->length > 0)
    report (decoder, node, "empty-text",
            "'%s' is read as nothing; put the word '%s' in quotes, or leave the key out", key,
            node->text);
  else if (is_blank (node->text))
    report (decoder, node, "empty-text", "'%s' has no value; write one or leave the key out", key);
  else
    return node->text;
  return NULL;
}

static gboolean
take_choice (Decoder *decoder, const GbField *field, const GbYamlNode *node, const char *text,
             int *ret_index)
{
  for (int i = 0; field->choices[i] != NULL; i++) {
    if (strcmp (field->choices[i], text) == 0) {
      *ret_index = i;
      return TRUE;
    }
  }
  GbNearest nearest;
  gb_nearest_init (&nearest, text);
  for (guint i = 0; field->choices[i] != NULL; i++)
    gb_nearest_offer (&nearest, field->choices[i]);
  const char *best = gb_nearest_best (&nearest);
  g_autofree char *words = list_words (field->choices);
  if (best != NULL)
    report (decoder, node, "bad-choice", "'%s' cannot be '%s'; did you mean '%s'? Possible are: %s",
            field->key, text, best, words);
  else
    report (decoder, node, "bad-choice", "'%s' cannot be '%s'; possible are: %s", field->key, text,
            words);
  return FALSE;
}

static void
decode_integer (Decoder *decoder, const GbField *field, const GbYamlNode *node, const char *text,
                int *slot)
{
  int value;
  if (!gb_scalar_integer (text, &value, decoder->reason)) {
    report (decoder, node, "bad-number", "'%s': %s", field->key, decoder->reason->str);
    return;
  }
  if (value < field->minimum || value > field->maximum) {
    report (decoder, node, "out-of-range", "'%s' is %d, but must be from %d to %d", field->key,
            value, field->minimum, field->maximum);
    return;
  }
  *slot = value;
}

/* One value that is written as one scalar. */
static void
decode_scalar (Decoder *decoder, const GbField *field, const GbYamlNode *node, gpointer slot)
{
  const char *text = take_text (decoder, field->key, node);
  if (text == NULL)
    return;
  GString *reason = g_string_truncate (decoder->reason, 0);
  const char *code = NULL;
  gboolean good = TRUE;
  switch (field->type) {
  case GB_FIELD_TEXT:
    if (field->refers == GB_REFERS_ENTRY) {
      good = gb_scalar_entry (text, reason);
      code = "bad-id";
    }
    if (good)
      *(const char **)slot = text;
    break;
  case GB_FIELD_ID:
    good = gb_scalar_id (text, reason);
    code = "bad-id";
    if (good)
      *(const char **)slot = text;
    break;
  case GB_FIELD_CLAUSE:
    good = gb_scalar_clause (text, reason);
    code = "bad-clause";
    if (good)
      *(const char **)slot = text;
    break;
  case GB_FIELD_URL:
    good = gb_scalar_url (text, reason);
    code = "bad-url";
    if (good)
      *(const char **)slot = text;
    break;
  case GB_FIELD_NUMBER:
    good = gb_scalar_number (text, reason);
    code = "bad-number";
    if (good)
      *(const char **)slot = text;
    break;
  case GB_FIELD_DATE:
    good = gb_scalar_date (text, slot, reason);
    code = "bad-date";
    break;
  case GB_FIELD_WHEN:
    good = gb_scalar_when (text, slot, reason);
    code = "bad-date";
    break;
  case GB_FIELD_MONTH_DAY:
    good = gb_scalar_month_day (text, slot, reason);
    code = "bad-date";
    break;
  case GB_FIELD_YEARS:
    good = gb_scalar_years (text, slot, reason);
    code = "bad-date";
    break;
  case GB_FIELD_BOOLEAN:
    good = gb_scalar_boolean (text, slot, reason);
    code = "wrong-type";
    break;
  case GB_FIELD_INTEGER:
    decode_integer (decoder, field, node, text, slot);
    break;
  case GB_FIELD_CHOICE: {
    int index = 0;
    if (take_choice (decoder, field, node, text, &index))
      *(int *)slot = field->minimum + index;
    break;
  }
  case GB_FIELD_TEXTS:
  case GB_FIELD_DATES:
  case GB_FIELD_OBJECT:
  case GB_FIELD_OBJECTS:
  default:
    g_assert_not_reached ();
  }
  if (!good)
    report (decoder, node, code, "'%s': %s", field->key, reason->str);
}

/* --- Lists ----------------------------------------------------------------------------------- */

static gboolean
decode_text_item (Decoder *decoder, const GbField *field, const GbYamlNode *node,
                  gpointer *ret_item)
{
  const char *text = take_text (decoder, field->key, node);
  if (text == NULL)
    return FALSE;
  GString *reason = g_string_truncate (decoder->reason, 0);
  if (field->type == GB_FIELD_DATES) {
    GbDate date;
    if (!gb_scalar_date (text, &date, reason)) {
      report (decoder, node, "bad-date", "'%s': %s", field->key, reason->str);
      return FALSE;
    }
    *ret_item = GINT_TO_POINTER (date);
    return TRUE;
  }
  gboolean good = field->refers == GB_REFERS_NOTHING ? TRUE
                  : field->refers == GB_REFERS_ENTRY ? gb_scalar_entry (text, reason)
                                                     : gb_scalar_id (text, reason);
  if (!good) {
    report (decoder, node, "bad-id", "'%s': %s", field->key, reason->str);
    return FALSE;
  }
  int index;
  if (field->choices != NULL && !take_choice (decoder, field, node, text, &index))
    return FALSE;
  *ret_item = (gpointer)text;
  return TRUE;
}

/* Texts or dates; a single one may stand without a list around it. */
static void
decode_texts (Decoder *decoder, const GbField *field, const GbYamlNode *node, GbList *list)
{
  if (node->kind == GB_YAML_MAPPING) {
    report (decoder, node, "wrong-type",
            "'%s' must be a list, not a mapping; begin each item with '- ', and put one that holds "
            "': ' in quotes",
            field->key);
    return;
  }
  const GbYamlNode *const *nodes = &node;
  guint n = 1;
  if (node->kind == GB_YAML_SEQUENCE) {
    nodes = (const GbYamlNode *const *)node->items;
    n = node->length;
  }
  list->items = gb_arena_newv (decoder->arena, gpointer, n);
  for (guint i = 0; i < n; i++) {
    if (decode_text_item (decoder, field, nodes[i], &list->items[list->length]))
      list->length++;
  }
}

static void
check_unique (Decoder *decoder, const GbField *field, const GbList *list)
{
  const GbField *id = field->schema->fields;
  while (strcmp (id->key, "id") != 0)
    id++;
  g_autoptr (GHashTable) seen
    = list->length >= ITEMS_HASHED ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;
  for (guint i = 0; i < list->length; i++) {
    const char *own = G_STRUCT_MEMBER (const char *, list->items[i], id->offset);
    gpointer first = NULL;
    if (own == NULL)
      continue;
    if (seen != NULL) {
      first = g_hash_table_lookup (seen, own);
      if (first == NULL)
        g_hash_table_insert (seen, (gpointer)own, list->items[i]);
    }
    for (guint k = 0; seen == NULL && first == NULL && k < i; k++) {
      /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): no item is NULL. */
      if (g_strcmp0 (G_STRUCT_MEMBER (const char *, list->items[k], id->offset), own) == 0)
        first = list->items[k];
    }
    if (first == NULL)
      continue;
    GbPlace place = gb_yaml_place (decoder->file, *(const GbYamlNode *const *)first, "id");
    report (decoder, gb_yaml_get (*(const GbYamlNode *const *)list->items[i], "id"), "duplicate-id",
            "the id '%s' is taken by the %s on line %u, column %u; choose another", own,
            field->schema->name, place.line, place.column);
  }
}

static void
decode_objects (Decoder *decoder, const GbField *field, const GbYamlNode *node, GbList *list)
{
  if (node->kind != GB_YAML_SEQUENCE) {
    report (decoder, node, "wrong-type",
            "'%s' must be a list of mappings; begin each of them on a line of its own with '- '",
            field->key);
    return;
  }
  list->items = gb_arena_newv (decoder->arena, gpointer, node->length);
  for (guint i = 0; i < node->length; i++) {
    gpointer object = decode_object (decoder, field->schema, node->items[i], field->key);
    if (object != NULL)
      list->items[list->length++] = object;
  }
  if (field->unique)
    check_unique (decoder, field, list);
}

/* --- Mappings -------------------------------------------------------------------------------- */

static void
decode_field (Decoder *decoder, const GbField *field, const GbYamlNode *node, gpointer object)
{
  if (field->nullable && is_null (node))
    return;
  if (field->given != 0)
    G_STRUCT_MEMBER (gboolean, object, field->given) = TRUE;
  gpointer slot = G_STRUCT_MEMBER_P (object, field->offset);
  if (is_null (node)) {
    (void)take_text (decoder, field->key, node);
    return;
  }
  if (field->type == GB_FIELD_TEXTS || field->type == GB_FIELD_DATES)
    decode_texts (decoder, field, node, slot);
  else if (field->type == GB_FIELD_OBJECT)
    *(gpointer *)slot = decode_object (decoder, field->schema, node, field->key);
  else if (field->type == GB_FIELD_OBJECTS)
    decode_objects (decoder, field, node, slot);
  else
    decode_scalar (decoder, field, node, slot);
}

static void
set_initial (const GbField *field, gpointer object)
{
  gpointer slot = G_STRUCT_MEMBER_P (object, field->offset);
  if (field->type == GB_FIELD_DATE)
    *(GbDate *)slot = GB_DATE_NONE;
  else if (field->type == GB_FIELD_WHEN)
    *(GbWhen *)slot = GB_WHEN_NONE;
  else if (field->type == GB_FIELD_INTEGER || field->type == GB_FIELD_BOOLEAN
           || field->type == GB_FIELD_CHOICE)
    *(int *)slot = field->initial;
}

static char *
list_keys (const GbSchema *schema, guint limit)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  for (guint i = 0; i < MIN (schema->n_fields, limit); i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", schema->fields[i].key);
  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static void
report_unknown (Decoder *decoder, const GbSchema *schema, const GbYamlNode *key)
{
  if (decoder->errors > GB_SCHEMA_ERRORS_MAX)
    return;
  GbNearest nearest;
  gb_nearest_init (&nearest, key->text);
  for (guint i = 0; i < schema->n_fields; i++)
    gb_nearest_offer (&nearest, schema->fields[i].key);
  const char *best = gb_nearest_best (&nearest);
  if (best != NULL) {
    report (decoder, key, "unknown-key", "unknown key '%s' in %s; did you mean '%s'?", key->text,
            schema->name, best);
    return;
  }
  g_autofree char *keys = list_keys (schema, KEYS_LISTED);
  report (decoder, key, "unknown-key", "unknown key '%s' in %s; its keys are: %s%s", key->text,
          schema->name, keys,
          schema->n_fields > KEYS_LISTED ? " … (all are in the data dictionary)" : "");
}

/* The index of the field named @key, sought from @hint on since keys mostly keep the table's order.
 */
static guint
find_field (const GbSchema *schema, const char *key, guint hint)
{
  for (guint i = 0; i < schema->n_fields; i++) {
    guint index = hint + i < schema->n_fields ? hint + i : hint + i - schema->n_fields;
    if (strcmp (schema->fields[index].key, key) == 0)
      return index;
  }
  return schema->n_fields;
}

static void
check_any (Decoder *decoder, const GbSchema *schema, const GbYamlNode *node)
{
  for (guint i = 0; schema->any_of[i] != NULL; i++) {
    if (gb_yaml_get (node, schema->any_of[i]) != NULL)
      return;
  }
  g_autofree char *keys = list_words (schema->any_of);
  report (decoder, node, "missing-key", "every %s needs at least one of these keys: %s",
          schema->name, keys);
}

static gpointer
decode_object (Decoder *decoder, const GbSchema *schema, const GbYamlNode *node, const char *key)
{
  if (node->kind != GB_YAML_MAPPING) {
    g_autofree char *keys = list_keys (schema, 3);
    report (decoder, node, "wrong-type",
            "'%s' must be a mapping, written as 'key: value'; its keys are: %s%s", key, keys,
            schema->n_fields > 3 ? " …" : "");
    return NULL;
  }
  g_assert (schema->n_fields <= 64);
  gpointer object = gb_arena_alloc (decoder->arena, schema->size);
  *(const GbYamlNode **)object = node;
  for (guint i = 0; i < schema->n_fields; i++)
    set_initial (&schema->fields[i], object);

  guint64 seen = 0;
  guint hint = 0;
  for (guint i = 0; i < node->length; i++) {
    guint index = find_field (schema, node->items[2 * i]->text, hint);
    if (index == schema->n_fields) {
      report_unknown (decoder, schema, node->items[2 * i]);
      continue;
    }
    hint = index;
    seen |= (guint64)1 << index;
    decode_field (decoder, &schema->fields[index], node->items[2 * i + 1], object);
  }
  for (guint i = 0; i < schema->n_fields; i++) {
    if (schema->fields[i].required && (seen >> i & 1) == 0)
      report (decoder, node, "missing-key", "the key '%s' is missing; every %s needs it",
              schema->fields[i].key, schema->name);
  }
  if (schema->any_of != NULL)
    check_any (decoder, schema, node);
  return object;
}

gpointer
gb_schema_decode (const GbSchema *schema, GbArena *arena, const char *file, const GbYamlNode *node,
                  GbDiagnostics *diagnostics)
{
  g_autoptr (GString) reason = g_string_new (NULL);
  Decoder decoder = {
    .arena = arena,
    .file = file,
    .diagnostics = diagnostics,
    .reason = reason,
  };
  return decode_object (&decoder, schema, node, schema->name);
}

void
gb_schema_each_clause (const GbSchema *schema, gconstpointer object, GbClauseFunc *each,
                       gpointer data)
{
  for (guint i = 0; i < schema->n_fields; i++) {
    const GbField *field = &schema->fields[i];
    const GbList list = field->type == GB_FIELD_OBJECTS
                          ? G_STRUCT_MEMBER (GbList, object, field->offset)
                          : (GbList){ 0 };
    for (guint k = 0; k < list.length; k++)
      gb_schema_each_clause (field->schema, list.items[k], each, data);
    if (field->type != GB_FIELD_OBJECT && field->type != GB_FIELD_CLAUSE)
      continue;
    gconstpointer value = G_STRUCT_MEMBER (gconstpointer, object, field->offset);
    if (value != NULL && field->type == GB_FIELD_OBJECT)
      gb_schema_each_clause (field->schema, value, each, data);
    else if (value != NULL)
      each (data, *(const GbYamlNode *const *)object, value);
  }
}
