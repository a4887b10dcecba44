/* What search engines, browsers and finders of faults look for at agreed addresses: sitemap.xml,
 * robots.txt, opensearch.xml, .well-known/security.txt. */
#include "base/escape.h"
#include "export/files.h"
#include "history/ledger.h"
#include "view/href.h"
#include "view/language.h"
#include "view/scene.h"
#include "view/sheet.h"

#include <string.h>

#define PARTS_MAX 50000 /* addresses of one file of the protocol */
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define SITEMAP_SPACE " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
#define SHORT_NAME_MAX 16
#define LONG_NAME_MAX 48

/* The folders of all languages and the pages whose addresses are to be found. */
typedef struct {
  const char **folders;
  guint n_folders;
  const char **paths;
  guint n_paths;
  guint n_parts;
} Sitemap;

/* Whether a page of @template is one that search engines may show under its own address: archived
 * ones and those that stand for another are not (gb_frame_archive, canonical). */
static gboolean
is_listed (const GbSheet *sheet)
{
  static const char *const unlisted[]
    = { "page/change",    "page/compare", "page/missing",   "page/moved", "page/revision",
        "page/revisions", "page/version", "page/withdrawn", NULL };
  return sheet->template != NULL && g_str_has_suffix (sheet->path, ".html")
         && !g_strv_contains (unlisted, sheet->template);
}

/* The day of the latest change of what a page is made from alone; NONE for lists, which change with
 * many things. */
static GbDate
changed_on (const GbScene *scene, const char *path)
{
  if (!g_str_has_suffix (path, "/" GB_HREF_INDEX))
    return GB_DATE_NONE;
  gsize length = strlen (path) - strlen ("/" GB_HREF_INDEX);
  const char *thing = gb_arena_strndup (scene->arena, path, length);
  if (strchr (thing, '/') == NULL)
    thing = gb_href_thing (scene->arena, GB_THING_PAGE, thing);
  const GbCommit *last = gb_ledger_last (gb_ledger_of (scene->view->ledger, thing));
  return last == NULL ? GB_DATE_NONE : last->day;
}

static void
put_address (GbScene *scene, GString *out, const char *folder, const char *path)
{
  const char *base = scene->corpus->model->site->base_url;
  const char *address
    = gb_arena_join (scene->arena, base, "/", folder, gb_href_of_file (scene->arena, path), NULL);
  g_string_append (out, "<loc>");
  gb_escape_html (out, address, -1);
  g_string_append (out, "</loc>");
}

static void
print_part (GbScene *scene, const GbSheet *sheet, GString *out)
{
  const Sitemap *sitemap = sheet->subject;
  guint first = sheet->part * PARTS_MAX;
  guint end = MIN (first + PARTS_MAX, sitemap->n_folders * sitemap->n_paths);
  g_string_append (out, XML "<urlset" SITEMAP_SPACE);
  for (guint i = first; i < end; i++) {
    const char *path = sitemap->paths[i % sitemap->n_paths];
    g_string_append (out, "<url>");
    put_address (scene, out, sitemap->folders[i / sitemap->n_paths], path);
    GbDate day = changed_on (scene, path);
    char text[GB_DATE_LENGTH];
    if (day != GB_DATE_NONE)
      g_string_append_printf (out, "<lastmod>%s</lastmod>", gb_date_format (day, text));
    g_string_append (out, "</url>\n");
  }
  g_string_append (out, "</urlset>\n");
}

static void
print_index (GbScene *scene, const GbSheet *sheet, GString *out)
{
  const Sitemap *sitemap = sheet->subject;
  g_string_append (out, XML "<sitemapindex" SITEMAP_SPACE);
  for (guint i = 0; i < sitemap->n_parts; i++) {
    g_string_append (out, "<sitemap>");
    put_address (scene, out, "", gb_href_sitemap (scene->arena, i));
    g_string_append (out, "</sitemap>\n");
  }
  g_string_append (out, "</sitemapindex>\n");
}

static void
print_robots (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GString *out)
{
  g_string_append (out, "User-agent: *\nAllow: /\n");
  const char *address = gb_scene_address (scene, GB_HREF_SITEMAP);
  if (address != NULL)
    g_string_append_printf (out, "\nSitemap: %s\n", address);
}

/* Appends an element of at most @limit characters of @text. */
static void
put_element (GString *out, const char *name, const char *text, glong limit)
{
  g_autofree char *cut = g_utf8_substring (text, 0, MIN (limit, g_utf8_strlen (text, -1)));
  g_string_append_printf (out, "<%s>", name);
  gb_escape_html (out, cut, -1);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
print_open_search (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GString *out)
{
  const GbSite *site = scene->corpus->model->site;
  g_string_append (out,
                   XML "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n");
  put_element (out, "ShortName", site->name, SHORT_NAME_MAX);
  put_element (out, "Description", site->description != NULL ? site->description : site->name,
               1024);
  g_string_append (out, "<Url type=\"text/html\" template=\"");
  gb_escape_html (out, gb_scene_address (scene, GB_HREF_SEARCH), -1);
  g_string_append (out, "?q={searchTerms}\"/>\n");
  put_element (out, "LongName", site->name, LONG_NAME_MAX);
  g_string_append (out, "<Image width=\"16\" height=\"16\" type=\"image/svg+xml\">");
  gb_escape_html (out, gb_scene_address (scene, GB_HREF_ICON), -1);
  g_string_append (out, "</Image>\n<Query role=\"example\" searchTerms=\"");
  gb_escape_html (out, gb_scene_word (scene, "download.example-search"), -1);
  g_string_append (out, "\"/>\n");
  put_element (out, "Language", gb_value_get_string (scene->words, "lang"), 32);
  g_string_append (out, "<OutputEncoding>UTF-8</OutputEncoding>\n"
                        "<InputEncoding>UTF-8</InputEncoding>\n</OpenSearchDescription>\n");
}

static void
print_security (GbScene *scene, G_GNUC_UNUSED const GbSheet *sheet, GString *out)
{
  const GbSite *site = scene->corpus->model->site;
  const GbSecurity *security = site->security;
  char day[GB_DATE_LENGTH];
  g_string_append_printf (out, "Contact: %s\n", security->contact);
  g_string_append_printf (out, "Expires: %sT23:59:59+08:00\n",
                          gb_date_format (security->expires, day));
  if (security->policy != NULL)
    g_string_append_printf (out, "Policy: %s\n", security->policy);
  g_string_append (out, "Preferred-Languages: ");
  const char *const *languages = gb_language_list (site, scene->arena);
  for (guint i = 0; languages[i] != NULL; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "" : ", ", languages[i]);
  g_string_append_c (out, '\n');
  const char *address = gb_scene_address (scene, ".well-known/security.txt");
  if (address != NULL)
    g_string_append_printf (out, "Canonical: %s\n", address);
}

static Sitemap *
new_sitemap (GbView *view)
{
  Sitemap *sitemap = gb_arena_new0 (view->arena, Sitemap);
  const GbSite *site = view->corpus->model->site;
  const char *const *languages = gb_language_list (site, view->arena);
  sitemap->n_folders = g_strv_length ((char **)languages);
  sitemap->folders = gb_arena_newv (view->arena, const char *, sitemap->n_folders);
  for (guint i = 0; i < sitemap->n_folders; i++)
    sitemap->folders[i] = gb_language_folder (site, languages[i], view->arena);
  sitemap->paths = gb_arena_newv (view->arena, const char *, view->sheets->len + 1);
  for (guint i = 0; i < view->sheets->len; i++) {
    const GbSheet *sheet = &g_array_index (view->sheets, GbSheet, i);
    if (is_listed (sheet))
      sitemap->paths[sitemap->n_paths++] = sheet->path;
  }
  sitemap->n_parts = (sitemap->n_folders * sitemap->n_paths + PARTS_MAX - 1) / PARTS_MAX;
  return sitemap;
}

void
gb_sitemap_files (GbView *view)
{
  const GbSite *site = view->corpus->model->site;
  if (view->folder[0] != '\0')
    return;
  if (site->base_url != NULL) {
    const Sitemap *sitemap = new_sitemap (view);
    gb_sheet_add_print (view, GB_HREF_SITEMAP, sitemap->n_parts > 1 ? print_index : print_part,
                        sitemap, 0);
    for (guint i = 0; sitemap->n_parts > 1 && i < sitemap->n_parts; i++)
      gb_sheet_add_print (view, gb_href_sitemap (view->arena, i), print_part, sitemap, i);
  }
  gb_sheet_add_print (view, "robots.txt", print_robots, NULL, 0);
  if (site->base_url != NULL)
    gb_sheet_add_print (view, "opensearch.xml", print_open_search, NULL, 0);
  if (site->security != NULL)
    gb_sheet_add_print (view, ".well-known/security.txt", print_security, NULL, 0);
}
