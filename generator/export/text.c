/* The plain text of each policy: policies/ID/policy.txt. */
#include "export/files.h"
#include "view/href.h"
#include "view/scene.h"
#include "view/sheet.h"

/* What a copy must say to be found again; its status, which time changes, is on the page. */
static void
print_policy (GbScene *scene, const GbSheet *sheet, GString *out)
{
  const GbPolicyCase *policy = sheet->subject;
  g_string_append_printf (out, "%s\n", policy->policy->title);
  if (policy->policy->number != NULL)
    g_string_append_printf (out, "%s\n", policy->policy->number);
  const char *address = gb_scene_address (scene, gb_href_policy (scene->arena, policy));
  if (address != NULL)
    g_string_append_printf (out, "%s\n", address);
  g_string_append_c (out, '\n');
  gb_plain_text (policy->text, out);
}

void
gb_text_files (GbView *view)
{
  for (guint i = 0; i < view->corpus->n_policies; i++) {
    const GbPolicyCase *policy = &view->corpus->policies[i];
    gb_sheet_add_print (
      view, gb_arena_join (view->arena, gb_href_policy (view->arena, policy), GB_HREF_TXT, NULL),
      print_policy, policy, 0);
  }
}
