#include "text/markup.h"

#include <string.h>

gboolean
gb_markup_is_inline (const char *name, gsize length)
{
  static const char *const names[] = { "a", "em", "strong", "code" };
  if (length > 0 && *name == '/') {
    name++;
    length--;
  }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && memcmp (names[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

char
gb_markup_unescape (const char *at, const char *end, const char **ret_next)
{
  static const struct {
    const char *reference;
    char character;
  } known[]
    = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&#39;", '\'' } };
  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    gsize size = strlen (known[i].reference);
    if ((gsize)(end - at) >= size && memcmp (at, known[i].reference, size) == 0) {
      *ret_next = at + size;
      return known[i].character;
    }
  }
  *ret_next = at + 1;
  return *at;
}

static GbMarkup
read_tag (const char **at, const char *end)
{
  const char *name = *at + 1;
  const char *close = memchr (name, '>', (gsize)(end - name));
  const char *stop = close == NULL ? end : close;
  GbMarkup tag = { .kind = GB_MARKUP_TAG, .text = name };
  while (name + tag.length < stop && name[tag.length] != ' ')
    tag.length++;
  *at = close == NULL ? end : close + 1;
  return tag;
}

GbMarkup
gb_markup_next (const char **at, const char *end)
{
  const char *start = *at;
  if (start >= end)
    return (GbMarkup){ .kind = GB_MARKUP_END };
  if (*start == '<')
    return read_tag (at, end);
  if (*start == '&') {
    GbMarkup piece = { .kind = GB_MARKUP_CHARACTER };
    piece.character = gb_markup_unescape (start, end, at);
    return piece;
  }
  const char *stop = memchr (start, '<', (gsize)(end - start));
  if (stop == NULL)
    stop = end;
  const char *reference = memchr (start, '&', (gsize)(stop - start));
  if (reference != NULL)
    stop = reference;
  *at = stop;
  return (GbMarkup){ .kind = GB_MARKUP_WORDS, .text = start, .length = (gsize)(stop - start) };
}
