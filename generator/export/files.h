/* The formats that have nothing to offer but their files. */
#pragma once

#include "view/view.h"

void gb_data_files (GbView *view);
void gb_package_files (GbView *view);
void gb_text_files (GbView *view);
void gb_sitemap_files (GbView *view);
