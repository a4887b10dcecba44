#include "record/message.h"

#include <string.h>

/* What no page and no feed may hold is replaced, lines end in LF alone and with no blanks before
 * it. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (c == '\n' || c == '\r') {
      while (out->len > 0 && (out->str[out->len - 1] == ' ' || out->str[out->len - 1] == '\t'))
        g_string_truncate (out, out->len - 1);
      if (c == '\n' || at[1] != '\n')
        g_string_append_c (out, '\n');
    } else if ((c < 0x20 && c != '\t') || c == 0x7f || c == 0xfffe || c == 0xffff) {
      g_string_append_unichar (out, 0xfffd);
    } else {
      g_string_append_unichar (out, c);
    }
  }
  return g_strstrip (g_string_free (out, FALSE));
}

static gboolean
is_folded (const char *line)
{
  return *line == ' ' || *line == '\t';
}

static gboolean
is_trailer (const char *line, gsize length)
{
  gsize key = 0;
  while (key < length && (g_ascii_isalnum (line[key]) || line[key] == '-'))
    key++;
  return key > 0 && g_ascii_isalpha (line[0]) && key < length && line[key] == ':'
         && (key + 1 == length || line[key + 1] == ' ');
}

/* Whether every line of @text is a trailer or continues one. */
static gboolean
are_trailers (const char *text)
{
  for (gboolean is_first = TRUE; *text != '\0'; is_first = FALSE) {
    gsize length = strcspn (text, "\n");
    if (!is_trailer (text, length) && (is_first || !is_folded (text)))
      return FALSE;
    text += length;
    text += *text == '\n';
  }
  return TRUE;
}

/* Where the last paragraph of @text begins. */
static char *
last_paragraph (char *text)
{
  char *last = text;
  for (char *at = text; (at = strstr (at, "\n\n")) != NULL;) {
    at += strspn (at, "\n");
    if (*at != '\0')
      last = at;
  }
  return last;
}

GbMessage
gb_message_parse (GbArena *arena, const char *text)
{
  g_autofree char *cleaned = clean (text);
  char *copy = gb_arena_strdup (arena, cleaned);
  char *end = strstr (copy, "\n\n");
  GbMessage message = { copy, "", "" };
  if (end != NULL) {
    char *rest = end + strspn (end, "\n");
    *end = '\0';
    char *last = last_paragraph (rest);
    if (are_trailers (last)) {
      message.trailers = last;
      char *cut = last;
      while (cut > rest && cut[-1] == '\n')
        *--cut = '\0';
      message.body = cut > rest ? rest : "";
    } else {
      message.body = rest;
    }
  }
  g_strdelimit (copy, "\n", ' ');
  return message;
}

static gboolean
has_key (const char *line, const char *key)
{
  gsize length = strlen (key);
  return g_ascii_strncasecmp (line, key, length) == 0 && line[length] == ':';
}

guint
gb_message_count (const GbMessage *message, const char *key)
{
  guint count = 0;
  for (const char *line = message->trailers; *line != '\0'; line += *line == '\n') {
    count += has_key (line, key);
    line += strcspn (line, "\n");
  }
  return count;
}

const char *
gb_message_trailer (GbArena *arena, const GbMessage *message, const char *key)
{
  const char *found = NULL;
  gsize found_length = 0;
  gsize length = strlen (key);
  for (const char *line = message->trailers; *line != '\0';) {
    gsize end = strcspn (line, "\n");
    if (has_key (line, key)) {
      found = line + length + 1;
      while (line[end] == '\n' && is_folded (line + end + 1))
        end += 1 + strcspn (line + end + 1, "\n");
      found_length = (gsize)(line + end - found);
    }
    line += end;
    line += *line == '\n';
  }
  if (found == NULL)
    return NULL;
  g_autofree char *value = g_strndup (found, found_length);
  return gb_arena_strdup (arena, g_strstrip (value));
}
