/* One publication, looked at from all sides.
 *
 * Its commit against its manifest, its place in the history against the source it names, and every
 * byte against what is made once more from that source.
 */
#pragma once

#include "base/hash.h"
#include "base/tree.h"
#include "commands/findings.h"
#include "output/manifest.h"
#include "record/record.h"

/* A file as the publication holds it. */
typedef struct {
  char hash[GB_HASH_LENGTH]; /* SHA-256; "" where there is no ordinary file that can be read */
  gsize size;
} GbInspectedFile;

typedef struct {
  GbRepository *repository; /* borrowed, like the next three */
  const GbPublication *publication;
  const char *page; /* asked about alone, from the root of the site; NULL: everything */
  guint jobs;
  GbArena *arena;
  char *folder;               /* of the site in the tree of its commit; NULL: there is none */
  GbTree *site;               /* what lies there */
  GHashTable *files;          /* path → GbInspectedFile */
  const GbManifest *manifest; /* NULL: none that can be read */
  GbFindings findings;
  guint n_others;   /* files of the publication that are wrong and were not asked about */
  gboolean nowhere; /* the page is neither in the publication nor given by its source */
} GbInspection;

/* Looks at it; what it says about the content of the source goes to standard error. */
void gb_inspection_run (GbInspection *inspection, GbRepository *repository,
                        const GbPublication *publication, const char *page, guint jobs);
void gb_inspection_clear (GbInspection *inspection);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GbInspection, gb_inspection_clear)

/* Whether the file @path of the site was asked about; the manifest always is. */
gboolean gb_inspection_asks (const GbInspection *inspection, const char *path);
/* @path ("": the site itself) from the root of the tree: "site/PATH"; the caller frees it. */
char *gb_inspection_path (const GbInspection *inspection, const char *path);
