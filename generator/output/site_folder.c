#include "output/site_folder.h"

#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Lists, one path a line, what a running build may leave behind. */
#define MARKER ".gongbao-building"

struct _GbSiteFolder {
  char *folder;
  char *marker;
  const GbWriterPlan *plan;
  GPtrArray *old; /* paths an earlier build may have written */
  gboolean resumed;
  gint counts[3]; /* atomic: GbWrite */
};

/* ---- what earlier builds left ---- */

/* What the manifest of @folder names.  All that depends on it is which old files may go, so that a
 * manifest which cannot be understood names none. */
static GPtrArray *
manifest_paths (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GError) problem = NULL;
  const GbManifest *manifest = gb_manifest_read (arena, folder, &problem);
  if (g_error_matches (problem, GB_ERROR, GB_ERROR_SYSTEM)) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return NULL;
  }
  for (guint i = 0; manifest != NULL && i < manifest->n_files; i++)
    g_ptr_array_add (paths, g_strdup (manifest->files[i].path));
  return g_steal_pointer (&paths);
}

static GPtrArray *
read_marker (const char *marker, gboolean *ret_resumed, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  *ret_resumed = access (marker, F_OK) == 0;
  if (!*ret_resumed)
    return g_steal_pointer (&paths);
  g_autofree char *text = gb_file_read (marker, 0, NULL, error);
  if (text == NULL)
    return NULL;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      g_ptr_array_add (paths, g_strdup (lines[i]));
  return g_steal_pointer (&paths);
}

/* Every path an earlier build may have written. */
static GPtrArray *
find_old (const char *folder, const char *marker, gboolean *ret_resumed, GError **error)
{
  g_autoptr (GPtrArray) names = gb_file_list (folder, error);
  if (names == NULL)
    return NULL;
  g_autoptr (GPtrArray) old = manifest_paths (folder, error);
  g_autoptr (GPtrArray) cut_off = read_marker (marker, ret_resumed, error);
  if (old == NULL || cut_off == NULL)
    return NULL;
  g_autofree char *manifest = g_build_filename (folder, GB_MANIFEST, NULL);
  gboolean is_site = *ret_resumed || access (manifest, F_OK) == 0;
  if (!is_site && names->len > 0) {
    g_set_error (error, GB_ERROR, GB_ERROR_USAGE,
                 "%s is not empty and holds no " GB_MANIFEST
                 ", so it is no site of this program; name another folder with --out",
                 folder);
    return NULL;
  }
  g_ptr_array_extend_and_steal (old, g_steal_pointer (&cut_off));
  return g_steal_pointer (&old);
}

/* A manifest somebody edited must not lead out of the folder. */
static gboolean
is_inside (const char *path)
{
  for (const char *name = path;; name++) {
    gsize length = strcspn (name, "/");
    if (length == 0 || (length == 2 && memcmp (name, "..", 2) == 0))
      return FALSE;
    name += length;
    if (*name == '\0')
      return TRUE;
  }
}

static gboolean
remove_file (const char *folder, const char *path, guint *removed, GError **error)
{
  g_autofree char *full = g_build_filename (folder, path, NULL);
  if (unlink (full) == 0)
    (*removed)++;
  else if (errno != ENOENT && errno != ENOTDIR)
    return gb_error_set_errno (error, errno, "cannot remove", full);
  /* Folders go with their last file; rmdir fails on the first that still holds something. */
  for (char *slash = strrchr (full, '/'); slash != NULL && (gsize)(slash - full) > strlen (folder);
       slash = strrchr (full, '/')) {
    *slash = '\0';
    if (rmdir (full) != 0)
      break;
  }
  return TRUE;
}

static gboolean
remove_old (const char *folder, const GPtrArray *old, const GbWriterPlan *plan, gboolean resumed,
            guint *removed, GError **error)
{
  for (guint i = 0; i < old->len; i++) {
    const char *path = old->pdata[i];
    if (!is_inside (path))
      continue;
    if (resumed) {
      guint ignored = 0;
      g_autofree char *temporary = g_strconcat (path, GB_FILE_TEMPORARY, NULL);
      if (!remove_file (folder, temporary, &ignored, error))
        return FALSE;
    }
    if (!gb_writer_plan_has (plan, path) && !remove_file (folder, path, removed, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_marker (const char *marker, const GbWriterPlan *plan, const GPtrArray *old, gboolean resumed,
              GError **error)
{
  guint n_files = gb_writer_plan_count (plan);
  g_autoptr (GString) text = g_string_sized_new ((gsize)n_files * 64);
  for (guint i = 0; i < n_files; i++) {
    g_string_append (text, gb_writer_plan_path (plan, i));
    g_string_append_c (text, '\n');
  }
  for (guint i = 0; resumed && i < old->len; i++) {
    g_string_append (text, old->pdata[i]);
    g_string_append_c (text, '\n');
  }
  return gb_file_write (marker, text->str, text->len, NULL, error);
}

/* ---- the folder ---- */

GbSiteFolder *
gb_site_folder_begin (const char *folder, const GbWriterPlan *plan, GError **error)
{
  g_autoptr (GbSiteFolder) site = g_new0 (GbSiteFolder, 1);
  site->folder = g_strdup (folder);
  site->marker = g_build_filename (folder, MARKER, NULL);
  site->plan = plan;
  site->old = find_old (folder, site->marker, &site->resumed, error);
  if (site->old == NULL || !write_marker (site->marker, plan, site->old, site->resumed, error))
    return NULL;
  return g_steal_pointer (&site);
}

void
gb_site_folder_free (GbSiteFolder *site)
{
  if (site == NULL)
    return;
  g_clear_pointer (&site->old, g_ptr_array_unref);
  g_free (site->marker);
  g_free (site->folder);
  g_free (site);
}

gboolean
gb_site_folder_take (gpointer sink, const GbManifestFile *file, const GString *bytes,
                     GError **error)
{
  GbSiteFolder *site = sink;
  char path[4096];
  if (g_snprintf (path, sizeof path, "%s/%s", site->folder, file->path) >= (int)sizeof path)
    return gb_error_set_errno (error, ENAMETOOLONG, "cannot write", file->path);
  GbWrite write;
  if (!gb_file_write (path, bytes->str, bytes->len, &write, error))
    return FALSE;
  (void)g_atomic_int_add (&site->counts[write], 1);
  return TRUE;
}

gboolean
gb_site_folder_finish (GbSiteFolder *site, const GString *manifest, GbSiteSummary *ret_summary,
                       GError **error)
{
  GbSiteSummary summary = { .resumed = site->resumed };
  if (!remove_old (site->folder, site->old, site->plan, site->resumed, &summary.removed, error))
    return FALSE;
  g_autofree char *path = g_build_filename (site->folder, GB_MANIFEST, NULL);
  GbWrite write;
  if (!gb_file_write (path, manifest->str, manifest->len, &write, error))
    return FALSE;
  site->counts[write]++;
  if (unlink (site->marker) != 0)
    return gb_error_set_errno (error, errno, "cannot remove", site->marker);
  summary.files = gb_writer_plan_count (site->plan) + 1;
  summary.created = (guint)site->counts[GB_WRITE_CREATED];
  summary.replaced = (guint)site->counts[GB_WRITE_REPLACED];
  summary.unchanged = (guint)site->counts[GB_WRITE_UNCHANGED];
  *ret_summary = summary;
  return TRUE;
}
