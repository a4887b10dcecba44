/* The table of contents of a text. */
#pragma once

#include "view/view.h"

G_BEGIN_DECLS

void gb_contents_set (GbScene *scene, GbValue *page, const char *key, const GbText *text);

G_END_DECLS
