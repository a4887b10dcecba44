/* gongbao render: one template filled with data. */
#include <errno.h>
#include <glib/gprintf.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "commands/command.h"
#include "source/loose.h"
#include "template/template.h"

/* "page" for "theme/page.mustache": what the template calls itself by. */
static char *
name_of (const char *path)
{
  char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

/* Sorted, on standard error; TRUE where there are no errors. */
static gboolean
report (GbDiagnostics *diagnostics)
{
  gb_diagnostics_sort (diagnostics);
  g_autoptr (GString) out = g_string_new (NULL);
  gb_command_format (out, diagnostics, GB_SEVERITY_NOTE);
  g_fprintf (stderr, "%s", out->str);
  return gb_diagnostics_errors (diagnostics) == 0;
}

typedef struct {
  char *template;
  char *data;
  char *partials;
  gboolean strict;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->template);
  g_free (options->data);
  g_free (options->partials);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
load (GbTemplates *templates, const Options *options, const char *name, GbDiagnostics *diagnostics,
      GError **error)
{
  gsize length = 0;
  g_autofree char *text = gb_file_read (options->template, GB_TEMPLATE_SIZE, &length, error);
  if (text == NULL)
    return FALSE;
  (void)gb_templates_load_text (templates, name, text, (gssize)length, options->template,
                                diagnostics);
  g_autofree char *own_folder = g_path_get_dirname (options->template);
  const char *folder = options->partials != NULL ? options->partials : own_folder;
  return gb_templates_load_missing (templates, folder, diagnostics, error);
}

static int
render (const Options *options)
{
  g_autoptr (GbDiagnostics) diagnostics = gb_diagnostics_new ();
  g_autoptr (GbTemplates) templates = gb_templates_new ();
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GError) error = NULL;

  g_autofree char *name = name_of (options->template);
  if (!load (templates, options, name, diagnostics, &error))
    return gb_command_fail (g_steal_pointer (&error));
  if (options->strict)
    gb_templates_check (templates, diagnostics);
  const GbValue *data = NULL;
  if (options->data != NULL) {
    data = gb_loose_read (arena, options->data, diagnostics, &error);
    if (data == NULL) {
      (void)report (diagnostics);
      return gb_command_fail (g_steal_pointer (&error));
    }
  }
  if (gb_diagnostics_errors (diagnostics) > 0) {
    (void)report (diagnostics);
    return GB_ERROR_CONTENT;
  }

  g_autoptr (GString) out = g_string_new (NULL);
  if (!gb_template_render (gb_templates_get (templates, name), data, out, &error))
    return gb_command_fail (g_steal_pointer (&error));
  if (options->strict)
    gb_templates_report (templates, TRUE, diagnostics);
  (void)report (diagnostics);
  if (fwrite (out->str, 1, out->len, stdout) != out->len || fflush (stdout) != 0) {
    (void)gb_error_set_errno (&error, errno, "cannot write", "standard output");
    return gb_command_fail (g_steal_pointer (&error));
  }
  return GB_STATUS_DONE;
}

int
gb_command_render (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_FILENAME, &options.template, "The Mustache template",
      "FILE" },
    { "data", 'd', 0, G_OPTION_ARG_FILENAME, &options.data,
      "What it is filled with: FILE.yaml, .yml or .json (default: nothing)", "FILE" },
    { "partials", 'p', 0, G_OPTION_ARG_FILENAME, &options.partials,
      "Where {{>name}} and {{<name}} are looked for, as name.mustache, name.html and name "
      "(default: the template's folder)",
      "DIR" },
    { "strict", 's', 0, G_OPTION_ARG_NONE, &options.strict,
      "A missing partial is an error, a name that the data does not have is a warning", NULL },
    { NULL },
  };
  if (!gb_command_parse (&argc, &argv, entries, NULL,
                         "Prints a Mustache template filled with the data of a YAML or JSON file."))
    return GB_ERROR_USAGE;
  if (argc != 1)
    return gb_command_misused ("render: '%s' is not an option; write --template FILE", argv[1]);
  if (options.template == NULL)
    return gb_command_misused ("render needs --template FILE");
  return render (&options);
}
