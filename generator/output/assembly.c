#include "output/assembly.h"

#include "base/file.h"
#include "base/json.h"

#include <string.h>

static gpointer
scratch_new (void)
{
  return gb_arena_new ();
}

static void
scratch_free (gpointer scratch)
{
  gb_arena_free (scratch);
}

static gboolean
make_page (gconstpointer source, guint piece, gpointer scratch, GString *out, GError **error)
{
  const GbAssembly *assembly = source;
  GbArena *arena = scratch;
  gb_arena_reset (arena);
  const GbValue *context = gb_view_context (assembly->view, piece, arena);
  const char *name = gb_view_template (assembly->view, piece);
  if (name == NULL) {
    gb_json_write (out, context, TRUE);
    return TRUE;
  }
  const GbTemplate *template = gb_templates_get (assembly->templates, name);
  const GbValue *stack[] = { gb_view_site (assembly->view), context };
  return gb_template_render_stack (template, stack, G_N_ELEMENTS (stack), out, error);
}

static const char *
page_path (gconstpointer source, guint piece)
{
  return gb_view_path (((const GbAssembly *)source)->view, piece);
}

static gboolean
check_templates (const GbAssembly *assembly, GError **error)
{
  for (guint i = 0; i < gb_view_count (assembly->view); i++) {
    const char *name = gb_view_template (assembly->view, i);
    if (name == NULL || gb_templates_get (assembly->templates, name) != NULL)
      continue;
    g_set_error (error, GB_ERROR, GB_ERROR_CONTENT,
                 "the theme has no template '%s.mustache', which %s needs", name,
                 gb_view_path (assembly->view, i));
    return FALSE;
  }
  return TRUE;
}

/* A file that is copied as it is. */
typedef struct {
  char *from;
  char *to;
} Copy;

static void
copy_clear (gpointer data)
{
  Copy *copy = data;
  g_free (copy->from);
  g_free (copy->to);
}

static gboolean
make_copy (gconstpointer source, guint piece, G_GNUC_UNUSED gpointer scratch, GString *out,
           GError **error)
{
  const Copy *copy = &g_array_index ((const GArray *)source, Copy, piece);
  gsize length;
  g_autofree char *data = gb_file_read (copy->from, 0, &length, error);
  if (data == NULL)
    return FALSE;
  g_string_append_len (out, data, (gssize)length);
  return TRUE;
}

static const char *
copy_path (gconstpointer source, guint piece)
{
  return g_array_index ((const GArray *)source, Copy, piece).to;
}

static gboolean
add_folder (GArray *copies, const char *folder, const char *to, GError **error)
{
  g_autoptr (GPtrArray) names = gb_file_list (folder, error);
  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    if (name[0] == '.')
      continue;
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *target = g_strconcat (to, "/", name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
      if (!add_folder (copies, path, target, error))
        return FALSE;
      continue;
    }
    Copy copy = { g_steal_pointer (&path), g_steal_pointer (&target) };
    g_array_append_val (copies, copy);
  }
  return TRUE;
}

static void
add_attachments (GArray *copies, const GbAssembly *assembly)
{
  for (guint i = 0; i < assembly->corpus->n_policies; i++) {
    const GbPolicy *policy = assembly->corpus->policies[i].policy;
    for (guint k = 0; k < policy->attachments.length; k++) {
      const char *file = GB_LIST_AT (GbAttachment, policy->attachments, k)->file;
      Copy copy = {
        g_build_filename (assembly->content, "content", "policies", policy->id, file, NULL),
        g_strconcat ("policies/", policy->id, "/", file, NULL),
      };
      g_array_append_val (copies, copy);
    }
  }
}

gboolean
gb_assembly_write (const GbAssembly *assembly, const GbWriterOptions *options,
                   GbWriterSummary *ret_summary, GError **error)
{
  g_autoptr (GArray) copies = g_array_new (FALSE, FALSE, sizeof (Copy));
  g_array_set_clear_func (copies, copy_clear);
  if (!check_templates (assembly, error)
      || (assembly->assets != NULL && !add_folder (copies, assembly->assets, "assets", error)))
    return FALSE;
  add_attachments (copies, assembly);

  const GbWriterGroup groups[] = {
    { make_page, assembly, gb_view_count (assembly->view), page_path },
    { make_copy, copies, copies->len, copy_path },
  };
  GbWriterOptions complete = *options;
  complete.scratch_new = scratch_new;
  complete.scratch_free = scratch_free;
  return gb_writer_run (&complete, groups, G_N_ELEMENTS (groups), ret_summary, error);
}
