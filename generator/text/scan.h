/* Words in which labels and references are looked for, and what is read of them.
 *
 * Private to the room.  What is looked for are literals; what takes one moves behind it.  Whoever
 * only reads sets text and to.
 */
#pragma once

#include "base/escape.h"
#include "text/draft.h"
#include "text/glyph.h"
#include "text/numeral.h"

/* What a list goes on with (第三条、第五条第一款和第七条), from one stretch of a paragraph to the
 * next. */
typedef struct {
  gsize start;      /* of the words, behind their label */
  gsize end;        /* of the last reference, offset into the paragraph; 0: none yet */
  gboolean other;   /* it was to another document, or may have been */
  gboolean several; /* its sentence has named more than one article */
  int scope;        /* where it was looked for */
  GbDraftTarget target;
  gsize document;  /* where the last document named ends; 0: none yet */
  int mention;     /* its index; -1: none */
  gsize looked;    /* quotation marks are counted up to here */
  int quotes;      /* of them, those open */
  gboolean run_on; /* an article begins in the middle of the paragraph */
} GbChain;

typedef struct {
  GbDraft *draft;
  GbChain *chain;
  const char *text;     /* the paragraph */
  gsize to;             /* nothing is matched beyond it */
  gsize run;            /* what stands before it is written */
  const GArray *breaks; /* guint: where its lines end */
  guint line;           /* of the file, where it starts */
} GbScan;

/* The line of the file on which offset @at of the paragraph stands. */
static inline guint
gb_scan_line (const GArray *breaks, guint line, gsize at)
{
  for (guint i = 0; breaks != NULL && i < breaks->len; i++)
    line += g_array_index (breaks, guint, i) <= at;
  return line;
}

static inline gboolean
gb_scan_is_at (const GbScan *scan, gsize at, const char *word)
{
  gsize size = strlen (word);
  return at + size <= scan->to && memcmp (scan->text + at, word, size) == 0;
}

static inline gboolean
gb_scan_is_before (const GbScan *scan, gsize at, const char *word)
{
  gsize size = strlen (word);
  return at >= size && memcmp (scan->text + at - size, word, size) == 0;
}

static inline gboolean
gb_scan_take (const GbScan *scan, gsize *at, const char *word)
{
  if (!gb_scan_is_at (scan, *at, word))
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

/* Takes the first of @words that stands at *@at. */
static inline gboolean
gb_scan_take_any (const GbScan *scan, gsize *at, const char *const *words)
{
  for (; *words != NULL; words++)
    if (gb_scan_take (scan, at, *words))
      return TRUE;
  return FALSE;
}

static inline gsize
gb_scan_skip_spaces (const GbScan *scan, gsize at)
{
  return at + gb_glyph_spaces (scan->text + at, scan->to - at);
}

/* @at without the white space before it, as far back as @floor. */
static inline gsize
gb_scan_trim (const GbScan *scan, gsize at, gsize floor)
{
  return at - gb_glyph_spaces_before (scan->text + at, scan->text + floor);
}

/* Takes a numeral; FALSE, and *@ret_number 0, where there is none. */
static inline gboolean
gb_scan_take_numeral (const GbScan *scan, gsize *at, int *ret_number)
{
  gsize size;
  *ret_number = gb_numeral_read (scan->text + *at, scan->to - *at, &size);
  if (*ret_number > 0)
    *at += size;
  return *ret_number > 0;
}

/* The same with spaces around it. */
static inline gboolean
gb_scan_take_number (const GbScan *scan, gsize *at, int *ret_number)
{
  gsize next = gb_scan_skip_spaces (scan, *at);
  if (!gb_scan_take_numeral (scan, &next, ret_number))
    return FALSE;
  *at = gb_scan_skip_spaces (scan, next);
  return TRUE;
}

/* Writes what stands before @to and is not written yet. */
static inline void
gb_scan_flush (GbScan *scan, gsize to)
{
  if (to > scan->run)
    gb_escape_html (scan->draft->html, scan->text + scan->run, (gssize)(to - scan->run));
  scan->run = MAX (scan->run, to);
}
