#include "text/statement.h"

#include "law/number.h"
#include "text/glyph.h"
#include "text/subject.h"

#include <string.h>

#define LINE_LENGTH 160 /* bytes of a line that is nothing but a number or a day */

typedef struct {
  GbArena *arena;
  const GbText *text;
  const GbBody *body;
  GArray *statements; /* GbStatement */
  /* The paragraph that is looked at. */
  GString *words;   /* normalised */
  GArray *lines;    /* gsize: where each of its lines begins in words */
  guint line;       /* of the first */
  const char *from; /* in the source */
  const char *to;
} Reader;

/* The innermost unit on @line; NULL before the first. */
static const GbUnit *
unit_on (const GbText *text, guint line)
{
  guint low = 0, high = text->n_units;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (text->units[middle].line <= line)
      low = middle + 1;
    else
      high = middle;
  }
  return low == 0 ? NULL : &text->units[low - 1];
}

static const GbUnit *
parent_of (const GbText *text, const GbUnit *unit)
{
  return unit == NULL || unit->parent < 0 ? NULL : &text->units[unit->parent];
}

static gboolean
is_within (const GbText *text, const GbUnit *unit, const GbUnit *wanted)
{
  while (unit != NULL && unit != wanted)
    unit = parent_of (text, unit);
  return unit != NULL;
}

static gboolean
is_under (const GbText *text, const GbUnit *unit, GbUnitKind kind)
{
  while (unit != NULL && unit->kind != kind)
    unit = parent_of (text, unit);
  return unit != NULL;
}

gboolean
gb_statement_is_in (const GbStatement *statement, const GbText *text, const GbUnit *unit)
{
  if (is_within (text, statement->unit, unit))
    return TRUE;
  while (unit != NULL && unit->kind != GB_UNIT_ARTICLE && unit->kind != GB_UNIT_SECTION)
    unit = parent_of (text, unit);
  return unit != NULL && is_within (text, statement->unit, unit);
}

static GbStatement *
add (Reader *reader, GbStatementKind kind, guint line, const char *words, gsize length)
{
  GbStatement statement = { .kind = kind,
                            .words = gb_arena_strndup (reader->arena, words, length),
                            .unit = unit_on (reader->text, line),
                            .line = line };
  g_array_append_val (reader->statements, statement);
  return &g_array_index (reader->statements, GbStatement, reader->statements->len - 1);
}

/* ---- sentences ---- */

static const char *
find_mark (const char *at, const char *to)
{
  while (at + GB_GLYPH_BYTES <= to) {
    if (gb_glyph_is_any (at, "“”"))
      return at;
    at = memchr (at + 1, 0xe2, (gsize)(to - at - 1));
    if (at == NULL)
      break;
  }
  return NULL;
}

static const char *
find_mark_before (const char *at, const char *floor)
{
  for (at -= GB_GLYPH_BYTES; at >= floor; at--)
    if ((guchar)*at == 0xe2 && gb_glyph_is_any (at, "“”"))
      return at;
  return NULL;
}

/* Whether @at, in the words of the paragraph, is quoted: between “ and ”, which may stand in other
 * paragraphs, or in a paragraph that begins with “ as each of a quotation does. */
static gboolean
is_quoted (const Reader *reader, const char *at)
{
  const GbBody *body = reader->body;
  const char *before = find_mark_before (at, reader->words->str);
  if (before == NULL)
    before = find_mark_before (reader->from, body->text);
  if (before == NULL || !g_str_has_prefix (before, "“"))
    return FALSE;
  const char *behind = find_mark (at, reader->words->str + reader->words->len);
  if (behind == NULL)
    behind = find_mark (reader->to, body->text + body->length);
  return (behind != NULL && g_str_has_prefix (behind, "”"))
         || g_str_has_prefix (reader->words->str, "“");
}

static guint
line_of (const Reader *reader, const char *at)
{
  guint line = reader->line;
  for (guint i = 1; i < reader->lines->len; i++)
    line += g_array_index (reader->lines, gsize, i) <= (gsize)(at - reader->words->str);
  return line;
}

/* 《X》（示产规〔2022〕2号）、《Y》同时废止 from @at on, where the list ends with @end. */
static void
read_repealed (Reader *reader, const char *at, const char *end)
{
  gboolean any = FALSE;
  for (const char *mark; at < end && (mark = strstr (at, "《")) != NULL && mark < end;) {
    const char *title = mark + GB_GLYPH_BYTES;
    const char *close = gb_subject_title_end (mark, end);
    if (close == NULL)
      return;
    any = TRUE;
    at = close + GB_GLYPH_BYTES;
    const char *number = NULL;
    gsize length = 0;
    if (g_str_has_prefix (at, "（") || *at == '(') {
      number = at + (*at == '(' ? 1 : GB_GLYPH_BYTES);
      const char *bracket = strpbrk (number, ")\n");
      const char *wide = strstr (number, "）");
      if (wide != NULL && (bracket == NULL || wide < bracket))
        bracket = wide;
      if (bracket == NULL || bracket > end)
        return;
      length = (gsize)(bracket - number);
      at = bracket + (*bracket == ')' ? 1 : GB_GLYPH_BYTES);
    }
    /* Only a part of it, or something about it: nothing is said of the whole. */
    static const char followed[] = "第中的规有附等";
    if (gb_glyph_is_any (at, followed))
      continue;
    GbStatement *found
      = add (reader, GB_STATEMENT_REPEAL, line_of (reader, mark), title, (gsize)(close - title));
    found->number = number == NULL ? NULL : gb_arena_strndup (reader->arena, number, length);
  }
  const char *year = any ? NULL : strstr (at, "〔");
  const char *close = year == NULL ? NULL : strstr (year, "号");
  if (close == NULL || close > end)
    return;
  const char *start = gb_subject_clause_start (reader->words->str, year);
  if (g_str_has_prefix (start, "原"))
    start += GB_GLYPH_BYTES;
  add (reader, GB_STATEMENT_REPEAL, line_of (reader, start), start,
       (gsize)(close + GB_GLYPH_BYTES - start));
}

static void
read_sentences (Reader *reader)
{
  const char *words = reader->words->str;
  const char *effect_end = NULL; /* of the last effect of its own */
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at)) {
    GbPhrase phrase = gb_phrase_effect (at);
    if (phrase.length > 0) {
      if (!gb_subject_has_effect (words, at) || is_quoted (reader, at))
        continue;
      GbStatement *found
        = add (reader, GB_STATEMENT_EFFECT, line_of (reader, at), at, phrase.length);
      found->phrase = phrase;
      effect_end = at + phrase.length;
      continue;
    }
    phrase = gb_phrase_validity (at);
    if (phrase.length > 0) {
      if (is_quoted (reader, at))
        continue;
      gboolean own = gb_subject_has_term (words, at, phrase.length, effect_end);
      if (!own && phrase.kind != GB_PHRASE_MONTHS)
        continue;
      const char *start = own ? at : gb_subject_clause_start (words, at);
      GbStatement *found = add (reader, own ? GB_STATEMENT_VALIDITY : GB_STATEMENT_TERM,
                                line_of (reader, at), start, (gsize)(at - start) + phrase.length);
      found->phrase = phrase;
      continue;
    }
    if (g_str_has_prefix (at, "同时废止") && effect_end != NULL && !is_quoted (reader, at))
      read_repealed (reader, gb_subject_sentence_start (words, at), at);
  }
}

/* ---- lines of the cover and of the sign block ---- */

/* Removes what is markup from a line of the source: #, ** and the gaps around. */
static char *
bare_line (const char *from, const char *to)
{
  while (from < to && (*from == '#' || *from == ' '))
    from++;
  GString *out = g_string_sized_new ((gsize)(to - from));
  for (; from < to; from++)
    if (from + 1 < to && from[0] == '*' && from[1] == '*')
      from++;
    else
      g_string_append_c (out, *from);
  return g_string_free (out, FALSE);
}

static void
add_day (Reader *reader, GbStatementKind kind, guint line, const char *words, GbWhen when)
{
  GbStatement *found = add (reader, kind, line, words, strlen (words));
  found->phrase = (GbPhrase){ .kind = GB_PHRASE_DAY, .when = when };
}

static void
read_line (Reader *reader, const char *from, const char *to, guint line, gboolean before_articles)
{
  if (to - from > LINE_LENGTH || to == from)
    return;
  g_autofree char *bare = bare_line (from, to);
  g_autofree char *normal = gb_phrase_normalise (bare);
  char *words = g_strstrip (normal);
  gsize length = strlen (words);
  GbNumber number;
  if (before_articles && gb_number_parse (words, &number)) {
    add (reader, GB_STATEMENT_NUMBER, line, words, length);
    return;
  }
  static const char *const published[] = { "发布日期", "公布日期", "发布时间" };
  GbWhen when;
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    if (g_str_has_prefix (words, published[i])) {
      const char *day = words + strlen (published[i]);
      day += g_str_has_prefix (day, "：") ? GB_GLYPH_BYTES : *day == ':';
      gsize size = gb_phrase_day (day, 0, &when);
      if (size > 0 && day[size] == '\0' && when.first == when.last)
        add_day (reader, GB_STATEMENT_PUBLISHED, line, words, when);
      return;
    }
  gboolean issued = length > 6 && g_str_has_suffix (words, "日印发");
  if (!issued && !g_str_has_suffix (words, "日"))
    return;
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at)) {
    gsize size = gb_phrase_day (at, 0, &when);
    if (size == 0)
      continue;
    const char *rest = at + size;
    if (issued ? strcmp (rest, "印发") == 0 : *rest == '\0' && at == words)
      add_day (reader, issued ? GB_STATEMENT_ISSUED : GB_STATEMENT_SIGNED, line, words, when);
    return;
  }
}

/* ---- the source, by paragraphs ---- */

static gboolean
holds (const char *from, const char *to, const char *word)
{
  return memmem (from, (gsize)(to - from), word, strlen (word)) != NULL;
}

static void
read_paragraph (Reader *reader, const char *from, const char *to, guint line)
{
  static const char *const words[] = { "施行", "有效", "日起", "试行", "废止" };
  gboolean any = FALSE;
  for (guint i = 0; !any && i < G_N_ELEMENTS (words); i++)
    any = holds (from, to, words[i]);
  if (!any || is_under (reader->text, unit_on (reader->text, line), GB_UNIT_ANNEX))
    return;
  g_string_truncate (reader->words, 0);
  g_array_set_size (reader->lines, 0);
  reader->from = from;
  reader->to = to;
  reader->line = line;
  while (from < to) {
    const char *end = memchr (from, '\n', (gsize)(to - from));
    if (end == NULL)
      end = to;
    g_autofree char *bare = bare_line (from, end);
    g_autofree char *normal = gb_phrase_normalise (bare);
    g_array_append_val (reader->lines, reader->words->len);
    g_string_append (reader->words, g_strstrip (normal));
    from = MIN (end + 1, to);
  }
  read_sentences (reader);
}

static void
read_titles (Reader *reader)
{
  const GbText *text = reader->text;
  for (guint i = 0; i < text->n_units && text->units[i].kind != GB_UNIT_ARTICLE
                    && text->units[i].kind != GB_UNIT_ANNEX;
       i++) {
    const GbUnit *unit = &text->units[i];
    if (unit->title != NULL
        && (unit->kind == GB_UNIT_TITLE || unit->kind == GB_UNIT_COVER
            || (unit->kind == GB_UNIT_HEADING && unit->level == 1 && i == 0)))
      add (reader, GB_STATEMENT_TITLE, unit->line, unit->title, strlen (unit->title));
  }
}

const GbStatement *
gb_statement_read (GbArena *arena, const GbBody *body, const GbText *text, guint *ret_n)
{
  *ret_n = 0;
  if (body->text == NULL || text == NULL)
    return NULL;
  g_autoptr (GArray) statements = g_array_new (FALSE, TRUE, sizeof (GbStatement));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GString) words = g_string_new (NULL);
  Reader reader = { .arena = arena,
                    .text = text,
                    .body = body,
                    .statements = statements,
                    .words = words,
                    .lines = lines };
  const char *end = body->text + body->length;
  const char *paragraph = NULL;
  guint line = body->first_line, first = 0;
  gboolean fenced = FALSE, articles = FALSE, annex = FALSE;
  read_titles (&reader);
  for (const char *at = body->text; at < end; line++) {
    const char *stop = memchr (at, '\n', (gsize)(end - at));
    if (stop == NULL)
      stop = end;
    gboolean fence = g_str_has_prefix (at, "```");
    gboolean blank = gb_glyph_spaces (at, (gsize)(stop - at)) == (gsize)(stop - at);
    gboolean apart = fence || fenced || blank || *at == '|';
    if (paragraph != NULL && (apart || *at == '#')) {
      read_paragraph (&reader, paragraph, at, first);
      paragraph = NULL;
    }
    fenced = fenced != fence;
    if (!apart) {
      if (paragraph == NULL) {
        paragraph = at;
        first = line;
        const GbUnit *unit = unit_on (text, line);
        annex = is_under (text, unit, GB_UNIT_ANNEX);
        articles = articles || is_under (text, unit, GB_UNIT_ARTICLE)
                   || is_under (text, unit, GB_UNIT_SECTION);
      }
      if (!annex)
        read_line (&reader, at, stop, line, !articles);
    }
    at = MIN (stop + 1, end);
  }
  if (paragraph != NULL)
    read_paragraph (&reader, paragraph, end, first);
  return gb_arena_seal (arena, statements, ret_n);
}

gboolean
gb_statement_holds_day (const char *words, GbDate day)
{
  g_autofree char *normal = gb_phrase_normalise (words);
  return gb_phrase_holds_day (normal, day);
}
