/* The rules of the field, each broken once: a small publication is written to a temporary folder,
 * read and judged, and the diagnostics are compared with what a person expects: file, line,
 * severity, code. */
#include "corpus/corpus.h"
#include "source/model_load.h"

#include "base/file.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  const char *path; /* below content/ */
  const char *text;
} File;

typedef struct {
  const char *name;
  const char *as_of;
  File files[6];
  const char *expected; /* "path:line severity code" lines, by path and line */
} Case;

static const char site_yaml[] = "name: 示例公报\n"
                                "base_url: https://example.invalid\n"
                                "authority: example-city\n"
                                "example: true\n";
static const char agencies_yaml[] = "agencies:\n"
                                    "  - {id: example-city, name: 示例市工业局, level: city}\n";

/* The rules of most cases: notice of 5 working days, three years, one ground. */
#define RULES                                                                                             \
  "---\n"                                                                                                 \
  "title: 示例市集群办法\n"                                                                        \
  "number: 示工〔2024〕1号\n"                                                                        \
  "issuer: example-city\n"                                                                                \
  "kind: normative\n"                                                                                     \
  "signed: 2024-01-02\n"                                                                                  \
  "effect: {date: 2024-02-01, clause: art-3}\n"                                                           \
  "validity: {years: 5, clause: art-3}\n"                                                                 \
  "---\n"                                                                                                 \
  "# 示例市集群办法\n\n"                                                                           \
  "**第一条**　公示期为5个工作日。\n\n"                                                      \
  "**第二条**　集群有效期为三年，每年3月31日前报告。有下列情形的撤销：\n\n" \
  "（一）虚假申报的；\n\n"                                                                       \
  "**第三条**　本办法自2024年2月1日起施行，有效期5年。\n"

#define SCHEME                                                                                     \
  "title: 示例集群\n"                                                                          \
  "authority: example-city\n"                                                                      \
  "kind: cluster\n"                                                                                \
  "policy: rules\n"                                                                                \
  "notice: {days: 5, unit: working, clause: art-1}\n"                                              \
  "term: {years: 3, clause: art-2}\n"                                                              \
  "revocation:\n"                                                                                  \
  "  - {id: false-claim, text: 虚假申报, clause: art-2-1}\n"

#define NOTICE(extra)                                                                              \
  "---\n"                                                                                          \
  "title: 示例公示\n"                                                                          \
  "registry: clusters\n"                                                                           \
  "issuer: example-city\n"                                                                         \
  "opens: 2024-03-04\n" extra "channels:\n"                                                        \
  "  - {kind: 电话, value: 000-0000}\n"                                                          \
  "---\n"                                                                                          \
  "公示正文。\n"

/* Noticed on Monday 2024-03-04: five working days close on Friday 2024-03-08. */
#define BATCH(events)                                                                              \
  "title: 2024年示例集群\n"                                                                   \
  "year: 2024\n"                                                                                   \
  "notice: n-2024\n"                                                                               \
  "entries:\n"                                                                                     \
  "  - id: alpha\n"                                                                                \
  "    name: 示例甲集群\n"                                                                    \
  "    events:\n" events

static const Case cases[] = {
  {
    "nothing-wrong",
    "2024-06-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml", SCHEME },
      { "registries/clusters/2024.yaml", BATCH ("      - {date: 2024-03-11, kind: certified}\n") },
      { "notices/n-2024.md", NOTICE ("") } },
    "",
  },
  {
    /* 2024-03-08 is the last day of the notice: a certification on it is a day early. */
    "certified-on-the-last-day",
    "2024-06-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml", SCHEME },
      { "registries/clusters/2024.yaml", BATCH ("      - {date: 2024-03-08, kind: certified}\n") },
      { "notices/n-2024.md", NOTICE ("") } },
    "registries/clusters/2024.yaml:8 error certified-before-notice-closed\n",
  },
  {
    /* Four working days instead of five, and no reason given. */
    "notice-one-day-short",
    "2024-06-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml", SCHEME },
      { "notices/n-2024.md", NOTICE ("closes: 2024-03-07\n") } },
    "notices/n-2024.md:6 error notice-end-differs\n"
    "notices/n-2024.md:6 error notice-too-short\n",
  },
  {
    /* A later end is allowed once it says why. */
    "notice-longer-with-reason",
    "2024-06-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml", SCHEME },
      { "notices/n-2024.md", NOTICE ("closes: 2024-03-12\ncloses_reason: 材料补正\n") } },
    "",
  },
  {
    "revoked-without-ground",
    "2024-06-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml", SCHEME },
      { "registries/clusters/2024.yaml", BATCH ("      - {date: 2024-03-11, kind: certified}\n"
                                                "      - {date: 2024-05-06, kind: revoked}\n") },
      { "notices/n-2024.md", NOTICE ("") } },
    "registries/clusters/2024.yaml:9 error revocation-without-ground\n",
  },
  {
    "revoked-on-unknown-ground",
    "2024-06-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml", SCHEME },
      { "registries/clusters/2024.yaml",
        BATCH ("      - {date: 2024-03-11, kind: certified}\n"
               "      - {date: 2024-05-06, kind: revoked, ground: whim}\n") },
      { "notices/n-2024.md", NOTICE ("") } },
    "registries/clusters/2024.yaml:9 error unknown-ground\n",
  },
  {
    /* Certified to 2027-03-10; the rules end on 2029-01-31. */
    "term-ended-without-review",
    "2027-03-11",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml", SCHEME },
      { "registries/clusters/2024.yaml", BATCH ("      - {date: 2024-03-11, kind: certified}\n") },
      { "notices/n-2024.md", NOTICE ("") } },
    "registries/clusters/2024.yaml:5 warning review-not-recorded\n",
  },
  {
    /* Two in 2024 where one is allowed each year. */
    "cap-exceeded",
    "2024-06-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml",
        SCHEME "caps:\n"
               "  - {scope: per-year, maximum: 1, clause: art-2}\n" },
      { "registries/clusters/2024.yaml", BATCH ("      - {date: 2024-03-11, kind: certified}\n"
                                                "  - id: beta\n"
                                                "    name: 示例乙集群\n"
                                                "    events:\n"
                                                "      - {date: 2024-03-11, kind: certified}\n") },
      { "notices/n-2024.md", NOTICE ("") } },
    "registries/clusters/registry.yaml:10 error cap-exceeded\n",
  },
  {
    /* The report on 2024 is due by 2025-03-31. */
    "duty-not-recorded",
    "2025-04-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml",
        SCHEME "duties:\n"
               "  - {id: report, title: 年度报告, every: yearly, due: 03-31, clause: art-2}\n" },
      { "registries/clusters/2024.yaml", BATCH ("      - {date: 2024-03-11, kind: certified}\n") },
      { "notices/n-2024.md", NOTICE ("") } },
    "registries/clusters/registry.yaml:10 warning duty-not-recorded\n",
  },
  {
    /* On the day it is due it is not late. */
    "duty-due-today",
    "2025-03-31",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml",
        SCHEME "duties:\n"
               "  - {id: report, title: 年度报告, every: yearly, due: 03-31, clause: art-2}\n" },
      { "registries/clusters/2024.yaml", BATCH ("      - {date: 2024-03-11, kind: certified}\n") },
      { "notices/n-2024.md", NOTICE ("") } },
    "",
  },
  {
    "duty-recorded",
    "2025-04-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml",
        SCHEME "duties:\n"
               "  - {id: report, title: 年度报告, every: yearly, due: 03-31, clause: art-2}\n" },
      { "registries/clusters/2024.yaml",
        BATCH ("      - {date: 2024-03-11, kind: certified}\n"
               "      - {date: 2025-03-20, kind: reported, duty: report, period: \"2024\"}\n") },
      { "notices/n-2024.md", NOTICE ("") } },
    "",
  },
  {
    /* 2024-02-01 + 5 years: last day 2029-01-31; a certification of 2028 outlives the rules. */
    "rules-not-in-force",
    "2029-02-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml", SCHEME },
      { "registries/clusters/2028.yaml", "title: 2028年示例集群\n"
                                         "year: 2028\n"
                                         "entries:\n"
                                         "  - id: alpha\n"
                                         "    name: 示例甲集群\n"
                                         "    events:\n"
                                         "      - {date: 2028-06-01, kind: certified}\n" } },
    "registries/clusters/2028.yaml:4 warning notice-not-recorded\n"
    "registries/clusters/registry.yaml:4 warning rules-not-in-force\n",
  },
  {
    "prerequisite-missing",
    "2024-06-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml", SCHEME "prerequisites:\n"
                                                    "  - {registry: lower, clause: art-1}\n" },
      { "registries/clusters/2024.yaml", BATCH ("      - {date: 2024-03-11, kind: certified}\n") },
      { "registries/lower/registry.yaml", "title: 下级示例集群\n"
                                          "authority: example-city\n"
                                          "kind: cluster\n" },
      { "registries/lower/2023.yaml", "title: 2023年下级示例集群\n"
                                      "year: 2023\n"
                                      "certified: 2023-05-04\n"
                                      "entries:\n"
                                      "  - {id: gamma, name: 示例丙集群}\n" },
      { "notices/n-2024.md", NOTICE ("") } },
    "registries/clusters/2024.yaml:5 error prerequisite-missing\n",
  },
  {
    /* One lies in the region, one elsewhere; of two it is not known.  A unit's name ends as one. */
    "automatic-in-a-region",
    "2024-06-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml",
        SCHEME "automatic:\n"
               "  - {registry: lower, region: 示例省示例市, clause: art-1}\n"
               "  - {registry: lower, region: 示例省示例, clause: art-1}\n"
               "  - {registry: lower, region: 示例省第三市, batch: \"2023\", clause: art-1}\n"
               "  - {registry: empty, region: 示例省示例市, clause: art-1}\n" },
      { "registries/lower/registry.yaml", "title: 下级示例集群\n"
                                          "authority: example-city\n"
                                          "kind: cluster\n" },
      { "registries/lower/2023.yaml",
        "title: 2023年下级示例集群\n"
        "year: 2023\n"
        "certified: 2023-05-04\n"
        "entries:\n"
        "  - {id: gamma, name: 示例丙集群, region: 示例省示例市示例区}\n"
        "  - {id: delta, name: 示例丁集群, region: 示例省另一市}\n" },
      { "registries/lower/2024.yaml", "title: 2024年下级示例集群\n"
                                      "year: 2024\n"
                                      "certified: 2024-05-04\n"
                                      "entries:\n"
                                      "  - {id: epsilon, name: 示例戊集群}\n"
                                      "  - {id: zeta, name: 示例己集群, region: 示例市示例区}\n" },
      { "registries/empty/registry.yaml", "title: 未公布示例集群\n"
                                          "authority: example-city\n"
                                          "kind: cluster\n" } },
    "registries/clusters/registry.yaml:10 warning region-not-known\n"
    "registries/clusters/registry.yaml:11 warning region-form\n"
    "registries/clusters/registry.yaml:12 note region-without-entry\n",
  },
  {
    /* What is required first of those of one city is not asked of the others. */
    "prerequisite-in-a-region",
    "2024-06-01",
    { { "policies/rules/policy.md", RULES },
      { "registries/clusters/registry.yaml",
        SCHEME "prerequisites:\n"
               "  - {registry: lower, region: 示例省示例市, clause: art-1}\n" },
      { "registries/clusters/2024.yaml",
        "title: 2024年示例集群\n"
        "year: 2024\n"
        "notice: n-2024\n"
        "certified: 2024-03-11\n"
        "entries:\n"
        "  - {id: alpha, name: 示例甲集群, region: 示例省另一市}\n"
        "  - {id: beta, name: 示例乙集群, region: 示例省示例市示例区}\n" },
      { "registries/lower/registry.yaml", "title: 下级示例集群\n"
                                          "authority: example-city\n"
                                          "kind: cluster\n" },
      { "registries/lower/2023.yaml", "title: 2023年下级示例集群\n"
                                      "year: 2023\n"
                                      "certified: 2023-05-04\n"
                                      "entries:\n"
                                      "  - {id: gamma, name: 示例丙集群}\n" },
      { "notices/n-2024.md", NOTICE ("") } },
    "registries/clusters/2024.yaml:6 error prerequisite-missing\n",
  },
  {
    "number-and-index",
    "2024-06-01",
    { { "policies/one/policy.md", "---\n"
                                  "title: 示例通知\n"
                                  "number: 示工〔2023〕1号\n"
                                  "index: 114419005813893674/2026-00027\n"
                                  "issuer: example-city\n"
                                  "kind: notice\n"
                                  "signed: 2024-01-02\n"
                                  "---\n"
                                  "正文。\n" } },
    "policies/one/policy.md:3 warning number-year\n"
    "policies/one/policy.md:4 warning index-check-digit\n",
  },
  {
    "clauses-and-links",
    "2024-06-01",
    { { "policies/one/policy.md", "---\n"
                                  "title: 示例通知\n"
                                  "issuer: example-city\n"
                                  "kind: notice\n"
                                  "effect: {date: 2024-01-01, clause: art-9}\n"
                                  "---\n"
                                  "**第一条**　依照本办法第七条办理。\n"
                                  "\n"
                                  "**第二条**　见[说明](missing-policy)。\n" } },
    "policies/one/policy.md:5 error broken-clause\n"
    "policies/one/policy.md:7 warning broken-reference\n"
    "policies/one/policy.md:9 error broken-link\n",
  },
  {
    /* One mistake, one message: no clause is missed of a policy that is unknown or cannot be read.
     */
    "clauses-of-what-is-not-there",
    "2024-06-01",
    { { "policies/one/policy.md", "---\n"
                                  "title：示例通知\n"
                                  "issuer: example-city\n"
                                  "---\n"
                                  "**第一条**　正文。\n" },
      { "policies/two/policy.md", "---\n"
                                  "title: 示例通知二\n"
                                  "issuer: example-city\n"
                                  "kind: notice\n"
                                  "effect: {days_after_publication: 三十, clause: three#art-1}\n"
                                  "validity: {years: ５}\n"
                                  "---\n"
                                  "正文。\n" },
      { "registries/clusters/registry.yaml", "title: 示例集群\n"
                                             "authority: example-city\n"
                                             "kind: cluster\n"
                                             "policy: one\n"
                                             "term: {years: 3, clause: one#art-1}\n"
                                             "notice: {days: 7, clause: art-2}\n" } },
    "policies/one/policy.md:2 error yaml-syntax\n"
    "policies/two/policy.md:5 error bad-number\n"
    "policies/two/policy.md:5 error unknown-reference\n"
    "policies/two/policy.md:6 error bad-number\n",
  },
  {
    "dates-that-contradict",
    "2024-06-01",
    { { "policies/one/policy.md", "---\n"
                                  "title: 示例通知\n"
                                  "issuer: example-city\n"
                                  "kind: notice\n"
                                  "effect: {date: 2024-01-01}\n"
                                  "validity: {until: 2023-12-31}\n"
                                  "---\n"
                                  "正文。\n" },
      { "policies/two/policy.md", "---\n"
                                  "title: 示例通知二\n"
                                  "issuer: example-city\n"
                                  "kind: notice\n"
                                  "effect: {days_after_publication: 30}\n"
                                  "validity: {years: 3, until: 2030-01-01}\n"
                                  "---\n"
                                  "正文。\n" } },
    "policies/one/policy.md:6 error validity-before-effect\n"
    "policies/two/policy.md:5 error effect-without-date\n"
    "policies/two/policy.md:6 error validity-conflict\n",
  },
  {
    /* 2022 has passed and its notice is not there. */
    "calendar-missing",
    "2024-06-01",
    { { "registries/clusters/registry.yaml", "title: 示例集群\n"
                                             "authority: example-city\n"
                                             "kind: cluster\n" },
      { "notices/n-2022.md", "---\n"
                             "title: 示例公示\n"
                             "registry: clusters\n"
                             "issuer: example-city\n"
                             "opens: 2010-03-04\n"
                             "period: {days: 5, unit: working}\n"
                             "channels:\n"
                             "  - {kind: 电话, value: 000-0000}\n"
                             "---\n"
                             "正文。\n" } },
    "notices/n-2022.md:5 error calendar-missing\n",
  },
};

static void
put (const char *folder, const char *path, const char *text)
{
  g_autofree char *full = g_build_filename (folder, "content", path, NULL);
  g_autoptr (GError) error = NULL;
  g_assert_true (gb_file_write (full, text, strlen (text), NULL, &error));
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_autoptr (GPtrArray) names = gb_file_list (path, NULL);
    for (guint i = 0; i < names->len; i++) {
      g_autofree char *child = g_build_filename (path, names->pdata[i], NULL);
      remove_tree (child);
    }
  }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("gongbao-rules-XXXXXX", &error);
  g_assert_no_error (error);
  put (folder, "site.yaml", site_yaml);
  put (folder, "agencies.yaml", agencies_yaml);
  for (int year = 2023; year <= 2026; year++) {
    g_autofree char *name = g_strdup_printf ("calendar/%d.yaml", year);
    g_autofree char *source = g_build_filename ("content", name, NULL);
    g_autofree char *text = gb_file_read (source, 0, NULL, &error);
    g_assert_no_error (error);
    put (folder, name, text);
  }
  for (guint i = 0; i < G_N_ELEMENTS (test->files) && test->files[i].path != NULL; i++)
    put (folder, test->files[i].path, test->files[i].text);

  GbDate as_of;
  g_assert_true (gb_date_parse (test->as_of, &as_of));
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autoptr (GbTree) tree = gb_tree_of_folder (folder);
  g_autoptr (GbModel) model = gb_model_load (tree, 2, diagnostics, &error);
  g_assert_no_error (error);
  g_autoptr (GbCorpus) corpus = gb_corpus_new (model, as_of, 2, diagnostics);
  gb_diagnostics_sort (diagnostics);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
    const GbDiagnostic *diagnostic = gb_diagnostics_get (diagnostics, i);
    g_assert_true (g_str_has_prefix (diagnostic->place.file, "content/"));
    g_string_append_printf (found, "%s:%u %s %s\n", diagnostic->place.file + strlen ("content/"),
                            diagnostic->place.line, gb_severity_name (diagnostic->severity),
                            diagnostic->code);
    g_test_message ("%s", diagnostic->message);
  }
  g_assert_cmpstr (found->str, ==, test->expected);
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/rules/", cases[i].name, NULL);
    g_test_add_data_func (path, &cases[i], test_case);
  }
  return g_test_run ();
}
