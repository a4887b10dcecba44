#include "output/site_folder.h"

#include "base/enclosure.h"

/* Lists, one path a line, what a running build may leave behind. */
#define MARKER ".gongbao-building"

struct _GbSiteFolder {
  GbEnclosure *folder;
  const GbWriterPlan *plan;
  GPtrArray *old; /* paths an earlier build may have written */
  gboolean resumed;
  gboolean finishing;
  GMutex mutex;     /* of what follows */
  GPtrArray *ready; /* paths, the plan's, beside which the new bytes lie */
  guint counts[3];  /* GbWrite */
};

/* ---- what earlier builds left ---- */

/* What the manifest names.  All that depends on it is which old files may go, so that one which
 * cannot be understood names none. */
static gboolean
read_manifest (const GbEnclosure *folder, GPtrArray *paths, GError **error)
{
  gsize length;
  g_autofree char *text = NULL;
  if (!gb_enclosure_read (folder, GB_MANIFEST, &text, &length, error))
    return FALSE;
  g_autoptr (GbArena) arena = gb_arena_new ();
  const GbManifest *manifest = text == NULL ? NULL : gb_manifest_parse (arena, text, length, NULL);
  for (guint i = 0; manifest != NULL && i < manifest->n_files; i++)
    g_ptr_array_add (paths, g_strdup (manifest->files[i].path));
  return TRUE;
}

static gboolean
read_marker (const GbEnclosure *folder, GPtrArray *paths, gboolean *ret_resumed, GError **error)
{
  g_autofree char *text = NULL;
  if (!gb_enclosure_read (folder, MARKER, &text, NULL, error))
    return FALSE;
  *ret_resumed = text != NULL;
  g_auto (GStrv) lines = g_strsplit (text == NULL ? "" : text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      g_ptr_array_add (paths, g_strdup (lines[i]));
  return TRUE;
}

static gboolean
has_name (const GPtrArray *names, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *)names, name, g_str_equal, NULL);
}

/* Every path an earlier build may have written; @path names the folder for messages. */
static GPtrArray *
find_old (const GbEnclosure *folder, const char *path, gboolean *ret_resumed, GError **error)
{
  g_autoptr (GPtrArray) names = gb_enclosure_list (folder, error);
  if (names == NULL)
    return NULL;
  if (names->len > 0 && !has_name (names, GB_MANIFEST) && !has_name (names, MARKER)) {
    g_set_error (error, GB_ERROR, GB_ERROR_USAGE,
                 "%s is not empty and holds no " GB_MANIFEST
                 ", so it is no site of this program; name another folder with --out",
                 path);
    return NULL;
  }
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_free);
  return read_manifest (folder, old, error) && read_marker (folder, old, ret_resumed, error)
           ? g_steal_pointer (&old)
           : NULL;
}

static gboolean
remove_old (const GbSiteFolder *site, guint *removed, GError **error)
{
  for (guint i = 0; i < site->old->len; i++) {
    const char *path = site->old->pdata[i];
    gboolean is_removed;
    if (site->resumed) {
      g_autofree char *temporary = g_strconcat (path, GB_FILE_TEMPORARY, NULL);
      if (!gb_enclosure_remove (site->folder, temporary, NULL, error))
        return FALSE;
    }
    if (gb_writer_plan_has (site->plan, path))
      continue;
    if (!gb_enclosure_remove (site->folder, path, &is_removed, error))
      return FALSE;
    *removed += is_removed;
  }
  return TRUE;
}

static gboolean
write_marker (const GbSiteFolder *site, GError **error)
{
  guint n_files;
  const GbManifestFile *files = gb_writer_plan_files (site->plan, &n_files);
  g_autoptr (GString) text = g_string_sized_new ((gsize)n_files * 64);
  for (guint i = 0; i < n_files; i++) {
    g_string_append (text, files[i].path);
    g_string_append_c (text, '\n');
  }
  for (guint i = 0; site->resumed && i < site->old->len; i++) {
    g_string_append (text, site->old->pdata[i]);
    g_string_append_c (text, '\n');
  }
  return gb_enclosure_write (site->folder, MARKER, text->str, text->len, NULL, error);
}

/* ---- the folder ---- */

GbSiteFolder *
gb_site_folder_begin (const char *folder, const GbWriterPlan *plan, GError **error)
{
  g_autoptr (GbSiteFolder) site = g_new0 (GbSiteFolder, 1);
  site->plan = plan;
  g_mutex_init (&site->mutex);
  site->ready = g_ptr_array_new ();
  site->folder = gb_enclosure_open (folder, error);
  if (site->folder == NULL)
    return NULL;
  site->old = find_old (site->folder, folder, &site->resumed, error);
  return site->old != NULL && write_marker (site, error) ? g_steal_pointer (&site) : NULL;
}

/* As if nothing had been made; a build that was cut off before stays so. */
static void
withdraw (GbSiteFolder *site)
{
  for (guint i = 0; i < site->ready->len; i++) {
    g_autofree char *temporary = g_strconcat (site->ready->pdata[i], GB_FILE_TEMPORARY, NULL);
    (void)gb_enclosure_remove (site->folder, temporary, NULL, NULL);
  }
  if (site->old != NULL && !site->resumed)
    (void)gb_enclosure_remove (site->folder, MARKER, NULL, NULL);
}

void
gb_site_folder_free (GbSiteFolder *site)
{
  if (site == NULL)
    return;
  if (!site->finishing)
    withdraw (site);
  g_clear_pointer (&site->old, g_ptr_array_unref);
  g_ptr_array_unref (site->ready);
  g_mutex_clear (&site->mutex);
  gb_enclosure_close (site->folder);
  g_free (site);
}

gboolean
gb_site_folder_take (gpointer sink, const GbManifestFile *file, const GString *bytes,
                     GError **error)
{
  GbSiteFolder *site = sink;
  GbWrite write;
  if (!gb_enclosure_prepare (site->folder, file->path, bytes->str, bytes->len, &write, error))
    return FALSE;
  g_mutex_lock (&site->mutex);
  site->counts[write]++;
  if (write != GB_WRITE_UNCHANGED)
    g_ptr_array_add (site->ready, (gpointer)file->path);
  g_mutex_unlock (&site->mutex);
  return TRUE;
}

static gboolean
settle (const GbSiteFolder *site, GError **error)
{
  for (guint i = 0; i < site->ready->len; i++)
    if (!gb_enclosure_settle (site->folder, site->ready->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
gb_site_folder_finish (GbSiteFolder *site, const GString *manifest, GbSiteSummary *ret_summary,
                       GError **error)
{
  GbSiteSummary summary = { .resumed = site->resumed };
  GbWrite write;
  site->finishing = TRUE;
  if (!settle (site, error) || !remove_old (site, &summary.removed, error)
      || !gb_enclosure_write (site->folder, GB_MANIFEST, manifest->str, manifest->len, &write,
                              error)
      || !gb_enclosure_remove (site->folder, MARKER, NULL, error))
    return FALSE;
  site->counts[write]++;
  gb_writer_plan_files (site->plan, &summary.files);
  summary.files++;
  summary.created = site->counts[GB_WRITE_CREATED];
  summary.replaced = site->counts[GB_WRITE_REPLACED];
  summary.unchanged = site->counts[GB_WRITE_UNCHANGED];
  *ret_summary = summary;
  return TRUE;
}
