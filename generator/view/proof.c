/* The proof of publication of a notice: what the record shows of it once its period is over.
 *
 * It speaks only of publications whose day lies in the period, so that it never changes again: of
 * those that hold the notice's page the first and the last, and every change of its source that was
 * recorded in between.
 */
#include "view/ledger.h"

#include <stdlib.h>
#include <string.h>

static const GbSourceHash *
find_source (const GbModel *model, const char *path)
{
  for (guint i = 0; i < model->n_sources; i++)
    if (strcmp (model->sources[i].path, path) == 0)
      return &model->sources[i];
  return NULL;
}

static void
set_publication (GbScene *scene, GbValue *proof, const char *key, const GbPublication *publication)
{
  GbValue *value = gb_value_set_object (proof, key);
  gb_value_set_string (value, "id", publication->id);
  gb_value_set_string (value, "short", gb_arena_strndup (scene->arena, publication->id, 12));
  gb_scene_set_date (scene, value, "as_of", publication->as_of);
  gb_scene_set_date (scene, value, "day", publication->day);
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
    gb_value_append (changes, change);
  }
  gb_scene_set_has (proof, "changes", changes);
}

void
gb_proof_set (GbScene *scene, GbValue *page, const GbNoticeCase *notice)
{
  GbDate opens = notice->notice->opens.first;
  GbDate closes = notice->closes.date;
  if (scene->record == NULL || closes == GB_DATE_NONE || opens == GB_DATE_NONE
      || scene->corpus->as_of <= closes) {
    gb_set_null (page, "proof");
    return;
  }
  const char *path = gb_scene_join (scene, "notices/", notice->notice->id, "/index.html", NULL);
  const GbPublication *first = NULL;
  const GbPublication *last = NULL;
  guint count = 0, without = 0;
  for (guint i = 0; i < gb_record_n_publications (scene->record); i++) {
    const GbPublication *publication = gb_record_publication (scene->record, i);
    char blob[GB_OID_LENGTH];
    if (publication->as_of < opens || publication->as_of > closes)
      continue;
    if (!gb_record_published (scene->record, publication, path, blob)) {
      without += first != NULL;
      continue;
    }
    first = first == NULL ? publication : first;
    last = publication;
    count++;
  }
  GbValue *proof = gb_value_set_object (page, "proof");
  const GbSourceHash *source = find_source (scene->corpus->model, notice->notice->file);
  gb_value_set_string (proof, "file", notice->notice->file);
  gb_value_set_string (proof, "hash", source == NULL ? NULL : source->hash);
  gb_value_set_integer (proof, "count", count);
  gb_value_set_boolean (proof, "interrupted", without > 0);
  set_changes (scene, proof, notice);
  if (count == 0) {
    gb_set_null (proof, "first");
    gb_set_null (proof, "last");
    return;
  }
  set_publication (scene, proof, "first", first);
  set_publication (scene, proof, "last", last);
}
