/* Names on lists: twice on one, and spelt in two ways. */
#include "publication.h"

/* Opens a registry with a batch of @entries and a notice of @proposed, each a list of YAML. */
static Publication
open_lists (const char *entries, const char *proposed)
{
  Publication publication = publication_new ();
  publication_put (&publication, "registries/r/registry.yaml",
                   "title: 示例企业\nauthority: example-city\nkind: cluster\n");
  g_autofree char *batch = g_strconcat ("title: 批\n"
                                        "year: 2024\n"
                                        "notice: n\n"
                                        "certified: 2024-02-01\n"
                                        "entries:\n",
                                        entries, NULL);
  publication_put (&publication, "registries/r/b.yaml", batch);
  g_autofree char *notice = g_strconcat ("---\n"
                                         "title: 示例公示\n"
                                         "registry: r\n"
                                         "batch: b\n"
                                         "issuer: example-city\n"
                                         "opens: 2024-01-08\n"
                                         "closes: 2024-01-12\n"
                                         "channels:\n"
                                         "  - {kind: 电话, value: 000-0000}\n"
                                         "proposed:\n",
                                         proposed, "---\n正文。\n", NULL);
  publication_put (&publication, "notices/n.md", notice);
  publication_open (&publication, "2024-06-01");
  return publication;
}

/* "line code" of the warnings about names in @file, each followed by a blank. */
static char *
said_of (const Publication *publication, const char *file)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < gb_diagnostics_count (publication->diagnostics); i++) {
    const GbDiagnostic *d = gb_diagnostics_get (publication->diagnostics, i);
    g_assert_cmpint (d->severity, !=, GB_SEVERITY_ERROR);
    if (strcmp (d->place.file, file) == 0
        && (strcmp (d->code, "same-name") == 0 || strcmp (d->code, "name-spelling") == 0))
      g_string_append_printf (out, "%u %s ", d->place.line, d->code);
  }
  return g_string_free (out, FALSE);
}

static gboolean
says (const Publication *publication, const char *words)
{
  for (guint i = 0; i < gb_diagnostics_count (publication->diagnostics); i++)
    if (strstr (gb_diagnostics_get (publication->diagnostics, i)->message, words) != NULL)
      return TRUE;
  return FALSE;
}

typedef struct {
  const char *name;
  const char *first;
  const char *second;
  gboolean same;
} Pair;

static const Pair pairs[] = {
  { "alike", "示例甲有限公司", "示例甲有限公司", TRUE },
  { "brackets-width", "示例甲（华南）有限公司", "示例甲(华南)有限公司", TRUE },
  { "letters-width", "Ａ１示例公司", "A1示例公司", TRUE },
  { "case", "Demo公司", "DEMO公司", TRUE },
  { "spaces", "示例 甲　有限公司", "示例甲有限公司", TRUE },
  { "brackets-form", "示例甲〔华南〕公司", "示例甲【华南】公司", TRUE },
  { "quotes", "示例“甲”公司", "示例\"甲\"公司", TRUE },
  { "dots", "示例·甲公司", "示例•甲公司", TRUE },
  { "dashes", "示例－甲公司", "示例—甲公司", TRUE },
  { "words-in-brackets", "示例甲（华南）有限公司", "示例甲（华北）有限公司", FALSE },
  { "brackets-or-none", "示例甲（华南）公司", "示例甲华南公司", FALSE },
  { "figures", "示例甲一厂", "示例甲1厂", FALSE },
  { "longer", "示例甲有限公司", "示例甲有限公司二分厂", FALSE },
};

static void
test_pair (gconstpointer data)
{
  const Pair *pair = data;
  g_autofree char *entries = g_strdup_printf ("  - {id: a, name: '%s'}\n"
                                              "  - {id: b, name: 示例其他公司}\n"
                                              "  - {id: c, name: '%s'}\n",
                                              pair->first, pair->second);
  g_autofree char *proposed
    = g_strdup_printf ("  - {name: '%s'}\n  - {name: '%s'}\n", pair->first, pair->second);
  Publication publication = open_lists (entries, proposed);
  g_autofree char *batch = said_of (&publication, "content/registries/r/b.yaml");
  g_assert_cmpstr (batch, ==, pair->same ? "8 same-name " : "");
  g_autofree char *notice = said_of (&publication, "content/notices/n.md");
  gboolean exact = strcmp (pair->first, pair->second) == 0;
  /* The second is also spelt otherwise than the first of the batch. */
  g_assert_cmpstr (notice, ==,
                   !pair->same ? ""
                   : exact     ? "12 same-name "
                               : "12 name-spelling 12 same-name ");
  if (pair->same) {
    g_assert_true (says (&publication, "it stands on line 6 too"));
    g_assert_true (says (&publication, "it stands on line 11 too"));
  }
  publication_free (&publication);
}

static void
test_spellings (void)
{
  Publication publication = open_lists ("  - {id: a, name: 示例甲(华南)有限公司}\n"
                                        "  - {id: b, name: 示例乙公司}\n"
                                        "  - {id: c, name: 示例新丙公司}\n"
                                        "  - {id: d, name: ＡＢ示例公司}\n",
                                        "  - {name: 示例甲（华南）有限公司}\n"
                                        "  - {name: 示例乙公司}\n"
                                        "  - {name: 示例丙公司, entry: c}\n"
                                        "  - {name: AB示例公司, entry: d}\n");
  g_autofree char *notice = said_of (&publication, "content/notices/n.md");
  g_assert_cmpstr (notice, ==, "11 name-spelling 14 name-spelling ");
  g_assert_true (says (&publication,
                       "the notice spells the name '示例甲（华南）有限公司', the list spells it "
                       "'示例甲(华南)有限公司' (content/registries/r/b.yaml, line 6)"));
  g_autofree char *batch = said_of (&publication, "content/registries/r/b.yaml");
  g_assert_cmpstr (batch, ==, "");
  publication_free (&publication);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *path = g_strdup_printf ("/spelling/pair/%s", pairs[i].name);
    g_test_add_data_func (path, &pairs[i], test_pair);
  }
  g_test_add_func ("/spelling/spellings", test_spellings);
  return g_test_run ();
}
