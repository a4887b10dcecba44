#include "base/ical.h"

#include <string.h>

#define OCTETS_MAX 75

void
gb_ical_add (GString *lines, const char *name, const char *value)
{
  g_string_append (lines, name);
  g_string_append_c (lines, ':');
  g_string_append (lines, value);
  g_string_append_c (lines, '\n');
}

void
gb_ical_add_text (GString *lines, const char *name, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_string_append (lines, name);
  g_string_append_c (lines, ':');
  for (const char *at = text; *at != '\0'; at++) {
    if (*at == '\\' || *at == ';' || *at == ',')
      g_string_append_c (lines, '\\');
    if (*at == '\n')
      g_string_append (lines, "\\n");
    else if (((guchar)*at >= 0x20 && *at != 0x7f) || *at == '\t')
      g_string_append_c (lines, *at);
  }
  g_string_append_c (lines, '\n');
}

/* How many of the @length octets at @text fit in @room without cutting a character in two. */
static gsize
fitting (const char *text, gsize length, gsize room)
{
  if (length <= room)
    return length;
  while (room > 1 && ((guchar)text[room] & 0xc0) == 0x80)
    room--;
  return room;
}

void
gb_ical_fold (GString *out, const char *lines)
{
  while (*lines != '\0') {
    gsize length = strcspn (lines, "\n");
    gsize end = length + (lines[length] == '\n');
    const char *at = lines;
    gsize n = fitting (at, length, OCTETS_MAX);
    g_string_append_len (out, at, (gssize)n);
    while (n < length) {
      at += n;
      length -= n;
      n = fitting (at, length, OCTETS_MAX - 1);
      g_string_append (out, "\r\n ");
      g_string_append_len (out, at, (gssize)n);
    }
    g_string_append (out, "\r\n");
    lines += end;
  }
}

char *
gb_ical_unfold (const char *text, gsize length)
{
  GString *lines = g_string_sized_new (length + 1);
  for (gsize i = 0; i < length;) {
    const char *end = memchr (text + i, '\n', length - i);
    gsize stop = end == NULL ? length : (gsize)(end - text);
    gsize n = stop - i;
    if (n > 0 && text[i + n - 1] == '\r')
      n--;
    /* The blank of a continuation is not part of the value. */
    gboolean continues = n > 0 && (text[i] == ' ' || text[i] == '\t') && lines->len > 0;
    if (continues)
      g_string_truncate (lines, lines->len - 1);
    g_string_append_len (lines, text + i + continues, (gssize)(n - continues));
    g_string_append_c (lines, '\n');
    i = stop + 1;
  }
  return g_string_free (lines, FALSE);
}
