/* The table of contents of a text. */
#pragma once

#include "view/view.h"

void gb_contents_set (GbScene *scene, GbValue *page, const char *key, const GbText *text);
