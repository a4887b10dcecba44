/* The files of tables: data/NAME.csv for programs, data/NAME.excel.csv for spreadsheets; of entries
 * and events also one for each registry. */
#pragma once

#include "view/view.h"

void gb_csv_files (GbView *view);
/* What the files keep of each other until both are made. */
void gb_csv_free (GbView *view);
