/* What describes the data to programs: the data package of the CSV files (Frictionless) and a JSON
 * Schema (draft 2020-12) of each kind of JSON file, both from the shapes. */
#include "export/files.h"
#include "export/tables.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/sheet.h"

#define DIALECT "https://json-schema.org/draft/2020-12/schema"
#define ID_PATTERN "^[a-z0-9]+(-[a-z0-9]+)*$"
#define WHEN_PATTERN "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

static void
set_words (GbValue *object, const char *const *words, gboolean nullable)
{
  GbValue *list = gb_value_set_array (object, "enum");
  for (guint i = 0; words[i] != NULL; i++)
    gb_value_append_string (list, words[i]);
  if (nullable)
    gb_value_append (list, gb_value_null ());
}

/* -- JSON Schema -- */

static void
set_type (GbValue *schema, const char *type, gboolean nullable)
{
  if (!nullable) {
    gb_value_set_string (schema, "type", type);
    return;
  }
  GbValue *types = gb_value_set_array (schema, "type");
  gb_value_append_string (types, type);
  gb_value_append_string (types, "null");
}

static void
set_pattern (GbValue *schema, GbShapeType type)
{
  if (type == GB_SHAPE_ID || type == GB_SHAPE_WHEN)
    gb_value_set_string (schema, "pattern", type == GB_SHAPE_ID ? ID_PATTERN : WHEN_PATTERN);
}

/* What one value of @field is. */
static void
set_value (GbScene *scene, GbValue *schema, const GbShapeField *field, gboolean nullable)
{
  static const char *const types[] = {
    [GB_SHAPE_TEXT] = "string",   [GB_SHAPE_ID] = "string",       [GB_SHAPE_URL] = "string",
    [GB_SHAPE_DATE] = "string",   [GB_SHAPE_WHEN] = "string",     [GB_SHAPE_INTEGER] = "integer",
    [GB_SHAPE_NUMBER] = "number", [GB_SHAPE_BOOLEAN] = "boolean",
  };
  if (field->type == GB_SHAPE_OBJECT) {
    GbValue *target = schema;
    if (nullable) {
      GbValue *choices = gb_value_set_array (schema, "anyOf");
      target = gb_value_append_object (choices);
      gb_value_set_string (gb_value_append_object (choices), "type", "null");
    }
    gb_value_set_string (
      target, "$ref", gb_arena_join (scene->arena, "#/$defs/", gb_shape_inner (field).name, NULL));
    return;
  }
  set_type (schema, types[field->type], nullable);
  if (field->words != NULL)
    set_words (schema, field->words, nullable);
  else if (field->type == GB_SHAPE_DATE)
    gb_value_set_string (schema, "format", "date");
  else
    set_pattern (schema, field->type);
}

static void
set_shape (GbScene *scene, GbValue *schema, const GbShape *shape)
{
  gb_value_set_string (schema, "title", shape->title);
  gb_value_set_string (schema, "type", "object");
  GbValue *properties = gb_value_set_object (schema, "properties");
  GbValue *required = gb_value_array (scene->arena);
  GbShapeField field;
  for (guint i = 0; (field = gb_shape_field (shape, i)).key != NULL; i++) {
    GbValue *property = gb_value_set_object (properties, field.key);
    gb_value_set_string (property, "title", field.title);
    gb_value_set_known (property, "description", field.about);
    if (field.list) {
      gb_value_set_string (property, "type", "array");
      set_value (scene, gb_value_set_object (property, "items"), &field, FALSE);
    } else {
      set_value (scene, property, &field, !field.always);
    }
    if (!field.optional)
      gb_value_append_string (required, field.key);
  }
  gb_value_set (schema, "required", required);
  gb_value_set_boolean (schema, "additionalProperties", FALSE);
}

/* Each shape below @shape once. */
static void
define (GbScene *scene, GbValue *definitions, const GbShape *shape)
{
  GbShapeField field;
  for (guint i = 0; (field = gb_shape_field (shape, i)).key != NULL; i++) {
    GbShape inner = gb_shape_inner (&field);
    if (inner.name == NULL || gb_value_get (definitions, inner.name) != NULL)
      continue;
    set_shape (scene, gb_value_set_object (definitions, inner.name), &inner);
    define (scene, definitions, &inner);
  }
}

static void
build_schema (GbScene *scene, const GbSheet *sheet, GbValue *schema)
{
  const GbShapeFile *file = sheet->subject;
  gb_value_set_string (schema, "$schema", DIALECT);
  gb_value_set_known (schema, "$id", gb_scene_address (scene, sheet->path));
  set_shape (scene, schema, file->shape);
  define (scene, gb_value_set_object (schema, "$defs"), file->shape);
}

/* -- the data package -- */

static void
set_constraints (GbScene *scene, GbValue *object, const GbShapeField *field, gboolean in_key)
{
  GbValue *constraints = gb_value_object (scene->arena);
  if (in_key)
    gb_value_set_boolean (constraints, "required", TRUE);
  if (field->words != NULL)
    set_words (constraints, field->words, FALSE);
  else
    set_pattern (constraints, field->type);
  if (constraints->length > 0)
    gb_value_set (object, "constraints", constraints);
}

static gboolean
is_in_key (const GbTable *table, const char *name)
{
  g_auto (GStrv) names = g_strsplit (table->key == NULL ? "" : table->key, ",", -1);
  return g_strv_contains ((const char *const *)names, name);
}

static void
append_column (GbScene *scene, GbValue *fields, const GbTable *table, const GbColumn *column)
{
  static const char *const types[] = {
    [GB_SHAPE_TEXT] = "string",   [GB_SHAPE_ID] = "string",       [GB_SHAPE_URL] = "string",
    [GB_SHAPE_DATE] = "date",     [GB_SHAPE_WHEN] = "string",     [GB_SHAPE_INTEGER] = "integer",
    [GB_SHAPE_NUMBER] = "number", [GB_SHAPE_BOOLEAN] = "boolean",
  };
  GbShapeField field = gb_table_field (table, column);
  GbValue *value = gb_value_append_object (fields);
  gb_value_set_string (value, "name", column->name);
  gb_value_set_string (value, "title", column->title != NULL ? column->title : field.title);
  const char *about = column->about != NULL ? column->about : field.about;
  if (field.list)
    about = about == NULL ? "多个值之间用英文分号隔开"
                          : gb_arena_join (scene->arena, about, "；多个值之间用英文分号隔开", NULL);
  gb_value_set_known (value, "description", about);
  gb_value_set_string (value, "type", field.list ? "string" : types[field.type]);
  if (!field.list)
    set_constraints (scene, value, &field, is_in_key (table, column->name));
}

static void
append_table (GbScene *scene, GbValue *resources, const GbTable *table)
{
  GbValue *resource = gb_value_append_object (resources);
  gb_value_set_string (resource, "name", table->name);
  gb_value_set_string (resource, "title", table->title);
  gb_value_set_string (resource, "description", table->about);
  gb_value_set_string (resource, "path", gb_arena_join (scene->arena, table->name, ".csv", NULL));
  gb_value_set_string (resource, "profile", "tabular-data-resource");
  gb_value_set_string (resource, "format", "csv");
  gb_value_set_string (resource, "mediatype", "text/csv");
  gb_value_set_string (resource, "encoding", "utf-8");
  GbValue *dialect = gb_value_set_object (resource, "dialect");
  gb_value_set_string (dialect, "delimiter", ",");
  gb_value_set_string (dialect, "quoteChar", "\"");
  gb_value_set_boolean (dialect, "doubleQuote", TRUE);
  gb_value_set_string (dialect, "lineTerminator", "\r\n");
  gb_value_set_boolean (dialect, "header", TRUE);
  GbValue *schema = gb_value_set_object (resource, "schema");
  GbValue *fields = gb_value_set_array (schema, "fields");
  for (guint i = 0; i < table->n_columns; i++)
    append_column (scene, fields, table, &table->columns[i]);
  if (table->key != NULL) {
    GbValue *key = gb_value_set_array (schema, "primaryKey");
    g_auto (GStrv) names = g_strsplit (table->key, ",", -1);
    for (guint i = 0; names[i] != NULL; i++)
      gb_value_append_string (key, gb_arena_strdup (scene->arena, names[i]));
  }
  gb_value_append_string (gb_value_set_array (schema, "missingValues"), "");
}

static void
build_package (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *package)
{
  const GbSite *site = scene->corpus->model->site;
  gb_value_set_string (package, "profile", "tabular-data-package");
  gb_value_set_string (package, "name", "gongbao-data");
  gb_value_set_string (package, "title", site->name);
  gb_value_set_known (package, "description", site->description);
  gb_value_set_known (package, "homepage", gb_scene_address (scene, GB_HREF_DATA));
  if (site->licence != NULL) {
    GbValue *licence = gb_value_append_object (gb_value_set_array (package, "licenses"));
    gb_value_set_known (licence, "name", site->licence->name);
    gb_value_set_known (licence, "path", site->licence->url);
    gb_value_set_known (licence, "title", site->licence->title);
  }
  GbValue *resources = gb_value_set_array (package, "resources");
  for (guint i = 0; i < gb_tables_count; i++)
    append_table (scene, resources, &gb_tables[i]);
}

void
gb_package_files (GbView *view)
{
  gb_sheet_add (view, GB_HREF_PACKAGE, NULL, build_package, NULL, 0);
  for (const GbShapeFile *file = gb_shape_files; file->shape != NULL; file++)
    gb_sheet_add (view, gb_href_schema (view->arena, file->schema), NULL, build_schema, file, 0);
}
