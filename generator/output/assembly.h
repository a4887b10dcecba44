/* What a site is put together from: the pages of each language, the theme's assets, the
 * attachments.
 *
 * Pages are filled into their templates (or written as JSON where they have none), the rest is
 * copied byte by byte; everything goes through the writer, and into the manifest.  Borrows all it
 * is given.
 */
#pragma once

#include "corpus/corpus.h"
#include "output/site_folder.h"
#include "template/template.h"

typedef struct {
  const GbCorpus *corpus;
  const GPtrArray *plans; /* GbPlan, one for each language */
  const GbTemplates *templates;
  GbTree *content;            /* holds content/ with its attachments */
  GbTree *theme;              /* whose assets/ are copied */
  const char *theme_hash;     /* for the manifest */
  const char *source;         /* commit, or NULL: what was read is not committed */
  const GPtrArray *published; /* paths of the publication before, or NULL */
} GbAssembly;

/* Is told before anything is made which published @paths nothing would stand at any more, although
 * neither content/addresses.yaml says that they moved or were withdrawn nor are they files that
 * only pages ask for; sorted, maybe none.  FALSE with @error: nothing is made. */
typedef gboolean (*GbAssemblyVanishing) (const GPtrArray *paths, GError **error);

typedef struct {
  guint jobs;
  GbAssemblyVanishing vanishing; /* or NULL */
  GbWriterProgress progress;
  const char *only; /* this page alone (the manifest then names no other); NULL: all */
} GbAssemblyOptions;

/* Makes every file but the manifest and hands it to @take; the manifest is made in @arena.  Fails
 * as gb_writer_make does, and with GB_ERROR_CONTENT where a template is missing, before anything is
 * made. */
const GbManifest *gb_assembly_make (const GbAssembly *assembly, const GbAssemblyOptions *options,
                                    GbWriterTake take, gpointer sink, GbArena *arena,
                                    GError **error);
/* Writes the site into @folder, which fails as site_folder.h says. */
gboolean gb_assembly_write (const GbAssembly *assembly, const GbAssemblyOptions *options,
                            const char *folder, GbSiteSummary *ret_summary, GError **error);
