/* What git says about a publication: who changed what when, and what was published.
 *
 * A record is made for a source commit and the newest publication before it, both fixed by the
 * caller, and is read-only afterwards: pages are a function of the record and the corpus.  It owns
 * all it hands out.  Legal time (what texts say) never enters here; record time is the committer's
 * time of a commit, and its day the civil date in Asia/Shanghai (UTC+8, all year).
 *
 *   object.c        the one way to git's objects
 *   repository.c    opening, resolving, what is uncommitted
 *   commit_tree.c   the files of a commit
 *   difference.c    what two of them differ in
 *   graph.c walk.c cache.c   all commits once: in order, with what each changed
 *   message.c       a commit's message: subject, body, trailers
 *   record.c        all that together, as pages ask for it
 *   store.c …       writing: blobs and trees, commits, the branch
 */
#pragma once

#include "base/arena.h"
#include "law/date.h"
#include "record/repository.h"

/* A commit that changed something under content/. */
typedef struct {
  char id[GB_OID_LENGTH];
  gint64 time; /* seconds since 1970, UTC; never before that nor after GB_DATE_LAST */
  GbDate day;  /* in Asia/Shanghai */
  const char *subject;
  const char *body;   /* the rest of the message without trailers; "" where there is none */
  gboolean editorial; /* trailer "Change: editorial" */
} GbCommit;

typedef enum { GB_PATH_ADDED, GB_PATH_CHANGED, GB_PATH_REMOVED } GbPathChange;

/* What a commit did to one file.  Ids are "" where there is no such file. */
typedef struct {
  const GbCommit *commit;
  const char *path; /* relative to the prefix: content/policies/x/policy.md */
  GbPathChange change;
  char before[GB_OID_LENGTH]; /* blob; of a merge: in its first parent, or see gb_record_at */
  char after[GB_OID_LENGTH];
  const char *renamed_from; /* the path with the same blob that this commit removed, or NULL */
} GbRevision;

typedef struct {
  char id[GB_OID_LENGTH];
  GbDate as_of;
  gint64 time;
  GbDate day;                 /* of the commit */
  char source[GB_OID_LENGTH]; /* commit */
  gboolean has_source;        /* the history of the record holds that commit */
  const char *manifest;       /* SHA-256 of its publication.json, as its trailer says */
  const char *subject;
  int texts, statuses, pages; /* of the trailers; -1 where one is missing */
  gboolean is_ambiguous;      /* names more than one source, day or manifest: the last is taken */
} GbPublication;

typedef struct _GbRecord GbRecord;

/* @source: commit whose content the pages are made from.  @before: the commit from which earlier
 * publications are looked for (itself included), or NULL for none; its site lies in @site (from the
 * root of the tree: "site", "gov/site", or "" on a branch of its own).  Fails with
 * GB_ERROR_SYSTEM. */
GbRecord *gb_record_new (GbRepository *repository, const char *source, const char *before,
                         const char *site, GError **error);
void gb_record_free (GbRecord *record); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbRecord, gb_record_free)

/* Where the publication lies in the tree of its source: "" or "gov/". */
const char *gb_record_prefix (const GbRecord *record);
/* FALSE in a shallow clone: what happened before its boundary is not known. */
gboolean gb_record_is_complete (const GbRecord *record);

/* Files whose bytes on the disk differ from the source commit's, as a preview has them: NULL-safe,
 * sorted, borrowed.  Set by the caller before pages are made. */
void gb_record_set_uncommitted (GbRecord *record, const GPtrArray *paths);
gboolean gb_record_is_uncommitted (const GbRecord *record, const char *path);

/* Commits, oldest first (parents before children; then by time, then by id). */
guint gb_record_n_commits (const GbRecord *record);
const GbCommit *gb_record_commit (const GbRecord *record, guint index);
/* What commit @index changed, by path. */
const GbRevision *gb_record_changes (const GbRecord *record, guint index, guint *ret_n);
/* The history of one file, oldest first; NULL with 0 where it has none.  Where the file came from
 * another path by an exact rename, the revisions of that path before it are among them. */
const GbRevision *gb_record_of_path (const GbRecord *record, const char *path, guint *ret_n);
/* The last revision of a path that changed it before or on commit @commit's place in the order.
 * NULL where it did not exist then.
 *
 * This is the file as the record had told it by then.  Where branches went side by side it need not
 * be what the tree of @commit holds, because what was committed earlier on the other branch has
 * been told as well; a merge that keeps another text than the one told last counts as a change from
 * that one (its @before), so that after a merge, and after the source commit, the two are the same.
 */
const GbRevision *gb_record_at (const GbRecord *record, const char *path, const GbCommit *commit);
/* The bytes of a blob, followed by a NUL that does not count; the caller frees them.  NULL with
 * GB_ERROR_SYSTEM, which names the blob, where it cannot be read.  Any thread. */
char *gb_record_read (const GbRecord *record, const char *blob, gsize *ret_length, GError **error);

/* Publications before this one, oldest first. */
guint gb_record_n_publications (const GbRecord *record);
const GbPublication *gb_record_publication (const GbRecord *record, guint index);
/* The blob of the file @path ("notices/x/index.html") in the site of @publication; "" where it
 * holds none.  FALSE with GB_ERROR_SYSTEM where that cannot be told.  Any thread. */
gboolean gb_record_published (const GbRecord *record, const GbPublication *publication,
                              const char *path, char ret_blob[GB_OID_LENGTH], GError **error);
/* The same of the last publication, with the bytes, which the caller frees; NULL where the site
 * does not hold it, or where nothing was published.  @record may be NULL. */
gboolean gb_record_last_published (const GbRecord *record, const char *path,
                                   char ret_blob[GB_OID_LENGTH], char **ret_bytes,
                                   gsize *ret_length, GError **error);
/* The blob of @path ("content/notices/x.md") in the source commit of @publication; "" also where
 * history was rewritten and no longer holds that commit. */
gboolean gb_record_published_source (const GbRecord *record, const GbPublication *publication,
                                     const char *path, char ret_blob[GB_OID_LENGTH],
                                     GError **error);
