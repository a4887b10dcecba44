/* The theme as commands need it: its templates and the words of a language. */
#pragma once

#include "commands/workspace.h"
#include "template/template.h"
#include "view/words.h"

G_BEGIN_DECLS

/* The words of @language ("zh-CN"), in @arena.  NULL with @error where the file is missing; what is
 * wrong inside goes to the workspace's diagnostics. */
const GbValue *gb_theme_words (GbWorkspace *workspace, GbArena *arena, const char *language,
                               GError **error);
/* Every template of the theme, checked as a set.  NULL with @error where it cannot be read. */
GbTemplates *gb_theme_templates (GbWorkspace *workspace, GError **error);

G_END_DECLS
