/* Formats of which the rooms above use nothing but the function that adds their files, so that they
 * have no header each. */
#pragma once

#include "view/view.h"

void gb_data_files (GbView *view);
void gb_package_files (GbView *view);
void gb_text_files (GbView *view);
void gb_sitemap_files (GbView *view);
