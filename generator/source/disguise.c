#include "source/disguise.h"

#include <string.h>

/* What a file begins with, letters of either case. */
static const struct {
  const char *head;
  gsize length;
  const char *what;
} heads[] = {
#define HEAD(head, what)                                                                           \
  {                                                                                                \
    head, sizeof (head) - 1, what                                                                  \
  }
  HEAD ("PK\3\4", "a document of Word or WPS (.docx) or an archive"),
  HEAD ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of Word or WPS (.doc, .wps)"),
  HEAD ("{\\rtf", "a document in rich text format (RTF)"),
  HEAD ("%PDF-", "a PDF"),
  HEAD ("<!doctype html", "a web page (HTML), such as Word exports"),
  HEAD ("<html", "a web page (HTML), such as Word exports"),
  HEAD ("<head", "a web page (HTML), such as Word exports"),
  HEAD ("<meta", "a web page (HTML), such as Word exports"),
  HEAD ("<?xml", "an XML document, such as Word exports"),
  HEAD ("MIME-Version:", "a web page in one file (MHT), such as Word exports"),
#undef HEAD
};

static gboolean
begins (const char *at, gsize left, const char *head, gsize length)
{
  return left >= length && g_ascii_strncasecmp (at, head, length) == 0;
}

/* ASCII of two bytes each, which no byte order mark is before. */
static gboolean
is_wide (const char *bytes, gsize length)
{
  if (length < 4)
    return FALSE;
  gboolean little = bytes[0] != '\0' && bytes[1] == '\0' && bytes[2] != '\0' && bytes[3] == '\0';
  gboolean big = bytes[0] == '\0' && bytes[1] != '\0' && bytes[2] == '\0' && bytes[3] != '\0';
  return little || big;
}

gboolean
gb_disguise_check (const char *file, const char *bytes, gsize length, GbDiagnostics *diagnostics)
{
  GbPlace place = { file, 1, 1 };
  if (is_wide (bytes, length)) {
    gb_diagnostics_error (diagnostics, place, "bad-utf8",
                          "the file is UTF-16; save it as UTF-8 without a byte order mark");
    return FALSE;
  }
  const char *at = bytes;
  const char *end = bytes + length;
  if (length >= 3 && memcmp (at, "\xef\xbb\xbf", 3) == 0)
    at += 3;
  while (at < end && g_ascii_isspace (*at))
    at++;
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    if (!begins (at, (gsize)(end - at), heads[i].head, heads[i].length))
      continue;
    gb_diagnostics_error (diagnostics, place, "not-text",
                          "this is %s under another name, not text; open it in its program and "
                          "copy the words into a text file saved as UTF-8, or publish it as an "
                          "attachment",
                          heads[i].what);
    return FALSE;
  }
  return TRUE;
}
