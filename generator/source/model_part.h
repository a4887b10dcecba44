/* What several kinds of files hold: texts, where facts were read, ties to documents, decisions.
 *
 * Texts are NULL, lists empty, dates GB_DATE_NONE where the file says nothing; model.h says who
 * owns them.
 */
#pragma once

#include "law/date.h"
#include "source/schema.h"

#define GB_LIST_AT(Type, list, i) ((Type *)(list).items[i])
#define GB_TEXT_AT(list, i) ((const char *)(list).items[i])

/* Markdown after the front matter. */
typedef struct {
  const char *text; /* NUL-terminated, valid UTF-8 */
  gsize length;
  guint first_line; /* line of the file on which it starts, from 1 */
  gboolean page;    /* of content/pages: CommonMark; all others are texts of an authority */
} GbBody;

/* Where a fact was read. */
typedef struct {
  const GbYamlNode *node;
  const char *title;
  const char *url;
  const char *note;
} GbReference;

/* A tie to another document: one of ours, or one named by title and number. */
typedef struct {
  const GbYamlNode *node;
  const char *policy; /* id, or NULL */
  const char *title;
  const char *number;
  const char *url;
  const char *clause; /* of the citing policy */
  GbDate from;        /* when the amendment or repeal takes effect */
  const char *note;
} GbRelation;

typedef struct {
  const GbYamlNode *node;
  const char *title;
  const char *number;
  const char *issuer; /* agency id */
  GbDate date;
  const char *url;
  const char *policy;
} GbDecision;
