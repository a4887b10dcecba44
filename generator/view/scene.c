#include "view/scene.h"

#include "base/escape.h"
#include "view/almanac.h"
#include "view/href.h"
#include "view/listing.h"
#include "view/words.h"

#include <string.h>

const char *
gb_scene_word (const GbScene *scene, const char *path)
{
  return gb_words_get (scene->words, path);
}

const char *
gb_scene_iso (GbArena *arena, GbWhen when)
{
  char *text = gb_arena_alloc (arena, GB_DATE_LENGTH);
  return gb_when_format (when, text);
}

const char *
gb_scene_day (GbArena *arena, GbDate date)
{
  return date == GB_DATE_NONE ? NULL : gb_scene_iso (arena, (GbWhen){ date, date });
}

const char *
gb_scene_more (GbScene *scene, guint left)
{
  return left == 0 ? NULL : gb_words_count (scene->words, scene->arena, "pager.more", left);
}

void
gb_scene_set_title (GbValue *object, const char *title, const char *href)
{
  gb_value_set_string (object, "title", title);
  gb_value_set_string (object, "href", href);
}

void
gb_scene_set_when (GbScene *scene, GbValue *object, const char *key, GbWhen when)
{
  if (gb_when_precision (when) == GB_PRECISION_NONE) {
    gb_value_set_null (object, key);
    return;
  }
  const GbValue *known = when.first == when.last ? gb_almanac_day (scene->view, when.first) : NULL;
  if (known != NULL) {
    gb_value_set (object, key, scene->data ? known->members[0].value : known);
    return;
  }
  if (scene->data) {
    gb_value_set_string (object, key, gb_scene_iso (scene->arena, when));
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "iso", gb_scene_iso (scene->arena, when));
  gb_value_set_string (value, "text", gb_words_when (scene->words, scene->arena, when));
}

void
gb_scene_set_date (GbScene *scene, GbValue *object, const char *key, GbDate date)
{
  gb_scene_set_when (scene, object, key, (GbWhen){ date, date });
}

void
gb_scene_set_word (GbScene *scene, GbValue *object, const char *key, const char *group,
                   const char *name)
{
  if (scene->data || name == NULL) {
    gb_value_set_string (object, key, name);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "id", name);
  gb_value_set_string (value, "word", gb_words_in (scene->words, group, name));
}

const char *
gb_scene_fill_date (GbScene *scene, const char *path, GbDate date)
{
  return gb_words_fill (scene->words, scene->arena, path, "date",
                        gb_words_date (scene->words, scene->arena, date), NULL);
}

void
gb_scene_set_agency (GbScene *scene, GbValue *object, const char *key, const GbAgency *agency)
{
  if (agency == NULL) {
    gb_value_set_null (object, key);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "id", agency->id);
  gb_value_set_string (value, "name", agency->name);
  if (!scene->data)
    gb_value_set_string (value, "href", gb_listing_issuer_href (scene->view, agency->id));
}

void
gb_scene_set_texts (GbValue *object, const char *key, const GbList *list)
{
  GbValue *array = gb_value_set_array (object, key);
  for (guint i = 0; i < list->length; i++)
    gb_value_append_string (array, GB_TEXT_AT (*list, i));
}

static const char *
clause_href (GbScene *scene, const GbClause *clause)
{
  if (clause->policy == NULL)
    return NULL;
  const char *page = gb_href_policy (scene->arena, clause->policy);
  return clause->unit == NULL ? page
                              : gb_arena_join (scene->arena, page, "#", clause->anchor, NULL);
}

static void
set_clause (GbScene *scene, GbValue *object, const char *key, const GbClause *clause,
            const GbPolicyCase *own, gboolean quote)
{
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "label", clause->label);
  if (scene->data) {
    gb_value_set_string (value, "policy",
                         clause->policy == NULL ? NULL : clause->policy->policy->id);
    gb_value_set_string (value, "anchor", clause->anchor);
    return;
  }
  gb_value_set_string (value, "href", clause_href (scene, clause));
  gb_value_set_string (
    value, "policy",
    clause->policy == NULL || clause->policy == own ? NULL : clause->policy->policy->title);
  char *words = NULL;
  if (quote && clause->unit != NULL)
    words = gb_plain_unit (clause->policy->text, clause->unit);
  gb_value_set_string (value, "quote", gb_arena_strdup (scene->arena, words));
  g_free (words);
}

void
gb_scene_set_clause (GbScene *scene, GbValue *object, const char *key, const char *clause,
                     const GbPolicyCase *own, gboolean quote)
{
  if (clause == NULL) {
    gb_value_set_null (object, key);
    return;
  }
  GbClause resolved = gb_corpus_clause (scene->corpus, scene->arena, clause, own);
  set_clause (scene, object, key, &resolved, own, quote);
}

void
gb_scene_set_derivation (GbScene *scene, GbValue *object, const char *key,
                         const GbDerivation *derivation, const GbPolicyCase *own, gboolean quote)
{
  if (derivation->rule == GB_RULE_NONE && derivation->date == GB_DATE_NONE) {
    gb_value_set_null (object, key);
    return;
  }
  GbValue *value;
  if (scene->data) {
    /* A program that wants the date finds the date; how it came about stands beside. */
    gb_scene_set_date (scene, object, key, derivation->date);
    GbValue *all = (GbValue *)gb_value_get (object, "derivations");
    if (all == NULL)
      all = gb_value_set_object (object, "derivations");
    value = gb_value_set_object (all, key);
  } else {
    value = gb_value_set_object (object, key);
    gb_scene_set_date (scene, value, "date", derivation->date);
  }
  gb_value_set_string (value, "rule", gb_rule_name (derivation->rule));
  gb_scene_set_date (scene, value, "from", derivation->from);
  if (derivation->count == 0)
    gb_value_set_null (value, "count");
  else
    gb_value_set_integer (value, "count", derivation->count);
  gb_value_set_boolean (value, "provisional", derivation->provisional);
  gb_scene_set_clause (scene, value, "clause", derivation->clause, own, quote);
  if (!scene->data)
    gb_value_set_string (value, "sentence",
                         gb_words_derivation (scene->words, scene->arena, derivation, NULL, own));
}

static void
set_reference (GbScene *scene, GbValue *value, const GbReference *reference)
{
  gb_value_set_string (value, "title", reference->title);
  gb_value_set_string (value, "url", reference->url);
  gb_value_set_string (value, "note", reference->note);
  if (!scene->data)
    gb_value_set_string (value, "name",
                         reference->title != NULL ? reference->title : reference->url);
}

void
gb_scene_set_reference (GbScene *scene, GbValue *object, const char *key,
                        const GbReference *reference)
{
  if (reference == NULL)
    gb_value_set_null (object, key);
  else
    set_reference (scene, gb_value_set_object (object, key), reference);
}

void
gb_scene_set_references (GbScene *scene, GbValue *object, const char *key, const GbList *references)
{
  GbValue *array = gb_value_set_array (object, key);
  for (guint i = 0; i < references->length; i++) {
    GbValue *value = gb_value_append_object (array);
    set_reference (scene, value, GB_LIST_AT (GbReference, *references, i));
  }
}

void
gb_scene_set_decision (GbScene *scene, GbValue *object, const char *key, const GbDecision *decision)
{
  if (decision == NULL) {
    gb_value_set_null (object, key);
    return;
  }
  const GbPolicyCase *policy = gb_corpus_policy (scene->corpus, decision->policy);
  GbValue *value = gb_value_set_object (object, key);
  const char *title = decision->title;
  if (title == NULL && policy != NULL)
    title = policy->policy->title;
  gb_value_set_string (value, "title", title);
  gb_value_set_string (value, "number", decision->number);
  gb_scene_set_agency (scene, value, "issuer",
                       gb_model_agency (scene->corpus->model, decision->issuer));
  gb_scene_set_date (scene, value, "date", decision->date);
  gb_value_set_string (value, "url", decision->url);
  if (scene->data)
    gb_value_set_string (value, "policy", decision->policy);
  else
    gb_value_set_string (value, "href",
                         policy == NULL ? NULL : gb_href_policy (scene->arena, policy));
}

const char *
gb_scene_batch_title (GbScene *scene, const GbBatch *batch)
{
  if (batch->title != NULL)
    return batch->title;
  if (batch->year == 0)
    return batch->id;
  return gb_words_when (
    scene->words, scene->arena,
    (GbWhen){ gb_date_new (batch->year, 1, 1), gb_date_new (batch->year, 12, 31) });
}

static const char *
target_href (GbScene *scene, const GbTarget *target)
{
  if (target->policy == NULL && target->path == NULL)
    return NULL;
  g_autoptr (GString) href = g_string_new (scene->root);
  const char *page = target->policy == NULL ? "" : gb_href_policy (scene->arena, target->policy);
  gsize path = target->path == NULL ? 0 : strcspn (target->path, "?#");
  /* A file is there once, for every language. */
  gboolean is_page = path == 0 || target->path[path - 1] == '/';
  if (!is_page && scene->view->folder[0] != '\0')
    g_string_append (href, "../");
  g_string_append (href, page);
  /* A path may hold Chinese; what follows it is already an address. */
  if (target->path != NULL) {
    gb_escape_path (href, target->path, (gssize)path);
    g_string_append (href, target->path + path);
  }
  if (target->anchor != NULL)
    g_string_append_printf (href, "#%s", target->anchor);
  return gb_arena_strndup (scene->arena, href->str, href->len);
}

const char *
gb_scene_html (GbScene *scene, const GbText *text, const GbTarget *targets,
               const char *const *notes)
{
  const char **hrefs = gb_arena_newv (scene->arena, const char *, text->n_mentions + 1);
  for (guint i = 0; i < text->n_mentions; i++)
    hrefs[i] = target_href (scene, &targets[i]);
  g_autoptr (GString) out = g_string_sized_new (text->html_length + text->html_length / 8 + 64);
  gb_text_write (text, hrefs, notes, out);
  const char **pictures = gb_arena_newv (scene->arena, const char *, text->n_pictures + 1);
  for (guint i = 0; i < text->n_pictures; i++)
    pictures[i] = target_href (scene, &targets[text->n_mentions + i]);
  gb_text_place_pictures (text, pictures, out);
  return gb_arena_strndup (scene->arena, out->str, out->len);
}

void
gb_scene_set_has (GbValue *object, const char *key, const GbValue *list)
{
  GbValue *has = (GbValue *)gb_value_get (object, "has");
  if (has == NULL)
    has = gb_value_set_object (object, "has");
  gb_value_set_boolean (has, key, list != NULL && list->length > 0);
}

const char *
gb_scene_address (GbScene *scene, const char *path)
{
  const char *base = scene->corpus->model->site->base_url;
  if (base == NULL)
    return NULL;
  gboolean is_page
    = !scene->data && (g_str_has_suffix (path, "/") || g_str_has_suffix (path, ".html"));
  return gb_arena_join (scene->arena, base, "/", is_page ? scene->view->folder : "",
                        gb_href_of_file (scene->arena, path), NULL);
}
