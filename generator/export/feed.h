/* Feeds: what is new on the whole site, of an issuer, a registry, a policy; in Atom and as JSON
 * Feed 1.1, which say the same.
 *
 * With a record an entry is a commit and what it changed; it keeps its id whatever its page later
 * is.  Without one, nobody knows when a word was changed, so that an entry is a date of the content
 * that has come: published, taken effect, on notice, certified, revoked.  A policy alone has too
 * few of these to be worth a feed; its dates are in its calendar.
 */
#pragma once

#include "view/view.h"

/* After the lists of policies; feeds of issuers that were published stay. */
void gb_feed_files (GbView *view);
/* feed {title, atom, json, calendar, webcal}: how to subscribe to what @folder holds
 * ("policies/ID", "registries/ID", "policies/issuer/ID", or NULL: the whole site), @title for
 * short; null where there is nothing to subscribe to. */
void gb_feed_set (GbScene *scene, GbValue *page, const char *key, const char *folder,
                  const char *title);
