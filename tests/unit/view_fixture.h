/* The example, or the real content, as a view on a day. */
#pragma once

#include "base/file.h"
#include "source/model_load.h"
#include "output/plan.h"
#include "view/words.h"

#include <string.h>

typedef struct {
  GbModel *model;
  GbCorpus *corpus;
  GbPlan *view;
} Fixture;

static const GbValue *
fixture_words (GbArena *arena, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autofree char *path = g_strdup_printf ("templates/strings/%s.yaml", language);
  gsize length = 0;
  g_autofree char *text = gb_file_read (path, 0, &length, &error);
  g_assert_no_error (error);
  const GbValue *words = gb_words_parse (arena, path, text, length, diagnostics);
  g_assert_cmpuint (gb_diagnostics_count (diagnostics), ==, 0);
  return words;
}

static inline GbModel *
fixture_model (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autoptr (GbTree) tree = gb_tree_of_folder (folder);
  GbModel *model = gb_model_load (tree, 1, diagnostics, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gb_diagnostics_errors (diagnostics), ==, 0);
  return model;
}

/* @model stays the caller's. */
static inline Fixture
fixture_on (GbModel *model, const GbValue *words, GbDate day)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  Fixture fixture = { .model = model };
  fixture.corpus = gb_corpus_new (model, day, 1, diagnostics);
  fixture.view = gb_plan_new (fixture.corpus, words, NULL, NULL, NULL);
  return fixture;
}

static inline void
fixture_clear (Fixture *fixture)
{
  gb_plan_free (fixture->view);
  gb_corpus_free (fixture->corpus);
}

/* The index of the page at @path; fails where there is none. */
static inline guint
fixture_page (const Fixture *fixture, const char *path)
{
  for (guint i = 0; i < gb_plan_count (fixture->view); i++)
    if (strcmp (gb_plan_path (fixture->view, i), path) == 0)
      return i;
  g_error ("there is no page %s", path);
}

static inline GbDate
fixture_day (const char *text)
{
  GbDate day = GB_DATE_NONE;
  g_assert_true (gb_date_parse (text, &day));
  return day;
}
