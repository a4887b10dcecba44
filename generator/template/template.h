/* Mustache: logic-less templates over a tree of values.
 *
 * The public specification 1.4 in full (interpolation, sections, inverted sections, partials,
 * comments, delimiters) with its optional modules inheritance and dynamic names; lambdas are left
 * out, because data here is data.  The room knows base/ alone.
 *
 * A set owns its templates: each text is compiled once into a tree of operations in the set's
 * arena, and rendered any number of times.  First everything is added by one thread; from then on
 * the set is immutable and any number of threads render from it, each into a buffer of its own.
 * Whether a name was ever found in the data is noted atomically, for gb_templates_report.
 *
 *   templates.c        the set, and what the whole of it gets wrong
 *   tag.c              a text cut into tags; opening and closing tags matched; standalone lines
 *   compile.c          tags into operations; indentation taken off where a block is written
 *   templates_load.c   what fills a set: texts, folders, what others refer to
 *   template_render.c  operations and values into text; indentation put on where it is used
 *
 * What the specification leaves open is decided thus.  A name may be added twice; the later text
 * replaces the earlier one, so that a site can change single templates of its theme.  An empty
 * text and an empty array are false.  Arrays and objects interpolate as nothing.  A line of a
 * partial that is empty stays empty when it is indented.  A block that has lines of its own keeps
 * them: what overrides it is followed by a line ending even if it brings none.  An overriding
 * block is written in its own template, so that a block inside it is a parameter of that template:
 * it cannot override itself.
 */
#pragma once

#include "base/diagnostics.h"
#include "base/error.h"
#include "base/tree.h"
#include "base/value.h"

/* Bytes of one template, and of what one call renders. */
#define GB_TEMPLATE_SIZE ((gsize)4 * 1024 * 1024)
#define GB_TEMPLATE_OUTPUT ((gsize)64 * 1024 * 1024)
/* Sections, parents and blocks open at once in one text. */
#define GB_TEMPLATE_NESTING 64
/* Partials, parents and overriding blocks open at once while rendering. */
#define GB_TEMPLATE_DEPTH 64
/* Values on the context stack. */
#define GB_TEMPLATE_CONTEXTS 512
/* Bytes of indentation in front of one line. */
#define GB_TEMPLATE_INDENT 1024
/* Elements and templates visited by one call: what ends templates that multiply and write nothing.
 */
#define GB_TEMPLATE_STEPS (10 * 1000 * 1000)

typedef struct _GbTemplates GbTemplates;
typedef struct _GbTemplate GbTemplate;

GbTemplates *gb_templates_new (void);
void gb_templates_free (GbTemplates *templates); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbTemplates, gb_templates_free)

/* Compiles @length bytes (-1: up to the NUL) under @name, which other templates use in
 * {{>name}} and {{<name}}; everything is copied.  @file is what diagnostics call the text.  FALSE
 * where the text has errors, which are then in @diagnostics; the template renders what could be
 * understood. */
gboolean gb_templates_load_text (GbTemplates *templates, const char *name, const char *text,
                                 gssize length, const char *file, GbDiagnostics *diagnostics);

/* Adds every *.mustache of @tree; page/policy.mustache is named "page/policy" and called
 * @shown/page/policy.mustache in diagnostics.  Names that begin with a dot are passed over; a
 * folder that does not exist is empty.  FALSE only where a folder or file cannot be read; syntax
 * errors are in @diagnostics. */
gboolean gb_templates_load_tree (GbTemplates *templates, GbTree *tree, const char *shown,
                                 GbDiagnostics *diagnostics, GError **error);

/* Adds what the templates so far refer to but nobody added: for {{>name}} the first of
 * name.mustache, name.html and name in @folder, and so on for what those refer to.  Where a
 * dynamic name occurs, each *.mustache and *.html directly in @folder is added too.  Names that
 * lead out of the folder are never followed; what is not there stays missing. */
gboolean gb_templates_load_missing (GbTemplates *templates, const char *folder,
                                    GbDiagnostics *diagnostics, GError **error);

/* NULL where nothing was added under @name. */
const GbTemplate *gb_templates_get (const GbTemplates *templates, const char *name);

/* The strict view of the whole set: partials and parents that do not exist (errors; rendering takes
 * them for empty), and tags inside a parent but outside its blocks (warnings; they do nothing). */
void gb_templates_check (const GbTemplates *templates, GbDiagnostics *diagnostics);

/* After rendering: a warning for each tag whose name was looked up and found nowhere in the data,
 * not even as null: most likely a typing mistake.  With @every, a name that was missing once;
 * without, only one that was missing each time, so that data may leave keys out.  And for each
 * dynamic name that held something other than the name of a template. */
void gb_templates_report (const GbTemplates *templates, gboolean every, GbDiagnostics *diagnostics);

/* Appends @template, filled with @data, to @out.  Fails only at one of the limits above, and then
 * leaves @out as it was; the message begins with file:line:column and names the chain of
 * templates. */
gboolean gb_template_render (const GbTemplate *template, const GbValue *data, GString *out,
                             GError **error);

/* The same over several values: names are looked up in the last first, so that stack[0] may hold
 * what all pages share.  Values may be NULL. */
gboolean gb_template_render_stack (const GbTemplate *template, const GbValue *const *stack,
                                   guint n_stack, GString *out, GError **error);
