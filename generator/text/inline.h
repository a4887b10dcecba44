/* The words of one paragraph, laid out flat: a plain text and where its markup opens and closes.
 *
 * Private to the room.  Labels and references are looked for in the plain text, across bold print
 * and broken lines; then it is written out again with its markup.  A GbInline is made once and
 * used for every paragraph of a text.
 */
#pragma once

#include <cmark.h>

#include "text/draft.h"
#include "text/mention.h"

typedef enum {
  GB_MARK_EMPHASIS,
  GB_MARK_STRONG,
  GB_MARK_LINK,
  GB_MARK_CODE,
  GB_MARK_IMAGE, /* a point: only its opening exists */
  GB_MARK_BREAK, /* likewise; a line break the author wants */
} GbMarkKind;

typedef struct {
  gsize at;
  guint pair;  /* index of the closing mark of an opening one */
  guint8 kind; /* GbMarkKind */
  gboolean close;
  cmark_node *node;
  gsize alt; /* image: where its words are in `alts` */
  gsize alt_length;
} GbMark;

typedef struct {
  const char *text; /* the plain text; borrowed where a paragraph is one piece */
  gsize length;
  guint line;    /* of the file, on which it starts */
  gboolean bare; /* leave bold print out: it means nothing in a heading */
  GString *plain;
  GString *alts;
  GArray *marks;  /* GbMark */
  GArray *breaks; /* guint: where lines of the source end, offsets into text */
} GbInline;

void gb_inline_init (GbInline *words);
void gb_inline_done (GbInline *words);

/* Whether the words so far end, and a new paragraph begins, at a line break before @node, whose
 * words are @next. */
typedef gboolean (*GbInlineSplit) (gpointer data, const GbInline *words, cmark_node *node,
                                   const char *next, gsize length);

/* Reads the inline nodes from @node on; @split may be NULL.  Returns the node behind the line break
 * at which it stopped, or NULL at the end. */
cmark_node *gb_inline_read (GbDraft *draft, GbInline *words, cmark_node *node, guint line,
                            GbInlineSplit split, gpointer data);

/* The same for a text without markup. */
void gb_inline_set (GbInline *words, const char *text, gsize length, guint line);

/* The words with which the inline nodes from @node on begin, bold or not, or NULL. */
const char *gb_inline_head (cmark_node *node);

/* Where bold print that covers the head of the text ends; 0: none does. */
gsize gb_inline_marked (const GbInline *words);
/* Writes what stands from @from on, with links. */
void gb_inline_write (GbDraft *draft, GbInline *words, gsize from);
/* Writes it with a line break wherever the source has one. */
void gb_inline_write_lines (GbDraft *draft, GbInline *words);
