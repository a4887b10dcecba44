/* The manifest of a site: publication.json.
 *
 * It says for which day and from which commit the site was made, the fingerprint of each source
 * text apart from its page (so that a change of template is provably no change of text), the status
 * of each thing, and each file with its size and fingerprint; one item to a line, so that git shows
 * what changed.  It is read back by the same room: to know which old files may go, what a
 * publication changed, and what a publication must hold to be genuine.
 */
#pragma once

#include "base/arena.h"
#include "base/error.h"
#include "base/hash.h"
#include "law/date.h"

#define GB_MANIFEST "publication.json"

/* A file of the site, or a source text. */
typedef struct {
  const char *path;
  gsize size;
  char hash[GB_HASH_LENGTH]; /* SHA-256 */
} GbManifestFile;

typedef struct {
  const char *address; /* "policies/x/" */
  const char *status;  /* "in-force" */
} GbManifestStatus;

typedef struct {
  GbDate as_of;
  const char *generator; /* "gongbao 0.1.0" */
  const char *theme;     /* SHA-256 of the theme, or NULL */
  const char *source;    /* commit, or NULL where what was read is not committed */
  GbDate turns;          /* the next day on which a status changes by itself, or GB_DATE_NONE */
  const GbManifestFile *texts; /* by path */
  guint n_texts;
  const GbManifestStatus *statuses; /* by address */
  guint n_statuses;
  const GbManifestFile *files; /* by path, without publication.json itself */
  guint n_files;
} GbManifest;

/* The program's name and version, as manifests give it. */
const char *gb_manifest_generator (void);

/* The caller frees the text. */
GString *gb_manifest_write (const GbManifest *manifest);

/* Reads what gb_manifest_write wrote, into @arena, which keeps a copy of @text.  NULL with
 * GB_ERROR_CONTENT "line N: …" for anything else. */
const GbManifest *gb_manifest_parse (GbArena *arena, const char *text, gsize length,
                                     GError **error);

/* By path. */
void gb_manifest_sort (GbManifestFile *files, guint n_files);

/* NULL where there is none. */
const GbManifestFile *gb_manifest_file (const GbManifest *manifest, const char *path);

typedef struct {
  const char *path;   /* or address */
  const char *before; /* hash or status; NULL: there was none */
  const char *after;  /* NULL: there is none any more */
} GbManifestChange;

/* What differs, each by path. */
typedef struct {
  const GbManifestChange *texts, *statuses, *files;
  guint n_texts, n_statuses, n_files;
} GbManifestChanges;

/* In @arena, borrowing the texts of both; @before may be NULL. */
GbManifestChanges gb_manifest_compare (GbArena *arena, const GbManifest *before,
                                       const GbManifest *after);
