/* What every page of a site sees: its name, its languages, its pages of text, the words. */
#pragma once

#include "view/view.h"

/* "www.example.cn" of "https://www.example.cn/gongbao"; NULL of what is no address. */
const char *gb_site_domain (GbArena *arena, const char *url);
/* What every page sees below its own context: "site" and "t" (the words). */
const GbValue *gb_site_value (GbView *view, gboolean has_calendar);
