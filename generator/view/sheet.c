#include "view/sheet.h"

#include "view/href.h"

/* An id may be the name of one of our own folders (a policy "year"); the address is already taken
 * then, and what was first has it.  Checks forbid such ids. */
static void
add (GbView *view, GbSheet sheet)
{
  if (!g_hash_table_add (view->paths, (gpointer)sheet.path))
    return;
  sheet.file = view->folder[0] == '\0'
                 ? sheet.path
                 : gb_arena_join (view->arena, view->folder, sheet.path, NULL);
  g_array_append_val (view->sheets, sheet);
}

void
gb_sheet_add (GbView *view, const char *path, const char *template, GbBuild build,
              gconstpointer subject, guint part)
{
  if (view->folder[0] == '\0' || g_str_has_suffix (path, ".html"))
    add (view,
         (GbSheet){
           .path = path, .template = template, .build = build, .subject = subject, .part = part });
}

void
gb_sheet_add_print (GbView *view, const char *path, GbPrint print, gconstpointer subject,
                    guint part)
{
  if (view->folder[0] == '\0')
    add (view, (GbSheet){ .path = path, .print = print, .subject = subject, .part = part });
}

void
gb_sheet_add_page (GbView *view, const char *href, const char *template, GbBuild build,
                   gconstpointer subject, guint part)
{
  gb_sheet_add (view, gb_href_file (view->arena, href), template, build, subject, part);
}

void
gb_sheet_add_list (GbView *view, const char *folder, const char *template, GbBuild build,
                   gconstpointer subject, guint n_rows)
{
  for (guint part = 0; part == 0 || part * GB_ROWS < n_rows; part++)
    gb_sheet_add_page (view, gb_href_part (view->arena, folder, part), template, build, subject,
                       part);
}
