/* What a site is put together from: the pages of a view, the theme's assets, the attachments.
 *
 * Pages are filled into their templates (or written as JSON where they have none), the rest is
 * copied byte by byte; everything goes through the writer.  Borrows all it is given.
 */
#pragma once

#include "output/writer.h"
#include "template/template.h"
#include "view/site.h"

G_BEGIN_DECLS

typedef struct {
  const GbCorpus *corpus;
  const GbView *view;
  const GbTemplates *templates;
  GbTree *content; /* holds content/ with its attachments */
  GbTree *theme;   /* whose assets/ are copied */
} GbAssembly;

/* Writes the site into @folder.  Fails as gb_writer_run does, and with GB_ERROR_CONTENT where a
 * template is missing, before anything is written. */
gboolean gb_assembly_write (const GbAssembly *assembly, const GbWriterOptions *options,
                            GbWriterSummary *ret_summary, GError **error);

G_END_DECLS
