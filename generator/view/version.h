/* The texts of a policy by the day each takes effect. */
#pragma once

#include "view/amendments.h"

/* versions (with what each amended), has.versions and next_version {text, href, from} or null. */
void gb_version_section (GbScene *scene, GbValue *page, const GbPolicyCase *policy,
                         GbAmendments *amendments);
/* versions: [{from, last, state, title, note, amended_by, href}], newest first. */
void gb_version_list (GbScene *scene, GbValue *record, const GbPolicyCase *policy);
/* amended_by: the document that made @version, or null. */
void gb_version_set_amending (GbScene *scene, GbValue *object, const GbVersionCase *version);
/* The day on which another text of @policy takes effect, or GB_DATE_NONE. */
GbDate gb_version_turns (const GbPolicyCase *policy);
/* What a version is for a reader of today: within "version-state" and "version-banner". */
const char *gb_version_kind (const GbPolicyCase *policy, const GbVersionCase *version);
/* {from, last, state, title, note, amended_by, href, with_earlier, with_current} of version @index.
 */
void gb_version_set (GbScene *scene, GbValue *value, const GbPolicyCase *policy, guint index);
/* The words under @path with the first and the last day of @version. */
const char *gb_version_fill (GbScene *scene, const char *path, const GbVersionCase *version);
