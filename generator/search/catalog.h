/* Everything that full text is searched in: documents, cut into parts.
 *
 * A document is a page with words of its own: a policy (its current text), an
 * interpretation, a notice, a registry, an entry, a page of text.  They stand in the order in which
 * they are shown: by kind, what is in force first, then by day, newest first.  Parts are numbered
 * through all documents; each holds whole articles, about as many characters as a page of paper.
 * Consecutive parts share a file of texts, which a reader's browser fetches to show what was found.
 *
 * The catalog borrows the corpus and lives in the arena it was made with.
 */
#pragma once

#include "view/view.h"

typedef enum {
  GB_DOCUMENT_POLICY,
  GB_DOCUMENT_INTERPRETATION,
  GB_DOCUMENT_NOTICE,
  GB_DOCUMENT_REGISTRY,
  GB_DOCUMENT_ENTRY,
  GB_DOCUMENT_PAGE,
} GbDocumentKind;
#define GB_DOCUMENT_KIND_COUNT 6

/* A range of the HTML of a text: an article, or what stands between two. */
typedef struct {
  gsize start;
  gsize end;
  const GbUnit *unit; /* NULL: before the first */
} GbPiece;

typedef struct {
  GbDocumentKind kind;
  gconstpointer subject; /* GbPolicyCase, GbNoticeCase, GbRegistryCase, GbEntryCase, GbPageCase */
  const GbText *text;    /* or NULL */
  const char *title;
  const char *number; /* or NULL */
  const char *href;   /* from the root of its language, with '/' at its end */
  const char *group;  /* of the words of its status: "force"; NULL where it has none */
  const char *status; /* "in-force" */
  const char *issuer; /* the name of an agency, or NULL */
  GbWhen date;        /* as exactly as it is known, or GB_WHEN_NONE */
  guint order;        /* among those of its kind, before the date */
  guint first_part;
  guint n_parts; /* at least 1 */
} GbDocument;

typedef struct {
  guint document;
  const GbPiece *pieces;
  guint n_pieces;
  guint file; /* of texts */
} GbPart;

struct _GbCatalog {
  GbDocument *documents;
  guint n_documents;
  GbPart *parts;
  guint n_parts;
  guint n_files;
  gsize n_bytes; /* of all texts, about */
};
typedef struct _GbCatalog GbCatalog;

GbCatalog *gb_catalog_new (const GbCorpus *corpus, const GbValue *words, GbArena *arena);
/* Whether @part begins its document, whose names then come first. */
gboolean gb_catalog_is_first (const GbCatalog *catalog, guint part);
/* Appends the names of a document, a line each: title, number, issuer, date, and what it has
 * instead of a text. */
void gb_catalog_names (const GbDocument *document, GString *out);
/* "2023", or "" where no day of it is known. */
const char *gb_catalog_year (GbArena *arena, GbWhen date);
const char *gb_catalog_kind_name (GbDocumentKind kind);
