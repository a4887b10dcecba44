/* What a text says of itself, as far as the words are the usual ones: number, title and days of its
 * cover and sign block, 自…起施行, 有效期…, 《X》同时废止; and the terms that it gives to others.
 *
 * Its own is only what is certain: not what stands in quotation marks or in an annex, not
 * 《另一办法》自…起施行, not 许可证有效期五年.  The source is read, so that each statement has its
 * line.
 */
#pragma once

#include "text/phrase.h"
#include "text/text.h"

typedef enum {
  GB_STATEMENT_EFFECT,
  GB_STATEMENT_VALIDITY,
  GB_STATEMENT_TERM,      /* 集群有效期为三年: of something the text is about */
  GB_STATEMENT_REPEAL,    /* words: the title without marks, or the number where none is named */
  GB_STATEMENT_NUMBER,    /* a line of the cover that is a document number */
  GB_STATEMENT_TITLE,     /* a heading of the first level before the articles */
  GB_STATEMENT_SIGNED,    /* a line that is a day, or an agency and a day */
  GB_STATEMENT_ISSUED,    /* …2024年1月3日印发 */
  GB_STATEMENT_PUBLISHED, /* 发布日期：2024年1月3日 */
} GbStatementKind;

typedef struct {
  GbStatementKind kind;
  GbPhrase phrase;    /* EFFECT, VALIDITY, TERM; of the days kind DAY */
  const char *words;  /* normalised; never NULL */
  const char *number; /* REPEAL: in the brackets behind the title, or NULL */
  const GbUnit *unit; /* the innermost it stands in, or NULL */
  guint line;         /* of the source file */
} GbStatement;

/* The statements of @body in reading order, in @arena; @text is what was made of it.  NULL and 0
 * where there are none. */
const GbStatement *gb_statement_read (GbArena *arena, const GbBody *body, const GbText *text,
                                      guint *ret_n);
/* Whether @statement stands in @unit, or in another part of the same article. */
gboolean gb_statement_is_in (const GbStatement *statement, const GbText *text, const GbUnit *unit);
/* Whether @words hold @day in full, in any width and with any gaps. */
gboolean gb_statement_holds_day (const char *words, GbDate day);
