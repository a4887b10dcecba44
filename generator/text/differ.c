#include "text/differ.h"

#include <string.h>

#include "text/glyph.h"
#include "text/lexicon.h"

/* Edits beyond which the search is given up: its time and memory grow with the square. */
#define LARGEST_EDIT 768

typedef struct {
  const guint32 *a;
  const guint32 *b;
  GArray *hunks;
} Comparison;

/* -- the smallest edit -- */

static void
add_hunk (GArray *hunks, guint a0, guint a1, guint b0, guint b1)
{
  if (hunks->len > 0) {
    GbHunk *last = &g_array_index (hunks, GbHunk, hunks->len - 1);
    if (last->a1 == a0 && last->b1 == b0) {
      last->a1 = a1;
      last->b1 = b1;
      return;
    }
  }
  GbHunk hunk = { a0, a1, b0, b1 };
  g_array_append_val (hunks, hunk);
}

/* Walks back from the end through what each round reached and adds the hunks found. */
static void
trace_back (Comparison *c, GbHunk range, const int *trace, int edits)
{
  int n = (int)(range.a1 - range.a0);
  int m = (int)(range.b1 - range.b0);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GbHunk));
  int x = n;
  int y = m;
  for (int d = edits; d > 0; d--) {
    /* Round d - 1 has diagonals -(d-1) … d-1 at trace[(d-1)²]. */
    const int *before = trace + (gsize)(d - 1) * (gsize)(d - 1) + (d - 1);
    int k = x - y;
    gboolean down = k == -d || (k != d && before[k - 1] < before[k + 1]);
    int from = down ? k + 1 : k - 1;
    int px = before[from];
    int py = px - from;
    GbHunk hunk
      = { (guint)px, (guint)(px + (down ? 0 : 1)), (guint)py, (guint)(py + (down ? 1 : 0)) };
    g_array_append_val (found, hunk);
    x = px;
    y = py;
  }
  for (guint i = found->len; i > 0; i--) {
    const GbHunk *hunk = &g_array_index (found, GbHunk, i - 1);
    add_hunk (c->hunks, range.a0 + hunk->a0, range.a0 + hunk->a1, range.b0 + hunk->b0,
              range.b0 + hunk->b1);
  }
}

/* FALSE where the edit is larger than LARGEST_EDIT.  A path that leaves the grid does no harm: it
 * never gets to the end before one that stays inside. */
static gboolean
search (Comparison *c, GbHunk range)
{
  const guint32 *a = c->a + range.a0;
  const guint32 *b = c->b + range.b0;
  int n = (int)(range.a1 - range.a0);
  int m = (int)(range.b1 - range.b0);
  g_autoptr (GArray) trace = g_array_new (FALSE, FALSE, sizeof (int));
  for (int d = 0; d <= LARGEST_EDIT; d++) {
    g_array_set_size (trace, (guint)(d + 1) * (guint)(d + 1));
    int *rounds = &g_array_index (trace, int, 0);
    int *now = rounds + d * d + d;
    const int *before = rounds + (d - 1) * (d - 1) + (d - 1);
    for (int k = -d; k <= d; k += 2) {
      int x = 0;
      if (d > 0)
        x = k == -d || (k != d && before[k - 1] < before[k + 1]) ? before[k + 1]
                                                                 : before[k - 1] + 1;
      int y = x - k;
      while (x < n && y < m && a[x] == b[y]) {
        x++;
        y++;
      }
      now[k] = x;
      if (x == n && y == m) {
        trace_back (c, range, rounds, d);
        return TRUE;
      }
    }
  }
  return FALSE;
}

/* -- clauses -- */

typedef struct {
  guint start;
  guint end;
  guint32 hash;
} Clause;

static GArray *
cut (const guint32 *words, guint from, guint to)
{
  GArray *clauses = g_array_new (FALSE, FALSE, sizeof (Clause));
  Clause clause = { .start = from, .hash = 2166136261u };
  for (guint i = from; i < to; i++) {
    clause.hash = (clause.hash ^ words[i]) * 16777619u;
    if (i + 1 < to && !gb_lexicon_is_stop (words[i]))
      continue;
    clause.end = i + 1;
    g_array_append_val (clauses, clause);
    clause = (Clause){ .start = i + 1, .hash = 2166136261u };
  }
  return clauses;
}

static int
compare_clauses (gconstpointer left, gconstpointer right)
{
  const Clause *a = left;
  const Clause *b = right;
  if (a->hash != b->hash)
    return a->hash < b->hash ? -1 : 1;
  return a->start < b->start ? -1 : a->start > b->start;
}

/* Leaves those whose hash occurs once, sorted by it. */
static void
keep_unique (GArray *clauses)
{
  g_array_sort (clauses, compare_clauses);
  const Clause *all = &g_array_index (clauses, Clause, 0);
  guint kept = 0;
  for (guint i = 0, next; i < clauses->len; i = next) {
    for (next = i + 1; next < clauses->len && all[next].hash == all[i].hash;)
      next++;
    if (next == i + 1)
      g_array_index (clauses, Clause, kept++) = all[i];
  }
  g_array_set_size (clauses, kept);
}

static int
compare_pairs (gconstpointer left, gconstpointer right)
{
  const GbDifferPair *a = left;
  const GbDifferPair *b = right;
  return a->a < b->a ? -1 : a->a > b->a;
}

/* The heaviest sequence that ends at each place or before it: a tree of maxima, by the place. */
typedef struct {
  guint64 weight;
  guint last; /* index of its last pair + 1; 0: none */
} Sequence;

static Sequence
find_heaviest (const Sequence *tree, guint place)
{
  Sequence best = { 0 };
  for (; place > 0; place &= place - 1)
    if (tree[place].weight > best.weight)
      best = tree[place];
  return best;
}

void
gb_differ_ascend (GArray *pairs)
{
  guint n = pairs->len;
  if (n == 0)
    return;
  GbDifferPair *all = &g_array_index (pairs, GbDifferPair, 0);
  guint size = 0;
  for (guint i = 0; i < n; i++)
    size = MAX (size, all[i].b + 1);
  g_autofree Sequence *tree = g_new0 (Sequence, size + 1);
  g_autofree guint *links = g_new (guint, n);
  Sequence heaviest = { 0 };
  for (guint i = 0; i < n; i++) {
    Sequence before = find_heaviest (tree, all[i].b);
    links[i] = before.last;
    Sequence own = { before.weight + all[i].weight, i + 1 };
    if (own.weight > heaviest.weight)
      heaviest = own;
    for (guint place = all[i].b + 1; place <= size; place += place & (~place + 1))
      if (own.weight > tree[place].weight)
        tree[place] = own;
  }
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (GbDifferPair));
  for (guint at = heaviest.last; at > 0; at = links[at - 1])
    g_array_append_val (kept, all[at - 1]);
  for (guint i = 0; i < kept->len; i++)
    all[i] = g_array_index (kept, GbDifferPair, kept->len - 1 - i);
  g_array_set_size (pairs, kept->len);
}

/* The starts of the clauses that occur once in each, in order. */
static GArray *
find_anchors (const Comparison *c, GbHunk range)
{
  g_autoptr (GArray) left = cut (c->a, range.a0, range.a1);
  g_autoptr (GArray) right = cut (c->b, range.b0, range.b1);
  keep_unique (left);
  keep_unique (right);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (GbDifferPair));
  for (guint i = 0, j = 0; i < left->len && j < right->len;) {
    const Clause *a = &g_array_index (left, Clause, i);
    const Clause *b = &g_array_index (right, Clause, j);
    if (a->hash != b->hash) {
      if (a->hash < b->hash)
        i++;
      else
        j++;
      continue;
    }
    gsize size = sizeof (guint32) * (a->end - a->start);
    if (a->end - a->start == b->end - b->start
        && memcmp (c->a + a->start, c->b + b->start, size) == 0) {
      GbDifferPair pair = { a->start, b->start, a->end - a->start };
      g_array_append_val (pairs, pair);
    }
    i++;
    j++;
  }
  g_array_sort (pairs, compare_pairs);
  gb_differ_ascend (pairs);
  return pairs;
}

static void
compare_range (Comparison *c, GbHunk range, gboolean divide)
{
  while (range.a0 < range.a1 && range.b0 < range.b1 && c->a[range.a0] == c->b[range.b0]) {
    range.a0++;
    range.b0++;
  }
  while (range.a0 < range.a1 && range.b0 < range.b1 && c->a[range.a1 - 1] == c->b[range.b1 - 1]) {
    range.a1--;
    range.b1--;
  }
  if (range.a0 == range.a1 && range.b0 == range.b1)
    return;
  if (range.a0 < range.a1 && range.b0 < range.b1) {
    if (search (c, range))
      return;
    if (divide) {
      g_autoptr (GArray) anchors = find_anchors (c, range);
      GbHunk rest = range;
      for (guint i = 0; i < anchors->len; i++) {
        const GbDifferPair *anchor = &g_array_index (anchors, GbDifferPair, i);
        GbHunk gap = { rest.a0, anchor->a, rest.b0, anchor->b };
        compare_range (c, gap, FALSE);
        rest.a0 = anchor->a;
        rest.b0 = anchor->b;
      }
      compare_range (c, rest, FALSE);
      return;
    }
  }
  add_hunk (c->hunks, range.a0, range.a1, range.b0, range.b1);
}

void
gb_differ_compare (const guint32 *a, guint n, const guint32 *b, guint m, GArray *hunks)
{
  Comparison c = { a, b, hunks };
  compare_range (&c, (GbHunk){ 0, n, 0, m }, TRUE);
}

/* -- readable -- */

static gboolean
is_mark (guint32 id)
{
  return gb_lexicon_is_stop (id) || id == GB_GLYPH ("、") || id == '"'
         || gb_lexicon_bracket (id) != 0;
}

/* How well words @from to @to of one side stand for themselves. */
static int
rate (const guint32 *words, guint length, guint from, guint to)
{
  int rating = 0;
  int depth = 0;
  guint quotes = 0;
  gboolean crossed = FALSE;
  for (guint i = from; i < to; i++) {
    depth += gb_lexicon_bracket (words[i]);
    crossed = crossed || depth < 0;
    quotes += words[i] == '"';
  }
  if (crossed || depth != 0 || quotes % 2 != 0)
    rating -= 8;
  gboolean begins = from == 0 || is_mark (words[from - 1]);
  gboolean ends = to == length || is_mark (words[to]);
  if (begins && is_mark (words[to - 1]))
    rating += 4;
  else if (ends && is_mark (words[from]))
    rating += 4;
  else if (begins || ends)
    rating += 2;
  return rating;
}

/* @words hold an edit of one side; it may go as far as @floor and @roof. Returns by how much. */
static int
find_place (const guint32 *words, guint length, guint from, guint to, guint floor, guint roof)
{
  guint back = 0;
  while (from - back > floor && words[from - back - 1] == words[to - back - 1])
    back++;
  int best = 0;
  int rating = G_MININT;
  guint start = from - back;
  guint size = to - from;
  for (;; start++) {
    int own = rate (words, length, start, start + size);
    if (own >= rating) {
      rating = own;
      best = (int)start - (int)from;
    }
    if (start + size >= roof || words[start] != words[start + size])
      return best;
  }
}

/* Edits of one side alone go where they read best; a word stays between them and their neighbours.
 */
static void
slide (const guint32 *a, guint n, const guint32 *b, guint m, GArray *hunks)
{
  for (guint i = 0; i < hunks->len; i++) {
    GbHunk *hunk = &g_array_index (hunks, GbHunk, i);
    gboolean inserted = hunk->a0 == hunk->a1;
    if (!inserted && hunk->b0 != hunk->b1)
      continue;
    guint floor = 0;
    guint roof = inserted ? m : n;
    if (i > 0)
      floor = (inserted ? hunk[-1].b1 : hunk[-1].a1) + 1;
    if (i + 1 < hunks->len)
      roof = (inserted ? hunk[1].b0 : hunk[1].a0) - 1;
    int by = inserted ? find_place (b, m, hunk->b0, hunk->b1, floor, roof)
                      : find_place (a, n, hunk->a0, hunk->a1, floor, roof);
    hunk->a0 = (guint)((int)hunk->a0 + by);
    hunk->a1 = (guint)((int)hunk->a1 + by);
    hunk->b0 = (guint)((int)hunk->b0 + by);
    hunk->b1 = (guint)((int)hunk->b1 + by);
  }
}

/* One number in the place of another. */
static gboolean
is_figure (const guint32 *a, const guint32 *b, const GbHunk *hunk)
{
  return hunk->a1 == hunk->a0 + 1 && hunk->b1 == hunk->b0 + 1 && gb_lexicon_is_number (a[hunk->a0])
         && gb_lexicon_is_number (b[hunk->b0]);
}

/* Whether the words between two edits are too few to be left alone. */
static gboolean
is_scrap (const guint32 *a, const guint32 *b, const GbHunk *left, const GbHunk *right)
{
  guint between = right->a0 - left->a1;
  guint before = MAX (left->a1 - left->a0, left->b1 - left->b0);
  guint after = MAX (right->a1 - right->a0, right->b1 - right->b0);
  guint around = MIN (before, after);
  if (is_figure (a, b, left) && is_figure (a, b, right))
    return FALSE;
  /* A clause or two of few words each are still read one by one. */
  if (between == 1 && gb_lexicon_is_stop (a[left->a1]) && around <= 4)
    return FALSE;
  return between <= 2 ? between <= around : between * 2 <= around;
}

static void
merge (const guint32 *a, const guint32 *b, GArray *hunks, GbDifferFixed fixed, gpointer data)
{
  GbHunk *all = &g_array_index (hunks, GbHunk, 0);
  guint before;
  do {
    before = hunks->len;
    guint kept = 0;
    for (guint i = 1; i < hunks->len; i++) {
      GbHunk *last = &all[kept];
      if (is_scrap (a, b, last, &all[i])
          && (fixed == NULL || !fixed (data, last->a1, all[i].a0, last->b1))) {
        last->a1 = all[i].a1;
        last->b1 = all[i].b1;
        continue;
      }
      all[++kept] = all[i];
    }
    g_array_set_size (hunks, kept + 1);
  } while (hunks->len < before);
}

void
gb_differ_tidy (const guint32 *a, guint n, const guint32 *b, guint m, GArray *hunks,
                GbDifferFixed fixed, gpointer data)
{
  if (hunks->len == 0)
    return;
  slide (a, n, b, m, hunks);
  merge (a, b, hunks, fixed, data);
}
