#include "output/assembly.h"

#include "base/json.h"
#include "output/archive.h"
#include "output/plan.h"
#include "output/tongue.h"
#include "pages/pages.h"
#include "source/frontmatter.h"
#include "view/href.h"
#include "view/words.h"

#include <string.h>

/* In one language. */
typedef struct {
  const GbPlan *plan;
  const GbTemplates *templates;
  gboolean foreign; /* not in the language of the content */
} Pages;

static gboolean
make_page (gconstpointer source, guint piece, GbArena *arena, GString *out, GError **error)
{
  const Pages *pages = source;
  if (gb_plan_is_printed (pages->plan, piece))
    return gb_plan_print (pages->plan, piece, arena, out, error);
  const GbValue *context = gb_plan_context (pages->plan, piece, arena, error);
  if (context == NULL)
    return FALSE;
  const char *name = gb_plan_template (pages->plan, piece);
  if (name == NULL) {
    gb_json_write (out, context, TRUE);
    return TRUE;
  }
  const GbTemplate *template = gb_templates_get (pages->templates, name);
  const GbValue *stack[] = { gb_plan_site (pages->plan), context };
  gsize begin = out->len;
  if (!gb_template_render_stack (template, stack, G_N_ELEMENTS (stack), out, error))
    return FALSE;
  if (pages->foreign && g_str_has_suffix (gb_plan_path (pages->plan, piece), ".html"))
    gb_tongue_mark (out, begin);
  return TRUE;
}

static const char *
page_path (gconstpointer source, guint piece)
{
  return gb_plan_path (((const Pages *)source)->plan, piece);
}

static gboolean
check_templates (const Pages *pages, GError **error)
{
  for (guint i = 0; i < gb_plan_count (pages->plan); i++) {
    const char *name = gb_plan_template (pages->plan, i);
    if (name != NULL && gb_templates_get (pages->templates, name) == NULL)
      return gb_error_set (error, GB_ERROR_CONTENT,
                           "the theme has no template '%s.mustache', which %s needs", name,
                           gb_plan_path (pages->plan, i));
  }
  return TRUE;
}

/* A file that is copied as it is, or what follows its front matter. */
typedef struct {
  GbTree *tree;
  const char *from;
  const char *to;
  gboolean body;
} Copy;

/* Read as the model reads it: what is wrong with a file has been said before. */
static gboolean
append_body (const Copy *copy, GbArena *arena, GString *out, GError **error)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  GbSourceFile file;
  const char *yaml;
  gsize yaml_length;
  GbBody body;
  if (!gb_frontmatter_reread (arena, copy->tree, copy->from, &file, error))
    return FALSE;
  if (!gb_frontmatter_split (&file, copy->from, diagnostics, &yaml, &yaml_length, &body))
    return gb_error_set (error, GB_ERROR_SYSTEM, "%s cannot be read any more", copy->from);
  gsize blank = strspn (body.text, "\n");
  g_string_append_len (out, body.text + blank, (gssize)(body.length - blank));
  return TRUE;
}

static gboolean
make_copy (gconstpointer source, guint piece, GbArena *arena, GString *out, GError **error)
{
  const Copy *copy = &g_array_index ((const GArray *)source, Copy, piece);
  gsize length;
  if (copy->body)
    return append_body (copy, arena, out, error);
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
    Copy copy = { .tree = theme, .from = path, .to = path };
    g_array_append_val (copies, copy);
  }
  return TRUE;
}

static void
add_attachments (GArray *copies, const GbAssembly *assembly, GbArena *arena)
{
  for (guint i = 0; i < assembly->corpus->n_policies; i++) {
    const GbPolicyCase *policy = &assembly->corpus->policies[i];
    const GbList *attachments = &policy->policy->attachments;
    for (guint k = 0; k < attachments->length; k++) {
      const char *file = GB_LIST_AT (GbAttachment, *attachments, k)->file;
      Copy copy = {
        .tree = assembly->content,
        .from
        = gb_arena_printf (arena, "content/" GB_HREF_POLICIES "%s/%s", policy->policy->id, file),
        .to = gb_arena_join (arena, gb_href_policy (arena, policy), file, NULL),
      };
      g_array_append_val (copies, copy);
    }
  }
}

/* The text of each policy as it is in force, in Markdown. */
static void
add_texts (GArray *copies, const GbAssembly *assembly, GbArena *arena)
{
  for (guint i = 0; i < assembly->corpus->n_policies; i++) {
    const GbPolicyCase *policy = &assembly->corpus->policies[i];
    Copy copy = {
      .tree = assembly->content,
      .from = policy->text_file,
      .to = gb_arena_join (arena, gb_href_policy (arena, policy), GB_HREF_MD, NULL),
      .body = TRUE,
    };
    g_array_append_val (copies, copy);
  }
}

/* ---- the archive ---- */

/* Data files, but for the copies for spreadsheets. */
static gboolean
is_data (const GbPlan *plan, guint page)
{
  const char *path = gb_plan_path (plan, page);
  return gb_plan_template (plan, page) == NULL && g_str_has_prefix (path, GB_HREF_DATA)
         && !g_str_has_suffix (path, GB_HREF_EXCEL);
}

/* Of the pages of the first language and the copies, what is data or text. */
static void
collect_members (GArray *members, const GbWriterGroup *pages, const GbWriterGroup *copies)
{
  for (guint i = 0; i < pages->n_pieces; i++)
    if (is_data (((const Pages *)pages->source)->plan, i)) {
      GbArchiveMember member = { pages, i };
      g_array_append_val (members, member);
    }
  for (guint i = 0; i < copies->n_pieces; i++)
    if (g_array_index ((const GArray *)copies->source, Copy, i).body) {
      GbArchiveMember member = { copies, i };
      g_array_append_val (members, member);
    }
}

/* ---- the manifest ---- */

static int
compare_statuses (gconstpointer a, gconstpointer b)
{
  return strcmp (((const GbManifestStatus *)a)->address, ((const GbManifestStatus *)b)->address);
}

static void
add_status (GArray *statuses, const char *address, const char *status)
{
  GbManifestStatus item = { address, status };
  g_array_append_val (statuses, item);
}

/* Of everything that has one. */
static GArray *
collect_statuses (const GbCorpus *corpus, GbArena *arena)
{
  GArray *statuses = g_array_new (FALSE, FALSE, sizeof (GbManifestStatus));
  for (guint i = 0; i < corpus->n_policies; i++) {
    const GbPolicyCase *policy = &corpus->policies[i];
    add_status (statuses, gb_href_policy (arena, policy), gb_force_name (policy->state.force));
  }
  for (guint i = 0; i < corpus->n_registries; i++)
    for (guint k = 0; k < corpus->registries[i].n_entries; k++) {
      const GbEntryCase *entry = corpus->registries[i].entries[k];
      add_status (statuses, gb_href_entry (arena, entry), gb_standing_name (entry->state.standing));
    }
  for (guint i = 0; i < corpus->n_notices; i++)
    add_status (statuses, gb_href_notice (arena, &corpus->notices[i]),
                gb_notice_state_name (corpus->notices[i].state));
  g_array_sort (statuses, compare_statuses);
  return statuses;
}

/* Paths are copied: the manifest outlives what they were borrowed from. */
static const GbManifestFile *
keep_files (GbArena *arena, const GbManifestFile *files, guint n_files)
{
  GbManifestFile *copy = gb_arena_newv (arena, GbManifestFile, n_files);
  for (guint i = 0; i < n_files; i++) {
    copy[i] = files[i];
    copy[i].path = gb_arena_strdup (arena, files[i].path);
  }
  return copy;
}

static const GbManifest *
make_manifest (const GbAssembly *assembly, const GbWriterPlan *plan, GbArena *arena)
{
  const GbCorpus *corpus = assembly->corpus;
  const GbModel *model = corpus->model;
  GbManifest *manifest = gb_arena_new0 (arena, GbManifest);
  manifest->as_of = corpus->as_of;
  manifest->generator = gb_manifest_generator ();
  manifest->theme = gb_arena_strdup (arena, assembly->theme_hash);
  manifest->source = gb_arena_strdup (arena, assembly->source);
  manifest->turns = corpus->turns;
  GbManifestFile *texts = gb_arena_newv (arena, GbManifestFile, model->n_sources);
  for (guint i = 0; i < model->n_sources; i++) {
    texts[i].path = gb_arena_strdup (arena, model->sources[i].path);
    texts[i].size = model->sources[i].size;
    g_strlcpy (texts[i].hash, model->sources[i].hash, sizeof texts[i].hash);
  }
  manifest->texts = texts;
  manifest->n_texts = model->n_sources;
  g_autoptr (GArray) statuses = collect_statuses (corpus, arena);
  manifest->statuses = gb_arena_seal (arena, statuses, &manifest->n_statuses);
  const GbManifestFile *files = gb_writer_plan_files (plan, &manifest->n_files);
  manifest->files = keep_files (arena, files, manifest->n_files);
  return manifest;
}

/* ---- all of it ---- */

/* Everything there is to be made, with what the making needs. */
typedef struct {
  GbArena *arena;
  GArray *copies;
  GArray *groups;  /* GbWriterGroup */
  GArray *members; /* GbArchiveMember */
  GbWriterPlan *plan;
} Layout;

static void
layout_clear (Layout *layout)
{
  g_clear_pointer (&layout->plan, gb_writer_plan_free);
  g_clear_pointer (&layout->groups, g_array_unref);
  g_clear_pointer (&layout->members, g_array_unref);
  g_clear_pointer (&layout->copies, g_array_unref);
  g_clear_pointer (&layout->arena, gb_arena_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, layout_clear)

static gboolean
is_foreign (const GbPlan *plan)
{
  const GbValue *words = gb_value_get (gb_plan_site (plan), "t");
  return !g_str_has_prefix (gb_words_get (words, "lang"), "zh");
}

static gboolean
tell_vanishing (const GbAssembly *assembly, const GbWriterPlan *plan, GbAssemblyVanishing tell,
                GError **error)
{
  g_autoptr (GPtrArray) vanishing = g_ptr_array_new ();
  for (guint i = 0; assembly->published != NULL && i < assembly->published->len; i++) {
    const char *path = assembly->published->pdata[i];
    if (!gb_writer_plan_has (plan, path) && !gb_href_is_inner (path)
        && !gb_address_is_declared (assembly->corpus->model, path))
      g_ptr_array_add (vanishing, (gpointer)path);
  }
  return tell (vanishing, error);
}

static gboolean
lay_out (Layout *layout, const GbAssembly *assembly, const GbAssemblyOptions *options,
         GError **error)
{
  layout->arena = gb_arena_new ();
  layout->copies = g_array_new (FALSE, FALSE, sizeof (Copy));
  layout->groups = g_array_new (FALSE, FALSE, sizeof (GbWriterGroup));
  layout->members = g_array_new (FALSE, FALSE, sizeof (GbArchiveMember));
  GbWriterGroup group = gb_archive_group (layout->members);
  g_array_append_val (layout->groups, group);
  for (guint i = 0; i < assembly->plans->len; i++) {
    Pages *pages = gb_arena_new0 (layout->arena, Pages);
    const GbPlan *plan = assembly->plans->pdata[i];
    *pages
      = (Pages){ .plan = plan, .templates = assembly->templates, .foreign = is_foreign (plan) };
    if (!check_templates (pages, error))
      return FALSE;
    group = (GbWriterGroup){
      .make = make_page,
      .source = pages,
      .n_pieces = gb_plan_count (plan),
      .path = page_path,
    };
    g_array_append_val (layout->groups, group);
  }
  if (!add_assets (layout->copies, assembly->theme, "assets", layout->arena, error))
    return FALSE;
  add_attachments (layout->copies, assembly, layout->arena);
  add_texts (layout->copies, assembly, layout->arena);
  group = (GbWriterGroup){
    .make = make_copy,
    .source = layout->copies,
    .n_pieces = layout->copies->len,
    .path = copy_path,
  };
  g_array_append_val (layout->groups, group);
  /* No group is added any more: members may point to them. */
  const GbWriterGroup *groups = (const GbWriterGroup *)layout->groups->data;
  collect_members (layout->members, &groups[1], &groups[layout->groups->len - 1]);
  gb_archive_sort (layout->members);
  layout->plan = gb_writer_plan (groups, layout->groups->len, error);
  return layout->plan != NULL
         && (options->vanishing == NULL
             || tell_vanishing (assembly, layout->plan, options->vanishing, error));
}

const GbManifest *
gb_assembly_make (const GbAssembly *assembly, const GbAssemblyOptions *options, GbWriterTake take,
                  gpointer sink, GbArena *arena, GError **error)
{
  g_auto (Layout) layout = { 0 };
  if (!lay_out (&layout, assembly, options, error))
    return NULL;
  if (options->only != NULL)
    gb_writer_plan_only (layout.plan, options->only);
  return gb_writer_make (layout.plan, options->jobs, options->progress, take, sink, error)
           ? make_manifest (assembly, layout.plan, arena)
           : NULL;
}

gboolean
gb_assembly_write (const GbAssembly *assembly, const GbAssemblyOptions *options, const char *folder,
                   GbSiteSummary *ret_summary, GError **error)
{
  g_auto (Layout) layout = { 0 };
  if (!lay_out (&layout, assembly, options, error))
    return FALSE;
  g_autoptr (GbSiteFolder) site = gb_site_folder_begin (folder, layout.plan, error);
  if (site == NULL
      || !gb_writer_make (layout.plan, options->jobs, options->progress, gb_site_folder_take, site,
                          error))
    return FALSE;
  const GbManifest *manifest = make_manifest (assembly, layout.plan, layout.arena);
  g_autoptr (GString) text = gb_manifest_write (manifest);
  return gb_site_folder_finish (site, text, ret_summary, error);
}
