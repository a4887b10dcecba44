/* The only doors through which text reaches HTML, XML, JSON, CSV and addresses.
 *
 * Each function appends the escaped form of @length bytes (or -1: up to the NUL) to @out.  Input is
 * valid UTF-8, as the readers of source/ guarantee.
 */
#pragma once

#include <glib.h>

/* & < > " ' become references; safe in element content and in quoted attributes. */
void gb_escape_html (GString *out, const char *text, gssize length);
/* The same without the characters that XML cannot hold at all, not even as references. */
void gb_escape_xml (GString *out, const char *text, gssize length);
/* Of HTML made by gb_escape_html, which is XML but for such characters. */
void gb_escape_xml_again (GString *out, const char *html, gssize length);
/* With the quotes; < > & U+2028 U+2029 are escaped too, so that it may stand in a script element.
 */
void gb_escape_json (GString *out, const char *text, gssize length);
/* Percent-encodes all but RFC 3986's unreserved characters and '/'. */
void gb_escape_path (GString *out, const char *text, gssize length);
/* A field of RFC 4180: in quotes where it holds a comma, a quote, the end of a line, or begins or
 * ends with a space. */
void gb_escape_csv (GString *out, const char *text, gssize length);
