/* What the tests of texts share: a parsed text, and its units, mentions and diagnostics as lines.
 */
#pragma once

#include "text/text.h"

#include <string.h>

typedef struct {
  GbArena *arena;
  GbDiagnostics *diagnostics;
  char *source;
  GbText *text;
} Parsed;

static inline void
parsed_free (Parsed *parsed)
{
  gb_arena_free (parsed->arena);
  gb_diagnostics_free (parsed->diagnostics);
  g_free (parsed->source);
  g_free (parsed);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parsed, parsed_free)

/* The body begins on line 1 of "a.md". @page: it is CommonMark, as in content/pages. */
static inline Parsed *
parse_as (const char *markdown, gboolean page)
{
  Parsed *parsed = g_new0 (Parsed, 1);
  parsed->arena = gb_arena_new ();
  parsed->diagnostics = gb_diagnostics_new ();
  parsed->source = g_strdup (markdown);
  GbBody body = { parsed->source, strlen (markdown), 1, page };
  parsed->text = gb_text_parse (parsed->arena, "a.md", &body, parsed->diagnostics);
  gb_diagnostics_sort (parsed->diagnostics);
  return parsed;
}

static inline Parsed *
parse (const char *markdown)
{
  return parse_as (markdown, FALSE);
}

/* "line:column code" of each, an error with "!", joined by newlines. */
static inline char *
problems (const Parsed *parsed)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < gb_diagnostics_count (parsed->diagnostics); i++) {
    const GbDiagnostic *d = gb_diagnostics_get (parsed->diagnostics, i);
    g_assert_cmpstr (d->place.file, ==, "a.md");
    g_string_append_printf (out, "%s%u:%u %s%s", i > 0 ? "\n" : "", d->place.line, d->place.column,
                            d->severity == GB_SEVERITY_ERROR ? "!" : "", d->code);
  }
  return g_string_free (out, FALSE);
}

/* One unit a line, indented by its level: anchor, label, title. */
static inline char *
outline (const Parsed *parsed)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < parsed->text->n_units; i++) {
    const GbUnit *unit = &parsed->text->units[i];
    g_string_append_printf (out, "%*s%s|%s|%s\n", (int)(2 * (unit->level - 1)), "", unit->anchor,
                            unit->label, unit->title == NULL ? "" : unit->title);
  }
  return g_string_free (out, FALSE);
}

/* One mention a line: its words in the HTML, kind, text, anchor, the unit it stands in. */
static inline char *
mentions (const Parsed *parsed)
{
  static const char *const kinds[] = { "title", "number", "link" };
  const GbText *text = parsed->text;
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < text->n_mentions; i++) {
    const GbMention *mention = &text->mentions[i];
    g_string_append_printf (out, "%.*s|%s|%s|%s|%s\n", (int)(mention->end - mention->start),
                            text->html + mention->start, kinds[mention->kind], mention->text,
                            mention->anchor == NULL ? "" : mention->anchor,
                            mention->unit < 0 ? "" : text->units[mention->unit].anchor);
  }
  return g_string_free (out, FALSE);
}

/* The links into the own text, one a line: words → anchor. */
static inline char *
references (const Parsed *parsed)
{
  static const char open[] = "<a class=\"ref\" href=\"#";
  GString *out = g_string_new (NULL);
  for (const char *at = parsed->text->html; (at = strstr (at, open)) != NULL;) {
    at += strlen (open);
    const char *words = strchr (at, '>') + 1;
    const char *end = strstr (words, "</a>");
    g_string_append_printf (out, "%.*s→%.*s\n", (int)(end - words), words, (int)(words - 2 - at),
                            at);
    at = end;
  }
  return g_string_free (out, FALSE);
}

#define assert_lines(got, expected)                                                                \
  do {                                                                                             \
    g_autofree char *got_ = (got);                                                                 \
    g_assert_cmpstr (got_, ==, (expected));                                                        \
  } while (0)
