/* The words of the interface: one tree of texts per language, read from templates/strings/.
 *
 * Everything the site says that is not content comes from here, so that the C code holds no
 * Chinese and a second language is a second file.  A word is named by its path ("force.in-force");
 * patterns hold {places} that are filled by name.  A word of a vocabulary that is missing is an
 * error (gb_words_check); any other shows as its own path: visible, never fatal.  Trees are
 * read-only once made and shared by all threads; texts that have to be made live in the caller's
 * arena.
 */
#pragma once

#include "base/value.h"
#include "corpus/policy_case.h"

/* A tree of words from the YAML text of @file; what is wrong goes to @diagnostics.  Never NULL.
 * @text must outlive nothing: everything is copied into @arena. */
const GbValue *gb_words_parse (GbArena *arena, const char *file, const char *text, gsize length,
                               GbDiagnostics *diagnostics);
/* Reports each word of a vocabulary that has no word in @words, which came from @file. */
void gb_words_check (const GbValue *words, const char *file, GbDiagnostics *diagnostics);
/* Never NULL; @path itself where there is no such word. */
const char *gb_words_get (const GbValue *words, const char *path);
/* The word @name of the group @group: gb_words_in (words, "force", "in-force"). */
const char *gb_words_in (const GbValue *words, const char *group, const char *name);
/* The pattern @path with {name} replaced, for pairs name, text … up to NULL, and {name:day|days} by
 * "day" where that text is "1", else by "days".  A text may be NULL, which leaves nothing; a {name}
 * that is not given stays as it is. */
const char *gb_words_fill (const GbValue *words, GbArena *arena, const char *path,
                           ...) G_GNUC_NULL_TERMINATED;
/* The pattern @path with @n in the place {n}. */
const char *gb_words_count (const GbValue *words, GbArena *arena, const char *path, guint n);
/* Dates as people read them: 2026年2月27日, 2026年2月, 2021年; NULL where there is none. */
const char *gb_words_date (const GbValue *words, GbArena *arena, GbDate date);
const char *gb_words_month (const GbValue *words, GbArena *arena, int year, int month);
/* 3月31日, of every year. */
const char *gb_words_month_day (const GbValue *words, GbArena *arena, int month, int day);
const char *gb_words_when (const GbValue *words, GbArena *arena, GbWhen when);
/* How a date came about, as sentences; what the clause is follows where @clause is given, and
 * names its policy where @own is another one.  Never NULL. */
const char *gb_words_derivation (const GbValue *words, GbArena *arena,
                                 const GbDerivation *derivation, const GbClause *clause,
                                 const GbPolicyCase *own);
