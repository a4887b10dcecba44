#include "text/rows.h"

#include <stdlib.h>

#include "text/glyph.h"
#include "text/markup.h"

void
gb_rows_init (GbRows *rows, GbLexicon *lexicon)
{
  *rows = (GbRows){
    .lexicon = lexicon,
    .rows = g_array_new (FALSE, TRUE, sizeof (GbSourceRow)),
    .groups = g_array_new (FALSE, TRUE, sizeof (GbRowGroup)),
    .tokens = g_array_new (FALSE, FALSE, sizeof (GbToken)),
    .features = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .folded = g_string_new (NULL),
  };
}

void
gb_rows_clear (GbRows *rows)
{
  g_array_unref (rows->rows);
  g_array_unref (rows->groups);
  g_array_unref (rows->tokens);
  g_array_unref (rows->features);
  g_string_free (rows->folded, TRUE);
}

/* -- likeness -- */

static int
compare_features (const void *left, const void *right)
{
  guint32 a = *(const guint32 *)left;
  guint32 b = *(const guint32 *)right;
  return a < b ? -1 : a > b;
}

static const guint32 *
sorted_features (const GbRows *rows, GbRowMatch *match)
{
  guint32 *features = &g_array_index (rows->features, guint32, match->feature);
  if (!match->sorted)
    qsort (features, match->n_features, sizeof *features, compare_features);
  match->sorted = TRUE;
  return features;
}

static void
add_features (GbRows *rows, const GbToken *tokens, guint n)
{
  guint32 before = 0;
  for (guint i = 0; i <= n; i++) {
    guint32 now = i < n ? tokens[i].id : 1;
    guint32 feature = (before * 2654435761u) ^ (now * 2246822519u);
    feature ^= feature >> 15;
    g_array_append_val (rows->features, feature);
    before = now;
  }
}

guint
gb_rows_likeness (const GbRows *old_rows, GbRowMatch *old_match, const GbRows *new_rows,
                  GbRowMatch *new_match)
{
  if (old_match->id == new_match->id)
    return 1000;
  guint n = old_match->n_features;
  guint m = new_match->n_features;
  /* No more than the shorter can be alike. */
  const guint all = MAX (1, n + m);
  if (MIN (n, m) * 2000 / all < 300)
    return 0;
  const guint32 *a = sorted_features (old_rows, old_match);
  const guint32 *b = sorted_features (new_rows, new_match);
  guint alike = 0;
  for (guint i = 0, j = 0; i < n && j < m;) {
    alike += a[i] == b[j];
    guint32 least = MIN (a[i], b[j]);
    i += a[i] == least;
    j += b[j] == least;
  }
  return (guint)((guint64)alike * 2000 / all);
}

/* -- rows -- */

static guint32
folded_id (GbRows *rows, const char *text)
{
  g_string_truncate (rows->folded, 0);
  gb_fold_append (rows->folded, text);
  return gb_lexicon_id (rows->lexicon, rows->folded->str);
}

static GbSourceRow *
add_row (GbRows *rows, const char *text, gsize length, gboolean indented)
{
  GbSourceRow row = {
    .text = gb_arena_strndup (rows->lexicon->arena, text, length),
    .label = "",
    .anchor = "",
    .token = rows->tokens->len,
    .match.mate = -1,
  };
  g_string_truncate (rows->folded, 0);
  gb_lexicon_read (rows->lexicon, row.text, indented, rows->tokens, rows->folded);
  row.match.id = gb_lexicon_id (rows->lexicon, rows->folded->str);
  row.match.n_tokens = rows->tokens->len - row.token;
  row.match.feature = rows->features->len;
  if (row.match.n_tokens > 0)
    add_features (rows, &g_array_index (rows->tokens, GbToken, row.token), row.match.n_tokens);
  row.match.n_features = rows->features->len - row.match.feature;
  g_array_append_val (rows->rows, row);
  return gb_rows_row (rows, rows->rows->len - 1);
}

/* -- groups -- */

static void
begin_group (GbRows *rows, int kind, guint32 key, guint32 scope)
{
  GbRowGroup group = {
    .match = { .key = key, .mate = -1 },
    .kind = kind,
    .scope = scope,
    .row = rows->rows->len,
  };
  g_array_append_val (rows->groups, group);
}

/* What the groups say as a whole, once their rows are known. */
static void
finish_groups (GbRows *rows)
{
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; i < rows->groups->len; i++) {
    GbRowGroup *group = gb_rows_group (rows, i);
    guint end = i + 1 < rows->groups->len ? gb_rows_group (rows, i + 1)->row : rows->rows->len;
    group->n_rows = end - group->row;
    group->match.feature = rows->features->len;
    g_string_assign (words, "rows");
    for (guint j = group->row; j < end; j++) {
      const GbRowMatch *match = &gb_rows_row (rows, j)->match;
      g_string_append_printf (words, ",%x", match->id);
      group->match.n_tokens += match->n_tokens;
      for (guint k = 0; k < match->n_features; k++) {
        guint32 feature = g_array_index (rows->features, guint32, match->feature + k);
        g_array_append_val (rows->features, feature);
      }
    }
    group->match.id = gb_lexicon_id (rows->lexicon, words->str);
    group->match.n_features = rows->features->len - group->match.feature;
  }
}

/* -- the HTML of a text -- */

typedef struct {
  GbRows *rows;
  const GbText *text;
  GString *words;   /* of the row being read */
  GString *label;   /* its label */
  GString *address; /* of the link being read */
  gsize start;      /* where its first character stands */
  gboolean in_label;
  gboolean labelled; /* the character that sets off the label is next */
  gboolean heading;
  gboolean cells;
  guint n_cells;
  gboolean verbatim;
  guint unit;     /* the next one to be open */
  int open;       /* the innermost one, or -1 */
  guint mention;  /* the next one */
  int group_unit; /* whose rows go to the last group; -2: none yet */
} Reader;

static gboolean
is_item (const GbUnit *unit)
{
  /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): it is one of the text. */
  return unit->kind == GB_UNIT_ITEM || unit->kind == GB_UNIT_SUBITEM;
}

/* Finds the innermost unit around @at; @at never goes back. */
static void
enter_units (Reader *reader, gsize at)
{
  const GbText *text = reader->text;
  while (reader->unit < text->n_units && text->units[reader->unit].start <= at)
    reader->open = (int)reader->unit++;
  while (reader->open >= 0 && text->units[reader->open].end <= at)
    reader->open = text->units[reader->open].parent;
}

/* The label is the first thing of a row, before its first character is. */
static gboolean
is_empty (const Reader *reader)
{
  return reader->words->len == 0 && reader->label->len == 0;
}

static guint32
scope_of (Reader *reader)
{
  const GbText *text = reader->text;
  int unit = reader->open;
  while (unit >= 0 && text->units[unit].kind != GB_UNIT_ANNEX
         && text->units[unit].kind != GB_UNIT_COVER)
    unit = text->units[unit].parent;
  return unit < 0 ? 0 : gb_lexicon_id (reader->rows->lexicon, text->units[unit].anchor);
}

/* The unit whose group the row belongs to. */
static int
owner_of (const Reader *reader)
{
  int unit = reader->open;
  while (unit >= 0 && is_item (&reader->text->units[unit]) && unit != reader->group_unit)
    unit = reader->text->units[unit].parent;
  return unit;
}

static guint
depth_of (const Reader *reader)
{
  guint depth = 0;
  for (int unit = reader->open; unit >= 0; unit = reader->text->units[unit].parent)
    depth += is_item (&reader->text->units[unit]);
  return depth;
}

/* The first cell is what a row of a table is about. */
static guint32
first_cell (Reader *reader)
{
  const char *end = strstr (reader->words->str, " | ");
  if (end == NULL)
    return 0;
  g_autofree char *cell = g_strndup (reader->words->str, (gsize)(end - reader->words->str));
  return folded_id (reader->rows, cell);
}

static void
end_row (Reader *reader)
{
  if (is_empty (reader)) {
    reader->heading = FALSE;
    return;
  }
  GbRows *rows = reader->rows;
  enter_units (reader, reader->start);
  const GbUnit *unit = reader->open < 0 ? NULL : &reader->text->units[reader->open];
  gboolean labelled = reader->label->len > 0;
  gboolean head = reader->heading || (labelled && unit != NULL && !is_item (unit));
  guint32 label_id = folded_id (rows, reader->label->str);
  int owner = head ? reader->open : owner_of (reader);
  if (head) {
    int kind = unit == NULL ? GB_UNIT_HEADING : (int)unit->kind;
    gboolean single = kind == GB_UNIT_TITLE || kind == GB_UNIT_COVER;
    begin_group (rows, kind, single ? 1 : label_id, scope_of (reader));
  } else if (owner != reader->group_unit) {
    begin_group (rows, -1, 1, scope_of (reader));
  }
  reader->group_unit = owner;
  GbSourceRow *row = add_row (rows, reader->words->str, reader->words->len, FALSE);
  row->group = rows->groups->len - 1;
  row->label = labelled ? gb_arena_strdup (rows->lexicon->arena, reader->label->str) : "";
  row->label_id = label_id;
  row->anchor = unit == NULL ? "" : unit->anchor;
  row->role = head            ? GB_ROW_ROLE_HEAD
              : labelled      ? GB_ROW_ROLE_ITEM
              : reader->cells ? GB_ROW_ROLE_CELLS
                              : GB_ROW_ROLE_PARAGRAPH;
  row->match.key = labelled ? label_id : reader->cells ? first_cell (reader) : 0;
  row->named = row->match.key != 0;
  row->level = head || unit == NULL ? 0 : labelled ? depth_of (reader) : 1;
  g_string_truncate (reader->words, 0);
  g_string_truncate (reader->label, 0);
  reader->heading = FALSE;
}

/* The value of @name in the tag, unescaped, into @out. */
static gboolean
read_attribute (const char *tag, const char *end, const char *name, GString *out)
{
  g_string_truncate (out, 0);
  const char *at = g_strstr_len (tag, end - tag, name);
  if (at == NULL)
    return FALSE;
  for (at += strlen (name); at < end && *at != '"';) {
    if (*at == '&')
      g_string_append_c (out, gb_markup_unescape (at, end, &at));
    else
      g_string_append_c (out, *at++);
  }
  return TRUE;
}

static void
append_address (Reader *reader)
{
  if (reader->address->len > 0 && !g_str_has_suffix (reader->words->str, reader->address->str))
    g_string_append_printf (reader->words, "（%s）", reader->address->str);
  g_string_truncate (reader->address, 0);
}

static void
begin_words (Reader *reader, gsize at)
{
  if (is_empty (reader))
    reader->start = at;
}

/* A tag inside the words of a row. @end: its '>'. */
static void
read_inline_tag (Reader *reader, const char *tag, const char *end)
{
  gsize at = (gsize)(tag - reader->text->html);
  if (g_str_has_prefix (tag, "<a class=\"num\"")) {
    begin_words (reader, at);
    reader->in_label = TRUE;
  } else if (g_str_has_prefix (tag, "</a>")) {
    reader->labelled = reader->in_label;
    reader->in_label = FALSE;
    append_address (reader);
  } else if (g_str_has_prefix (tag, "<a ")) {
    read_attribute (tag, end, "href=\"", reader->address);
    /* The links that the parser made. */
    if (g_str_has_prefix (reader->address->str, "#"))
      g_string_truncate (reader->address, 0);
  } else if (g_str_has_prefix (tag, "<br>")) {
    g_string_append_c (reader->words, '\n');
  } else if (g_str_has_prefix (tag, "<img ")) {
    begin_words (reader, at);
    g_autoptr (GString) alt = g_string_new (NULL);
    read_attribute (tag, end, "alt=\"", alt);
    g_string_append (reader->words, alt->str);
    read_attribute (tag, end, "src=\"", reader->address);
    append_address (reader);
  }
}

static void
read_tag (Reader *reader, const char *tag, const char *end)
{
  const char *name = tag + 1;
  gsize length = strcspn (name, " >");
  if (gb_markup_is_inline (name, length) || g_str_has_prefix (tag, "<br>")
      || g_str_has_prefix (tag, "<img ")) {
    read_inline_tag (reader, tag, end);
    return;
  }
  gboolean opens = *name != '/';
  const char *word = opens ? name : name + 1;
  gsize size = length - !opens;
  if (size == 2 && *word == 't' && (word[1] == 'd' || word[1] == 'h')) {
    if (opens && reader->n_cells++ > 0) {
      begin_words (reader, (gsize)(tag - reader->text->html));
      g_string_append (reader->words, " | ");
    }
    return;
  }
  end_row (reader);
  if (size == 2 && *word == 'h' && g_ascii_isdigit (word[1]))
    reader->heading = opens;
  reader->n_cells = 0;
  reader->cells = opens && size == 2 && memcmp (word, "tr", 2) == 0;
  reader->verbatim = opens && size == 3 && memcmp (word, "pre", 3) == 0;
}

static void
read_character (Reader *reader, const char **at, const char *end)
{
  gsize size;
  gunichar c = gb_glyph_read (*at, (gsize)(end - *at), &size);
  size = MAX (size, 1);
  if (c == '\n' && reader->verbatim) {
    end_row (reader);
    *at += size;
    return;
  }
  gboolean sets_off = reader->labelled && (c == 0x3000 || c == ' ');
  reader->labelled = FALSE;
  if (sets_off || (c == '\n' && is_empty (reader))) {
    *at += size;
    return;
  }
  begin_words (reader, (gsize)(*at - reader->text->html));
  GString *out = reader->in_label ? reader->label : reader->words;
  if (c == '&') {
    g_string_append_c (out, gb_markup_unescape (*at, end, at));
    return;
  }
  g_string_append_len (out, *at, (gssize)size);
  *at += size;
}

/* A link to another document is not in the HTML yet. */
static void
end_mention (Reader *reader, gsize at)
{
  const GbText *text = reader->text;
  for (; reader->mention < text->n_mentions && text->mentions[reader->mention].end <= at;
       reader->mention++) {
    const GbMention *mention = &text->mentions[reader->mention];
    if (mention->kind != GB_MENTION_LINK || is_empty (reader))
      continue;
    g_string_assign (reader->address, mention->text);
    append_address (reader);
  }
}

void
gb_rows_read_text (GbRows *rows, const GbText *text)
{
  if (text == NULL)
    return;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) label = g_string_new (NULL);
  g_autoptr (GString) address = g_string_new (NULL);
  Reader reader = {
    .rows = rows,
    .text = text,
    .words = words,
    .label = label,
    .address = address,
    .open = -1,
    .group_unit = -2,
  };
  const char *end = text->html + text->html_length;
  for (const char *at = text->html; at < end;) {
    end_mention (&reader, (gsize)(at - text->html));
    if (*at != '<') {
      read_character (&reader, &at, end);
      continue;
    }
    const char *close = memchr (at, '>', (gsize)(end - at));
    close = close == NULL ? end - 1 : close;
    read_tag (&reader, at, close);
    at = close + 1;
  }
  end_row (&reader);
  finish_groups (rows);
}

/* -- lines -- */

/* validity: 3 → validity, with its indentation. */
static guint32
key_of_line (GbRows *rows, const char *line, gsize length)
{
  const char *colon = memchr (line, ':', length);
  if (colon == NULL)
    return 0;
  g_autofree char *key = g_strndup (line, (gsize)(colon - line));
  return gb_lexicon_id (rows->lexicon, key);
}

void
gb_rows_read_lines (GbRows *rows, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  begin_group (rows, -1, 1, 0);
  while (*text != '\0') {
    gsize length = strcspn (text, "\n");
    guint32 key = key_of_line (rows, text, length);
    GbSourceRow *row = add_row (rows, text, length, TRUE);
    row->role = GB_ROW_ROLE_LINE;
    row->match.key = key;
    row->named = key != 0 && g_ascii_isalpha (*text);
    text += length + (text[length] == '\n');
  }
  finish_groups (rows);
}
