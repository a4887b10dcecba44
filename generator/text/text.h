/* A policy text: Markdown in, articles with anchors and HTML out.
 *
 * A text of an authority keeps its signs: mask.h tells which few are markup.  That everything else
 * is in the HTML, in order, is checked whenever a text is parsed (text-not-conserved).  Only a page
 * of content/pages is CommonMark.
 *
 * The structure is read from what officials write (第十四条, （三）, 1., 第二章, 一、, 附件1), not
 * from markup. Parsing gives a flat list of units in reading order, each with a stable anchor and
 * its range of the HTML, and a list of mentions of other documents, whose links are only known once
 * every document has been read: they are put in when the HTML is written out.  Everything lives in
 * the caller's arena; a text is read-only afterwards and may be written from several threads.
 *
 * Anchors: art-14; art-14-3 item （三）; art-14-3-1 sub-item 1.; art-12zhi1 第十二条之一 (so that
 * it never meets item 1 of 第十二条); art-14-kuan2-1 item （一） where the second paragraph of the
 * article has a list of its own; ch-3; ch-3-2 第三章第二节; sec-2-1-3 for 一、（一）1. outside
 * articles, ch-3-sec-1 in a chapter; part-1 for 第一部分; bian-1-ch-3 with 第一编, and
 * bian-1-fenbian-2-ch-1 where the chapters of a book begin anew; div-2, ch-3-div-2, sec-3-div-2 for
 * a caption （二） over articles; item-1, sub-1 where an item stands in nothing; h-1 the first
 * heading without a label; text the title of the issued text; cover the covering notice, and
 * cover-… what stands in it; annex-1 for 附件1, fubiao-1 附表1, fulu-1 附录1 (fulu-a 附录A), futu-1
 * 附图1, fu-1 附：, and annex-1-… for what stands in an annex, annex-2-fubiao-1 where 附件2 has a
 * 附表1 as something before it had.  Of several texts the first has all this, the second is text-2,
 * its articles text-2-art-1, its annexes text-2-annex-1.  ⒈ ⑴ ㈠ are 1., （1）, （一）; 1.2
 * below 1. is art-14-1dian2, 1.2.3 art-14-1dian2dian3, and sub-1dian2 without a 1.; A. and (a)
 * art-14-zimu1; Ⅰ、 art-14-luoma1.
 *
 * A paragraph (款) of an article, but not the one on the line of its label, is <p id="art-14-p2">:
 * an address and no unit.  art-14 leads to the first, unless the article has a caption there, when
 * the first is art-14-p1.  From a line on that does not end like a sentence, that follows one with
 * ；, or that stands under an item with a caption, the paragraphs of an article have none, for they
 * cannot be counted.
 *
 * A number met twice at the same place is a warning (duplicate-unit), because an original may have
 * it, and the second gets "-b".
 *
 * With two or more first-level headings before the annexes, the last is the title of the issued
 * text and what stands before it the covering notice.  There are several texts where more than one
 * such heading has a 第一条 of its own, or where lines say what was named before in 《》 or in a
 * list of annexes, and a numbering begins below (title.h).  A list of contents (toc.h) and a
 * quotation over several lines (quotation.h) are words, no units.  A list of annexes or 公开方式：…
 * ends the last article; what follows belongs to the text as a whole.
 *
 * HTML: headings from h2 on, without gaps; <section class="article|cover|annex" id="…">; <p
 * id="art-14-p2">; <p class="item|subitem|section|part" id="…">; <p class="sign">, <p
 * class="annexes"> for a line of a list of annexes, <p class="toc"> of contents, <p class="quoted">
 * of a quotation; <p class="aside"> for a line that begins with - + * or > or is a rule; every
 * label is its own permalink, <a class="num" href="#art-14">第十四条</a>; links: a.ref into the own
 * text, a.doc to other documents (written by gb_text_write), a.external; tables in <div
 * class="table">, with td.num and p.note (table.h says how they are written).
 *
 * Diagnostics.  Errors: raw-html, unclear-bold, text-not-conserved, bad-address, table-shape,
 * table-total, unknown-key, text-too-large, text-too-deep, footnote, and those of YAML in table
 * blocks.  Warnings: article-order, item-order, duplicate-unit, unclear-label, run-on-unit,
 * broken-reference, unclosed-quotation, doubtful-bold, torn-line, tabbed-table, unclear-picture,
 * indented-text.
 */
#pragma once

#include "source/model.h"

typedef enum {
  GB_UNIT_COVER,    /* the covering notice: what stands before the title of the issued text */
  GB_UNIT_TITLE,    /* the title of the issued text */
  GB_UNIT_CHAPTER,  /* 第X章 (also 编, 节 below it as GB_UNIT_DIVISION) */
  GB_UNIT_DIVISION, /* 第X节, or a caption （二） over articles */
  GB_UNIT_PART,     /* 第X部分 */
  GB_UNIT_SECTION,  /* 一、 */
  GB_UNIT_ARTICLE,  /* 第X条 */
  GB_UNIT_ITEM,     /* （一） */
  GB_UNIT_SUBITEM,  /* 1. 1、 1． 1· （1） ① 1.1 A. (a) Ⅰ、 at the start of a paragraph */
  GB_UNIT_ANNEX,    /* 附件N */
  GB_UNIT_HEADING,  /* any other heading */
} GbUnitKind;

typedef struct {
  GbUnitKind kind;
  guint level;        /* depth in the contents, 1 outermost; by kind and nesting */
  int parent;         /* index of the enclosing unit, or -1 */
  int number;         /* 14 of 第十四条; 0 where unnumbered */
  int suffix;         /* 1 of 第十四条之一; 0 where none */
  const char *anchor; /* without '#' */
  const char *label;  /* as written: 第十四条, （三）; "" where there is none */
  const char *title;  /* of a heading: the words after the label; of an article or item: its caption
                       * where the  paragraph is one (第十四条　认定程序：), else NULL */
  guint line;         /* of the source file */
  guint64 kuan;       /* bit n of an article: its paragraph (款) n has the address …-pn */
  gsize start;        /* its range of the HTML, subordinate units included */
  gsize end;
} GbUnit;

typedef enum {
  GB_MENTION_TITLE, /* 《…》: text is what stands between the marks */
  GB_MENTION_NUMBER, /* 粤工信服务函〔2023〕4号: text is normalised to 〔〕 without spaces */
  GB_MENTION_LINK, /* a Markdown link that is neither external nor a fragment: text is its
                      destination */
} GbMentionKind;

typedef struct {
  GbMentionKind kind;
  const char *text;
  const char *anchor; /* the clause of the other document that is meant (…第十四条), or NULL; where
                         its words follow at once, they are part of the range */
  int unit;           /* index of the unit it stands in, or -1 */
  guint line;
  gsize start; /* the words to be linked: a range of the HTML */
  gsize end;
} GbMention;

/* A picture that the text shows, in the order of the HTML. */
typedef struct {
  const char *file; /* its address as written */
  guint line;       /* where that stands */
  guint column;     /* 0: not known */
} GbPicture;

typedef struct {
  const GbUnit *units;
  guint n_units;
  const GbMention *mentions; /* by start, not overlapping */
  guint n_mentions;
  const GbPicture *pictures;
  guint n_pictures;
  const char *html; /* without the links of the mentions */
  gsize html_length;
  guint n_articles; /* of the main text */
} GbText;

/* Parses @body of @file.  Problems (HTML, references to units that do not exist, tables whose
 * parts miss their total, …) go to @diagnostics with their place. */
GbText *gb_text_parse (GbArena *arena, const char *file, const GbBody *body,
                       GbDiagnostics *diagnostics);

/* NULL where there is no such anchor. */
const GbUnit *gb_text_unit (const GbText *text, const char *anchor);
/* The unit of @anchor, or the article where it is that of a paragraph, whose number *ret_kuan gets,
 * 0 otherwise.  NULL where there is no such anchor. */
const GbUnit *gb_text_clause (const GbText *text, const char *anchor, int *ret_kuan);

/* Appends the HTML with mention i linked to hrefs[i] (NULL: not linked; not yet escaped) and,
 * behind article i of the units, notes[i] (HTML from a new line on, or NULL).  @hrefs or @notes
 * NULL: none is. */
void gb_text_write (const GbText *text, const char *const *hrefs, const char *const *notes,
                    GString *out);

/* Puts hrefs[i], not yet escaped, in the place of the address of picture i of @html, which
 * gb_text_write appended; NULL: it stays. */
void gb_text_place_pictures (const GbText *text, const char *const *hrefs, GString *html);

/* -- its words alone (plain.c) -- */

/* Appends the words, a line for each heading, paragraph, item and row of a table (its cells
 * parted by tabs), blank lines before headings and around tables; ends with a newline. */
void gb_plain_text (const GbText *text, GString *out);

/* Appends those of a range of the HTML; a line for each block of it. */
void gb_plain_lines (const GbText *text, gsize start, gsize end, GString *out);
/* Those of a unit in one line, white space folded.  The caller frees it with g_free. */
char *gb_plain_unit (const GbText *text, const GbUnit *unit);
/* Whether two texts have the same words and pictures, white space aside. */
gboolean gb_plain_is_same (const GbText *a, const GbText *b);
