#include "commands/screen.h"

#include "corpus/corpus.h"

#include <string.h>
#include <unistd.h>

/* Lines shown before and after one that differs. */
#define CONTEXT 2

#define PLAIN "\033[0m"

gboolean
gb_screen_wants_colour (const char *when)
{
  if (when != NULL && strcmp (when, "auto") != 0)
    return strcmp (when, "always") == 0;
  const char *refused = g_getenv ("NO_COLOR");
  return isatty (STDOUT_FILENO) && (refused == NULL || *refused == '\0')
         && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

/* ---- characters ---- */

static gboolean
is_harmless (gunichar c)
{
  if (c == '\n' || c == '\t')
    return TRUE;
  gboolean control = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
  gboolean direction = c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
                       || (c >= 0x2066 && c <= 0x2069);
  return !control && !direction;
}

void
gb_screen_add (GbScreen *screen, const char *text, guint indent)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    g_string_append_unichar (screen->out, is_harmless (c) ? c : 0xfffd);
    for (guint i = 0; c == '\n' && i < indent; i++)
      g_string_append_c (screen->out, ' ');
  }
}

static void
style (GbScreen *screen, const char *code)
{
  if (screen->colour)
    g_string_append (screen->out, code);
}

void
gb_screen_head (GbScreen *screen, const char *text)
{
  style (screen, "\033[1m");
  gb_screen_add (screen, text, 0);
  style (screen, PLAIN);
  g_string_append_c (screen->out, '\n');
}

/* ---- one row ---- */

static void
add_marked (GbScreen *screen, GbRunKind kind, const char *text, guint indent)
{
  gboolean deleted = kind == GB_RUN_DELETED;
  g_string_append (screen->out, screen->colour ? (deleted ? "\033[31;9m" : "\033[32;4m")
                                               : (deleted ? "[-" : "{+"));
  gb_screen_add (screen, text, indent);
  g_string_append (screen->out, screen->colour ? PLAIN : (deleted ? "-]" : "+}"));
}

static void
add_typography (GbScreen *screen, const char *old_text, const char *new_text, guint indent)
{
  g_string_append (screen->out, screen->colour ? "\033[33m{~" : "{~");
  gb_screen_add (screen, old_text, indent);
  g_string_append (screen->out, "~>");
  gb_screen_add (screen, new_text, indent);
  g_string_append (screen->out, screen->colour ? "~}" PLAIN : "~}");
}

/* The runs of one side being read. */
typedef struct {
  const GbRun *runs;
  guint n;
  guint at;
  gsize used; /* bytes of run at */
} Side;

static gboolean
is_at (const Side *side, GbRunKind kind)
{
  return side->at < side->n && side->runs[side->at].kind == kind;
}

static const char *
rest_of (const Side *side)
{
  return side->runs[side->at].text + side->used;
}

static const char *
take (Side *side)
{
  const char *text = rest_of (side);
  side->at++;
  side->used = 0;
  return text;
}

static void
advance (Side *side, gsize bytes)
{
  side->used += bytes;
  if (*rest_of (side) == '\0')
    (void)take (side);
}

/* What stands alike in both is cut at other places on either side. */
static void
add_alike (GbScreen *screen, Side *old_side, Side *new_side, guint indent)
{
  gsize length = MIN (strlen (rest_of (old_side)), strlen (rest_of (new_side)));
  g_autofree char *text = g_strndup (rest_of (new_side), length);
  gb_screen_add (screen, text, indent);
  advance (old_side, length);
  advance (new_side, length);
}

/* Both sides as one text. */
static void
add_runs (GbScreen *screen, const GbRedlineRow *row, guint indent)
{
  Side old_side = { row->old_runs, row->n_old, 0, 0 };
  Side new_side = { row->new_runs, row->n_new, 0, 0 };
  while (old_side.at < old_side.n || new_side.at < new_side.n) {
    gboolean old_typography = is_at (&old_side, GB_RUN_TYPOGRAPHY);
    gboolean new_typography = is_at (&new_side, GB_RUN_TYPOGRAPHY);
    if (is_at (&old_side, GB_RUN_DELETED)) {
      add_marked (screen, GB_RUN_DELETED, take (&old_side), indent);
    } else if (is_at (&new_side, GB_RUN_INSERTED)) {
      add_marked (screen, GB_RUN_INSERTED, take (&new_side), indent);
    } else if (old_typography || new_typography) {
      const char *old_text = old_typography ? take (&old_side) : "";
      add_typography (screen, old_text, new_typography ? take (&new_side) : "", indent);
    } else if (old_side.at < old_side.n && new_side.at < new_side.n) {
      add_alike (screen, &old_side, &new_side, indent);
    } else {
      gb_screen_add (screen, take (old_side.at < old_side.n ? &old_side : &new_side), indent);
    }
  }
}

/* ---- by article ---- */

static const char *
label_of (GbScreen *screen, const GbText *text, const char *label, const char *anchor)
{
  const GbUnit *unit = text == NULL || anchor == NULL ? NULL : gb_text_unit (text, anchor);
  return unit == NULL ? label : gb_unit_label (screen->arena, text, unit);
}

static const char *
heading_of (GbScreen *screen, const GbRedlineRow *row, const GbText *old_text,
            const GbText *new_text)
{
  const char *before = label_of (screen, old_text, row->old_label, row->old_anchor);
  const char *after = label_of (screen, new_text, row->new_label, row->new_anchor);
  const char *kind = gb_words_in (screen->words, "redline-kind", gb_row_kind_name (row->kind));
  const char *label = after == NULL ? before : after;
  if (before != NULL && after != NULL && strcmp (before, after) != 0)
    label = gb_arena_printf (screen->arena, "%s → %s", before, after);
  /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a row has a label on one side. */
  return gb_arena_printf (screen->arena, "@@ %s%s%s", label, *label == '\0' ? "" : " @@ ", kind);
}

static void
add_row (GbScreen *screen, const GbRedlineRow *row, const GbText *old_text, const GbText *new_text)
{
  gb_screen_head (screen, heading_of (screen, row, old_text, new_text));
  if (row->kind == GB_ROW_RENUMBERED || row->n_old + row->n_new == 0)
    return;
  g_string_append (screen->out, "    ");
  add_runs (screen, row, 4);
  g_string_append_c (screen->out, '\n');
}

void
gb_screen_words (GbScreen *screen, const GbRedline *redline, const GbText *old_text,
                 const GbText *new_text)
{
  for (guint i = 0; i < redline->n_rows; i++)
    if (redline->rows[i].kind != GB_ROW_SAME && redline->rows[i].kind != GB_ROW_TYPOGRAPHY)
      add_row (screen, &redline->rows[i], old_text, new_text);
  for (guint i = 0; i < redline->n_rows; i++)
    if (redline->rows[i].kind == GB_ROW_TYPOGRAPHY)
      add_row (screen, &redline->rows[i], old_text, new_text);
}

/* ---- by line ---- */

/* Whether line @index stands within reach of one that differs. */
static gboolean
is_near (const GbRedline *redline, guint index)
{
  guint from = index < CONTEXT ? 0 : index - CONTEXT;
  for (guint i = from; i < redline->n_rows && i <= index + CONTEXT; i++)
    if (redline->rows[i].kind != GB_ROW_SAME)
      return TRUE;
  return FALSE;
}

static void
add_left_out (GbScreen *screen, guint *n)
{
  if (*n == 0)
    return;
  g_string_append_printf (screen->out, "@@ %s\n",
                          gb_words_count (screen->words, screen->arena, "redline.elided", *n));
  *n = 0;
}

void
gb_screen_lines (GbScreen *screen, const GbRedline *redline)
{
  static const char signs[] = {
    [GB_ROW_SAME] = ' ',       [GB_ROW_TYPOGRAPHY] = '~', [GB_ROW_CHANGED] = '~',
    [GB_ROW_RENUMBERED] = '~', [GB_ROW_INSERTED] = '+',   [GB_ROW_DELETED] = '-',
  };
  guint n_left_out = 0;
  for (guint i = 0; i < redline->n_rows; i++) {
    const GbRedlineRow *row = &redline->rows[i];
    if (!is_near (redline, i)) {
      n_left_out++;
      continue;
    }
    add_left_out (screen, &n_left_out);
    g_string_append_printf (screen->out, "%c ", signs[row->kind]);
    add_runs (screen, row, 2);
    g_string_append_c (screen->out, '\n');
  }
  add_left_out (screen, &n_left_out);
}

/* ---- the sum ---- */

const char *
gb_screen_counts (const GbValue *words, GbArena *arena, const GbRedline *one,
                  const GbRedline *other)
{
  static const GbRowKind order[]
    = { GB_ROW_CHANGED, GB_ROW_INSERTED, GB_ROW_DELETED, GB_ROW_RENUMBERED, GB_ROW_TYPOGRAPHY };
  const char *text = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++) {
    guint n
      = (one == NULL ? 0 : one->counts[order[i]]) + (other == NULL ? 0 : other->counts[order[i]]);
    if (n == 0)
      continue;
    const char *what = gb_words_in (words, "redline-kind", gb_row_kind_name (order[i]));
    const char *part = gb_words_fill (words, arena, "diff.count", "what", what, "n",
                                      gb_arena_printf (arena, "%u", n), NULL);
    text = text == NULL ? part
                        : gb_words_fill (words, arena, "roster.joined", "a", text, "b", part, NULL);
  }
  if (text == NULL)
    return gb_words_get (words, one == NULL && other == NULL ? "diff.bytes" : "redline.same");
  return text;
}
