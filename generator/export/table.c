#include "export/table.h"

#include "base/append.h"
#include "base/escape.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define DEPTH_MAX 4

/* Where a column finds its value. */
typedef struct {
  const char *keys[DEPTH_MAX];
  guint32 hashes[DEPTH_MAX];
  guint depth;
  gboolean free_text;
} Path;

struct _GbTableWriter {
  GbScene scene; /* of the row: its arena is emptied for each */
  GString *plain;
  GString *excel;
  GString *field;
  const GbTable *table;
  Path *paths;
};

static GbShapeField
find_field (const GbShape *shape, const char *key, gsize length)
{
  GbShapeField field = { .key = NULL };
  for (guint i = 0; shape->name != NULL && (field = gb_shape_field (shape, i)).key != NULL; i++)
    if (strlen (field.key) == length && memcmp (field.key, key, length) == 0)
      break;
  return field;
}

GbShapeField
gb_table_field (const GbTable *table, const GbColumn *column)
{
  GbShapeField field = { .shape = table->shape };
  gboolean list = FALSE;
  for (const char *key = column->path; *key != '\0';) {
    gsize length = strcspn (key, ".");
    GbShape shape = gb_shape_inner (&field);
    field = find_field (&shape, key, length);
    if (field.key == NULL)
      return (GbShapeField){ .type = column->type };
    list = list || field.list;
    key += length + (key[length] == '.');
  }
  field.list = list;
  return field;
}

static Path
split (GbArena *arena, const GbTable *table, const GbColumn *column)
{
  Path path = { .depth = 0 };
  for (const char *key = column->path; *key != '\0' && path.depth < DEPTH_MAX;) {
    gsize length = strcspn (key, ".");
    path.keys[path.depth] = gb_arena_strndup (arena, key, length);
    path.hashes[path.depth++] = gb_value_hash (key, length);
    key += length + (key[length] == '.');
  }
  GbShapeField field = gb_table_field (table, column);
  path.free_text = field.type == GB_SHAPE_TEXT && field.words == NULL;
  return path;
}

const GbCorpus *
gb_table_corpus (const GbTableWriter *writer)
{
  return writer->scene.corpus;
}

GbScene *
gb_table_row (GbTableWriter *writer, GbValue **ret_record)
{
  gb_arena_reset (writer->scene.arena);
  *ret_record = gb_value_object (writer->scene.arena);
  return &writer->scene;
}

static void
append_part (GString *field, const char *text, gsize length)
{
  if (field->len > 0)
    g_string_append_c (field, ';');
  gb_append (field, text, length);
}

/* What @value, and all that it has several of, holds at the end of @path. */
static void
collect (GString *field, const GbValue *value, const Path *path, guint depth)
{
  if (value == NULL)
    return;
  switch (value->type) {
  case GB_VALUE_NULL:
    return;
  case GB_VALUE_BOOLEAN:
    append_part (field, value->boolean ? "true" : "false", value->boolean ? 4 : 5);
    return;
  case GB_VALUE_INTEGER: {
    char digits[24];
    int length = g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value->integer);
    append_part (field, digits, (gsize)length);
    return;
  }
  case GB_VALUE_DECIMAL:
  case GB_VALUE_STRING:
    append_part (field, value->string, strlen (value->string));
    return;
  case GB_VALUE_ARRAY:
    for (guint i = 0; i < value->length; i++)
      collect (field, value->elements[i], path, depth);
    return;
  case GB_VALUE_OBJECT:
    if (depth < path->depth)
      collect (field, gb_value_get_hashed (value, path->keys[depth], path->hashes[depth]), path,
               depth + 1);
    return;
  }
}

static gboolean
is_formula (const Path *path, const GString *field)
{
  static const char *const signs[] = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠" };
  for (guint i = 0; path->free_text && i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (field->str, signs[i]))
      return TRUE;
  return FALSE;
}

void
gb_table_put (GbTableWriter *writer, const GbValue *record)
{
  GString *plain = writer->plain;
  GString *field = writer->field;
  for (guint i = 0; i < writer->table->n_columns; i++) {
    const Path *path = &writer->paths[i];
    g_string_truncate (field, 0);
    collect (field, record, path, 0);
    if (i > 0) {
      g_string_append_c (plain, ',');
      g_string_append_c (writer->excel, ',');
    }
    gsize start = plain->len;
    gb_escape_csv (plain, field->str, (gssize)field->len);
    if (is_formula (path, field)) {
      g_string_prepend_c (field, '\'');
      gb_escape_csv (writer->excel, field->str, (gssize)field->len);
    } else {
      gb_append (writer->excel, plain->str + start, plain->len - start);
    }
  }
  gb_append (plain, "\r\n", 2);
  gb_append (writer->excel, "\r\n", 2);
}

static void
put_head (GbTableWriter *writer)
{
  GString *plain = writer->plain;
  gsize start = plain->len; /* what stands in it already is no part of the table */
  for (guint i = 0; i < writer->table->n_columns; i++) {
    if (i > 0)
      g_string_append_c (plain, ',');
    gb_escape_csv (plain, writer->table->columns[i].name, -1);
  }
  gb_append (plain, "\r\n", 2);
  g_string_append (writer->excel, BYTE_ORDER_MARK);
  gb_append (writer->excel, plain->str + start, plain->len - start);
}

void
gb_table_print (const GbTable *table, const GbRegistryCase *registry, const GbScene *scene,
                GString *plain, GString *excel)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  GbTableWriter writer = { .scene = *scene, .plain = plain, .excel = excel, .table = table };
  writer.scene.arena = arena;
  writer.field = g_string_new (NULL);
  writer.paths = gb_arena_newv (scene->arena, Path, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    writer.paths[i] = split (scene->arena, table, &table->columns[i]);
  put_head (&writer);
  table->rows (&writer, registry);
  g_string_free (writer.field, TRUE);
}
