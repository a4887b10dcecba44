#include "template/tag.h"

#include <string.h>

#include "template/template.h"

#define DELIMITER_SIZE 16
/* Searching for the end of a broken tag may cost a walk over the whole text. */
#define MOST_ERRORS 50

typedef struct {
  char bytes[DELIMITER_SIZE + 2];
  gsize length;
} Delimiter;

typedef struct {
  const char *text;
  gsize length;
  GbDiagnostics *diagnostics;
  guint n_errors;
  Delimiter open;
  Delimiter close;
  GArray *tags;   /* of Tag */
  GArray *opened; /* of guint: indices of the tags still open */
  gsize counted;  /* place is that of this byte */
  GbPlace place;
} Scanner;

static G_GNUC_PRINTF (4, 5) void fail (Scanner *scanner, GbPlace place, const char *code,
                                       const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  gb_diagnostics_error (scanner->diagnostics, place, code, "%s", message);
  scanner->n_errors++;
}

static void
delimiter_set (Delimiter *delimiter, const char *bytes, gsize length)
{
  memcpy (delimiter->bytes, bytes, length);
  delimiter->bytes[length] = '\0';
  delimiter->length = length;
}

/* Not memmem: under the sanitizers that reads the whole rest of the text, for each tag. */
static const char *
find (const char *text, gsize length, const Delimiter *delimiter)
{
  const char *end = text + length;
  while ((gsize)(end - text) >= delimiter->length) {
    const char *at
      = memchr (text, delimiter->bytes[0], (gsize)(end - text) - delimiter->length + 1);
    if (at == NULL || memcmp (at, delimiter->bytes, delimiter->length) == 0)
      return at;
    text = at + 1;
  }
  return NULL;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
is_space (char c)
{
  return is_blank (c) || c == '\n' || c == '\r';
}

static void
trim (const char **text, gsize *length)
{
  while (*length > 0 && is_space (**text)) {
    (*text)++;
    (*length)--;
  }
  while (*length > 0 && is_space ((*text)[*length - 1]))
    (*length)--;
}

static gboolean
has_space (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (is_space (text[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_dotted_name (const char *name, gsize length)
{
  if (length == 1 && name[0] == '.')
    return TRUE;
  if (name[0] == '.' || name[length - 1] == '.')
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (name[i] == '.' && name[i - 1] == '.')
      return FALSE;
  return TRUE;
}

/* White space around the tag on its own line, as far as the tag can see it alone. */
static void
look_around (const Scanner *scanner, Tag *tag)
{
  gsize begin = tag->start;
  while (begin > 0 && is_blank (scanner->text[begin - 1]))
    begin--;
  tag->opens_line = begin == 0 || scanner->text[begin - 1] == '\n';
  tag->line_begin = begin;

  gsize next = tag->end;
  while (next < scanner->length && is_blank (scanner->text[next]))
    next++;
  if (next + 1 < scanner->length && scanner->text[next] == '\r' && scanner->text[next + 1] == '\n')
    next++;
  tag->ends_line = next == scanner->length || scanner->text[next] == '\n';
  tag->line_next = MIN (next + 1, scanner->length);

  tag->text_end = tag->start;
  tag->text_begin = tag->end;
}

/* "<% %>", between the two equals signs. */
static gboolean
set_delimiters (Scanner *scanner, const Tag *tag, const char *content, gsize length)
{
  trim (&content, &length);
  gsize first = 0;
  while (first < length && !is_space (content[first]))
    first++;
  gsize second = first;
  while (second < length && is_space (content[second]))
    second++;
  gsize rest = length - second;
  if (first == 0 || rest == 0 || has_space (content + second, rest)
      || memchr (content, '=', length) != NULL) {
    fail (scanner, tag->place, "template-delimiters",
          "new delimiters are two words without spaces and equals signs, as in {{=<%% %%>=}}");
    return FALSE;
  }
  if (first > DELIMITER_SIZE || rest > DELIMITER_SIZE) {
    fail (scanner, tag->place, "template-delimiters", "a delimiter has at most %d bytes",
          DELIMITER_SIZE);
    return FALSE;
  }
  delimiter_set (&scanner->open, content, first);
  delimiter_set (&scanner->close, content + second, rest);
  return TRUE;
}

static const char *
show_tag (const Tag *tag)
{
  switch (tag->kind) {
  case TAG_SECTION:
    return "{{#";
  case TAG_INVERTED:
    return "{{^";
  case TAG_PARENT:
    return tag->dynamic ? "{{<*" : "{{<";
  case TAG_BLOCK:
    return "{{$";
  default:
    return "{{";
  }
}

static gboolean
is_same_name (const Tag *a, const Tag *b)
{
  return a->name_length == b->name_length && a->dynamic == b->dynamic
         && memcmp (a->name, b->name, a->name_length) == 0;
}

static Tag *
tag_at (const Scanner *scanner, guint index)
{
  return &g_array_index (scanner->tags, Tag, index);
}

/* Takes the innermost open tag back: it was never closed. */
static void
drop_opened (Scanner *scanner, const Tag *close)
{
  guint last = scanner->opened->len - 1;
  Tag *tag = tag_at (scanner, g_array_index (scanner->opened, guint, last));
  if (close == NULL)
    fail (scanner, tag->place, "template-unclosed",
          "%s%.*s}} is never closed: write {{/%s%.*s}} at its end", show_tag (tag),
          (int)tag->name_length, tag->name, tag->dynamic ? "*" : "", (int)tag->name_length,
          tag->name);
  else
    fail (scanner, tag->place, "template-unclosed",
          "%s%.*s}} is not closed before {{/%.*s}} in line %u", show_tag (tag),
          (int)tag->name_length, tag->name, (int)close->name_length, close->name,
          close->place.line);
  tag->kind = TAG_COMMENT;
  g_array_set_size (scanner->opened, last);
}

static void
close_tag (Scanner *scanner, Tag *close)
{
  for (guint i = scanner->opened->len; i-- > 0;) {
    guint index = g_array_index (scanner->opened, guint, i);
    if (!is_same_name (tag_at (scanner, index), close))
      continue;
    while (scanner->opened->len > i + 1)
      drop_opened (scanner, close);
    g_array_set_size (scanner->opened, i);
    tag_at (scanner, index)->match = scanner->tags->len;
    close->match = index;
    g_array_append_val (scanner->tags, *close);
    return;
  }
  fail (scanner, close->place, "template-unexpected-close",
        "{{/%s%.*s}} closes nothing: no section, parent or block of that name is open here",
        close->dynamic ? "*" : "", (int)close->name_length, close->name);
}

static void
open_tag (Scanner *scanner, Tag *tag)
{
  guint index = scanner->tags->len;
  if (tag->kind == TAG_BLOCK && scanner->opened->len > 0) {
    guint around = g_array_index (scanner->opened, guint, scanner->opened->len - 1);
    tag->argument = tag_at (scanner, around)->kind == TAG_PARENT;
  }
  if (scanner->opened->len == GB_TEMPLATE_NESTING)
    fail (scanner, tag->place, "template-nesting",
          "more than %d sections, parents and blocks inside one another", GB_TEMPLATE_NESTING);
  g_array_append_val (scanner->opened, index);
  g_array_append_val (scanner->tags, *tag);
}

static void
add_tag (Scanner *scanner, Tag *tag)
{
  look_around (scanner, tag);
  switch (tag->kind) {
  case TAG_CLOSE:
    close_tag (scanner, tag);
    return;
  case TAG_SECTION:
  case TAG_INVERTED:
  case TAG_PARENT:
  case TAG_BLOCK:
    open_tag (scanner, tag);
    return;
  default:
    g_array_append_val (scanner->tags, *tag);
    return;
  }
}

/* Fills in the name from the bytes between the delimiters. */
static gboolean
read_name (Scanner *scanner, Tag *tag, const char *content, gsize length)
{
  trim (&content, &length);
  gboolean may_be_dynamic
    = tag->kind == TAG_PARTIAL || tag->kind == TAG_PARENT || tag->kind == TAG_CLOSE;
  if (may_be_dynamic && length > 0 && content[0] == '*') {
    tag->dynamic = TRUE;
    content++;
    length--;
    trim (&content, &length);
  }
  if (length == 0) {
    fail (scanner, tag->place, "template-name", "the tag has no name");
    return FALSE;
  }
  if (has_space (content, length)) {
    fail (scanner, tag->place, "template-name", "a name has no white space in it: \"%.*s\"",
          (int)MIN (length, 60), content);
    return FALSE;
  }
  if ((tag->kind == TAG_VARIABLE || tag->kind == TAG_RAW) && strchr ("#^/>$<!=&{", content[0])) {
    fail (scanner, tag->place, "template-name",
          "the sign %c stands right after the opening delimiter, without a space", content[0]);
    return FALSE;
  }
  gboolean is_key = tag->dynamic || tag->kind == TAG_VARIABLE || tag->kind == TAG_RAW
                    || tag->kind == TAG_SECTION || tag->kind == TAG_INVERTED;
  if (is_key && !is_dotted_name (content, length)) {
    fail (scanner, tag->place, "template-name", "empty part in the name \"%.*s\"",
          (int)MIN (length, 60), content);
    return FALSE;
  }
  tag->name = content;
  tag->name_length = (guint)length;
  return TRUE;
}

static TagKind
kind_of (char sign)
{
  switch (sign) {
  case '{':
  case '&':
    return TAG_RAW;
  case '#':
    return TAG_SECTION;
  case '^':
    return TAG_INVERTED;
  case '/':
    return TAG_CLOSE;
  case '>':
    return TAG_PARTIAL;
  case '<':
    return TAG_PARENT;
  case '$':
    return TAG_BLOCK;
  case '!':
    return TAG_COMMENT;
  case '=':
    return TAG_DELIMITERS;
  default:
    return TAG_VARIABLE;
  }
}

/* Reads the tag at @start and returns where to go on; the end of the text stops the scan. */
static gsize
scan_tag (Scanner *scanner, gsize start)
{
  const char *text = scanner->text;
  gsize inside = start + scanner->open.length;
  char sign = inside < scanner->length ? text[inside] : '\0';
  gb_place_move (&scanner->place, text + scanner->counted, start - scanner->counted);
  scanner->counted = start;
  Tag tag = {
    .kind = kind_of (sign),
    .start = start,
    .place = scanner->place,
  };
  if (tag.kind != TAG_VARIABLE)
    inside++;

  Delimiter closing = scanner->close;
  if (sign == '{' || sign == '=') {
    closing.bytes[0] = sign == '{' ? '}' : '=';
    memcpy (closing.bytes + 1, scanner->close.bytes, scanner->close.length + 1);
    closing.length++;
  }
  const char *end
    = inside > scanner->length ? NULL : find (text + inside, scanner->length - inside, &closing);
  if (end == NULL) {
    fail (scanner, tag.place, "template-unclosed-tag", "the tag has no end: %s is missing",
          closing.bytes);
    return tag.kind == TAG_COMMENT || closing.length == scanner->close.length
             ? scanner->length
             : start + scanner->open.length;
  }
  gsize length = (gsize)(end - (text + inside));
  tag.end = inside + length + closing.length;

  if (tag.kind == TAG_DELIMITERS) {
    if (set_delimiters (scanner, &tag, text + inside, length))
      add_tag (scanner, &tag);
    return tag.end;
  }
  if (tag.kind == TAG_COMMENT) {
    add_tag (scanner, &tag);
    return tag.end;
  }
  /* Another tag begins before this one ends: its own closing delimiter was forgotten. */
  if (find (text + inside, length, &scanner->open) != NULL) {
    fail (scanner, tag.place, "template-unclosed-tag",
          "the tag has no end: %s is missing before the next tag", closing.bytes);
    return start + scanner->open.length;
  }
  if (read_name (scanner, &tag, text + inside, length))
    add_tag (scanner, &tag);
  return tag.end;
}

static void
strip_before (Tag *tag)
{
  tag->text_end = tag->line_begin;
}

static void
strip_after (Tag *tag)
{
  tag->text_begin = tag->line_next;
}

/* A tag alone on its line takes the line away; a parent or block may share lines with its own
 * closing tag and content. */
static void
strip_lines (GArray *tags)
{
  for (guint i = 0; i < tags->len; i++) {
    Tag *tag = &g_array_index (tags, Tag, i);
    if (tag->kind == TAG_VARIABLE || tag->kind == TAG_RAW || tag->kind == TAG_CLOSE)
      continue;
    gboolean alone = tag->opens_line && tag->ends_line;
    if (tag->kind == TAG_COMMENT || tag->kind == TAG_DELIMITERS || tag->kind == TAG_PARTIAL) {
      tag->standalone = alone;
      if (alone) {
        strip_before (tag);
        strip_after (tag);
      }
      continue;
    }
    Tag *close = &g_array_index (tags, Tag, tag->match);
    gboolean close_alone = close->opens_line && close->ends_line;
    gboolean together = tag->opens_line && close->ends_line;
    if (tag->kind == TAG_PARENT)
      tag->standalone = together;
    else if (tag->kind == TAG_BLOCK)
      tag->standalone = together && !tag->argument;
    else
      tag->standalone = alone;
    if (alone || tag->standalone)
      strip_before (tag);
    if (alone || (tag->argument && tag->ends_line))
      strip_after (tag);
    if (close_alone || (tag->argument && close->opens_line))
      strip_before (close);
    if (close_alone || (tag->standalone && tag->kind != TAG_SECTION && tag->kind != TAG_INVERTED))
      strip_after (close);
  }
}

GArray *
gb_tag_scan (const char *text, gsize length, const char *file, GbDiagnostics *diagnostics)
{
  Scanner scanner = {
    .text = text,
    .length = length,
    .place = { file, 1, 1 },
    .diagnostics = diagnostics,
    .tags = g_array_new (FALSE, FALSE, sizeof (Tag)),
    .opened = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  delimiter_set (&scanner.open, "{{", 2);
  delimiter_set (&scanner.close, "}}", 2);

  for (gsize at = 0; at < length && scanner.n_errors < MOST_ERRORS
                     && scanner.opened->len <= GB_TEMPLATE_NESTING;) {
    const char *open = find (text + at, length - at, &scanner.open);
    if (open == NULL)
      break;
    at = scan_tag (&scanner, (gsize)(open - text));
  }
  gboolean gave_up = scanner.n_errors >= MOST_ERRORS || scanner.opened->len > GB_TEMPLATE_NESTING;
  while (scanner.opened->len > 0) {
    if (!gave_up) {
      drop_opened (&scanner, NULL);
      continue;
    }
    tag_at (&scanner, g_array_index (scanner.opened, guint, scanner.opened->len - 1))->kind
      = TAG_COMMENT;
    g_array_set_size (scanner.opened, scanner.opened->len - 1);
  }
  g_array_unref (scanner.opened);
  strip_lines (scanner.tags);
  return scanner.tags;
}
