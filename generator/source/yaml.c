#include "source/yaml.h"

#include <string.h>
#include <yaml.h>

#include "source/characters.h"

/* After so many errors the rest of a file is not read: a bomb of aliases would report them all. */
#define PROBLEMS_MAX 20
/* From so many pairs on a mapping's keys are hashed to find doubled ones. */
#define PAIRS_HASHED 24

typedef struct {
  GbYamlNode *node;
  guint base; /* of its children on the stack */
} Frame;

typedef struct {
  GbArena *arena;
  const char *file;
  const char *text;
  gsize length;
  guint first_line;
  GbDiagnostics *diagnostics;
  const char *cursor; /* start of line cursor_line of the text, for going through it once */
  gsize cursor_line;
  GPtrArray *children; /* finished nodes whose parents are still open, innermost last */
  Frame frames[GB_YAML_DEPTH];
  guint depth;
  guint problems;
  gboolean failed; /* no tree comes out of it */
  gboolean ended;  /* nothing more is read */
} Reader;

static GbPlace
place_of (const Reader *reader, yaml_mark_t mark)
{
  return (GbPlace){ reader->file, (guint)mark.line + reader->first_line, (guint)mark.column + 1 };
}

static GbPlace
place_of_node (const Reader *reader, const GbYamlNode *node)
{
  return (GbPlace){ reader->file, node->line, node->column };
}

/* Counts one more error; too many end the reading. */
static void
count_problem (Reader *reader, GbPlace place)
{
  if (++reader->problems < PROBLEMS_MAX)
    return;
  gb_diagnostics_error (reader->diagnostics, place, "too-many-errors",
                        "the rest of the file is not read after %d errors", PROBLEMS_MAX);
  reader->failed = reader->ended = TRUE;
}

/* --- What libyaml complains about, in the words of somebody who writes content --------------- */

/* Line @line (from 0) of the text, without its end. */
static const char *
line_of (const Reader *reader, gsize line, gsize *ret_length)
{
  const char *at = reader->text;
  const char *end = reader->text + reader->length;
  for (; line > 0 && at < end; at++) {
    if (*at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n')))
      line--;
  }
  const char *stop = at;
  while (stop < end && *stop != '\n' && *stop != '\r')
    stop++;
  *ret_length = (gsize)(stop - at);
  return at;
}

/* The first tab in the indentation of a line, as a column from 1; 0 where there is none. */
static guint
find_tab (const Reader *reader, gsize line)
{
  gsize length;
  const char *text = line_of (reader, line, &length);
  for (gsize i = 0; i < length && (text[i] == ' ' || text[i] == '\t'); i++) {
    if (text[i] == '\t')
      return (guint)i + 1;
  }
  return 0;
}

/* The byte at @mark, or the end of its line; @ret_line is the line's start. */
static const char *
at_mark (const Reader *reader, yaml_mark_t mark, const char **ret_line, const char **ret_end)
{
  gsize length;
  const char *line = line_of (reader, mark.line, &length);
  const char *at = line;
  for (gsize column = mark.column; column > 0 && at < line + length; column--)
    at = MIN (g_utf8_next_char (at), line + length);
  *ret_line = line;
  *ret_end = line + length;
  return at;
}

static gboolean
holds (const char *text, gsize length, const char *part)
{
  return memmem (text, length, part, strlen (part)) != NULL;
}

/* A key with a full-width colon, or without the space after the colon, on line @line. */
static const char *
explain_colon (const Reader *reader, gsize line)
{
  gsize length;
  const char *text = line_of (reader, line, &length);
  if (holds (text, length, ": ") || (length > 0 && text[length - 1] == ':'))
    return NULL;
  if (holds (text, length, "："))
    return "the full-width '：' is not read as a colon; write ': ' (half-width, with a space) "
           "after the key";
  if (holds (text, length, ":\302\240") || holds (text, length, ":　"))
    return "the space after the colon is not an ordinary one; write ': ' with a half-width space";
  if (holds (text, length, ":"))
    return "a space is missing after the colon; write 'key: value'";
  return NULL;
}

static const char *
explain_value (const Reader *reader, const yaml_parser_t *parser, GbPlace *place)
{
  gsize line = parser->problem_mark.line;
  if (line > 0) {
    const char *colon = explain_colon (reader, line - 1);
    if (colon != NULL) {
      place->line--;
      place->column = 1;
      return colon;
    }
  }
  const char *text;
  const char *end;
  const char *at = at_mark (reader, parser->problem_mark, &text, &end);
  if (holds (text, (gsize)(at - text), ": "))
    return "a second ': ' in one line; put the value in quotes";
  return "this key does not fit what stands above it; align it with the keys it belongs to, or put "
         "a value that holds ': ' in quotes";
}

static const char *
explain_character (const Reader *reader, const yaml_parser_t *parser)
{
  const char *line;
  const char *end;
  const char *at = at_mark (reader, parser->problem_mark, &line, &end);
  switch (at < end ? *at : '\0') {
  case '@':
    return "a value may not begin with '@'; put it in quotes";
  case '`':
    return "a value may not begin with '`'; put it in quotes";
  case '%':
    return "a value may not begin with '%'; put it in quotes";
  case '\t':
    return "indent with spaces, not tabs";
  default:
    return "no value can begin with this character; put the value in quotes";
  }
}

static gboolean
is_at_end (const Reader *reader, const yaml_parser_t *parser)
{
  const char *line;
  const char *end;
  return at_mark (reader, parser->problem_mark, &line, &end) == reader->text + reader->length;
}

typedef struct {
  const char *problem;
  gboolean at_context; /* the place to look at is where the thing began */
  const char *message;
} Saying;

static const Saying sayings[] = {
  { "could not find expected ':'", TRUE, "here should stand 'key: value'; the colon is missing" },
  { "did not find expected key", FALSE,
    "this line does not fit the mapping above it; align it with the other keys, and put a value "
    "that holds quotes or colons in quotes" },
  { "did not find expected '-' indicator", FALSE,
    "this line does not fit the list above it; begin it with '- ' or indent it like the key it "
    "belongs to" },
  { "did not find expected ',' or ']'", TRUE,
    "the list that opens here needs ',' between its items and ']' at its end" },
  { "did not find expected ',' or '}'", TRUE,
    "the mapping that opens here needs ',' between its pairs and '}' at its end" },
  { "did not find expected node content", FALSE,
    "a value is missing here, or a comma or bracket is out of place; put a value that holds "
    "brackets or commas in quotes" },
  { "did not find expected <document start>", FALSE,
    "this line does not belong to what stands above it; check its indentation" },
  { "found unexpected end of stream", TRUE, "the quotation mark that opens here is never closed" },
  { "found unexpected document indicator", TRUE,
    "the quotation mark that opens here is never closed" },
  { "found unknown escape character", FALSE,
    "in double quotes a backslash begins an escape; write two of them, or use single quotes" },
  { "did not find expected hexdecimal number", FALSE,
    "hexadecimal digits must follow this escape; write the character itself" },
  { "found invalid Unicode character escape code", FALSE,
    "this escape is no character; write the character itself" },
  { "did not find expected comment or line break", FALSE,
    "after '|' or '>' the text begins on the next line, indented" },
  { "found an indentation indicator equal to 0", FALSE, "write '|' or '>' without a number" },
  { "block sequence entries are not allowed in this context", FALSE,
    "a list cannot begin here; put each '- ' on a line of its own, or the value in quotes" },
  { "mapping keys are not allowed in this context", FALSE,
    "a value may not begin with '? '; put it in quotes" },
  { "found unexpected ':'", FALSE,
    "a colon inside brackets; write a space after it, or put the value in quotes" },
  { "found a tab character that violates indentation", FALSE, "indent with spaces, not tabs" },
  { "found a tab character where an indentation space is expected", FALSE,
    "indent with spaces, not tabs" },
};

static void
report_parser (const Reader *reader, const yaml_parser_t *parser)
{
  const char *problem = parser->problem != NULL ? parser->problem : "no reason given";
  const char *context = parser->context != NULL ? parser->context : "";
  GbPlace place = place_of (reader, parser->problem_mark);
  GbPlace began = parser->context != NULL ? place_of (reader, parser->context_mark) : place;
  const char *code = "yaml-syntax";
  const char *message = NULL;

  guint tab = find_tab (reader, parser->problem_mark.line);
  if (tab > 0 && tab <= place.column) {
    place.column = tab;
    message = "indent with spaces, not tabs";
  } else if (strcmp (problem, "mapping values are not allowed in this context") == 0) {
    message = explain_value (reader, parser, &place);
  } else if (strcmp (problem, "found character that cannot start any token") == 0) {
    message = explain_character (reader, parser);
  } else if (strcmp (context, "while scanning an alias") == 0) {
    place = began;
    message = "a value may not begin with '*'; put it in quotes";
  } else if (strcmp (context, "while scanning an anchor") == 0) {
    place = began;
    message = "a value may not begin with '&'; put it in quotes";
  } else if (strstr (context, "directive") != NULL) {
    place = began;
    message = "a line may not begin with '%'; put the value in quotes, or delete the directive";
  } else if (strstr (context, "tag") != NULL
             || strcmp (problem, "found undefined tag handle") == 0) {
    place = began;
    message = "a value may not begin with '!'; put it in quotes";
  } else if (strcmp (problem, "did not find expected node content") == 0 && reader->depth > 0
             && is_at_end (reader, parser)) {
    place = place_of_node (reader, reader->frames[reader->depth - 1].node);
    message = "the bracket that opens here is never closed";
  } else if (strcmp (problem, "could not find expected ':'") == 0) {
    message = explain_colon (reader, parser->context_mark.line);
    if (message != NULL)
      place = began;
  }
  for (guint i = 0; message == NULL && i < G_N_ELEMENTS (sayings); i++) {
    if (strcmp (problem, sayings[i].problem) == 0) {
      message = sayings[i].message;
      if (sayings[i].at_context)
        place = began;
    }
  }
  if (message != NULL)
    gb_diagnostics_error (reader->diagnostics, place, code, "%s", message);
  else
    gb_diagnostics_error (reader->diagnostics, place, code, "this is not YAML: %s", problem);
}

/* --- The tree -------------------------------------------------------------------------------- */

static GbYamlNode *
node_new (Reader *reader, GbYamlKind kind, const yaml_event_t *event)
{
  GbYamlNode *node = gb_arena_new0 (reader->arena, GbYamlNode);
  node->kind = kind;
  node->line = (guint32)event->start_mark.line + reader->first_line;
  node->column = (guint32)event->start_mark.column + 1;
  return node;
}

static void
refuse_anchor (Reader *reader, const yaml_event_t *event, const yaml_char_t *anchor)
{
  if (anchor == NULL)
    return;
  GbPlace place = place_of (reader, event->start_mark);
  gb_diagnostics_error (reader->diagnostics, place, "yaml-alias",
                        "'&%s' is read as a YAML anchor, and anchors are not used here; put the "
                        "text in quotes, or delete the anchor",
                        (const char *)anchor);
  count_problem (reader, place);
}

static void
refuse_tag (Reader *reader, const yaml_event_t *event, const yaml_char_t *tag)
{
  if (tag == NULL)
    return;
  static const char core[] = "tag:yaml.org,2002:";
  const char *name = (const char *)tag;
  gboolean is_core = g_str_has_prefix (name, core);
  GbPlace place = place_of (reader, event->start_mark);
  gb_diagnostics_error (reader->diagnostics, place, "yaml-tag",
                        "'%s%s' is read as a YAML tag, and tags are not used here; put the text in "
                        "quotes, or delete the tag",
                        is_core ? "!!" : "", is_core ? name + strlen (core) : name);
  count_problem (reader, place);
}

static void
add_alias (Reader *reader, const yaml_event_t *event)
{
  /* A merge key is reported as such once its mapping ends. */
  const GbYamlNode *left = reader->children->len > 0
                             ? g_ptr_array_index (reader->children, reader->children->len - 1)
                             : NULL;
  gboolean merges
    = left != NULL && left->kind == GB_YAML_SCALAR && left->plain && strcmp (left->text, "<<") == 0;
  reader->failed = TRUE;
  GbYamlNode *node = node_new (reader, GB_YAML_SCALAR, event);
  node->text = "";
  g_ptr_array_add (reader->children, node);
  if (merges)
    return;
  GbPlace place = place_of (reader, event->start_mark);
  gb_diagnostics_error (reader->diagnostics, place, "yaml-alias",
                        "'*%s' is read as a YAML alias, and aliases are not used here; put the "
                        "text in quotes, or write the value out",
                        (const char *)event->data.alias.anchor);
  count_problem (reader, place);
}

/* Chinese characters and what is set as wide as they are, or their dashes, dots and quotation
 * marks, whose code points they share with other scripts. */
static gboolean
is_solid (gunichar c)
{
  return g_unichar_iswide (c) || (c >= 0x2018 && c <= 0x201d) || c == 0x2014 || c == 0x2026
         || c == 0xb7;
}

/* Whether the space at @space, which was a line break, stands within Chinese, which has none. */
static gboolean
is_needless (const char *start, const char *space)
{
  if (space == start)
    return FALSE;
  gunichar before = g_utf8_get_char (g_utf8_prev_char (space));
  gunichar after = g_utf8_get_char (space + 1);
  return is_solid (before) && is_solid (after)
         && (g_unichar_iswide (before) || g_unichar_iswide (after));
}

/* Moves *@at to the start of the next line; FALSE at the end of the text. */
static gboolean
next_line (const Reader *reader, const char **at)
{
  const char *end = reader->text + reader->length;
  while (*at < end && **at != '\n' && **at != '\r')
    ++*at;
  if (*at < end)
    *at += **at == '\r' && *at + 1 < end && (*at)[1] == '\n' ? 2 : 1;
  return *at < end;
}

/* Where the first line of a scalar's text begins. */
static const char *
find_first_line (Reader *reader, const yaml_event_t *event)
{
  while (reader->cursor_line < event->start_mark.line && next_line (reader, &reader->cursor))
    reader->cursor_line++;
  const char *at = reader->cursor;
  const char *end = reader->text + reader->length;
  yaml_scalar_style_t style = event->data.scalar.style;
  if (style == YAML_FOLDED_SCALAR_STYLE) {
    (void)next_line (reader, &at);
    return at;
  }
  for (gsize column = event->start_mark.column; column > 0 && at < end; column--)
    at = g_utf8_next_char (at);
  return style == YAML_PLAIN_SCALAR_STYLE ? at : at + 1; /* after the quotation mark */
}

/* Copies a text to @copy, which has room for all of it, and returns its new length.
 *
 * YAML turns a line break within a text into a space: right between English words, wrong between
 * Chinese characters.  libyaml does not say which spaces it made, so the lines are followed beside
 * the value; where they do not fit (escapes, odd indentation) the rest is taken as it is. */
static gsize
copy_unfolded (Reader *reader, const yaml_event_t *event, char *copy)
{
  const char *value = (const char *)event->data.scalar.value;
  gsize length = event->data.scalar.length;
  const char *end = reader->text + reader->length;
  gsize in = 0;
  gsize out = 0;
  for (const char *at = find_first_line (reader, event); in < length && at < end;) {
    while (at < end && (*at == ' ' || *at == '\t'))
      at++;
    const char *stop = at;
    while (stop < end && *stop != '\n' && *stop != '\r')
      stop++;
    while (stop > at && (stop[-1] == ' ' || stop[-1] == '\t'))
      stop--;
    gsize part = MIN ((gsize)(stop - at), length - in);
    if (memcmp (value + in, at, part) != 0)
      break;
    memcpy (copy + out, value + in, part);
    in += part;
    out += part;
    if (value[in] == ' ' && is_needless (value, value + in))
      in++;
    else if (value[in] == ' ')
      copy[out++] = value[in++];
    while (value[in] == '\n')
      copy[out++] = value[in++];
    if (!next_line (reader, &at))
      break;
  }
  memcpy (copy + out, value + in, length - in);
  return out + length - in;
}

static const char *
copy_scalar (Reader *reader, const yaml_event_t *event, gsize *ret_length)
{
  const char *value = (const char *)event->data.scalar.value;
  gsize length = event->data.scalar.length;
  char *copy = gb_arena_strndup (reader->arena, value, length);
  if (event->end_mark.line > event->start_mark.line
      && event->data.scalar.style != YAML_LITERAL_SCALAR_STYLE) {
    length = copy_unfolded (reader, event, copy);
    copy[length] = '\0';
  }
  *ret_length = length;
  return copy;
}

static void
add_scalar (Reader *reader, const yaml_event_t *event)
{
  refuse_anchor (reader, event, event->data.scalar.anchor);
  refuse_tag (reader, event, event->data.scalar.tag);
  GbYamlNode *node = node_new (reader, GB_YAML_SCALAR, event);
  const char *value = (const char *)event->data.scalar.value;
  gsize length = event->data.scalar.length;
  gunichar control;
  if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
      && gb_characters_find_control (value, length, &control)) {
    GbPlace place = place_of (reader, event->start_mark);
    gb_diagnostics_error (reader->diagnostics, place, "control-character",
                          "an escape in these quotes makes an invisible control character "
                          "(U+%04X); delete it",
                          control);
    count_problem (reader, place);
    length = 0;
  }
  node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
  node->text = length == 0 ? "" : copy_scalar (reader, event, &length);
  node->length = (guint32)length;
  g_ptr_array_add (reader->children, node);
}

static void
open_collection (Reader *reader, GbYamlKind kind, const yaml_event_t *event)
{
  if (reader->depth == GB_YAML_DEPTH) {
    gb_diagnostics_error (reader->diagnostics, place_of (reader, event->start_mark), "yaml-depth",
                          "nested more than %d deep; the rest of the file is not read",
                          GB_YAML_DEPTH);
    reader->failed = reader->ended = TRUE;
    return;
  }
  reader->frames[reader->depth++]
    = (Frame){ node_new (reader, kind, event), reader->children->len };
}

static void
report_double (Reader *reader, const GbYamlNode *key, const GbYamlNode *first)
{
  GbPlace place = place_of_node (reader, key);
  gb_diagnostics_error (reader->diagnostics, place, "duplicate-key",
                        "the key '%s' stands twice, first on line %u, column %u; delete one of "
                        "them",
                        key->text, first->line, first->column);
  count_problem (reader, place);
}

/* The earlier key with the same text, or NULL. @seen is NULL for a small mapping. */
static const GbYamlNode *
find_double (GHashTable *seen, const GPtrArray *children, guint base, guint end,
             const GbYamlNode *key)
{
  if (seen != NULL) {
    const GbYamlNode *first = g_hash_table_lookup (seen, key->text);
    if (first == NULL)
      g_hash_table_insert (seen, (gpointer)key->text, (gpointer)key);
    return first;
  }
  for (guint i = base; i < end; i += 2) {
    const GbYamlNode *other = g_ptr_array_index (children, i);
    if (other->length == key->length && memcmp (other->text, key->text, key->length) == 0)
      return other;
  }
  return NULL;
}

/* Leaves in @children, from @base on, only the pairs whose keys are sound. */
static void
check_keys (Reader *reader, guint base)
{
  GPtrArray *children = reader->children;
  guint n_pairs = (children->len - base) / 2;
  g_autoptr (GHashTable) seen
    = n_pairs >= PAIRS_HASHED ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;
  guint end = base;
  for (guint i = base; i + 1 < children->len; i += 2) {
    GbYamlNode *key = g_ptr_array_index (children, i);
    GbPlace place = place_of_node (reader, key);
    if (key->kind != GB_YAML_SCALAR) {
      gb_diagnostics_error (reader->diagnostics, place, "yaml-syntax",
                            "a key must be a word, not a list or a mapping; put a value that "
                            "begins with a bracket in quotes");
      count_problem (reader, place);
      continue;
    }
    if (key->plain && strcmp (key->text, "<<") == 0) {
      gb_diagnostics_error (reader->diagnostics, place, "yaml-alias",
                            "merge keys ('<<') are not used here; write the keys out");
      count_problem (reader, place);
      continue;
    }
    const GbYamlNode *first = find_double (seen, children, base, end, key);
    if (first != NULL) {
      report_double (reader, key, first);
      continue;
    }
    children->pdata[end++] = key;
    children->pdata[end++] = children->pdata[i + 1];
  }
  g_ptr_array_set_size (children, (int)end);
}

static void
close_collection (Reader *reader)
{
  Frame frame = reader->frames[--reader->depth];
  /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): each frame has its node. */
  if (frame.node->kind == GB_YAML_MAPPING)
    check_keys (reader, frame.base);
  guint n = reader->children->len - frame.base;
  frame.node->items = gb_arena_newv (reader->arena, GbYamlNode *, n);
  if (n > 0)
    memcpy (frame.node->items, reader->children->pdata + frame.base, n * sizeof (gpointer));
  frame.node->length = frame.node->kind == GB_YAML_MAPPING ? n / 2 : n;
  g_ptr_array_set_size (reader->children, (int)frame.base);
  g_ptr_array_add (reader->children, frame.node);
}

static void
start_document (Reader *reader, const yaml_event_t *event)
{
  if (reader->children->len > 0) {
    gb_diagnostics_error (reader->diagnostics, place_of (reader, event->start_mark),
                          "yaml-documents",
                          "a second YAML document begins here; a file holds one: delete the line "
                          "'---' or '...'");
    reader->failed = reader->ended = TRUE;
  } else if (event->data.document_start.version_directive != NULL
             || event->data.document_start.tag_directives.start
                  != event->data.document_start.tag_directives.end) {
    gb_diagnostics_error (reader->diagnostics, place_of (reader, event->start_mark), "yaml-tag",
                          "directives (%%YAML, %%TAG) are not used here; delete the line");
    reader->failed = TRUE;
  }
}

static void
take_event (Reader *reader, const yaml_event_t *event)
{
  switch (event->type) {
  case YAML_DOCUMENT_START_EVENT:
    start_document (reader, event);
    break;
  case YAML_ALIAS_EVENT:
    add_alias (reader, event);
    break;
  case YAML_SCALAR_EVENT:
    add_scalar (reader, event);
    break;
  case YAML_SEQUENCE_START_EVENT:
    refuse_anchor (reader, event, event->data.sequence_start.anchor);
    refuse_tag (reader, event, event->data.sequence_start.tag);
    open_collection (reader, GB_YAML_SEQUENCE, event);
    break;
  case YAML_MAPPING_START_EVENT:
    refuse_anchor (reader, event, event->data.mapping_start.anchor);
    refuse_tag (reader, event, event->data.mapping_start.tag);
    open_collection (reader, GB_YAML_MAPPING, event);
    break;
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    close_collection (reader);
    break;
  case YAML_STREAM_END_EVENT:
    reader->ended = TRUE;
    break;
  case YAML_NO_EVENT:
  case YAML_STREAM_START_EVENT:
  case YAML_DOCUMENT_END_EVENT:
  default:
    break;
  }
}

static void
read_events (Reader *reader)
{
  yaml_parser_t parser;
  if (yaml_parser_initialize (&parser) == 0)
    g_error ("out of memory");
  yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&parser, (const unsigned char *)reader->text, reader->length);
  while (!reader->ended) {
    yaml_event_t event;
    if (yaml_parser_parse (&parser, &event) == 0) {
      report_parser (reader, &parser);
      reader->failed = reader->ended = TRUE;
      break;
    }
    take_event (reader, &event);
    yaml_event_delete (&event);
  }
  yaml_parser_delete (&parser);
}

GbYamlNode *
gb_yaml_parse (GbArena *arena, const char *file, const char *text, gsize length, guint first_line,
               GbDiagnostics *diagnostics, gboolean *ret_empty)
{
  *ret_empty = FALSE;
  if (length == 0)
    text = ""; /* NULL may stand for no bytes */
  if (length > GB_YAML_SIZE) {
    gb_diagnostics_error (diagnostics, (GbPlace){ file, first_line, 1 }, "too-large",
                          "YAML of %" G_GSIZE_FORMAT " bytes; at most %d are read", length,
                          GB_YAML_SIZE);
    return NULL;
  }
  /* libyaml refuses the same characters, but does not say where they stand. */
  if (!gb_characters_check (file, text, length, first_line, diagnostics))
    return NULL;

  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  Reader reader = {
    .arena = arena,
    .file = file,
    .text = text,
    .length = length,
    .first_line = first_line,
    .diagnostics = diagnostics,
    .cursor = text,
    .children = children,
  };
  read_events (&reader);
  if (reader.failed)
    return NULL;
  if (children->len == 0) {
    *ret_empty = TRUE;
    return NULL;
  }
  return g_ptr_array_index (children, 0);
}

const GbYamlNode *
gb_yaml_get (const GbYamlNode *mapping, const char *key)
{
  if (mapping == NULL || mapping->kind != GB_YAML_MAPPING)
    return NULL;
  for (guint i = 0; i < mapping->length; i++) {
    if (strcmp (mapping->items[2 * i]->text, key) == 0)
      return mapping->items[2 * i + 1];
  }
  return NULL;
}

GbPlace
gb_yaml_place (const char *file, const GbYamlNode *node, const char *key)
{
  const GbYamlNode *value = key == NULL ? NULL : gb_yaml_get (node, key);
  if (value == NULL)
    value = node;
  if (value == NULL)
    return (GbPlace){ .file = file };
  return (GbPlace){ file, value->line, value->column };
}
