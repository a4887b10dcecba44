#include "output/manifest.h"

#include "base/escape.h"
#include "base/file.h"
#include "output/writer.h"

#include <string.h>
#include <unistd.h>

#ifndef GB_VERSION
#define GB_VERSION "0"
#endif

static const char file_start[] = "    {\"path\":\"";
static const char file_middle[] = "\",\"size\":";

GString *
gb_manifest_write (GbDate as_of, const GbManifestFile *files, guint n_files)
{
  GString *out = g_string_sized_new (256 + (gsize)n_files * 160);
  char day[GB_DATE_LENGTH];
  g_string_append_printf (out, "{\n  \"as_of\": \"%s\",\n  \"generator\": \"gongbao %s\",\n",
                          gb_date_format (as_of, day), GB_VERSION);
  g_string_append (out, "  \"files\": [\n");
  for (guint i = 0; i < n_files; i++) {
    g_string_append_len (out, file_start, (gssize)strlen (file_start) - 1);
    gb_escape_json (out, files[i].path, -1);
    g_string_append_printf (out, ",\"size\":%" G_GSIZE_FORMAT ",\"sha256\":\"%s\"}%s\n",
                            files[i].size, files[i].hash, i + 1 < n_files ? "," : "");
  }
  g_string_append (out, "  ]\n}\n");
  return out;
}

GPtrArray *
gb_manifest_paths (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_build_filename (folder, GB_MANIFEST, NULL);
  if (access (path, F_OK) != 0)
    return g_steal_pointer (&paths);
  g_autofree char *text = gb_file_read (path, 0, NULL, error);
  if (text == NULL)
    return NULL;
  for (char *line = text; line != NULL;) {
    char *next = strchr (line, '\n');
    if (next != NULL)
      *next++ = '\0';
    if (g_str_has_prefix (line, file_start)) {
      char *start = line + strlen (file_start);
      char *end = strstr (start, file_middle);
      /* Addresses hold nothing that JSON escapes; what does was not written by this program. */
      if (end != NULL) {
        *end = '\0';
        if (strchr (start, '\\') == NULL)
          g_ptr_array_add (paths, g_strdup (start));
      }
    }
    line = next;
  }
  return g_steal_pointer (&paths);
}
