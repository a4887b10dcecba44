/* The page that searches. */
#include "pages/pages.h"
#include "search/catalog.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/sheet.h"

#include <string.h>

static void
append_choice (GbValue *choices, const char *value, const char *word)
{
  GbValue *choice = gb_value_append_object (choices);
  gb_value_set_string (choice, "value", value);
  gb_value_set_string (choice, "word", word);
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The values that documents have, each once, by text. */
static GPtrArray *
values_of (GbScene *scene, const char *(*value_of) (GbScene *scene, const GbDocument *document))
{
  const GbCatalog *catalog = scene->view->catalog;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *values = g_ptr_array_new ();
  for (guint i = 0; i < catalog->n_documents; i++) {
    const char *value = value_of (scene, &catalog->documents[i]);
    if (value != NULL && value[0] != '\0' && g_hash_table_add (seen, (gpointer)value))
      g_ptr_array_add (values, (gpointer)value);
  }
  g_ptr_array_sort (values, compare_text);
  return values;
}

static const char *
document_year (GbScene *scene, const GbDocument *document)
{
  return gb_catalog_year (scene->arena, document->date);
}

static const char *
document_issuer (G_GNUC_UNUSED GbScene *scene, const GbDocument *document)
{
  return document->issuer;
}

static void
set_kinds (GbScene *scene, GbValue *page)
{
  const GbCatalog *catalog = scene->view->catalog;
  GbValue *choices = gb_value_set_array (page, "kinds");
  for (guint i = 0; i < catalog->n_documents; i++) {
    if (i > 0 && catalog->documents[i].kind == catalog->documents[i - 1].kind)
      continue;
    const char *name = gb_catalog_kind_name (catalog->documents[i].kind);
    append_choice (choices, name,
                   gb_scene_word (scene, gb_arena_printf (scene->arena, "search.kind.%s", name)));
  }
}

typedef const char *(*NameOf) (guint status);

static const char *
force_name (guint status)
{
  return gb_force_name ((GbForce)status);
}

static const char *
notice_name (guint status)
{
  return gb_notice_state_name ((GbNoticeState)status);
}

static const char *
standing_name (guint status)
{
  return gb_standing_name ((GbStanding)status);
}

static void
append_statuses (GbScene *scene, GbValue *groups, GbDocumentKind kind, const char *group, guint n,
                 NameOf name_of)
{
  const char *kind_word
    = gb_arena_printf (scene->arena, "search.kind.%s", gb_catalog_kind_name (kind));
  GbValue *value = gb_value_append_object (groups);
  gb_value_set_string (value, "word", gb_scene_word (scene, kind_word));
  GbValue *choices = gb_value_set_array (value, "values");
  for (guint i = 0; i < n; i++) {
    const char *status = gb_arena_printf (scene->arena, "%s.%s", group, name_of (i));
    append_choice (choices, status, gb_scene_word (scene, status));
  }
}

/* All that there are, so that the page is the same on every day. */
static void
set_statuses (GbScene *scene, GbValue *page)
{
  GbValue *groups = gb_value_set_array (page, "statuses");
  append_statuses (scene, groups, GB_DOCUMENT_POLICY, "force", GB_FORCE_COUNT, force_name);
  append_statuses (scene, groups, GB_DOCUMENT_NOTICE, "notice-state", GB_NOTICE_STATE_COUNT,
                   notice_name);
  append_statuses (scene, groups, GB_DOCUMENT_ENTRY, "standing", GB_STANDING_COUNT, standing_name);
}

static void
build (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GbValue *page)
{
  const char *title = gb_scene_word (scene, "search.title");
  gb_frame_set (scene, page, "search", title, gb_scene_word (scene, "search.about"));
  gb_frame_set_column (page, title);
  set_kinds (scene, page);
  set_statuses (scene, page);
  GbValue *years = gb_value_set_array (page, "years");
  g_autoptr (GPtrArray) found = values_of (scene, document_year);
  for (guint i = found->len; i-- > 0;)
    append_choice (years, found->pdata[i], found->pdata[i]);
  GbValue *issuers = gb_value_set_array (page, "issuers");
  g_autoptr (GPtrArray) names = values_of (scene, document_issuer);
  for (guint i = 0; i < names->len; i++)
    append_choice (issuers, names->pdata[i], names->pdata[i]);
}

void
gb_search_pages (GbView *view)
{
  gb_sheet_add_page (view, GB_HREF_SEARCH, "page/search", build, NULL, 0);
}
