/* Who owns a clause that is named at a place: this text, the article around it, a document named
 * before it, or nobody that is known.
 *
 * Private to the room.  The words before the clause are read backwards; the first rule that fits
 * decides:
 *
 *   1. DOCUMENT FILL* [BRACKETS] FILL*   a document in 《》, by number or by a link: MENTION;
 *      本 directly before 《办法》: OWN; 原, 旧, 修订前 before it, or a draft in BRACKETS: UNKNOWN
 *   2. CLAUSE JOINT                      a list goes on (第三条、第五条): CHAIN; UNKNOWN behind
 * 附件1
 *   3. 修订前, 原, 新增, 草案 …            another version: UNKNOWN
 *   4. 本条, 前款, 本款, 本编 …            HERE
 *   5. 该条, 同款, 其 …                    UNKNOWN
 *   6. 本 MIDDLE* KIND                    本办法, 本实施细则: OWN, but 日本商法, 资本管理办法 are
 * others
 *   7. … KIND, … 法, a short name         公司法, 民法通则, a name defined by （以下简称…）: OTHER;
 *      总则, 分则 behind a name belong to it, alone they are UNKNOWN
 *   8. nothing of these                  the last clause of the sentence was another's, or it has
 *                                        named a document since: UNKNOWN;
 *      a sign, or a word that takes a clause (违反, 按照, 有), stands before it: BARE; else UNKNOWN
 *
 *   FILL: 的 中 所 规定 and spaces.  KIND: what names of documents end in.  MIDDLE: what may stand
 *   between 本 and KIND (暂行, 管理), but no place or body (本市, 本部门, 本公司).
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

/* Whether no sentence ends between @from and @to. */
gboolean gb_owner_is_one_sentence (const GbScan *scan, gsize from, gsize to);
