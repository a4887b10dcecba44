/* The site as a list of pages, and the data of each.
 *
 * A view takes a corpus, the record of its source and the words of a language, decides which pages
 * there are, and builds the context of one page at a time: what its template is filled with, or,
 * where it has no template, what its JSON file holds.  Contexts are pure functions of the corpus;
 * any number of threads may build them at once, each in an arena of its own.  What all pages share
 * is made once, in gb_view_new.  Nothing here depends on a clock or on how the site was built: a
 * page changes only when what it says changes, and says in "turns" on which day that will be by
 * itself.
 *
 *   words.c     interface strings, dates and derivations as sentences
 *   scene.c     the pieces contexts are made of: dates, links, clauses, pagers
 *   bar.c       where dates lie on a drawn line of time
 *   home.c policy.c contents.c facet.c registry.c scheme.c day.c entry.c notice.c agenda.c page.c
 *               a kind of page each
 *   feed.c appointment.c subscribe.c   what is new, and which days are to be kept
 *   linked.c    what a page says to machines, in JSON-LD
 *   akn.c akn_text.c download.c   a text as XML, and which forms of it there are
 *   data.c dictionary.c   the data files, and what they and the content hold
 *
 * The keys of each context are listed in templates/README.md.
 */
#pragma once

#include "record/record.h"
#include "view/words.h"

G_BEGIN_DECLS

typedef struct _GbView GbView;

/* The languages of the interface, at least one: what @site (may be NULL) names, or Chinese.  Pages
 * in the first stand at the root of the site, those in another in a folder of its name ("en/"); all
 * other files belong to the view of the first.  In @arena, ended by NULL. */
const char *const *gb_view_languages (const GbSite *site, GbArena *arena);

/* The view in the language of @words, one of those.  Borrows all for as long as it lives.
 * @published: the paths of the publication before, or NULL; what of them has no page any more gets
 * one that leads on or says why.  @record may be NULL: in a folder without git there are no pages
 * about what changed.  NULL with GB_ERROR_SYSTEM where the record cannot be read. */
GbView *gb_view_new (const GbCorpus *corpus, const GbValue *words, const GbRecord *record,
                     const GPtrArray *published, GError **error);
/* Whether @path, in any language, lies at or below an address that content/addresses.yaml says has
 * moved or was withdrawn. */
gboolean gb_address_is_declared (const GbModel *model, const char *path);
void gb_view_free (GbView *view); /* NULL is fine */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbView, gb_view_free)

guint gb_view_count (const GbView *view);
/* From the root of the site, e.g. "policies/gd-sme-clusters-2023/index.html"; no two are the same.
 * Not escaped: topics are folders with Chinese names. */
const char *gb_view_path (const GbView *view, guint page);
/* E.g. "page/policy"; NULL where there is none: a JSON file, whose content the context is, or a
 * file that is printed. */
const char *gb_view_template (const GbView *view, guint page);
/* Whether gb_view_print makes the file and not its context. */
gboolean gb_view_is_printed (const GbView *view, guint page);
/* The context of one page, in @arena; NULL with GB_ERROR_SYSTEM where something of the record that
 * it tells cannot be read. */
const GbValue *gb_view_context (const GbView *view, guint page, GbArena *arena, GError **error);
/* Appends the bytes of a printed file to @out; @arena is for what that needs.  Fails likewise. */
gboolean gb_view_print (const GbView *view, guint page, GbArena *arena, GString *out,
                        GError **error);
/* What every page sees below its own context: "site" and "t" (the words). */
const GbValue *gb_view_site (const GbView *view);

G_END_DECLS
