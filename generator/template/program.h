/* What a template is compiled to: private to template/.
 *
 * A body is an array of operations; sections, parents and blocks hold further bodies.  Everything
 * lies in the arena of the set and is written while compiling only, except for the notes on names.
 *
 * Indentation follows the specification's picture of it: the lines of a partial are indented as
 * text, before anything is filled in.  So the places where indentation may have to be written are
 * known when compiling: within a text after each line ending, and in front of a text that begins a
 * line (starts_line; an empty text where the line begins with a tag).
 */
#pragma once

#include "base/value.h"
#include "template/template.h"

typedef struct _Op Op;

typedef struct {
  Op *ops;
  guint n_ops;
  gboolean ends_line; /* what follows the body begins a new line */
} Body;

typedef struct {
  const char *text;
  guint length;
} Text;

typedef struct {
  const char *key;
  guint32 hash;
} Part;

/* A dotted name. No parts: the value on top of the stack. */
typedef struct {
  const char *text; /* as written, for messages */
  Part *parts;
  guint n_parts;
  /* Atomic, for gb_templates_report. */
  gint found;
  gint missed;
  gint misled; /* a dynamic name held the name of no template */
} Name;

/* An overriding block of a parent. */
typedef struct {
  const char *name; /* interned in the set: compare pointers */
  Body body;
} Argument;

typedef enum {
  OP_TEXT,
  OP_VARIABLE,
  OP_RAW,
  OP_SECTION,
  OP_INVERTED,
  OP_PARTIAL, /* a parent without arguments is one too */
  OP_BLOCK,
} OpKind;

struct _Op {
  OpKind kind;
  guint line;
  guint column;
  gboolean starts_line; /* OP_TEXT: indentation goes in front */
  gboolean ends_line;   /* what follows begins a new line */
  gboolean standalone;  /* OP_PARTIAL, OP_BLOCK: takes part in indentation */
  Text text;            /* OP_TEXT: the text; OP_PARTIAL, OP_BLOCK: the indentation */
  union {
    Name *name; /* OP_VARIABLE, OP_RAW, OP_SECTION, OP_INVERTED */
    struct {
      GbTemplate *template; /* NULL for a dynamic name */
      Name *dynamic;
      Argument *arguments;
      guint n_arguments;
    } partial;
    struct {
      const char *name;
      Text line_end; /* written unless the body ends a line itself */
    } block;
  };
  Body body; /* OP_SECTION, OP_INVERTED, OP_BLOCK */
};

typedef struct {
  guint line;
  guint column;
} Spot;

struct _GbTemplate {
  GbTemplates *templates;
  const char *name;
  const char *file; /* NULL: only referred to so far */
  Body body;
  Spot *ignored; /* tags in a parent that do nothing */
  guint n_ignored;
  gboolean dynamic; /* has a dynamic name */
};

struct _GbTemplates {
  GbArena *arena;
  GHashTable *by_name;  /* name → GbTemplate */
  GPtrArray *in_order;  /* the same, as first named */
  GHashTable *interned; /* a set of texts of the arena */
};

const char *gb_templates_intern (GbTemplates *templates, const char *text, gsize length);
/* The template of that name, created empty where there is none yet. */
GbTemplate *gb_templates_refer (GbTemplates *templates, const char *name, gsize length);

/* Fills @template, whose file is set, from @text, which lives in the arena. */
void gb_compile (GbTemplate *template, const char *text, gsize length, GbDiagnostics *diagnostics);
