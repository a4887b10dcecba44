/* What differs between two texts: 新旧条文对照表.
 *
 * Two parsed texts are cut into rows (an article's opening words, each further paragraph, each
 * item, heading, table row), aligned by article number first and by likeness where numbers moved,
 * and compared character by character after folding what is only typography: full and half width,
 * variants of punctuation, spaces.  Folded differences are never reported as amendment: a row that
 * differs in nothing else is GB_ROW_TYPOGRAPHY.  The original characters are kept for showing.
 * Everything lives in the caller's arena.
 *
 * Every character of both texts stands in exactly one row, in its label or in its runs.  Cells are
 * joined by " | "; behind the words of a link stands its address in （）.  An article or item whose
 * words went to another place is one row there, renumbered; what has no number to show the move by
 * is deleted here and inserted there.  Bold print, spans of cells and what is a heading are not
 * compared.  Read the other way round, a redline says the opposite.
 */
#pragma once

#include "text/text.h"

/* typography: differs only in width, punctuation variants, spaces; renumbered: the same words under
 * another label. */
#define GB_ROW_KINDS(X)                                                                            \
  X (GB_ROW_SAME, "same")                                                                          \
  X (GB_ROW_TYPOGRAPHY, "typography")                                                              \
  X (GB_ROW_CHANGED, "changed")                                                                    \
  X (GB_ROW_RENUMBERED, "renumbered")                                                              \
  X (GB_ROW_INSERTED, "inserted")                                                                  \
  X (GB_ROW_DELETED, "deleted")
GB_VOCABULARY (GbRowKind, row_kind, GB_ROW_KINDS)

typedef enum {
  GB_RUN_SAME,
  GB_RUN_DELETED,    /* only in the old text */
  GB_RUN_INSERTED,   /* only in the new text */
  GB_RUN_TYPOGRAPHY, /* in both, written differently */
} GbRunKind;

/* Consecutive characters of one kind; together a row's runs are its whole text. */
typedef struct {
  GbRunKind kind;
  const char *text; /* for TYPOGRAPHY: as this side has it */
} GbRun;

typedef struct {
  GbRowKind kind;
  guint level; /* of the contents: articles and headings 0, what stands below them deeper */
  const char
    *old_label; /* 第十四条, （三）, "" for a plain paragraph; NULL where the side lacks it */
  const char *new_label;
  const char *old_anchor; /* "art-14", or the enclosing unit's; NULL likewise */
  const char *new_anchor;
  const GbRun *old_runs; /* SAME, DELETED, TYPOGRAPHY */
  guint n_old;
  const GbRun *new_runs; /* SAME, INSERTED, TYPOGRAPHY */
  guint n_new;
} GbRedlineRow;

/* An article as a whole: SAME where at most its typography differs, CHANGED where anything in or
 * below it does, whatever became of its number. */
typedef struct {
  GbRowKind kind;         /* never TYPOGRAPHY */
  const char *old_anchor; /* NULL where inserted */
  const char *new_anchor; /* NULL where deleted */
} GbArticleChange;

typedef struct {
  const GbRedlineRow *rows; /* reading order of the new text; deleted rows where they stood */
  guint n_rows;
  guint counts[GB_VOCABULARY_COUNT (GB_ROW_KINDS)]; /* rows by GbRowKind */
  const GbArticleChange *articles; /* those of the new text in its order, then the deleted ones */
  guint n_articles;
  guint n_articles_inserted, n_articles_deleted, n_articles_changed, n_articles_renumbered;
} GbRedline;

/* Either may be NULL: then everything was inserted or deleted. */
const GbRedline *gb_redline_texts (GbArena *arena, const GbText *old_text, const GbText *new_text);

/* The same for any two sources line by line (YAML lists, front matter): rows are lines, labels and
 * anchors "", and white space at the head of a line is no typography.  Either may be NULL. */
const GbRedline *gb_redline_lines (GbArena *arena, const char *old_text, const char *new_text);

/* One pair of texts: TRUE where they differ in more than typography. */
gboolean gb_redline_runs (GbArena *arena, const char *old_text, const char *new_text,
                          const GbRun **ret_old, guint *ret_n_old, const GbRun **ret_new,
                          guint *ret_n_new);
