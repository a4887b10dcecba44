/* What the tests of redlines share: two texts compared, and the rows as lines. */
#pragma once

#include "fixture.h"

#include "text/fold.h"
#include "text/numeral.h"
#include "text/redline.h"

/* Appends runs: what was deleted in [- -], inserted in [+ +], written differently in [~ ~]. */
static inline void
append_runs (GString *out, const GbRun *runs, guint n)
{
  static const char *const marks[] = { "", "-", "+", "~" };
  for (guint i = 0; i < n; i++) {
    const char *mark = marks[runs[i].kind];
    if (*mark == '\0')
      g_string_append (out, runs[i].text);
    else
      g_string_append_printf (out, "[%s%s%s]", mark, runs[i].text, mark);
  }
}

static inline void
append_side (GString *out, const char *label, const GbRun *runs, guint n)
{
  g_string_append (out, label);
  if (*label != '\0')
    g_string_append_c (out, '|');
  append_runs (out, runs, n);
}

/* The rows that are not the same, each on a line of its own for its kind, its old and its new side.
 */
static inline char *
amendments (const GbRedline *redline)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < redline->n_rows; i++) {
    const GbRedlineRow *row = &redline->rows[i];
    if (row->kind == GB_ROW_SAME)
      continue;
    g_string_append_printf (out, "%s\n", gb_row_kind_name (row->kind));
    if (row->old_label != NULL) {
      g_string_append (out, "  ");
      append_side (out, row->old_label, row->old_runs, row->n_old);
      g_string_append_c (out, '\n');
    }
    if (row->new_label != NULL) {
      g_string_append (out, "  ");
      append_side (out, row->new_label, row->new_runs, row->n_new);
      g_string_append_c (out, '\n');
    }
  }
  return g_string_free (out, FALSE);
}

/* The text of a real policy, without its front matter. */
static inline char *
real_policy (const char *id)
{
  g_autofree char *path = g_strdup_printf ("content/policies/%s/policy.md", id);
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &file, NULL, &error);
  g_assert_no_error (error);
  const char *body = strstr (file + 4, "\n---\n");
  g_assert_nonnull (body);
  return g_strdup (body + 5);
}

/* @text with @old, which must be there, replaced once; frees @text. */
static inline char *
amend (char *text, const char *old, const char *new)
{
  char *at = strstr (text, old);
  if (at == NULL)
    g_error ("'%s' is not in the text", old);
  char *result = g_strdup_printf ("%.*s%s%s", (int)(at - text), text, new, at + strlen (old));
  g_free (text);
  return result;
}

/* What is left of words without white space and the bars between cells. */
static inline char *
bare (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (!g_unichar_isspace (c) && c != '|')
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

/* The words of a whole text, read from its HTML in another way than the redline does. */
static inline char *
words_of (const GbText *text)
{
  const GbUnit whole = { .start = 0, .end = text->html_length };
  g_autofree char *plain = gb_plain_unit (text, &whole);
  return bare (plain);
}

/* One side of a row: its characters, and those said to be in both. */
static inline void
read_side (const GbRun *runs, guint n, GbRunKind own, GString *all, GString *same, GString *common,
           gboolean *edited)
{
  for (guint i = 0; i < n; i++) {
    g_assert_cmpstr (runs[i].text, !=, "");
    g_assert_true (g_utf8_validate (runs[i].text, -1, NULL));
    g_assert_true (i == 0 || runs[i].kind != runs[i - 1].kind);
    g_assert_true (runs[i].kind == GB_RUN_SAME || runs[i].kind == GB_RUN_TYPOGRAPHY
                   || runs[i].kind == own);
    g_string_append (all, runs[i].text);
    if (runs[i].kind == GB_RUN_SAME)
      g_string_append (same, runs[i].text);
    if (runs[i].kind == own)
      *edited = TRUE;
    else
      gb_fold_append (common, runs[i].text);
  }
}

static inline void
assert_row (const GbRedlineRow *row, GString *old_words, GString *new_words)
{
  g_autoptr (GString) old_all = g_string_new (NULL);
  g_autoptr (GString) new_all = g_string_new (NULL);
  g_autoptr (GString) old_same = g_string_new (NULL);
  g_autoptr (GString) new_same = g_string_new (NULL);
  g_autoptr (GString) old_common = g_string_new (NULL);
  g_autoptr (GString) new_common = g_string_new (NULL);
  gboolean edited = FALSE;
  read_side (row->old_runs, row->n_old, GB_RUN_DELETED, old_all, old_same, old_common, &edited);
  read_side (row->new_runs, row->n_new, GB_RUN_INSERTED, new_all, new_same, new_common, &edited);
  g_string_append_printf (old_words, "%s%s", row->old_label == NULL ? "" : row->old_label,
                          old_all->str);
  g_string_append_printf (new_words, "%s%s", row->new_label == NULL ? "" : row->new_label,
                          new_all->str);
  if (row->kind == GB_ROW_INSERTED || row->kind == GB_ROW_DELETED) {
    gboolean inserted = row->kind == GB_ROW_INSERTED;
    g_assert_true ((row->old_label == NULL) == inserted && (row->old_anchor == NULL) == inserted);
    g_assert_true ((row->new_label != NULL) == inserted && (row->new_anchor != NULL) == inserted);
    g_assert_cmpuint (inserted ? row->n_old : row->n_new, ==, 0);
    g_assert_cmpuint (old_common->len + new_common->len, ==, 0);
    return;
  }
  g_assert_cmpstr (old_same->str, ==, new_same->str);
  g_autofree char *old_bare = bare (old_common->str);
  g_autofree char *new_bare = bare (new_common->str);
  g_assert_cmpstr (old_bare, ==, new_bare);
  g_autoptr (GString) old_label = g_string_new (NULL);
  g_autoptr (GString) new_label = g_string_new (NULL);
  gb_fold_append (old_label, row->old_label);
  gb_fold_append (new_label, row->new_label);
  gboolean equal
    = strcmp (old_all->str, new_all->str) == 0 && strcmp (row->old_label, row->new_label) == 0;
  GbRowKind kind = edited                                         ? GB_ROW_CHANGED
                   : strcmp (old_label->str, new_label->str) != 0 ? GB_ROW_RENUMBERED
                   : equal                                        ? GB_ROW_SAME
                                                                  : GB_ROW_TYPOGRAPHY;
  g_assert_cmpint (row->kind, ==, kind);
}

/* In whatever order. */
static inline void
assert_same_characters (const char *one, const char *other)
{
  g_autofree guint *counts = g_new0 (guint, 0x110000);
  for (const char *at = one; *at != '\0'; at = g_utf8_next_char (at))
    counts[g_utf8_get_char (at)]++;
  for (const char *at = other; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_cmpuint (counts[g_utf8_get_char (at)]--, >, 0);
  g_assert_cmpuint (strlen (one), ==, strlen (other));
}

/* The addresses of links stand in the rows only. */
static inline gboolean
has_addresses (const GbText *text)
{
  gboolean found = strstr (text->html, "<a class=\"external\"") != NULL;
  for (guint i = 0; i < text->n_mentions; i++)
    found = found || text->mentions[i].kind == GB_MENTION_LINK;
  return found;
}

/* Nothing is lost and nothing is silent: the rows hold both texts, and are what they are called. */
static inline void
assert_sound (const GbRedline *redline, const GbText *old_text, const GbText *new_text)
{
  g_autoptr (GString) old_words = g_string_new (NULL);
  g_autoptr (GString) new_words = g_string_new (NULL);
  guint counts[6] = { 0 };
  for (guint i = 0; i < redline->n_rows; i++) {
    counts[redline->rows[i].kind]++;
    assert_row (&redline->rows[i], old_words, new_words);
  }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (redline->counts[i], ==, counts[i]);
  g_autofree char *new_bare = bare (new_words->str);
  g_autofree char *expected = words_of (new_text);
  if (!has_addresses (new_text))
    g_assert_cmpstr (new_bare, ==, expected);
  /* Articles that moved stand where they are now. */
  g_autofree char *old_bare = bare (old_words->str);
  g_autofree char *old_expected = words_of (old_text);
  if (!has_addresses (old_text))
    assert_same_characters (old_bare, old_expected);
}

/* The other way round it says the opposite. */
static inline void
assert_reverse (const GbRedline *redline, const GbRedline *reverse)
{
  g_assert_cmpuint (redline->n_rows, ==, reverse->n_rows);
  static const GbRowKind kinds[6] = { GB_ROW_SAME,       GB_ROW_TYPOGRAPHY, GB_ROW_CHANGED,
                                      GB_ROW_RENUMBERED, GB_ROW_DELETED,    GB_ROW_INSERTED };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpuint (redline->counts[i], ==, reverse->counts[kinds[i]]);
  g_assert_cmpuint (redline->n_articles_inserted, ==, reverse->n_articles_deleted);
  g_assert_cmpuint (redline->n_articles_deleted, ==, reverse->n_articles_inserted);
  g_assert_cmpuint (redline->n_articles_changed, ==, reverse->n_articles_changed);
  g_assert_cmpuint (redline->n_articles_renumbered, ==, reverse->n_articles_renumbered);
}

static inline char *
join (const GbRun *runs, guint n)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append (out, runs[i].text);
  return g_string_free (out, FALSE);
}

/* Two texts without structure: both sides give them back. */
static inline void
assert_runs (GbArena *arena, const char *old_text, const char *new_text)
{
  const GbRun *old_runs, *new_runs, *old_back, *new_back;
  guint n_old, n_new, m_old, m_new;
  gboolean differs
    = gb_redline_runs (arena, old_text, new_text, &old_runs, &n_old, &new_runs, &n_new);
  g_autofree char *old_side = join (old_runs, n_old);
  g_autofree char *new_side = join (new_runs, n_new);
  g_assert_cmpstr (old_side, ==, old_text);
  g_assert_cmpstr (new_side, ==, new_text);
  g_autoptr (GString) old_folded = g_string_new (NULL);
  g_autoptr (GString) new_folded = g_string_new (NULL);
  gb_fold_append (old_folded, old_text);
  gb_fold_append (new_folded, new_text);
  g_assert_cmpint (differs, ==, !g_string_equal (old_folded, new_folded));
  /* Folding what is folded changes nothing. */
  g_autoptr (GString) again = g_string_new (NULL);
  gb_fold_append (again, new_folded->str);
  g_assert_cmpstr (again->str, ==, new_folded->str);

  gb_redline_runs (arena, new_text, old_text, &new_back, &m_new, &old_back, &m_old);
  g_assert_cmpuint (m_old, ==, n_old);
  g_assert_cmpuint (m_new, ==, n_new);
  static const GbRunKind turned[]
    = { GB_RUN_SAME, GB_RUN_INSERTED, GB_RUN_DELETED, GB_RUN_TYPOGRAPHY };
  for (guint i = 0; i < n_old; i++) {
    g_assert_cmpstr (old_back[i].text, ==, old_runs[i].text);
    g_assert_cmpint (old_back[i].kind, ==, turned[old_runs[i].kind]);
  }
  for (guint i = 0; i < n_new; i++) {
    g_assert_cmpstr (new_back[i].text, ==, new_runs[i].text);
    g_assert_cmpint (new_back[i].kind, ==, turned[new_runs[i].kind]);
  }
}
