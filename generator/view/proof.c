/* The proof of publication of a notice: what the record shows of it once its period is over.
 *
 * It speaks only of publications whose day lies in the period, so that it never changes again: of
 * each text of the notice that was published the first and the last that held it and the
 * fingerprint, and every change of its source that was recorded in between.  Only the fingerprint
 * of the source as it is now may change later, with the source.
 */
#include "view/ledger.h"

#include "base/hash.h"

#include <string.h>

/* Publications one after the other that hold the notice with the same source. */
typedef struct {
  const GbPublication *first;
  const GbPublication *last;
  guint count;
  char blob[GB_OID_LENGTH];
} Run;

static const GbSourceHash *
find_source (const GbModel *model, const char *path)
{
  for (guint i = 0; i < model->n_sources; i++)
    if (strcmp (model->sources[i].path, path) == 0)
      return &model->sources[i];
  return NULL;
}

static const char *
hash_of (GbScene *scene, const char *blob)
{
  gsize length;
  g_autofree char *bytes = gb_record_read (scene->record, blob, &length, NULL);
  char hash[GB_HASH_LENGTH];
  return bytes == NULL ? NULL
                       : gb_arena_strdup (scene->arena, gb_hash_sha256 (bytes, length, hash));
}

static void
set_publication (GbScene *scene, GbValue *text, const char *key, const GbPublication *publication)
{
  GbValue *value = gb_value_set_object (text, key);
  gb_value_set_string (value, "id", publication->id);
  gb_value_set_string (value, "short", gb_arena_strndup (scene->arena, publication->id, 12));
  gb_scene_set_date (scene, value, "as_of", publication->as_of);
}

/* Returns how many publications of the period hold the notice; @runs gets them by text, @ret_gaps
 * how many in between do not hold it. */
static guint
collect (GbScene *scene, const GbNoticeCase *notice, GArray *runs, guint *ret_gaps)
{
  const char *path = gb_scene_join (scene, "notices/", notice->notice->id, "/index.html", NULL);
  guint count = 0, gaps = 0, missed = 0;
  for (guint i = 0; i < gb_record_n_publications (scene->record); i++) {
    const GbPublication *publication = gb_record_publication (scene->record, i);
    Run run = { publication, publication, 1, "" };
    if (publication->as_of < notice->notice->opens.first
        || publication->as_of > notice->closes.date)
      continue;
    if (!gb_record_published (scene->record, publication, path, run.blob)) {
      missed += count > 0;
      continue;
    }
    gaps += missed;
    missed = 0;
    count++;
    if (!gb_record_published_source (scene->record, publication, notice->notice->file, run.blob))
      run.blob[0] = '\0';
    Run *last = runs->len == 0 ? NULL : &g_array_index (runs, Run, runs->len - 1);
    if (last == NULL || strcmp (last->blob, run.blob) != 0) {
      g_array_append_val (runs, run);
    } else {
      last->last = publication;
      last->count++;
    }
  }
  *ret_gaps = gaps + missed;
  return count;
}

/* Returns the fingerprint of the last text, or NULL. */
static const char *
set_texts (GbScene *scene, GbValue *proof, const GArray *runs)
{
  const char *hash = NULL;
  GbValue *texts = gb_value_set_array (proof, "texts");
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = &g_array_index (runs, Run, i);
    GbValue *text = gb_value_object (scene->arena);
    set_publication (scene, text, "first", run->first);
    if (run->count > 1)
      set_publication (scene, text, "last", run->last);
    else
      gb_set_null (text, "last");
    gb_value_set_string (text, "count",
                         gb_words_count (scene->words, scene->arena, "proof.count", run->count));
    gb_value_set_string (text, "source", run->first->source);
    hash = run->blob[0] == '\0' ? NULL : hash_of (scene, run->blob);
    gb_value_set_string (text, "hash", hash);
    gb_value_append (texts, text);
  }
  gb_scene_set_has (proof, "texts", texts);
  return hash;
}

static gboolean
restarts_on (const GbNoticeCase *notice, GbDate day)
{
  for (guint i = 0; i < notice->n_restarts; i++)
    if (notice->restarts[i]->date == day)
      return TRUE;
  return FALSE;
}

/* Recorded changes of the notice's source after it opened and up to its last day. */
static void
set_changes (GbScene *scene, GbValue *proof, const GbNoticeCase *notice)
{
  const char *thing = gb_scene_join (scene, "notices/", notice->notice->id, NULL);
  const GbLedgerPage *ledger = gb_ledger_of (scene->view->ledger, thing);
  GbValue *changes = gb_value_set_array (proof, "changes");
  for (guint i = 1; ledger != NULL && i < ledger->n_items; i++) {
    const GbCommit *commit = ledger->items[i].commit;
    if (commit->day < notice->notice->opens.first || commit->day > notice->closes.date)
      continue;
    GbValue *change = gb_value_object (scene->arena);
    gb_ledger_set_commit (scene, change, "commit", commit);
    gb_value_set_string (change, "href",
                         gb_arena_printf (scene->arena, "%s/revisions/%u/", thing, i + 1));
    gb_value_set_boolean (change, "restarted", restarts_on (notice, commit->day));
    gb_value_append (changes, change);
  }
  gb_scene_set_has (proof, "changes", changes);
}

static const char *
summarise (GbScene *scene, const GbNoticeCase *notice, guint count, guint gaps)
{
  return gb_words_fill (scene->words, scene->arena,
                        gaps > 0     ? "proof.interrupted"
                        : count == 1 ? "proof.held-one"
                                     : "proof.held",
                        "from",
                        gb_words_date (scene->words, scene->arena, notice->notice->opens.first),
                        "to", gb_words_date (scene->words, scene->arena, notice->closes.date), "n",
                        gb_arena_printf (scene->arena, "%u", count), NULL);
}

void
gb_proof_set (GbScene *scene, GbValue *page, const GbNoticeCase *notice)
{
  if (scene->record == NULL || notice->closes.date == GB_DATE_NONE
      || gb_when_day (notice->notice->opens) == GB_DATE_NONE
      || scene->corpus->as_of <= notice->closes.date) {
    gb_set_null (page, "proof");
    return;
  }
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  guint gaps;
  guint count = collect (scene, notice, runs, &gaps);
  GbValue *proof = gb_value_set_object (page, "proof");
  const char *published = set_texts (scene, proof, runs);
  const GbSourceHash *source = find_source (scene->corpus->model, notice->notice->file);
  const char *now = source == NULL ? NULL : source->hash;
  gb_value_set_string (proof, "file", notice->notice->file);
  gb_value_set_string (proof, "prefix", gb_record_prefix (scene->record));
  gb_value_set_string (proof, "hash", now);
  gb_value_set_string (proof, "now",
                       published == NULL ? NULL
                                         : gb_scene_word (scene, g_strcmp0 (published, now) == 0
                                                                   ? "proof.now-same"
                                                                   : "proof.now-other"));
  gb_value_set_string (proof, "summary",
                       count == 0 ? NULL : summarise (scene, notice, count, gaps));
  set_changes (scene, proof, notice);
}
