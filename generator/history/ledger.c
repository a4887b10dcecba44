#include "history/ledger.h"

#include "history/fact.h"
#include "text/edit.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/words.h"

#include <string.h>

/* Files of one commit whose redline is shown on one page. */
#define FILES_MAX 40
/* Bytes of a file that is compared. */
#define COMPARED_MAX ((gsize)512 * 1024)

const char *
gb_ledger_thing (GbArena *arena, const char *path)
{
  const char *id, *thing = path + strlen ("content/");
  GbThing kind = gb_href_thing_kind (thing, &id);
  const char *slash = kind == GB_THING_SITE ? NULL : strchr (id, '/');
  if (slash != NULL)
    return gb_arena_strndup (arena, thing, (gsize)(slash - thing));
  return kind == GB_THING_SITE || !g_str_has_suffix (id, ".md")
           ? gb_href_thing (arena, GB_THING_SITE, NULL)
           : gb_arena_strndup (arena, thing, strlen (thing) - strlen (".md"));
}

const char *
gb_ledger_main_file (GbArena *arena, const char *thing)
{
  GbThing kind = gb_href_thing_kind (thing, NULL);
  if (kind == GB_THING_SITE)
    return NULL;
  return gb_arena_printf (arena,
                          kind == GB_THING_POLICY     ? "content/%s/policy.md"
                          : kind == GB_THING_REGISTRY ? "content/%s/registry.yaml"
                                                      : "content/%s.md",
                          thing);
}

/* ---- the index ---- */

/* @lists: thing → GArray of GbLedgerEntry. */
static void
index_commit (const GbRecord *record, guint index, GHashTable *lists, GbArena *arena)
{
  guint n;
  const GbRevision *changes = gb_record_changes (record, index, &n);
  for (guint i = 0; i < n;) {
    const char *thing = gb_ledger_thing (arena, changes[i].path);
    guint end = i + 1;
    while (end < n && strcmp (gb_ledger_thing (arena, changes[end].path), thing) == 0)
      end++;
    GArray *list = g_hash_table_lookup (lists, thing);
    if (list == NULL) {
      list = g_array_new (FALSE, FALSE, sizeof (GbLedgerEntry));
      g_hash_table_insert (lists, (gpointer)thing, list);
    }
    GbLedgerEntry *last
      = list->len == 0 ? NULL : &g_array_index (list, GbLedgerEntry, list->len - 1);
    GbLedgerEntry entry = { changes[i].commit, index, &changes[i], end - i };
    /* What belongs to the site itself may stand at several places of one commit: one entry then
     * covers the first of them. */
    if (last == NULL || last->index != index)
      g_array_append_val (list, entry);
    i = end;
  }
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const GbLedgerPage *const *)a)->thing,
                 (*(const GbLedgerPage *const *)b)->thing);
}

GbLedger *
gb_ledger_new (const GbRecord *record, GbArena *arena)
{
  if (record == NULL)
    return NULL;
  GbLedger *ledger = g_new0 (GbLedger, 1);
  g_autoptr (GHashTable) lists
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < gb_record_n_commits (record); i++)
    index_commit (record, i, lists, arena);
  ledger->pages = g_hash_table_new (g_str_hash, g_str_equal);
  ledger->order = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer thing, value;
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &thing, &value)) {
    GbLedgerPage *page = gb_arena_new0 (arena, GbLedgerPage);
    page->thing = thing;
    page->items = gb_arena_seal (arena, value, &page->n_items);
    g_hash_table_insert (ledger->pages, thing, page);
    g_ptr_array_add (ledger->order, page);
  }
  g_ptr_array_sort (ledger->order, compare_pages);
  return ledger;
}

void
gb_ledger_free (GbLedger *ledger)
{
  if (ledger == NULL)
    return;
  g_hash_table_unref (ledger->pages);
  g_ptr_array_unref (ledger->order);
  g_free (ledger);
}

const GbLedgerPage *
gb_ledger_of (const GbLedger *ledger, const char *thing)
{
  return ledger == NULL ? NULL : g_hash_table_lookup (ledger->pages, thing);
}

const GbCommit *
gb_ledger_last (const GbLedgerPage *page)
{
  return page == NULL ? NULL : page->items[page->n_items - 1].commit;
}

gboolean
gb_ledger_has_pages (const GbLedgerPage *page)
{
  return page != NULL && page->n_items > 1 && strcmp (page->thing, "site") != 0
         && !g_str_has_prefix (page->thing, "pages/");
}

static const char *
moment_of (GbArena *arena, gint64 time)
{
  g_autoptr (GTimeZone) shanghai = g_time_zone_new_offset (8 * 3600);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) there = utc == NULL ? NULL : g_date_time_to_timezone (utc, shanghai);
  g_autofree char *text
    = there == NULL ? g_strdup ("") : g_date_time_format (there, "%Y-%m-%dT%H:%M:%S+08:00");
  return gb_arena_strdup (arena, text);
}

void
gb_ledger_set_commit (GbScene *scene, GbValue *object, const char *key, const GbCommit *commit)
{
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "id", commit->id);
  gb_value_set_string (value, "short", gb_arena_strndup (scene->arena, commit->id, 12));
  gb_scene_set_date (scene, value, "day", commit->day);
  gb_value_set_string (value, "time", moment_of (scene->arena, commit->time));
  gb_value_set_string (value, "subject", commit->subject);
  gb_value_set_string (value, "body", commit->body[0] == '\0' ? NULL : commit->body);
  gb_value_set_boolean (value, "editorial", commit->editorial);
  gb_value_set_string (value, "href", gb_href_commit (scene->arena, commit));
}

const char *
gb_ledger_read (GbScene *scene, const char *blob)
{
  if (blob[0] == '\0')
    return "";
  gsize length;
  g_autofree char *bytes = gb_record_read (scene->record, blob, &length, gb_scene_failed (scene));
  if (bytes == NULL || length > COMPARED_MAX || !g_utf8_validate (bytes, (gssize)length, NULL)
      || strlen (bytes) != length)
    return NULL;
  return gb_arena_strndup (scene->arena, bytes, length);
}

/* What stands after "title:" in a file as it was. */
static const char *
old_title (GbScene *scene, const GbRevision *change)
{
  const char *blob = change->after[0] != '\0' ? change->after : change->before;
  const char *text = gb_ledger_read (scene, blob);
  for (const char *line = text; line != NULL && *line != '\0';) {
    gsize length = strcspn (line, "\n");
    if (g_str_has_prefix (line, "title:")) {
      g_autofree char *title = g_strndup (line + 6, length - 6);
      return gb_arena_strdup (scene->arena, g_strstrip (title));
    }
    line += length;
    line += *line == '\n';
  }
  return change->path;
}

void
gb_ledger_set_thing (GbScene *scene, GbValue *object, const char *key, const char *thing,
                     const GbRevision *change)
{
  const char *href = NULL;
  const char *title = NULL;
  const char *slash = strchr (thing, '/');
  const char *id = slash == NULL ? "" : slash + 1;
  if (g_str_has_prefix (thing, GB_HREF_POLICIES)) {
    const GbPolicyCase *policy = gb_corpus_policy (scene->corpus, id);
    href = policy == NULL ? NULL : gb_href_policy (scene->arena, policy);
    title = policy == NULL ? NULL : policy->policy->title;
  } else if (g_str_has_prefix (thing, GB_HREF_REGISTRIES)) {
    const GbRegistryCase *registry = gb_corpus_registry (scene->corpus, id);
    href = registry == NULL ? NULL : gb_href_registry (scene->arena, registry);
    title = registry == NULL ? NULL : registry->registry->title;
  } else if (g_str_has_prefix (thing, GB_HREF_NOTICES)) {
    const GbNoticeCase *notice = gb_corpus_notice (scene->corpus, id);
    href = notice == NULL ? NULL : gb_href_notice (scene->arena, notice);
    title = notice == NULL ? NULL : notice->notice->title;
  } else if (g_str_has_prefix (thing, "pages/")) {
    for (guint i = 0; i < scene->corpus->n_pages; i++)
      if (strcmp (scene->corpus->pages[i].page->id, id) == 0) {
        href = gb_arena_printf (scene->arena, "%s/", id);
        title = scene->corpus->pages[i].page->title;
      }
  } else {
    title = gb_scene_word (scene, "changes.site");
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "href", href);
  gb_value_set_string (value, "title", title != NULL ? title : old_title (scene, change));
}

/* ---- what was done to a file ---- */

void
gb_ledger_set_redline (GbScene *scene, GbValue *object, const char *key, const GbRedline *redline,
                       const GbCompareSide *old_side, const GbCompareSide *new_side)
{
  if (redline->counts[GB_ROW_SAME] == redline->n_rows)
    gb_value_set_null (object, key);
  else
    gb_compare_set_redline (scene, gb_value_set_object (object, key), redline, old_side, new_side);
}

static void
set_pair (GbScene *scene, GbValue *file, const char *key, const GbRedline *redline,
          const GbText *old_text, const GbText *new_text)
{
  const GbCompareSide old_side
    = { .text = old_text, .title = gb_scene_word (scene, "changes.before") };
  const GbCompareSide new_side
    = { .text = new_text, .title = gb_scene_word (scene, "changes.after") };
  gb_ledger_set_redline (scene, file, key, redline, &old_side, &new_side);
}

/* The words of a policy by article, its keys by line; everything else by line.  Returns what to say
 * where there is nothing to compare, within "change-note"; else NULL. */
static const char *
set_redlines (GbScene *scene, GbValue *file, const GbRevision *change)
{
  const char *before = gb_ledger_read (scene, change->before);
  const char *after = gb_ledger_read (scene, change->after);
  if (before == NULL || after == NULL)
    return "bytes";
  gb_fact_set_changes (scene, file, "facts", change->path, before, after);
  const GbEdit edit = gb_edit_compare (scene->arena, change->path, before, after);
  if (edit.words != NULL)
    set_pair (scene, file, "words", edit.words, edit.old_text, edit.new_text);
  set_pair (scene, file, "lines", edit.lines, NULL, NULL);
  return NULL;
}

static GbCompareSide
version_side (GbScene *scene, const GbVersionCase *version, const GbText *text)
{
  return (GbCompareSide){
    .text = text,
    .title = gb_words_fill (scene->words, scene->arena, "redline.version", "from",
                            gb_words_date (scene->words, scene->arena, version->from), NULL),
  };
}

/* A text that was added to a policy changes the one that was to be in force until then: against
 * that, as it was told by then. */
static const char *
set_added (GbScene *scene, GbValue *file, const GbRevision *change)
{
  const char *thing = gb_ledger_thing (scene->arena, change->path);
  const GbPolicyCase *policy
    = g_str_has_prefix (thing, GB_HREF_POLICIES)
        ? gb_corpus_policy (scene->corpus, thing + strlen (GB_HREF_POLICIES))
        : NULL;
  for (guint i = 1; policy != NULL && i < policy->n_versions; i++) {
    const GbVersionCase *version = &policy->versions[i];
    const GbVersionCase *earlier = &policy->versions[i - 1];
    if (version->version == NULL || strcmp (version->version->file, change->path) != 0)
      continue;
    const char *path = earlier->version == NULL ? policy->policy->file : earlier->version->file;
    const GbRevision *then = gb_record_at (scene->record, path, change->commit);
    const char *before
      = then == NULL || then->after[0] == '\0' ? NULL : gb_ledger_read (scene, then->after);
    const char *after = gb_ledger_read (scene, change->after);
    const GbText *old_text = before == NULL ? NULL : gb_edit_text (scene->arena, path, before);
    const GbText *new_text
      = after == NULL ? NULL : gb_edit_text (scene->arena, change->path, after);
    if (old_text == NULL || new_text == NULL)
      continue;
    const GbCompareSide old_side = version_side (scene, earlier, old_text);
    const GbCompareSide new_side = version_side (scene, version, new_text);
    gb_ledger_set_redline (scene, file, "words",
                           gb_redline_texts (scene->arena, old_text, new_text), &old_side,
                           &new_side);
    return "version";
  }
  const char *batch
    = g_str_has_prefix (thing, GB_HREF_REGISTRIES) ? gb_ledger_read (scene, change->after) : NULL;
  if (batch != NULL)
    gb_fact_set_changes (scene, file, "facts", change->path, "", batch);
  return "added";
}

/* words, lines and note of what was done to a file. */
static void
set_changes (GbScene *scene, GbValue *file, const GbRevision *change)
{
  gb_value_set_null (file, "facts");
  gb_value_set_null (file, "words");
  gb_value_set_null (file, "lines");
  const char *note = "removed";
  if (change->renamed_from != NULL)
    note = "renamed";
  else if (change->change == GB_PATH_ADDED)
    note = set_added (scene, file, change);
  else if (change->change == GB_PATH_CHANGED)
    note = set_redlines (scene, file, change);
  if (note == NULL && !gb_value_is_truthy (gb_value_get (file, "words"))
      && !gb_value_is_truthy (gb_value_get (file, "lines")))
    note = "blank";
  gb_value_set_string (file, "note",
                       note == NULL ? NULL : gb_words_in (scene->words, "change-note", note));
}

void
gb_ledger_set_files (GbScene *scene, GbValue *object, const char *key, const GbRevision *changes,
                     guint n_changes)
{
  static const char *const kinds[]
    = { [GB_PATH_ADDED] = "added", [GB_PATH_CHANGED] = "changed", [GB_PATH_REMOVED] = "removed" };
  GbValue *files = gb_value_set_array (object, key);
  guint shown = MIN (n_changes, FILES_MAX);
  for (guint i = 0; i < shown; i++) {
    const GbRevision *change = &changes[i];
    GbValue *file = gb_value_append_object (files);
    gb_value_set_string (file, "path", change->path);
    gb_scene_set_word (scene, file, "what", "change",
                       change->renamed_from != NULL ? "renamed" : kinds[change->change]);
    gb_value_set_string (file, "renamed_from", change->renamed_from);
    set_changes (scene, file, change);
  }
  gb_value_set_string (object, "more_files", gb_scene_more (scene, n_changes - shown));
}
