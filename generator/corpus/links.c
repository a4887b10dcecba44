/* What names what: mentions, clauses and relations, tied to their targets. */
#include "corpus/private.h"

#include "law/number.h"

#include <string.h>

/* Titles are compared without white space and with one form of each bracket and quote, because the
 * same title is printed with all of them. */
const char *
gb_links_fold_title (GbArena *arena, const char *title)
{
  static const struct {
    const char *from; /* three bytes each */
    char to;
  } variants[] = {
    { "（", '(' }, { "）", ')' }, { "“", '"' },  { "”", '"' }, { "〈", '<' },
    { "〉", '>' }, { "《", '<' }, { "》", '>' }, { "　", 0 },  { "：", ':' },
    { "，", ',' }, { "－", '-' }, { "—", '-' },  { "–", '-' }, { "＋", '+' },
  };
  char *folded = gb_arena_alloc (arena, strlen (title) + 1);
  char *out = folded;
  for (const char *at = title; *at != '\0';) {
    if (g_ascii_isspace (*at)) {
      at++;
      continue;
    }
    /* The variants all begin with one of three bytes, which no Chinese character does. */
    gboolean is_candidate = *at == '\xe2' || *at == '\xe3' || *at == '\xef';
    guint i = 0;
    for (; is_candidate && i < G_N_ELEMENTS (variants); i++)
      if (strncmp (at, variants[i].from, 3) == 0)
        break;
    if (is_candidate && i < G_N_ELEMENTS (variants)) {
      if (variants[i].to != 0)
        *out++ = variants[i].to;
      at += 3;
      continue;
    }
    *out++ = *at++;
  }
  return folded;
}

static void
index_title (GbWork *work, const char *title, GbPolicyCase *policy)
{
  const char *folded = gb_links_fold_title (work->arena, title);
  gpointer known = NULL;
  if (g_hash_table_lookup_extended (work->titles, folded, NULL, &known) && known != policy)
    g_hash_table_insert (work->titles, (gpointer)folded, NULL); /* ambiguous: no link is right */
  else
    g_hash_table_insert (work->titles, (gpointer)folded, policy);
}

static void
index_number (GbWork *work, const char *number, GbPolicyCase *policy)
{
  if (number != NULL)
    g_hash_table_insert (work->numbers, (gpointer)gb_number_normalise (work->arena, number),
                         policy);
}

void
gb_links_index (GbWork *work)
{
  for (guint i = 0; i < work->corpus.n_policies; i++) {
    GbPolicyCase *policy = &work->corpus.policies[i];
    const GbPolicy *source = policy->policy;
    if (source->title != NULL)
      index_title (work, source->title, policy);
    for (guint k = 0; k < source->aliases.length; k++)
      index_title (work, GB_TEXT_AT (source->aliases, k), policy);
    index_number (work, source->number, policy);
    index_number (work, source->registration, policy);
  }
}

/* 《关于印发X的通知》 and 《…关于印发〈X〉的通知》 name X as well. */
static const char *
issued_title (GbArena *arena, const char *folded)
{
  static const char before[] = "关于印发";
  static const char after[] = "的通知";
  const char *start = strstr (folded, before);
  if (start == NULL || !g_str_has_suffix (folded, after))
    return NULL;
  start += strlen (before);
  gsize length = strlen (start) - strlen (after);
  if (length >= 2 && start[0] == '<' && start[length - 1] == '>') {
    start++;
    length -= 2;
  }
  return gb_arena_strndup (arena, start, length);
}

static GbPolicyCase *
find_title (const GbWork *work, GbArena *arena, const char *title)
{
  const char *folded = gb_links_fold_title (arena, title);
  GbPolicyCase *policy = g_hash_table_lookup (work->titles, folded);
  if (policy != NULL)
    return policy;
  const char *inner = issued_title (arena, folded);
  return inner == NULL ? NULL : g_hash_table_lookup (work->titles, inner);
}

static const GbPolicyCase *
policy_of_path (const GbWork *work, GbArena *arena, const char *path, const char **ret_anchor)
{
  /* Editors write a bare id, an id with an anchor, or the address of the page. */
  const char *hash = strchr (path, '#');
  gsize length = hash == NULL ? strlen (path) : (gsize)(hash - path);
  *ret_anchor = hash == NULL || hash[1] == '\0' ? NULL : hash + 1;
  char *id = gb_arena_strndup (arena, path, length);
  static const char prefix[] = "/policies/";
  if (g_str_has_prefix (id, prefix))
    id += strlen (prefix);
  if (g_str_has_suffix (id, "/"))
    id[strlen (id) - 1] = '\0';
  return gb_corpus_policy (&work->corpus, id);
}

static gboolean
is_known_path (const GbWork *work, const char *path)
{
  const char *end = path + strcspn (path, "#?");
  g_autofree char *plain = g_strndup (path, (gsize)(end - path));
  g_auto (GStrv) parts = g_strsplit (plain, "/", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_ptr_array_add (words, parts[i]);
  if (words->len == 0)
    return TRUE;
  const char *first = words->pdata[0];
  const char *second = words->len > 1 ? words->pdata[1] : NULL;
  static const char *const folders[] = { "policies", "registries", "notices", "calendar", "data" };
  if (words->len == 1) {
    for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
      if (strcmp (first, folders[i]) == 0)
        return TRUE;
    for (guint i = 0; i < work->corpus.model->pages.length; i++)
      if (strcmp (first, GB_LIST_AT (GbPage, work->corpus.model->pages, i)->id) == 0)
        return TRUE;
    return FALSE;
  }
  if (strcmp (first, "policies") == 0)
    return g_strcmp0 (second, "status") == 0 || g_strcmp0 (second, "issuer") == 0
           || g_strcmp0 (second, "year") == 0 || g_strcmp0 (second, "topic") == 0
           || gb_corpus_policy (&work->corpus, second) != NULL;
  if (strcmp (first, "notices") == 0)
    return gb_corpus_notice (&work->corpus, second) != NULL;
  if (strcmp (first, "data") == 0)
    return TRUE;
  if (strcmp (first, "registries") != 0)
    return FALSE;
  const GbRegistryCase *registry = gb_corpus_registry (&work->corpus, second);
  if (registry == NULL || words->len == 2)
    return registry != NULL;
  if (strcmp (words->pdata[2], "entries") == 0 && words->len == 4)
    return gb_model_entry (registry->registry, words->pdata[3]) != NULL;
  return FALSE;
}

static GbTarget
target_of_link (const GbWork *work, GbArena *arena, const char *file, const GbPolicyCase *owner,
                const GbMention *mention)
{
  GbTarget target = { 0 };
  target.policy = policy_of_path (work, arena, mention->text, &target.anchor);
  if (target.policy != NULL)
    return target;
  if (mention->text[0] == '/') {
    if (is_known_path (work, mention->text))
      target.path = mention->text + 1;
  } else if (owner != NULL) {
    const GbList *attachments = &owner->policy->attachments;
    for (guint i = 0; i < attachments->length; i++) {
      const char *name = GB_LIST_AT (GbAttachment, *attachments, i)->file;
      if (g_strcmp0 (name, mention->text) == 0) {
        target.policy = owner;
        target.path = name;
      }
    }
  }
  if (target.path == NULL)
    gb_diagnostics_error (work->diagnostics, (GbPlace){ file, mention->line, 0 }, "broken-link",
                          "the link leads to '%s', which is no page, policy or attachment; write a "
                          "policy's id, an address of the site that begins with '/', or list the "
                          "file under 'attachments'",
                          mention->text);
  return target;
}

const GbTarget *
gb_links_targets (const GbWork *work, GbArena *arena, GbArena *scratch, const char *file,
                  const GbText *text, const GbPolicyCase *owner, gboolean is_owner)
{
  GbTarget *targets = gb_arena_newv (arena, GbTarget, text->n_mentions);
  for (guint i = 0; i < text->n_mentions; i++) {
    const GbMention *mention = &text->mentions[i];
    if (mention->kind == GB_MENTION_LINK) {
      targets[i] = target_of_link (work, arena, file, owner, mention);
      continue;
    }
    const GbPolicyCase *policy = NULL;
    if (mention->kind == GB_MENTION_TITLE) {
      gb_arena_reset (scratch);
      policy = find_title (work, scratch, mention->text);
    } else {
      policy = g_hash_table_lookup (work->numbers, mention->text);
    }
    if (policy != NULL && !(is_owner && policy == owner))
      targets[i] = (GbTarget){ .policy = policy, .anchor = mention->anchor };
  }
  return targets;
}

/* Clauses of other documents can only be looked for once every text has been read.  A text that is
 * not in force (@file NULL) may well name clauses that are no longer there, or not yet. */
static void
check_anchors (GbWork *work, const char *file, const GbText *text, const GbTarget *found)
{
  GbTarget *targets = (GbTarget *)found;
  for (guint i = 0; text != NULL && i < text->n_mentions; i++) {
    const GbPolicyCase *policy = targets[i].policy;
    if (policy == NULL || targets[i].anchor == NULL
        || gb_text_unit (policy->text, targets[i].anchor) != NULL)
      continue;
    if (file != NULL)
      gb_diagnostics_warning (work->diagnostics, (GbPlace){ file, text->mentions[i].line, 0 },
                              "broken-reference",
                              "'%s' has no clause '%s'; the link leads to the document as a whole",
                              policy->policy->id, targets[i].anchor);
    targets[i].anchor = NULL;
  }
}

static void
check_all_anchors (GbWork *work)
{
  GbCorpus *corpus = &work->corpus;
  for (guint i = 0; i < corpus->n_policies; i++) {
    const GbPolicyCase *policy = &corpus->policies[i];
    check_anchors (work, policy->text_file, policy->text, policy->targets);
    for (guint k = 0; k < policy->n_versions; k++)
      if (k != policy->current)
        check_anchors (work, NULL, policy->versions[k].text, policy->versions[k].targets);
    check_anchors (work, policy->policy->interpretation_file, policy->interpretation,
                   policy->interpretation_targets);
  }
  for (guint i = 0; i < corpus->n_notices; i++)
    check_anchors (work, corpus->notices[i].notice->file, corpus->notices[i].text,
                   corpus->notices[i].targets);
  for (guint i = 0; i < corpus->n_pages; i++)
    check_anchors (work, corpus->pages[i].page->file, corpus->pages[i].text,
                   corpus->pages[i].targets);
}

/* Who mentions whom, turned around. */
static void
link_citations (GbWork *work)
{
  g_autoptr (GHashTable) citing
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < work->corpus.n_policies; i++) {
    GbPolicyCase *policy = &work->corpus.policies[i];
    for (guint k = 0; k < policy->text->n_mentions; k++) {
      const GbPolicyCase *target = policy->targets[k].policy;
      if (target == NULL || target == policy)
        continue;
      GPtrArray *list = gb_work_list_of (citing, target);
      if (list->len == 0 || list->pdata[list->len - 1] != policy)
        g_ptr_array_add (list, policy);
    }
  }
  for (guint i = 0; i < work->corpus.n_policies; i++) {
    GbPolicyCase *policy = &work->corpus.policies[i];
    GPtrArray *list = g_hash_table_lookup (citing, policy);
    if (list != NULL)
      policy->cited_by = gb_arena_seal_pointers (work->arena, list, &policy->n_cited_by);
  }
}

typedef struct {
  gsize list;  /* of GbPolicy: the GbList of relations */
  gsize there; /* of GbPolicyCase: array and length on the citing side */
  gsize n_there;
  gsize back; /* and on the cited side */
  gsize n_back;
} Tie;

#define TIE(name, back_name)                                                                       \
  {                                                                                                \
    G_STRUCT_OFFSET (GbPolicy, name), G_STRUCT_OFFSET (GbPolicyCase, name),                        \
      G_STRUCT_OFFSET (GbPolicyCase, n_##name), G_STRUCT_OFFSET (GbPolicyCase, back_name),         \
      G_STRUCT_OFFSET (GbPolicyCase, n_##back_name)                                                \
  }

static const Tie ties[] = {
  TIE (basis, basis_of),
  TIE (amends, amended_by),
  TIE (replaces, replaced_by),
  TIE (repeals, repealed_by),
};

const GbPolicyCase *
gb_links_related (const GbWork *work, const GbRelation *relation)
{
  const GbPolicyCase *policy = gb_corpus_policy (&work->corpus, relation->policy);
  if (policy != NULL || relation->policy != NULL)
    return policy;
  if (relation->number != NULL) {
    gb_arena_reset (work->scratch);
    policy
      = g_hash_table_lookup (work->numbers, gb_number_normalise (work->scratch, relation->number));
    if (policy != NULL)
      return policy;
  }
  if (relation->title == NULL)
    return NULL;
  gb_arena_reset (work->scratch);
  return find_title (work, work->scratch, relation->title);
}

static void
link_relations (GbWork *work, const Tie *tie)
{
  g_autoptr (GHashTable) back
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < work->corpus.n_policies; i++) {
    GbPolicyCase *policy = &work->corpus.policies[i];
    const GbList *relations = &G_STRUCT_MEMBER (GbList, policy->policy, tie->list);
    GbLinkCase *links = gb_arena_newv (work->arena, GbLinkCase, relations->length);
    for (guint k = 0; k < relations->length; k++) {
      const GbRelation *relation = GB_LIST_AT (GbRelation, *relations, k);
      const GbPolicyCase *other = gb_links_related (work, relation);
      if (other == policy)
        other = NULL;
      links[k] = (GbLinkCase){ .relation = relation, .policy = other };
      if (other == NULL)
        continue;
      GArray *list = g_hash_table_lookup (back, other);
      if (list == NULL) {
        list = g_array_new (FALSE, FALSE, sizeof (GbLinkCase));
        g_hash_table_insert (back, (gpointer)other, list);
      }
      GbLinkCase link = { .relation = relation, .policy = policy };
      g_array_append_val (list, link);
    }
    G_STRUCT_MEMBER (const GbLinkCase *, policy, tie->there) = links;
    G_STRUCT_MEMBER (guint, policy, tie->n_there) = relations->length;
  }
  for (guint i = 0; i < work->corpus.n_policies; i++) {
    GbPolicyCase *policy = &work->corpus.policies[i];
    GArray *list = g_hash_table_lookup (back, policy);
    if (list != NULL)
      G_STRUCT_MEMBER (const GbLinkCase *, policy, tie->back)
        = gb_arena_seal (work->arena, list, &G_STRUCT_MEMBER (guint, policy, tie->n_back));
  }
}

static void
link_registries (GbWork *work)
{
  g_autoptr (GHashTable) held
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < work->corpus.n_registries; i++) {
    GbRegistryCase *registry = &work->corpus.registries[i];
    if (registry->policy != NULL)
      g_ptr_array_add (gb_work_list_of (held, registry->policy), registry);
  }
  for (guint i = 0; i < work->corpus.n_policies; i++) {
    GbPolicyCase *policy = &work->corpus.policies[i];
    GPtrArray *list = g_hash_table_lookup (held, policy);
    if (list != NULL)
      policy->registries = gb_arena_seal_pointers (work->arena, list, &policy->n_registries);
  }
}

void
gb_links_cite (GbWork *work)
{
  check_all_anchors (work);
  link_citations (work);
}

void
gb_links_tie (GbWork *work)
{
  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    link_relations (work, &ties[i]);
  link_registries (work);
}
