/* How a clause is cited. */
#include "corpus/corpus.h"

#include <string.h>

/* The text that @unit stands in where it is not the first of the document, or NULL. */
static const GbUnit *
later_text (const GbText *text, const GbUnit *unit)
{
  while (unit->parent >= 0)
    unit = &text->units[unit->parent];
  return unit->kind == GB_UNIT_TITLE && strcmp (unit->anchor, "text") != 0 ? unit : NULL;
}

const char *
gb_unit_label (GbArena *arena, const GbText *text, const GbUnit *unit)
{
  /* An item is cited with its article (第十四条（三）), a section item with its section, and so is
   * a caption （二） over articles. */
  gboolean cited_with_parent
    = unit->kind == GB_UNIT_ITEM || unit->kind == GB_UNIT_SUBITEM
      || (unit->kind == GB_UNIT_DIVISION && !g_str_has_prefix (unit->label, "第"));
  /* 附件“二、主要指标”: 附件二、 would be the second annex, 二、 alone the second part of the text.
   */
  if (unit->kind == GB_UNIT_SECTION && unit->parent >= 0
      && text->units[unit->parent].kind == GB_UNIT_ANNEX)
    return gb_arena_printf (arena, "%s“%s%s”", text->units[unit->parent].label, unit->label,
                            unit->title == NULL ? "" : unit->title);
  if (!cited_with_parent || unit->parent < 0) {
    gboolean titled
      = unit->kind == GB_UNIT_TITLE || unit->kind == GB_UNIT_HEADING || unit->kind == GB_UNIT_COVER;
    const GbUnit *later = titled ? NULL : later_text (text, unit);
    if (later != NULL && later->title != NULL)
      return gb_arena_printf (arena, "《%s》%s", later->title, unit->label);
    return titled && unit->title != NULL ? unit->title : unit->label;
  }
  const GbUnit *parent = &text->units[unit->parent];
  if (parent->kind == GB_UNIT_TITLE || parent->kind == GB_UNIT_COVER)
    return unit->label;
  return gb_arena_printf (arena, "%s%s", gb_unit_label (arena, text, parent), unit->label);
}
