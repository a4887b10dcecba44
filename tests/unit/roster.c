/* Lists compared: the example's, as a reader of its files works them out by hand, and small ones
 * that hold what the example lacks. */
#include "corpus/roster.h"
#include "source/model_load.h"

#include "base/error.h"
#include "base/file.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  GbModel *model;
  GbCorpus *corpus;
  GbArena *arena;
} Fixture;

static GbDate
day (const char *text)
{
  GbDate date = GB_DATE_NONE;
  g_assert_true (gb_date_parse (text, &date));
  return date;
}

static Fixture
open_fixture (const char *folder, const char *as_of)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  Fixture fixture = { .arena = gb_arena_new () };
  g_autoptr (GbTree) tree = gb_tree_of_folder (folder);
  fixture.model = gb_model_load (tree, 1, diagnostics, &error);
  g_assert_no_error (error);
  fixture.corpus = gb_corpus_new (fixture.model, day (as_of), 1, diagnostics);
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++)
    g_test_message ("%s: %s", gb_diagnostics_get (diagnostics, i)->place.file,
                    gb_diagnostics_get (diagnostics, i)->message);
  g_assert_cmpuint (gb_diagnostics_errors (diagnostics), ==, 0);
  return fixture;
}

static void
close_fixture (Fixture *fixture)
{
  gb_corpus_free (fixture->corpus);
  gb_model_free (fixture->model);
  gb_arena_free (fixture->arena);
}

static const GbRoster *
compare (const Fixture *fixture, const char *registry, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  const GbRegistryCase *found = gb_corpus_registry (fixture->corpus, registry);
  g_assert_nonnull (found);
  const GbRoster *roster
    = gb_roster_pairs_named (fixture->arena, fixture->corpus, found, from, to, &error);
  g_assert_no_error (error);
  return roster;
}

/* "kind: entry entry; kind: …", as the rows stand; '-' is a row without an entry, '!' one that
 * lacks a reason it asks for. */
static void
assert_rows (const GbRoster *roster, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < roster->n_rows; i++) {
    const GbRosterRow *row = &roster->rows[i];
    if (i == 0 || roster->rows[i - 1].kind != row->kind)
      g_string_append_printf (text, "%s%s:", i == 0 ? "" : "; ", gb_roster_kind_name (row->kind));
    g_string_append_printf (text, " %s%s", row->entry == NULL ? "-" : row->entry->entry->id,
                            row->unexplained ? "!" : "");
  }
  g_assert_cmpstr (text->str, ==, expected);
}

/* "source DATE text|…" */
static void
assert_reasons (const GbRosterRow *row, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < row->n_reasons; i++) {
    const GbRosterReason *reason = &row->reasons[i];
    char date[GB_DATE_LENGTH];
    GbDate when = reason->source == GB_ROSTER_BY_TERM ? reason->derivation.date : reason->when.last;
    g_string_append_printf (text, "%s%s %s %s", i == 0 ? "" : "|",
                            reason->event != NULL ? gb_event_name (reason->event->kind)
                                                  : gb_roster_source_name (reason->source),
                            gb_date_format (when, date), reason->text == NULL ? "-" : reason->text);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static const GbRosterRow *
row_of (const GbRoster *roster, GbRosterKind kind, guint index)
{
  guint seen = 0;
  for (guint i = 0; i < roster->n_rows; i++)
    if (roster->rows[i].kind == kind && seen++ == index)
      return &roster->rows[i];
  g_error ("there is no row %u of the kind %s", index, gb_roster_kind_name (kind));
}

static void
test_notice (void)
{
  Fixture fixture = open_fixture ("tests/example", "2026-11-21");
  /* Four proposed: two as they were, one under a new name, one dropped after an objection. */
  const GbRoster *roster
    = compare (&fixture, "featured-clusters", "featured-clusters-2025", "2025");
  assert_rows (roster, "renamed: outdoor-textiles; dropped: -; kept: sensors health-food");
  const GbRosterRow *renamed = row_of (roster, GB_ROSTER_RENAMED, 0);
  g_assert_cmpstr (renamed->old_name, ==, "示例镇帐篷产业集群");
  g_assert_cmpstr (renamed->new_name, ==, "示例镇户外用品纺织产业集群");
  assert_reasons (renamed, "proposal  认定时更名为示例镇户外用品纺织产业集群|"
                           "entry  公示时的名称为“示例镇帐篷产业集群”（示例）。");
  const GbRosterRow *dropped = row_of (roster, GB_ROSTER_DROPPED, 0);
  g_assert_cmpstr (dropped->old_name, ==, "示例镇竹制品产业集群");
  g_assert_null (dropped->new_name);
  assert_reasons (dropped, "proposal  公示期间收到异议，经核实主导产业占比不足，不予认定|"
                           "outcome 2025-06-10 认定3个，1个因异议成立不予认定");
  g_assert_cmpstr (dropped->reasons[1].decision->number, ==, "示产函〔2025〕7号");

  /* One that nobody could object to, and no reason why. */
  roster = compare (&fixture, "demo-zones", "demo-zones-2026", "2026");
  assert_rows (roster, "added: lakeside!; kept: foothill");
  const GbRosterRow *added = row_of (roster, GB_ROSTER_ADDED, 0);
  g_assert_null (added->old_name);
  assert_reasons (added, "certified 2026-08-24 -");
  for (guint i = 0; i < added->entry->n_events; i++)
    g_assert_cmpint (added->entry->events[i].kind, !=, GB_EVENT_NOTICED);

  /* Nothing has come of it yet. */
  roster = compare (&fixture, "featured-clusters", "featured-clusters-2026-1", "2026-1");
  assert_rows (roster, "pending: motors tea-drinks");
  g_assert_false (gb_roster_is_decided (
    fixture.corpus, gb_corpus_notice (fixture.corpus, "featured-clusters-2026-1")));
  g_assert_true (gb_roster_is_decided (
    fixture.corpus, gb_corpus_notice (fixture.corpus, "featured-clusters-2025")));
  close_fixture (&fixture);

  /* On the last day of the notice of 2025 nobody knew. */
  fixture = open_fixture ("tests/example", "2025-05-28");
  roster = compare (&fixture, "featured-clusters", "featured-clusters-2025", "2025");
  assert_rows (roster, "pending: sensors health-food outdoor-textiles -");
  close_fixture (&fixture);
}

static void
test_batches (void)
{
  Fixture fixture = open_fixture ("tests/example", "2026-11-21");
  const GbRoster *roster = compare (&fixture, "featured-clusters", "2023", "2024");
  assert_rows (roster, "added: ceramic-knives packaging-machines; "
                       "renewed: pumps-valves smart-lighting; renamed: smart-lighting; "
                       "revoked: canned-food; withdrawn: umbrellas; term-ended: knitwear");
  const GbRosterRow *revoked = row_of (roster, GB_ROSTER_REVOKED, 0);
  assert_reasons (revoked, "revoked 2025-04-18 申报的产值数据不实（示例）");
  g_assert_cmpstr (revoked->reasons[0].event->ground->text, ==, "虚假申报的");
  g_assert_cmpstr (revoked->reasons[0].clause, ==, "cluster-measures-2024#art-11-2");
  g_assert_cmpstr (revoked->reasons[0].decision->number, ==, "示产函〔2025〕5号");
  assert_reasons (row_of (roster, GB_ROSTER_WITHDRAWN, 0),
                  "withdrawn 2025-11-03 产业转移，申请退出（示例）");
  assert_reasons (row_of (roster, GB_ROSTER_RENEWED, 1),
                  "evaluated 2026-07-20 -|renewed 2026-08-28 -");
  const GbRosterRow *renamed = row_of (roster, GB_ROSTER_RENAMED, 0);
  g_assert_cmpstr (renamed->old_name, ==, "示例区照明电器产业集群");
  g_assert_cmpstr (renamed->new_name, ==, "示例区智能照明产业集群");
  assert_reasons (row_of (roster, GB_ROSTER_TERM_ENDED, 0), "term 2026-09-05 -");
  /* The batch of 2024 ends first, on 2027-01-14. */
  g_assert_cmpint (roster->turns, ==, day ("2027-01-15"));

  /* The same cluster under a new name, known by same_as; fifteen of sixteen only in 2022. */
  roster = compare (&fixture, "candidate-clusters", "2022", "2026");
  g_assert_cmpuint (roster->counts[GB_ROSTER_ADDED], ==, 2);
  g_assert_cmpuint (roster->counts[GB_ROSTER_KEPT], ==, 15);
  g_assert_cmpuint (roster->counts[GB_ROSTER_RENAMED], ==, 1);
  g_assert_cmpuint (roster->n_rows, ==, 18);
  renamed = row_of (roster, GB_ROSTER_RENAMED, 0);
  g_assert_cmpstr (renamed->earlier->entry->id, ==, "bamboo");
  g_assert_cmpstr (renamed->entry->entry->id, ==, "bamboo-homeware");
  g_assert_cmpint (renamed->reasons[0].source, ==, GB_ROSTER_BY_ENTRY);
  g_assert_false (renamed->unexplained);
  close_fixture (&fixture);

  /* Before anything of that happened the same two batches stood side by side. */
  fixture = open_fixture ("tests/example", "2024-06-01");
  roster = compare (&fixture, "featured-clusters", "2023", "2024");
  assert_rows (roster, "added: ceramic-knives packaging-machines; "
                       "kept: pumps-valves knitwear canned-food umbrellas smart-lighting");
  close_fixture (&fixture);
}

static void
test_days (void)
{
  Fixture fixture = open_fixture ("tests/example", "2026-11-21");
  static const struct {
    const char *from, *to, *expected;
  } cases[] = {
    { "2023-08-20", "2023-08-21",
      "noticed: pumps-valves knitwear canned-food umbrellas smart-lighting" },
    /* Seven working days from Monday 21 August end on Tuesday the 29th. */
    { "2023-08-29", "2023-08-30",
      "notice-closed: pumps-valves knitwear canned-food umbrellas smart-lighting" },
    { "2023-09-05", "2023-09-06",
      "added: pumps-valves knitwear canned-food umbrellas smart-lighting" },
    { "2025-04-17", "2025-04-18", "revoked: canned-food" },
    { "2025-11-02", "2025-11-03", "withdrawn: umbrellas" },
    { "2026-06-02", "2026-06-03", "renamed: smart-lighting" },
    /* Three months before 5 September, its last day. */
    { "2026-06-05", "2026-06-06", "review-due: pumps-valves knitwear smart-lighting" },
    { "2026-08-27", "2026-08-28", "renewed: pumps-valves smart-lighting" },
    { "2026-09-05", "2026-09-06", "term-ended: knitwear" },
    { "2026-09-06", "2026-09-10", "" },
    { "2026-06-01", "2026-09-30",
      "renewed: pumps-valves smart-lighting; renamed: smart-lighting; term-ended: knitwear; "
      "proposed: motors tea-drinks" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_rows (compare (&fixture, "featured-clusters", cases[i].from, cases[i].to),
                 cases[i].expected);

  const GbRoster *roster = compare (&fixture, "featured-clusters", "2026-08-27", "2026-08-28");
  const GbRosterRow *renewed = row_of (roster, GB_ROSTER_RENEWED, 0);
  g_assert_cmpint (renewed->before.standing, ==, GB_STANDING_REVIEW_DUE);
  g_assert_cmpint (renewed->after.standing, ==, GB_STANDING_CERTIFIED);
  g_assert_cmpint (renewed->after.last_day, ==, day ("2029-09-05"));
  /* The review came before the day that decided. */
  assert_reasons (renewed, "evaluated 2026-07-20 -|renewed 2026-08-28 -");
  g_assert_cmpstr (renewed->reasons[1].clause, ==, "cluster-measures-2024#art-9");
  g_assert_cmpstr (renewed->reasons[1].decision->number, ==, "示产函〔2026〕14号");
  roster = compare (&fixture, "featured-clusters", "2026-06-05", "2026-06-06");
  assert_reasons (&roster->rows[0], "term 2026-06-06 -");
  g_assert_cmpint (roster->rows[0].reasons[0].derivation.rule, ==, GB_RULE_MONTHS_BEFORE);

  /* The term ended, and the record says that the review was failed. */
  roster = compare (&fixture, "demo-zones", "2026-08-20", "2026-08-21");
  assert_rows (roster, "term-ended: riverside");
  assert_reasons (&roster->rows[0], "evaluated 2026-08-06 未予延续（示例）|term 2026-08-20 -");
  close_fixture (&fixture);
}

/* Every change of a day is told, and nothing else. */
static void
test_neighbours (void)
{
  Fixture fixture = open_fixture ("tests/example", "2026-11-21");
  for (guint i = 0; i < fixture.corpus->n_registries; i++) {
    const GbRegistryCase *registry = &fixture.corpus->registries[i];
    for (guint k = 1; k < registry->n_days; k++) {
      g_autoptr (GbArena) arena = gb_arena_new ();
      const GbRoster *roster
        = gb_roster_days (arena, registry, registry->days[k - 1], registry->days[k]);
      g_assert_cmpuint (roster->n_rows, >, 0);
      for (guint n = 0; n < registry->n_entries; n++) {
        GbStandingState before = gb_entry_case_on (registry->entries[n], registry->days[k - 1]);
        GbStandingState after = gb_entry_case_on (registry->entries[n], registry->days[k]);
        gboolean changed = before.standing != after.standing || before.last_day != after.last_day
                           || g_strcmp0 (before.name, after.name) != 0;
        gboolean told = FALSE;
        for (guint m = 0; m < roster->n_rows; m++)
          told |= roster->rows[m].entry == registry->entries[n];
        g_assert_cmpint (told, ==, changed);
      }
    }
  }
  close_fixture (&fixture);
}

static void
test_sequence (void)
{
  Fixture fixture = open_fixture ("tests/example", "2026-11-21");
  guint n_batches = 0;
  const GbBatch **batches = gb_roster_pairs_sequence (
    fixture.arena, gb_corpus_registry (fixture.corpus, "featured-clusters"), &n_batches);
  static const char *const expected[]
    = { "2023", "2024", "2025-automatic", "2025", "2026-1", "2026-2", "2027" };
  g_assert_cmpuint (n_batches, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_batches; i++)
    g_assert_cmpstr (batches[i]->id, ==, expected[i]);
  close_fixture (&fixture);
}

static void
test_refusals (void)
{
  Fixture fixture = open_fixture ("tests/example", "2026-11-21");
  static const struct {
    const char *from, *to;
  } cases[] = {
    { "2024", "2023" },
    { "2024", "2024" },
    { "2023", "no-such-batch" },
    { "no-such-batch", "2023" },
    { "featured-clusters-2025", "2024" },
    { "demo-zones-2026", "2025" },
    { "2025-04-18", "2025-04-18" },
    { "2025-04-18", "2025-04-17" },
    { "2025-04-18", "2026-11-22" },
    { "2023", "2025-04-18" },
  };
  const GbRegistryCase *registry = gb_corpus_registry (fixture.corpus, "featured-clusters");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (gb_roster_pairs_named (fixture.arena, fixture.corpus, registry, cases[i].from,
                                          cases[i].to, &error));
    g_assert_error (error, GB_ERROR, GB_ERROR_USAGE);
  }
  close_fixture (&fixture);
}

/* -- small lists -- */

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "content", name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
    for (const char *name; (name = g_dir_read_name (folder)) != NULL;) {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static char *
write_small (const char *first, const char *second, const char *notice)
{
  char *folder = g_dir_make_tmp ("gongbao-roster-XXXXXX", NULL);
  g_assert_nonnull (folder);
  write_file (folder, "site.yaml",
              "name: 示例公报\nbase_url: https://example.invalid\nauthority: city\n"
              "example: true\n");
  write_file (folder, "agencies.yaml",
              "agencies:\n  - {id: city, name: 示例市工业局, level: city}\n");
  write_file (folder, "registries/r/registry.yaml",
              "title: 示例集群\nauthority: city\nkind: cluster\nterm: {years: 3}\n");
  write_file (folder, "registries/r/first.yaml", first);
  write_file (folder, "registries/r/second.yaml", second);
  if (notice != NULL)
    write_file (folder, "notices/n.md", notice);
  return folder;
}

#define NOTICE(items)                                                                              \
  "---\ntitle: 示例公示\nregistry: r\nbatch: second\nissuer: city\nopens: 2024-01-08\n"        \
  "closes: 2024-01-12\nchannels:\n  - {kind: 电话, value: 000-0000}\nproposed:\n" items            \
  "outcome: {date: 2024-02-01, kind: certified, text: 公布名单}\n---\n正文。\n"

static void
check_small (const char *first, const char *second, const char *notice, const char *from,
             const char *expected)
{
  g_autofree char *folder = write_small (first, second, notice);
  Fixture fixture = open_fixture (folder, "2024-06-01");
  assert_rows (compare (&fixture, "r", from, "second"), expected);
  close_fixture (&fixture);
  remove_tree (folder);
}

/* Names are one whatever the width of their letters and brackets, and former names count. */
static void
test_names (void)
{
  check_small ("title: 批\nyear: 2021\ncertified: 2021-02-01\nannounced: 3\nentries:\n"
               "  - {id: a, name: 示例甲（５Ｇ）集群}\n"
               "  - {id: b, name: 示例乙集群, events: [{date: 2022-03-01, kind: renamed, name: "
               "示例新乙集群}]}\n"
               "  - {id: c, name: 示例丙集群}\n",
               "title: 批\nyear: 2024\ncertified: 2024-02-01\nannounced: 3\nentries:\n"
               "  - {id: a2, name: 示例甲 (5G) 集群}\n"
               "  - {id: b2, name: 示例新乙集群}\n"
               "  - {id: c2, name: 示例丁集群}\n",
               NULL, "first",
               /* Of the new name no decision and no note is on record. */
               "added: c2; recertified: a2; renamed: b2!; term-ended: c");
}

/* An item without an id is known by its name; a dropped one without any reason says so, and so
 * does an item that only the outcome of all would explain. */
static void
test_unexplained (void)
{
  check_small ("title: 批\nyear: 2021\ncertified: 2021-02-01\nannounced: 1\nentries:\n"
               "  - {id: a, name: 示例甲集群}\n",
               "title: 批\nyear: 2024\nnotice: n\ncertified: 2024-02-01\nannounced: 2\nentries:\n"
               "  - {id: b, name: 示例乙（新）集群}\n"
               "  - {id: c, name: 示例丙集群, note: 位于示例区。}\n",
               NOTICE ("  - {name: 示例乙(新)集群}\n"
                       "  - {name: 示例丙老集群, entry: c}\n"
                       "  - {name: 示例丁集群}\n"),
               "n", "renamed: c!; dropped: -!; kept: b");
}

/* What a partial record lacks says nothing. */
static void
test_partial (void)
{
  check_small (
    "title: 批\nyear: 2021\ncertified: 2021-02-01\nannounced: 1\nentries:\n"
    "  - {id: a, name: 示例甲集群}\n",
    "title: 批\nyear: 2024\nnotice: n\ncertified: 2024-02-01\nannounced: 9\npartial: true\n"
    "entries:\n"
    "  - {id: b, name: 示例乙集群}\n"
    "  - {id: c, name: 示例丙集群}\n",
    NOTICE ("  - {name: 示例乙集群}\n"
            "  - {name: 示例丁集群}\n"),
    "n", "kept: b; unrecorded: - c");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster/notice", test_notice);
  g_test_add_func ("/roster/batches", test_batches);
  g_test_add_func ("/roster/days", test_days);
  g_test_add_func ("/roster/neighbours", test_neighbours);
  g_test_add_func ("/roster/sequence", test_sequence);
  g_test_add_func ("/roster/refusals", test_refusals);
  g_test_add_func ("/roster/names", test_names);
  g_test_add_func ("/roster/unexplained", test_unexplained);
  g_test_add_func ("/roster/partial", test_partial);
  return g_test_run ();
}
