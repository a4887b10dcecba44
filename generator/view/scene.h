/* The pieces that contexts are put together from: days, words, clauses, derivations, references,
 * decisions, texts.  What they set lives in the arena of the scene. */
#pragma once

#include "view/view.h"

const char *gb_scene_word (const GbScene *scene, const char *path);
/* {iso, text} or null; in data files "2023-02-28" or null. */
void gb_scene_set_date (GbScene *scene, GbValue *object, const char *key, GbDate date);
void gb_scene_set_when (GbScene *scene, GbValue *object, const char *key, GbWhen when);
/* {id, word}; in data files the id; null where @name is NULL. */
void gb_scene_set_word (GbScene *scene, GbValue *object, const char *key, const char *group,
                        const char *name);
/* {id, name, href} or null. */
void gb_scene_set_agency (GbScene *scene, GbValue *object, const char *key, const GbAgency *agency);
/* An array of the texts of @list. */
void gb_scene_set_texts (GbValue *object, const char *key, const GbList *list);
/* {label, href, policy, quote} or null; @quote: with the words of the clause. */
void gb_scene_set_clause (GbScene *scene, GbValue *object, const char *key, const char *clause,
                          const GbPolicyCase *own, gboolean quote);
/* {date, rule, from, count, clause, provisional, sentence}; null where there is neither a date nor
 * a rule. */
void gb_scene_set_derivation (GbScene *scene, GbValue *object, const char *key,
                              const GbDerivation *derivation, const GbPolicyCase *own,
                              gboolean quote);
/* {title, url, note} or null. */
void gb_scene_set_reference (GbScene *scene, GbValue *object, const char *key,
                             const GbReference *reference);
void gb_scene_set_references (GbScene *scene, GbValue *object, const char *key,
                              const GbList *references);
/* {title, number, issuer, date, url, policy} or null. */
void gb_scene_set_decision (GbScene *scene, GbValue *object, const char *key,
                            const GbDecision *decision);
/* The HTML of @text with its links. */
const char *gb_scene_html (GbScene *scene, const GbText *text, const GbTarget *targets,
                           const char *const *notes);
const char *gb_scene_batch_title (GbScene *scene, const GbBatch *batch);
/* Notes under "has" of @object whether @list, an array, holds anything: Mustache can only loop. */
void gb_scene_set_has (GbValue *object, const char *key, const GbValue *list);
/* The sentence of the words under @path with @date in it. */
const char *gb_scene_fill_date (GbScene *scene, const char *path, GbDate date);
/* "2023-02-28", "2023-02" or "2023", in @arena. */
const char *gb_scene_iso (GbArena *arena, GbWhen when);
/* The same of a day; NULL where there is none. */
const char *gb_scene_day (GbArena *arena, GbDate date);
/* How many of a list are only counted; NULL: none. */
const char *gb_scene_more (GbScene *scene, guint left);
/* title and href. */
void gb_scene_set_title (GbValue *object, const char *title, const char *href);
/* The full address of a page in this language, or of another file; NULL where the site has no base
 * address. */
const char *gb_scene_address (GbScene *scene, const char *path);
