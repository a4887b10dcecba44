/* The languages of the interface and the folders of their pages. */
#pragma once

#include "source/model_site.h"

/* "" for the first language of @site (and for NULL), else "en/". */
const char *gb_language_folder (const GbSite *site, const char *language, GbArena *arena);
/* The languages of the interface, at least one: what @site (may be NULL) names, or Chinese.  Pages
 * in the first stand at the root of the site, those in another in a folder of its name ("en/"); all
 * other files belong to the view of the first.  In @arena, ended by NULL. */
const char *const *gb_language_list (const GbSite *site, GbArena *arena);
