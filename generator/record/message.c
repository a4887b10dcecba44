#include "record/message.h"

#include <string.h>

static gboolean
is_trailer (const char *line, gsize length)
{
  gsize key = 0;
  while (key < length && (g_ascii_isalnum (line[key]) || line[key] == '-'))
    key++;
  return key > 0 && g_ascii_isalpha (line[0]) && key + 1 < length && line[key] == ':'
         && line[key + 1] == ' ';
}

/* Whether every line of @text is a trailer. */
static gboolean
are_trailers (const char *text)
{
  while (*text != '\0') {
    gsize length = strcspn (text, "\n");
    if (!is_trailer (text, length))
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
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *copy = gb_arena_strdup (arena, g_strstrip (valid));
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

const char *
gb_message_trailer (GbArena *arena, const GbMessage *message, const char *key)
{
  const char *found = NULL;
  gsize found_length = 0;
  gsize length = strlen (key);
  for (const char *line = message->trailers; *line != '\0';) {
    gsize end = strcspn (line, "\n");
    if (end > length && g_ascii_strncasecmp (line, key, length) == 0 && line[length] == ':') {
      found = line + length + 1;
      found_length = end - length - 1;
    }
    line += end;
    line += *line == '\n';
  }
  if (found == NULL)
    return NULL;
  g_autofree char *value = g_strndup (found, found_length);
  return gb_arena_strdup (arena, g_strstrip (value));
}
