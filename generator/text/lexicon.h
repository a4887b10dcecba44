/* The words that a redline compares: a Chinese character, a number, a word of letters, a mark.
 *
 * Private to the room.  Numbers and words are whole, so that 30 → 35 shows two numbers and not one
 * digit.  A lexicon gives each word as folded (fold.h) its number; two words of one lexicon are
 * alike exactly where their numbers are.
 */
#pragma once

#include "base/arena.h"
#include "text/fold.h"

typedef struct {
  guint32 id;
  guint32 start; /* bytes of the source; up to the next one stands what folds into nothing */
  guint32 end;
} GbToken;

typedef struct {
  GbArena *arena; /* not owned */
  GHashTable *ids;
  GString *word; /* scratch */
} GbLexicon;

void gb_lexicon_init (GbLexicon *lexicon, GbArena *arena);
void gb_lexicon_clear (GbLexicon *lexicon);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GbLexicon, gb_lexicon_clear)
/* A single character is its own number; "" is 0. */
guint32 gb_lexicon_id (GbLexicon *lexicon, const char *word);

/* Whether @id is a number, in digits or in characters. */
gboolean gb_lexicon_is_number (guint32 id);
/* Whether @id ends a clause: ，；。：！？ */
gboolean gb_lexicon_is_stop (guint32 id);
/* 1 for what opens a bracket or title, -1 for what closes one. */
int gb_lexicon_bracket (guint32 id);

/* Appends the tokens of @text to @tokens (GbToken), and what it folds into to @folded.  @indented:
 * white space at its head counts, as in YAML. */
void gb_lexicon_read (GbLexicon *lexicon, const char *text, gboolean indented, GArray *tokens,
                      GString *folded);
