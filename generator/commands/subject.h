/* One thing and its past, as diff and log ask for it.
 *
 * A thing is a policy, a registry, a notice or a page, with its files under content/.  Its
 * revisions are the commits that changed any of them, numbered from 1 as on the pages of the site.
 * A thing that is gone is found by its past.  The content is not judged before something asks for
 * it: what was written can be compared while it still has errors.  A subject owns all it hands out.
 */
#pragma once

#include "commands/workspace.h"
#include "record/record.h"
#include "text/edit.h"
#include "view/words.h"

/* What one commit did to the files of a thing. */
typedef struct {
  const GbCommit *commit;
  const GbRevision **changes; /* by path */
  guint n_changes;
} GbSubjectRevision;

typedef struct {
  GbWorkspace workspace; /* content: the folder; in a bare repository what HEAD holds */
  GbArena *arena;
  const GbValue *words;
  GbRepository *repository; /* NULL: in none */
  GbRecord *record;         /* NULL: in no repository, or nothing is committed */
  GPtrArray *uncommitted;   /* paths under content/ and templates/; NULL without a record */
  const char *thing;        /* "policies/ID" */
  const char *id;
  const GbSubjectRevision *revisions; /* oldest first: rN is [N - 1] */
  guint n_revisions;
} GbSubject;

void gb_subject_clear (GbSubject *subject);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GbSubject, gb_subject_clear)

/* @name is "ID" or "policies/ID"; @language that of the words, NULL for zh-CN.  GB_STATUS_DONE, or
 * the exit status after having said what is wrong. */
int gb_subject_open (GbSubject *subject, const GbWorkspaceOptions *options, const char *language,
                     const char *name);
/* Reads and judges the content; the corpus is there afterwards.  As gb_subject_open. */
int gb_subject_judge (GbSubject *subject);

/* Whether the file @path ("content/policies/ID/policy.md") is one of its own. */
gboolean gb_subject_owns (const GbSubject *subject, const char *path);
/* The paths of its files in @tree, sorted, in the arena.  The caller frees the array.  NULL with
 * @error. */
GPtrArray *gb_subject_files (const GbSubject *subject, GbTree *tree, GError **error);
/* Whether its folder @name is there now; "" is its own folder. */
gboolean gb_subject_has_folder (const GbSubject *subject, const char *name);

/* What differs between two states of one file; nothing is set where one is no text, or too large.
 */
GbEdit gb_subject_compare (const GbSubject *subject, const char *path, const char *before,
                           gsize before_length, const char *after, gsize after_length);
/* The words of a policy's file; NULL where it has none. */
const GbText *gb_subject_text (const GbSubject *subject, const char *path, const char *bytes,
                               gsize length);
