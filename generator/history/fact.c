#include "history/fact.h"

#include "source/frontmatter.h"
#include "view/scene.h"
#include "view/words.h"

#include <string.h>

/* So many entries and facts of one file are told; its lines tell the rest. */
#define FACTS_MAX 200

typedef struct {
  GbScene *scene;
  GbValue *groups;
  guint n; /* groups and facts */
} Facts;

/* Where a value stands: under @key of a mapping that stands under @outer (NULL: the file itself).
 */
typedef struct {
  const char *outer;
  const char *key;
  const char *label; /* as the page says it, with what it belongs to */
} Spot;

/* Where facts are told: of the file as a whole, or of one of its entries. */
typedef struct {
  const char *name; /* NULL: the file */
  GbValue *rows;    /* NULL until there is one */
} Group;

/* ---- reading ---- */

static gboolean
is_list (const GbYamlNode *node)
{
  return node != NULL && node->kind == GB_YAML_SEQUENCE && node->length > 0
         && node->items[0]->kind == GB_YAML_MAPPING;
}

/* A list, or one that holds nothing. */
static gboolean
may_be_list (const GbYamlNode *node)
{
  return node == NULL || is_list (node) || (node->kind == GB_YAML_SEQUENCE && node->length == 0);
}

static gboolean
is_equal (const GbYamlNode *a, const GbYamlNode *b)
{
  if (a == NULL || b == NULL || a->kind != b->kind || a->length != b->length)
    return a == b;
  if (a->kind == GB_YAML_SCALAR)
    return memcmp (a->text, b->text, a->length) == 0;
  guint n = a->kind == GB_YAML_MAPPING ? 2 * a->length : a->length;
  for (guint i = 0; i < n; i++)
    if (!is_equal (a->items[i], b->items[i]))
      return FALSE;
  return TRUE;
}

static const char *
scalar (const GbYamlNode *mapping, const char *key)
{
  const GbYamlNode *node = mapping->kind != GB_YAML_MAPPING ? NULL : gb_yaml_get (mapping, key);
  return node == NULL || node->kind != GB_YAML_SCALAR ? NULL : node->text;
}

/* What an item of a list is known by, however it is changed; NULL: by all it says. */
static const char *
identity_of (const GbYamlNode *item)
{
  static const char *const keys[] = { "id", "name", "file" };
  const char *found = NULL;
  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (keys); i++)
    found = scalar (item, keys[i]);
  return found;
}

/* What an item with an identity is called. */
static const char *
name_of (const GbYamlNode *item)
{
  const char *name = scalar (item, "name");
  return name != NULL ? name : identity_of (item);
}

/* The items of @list by identity, the first of each: a registry has thousands. */
static GHashTable *
index_list (const GbYamlNode *list)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): is_list() refuses NULL. */
  for (guint i = 0; is_list (list) && i < list->length; i++) {
    const char *identity = identity_of (list->items[i]);
    if (identity != NULL && !g_hash_table_contains (index, identity))
      g_hash_table_insert (index, (gpointer)identity, list->items[i]);
  }
  return index;
}

static const GbYamlNode *
find_same (const GbYamlNode *list, GHashTable *index, const GbYamlNode *item)
{
  const char *identity = identity_of (item);
  if (identity != NULL)
    return g_hash_table_lookup (index, identity);
  /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): is_list() refuses NULL. */
  for (guint i = 0; is_list (list) && i < list->length; i++)
    if (is_equal (list->items[i], item))
      return list->items[i];
  return NULL;
}

/* The word for a key where there is one: those of the source alone, then those of pages. */
static const char *
label_of (const Facts *facts, const char *outer, const char *key)
{
  const char *word = gb_words_in (facts->scene->words, "key", key);
  if (word == key)
    word = gb_words_in (facts->scene->words, "field", key);
  return outer == NULL ? word : gb_arena_join (facts->scene->arena, outer, " · ", word, NULL);
}

/* The word for what stands under @key of a mapping under @outer (NULL: of the file itself) where
 * the value is one of a choice. */
static const char *
word_of (const Facts *facts, const char *outer, const char *key, const char *value)
{
  static const struct {
    const char *key;
    const char *outer; /* NULL: any */
    const char *group;
  } choices[] = {
    { "kind", "events", "event" },      { "kind", "outcome", "outcome" },
    { "kind", NULL, "kind" },           { "kind", NULL, "registry-kind" },
    { "result", "events", "result" },   { "scope", "caps", "cap-scope" },
    { "first_day", NULL, "first-day" }, { "on_change", NULL, "on-change" },
    { "every", "duties", "scheme" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++) {
    if (g_strcmp0 (choices[i].key, key) != 0
        || (choices[i].outer != NULL && g_strcmp0 (choices[i].outer, outer) != 0))
      continue;
    const char *word = gb_words_in (facts->scene->words, choices[i].group, value);
    if (word != value)
      return word;
  }
  return value;
}

/* @node stands under @key of a mapping under @outer; items of a list have the key of the list. */
static void
print (const Facts *facts, const char *outer, const char *key, const GbYamlNode *node, GString *out)
{
  if (node->kind == GB_YAML_SCALAR) {
    g_string_append (out, word_of (facts, outer, key, node->text));
    return;
  }
  gboolean is_mapping = node->kind == GB_YAML_MAPPING;
  for (guint i = 0; i < node->length; i++) {
    const GbYamlNode *value = is_mapping ? node->items[2 * i + 1] : node->items[i];
    if (i > 0)
      g_string_append (out, gb_scene_word (facts->scene, "alteration.next"));
    if (!is_mapping) {
      print (facts, outer, key, value, out);
      continue;
    }
    const char *inner = node->items[2 * i]->text;
    g_string_append (out, label_of (facts, NULL, inner));
    g_string_append (out, gb_scene_word (facts->scene, "alteration.is"));
    print (facts, key, inner, value, out);
  }
}

/* ---- telling ---- */

static GbValue *
add_group (Facts *facts, const char *name, const char *kind)
{
  GbValue *group = gb_value_append_object (facts->groups);
  gb_value_set_string (group, "name", name);
  gb_scene_set_word (facts->scene, group, "kind", "change", kind);
  facts->n++;
  return gb_value_set_array (group, "rows");
}

static void
set_side (const Facts *facts, GbValue *row, const char *key, const Spot *spot,
          const GbYamlNode *node)
{
  if (node == NULL) {
    gb_value_set_null (row, key);
    return;
  }
  g_autoptr (GString) text = g_string_new (NULL);
  print (facts, spot->outer, spot->key, node, text);
  gb_value_set_string (row, key, gb_arena_strndup (facts->scene->arena, text->str, text->len));
}

static void
add_row (Facts *facts, Group *group, const Spot *spot, const GbYamlNode *before,
         const GbYamlNode *after)
{
  if (group->rows == NULL)
    group->rows = add_group (facts, group->name, "changed");
  GbValue *row = gb_value_append_object (group->rows);
  gb_value_set_string (row, "label", spot->label);
  set_side (facts, row, "before", spot, before);
  set_side (facts, row, "after", spot, after);
  facts->n++;
}

/* ---- comparing ---- */

static void compare (Facts *facts, Group *group, const Spot *spot, const GbYamlNode *before,
                     const GbYamlNode *after);

/* Entries of a file are told one by one; what an entry lists, such as its events, within it. */
static void
tell_gone (Facts *facts, Group *group, const Spot *spot, const GbYamlNode *before,
           const GbYamlNode *after)
{
  g_autoptr (GHashTable) index = index_list (after);
  for (guint i = 0; is_list (before) && i < before->length && facts->n < FACTS_MAX; i++) {
    const GbYamlNode *item = before->items[i];
    if (find_same (after, index, item) != NULL)
      continue;
    if (group->name == NULL && identity_of (item) != NULL)
      (void)add_group (facts, name_of (item), "removed");
    else
      add_row (facts, group, spot, item, NULL);
  }
}

static void
tell_come (Facts *facts, Group *group, const Spot *spot, const GbYamlNode *before,
           const GbYamlNode *after)
{
  gboolean are_entries = group->name == NULL;
  g_autoptr (GHashTable) index = index_list (before);
  for (guint i = 0; is_list (after) && i < after->length && facts->n < FACTS_MAX; i++) {
    const GbYamlNode *item = after->items[i];
    const GbYamlNode *old = find_same (before, index, item);
    const char *name = name_of (item);
    if (old != NULL && name != NULL) {
      Group own = { .name = name };
      Spot inner = *spot;
      inner.label
        = are_entries ? NULL : gb_arena_join (facts->scene->arena, spot->label, " ", name, NULL);
      compare (facts, are_entries ? &own : group, &inner, old, item);
    } else if (old == NULL && are_entries && name != NULL) {
      (void)add_group (facts, name, "added");
    } else if (old == NULL) {
      add_row (facts, group, spot, NULL, item);
    }
  }
}

static void
compare_value (Facts *facts, Group *group, const Spot *spot, const GbYamlNode *before,
               const GbYamlNode *after)
{
  if (is_equal (before, after) || facts->n >= FACTS_MAX)
    return;
  if (may_be_list (before) && may_be_list (after)) {
    tell_gone (facts, group, spot, before, after);
    tell_come (facts, group, spot, before, after);
  } else if (before != NULL && after != NULL && before->kind == GB_YAML_MAPPING
             && after->kind == GB_YAML_MAPPING) {
    compare (facts, group, spot, before, after);
  } else {
    add_row (facts, group, spot, before, after);
  }
}

/* Two mappings at @spot: keys as they stand now, then those that went. */
static void
compare (Facts *facts, Group *group, const Spot *spot, const GbYamlNode *before,
         const GbYamlNode *after)
{
  if (before->kind != GB_YAML_MAPPING || after->kind != GB_YAML_MAPPING)
    return;
  for (guint i = 0; i < after->length; i++) {
    const char *key = after->items[2 * i]->text;
    const Spot inner = { spot->key, key, label_of (facts, spot->label, key) };
    compare_value (facts, group, &inner, gb_yaml_get (before, key), after->items[2 * i + 1]);
  }
  for (guint i = 0; i < before->length; i++) {
    const char *key = before->items[2 * i]->text;
    const Spot inner = { spot->key, key, label_of (facts, spot->label, key) };
    if (gb_yaml_get (after, key) == NULL)
      compare_value (facts, group, &inner, before->items[2 * i + 1], NULL);
  }
}

static const GbYamlNode *
parse (GbScene *scene, const char *path, const char *text)
{
  static const GbYamlNode nothing = { .kind = GB_YAML_MAPPING };
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  GbSourceFile source = { .text = text, .length = strlen (text) };
  const char *yaml = text;
  gsize length = source.length;
  GbBody body;
  if (g_str_has_suffix (path, ".md")
      && !gb_frontmatter_split (&source, path, diagnostics, &yaml, &length, &body))
    return NULL;
  gboolean is_empty;
  const GbYamlNode *node
    = gb_yaml_parse (scene->arena, path, yaml, length, 1, diagnostics, &is_empty);
  return node == NULL && is_empty ? &nothing : node;
}

void
gb_fact_set_changes (GbScene *scene, GbValue *object, const char *key, const char *path,
                     const char *before, const char *after)
{
  Facts facts = { .scene = scene };
  gb_value_set_null (object, key);
  if (!g_str_has_suffix (path, ".md") && !g_str_has_suffix (path, ".yaml"))
    return;
  const GbYamlNode *old = parse (scene, path, before);
  const GbYamlNode *new = parse (scene, path, after);
  if (old == NULL || new == NULL)
    return;
  facts.groups = gb_value_array (scene->arena);
  Group file = { .name = NULL };
  const Spot whole = { NULL, NULL, NULL };
  compare (&facts, &file, &whole, old, new);
  if (facts.n == 0)
    return;
  GbValue *value = gb_value_set_object (object, key);
  gb_value_set (value, "groups", facts.groups);
  gb_value_set_string (value, "more",
                       facts.n < FACTS_MAX ? NULL : gb_scene_word (scene, "alteration.more"));
}
