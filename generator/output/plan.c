#include "output/plan.h"

#include "export/akn.h"
#include "export/appointment.h"
#include "export/csv.h"
#include "export/files.h"
#include "export/diary.h"
#include "export/feed.h"
#include "export/linked.h"
#include "history/ledger.h"
#include "pages/pages.h"
#include "search/index.h"
#include "search/postings.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/site.h"

#include <string.h>

#define PAGES(kind) gb_##kind##_pages,

/* Every kind of file in their order of need, the long files first, so that no thread ends up alone
 * with one. */
static void (*const add_sheets[]) (GbView *view) = {
  gb_csv_files,     gb_appointment_files, gb_index_files, gb_data_files,
  gb_package_files, gb_text_files,        gb_akn_files,   GB_PAGE_KINDS (PAGES) gb_feed_files,
  gb_sitemap_files, /* lists all pages */
};

GbPlan *
gb_plan_new (const GbCorpus *corpus, const GbValue *words, const GbRecord *record,
             const GPtrArray *published, GError **error)
{
  g_autoptr (GbPlan) view = gb_view_new (corpus, words, record);
  view->published = published;
  view->ledger = gb_ledger_new (record, view->arena);
  view->diary = gb_diary_new (view, error);
  if (view->diary == NULL)
    return NULL;
  view->site = gb_site_value (view, gb_diary_has (view, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (add_sheets); i++)
    add_sheets[i](view);
  return g_steal_pointer (&view);
}

void
gb_plan_free (GbPlan *plan)
{
  if (plan == NULL)
    return;
  gb_csv_free (plan);
  gb_diary_free (plan->diary);
  gb_postings_free (plan->postings);
  gb_ledger_free (plan->ledger);
  gb_view_free (plan);
}

static const GbSheet *
sheet_at (const GbPlan *plan, guint page)
{
  return &g_array_index (plan->sheets, GbSheet, page);
}

guint
gb_plan_count (const GbPlan *plan)
{
  return plan->sheets->len;
}

const char *
gb_plan_path (const GbPlan *plan, guint page)
{
  return sheet_at (plan, page)->file;
}

const char *
gb_plan_template (const GbPlan *plan, guint page)
{
  return sheet_at (plan, page)->template;
}

const GbValue *
gb_plan_site (const GbPlan *plan)
{
  return plan->site;
}

/* "../../" for "policies/x/index.html", "./" for what stands at the root. */
static const char *
root_of (GbArena *arena, const char *path)
{
  guint depth = 0;
  for (const char *at = path; *at != '\0'; at++)
    depth += *at == '/';
  if (depth == 0)
    return "./";
  char *root = gb_arena_alloc (arena, 3 * depth + 1);
  for (guint i = 0; i < depth; i++)
    memcpy (root + 3 * i, "../", 3);
  return root;
}

static GbScene
open_scene (const GbView *view, const GbSheet *sheet, GbArena *arena, GError **failed)
{
  return (GbScene){
    .view = view,
    .corpus = view->corpus,
    .record = view->record,
    .words = view->words,
    .arena = arena,
    .root = root_of (arena, sheet->path),
    .data = sheet->template == NULL,
    .failed = failed,
  };
}

/* Where the page stands: top (to the root of the site), here (its address in every language),
 * canonical. */
static void
set_place (GbScene *scene, const GbSheet *sheet, GbValue *context)
{
  GbArena *arena = scene->arena;
  const char *up = scene->view->folder[0] == '\0' ? "" : "../";
  gb_value_set_string (context, "top", gb_arena_printf (arena, "%s%s", scene->root, up));
  gb_value_set_string (context, "here", gb_href_of_file (arena, sheet->path));
  gb_value_set_string (context, "canonical", gb_scene_address (scene, sheet->path));
}

const GbValue *
gb_plan_context (const GbPlan *plan, guint page, GbArena *arena, GError **error)
{
  const GbSheet *sheet = sheet_at (plan, page);
  g_autoptr (GError) failed = NULL;
  GbScene scene = open_scene (plan, sheet, arena, &failed);
  GbValue *context = gb_value_object (arena);
  if (!scene.data) {
    gb_value_set_string (context, "root", scene.root);
    set_place (&scene, sheet, context);
  }
  sheet->build (&scene, sheet, context);
  if (!scene.data)
    gb_linked_finish (&scene, sheet, context);
  if (failed == NULL)
    return context;
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

gboolean
gb_plan_print (const GbPlan *plan, guint page, GbArena *arena, GString *out, GError **error)
{
  const GbSheet *sheet = sheet_at (plan, page);
  g_autoptr (GError) failed = NULL;
  GbScene scene = open_scene (plan, sheet, arena, &failed);
  sheet->print (&scene, sheet, out);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

gboolean
gb_plan_is_printed (const GbPlan *plan, guint page)
{
  return sheet_at (plan, page)->build == NULL;
}
