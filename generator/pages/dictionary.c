/* The data dictionary: every key of every kind of file, from the table that decodes them. */
#include "pages/pages.h"
#include "source/dictionary.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

static const char *const types[] = {
  [GB_FIELD_TEXT] = "text",       [GB_FIELD_TEXTS] = "texts",
  [GB_FIELD_NUMBER] = "number",   [GB_FIELD_ID] = "id",
  [GB_FIELD_CLAUSE] = "clause",   [GB_FIELD_URL] = "url",
  [GB_FIELD_DATE] = "date",       [GB_FIELD_DATES] = "dates",
  [GB_FIELD_WHEN] = "when",       [GB_FIELD_MONTH_DAY] = "month-day",
  [GB_FIELD_YEARS] = "years",     [GB_FIELD_INTEGER] = "integer",
  [GB_FIELD_BOOLEAN] = "boolean", [GB_FIELD_CHOICE] = "choice",
  [GB_FIELD_OBJECT] = "object",   [GB_FIELD_OBJECTS] = "objects",
};

static const char *const targets[] = {
  [GB_REFERS_NOTHING] = NULL,        [GB_REFERS_AGENCY] = "agency", [GB_REFERS_POLICY] = "policy",
  [GB_REFERS_REGISTRY] = "registry", [GB_REFERS_BATCH] = "batch",   [GB_REFERS_ENTRY] = "entry",
  [GB_REFERS_NOTICE] = "notice",
};

static void
append_field (GbScene *scene, GbValue *fields, const GbField *field)
{
  GbValue *value = gb_value_append_object (fields);
  gb_value_set_string (value, "key", field->key);
  gb_value_set_string (value, "type", gb_words_in (scene->words, "type", types[field->type]));
  gb_value_set_boolean (value, "required", field->required);
  gb_value_set_string (value, "about", field->about);
  const char *target = targets[field->refers];
  gb_value_set_string (value, "refers",
                       target == NULL ? NULL : gb_words_in (scene->words, "refers", target));
  if (field->schema == NULL) {
    gb_value_set_null (value, "schema");
  } else {
    GbValue *schema = gb_value_set_object (value, "schema");
    gb_value_set_string (schema, "name", field->schema->name);
    gb_value_set_string (schema, "title", field->schema->title);
  }
  GbValue *choices = gb_value_set_array (value, "choices");
  for (guint i = 0; field->choices != NULL && field->choices[i] != NULL; i++)
    gb_value_append_string (choices, field->choices[i]);
  gb_scene_set_has (value, "choices", choices);
}

/* Each schema once, those inside another after it. */
static void
append_schema (GbScene *scene, GbValue *schemas, GPtrArray *seen, const GbSchema *schema,
               guint depth)
{
  if (g_ptr_array_find (seen, schema, NULL))
    return;
  g_ptr_array_add (seen, (gpointer)schema);
  GbValue *value = gb_value_append_object (schemas);
  gb_value_set_string (value, "name", schema->name);
  gb_value_set_string (value, "title", schema->title);
  gb_value_set_string (value, "about", schema->about);
  gb_value_set_boolean (value, "file", depth == 0);
  GbValue *fields = gb_value_set_array (value, "fields");
  for (guint i = 0; i < schema->n_fields; i++)
    append_field (scene, fields, &schema->fields[i]);
  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].schema != NULL)
      append_schema (scene, schemas, seen, schema->fields[i].schema, depth + 1);
}

static void
build (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *page)
{
  gb_frame_set (scene, page, "data", gb_scene_word (scene, "dictionary.title"),
                gb_scene_word (scene, "dictionary.about"));
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.data"), GB_HREF_DATA);
  gb_frame_set_column (page, gb_scene_word (scene, "nav.data"));
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  GbValue *schemas = gb_value_set_array (page, "schemas");
  const GbSchema *const *dictionary = gb_dictionary ();
  for (guint i = 0; dictionary[i] != NULL; i++)
    append_schema (scene, schemas, seen, dictionary[i], 0);
}

void
gb_dictionary_pages (GbView *view)
{
  gb_sheet_add_page (view, GB_HREF_DICTIONARY, "page/dictionary", build, NULL, 0);
}
