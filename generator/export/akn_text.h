/* Akoma Ntoso 3.0, the XML that parliaments exchange laws in: a file beside the page of each
 * policy, and of each of its texts.
 *
 * akn.c writes the frame and what is known of the document, akn_text.c its words.  The schema is
 * tests/schemas/akomantoso30.xsd.
 *
 * Units: 编 book, 分编 division, 章 chapter, 节 section, 第X部分 part, 一、 level, 条 article,
 * 款 paragraph, 项 point, 目 and below indent; a heading without number, a covering notice, the
 * text under one and words between units are hcontainers (heading, cover, text, words); an annex is
 * an attachment.  An eId is the anchor of the page; a 款 has that of its article and "-kuan2",
 * words between units "-words1".  What follows the last unit of the text as a whole are its
 * conclusions.
 */
#pragma once

#include "view/view.h"

typedef struct {
  GbScene *scene;
  GString *out;
  const GbText *text;
  const char *const *hrefs; /* of each mention of the text, absolute; NULL: it leads nowhere */
  const char *title;        /* of the document, where its text has none */
  const char *work;         /* its address, with '/' at the end */
  const char *period;       /* eId of the temporal group that the text holds for, or NULL */
  /* Appends <meta> for an annex, a document of its own. */
  void (*put_annex_meta) (gpointer data, const char *anchor);
  gpointer data;
} GbAknText;

/* <preface>, <body>, <conclusions> and <attachments>. */
void gb_akn_text_write (const GbAknText *akn);
/* An address as it may stand in an attribute: what URIs do not allow is percent-encoded.  NULL
 * where it is none. */
const char *gb_akn_text_uri (GbArena *arena, const char *address);
/* ` name="value"`, escaped. */
void gb_akn_text_put_attribute (GString *out, const char *name, const char *value);
