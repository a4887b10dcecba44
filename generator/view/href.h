/* Addresses.  Every address of the site is made here; no other file has a literal of one.
 *
 * They are from the root of the site without the first '/', below the folder of a language.
 * What is returned lives in the arena, or is constant. */
#pragma once

#include "view/view.h"

G_BEGIN_DECLS

/* Where the pages, feeds and calendar of an issuer stand, by its id. */
#define GB_ISSUERS "policies/issuer/"

const char *gb_href_policy (GbScene *scene, const GbPolicyCase *policy);

const char *gb_href_registry (GbScene *scene, const GbRegistryCase *registry);

const char *gb_href_entry (GbScene *scene, const GbEntryCase *entry);

const char *gb_href_notice (GbScene *scene, const GbNoticeCase *notice);

/* The full address of a page in this language, or of another file; NULL where the site has no base
 * address. */
const char *gb_href_full (GbScene *scene, const char *path);

const char *gb_href_version (GbScene *scene, const GbPolicyCase *policy,
                             const GbVersionCase *version);

/* The page that compares two versions, by index: neighbours, or one of them the current one. */
const char *gb_href_compare (GbScene *scene, const GbPolicyCase *policy, guint old_index,
                             guint new_index);

/* @path, with what an address cannot hold escaped; in @arena. */
const char *gb_href_escape (GbArena *arena, const char *path);

const char *gb_href_commit (GbScene *scene, const GbCommit *commit);

/* Part @part, from 0, of the list at @folder. */
const char *gb_href_part (GbArena *arena, const char *folder, guint part);

G_END_DECLS
