/* What the words of a text point to while it is made: the clauses of the own text, and what the
 * words around say of them.
 *
 * Private to the room; draft.h holds them.
 */
#pragma once

#include "text/label.h"

/* What a reference in the own text points to. */
typedef struct {
  GbLabelKind kind; /* ARTICLE, CHAPTER, PART, BOOK, SUBBOOK, ANNEX; NONE: a fragment */
  int number;
  int suffix;
  int kuan;     /* 第二款; 0: none */
  int item;     /* 第（三）项; 0: none */
  int point;    /* 第2目; 0: none */
  int division; /* of a chapter: 第三节 */
  GbAnnexSort sort;
  gboolean lettered; /* 附录A */
  int book;          /* of a chapter or a subbook: 第二编; 0: not said */
  int annex;         /* of an article: 附件1第三条; 0: none */
} GbDraftTarget;

/* What a reference is. */
typedef enum {
  GB_REFERENCE_WORDS,   /* said in passing */
  GB_REFERENCE_ENTRY,   /* a line of a list of annexes */
  GB_REFERENCE_CONTENTS /* a line of a list of contents */
} GbReferenceKind;

/* A short name that the text gives to something by （以下简称…）, in its body. */
typedef struct {
  gsize start;
  gsize length;
} GbDraftName;

/* The articles that the last sentence of a unit's own words names, before its list of items. */
typedef struct {
  guint line; /* where the paragraph starts */
  guint n;    /* different ones, those of other documents too */
  GbDraftTarget target;
  gboolean other;    /* one is of another document */
  gboolean document; /* it names another document, and this text not before it */
  gboolean penalty;  /* the list says what a breach of it costs */
} GbDraftLead;

typedef struct {
  GbDraftTarget target;
  gsize fragment; /* of a link the author wrote: offset into strings; 0: none */
  GbReferenceKind kind;
  gsize title; /* of an entry: what it is called; offset into strings; 0: nothing */
  int scope;   /* the annex, cover or later text in which it stands, or -1 */
  int text;    /* the later text in whose part of the document it stands, or -1 */
  guint part;  /* of the document */
  int book;    /* number of the book in which it stands; 0: none, or it does not matter */
  guint line;
  gsize start;
  gsize end;
  gboolean lenient; /* no warning where there is no such unit */
} GbDraftReference;
