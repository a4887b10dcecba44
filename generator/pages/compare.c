/* The pages that compare two texts of a policy. */
#include "pages/pages.h"
#include "view/compare.h"
#include "view/frame.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/sheet.h"
#include "view/version.h"
#include "view/words.h"

#include <string.h>

typedef struct {
  const GbPolicyCase *policy;
  guint old_index;
  guint new_index;
} Pair;

static GbCompareSide
side_of (GbScene *scene, const GbPolicyCase *policy, guint index)
{
  const GbVersionCase *version = &policy->versions[index];
  GbCompareSide side = {
    .text = version->text,
    .title = gb_words_fill (scene->words, scene->arena, "redline.version", "from",
                            gb_words_date (scene->words, scene->arena, version->from), NULL),
    .href = gb_href_version (scene->arena, policy, version),
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
  gb_frame_set (
    scene, page, "policies",
    gb_words_fill (scene->words, scene->arena, "redline.title", "title", source->title, NULL),
    gb_words_fill (scene->words, scene->arena, "redline.about", "old", old_side.title, "new",
                   new_side.title, NULL));
  gb_frame_add_crumb (page, gb_scene_word (scene, "nav.policies"), GB_HREF_POLICIES);
  gb_frame_add_crumb (page, source->title, gb_href_policy (scene->arena, policy));
  gb_frame_set_column (page, gb_scene_word (scene, "nav.policies"));
  gb_frame_archive (page);
  /* Between texts that are no neighbours more than one document may have been at work. */
  if (pair->new_index == pair->old_index + 1)
    gb_version_set_amending (scene, page, &policy->versions[pair->new_index]);
  else
    gb_value_set_null (page, "amended_by");
  gb_compare_set_rows (scene, page, &old_side, &new_side);
}

static void
add (GbView *view, const GbPolicyCase *policy, guint old_index, guint new_index)
{
  Pair *pair = gb_arena_new0 (view->arena, Pair);
  *pair = (Pair){ policy, old_index, new_index };
  gb_sheet_add_page (view, gb_href_compare (view->arena, policy, old_index, new_index),
                     "page/compare", build, pair, 0);
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

/* Comparisons of versions that are there still and were published. */
static void
keep_published (GbView *view)
{
  const GPtrArray *published = view->published;
  for (guint i = 0; published != NULL && i < published->len; i++) {
    const char *path = published->pdata[i];
    const char *id, *old_day, *new_day;
    if (!gb_href_read_compare (view->arena, path, &id, &old_day, &new_day))
      continue;
    const GbPolicyCase *policy = gb_corpus_policy (view->corpus, id);
    if (policy == NULL)
      continue;
    guint old_index = version_of (policy, old_day);
    guint new_index = version_of (policy, new_day);
    /* Those made anyhow come twice then, and the second is dropped. */
    if (old_index < new_index && new_index < policy->n_versions
        && strcmp (gb_href_file (view->arena,
                                 gb_href_compare (view->arena, policy, old_index, new_index)),
                   path)
             == 0)
      add (view, policy, old_index, new_index);
  }
}

void
gb_compare_pages (GbView *view)
{
  for (guint i = 0; i < view->corpus->n_policies; i++) {
    const GbPolicyCase *policy = &view->corpus->policies[i];
    for (guint k = 1; k < policy->n_versions; k++)
      add (view, policy, k - 1, k);
    /* And each against the current one, its neighbours apart; when that is another one, the
     * comparisons with the one before it stay as long as the site stands (keep_published). */
    for (guint k = 0; k < policy->n_versions; k++) {
      if (k + 1 < policy->current)
        add (view, policy, k, policy->current);
      else if (k > policy->current + 1)
        add (view, policy, policy->current, k);
    }
  }
  keep_published (view);
}
