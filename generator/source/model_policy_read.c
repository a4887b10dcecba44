#include "source/model_policy_read.h"

#include <string.h>

#include "source/dictionary.h"
#include "source/filename.h"
#include "source/folder.h"
#include "source/reserved.h"
#include "source/scalar.h"

/* An attachment is published byte by byte, whatever it holds. */
static void
hash_attachment (GbReader *reader, const char *file)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  GbTreeFile taken = gb_tree_take (reader->tree, file, 0, arena);
  if (taken.outcome != GB_TREE_READ) {
    gb_diagnostics_error (reader->diagnostics, gb_yaml_place (file, NULL, NULL), "unreadable",
                          "the file cannot be read: %s",
                          taken.reason != NULL ? taken.reason : "it is no ordinary file");
    return;
  }
  char hash[GB_HASH_LENGTH];
  gb_reader_note (reader, file, taken.length, gb_hash_sha256 (taken.bytes, taken.length, hash));
}

/* What is wrong with the name of an attachment, before it is looked for; FALSE with @reason. */
static gboolean
check_attachment_name (const char *name, GString *reason)
{
  g_autofree char *folded = gb_filename_fold (name);
  if (strcmp (name, "policy.md") == 0 || strcmp (name, "interpretation.md") == 0)
    g_string_append_printf (reason, "'%s' is shown as a page and cannot be an attachment", name);
  else if (strchr (name, '/') != NULL)
    g_string_append (reason,
                     "write only the name of a file that lies beside policy.md, without '/'");
  else if (g_strv_contains (gb_reserved_attachments, folded))
    g_string_append_printf (reason,
                            "the site has a file of its own at the address of '%s'; give the "
                            "attachment another name",
                            name);
  else if (!gb_filename_is_plain (name, reason)) {
    g_autofree char *fault = g_strdup (reason->str);
    g_string_printf (reason,
                     "the name '%s' %s, which not every disk and server takes as it is; give the "
                     "attachment another name",
                     name, fault);
  } else
    return TRUE;
  return FALSE;
}

/* Attachments must lie beside the text, and what lies there must be listed. */
static void
check_attachments (GbReader *reader, GbPolicy *policy, const GbFolder *folder,
                   const char *folder_file)
{
  GbDiagnostics *diagnostics = reader->diagnostics;
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  /* Folded name → GbAttachment. */
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) reason = g_string_new (NULL);
  for (guint i = 0; i < policy->attachments.length; i++) {
    const GbAttachment *attachment = GB_LIST_AT (GbAttachment, policy->attachments, i);
    const char *name = attachment->file;
    if (name == NULL)
      continue;
    GbPlace place = gb_yaml_place (policy->file, attachment->node, "file");
    const GbItem *item = gb_folder_find (folder, name);
    g_autofree char *folded = gb_filename_fold (name);
    const GbAttachment *first = g_hash_table_lookup (taken, folded);
    g_string_truncate (reason, 0);
    g_hash_table_add (listed, (gpointer)name);
    if (!check_attachment_name (name, reason))
      gb_diagnostics_error (diagnostics, place, "bad-attachment", "%s", reason->str);
    else if (item == NULL || item->kind != GB_ITEM_FILE)
      gb_diagnostics_error (diagnostics, place, "missing-file", "there is no file '%s' in %s", name,
                            folder_file);
    else if (!gb_filename_is_document (name, reason))
      gb_diagnostics_error (diagnostics, place, "bad-attachment", "%s", reason->str);
    else if (first != NULL && strcmp (first->file, name) == 0)
      gb_diagnostics_error (diagnostics, place, "bad-attachment",
                            "'%s' is listed twice; delete one of them", name);
    else if (first != NULL)
      gb_diagnostics_error (diagnostics, place, "bad-attachment",
                            "many disks and servers take '%s' and '%s' (line %u) for one name; "
                            "give one of the two another",
                            name, first->file,
                            gb_yaml_place (policy->file, first->node, "file").line);
    else {
      g_hash_table_insert (taken, g_steal_pointer (&folded), (gpointer)attachment);
      hash_attachment (reader, gb_arena_printf (reader->arena, "%s/%s", folder_file, name));
    }
  }
  g_autoptr (GPtrArray) unlisted = g_ptr_array_new ();
  for (guint i = 0; i < folder->length; i++) {
    const char *name = folder->items[i].name;
    gboolean is_folder = folder->items[i].kind == GB_ITEM_FOLDER;
    if (strcmp (name, "policy.md") == 0 || strcmp (name, "interpretation.md") == 0
        || (is_folder ? strcmp (name, "versions") == 0 : g_hash_table_contains (listed, name)))
      continue;
    g_autofree char *file = g_strconcat (folder_file, "/", name, NULL);
    if (is_folder)
      gb_diagnostics_warning (diagnostics, gb_yaml_place (file, NULL, NULL), "stray-file",
                              "this folder is not read");
    else {
      g_ptr_array_add (unlisted, (gpointer)name);
      gb_diagnostics_warning (diagnostics, gb_yaml_place (file, NULL, NULL), "unlisted-attachment",
                              "the file is not published; list it under 'attachments' in %s, or "
                              "remove it",
                              policy->file);
    }
  }
  policy->unlisted.items
    = gb_arena_seal_pointers (reader->arena, unlisted, &policy->unlisted.length);
}

static void
read_interpretation (GbReader *reader, GbPolicy *policy, const char *file)
{
  GbDiagnostics *diagnostics = reader->diagnostics;
  GbSourceFile source;
  if (!gb_reader_file (reader, reader->texts, file, GB_FRONTMATTER_SIZE, &source))
    return;
  if (g_str_has_prefix (source.text, "---\n")) {
    gb_diagnostics_error (diagnostics, (GbPlace){ file, 1, 1 }, "unexpected-front-matter",
                          "an interpretation has no keys of its own; begin with the text");
    return;
  }
  policy->interpretation = (GbBody){ source.text, source.length, 1 };
  policy->interpretation_file = file;
}

/* NULL where the file cannot be read or is named after no day. */
static GbVersion *
read_version (GbReader *reader, const GbPolicy *policy, const char *file, const char *name)
{
  GbDiagnostics *diagnostics = reader->diagnostics;
  g_autofree char *day = g_strndup (name, strlen (name) - strlen (".md"));
  g_autoptr (GString) reason = g_string_new (NULL);
  GbDate from;
  if (!gb_scalar_date (day, &from, reason)) {
    gb_diagnostics_error (diagnostics, gb_yaml_place (file, NULL, NULL), "bad-version",
                          "the name is the day from which this text is in force: %s", reason->str);
    return NULL;
  }
  GbBody body;
  gsize size;
  GbVersion *version
    = gb_reader_text (reader, reader->texts, &gb_schema_version, file, &body, &size);
  if (version == NULL)
    return NULL;
  version->file = file;
  version->from = from;
  version->body = body;
  if (version->amended_by != NULL)
    version->amended_by->from = from;
  gb_reader_check_body (reader, &gb_schema_version, file, &body);
  if (from == policy->version) {
    gb_diagnostics_error (diagnostics, gb_yaml_place (file, NULL, NULL), "duplicate-version",
                          "the text in policy.md is in force from this day ('version', line %u "
                          "there); delete one of the two texts or correct the day",
                          gb_yaml_place (policy->file, policy->node, "version").line);
    return NULL;
  }
  return version;
}

static void
read_versions (GbReader *reader, GbPolicy *policy, const char *folder_file)
{
  GbDiagnostics *diagnostics = reader->diagnostics;
  GbFolder folder = gb_folder_list (reader->arena, reader->tree, folder_file, diagnostics);
  gpointer *items = gb_arena_newv (reader->arena, gpointer, folder.length);
  for (guint i = 0; i < folder.length; i++) {
    const GbItem *item = &folder.items[i];
    const char *file = gb_arena_printf (reader->arena, "%s/%s", folder_file, item->name);
    if (item->kind != GB_ITEM_FILE || !g_str_has_suffix (item->name, ".md")) {
      gb_diagnostics_warning (diagnostics, gb_yaml_place (file, NULL, NULL), "stray-file",
                              "this %s is not read; each version is a file here, named after the "
                              "day it takes effect, such as 2024-05-01.md",
                              item->kind == GB_ITEM_FOLDER ? "folder" : "file");
      continue;
    }
    GbVersion *version = read_version (reader, policy, file, item->name);
    if (version != NULL)
      items[policy->versions.length++] = version;
  }
  policy->versions.items = items; /* the order of the names is that of the days */
}

GbPolicy *
gb_model_policy_read (GbReader *reader, const char *folder_file, const char *id)
{
  GbDiagnostics *diagnostics = reader->diagnostics;
  GbFolder folder = gb_folder_list (reader->arena, reader->tree, folder_file, diagnostics);
  const GbItem *text = gb_folder_find (&folder, "policy.md");
  char *file = gb_arena_printf (reader->arena, "%s/policy.md", folder_file);
  if (text == NULL) {
    gb_diagnostics_error (diagnostics, gb_yaml_place (file, NULL, NULL), "missing-file",
                          "the folder of a policy must hold its text, policy.md");
    return NULL;
  }
  GbBody body;
  gsize size;
  GbPolicy *policy = gb_reader_text (reader, reader->texts, &gb_schema_policy, file, &body, &size);
  if (policy == NULL)
    return NULL;
  policy->file = file;
  policy->id = id;
  policy->body = body;
  policy->size = size;
  gb_reader_check_body (reader, &gb_schema_policy, file, &body);
  if (gb_folder_find (&folder, "interpretation.md") != NULL)
    read_interpretation (reader, policy,
                         gb_arena_printf (reader->arena, "%s/interpretation.md", folder_file));
  if (policy->amended_by != NULL)
    policy->amended_by->from = policy->version;
  const GbItem *versions = gb_folder_find (&folder, "versions");
  if (versions != NULL && versions->kind == GB_ITEM_FOLDER)
    read_versions (reader, policy, gb_arena_printf (reader->arena, "%s/versions", folder_file));
  if (folder.length > 1 || policy->attachments.length > 0)
    check_attachments (reader, policy, &folder, folder_file);
  return policy;
}
