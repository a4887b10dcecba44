/* Fuzz: a publication's files as the model and the corpus read them.  An input holds a path and
 * then its text, and so on; whatever stands in them, it is read to the end and said in sentences.
 */
#include "fuzz.h"

#include "corpus/corpus.h"
#include "source/model_load.h"

#define FILES_MAX 64

/* Files in memory, as any tree (base/tree.h). */
typedef struct {
  GbTree tree;
  char *paths[FILES_MAX];
  char *texts[FILES_MAX];
  guint n_files;
} Files;

static gboolean
list (GbTree *tree, const char *path, GbArena *arena, GArray *items, G_GNUC_UNUSED GError **error)
{
  const Files *files = (const Files *)tree;
  g_autofree char *prefix = *path == '\0' ? g_strdup ("") : g_strconcat (path, "/", NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < files->n_files; i++) {
    if (!g_str_has_prefix (files->paths[i], prefix))
      continue;
    const char *rest = files->paths[i] + strlen (prefix);
    gsize length = strcspn (rest, "/");
    g_autofree char *name = g_strndup (rest, length);
    if (length == 0 || !g_hash_table_add (names, g_strdup (name)))
      continue;
    GbItem item
      = { gb_arena_strdup (arena, name), rest[length] == '/' ? GB_ITEM_FOLDER : GB_ITEM_FILE };
    g_array_append_val (items, item);
  }
  return TRUE;
}

static GbItemKind
kind (GbTree *tree, const char *path)
{
  const Files *files = (const Files *)tree;
  for (guint i = 0; i < files->n_files; i++) {
    if (strcmp (files->paths[i], path) == 0)
      return GB_ITEM_FILE;
    if (g_str_has_prefix (files->paths[i], path) && files->paths[i][strlen (path)] == '/')
      return GB_ITEM_FOLDER;
  }
  return GB_ITEM_NONE;
}

static GbTreeFile
take (GbTree *tree, const char *path, gsize limit, GbArena *arena)
{
  const Files *files = (const Files *)tree;
  for (guint i = 0; i < files->n_files; i++) {
    if (strcmp (files->paths[i], path) != 0)
      continue;
    gsize length = strlen (files->texts[i]);
    if (limit > 0 && length > limit)
      return (GbTreeFile){ .outcome = GB_TREE_TOO_LARGE, .length = length };
    return (GbTreeFile){ GB_TREE_READ, gb_arena_strdup (arena, files->texts[i]), length, NULL };
  }
  return (GbTreeFile){ .outcome = GB_TREE_MISSING };
}

static void
release (G_GNUC_UNUSED GbTree *tree)
{
}

static void
read_all (GbTree *tree)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autoptr (GbModel) model = gb_model_load (tree, 1, diagnostics, NULL);
  if (model == NULL)
    return;
  /* What comes after the model is only asked for where this is without errors. */
  if (gb_diagnostics_errors (diagnostics) == 0) {
    g_autoptr (GbCorpus) corpus = gb_corpus_new (model, gb_date_new (2025, 6, 30), 1, diagnostics);
    gb_site_check (corpus, diagnostics);
  }
  gb_diagnostics_sort (diagnostics);
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
    const GbDiagnostic *said = gb_diagnostics_get (diagnostics, i);
    g_assert_true (g_utf8_validate (said->message, -1, NULL));
    if (strchr (said->message, '\n') != NULL)
      g_error ("%s is said in several lines: %s", said->code, said->message);
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const GbTreeClass class = { list, kind, take, release };
  Files files = { .tree = { &class, (char *)"memory" } };
  while (size > 0 && files.n_files < FILES_MAX) {
    files.paths[files.n_files] = fuzz_take (&data, &size);
    files.texts[files.n_files++] = fuzz_take (&data, &size);
  }
  read_all (&files.tree);
  for (guint i = 0; i < files.n_files; i++) {
    g_free (files.paths[i]);
    g_free (files.texts[i]);
  }
  return 0;
}
