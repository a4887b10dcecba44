#include "text/edit.h"

#include <string.h>

#include "source/frontmatter.h"

static gboolean
has_articles (const char *path)
{
  return g_str_has_prefix (path, "content/policies/") && g_str_has_suffix (path, ".md")
         && !g_str_has_suffix (path, "/interpretation.md");
}

static const GbText *
parse (GbArena *arena, const char *path, const char *words, const char **ret_head)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  GbSourceFile source = { .text = words, .length = strlen (words) };
  const char *yaml;
  gsize length;
  GbBody body;
  if (!gb_frontmatter_split (&source, path, diagnostics, &yaml, &length, &body))
    return NULL;
  *ret_head = gb_arena_strndup (arena, yaml, length);
  return gb_text_parse (arena, path, &body, diagnostics);
}

const GbText *
gb_edit_text (GbArena *arena, const char *path, const char *words)
{
  const char *head;
  return parse (arena, path, words, &head);
}

GbEdit
gb_edit_compare (GbArena *arena, const char *path, const char *before, const char *after)
{
  GbEdit edit = { 0 };
  if (has_articles (path)) {
    const char *old_head, *new_head;
    edit.old_text = parse (arena, path, before, &old_head);
    edit.new_text = parse (arena, path, after, &new_head);
    if (edit.old_text != NULL && edit.new_text != NULL) {
      edit.words = gb_redline_texts (arena, edit.old_text, edit.new_text);
      before = old_head;
      after = new_head;
    }
  }
  edit.lines = gb_redline_lines (arena, before, after);
  return edit;
}
