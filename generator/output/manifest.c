#include "output/manifest.h"

#include "base/escape.h"

#include <stdlib.h>
#include <string.h>

#ifndef GB_VERSION
#define GB_VERSION "0"
#endif

const char *
gb_manifest_generator (void)
{
  return "gongbao " GB_VERSION;
}

/* ---- writing ---- */

static void
write_text (GString *out, const char *key, const char *text)
{
  g_string_append_printf (out, "  \"%s\": ", key);
  if (text == NULL) {
    g_string_append (out, "null,\n");
    return;
  }
  gb_escape_json (out, text, -1);
  g_string_append (out, ",\n");
}

static void
write_files (GString *out, const char *key, const GbManifestFile *files, guint n_files,
             const char *end)
{
  g_string_append_printf (out, "  \"%s\": [\n", key);
  for (guint i = 0; i < n_files; i++) {
    g_string_append (out, "    {\"path\":");
    gb_escape_json (out, files[i].path, -1);
    g_string_append_printf (out, ",\"size\":%" G_GSIZE_FORMAT ",\"sha256\":\"%s\"}%s\n",
                            files[i].size, files[i].hash, i + 1 < n_files ? "," : "");
  }
  g_string_append_printf (out, "  ]%s\n", end);
}

GString *
gb_manifest_write (const GbManifest *manifest)
{
  GString *out = g_string_sized_new (
    1024 + ((gsize)manifest->n_files + manifest->n_texts + manifest->n_statuses) * 160);
  char day[GB_DATE_LENGTH];
  g_string_append (out, "{\n");
  write_text (out, "as_of", gb_date_format (manifest->as_of, day));
  write_text (out, "generator", manifest->generator);
  write_text (out, "theme", manifest->theme);
  write_text (out, "source", manifest->source);
  write_text (out, "turns",
              manifest->turns == GB_DATE_NONE ? NULL : gb_date_format (manifest->turns, day));
  write_files (out, "texts", manifest->texts, manifest->n_texts, ",");
  g_string_append (out, "  \"statuses\": [\n");
  for (guint i = 0; i < manifest->n_statuses; i++) {
    g_string_append (out, "    {\"address\":");
    gb_escape_json (out, manifest->statuses[i].address, -1);
    g_string_append_printf (out, ",\"status\":\"%s\"}%s\n", manifest->statuses[i].status,
                            i + 1 < manifest->n_statuses ? "," : "");
  }
  g_string_append (out, "  ],\n");
  write_files (out, "files", manifest->files, manifest->n_files, "");
  g_string_append (out, "}\n");
  return out;
}

/* ---- reading what was written ---- */

/* A text being read line by line; lines are cut where they lie. */
typedef struct {
  GbArena *arena;
  char *next;
  char *line; /* the current one, without indentation and line end */
  guint number;
} Reader;

static void
advance (Reader *reader)
{
  char *line = reader->next;
  char *end = line + strcspn (line, "\n");
  reader->next = *end == '\0' ? end : end + 1;
  *end = '\0';
  reader->line = line + strspn (line, " ");
  reader->number++;
}

static gboolean
fail (const Reader *reader, const char *what, GError **error)
{
  g_set_error (error, GB_ERROR, GB_ERROR_CONTENT,
               GB_MANIFEST ": line %u: this is not what the program writes: %s expected",
               reader->number, what);
  return FALSE;
}

/* Takes @word off the beginning of @at. */
static gboolean
skip (char **at, const char *word)
{
  gsize length = strlen (word);
  if (strncmp (*at, word, length) != 0)
    return FALSE;
  *at += length;
  return TRUE;
}

static void
append_escaped (GString *out, char **at)
{
  char c = *(*at)++;
  if (c != 'u') {
    g_string_append_c (out, c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c);
    return;
  }
  char digits[5] = "";
  g_strlcpy (digits, *at, sizeof digits);
  *at += strlen (digits);
  g_string_append_unichar (out, (gunichar)strtoul (digits, NULL, 16));
}

/* A text in quotes at @at; NULL where there is none. */
static const char *
take_text (const Reader *reader, char **at)
{
  if (**at != '"')
    return NULL;
  char *start = ++*at;
  char *end = start + strcspn (start, "\"\\");
  if (*end == '"') {
    *end = '\0';
    *at = end + 1;
    return start;
  }
  g_autoptr (GString) out = g_string_new_len (start, end - start);
  *at = end;
  while (**at != '"' && **at != '\0') {
    char c = *(*at)++;
    if (c != '\\')
      g_string_append_c (out, c);
    else if (**at != '\0')
      append_escaped (out, at);
  }
  if (**at != '"')
    return NULL;
  ++*at;
  return gb_arena_strndup (reader->arena, out->str, out->len);
}

/* The line "KEY": TEXT-OR-NULL, */
static gboolean
read_text (Reader *reader, const char *key, const char **ret_text, GError **error)
{
  advance (reader);
  g_autofree char *start = g_strdup_printf ("\"%s\": ", key);
  char *at = reader->line;
  if (!skip (&at, start))
    return fail (reader, key, error);
  *ret_text = NULL;
  if (!skip (&at, "null") && (*ret_text = take_text (reader, &at)) == NULL)
    return fail (reader, "a text", error);
  return strcmp (at, ",") == 0 || fail (reader, "','", error);
}

static gboolean
read_day (Reader *reader, const char *key, GbDate *ret_day, GError **error)
{
  const char *text;
  *ret_day = GB_DATE_NONE;
  return read_text (reader, key, &text, error)
         && (text == NULL || gb_date_parse (text, ret_day) || fail (reader, "a day", error));
}

static gboolean
is_hash (const char *text)
{
  return text != NULL && strlen (text) == GB_HASH_LENGTH - 1
         && strspn (text, "0123456789abcdef") == GB_HASH_LENGTH - 1;
}

static gboolean
take_file (Reader *reader, gpointer item, GError **error)
{
  GbManifestFile *file = item;
  char *at = reader->line;
  const char *hash = NULL;
  if (skip (&at, "{\"path\":") && (file->path = take_text (reader, &at)) != NULL
      && skip (&at, ",\"size\":")) {
    file->size = g_ascii_strtoull (at, &at, 10);
    if (skip (&at, ",\"sha256\":"))
      hash = take_text (reader, &at);
  }
  if (!is_hash (hash) || *at != '}')
    return fail (reader, "a path with size and sha256", error);
  g_strlcpy (file->hash, hash, sizeof file->hash);
  return TRUE;
}

static gboolean
take_status (Reader *reader, gpointer item, GError **error)
{
  GbManifestStatus *status = item;
  char *at = reader->line;
  if (skip (&at, "{\"address\":") && (status->address = take_text (reader, &at)) != NULL
      && skip (&at, ",\"status\":") && (status->status = take_text (reader, &at)) != NULL
      && *at == '}')
    return TRUE;
  return fail (reader, "an address with its status", error);
}

/* The lines of an array; its items, of @size bytes each, in the arena. */
static gboolean
read_array (Reader *reader, const char *key, gsize size,
            gboolean (*take) (Reader *reader, gpointer item, GError **error),
            gconstpointer *ret_items, guint *ret_n, GError **error)
{
  advance (reader);
  g_autofree char *start = g_strdup_printf ("\"%s\": [", key);
  if (strcmp (reader->line, start) != 0)
    return fail (reader, key, error);
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, (guint)size);
  for (advance (reader); reader->line[0] == '{'; advance (reader)) {
    g_array_set_size (items, items->len + 1);
    if (!take (reader, items->data + size * (items->len - 1), error))
      return FALSE;
  }
  if (reader->line[0] != ']')
    return fail (reader, "']'", error);
  *ret_items = gb_arena_seal (reader->arena, items, ret_n);
  return TRUE;
}

const GbManifest *
gb_manifest_parse (GbArena *arena, const char *text, gsize length, GError **error)
{
  GbManifest *manifest = gb_arena_new0 (arena, GbManifest);
  Reader reader = { .arena = arena, .next = gb_arena_strndup (arena, text, length) };
  gconstpointer texts, statuses, files;
  advance (&reader);
  if (strcmp (reader.line, "{") != 0) {
    fail (&reader, "'{'", error);
    return NULL;
  }
  if (!read_day (&reader, "as_of", &manifest->as_of, error)
      || !read_text (&reader, "generator", &manifest->generator, error)
      || !read_text (&reader, "theme", &manifest->theme, error)
      || !read_text (&reader, "source", &manifest->source, error)
      || !read_day (&reader, "turns", &manifest->turns, error)
      || !read_array (&reader, "texts", sizeof (GbManifestFile), take_file, &texts,
                      &manifest->n_texts, error)
      || !read_array (&reader, "statuses", sizeof (GbManifestStatus), take_status, &statuses,
                      &manifest->n_statuses, error)
      || !read_array (&reader, "files", sizeof (GbManifestFile), take_file, &files,
                      &manifest->n_files, error))
    return NULL;
  manifest->texts = texts;
  manifest->statuses = statuses;
  manifest->files = files;
  return manifest;
}

static int
compare_files (const void *a, const void *b)
{
  return strcmp (((const GbManifestFile *)a)->path, ((const GbManifestFile *)b)->path);
}

void
gb_manifest_sort (GbManifestFile *files, guint n_files)
{
  qsort (files, n_files, sizeof *files, compare_files);
}

const GbManifestFile *
gb_manifest_file (const GbManifest *manifest, const char *path)
{
  GbManifestFile key = { .path = path };
  return manifest->n_files == 0
           ? NULL
           : bsearch (&key, manifest->files, manifest->n_files, sizeof key, compare_files);
}

/* ---- comparing ---- */

/* Item @index of a list as its key and what it holds. */
typedef void (*Look) (gconstpointer items, guint index, const char **ret_key,
                      const char **ret_value);

static void
look_file (gconstpointer items, guint index, const char **ret_key, const char **ret_value)
{
  const GbManifestFile *file = (const GbManifestFile *)items + index;
  *ret_key = file->path;
  *ret_value = file->hash;
}

static void
look_status (gconstpointer items, guint index, const char **ret_key, const char **ret_value)
{
  const GbManifestStatus *status = (const GbManifestStatus *)items + index;
  *ret_key = status->address;
  *ret_value = status->status;
}

static const GbManifestChange *
compare_lists (GbArena *arena, gconstpointer before, guint n_before, gconstpointer after,
               guint n_after, Look look, guint *ret_n)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (GbManifestChange));
  for (guint i = 0, k = 0; i < n_before || k < n_after;) {
    const char *old_key = NULL, *old_value = NULL, *new_key = NULL, *new_value = NULL;
    if (i < n_before)
      look (before, i, &old_key, &old_value);
    if (k < n_after)
      look (after, k, &new_key, &new_value);
    int order = old_key == NULL ? 1 : new_key == NULL ? -1 : strcmp (old_key, new_key);
    i += order <= 0;
    k += order >= 0;
    if (order == 0 && strcmp (old_value, new_value) == 0)
      continue;
    GbManifestChange change = { order <= 0 ? old_key : new_key, order <= 0 ? old_value : NULL,
                                order >= 0 ? new_value : NULL };
    g_array_append_val (changes, change);
  }
  return gb_arena_seal (arena, changes, ret_n);
}

GbManifestChanges
gb_manifest_compare (GbArena *arena, const GbManifest *before, const GbManifest *after)
{
  static const GbManifest none;
  const GbManifest *old = before == NULL ? &none : before;
  GbManifestChanges changes;
  changes.texts = compare_lists (arena, old->texts, old->n_texts, after->texts, after->n_texts,
                                 look_file, &changes.n_texts);
  changes.statuses = compare_lists (arena, old->statuses, old->n_statuses, after->statuses,
                                    after->n_statuses, look_status, &changes.n_statuses);
  changes.files = compare_lists (arena, old->files, old->n_files, after->files, after->n_files,
                                 look_file, &changes.n_files);
  return changes;
}
