/* What names what: mentions, clauses and relations, tied to their targets. */
#include "corpus/private.h"

#include "law/number.h"

#include <string.h>

#define ISSUE_BYTES 120 /* from the year of issue to the title */

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

/* The title under which @title is known, folded, in @arena: its own or that of what it issues; NULL
 * where there is none.  *ret_policy is NULL where several policies bear it. */
static const char *
find_title (const GbWork *work, GbArena *arena, const char *title, GbPolicyCase **ret_policy)
{
  const char *folded = gb_links_fold_title (arena, title);
  gpointer found = NULL;
  gboolean known = g_hash_table_lookup_extended (work->titles, folded, NULL, &found);
  if (found == NULL) {
    const char *inner = issued_title (arena, folded);
    if (inner != NULL && g_hash_table_lookup_extended (work->titles, inner, NULL, &found)) {
      folded = inner;
      known = TRUE;
    }
  }
  *ret_policy = found;
  return known ? folded : NULL;
}

/* -- which of those that bear one title -- */

static gboolean
has_title (GbArena *arena, const GbPolicyCase *policy, const char *folded)
{
  const GbPolicy *source = policy->policy;
  if (source->title != NULL && strcmp (gb_links_fold_title (arena, source->title), folded) == 0)
    return TRUE;
  for (guint i = 0; i < source->aliases.length; i++)
    if (strcmp (gb_links_fold_title (arena, GB_TEXT_AT (source->aliases, i)), folded) == 0)
      return TRUE;
  return FALSE;
}

/* Past a bracket at @at; @at where there is none. */
static const char *
behind_bracket (const char *at)
{
  if (g_str_has_prefix (at, "（"))
    return at + strlen ("（");
  return *at == '(' ? at + 1 : at;
}

/* The number in brackets behind a title, 《X》（甲发〔2019〕3号）; NULL where there is none. */
static const char *
number_behind (const GbText *text, guint title)
{
  const GbMention *next = &text->mentions[title] + 1;
  if (title + 1 >= text->n_mentions || next->kind != GB_MENTION_NUMBER)
    return NULL;
  const char *at = behind_bracket (text->html + text->mentions[title].end);
  return at == text->html + next->start ? next->text : NULL;
}

/* The year in brackets behind a title, 《X》（2019年修订）; 0 where there is none. */
static int
year_behind (const GbText *text, guint title)
{
  const char *start = text->html + text->mentions[title].end;
  const char *at = behind_bracket (start);
  int year = 0;
  int digits = 0;
  for (; at > start && digits < 4 && g_ascii_isdigit (at[digits]); digits++)
    year = year * 10 + (at[digits] - '0');
  return digits == 4 && !g_ascii_isdigit (at[4]) && year >= 1949 ? year : 0;
}

/* The year in which a title was issued, 2019年2月3日示例市示例局印发的《X》; 0 where that is not
 * said. */
static int
year_before (const GbText *text, guint title)
{
  static const char *const issued[] = { "发布的", "印发的", "公布的", "颁布的", "通过的", NULL };
  static const char year_sign[] = "年";
  const char *html = text->html;
  const char *at = html + text->mentions[title].start;
  gsize verb = 0;
  for (guint i = 0; issued[i] != NULL && verb == 0; i++) {
    gsize size = strlen (issued[i]);
    if ((gsize)(at - html) >= size && memcmp (at - size, issued[i], size) == 0)
      verb = size;
  }
  at -= verb;
  for (guint n = 0; verb > 0 && n < ISSUE_BYTES && at - html > 4; n++, at--) {
    if (*at == '<' || *at == '>' || g_str_has_prefix (at, "。") || g_str_has_prefix (at, "；"))
      return 0;
    if (g_str_has_prefix (at, year_sign) && g_ascii_isdigit (at[-4])) {
      int year = (int)g_ascii_strtoll (at - 4, NULL, 10);
      return year >= 1949 && year <= 2199 ? year : 0;
    }
  }
  return 0;
}

static gboolean
is_of_year (const GbPolicyCase *policy, int year)
{
  const GbPolicy *source = policy->policy;
  if ((source->signed_ != GB_DATE_NONE && gb_date_year (source->signed_) == year)
      || (source->number != NULL && gb_number_year (source->number) == year))
    return TRUE;
  for (guint i = 0; i < source->versions.length; i++)
    if (gb_date_year (GB_LIST_AT (GbVersion, source->versions, i)->from) == year)
      return TRUE;
  return FALSE;
}

/* Whether @number, in normal form, is a number of another document than @policy. */
static gboolean
is_other_number (GbArena *arena, const GbPolicyCase *policy, const char *number)
{
  const char *own = policy->policy->number;
  GbNumber ours;
  GbNumber theirs;
  if (own == NULL || !gb_number_parse (gb_number_normalise (arena, own), &ours)
      || !gb_number_parse (number, &theirs))
    return FALSE;
  return ours.form == GB_NUMBER_BRACKETED && theirs.form == GB_NUMBER_BRACKETED
         && (ours.year != theirs.year || ours.serial != theirs.serial);
}

static void
note_several (const GbWork *work, GbArena *arena, const char *file, const GbMention *mention,
              const char *folded)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < work->corpus.n_policies; i++)
    if (has_title (arena, &work->corpus.policies[i], folded))
      g_string_append_printf (names, "%s'%s'", names->len > 0 ? ", " : "",
                              work->corpus.policies[i].policy->id);
  gb_diagnostics_note (work->diagnostics, (GbPlace){ file, mention->line, 0 }, "shared-title",
                       "《%s》 is the title of %s; write the number of the one that is meant "
                       "behind it, 《…》（…〔…〕…号）",
                       mention->text, names->str);
}

/* The policy that title @i of @text, in @file, means: the one of the number or the year that stands
 * behind it; NULL where it is none of the site or cannot be told. */
static const GbPolicyCase *
policy_of_title (const GbWork *work, GbArena *arena, const char *file, const GbPolicyCase *owner,
                 const GbText *text, guint i)
{
  GbPolicyCase *only = NULL;
  const char *folded = find_title (work, arena, text->mentions[i].text, &only);
  if (folded == NULL)
    return NULL;
  const char *number = number_behind (text, i);
  if (number != NULL) {
    GbPolicyCase *numbered = g_hash_table_lookup (work->numbers, number);
    if (numbered != NULL && has_title (arena, numbered, folded))
      return numbered;
    return only != NULL && !is_other_number (arena, only, number) ? only : NULL;
  }
  int year = year_behind (text, i);
  gboolean known = only != NULL && (year == 0 || is_of_year (only, year));
  if (year == 0) {
    year = year_before (text, i);
    /* What is signed in December is issued in January. */
    known = only != NULL
            && (year == 0 || is_of_year (only, year) || is_of_year (only, year - 1)
                || is_of_year (only, year + 1));
  }
  if (only != NULL)
    return known ? only : NULL;
  const GbPolicyCase *found = NULL;
  guint n_found = 0;
  gboolean is_owners = FALSE;
  for (guint k = 0; k < work->corpus.n_policies; k++) {
    const GbPolicyCase *policy = &work->corpus.policies[k];
    if (!has_title (arena, policy, folded))
      continue;
    is_owners = is_owners || policy == owner;
    if (year > 0 && !is_of_year (policy, year))
      continue;
    n_found++;
    found = policy;
  }
  if (n_found == 1)
    return found;
  /* A text names itself, or the one that it replaces. */
  if (n_found > 1 && !is_owners)
    note_several (work, arena, file, &text->mentions[i], folded);
  return NULL;
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

/* The name in @list, of what @name_of says, that is written as @file, plainly or with %20. */
static const char *
find_name (const GbList *list, gsize offset, const char *file)
{
  g_autofree char *plain = g_uri_unescape_string (file, NULL);
  for (guint i = 0; i < list->length; i++) {
    const char *name
      = offset == G_MAXSIZE ? list->items[i] : G_STRUCT_MEMBER (char *, list->items[i], offset);
    if (g_strcmp0 (name, file) == 0 || (plain != NULL && g_strcmp0 (name, plain) == 0))
      return name;
  }
  return NULL;
}

/* -- what a text calls a document for itself -- */

typedef struct {
  const char *name;
  const GbPolicyCase *policy; /* or NULL */
} ShortName;

/* Whether mention @title gives another name to the document before it: 《X》（以下简称《Y》）. */
static gboolean
is_short_name (const GbText *text, guint title)
{
  static const char *const words[] = { "）", ")", "（", "(", "，", ",", "以下", NULL };
  static const char *const said[] = { "简称", "称", NULL };
  if (title == 0)
    return FALSE;
  const char *at = text->html + text->mentions[title - 1].end;
  const char *end = text->html + text->mentions[title].start;
  const char *start = at;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (at, words[i]))
      at += strlen (words[i]);
  for (guint i = 0; at > start && said[i] != NULL; i++)
    if (g_str_has_prefix (at, said[i]))
      return at + strlen (said[i]) == end;
  return FALSE;
}

static const ShortName *
find_short_name (const GArray *names, const char *name)
{
  for (guint i = names->len; i > 0; i--) {
    const ShortName *known = &g_array_index (names, ShortName, i - 1);
    if (strcmp (known->name, name) == 0)
      return known;
  }
  return NULL;
}

/* A picture is an attachment: of the own policy by its name, of another as /policies/ID/FILE. */
static GbTarget
target_of_picture (const GbWork *work, const char *file, const GbPolicyCase *owner,
                   const GbPicture *picture)
{
  const char *name = picture->file;
  while (g_str_has_prefix (name, "./"))
    name += 2;
  gboolean version = owner != NULL && strstr (file, "/versions/") != NULL;
  if (version && g_str_has_prefix (name, "../"))
    name += 3;
  static const char prefix[] = "/policies/";
  const char *slash = g_str_has_prefix (name, prefix) ? strchr (name + strlen (prefix), '/') : NULL;
  if (slash != NULL) {
    g_autofree char *id
      = g_strndup (name + strlen (prefix), (gsize)(slash - name) - strlen (prefix));
    owner = gb_corpus_policy (&work->corpus, id);
    name = slash + 1;
  }
  GbPlace place = { file, picture->line, picture->column };
  const char *found = owner == NULL ? NULL
                                    : find_name (&owner->policy->attachments,
                                                 G_STRUCT_OFFSET (GbAttachment, file), name);
  if (found != NULL)
    return (GbTarget){ .policy = owner, .path = found };
  if (owner == NULL)
    gb_diagnostics_error (work->diagnostics, place, "missing-file",
                          "there is no picture '%s': only beside a policy.md files are published; "
                          "put it there, list it under 'attachments' and write "
                          "'/policies/ID/FILE'",
                          picture->file);
  else if (find_name (&owner->policy->unlisted, G_MAXSIZE, name) != NULL)
    gb_diagnostics_error (work->diagnostics, place, "unlisted-picture",
                          "the picture '%s' is not published; list it under 'attachments' in %s: "
                          "- {file: %s, title: …}",
                          name, owner->policy->file, name);
  else
    gb_diagnostics_error (work->diagnostics, place, "missing-file",
                          "there is no picture '%s' beside %s; put it there and list it under "
                          "'attachments'",
                          name, owner->policy->file);
  return (GbTarget){ 0 };
}

const GbTarget *
gb_links_targets (const GbWork *work, GbArena *arena, GbArena *scratch, const char *file,
                  const GbText *text, const GbPolicyCase *owner, gboolean is_owner)
{
  GbTarget *targets = gb_arena_newv (arena, GbTarget, text->n_mentions + text->n_pictures);
  for (guint i = 0; i < text->n_pictures; i++)
    targets[text->n_mentions + i] = target_of_picture (work, file, owner, &text->pictures[i]);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (ShortName));
  const GbPolicyCase *policy = NULL; /* of the mention before */
  for (guint i = 0; i < text->n_mentions; i++) {
    const GbMention *mention = &text->mentions[i];
    if (mention->kind == GB_MENTION_LINK) {
      targets[i] = target_of_link (work, arena, file, owner, mention);
      policy = targets[i].policy;
      continue;
    }
    if (mention->kind == GB_MENTION_TITLE) {
      const ShortName *known = find_short_name (names, mention->text);
      gb_arena_reset (scratch);
      if (is_short_name (text, i)) {
        ShortName name = { mention->text, policy };
        g_array_append_val (names, name);
      } else if (known != NULL) {
        policy = known->policy;
      } else {
        policy = policy_of_title (work, scratch, file, owner, text, i);
      }
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
    int kuan;
    if (policy == NULL || targets[i].anchor == NULL
        || gb_text_clause (policy->text, targets[i].anchor, &kuan) != NULL)
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
  GbPolicyCase *titled = NULL;
  (void)find_title (work, work->scratch, relation->title, &titled);
  return titled;
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
