/* YAML and JSON without a schema, as the values that templates are filled with.
 *
 * For data whose keys nobody knows beforehand: `gongbao render`, test cases.  The content of a
 * publication is read by schema.h instead, which knows what each key means.
 *
 * Of YAML, plain scalars follow the core schema of version 1.2: null, ~ and nothing; true and
 * false; numbers.  An integer that is written plainly (no sign +, no leading zero, within 64 bits)
 * is an integer; other numbers that JSON could hold keep their spelling, so that 1.10 stays 1.10;
 * everything else, 007 and 0x1f and .inf too, is text as written.  What stands in quotes or in a
 * block is text.  Anchors, aliases, tags, merge keys, keys that are not scalars and further
 * documents are refused.  Of JSON, numbers with a fraction or exponent are spelt as short as they
 * can be read back.  In both, members keep their order, a key that occurs twice is an error, and
 * nesting ends at GB_LOOSE_DEPTH.  Values and texts live in the caller's arena.
 */
#pragma once

#include "base/diagnostics.h"
#include "base/error.h"
#include "base/value.h"

#define GB_LOOSE_DEPTH 32
#define GB_LOOSE_SIZE ((gsize)16 * 1024 * 1024)

/* NULL where there were errors, which are then in @diagnostics.  An empty YAML text is null. */
const GbValue *gb_loose_yaml (GbArena *arena, const char *file, const char *text, gsize length,
                              GbDiagnostics *diagnostics);
const GbValue *gb_loose_json (GbArena *arena, const char *file, const char *text, gsize length,
                              GbDiagnostics *diagnostics);

/* Reads the file at @path by its suffix: .yaml, .yml or .json.  NULL either with @error set (no
 * such file, unknown suffix) or, with GB_ERROR_CONTENT set too, where @diagnostics says why. */
const GbValue *gb_loose_read (GbArena *arena, const char *path, GbDiagnostics *diagnostics,
                              GError **error);
