#include "commands/announcement.h"

#include "view/href.h"
#include "view/words.h"

#include <string.h>

/* Lines of each list before the rest is only counted. */
#define LINES_MAX 50

typedef struct {
  const GbValue *words;
  const GbCorpus *corpus;
  GbArena *arena;
  GString *out;
} Writer;

static const char *
word (const Writer *writer, const char *name)
{
  return gb_words_in (writer->words, "announcement", name);
}

/* The part of @path between @before and the next '/'. */
static const char *
part_after (const Writer *writer, const char *path, const char *before)
{
  if (!g_str_has_prefix (path, before))
    return NULL;
  const char *start = path + strlen (before);
  return gb_arena_strndup (writer->arena, start, strcspn (start, "/"));
}

static const char *
title_of_policy (const Writer *writer, const char *id)
{
  const GbPolicyCase *policy = gb_corpus_policy (writer->corpus, id);
  return policy == NULL ? NULL : gb_arena_printf (writer->arena, "《%s》", policy->policy->title);
}

static const char *
title_of_notice (const Writer *writer, const char *id)
{
  const GbNoticeCase *notice = gb_corpus_notice (writer->corpus, id);
  return notice == NULL ? NULL : notice->notice->title;
}

/* What a source file is about; its path where nothing here has a title. */
static const char *
title_of_text (const Writer *writer, const char *path)
{
  const char *title = NULL;
  const char *id = part_after (writer, path, "content/policies/");
  if (id != NULL)
    title = title_of_policy (writer, id);
  else if ((id = part_after (writer, path, "content/registries/")) != NULL) {
    const GbRegistryCase *registry = gb_corpus_registry (writer->corpus, id);
    title = registry == NULL ? NULL : registry->registry->title;
  } else if ((id = part_after (writer, path, "content/notices/")) != NULL) {
    title = title_of_notice (writer, gb_arena_strndup (writer->arena, id, strcspn (id, ".")));
  }
  return title == NULL ? path : gb_arena_printf (writer->arena, "%s（%s）", title, path);
}

/* What has a status, and the group of words its statuses are in. */
static const char *
title_of_status (const Writer *writer, const char *address, const char **ret_group)
{
  const char *title = NULL;
  const char *id = part_after (writer, address, GB_HREF_POLICIES);
  *ret_group = "force";
  if (id != NULL) {
    title = title_of_policy (writer, id);
  } else if ((id = part_after (writer, address, GB_HREF_NOTICES)) != NULL) {
    *ret_group = "notice-state";
    title = title_of_notice (writer, id);
  } else if ((id = part_after (writer, address, GB_HREF_REGISTRIES)) != NULL) {
    *ret_group = "standing";
    const GbRegistryCase *registry = gb_corpus_registry (writer->corpus, id);
    const char *entries = strstr (address, "/" GB_HREF_ENTRIES);
    const char *entry_id
      = entries == NULL ? NULL : part_after (writer, entries, "/" GB_HREF_ENTRIES);
    const GbEntryCase *entry
      = registry == NULL || entry_id == NULL ? NULL : gb_registry_case_entry (registry, entry_id);
    if (entry != NULL)
      title = gb_arena_printf (writer->arena, "%s（%s）", entry->name, registry->registry->title);
  }
  return title == NULL ? address : title;
}

static void
append_line (Writer *writer, const char *title, const char *what)
{
  g_string_append_printf (writer->out, "- %s\n",
                          gb_words_fill (writer->words, writer->arena, "announcement.colon",
                                         "title", title, "what", what, NULL));
}

static void
append_more (Writer *writer, guint n)
{
  if (n > LINES_MAX)
    g_string_append_printf (
      writer->out, "- %s\n",
      gb_words_count (writer->words, writer->arena, "announcement.more", n - LINES_MAX));
}

static const char *
kind_of_change (const GbManifestChange *change)
{
  return change->before == NULL ? "added" : change->after == NULL ? "removed" : "changed";
}

static void
append_texts (Writer *writer, const GbManifestChanges *changes)
{
  if (changes->n_texts == 0)
    return;
  g_string_append_printf (writer->out, "\n%s\n", word (writer, "text-list"));
  for (guint i = 0; i < MIN (changes->n_texts, LINES_MAX); i++)
    append_line (writer, title_of_text (writer, changes->texts[i].path),
                 word (writer, kind_of_change (&changes->texts[i])));
  append_more (writer, changes->n_texts);
}

static void
append_statuses (Writer *writer, const GbManifestChanges *changes)
{
  if (changes->n_statuses == 0)
    return;
  g_string_append_printf (writer->out, "\n%s\n", word (writer, "status-list"));
  for (guint i = 0; i < MIN (changes->n_statuses, LINES_MAX); i++) {
    const GbManifestChange *change = &changes->statuses[i];
    const char *group;
    const char *title = title_of_status (writer, change->path, &group);
    const char *states[2] = { change->before, change->after };
    for (gsize k = 0; k < G_N_ELEMENTS (states); k++)
      states[k]
        = states[k] == NULL ? word (writer, "none") : gb_words_in (writer->words, group, states[k]);
    append_line (writer, title,
                 gb_words_fill (writer->words, writer->arena, "announcement.arrow", "before",
                                states[0], "after", states[1], NULL));
  }
  append_more (writer, changes->n_statuses);
}

/* Where the officer said nothing: how much of what changed. */
static const char *
summary (const Writer *writer, const GbAnnouncementFacts *facts)
{
  const GbManifestChanges *changes = &facts->changes;
  if (facts->first)
    return word (writer, "first");
  const char *texts
    = gb_words_count (writer->words, writer->arena, "announcement.texts", changes->n_texts);
  const char *statuses
    = gb_words_count (writer->words, writer->arena, "announcement.statuses", changes->n_statuses);
  if (changes->n_texts > 0 && changes->n_statuses > 0)
    return gb_arena_printf (writer->arena, "%s%s%s", texts, word (writer, "and"), statuses);
  if (changes->n_texts > 0 || changes->n_statuses > 0)
    return changes->n_texts > 0 ? texts : statuses;
  if (facts->n_restored > 0)
    return gb_words_count (writer->words, writer->arena, "announcement.restored",
                           facts->n_restored);
  return gb_words_count (writer->words, writer->arena, "announcement.pages", changes->n_files);
}

static void
append_files (Writer *writer, const GbManifestChanges *changes)
{
  guint counts[3] = { 0 };
  for (guint i = 0; i < changes->n_files; i++)
    counts[changes->files[i].before == NULL ? 0 : changes->files[i].after == NULL ? 2 : 1]++;
  const char *numbers[4];
  for (gsize i = 0; i < 3; i++)
    numbers[i] = gb_arena_printf (writer->arena, "%u", counts[i]);
  numbers[3] = gb_arena_printf (writer->arena, "%u", changes->n_texts);
  g_string_append_printf (writer->out, "\n%s\n",
                          gb_words_fill (writer->words, writer->arena, "announcement.files",
                                         "added", numbers[0], "changed", numbers[1], "removed",
                                         numbers[2], "texts", numbers[3], NULL));
}

GString *
gb_announcement_of_publication (const GbEdition *edition, const GbAnnouncementFacts *facts)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  GString *out = g_string_new (NULL);
  Writer writer = { edition->words, edition->workspace->corpus, arena, out };
  const char *subject = NULL;
  const char *rest = "";
  if (facts->note != NULL) {
    gsize length = strcspn (facts->note, "\n");
    subject = gb_arena_strndup (arena, facts->note, length);
    rest = facts->note + length + strspn (facts->note + length, "\n");
  }
  g_string_append_printf (out, "%s\n",
                          gb_words_fill (edition->words, arena, "announcement.subject", "what",
                                         subject != NULL ? subject : summary (&writer, facts),
                                         NULL));
  if (rest[0] != '\0')
    g_string_append_printf (out, "\n%s\n", rest);
  if (!facts->first) {
    append_texts (&writer, &facts->changes);
    append_statuses (&writer, &facts->changes);
  }
  append_files (&writer, &facts->changes);
  char day[GB_DATE_LENGTH];
  g_string_append_printf (
    out,
    "\nSource: %s\nAs-Of: %s\nManifest: %s\nTexts-Changed: %u\nStatuses-Changed: %u\n"
    "Pages-Rerendered: %u\n",
    facts->source, gb_date_format (facts->manifest->as_of, day), facts->manifest_hash,
    facts->changes.n_texts, facts->changes.n_statuses, facts->n_pages);
  return out;
}

GString *
gb_announcement_of_content (const char *note, gboolean editorial)
{
  GString *out = g_string_new (note);
  g_string_append (out, "\n");
  if (editorial)
    g_string_append (out, "\nChange: editorial\n");
  return out;
}
