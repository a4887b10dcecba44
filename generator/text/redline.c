#include "text/redline.h"

#include <string.h>

#include "text/align.h"
#include "text/differ.h"

GB_VOCABULARY_NAMES (GbRowKind, row_kind, GB_ROW_KINDS)

/* -- runs of one pair of rows -- */

/* One side: @tokens and what stands between them. */
typedef struct {
  const char *text;
  gsize length;
  const GbToken *tokens;
  guint n_tokens;
  guint32 *ids;
  GArray *runs;  /* GbRun, their texts not set yet */
  GArray *sizes; /* gsize: bytes of each */
} Side;

typedef struct {
  const Side *old_side;
  const Side *new_side;
} Sides;

static Side
make_side (const char *text, const GbToken *tokens, guint n_tokens)
{
  Side side = {
    .text = text,
    .length = strlen (text),
    .tokens = tokens,
    .n_tokens = n_tokens,
    .ids = g_new (guint32, n_tokens + 1),
    .runs = g_array_new (FALSE, FALSE, sizeof (GbRun)),
    .sizes = g_array_new (FALSE, FALSE, sizeof (gsize)),
  };
  for (guint i = 0; i < n_tokens; i++)
    side.ids[i] = tokens[i].id;
  return side;
}

/* Bytes up to token @i, or to the end. */
static gsize
token_start (const Side *side, guint i)
{
  return i < side->n_tokens ? side->tokens[i].start : side->length;
}

/* Bytes up to the end of the last of tokens @from to @to, without the space behind it. */
static gsize
edit_end (const Side *side, guint from, guint to)
{
  return from < to ? side->tokens[to - 1].end : token_start (side, from);
}

static void
add_run (Side *side, GbRunKind kind, gsize size)
{
  if (size == 0)
    return;
  guint n = side->runs->len;
  if (n > 0 && g_array_index (side->runs, GbRun, n - 1).kind == kind) {
    g_array_index (side->sizes, gsize, n - 1) += size;
    return;
  }
  GbRun run = { .kind = kind };
  g_array_append_val (side->runs, run);
  g_array_append_val (side->sizes, size);
}

static gboolean
is_alike (const Side *old_side, gsize old_from, gsize old_to, const Side *new_side, gsize new_from,
          gsize new_to)
{
  return old_to - old_from == new_to - new_from
         && memcmp (old_side->text + old_from, new_side->text + new_from, old_to - old_from) == 0;
}

/* What is in both, from bytes @old_from and @new_from on. */
static void
add_pair (Side *old_side, gsize old_from, gsize old_to, Side *new_side, gsize new_from,
          gsize new_to)
{
  GbRunKind kind = is_alike (old_side, old_from, old_to, new_side, new_from, new_to)
                     ? GB_RUN_SAME
                     : GB_RUN_TYPOGRAPHY;
  add_run (old_side, kind, old_to - old_from);
  add_run (new_side, kind, new_to - new_from);
}

/* Tokens @i and @j and the @n - 1 behind them, each with the space behind it. */
static void
add_same (Side *old_side, guint i, Side *new_side, guint j, guint n)
{
  for (; n > 0; n--, i++, j++) {
    const GbToken *a = &old_side->tokens[i];
    const GbToken *b = &new_side->tokens[j];
    add_pair (old_side, a->start, a->end, new_side, b->start, b->end);
    add_pair (old_side, a->end, token_start (old_side, i + 1), new_side, b->end,
              token_start (new_side, j + 1));
  }
}

/* Words that are written differently on both sides are shown as such, however few they are. */
static gboolean
is_fixed (gpointer data, guint a0, guint a1, guint b0)
{
  const Sides *sides = data;
  const Side *a = sides->old_side;
  const Side *b = sides->new_side;
  for (guint i = a0, j = b0; i < a1; i++, j++)
    if (!is_alike (a, a->tokens[i].start, token_start (a, i + 1), b, b->tokens[j].start,
                   token_start (b, j + 1)))
      return TRUE;
  return FALSE;
}

static void
compare_sides (const Side *a, const Side *b, GArray *hunks)
{
  Sides sides = { a, b };
  gb_differ_compare (a->ids, a->n_tokens, b->ids, b->n_tokens, hunks);
  gb_differ_tidy (a->ids, a->n_tokens, b->ids, b->n_tokens, hunks, is_fixed, &sides);
}

static GArray *
find_hunks (const Side *old_side, const Side *new_side)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (GbHunk));
  /* Whichever is the old one: what was inserted one way was deleted the other. */
  if (strcmp (old_side->text, new_side->text) <= 0) {
    compare_sides (old_side, new_side, hunks);
    return hunks;
  }
  compare_sides (new_side, old_side, hunks);
  for (guint i = 0; i < hunks->len; i++) {
    GbHunk *hunk = &g_array_index (hunks, GbHunk, i);
    *hunk = (GbHunk){ hunk->b0, hunk->b1, hunk->a0, hunk->a1 };
  }
  return hunks;
}

static void
add_sides (Side *old_side, Side *new_side, const GArray *hunks)
{
  add_pair (old_side, 0, token_start (old_side, 0), new_side, 0, token_start (new_side, 0));
  guint i = 0;
  guint j = 0;
  for (guint k = 0; k < hunks->len; k++) {
    const GbHunk *hunk = &g_array_index (hunks, GbHunk, k);
    add_same (old_side, i, new_side, j, hunk->a0 - i);
    gsize old_end = edit_end (old_side, hunk->a0, hunk->a1);
    gsize new_end = edit_end (new_side, hunk->b0, hunk->b1);
    add_run (old_side, GB_RUN_DELETED, old_end - token_start (old_side, hunk->a0));
    add_run (new_side, GB_RUN_INSERTED, new_end - token_start (new_side, hunk->b0));
    /* The space behind one that took another's place is in both. */
    if (hunk->a0 < hunk->a1 && hunk->b0 < hunk->b1) {
      add_pair (old_side, old_end, token_start (old_side, hunk->a1), new_side, new_end,
                token_start (new_side, hunk->b1));
    } else {
      add_run (old_side, GB_RUN_DELETED, token_start (old_side, hunk->a1) - old_end);
      add_run (new_side, GB_RUN_INSERTED, token_start (new_side, hunk->b1) - new_end);
    }
    i = hunk->a1;
    j = hunk->b1;
  }
  add_same (old_side, i, new_side, j, old_side->n_tokens - i);
}

/* What the side says, which is done with. */
static const GbRun *
take_runs (GbArena *arena, Side *side, guint *ret_n)
{
  *ret_n = side->runs->len;
  GbRun *runs = gb_arena_newv (arena, GbRun, MAX (1, side->runs->len));
  const char *at = side->text;
  for (guint i = 0; i < side->runs->len; i++) {
    gsize size = g_array_index (side->sizes, gsize, i);
    runs[i].kind = g_array_index (side->runs, GbRun, i).kind;
    runs[i].text = gb_arena_strndup (arena, at, size);
    at += size;
  }
  g_free (side->ids);
  g_array_unref (side->runs);
  g_array_unref (side->sizes);
  return runs;
}

/* One run for a whole text; none for an empty one. */
static const GbRun *
make_run (GbArena *arena, GbRunKind kind, const char *text, guint *ret_n)
{
  *ret_n = *text != '\0';
  GbRun *run = gb_arena_new0 (arena, GbRun);
  run->kind = kind;
  run->text = gb_arena_strdup (arena, text);
  return run;
}

/* Whether they differ in more than typography. */
static gboolean
compare (GbArena *arena, Side old_side, Side new_side, const GbRun **ret_old, guint *ret_n_old,
         const GbRun **ret_new, guint *ret_n_new)
{
  g_autoptr (GArray) hunks = find_hunks (&old_side, &new_side);
  add_sides (&old_side, &new_side, hunks);
  *ret_old = take_runs (arena, &old_side, ret_n_old);
  *ret_new = take_runs (arena, &new_side, ret_n_new);
  return hunks->len > 0;
}

gboolean
gb_redline_runs (GbArena *arena, const char *old_text, const char *new_text, const GbRun **ret_old,
                 guint *ret_n_old, const GbRun **ret_new, guint *ret_n_new)
{
  g_autoptr (GbArena) scratch = gb_arena_new ();
  g_auto (GbLexicon) lexicon = { 0 };
  gb_lexicon_init (&lexicon, scratch);
  g_autoptr (GArray) old_tokens = g_array_new (FALSE, FALSE, sizeof (GbToken));
  g_autoptr (GArray) new_tokens = g_array_new (FALSE, FALSE, sizeof (GbToken));
  g_autoptr (GString) folded = g_string_new (NULL);
  gb_lexicon_read (&lexicon, old_text, FALSE, old_tokens, folded);
  gb_lexicon_read (&lexicon, new_text, FALSE, new_tokens, folded);
  return compare (arena, make_side (old_text, (gpointer)old_tokens->data, old_tokens->len),
                  make_side (new_text, (gpointer)new_tokens->data, new_tokens->len), ret_old,
                  ret_n_old, ret_new, ret_n_new);
}

/* -- rows -- */

typedef struct {
  GbArena *arena;
  GbRows old_rows;
  GbRows new_rows;
  GbRedline *redline;
  GArray *rows;     /* GbRedlineRow */
  GArray *articles; /* GbArticleChange */
} Maker;

static GbRowKind
compare_rows (const GbSourceRow *a, const GbSourceRow *b)
{
  if (a->match.id != b->match.id)
    return GB_ROW_CHANGED;
  if (a->label_id != b->label_id)
    return GB_ROW_RENUMBERED;
  return strcmp (a->text, b->text) == 0 && strcmp (a->label, b->label) == 0 ? GB_ROW_SAME
                                                                            : GB_ROW_TYPOGRAPHY;
}

static void
add_row (Maker *maker, const GbRedlineRow *row)
{
  maker->redline->counts[row->kind]++;
  g_array_append_vals (maker->rows, row, 1);
}

/* A row that only one side has. */
static void
add_single (Maker *maker, const GbSourceRow *source, gboolean deleted)
{
  GbRedlineRow row = { .kind = deleted ? GB_ROW_DELETED : GB_ROW_INSERTED, .level = source->level };
  *(deleted ? &row.old_label : &row.new_label) = gb_arena_strdup (maker->arena, source->label);
  *(deleted ? &row.old_anchor : &row.new_anchor) = gb_arena_strdup (maker->arena, source->anchor);
  *(deleted ? &row.old_runs : &row.new_runs)
    = make_run (maker->arena, deleted ? GB_RUN_DELETED : GB_RUN_INSERTED, source->text,
                deleted ? &row.n_old : &row.n_new);
  add_row (maker, &row);
}

static Side
side_of (const GbRows *rows, const GbSourceRow *row)
{
  return make_side (row->text, gb_rows_tokens (rows, row), row->match.n_tokens);
}

static void
add_mates (Maker *maker, const GbSourceRow *old_row, const GbSourceRow *new_row)
{
  GbArena *arena = maker->arena;
  GbRedlineRow row = {
    .kind = compare_rows (old_row, new_row),
    .level = new_row->level,
    .old_label = gb_arena_strdup (arena, old_row->label),
    .new_label = gb_arena_strdup (arena, new_row->label),
    .old_anchor = gb_arena_strdup (arena, old_row->anchor),
    .new_anchor = gb_arena_strdup (arena, new_row->anchor),
  };
  if (strcmp (old_row->text, new_row->text) == 0) {
    row.old_runs = row.new_runs = make_run (arena, GB_RUN_SAME, old_row->text, &row.n_old);
    row.n_new = row.n_old;
  } else {
    (void)compare (arena, side_of (&maker->old_rows, old_row), side_of (&maker->new_rows, new_row),
                   &row.old_runs, &row.n_old, &row.new_runs, &row.n_new);
  }
  add_row (maker, &row);
}

/* For each old row without a mate the new row behind which it is shown, -1: before all of them. */
static int *
find_places (const Maker *maker)
{
  const GbRows *old_rows = &maker->old_rows;
  const GbRows *new_rows = &maker->new_rows;
  int *places = g_new (int, old_rows->rows->len + 1);
  int place = -1;
  int moved_group = -1;
  int moved_place = -1;
  for (guint i = 0; i < old_rows->rows->len; i++) {
    const GbSourceRow *row = gb_rows_row (old_rows, i);
    const GbRowMatch *group = &gb_rows_group (old_rows, row->group)->match;
    if (row->match.mate >= 0) {
      if (group->crossed) {
        moved_group = (int)row->group;
        moved_place = row->match.mate;
      } else if (!row->match.crossed) {
        place = row->match.mate;
      }
      continue;
    }
    if (moved_group == (int)row->group) {
      places[i] = moved_place;
      continue;
    }
    /* A whole group stands behind what was added to the one before it. */
    if (group->mate < 0 && place >= 0)
      while ((guint)place + 1 < new_rows->rows->len) {
        const GbSourceRow *next = gb_rows_row (new_rows, (guint)place + 1);
        if (next->match.mate >= 0 || next->group != gb_rows_row (new_rows, (guint)place)->group)
          break;
        place++;
      }
    places[i] = place;
  }
  return places;
}

static int
compare_places (gconstpointer left, gconstpointer right, gpointer data)
{
  const int *places = data;
  guint a = *(const guint *)left;
  guint b = *(const guint *)right;
  if (places[a] != places[b])
    return places[a] < places[b] ? -1 : 1;
  return a < b ? -1 : a > b;
}

static void
add_rows (Maker *maker)
{
  g_autofree int *places = find_places (maker);
  g_autoptr (GArray) deleted = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < maker->old_rows.rows->len; i++)
    if (gb_rows_row (&maker->old_rows, i)->match.mate < 0)
      g_array_append_val (deleted, i);
  g_array_sort_with_data (deleted, compare_places, places);
  guint next = 0;
  for (int j = -1; j < (int)maker->new_rows.rows->len; j++) {
    if (j >= 0) {
      const GbSourceRow *row = gb_rows_row (&maker->new_rows, (guint)j);
      if (row->match.mate < 0)
        add_single (maker, row, FALSE);
      else
        add_mates (maker, gb_rows_row (&maker->old_rows, (guint)row->match.mate), row);
    }
    for (; next < deleted->len && places[g_array_index (deleted, guint, next)] == j; next++)
      add_single (maker, gb_rows_row (&maker->old_rows, g_array_index (deleted, guint, next)),
                  TRUE);
  }
}

/* -- articles -- */

/* Whether rows of @rows below @group are not the rows of its mate on the other side. */
static gboolean
is_changed (const GbRows *rows, const GbRowGroup *group, const GbRows *other)
{
  for (guint i = group->row; i < group->row + group->n_rows; i++) {
    const GbSourceRow *row = gb_rows_row (rows, i);
    if (row->match.mate < 0)
      return TRUE;
    const GbSourceRow *mate = gb_rows_row (other, (guint)row->match.mate);
    GbRowKind kind = compare_rows (row, mate);
    if ((int)mate->group != group->match.mate || kind == GB_ROW_CHANGED
        || (kind == GB_ROW_RENUMBERED && i > group->row))
      return TRUE;
  }
  return FALSE;
}

static const char *
anchor_of (const GbRows *rows, const GbRowGroup *group)
{
  return gb_rows_row (rows, group->row)->anchor;
}

static void
add_article (Maker *maker, GbRowKind kind, const char *old_anchor, const char *new_anchor)
{
  const GbArticleChange article = { kind, old_anchor, new_anchor };
  g_array_append_val (maker->articles, article);
  GbRedline *redline = maker->redline;
  redline->n_articles_inserted += kind == GB_ROW_INSERTED;
  redline->n_articles_deleted += kind == GB_ROW_DELETED;
  redline->n_articles_changed += kind == GB_ROW_CHANGED;
  redline->n_articles_renumbered += kind == GB_ROW_RENUMBERED;
}

static void
add_articles (Maker *maker)
{
  const GbRows *old_rows = &maker->old_rows;
  const GbRows *new_rows = &maker->new_rows;
  for (guint j = 0; j < new_rows->groups->len; j++) {
    const GbRowGroup *group = gb_rows_group (new_rows, j);
    if (group->kind != GB_UNIT_ARTICLE)
      continue;
    const char *anchor = anchor_of (new_rows, group);
    if (group->match.mate < 0) {
      add_article (maker, GB_ROW_INSERTED, NULL, anchor);
      continue;
    }
    const GbRowGroup *mate = gb_rows_group (old_rows, (guint)group->match.mate);
    GbRowKind kind = GB_ROW_SAME;
    if (is_changed (old_rows, mate, new_rows) || is_changed (new_rows, group, old_rows))
      kind = GB_ROW_CHANGED;
    else if (group->match.key != mate->match.key)
      kind = GB_ROW_RENUMBERED;
    add_article (maker, kind, anchor_of (old_rows, mate), anchor);
  }
  for (guint i = 0; i < old_rows->groups->len; i++) {
    const GbRowGroup *group = gb_rows_group (old_rows, i);
    if (group->kind == GB_UNIT_ARTICLE && group->match.mate < 0)
      add_article (maker, GB_ROW_DELETED, anchor_of (old_rows, group), NULL);
  }
}

/* -- both -- */

/* Reads both sides by @read and compares them; @turned: which is taken for the first one. */
static const GbRedline *
make (GbArena *arena, gconstpointer old_source, gconstpointer new_source,
      void (*read) (GbRows *rows, gconstpointer source), gboolean turned)
{
  g_autoptr (GbArena) scratch = gb_arena_new ();
  g_auto (GbLexicon) lexicon = { 0 };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (GbRedlineRow));
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (GbArticleChange));
  GbRedline *redline = gb_arena_new0 (arena, GbRedline);
  Maker maker = { .arena = arena, .redline = redline, .rows = rows, .articles = articles };
  gb_lexicon_init (&lexicon, scratch);
  gb_rows_init (&maker.old_rows, &lexicon);
  gb_rows_init (&maker.new_rows, &lexicon);
  read (&maker.old_rows, old_source);
  read (&maker.new_rows, new_source);
  if (turned)
    gb_align_rows (&maker.new_rows, &maker.old_rows);
  else
    gb_align_rows (&maker.old_rows, &maker.new_rows);
  add_rows (&maker);
  add_articles (&maker);
  redline->rows = gb_arena_seal (arena, rows, &redline->n_rows);
  redline->articles = gb_arena_seal (arena, articles, &redline->n_articles);
  gb_rows_clear (&maker.old_rows);
  gb_rows_clear (&maker.new_rows);
  return redline;
}

static void
read_text (GbRows *rows, gconstpointer source)
{
  gb_rows_read_text (rows, source);
}

static void
read_lines (GbRows *rows, gconstpointer source)
{
  gb_rows_read_lines (rows, source);
}

const GbRedline *
gb_redline_texts (GbArena *arena, const GbText *old_text, const GbText *new_text)
{
  gboolean turned
    = old_text != NULL && new_text != NULL && strcmp (old_text->html, new_text->html) > 0;
  return make (arena, old_text, new_text, read_text, turned);
}

const GbRedline *
gb_redline_lines (GbArena *arena, const char *old_text, const char *new_text)
{
  return make (arena, old_text, new_text, read_lines, g_strcmp0 (old_text, new_text) > 0);
}
