/* What a publication says of itself: the message of its commit.
 *
 * A first line that a citizen understands, the officer's note, what changed by title, and the
 * trailers by which programs know it (record/record.h reads them back).
 */
#pragma once

#include "commands/edition.h"
#include "output/manifest.h"

typedef struct {
  const char *note; /* the officer's words, or NULL */
  const char *source;
  const char *manifest_hash; /* SHA-256 of publication.json */
  gboolean first;            /* there was no publication before */
  const GbManifest *manifest;
  GbManifestChanges changes;
  guint n_pages;    /* files of the site that were not there or were different */
  guint n_restored; /* files that other commits had changed since the last publication */
} GbAnnouncementFacts;

/* The caller frees it. */
GString *gb_announcement_of_publication (const GbEdition *edition,
                                         const GbAnnouncementFacts *facts);
/* That of a commit of content: @note, with the label where it is @editorial. */
GString *gb_announcement_of_content (const char *note, gboolean editorial);
