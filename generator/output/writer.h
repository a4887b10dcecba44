/* The output funnel: every file of the site goes through here.
 *
 * A plan says what there is to be made: addresses, each with what makes its bytes.  The writer
 * makes the files on several threads and hands each, with its fingerprint, to a sink: a folder
 * (site_folder.h), a repository, or a comparison with what was published.
 */
#pragma once

#include "output/manifest.h"

/* Appends the bytes of piece @piece to @out.  Called from several threads, each with an @arena of
 * its own for what it needs, which is emptied before each piece. */
typedef gboolean (*GbWriterMake) (gconstpointer source, guint piece, GbArena *arena, GString *out,
                                  GError **error);

typedef struct _GbWriterOthers GbWriterOthers;
/* The same of a piece that is composed of others, which gb_writer_other gives. */
typedef gboolean (*GbWriterCompose) (gconstpointer source, guint piece, GbWriterOthers *others,
                                     GString *out, GError **error);

/* A group of pieces that are made alike; the plan borrows all of it. */
typedef struct {
  GbWriterMake make;
  GbWriterCompose compose; /* NULL: @make does it */
  gconstpointer source;
  guint n_pieces;
  /* The address of a piece from the root of the site, without the first '/'. */
  const char *(*path) (gconstpointer source, guint piece);
} GbWriterGroup;

typedef struct _GbWriterPlan GbWriterPlan;

/* Fails with GB_ERROR_CONTENT where two pieces have one address, one has the manifest's, or the
 * file of one stands where another needs a folder.  @groups must outlive the plan. */
GbWriterPlan *gb_writer_plan (const GbWriterGroup *groups, guint n_groups, GError **error);
void gb_writer_plan_free (GbWriterPlan *plan); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbWriterPlan, gb_writer_plan_free)

gboolean gb_writer_plan_has (const GbWriterPlan *plan, const char *path);
/* Leaves out every piece but the one at @path. */
void gb_writer_plan_only (GbWriterPlan *plan, const char *path);

/* Is given a file that was made; @bytes are the writer's.  Called from several threads. */
typedef gboolean (*GbWriterTake) (gpointer sink, const GbManifestFile *file, const GString *bytes,
                                  GError **error);

/* Told from the calling thread how far it is; may be NULL. */
typedef void (*GbWriterProgress) (guint done, guint total);

/* The bytes of piece @piece of @group, which is not composed itself, into the empty @bytes.  Where
 * nobody has made it yet, it is handed to the sink as well.  FALSE where it cannot be made; @error
 * is not set where the failure is the piece's own and already noted. */
gboolean gb_writer_other (GbWriterOthers *others, const GbWriterGroup *group, guint piece,
                          GString *bytes, GError **error);

/* Makes everything, in @jobs threads.  FALSE where a piece cannot be made or the sink refuses it:
 * with the error of the first such piece of the plan. */
gboolean gb_writer_make (GbWriterPlan *plan, guint jobs, GbWriterProgress progress,
                         GbWriterTake take, gpointer sink, GError **error);
/* The files, by path once they are made; borrowed from the plan. */
const GbManifestFile *gb_writer_plan_files (const GbWriterPlan *plan, guint *ret_n);
