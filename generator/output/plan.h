/* Which files there are: the plan of a site in one language, and what each file holds.
 *
 * A plan takes a corpus, the record of its source and the words of a language, asks every kind of
 * page and file for its sheets in their order of need, and builds the context of one page at a
 * time: what its template is filled with, or, where it has no template, what its JSON file holds.
 * Contexts are pure functions of the corpus; any number of threads may build them at once, each in
 * an arena of its own.  Nothing here depends on a clock or on how the site was built: a page
 * changes only when what it says changes, and says in "turns" on which day that will be by itself.
 *
 * The keys of each context are listed in templates/README.md.
 */
#pragma once

#include "base/value.h"
#include "corpus/corpus.h"
#include "record/record.h"

typedef struct _GbView GbPlan;

/* The plan in the language of @words, one of those.  Borrows all for as long as it lives.
 * @published: the paths of the publication before, or NULL; what of them has no page any more gets
 * one that leads on or says why.  @record may be NULL: in a folder without git there are no pages
 * about what changed.  NULL with GB_ERROR_SYSTEM where the record cannot be read. */
GbPlan *gb_plan_new (const GbCorpus *corpus, const GbValue *words, const GbRecord *record,
                     const GPtrArray *published, GError **error);
void gb_plan_free (GbPlan *plan); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbPlan, gb_plan_free)

guint gb_plan_count (const GbPlan *plan);
/* From the root of the site, e.g. "policies/gd-sme-clusters-2023/index.html"; no two are the same.
 * Not escaped: topics are folders with Chinese names. */
const char *gb_plan_path (const GbPlan *plan, guint page);
/* E.g. "page/policy"; NULL where there is none: a JSON file, whose content the context is, or a
 * file that is printed. */
const char *gb_plan_template (const GbPlan *plan, guint page);
/* Whether gb_plan_print makes the file and not its context. */
gboolean gb_plan_is_printed (const GbPlan *plan, guint page);
/* The context of one page, in @arena; NULL with GB_ERROR_SYSTEM where something of the record that
 * it tells cannot be read. */
const GbValue *gb_plan_context (const GbPlan *plan, guint page, GbArena *arena, GError **error);
/* Appends the bytes of a printed file to @out; @arena is for what that needs.  Fails likewise. */
gboolean gb_plan_print (const GbPlan *plan, guint page, GbArena *arena, GString *out,
                        GError **error);
/* What every page sees below its own context: "site" and "t" (the words). */
const GbValue *gb_plan_site (const GbPlan *plan);
