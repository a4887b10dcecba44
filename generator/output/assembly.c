#include "output/assembly.h"

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
  GbTree *tree;
  const char *from;
  const char *to;
} Copy;

static gboolean
make_copy (gconstpointer source, guint piece, gpointer scratch, GString *out, GError **error)
{
  const Copy *copy = &g_array_index ((const GArray *)source, Copy, piece);
  GbArena *arena = scratch;
  gb_arena_reset (arena);
  gsize length;
  const char *bytes = gb_tree_read (copy->tree, copy->from, 0, arena, &length, error);
  if (bytes == NULL)
    return FALSE;
  g_string_append_len (out, bytes, (gssize)length);
  return TRUE;
}

static const char *
copy_path (gconstpointer source, guint piece)
{
  return g_array_index ((const GArray *)source, Copy, piece).to;
}

static gboolean
add_assets (GArray *copies, GbTree *theme, const char *folder, GbArena *arena, GError **error)
{
  g_autoptr (GArray) items = gb_tree_list (theme, folder, arena, error);
  if (items == NULL) {
    g_prefix_error (error, "cannot read: %s/%s: ", theme->name, folder);
    return FALSE;
  }
  for (guint i = 0; i < items->len; i++) {
    const GbItem *item = &g_array_index (items, GbItem, i);
    if (item->name[0] == '.')
      continue;
    const char *path = gb_arena_printf (arena, "%s/%s", folder, item->name);
    if (item->kind == GB_ITEM_FOLDER) {
      if (!add_assets (copies, theme, path, arena, error))
        return FALSE;
      continue;
    }
    Copy copy = { theme, path, path };
    g_array_append_val (copies, copy);
  }
  return TRUE;
}

static void
add_attachments (GArray *copies, const GbAssembly *assembly, GbArena *arena)
{
  for (guint i = 0; i < assembly->corpus->n_policies; i++) {
    const GbPolicy *policy = assembly->corpus->policies[i].policy;
    for (guint k = 0; k < policy->attachments.length; k++) {
      const char *file = GB_LIST_AT (GbAttachment, policy->attachments, k)->file;
      Copy copy = {
        assembly->content,
        gb_arena_printf (arena, "content/policies/%s/%s", policy->id, file),
        gb_arena_printf (arena, "policies/%s/%s", policy->id, file),
      };
      g_array_append_val (copies, copy);
    }
  }
}

gboolean
gb_assembly_write (const GbAssembly *assembly, const GbWriterOptions *options,
                   GbWriterSummary *ret_summary, GError **error)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GArray) copies = g_array_new (FALSE, FALSE, sizeof (Copy));
  if (!check_templates (assembly, error)
      || !add_assets (copies, assembly->theme, "assets", arena, error))
    return FALSE;
  add_attachments (copies, assembly, arena);

  const GbWriterGroup groups[] = {
    { make_page, assembly, gb_view_count (assembly->view), page_path },
    { make_copy, copies, copies->len, copy_path },
  };
  GbWriterOptions complete = *options;
  complete.scratch_new = scratch_new;
  complete.scratch_free = scratch_free;
  return gb_writer_run (&complete, groups, G_N_ELEMENTS (groups), ret_summary, error);
}
