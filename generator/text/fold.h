/* What a character is compared by: typography folded away, so that only words remain.
 *
 * Private to the room.  Full and half width, variants of a punctuation mark, compatibility forms
 * that print alike (Roman numerals, units such as ㎡, radicals that stand for characters) fold into
 * one; spaces fold away but between two letters or two digits, invisible characters everywhere.
 * What changes the sense stays apart: 七 and 7, 、 and ；, 〔 and （, simplified and traditional.
 */
#pragma once

#include <glib.h>

/* A reader over @length bytes of valid UTF-8. */
typedef struct {
  const char *text;
  gsize length;
  gsize at;
  gunichar before; /* the last character it gave; 0: none */
} GbFold;

/* A piece of the source and what it folds into. What stands between two pieces folds into nothing.
 */
typedef struct {
  gsize start;
  gsize end;
  gunichar chars[4];
  guint n;
} GbFoldPiece;

typedef enum { GB_FOLD_OTHER, GB_FOLD_DIGIT, GB_FOLD_LETTER, GB_FOLD_NUMERAL } GbFoldClass;

gboolean gb_fold_next (GbFold *fold, GbFoldPiece *ret_piece);
void gb_fold_put (GString *out, const GbFoldPiece *piece);
/* Appends @text folded: what two texts are compared by. */
void gb_fold_append (GString *out, const char *text);
/* The class of a folded character; NUMERAL: 一 … 十, 百, 千 and the like. */
GbFoldClass gb_fold_class (gunichar c);
