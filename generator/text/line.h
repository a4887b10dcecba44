/* The lines of a document before it is written, and what each of them is for.
 *
 * Private to the room.  Whether 第一章 stands in a list of contents, 附件1 in a list of annexes, or
 * a line inside a quotation is only known from what stands around it.  So the lines are laid out
 * first, and the rooms' scouts (quotation.h, toc.h, title.h, annex.h) give each its role; whoever
 * writes a line asks for the role of its first node.
 */
#pragma once

#include <cmark.h>

#include "text/draft.h"

typedef enum {
  GB_LINE_WORDS,       /* a heading or paragraph like any other */
  GB_LINE_NOTICE,      /* the heading of the covering notice */
  GB_LINE_TITLE,       /* the title of an issued text */
  GB_LINE_CONTENTS,    /* of a list of contents in the text */
  GB_LINE_ANNEX,       /* the head of an annex */
  GB_LINE_ANNEX_ABOVE, /* likewise; its title is the next line */
  GB_LINE_ANNEX_TITLE, /* that line */
  GB_LINE_ENTRY,       /* of a list of annexes */
  GB_LINE_QUOTED,      /* of a quotation over several lines */
} GbLineRole;

/* The number of a Markdown list item, which stands in the source only. */
typedef struct {
  GbLabel label;
  const char *words;
  gsize length;
} GbMarker;

typedef struct {
  cmark_node *node;  /* a heading, or the first inline node of the line; else a block */
  const char *words; /* without markup; "" where the block has none, as a table */
  gsize length;
  GbLabel label;   /* its kind NONE where there is none */
  guint markup;    /* level of the Markdown heading; 0: a paragraph */
  guint line;      /* of the file */
  gboolean first;  /* of its block */
  gboolean listed; /* in a Markdown list, whose number is the label */
  GbLineRole role;
} GbLine;

typedef struct {
  GArray *lines; /* GbLine */
  GStringChunk *words;
} GbLines;

void gb_line_init (GbLines *lines, GbDraft *draft, cmark_node *document);
void gb_line_done (GbLines *lines);
/* Makes the roles known to gb_line_role. */
void gb_line_seal (GbLines *lines);

/* Of item @index of @list.  Markdown counts on from the first number whatever the others say; the
 * source has what the author wrote. */
GbMarker gb_line_marker (GbDraft *draft, cmark_node *list, cmark_node *item, int index);

/* The role of the line that begins with @node, which may be NULL. */
GbLineRole gb_line_role (cmark_node *node);

static inline GbLine *
gb_line_at (const GbLines *lines, guint index)
{
  return &g_array_index (lines->lines, GbLine, index);
}

/* The words behind the label and its colon; *ret_length may be 0. */
const char *gb_line_rest (const GbLine *line, gsize *ret_length);
/* Whether the line has no label and reads as a caption. */
gboolean gb_line_is_caption (const GbLine *line);
/* Whether @a and @b are the same words but for white space. */
gboolean gb_line_same (const char *a, gsize a_length, const char *b, gsize b_length);
