/* 新旧条文对照表: two texts of one document side by side, what did not change left out. */
#include "view/private.h"

#include "text/redline.h"

#include <string.h>

typedef struct {
  const GbPolicyCase *policy;
  guint old_index;
  guint new_index;
} Pair;

/* -- rows -- */

static const GbUnit *
unit_of (const GbCompareSide *side, const char *anchor)
{
  return side->text == NULL || anchor == NULL ? NULL : gb_text_unit (side->text, anchor);
}

/* The article that @anchor is, or stands in; or NULL. */
static const GbUnit *
article_of (const GbCompareSide *side, const char *anchor)
{
  const GbUnit *unit = unit_of (side, anchor);
  while (unit != NULL && unit->kind != GB_UNIT_ARTICLE)
    unit = unit->parent < 0 ? NULL : &side->text->units[unit->parent];
  return unit;
}

const char *
gb_compare_anchor (GbArena *arena, const GbRedline *redline, const char *old_article)
{
  for (guint i = 0; i < redline->n_articles; i++)
    if (g_strcmp0 (redline->articles[i].old_anchor, old_article) == 0
        && redline->articles[i].new_anchor != NULL)
      return redline->articles[i].new_anchor;
  return gb_arena_printf (arena, "old-%s", old_article);
}

/* The anchor of the article that @row stands in, the first time it is met. */
static const char *
first_anchor (GbScene *scene, const GbRedline *redline, const GbRedlineRow *row,
              const GbCompareSide *old_side, const GbCompareSide *new_side, GHashTable *met)
{
  const GbUnit *now = article_of (new_side, row->new_anchor);
  const GbUnit *then = row->new_anchor != NULL ? NULL : article_of (old_side, row->old_anchor);
  const char *anchor = now != NULL    ? now->anchor
                       : then != NULL ? gb_compare_anchor (scene->arena, redline, then->anchor)
                                      : NULL;
  return anchor != NULL && g_hash_table_add (met, (gpointer)anchor) ? anchor : NULL;
}

/* {label, href, parts [{text, marked, typography}]}, or null where the side lacks the row. */
static void
set_side (GbScene *scene, GbValue *row, const char *key, const GbCompareSide *side,
          const char *label, const char *anchor, const GbRun *runs, guint n_runs)
{
  if (label == NULL) {
    gb_set_null (row, key);
    return;
  }
  GbValue *value = gb_value_set_object (row, key);
  const GbUnit *unit = unit_of (side, anchor);
  gb_value_set_string (value, "label",
                       unit == NULL ? label : gb_unit_label (scene->arena, side->text, unit));
  gb_value_set_string (value, "href",
                       unit == NULL || side->href == NULL
                         ? NULL
                         : gb_scene_join (scene, side->href, "#", anchor, NULL));
  GbValue *parts = gb_value_set_array (value, "parts");
  for (guint i = 0; i < n_runs; i++) {
    GbValue *part = gb_value_object (scene->arena);
    gb_value_set_string (part, "text", runs[i].text);
    gb_value_set_boolean (part, "marked",
                          runs[i].kind == GB_RUN_DELETED || runs[i].kind == GB_RUN_INSERTED);
    gb_value_set_boolean (part, "typography", runs[i].kind == GB_RUN_TYPOGRAPHY);
    gb_value_append (parts, part);
  }
}

static GbValue *
new_row (GbScene *scene, const GbRedlineRow *row, const char *anchor, const GbCompareSide *old_side,
         const GbCompareSide *new_side)
{
  GbValue *value = gb_value_object (scene->arena);
  gb_value_set_string (value, "anchor", anchor);
  gb_scene_set_word (scene, value, "kind", "redline-kind", gb_row_kind_name (row->kind));
  gboolean moved = row->kind == GB_ROW_CHANGED && g_strcmp0 (row->old_label, row->new_label) != 0;
  gb_value_set_string (
    value, "moved",
    moved ? gb_words_in (scene->words, "redline-kind", gb_row_kind_name (GB_ROW_RENUMBERED))
          : NULL);
  set_side (scene, value, "old", old_side, row->old_label, row->old_anchor, row->old_runs,
            row->n_old);
  set_side (scene, value, "new", new_side, row->new_label, row->new_anchor, row->new_runs,
            row->n_new);
  return value;
}

static void
append_elided (GbScene *scene, GbValue *rows, guint *n_same)
{
  if (*n_same == 0)
    return;
  GbValue *item = gb_value_object (scene->arena);
  gb_value_set_string (item, "elided",
                       gb_words_count (scene->words, scene->arena, "redline.elided", *n_same));
  gb_set_null (item, "row");
  gb_value_append (rows, item);
  *n_same = 0;
}

/* -- the sentence -- */

/* "修改3条，新增1条": by articles where there are any among what changed, else by rows; what did
 * not happen is not counted. */
static const char *
count_changes (GbScene *scene, const GbRedline *redline, gboolean by_article)
{
  const struct {
    GbRowKind kind;
    guint n_articles;
  } kinds[] = { { GB_ROW_CHANGED, redline->n_articles_changed },
                { GB_ROW_INSERTED, redline->n_articles_inserted },
                { GB_ROW_DELETED, redline->n_articles_deleted },
                { GB_ROW_RENUMBERED, redline->n_articles_renumbered } };
  GbArena *arena = scene->arena;
  const char *list = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    guint n = by_article ? kinds[i].n_articles : redline->counts[kinds[i].kind];
    if (n == 0)
      continue;
    const char *path = gb_scene_join (scene, by_article ? "redline-articles." : "redline-rows.",
                                      gb_row_kind_name (kinds[i].kind), NULL);
    const char *part = gb_words_count (scene->words, arena, path, n);
    list = list == NULL
             ? part
             : gb_words_fill (scene->words, arena, "roster.joined", "a", list, "b", part, NULL);
  }
  return gb_words_fill (scene->words, arena, by_article ? "redline.articles" : "redline.rows",
                        "list", list == NULL ? "" : list, NULL);
}

static const char *
join (GbScene *scene, const char *a, const char *b)
{
  return gb_words_fill (scene->words, scene->arena, "why.joined", "a", a, "b", b, NULL);
}

static const char *
summarise (GbScene *scene, const GbRedline *redline, guint n_changed, guint n_outside)
{
  guint n_typography = redline->counts[GB_ROW_TYPOGRAPHY];
  if (n_changed == 0)
    return gb_scene_word (scene, n_typography == 0 ? "redline.same" : "redline.only-typography");
  gboolean by_article = redline->n_articles_changed + redline->n_articles_inserted
                          + redline->n_articles_deleted + redline->n_articles_renumbered
                        > 0;
  const char *text = count_changes (scene, redline, by_article);
  if (by_article && n_outside > 0)
    text = join (scene, text,
                 gb_words_count (scene->words, scene->arena, "redline.outside", n_outside));
  if (n_typography > 0)
    text = join (scene, text,
                 gb_words_count (scene->words, scene->arena, "redline.typography", n_typography));
  return text;
}

static void
set_head (GbValue *page, const char *key, const GbCompareSide *side)
{
  GbValue *value = gb_value_set_object (page, key);
  gb_value_set_string (value, "title", side->title);
  gb_value_set_string (value, "href", side->href);
}

void
gb_compare_set_rows (GbScene *scene, GbValue *page, const GbCompareSide *old_side,
                     const GbCompareSide *new_side)
{
  gb_compare_set_redline (scene, page,
                          gb_redline_texts (scene->arena, old_side->text, new_side->text), old_side,
                          new_side);
}

void
gb_compare_set_redline (GbScene *scene, GbValue *page, const GbRedline *redline,
                        const GbCompareSide *old_side, const GbCompareSide *new_side)
{
  set_head (page, "old", old_side);
  set_head (page, "new", new_side);
  GbValue *rows = gb_value_set_array (page, "rows");
  GbValue *typography = gb_value_set_array (page, "typography");
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_same = 0, n_changed = 0, n_outside = 0;
  for (guint i = 0; i < redline->n_rows; i++) {
    const GbRedlineRow *row = &redline->rows[i];
    if (row->kind == GB_ROW_TYPOGRAPHY)
      gb_value_append (typography, new_row (scene, row, NULL, old_side, new_side));
    if (row->kind == GB_ROW_TYPOGRAPHY || row->kind == GB_ROW_SAME) {
      n_same++;
      continue;
    }
    append_elided (scene, rows, &n_same);
    GbValue *item = gb_value_object (scene->arena);
    gb_set_null (item, "elided");
    const char *id
      = new_side->anchored ? first_anchor (scene, redline, row, old_side, new_side, met) : NULL;
    gb_value_set (item, "row", new_row (scene, row, id, old_side, new_side));
    gb_value_append (rows, item);
    n_changed++;
    const GbCompareSide *side = row->new_anchor != NULL ? new_side : old_side;
    const char *anchor = row->new_anchor != NULL ? row->new_anchor : row->old_anchor;
    n_outside += article_of (side, anchor) == NULL;
  }
  if (n_changed > 0)
    append_elided (scene, rows, &n_same);
  gb_scene_set_has (page, "rows", rows);
  gb_scene_set_has (page, "typography", typography);
  gb_value_set_string (page, "summary", summarise (scene, redline, n_changed, n_outside));
  gboolean by_line = old_side->text == NULL && new_side->text == NULL;
  gb_value_set_boolean (page, "by_line", by_line);
  gb_value_set_string (page, "caption",
                       gb_scene_word (scene, by_line ? "redline.table-lines" : "redline.table"));
  gb_value_set_string (page, "legend",
                       gb_scene_word (scene, by_line ? "redline.legend-lines" : "redline.legend"));
}

/* -- versions of a policy -- */

const char *
gb_compare_href (GbScene *scene, const GbPolicyCase *policy, guint old_index, guint new_index)
{
  char old_day[GB_DATE_LENGTH], new_day[GB_DATE_LENGTH];
  return gb_scene_join (scene, gb_scene_policy_href (scene, policy), "compare/",
                        gb_date_format (policy->versions[old_index].from, old_day), "..",
                        gb_date_format (policy->versions[new_index].from, new_day), "/", NULL);
}

static GbCompareSide
side_of (GbScene *scene, const GbPolicyCase *policy, guint index)
{
  const GbVersionCase *version = &policy->versions[index];
  GbCompareSide side = {
    .text = version->text,
    .title = gb_words_fill (scene->words, scene->arena, "redline.version", "from",
                            gb_words_date (scene->words, scene->arena, version->from), NULL),
    .href = gb_version_href (scene, policy, version),
  };
  return side;
}

static void
build (GbScene *scene, const GbSheet *sheet, GbValue *page)
{
  const Pair *pair = sheet->subject;
  const GbPolicyCase *policy = pair->policy;
  const GbPolicy *source = policy->policy;
  GbCompareSide old_side = side_of (scene, policy, pair->old_index);
  GbCompareSide new_side = side_of (scene, policy, pair->new_index);
  new_side.anchored = TRUE;
  gb_scene_frame (
    scene, page, "policies",
    gb_words_fill (scene->words, scene->arena, "redline.title", "title", source->title, NULL),
    gb_words_fill (scene->words, scene->arena, "redline.about", "old", old_side.title, "new",
                   new_side.title, NULL));
  gb_scene_crumb (scene, page, gb_scene_word (scene, "nav.policies"), "policies/");
  gb_scene_crumb (scene, page, source->title, gb_scene_policy_href (scene, policy));
  gb_scene_column (scene, page, gb_scene_word (scene, "nav.policies"));
  gb_scene_archive (page);
  /* Between texts that are no neighbours more than one document may have been at work. */
  if (pair->new_index == pair->old_index + 1)
    gb_version_set_amending (scene, page, &policy->versions[pair->new_index]);
  else
    gb_set_null (page, "amended_by");
  gb_compare_set_rows (scene, page, &old_side, &new_side);
}

static const char *
path_of (GbArena *arena, const GbPolicyCase *policy, guint old_index, guint new_index)
{
  char old_day[GB_DATE_LENGTH], new_day[GB_DATE_LENGTH];
  return gb_arena_printf (arena, "policies/%s/compare/%s..%s/index.html", policy->policy->id,
                          gb_date_format (policy->versions[old_index].from, old_day),
                          gb_date_format (policy->versions[new_index].from, new_day));
}

static void
add (GbView *view, const GbPolicyCase *policy, guint old_index, guint new_index)
{
  Pair *pair = gb_arena_new0 (view->arena, Pair);
  *pair = (Pair){ policy, old_index, new_index };
  gb_view_add (view, path_of (view->arena, policy, old_index, new_index), "page/compare", build,
               pair, 0);
}

void
gb_compare_sheets (GbView *view)
{
  for (guint i = 0; i < view->corpus->n_policies; i++) {
    const GbPolicyCase *policy = &view->corpus->policies[i];
    for (guint k = 1; k < policy->n_versions; k++)
      add (view, policy, k - 1, k);
    /* And each against the current one, its neighbours apart; when that is another one, the
     * comparisons with the one before it stay as long as the site stands (gb_compare_keep). */
    for (guint k = 0; k < policy->n_versions; k++) {
      if (k + 1 < policy->current)
        add (view, policy, k, policy->current);
      else if (k > policy->current + 1)
        add (view, policy, policy->current, k);
    }
  }
}

/* The index of the version that takes effect on the day @text begins with; n_versions for none. */
static guint
version_of (const GbPolicyCase *policy, const char *text)
{
  char day[GB_DATE_LENGTH];
  guint i = 0;
  while (i < policy->n_versions
         && !g_str_has_prefix (text, gb_date_format (policy->versions[i].from, day)))
    i++;
  return i;
}

void
gb_compare_keep (GbView *view, const GPtrArray *published)
{
  for (guint i = 0; published != NULL && i < published->len; i++) {
    const char *path = published->pdata[i];
    const char *pair = g_str_has_prefix (path, "policies/") ? strstr (path, "/compare/") : NULL;
    const char *dots = pair == NULL ? NULL : strstr (pair, "..");
    if (dots == NULL)
      continue;
    const char *start = path + strlen ("policies/");
    g_autofree char *id = g_strndup (start, (gsize)(pair - start));
    const GbPolicyCase *policy = gb_corpus_policy (view->corpus, id);
    if (policy == NULL)
      continue;
    guint old_index = version_of (policy, pair + strlen ("/compare/"));
    guint new_index = version_of (policy, dots + 2);
    /* Those made anyhow come twice then, and the second is dropped. */
    if (old_index < new_index && new_index < policy->n_versions
        && strcmp (path_of (view->arena, policy, old_index, new_index), path) == 0)
      add (view, policy, old_index, new_index);
  }
}
