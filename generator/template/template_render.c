/* A template filled with values: operations and values into text, indentation put on where it is
 * used. */
#include "template/program.h"

#include <string.h>

#include "base/append.h"
#include "base/escape.h"

/* The arguments in force: those of the parent tags on the way here, innermost first. */
typedef struct _Frame Frame;

struct _Frame {
  const Frame *outer;
  const GbTemplate *template; /* where the arguments are written */
  const Op *parent;
};

typedef struct {
  GString *out;
  gsize limit;
  guint n_contexts;
  guint depth;
  guint steps;
  guint indent_start; /* the indentation in force lies in the buffer at the top of a stack */
  guint indent_length;
  GError **error;
  const GbTemplate *chain[GB_TEMPLATE_DEPTH + 1];
  const GbValue *contexts[GB_TEMPLATE_CONTEXTS];
  char indent[GB_TEMPLATE_INDENT];
} Render;

static gboolean run_body (Render *render, const GbTemplate *template, const Frame *frame,
                          const Body *body);

static G_GNUC_PRINTF (4, 5) gboolean
  fail (Render *render, const GbTemplate *template, const Op *op, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  g_autoptr (GString) chain = g_string_new (render->chain[0]->name);
  for (guint i = 1; i < render->depth; i++) {
    /* A recursion repeats itself: its beginning and its end say enough. */
    if (i == 4 && render->depth > 8)
      g_string_append (chain, " > …");
    if (i < 4 || i + 4 >= render->depth)
      g_string_append_printf (chain, " > %s", render->chain[i]->name);
  }
  g_set_error (render->error, GB_ERROR, GB_ERROR_CONTENT, "%s:%u:%u: %s (%s)", template->file,
               op->line, op->column, what, chain->str);
  return FALSE;
}

static inline void
put (GString *out, const char *text, gsize length)
{
  if (length < out->allocated_len - out->len) {
    memcpy (out->str + out->len, text, length);
    out->len += length;
    out->str[out->len] = '\0';
  } else {
    gb_append (out, text, length);
  }
}

static void
put_text (Render *render, const Op *op)
{
  const char *text = op->text.text;
  gsize length = op->text.length;
  if (render->indent_length == 0) {
    put (render->out, text, length);
    return;
  }
  const char *indent = render->indent + render->indent_start;
  const char *end = text + length;
  gboolean at_line_start = op->starts_line;
  if (length == 0 && at_line_start)
    put (render->out, indent, render->indent_length);
  while (text < end) {
    const char *line_end = memchr (text, '\n', (gsize)(end - text));
    const char *next = line_end == NULL ? end : line_end + 1;
    gboolean empty = *text == '\n' || (*text == '\r' && text + 1 == line_end);
    if (at_line_start && !empty)
      put (render->out, indent, render->indent_length);
    put (render->out, text, (gsize)(next - text));
    at_line_start = TRUE;
    text = next;
  }
}

static inline void
note (gint *flag)
{
  if (!g_atomic_int_get (flag))
    g_atomic_int_set (flag, TRUE);
}

/* NULL where there is no such name. */
static const GbValue *
look_up (const Render *render, Name *name)
{
  if (name->n_parts == 0)
    return render->n_contexts > 0 ? render->contexts[render->n_contexts - 1] : NULL;
  const Part *part = name->parts;
  const GbValue *value = NULL;
  for (guint i = render->n_contexts; value == NULL && i-- > 0;)
    value = gb_value_get_hashed (render->contexts[i], part->key, part->hash);
  for (guint i = 1; value != NULL && i < name->n_parts; i++) {
    const GbValue *inner = gb_value_get_hashed (value, name->parts[i].key, name->parts[i].hash);
    /* What is null has no members: that is data left out, not a mistake. */
    if (inner == NULL && value->type == GB_VALUE_NULL)
      return NULL;
    value = inner;
  }
  note (value != NULL ? &name->found : &name->missed);
  return value;
}

static void
put_value (GString *out, const GbValue *value, gboolean raw)
{
  if (value == NULL)
    return;
  switch (value->type) {
  case GB_VALUE_STRING:
    if (raw)
      put (out, value->string, value->length);
    else
      gb_escape_html (out, value->string, value->length);
    return;
  case GB_VALUE_DECIMAL:
    put (out, value->string, value->length);
    return;
  case GB_VALUE_INTEGER: {
    char digits[24];
    char *at = digits + sizeof digits;
    guint64 left = value->integer < 0 ? -(guint64)value->integer : (guint64)value->integer;
    do {
      *--at = (char)('0' + left % 10);
      left /= 10;
    } while (left > 0);
    if (value->integer < 0)
      *--at = '-';
    put (out, at, (gsize)(digits + sizeof digits - at));
    return;
  }
  case GB_VALUE_BOOLEAN:
    put (out, value->boolean ? "true" : "false", value->boolean ? 4 : 5);
    return;
  case GB_VALUE_NULL:
  case GB_VALUE_ARRAY:
  case GB_VALUE_OBJECT:
    return;
  }
}

static gboolean
step (Render *render, const GbTemplate *template, const Op *op)
{
  return render->steps-- > 1
         || fail (render, template, op, "more than %d elements and templates in one page",
                  GB_TEMPLATE_STEPS);
}

static gboolean
run_section (Render *render, const GbTemplate *template, const Frame *frame, const Op *op)
{
  const GbValue *value = look_up (render, op->name);
  if (!gb_value_is_truthy (value))
    return TRUE;
  if (render->n_contexts == GB_TEMPLATE_CONTEXTS)
    return fail (render, template, op, "more than %d values inside one another",
                 GB_TEMPLATE_CONTEXTS);
  gboolean is_list = value->type == GB_VALUE_ARRAY;
  guint n = is_list ? value->length : 1;
  guint top = render->n_contexts++;
  for (guint i = 0; i < n; i++) {
    render->contexts[top] = is_list ? value->elements[i] : value;
    if (!step (render, template, op) || !run_body (render, template, frame, &op->body))
      return FALSE;
  }
  render->n_contexts = top;
  return TRUE;
}

/* Runs another text: with its lines moved on by @indent where it has lines of its own, otherwise
 * without indentation, for its further lines are not lines of the text around. */
static gboolean
run_other (Render *render, const GbTemplate *template, const Op *op, const GbTemplate *other,
           const Frame *frame, const Body *body)
{
  if (!step (render, template, op))
    return FALSE;
  if (render->depth > GB_TEMPLATE_DEPTH)
    return fail (render, template, op, "templates nested deeper than %d", GB_TEMPLATE_DEPTH);
  guint start = render->indent_start;
  guint length = render->indent_length;
  if (!op->standalone) {
    render->indent_start = start + length;
    render->indent_length = 0;
  } else if (op->text.length > 0) {
    if (op->text.length > GB_TEMPLATE_INDENT - start - length)
      return fail (render, template, op, "indented by more than %d bytes", GB_TEMPLATE_INDENT);
    memcpy (render->indent + start + length, op->text.text, op->text.length);
    render->indent_length += op->text.length;
  }
  render->chain[render->depth++] = other;
  gboolean done = run_body (render, other, frame, body);
  render->depth--;
  render->indent_start = start;
  render->indent_length = length;
  return done;
}

static gboolean
run_partial (Render *render, const GbTemplate *template, const Frame *frame, const Op *op)
{
  const GbTemplate *other = op->partial.template;
  if (op->partial.dynamic != NULL) {
    const GbValue *value = look_up (render, op->partial.dynamic);
    if (!gb_value_is_truthy (value))
      return TRUE;
    if (value->type == GB_VALUE_STRING)
      other = gb_templates_get (template->templates, value->string);
    if (other == NULL)
      note (&op->partial.dynamic->misled);
  }
  if (other == NULL || other->file == NULL)
    return TRUE;
  Frame inner = { frame, template, op };
  return run_other (render, template, op, other, op->partial.n_arguments > 0 ? &inner : frame,
                    &other->body);
}

static gboolean
run_block (Render *render, const GbTemplate *template, const Frame *frame, const Op *op)
{
  const Argument *override = NULL;
  const Frame *from = NULL;
  /* The outermost wins: it belongs to the most special template. */
  for (const Frame *at = frame; at != NULL; at = at->outer) {
    for (guint i = 0; i < at->parent->partial.n_arguments; i++) {
      const Argument *argument = &at->parent->partial.arguments[i];
      if (argument->name == op->block.name) {
        override = argument;
        from = at;
      }
    }
  }
  const Body *body = override != NULL ? &override->body : &op->body;
  gboolean done = override != NULL
                    ? run_other (render, template, op, from->template, from->outer, body)
                    : run_body (render, template, frame, body);
  if (done && !body->ends_line && op->block.line_end.length > 0)
    put (render->out, op->block.line_end.text, op->block.line_end.length);
  return done;
}

static gboolean
run_body (Render *render, const GbTemplate *template, const Frame *frame, const Body *body)
{
  for (guint i = 0; i < body->n_ops; i++) {
    const Op *op = &body->ops[i];
    gboolean done = TRUE;
    switch (op->kind) {
    case OP_TEXT:
      put_text (render, op);
      break;
    case OP_VARIABLE:
    case OP_RAW:
      put_value (render->out, look_up (render, op->name), op->kind == OP_RAW);
      break;
    case OP_SECTION:
      done = run_section (render, template, frame, op);
      break;
    case OP_INVERTED:
      done = gb_value_is_truthy (look_up (render, op->name))
             || run_body (render, template, frame, &op->body);
      break;
    case OP_PARTIAL:
      done = run_partial (render, template, frame, op);
      break;
    case OP_BLOCK:
      done = run_block (render, template, frame, op);
      break;
    }
    if (G_UNLIKELY (!done))
      return FALSE;
    if (G_UNLIKELY (render->out->len > render->limit))
      return fail (render, template, op, "a page of more than %" G_GSIZE_FORMAT " bytes",
                   GB_TEMPLATE_OUTPUT);
  }
  return TRUE;
}

gboolean
gb_template_render_stack (const GbTemplate *template, const GbValue *const *stack, guint n_stack,
                          GString *out, GError **error)
{
  Render render;
  render.out = out;
  render.limit = out->len + GB_TEMPLATE_OUTPUT;
  render.n_contexts = 0;
  render.depth = 1;
  render.steps = GB_TEMPLATE_STEPS;
  render.indent_start = 0;
  render.indent_length = 0;
  render.error = error;
  render.chain[0] = template;
  g_return_val_if_fail (n_stack < GB_TEMPLATE_CONTEXTS / 2, FALSE);
  for (guint i = 0; i < n_stack; i++)
    if (stack[i] != NULL)
      render.contexts[render.n_contexts++] = stack[i];
  gsize length = out->len;
  if (run_body (&render, template, NULL, &template->body))
    return TRUE;
  g_string_truncate (out, length);
  return FALSE;
}

gboolean
gb_template_render (const GbTemplate *template, const GbValue *data, GString *out, GError **error)
{
  return gb_template_render_stack (template, &data, 1, out, error);
}
