/* The pages of revisions of a thing: the list of them, and what each changed. */
#include "history/ledger.h"
#include "pages/pages.h"
#include "source/frontmatter.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

#include <string.h>

static const char *
section_of (const char *thing)
{
  return g_str_has_prefix (thing, GB_HREF_POLICIES)     ? "policies"
         : g_str_has_prefix (thing, GB_HREF_REGISTRIES) ? "registries"
                                                        : "notices";
}

/* Title and way back, as on every page about a thing. */
static void
frame (GbScene *scene, GbValue *page, const GbLedgerPage *ledger, const char *word, guint number)
{
  const char *section = section_of (ledger->thing);
  const GbRevision *change = &ledger->items[ledger->n_items - 1].changes[0];
  gb_ledger_set_thing (scene, page, "thing", ledger->thing, change);
  const GbValue *thing = gb_value_get (page, "thing");
  const char *title = gb_value_get (thing, "title")->string;
  const char *href = gb_arena_join (scene->arena, ledger->thing, "/", NULL);
  const char *n = gb_arena_printf (scene->arena, "%u", number);
  gb_frame_set (scene, page, section,
                gb_words_fill (scene->words, scene->arena, word, "title", title, "n", n, NULL),
                NULL);
  gb_frame_add_crumb (page,
                      gb_scene_word (scene, gb_arena_join (scene->arena, "nav.", section, NULL)),
                      gb_arena_join (scene->arena, section, "/", NULL));
  gb_frame_add_crumb (page, title, href);
  gb_frame_set_column (page, gb_scene_word (scene, "changes.title"));
  gb_frame_archive (page);
}

static const char *
revision_href (GbScene *scene, const GbLedgerPage *ledger, guint number)
{
  return gb_href_revision (scene->arena, ledger->thing, number);
}

static void
build_list (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbLedgerPage *ledger = sheet->subject;
  frame (scene, page, ledger, "revision.list", ledger->n_items);
  GbValue *items = gb_value_set_array (page, "items");
  for (guint i = ledger->n_items; i-- > 0;) {
    GbValue *item = gb_value_append_object (items);
    gb_value_set_integer (item, "number", i + 1);
    gb_value_set_string (item, "href", revision_href (scene, ledger, i + 1));
    gb_ledger_set_commit (scene, item, "commit", ledger->items[i].commit);
    GbValue *files = gb_value_set_array (item, "files");
    for (guint k = 0; k < ledger->items[i].n_changes; k++)
      gb_value_append_string (files, ledger->items[i].changes[k].path);
  }
}

/* The file whose words stand for a revision: of a policy's several texts one that it changed, the
 * main one before others. */
static const char *
file_of (GbScene *scene, const char *thing, const GbLedgerEntry *entry)
{
  const char *main_file = gb_ledger_main_file (scene->arena, thing);
  const char *versions = gb_arena_printf (scene->arena, "content/%s/versions/", thing);
  const char *found = main_file;
  for (guint i = 0; i < entry->n_changes; i++) {
    const GbRevision *change = &entry->changes[i];
    if (strcmp (change->path, main_file) == 0)
      return main_file;
    if (g_str_has_prefix (change->path, versions) && change->after[0] != '\0')
      found = change->path;
  }
  return found;
}

/* The words of a file after a commit; NULL where there are none. */
static const GbText *
text_after (GbScene *scene, const char *path, const GbCommit *commit)
{
  const GbRevision *revision = gb_record_at (scene->record, path, commit);
  const char *text = revision == NULL || revision->after[0] == '\0'
                       ? NULL
                       : gb_ledger_read (scene, revision->after);
  if (text == NULL)
    return NULL;
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  GbSourceFile source = { .text = text, .length = strlen (text) };
  const char *yaml;
  gsize length;
  GbBody body;
  return gb_frontmatter_split (&source, path, diagnostics, &yaml, &length, &body)
           ? gb_text_parse (scene->arena, path, &body, diagnostics)
           : NULL;
}

/* Of a policy the one in force; NULL where the thing is gone or has none. */
static const GbText *
current_text (GbScene *scene, const char *thing)
{
  const char *id = strchr (thing, '/') + 1;
  if (g_str_has_prefix (thing, GB_HREF_POLICIES)) {
    const GbPolicyCase *policy = gb_corpus_policy (scene->corpus, id);
    return policy == NULL ? NULL : policy->text;
  }
  const GbNoticeCase *notice = gb_corpus_notice (scene->corpus, id);
  return notice == NULL ? NULL : notice->text;
}

static void
set_text (GbScene *scene, GbValue *page, const GbLedgerPage *ledger, guint index)
{
  gb_value_set_null (page, "html");
  gb_value_set_null (page, "to_current");
  gb_value_set_null (page, "text_file");
  if (g_str_has_prefix (ledger->thing, GB_HREF_REGISTRIES) || index + 1 == ledger->n_items)
    return;
  const char *file = file_of (scene, ledger->thing, &ledger->items[index]);
  const GbText *text = text_after (scene, file, ledger->items[index].commit);
  if (text == NULL)
    return;
  g_autoptr (GString) html = g_string_new (NULL);
  gb_text_write (text, NULL, NULL, html);
  if (html->len == 0)
    return;
  gb_value_set_string (page, "html", gb_arena_strndup (scene->arena, html->str, html->len));
  gb_value_set_string (page, "text_file", file);
  const GbText *current = current_text (scene, ledger->thing);
  if (current == NULL)
    return;
  const GbCompareSide old_side = { .text = text, .title = gb_scene_word (scene, "revision.then") };
  const GbCompareSide new_side
    = { .text = current, .title = gb_scene_word (scene, "revision.now") };
  gb_ledger_set_redline (scene, page, "to_current", gb_redline_texts (scene->arena, text, current),
                         &old_side, &new_side);
}

static void
set_neighbour (GbScene *scene, GbValue *page, const char *key, const GbLedgerPage *ledger,
               guint number)
{
  if (number == 0 || number > ledger->n_items) {
    gb_value_set_null (page, key);
    return;
  }
  GbValue *value = gb_value_set_object (page, key);
  gb_value_set_integer (value, "number", number);
  gb_value_set_string (value, "href", revision_href (scene, ledger, number));
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const GbLedgerPage *ledger = sheet->subject;
  guint number = sheet->part;
  const GbLedgerEntry *entry = &ledger->items[number - 1];
  frame (scene, page, ledger, "revision.title", number);
  gb_frame_add_crumb (page, gb_scene_word (scene, "revision.crumb"),
                      gb_href_revision (scene->arena, ledger->thing, 0));
  gb_value_set_boolean (page, "is_last", number == ledger->n_items);
  gb_value_set_string (
    page, "banner",
    gb_words_fill (scene->words, scene->arena,
                   number == ledger->n_items ? "revision.banner-last" : "revision.banner", "n",
                   gb_arena_printf (scene->arena, "%u", number), "day",
                   gb_words_date (scene->words, scene->arena, entry->commit->day), NULL));
  gb_ledger_set_commit (scene, page, "commit", entry->commit);
  gb_ledger_set_files (scene, page, "files", entry->changes, entry->n_changes);
  set_text (scene, page, ledger, number - 1);
  set_neighbour (scene, page, "earlier", ledger, number - 1);
  set_neighbour (scene, page, "later", ledger, number + 1);
}

void
gb_revision_pages (GbView *view)
{
  for (guint i = 0; view->ledger != NULL && i < view->ledger->order->len; i++) {
    const GbLedgerPage *ledger = view->ledger->order->pdata[i];
    if (!gb_ledger_has_pages (ledger))
      continue;
    gb_sheet_add_page (view, gb_href_revision (view->arena, ledger->thing, 0), "page/revisions",
                       build_list, ledger, 0);
    for (guint number = 1; number <= ledger->n_items; number++)
      gb_sheet_add_page (view, gb_href_revision (view->arena, ledger->thing, number),
                         "page/revision", build, ledger, number);
  }
}
