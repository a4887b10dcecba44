/* What is said of a policy: as a row of a list, as a record, with its relations, as a link; its
 * days and the span in which it is in force. */
#pragma once

#include "view/view.h"

/* {id, title, number, href, status} or null. */
void gb_policy_set_link (GbScene *scene, GbValue *object, const char *key,
                         const GbPolicyCase *policy);
/* The days between which a policy is drawn as in force; @ret_last is none while open. */
gboolean gb_policy_span (const GbPolicyCase *policy, GbDate *ret_first, GbDate *ret_last);

/* A day in the life of a policy. */
typedef struct {
  GbDate date;
  const char *word;           /* within "moment" */
  const GbPolicyCase *policy; /* the document that did it, or NULL */
  gboolean provisional;
} GbMoment;

#define GB_MOMENTS_MAX 48

typedef struct {
  GbMoment items[GB_MOMENTS_MAX]; /* by day */
  guint length;
} GbMoments;

/* The days on record in the life of @policy, by date; at most GB_MOMENTS_MAX. */
GbMoments gb_policy_moments (const GbCorpus *corpus, const GbPolicyCase *policy);
/* A row of a list, and all that is said of a policy itself; the keys are in templates/README.md. */
void gb_policy_row (GbScene *scene, GbValue *record, const GbPolicyCase *policy);
void gb_policy_record (GbScene *scene, GbValue *record, const GbPolicyCase *policy);
/* The relations of a policy: on pages [{what, items, more}], in data files {kind: […]}; returns the
 * next day on which any of the related turns. */
GbDate gb_policy_set_relations (GbScene *scene, GbValue *record, const GbPolicyCase *policy);
/* What data files say beside the record: registries, url, turns. */
void gb_policy_set_rest (GbScene *scene, GbValue *record, const GbPolicyCase *policy);
