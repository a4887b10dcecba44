/* The output funnel: every piece is made once and handed over once, also where one is composed of
 * others, with any number of threads. */
#include "output/writer.h"

#include <string.h>

#define N 200

static gint made[N];
static gint taken[N + 1];
static int broken; /* the piece that cannot be made; -1: none */

static const char *
path_of (G_GNUC_UNUSED gconstpointer source, guint piece)
{
  static char paths[N][8];
  g_snprintf (paths[piece], sizeof paths[piece], "p%03u", piece);
  return paths[piece];
}

static gboolean
make (G_GNUC_UNUSED gconstpointer source, guint piece, G_GNUC_UNUSED GbArena *arena, GString *out,
      GError **error)
{
  if ((int)piece == broken) {
    g_set_error (error, GB_ERROR, GB_ERROR_CONTENT, "cannot be made");
    return FALSE;
  }
  (void)g_atomic_int_add (&made[piece], 1);
  g_string_append_printf (out, "<%u>", piece);
  return TRUE;
}

static const char *
whole_path (G_GNUC_UNUSED gconstpointer source, G_GNUC_UNUSED guint piece)
{
  return "whole";
}

/* Of every second one, from the last to the first. */
static gboolean
compose (gconstpointer source, G_GNUC_UNUSED guint piece, GbWriterOthers *others, GString *out,
         GError **error)
{
  const GbWriterGroup *group = *(const GbWriterGroup *const *)source;
  for (guint i = N; i > 0; i -= 2) {
    g_autoptr (GString) bytes = g_string_new (NULL);
    if (!gb_writer_other (others, group, i - 1, bytes, error))
      return FALSE;
    g_string_append_len (out, bytes->str, (gssize)bytes->len);
  }
  return TRUE;
}

static gboolean
take (G_GNUC_UNUSED gpointer sink, const GbManifestFile *file, const GString *bytes,
      G_GNUC_UNUSED GError **error)
{
  char hash[GB_HASH_LENGTH];
  g_assert_cmpuint (file->size, ==, bytes->len);
  g_assert_cmpstr (file->hash, ==, gb_hash_sha256 (bytes->str, bytes->len, hash));
  if (strcmp (file->path, "whole") == 0) {
    g_autoptr (GString) expected = g_string_new (NULL);
    for (guint i = N; i > 0; i -= 2)
      g_string_append_printf (expected, "<%u>", i - 1);
    g_assert_cmpstr (bytes->str, ==, expected->str);
    (void)g_atomic_int_add (&taken[N], 1);
    return TRUE;
  }
  guint piece = (guint)g_ascii_strtoull (file->path + 1, NULL, 10);
  g_autofree char *expected = g_strdup_printf ("<%u>", piece);
  g_assert_cmpstr (bytes->str, ==, expected);
  (void)g_atomic_int_add (&taken[piece], 1);
  return TRUE;
}

/* Makes all, or what stands at @only. */
static gboolean
run (guint jobs, const char *only, GError **error)
{
  memset (made, 0, sizeof made);
  memset (taken, 0, sizeof taken);
  const GbWriterGroup *pieces = NULL;
  const GbWriterGroup groups[] = {
    { .compose = compose, .source = &pieces, .n_pieces = 1, .path = whole_path },
    { .make = make, .n_pieces = N, .path = path_of },
  };
  pieces = &groups[1];
  g_autoptr (GbWriterPlan) plan = gb_writer_plan (groups, G_N_ELEMENTS (groups), error);
  g_assert_nonnull (plan);
  if (only != NULL)
    gb_writer_plan_only (plan, only);
  return gb_writer_make (plan, jobs, NULL, take, NULL, error);
}

static void
test_once (void)
{
  broken = -1;
  for (guint jobs = 1; jobs <= 4; jobs++) {
    g_autoptr (GError) error = NULL;
    g_assert_true (run (jobs, NULL, &error));
    g_assert_no_error (error);
    for (guint i = 0; i <= N; i++)
      g_assert_cmpint (taken[i], ==, 1);
    /* A piece that another thread was just making is made again for the whole, others are not. */
    for (guint i = 0; i < N; i++)
      g_assert_cmpint (made[i], <=, jobs == 1 || i % 2 == 0 ? 1 : 2);
  }
}

static void
test_only (void)
{
  broken = -1;
  g_autoptr (GError) error = NULL;
  g_assert_true (run (2, "whole", &error));
  g_assert_no_error (error);
  g_assert_cmpint (taken[N], ==, 1);
  for (guint i = 0; i < N; i++)
    g_assert_cmpint (taken[i], ==, 0);
}

/* The failure is told as that of the piece, not of what it is a part of. */
static void
test_broken (void)
{
  static const int pieces[] = { 101, 100 };
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *expected = g_strdup_printf ("p%03d: cannot be made", pieces[i]);
    broken = pieces[i];
    g_assert_false (run (1, NULL, &error));
    g_assert_error (error, GB_ERROR, GB_ERROR_CONTENT);
    g_assert_cmpstr (error->message, ==, expected);
    g_assert_cmpint (taken[N], ==, pieces[i] == 100);
  }
}

/* ---- what cannot be published together ---- */

static const char *
given_path (gconstpointer source, guint piece)
{
  return ((const char *const *)source)[piece];
}

/* The message about these paths, of which the first and the rest are made by different groups; NULL
 * where they can stand together. */
static char *
said_of (const char *const *paths)
{
  const GbWriterGroup groups[] = {
    { .make = make, .source = paths, .n_pieces = 1, .path = given_path },
    { .make = make,
      .source = paths + 1,
      .n_pieces = g_strv_length ((char **)paths) - 1,
      .path = given_path },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GbWriterPlan) plan = gb_writer_plan (groups, G_N_ELEMENTS (groups), &error);
  if (plan != NULL)
    return NULL;
  g_assert_error (error, GB_ERROR, GB_ERROR_CONTENT);
  return g_strdup (error->message);
}

static void
test_places (void)
{
  static const struct {
    const char *paths[6];
    const char *said;
  } cases[] = {
    { { "a/b", "a/c", "a", NULL }, "a would be published as a file, but is the folder of a/b" },
    { { "p/x/revisions", "p/x/index.html", "p/x/revisions/1/index.html", NULL },
      "p/x/revisions would be published as a file, but is the folder of "
      "p/x/revisions/1/index.html" },
    { { "p/q/r/s/t", "p/q/r/s/u", "p/q", NULL },
      "p/q would be published as a file, but is the folder of p/q/r/s/t" },
    { { "publication.json/index.html", NULL },
      "publication.json would be published as a file, but is the folder of "
      "publication.json/index.html" },
    { { "a/b", "c", "a/b", NULL }, "two things would be published at the same address: a/b" },
    { { "publication.json", NULL },
      "two things would be published at the same address: publication.json" },
    { { "a/b", "ab", "a.b/c", "a-", "a/bc/d", NULL }, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *said = said_of (cases[i].paths);
    g_assert_cmpstr (said, ==, cases[i].said);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/once", test_once);
  g_test_add_func ("/writer/only", test_only);
  g_test_add_func ("/writer/broken", test_broken);
  g_test_add_func ("/writer/places", test_places);
  return g_test_run ();
}
