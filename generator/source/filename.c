#include "source/filename.h"

#include "base/file.h"

#include <string.h>

/* A file is written beside its place first, under a longer name; no disk takes more bytes. */
#define NAME_BYTES_MAX (255 - strlen (GB_FILE_TEMPORARY))

/* Documents, tables, slides, archives, pictures and recordings: what a browser shows or saves, but
 * never runs.  HTML, SVG and XML can hold scripts, and a server may run what it has a handler for.
 */
static const char *const suffixes[]
  = { "pdf", "ofd", "doc", "docx", "wps", "rtf",  "odt", "txt", "xls", "xlsx", "et",
      "ods", "csv", "ppt", "pptx", "dps", "odp",  "zip", "rar", "7z",  "jpg",  "jpeg",
      "png", "gif", "bmp", "webp", "tif", "tiff", "mp3", "mp4", NULL };

/* Characters that show nothing or turn the direction of what stands beside them: those that Unicode
 * calls default-ignorable, controls, separators of lines, and the blank of braille. */
static const gunichar hidden[][2] = {
  { 0x0000, 0x001f }, { 0x007f, 0x009f },   { 0x00ad, 0x00ad },   { 0x034f, 0x034f },
  { 0x061c, 0x061c }, { 0x115f, 0x1160 },   { 0x17b4, 0x17b5 },   { 0x180b, 0x180f },
  { 0x200b, 0x200f }, { 0x2028, 0x202e },   { 0x2060, 0x206f },   { 0x2800, 0x2800 },
  { 0x3164, 0x3164 }, { 0xfe00, 0xfe0f },   { 0xfeff, 0xfeff },   { 0xffa0, 0xffa0 },
  { 0xfff0, 0xfffb }, { 0x1bca0, 0x1bca3 }, { 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff },
};

static gboolean
is_hidden (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    if (c >= hidden[i][0] && c <= hidden[i][1])
      return TRUE;
  return FALSE;
}

/* U+FF01–U+FF5E are the characters of ASCII in full width. */
static gunichar
narrow (gunichar c)
{
  return g_unichar_isspace (c) ? ' ' : c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c;
}

char *
gb_filename_fold (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) narrowed = g_string_new (NULL);
  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (narrowed, narrow (g_utf8_get_char (at)));
  g_autofree char *lower = g_utf8_casefold (narrowed->str, -1);
  return g_utf8_normalize (lower, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* COM¹ is COM1, which the compatibility form makes of it. */
gboolean
gb_filename_is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "conin$", "conout$", NULL };
  g_autofree char *plain = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  plain[strcspn (plain, ".")] = '\0';
  g_autofree char *stem = g_ascii_strdown (g_strchomp (plain), -1);
  return g_strv_contains (devices, stem)
         || (strlen (stem) == 4 && g_ascii_isdigit (stem[3])
             && (g_str_has_prefix (stem, "com") || g_str_has_prefix (stem, "lpt")));
}

gboolean
gb_filename_is_plain (const char *name, GString *reason)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (is_hidden (g_utf8_get_char (at))) {
      g_string_append_printf (reason, "holds the invisible character U+%04X", g_utf8_get_char (at));
      return FALSE;
    }
  const char *bad = strpbrk (name, "/\\:*?\"<>|%#;");
  gsize length = strlen (name);
  const char *last = g_utf8_find_prev_char (name, name + length);
  if (bad != NULL)
    g_string_append_printf (reason, "holds '%c'", *bad);
  else if (last == NULL)
    g_string_append (reason, "is empty");
  else if (name[0] == '.' || name[0] == '~')
    g_string_append_printf (reason, "begins with '%c'", name[0]);
  else if (g_unichar_isspace (g_utf8_get_char (name)))
    g_string_append (reason, "begins with a space");
  else if (*last == '.' || g_unichar_isspace (g_utf8_get_char (last)))
    g_string_append (reason, "ends with a dot or a space");
  else if (length > NAME_BYTES_MAX)
    g_string_append_printf (reason, "is longer than %" G_GSIZE_FORMAT " bytes", NAME_BYTES_MAX);
  else if (gb_filename_is_device (name))
    g_string_append (reason, "is what Windows calls a device");
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_allowed (const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (suffix, -1);
  return g_strv_contains (suffixes, lower);
}

/* Letters, then perhaps digits, as in "php5"; not "2", "v2" or "附表". */
static gboolean
is_like_suffix (const char *part)
{
  gsize letters = 0;
  while (g_ascii_isalpha (part[letters]))
    letters++;
  return letters > 1 && part[letters + strspn (part + letters, "0123456789")] == '\0';
}

gboolean
gb_filename_is_document (const char *name, GString *reason)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", -1);
  guint n = g_strv_length (parts);
  if (n < 2 || !is_allowed (parts[n - 1])) {
    g_autofree char *known = g_strjoinv (", ", (char **)suffixes);
    g_string_append_printf (
      reason,
      "'%s' is not published, for a browser or a server might run it: a file must end in one of "
      "%s; convert it, or put it into a zip",
      name, known);
    return FALSE;
  }
  for (guint i = 1; i + 1 < n; i++)
    if (is_like_suffix (parts[i]) && !is_allowed (parts[i])) {
      g_string_append_printf (reason,
                              "'%s' is not published, for a server might take '.%s' for its kind "
                              "and run it; write '-' instead of that dot",
                              name, parts[i]);
      return FALSE;
    }
  return TRUE;
}
