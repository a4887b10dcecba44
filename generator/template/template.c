#include "template/template.h"

#include <string.h>

#include "base/file.h"
#include "template/program.h"

#define FOLDER_DEPTH 16
#define SUFFIX ".mustache"

struct _GbTemplates {
  GbArena *arena;
  GHashTable *by_name;  /* name → GbTemplate */
  GPtrArray *in_order;  /* the same, as first named */
  GHashTable *interned; /* a set of texts of the arena */
};

GbTemplates *
gb_templates_new (void)
{
  GbTemplates *templates = g_new0 (GbTemplates, 1);
  templates->arena = gb_arena_new ();
  templates->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  templates->in_order = g_ptr_array_new ();
  templates->interned = g_hash_table_new (g_str_hash, g_str_equal);
  return templates;
}

void
gb_templates_free (GbTemplates *templates)
{
  if (templates == NULL)
    return;
  g_hash_table_unref (templates->interned);
  g_ptr_array_unref (templates->in_order);
  g_hash_table_unref (templates->by_name);
  gb_arena_free (templates->arena);
  g_free (templates);
}

GbArena *
gb_templates_arena (GbTemplates *templates)
{
  return templates->arena;
}

const char *
gb_templates_intern (GbTemplates *templates, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  const char *interned = g_hash_table_lookup (templates->interned, copy);
  if (interned == NULL) {
    char *fresh = gb_arena_strndup (templates->arena, text, length);
    g_hash_table_add (templates->interned, fresh);
    interned = fresh;
  }
  return interned;
}

GbTemplate *
gb_templates_refer (GbTemplates *templates, const char *name, gsize length)
{
  const char *interned = gb_templates_intern (templates, name, length);
  GbTemplate *template = g_hash_table_lookup (templates->by_name, interned);
  if (template == NULL) {
    template = gb_arena_new0 (templates->arena, GbTemplate);
    template->templates = templates;
    template->name = interned;
    g_hash_table_insert (templates->by_name, (gpointer)interned, template);
    g_ptr_array_add (templates->in_order, template);
  }
  return template;
}

const GbTemplate *
gb_templates_get (const GbTemplates *templates, const char *name)
{
  const GbTemplate *template = g_hash_table_lookup (templates->by_name, name);
  return template != NULL && template->file != NULL ? template : NULL;
}

/* Where the first byte stands that is not UTF-8. */
static GbPlace
place_of (const char *file, const char *text, gsize offset)
{
  GbPlace place = { file, 1, 1 };
  for (gsize i = 0; i < offset; i++) {
    if (text[i] == '\n') {
      place.line++;
      place.column = 1;
    } else if (((guchar)text[i] & 0xc0) != 0x80) {
      place.column++;
    }
  }
  return place;
}

gboolean
gb_templates_add (GbTemplates *templates, const char *name, const char *text, gssize length,
                  const char *file, GbDiagnostics *diagnostics)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;
  GbTemplate *template = gb_templates_refer (templates, name, strlen (name));
  template->file = gb_templates_intern (templates, file, strlen (file));
  template->body = (Body){ .ends_line = TRUE };
  template->n_ignored = 0;

  const char *invalid = NULL;
  if (size > GB_TEMPLATE_SIZE) {
    gb_diagnostics_error (diagnostics, (GbPlace){ file, 0, 0 }, "template-size",
                          "a template has at most %" G_GSIZE_FORMAT " bytes", GB_TEMPLATE_SIZE);
    return FALSE;
  }
  if (!g_utf8_validate_len (text, size, &invalid)) {
    gb_diagnostics_error (diagnostics, place_of (file, text, (gsize)(invalid - text)),
                          "template-utf8", "this is not UTF-8 text: save the file as UTF-8");
    return FALSE;
  }
  if (size >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0) {
    text += 3;
    size -= 3;
  }
  guint errors = gb_diagnostics_errors (diagnostics);
  gb_compile (template, gb_arena_strndup (templates->arena, text, size), size, diagnostics);
  return gb_diagnostics_errors (diagnostics) == errors;
}

static gboolean
add_file (GbTemplates *templates, const char *name, const char *path, const char *shown,
          GbDiagnostics *diagnostics, GError **error)
{
  gsize length = 0;
  g_autofree char *text = gb_file_read (path, GB_TEMPLATE_SIZE, &length, error);
  if (text == NULL)
    return FALSE;
  (void)gb_templates_add (templates, name, text, (gssize)length, shown, diagnostics);
  return TRUE;
}

static char *
join (const char *folder, const char *name)
{
  return folder == NULL || folder[0] == '\0' || strcmp (folder, ".") == 0
           ? g_strdup (name)
           : g_build_filename (folder, name, NULL);
}

static gboolean
load_folder (GbTemplates *templates, GbTree *tree, const char *path, GbArena *arena,
             const char *shown, guint depth, GbDiagnostics *diagnostics, GError **error)
{
  if (depth > FOLDER_DEPTH) {
    g_set_error (error, GB_ERROR, GB_ERROR_SYSTEM,
                 "cannot read: %s/%s: folders nested deeper than %d", tree->name, path,
                 FOLDER_DEPTH);
    return FALSE;
  }
  g_autoptr (GArray) items = gb_tree_list (tree, path, arena, error);
  if (items == NULL) {
    g_prefix_error (error, "cannot read: %s/%s: ", tree->name, path);
    return FALSE;
  }
  for (guint i = 0; i < items->len; i++) {
    const GbItem *item = &g_array_index (items, GbItem, i);
    if (item->name[0] == '.')
      continue;
    const char *inner
      = path[0] == '\0' ? item->name : gb_arena_printf (arena, "%s/%s", path, item->name);
    if (item->kind == GB_ITEM_FOLDER) {
      if (!load_folder (templates, tree, inner, arena, shown, depth + 1, diagnostics, error))
        return FALSE;
      continue;
    }
    if (!g_str_has_suffix (item->name, SUFFIX) || strlen (item->name) == strlen (SUFFIX))
      continue;
    gsize length;
    const char *text = gb_tree_read (tree, inner, GB_TEMPLATE_SIZE, arena, &length, error);
    if (text == NULL)
      return FALSE;
    (void)gb_templates_add (
      templates, gb_arena_strndup (arena, inner, strlen (inner) - strlen (SUFFIX)), text,
      (gssize)length, gb_arena_printf (arena, "%s/%s", shown, inner), diagnostics);
  }
  return TRUE;
}

gboolean
gb_templates_load (GbTemplates *templates, GbTree *tree, const char *shown,
                   GbDiagnostics *diagnostics, GError **error)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  return load_folder (templates, tree, "", arena, shown, 0, diagnostics, error);
}

static gboolean
stays_inside (const char *name)
{
  if (name[0] == '\0' || name[0] == '/')
    return FALSE;
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] == '\0' || strcmp (parts[i], ".") == 0 || strcmp (parts[i], "..") == 0)
      return FALSE;
  return TRUE;
}

static gboolean
load_reference (GbTemplates *templates, const GbTemplate *template, const char *folder,
                GbDiagnostics *diagnostics, GError **error)
{
  static const char *const suffixes[] = { ".mustache", ".html", "" };
  if (!stays_inside (template->name))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *file = g_strconcat (template->name, suffixes[i], NULL);
    g_autofree char *path = join (folder, file);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      return add_file (templates, template->name, path, path, diagnostics, error);
  }
  return TRUE;
}

static gboolean
load_references (GbTemplates *templates, const char *folder, GbDiagnostics *diagnostics,
                 GError **error)
{
  /* Each one may name further templates, which come last. */
  for (guint i = 0; i < templates->in_order->len; i++) {
    const GbTemplate *template = templates->in_order->pdata[i];
    if (template->file == NULL && !load_reference (templates, template, folder, diagnostics, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
gb_templates_load_missing (GbTemplates *templates, const char *folder, GbDiagnostics *diagnostics,
                           GError **error)
{
  if (!load_references (templates, folder, diagnostics, error))
    return FALSE;
  gboolean dynamic = FALSE;
  for (guint i = 0; i < templates->in_order->len; i++)
    dynamic = dynamic || ((const GbTemplate *)templates->in_order->pdata[i])->dynamic;
  if (!dynamic)
    return TRUE;

  g_autoptr (GPtrArray) names = gb_file_list (folder, error);
  if (names == NULL)
    return FALSE;
  static const char *const suffixes[] = { ".mustache", ".html" };
  for (guint s = 0; s < G_N_ELEMENTS (suffixes); s++) {
    for (guint i = 0; i < names->len; i++) {
      const char *name = names->pdata[i];
      if (name[0] == '.' || !g_str_has_suffix (name, suffixes[s]))
        continue;
      g_autofree char *stem = g_strndup (name, strlen (name) - strlen (suffixes[s]));
      g_autofree char *path = join (folder, name);
      if (gb_templates_get (templates, stem) != NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      if (!add_file (templates, stem, path, path, diagnostics, error))
        return FALSE;
    }
  }
  return load_references (templates, folder, diagnostics, error);
}

typedef void (*Visit) (const GbTemplate *template, const Op *op, gpointer data);

static void
visit_body (const GbTemplate *template, const Body *body, Visit visit, gpointer data)
{
  for (guint i = 0; i < body->n_ops; i++) {
    const Op *op = &body->ops[i];
    visit (template, op, data);
    visit_body (template, &op->body, visit, data);
    if (op->kind != OP_PARTIAL)
      continue;
    for (guint j = 0; j < op->partial.n_arguments; j++)
      visit_body (template, &op->partial.arguments[j].body, visit, data);
  }
}

static void
visit_all (const GbTemplates *templates, Visit visit, gpointer data)
{
  for (guint i = 0; i < templates->in_order->len; i++) {
    const GbTemplate *template = templates->in_order->pdata[i];
    if (template->file != NULL)
      visit_body (template, &template->body, visit, data);
  }
}

static GbPlace
place_of_op (const GbTemplate *template, const Op *op)
{
  return (GbPlace){ template->file, op->line, op->column };
}

static void
check_op (const GbTemplate *template, const Op *op, gpointer data)
{
  if (op->kind != OP_PARTIAL || op->partial.template == NULL || op->partial.template->file != NULL)
    return;
  gb_diagnostics_error (data, place_of_op (template, op), "template-missing",
                        "there is no template \"%s\"", op->partial.template->name);
}

void
gb_templates_check (const GbTemplates *templates, GbDiagnostics *diagnostics)
{
  visit_all (templates, check_op, diagnostics);
  for (guint i = 0; i < templates->in_order->len; i++) {
    const GbTemplate *template = templates->in_order->pdata[i];
    for (guint j = 0; template->file != NULL && j < template->n_ignored; j++) {
      GbPlace place = { template->file, template->ignored[j].line, template->ignored[j].column };
      gb_diagnostics_warning (diagnostics, place, "template-ignored",
                              "this does nothing: in a parent only blocks count, "
                              "put it into a {{$block}}");
    }
  }
}

typedef struct {
  gboolean every;
  GbDiagnostics *diagnostics;
} Report;

static void
report_op (const GbTemplate *template, const Op *op, gpointer data)
{
  const Report *report = data;
  const Name *name = NULL;
  if (op->kind == OP_PARTIAL)
    name = op->partial.dynamic;
  else if (op->kind != OP_TEXT && op->kind != OP_BLOCK)
    name = op->name;
  if (name == NULL)
    return;
  GbPlace place = place_of_op (template, op);
  if (g_atomic_int_get (&name->misled))
    gb_diagnostics_warning (report->diagnostics, place, "template-unknown-template",
                            "what \"%s\" held is not the name of a template", name->text);
  if (g_atomic_int_get (&name->missed) && (report->every || !g_atomic_int_get (&name->found)))
    gb_diagnostics_warning (report->diagnostics, place, "template-unknown-name",
                            "the data has no \"%s\"", name->text);
}

void
gb_templates_report (const GbTemplates *templates, gboolean every, GbDiagnostics *diagnostics)
{
  Report report = { every, diagnostics };
  visit_all (templates, report_op, &report);
}
