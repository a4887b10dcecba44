#include "source/frontmatter.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source/characters.h"

static void
fd_close (int *fd)
{
  if (*fd >= 0)
    (void)close (*fd);
}
#define autofd __attribute__ ((cleanup (fd_close))) int

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

static gboolean
read_whole (int fd, char *text, gsize size, gsize *ret_length)
{
  gsize length = 0;
  while (length < size) {
    ssize_t got = read (fd, text + length, size - length);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return FALSE;
    if (got == 0)
      break;
    length += (gsize)got;
  }
  *ret_length = length;
  return TRUE;
}

gboolean
gb_frontmatter_read (GbArena *arena, const char *path, const char *file, gsize limit,
                     GbDiagnostics *diagnostics, GbSourceFile *ret_source)
{
  GbPlace place = { .file = file };
  /* Without O_NONBLOCK a named pipe would wait for a writer for ever. */
  autofd fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat info;
  if (fd < 0 || fstat (fd, &info) < 0) {
    if (errno == ENOENT)
      gb_diagnostics_error (diagnostics, place, "missing-file", "there is no such file");
    else
      gb_diagnostics_error (diagnostics, place, "unreadable", "the file cannot be read: %s",
                            g_strerror (errno));
    return FALSE;
  }
  if (!S_ISREG (info.st_mode)) {
    gb_diagnostics_error (diagnostics, place, "unreadable", "this is not an ordinary file");
    return FALSE;
  }
  if ((gsize)info.st_size > limit) {
    gb_diagnostics_error (diagnostics, place, "too-large",
                          "the file has %" G_GSIZE_FORMAT " bytes; at most %" G_GSIZE_FORMAT
                          " are read",
                          (gsize)info.st_size, limit);
    return FALSE;
  }
  gsize size = (gsize)info.st_size;
  char *text = gb_arena_alloc (arena, size + 1);
  gsize length;
  if (!read_whole (fd, text, size, &length)) {
    gb_diagnostics_error (diagnostics, place, "unreadable", "the file cannot be read: %s",
                          g_strerror (errno));
    return FALSE;
  }
  if (!gb_characters_check (file, text, length, 1, diagnostics))
    return FALSE;
  *ret_source = (GbSourceFile){ text, mend_line_ends (text, length), length };
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
  *ret_body = (GbBody){ body, (gsize)(end - body), line + 1 };
  return TRUE;
}
