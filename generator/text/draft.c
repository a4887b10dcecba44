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
    .pictures = g_array_new (FALSE, FALSE, sizeof (GbDraftPicture)),
    .word = g_string_sized_new (64),
    .depth = 1,
    .scope = -1,
    .text = -1,
    .annex = -1,
    .contents = -1,
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
  g_array_unref (draft->pictures);
  g_clear_pointer (&draft->names, g_array_unref);
  g_string_free (draft->word, TRUE);
  g_free (draft->table);
  g_free (draft->lines);
}

void
gb_draft_put_number (GString *out, int number, int suffix)
{
  char text[16];
  char *at = text + sizeof text;
  for (int rest = number; rest > 0 || at == text + sizeof text; rest /= 10)
    *--at = (char)('0' + rest % 10);
  gb_append (out, at, (gsize)(text + sizeof text - at));
  if (suffix > 0) {
    gb_append_literal (out, "zhi");
    gb_draft_put_number (out, suffix, 0);
  }
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
  gb_place_move (&place, start, (gsize)(found - start));
  return place;
}

GbPlace
gb_draft_place_in (GbDraft *draft, GbPlace cell, const char *words, gsize length)
{
  GbPlace found = gb_draft_place (draft, cell.line, words, MIN (length, strcspn (words, "\n")));
  return found.column > 0 ? found : cell;
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
  gb_append (draft->strings, text, length);
  gb_append (draft->strings, "", 1);
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
    gb_append (strings, text + at, size);
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

/* -- short names -- */

#define NAMES_MAX 256 /* of one text */

static void
add_name (GbDraft *draft, GbDraftName name)
{
  const char *text = draft->body->text;
  for (guint i = 0; i < draft->names->len; i++) {
    const GbDraftName *known = &g_array_index (draft->names, GbDraftName, i);
    if (known->length == name.length
        && memcmp (text + known->start, text + name.start, name.length) == 0)
      return;
  }
  if (draft->names->len < NAMES_MAX)
    g_array_append_val (draft->names, name);
}

const GArray *
gb_draft_short_names (GbDraft *draft)
{
  static const char sign[] = "称";
  static const char *const before[] = { "简", "以下", "统", "下", NULL };
  static const char *const opening[] = { "为", "：", ":", " ", "“", "\"", "《", NULL };
  if (draft->names != NULL)
    return draft->names;
  draft->names = g_array_new (FALSE, FALSE, sizeof (GbDraftName));
  const char *text = draft->body->text;
  const char *end = text + draft->body->length;
  const char *at = text;
  while ((at = memmem (at, (gsize)(end - at), sign, strlen (sign))) != NULL) {
    gboolean defines = FALSE;
    for (guint i = 0; before[i] != NULL && !defines; i++) {
      gsize size = strlen (before[i]);
      defines = (gsize)(at - text) >= size && memcmp (at - size, before[i], size) == 0;
    }
    at += strlen (sign);
    if (!defines)
      continue;
    for (guint i = 0; opening[i] != NULL; i++)
      if (g_str_has_prefix (at, opening[i]))
        at += strlen (opening[i]);
    GbDraftName name = { .start = (gsize)(at - text) };
    gsize size;
    while (gb_glyph_is_han (gb_glyph_read (at, (gsize)(end - at), &size)))
      at += size;
    name.length = (gsize)(at - text) - name.start;
    if (name.length >= 2 * GB_GLYPH_BYTES && !gb_glyph_is (text + name.start, name.length, "本"))
      add_name (draft, name);
  }
  return draft->names;
}
