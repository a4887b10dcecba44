/* The yardstick: cmark alone over the same texts: cmark THREADS FOLDER.
 *
 * Reads FOLDER/content/policies/ID/policy.md, leaves out the front matter, parses and renders to
 * HTML in memory; prints how many bytes came out.
 */
#include "base/file.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *folder;
  const GPtrArray *ids;
  gint next;  /* atomic */
  gsize size; /* of the HTML, in bytes; atomic */
} Work;

static gpointer
render (gpointer data)
{
  Work *work = data;
  guint i;
  while ((i = (guint)g_atomic_int_add (&work->next, 1)) < work->ids->len) {
    g_autofree char *path
      = g_build_filename (work->folder, g_ptr_array_index (work->ids, i), "policy.md", NULL);
    g_autoptr (GError) error = NULL;
    gsize length;
    g_autofree char *text = gb_file_read (path, 0, &length, &error);
    if (text == NULL)
      g_error ("%s", error->message);
    const char *end = strstr (text, "\n---\n");
    const char *body = end == NULL ? text : end + strlen ("\n---\n");
    char *html = cmark_markdown_to_html (body, length - (gsize)(body - text), CMARK_OPT_DEFAULT);
    g_atomic_pointer_add (&work->size, (gssize)strlen (html));
    free (html);
  }
  return NULL;
}

int
main (int argc, char **argv)
{
  guint threads = argc == 3 ? (guint)strtoul (argv[1], NULL, 10) : 0;
  if (threads == 0 || threads > 64) {
    g_printerr ("usage: cmark THREADS FOLDER\n");
    return 2;
  }
  g_autofree char *folder = g_build_filename (argv[2], "content", "policies", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = gb_file_list (folder, &error);
  if (ids == NULL)
    g_error ("%s", error->message);
  Work work = { .folder = folder, .ids = ids };
  GThread *others[64];
  for (guint i = 1; i < threads; i++)
    others[i] = g_thread_new ("cmark", render, &work);
  render (&work);
  for (guint i = 1; i < threads; i++)
    g_thread_join (others[i]);
  g_print ("%u texts, %" G_GSIZE_FORMAT " bytes of HTML\n", ids->len, work.size);
  return 0;
}
