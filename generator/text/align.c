#include "text/align.h"

#include <string.h>

#include "text/differ.h"

#define ALIKE 400 /* from here on two are versions of one another */
#define VERY_ALIKE                                                                                 \
  600 /* … although they stand under different roofs, or are of different kinds                  \
       */
#define UNMISTAKABLE 850 /* … although they stand at different places */

/* What may be spent on one table of scores: words compared, and cells. */
#define LARGEST_WORK ((guint64)50 * 1000 * 1000)
#define LARGEST_TABLE ((guint64)2 * 1000 * 1000)

typedef struct _Alignment Alignment;

struct _Alignment {
  GbRows *old_rows;
  GbRows *new_rows;
  GbRowMatch *(*old_match) (const Alignment *alignment, guint i);
  GbRowMatch *(*new_match) (const Alignment *alignment, guint j);
  /* How much is won by making them mates; 0: they cannot be. */
  gint64 (*score) (const Alignment *alignment, guint i, guint j);
  guint least;            /* words from which on equal and unique is proof */
  const GArray *old_list; /* guint: the rows meant, where they are picked one by one */
  const GArray *new_list;
};

static void
pair (GbRowMatch *old_match, guint i, GbRowMatch *new_match, guint j, gboolean crossed)
{
  old_match->mate = (int)j;
  new_match->mate = (int)i;
  old_match->crossed = crossed;
  new_match->crossed = crossed;
}

static guint
likeness (const Alignment *alignment, GbRowMatch *old_match, GbRowMatch *new_match)
{
  return gb_rows_likeness (alignment->old_rows, old_match, alignment->new_rows, new_match);
}

/* Long texts say more about what belongs together than short ones. */
static gint64
weigh (const GbRowMatch *old_match, const GbRowMatch *new_match, guint score)
{
  return (gint64)score * (8 + MIN (old_match->n_tokens + new_match->n_tokens, 256) / 8);
}

/* -- one sequence with another -- */

typedef struct {
  guint i0, i1;
  guint j0, j1;
} Range;

/* Diagonal band of a table, as wide as may be paid for. */
typedef struct {
  Range range;
  guint width; /* to each side */
} Band;

static guint
band_first (const Band *band, guint row)
{
  guint n = band->range.i1 - band->range.i0;
  guint m = band->range.j1 - band->range.j0;
  guint center = (guint)((guint64)row * m / MAX (1, n));
  return center > band->width ? center - band->width : 0;
}

static guint
band_last (const Band *band, guint row)
{
  guint n = band->range.i1 - band->range.i0;
  guint m = band->range.j1 - band->range.j0;
  guint center = (guint)((guint64)row * m / MAX (1, n));
  return MIN (m, center + band->width);
}

static Band
make_band (const Alignment *alignment, Range range)
{
  guint64 n = range.i1 - range.i0;
  guint64 m = range.j1 - range.j0;
  guint64 old_words = 0;
  guint64 new_words = 0;
  for (guint i = range.i0; i < range.i1; i++)
    old_words += alignment->old_match (alignment, i)->n_features + 4;
  for (guint j = range.j0; j < range.j1; j++)
    new_words += alignment->new_match (alignment, j)->n_features + 4;
  guint64 work = MAX (1, old_words * m + new_words * n);
  guint64 columns = MIN (m, LARGEST_TABLE / n);
  columns = MIN (columns, (guint64)((double)m * MIN (1.0, (double)LARGEST_WORK / (double)work)));
  /* Two rows of the table must overlap. */
  return (Band){ range, columns >= m ? (guint)m : (guint)(columns / 2 + m / n + 2) };
}

typedef enum { STEP_BOTH, STEP_OLD, STEP_NEW } Step;

static void
follow (const Alignment *alignment, const Band *band, const guint8 *steps, gsize stride)
{
  guint i = band->range.i1 - band->range.i0;
  guint j = band->range.j1 - band->range.j0;
  while (i > 0 || j > 0) {
    Step step = steps[i * stride + (j - band_first (band, i))];
    if (step == STEP_BOTH) {
      guint old_index = band->range.i0 + i - 1;
      guint new_index = band->range.j0 + j - 1;
      pair (alignment->old_match (alignment, old_index), old_index,
            alignment->new_match (alignment, new_index), new_index, FALSE);
    }
    i -= step != STEP_NEW;
    j -= step != STEP_OLD;
  }
}

/* The pairs that win most together, none crossing another. */
static void
match_best (const Alignment *alignment, Range range)
{
  guint n = range.i1 - range.i0;
  guint m = range.j1 - range.j0;
  if (n == 0 || m == 0)
    return;
  Band band = make_band (alignment, range);
  gsize stride = MIN ((gsize)m, 2 * (gsize)band.width) + 1;
  g_autofree guint8 *steps = g_new0 (guint8, (n + 1) * stride);
  g_autofree gint64 *above = g_new (gint64, m + 2);
  g_autofree gint64 *own = g_new (gint64, m + 2);
  for (guint j = 0; j <= m; j++)
    own[j] = above[j] = G_MININT64 / 2;
  for (guint i = 0; i <= n; i++) {
    guint first = band_first (&band, i);
    guint last = band_last (&band, i);
    for (guint j = first; j <= last; j++) {
      gint64 best = i == 0 && j == 0 ? 0 : G_MININT64 / 2;
      Step step = STEP_OLD;
      if (j > first && own[j - 1] > best) {
        best = own[j - 1];
        step = STEP_NEW;
      }
      if (i > 0 && above[j] >= best) {
        best = above[j];
        step = STEP_OLD;
      }
      if (i > 0 && j > 0 && above[j - 1] > G_MININT64 / 4) {
        gint64 score = alignment->score (alignment, range.i0 + i - 1, range.j0 + j - 1);
        if (score > 0 && above[j - 1] + score > best) {
          best = above[j - 1] + score;
          step = STEP_BOTH;
        }
      }
      own[j] = best;
      steps[i * stride + (j - first)] = (guint8)step;
    }
    /* Outside of the band there is no way. */
    if (first > 0)
      own[first - 1] = G_MININT64 / 2;
    gint64 *swap = above;
    above = own;
    own = swap;
  }
  follow (alignment, &band, steps, stride);
}

static gboolean
is_same (const GbRowMatch *old_match, const GbRowMatch *new_match)
{
  return old_match->id == new_match->id && old_match->key == new_match->key;
}

typedef struct {
  guint32 id;
  guint index;
} Occurrence;

static int
compare_occurrences (gconstpointer left, gconstpointer right)
{
  const Occurrence *a = left;
  const Occurrence *b = right;
  if (a->id != b->id)
    return a->id < b->id ? -1 : 1;
  return a->index < b->index ? -1 : a->index > b->index;
}

static void
add_occurrence (GArray *list, const GbRowMatch *match, guint index)
{
  Occurrence occurrence = { match->id, index };
  g_array_append_val (list, occurrence);
}

static gboolean
is_unique (const GArray *list, guint at)
{
  const Occurrence *all = (const Occurrence *)(const void *)list->data;
  return (at == 0 || all[at - 1].id != all[at].id)
         && (at + 1 == list->len || all[at + 1].id != all[at].id);
}

static int
compare_pairs (gconstpointer left, gconstpointer right)
{
  const GbDifferPair *a = left;
  const GbDifferPair *b = right;
  return a->a < b->a ? -1 : a->a > b->a;
}

/* What occurs once on both sides, word for word, in an order that is the same on both. */
static GArray *
find_anchors (const Alignment *alignment, Range range)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (Occurrence));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (Occurrence));
  for (guint i = range.i0; i < range.i1; i++)
    if (alignment->old_match (alignment, i)->n_tokens >= alignment->least)
      add_occurrence (left, alignment->old_match (alignment, i), i);
  for (guint j = range.j0; j < range.j1; j++)
    if (alignment->new_match (alignment, j)->n_tokens >= alignment->least)
      add_occurrence (right, alignment->new_match (alignment, j), j);
  g_array_sort (left, compare_occurrences);
  g_array_sort (right, compare_occurrences);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (GbDifferPair));
  for (guint i = 0, j = 0; i < left->len && j < right->len;) {
    const Occurrence *a = &g_array_index (left, Occurrence, i);
    const Occurrence *b = &g_array_index (right, Occurrence, j);
    if (a->id == b->id && is_unique (left, i) && is_unique (right, j)
        && alignment->score (alignment, a->index, b->index) > 0) {
      guint weight = alignment->old_match (alignment, a->index)->n_tokens;
      GbDifferPair found = { a->index, b->index, weight };
      g_array_append_val (pairs, found);
    }
    guint32 least = MIN (a->id, b->id);
    i += a->id == least;
    j += b->id == least;
  }
  g_array_sort (pairs, compare_pairs);
  gb_differ_ascend (pairs);
  return pairs;
}

static void
align (const Alignment *alignment, Range range)
{
  for (; range.i0 < range.i1 && range.j0 < range.j1; range.i0++, range.j0++) {
    GbRowMatch *a = alignment->old_match (alignment, range.i0);
    GbRowMatch *b = alignment->new_match (alignment, range.j0);
    if (!is_same (a, b) || alignment->score (alignment, range.i0, range.j0) == 0)
      break;
    pair (a, range.i0, b, range.j0, FALSE);
  }
  for (; range.i0 < range.i1 && range.j0 < range.j1; range.i1--, range.j1--) {
    GbRowMatch *a = alignment->old_match (alignment, range.i1 - 1);
    GbRowMatch *b = alignment->new_match (alignment, range.j1 - 1);
    if (!is_same (a, b) || alignment->score (alignment, range.i1 - 1, range.j1 - 1) == 0)
      break;
    pair (a, range.i1 - 1, b, range.j1 - 1, FALSE);
  }
  g_autoptr (GArray) anchors = find_anchors (alignment, range);
  for (guint k = 0; k < anchors->len; k++) {
    const GbDifferPair *anchor = &g_array_index (anchors, GbDifferPair, k);
    match_best (alignment, (Range){ range.i0, anchor->a, range.j0, anchor->b });
    pair (alignment->old_match (alignment, anchor->a), anchor->a,
          alignment->new_match (alignment, anchor->b), anchor->b, FALSE);
    range.i0 = anchor->a + 1;
    range.j0 = anchor->b + 1;
  }
  match_best (alignment, range);
}

/* -- groups -- */

static GbRowMatch *
old_group (const Alignment *alignment, guint i)
{
  return &gb_rows_group (alignment->old_rows, i)->match;
}

static GbRowMatch *
new_group (const Alignment *alignment, guint j)
{
  return &gb_rows_group (alignment->new_rows, j)->match;
}

static gboolean
is_article (const GbRowGroup *group)
{
  return group->kind == GB_UNIT_ARTICLE;
}

/* A heading, or opening words, that say the same: 认定程序. */
static gboolean
is_under_same_head (const Alignment *alignment, const GbRowGroup *a, const GbRowGroup *b)
{
  const GbRowMatch *head = &gb_rows_row (alignment->old_rows, a->row)->match;
  return a->kind >= 0 && head->id == gb_rows_row (alignment->new_rows, b->row)->match.id
         && head->n_tokens >= (is_article (a) ? 4u : 2u);
}

static gint64
score_groups (const Alignment *alignment, guint i, guint j)
{
  GbRowGroup *a = gb_rows_group (alignment->old_rows, i);
  GbRowGroup *b = gb_rows_group (alignment->new_rows, j);
  /* A heading may become one of another kind; an article stays one. */
  if (a->kind != b->kind && (a->kind < 0 || b->kind < 0 || is_article (a) || is_article (b)))
    return 0;
  guint alike = likeness (alignment, &a->match, &b->match);
  if (alike < VERY_ALIKE && is_under_same_head (alignment, a, b))
    alike = VERY_ALIKE;
  gboolean same = a->kind == b->kind && a->match.key != 0 && a->match.key == b->match.key
                  && (a->scope == 0) == (b->scope == 0);
  if (alike >= (a->kind == b->kind ? ALIKE : VERY_ALIKE))
    return weigh (&a->match, &b->match, alike + (same ? 150 : 0));
  return same ? weigh (&a->match, &b->match, 80 + alike / 2) : 0;
}

typedef struct {
  guint alike;
  guint i;
  guint j;
} Crossing;

static int
compare_crossings (gconstpointer left, gconstpointer right)
{
  const Crossing *a = left;
  const Crossing *b = right;
  if (a->alike != b->alike)
    return a->alike > b->alike ? -1 : 1;
  if (a->i != b->i)
    return a->i < b->i ? -1 : 1;
  return a->j < b->j ? -1 : a->j > b->j;
}

/* Whether it may have gone elsewhere: only what has a number, so that the move is seen in it. */
typedef gboolean (*IsMovable) (const Alignment *alignment, gboolean old_side, guint index);

/* Makes mates of what was moved past others. */
static void
match_moved (const Alignment *alignment, Range range, IsMovable is_movable)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = range.i0; i < range.i1; i++)
    if (alignment->old_match (alignment, i)->mate < 0 && is_movable (alignment, TRUE, i))
      g_array_append_val (left, i);
  for (guint j = range.j0; j < range.j1; j++)
    if (alignment->new_match (alignment, j)->mate < 0 && is_movable (alignment, FALSE, j))
      g_array_append_val (right, j);
  if ((guint64)left->len * right->len > 10000)
    return;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Crossing));
  for (guint k = 0; k < left->len * right->len; k++) {
    Crossing crossing = { .i = g_array_index (left, guint, k / right->len),
                          .j = g_array_index (right, guint, k % right->len) };
    GbRowMatch *a = alignment->old_match (alignment, crossing.i);
    GbRowMatch *b = alignment->new_match (alignment, crossing.j);
    crossing.alike = likeness (alignment, a, b);
    if (a->key != b->key && crossing.alike >= UNMISTAKABLE)
      g_array_append_val (found, crossing);
  }
  g_array_sort (found, compare_crossings);
  for (guint k = 0; k < found->len; k++) {
    const Crossing *crossing = &g_array_index (found, Crossing, k);
    GbRowMatch *a = alignment->old_match (alignment, crossing->i);
    GbRowMatch *b = alignment->new_match (alignment, crossing->j);
    if (a->mate < 0 && b->mate < 0)
      pair (a, crossing->i, b, crossing->j, TRUE);
  }
}

static gboolean
is_movable_group (const Alignment *alignment, gboolean old_side, guint index)
{
  const GbRowGroup *group
    = gb_rows_group (old_side ? alignment->old_rows : alignment->new_rows, index);
  return is_article (group) && group->match.n_tokens >= 8;
}

/* -- rows -- */

static GbRowMatch *
old_row (const Alignment *alignment, guint i)
{
  return &gb_rows_row (alignment->old_rows, i)->match;
}

static GbRowMatch *
new_row (const Alignment *alignment, guint j)
{
  return &gb_rows_row (alignment->new_rows, j)->match;
}

static gint64
score_rows (const Alignment *alignment, guint i, guint j)
{
  GbSourceRow *a = gb_rows_row (alignment->old_rows, i);
  GbSourceRow *b = gb_rows_row (alignment->new_rows, j);
  guint alike = likeness (alignment, &a->match, &b->match);
  gboolean same = a->match.key != 0 && a->match.key == b->match.key && a->role == b->role;
  if (alike >= (a->role == b->role ? ALIKE : VERY_ALIKE))
    return weigh (&a->match, &b->match, alike + (same ? 150 : 0));
  return same && a->named && b->named ? weigh (&a->match, &b->match, 80 + alike / 2) : 0;
}

static gboolean
is_movable_row (const Alignment *alignment, gboolean old_side, guint index)
{
  const GbSourceRow *row
    = gb_rows_row (old_side ? alignment->old_rows : alignment->new_rows, index);
  return row->role == GB_ROW_ROLE_ITEM && row->match.n_tokens >= 6;
}

static void
align_group (const Alignment *alignment, const GbRowGroup *a, const GbRowGroup *b)
{
  Range range = { a->row, a->row + a->n_rows, b->row, b->row + b->n_rows };
  if (a->kind >= 0 && b->kind >= 0) {
    pair (old_row (alignment, a->row), a->row, new_row (alignment, b->row), b->row,
          a->match.crossed);
    range.i0++;
    range.j0++;
  }
  align (alignment, range);
  match_moved (alignment, range, is_movable_row);
  if (!a->match.crossed)
    return;
  for (guint i = range.i0; i < range.i1; i++) {
    GbRowMatch *match = old_row (alignment, i);
    if (match->mate >= 0)
      match->crossed = new_row (alignment, (guint)match->mate)->crossed = TRUE;
  }
}

/* -- what is left over -- */

static GbRowMatch *
old_rest (const Alignment *alignment, guint i)
{
  return old_row (alignment, g_array_index (alignment->old_list, guint, i));
}

static GbRowMatch *
new_rest (const Alignment *alignment, guint j)
{
  return new_row (alignment, g_array_index (alignment->new_list, guint, j));
}

static gint64
score_rest (const Alignment *alignment, guint i, guint j)
{
  GbRowMatch *a = old_rest (alignment, i);
  GbRowMatch *b = new_rest (alignment, j);
  guint alike = likeness (alignment, a, b);
  gboolean enough = MIN (a->n_tokens, b->n_tokens) >= (a->id == b->id ? 2u : 4u);
  return enough && alike >= VERY_ALIKE ? weigh (a, b, alike) : 0;
}

/* The rows without a mate between two pairs of mates; @lists are emptied. */
static void
align_rest (Alignment *alignment, GArray *old_list, GArray *new_list)
{
  alignment->old_list = old_list;
  alignment->new_list = new_list;
  align (alignment, (Range){ 0, old_list->len, 0, new_list->len });
  /* Indices into the lists become rows. */
  for (guint i = 0; i < old_list->len; i++) {
    GbRowMatch *match = old_rest (alignment, i);
    if (match->mate < 0)
      continue;
    guint j = (guint)match->mate;
    pair (match, g_array_index (old_list, guint, i), new_rest (alignment, j),
          g_array_index (new_list, guint, j), FALSE);
  }
  g_array_set_size (old_list, 0);
  g_array_set_size (new_list, 0);
}

static void
align_rests (GbRows *old_rows, GbRows *new_rows)
{
  g_autoptr (GArray) old_list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) new_list = g_array_new (FALSE, FALSE, sizeof (guint));
  Alignment rest = {
    .old_rows = old_rows,
    .new_rows = new_rows,
    .old_match = old_rest,
    .new_match = new_rest,
    .score = score_rest,
    .least = 8,
  };
  guint n = old_rows->rows->len;
  guint m = new_rows->rows->len;
  for (guint i = 0, j = 0; i < n || j < m;) {
    const GbRowMatch *a = i < n ? &gb_rows_row (old_rows, i)->match : NULL;
    const GbRowMatch *b = j < m ? &gb_rows_row (new_rows, j)->match : NULL;
    if (a != NULL && (a->mate < 0 || a->crossed)) {
      if (a->mate < 0)
        g_array_append_val (old_list, i);
      i++;
    } else if (b != NULL && (b->mate < 0 || b->crossed)) {
      if (b->mate < 0)
        g_array_append_val (new_list, j);
      j++;
    } else {
      align_rest (&rest, old_list, new_list);
      i++;
      j++;
    }
  }
  align_rest (&rest, old_list, new_list);
}

void
gb_align_rows (GbRows *old_rows, GbRows *new_rows)
{
  Alignment groups = {
    .old_rows = old_rows,
    .new_rows = new_rows,
    .old_match = old_group,
    .new_match = new_group,
    .score = score_groups,
    .least = 8,
  };
  Range all = { 0, old_rows->groups->len, 0, new_rows->groups->len };
  align (&groups, all);
  match_moved (&groups, all, is_movable_group);
  Alignment rows = {
    .old_rows = old_rows,
    .new_rows = new_rows,
    .old_match = old_row,
    .new_match = new_row,
    .score = score_rows,
    .least = 4,
  };
  for (guint i = 0; i < old_rows->groups->len; i++) {
    const GbRowGroup *group = gb_rows_group (old_rows, i);
    if (group->match.mate >= 0)
      align_group (&rows, group, gb_rows_group (new_rows, (guint)group->match.mate));
  }
  align_rests (old_rows, new_rows);
}
