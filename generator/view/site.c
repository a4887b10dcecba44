#include "view/appointment.h"
#include "view/ledger.h"
#include "view/postings.h"
#include "view/private.h"

#include "base/escape.h"

#include <string.h>

#define INDEX "index.html"

void
gb_view_add (GbView *view, const char *path, const char *template, GbBuild build,
             gconstpointer subject, guint part)
{
  if (view->folder[0] != '\0' && !g_str_has_suffix (path, ".html"))
    return;
  GbSheet sheet
    = { .path = path, .template = template, .build = build, .subject = subject, .part = part };
  g_array_append_val (view->sheets, sheet);
}

void
gb_view_add_print (GbView *view, const char *path, GbPrint print, gconstpointer subject, guint part)
{
  if (view->folder[0] != '\0')
    return;
  GbSheet sheet = { .path = path, .print = print, .subject = subject, .part = part };
  g_array_append_val (view->sheets, sheet);
}

void
gb_view_add_list (GbView *view, const char *folder, const char *template, GbBuild build,
                  gconstpointer subject, guint n_rows)
{
  gb_view_add (view, gb_arena_printf (view->arena, "%s" INDEX, folder), template, build, subject,
               0);
  for (guint part = 1; part * GB_ROWS < n_rows; part++)
    gb_view_add (view, gb_arena_printf (view->arena, "%spage/%u/" INDEX, folder, part + 1),
                 template, build, subject, part);
}

/* ---- languages ---- */

const char *const *
gb_view_languages (const GbSite *site, GbArena *arena)
{
  guint n = site == NULL ? 0 : site->languages.length;
  const char **languages = gb_arena_newv (arena, const char *, MAX (n, 1) + 1);
  for (guint i = 0; i < n; i++)
    languages[i] = GB_LIST_AT (const char, site->languages, i);
  if (n == 0)
    languages[0] = "zh-CN";
  languages[MAX (n, 1)] = NULL;
  return languages;
}

const char *
gb_view_folder_of (const GbSite *site, const char *language, GbArena *arena)
{
  const char *const *languages = gb_view_languages (site, arena);
  if (language == NULL || strcmp (language, languages[0]) == 0)
    return "";
  g_autofree char *lower = g_ascii_strdown (language, -1);
  return gb_arena_printf (arena, "%s/", lower);
}

/* [{lang, name, folder, current}] of the site's languages; empty where there is only one. */
static void
set_languages (const GbView *view, GbValue *object)
{
  static const char *const names[][2] = { { "zh-CN", "中文" }, { "en", "English" } };
  const GbSite *site = view->corpus->model->site;
  const char *const *languages = gb_view_languages (site, view->arena);
  GbValue *list = gb_value_set_array (object, "languages");
  for (guint i = 0; languages[1] != NULL && languages[i] != NULL; i++) {
    GbValue *value = gb_value_object (view->arena);
    gb_value_set_string (value, "lang", languages[i]);
    for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
      if (strcmp (names[k][0], languages[i]) == 0)
        gb_value_set_string (value, "name", names[k][1]);
    const char *folder = gb_view_folder_of (site, languages[i], view->arena);
    gb_value_set_string (value, "folder", folder);
    gb_value_set_boolean (value, "current", strcmp (folder, view->folder) == 0);
    gb_value_append (list, value);
  }
}

/* "www.example.cn" of "https://www.example.cn/gongbao". */
static const char *
domain_of (GbArena *arena, const char *url)
{
  const char *start = url == NULL ? NULL : strstr (url, "://");
  if (start == NULL)
    return NULL;
  start += 3;
  return gb_arena_strndup (arena, start, strcspn (start, "/"));
}

static void
set_contact (GbValue *object, const char *key, const GbContact *contact)
{
  if (contact == NULL) {
    gb_set_null (object, key);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "phone", contact->phone);
  gb_value_set_string (value, "email", contact->email);
  gb_value_set_string (value, "address", contact->address);
  gb_value_set_string (value, "url", contact->url);
}

static const GbValue *
build_site (GbView *view)
{
  GbArena *arena = view->arena;
  const GbModel *model = view->corpus->model;
  const GbSite *site = model->site;
  GbValue *shared = gb_value_object (arena);
  gb_value_set (shared, "t", view->words);
  GbValue *object = gb_value_set_object (shared, "site");
  gb_value_set_boolean (object, "record", view->record != NULL);
  set_languages (view, object);
  gb_value_set_string (object, "name", site->name);
  gb_value_set_string (object, "description", site->description);
  gb_value_set_string (object, "base_url", site->base_url);
  gb_value_set_string (object, "domain", domain_of (arena, site->base_url));
  gb_value_set_string (object, "identifier", site->identifier);
  gb_value_set_string (object, "icp", site->icp);
  gb_value_set_string (object, "police", site->police);
  gb_value_set_boolean (object, "example", site->example);
  gb_value_set_string (object, "notice_text", site->notice_text);
  const GbAgency *authority = gb_model_agency (model, site->authority);
  if (authority == NULL) {
    gb_set_null (object, "authority");
  } else {
    GbValue *value = gb_value_set_object (object, "authority");
    gb_value_set_string (value, "name", authority->name);
    gb_value_set_string (value, "url", authority->url);
  }
  set_contact (object, "contact", site->contact);
  gb_value_set_boolean (object, "about", FALSE);
  gboolean criteria = FALSE;
  for (guint i = 0; i < view->corpus->n_registries; i++)
    criteria |= gb_criteria_has (&view->corpus->registries[i]);
  gb_value_set_boolean (object, "criteria", criteria);
  GbValue *pages = gb_value_set_array (object, "pages");
  for (guint i = 0; i < model->pages.length; i++) {
    const GbPage *page = GB_LIST_AT (GbPage, model->pages, i);
    GbValue *value = gb_value_object (arena);
    gb_value_set_string (value, "title", page->title);
    gb_value_set_string (value, "href", gb_arena_printf (arena, "%s/", page->id));
    gb_value_append (pages, value);
    if (strcmp (page->id, "about") == 0)
      gb_value_set_boolean (object, "about", TRUE);
  }
  return shared;
}

/* An id may be the name of one of our own folders (a policy "year"); the address is already taken
 * then, and what was first has it.  Checks forbid such ids. */
static void
drop_doubles (GbView *view)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint kept = 0;
  for (guint i = 0; i < view->sheets->len; i++) {
    GbSheet sheet = g_array_index (view->sheets, GbSheet, i);
    if (g_hash_table_add (seen, (gpointer)sheet.path))
      g_array_index (view->sheets, GbSheet, kept++) = sheet;
  }
  g_array_set_size (view->sheets, kept);
}

static void
place_sheets (GbView *view)
{
  for (guint i = 0; i < view->sheets->len; i++) {
    GbSheet *sheet = &g_array_index (view->sheets, GbSheet, i);
    sheet->file = view->folder[0] == '\0'
                    ? sheet->path
                    : gb_arena_printf (view->arena, "%s%s", view->folder, sheet->path);
  }
}

GbView *
gb_view_new (const GbCorpus *corpus, const GbValue *words, const GbRecord *record,
             const GPtrArray *published, GError **error)
{
  g_autoptr (GbView) view = g_new0 (GbView, 1);
  view->corpus = corpus;
  view->words = words;
  view->record = record;
  view->arena = gb_arena_new ();
  view->folder
    = gb_view_folder_of (corpus->model->site, gb_value_get_string (words, "lang"), view->arena);
  view->sheets = g_array_new (FALSE, FALSE, sizeof (GbSheet));
  view->listings = g_ptr_array_new ();
  view->by_issuer = g_hash_table_new (g_str_hash, g_str_equal);
  view->by_topic = g_hash_table_new (g_str_hash, g_str_equal);
  view->rosters = g_hash_table_new (NULL, NULL);
  view->ledger = gb_ledger_new (record, view->arena);
  gb_almanac_make (view);
  view->site = build_site (view);
  view->diary = gb_diary_new (view, error);
  if (view->diary == NULL)
    return NULL;
  /* The object was made by build_site in this same arena. */
  gb_value_set_boolean ((GbValue *)gb_value_get (view->site, "site"), "calendar",
                        gb_diary_has (view, NULL));
  /* The long files first, so that no thread ends up alone with one. */
  gb_csv_sheets (view);
  gb_appointment_sheets (view);
  gb_search_sheets (view);
  gb_inventory_sheets (view);
  gb_data_sheets (view);
  gb_package_sheets (view);
  gb_home_sheets (view);
  gb_facet_sheets (view);
  gb_policy_sheets (view);
  gb_text_sheets (view);
  gb_version_sheets (view);
  gb_akn_sheets (view);
  gb_compare_sheets (view);
  gb_registry_sheets (view);
  gb_roll_sheets (view);
  gb_day_sheets (view);
  gb_roster_sheets (view);
  gb_criteria_sheets (view);
  gb_entry_sheets (view);
  gb_notice_sheets (view);
  gb_agenda_sheets (view);
  gb_dictionary_sheets (view);
  gb_page_sheets (view);
  gb_revision_sheets (view);
  gb_change_sheets (view);
  gb_feed_sheets (view, published);
  gb_subscribe_sheets (view);
  gb_compare_keep (view, published);
  drop_doubles (view);
  gb_address_sheets (view, published);
  gb_sitemap_sheets (view);
  place_sheets (view);
  return g_steal_pointer (&view);
}

void
gb_view_free (GbView *view)
{
  if (view == NULL)
    return;
  for (guint i = 0; i < view->listings->len; i++)
    g_ptr_array_unref (((GbListing *)view->listings->pdata[i])->policies);
  g_ptr_array_unref (view->listings);
  g_array_unref (view->sheets);
  g_hash_table_unref (view->by_issuer);
  g_hash_table_unref (view->by_topic);
  g_hash_table_unref (view->rosters);
  g_clear_pointer (&view->tables, g_ptr_array_unref);
  gb_diary_free (view->diary);
  gb_postings_free (view->postings);
  gb_ledger_free (view->ledger);
  gb_arena_free (view->arena);
  g_free (view);
}

guint
gb_view_count (const GbView *view)
{
  return view->sheets->len;
}

const char *
gb_view_path (const GbView *view, guint page)
{
  return g_array_index (view->sheets, GbSheet, page).file;
}

const char *
gb_view_template (const GbView *view, guint page)
{
  return g_array_index (view->sheets, GbSheet, page).template;
}

const GbValue *
gb_view_site (const GbView *view)
{
  return view->site;
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
  gsize length = strlen (sheet->path);
  if (g_str_has_suffix (sheet->path, INDEX))
    length -= strlen (INDEX);
  g_autoptr (GString) here = g_string_new (NULL);
  gb_escape_path (here, sheet->path, (gssize)length);
  gb_value_set_string (context, "here", gb_arena_strndup (arena, here->str, here->len));
  gb_value_set_string (context, "canonical", gb_scene_address (scene, sheet->path));
}

const GbValue *
gb_view_context (const GbView *view, guint page, GbArena *arena, GError **error)
{
  const GbSheet *sheet = &g_array_index (view->sheets, GbSheet, page);
  g_autoptr (GError) failed = NULL;
  GbScene scene = open_scene (view, sheet, arena, &failed);
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
gb_view_print (const GbView *view, guint page, GbArena *arena, GString *out, GError **error)
{
  const GbSheet *sheet = &g_array_index (view->sheets, GbSheet, page);
  g_autoptr (GError) failed = NULL;
  GbScene scene = open_scene (view, sheet, arena, &failed);
  sheet->print (&scene, sheet, out);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

gboolean
gb_view_is_printed (const GbView *view, guint page)
{
  return g_array_index (view->sheets, GbSheet, page).build == NULL;
}
