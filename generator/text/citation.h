/* Other documents that a text names: 《…》, 粤工信服务函〔2023〕4号, 国务院令第711号.
 *
 * Private to the room.  What is found is noted as a mention, its words are written, and the chain
 * goes on from it; each returns where it ends, 0 where it is none.
 */
#pragma once

#include "text/scan.h"

/* @at: at 《. */
gsize gb_citation_title (GbScan *scan, gsize at);
/* @at: at the bracket before the year. */
gsize gb_citation_number (GbScan *scan, gsize at);
/* @at: at 第; @end: behind 号, with @number between them. */
gsize gb_citation_order (GbScan *scan, gsize at, gsize end, int number);
