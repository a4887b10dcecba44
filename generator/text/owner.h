/* Who owns a clause that is named at a place: this text, the article around it, a document named
 * before it, or nobody that is known.
 *
 * Private to the room.  The words before the clause are read backwards; the first rule that fits
 * decides:
 *
 *   1. DOCUMENT FILL* [BRACKETS] FILL*
 *                       a document in 《》, by number or by a link: MENTION; 本 directly before
 *                       《办法》: OWN; 原, 修订前 before it, or 草案 in BRACKETS: UNKNOWN
 *   2. CLAUSE JOINT     a list goes on (第三条、第五条): CHAIN; behind 附件1: UNKNOWN
 *   3. 修订前, 原, 草案   another version: UNKNOWN
 *   4. 本条, 前款, 本编   HERE
 *   5. 该条, 同款, 其     UNKNOWN
 *   6. 本 WORDS KIND     本办法, 本实施细则: OWN; 日本商法, 资本管理办法, 本市办法, 本部门规定,
 *                       本办法实施细则, 本法和公司章程: OTHER
 *   7. KIND, 法, NAME    公司法, 民法通则, a short name that （以下简称…） defines: OTHER;
 *                       总则, 分则 behind a name belong to it, alone they are UNKNOWN
 *   8. else             UNKNOWN where the last clause of the sentence is another's, a document, or
 * a law without marks, was named since, the clause begins the sentence behind such a one, it is a
 *                       label (。第三条　…), a decision changes it (将第三条修改为), or it stands
 *                       in a list whose first words name another document;
 *                       BARE behind a sign or a word that takes a clause (违反, 按照, 有);
 *                       UNKNOWN behind any other word
 *
 *   FILL: 的 中 所 规定 and spaces.  KIND: what names of documents end in.
 *
 * BARE is this text's by the custom of drafting; a sentence ends with 。！？, not with ；.
 */
#pragma once

#include "text/scan.h"

typedef enum {
  GB_OWNER_BARE,    /* this text, which is not named */
  GB_OWNER_OWN,     /* this text: 本办法 */
  GB_OWNER_HERE,    /* the article or book around it */
  GB_OWNER_CHAIN,   /* whoever owned the clause before */
  GB_OWNER_MENTION, /* the document of the chain */
  GB_OWNER_OTHER,   /* a document that is named without marks */
  GB_OWNER_UNKNOWN,
} GbOwner;

/* @at: where the clause begins. */
GbOwner gb_owner_find (const GbScan *scan, gsize at);

/* The same for an item without its article and for an annex: any verb may stand before them, and
 * for an annex another's clause in the sentence says nothing. */
GbOwner gb_owner_of_item (const GbScan *scan, gsize at);
GbOwner gb_owner_of_annex (const GbScan *scan, gsize at);

/* Whether the name that a text gives itself before @at, 本合同, is the one in @title. */
gboolean gb_owner_is_called (const GbScan *scan, gsize at, const char *title);

/* Notes that the words before a list perhaps name another document at @at: in its items a bare
 * clause is that one's, unless this text was named before it. */
void gb_owner_note_document (const GbScan *scan, gsize at);

/* What the words before the list in which the words stand name; NULL where that is nothing. */
const GbDraftLead *gb_owner_lead (const GbScan *scan);

/* Whether no sentence ends between @from and @to. */
gboolean gb_owner_is_one_sentence (const GbScan *scan, gsize from, gsize to);
