#include "source/frontmatter.h"

#include <string.h>

#include "source/characters.h"
#include "source/disguise.h"

/* --- Files ----------------------------------------------------------------------------------- */

/* Lines that end in CR LF or a lone CR end in LF afterwards. */
static gsize
mend_line_ends (char *text, gsize length)
{
  const char *from = memchr (text, '\r', length);
  if (from == NULL)
    return length;
  const char *end = text + length;
  char *to = text + (from - text);
  while (from < end) {
    if (*from == '\r') {
      *to++ = '\n';
      from += from + 1 < end && from[1] == '\n' ? 2 : 1;
    } else {
      *to++ = *from++;
    }
  }
  *to = '\0';
  return (gsize)(to - text);
}

gboolean
gb_frontmatter_read (GbArena *arena, GbTree *tree, const char *file, gsize limit,
                     GbDiagnostics *diagnostics, GbSourceFile *ret_source)
{
  GbPlace place = { .file = file };
  GbTreeFile taken = gb_tree_take (tree, file, limit, arena);
  switch (taken.outcome) {
  case GB_TREE_READ:
    break;
  case GB_TREE_MISSING:
    gb_diagnostics_error (diagnostics, place, "missing-file", "there is no such file");
    return FALSE;
  case GB_TREE_NO_FILE:
    gb_diagnostics_error (diagnostics, place, "unreadable", "this is not an ordinary file");
    return FALSE;
  case GB_TREE_TOO_LARGE:
    gb_diagnostics_error (diagnostics, place, "too-large",
                          "the file has %" G_GSIZE_FORMAT " bytes; at most %" G_GSIZE_FORMAT
                          " are read",
                          taken.length, limit);
    return FALSE;
  default:
    gb_diagnostics_error (diagnostics, place, "unreadable", "the file cannot be read: %s",
                          taken.reason);
    return FALSE;
  }
  GbSourceFile source = { .text = taken.bytes, .size = taken.length };
  (void)gb_hash_sha256 (taken.bytes, taken.length, source.hash);
  if (!gb_disguise_check (file, taken.bytes, taken.length, diagnostics)
      || !gb_characters_check (file, taken.bytes, taken.length, 1, diagnostics))
    return FALSE;
  source.length = mend_line_ends (taken.bytes, taken.length);
  *ret_source = source;
  return TRUE;
}

gboolean
gb_frontmatter_reread (GbArena *arena, GbTree *tree, const char *file, GbSourceFile *ret_source,
                       GError **error)
{
  gsize size;
  char *text = gb_tree_read (tree, file, GB_FRONTMATTER_SIZE, arena, &size, error);
  if (text == NULL)
    return FALSE;
  *ret_source = (GbSourceFile){ .text = text, .length = mend_line_ends (text, size), .size = size };
  return TRUE;
}

/* --- Front matter ---------------------------------------------------------------------------- */

/* Whether the line at @at is "---", with white space after it or not; its end goes to @ret_next. */
static gboolean
is_fence (const char *at, const char *end, const char **ret_next)
{
  if (end - at < 3 || memcmp (at, "---", 3) != 0)
    return FALSE;
  for (at += 3; at < end && (*at == ' ' || *at == '\t');)
    at++;
  if (at < end && *at != '\n')
    return FALSE;
  *ret_next = at < end ? at + 1 : at;
  return TRUE;
}

gboolean
gb_frontmatter_split (const GbSourceFile *source, const char *file, GbDiagnostics *diagnostics,
                      const char **ret_yaml, gsize *ret_yaml_length, GbBody *ret_body)
{
  const char *end = source->text + source->length;
  const char *yaml;
  if (!is_fence (source->text, end, &yaml)) {
    gb_diagnostics_error (diagnostics, (GbPlace){ file, 1, 1 }, "no-front-matter",
                          "the file must begin with a line '---', then its keys, then another line "
                          "'---', then the text");
    return FALSE;
  }
  guint line = 2;
  const char *at = yaml;
  const char *body;
  while (!is_fence (at, end, &body)) {
    const char *next = memchr (at, '\n', (gsize)(end - at));
    if (next == NULL) {
      gb_diagnostics_error (diagnostics, (GbPlace){ file, 1, 1 }, "no-front-matter",
                            "the line '---' that ends the keys is missing");
      return FALSE;
    }
    at = next + 1;
    line++;
  }
  *ret_yaml = yaml;
  *ret_yaml_length = (gsize)(at - yaml);
  *ret_body = (GbBody){
    .text = body,
    .length = (gsize)(end - body),
    .first_line = line + 1,
    .page = g_str_has_prefix (file, "content/pages/"),
  };
  return TRUE;
}
