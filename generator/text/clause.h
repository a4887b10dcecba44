/* Clauses that a text refers to, its own and those of another document named before them.
 *
 * Private to the room.  What is found is noted as a reference or on the mention of its document,
 * its words are written, and the chain goes on from it; each returns where it ends, 0 where it is
 * none.
 */
#pragma once

#include "text/scan.h"

/* To be called before the words of a paragraph are looked at. */
void gb_clause_begin (const GbScan *scan);

/* Everything that begins with 第, at @at; the order of an agency (国务院令第711号) too. */
gsize gb_clause_ordinal (GbScan *scan, gsize at);
/* 前条, 前条第二款. */
gsize gb_clause_previous (GbScan *scan, gsize at);
/* 附件3, 附件1-2. */
gsize gb_clause_annex (GbScan *scan, gsize at);
