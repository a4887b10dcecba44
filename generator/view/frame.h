/* The frame of a page: title, place in the navigation, crumbs, metadata, the day on which it turns,
 * and the pager of a list. */
#pragma once

#include "view/view.h"

/* title, description, and "in" for the navigation; @section is a key of the words' nav. */
void gb_frame_set (GbScene *scene, GbValue *page, const char *section, const char *title,
                   const char *description);
void gb_frame_add_crumb (GbValue *page, const char *title, const char *href);
/* What the guidelines for government sites ask in <meta>: of a page with an article (source may be
 * NULL, date none), of a page that lists some. */
void gb_frame_set_article (GbScene *scene, GbValue *page, GbDate published, const char *source,
                           const char *keywords);
/* Not for search engines: a text that is not today's. */
void gb_frame_archive (GbValue *page);
void gb_frame_set_column (GbValue *page, const char *type);
/* The next day on which the page's words change by themselves; the earliest of several calls. */
void gb_frame_turns (GbScene *scene, GbValue *page, GbDate turns);
/* pager and the range of rows of this part. */
void gb_frame_set_pager (GbScene *scene, GbValue *page, const char *folder, guint part,
                         guint n_rows, guint *ret_first, guint *ret_end);
