#include "text/draft.h"

#include <stdio.h>

#include "text/glyph.h"
#include "text/mask.h"

void
gb_draft_init (GbDraft *draft, GbArena *arena, const char *file, const GbBody *body,
               GbDiagnostics *diagnostics)
{
  *draft = (GbDraft){
    .arena = arena,
    .file = file,
    .body = body,
    .diagnostics = diagnostics,
    .html = g_string_sized_new (body->length + body->length / 2 + 256),
    .strings = g_string_sized_new (1024),
    .units = g_array_sized_new (FALSE, FALSE, sizeof (GbDraftUnit), 64),
    .mentions = g_array_sized_new (FALSE, FALSE, sizeof (GbDraftMention), 16),
    .references = g_array_sized_new (FALSE, FALSE, sizeof (GbDraftReference), 16),
    .word = g_string_sized_new (64),
    .depth = 1,
    .scope = -1,
    .article = -1,
    .article_before = -1,
    .article_last = -1,
  };
  draft->stack[0] = (GbDraftFrame){ .unit = -1, .rank = -1 };
  /* Offset 0 is "no text". */
  g_string_append_c (draft->strings, '\0');
}

void
gb_draft_done (GbDraft *draft)
{
  g_string_free (draft->html, TRUE);
  g_string_free (draft->strings, TRUE);
  g_array_unref (draft->units);
  g_array_unref (draft->mentions);
  g_array_unref (draft->references);
  g_string_free (draft->word, TRUE);
  g_free (draft->table);
  g_free (draft->lines);
}

void
gb_draft_put_number (GString *out, int number)
{
  char text[16];
  char *at = text + sizeof text;
  for (int rest = number; rest > 0 || at == text + sizeof text; rest /= 10)
    *--at = (char)('0' + rest % 10);
  gb_draft_put (out, at, (gsize)(text + sizeof text - at));
}

/* -- places -- */

static void
index_lines (GbDraft *draft)
{
  const char *text = draft->body->text;
  const char *end = text + draft->body->length;
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *at = text;
  for (;;) {
    guint offset = (guint)(at - text);
    g_array_append_val (lines, offset);
    const char *newline = memchr (at, '\n', (gsize)(end - at));
    if (newline == NULL)
      break;
    at = newline + 1;
  }
  draft->n_lines = lines->len;
  draft->lines = (guint *)(gpointer)g_array_free (lines, FALSE);
}

const char *
gb_draft_line (GbDraft *draft, guint line, gsize *ret_length)
{
  if (draft->lines == NULL)
    index_lines (draft);
  *ret_length = 0;
  if (line < 1 || line > draft->n_lines)
    return "";
  gsize start = draft->lines[line - 1];
  gsize end = line < draft->n_lines ? draft->lines[line] - 1 : draft->body->length;
  if (end > start && draft->body->text[end - 1] == '\r')
    end--;
  *ret_length = end - start;
  return draft->body->text + start;
}

GbPlace
gb_draft_place (GbDraft *draft, guint line, const char *words, gsize length)
{
  GbPlace place = { draft->file, line, 0 };
  if (words == NULL || length == 0 || line < draft->body->first_line)
    return place;
  gsize left;
  const char *start = gb_draft_line (draft, line - draft->body->first_line + 1, &left);
  const char *found = memmem (start, left, words, length);
  if (found == NULL)
    return place;
  place.column = 1;
  for (const char *at = start; at < found; at++)
    if (((guchar)*at & 0xc0) != 0x80)
      place.column++;
  return place;
}

GbPlace
gb_draft_place_in (GbDraft *draft, GbPlace cell, const char *words, gsize length)
{
  GbPlace found = gb_draft_place (draft, cell.line, words, MIN (length, strcspn (words, "\n")));
  return found.column > 0 ? found : cell;
}

void
gb_draft_go_on (GbPlace *place, const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at++) {
    if (*at == '\n') {
      place->line++;
      place->column = 1;
    } else if (((guchar)*at & 0xc0) != 0x80) {
      place->column++;
    }
  }
}

void
gb_draft_set_table (GbDraft *draft, guint first, guint last)
{
  gsize length;
  if (draft->roles == NULL)
    return;
  const char *start = gb_draft_line (draft, first, &length);
  const char *end = gb_draft_line (draft, last, &length);
  end += length;
  memset (draft->roles + (start - draft->body->text), GB_ROLE_MARKUP, (gsize)(end - start));
}

/* -- strings -- */

gsize
gb_draft_string (GbDraft *draft, const char *text, gsize length)
{
  if (length == 0)
    return 0;
  gsize offset = draft->strings->len;
  gb_draft_put (draft->strings, text, length);
  gb_draft_put (draft->strings, "", 1);
  return offset;
}

gsize
gb_draft_title (GbDraft *draft, const char *text, gsize length)
{
  if (text == NULL)
    return 0;
  GString *strings = draft->strings;
  gsize offset = strings->len;
  guint n = 0;   /* characters */
  guint han = 0; /* of them Han */
  gsize gap = 0;
  for (gsize at = 0; at < length;) {
    gsize spaces = gb_glyph_spaces (text + at, length - at);
    if (spaces > 0) {
      at += spaces;
      if (at < length && n > 0) {
        gap = strings->len;
        g_string_append_c (strings, ' ');
      }
      continue;
    }
    gsize size;
    gunichar c = gb_glyph_read (text + at, length - at, &size);
    if (size == 0)
      break;
    n++;
    han += gb_glyph_is_han (c);
    gb_draft_put (strings, text + at, size);
    at += size;
  }
  /* 总　则 is spaced for its looks only. */
  if (n == 2 && han == 2 && gap > 0)
    g_string_erase (strings, (gssize)gap, 1);
  if (strings->len == offset)
    return 0;
  g_string_append_c (strings, '\0');
  return offset;
}

/* -- the end -- */

/* A reference whose target was found, and the bytes that links up to its end add. */
typedef struct {
  gsize start;
  gsize end;
  const char *anchor;
  gsize added;
} Link;

#define LINK_OPEN "<a class=\"ref\" href=\"#"
#define LINK_MIDDLE "\">"
#define LINK_CLOSE "</a>"
#define LINK_BYTES (sizeof (LINK_OPEN LINK_MIDDLE LINK_CLOSE) - 1)

static void
append_ordinal (GString *word, const char *name, int number, int suffix)
{
  gb_draft_put_text (word, name);
  gb_draft_put_number (word, number);
  if (suffix > 0) {
    gb_draft_put_literal (word, "zhi");
    gb_draft_put_number (word, suffix);
  }
}

/* The unit meant, or -1; the nearest that exists, with *ret_exact FALSE, where only its article
 * does.  @scope: looked into before the main text; -1: none. */
static int
resolve_in (GbDraft *draft, const GbDraftTarget *target, int scope, gboolean *ret_exact)
{
  GString *word = draft->word;
  g_string_truncate (word, 0);
  *ret_exact = TRUE;
  if (target->kind == GB_LABEL_ANNEX) {
    append_ordinal (word, "annex-", target->number, target->suffix);
    return gb_draft_find (draft, word->str);
  }
  if (scope >= 0) {
    g_string_append (word, gb_draft_anchor (draft, scope));
    g_string_append_c (word, '-');
  }
  if (target->kind == GB_LABEL_PART) {
    append_ordinal (word, "part-", target->number, target->suffix);
    return gb_draft_find (draft, word->str);
  }
  if (target->kind == GB_LABEL_CHAPTER) {
    append_ordinal (word, "ch-", target->number, target->suffix);
    int chapter = gb_draft_find (draft, word->str);
    if (target->division == 0 || chapter < 0)
      return chapter;
    append_ordinal (word, "-", target->division, 0);
    int division = gb_draft_find (draft, word->str);
    *ret_exact = division >= 0;
    return division >= 0 ? division : chapter;
  }
  append_ordinal (word, "art-", target->number, target->suffix);
  int article = gb_draft_find (draft, word->str);
  if (article < 0 || target->item == 0)
    return article;
  gsize length = word->len;
  int item = -1;
  if (target->kuan > 0) {
    g_string_append_printf (word, "-kuan%d-%d", target->kuan, target->item);
    item = gb_draft_find (draft, word->str);
  }
  if (item < 0) {
    g_string_truncate (word, length);
    append_ordinal (word, "-", target->item, 0);
    item = gb_draft_find (draft, word->str);
  }
  if (item < 0) {
    /* Items that run on inside a paragraph have no place of their own. */
    g_string_truncate (word, length);
    g_string_append (word, "-1");
    *ret_exact = gb_draft_find (draft, word->str) < 0;
    return article;
  }
  if (target->point == 0)
    return item;
  append_ordinal (word, "-", target->point, 0);
  int point = gb_draft_find (draft, word->str);
  return point >= 0 ? point : item;
}

static void
warn_broken (GbDraft *draft, const GbDraftReference *reference, gboolean article_exists)
{
  g_autofree char *raw
    = g_strndup (draft->html->str + reference->start, reference->end - reference->start);
  gb_diagnostics_warning (
    draft->diagnostics, gb_draft_place (draft, reference->line, raw, strlen (raw)),
    "broken-reference",
    article_exists ? "'%s' names an item that this article does not have"
                   : "'%s' is not in this text; correct the number, or name the other "
                     "document in 《》 before it",
    raw);
}

/* The anchor that @reference leads to, or NULL. */
static const char *
resolve (GbDraft *draft, const GbDraftReference *reference)
{
  if (reference->fragment > 0) {
    const char *anchor = draft->strings->str + reference->fragment;
    if (gb_draft_find (draft, anchor) >= 0)
      return anchor;
    /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): str is no NULL. */
    GbPlace place = gb_draft_place (draft, reference->line, anchor, strlen (anchor));
    gb_diagnostics_warning (draft->diagnostics, place, "broken-reference", "this text has no '#%s'",
                            anchor);
    return NULL;
  }
  gboolean exact = TRUE;
  int unit = -1;
  if (reference->scope >= 0)
    unit = resolve_in (draft, &reference->target, reference->scope, &exact);
  if (unit < 0)
    unit = resolve_in (draft, &reference->target, -1, &exact);
  if ((unit < 0 || !exact) && !reference->lenient) {
    /* An interpretation or a decision speaks of the articles of another text throughout; annexes
     * may be files of their own. */
    gboolean has_such
      = reference->target.kind == GB_LABEL_ANNEX ? draft->n_annexes > 0 : draft->n_articles > 0;
    if (has_such)
      warn_broken (draft, reference, unit >= 0);
  }
  return unit < 0 ? NULL : gb_draft_anchor (draft, unit);
}

/* Where offset @at of the draft's HTML is in the finished one: a link lies wholly before or after
 * what is asked for, or inside it. */
static gsize
moved (const GArray *links, gsize at)
{
  guint low = 0;
  guint high = links->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index (links, Link, middle).end <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low == 0 ? at : at + g_array_index (links, Link, low - 1).added;
}

static char *
splice (GbDraft *draft, const GArray *links, gsize *ret_length)
{
  const GString *html = draft->html;
  gsize length = html->len;
  if (links->len > 0)
    length += g_array_index (links, Link, links->len - 1).added;
  char *out = gb_arena_alloc (draft->arena, length + 1);
  char *to = out;
  gsize from = 0;
  for (guint i = 0; i < links->len; i++) {
    const Link *link = &g_array_index (links, Link, i);
    to = mempcpy (to, html->str + from, link->start - from);
    to = mempcpy (to, LINK_OPEN, sizeof LINK_OPEN - 1);
    to = mempcpy (to, link->anchor, strlen (link->anchor));
    to = mempcpy (to, LINK_MIDDLE, sizeof LINK_MIDDLE - 1);
    to = mempcpy (to, html->str + link->start, link->end - link->start);
    to = mempcpy (to, LINK_CLOSE, sizeof LINK_CLOSE - 1);
    from = link->end;
  }
  memcpy (to, html->str + from, html->len - from);
  *ret_length = length;
  return out;
}

GbText *
gb_draft_finish (GbDraft *draft)
{
  g_autoptr (GArray) links
    = g_array_sized_new (FALSE, FALSE, sizeof (Link), draft->references->len);
  gsize added = 0;
  for (guint i = 0; i < draft->references->len; i++) {
    const GbDraftReference *reference = &g_array_index (draft->references, GbDraftReference, i);
    const char *anchor = resolve (draft, reference);
    if (anchor == NULL)
      continue;
    added += LINK_BYTES + strlen (anchor);
    Link link = { reference->start, reference->end, anchor, added };
    g_array_append_val (links, link);
  }

  GbText *text = gb_arena_new0 (draft->arena, GbText);
  text->html = splice (draft, links, &text->html_length);
  char *strings = gb_arena_alloc (draft->arena, draft->strings->len);
  memcpy (strings, draft->strings->str, draft->strings->len);
  GbUnit *units = gb_arena_newv (draft->arena, GbUnit, draft->units->len);
  for (guint i = 0; i < draft->units->len; i++) {
    const GbDraftUnit *made = gb_draft_unit (draft, (int)i);
    units[i] = made->unit;
    units[i].anchor = strings + made->anchor;
    units[i].label = strings + made->label;
    units[i].title = made->title == 0 ? NULL : strings + made->title;
    units[i].start = moved (links, made->unit.start);
    units[i].end = moved (links, made->unit.end);
  }
  GbMention *mentions = gb_arena_newv (draft->arena, GbMention, draft->mentions->len);
  for (guint i = 0; i < draft->mentions->len; i++) {
    const GbDraftMention *made = &g_array_index (draft->mentions, GbDraftMention, i);
    mentions[i] = made->mention;
    mentions[i].text = strings + made->text;
    mentions[i].anchor = made->anchor == 0 ? NULL : strings + made->anchor;
    mentions[i].start = moved (links, made->mention.start);
    mentions[i].end = moved (links, made->mention.end);
  }
  text->units = units;
  text->n_units = draft->units->len;
  text->mentions = mentions;
  text->n_mentions = draft->mentions->len;
  text->n_articles = draft->n_articles;
  return text;
}
