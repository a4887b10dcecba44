/* Sheets.  A sheet is a file to be made: its address, what it is about and the function that fills
 * it.  The rooms above add sheets to the view, which owns them; of two with one path the first is
 * kept. */
#pragma once

#include "view/view.h"

/* A page with a template, or without one a JSON file, at @path; only pages are there in every
 * language.  @build fills it from @subject; @part: of a list on several pages, from 0. */
void gb_sheet_add (GbView *view, const char *path, const char *template, GbBuild build,
                   gconstpointer subject, guint part);
/* The page at the address @href. */
void gb_sheet_add_page (GbView *view, const char *href, const char *template, GbBuild build,
                        gconstpointer subject, guint part);
/* A file of another kind; in its scene dates and words are plain texts, as in data files. */
void gb_sheet_add_print (GbView *view, const char *path, GbPrint print, gconstpointer subject,
                         guint part);
/* A list of @n_rows rows under @folder: one sheet for each GB_ROWS of them, at least one. */
void gb_sheet_add_list (GbView *view, const char *folder, const char *template, GbBuild build,
                        gconstpointer subject, guint n_rows);
