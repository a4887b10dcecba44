/* Tags into operations: names interned, sections and blocks nested, indentation of blocks taken
 * off. */
#include "template/program.h"

#include <string.h>

#include "template/tag.h"

typedef struct {
  GbTemplate *template;
  GbArena *arena;
  GbDiagnostics *diagnostics;
  const char *text;
  gsize length;
  const Tag *tags;
  guint n_tags;
  guint next;     /* the tag to compile next */
  gsize at;       /* where the text before it begins */
  gboolean fresh; /* nothing of the current line has been compiled yet */
  /* What the blocks around take off the beginning of each line, outermost first; each is what the
   * ones before it leave. */
  Text dedents[GB_TEMPLATE_NESTING];
  guint n_dedents;
  GArray *ignored; /* of Spot */
} Compiler;

static Body compile_body (Compiler *compiler, guint until);

/* Where the tag takes its line ending with it, what follows begins a line. */
static void
step_over (Compiler *compiler, const Tag *tag)
{
  compiler->next++;
  compiler->at = tag->text_begin;
  if (tag->text_begin > tag->end)
    compiler->fresh = TRUE;
}

static Op *
op_add (GArray *ops, OpKind kind, const Tag *tag)
{
  Op op = {
    .kind = kind,
    .line = tag != NULL ? tag->place.line : 1,
    .column = tag != NULL ? tag->place.column : 1,
  };
  g_array_append_val (ops, op);
  return &g_array_index (ops, Op, ops->len - 1);
}

static void
add_text (Compiler *compiler, GArray *ops, const char *text, gsize length)
{
  if (length == 0)
    return;
  /* A text has no place of its own: it is said to follow the tag before it. */
  const Tag *before = compiler->next > 0 ? &compiler->tags[compiler->next - 1] : NULL;
  Op *op = op_add (ops, OP_TEXT, before);
  op->text = (Text){ text, (guint)length };
  op->starts_line = compiler->fresh;
  op->ends_line = text[length - 1] == '\n';
  compiler->fresh = op->ends_line;
}

/* Before a tag that shares its line with others: the line begins here, whatever the tag writes. */
static void
begin_line (Compiler *compiler, GArray *ops)
{
  if (!compiler->fresh)
    return;
  Op *op = op_add (ops, OP_TEXT, NULL);
  op->text = (Text){ "", 0 };
  op->starts_line = TRUE;
  compiler->fresh = FALSE;
}

/* Takes off @text, which begins a line, what the blocks around take off. */
static Text
dedent (const Compiler *compiler, Text text)
{
  for (guint i = 0; i < compiler->n_dedents; i++) {
    Text prefix = compiler->dedents[i];
    if (text.length < prefix.length || memcmp (text.text, prefix.text, prefix.length) != 0)
      continue;
    text.text += prefix.length;
    text.length -= prefix.length;
  }
  return text;
}

/* The text from the last tag up to @end. */
static void
compile_text (Compiler *compiler, GArray *ops, gsize end)
{
  gsize at = compiler->at;
  if (at >= end)
    return;
  compiler->at = end;
  if (compiler->n_dedents == 0) {
    add_text (compiler, ops, compiler->text + at, end - at);
    return;
  }
  g_autoptr (GString) rest = g_string_sized_new (end - at);
  while (at < end) {
    const char *line_end = memchr (compiler->text + at, '\n', end - at);
    gsize next = line_end == NULL ? end : (gsize)(line_end - compiler->text) + 1;
    Text line = { compiler->text + at, (guint)(next - at) };
    if (at == 0 || compiler->text[at - 1] == '\n')
      line = dedent (compiler, line);
    g_string_append_len (rest, line.text, line.length);
    at = next;
  }
  add_text (compiler, ops, gb_arena_strndup (compiler->arena, rest->str, rest->len), rest->len);
}

/* The white space that begins the line of a tag that opens its line. */
static Text
line_indent (const Compiler *compiler, const Tag *tag)
{
  Text indent = { compiler->text + tag->line_begin, (guint)(tag->start - tag->line_begin) };
  return dedent (compiler, indent);
}

/* The white space that begins the first line of a block's content. */
static Text
content_indent (const Compiler *compiler, const Tag *tag)
{
  gsize end = tag->line_next;
  while (end < compiler->length && (compiler->text[end] == ' ' || compiler->text[end] == '\t'))
    end++;
  Text indent = { compiler->text + tag->line_next, (guint)(end - tag->line_next) };
  return dedent (compiler, indent);
}

static Name *
compile_name (Compiler *compiler, const Tag *tag)
{
  GbTemplates *templates = compiler->template->templates;
  Name *name = gb_arena_new0 (compiler->arena, Name);
  name->text = gb_templates_intern (templates, tag->name, tag->name_length);
  if (tag->name_length == 1 && tag->name[0] == '.')
    return name;
  name->n_parts = 1;
  for (guint i = 0; i < tag->name_length; i++)
    name->n_parts += tag->name[i] == '.';
  name->parts = gb_arena_newv (compiler->arena, Part, name->n_parts);
  const char *at = tag->name;
  const char *end = at + tag->name_length;
  for (guint i = 0; i < name->n_parts; i++) {
    const char *dot = memchr (at, '.', (gsize)(end - at));
    gsize length = (gsize)((dot != NULL ? dot : end) - at);
    name->parts[i].key = gb_templates_intern (templates, at, length);
    name->parts[i].hash = gb_value_hash (at, length);
    at += length + 1;
  }
  return name;
}

static void
compile_section (Compiler *compiler, GArray *ops, const Tag *tag)
{
  const Tag *close = &compiler->tags[tag->match];
  if (!tag->standalone)
    begin_line (compiler, ops);
  Op op = {
    .kind = tag->kind == TAG_SECTION ? OP_SECTION : OP_INVERTED,
    .line = tag->place.line,
    .column = tag->place.column,
    .name = compile_name (compiler, tag),
    .body = compile_body (compiler, tag->match),
  };
  op.ends_line = close->opens_line && close->ends_line;
  g_array_append_val (ops, op);
}

/* The place of a partial or parent, without its arguments. */
static void
compile_reference (Compiler *compiler, GArray *ops, const Tag *tag, Op *op)
{
  op->kind = OP_PARTIAL;
  op->line = tag->place.line;
  op->column = tag->place.column;
  op->standalone = tag->standalone;
  op->ends_line = tag->standalone;
  if (tag->standalone)
    op->text = line_indent (compiler, tag);
  else
    begin_line (compiler, ops);
  if (tag->dynamic) {
    op->partial.dynamic = compile_name (compiler, tag);
    compiler->template->dynamic = TRUE;
  } else {
    op->partial.template
      = gb_templates_refer (compiler->template->templates, tag->name, tag->name_length);
  }
}

/* What a block hands to its parent: the content with its own indentation taken off. */
static void
compile_argument (Compiler *compiler, GArray *arguments, const Tag *tag)
{
  Argument argument = {
    .name = gb_templates_intern (compiler->template->templates, tag->name, tag->name_length),
  };
  for (guint i = 0; i < arguments->len; i++) {
    if (g_array_index (arguments, Argument, i).name != argument.name)
      continue;
    gb_diagnostics_error (compiler->diagnostics, tag->place, "template-block-twice",
                          "the parent is given the block \"%s\" twice", argument.name);
  }
  guint n_dedents = compiler->n_dedents;
  if (tag->ends_line) {
    Text indent = content_indent (compiler, tag);
    if (indent.length > 0)
      compiler->dedents[compiler->n_dedents++] = indent;
  }
  compiler->fresh = TRUE;
  argument.body = compile_body (compiler, tag->match);
  compiler->n_dedents = n_dedents;
  g_array_append_val (arguments, argument);
}

static void
compile_parent (Compiler *compiler, GArray *ops, const Tag *tag)
{
  const Tag *close = &compiler->tags[tag->match];
  Op op = { 0 };
  compile_reference (compiler, ops, tag, &op);

  g_autoptr (GArray) arguments = g_array_new (FALSE, FALSE, sizeof (Argument));
  while (compiler->next < tag->match) {
    const Tag *inner = &compiler->tags[compiler->next];
    step_over (compiler, inner);
    if (inner->kind == TAG_COMMENT || inner->kind == TAG_DELIMITERS)
      continue;
    if (inner->kind == TAG_BLOCK) {
      compile_argument (compiler, arguments, inner);
      continue;
    }
    Spot spot = { inner->place.line, inner->place.column };
    g_array_append_val (compiler->ignored, spot);
    if (inner->match > 0)
      compiler->next = inner->match + 1;
  }
  compiler->next = tag->match;
  compiler->fresh = FALSE;
  step_over (compiler, close);
  op.ends_line = compiler->fresh;

  op.partial.arguments = gb_arena_seal (compiler->arena, arguments, &op.partial.n_arguments);
  g_array_append_val (ops, op);
}

/* A parameter: what it holds is the default.  One that has its line to itself moves what overrides
 * it to the right: as far as its own first line of content where the tag ends its line, otherwise
 * as far as the tag, whose indentation then belongs to the default. */
static void
compile_block (Compiler *compiler, GArray *ops, const Tag *tag)
{
  const Tag *close = &compiler->tags[tag->match];
  Op op = {
    .kind = OP_BLOCK,
    .line = tag->place.line,
    .column = tag->place.column,
    .standalone = tag->standalone,
  };
  op.block.name = gb_templates_intern (compiler->template->templates, tag->name, tag->name_length);
  gboolean leads = tag->standalone && !tag->ends_line;
  if (leads)
    op.text = line_indent (compiler, tag);
  else if (tag->standalone)
    op.text = content_indent (compiler, tag);
  else if (tag->text_begin == tag->end)
    begin_line (compiler, ops);

  op.body = compile_body (compiler, tag->match);
  if (leads && op.body.n_ops > 0 && op.text.length > 0) {
    Op *with_indent = gb_arena_newv (compiler->arena, Op, op.body.n_ops + 1);
    with_indent[0] = (Op){ .kind = OP_TEXT, .text = op.text, .starts_line = TRUE };
    memcpy (with_indent + 1, op.body.ops, sizeof (Op) * op.body.n_ops);
    with_indent[1].starts_line = FALSE;
    op.body.ops = with_indent;
    op.body.n_ops++;
  }
  op.ends_line = close->text_begin > close->end;
  if (tag->standalone) {
    gsize line_end = close->line_next;
    gsize begin = line_end;
    if (begin > close->end && compiler->text[begin - 1] == '\n')
      begin -= begin - 1 > close->end && compiler->text[begin - 2] == '\r' ? 2 : 1;
    op.block.line_end = (Text){ compiler->text + begin, (guint)(line_end - begin) };
  }
  g_array_append_val (ops, op);
}

static void
compile_tag (Compiler *compiler, GArray *ops, const Tag *tag)
{
  switch (tag->kind) {
  case TAG_VARIABLE:
  case TAG_RAW: {
    begin_line (compiler, ops);
    Op *op = op_add (ops, tag->kind == TAG_RAW ? OP_RAW : OP_VARIABLE, tag);
    op->name = compile_name (compiler, tag);
    return;
  }
  case TAG_SECTION:
  case TAG_INVERTED:
    compile_section (compiler, ops, tag);
    return;
  case TAG_PARTIAL: {
    Op op = { 0 };
    compile_reference (compiler, ops, tag, &op);
    g_array_append_val (ops, op);
    return;
  }
  case TAG_PARENT:
    compile_parent (compiler, ops, tag);
    return;
  case TAG_BLOCK:
    compile_block (compiler, ops, tag);
    return;
  case TAG_CLOSE:
  case TAG_COMMENT:
  case TAG_DELIMITERS:
    return;
  }
}

/* Compiles up to the closing tag @until, or to the end of the text, and goes on behind it. */
static Body
compile_body (Compiler *compiler, guint until)
{
  g_autoptr (GArray) ops = g_array_new (FALSE, FALSE, sizeof (Op));
  while (compiler->next < until) {
    const Tag *tag = &compiler->tags[compiler->next];
    compile_text (compiler, ops, tag->text_end);
    step_over (compiler, tag);
    compile_tag (compiler, ops, tag);
  }
  const Tag *close = until < compiler->n_tags ? &compiler->tags[until] : NULL;
  compile_text (compiler, ops, close != NULL ? close->text_end : compiler->length);
  if (close != NULL) {
    const Tag *open = &compiler->tags[close->match];
    gboolean has_lines = open->kind == TAG_BLOCK && (open->standalone || open->argument);
    if (!has_lines && !(close->opens_line && close->ends_line))
      begin_line (compiler, ops);
    step_over (compiler, close);
  }

  Body body = { .ends_line = ops->len == 0 || g_array_index (ops, Op, ops->len - 1).ends_line };
  body.ops = gb_arena_seal (compiler->arena, ops, &body.n_ops);
  return body;
}

void
gb_compile (GbTemplate *template, const char *text, gsize length, GbDiagnostics *diagnostics)
{
  g_autoptr (GArray) tags = gb_tag_scan (text, length, template->file, diagnostics);
  Compiler compiler = {
    .template = template,
    .arena = template->templates->arena,
    .diagnostics = diagnostics,
    .text = text,
    .length = length,
    .tags = (const Tag *)(gpointer)tags->data,
    .n_tags = tags->len,
    .fresh = TRUE,
    .ignored = g_array_new (FALSE, FALSE, sizeof (Spot)),
  };
  template->dynamic = FALSE;
  template->body = compile_body (&compiler, compiler.n_tags);
  template->ignored = gb_arena_seal (compiler.arena, compiler.ignored, &template->n_ignored);
  g_array_unref (compiler.ignored);
}
