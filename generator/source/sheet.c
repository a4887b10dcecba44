#include "source/sheet.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source/characters.h"

static void
fd_close (int *fd)
{
  if (*fd >= 0)
    (void)close (*fd);
}
#define autofd __attribute__ ((cleanup (fd_close))) int

static void
folder_close (DIR **folder)
{
  if (*folder != NULL)
    (void)closedir (*folder);
}
#define autofolder __attribute__ ((cleanup (folder_close))) DIR

/* --- Files ----------------------------------------------------------------------------------- */

/* Lines that end in CR LF or a lone CR end in LF afterwards. */
static gsize
mend_line_ends (char *text, gsize length)
{
  const char *from = memchr (text, '\r', length);
  if (from == NULL)
    return length;
  const char *end = text + length;
  char *to = text + (from - text);
  while (from < end) {
    if (*from == '\r') {
      *to++ = '\n';
      from += from + 1 < end && from[1] == '\n' ? 2 : 1;
    } else {
      *to++ = *from++;
    }
  }
  *to = '\0';
  return (gsize)(to - text);
}

static gboolean
read_whole (int fd, char *text, gsize size, gsize *ret_length)
{
  gsize length = 0;
  while (length < size) {
    ssize_t got = read (fd, text + length, size - length);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return FALSE;
    if (got == 0)
      break;
    length += (gsize)got;
  }
  *ret_length = length;
  return TRUE;
}

gboolean
gb_sheet_read (GbArena *arena, const char *path, const char *file, gsize limit,
               GbDiagnostics *diagnostics, GbSheet *ret_sheet)
{
  GbPlace place = { .file = file };
  /* Without O_NONBLOCK a named pipe would wait for a writer for ever. */
  autofd fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat info;
  if (fd < 0 || fstat (fd, &info) < 0) {
    if (errno == ENOENT)
      gb_diagnostics_error (diagnostics, place, "missing-file", "there is no such file");
    else
      gb_diagnostics_error (diagnostics, place, "unreadable", "the file cannot be read: %s",
                            g_strerror (errno));
    return FALSE;
  }
  if (!S_ISREG (info.st_mode)) {
    gb_diagnostics_error (diagnostics, place, "unreadable", "this is not an ordinary file");
    return FALSE;
  }
  if ((gsize)info.st_size > limit) {
    gb_diagnostics_error (diagnostics, place, "too-large",
                          "the file has %" G_GSIZE_FORMAT " bytes; at most %" G_GSIZE_FORMAT
                          " are read",
                          (gsize)info.st_size, limit);
    return FALSE;
  }
  gsize size = (gsize)info.st_size;
  char *text = gb_arena_alloc (arena, size + 1);
  gsize length;
  if (!read_whole (fd, text, size, &length)) {
    gb_diagnostics_error (diagnostics, place, "unreadable", "the file cannot be read: %s",
                          g_strerror (errno));
    return FALSE;
  }
  if (!gb_characters_check (file, text, length, 1, diagnostics))
    return FALSE;
  *ret_sheet = (GbSheet){ text, mend_line_ends (text, length), length };
  return TRUE;
}

/* --- Front matter ---------------------------------------------------------------------------- */

/* Whether the line at @at is "---", with white space after it or not; its end goes to @ret_next. */
static gboolean
is_fence (const char *at, const char *end, const char **ret_next)
{
  if (end - at < 3 || memcmp (at, "---", 3) != 0)
    return FALSE;
  for (at += 3; at < end && (*at == ' ' || *at == '\t');)
    at++;
  if (at < end && *at != '\n')
    return FALSE;
  *ret_next = at < end ? at + 1 : at;
  return TRUE;
}

gboolean
gb_sheet_split (const GbSheet *sheet, const char *file, GbDiagnostics *diagnostics,
                const char **ret_yaml, gsize *ret_yaml_length, GbBody *ret_body)
{
  const char *end = sheet->text + sheet->length;
  const char *yaml;
  if (!is_fence (sheet->text, end, &yaml)) {
    gb_diagnostics_error (diagnostics, (GbPlace){ file, 1, 1 }, "no-front-matter",
                          "the file must begin with a line '---', then its keys, then another line "
                          "'---', then the text");
    return FALSE;
  }
  guint line = 2;
  const char *at = yaml;
  const char *body;
  while (!is_fence (at, end, &body)) {
    const char *next = memchr (at, '\n', (gsize)(end - at));
    if (next == NULL) {
      gb_diagnostics_error (diagnostics, (GbPlace){ file, 1, 1 }, "no-front-matter",
                            "the line '---' that ends the keys is missing");
      return FALSE;
    }
    at = next + 1;
    line++;
  }
  *ret_yaml = yaml;
  *ret_yaml_length = (gsize)(at - yaml);
  *ret_body = (GbBody){ body, (gsize)(end - body), line + 1 };
  return TRUE;
}

/* --- Folders --------------------------------------------------------------------------------- */

static GbItemKind
kind_of (int folder, const struct dirent *entry)
{
  struct stat info;
  switch (entry->d_type) {
  case DT_REG:
    return GB_ITEM_FILE;
  case DT_DIR:
    return GB_ITEM_FOLDER;
  case DT_LNK:
    return GB_ITEM_LINK;
  case DT_UNKNOWN: /* some file systems do not say */
    if (fstatat (folder, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0)
      return S_ISREG (info.st_mode)   ? GB_ITEM_FILE
             : S_ISDIR (info.st_mode) ? GB_ITEM_FOLDER
             : S_ISLNK (info.st_mode) ? GB_ITEM_LINK
                                      : GB_ITEM_OTHER;
    return GB_ITEM_OTHER;
  default:
    return GB_ITEM_OTHER;
  }
}

static gboolean
accept (const char *file, const GbItem *item, GbDiagnostics *diagnostics)
{
  const char *name = item->name;
  gunichar control;
  if (!g_utf8_validate (name, -1, NULL)
      || gb_characters_find_control (name, strlen (name), &control)
      || strpbrk (name, "\n\r\t") != NULL) {
    g_autofree char *shown = g_strescape (name, NULL);
    gb_diagnostics_error (diagnostics, (GbPlace){ .file = file }, "bad-name",
                          "a name here is not UTF-8 or holds control characters: %s", shown);
    return FALSE;
  }
  if (item->kind == GB_ITEM_FILE || item->kind == GB_ITEM_FOLDER)
    return TRUE;
  g_autofree char *inner = g_strconcat (file, "/", name, NULL);
  if (item->kind == GB_ITEM_LINK)
    gb_diagnostics_error (
      diagnostics, (GbPlace){ .file = inner }, "symbolic-link",
      "a symbolic link; put the file or folder itself here, so that its history "
      "is on record");
  else
    gb_diagnostics_error (diagnostics, (GbPlace){ .file = inner }, "unreadable",
                          "this is neither an ordinary file nor a folder");
  return FALSE;
}

static int
compare_items (const void *a, const void *b)
{
  return strcmp (((const GbItem *)a)->name, ((const GbItem *)b)->name);
}

GbFolder
gb_sheet_list (GbArena *arena, const char *path, const char *file, GbDiagnostics *diagnostics)
{
  GbFolder listed = { 0 };
  autofolder *folder = opendir (path);
  if (folder == NULL) {
    if (errno != ENOENT)
      gb_diagnostics_error (diagnostics, (GbPlace){ .file = file }, "unreadable",
                            "the folder cannot be read: %s", g_strerror (errno));
    return listed;
  }
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (GbItem));
  errno = 0;
  for (const struct dirent *entry = readdir (folder); entry != NULL; entry = readdir (folder)) {
    const char *name = entry->d_name;
    if (name[0] != '.' && name[strlen (name) - 1] != '~') {
      GbItem item = { .name = name, .kind = kind_of (dirfd (folder), entry) };
      if (accept (file, &item, diagnostics)) {
        item.name = gb_arena_strdup (arena, name);
        g_array_append_val (items, item);
      }
    }
    errno = 0;
  }
  if (errno != 0)
    gb_diagnostics_error (diagnostics, (GbPlace){ .file = file }, "unreadable",
                          "the folder cannot be read: %s", g_strerror (errno));
  listed.length = items->len;
  listed.items = gb_arena_newv (arena, GbItem, items->len);
  if (items->len > 0) {
    memcpy (listed.items, items->data, items->len * sizeof (GbItem));
    qsort (listed.items, listed.length, sizeof (GbItem), compare_items);
  }
  return listed;
}

const GbItem *
gb_folder_find (const GbFolder *folder, const char *name)
{
  GbItem key = { .name = name };
  return folder->length == 0
           ? NULL
           : bsearch (&key, folder->items, folder->length, sizeof (GbItem), compare_items);
}
