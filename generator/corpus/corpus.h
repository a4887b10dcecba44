/* The content as of a day: read, linked, dated and judged.
 *
 * The corpus takes a model (source/), parses its texts (text/), ties mentions and clauses to their
 * targets, computes every date with its derivation and every status (law/), and checks the rules of
 * the field.  It borrows the model, owns everything else, and is read-only once made: pages are
 * rendered from it on several threads.  The as-of date enters here and nowhere below.
 *
 * GbPolicy, GbEntry … are what the files say; GbPolicyCase, GbEntryCase … what follows from it.
 */
#pragma once

#include "corpus/occasion.h"

/* A page that is only text. */
typedef struct {
  const GbPage *page;
  const GbText *text; /* NULL where it is empty */
  const GbTarget *targets;
} GbPageCase;

typedef struct {
  const GbModel *model;
  GbDate as_of;
  GbPolicyCase *policies; /* by id */
  guint n_policies;
  GbRegistryCase *registries; /* by id */
  guint n_registries;
  GbNoticeCase *notices; /* by id */
  guint n_notices;
  GbPageCase *pages; /* by id */
  guint n_pages;
  /* By date, kind, id; all that are on record and the next of what recurs. */
  const GbOccasion *occasions;
  guint n_occasions;
  GbDate turns; /* next day on which any status changes, or GB_DATE_NONE */
} GbCorpus;

/* Never NULL: what is wrong goes to @diagnostics (errors of the content and of its rules).  Texts
 * are parsed on @jobs threads; the result does not depend on how many. */
GbCorpus *gb_corpus_new (const GbModel *model, GbDate as_of, guint jobs,
                         GbDiagnostics *diagnostics);
void gb_corpus_free (GbCorpus *corpus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GbCorpus, gb_corpus_free)

/* What site.yaml lacks of what the rules for government sites ask for, as notes; warnings where
 * what it says has run out by the corpus's day.  Of a site that is an example only the latter. */
void gb_site_check (const GbCorpus *corpus, GbDiagnostics *diagnostics);

const GbPolicyCase *gb_corpus_policy (const GbCorpus *corpus, const char *id);     /* or NULL */
const GbRegistryCase *gb_corpus_registry (const GbCorpus *corpus, const char *id); /* or NULL */
const GbNoticeCase *gb_corpus_notice (const GbCorpus *corpus, const char *id);     /* or NULL */
const GbEntryCase *gb_registry_case_entry (const GbRegistryCase *registry, const char *id);

/* "POLICY#anchor", or "anchor" of @own.  Texts that have to be made live in @arena. */
GbClause gb_corpus_clause (const GbCorpus *corpus, GbArena *arena, const char *clause,
                           const GbPolicyCase *own);
/* 第十四条（三） for a unit. */
const char *gb_unit_label (GbArena *arena, const GbText *text, const GbUnit *unit);

/* The standing of @entry at the end of @day, as the record says it. */
GbStandingState gb_entry_case_on (const GbEntryCase *entry, GbDate day);

/* The days of @notice from the first to @closes, its last, for showing how they were counted by
 * @rule; those before a restart do not count.  As gb_period_days. */
guint gb_notice_case_days (const GbCorpus *corpus, const GbNoticeCase *notice,
                           const GbPeriodRule *rule, GbDate closes, GbPeriodDay *ret_days,
                           guint capacity);
