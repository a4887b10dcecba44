/* Vocabularies: one list of words gives an enum, the words that files and data use for it, and how
 * many there are.
 *
 *     #define GB_COLOURS(X)        \
 *       X (GB_COLOUR_RED, "red")   \
 *       X (GB_COLOUR_BLUE, "blue")
 *     GB_VOCABULARY (GbColour, colour, GB_COLOURS)          in a header: the enum GbColour,
 *                                                           gb_colour_names, gb_colour_name ()
 *     GB_VOCABULARY_NAMES (GbColour, colour, GB_COLOURS)    the same in one .c file
 *
 * A member of a struct has the type of the enum; the dictionary has .choices = gb_colour_names;
 * what the data files say has .words = gb_colour_names.  Nothing lists the words once more.  Where
 * something has to be done for each word, a switch without default does it.
 *
 * To add a word, add its line to the list.  The compiler then names every switch that lacks it, the
 * unit test of schemas the key of the dictionary that does not explain it, and gb_words_check, in
 * tests and in every build, the strings that have no word for it.
 */
#pragma once

#include <glib.h>

#define GB_VOCABULARY_CONSTANT_(constant, name) constant,
#define GB_VOCABULARY_NAME_(constant, name) name,
#define GB_VOCABULARY_ONE_(constant, name) +1

/* How many words there are. */
#define GB_VOCABULARY_COUNT(LIST) (0 LIST (GB_VOCABULARY_ONE_))

/* gb_NAME_names has the words, by value, and NULL after the last; gb_NAME_name of what is no value
 * is "none". */
#define GB_VOCABULARY(Type, name, LIST)                                                            \
  typedef enum { LIST (GB_VOCABULARY_CONSTANT_) } Type;                                            \
  extern const char *const gb_##name##_names[];                                                    \
  const char *gb_##name##_name (Type value);

#define GB_VOCABULARY_NAMES(Type, name, LIST)                                                      \
  const char *const gb_##name##_names[] = { LIST (GB_VOCABULARY_NAME_) NULL };                     \
  const char *gb_##name##_name (Type value)                                                        \
  {                                                                                                \
    return (guint)value < GB_VOCABULARY_COUNT (LIST) ? gb_##name##_names[value] : "none";          \
  }

/* The same for an enum whose value 0, @none, has no word: nothing is stated.  gb_NAME_names begins
 * with the word of value 1 (so .minimum = 1 in the dictionary); gb_NAME_name (@none) is NULL. */
#define GB_VOCABULARY_OPTIONAL(Type, name, none, LIST)                                             \
  typedef enum { none, LIST (GB_VOCABULARY_CONSTANT_) } Type;                                      \
  extern const char *const gb_##name##_names[];                                                    \
  const char *gb_##name##_name (Type value);

#define GB_VOCABULARY_OPTIONAL_NAMES(Type, name, none, LIST)                                       \
  const char *const gb_##name##_names[] = { LIST (GB_VOCABULARY_NAME_) NULL };                     \
  const char *gb_##name##_name (Type value)                                                        \
  {                                                                                                \
    if (value == none)                                                                             \
      return NULL;                                                                                 \
    return (guint)value <= GB_VOCABULARY_COUNT (LIST) ? gb_##name##_names[value - 1] : "none";     \
  }
