/* g_string_append_len where it is called for every few bytes: a copy in place while there is room.
 */
#pragma once

#include <glib.h>
#include <string.h>

static inline void
gb_append (GString *out, const char *text, gsize length)
{
  if (G_UNLIKELY (out->len + length >= out->allocated_len)) {
    g_string_append_len (out, text, (gssize)length);
    return;
  }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

#define gb_append_literal(out, literal) gb_append ((out), (literal), sizeof (literal) - 1)
#define gb_append_text(out, text) gb_append ((out), (text), strlen (text))
