/* Which pairs of characters stand in which parts of the catalog, and where in them.
 *
 * Of each pair (text/gram.h) and part 32 bits are kept, the places at which
 * the pair begins taken modulo 32, and whether the names of the document hold it.  A phrase can
 * only stand where all its pairs do and their places follow one another, so that a reader's browser
 * knows nearly every time without having seen the text.
 *
 * Making the postings takes longer than making any page, so the threads that make files make them
 * too: whichever needs a shard first begins with a run of parts, others take the next runs, and all
 * wait until the last is there.  What comes out does not depend on how many they are.
 *
 * A shard is a file of all pairs whose number ends in its own, by number: number (4 bytes), length
 * of what follows (varint), then a byte that says how it goes on.  0: the parts as bits, then as
 * many for those whose names hold the pair; places are not kept where so many have it.  1: for each
 * part, in order, a varint, from its low end: whether there is more than one place; whether the
 * names hold the pair; if there is one place, it (5 bits); then the distance from the part before
 * (from -1 at first).  With several places their 32 bits follow in four bytes.  Numbers begin with
 * their low bytes.
 */
#pragma once

#include "view/view.h"

typedef struct _GbPostings GbPostings;

/* Borrows @catalog.  Nothing is read yet. */
GbPostings *gb_postings_new (const GbCatalog *catalog);
void gb_postings_free (GbPostings *postings); /* NULL is fine */

/* How many shards there are: a power of two, so that each is a few thousand bytes. */
guint gb_postings_n_shards (const GbPostings *postings);
/* Any number of threads at once. */
void gb_postings_write_shard (GbPostings *postings, guint shard, GString *out);
/* Appends the words of a part, names first where it begins a document; each range of it ends with a
 * line end.  @ret_names: how many bytes of it are names. */
void gb_postings_part_text (const GbCatalog *catalog, guint part, GString *out, gsize *ret_names);
