#include "history/proof.h"

#include "history/ledger.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/words.h"

#include <string.h>

/* Publications one after the other that hold the notice with the same source. */
typedef struct {
  const GbPublication *first;
  const GbPublication *last;
  guint count;
  char blob[GB_OID_LENGTH]; /* "": not on record */
} Run;

/* What the publications of the record tell of a notice. */
typedef struct {
  GArray *runs;    /* Run, of publications made within the period that hold the notice */
  guint total;     /* publications made within the period */
  guint holding;   /* of these, with the notice */
  guint backdated; /* made after it, with the notice and an as-of day within it */
  GbDate first;    /* the days on which those were made */
  GbDate last;
} Findings;

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
  g_autofree char *bytes = gb_record_read (scene->record, blob, &length, gb_scene_failed (scene));
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
  gb_scene_set_date (scene, value, "day", publication->day);
}

static gboolean
is_within (const GbNoticeCase *notice, GbDate day)
{
  return day >= notice->notice->opens.first && day <= notice->closes.date;
}

static void
add_holding (GbScene *scene, const GbNoticeCase *notice, const GbPublication *publication,
             Findings *findings)
{
  Run run = { publication, publication, 1, "" };
  (void)gb_record_published_source (scene->record, publication, notice->notice->file, run.blob,
                                    gb_scene_failed (scene));
  GArray *runs = findings->runs;
  Run *last = runs->len == 0 ? NULL : &g_array_index (runs, Run, runs->len - 1);
  if (last == NULL || strcmp (last->blob, run.blob) != 0) {
    g_array_append_val (runs, run);
  } else {
    last->last = publication;
    last->count++;
  }
  findings->holding++;
}

static void
add_backdated (const GbPublication *publication, Findings *findings)
{
  if (findings->backdated++ == 0)
    findings->first = findings->last = publication->day;
  findings->first = MIN (findings->first, publication->day);
  findings->last = MAX (findings->last, publication->day);
}

static void
collect (GbScene *scene, const GbNoticeCase *notice, Findings *findings)
{
  const char *path = gb_href_file (scene->arena, gb_href_notice (scene->arena, notice));
  for (guint i = 0; i < gb_record_n_publications (scene->record); i++) {
    const GbPublication *publication = gb_record_publication (scene->record, i);
    gboolean is_in_time = is_within (notice, publication->day);
    char page[GB_OID_LENGTH];
    if (!is_in_time
        && (publication->day <= notice->closes.date || !is_within (notice, publication->as_of)))
      continue;
    gboolean holds
      = gb_record_published (scene->record, publication, path, page, gb_scene_failed (scene))
        && page[0] != '\0';
    findings->total += is_in_time;
    if (holds && is_in_time)
      add_holding (scene, notice, publication, findings);
    else if (holds)
      add_backdated (publication, findings);
  }
}

/* Returns the fingerprint of the last text, or NULL. */
static const char *
set_texts (GbScene *scene, GbValue *proof, const GArray *runs)
{
  const char *hash = NULL;
  GbValue *texts = gb_value_set_array (proof, "texts");
  for (guint i = 0; i < runs->len; i++) {
    const Run *run = &g_array_index (runs, Run, i);
    GbValue *text = gb_value_append_object (texts);
    set_publication (scene, text, "first", run->first);
    if (run->count > 1)
      set_publication (scene, text, "last", run->last);
    else
      gb_value_set_null (text, "last");
    gb_value_set_string (text, "count",
                         gb_words_count (scene->words, scene->arena, "proof.count", run->count));
    gb_value_set_string (text, "source", run->first->source);
    hash = run->blob[0] == '\0' ? NULL : hash_of (scene, run->blob);
    gb_value_set_string (text, "hash", hash);
  }
  gb_scene_set_has (proof, "texts", texts);
  return hash;
}

/* Recorded changes of the notice's source after it opened and up to its last day: how many. */
static guint
set_changes (GbScene *scene, GbValue *proof, const GbNoticeCase *notice)
{
  const char *thing = gb_href_thing (scene->arena, GB_THING_NOTICE, notice->notice->id);
  const GbLedgerPage *ledger = gb_ledger_of (scene->view->ledger, thing);
  GbValue *changes = gb_value_set_array (proof, "changes");
  guint count = 0;
  for (guint i = 1; ledger != NULL && i < ledger->n_items; i++) {
    const GbCommit *commit = ledger->items[i].commit;
    if (!is_within (notice, commit->day))
      continue;
    GbValue *change = gb_value_append_object (changes);
    gb_ledger_set_commit (scene, change, "commit", commit);
    gb_value_set_string (change, "href", gb_href_revision (scene->arena, thing, i + 1));
    count++;
  }
  gb_scene_set_has (proof, "changes", changes);
  return count;
}

static const char *
summarise (GbScene *scene, const GbNoticeCase *notice, const Findings *findings)
{
  if (findings->holding == 0)
    return NULL;
  const char *key = findings->holding < findings->total ? "proof.partly"
                    : findings->total == 1              ? "proof.held-one"
                                                        : "proof.held";
  return gb_words_fill (scene->words, scene->arena, key, "from",
                        gb_words_date (scene->words, scene->arena, notice->notice->opens.first),
                        "to", gb_words_date (scene->words, scene->arena, notice->closes.date), "n",
                        gb_arena_printf (scene->arena, "%u", findings->total), "held",
                        gb_arena_printf (scene->arena, "%u", findings->holding), NULL);
}

static const char *
tell_backdated (GbScene *scene, const Findings *findings)
{
  if (findings->backdated == 0)
    return NULL;
  return gb_words_fill (scene->words, scene->arena,
                        findings->first == findings->last ? "proof.backdated"
                                                          : "proof.backdated-span",
                        "n", gb_arena_printf (scene->arena, "%u", findings->backdated), "first",
                        gb_words_date (scene->words, scene->arena, findings->first), "last",
                        gb_words_date (scene->words, scene->arena, findings->last), NULL);
}

void
gb_proof_set (GbScene *scene, GbValue *page, const GbNoticeCase *notice)
{
  if (scene->record == NULL || notice->closes.date == GB_DATE_NONE
      || gb_when_day (notice->notice->opens) == GB_DATE_NONE
      || scene->corpus->as_of <= notice->closes.date) {
    gb_value_set_null (page, "proof");
    return;
  }
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  Findings findings = { .runs = runs };
  collect (scene, notice, &findings);
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
  gb_value_set_string (proof, "summary", summarise (scene, notice, &findings));
  gb_value_set_string (proof, "backdated", tell_backdated (scene, &findings));
  /* Said only of what was seen: one text in all that was published within the period. */
  gboolean is_unchanged = set_changes (scene, proof, notice) == 0 && runs->len == 1
                          && g_array_index (runs, Run, 0).blob[0] != '\0';
  gb_value_set_string (proof, "unchanged",
                       is_unchanged ? gb_scene_word (scene, "proof.unchanged") : NULL);
}
