#include "text/guard.h"

#include <string.h>

/* How deep the containers at the head of a line may nest. */
static guint
depth_of_line (const char *at, const char *end)
{
  guint markers = 0;
  guint indent = 0;
  while (at < end && markers + indent / 2 <= GB_GUARD_DEPTH) {
    if (*at == ' ' || *at == '\t') {
      indent += *at == '\t' ? 4 : 1;
      at++;
      continue;
    }
    if (*at == '>') {
      markers++;
      at++;
      continue;
    }
    const char *next = at;
    if (strchr ("-+*", *at) != NULL && *at != '\0') {
      next++;
    } else {
      while (next < end && next - at < 9 && g_ascii_isdigit (*next))
        next++;
      if (next == at || next == end || (*next != '.' && *next != ')'))
        break;
      next++;
    }
    if (next < end && *next != ' ' && *next != '\t')
      break;
    markers++;
    at = next;
  }
  return markers + indent / 2;
}

gboolean
gb_guard_check (const char *file, const GbBody *body, GbDiagnostics *diagnostics)
{
  if (body->length > GB_GUARD_BYTES) {
    gb_diagnostics_error (diagnostics, (GbPlace){ file, body->first_line, 0 }, "text-too-large",
                          "the text has %" G_GSIZE_FORMAT " bytes; at most %d are possible",
                          body->length, GB_GUARD_BYTES);
    return FALSE;
  }
  const char *end = body->text + body->length;
  guint line = body->first_line;
  guint images = 0;
  for (const char *at = body->text; at < end; line++) {
    const char *stop = memchr (at, '\n', (gsize)(end - at));
    if (stop == NULL)
      stop = end;
    if (depth_of_line (at, stop) > GB_GUARD_DEPTH) {
      gb_diagnostics_error (diagnostics, (GbPlace){ file, line, 1 }, "text-too-deep",
                            "lists, quotes or indents stand in each other here more than %d deep",
                            GB_GUARD_DEPTH);
      return FALSE;
    }
    for (const char *mark = at; (mark = memchr (mark, '!', (gsize)(stop - mark))) != NULL; mark++)
      images += mark + 1 < stop && mark[1] == '[';
    if (images > GB_GUARD_IMAGES) {
      gb_diagnostics_error (diagnostics, (GbPlace){ file, line, 0 }, "text-too-large",
                            "the text has more than %d images", GB_GUARD_IMAGES);
      return FALSE;
    }
    at = stop + 1;
  }
  return TRUE;
}
