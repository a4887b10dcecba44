/* gongbao codes: what the codes of `check` mean, as the Markdown of docs/codes.md. */
#include "commands/command.h"
#include "commands/theme.h"

#include "base/code.h"

static void
print_code (const GbCode *code, gboolean chinese)
{
  static const struct {
    const char *en;
    const char *zh;
  } severities[] = {
    [GB_SEVERITY_NOTE] = { "note", "注释" },
    [GB_SEVERITY_WARNING] = { "warning", "提醒" },
    [GB_SEVERITY_ERROR] = { "error", "错误" },
  };
  const GbCodeText *text = chinese ? &code->zh : &code->en;
  const char *joint = "**";
  g_print ("### `%s`\n\n", code->code);
  for (int i = GB_SEVERITY_ERROR; i >= GB_SEVERITY_NOTE; i--) {
    if ((code->severities & (1u << i)) == 0)
      continue;
    g_print ("%s%s", joint, chinese ? severities[i].zh : severities[i].en);
    joint = chinese ? "、" : ", ";
  }
  g_print (chinese ? "**：%s\n\n" : "**: %s\n\n", text->meaning);
  g_print ("%s%s\n", chinese ? "怎么办：" : "What to do: ", text->remedy);
}

static void
print_page (gboolean chinese)
{
  if (chinese)
    g_print (
      "# 代码\n\n"
      "`gongbao check` 报告的每一条，末尾方括号里是代码，供脚本使用。有错误的，不生成网站；"
      "提醒和注释不妨碍生成。程序的提示用英文，写明错在哪里、应当怎样写；下面用中文说明每个代码。\n"
      "本页由 `make docs` 从程序的代码表生成，不要直接修改；`gongbao codes 代码` 输出其中一条。\n");
  else
    g_print (
      "# Codes\n\n"
      "Each line of `gongbao check` ends with a code in brackets, which is for scripts.  An error "
      "keeps the site from being built; warnings and notes do not.\n"
      "`make docs` writes this page from the table in the program, so nobody edits it; "
      "`gongbao codes -l en CODE` prints one of them.\n");
  const GbCodeGroup *group;
  for (guint i = 0; (group = gb_code_group (i)) != NULL; i++) {
    g_print ("\n## %s\n", chinese ? group->zh : group->en);
    for (guint k = 0; k < group->n_codes; k++) {
      g_print ("\n");
      print_code (&group->codes[k], chinese);
    }
  }
}

int
gb_command_codes (int argc, char **argv)
{
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    GB_LANGUAGE_ENTRY (language),
    { NULL },
  };
  if (!gb_command_parse (&argc, &argv, entries, "[CODE…]",
                         "Prints what the codes of 'gongbao check' mean and what to do, all of "
                         "them or those that are named, as Markdown."))
    return GB_ERROR_USAGE;
  if (!gb_theme_has_language (language))
    return gb_command_misused ("--language: write zh-CN or en");
  for (int i = 1; i < argc; i++)
    if (gb_code_find (argv[i]) == NULL)
      return gb_command_misused ("codes: there is no code '%s'", argv[i]);
  gboolean chinese = g_strcmp0 (language, "en") != 0;
  for (int i = 1; i < argc; i++) {
    g_print (i == 1 ? "" : "\n");
    print_code (gb_code_find (argv[i]), chinese);
  }
  if (argc == 1)
    print_page (chinese);
  return GB_STATUS_DONE;
}
