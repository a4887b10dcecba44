/* The label at the head of a paragraph or heading: 第十四条, （三）, 1., 第二章, 一、, 附件1.
 *
 * Private to the room.  A label is told from the same words inside a sentence by what follows it:
 * 第十四条　… is a label, 第十四条规定的… is not; of 第十四条市局… only the run of the numbers can
 * say it (sequence.h).
 */
#pragma once

#include <glib.h>

typedef enum {
  GB_LABEL_NONE,
  GB_LABEL_BOOK,     /* 第一编 */
  GB_LABEL_SUBBOOK,  /* 第一分编 */
  GB_LABEL_CHAPTER,  /* 第一章 */
  GB_LABEL_DIVISION, /* 第一节 */
  GB_LABEL_PART,     /* 第一部分 */
  GB_LABEL_ARTICLE,  /* 第一条, 第一条之二 */
  GB_LABEL_SECTION,  /* 一、 */
  GB_LABEL_DIVIDER,  /* （一） over articles; sequence.h tells it */
  GB_LABEL_ITEM,     /* （一） (一) ㈠ */
  GB_LABEL_POINT,    /* 1. 1． 1、 1· ⒈ */
  GB_LABEL_DECIMAL,  /* 1.1 1.1.1 */
  GB_LABEL_BRACKET,  /* （1） (1) 1） 1) ⑴ */
  GB_LABEL_CIRCLE,   /* ① */
  GB_LABEL_ROMAN,    /* Ⅰ、 I. (ii) */
  GB_LABEL_LETTER,   /* A. A、 */
  GB_LABEL_SMALL,    /* a. a) (a) （A） */
  GB_LABEL_ANNEX,    /* 附件1, 附件1-2, 附件, 附表2, 附录A, 附： */
} GbLabelKind;

/* The kinds of annexes, each counted by itself. */
typedef enum {
  GB_ANNEX_DOCUMENT, /* 附件 */
  GB_ANNEX_TABLE,    /* 附表 */
  GB_ANNEX_APPENDIX, /* 附录 */
  GB_ANNEX_FIGURE,   /* 附图 */
  GB_ANNEX_OTHER,    /* 附： */
} GbAnnexSort;

typedef struct {
  GbLabelKind kind;
  int number; /* 1 of an annex without number, and of 附录A */
  int suffix; /* 之一; 2 of 附件1-2 */
  GbAnnexSort sort;
  gboolean numbered; /* of an annex: it has a number or letter */
  gboolean lettered; /* 附录A */
  int roman;         /* of I. and (v), which may be letters; 0: none */
  int parts[4];      /* 1 and 2 of 1.2 */
  guint n_parts;
  gboolean tight; /* no gap follows: the run of the numbers decides */
  gboolean thing; /* 条 may count what follows: 第二条道路… */
  gsize start; /* after white space and a bullet, which people and programs put to numbers: - 1. */
  gsize end;
  gsize next; /* where the words after it begin: white space, and after 附件1 a colon, skipped */
} GbLabel;

/* Reads the label at the head of @text.  @heading: the text is marked as a heading, so that what
 * follows needs no gap.  @marked: where bold print that covers the head ends, 0 where none does. */
gboolean gb_label_read (const char *text, gsize length, gboolean heading, gsize marked,
                        GbLabel *ret_label);

/* Behind the colon at @at, if there is one, and the white space after it: 附件1：, 第一部分：. */
gsize gb_label_skip_colon (const char *text, gsize length, gsize at);

/* Whether @text reads as a caption: short, no sentence. */
gboolean gb_label_is_caption (const char *text, gsize length);
