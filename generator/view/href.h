/* Addresses.  Every address of the site is made here; no other file has a literal of one.
 *
 * They are from the root of the site without the first '/', below the folder of a language.  What
 * is a page ends in '/'.  What functions return lives in the arena.
 */
#pragma once

#include "corpus/registry_case.h"
#include "record/record.h"

#define GB_HREF_INDEX "index.html" /* the file of a page, in the folder of its address */

#define GB_HREF_POLICIES "policies/"
#define GB_HREF_ISSUERS GB_HREF_POLICIES "issuer/" /* pages, feeds and calendars, by id */
#define GB_HREF_REGISTRIES "registries/"
#define GB_HREF_ENTRIES "entries/" /* within a registry */
#define GB_HREF_NOTICES "notices/"
#define GB_HREF_CALENDAR "calendar/"
#define GB_HREF_CHANGES "changes/"
#define GB_HREF_CRITERIA "criteria/"
#define GB_HREF_DATA "data/"
#define GB_HREF_DICTIONARY GB_HREF_DATA "dictionary/"
#define GB_HREF_INVENTORY "index/"
#define GB_HREF_SEARCH "search/"
#define GB_HREF_SUBSCRIBE "subscribe/"
#define GB_HREF_VERIFY "verify/"
#define GB_HREF_ASSETS "assets/"
#define GB_HREF_ICON GB_HREF_ASSETS "icon.svg"
#define GB_HREF_SITEMAP "sitemap.xml"

/* Files of data/; names end where @suffix begins: ".json", ".csv", ".events.csv". */
#define GB_HREF_PACKAGE GB_HREF_DATA "datapackage.json"
#define GB_HREF_ARCHIVE GB_HREF_DATA "gongbao-data.zip"
#define GB_HREF_EXCEL ".excel.csv"
const char *gb_href_data (GbArena *arena, const char *name, const char *suffix);
const char *gb_href_registry_data (GbArena *arena, const char *registry, const char *suffix);
const char *gb_href_schema (GbArena *arena, const char *name);

/* Files beside the page of a policy or of a text of it. */
#define GB_HREF_TXT "policy.txt"
#define GB_HREF_MD "policy.md"
#define GB_HREF_AKN "akn.xml"
#define GB_HREF_INTERPRETATION "interpretation/"

/* What stands in the folder of a thing, of an issuer or of the site. */
#define GB_HREF_ATOM "feed.xml"
#define GB_HREF_JSON_FEED "feed.json"
#define GB_HREF_ICS "calendar.ics"
const char *gb_href_beside (GbArena *arena, const char *thing, const char *name);

/* A thing is what has an address of its own and files under content/: "policies/ID". */
typedef enum {
  GB_THING_POLICY,
  GB_THING_REGISTRY,
  GB_THING_NOTICE,
  GB_THING_PAGE, /* "pages/ID", whose address is "ID/" */
  GB_THING_SITE, /* anything else */
} GbThing;

const char *gb_href_thing (GbArena *arena, GbThing kind, const char *id);
/* @ret_id (may be NULL): what follows, or NULL. */
GbThing gb_href_thing_kind (const char *thing, const char **ret_id);
const char *gb_href_policy (GbArena *arena, const GbPolicyCase *policy);
const char *gb_href_interpretation (GbArena *arena, const GbPolicyCase *policy);
const char *gb_href_version (GbArena *arena, const GbPolicyCase *policy,
                             const GbVersionCase *version);
/* The page that compares two versions, by index: neighbours, or one of them the current one. */
const char *gb_href_compare (GbArena *arena, const GbPolicyCase *policy, guint old_index,
                             guint new_index);
/* A list of policies; @value NULL: all values of @facet. */
const char *gb_href_listing (GbArena *arena, const char *facet, const char *value);
const char *gb_href_registry (GbArena *arena, const GbRegistryCase *registry);
const char *gb_href_entry (GbArena *arena, const GbEntryCase *entry);
/* The list as it stood on @day. */
const char *gb_href_day (GbArena *arena, const GbRegistryCase *registry, GbDate day);
const char *gb_href_roll (GbArena *arena, const GbRegistryCase *registry, const char *facet,
                          const char *value);
/* Two lists compared, each a batch, a notice or a day. */
const char *gb_href_roster (GbArena *arena, const GbRegistryCase *registry, const char *from,
                            const char *to);
const char *gb_href_notice (GbArena *arena, const GbNoticeCase *notice);
const char *gb_href_page (GbArena *arena, const char *id);
/* A year of the calendar, of the changes. */
const char *gb_href_year (GbArena *arena, const char *of, int year);
const char *gb_href_commit (GbArena *arena, const GbCommit *commit);
/* Revisions of a thing; @number: one, from 1; 0: the list. */
const char *gb_href_revision (GbArena *arena, const char *thing, guint number);
const char *gb_href_inventory (GbArena *arena, const char *kind, const char *group);
/* Files that the search reads. */
const char *gb_href_pairs (GbArena *arena, guint shard);
const char *gb_href_texts (GbArena *arena, guint file);
const char *gb_href_sitemap (GbArena *arena, guint part);
/* Whether @path is one of files that only pages of the same publication ask for, so that nobody
 * keeps its address. */
gboolean gb_href_is_inner (const char *path);
/* Whether @path is of a list made of other things' pages, which comes and goes with what it lists.
 */
gboolean gb_href_is_list (const char *path);
/* The policy and the two days of the address of a comparison; FALSE of any other. */
gboolean gb_href_read_compare (GbArena *arena, const char *path, const char **ret_policy,
                               const char **ret_old_day, const char **ret_new_day);
/* Part @part, from 0, of the list at @folder. */
const char *gb_href_part (GbArena *arena, const char *folder, guint part);
/* The file of the page at @folder. */
const char *gb_href_file (GbArena *arena, const char *folder);
/* The other way, escaped; of what is no page its own path. */
const char *gb_href_of_file (GbArena *arena, const char *path);
/* @path, with what an address cannot hold escaped. */
const char *gb_href_escape (GbArena *arena, const char *path);
