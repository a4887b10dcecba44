/* Documents of other programs under the name of a text. */
#include "source/disguise.h"

#include <string.h>

typedef struct {
  const char *bytes;
  gsize length;
  const char *words; /* of the message; NULL: there is none */
} Case;

#define CASE(bytes, words)                                                                         \
  {                                                                                                \
    bytes, sizeof (bytes) - 1, words                                                               \
  }

static const Case cases[] = {
  CASE ("PK\3\4\x14\0\6\0", ".docx"),
  CASE ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", ".doc, .wps"),
  CASE ("{\\rtf1\\ansi", "RTF"),
  CASE ("%PDF-1.7\n", "a PDF"),
  CASE ("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">", "HTML"),
  CASE ("\xef\xbb\xbf<!DOCTYPE HTML>\n<html>", "HTML"),
  CASE ("\r\n  <META charset=gb2312>", "HTML"),
  CASE ("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?>", "XML"),
  CASE ("MIME-Version: 1.0\n", "MHT"),
  CASE ("-\0-\0-\0\n\0", "UTF-16"),
  CASE ("\0-\0-\0-\0\n", "UTF-16"),
  /* Texts. */
  CASE ("", NULL),
  CASE ("-", NULL),
  CASE ("---\ntitle: PK\n---\n", NULL),
  CASE ("PK赛办法\n", NULL),
  CASE ("PK\n", NULL),
  CASE ("<注：此件公开发布>\n", NULL),
  CASE ("%第一条\n", NULL),
  CASE ("---\ntitle: <html>\n---\n<html>\n", NULL),
};

static void
test_heads (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
    gboolean good = gb_disguise_check ("a.md", cases[i].bytes, cases[i].length, diagnostics);
    g_assert_cmpint (good, ==, cases[i].words == NULL);
    g_assert_cmpuint (gb_diagnostics_count (diagnostics), ==, good ? 0 : 1);
    if (good)
      continue;
    const GbDiagnostic *said = gb_diagnostics_get (diagnostics, 0);
    g_assert_nonnull (strstr (said->message, cases[i].words));
    g_assert_cmpuint (said->place.line, ==, 1);
    gboolean wide = strcmp (cases[i].words, "UTF-16") == 0;
    g_assert_cmpstr (said->code, ==, wide ? "bad-utf8" : "not-text");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disguise/heads", test_heads);
  return g_test_run ();
}
