/* The model: what a publication's files become, and what is said about bad ones.
 *
 * Each folder of tests/bad holds a small content/ and a file `expected` with one line for each
 * diagnostic: "FILE:LINE:COLUMN: error|warning: PART OF THE MESSAGE [CODE]".  Exactly these must
 * come, whatever the number of threads.
 */
#include "base/file.h"
#include "source/model_load.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static GbModel *
load (const char *folder, guint jobs, GbDiagnostics **ret_diagnostics)
{
  g_autoptr (GError) error = NULL;
  *ret_diagnostics = gb_diagnostics_new ();
  g_autoptr (GbTree) tree = gb_tree_of_folder (folder);
  GbModel *model = gb_model_load (tree, jobs, *ret_diagnostics, &error);
  g_assert_no_error (error);
  g_assert_nonnull (model);
  gb_diagnostics_sort (*ret_diagnostics);
  return model;
}

static char *
print (const GbDiagnostic *item)
{
  return g_strdup_printf (
    "%s:%u:%u: %s: %s [%s]", item->place.file, item->place.line, item->place.column,
    item->severity == GB_SEVERITY_ERROR ? "error" : "warning", item->message, item->code);
}

static char *
print_all (const GbDiagnostics *diagnostics)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
    g_autofree char *line = print (gb_diagnostics_get (diagnostics, i));
    g_string_append_printf (text, "%s\n", line);
  }
  return g_string_free (text, FALSE);
}

/* --- Sound content --------------------------------------------------------------------------- */

static void
test_content (void)
{
  GbDiagnostics *diagnostics;
  GbModel *model = load (".", 2, &diagnostics);
  g_autofree char *said = print_all (diagnostics);
  g_assert_cmpstr (said, ==, "");
  gb_diagnostics_free (diagnostics);

  g_assert_cmpstr (model->site->authority, ==, "gongbao-demo");
  g_assert_cmpstr (model->site->base_url, ==, "https://gongbao.example");
  g_assert_cmpstr (model->site->file, ==, "content/site.yaml");
  g_assert_cmpint (gb_model_agency (model, "gongbao-demo")->level, ==, GB_LEVEL_NONE);
  g_assert_cmpint (gb_model_agency (model, "gd-miit")->level, ==, GB_LEVEL_PROVINCE);

  const GbPolicy *policy = gb_model_policy (model, "gd-sme-clusters-2023");
  g_assert_cmpstr (policy->id, ==, "gd-sme-clusters-2023");
  g_assert_cmpstr (policy->file, ==, "content/policies/gd-sme-clusters-2023/policy.md");
  g_assert_cmpstr (policy->number, ==, "粤工信服务函〔2023〕4号");
  g_assert_cmpint (policy->signed_, ==, gb_date_new (2023, 2, 28));
  g_assert_cmpint (policy->issued, ==, GB_DATE_NONE);
  g_assert_cmpint (policy->kind, ==, GB_KIND_NORMATIVE);
  g_assert_cmpint (policy->validity->years, ==, 3);
  g_assert_false (policy->validity->has_end);
  g_assert_cmpstr (policy->validity->clause, ==, "art-19");
  g_assert_cmpuint (policy->basis.length, ==, 3);
  g_assert_null (policy->interpretation.text);
  struct stat info;
  g_assert_cmpint (stat (policy->file, &info), ==, 0);
  g_assert_cmpuint (policy->size, ==, info.st_size);
  /* The body is the rest of the file, from the line that is said. */
  g_autofree char *text = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (policy->file, &text, &length, NULL));
  const char *line = text;
  for (guint i = 1; i < policy->body.first_line; i++)
    line = strchr (line, '\n') + 1;
  g_assert_cmpstr (policy->body.text, ==, line);
  g_assert_cmpuint (policy->body.length, ==, strlen (line));

  const GbRegistry *registry = gb_model_registry (model, "gd-sme-clusters");
  g_assert_cmpstr (registry->verb, ==, "认定");
  g_assert_cmpint (registry->notice->days, ==, 7);
  g_assert_true (registry->notice->required);
  g_assert_cmpint (registry->notice->first_day, ==, GB_FIRST_DAY_UNSTATED);
  g_assert_cmpint (GB_LIST_AT (GbDuty, registry->duties, 0)->due.month, ==, 3);
  g_assert_false (GB_LIST_AT (GbDuty, registry->duties, 0)->tracked);
  const GbBatch *batch = gb_model_batch (registry, "2023");
  g_assert_cmpint (batch->to, ==, gb_date_new (2026, 7, 9));
  g_assert_null (gb_model_batch (registry, "1999"));
  g_assert_null (gb_model_batch (registry, NULL));
  g_assert_cmpstr (gb_model_entry (registry, "xiaolan-smart-locks")->region, ==,
                   "广东省中山市小榄镇");
  g_assert_null (gb_model_entry (registry, "nobody"));
  g_assert_null (gb_model_entry (registry, NULL));
  g_assert_null (gb_model_policy (model, NULL));
  g_assert_null (gb_model_notice (model, "nobody"));
  const GbNotice *notice = gb_model_notice (model, "cn-sme-clusters-2022");
  g_assert_cmpint (notice->opens.first, ==, gb_date_new (2022, 12, 29));
  g_assert_cmpint (notice->outcome->kind, ==, GB_OUTCOME_CERTIFIED);

  /* Working days of 2019 to 2026, as the notices publish them. */
  static const int days[] = { 250, 249, 250, 249, 249, 251, 248, 248 };
  g_assert_cmpuint (model->calendar.n_years, ==, 9);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpint (gb_calendar_count_year (&model->calendar, 2019 + (int)i), ==, days[i]);
  const GbCalendarYear *next = gb_calendar_year (&model->calendar, 2027);
  g_assert_false (next->published);
  g_assert_cmpuint (next->n_holidays, ==, 7);
  g_assert_cmpstr (next->holidays[1].name, ==, "春节");
  const GbCalendarFile *file = GB_LIST_AT (GbCalendarFile, model->calendar_files, 8);
  g_assert_cmpint (file->year, ==, 2027);
  g_assert_null (GB_LIST_AT (GbCalendarSource, file->sources, 0)->number);
  gb_model_free (model);
}

static void
test_example (void)
{
  GbDiagnostics *diagnostics;
  GbModel *model = load ("tests/example", 1, &diagnostics);
  g_autofree char *said = print_all (diagnostics);
  g_assert_cmpstr (said, ==, "");
  g_assert_true (model->site->example);
  /* By id, whatever the folder says. */
  for (guint i = 1; i < model->policies.length; i++)
    g_assert_cmpint (strcmp (GB_LIST_AT (GbPolicy, model->policies, i - 1)->id,
                             GB_LIST_AT (GbPolicy, model->policies, i)->id),
                     <, 0);
  for (guint i = 1; i < model->notices.length; i++)
    g_assert_cmpint (strcmp (GB_LIST_AT (GbNotice, model->notices, i - 1)->id,
                             GB_LIST_AT (GbNotice, model->notices, i)->id),
                     <, 0);
  const GbPolicy *policy = gb_model_policy (model, "cluster-measures-2024");
  g_assert_cmpstr (policy->interpretation_file, ==,
                   "content/policies/cluster-measures-2024/interpretation.md");
  g_assert_cmpuint (policy->interpretation.first_line, ==, 1);
  g_assert_cmpuint (policy->attachments.length, ==, 2);
  gb_diagnostics_free (diagnostics);
  gb_model_free (model);
  gb_model_free (NULL);
}

/* --- tests/bad ------------------------------------------------------------------------------- */

/* Takes @line apart and says whether @said fits it. */
static gboolean
fits (const char *line, const char *said)
{
  const char *code = strrchr (line, '[');
  const char *place = strstr (line, ": error: ");
  if (place == NULL)
    place = strstr (line, ": warning: ");
  g_assert_true (code != NULL && place != NULL);
  const char *message = strchr (place + 2, ':') + 2;
  g_autofree char *start = g_strndup (line, (gsize)(message - line));
  g_autofree char *words = g_strndup (message, (gsize)(code - message));
  g_strchomp (words);
  return g_str_has_prefix (said, start) && g_str_has_suffix (said, code)
         && strstr (said + strlen (start), words) != NULL;
}

static void
test_bad (gconstpointer data)
{
  const char *folder = data;
  g_autofree char *path = g_build_filename (folder, "expected", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  GbDiagnostics *diagnostics;
  GbModel *model = load (folder, 1, &diagnostics);
  g_autofree char *all = print_all (diagnostics);
  g_auto (GStrv) said = g_strsplit (all, "\n", -1);
  g_autofree gboolean *used = g_new0 (gboolean, g_strv_length (said) + 1);
  guint n_wrong = 0;
  for (guint i = 0; lines[i] != NULL; i++) {
    if (lines[i][0] == '\0' || lines[i][0] == '#')
      continue;
    guint k = 0;
    while (said[k] != NULL && (used[k] || said[k][0] == '\0' || !fits (lines[i], said[k])))
      k++;
    if (said[k] != NULL) {
      used[k] = TRUE;
      continue;
    }
    g_printerr ("# not said:   %s\n", lines[i]);
    n_wrong++;
  }
  for (guint k = 0; said[k] != NULL; k++) {
    if (!used[k] && said[k][0] != '\0') {
      g_printerr ("# not wanted: %s\n", said[k]);
      n_wrong++;
    }
  }
  g_assert_cmpuint (n_wrong, ==, 0);
  gb_model_free (model);
  gb_diagnostics_free (diagnostics);

  model = load (folder, 4, &diagnostics);
  g_autofree char *again = print_all (diagnostics);
  g_assert_cmpstr (again, ==, all);
  gb_model_free (model);
  gb_diagnostics_free (diagnostics);
}

/* --- Folders made on the spot ---------------------------------------------------------------- */

static const char site_text[]
  = "name: 示例市政策公报（示例）\nbase_url: https://gongbao.example/\nauthority: sl-gov\n";
static const char agencies_text[] = "agencies:\n  - {id: sl-gov, name: 示例市人民政府（示例）}\n";
static const char policy_text[]
  = "---\ntitle: 示例办法（示例）\nissuer: sl-gov\nkind: other\n---\n\n第一条　示例。\n";

static void
put (const char *folder, const char *file, const char *text)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  gb_file_write (path, text, strlen (text), NULL, &error);
  g_assert_no_error (error);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("gongbao-model-XXXXXX", &error);
  g_assert_no_error (error);
  put (folder, "content/site.yaml", site_text);
  put (folder, "content/agencies.yaml", agencies_text);
  return folder;
}

static void
remove_tree (const char *path)
{
  struct stat info;
  if (lstat (path, &info) == 0 && S_ISDIR (info.st_mode)) {
    g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
    for (const char *name; (name = g_dir_read_name (folder)) != NULL;) {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      remove_tree (inner);
    }
  }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GbTree) unit = gb_tree_of_folder ("tests/unit");
  g_autoptr (GbTree) nowhere = gb_tree_of_folder ("tests/nowhere");
  g_assert_null (gb_model_load (unit, 1, diagnostics, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_null (gb_model_load (nowhere, 1, diagnostics, &error));
  g_assert_error (error, GB_ERROR, GB_ERROR_USAGE);
  g_assert_cmpuint (gb_diagnostics_count (diagnostics), ==, 0);
}

/* content/ may be a link to a folder, and to nothing else. */
static void
test_linked_content (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *content = g_build_filename (folder, "content", NULL);
  g_autofree char *moved = g_build_filename (folder, "moved", NULL);
  g_assert_cmpint (g_rename (content, moved), ==, 0);
  g_assert_cmpint (symlink ("moved", content), ==, 0);
  GbDiagnostics *diagnostics;
  GbModel *model = load (folder, 1, &diagnostics);
  g_assert_nonnull (model->site);
  gb_model_free (model);

  static const char *const targets[] = { "nowhere", "moved/site.yaml" };
  g_autoptr (GbTree) tree = gb_tree_of_folder (folder);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_cmpint (g_remove (content), ==, 0);
    g_assert_cmpint (symlink (targets[i], content), ==, 0);
    g_assert_null (gb_model_load (tree, 1, diagnostics, &error));
    g_assert_error (error, GB_ERROR, GB_ERROR_USAGE);
  }
  g_assert_cmpuint (gb_diagnostics_count (diagnostics), ==, 0);
  gb_diagnostics_free (diagnostics);
  g_assert_cmpint (g_remove (content), ==, 0);
  remove_tree (folder);
}

/* What git or a repository cannot hold, or should not. */
static void
test_odd_files (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *pipe = g_build_filename (folder, "content/notices", NULL);
  g_assert_cmpint (g_mkdir (pipe, 0755), ==, 0);
  g_autofree char *fifo = g_build_filename (pipe, "pipe.md", NULL);
  g_assert_cmpint (mkfifo (fifo, 0644), ==, 0);
  put (folder, "content/policies/a/policy.md", policy_text);
  g_autofree char *link = g_build_filename (folder, "content/policies/b", NULL);
  g_assert_cmpint (symlink ("a", link), ==, 0);
  g_autofree char *leak = g_build_filename (folder, "content/policies/a/leak.txt", NULL);
  g_assert_cmpint (symlink ("/etc/hostname", leak), ==, 0);
  g_autofree char *text = g_build_filename (folder, "content/policies/c/policy.md", NULL);
  g_assert_cmpint (g_mkdir_with_parents (text, 0755), ==, 0);
  put (folder, "content/policies/\xd6\xd0/policy.md", policy_text);
  put (folder, "content/policies/x\ny/policy.md", policy_text);

  GbDiagnostics *diagnostics;
  GbModel *model = load (folder, 1, &diagnostics);
  g_autofree char *said = print_all (diagnostics);
  g_assert_cmpstr (
    said, ==,
    "content/notices/pipe.md:0:0: error: this is neither an ordinary file nor a folder "
    "[unreadable]\n"
    "content/policies:0:0: error: a name here is not UTF-8 or holds control characters: "
    "\\326\\320 [bad-name]\n"
    "content/policies:0:0: error: a name here is not UTF-8 or holds control characters: "
    "x\\ny [bad-name]\n"
    "content/policies/a/leak.txt:0:0: error: a symbolic link; put the file or folder itself here, "
    "so that its history is on record [symbolic-link]\n"
    "content/policies/b:0:0: error: a symbolic link; put the file or folder itself here, so that "
    "its history is on record [symbolic-link]\n"
    "content/policies/c/policy.md:0:0: error: this is not an ordinary file [unreadable]\n");
  g_assert_cmpuint (model->policies.length, ==, 1);
  g_assert_cmpstr (model->site->base_url, ==, "https://gongbao.example");
  gb_model_free (model);
  gb_diagnostics_free (diagnostics);
  remove_tree (folder);
}

static void
test_huge (void)
{
  g_autofree char *folder = make_folder ();
  put (folder, "content/policies/a/policy.md", policy_text);
  put (folder, "content/calendar/2024.yaml", "year: 2024\n");
  g_autofree char *policy = g_build_filename (folder, "content/policies/a/policy.md", NULL);
  g_autofree char *calendar = g_build_filename (folder, "content/calendar/2024.yaml", NULL);
  /* Holes, which take no room on the disk: only the size is looked at. */
  g_assert_cmpint (truncate (policy, (off_t)1 << 40), ==, 0);
  g_assert_cmpint (truncate (calendar, GB_YAML_SIZE + 1), ==, 0);
  GbDiagnostics *diagnostics;
  GbModel *model = load (folder, 1, &diagnostics);
  g_autofree char *said = print_all (diagnostics);
  g_assert_cmpstr (said, ==,
                   "content/calendar/2024.yaml:0:0: error: the file has 4194305 bytes; at most "
                   "4194304 are read [too-large]\n"
                   "content/policies/a/policy.md:0:0: error: the file has 1099511627776 bytes; at "
                   "most 8388608 are read [too-large]\n");
  gb_model_free (model);
  gb_diagnostics_free (diagnostics);
  remove_tree (folder);
}

static void
test_line_ends (void)
{
  g_autofree char *folder = make_folder ();
  put (folder, "content/policies/a/policy.md",
       "---\r\ntitle: 示例办法（示例）\r\nissuer: sl-gov\rkind: other\r\n---  "
       "\r\n\r\n第一条　示例。\r\n"
       "第二条\r");
  put (folder, "content/pages/about.md", "---\ntitle: 关于（示例）\n---\n示例");
  GbDiagnostics *diagnostics;
  GbModel *model = load (folder, 1, &diagnostics);
  g_autofree char *said = print_all (diagnostics);
  g_assert_cmpstr (said, ==, "");
  const GbPolicy *policy = gb_model_policy (model, "a");
  g_assert_cmpstr (policy->title, ==, "示例办法（示例）");
  g_assert_cmpstr (policy->body.text, ==, "\n第一条　示例。\n第二条\n");
  g_assert_cmpuint (policy->body.length, ==, strlen (policy->body.text));
  g_assert_cmpuint (policy->body.first_line, ==, 6);
  const GbPage *page = GB_LIST_AT (GbPage, model->pages, 0);
  g_assert_cmpstr (page->body.text, ==, "示例");
  g_assert_cmpuint (page->body.first_line, ==, 4);
  gb_model_free (model);
  gb_diagnostics_free (diagnostics);
  remove_tree (folder);
}

static void
assert_source (const GbModel *model, const char *path, gsize size, const char *hash)
{
  for (guint i = 0; i < model->n_sources; i++)
    if (strcmp (model->sources[i].path, path) == 0) {
      g_assert_cmpuint (model->sources[i].size, ==, size);
      g_assert_cmpstr (model->sources[i].hash, ==, hash);
      return;
    }
  g_error ("%s is not among the sources", path);
}

/* The fingerprints are those of the bytes on the disk (`printf … | sha256sum`), once a file, by
 * path; what is not read has none. */
static void
test_sources (void)
{
  g_autofree char *folder = make_folder ();
  put (folder, "content/policies/a/policy.md",
       "---\r\ntitle: A\r\nissuer: sl-gov\r\nkind: other\r\nattachments:\r\n"
       "  - {file: a.txt, title: A}\r\n---\r\nB\r\n");
  put (folder, "content/policies/a/a.txt", "abc\r\n");
  put (folder, "content/policies/a/unlisted.txt", "abc");
  put (folder, "content/pages/about.md", "---\ntitle: A\n---\nB");
  for (guint jobs = 1; jobs <= 2; jobs++) {
    GbDiagnostics *diagnostics;
    GbModel *model = load (folder, jobs, &diagnostics);
    g_autoptr (GString) paths = g_string_new (NULL);
    for (guint i = 0; i < model->n_sources; i++)
      g_string_append_printf (paths, "%s\n", model->sources[i].path);
    g_assert_cmpstr (paths->str, ==,
                     "content/agencies.yaml\ncontent/pages/about.md\n"
                     "content/policies/a/a.txt\ncontent/policies/a/policy.md\n"
                     "content/site.yaml\n");
    assert_source (model, "content/pages/about.md", 18,
                   "ae95f85a6b702bb94110d9a79a4b6ee02eb2f95a44f99773502a2f33a63ac5b2");
    assert_source (model, "content/policies/a/a.txt", 5,
                   "552bab6864c7a7b69a502ed1854b9245c0e1a30f008aaa0b281da62585fdb025");
    assert_source (model, "content/policies/a/policy.md", 95,
                   "3b84c0032cdfd922936d02bcfba2c259be799eb3ed5c7fc421b239e332a62d9e");
    gb_model_free (model);
    gb_diagnostics_free (diagnostics);
  }
  remove_tree (folder);
}

/* Enough files for several threads; the order is that of the ids. */
static void
test_threads (void)
{
  g_autofree char *folder = make_folder ();
  for (guint i = 0; i < 60; i++) {
    g_autofree char *file = g_strdup_printf ("content/policies/p-%02u/policy.md", (i * 7) % 60);
    g_autofree char *text = g_strdup_printf ("---\ntitle: 示例办法%u（示例）\nissuer: %s\nkind: "
                                             "other\nreplaces: [{policy: %s-%02u}]\n---\n"
                                             "\n第一条　示例。\n",
                                             i, i % 2 == 0 ? "sl-gov" : "sl-none",
                                             i % 3 == 0 ? "q" : "p", (i * 7 + 1) % 60);
    put (folder, file, text);
  }
  g_autofree char *first = NULL;
  for (guint jobs = 0; jobs < 6; jobs++) {
    GbDiagnostics *diagnostics;
    GbModel *model = load (folder, jobs, &diagnostics);
    g_assert_cmpuint (gb_diagnostics_errors (diagnostics), ==, 50);
    g_autofree char *said = print_all (diagnostics);
    if (first == NULL)
      first = g_steal_pointer (&said);
    else
      g_assert_cmpstr (said, ==, first);
    g_assert_cmpuint (model->policies.length, ==, 60);
    g_assert_cmpstr (GB_LIST_AT (GbPolicy, model->policies, 59)->id, ==, "p-59");
    gb_model_free (model);
    gb_diagnostics_free (diagnostics);
  }
  remove_tree (folder);
}

/* Bytes of sound files changed at random, the same way each time: every time the model is there and
 * what is wrong has a place. */
static void
test_mutations (void)
{
  static const char *const files[]
    = { "content/policies/cluster-measures-2024/policy.md", "content/site.yaml",
        "content/agencies.yaml", "content/calendar/2026.yaml" };
  static const char spice[] = "[]{}&*!|>'\"%@`:-?#,\t\n \\<~01923ax/\xe4\xef\xff\x01\0";
  g_autofree char *folder = make_folder ();
  GRand *rand = g_rand_new_with_seed (20260102);
  for (guint round = 0; round < 400; round++) {
    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
      g_autofree char *from = g_build_filename ("tests/example", files[i], NULL);
      g_autofree char *text = NULL;
      gsize length;
      if (!g_file_get_contents (from, &text, &length, NULL))
        g_assert_true (g_file_get_contents (files[i], &text, &length, NULL));
      gint32 reach = (gint32)MIN (length, 1500);
      for (gint32 n = g_rand_int_range (rand, 0, 4); n > 0; n--)
        text[g_rand_int_range (rand, 0, reach)] = spice[g_rand_int_range (rand, 0, sizeof spice)];
      if (g_rand_int_range (rand, 0, 10) == 0)
        length = (gsize)g_rand_int_range (rand, 0, (gint32)length);
      g_autofree char *to = g_build_filename (folder, files[i], NULL);
      g_autoptr (GError) error = NULL;
      gb_file_write (to, text, length, NULL, &error);
      g_assert_no_error (error);
    }
    GbDiagnostics *diagnostics;
    GbModel *model = load (folder, 1, &diagnostics);
    for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
      const GbDiagnostic *item = gb_diagnostics_get (diagnostics, i);
      g_assert_true (g_str_has_prefix (item->place.file, "content/"));
      g_assert_true (g_utf8_validate (item->message, -1, NULL));
      g_assert_cmpint (item->place.line == 0, ==, item->place.column == 0);
      g_assert_true (item->place.line > 0 || strcmp (item->code, "missing-file") == 0
                     || strcmp (item->code, "unlisted-attachment") == 0);
    }
    gb_model_free (model);
    gb_diagnostics_free (diagnostics);
  }
  g_rand_free (rand);
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/content", test_content);
  g_test_add_func ("/model/example", test_example);
  g_test_add_func ("/model/no-folder", test_no_folder);
  g_test_add_func ("/model/linked-content", test_linked_content);
  g_test_add_func ("/model/odd-files", test_odd_files);
  g_test_add_func ("/model/huge", test_huge);
  g_test_add_func ("/model/line-ends", test_line_ends);
  g_test_add_func ("/model/sources", test_sources);
  g_test_add_func ("/model/threads", test_threads);
  g_test_add_func ("/model/mutations", test_mutations);
  g_autoptr (GPtrArray) names = gb_file_list ("tests/bad", NULL);
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < names->len; i++) {
    char *folder = g_build_filename ("tests/bad", names->pdata[i], NULL);
    g_autofree char *name = g_strconcat ("/model/bad/", names->pdata[i], NULL);
    g_ptr_array_add (folders, folder);
    g_test_add_data_func (name, folder, test_bad);
  }
  return g_test_run ();
}
