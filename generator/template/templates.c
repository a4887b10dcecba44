/* The set: its templates by name, and what the whole of it gets wrong. */
#include "template/program.h"

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
