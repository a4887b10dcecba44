/* The head of a paragraph: whether it begins with a label that makes it a unit or a heading.
 *
 * Private to the room.
 */
#pragma once

#include <cmark.h>

#include "text/inline.h"

typedef struct {
  GbDraft *draft;
  const GbInline *words;
  cmark_node *rest;  /* the lines behind the words in the same paragraph, or NULL */
  cmark_node *block; /* the paragraph or heading */
} GbHead;

/* The label under which the words are a unit; FALSE: an ordinary paragraph.  Where that only looks
 * like a label, *ret_doubt gets its end, with a warning, else 0. */
gboolean gb_head_label (const GbHead *head, GbLabel *ret_label, gsize *ret_doubt);
/* 第一章　总则 or 一、发展目标 without heading marks: a heading none the less. */
gboolean gb_head_is_heading (const GbHead *head, const GbLabel *label);
/* Whether （二）不动产抵押 or 一、一般规定 with @label stands over articles: one follows at once.
 */
gboolean gb_head_divides (const GbHead *head, const GbLabel *label);
/* Whether an article begins with its item （一） at once, and that stands alone: 第二条（一）甲；.
 * @from: behind the article's label. */
gboolean gb_head_first_item (const GbInline *words, gsize from, GbLabel *ret_item);

/* The words with which @block begins; "" where it begins with none. */
const char *gb_head_words (cmark_node *block);
