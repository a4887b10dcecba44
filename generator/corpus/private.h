/* What the files of corpus/ share and nobody else sees.
 *
 * gb_corpus_new runs the steps in this order: texts (parallel) → links → policies → versions →
 * statements → citations → notices → registries → occasions → rules.  Each step reads what the ones
 * before it filled in.
 */
#pragma once

#include "corpus/corpus.h"
#include "law/region.h"
#include "text/statement.h"

typedef struct {
  GbCorpus corpus;  /* first: what the public sees */
  GbArena *arena;   /* of everything but the texts */
  GbArena *scratch; /* for one step at a time, on the calling thread; reset by whoever uses it */
  GPtrArray *text_arenas;
  GHashTable *policies;   /* id → GbPolicyCase */
  GHashTable *registries; /* id → GbRegistryCase */
  GHashTable *notices;    /* id → GbNoticeCase */
  GHashTable *entries;    /* REGISTRY/ENTRY → GbEntryCase */
  GHashTable *titles;     /* folded title → GbPolicyCase; NULL for one that several bear */
  GHashTable *numbers;    /* normalised number → GbPolicyCase */
  GbDiagnostics *diagnostics;
} GbWork;

/* texts.c */
void gb_texts_parse (GbWork *work, guint jobs);

/* links.c: what names what. */
/* @title as titles are compared, in @arena. */
const char *gb_links_fold_title (GbArena *arena, const char *title);
void gb_links_index (GbWork *work);
/* What each mention of @text, in @file, leads to, and behind these, what its pictures are.  @owner
 * is the policy beside which the file lies, or NULL; its attachments may be linked, and where
 * @is_owner the text is its own and does not link to itself. */
const GbTarget *gb_links_targets (const GbWork *work, GbArena *arena, GbArena *scratch,
                                  const char *file, const GbText *text, const GbPolicyCase *owner,
                                  gboolean is_owner);
/* Policies and the documents they name, registries and their rules. */
void gb_links_tie (GbWork *work);
/* The policy that @relation names, or NULL. */
const GbPolicyCase *gb_links_related (const GbWork *work, const GbRelation *relation);
/* Clauses and mentions, once it is known which text of each policy is in force. */
void gb_links_cite (GbWork *work);

/* versions.c: which text is in force. */
void gb_versions_judge (GbWork *work);
/* statements.c: what the texts themselves say; once it is known which text is in force. */
void gb_statements_read (GbWork *work);
/* Where a date that was read comes from: STATED where @clause (of @own, where it names no other
 * policy; NULL: none is named) holds it, else RECORDED; NONE for no date. */
GbRule gb_statements_source_of (const GbWork *work, GbDate date, const char *clause,
                                const GbPolicyCase *own);
/* The source of the text that is in force. */
const GbBody *gb_statements_body (const GbPolicyCase *policy);
/* figures.c: figures of keys beside the words of the clauses that they name. */
void gb_figures_check (GbWork *work);
/* spans.c: when notices say that they run, beside their keys. */
void gb_spans_check (GbWork *work);
/* covers.c: what the @n @statements of @policy print of number, title and days, beside its keys. */
void gb_covers_check (GbWork *work, const GbPolicyCase *policy, const GbStatement *statements,
                      guint n);
/* Warns where a clause that is there now will be gone with a text to come. */
void gb_versions_check_clause (GbWork *work, GbPlace place, const GbClause *clause);

/* policy_case.c, notice_case.c, registry_case.c: dates and standings. */
void gb_policy_case_judge (GbWork *work);
void gb_notice_case_judge (GbWork *work);
void gb_registry_case_judge (GbWork *work);
/* Where @entry lies seen from the region that @tie is limited to. */
GbRegionRelation gb_registry_case_tie (const GbTie *tie, const GbEntry *entry);
GbPeriodRule gb_notice_case_rule (const GbWork *work, const GbNoticeRule *rule);

/* occasion.c */
void gb_occasion_find (GbWork *work);

/* Whether the notice was broken off, so that its period decides nothing. */
gboolean gb_notice_case_is_given_up (const GbOutcome *outcome);

/* rules_policy.c, rules_registry.c: the rules of the field. */
void gb_rules_policy_check (GbWork *work);
void gb_rules_registry_check (GbWork *work);

/* The list in @table, which owns it, under @key; a new one where there was none. */
GPtrArray *gb_work_list_of (GHashTable *table, gconstpointer key);
