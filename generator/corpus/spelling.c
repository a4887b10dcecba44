#include "corpus/spelling.h"

#include <string.h>

/* What stands for @c; 0: nothing does. */
static gunichar
fold_character (gunichar c)
{
  switch (g_unichar_type (c)) {
  case G_UNICODE_SPACE_SEPARATOR:
  case G_UNICODE_CONTROL:
  case G_UNICODE_FORMAT:
    return 0;
  case G_UNICODE_OPEN_PUNCTUATION:
    return '(';
  case G_UNICODE_CLOSE_PUNCTUATION:
    return ')';
  case G_UNICODE_INITIAL_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
    return '"';
  case G_UNICODE_DASH_PUNCTUATION:
    return '-';
  default:
    break;
  }
  switch (c) {
  case '\'':
    return '"';
  case '<': /* of 〈〉 that a keyboard lacks */
    return '(';
  case '>':
    return ')';
  case 0x2022: /* • */
  case 0x2027: /* ‧ */
  case 0x30fb: /* ・ */
    return 0xb7;
  default:
    return g_unichar_tolower (c);
  }
}

char *
gb_spelling_fold (const char *name)
{
  g_autofree char *wide = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *out = g_string_new (NULL);
  for (const char *at = wide; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar folded = fold_character (g_utf8_get_char (at));
    if (folded != 0)
      g_string_append_unichar (out, folded);
  }
  return g_string_free (out, FALSE);
}

gboolean
gb_spelling_is_same (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return FALSE;
  if (strcmp (a, b) == 0)
    return TRUE;
  g_autofree char *left = gb_spelling_fold (a);
  g_autofree char *right = gb_spelling_fold (b);
  return strcmp (left, right) == 0;
}

/* -- a name twice -- */

/* A name where it is written. */
typedef struct {
  const char *name;
  const GbYamlNode *node;
} Spelling;

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* The spelling that was there before; NULL where @name is the first of its kind. */
static const Spelling *
add_name (GHashTable *names, const char *name, const GbYamlNode *node)
{
  g_autofree char *folded = gb_spelling_fold (name);
  const Spelling *first = g_hash_table_lookup (names, folded);
  if (first != NULL)
    return first;
  Spelling *made = g_new (Spelling, 1);
  *made = (Spelling){ name, node };
  g_hash_table_insert (names, g_steal_pointer (&folded), made);
  return NULL;
}

static void
check_twice (GbWork *work, GHashTable *names, const char *file, const char *name,
             const GbYamlNode *node)
{
  if (name == NULL)
    return; /* reported by the reader */
  const Spelling *first = add_name (names, name, node);
  if (first == NULL)
    return;
  g_autofree char *spelt
    = strcmp (first->name, name) == 0 ? NULL : g_strdup_printf (", as '%s'", first->name);
  gb_diagnostics_warning (work->diagnostics, gb_yaml_place (file, node, "name"), "same-name",
                          "'%s' is on this list twice: it stands on line %u too%s; delete one of "
                          "the two, or write what tells them apart",
                          name, gb_yaml_place (file, first->node, "name").line,
                          spelt != NULL ? spelt : "");
}

static void
check_batch (GbWork *work, const GbBatch *batch)
{
  g_autoptr (GHashTable) names = new_names ();
  for (guint i = 0; i < batch->entries.length; i++) {
    const GbEntry *entry = GB_LIST_AT (GbEntry, batch->entries, i);
    check_twice (work, names, batch->file, entry->name, entry->node);
  }
}

/* -- two spellings -- */

static void
check_spelling (GbWork *work, const GbNoticeCase *notice, const GbProposed *item,
                const Spelling *entry)
{
  if (entry == NULL || strcmp (entry->name, item->name) == 0)
    return;
  const char *file = notice->batch->file;
  gb_diagnostics_warning (
    work->diagnostics, gb_yaml_place (notice->notice->file, item->node, "name"), "name-spelling",
    "the notice spells the name '%s', the list spells it '%s' (%s, line %u); "
    "where the documents do not, write both alike",
    item->name, entry->name, file, gb_yaml_place (file, entry->node, "name").line);
}

static void
check_notice (GbWork *work, const GbNoticeCase *notice)
{
  const GbNotice *source = notice->notice;
  if (source->proposed.length == 0)
    return;
  g_autoptr (GHashTable) names = new_names ();
  g_autoptr (GHashTable) entries = new_names ();
  for (guint i = 0; notice->batch != NULL && i < notice->batch->entries.length; i++) {
    const GbEntry *entry = GB_LIST_AT (GbEntry, notice->batch->entries, i);
    if (entry->name != NULL)
      (void)add_name (entries, entry->name, entry->node);
  }
  for (guint i = 0; i < source->proposed.length; i++) {
    const GbProposed *item = GB_LIST_AT (GbProposed, source->proposed, i);
    check_twice (work, names, source->file, item->name, item->node);
    if (item->name == NULL)
      continue;
    g_autofree char *folded = gb_spelling_fold (item->name);
    check_spelling (work, notice, item, g_hash_table_lookup (entries, folded));
  }
}

void
gb_spelling_check (GbWork *work)
{
  for (guint i = 0; i < work->corpus.n_registries; i++) {
    const GbRegistry *registry = work->corpus.registries[i].registry;
    for (guint k = 0; k < registry->batches.length; k++)
      check_batch (work, GB_LIST_AT (GbBatch, registry->batches, k));
  }
  for (guint i = 0; i < work->corpus.n_notices; i++)
    check_notice (work, &work->corpus.notices[i]);
}
