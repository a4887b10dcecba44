/* The files that the search reads.
 *
 *   search/index.json      how many parts each document has and each file of texts, and runs of
 *                          documents of one kind, status, year
 *   search/issuers.json    the issuer of each document
 *   search/pairs/0a3.bin   a shard of the postings
 *   search/texts/12.json   the parts of a file of texts
 */
#pragma once

#include "view/view.h"

void gb_index_files (GbView *view);
