/* A text in the making: the HTML so far, its units and mentions, and what is still open.
 *
 * Private to the room.  line.c lays out the lines, block.c walks the blocks, unit.c finds what they
 * are of, inline.c writes their words, mention.c finds what these refer to, table.c the tables; all
 * of them write into one draft, front to back.  References to the own text are noted with their
 * place, because their target may come later; text.c puts them in while it copies everything into
 * the arena, each piece once and at its size.  Texts of the draft are offsets into `strings`, which
 * moves while it grows.
 */
#pragma once

#include "base/append.h"
#include "text/target.h"
#include "text/text.h"

#define GB_DRAFT_DEPTH 96

typedef struct {
  GbUnit unit;  /* its texts are not set yet */
  gsize anchor; /* offsets into strings; 0: none */
  gsize label;
  gsize title;
  GbLabelKind style;
  GbAnnexSort sort;
} GbDraftUnit;

typedef struct {
  GbPlace place;
  gsize file; /* offset into strings */
} GbDraftPicture;

typedef struct {
  GbMention mention; /* its texts are not set yet */
  gsize text;
  gsize anchor;
} GbDraftMention;

/* An open unit. */
typedef struct {
  int unit;           /* -1: the document */
  int rank;           /* what has the same or a higher one ends it */
  guint markup;       /* level of the Markdown heading it was made by; 0: none */
  guint heading;      /* level of its HTML heading; 0: none */
  gboolean section;   /* an HTML section is to be closed */
  int paragraphs;     /* 款 so far, items not counted */
  gboolean captioned; /* （一）认定条件: what follows is its own */
  int listed;         /* 款 at the time of the last item */
  int kuan;           /* of which the running list of items is a part; 0: the first list */
  int last;           /* number of the last item */
  GbLabelKind style;  /* of the last item */
  GbDraftLead lead;
} GbDraftFrame;

typedef struct {
  GbArena *arena;
  const char *file;
  const GbBody *body;
  GbDiagnostics *diagnostics;

  GString *html;
  GString *strings;
  GArray *units;      /* GbDraftUnit */
  GArray *mentions;   /* GbDraftMention */
  GArray *references; /* GbDraftReference */
  GArray *pictures;   /* GbDraftPicture */
  GArray *names;      /* GbDraftName; NULL until asked for */
  GbDraftFrame stack[GB_DRAFT_DEPTH];
  guint depth;
  int scope;         /* the open annex, cover or later text, or -1 */
  int text;          /* the last text where it is not the first one, or -1 */
  int annex;         /* the last 附件 of this text, or -1 */
  guint part;        /* counts scopes, and what follows a covering notice without heading */
  gboolean listed;   /* this part has a list of annexes */
  gboolean quoted;   /* what is written now stands in a quotation */
  gboolean amending; /* 第三条 here is a clause of the text that this one amends */
  int article;       /* the open article, or -1 */
  gboolean
    unclear; /* a line of it may be a paragraph (款) or none: no more of them has an address */
  int article_number; /* the last one in this scope */
  int article_suffix;
  int article_before;           /* index of the article before the last one in this scope, or -1 */
  int article_last;             /* index of the last one in this scope, or -1 */
  int last[GB_LABEL_ANNEX + 1]; /* number of the last unit of each label in this scope */
  int parts[4];                 /* of the last 1.2.3 */
  guint n_parts;
  gboolean tight;   /* the last article has no gap behind its label */
  guint n_articles; /* of the main text */
  guint n_annexes;
  guint n_texts;
  int contents; /* index of the unit that the last line of contents was found to be; -1: none */
  guint n_headings;
  guint n_extra;   /* makes an anchor unique where letters do not suffice */
  gboolean closed; /* behind the last article: list of annexes, 公开方式 */

  guint32 *table; /* open addressing: index of a unit + 1, by its anchor */
  guint table_size;
  guint *lines; /* offsets of the lines of the body; made when first needed */
  guint n_lines;
  GString *word;    /* scratch for anchors */
  guint8 *roles;    /* GbRole, of each byte of the body; borrowed; NULL in a page */
  gboolean refused; /* something was left out, and said to be wrong */
} GbDraft;

void gb_draft_init (GbDraft *draft, GbArena *arena, const char *file, const GbBody *body,
                    GbDiagnostics *diagnostics);
void gb_draft_done (GbDraft *draft);

/* 14, 12zhi1; @suffix 0: none. */
void gb_draft_put_number (GString *out, int number, int suffix);

/* -- places -- */

/* Line @line (of the body, from 1) without its end. */
const char *gb_draft_line (GbDraft *draft, guint line, gsize *ret_length);
/* The place of @words on @line of the file; the line alone where they are not there as such. */
GbPlace gb_draft_place (GbDraft *draft, guint line, const char *words, gsize length);

/* The same in a cell; the place of the cell where they are not on its line as such. */
GbPlace gb_draft_place_in (GbDraft *draft, GbPlace cell, const char *words, gsize length);
/* Says that lines @first to @last (of the body, from 1) are a table, which shows its words itself.
 */
void gb_draft_set_table (GbDraft *draft, guint first, guint last);

/* -- strings -- */

gsize gb_draft_string (GbDraft *draft, const char *text, gsize length); /* 0 for an empty one */
/* White space folded, none at the ends, and 总　则 joined. */
gsize gb_draft_title (GbDraft *draft, const char *text, gsize length);

/* The short names that the body defines, looked for once. */
const GArray *gb_draft_short_names (GbDraft *draft);

/* -- units (unit.h) -- */

static inline GbDraftUnit *
gb_draft_unit (GbDraft *draft, int index)
{
  return &g_array_index (draft->units, GbDraftUnit, index);
}

static inline GbDraftFrame *
gb_draft_top (GbDraft *draft)
{
  return &draft->stack[draft->depth - 1];
}

/* Whether the HTML so far ends with @words. */
static inline gboolean
gb_draft_ends_with (const GbDraft *draft, const char *words)
{
  gsize length = strlen (words);
  const GString *html = draft->html;
  return html->len >= length && memcmp (html->str + html->len - length, words, length) == 0;
}

static inline const char *
gb_draft_anchor (GbDraft *draft, int unit)
{
  return draft->strings->str + gb_draft_unit (draft, unit)->anchor;
}
