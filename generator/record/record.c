#include "record/record.h"

#include "record/graph_read.h"
#include "record/message.h"
#include "record/object.h"
#include "record/oid.h"
#include "record/walk.h"

#include <string.h>

/* The history of one path. */
typedef struct {
  const GbRevision *revisions;
  guint n_revisions;
} PathHistory;

struct _GbRecord {
  GbArena *arena;
  git_repository *git; /* our own handle: the caller's may go, and be used, meanwhile */
  git_odb *odb;
  GMutex mutex; /* of git; odb has its own */
  char *prefix;
  char *site;
  gboolean complete;
  GHashTable *uncommitted; /* paths, or NULL */
  GbCommit *commits;
  guint n_commits;
  GbRevision *revisions; /* by commit, then path */
  guint *starts;         /* of each commit; one more than commits */
  GHashTable *by_path;   /* path → PathHistory */
  GbPublication *publications;
  guint n_publications;
};

#define DAY (24 * 3600)
/* Shanghai is eight hours ahead of UTC, all year. */
#define AHEAD (8 * 3600)

static gint64
clamp_time (gint64 time)
{
  return CLAMP (time, 0, (gint64)(GB_DATE_LAST + 1) * DAY - AHEAD - 1);
}

static GbDate
day_of (gint64 time)
{
  return (GbDate)((clamp_time (time) + AHEAD) / DAY);
}

/* ---- commits and what they changed ---- */

static gboolean
is_shown (const GbGraphCommit *commit)
{
  return commit->from_source && commit->n_changes > 0;
}

static void
fill_commit (GbRecord *record, const GbGraphCommit *from, GbCommit *commit)
{
  GbMessage message = gb_message_parse (record->arena, from->message);
  git_oid_tostr (commit->id, sizeof commit->id, &from->id);
  commit->time = clamp_time (from->time);
  commit->day = day_of (from->time);
  commit->subject = message.subject;
  commit->body = message.body;
  const char *label = gb_message_trailer (record->arena, &message, "Change");
  commit->editorial = label != NULL && g_ascii_strcasecmp (label, "editorial") == 0;
}

static void
set_id (char id[GB_OID_LENGTH], const git_oid *oid)
{
  if (git_oid_is_zero (oid))
    id[0] = '\0';
  else
    git_oid_tostr (id, GB_OID_LENGTH, oid);
}

/* What was added came from a file that the same commit removed and that had the same bytes; each is
 * the origin of one, in the order of their paths. */
static void
find_origins (const GbGraphCommit *from, GbRevision *revisions)
{
  g_autoptr (GHashTable) removed = g_hash_table_new (gb_oid_hash, gb_oid_equal); /* → index + 1 */
  g_autofree guint *next = g_new0 (guint, from->n_changes);
  for (guint i = from->n_changes; i-- > 0;) {
    git_oid *bytes = (git_oid *)&from->changes[i].before;
    if (revisions[i].change != GB_PATH_REMOVED)
      continue;
    next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (removed, bytes));
    g_hash_table_insert (removed, bytes, GUINT_TO_POINTER (i + 1));
  }
  for (guint i = 0; g_hash_table_size (removed) > 0 && i < from->n_changes; i++) {
    git_oid *bytes = (git_oid *)&from->changes[i].after;
    guint origin = revisions[i].change != GB_PATH_ADDED
                     ? 0
                     : GPOINTER_TO_UINT (g_hash_table_lookup (removed, bytes));
    if (origin == 0)
      continue;
    revisions[i].renamed_from = from->changes[origin - 1].path;
    g_hash_table_insert (removed, bytes, GUINT_TO_POINTER (next[origin - 1]));
  }
}

static void
fill_revisions (const GbGraphCommit *from, const GbCommit *commit, GbRevision *revisions)
{
  for (guint i = 0; i < from->n_changes; i++) {
    const GbGraphChange *change = &from->changes[i];
    GbRevision *revision = &revisions[i];
    revision->commit = commit;
    revision->path = change->path;
    set_id (revision->before, &change->before);
    set_id (revision->after, &change->after);
    revision->change = git_oid_is_zero (&change->after)    ? GB_PATH_REMOVED
                       : git_oid_is_zero (&change->before) ? GB_PATH_ADDED
                                                           : GB_PATH_CHANGED;
  }
  find_origins (from, revisions);
}

/* The paths of the graph begin below content/; those of the record at the prefix. */
static void
fill_commits (GbRecord *record, const GbGraph *graph)
{
  guint n_commits = 0, n_revisions = 0;
  for (guint i = 0; i < graph->n_commits; i++)
    if (is_shown (graph->commits[i])) {
      n_commits++;
      n_revisions += graph->commits[i]->n_changes;
    }
  record->commits = gb_arena_newv (record->arena, GbCommit, n_commits);
  record->revisions = gb_arena_newv (record->arena, GbRevision, n_revisions);
  record->starts = gb_arena_newv (record->arena, guint, n_commits + 1);
  g_autoptr (GHashTable) paths = g_hash_table_new (NULL, NULL); /* of the graph → of the record */
  guint next = 0;
  for (guint i = 0; i < graph->n_commits; i++) {
    const GbGraphCommit *from = graph->commits[i];
    if (!is_shown (from))
      continue;
    GbCommit *commit = &record->commits[record->n_commits];
    record->starts[record->n_commits++] = next;
    fill_commit (record, from, commit);
    fill_revisions (from, commit, &record->revisions[next]);
    next += from->n_changes;
  }
  record->starts[record->n_commits] = next;
  for (guint i = 0; i < n_revisions; i++) {
    const char **fields[] = { &record->revisions[i].path, &record->revisions[i].renamed_from };
    for (gsize k = 0; k < G_N_ELEMENTS (fields); k++) {
      if (*fields[k] == NULL)
        continue;
      const char *path = g_hash_table_lookup (paths, *fields[k]);
      if (path == NULL) {
        path = gb_arena_printf (record->arena, "content/%s", *fields[k]);
        g_hash_table_insert (paths, (gpointer)*fields[k], (gpointer)path);
      }
      *fields[k] = path;
    }
  }
}

/* ---- by path ---- */

/* What is collected for one path: its revisions, and before it came from another path those of
 * that one, and so on. */
typedef struct {
  GHashTable *lists; /* path → GPtrArray of GbRevision */
  GHashTable *taken; /* path → how many of its revisions are in out */
  GPtrArray *out;
  GQueue *origins; /* of revisions whose renamed_from is still to be followed */
} Collecting;

/* Adds the revisions of @path before @limit. */
static void
collect (Collecting *collecting, const char *path, const GbCommit *limit)
{
  const GPtrArray *list = g_hash_table_lookup (collecting->lists, path);
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (collecting->taken, path));
  guint end = first;
  for (; list != NULL && end < list->len; end++) {
    GbRevision *revision = list->pdata[end];
    if (revision->commit >= limit)
      break;
    g_ptr_array_add (collecting->out, revision);
    if (revision->renamed_from != NULL)
      g_queue_push_tail (collecting->origins, revision);
  }
  if (end > first)
    g_hash_table_insert (collecting->taken, (gpointer)path, GUINT_TO_POINTER (end));
}

/* All revisions lie in one array, by commit and path. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const GbRevision *x = *(const GbRevision *const *)a;
  const GbRevision *y = *(const GbRevision *const *)b;
  return (x > y) - (x < y);
}

static PathHistory *
make_history (GbRecord *record, Collecting *collecting, const char *path)
{
  GPtrArray *out = collecting->out;
  g_ptr_array_set_size (out, 0);
  g_hash_table_remove_all (collecting->taken);
  collect (collecting, path, record->commits + record->n_commits);
  if (!g_queue_is_empty (collecting->origins)) {
    for (const GbRevision *at; (at = g_queue_pop_head (collecting->origins)) != NULL;)
      collect (collecting, at->renamed_from, at->commit);
    g_ptr_array_sort (out, compare_places);
  }
  GbRevision *revisions = gb_arena_newv (record->arena, GbRevision, out->len);
  for (guint i = 0; i < out->len; i++)
    revisions[i] = *(const GbRevision *)out->pdata[i];
  PathHistory *history = gb_arena_new0 (record->arena, PathHistory);
  *history = (PathHistory){ revisions, out->len };
  return history;
}

static void
index_paths (GbRecord *record)
{
  g_autoptr (GHashTable) lists
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < record->starts[record->n_commits]; i++) {
    const GbRevision *revision = &record->revisions[i];
    GPtrArray *list = g_hash_table_lookup (lists, revision->path);
    if (list == NULL) {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, (gpointer)revision->path, list);
    }
    g_ptr_array_add (list, (gpointer)revision);
  }
  record->by_path = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  g_autoptr (GQueue) origins = g_queue_new ();
  Collecting collecting = { lists, taken, out, origins };
  GHashTableIter iter;
  gpointer path;
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_hash_table_insert (record->by_path, path, make_history (record, &collecting, path));
}

/* ---- publications ---- */

static gboolean
is_hexadecimal (const char *text, gsize length)
{
  return text != NULL && strlen (text) == length && strspn (text, "0123456789abcdef") == length;
}

static int
count_of (GbArena *arena, const GbMessage *message, const char *key)
{
  const char *text = gb_message_trailer (arena, message, key);
  if (text == NULL || *text == '\0' || strlen (text) > 9
      || strspn (text, "0123456789") != strlen (text))
    return -1;
  return (int)g_ascii_strtoll (text, NULL, 10);
}

/* FALSE where the message is no publication's. */
static gboolean
parse_publication (GbArena *arena, const git_oid *id, gint64 time, const char *text,
                   GbPublication *ret_publication)
{
  GbMessage message = gb_message_parse (arena, text);
  const char *source = gb_message_trailer (arena, &message, "Source");
  const char *as_of = gb_message_trailer (arena, &message, "As-Of");
  const char *manifest = gb_message_trailer (arena, &message, "Manifest");
  GbDate day;
  if (!is_hexadecimal (source, GIT_OID_HEXSZ) || !is_hexadecimal (manifest, 64) || as_of == NULL
      || !gb_date_parse (as_of, &day))
    return FALSE;
  GbPublication publication = {
    .as_of = day,
    .time = clamp_time (time),
    .day = day_of (time),
    .manifest = manifest,
    .subject = message.subject,
    .texts = count_of (arena, &message, "Texts-Changed"),
    .statuses = count_of (arena, &message, "Statuses-Changed"),
    .pages = count_of (arena, &message, "Pages-Rerendered"),
    .is_ambiguous = gb_message_count (&message, "Source") > 1
                    || gb_message_count (&message, "As-Of") > 1
                    || gb_message_count (&message, "Manifest") > 1,
  };
  git_oid_tostr (publication.id, sizeof publication.id, id);
  g_strlcpy (publication.source, source, sizeof publication.source);
  *ret_publication = publication;
  return TRUE;
}

/* What a cache remembers besides is not asked for: the record must be the same without one. */
static gboolean
is_in_history (const GbGraph *graph, const char *commit)
{
  git_oid id;
  const GbGraphCommit *found
    = git_oid_fromstr (&id, commit) < 0 ? NULL : g_hash_table_lookup (graph->by_id, &id);
  return found != NULL && (found->from_source || found->from_publications);
}

static void
fill_publications (GbRecord *record, const GbGraph *graph)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GbPublication));
  for (guint i = 0; i < graph->n_commits; i++) {
    const GbGraphCommit *commit = graph->commits[i];
    GbPublication publication;
    if (!commit->from_publications
        || !parse_publication (record->arena, &commit->id, commit->time, commit->message,
                               &publication))
      continue;
    publication.has_source = is_in_history (graph, publication.source);
    g_array_append_val (found, publication);
  }
  record->publications = gb_arena_seal (record->arena, found, &record->n_publications);
}

/* ---- the record ---- */

static gboolean
open_handle (GbRecord *record, GbRepository *repository, GError **error)
{
  const char *folder = git_repository_path (gb_repository_git (repository));
  int code = gb_object_open (folder, GIT_REPOSITORY_OPEN_NO_SEARCH, &record->git);
  if (code == 0)
    code = git_repository_odb (&record->odb, record->git);
  return code == 0
         || gb_repository_fail (error, code, "the repository cannot be opened: %s", folder);
}

static char *
cache_file (const GbRepository *repository)
{
  const char *folder = gb_repository_cache_folder (repository);
  if (folder == NULL)
    return NULL;
  g_autofree char *name = g_strconcat ("history-", gb_repository_prefix (repository), NULL);
  return g_build_filename (folder, g_strdelimit (name, "/", '-'), NULL);
}

GbRecord *
gb_record_new (GbRepository *repository, const char *source, const char *before, const char *site,
               GError **error)
{
  g_autoptr (GbRecord) record = g_new0 (GbRecord, 1);
  g_mutex_init (&record->mutex);
  record->arena = gb_arena_new ();
  record->prefix = g_strdup (gb_repository_prefix (repository));
  record->site = g_strdup (site);
  if (!open_handle (record, repository, error))
    return NULL;
  g_autofree char *folder = g_strconcat (record->prefix, "content", NULL);
  g_autofree char *cache = cache_file (repository);
  g_autoptr (GbGraph) graph = gb_graph_read (repository, source, before, folder, cache, error);
  if (graph == NULL)
    return NULL;
  record->complete = graph->complete;
  fill_commits (record, graph);
  index_paths (record);
  fill_publications (record, graph);
  return g_steal_pointer (&record);
}

void
gb_record_free (GbRecord *record)
{
  if (record == NULL)
    return;
  g_clear_pointer (&record->by_path, g_hash_table_unref);
  g_clear_pointer (&record->uncommitted, g_hash_table_unref);
  git_odb_free (record->odb);
  git_repository_free (record->git);
  g_mutex_clear (&record->mutex);
  g_free (record->prefix);
  g_free (record->site);
  gb_arena_free (record->arena);
  g_free (record);
}

const char *
gb_record_prefix (const GbRecord *record)
{
  return record->prefix;
}

gboolean
gb_record_is_complete (const GbRecord *record)
{
  return record->complete;
}

void
gb_record_set_uncommitted (GbRecord *record, const GPtrArray *paths)
{
  g_clear_pointer (&record->uncommitted, g_hash_table_unref);
  record->uncommitted = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    g_hash_table_add (record->uncommitted, gb_arena_strdup (record->arena, paths->pdata[i]));
}

gboolean
gb_record_is_uncommitted (const GbRecord *record, const char *path)
{
  return record->uncommitted != NULL && g_hash_table_contains (record->uncommitted, path);
}

guint
gb_record_n_commits (const GbRecord *record)
{
  return record->n_commits;
}

const GbCommit *
gb_record_commit (const GbRecord *record, guint index)
{
  return &record->commits[index];
}

const GbRevision *
gb_record_changes (const GbRecord *record, guint index, guint *ret_n)
{
  *ret_n = record->starts[index + 1] - record->starts[index];
  return &record->revisions[record->starts[index]];
}

const GbRevision *
gb_record_of_path (const GbRecord *record, const char *path, guint *ret_n)
{
  const PathHistory *history = g_hash_table_lookup (record->by_path, path);
  *ret_n = history == NULL ? 0 : history->n_revisions;
  return history == NULL ? NULL : history->revisions;
}

const GbRevision *
gb_record_at (const GbRecord *record, const char *path, const GbCommit *commit)
{
  guint n;
  const GbRevision *revisions = gb_record_of_path (record, path, &n);
  const GbRevision *found = NULL;
  for (guint i = 0; i < n && revisions[i].commit <= commit; i++)
    if (strcmp (revisions[i].path, path) == 0)
      found = &revisions[i];
  return found == NULL || found->change == GB_PATH_REMOVED ? NULL : found;
}

char *
gb_record_read (const GbRecord *record, const char *blob, gsize *ret_length, GError **error)
{
  return gb_repository_read (record->odb, blob, ret_length, error);
}

guint
gb_record_n_publications (const GbRecord *record)
{
  return record->n_publications;
}

const GbPublication *
gb_record_publication (const GbRecord *record, guint index)
{
  return &record->publications[index];
}

/* The blob at FOLDER/PATH of @commit; "" where there is none. */
static gboolean
find_blob (const GbRecord *record, const char *commit, const char *folder, const char *path,
           char ret_blob[GB_OID_LENGTH], GError **error)
{
  g_autofree char *full = folder[0] == '\0'                ? g_strdup (path)
                          : g_str_has_suffix (folder, "/") ? g_strconcat (folder, path, NULL)
                                                           : g_strconcat (folder, "/", path, NULL);
  GbObjectEntry entry;
  g_mutex_lock ((GMutex *)&record->mutex);
  int code = gb_object_find_in (record->git, commit, full, &entry);
  g_mutex_unlock ((GMutex *)&record->mutex);
  if (code != 0)
    return gb_repository_fail (error, code, "commit %.12s cannot be read at %s", commit, full);
  if (entry.mode == GIT_FILEMODE_BLOB || entry.mode == GIT_FILEMODE_BLOB_EXECUTABLE)
    git_oid_tostr (ret_blob, GB_OID_LENGTH, &entry.id);
  else
    ret_blob[0] = '\0';
  return TRUE;
}

gboolean
gb_record_published (const GbRecord *record, const GbPublication *publication, const char *path,
                     char ret_blob[GB_OID_LENGTH], GError **error)
{
  return find_blob (record, publication->id, record->site, path, ret_blob, error);
}

gboolean
gb_record_last_published (const GbRecord *record, const char *path, char ret_blob[GB_OID_LENGTH],
                          char **ret_bytes, gsize *ret_length, GError **error)
{
  guint n = record == NULL ? 0 : record->n_publications;
  ret_blob[0] = '\0';
  *ret_bytes = NULL;
  if (n > 0 && !gb_record_published (record, &record->publications[n - 1], path, ret_blob, error))
    return FALSE;
  if (ret_blob[0] != '\0')
    *ret_bytes = gb_record_read (record, ret_blob, ret_length, error);
  return ret_blob[0] == '\0' || *ret_bytes != NULL;
}

gboolean
gb_record_published_source (const GbRecord *record, const GbPublication *publication,
                            const char *path, char ret_blob[GB_OID_LENGTH], GError **error)
{
  ret_blob[0] = '\0';
  return !publication->has_source
         || find_blob (record, publication->source, record->prefix, path, ret_blob, error);
}
