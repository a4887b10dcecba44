/* What changed in the record: the newest changes, each year's, each commit's; how to verify it. */
#include "history/change.h"
#include "pages/pages.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/words.h"

/* The commits of a year, or the newest of all. */
typedef struct {
  guint *indices; /* newest first */
  guint n;
  int year; /* 0: the newest of all */
} Span;

static void
append_change (GbScene *scene, GbValue *items, guint index)
{
  GbValue *item = gb_value_append_object (items);
  gb_ledger_set_commit (scene, item, "commit", gb_record_commit (scene->record, index));
  gb_change_set_things (scene, item, index, NULL);
}

static void
set_years (GbScene *scene, GbValue *page, int current)
{
  GbValue *years = gb_value_set_array (page, "years");
  int last = 0;
  for (guint i = gb_record_n_commits (scene->record); i-- > 0;) {
    int year = gb_date_year (gb_record_commit (scene->record, i)->day);
    if (year == last)
      continue;
    gboolean seen = FALSE;
    for (guint k = 0; k < years->length; k++)
      seen = seen || gb_value_get (years->elements[k], "year")->integer == year;
    last = year;
    if (seen)
      continue;
    GbValue *value = gb_value_append_object (years);
    gb_value_set_integer (value, "year", year);
    gb_value_set_string (value, "href", gb_href_year (scene->arena, GB_HREF_CHANGES, year));
    gb_value_set_boolean (value, "current", year == current);
  }
}

static void
frame (GbScene *scene, GbValue *page, const char *title)
{
  gb_frame_set (scene, page, NULL, title, gb_scene_word (scene, "changes.about"));
  gb_frame_set_column (page, gb_scene_word (scene, "changes.title"));
  gb_value_set_boolean (page, "incomplete", !gb_record_is_complete (scene->record));
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const Span *span = sheet->subject;
  const char *year = gb_arena_printf (scene->arena, "%d", span->year);
  frame (scene, page,
         span->year == 0
           ? gb_scene_word (scene, "changes.title")
           : gb_words_fill (scene->words, scene->arena, "changes.year", "year", year, NULL));
  if (span->year != 0)
    gb_frame_add_crumb (page, gb_scene_word (scene, "changes.title"), GB_HREF_CHANGES);
  guint first, end;
  gb_frame_set_pager (scene, page, gb_href_year (scene->arena, GB_HREF_CHANGES, span->year),
                      sheet->part, span->n, &first, &end);
  GbValue *items = gb_value_set_array (page, "items");
  for (guint i = first; i < end; i++)
    append_change (scene, items, span->indices[i]);
  set_years (scene, page, span->year);
}

static void
build_commit (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  guint index = sheet->part;
  const GbCommit *commit = gb_record_commit (scene->record, index);
  guint n;
  const GbRevision *changes = gb_record_changes (scene->record, index, &n);
  frame (scene, page,
         commit->subject[0] != '\0'
           ? commit->subject
           : gb_words_fill (scene->words, scene->arena, "changes.unnamed", "day",
                            gb_words_date (scene->words, scene->arena, commit->day), NULL));
  gb_frame_add_crumb (page, gb_scene_word (scene, "changes.title"), GB_HREF_CHANGES);
  gb_frame_archive (page);
  gb_ledger_set_commit (scene, page, "commit", commit);
  gb_change_set_things (scene, page, index, NULL);
  gb_ledger_set_files (scene, page, "files", changes, n);
}

/* ---- how to verify all this ---- */

static void
build_verify (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *page)
{
  const GbSite *site = scene->corpus->model->site;
  const char *branch = site->publish == NULL ? NULL : site->publish->branch;
  gb_frame_set (scene, page, NULL, gb_scene_word (scene, "verify.title"),
                gb_scene_word (scene, "verify.about"));
  gb_frame_set_column (page, gb_scene_word (scene, "verify.title"));
  gb_value_set_string (page, "repository",
                       site->publish == NULL ? NULL : site->publish->repository);
  /* As a fresh clone has it: what it has not checked out is the remote's. */
  gb_value_set_string (
    page, "branch", branch == NULL ? NULL : gb_arena_join (scene->arena, "origin/", branch, NULL));
  const char *prefix = gb_record_prefix (scene->record);
  gb_value_set_string (page, "prefix", prefix);
  gb_value_set_string (page, "folder",
                       branch == NULL ? gb_arena_join (scene->arena, prefix, "site/", NULL) : "");
  gb_value_set_string (page, "base", gb_scene_address (scene, ""));
}

/* ---- sheets ---- */

/* The commits of @year, or of all the newest. */
static Span *
new_span (GbView *view, int year)
{
  guint n = gb_record_n_commits (view->record);
  Span *span = gb_arena_new0 (view->arena, Span);
  span->year = year;
  span->indices = gb_arena_newv (view->arena, guint, n);
  for (guint i = n; i-- > 0 && (year != 0 || span->n < GB_ROWS);)
    if (year == 0 || gb_date_year (gb_record_commit (view->record, i)->day) == year)
      span->indices[span->n++] = i;
  return span;
}

void
gb_change_pages (GbView *view)
{
  const GbRecord *record = view->record;
  if (record == NULL)
    return;
  guint n = gb_record_n_commits (record);
  gb_sheet_add_page (view, GB_HREF_CHANGES, "page/changes", build, new_span (view, 0), 0);
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++) {
    const GbCommit *commit = gb_record_commit (record, i);
    int year = gb_date_year (commit->day);
    if (g_hash_table_add (years, GINT_TO_POINTER (year))) {
      const Span *span = new_span (view, year);
      gb_sheet_add_list (view, gb_href_year (view->arena, GB_HREF_CHANGES, year), "page/changes",
                         build, span, span->n);
    }
    gb_sheet_add_page (view, gb_href_commit (view->arena, commit), "page/change", build_commit,
                       NULL, i);
  }
  gb_sheet_add_page (view, GB_HREF_VERIFY, "page/verify", build_verify, NULL, 0);
}
