#include "view/amendments.h"

#include "base/escape.h"
#include "view/compare.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/words.h"

/* The last that happened to an article of the text at hand. */
typedef struct {
  guint index; /* of the version that did it */
  GbRowKind kind;
  const char *anchor; /* there */
} Touch;

struct _GbAmendments {
  GbScene *scene;
  const GbPolicyCase *policy;
  const GbRedline **redlines; /* of each version against the one before; NULL: not asked for yet */
};

GbAmendments *
gb_amendments_new (GbScene *scene, const GbPolicyCase *policy)
{
  GbAmendments *amendments = gb_arena_new0 (scene->arena, GbAmendments);
  *amendments = (GbAmendments){ .scene = scene, .policy = policy };
  amendments->redlines = gb_arena_newv (scene->arena, const GbRedline *, policy->n_versions + 1);
  for (guint i = 0; i < policy->n_versions; i++)
    amendments->redlines[i] = NULL;
  return amendments;
}

static const GbRedline *
redline_of (GbAmendments *amendments, guint index)
{
  const GbVersionCase *versions = amendments->policy->versions;
  const GbRedline **redline = &amendments->redlines[index];
  if (*redline == NULL)
    *redline
      = gb_redline_texts (amendments->scene->arena, versions[index - 1].text, versions[index].text);
  return *redline;
}

static const char *
href_of (const GbAmendments *amendments, guint index, const char *anchor)
{
  GbScene *scene = amendments->scene;
  return gb_arena_join (scene->arena,
                        gb_href_compare (scene->arena, amendments->policy, index - 1, index), "#",
                        anchor, NULL);
}

/* Where the comparison tells of @article. */
static const char *
anchor_of (GbScene *scene, const GbRedline *redline, const GbArticleChange *article)
{
  return article->new_anchor != NULL
           ? article->new_anchor
           : gb_compare_anchor (scene->arena, redline, article->old_anchor);
}

void
gb_amendments_set_articles (GbAmendments *amendments, GbValue *value, guint index)
{
  GbScene *scene = amendments->scene;
  const GbVersionCase *versions = amendments->policy->versions;
  GbValue *articles = gb_value_set_array (value, "articles");
  const GbRedline *redline = index == 0 ? NULL : redline_of (amendments, index);
  for (guint i = 0; redline != NULL && i < redline->n_articles; i++) {
    const GbArticleChange *article = &redline->articles[i];
    if (article->kind == GB_ROW_SAME)
      continue;
    const GbText *text = versions[article->new_anchor != NULL ? index : index - 1].text;
    const char *anchor = article->new_anchor != NULL ? article->new_anchor : article->old_anchor;
    const GbUnit *unit = gb_text_unit (text, anchor);
    GbValue *row = gb_value_append_object (articles);
    gb_scene_set_word (scene, row, "what", "redline-kind", gb_row_kind_name (article->kind));
    gb_value_set_string (row, "label",
                         unit == NULL ? anchor : gb_unit_label (scene->arena, text, unit));
    gb_value_set_string (row, "href",
                         href_of (amendments, index, anchor_of (scene, redline, article)));
  }
  gb_value_set_boolean (value, "amends", articles->length > 0);
}

/* The touches of version @index, from those of the one before it; what never came into force has
 * touched nothing. */
static GHashTable *
go_on (GbAmendments *amendments, GHashTable *before, guint index)
{
  GHashTable *touches = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean never = amendments->policy->versions[index].state == GB_VERSION_NEVER;
  const GbRedline *redline = redline_of (amendments, index);
  for (guint i = 0; i < redline->n_articles; i++) {
    const GbArticleChange *article = &redline->articles[i];
    if (article->new_anchor == NULL)
      continue;
    Touch *touch = NULL;
    if (article->kind == GB_ROW_SAME || never) {
      touch
        = article->old_anchor == NULL ? NULL : g_hash_table_lookup (before, article->old_anchor);
    } else {
      touch = gb_arena_new0 (amendments->scene->arena, Touch);
      *touch = (Touch){ index, article->kind, article->new_anchor };
    }
    if (touch != NULL)
      g_hash_table_insert (touches, (gpointer)article->new_anchor, touch);
  }
  g_hash_table_unref (before);
  return touches;
}

/* @words is a key below "amendment". */
static void
add_note (const GbAmendments *amendments, const Touch *touch, const char *words, GString *html)
{
  GbScene *scene = amendments->scene;
  const GbVersionCase *version = &amendments->policy->versions[touch->index];
  const char *text = gb_words_fill (
    scene->words, scene->arena,
    gb_arena_join (scene->arena, "amendment.", words, gb_row_kind_name (touch->kind), NULL), "from",
    gb_words_date (scene->words, scene->arena, version->from), NULL);
  g_string_append (html, "\n<p class=\"amended\" lang=\"");
  gb_escape_html (html, gb_scene_word (scene, "lang"), -1);
  g_string_append (html, "\"><a href=\"");
  gb_escape_html (html, scene->root, -1);
  gb_escape_html (html, href_of (amendments, touch->index, touch->anchor), -1);
  g_string_append (html, "\">");
  gb_escape_html (html, text, -1);
  g_string_append (html, "</a></p>");
}

/* What the next version, known but not in force yet, will do to each article. */
static GHashTable *
look_ahead (GbAmendments *amendments, guint index)
{
  GbScene *scene = amendments->scene;
  const GbPolicyCase *policy = amendments->policy;
  GHashTable *touches = g_hash_table_new (g_str_hash, g_str_equal);
  guint next = index + 1;
  if (next >= policy->n_versions || policy->versions[next].state != GB_VERSION_FUTURE)
    return touches;
  const GbRedline *redline = redline_of (amendments, next);
  for (guint i = 0; i < redline->n_articles; i++) {
    const GbArticleChange *article = &redline->articles[i];
    if (article->old_anchor == NULL || article->kind == GB_ROW_SAME)
      continue;
    Touch *touch = gb_arena_new0 (scene->arena, Touch);
    *touch = (Touch){ next, article->kind, anchor_of (scene, redline, article) };
    g_hash_table_insert (touches, (gpointer)article->old_anchor, touch);
  }
  return touches;
}

const char *const *
gb_amendments_notes (GbAmendments *amendments, guint index)
{
  GbScene *scene = amendments->scene;
  const GbPolicyCase *policy = amendments->policy;
  if (policy->n_versions < 2)
    return NULL;
  g_autoptr (GHashTable) touches = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 1; i <= index; i++)
    touches = go_on (amendments, touches, i);
  g_autoptr (GHashTable) ahead = look_ahead (amendments, index);
  const GbText *text = policy->versions[index].text;
  const char **notes = gb_arena_newv (scene->arena, const char *, text->n_units + 1);
  for (guint i = 0; i < text->n_units; i++) {
    const GbUnit *unit = &text->units[i];
    notes[i] = NULL;
    if (unit->kind != GB_UNIT_ARTICLE)
      continue;
    const Touch *touch = g_hash_table_lookup (touches, unit->anchor);
    const Touch *coming = g_hash_table_lookup (ahead, unit->anchor);
    g_autoptr (GString) html = g_string_new (NULL);
    if (touch != NULL)
      add_note (amendments, touch, "", html);
    if (coming != NULL)
      add_note (amendments, coming, "will-be-", html);
    if (html->len > 0)
      notes[i] = gb_arena_strndup (scene->arena, html->str, html->len);
  }
  return notes;
}
