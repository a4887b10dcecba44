#include "history/provenance.h"

#include "history/ledger.h"
#include "view/href.h"
#include "view/words.h"

/* The last commit that changed @file, or any file of the thing where that is a folder. */
static const GbCommit *
last_commit (GbScene *scene, const GbLedgerPage *ledger, const char *file)
{
  if (g_str_has_suffix (file, "/"))
    return gb_ledger_last (ledger);
  guint n;
  const GbRevision *revisions = gb_record_of_path (scene->record, file, &n);
  return n == 0 ? NULL : revisions[n - 1].commit;
}

static gboolean
is_uncommitted (GbScene *scene, const char *file)
{
  if (!g_str_has_suffix (file, "/"))
    return gb_record_is_uncommitted (scene->record, file);
  const GbModel *model = scene->corpus->model;
  for (guint i = 0; i < model->n_sources; i++)
    if (g_str_has_prefix (model->sources[i].path, file)
        && gb_record_is_uncommitted (scene->record, model->sources[i].path))
      return TRUE;
  return FALSE;
}

void
gb_provenance_set (GbScene *scene, GbValue *page, const char *thing, const char *file)
{
  if (scene->record == NULL || file == NULL) {
    gb_value_set_null (page, "provenance");
    return;
  }
  const GbLedgerPage *ledger = gb_ledger_of (scene->view->ledger, thing);
  const GbCommit *commit = last_commit (scene, ledger, file);
  GbValue *value = gb_value_set_object (page, "provenance");
  gb_value_set_string (value, "file", file);
  if (commit == NULL)
    gb_value_set_null (value, "commit");
  else
    gb_ledger_set_commit (scene, value, "commit", commit);
  gb_value_set_boolean (value, "uncommitted", is_uncommitted (scene, file));
  gb_value_set_boolean (value, "incomplete", !gb_record_is_complete (scene->record));
  if (!gb_ledger_has_pages (ledger)) {
    gb_value_set_null (value, "revisions");
    return;
  }
  GbValue *link = gb_value_set_object (value, "revisions");
  gb_value_set_string (link, "href", gb_href_revision (scene->arena, thing, 0));
  gb_value_set_string (
    link, "text",
    gb_words_count (scene->words, scene->arena, "provenance.revisions", ledger->n_items));
}
