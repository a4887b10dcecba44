/* The output funnel: every file of the site goes through here.
 *
 * A writer is given a plan (addresses, each with what makes its bytes), makes the files on several
 * threads, and replaces on disk only what differs.  Each file is replaced atomically; files that
 * the manifest of the last build names and the plan no longer does are removed last; the manifest
 * (publication.json: as-of date, generator, size and SHA-256 of each file) is written at the very
 * end.
 *
 * While a build runs, .gongbao-building lists what it may write, so that a build that was cut off
 * is seen, and cleaned up after, by the next one.  A folder that is neither empty nor a site of
 * this program is refused, because files would be replaced in it.
 */
#pragma once

#include "base/error.h"
#include "law/date.h"

G_BEGIN_DECLS

#define GB_MANIFEST "publication.json"

/* Appends the bytes of piece @piece to @out.  Called from several threads, each with its own
 * @scratch (see GbWriterThread). */
typedef gboolean (*GbWriterMake) (gconstpointer source, guint piece, gpointer scratch, GString *out,
                                  GError **error);

/* A group of pieces that are made alike; the writer borrows all of it. */
typedef struct {
  GbWriterMake make;
  gconstpointer source;
  guint n_pieces;
  /* The address of a piece from the root of the site, without the first '/'. */
  const char *(*path) (gconstpointer source, guint piece);
} GbWriterGroup;

typedef struct {
  guint files;
  guint created;
  guint replaced;
  guint unchanged;
  guint removed;
  gsize bytes;
  gboolean resumed; /* an earlier build had been cut off */
} GbWriterSummary;

/* Told from the calling thread how far it is; may be NULL. */
typedef void (*GbWriterProgress) (guint done, guint total, gpointer data);

typedef struct {
  const char *folder; /* the site */
  GbDate as_of;
  guint jobs;
  GbWriterProgress progress;
  gpointer progress_data;
  /* What a thread needs for making pieces: made before its first piece, freed after its last. */
  gpointer (*scratch_new) (void);
  void (*scratch_free) (gpointer scratch);
} GbWriterOptions;

/* Makes and writes everything.  FALSE where the folder is refused (GB_ERROR_USAGE), two pieces have
 * one address or a piece cannot be made (GB_ERROR_CONTENT), or the disk fails (GB_ERROR_SYSTEM);
 * every file is whole even then, and the next build completes the site. */
gboolean gb_writer_run (const GbWriterOptions *options, const GbWriterGroup *groups, guint n_groups,
                        GbWriterSummary *ret_summary, GError **error);

G_END_DECLS
