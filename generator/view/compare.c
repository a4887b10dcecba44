#include "view/compare.h"

#include "view/scene.h"
#include "view/words.h"

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
    gb_value_set_null (row, key);
    return;
  }
  GbValue *value = gb_value_set_object (row, key);
  const GbUnit *unit = unit_of (side, anchor);
  gb_value_set_string (value, "label",
                       unit == NULL ? label : gb_unit_label (scene->arena, side->text, unit));
  gb_value_set_string (value, "href",
                       unit == NULL || side->href == NULL
                         ? NULL
                         : gb_arena_join (scene->arena, side->href, "#", anchor, NULL));
  GbValue *parts = gb_value_set_array (value, "parts");
  for (guint i = 0; i < n_runs; i++) {
    GbValue *part = gb_value_append_object (parts);
    gb_value_set_string (part, "text", runs[i].text);
    gb_value_set_boolean (part, "marked",
                          runs[i].kind == GB_RUN_DELETED || runs[i].kind == GB_RUN_INSERTED);
    gb_value_set_boolean (part, "typography", runs[i].kind == GB_RUN_TYPOGRAPHY);
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
  GbValue *item = gb_value_append_object (rows);
  gb_value_set_string (item, "elided",
                       gb_words_count (scene->words, scene->arena, "redline.elided", *n_same));
  gb_value_set_null (item, "row");
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
    const char *path
      = gb_arena_join (scene->arena, by_article ? "redline-articles." : "redline-rows.",
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
  gb_scene_set_title (gb_value_set_object (page, key), side->title, side->href);
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
    GbValue *item = gb_value_append_object (rows);
    gb_value_set_null (item, "elided");
    const char *id
      = new_side->anchored ? first_anchor (scene, redline, row, old_side, new_side, met) : NULL;
    gb_value_set (item, "row", new_row (scene, row, id, old_side, new_side));
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
