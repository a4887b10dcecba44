/* The two sides of a redline, cut into rows and groups of rows.
 *
 * Private to the room.  A group is an article with all that stands in it, a heading with what
 * follows it up to the next article or heading, or what stands under neither.  The rows' words are
 * read from the HTML of a text, and are what a reader sees: cells joined by " | ", a line broken on
 * purpose by a newline, the address of a link in （） behind its words.  Everything lives in the
 * arena of the lexicon but the arrays, which gb_rows_clear frees.
 */
#pragma once

#include "text/text.h"
#include "text/lexicon.h"

typedef enum {
  GB_ROW_ROLE_HEAD, /* opens an article, a chapter, an annex */
  GB_ROW_ROLE_ITEM,
  GB_ROW_ROLE_PARAGRAPH,
  GB_ROW_ROLE_CELLS,
  GB_ROW_ROLE_LINE,
} GbRowRole;

/* What is sought on the other side. */
typedef struct {
  guint32 id;    /* equal words have equal ones */
  guint32 key;   /* what it is called: label, first cell, YAML key; 0: nothing */
  guint feature; /* into features: pairs of neighbouring words */
  guint n_features;
  gboolean sorted; /* they are; done when first needed, since most rows have an equal one */
  guint n_tokens;
  int mate;         /* index on the other side, or -1 */
  gboolean crossed; /* it and its mate stand on different sides of others that are mates */
} GbRowMatch;

typedef struct {
  GbRowMatch match;
  GbRowRole role;
  gboolean named; /* the key alone makes it the same row */
  guint level;
  guint group;
  const char *text;
  const char *label;
  const char *anchor;
  guint32 label_id;
  guint token; /* the first of match.n_tokens */
} GbSourceRow;

typedef struct {
  GbRowMatch match;
  int kind;      /* GbUnitKind of its head, -1 without one */
  guint32 scope; /* the annex or cover it stands in; 0: the main text */
  guint row;
  guint n_rows;
} GbRowGroup;

typedef struct {
  GbLexicon *lexicon;
  GArray *rows;     /* GbSourceRow */
  GArray *groups;   /* GbRowGroup */
  GArray *tokens;   /* GbToken */
  GArray *features; /* guint32 */
  GString *folded;  /* scratch */
} GbRows;

void gb_rows_init (GbRows *rows, GbLexicon *lexicon);
void gb_rows_clear (GbRows *rows);

/* NULL: no row. */
void gb_rows_read_text (GbRows *rows, const GbText *text);
void gb_rows_read_lines (GbRows *rows, const char *text);

static inline GbSourceRow *
gb_rows_row (const GbRows *rows, guint index)
{
  return &g_array_index (rows->rows, GbSourceRow, index);
}

static inline GbRowGroup *
gb_rows_group (const GbRows *rows, guint index)
{
  return &g_array_index (rows->groups, GbRowGroup, index);
}

static inline const GbToken *
gb_rows_tokens (const GbRows *rows, const GbSourceRow *row)
{
  return (const GbToken *)(const void *)rows->tokens->data + row->token;
}

/* How alike two are, 0 to 1000. */
guint gb_rows_likeness (const GbRows *old_rows, GbRowMatch *old_match, const GbRows *new_rows,
                        GbRowMatch *new_match);
