#include "text/align.h"

#include <string.h>

#include "text/differ.h"

#define ALIKE 400        /* from here on two are versions of one another */
#define VERY_ALIKE 600   /* … although under different roofs, or of different kinds */
#define UNMISTAKABLE 850 /* … although they stand at different places */

/* What may be spent on one table of scores: words compared, and cells. */
#define LARGEST_WORK ((guint64)50 * 1000 * 1000)
#define LARGEST_TABLE ((guint64)2 * 1000 * 1000)

typedef enum { OLD, NEW } SideName;

typedef struct _Alignment Alignment;

struct _Alignment {
  GbRows *rows[2];
  GbRowMatch *(*match) (const Alignment *alignment, SideName side, guint index);
  /* How much is won by making them mates; 0: they cannot be. */
  gint64 (*score) (const Alignment *alignment, guint i, guint j);
  guint least;           /* words from which on equal and unique is proof */
  const GArray *list[2]; /* guint: the rows meant, where they are picked one by one */
};

static GbRowMatch *
old_match (const Alignment *alignment, guint i)
{
  return alignment->match (alignment, OLD, i);
}

static GbRowMatch *
new_match (const Alignment *alignment, guint j)
{
  return alignment->match (alignment, NEW, j);
}

static void
pair (const Alignment *alignment, guint i, guint j, gboolean crossed)
{
  GbRowMatch *a = old_match (alignment, i);
  GbRowMatch *b = new_match (alignment, j);
  a->mate = (int)j;
  b->mate = (int)i;
  a->crossed = b->crossed = crossed;
}

static guint
likeness (const Alignment *alignment, GbRowMatch *a, GbRowMatch *b)
{
  return gb_rows_likeness (alignment->rows[OLD], a, alignment->rows[NEW], b);
}

/* Long texts say more about what belongs together than short ones. */
static gint64
weigh (const GbRowMatch *a, const GbRowMatch *b, guint score)
{
  return (gint64)score * (8 + MIN (a->n_tokens + b->n_tokens, 256) / 8);
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
band_center (const Band *band, guint row)
{
  guint64 n = band->range.i1 - band->range.i0;
  guint64 m = band->range.j1 - band->range.j0;
  return (guint)(row * m / MAX (1, n));
}

static guint
band_first (const Band *band, guint row)
{
  guint center = band_center (band, row);
  return center > band->width ? center - band->width : 0;
}

static guint
band_last (const Band *band, guint row)
{
  return MIN (band->range.j1 - band->range.j0, band_center (band, row) + band->width);
}

static Band
make_band (const Alignment *alignment, Range range)
{
  guint64 n = range.i1 - range.i0;
  guint64 m = range.j1 - range.j0;
  guint64 old_words = 0;
  guint64 new_words = 0;
  for (guint i = range.i0; i < range.i1; i++)
    old_words += old_match (alignment, i)->n_features + 4;
  for (guint j = range.j0; j < range.j1; j++)
    new_words += new_match (alignment, j)->n_features + 4;
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
    if (step == STEP_BOTH)
      pair (alignment, band->range.i0 + i - 1, band->range.j0 + j - 1, FALSE);
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

/* Whether they are word for word the same, and can be mates. */
static gboolean
is_same (const Alignment *alignment, guint i, guint j)
{
  const GbRowMatch *a = old_match (alignment, i);
  const GbRowMatch *b = new_match (alignment, j);
  return a->id == b->id && a->key == b->key && alignment->score (alignment, i, j) > 0;
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

/* Those of @side from @from up to @to that are long enough, by what they say. */
static GArray *
list_occurrences (const Alignment *alignment, SideName side, guint from, guint to)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Occurrence));
  for (guint i = from; i < to; i++) {
    const GbRowMatch *match = alignment->match (alignment, side, i);
    Occurrence occurrence = { match->id, i };
    if (match->n_tokens >= alignment->least)
      g_array_append_val (list, occurrence);
  }
  g_array_sort (list, compare_occurrences);
  return list;
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
  g_autoptr (GArray) left = list_occurrences (alignment, OLD, range.i0, range.i1);
  g_autoptr (GArray) right = list_occurrences (alignment, NEW, range.j0, range.j1);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (GbDifferPair));
  for (guint i = 0, j = 0; i < left->len && j < right->len;) {
    const Occurrence *a = &g_array_index (left, Occurrence, i);
    const Occurrence *b = &g_array_index (right, Occurrence, j);
    if (a->id == b->id && is_unique (left, i) && is_unique (right, j)
        && alignment->score (alignment, a->index, b->index) > 0) {
      guint weight = old_match (alignment, a->index)->n_tokens;
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
    if (!is_same (alignment, range.i0, range.j0))
      break;
    pair (alignment, range.i0, range.j0, FALSE);
  }
  for (; range.i0 < range.i1 && range.j0 < range.j1; range.i1--, range.j1--) {
    if (!is_same (alignment, range.i1 - 1, range.j1 - 1))
      break;
    pair (alignment, range.i1 - 1, range.j1 - 1, FALSE);
  }
  g_autoptr (GArray) anchors = find_anchors (alignment, range);
  for (guint k = 0; k < anchors->len; k++) {
    const GbDifferPair *anchor = &g_array_index (anchors, GbDifferPair, k);
    match_best (alignment, (Range){ range.i0, anchor->a, range.j0, anchor->b });
    pair (alignment, anchor->a, anchor->b, FALSE);
    range.i0 = anchor->a + 1;
    range.j0 = anchor->b + 1;
  }
  match_best (alignment, range);
}

/* -- groups -- */

static GbRowMatch *
group_match (const Alignment *alignment, SideName side, guint index)
{
  return &gb_rows_group (alignment->rows[side], index)->match;
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
  const GbRowMatch *head = &gb_rows_row (alignment->rows[OLD], a->row)->match;
  return a->kind >= 0 && head->id == gb_rows_row (alignment->rows[NEW], b->row)->match.id
         && head->n_tokens >= (is_article (a) ? 4u : 2u);
}

static gint64
score_groups (const Alignment *alignment, guint i, guint j)
{
  GbRowGroup *a = gb_rows_group (alignment->rows[OLD], i);
  GbRowGroup *b = gb_rows_group (alignment->rows[NEW], j);
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
typedef gboolean (*IsMovable) (const Alignment *alignment, SideName side, guint index);

static GArray *
list_movable (const Alignment *alignment, SideName side, guint from, guint to, IsMovable is_movable)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = from; i < to; i++)
    if (alignment->match (alignment, side, i)->mate < 0 && is_movable (alignment, side, i))
      g_array_append_val (list, i);
  return list;
}

/* Makes mates of what was moved past others. */
static void
match_moved (const Alignment *alignment, Range range, IsMovable is_movable)
{
  g_autoptr (GArray) left = list_movable (alignment, OLD, range.i0, range.i1, is_movable);
  g_autoptr (GArray) right = list_movable (alignment, NEW, range.j0, range.j1, is_movable);
  if ((guint64)left->len * right->len > 10000)
    return;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Crossing));
  for (guint k = 0; k < left->len * right->len; k++) {
    Crossing crossing = { .i = g_array_index (left, guint, k / right->len),
                          .j = g_array_index (right, guint, k % right->len) };
    GbRowMatch *a = old_match (alignment, crossing.i);
    GbRowMatch *b = new_match (alignment, crossing.j);
    crossing.alike = likeness (alignment, a, b);
    if (a->key != b->key && crossing.alike >= UNMISTAKABLE)
      g_array_append_val (found, crossing);
  }
  g_array_sort (found, compare_crossings);
  for (guint k = 0; k < found->len; k++) {
    const Crossing *crossing = &g_array_index (found, Crossing, k);
    if (old_match (alignment, crossing->i)->mate < 0
        && new_match (alignment, crossing->j)->mate < 0)
      pair (alignment, crossing->i, crossing->j, TRUE);
  }
}

static gboolean
is_movable_group (const Alignment *alignment, SideName side, guint index)
{
  const GbRowGroup *group = gb_rows_group (alignment->rows[side], index);
  return is_article (group) && group->match.n_tokens >= 8;
}

/* -- rows -- */

static GbRowMatch *
row_match (const Alignment *alignment, SideName side, guint index)
{
  return &gb_rows_row (alignment->rows[side], index)->match;
}

static gint64
score_rows (const Alignment *alignment, guint i, guint j)
{
  GbSourceRow *a = gb_rows_row (alignment->rows[OLD], i);
  GbSourceRow *b = gb_rows_row (alignment->rows[NEW], j);
  guint alike = likeness (alignment, &a->match, &b->match);
  gboolean same = a->match.key != 0 && a->match.key == b->match.key && a->role == b->role;
  if (alike >= (a->role == b->role ? ALIKE : VERY_ALIKE))
    return weigh (&a->match, &b->match, alike + (same ? 150 : 0));
  return same && a->named && b->named ? weigh (&a->match, &b->match, 80 + alike / 2) : 0;
}

static gboolean
is_movable_row (const Alignment *alignment, SideName side, guint index)
{
  const GbSourceRow *row = gb_rows_row (alignment->rows[side], index);
  return row->role == GB_ROW_ROLE_ITEM && row->match.n_tokens >= 6;
}

static void
align_group (const Alignment *alignment, const GbRowGroup *a, const GbRowGroup *b)
{
  Range range = { a->row, a->row + a->n_rows, b->row, b->row + b->n_rows };
  if (a->kind >= 0 && b->kind >= 0) {
    pair (alignment, a->row, b->row, a->match.crossed);
    range.i0++;
    range.j0++;
  }
  align (alignment, range);
  match_moved (alignment, range, is_movable_row);
  if (!a->match.crossed)
    return;
  for (guint i = range.i0; i < range.i1; i++) {
    GbRowMatch *match = old_match (alignment, i);
    if (match->mate >= 0)
      match->crossed = new_match (alignment, (guint)match->mate)->crossed = TRUE;
  }
}

/* -- what is left over -- */

static GbRowMatch *
rest_match (const Alignment *alignment, SideName side, guint index)
{
  return row_match (alignment, side, g_array_index (alignment->list[side], guint, index));
}

static gint64
score_rest (const Alignment *alignment, guint i, guint j)
{
  GbRowMatch *a = old_match (alignment, i);
  GbRowMatch *b = new_match (alignment, j);
  guint alike = likeness (alignment, a, b);
  gboolean enough = MIN (a->n_tokens, b->n_tokens) >= (a->id == b->id ? 2u : 4u);
  return enough && alike >= VERY_ALIKE ? weigh (a, b, alike) : 0;
}

/* The rows without a mate between two pairs of mates; the lists are emptied. */
static void
align_rest (const Alignment *rest, GArray *old_list, GArray *new_list)
{
  align (rest, (Range){ 0, old_list->len, 0, new_list->len });
  /* Indices into the lists become rows. */
  for (guint i = 0; i < old_list->len; i++) {
    GbRowMatch *match = old_match (rest, i);
    if (match->mate < 0)
      continue;
    guint j = (guint)match->mate;
    match->mate = (int)g_array_index (new_list, guint, j);
    new_match (rest, j)->mate = (int)g_array_index (old_list, guint, i);
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
    .rows = { old_rows, new_rows },
    .match = rest_match,
    .list = { old_list, new_list },
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
    .rows = { old_rows, new_rows },
    .match = group_match,
    .score = score_groups,
    .least = 8,
  };
  Range all = { 0, old_rows->groups->len, 0, new_rows->groups->len };
  align (&groups, all);
  match_moved (&groups, all, is_movable_group);
  Alignment rows = {
    .rows = { old_rows, new_rows },
    .match = row_match,
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
