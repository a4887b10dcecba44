/* Which characters a source file may hold, and where one that it may not hold stands.
 *
 * Files are UTF-8 without a byte order mark.  Control characters, invisible line separators and
 * non-characters are refused before any parser sees them, since parsers, feeds and JSON readers
 * disagree about them and nobody can see them in an editor.  Everything above this file may
 * therefore rely on valid UTF-8 without a NUL.  Nothing is allocated or kept.
 */
#pragma once

#include "base/diagnostics.h"

/* Reports what is wrong with @length bytes that start on line @first_line of @file; FALSE where
 * there was an error.  Warnings only are a character lost in an earlier conversion (U+FFFD), one
 * that nobody sees, such as a zero width space, and one for private use. */
gboolean gb_characters_check (const char *file, const char *text, gsize length, guint first_line,
                              GbDiagnostics *diagnostics);

/* The first control character or the like in @length bytes of valid UTF-8; FALSE where there is
 * none. */
gboolean gb_characters_find_control (const char *text, gsize length, gunichar *ret_character);

/* Line and column, from 1, of the byte at @offset; @text is valid UTF-8 up to there.  CR LF, LF and
 * a lone CR each end a line, as in YAML and Markdown. */
void gb_characters_locate (const char *text, gsize offset, guint *ret_line, guint *ret_column);
