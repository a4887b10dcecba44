/* The pages as readers get them: every page of the example and of the content through the theme.
 *
 * Links lead somewhere, nothing breaks the site's promises (no inline script or style, nothing from
 * elsewhere, no word without a translation), and no template asks for what no page has.
 */
#include "template/template.h"
#include "view_fixture.h"

static GbArena *arena;

typedef struct {
  GHashTable *pages; /* path → HTML or JSON */
  GHashTable *files; /* paths of what is copied: attachments, texts in Markdown, the archive */
} Site;

static GbTemplates *
load_theme (GbDiagnostics *diagnostics)
{
  g_autoptr (GError) error = NULL;
  GbTemplates *templates = gb_templates_new ();
  g_autoptr (GbTree) tree = gb_tree_of_folder ("templates");
  gb_templates_load_tree (templates, tree, "templates", diagnostics, &error);
  g_assert_no_error (error);
  gb_templates_check (templates, diagnostics);
  return templates;
}

static void
add_attachments (Site *site, const GbCorpus *corpus)
{
  for (guint i = 0; i < corpus->n_policies; i++) {
    const GbPolicy *policy = corpus->policies[i].policy;
    g_hash_table_add (site->files, g_strdup_printf ("policies/%s/policy.md", policy->id));
    for (guint k = 0; k < policy->attachments.length; k++)
      g_hash_table_add (site->files,
                        g_strdup_printf ("policies/%s/%s", policy->id,
                                         GB_LIST_AT (GbAttachment, policy->attachments, k)->file));
  }
}

static void
render_view (Site *site, const GbPlan *view, const GbTemplates *templates)
{
  g_autoptr (GbArena) scratch = gb_arena_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < gb_plan_count (view); i++) {
    const char *name = gb_plan_template (view, i);
    const char *path = gb_plan_path (view, i);
    g_autoptr (GError) error = NULL;
    g_string_truncate (out, 0);
    gb_arena_reset (scratch);
    if (name != NULL) {
      const GbTemplate *template = gb_templates_get (templates, name);
      if (template == NULL)
        g_error ("there is no template %s", name);
      const GbValue *stack[] = { gb_plan_site (view), gb_plan_context (view, i, scratch, NULL) };
      gb_template_render_stack (template, stack, G_N_ELEMENTS (stack), out, &error);
      g_assert_no_error (error);
    }
    g_assert_true (
      g_hash_table_insert (site->pages, g_strdup (path), g_strndup (out->str, out->len)));
  }
}

/* In every language. */
static Site
render (const Fixture *fixture, const GbTemplates *templates)
{
  Site site = {
    .pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  render_view (&site, fixture->view, templates);
  g_autoptr (GbPlan) english
    = gb_plan_new (fixture->corpus, fixture_words (arena, "en"), NULL, NULL, NULL);
  render_view (&site, english, templates);
  add_attachments (&site, fixture->corpus);
  g_hash_table_add (site.files, g_strdup ("data/gongbao-data.zip"));
  return site;
}

static void
site_clear (Site *site)
{
  g_hash_table_unref (site->pages);
  g_hash_table_unref (site->files);
}

/* "a/b/" and "../c/#x" give "a/c/"; NULL where it leads out of the site. */
static char *
resolve (const char *folder, const char *href)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  if (href[0] == '/')
    folder = "";
  g_autofree char *joined = g_strconcat (folder, href[0] == '/' ? href + 1 : href, NULL);
  g_auto (GStrv) names = g_strsplit (joined, "/", -1);
  for (guint i = 0; names[i] != NULL; i++) {
    if (g_str_equal (names[i], "..")) {
      if (parts->len == 0)
        return NULL;
      g_ptr_array_remove_index (parts, parts->len - 1);
    } else if (!g_str_equal (names[i], ".") && names[i][0] != '\0') {
      g_ptr_array_add (parts, g_uri_unescape_string (names[i], NULL));
    }
  }
  gboolean is_folder
    = joined[0] == '\0' || g_str_has_suffix (joined, "/") || g_str_has_suffix (joined, "..");
  if (is_folder)
    g_ptr_array_add (parts, g_strdup ("index.html"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("/", (char **)parts->pdata);
}

static void
check_link (const Site *site, const char *path, const char *href)
{
  static const char *const outside[] = { "http://", "https://", "mailto:", "tel:", "webcal:" };
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    if (g_str_has_prefix (href, outside[i]))
      return;
  const char *hash = strchr (href, '#');
  g_autofree char *address = hash == NULL ? g_strdup (href) : g_strndup (href, hash - href);
  const char *slash = strrchr (path, '/');
  g_autofree char *folder = slash == NULL ? g_strdup ("") : g_strndup (path, slash - path + 1);
  g_autofree char *target = address[0] == '\0' ? g_strdup (path) : resolve (folder, address);
  if (target == NULL)
    g_error ("%s: the link %s leads out of the site", path, href);
  if (g_str_has_prefix (target, "assets/")) {
    g_autofree char *file = g_strconcat ("templates/", target, NULL);
    g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
    return;
  }
  if (g_hash_table_contains (site->files, target))
    return;
  const char *page = g_hash_table_lookup (site->pages, target);
  if (page == NULL)
    g_error ("%s: the link %s leads nowhere (%s)", path, href, target);
  if (hash == NULL)
    return;
  g_autofree char *id = g_strdup_printf ("id=\"%s\"", hash + 1);
  if (strstr (page, id) == NULL)
    g_error ("%s: the link %s leads to no place on its page", path, href);
}

static void
check_links (const Site *site, const char *path, const char *html)
{
  for (const char *at = html; (at = strstr (at, " href=\"")) != NULL;) {
    at += strlen (" href=\"");
    const char *end = strchr (at, '"');
    g_autofree char *href = g_strndup (at, (gsize)(end - at));
    check_link (site, path, href);
  }
}

static void
refuse (const char *path, const char *html, const char *what)
{
  const char *found = strstr (html, what);
  if (found != NULL)
    g_error ("%s holds \"%s\": %.60s", path, what, found);
}

static void
check_promises (const char *path, const char *html)
{
  refuse (path, html, " style=");
  refuse (path, html, "<style");
  refuse (path, html, " onclick");
  refuse (path, html, "javascript:");
  refuse (path, html, "src=\"http");
  refuse (path, html, "src=\"//");
  refuse (path, html, "{{");
  refuse (path, html, "<h1></h1>");
  refuse (path, html, "datetime=\"\"");
  refuse (path, html, "()");
  /* Scripts by their addresses, and after the page; what else stands in such an element is data. */
  const char *script = strstr (html, "<script");
  g_assert_nonnull (script);
  for (; script != NULL; script = strstr (script + 1, "<script"))
    g_assert_true (g_regex_match_simple (
      "^<script (src=\"[^\"]*\" defer[ >]|type=\"application/ld\\+json\">)", script, 0, 0));
  const char *h1 = strstr (html, "<h1");
  g_assert_nonnull (h1);
  g_assert_null (strstr (h1 + 1, "<h1"));
  g_assert_nonnull (strstr (html, "Content-Security-Policy"));
  g_assert_true (g_utf8_validate (html, -1, NULL));
}

/* Ids are used once. */
static void
check_ids (const char *path, const char *html)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const char *at = html; (at = strstr (at, " id=\"")) != NULL;) {
    at += strlen (" id=\"");
    char *id = g_strndup (at, strcspn (at, "\""));
    if (!g_hash_table_add (seen, id))
      g_error ("%s: the id %s stands twice", path, id);
  }
}

static void
check_site (const char *folder, const char *day)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  GbTemplates *templates = load_theme (diagnostics);
  GbModel *model = fixture_model (folder);
  Fixture fixture = fixture_on (model, fixture_words (arena, "zh-CN"), fixture_day (day));
  Site site = render (&fixture, templates);
  GHashTableIter iter;
  gpointer path, html;
  g_hash_table_iter_init (&iter, site.pages);
  while (g_hash_table_iter_next (&iter, &path, &html)) {
    if (!g_str_has_suffix (path, ".html"))
      continue;
    check_links (&site, path, html);
    check_promises (path, html);
    check_ids (path, html);
    if (model->site->example)
      g_assert_nonnull (strstr (html, "class=\"example\""));
  }
  site_clear (&site);
  fixture_clear (&fixture);
  gb_model_free (model);
  gb_templates_free (templates);
  g_assert_cmpuint (gb_diagnostics_count (diagnostics), ==, 0);
}

static void
test_example (void)
{
  check_site ("tests/example", "2026-11-21");
  check_site ("tests/example", "2022-01-01");
}

static void
test_content (void)
{
  check_site (".", "2026-08-08");
}

/* A name that is in no page's data is a slip of the pen, in the template or in the view. */
static void
test_names (void)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  GbTemplates *templates = load_theme (diagnostics);
  const GbValue *words = fixture_words (arena, "zh-CN");
  static const struct {
    const char *folder;
    const char *day;
  } sites[] = { { "tests/example", "2026-11-21" }, { ".", "2026-08-08" } };
  for (guint i = 0; i < G_N_ELEMENTS (sites); i++) {
    GbModel *model = fixture_model (sites[i].folder);
    Fixture fixture = fixture_on (model, words, fixture_day (sites[i].day));
    Site site = render (&fixture, templates);
    site_clear (&site);
    fixture_clear (&fixture);
    gb_model_free (model);
  }
  gb_templates_report (templates, TRUE, diagnostics);
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
    const GbDiagnostic *said = gb_diagnostics_get (diagnostics, i);
    g_test_message ("%s:%u: %s", said->place.file, said->place.line, said->message);
  }
  g_assert_cmpuint (gb_diagnostics_count (diagnostics), ==, 0);
  gb_templates_free (templates);
}

static void
test_sizes (void)
{
  static const struct {
    const char *path;
    gsize limit;
  } files[] = {
    { "templates/assets/gongbao.css", 32 * 1024 },
    { "templates/assets/gongbao.js", 4 * 1024 },
    { "templates/assets/reader.js", 5 * 1024 },
    { "templates/assets/icon.svg", 1024 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    gsize length = 0;
    g_autofree char *text = gb_file_read (files[i].path, 0, &length, NULL);
    g_assert_nonnull (text);
    g_assert_cmpuint (length, <, files[i].limit);
    refuse (files[i].path, text, "@import");
    refuse (files[i].path, text, "url(");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  arena = gb_arena_new ();
  g_test_add_func ("/pages/example", test_example);
  g_test_add_func ("/pages/content", test_content);
  g_test_add_func ("/pages/names", test_names);
  g_test_add_func ("/pages/sizes", test_sizes);
  int status = g_test_run ();
  gb_arena_free (arena);
  return status;
}
