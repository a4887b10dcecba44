#include "text/lexicon.h"

#include "text/glyph.h"

/* Numbers of words begin behind Unicode; those of numerals have a mark. */
#define FIRST_WORD 0x110000u
#define NUMBER 0x80000000u

void
gb_lexicon_init (GbLexicon *lexicon, GbArena *arena)
{
  lexicon->arena = arena;
  lexicon->ids = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->word = g_string_new (NULL);
}

void
gb_lexicon_clear (GbLexicon *lexicon)
{
  g_hash_table_unref (lexicon->ids);
  g_string_free (lexicon->word, TRUE);
}

guint32
gb_lexicon_id (GbLexicon *lexicon, const char *word)
{
  if (*word == '\0')
    return 0;
  gunichar first = g_utf8_get_char (word);
  if (*g_utf8_next_char (word) == '\0')
    return first;
  guint32 id = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->ids, word));
  if (id != 0)
    return id;
  id = FIRST_WORD + g_hash_table_size (lexicon->ids);
  GbFoldClass class = gb_fold_class (first);
  if (class == GB_FOLD_DIGIT || class == GB_FOLD_NUMERAL)
    id |= NUMBER;
  g_hash_table_insert (lexicon->ids, gb_arena_strdup (lexicon->arena, word), GUINT_TO_POINTER (id));
  return id;
}

gboolean
gb_lexicon_is_number (guint32 id)
{
  if (id >= FIRST_WORD)
    return (id & NUMBER) != 0;
  GbFoldClass class = gb_fold_class (id);
  return class == GB_FOLD_DIGIT || class == GB_FOLD_NUMERAL;
}

gboolean
gb_lexicon_is_stop (guint32 id)
{
  return id == ',' || id == ';' || id == ':' || id == '!' || id == '?' || id == GB_GLYPH ("。");
}

int
gb_lexicon_bracket (guint32 id)
{
  if (id == '(' || id == '[' || id == '{' || id == GB_GLYPH ("《"))
    return 1;
  return id == ')' || id == ']' || id == '}' || id == GB_GLYPH ("》") ? -1 : 0;
}

static gboolean
is_digit (const GbFoldPiece *piece)
{
  return gb_fold_class (piece->chars[0]) == GB_FOLD_DIGIT;
}

/* Whether the point or comma just read stands inside a number: 3.5, 1,000. */
static gboolean
is_inside_number (gunichar mark, GbFold ahead)
{
  guint digits = 0;
  GbFoldPiece piece;
  while (digits < 4 && gb_fold_next (&ahead, &piece) && is_digit (&piece))
    digits++;
  return mark == '.' ? digits > 0 : mark == ',' && digits == 3;
}

/* Whether @next goes on with the word of @class; @fold stands behind it. */
static gboolean
goes_on (GbFoldClass class, const GbFoldPiece *next, const GbFold *fold)
{
  if (class == GB_FOLD_OTHER)
    return FALSE;
  return gb_fold_class (next->chars[0]) == class
         || (class == GB_FOLD_DIGIT && is_inside_number (next->chars[0], *fold));
}

static gsize
read_indent (GbLexicon *lexicon, const char *text, GArray *tokens, GString *folded)
{
  gsize length = strspn (text, " \t");
  if (length == 0)
    return 0;
  g_string_truncate (lexicon->word, 0);
  g_string_append_len (lexicon->word, text, (gssize)length);
  GbToken token
    = { .id = gb_lexicon_id (lexicon, lexicon->word->str), .start = 0, .end = (guint32)length };
  g_array_append_val (tokens, token);
  g_string_append (folded, lexicon->word->str);
  return length;
}

void
gb_lexicon_read (GbLexicon *lexicon, const char *text, gboolean indented, GArray *tokens,
                 GString *folded)
{
  GbFold fold = { .text = text, .length = strlen (text) };
  if (indented)
    fold.at = read_indent (lexicon, text, tokens, folded);
  GbFoldPiece piece;
  gboolean more = gb_fold_next (&fold, &piece);
  while (more) {
    GString *word = lexicon->word;
    g_string_truncate (word, 0);
    gb_fold_put (word, &piece);
    GbToken token = { .start = (guint32)piece.start, .end = (guint32)piece.end };
    GbFoldClass class = gb_fold_class (piece.chars[0]);
    gboolean single = piece.n == 1;
    gunichar first = piece.chars[0];
    while ((more = gb_fold_next (&fold, &piece)) && goes_on (class, &piece, &fold)) {
      gb_fold_put (word, &piece);
      token.end = (guint32)piece.end;
      single = FALSE;
    }
    token.id = single ? first : gb_lexicon_id (lexicon, word->str);
    g_array_append_val (tokens, token);
    g_string_append_len (folded, word->str, (gssize)word->len);
  }
}
