/* A small publication written to a temporary folder, read and judged. */
#pragma once

#include "base/file.h"
#include "source/model_load.h"
#include "corpus/corpus.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder;
  GbDiagnostics *diagnostics;
  GbModel *model;
  GbCorpus *corpus;
} Publication;

static inline void
publication_put (const Publication *publication, const char *path, const char *text)
{
  g_autofree char *full = g_build_filename (publication->folder, "content", path, NULL);
  g_autoptr (GError) error = NULL;
  g_assert_true (gb_file_write (full, text, strlen (text), NULL, &error));
  g_assert_no_error (error);
}

/* The site, an agency "example-city" and the real calendars of 2023 to 2026. */
static inline Publication
publication_new (void)
{
  g_autoptr (GError) error = NULL;
  Publication publication = { .folder = g_dir_make_tmp ("gongbao-unit-XXXXXX", &error) };
  g_assert_no_error (error);
  publication_put (&publication, "site.yaml",
                   "name: 示例公报\nbase_url: https://example.invalid\nauthority: example-city\n");
  publication_put (&publication, "agencies.yaml",
                   "agencies:\n  - {id: example-city, name: 示例市工业局, level: city}\n");
  for (int year = 2023; year <= 2026; year++) {
    g_autofree char *name = g_strdup_printf ("calendar/%d.yaml", year);
    g_autofree char *source = g_build_filename ("content", name, NULL);
    g_autofree char *text = gb_file_read (source, 0, NULL, &error);
    g_assert_no_error (error);
    publication_put (&publication, name, text);
  }
  return publication;
}

static inline GbDate
publication_day (const char *text)
{
  GbDate day = GB_DATE_NONE;
  g_assert_true (gb_date_parse (text, &day));
  return day;
}

static inline void
publication_close (Publication *publication)
{
  g_clear_pointer (&publication->corpus, gb_corpus_free);
  g_clear_pointer (&publication->model, gb_model_free);
  g_clear_pointer (&publication->diagnostics, gb_diagnostics_free);
}

/* Reads it as of @day; again, where it had been read. */
static inline void
publication_open (Publication *publication, const char *day)
{
  g_autoptr (GError) error = NULL;
  publication_close (publication);
  publication->diagnostics = gb_diagnostics_new ();
  g_autoptr (GbTree) tree = gb_tree_of_folder (publication->folder);
  publication->model = gb_model_load (tree, 2, publication->diagnostics, &error);
  g_assert_no_error (error);
  publication->corpus
    = gb_corpus_new (publication->model, publication_day (day), 2, publication->diagnostics);
  gb_diagnostics_sort (publication->diagnostics);
}

/* The codes of what was said, each followed by a blank; the caller frees it. */
static inline char *
publication_codes (const Publication *publication)
{
  GString *codes = g_string_new (NULL);
  for (guint i = 0; i < gb_diagnostics_count (publication->diagnostics); i++)
    g_string_append_printf (codes, "%s ", gb_diagnostics_get (publication->diagnostics, i)->code);
  return g_string_free (codes, FALSE);
}

static inline void
publication_remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_autoptr (GPtrArray) names = gb_file_list (path, NULL);
    for (guint i = 0; i < names->len; i++) {
      g_autofree char *child = g_build_filename (path, names->pdata[i], NULL);
      publication_remove_tree (child);
    }
  }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static inline void
publication_free (Publication *publication)
{
  publication_close (publication);
  publication_remove_tree (publication->folder);
  g_free (publication->folder);
}

static inline void
publication_assert_day (GbDate date, const char *expected)
{
  char text[GB_DATE_LENGTH];
  g_assert_cmpstr (gb_date_format (date, text), ==, expected);
}
