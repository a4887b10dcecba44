/* The pieces that contexts are put together from (private.h). */
#include "view/private.h"

#include "base/escape.h"

#include <string.h>

/* -- pieces -- */

const char *
gb_scene_word (const GbScene *scene, const char *path)
{
  return gb_words_get (scene->words, path);
}

static const char *
iso (GbArena *arena, GbWhen when)
{
  char *text = gb_arena_alloc (arena, GB_DATE_LENGTH);
  return gb_when_format (when, text);
}

void
gb_scene_set_when (GbScene *scene, GbValue *object, const char *key, GbWhen when)
{
  if (gb_when_precision (when) == GB_PRECISION_NONE) {
    gb_set_null (object, key);
    return;
  }
  const GbValue *known = when.first == when.last ? gb_almanac_day (scene->view, when.first) : NULL;
  if (known != NULL) {
    gb_value_set (object, key, scene->data ? known->members[0].value : known);
    return;
  }
  if (scene->data) {
    gb_value_set_string (object, key, iso (scene->arena, when));
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "iso", iso (scene->arena, when));
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
  if (scene->data) {
    gb_value_set_string (object, key, name);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "id", name);
  gb_value_set_string (value, "word", gb_words_in (scene->words, group, name));
}

void
gb_scene_set_agency (GbScene *scene, GbValue *object, const char *key, const GbAgency *agency)
{
  if (agency == NULL) {
    gb_set_null (object, key);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "id", agency->id);
  gb_value_set_string (value, "name", agency->name);
  if (!scene->data)
    gb_value_set_string (value, "href", gb_issuer_href (scene->view, agency->id));
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
  return gb_scene_join (scene, "policies/", clause->policy->policy->id, "/",
                        clause->unit == NULL ? "" : "#", clause->unit == NULL ? "" : clause->anchor,
                        NULL);
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
    gb_set_null (object, key);
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
    gb_set_null (object, key);
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
    gb_set_null (value, "count");
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
    gb_set_null (object, key);
  else
    set_reference (scene, gb_value_set_object (object, key), reference);
}

void
gb_scene_set_references (GbScene *scene, GbValue *object, const char *key, const GbList *references)
{
  GbValue *array = gb_value_set_array (object, key);
  for (guint i = 0; i < references->length; i++) {
    GbValue *value = gb_value_object (scene->arena);
    set_reference (scene, value, GB_LIST_AT (GbReference, *references, i));
    gb_value_append (array, value);
  }
}

void
gb_scene_set_decision (GbScene *scene, GbValue *object, const char *key, const GbDecision *decision)
{
  if (decision == NULL) {
    gb_set_null (object, key);
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
                         policy == NULL ? NULL : gb_scene_policy_href (scene, policy));
}

void
gb_scene_set_policy (GbScene *scene, GbValue *object, const char *key, const GbPolicyCase *policy)
{
  if (policy == NULL) {
    gb_set_null (object, key);
    return;
  }
  if (scene->data) {
    gb_value_set_string (object, key, policy->policy->id);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "id", policy->policy->id);
  gb_value_set_string (value, "title", policy->policy->title);
  gb_value_set_string (value, "number", policy->policy->number);
  gb_value_set_string (value, "href", gb_scene_policy_href (scene, policy));
  gb_scene_set_word (scene, value, "status", "force", gb_force_name (policy->state.force));
  gb_policy_set_steps (scene, value, policy, FALSE);
}

void
gb_scene_set_registry (GbScene *scene, GbValue *object, const char *key,
                       const GbRegistryCase *registry)
{
  if (registry == NULL) {
    gb_set_null (object, key);
    return;
  }
  if (scene->data) {
    gb_value_set_string (object, key, registry->registry->id);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set_string (value, "id", registry->registry->id);
  gb_value_set_string (value, "title", registry->registry->title);
  gb_value_set_string (value, "href", gb_scene_registry_href (scene, registry));
}

void
gb_scene_set_notice (GbScene *scene, GbValue *object, const char *key, const GbNoticeCase *notice)
{
  if (notice == NULL) {
    gb_set_null (object, key);
    return;
  }
  if (scene->data) {
    gb_value_set_string (object, key, notice->notice->id);
    return;
  }
  GbValue *value = gb_value_set_object (object, key);
  gb_notice_row (scene, value, notice);
}

/* -- addresses -- */

const char *
gb_scene_join (const GbScene *scene, ...)
{
  gsize length = 0;
  va_list arguments;
  va_start (arguments, scene);
  for (const char *part; (part = va_arg (arguments, const char *)) != NULL;)
    length += strlen (part);
  va_end (arguments);
  char *text = gb_arena_alloc (scene->arena, length + 1);
  char *at = text;
  va_start (arguments, scene);
  for (const char *part; (part = va_arg (arguments, const char *)) != NULL;) {
    gsize size = strlen (part);
    memcpy (at, part, size);
    at += size;
  }
  va_end (arguments);
  return text;
}

const char *
gb_scene_policy_href (GbScene *scene, const GbPolicyCase *policy)
{
  return gb_scene_join (scene, "policies/", policy->policy->id, "/", NULL);
}

const char *
gb_scene_registry_href (GbScene *scene, const GbRegistryCase *registry)
{
  return gb_scene_join (scene, "registries/", registry->registry->id, "/", NULL);
}

const char *
gb_scene_entry_href (GbScene *scene, const GbEntryCase *entry)
{
  return gb_scene_join (scene, "registries/", entry->registry->registry->id, "/entries/",
                        entry->entry->id, "/", NULL);
}

const char *
gb_scene_notice_href (GbScene *scene, const GbNoticeCase *notice)
{
  return gb_scene_join (scene, "notices/", notice->notice->id, "/", NULL);
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
  if (target->policy != NULL)
    return gb_scene_join (scene, scene->root, "policies/", target->policy->policy->id, "/",
                          target->anchor == NULL ? "" : "#",
                          target->anchor == NULL ? "" : target->anchor, NULL);
  if (target->path == NULL)
    return NULL;
  GString *href = g_string_new (scene->root);
  gsize path = strcspn (target->path, "?#");
  /* An attachment is there once, for every language. */
  gboolean is_page = path == 0 || target->path[path - 1] == '/';
  if (!is_page && scene->view->folder[0] != '\0')
    g_string_append (href, "../");
  /* A path may hold Chinese; what follows it is already an address. */
  gb_escape_path (href, target->path, (gssize)path);
  g_string_append (href, target->path + path);
  const char *copy = gb_arena_strndup (scene->arena, href->str, href->len);
  g_string_free (href, TRUE);
  return copy;
}

const char *
gb_scene_html (GbScene *scene, const GbText *text, const GbTarget *targets,
               const char *const *notes)
{
  const char **hrefs = gb_arena_newv (scene->arena, const char *, text->n_mentions + 1);
  for (guint i = 0; i < text->n_mentions; i++)
    hrefs[i] = target_href (scene, &targets[i]);
  GString *out = g_string_sized_new (text->html_length + text->html_length / 8 + 64);
  gb_text_write (text, hrefs, notes, out);
  const char *html = gb_arena_strndup (scene->arena, out->str, out->len);
  g_string_free (out, TRUE);
  return html;
}

const char *
gb_scene_address (GbScene *scene, const char *path)
{
  const char *base = scene->corpus->model->site->base_url;
  if (base == NULL)
    return NULL;
  GString *address = g_string_new (base);
  g_string_append_c (address, '/');
  if (!scene->data && (g_str_has_suffix (path, "/") || g_str_has_suffix (path, ".html")))
    g_string_append (address, scene->view->folder);
  gsize length = strlen (path);
  static const char index[] = "index.html";
  if (g_str_has_suffix (path, index))
    length -= strlen (index);
  gb_escape_path (address, path, (gssize)length);
  const char *copy = gb_arena_strndup (scene->arena, address->str, address->len);
  g_string_free (address, TRUE);
  return copy;
}

void
gb_scene_set_has (GbValue *object, const char *key, const GbValue *list)
{
  GbValue *has = (GbValue *)gb_value_get (object, "has");
  if (has == NULL)
    has = gb_value_set_object (object, "has");
  gb_value_set_boolean (has, key, list != NULL && list->length > 0);
}

/* -- the frame of a page -- */

void
gb_scene_frame (GbScene *scene, GbValue *page, const char *section, const char *title,
                const char *description)
{
  gb_value_set_string (page, "title", title);
  gb_value_set_string (page, "description", description);
  static const char *const sections[]
    = { "home", "policies", "registries", "notices", "calendar", "data", "about", "search" };
  GbValue *in = gb_value_set_object (page, "in");
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gb_value_set_boolean (in, sections[i], g_strcmp0 (sections[i], section) == 0);
  gb_set_null (page, "turns");
  gb_value_set_boolean (page, "bygone", FALSE);
  gb_set_null (page, "article");
  gb_set_null (page, "column");
  gb_set_null (page, "provenance");
  gb_set_null (page, "feed");
  gb_value_set_boolean (page, "noindex", FALSE);
  gb_value_set_boolean (page, "path", FALSE);
  gb_value_set_array (page, "crumbs");
  gb_scene_crumb (scene, page, gb_scene_word (scene, "nav.home"), "");
}

void
gb_scene_archive (GbValue *page)
{
  gb_value_set_boolean (page, "noindex", TRUE);
}

void
gb_scene_crumb (GbScene *scene, GbValue *page, const char *title, const char *href)
{
  GbValue *crumb = gb_value_object (scene->arena);
  gb_value_set_string (crumb, "title", title);
  gb_value_set_string (crumb, "href", href);
  gb_value_set_boolean (page, "path", TRUE);
  /* The array was made by gb_scene_frame in this same scene. */
  gb_value_append ((GbValue *)gb_value_get (page, "crumbs"), crumb);
}

void
gb_scene_article (GbScene *scene, GbValue *page, GbDate published, const char *source,
                  const char *keywords)
{
  GbValue *article = gb_value_set_object (page, "article");
  char text[GB_DATE_LENGTH];
  gb_value_set_string (article, "published",
                       published == GB_DATE_NONE
                         ? NULL
                         : gb_arena_strdup (scene->arena, gb_date_format (published, text)));
  gb_value_set_string (article, "source", source);
  gb_value_set_string (article, "keywords", keywords);
}

void
gb_scene_column (G_GNUC_UNUSED GbScene *scene, GbValue *page, const char *type)
{
  gb_value_set_string (gb_value_set_object (page, "column"), "type", type);
}

void
gb_scene_turns (GbScene *scene, GbValue *page, GbDate turns)
{
  if (turns == GB_DATE_NONE)
    return;
  GbDate known = GB_DATE_NONE;
  const char *text = gb_value_get_string (page, "turns");
  if (text != NULL && gb_date_parse (text, &known) && known <= turns)
    return;
  gb_value_set_string (page, "turns", iso (scene->arena, (GbWhen){ turns, turns }));
}

static const char *
part_href (GbScene *scene, const char *folder, guint part)
{
  return part == 0 ? folder : gb_arena_printf (scene->arena, "%spage/%u/", folder, part + 1);
}

void
gb_scene_pager (GbScene *scene, GbValue *page, const char *folder, guint part, guint n_rows,
                guint *ret_first, guint *ret_end)
{
  *ret_first = part * GB_ROWS;
  *ret_end = MIN (*ret_first + GB_ROWS, n_rows);
  gb_value_set_string (page, "total",
                       gb_words_count (scene->words, scene->arena, "pager.total", n_rows));
  guint n_parts = MAX ((n_rows + GB_ROWS - 1) / GB_ROWS, 1);
  if (n_parts == 1) {
    gb_set_null (page, "pager");
    return;
  }
  GString *escaped = g_string_new (NULL);
  gb_escape_path (escaped, folder, -1);
  folder = gb_arena_strndup (scene->arena, escaped->str, escaped->len);
  g_string_free (escaped, TRUE);

  GbValue *pager = gb_value_set_object (page, "pager");
  gb_value_set_string (pager, "previous", part == 0 ? NULL : part_href (scene, folder, part - 1));
  gb_value_set_string (pager, "next",
                       part + 1 == n_parts ? NULL : part_href (scene, folder, part + 1));
  gb_value_set_string (pager, "folder", folder);
  gb_value_set_integer (pager, "parts", n_parts);
  gb_value_set_integer (pager, "rows_total", n_rows);
  GbValue *steps = gb_value_set_array (pager, "steps");
  gboolean gap = FALSE;
  for (guint i = 0; i < n_parts; i++) {
    if (i != 0 && i + 1 != n_parts && (i + 2 < part || i > part + 2)) {
      gap = TRUE;
      continue;
    }
    GbValue *step = gb_value_object (scene->arena);
    gb_value_set_boolean (step, "gap", gap);
    gb_value_set_integer (step, "number", (gint64)i + 1);
    gb_value_set_string (step, "href", part_href (scene, folder, i));
    gb_value_set_boolean (step, "current", i == part);
    gb_value_append (steps, step);
    gap = FALSE;
  }
}
