#include "commands/command.h"

#include <glib/gprintf.h>
#include <stdio.h>

/* The command that was called, for the help that a wrong call is led to; NULL before that. */
static const char *running;

gboolean
gb_command_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *arguments,
                  const char *summary)
{
  running = (*argv)[0];
  g_autofree char *usage = g_strconcat ((*argv)[0], arguments == NULL ? "" : " ",
                                        arguments == NULL ? "" : arguments, NULL);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);
  /* GOption names the program in its help; what is called is "gongbao COMMAND ARGUMENTS". */
  g_autofree char *program = g_strconcat ("gongbao ", usage, NULL);
  g_set_prgname (program);
  g_autoptr (GError) error = NULL;
  gboolean parsed = g_option_context_parse (context, argc, argv, &error);
  g_set_prgname ("gongbao");
  if (!parsed)
    (void)gb_command_misused ("%s: %s", (*argv)[0], error->message);
  return parsed;
}

int
gb_command_fail (GError *error)
{
  g_fprintf (stderr, "gongbao: %s\n", error->message);
  int status = error->domain == GB_ERROR ? error->code : GB_ERROR_SYSTEM;
  g_error_free (error);
  return status;
}

int
gb_command_misused (const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_fprintf (stderr, "gongbao: %s\nTry 'gongbao%s%s --help'.\n", message,
             running == NULL ? "" : " ", running == NULL ? "" : running);
  return GB_ERROR_USAGE;
}

void
gb_command_format (GString *out, const GbDiagnostics *diagnostics, GbSeverity least)
{
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
    const GbDiagnostic *diagnostic = gb_diagnostics_get (diagnostics, i);
    const GbPlace *place = &diagnostic->place;
    if (diagnostic->severity >= least)
      g_string_append_printf (out, "%s:%u:%u: %s: %s [%s]\n", place->file, MAX (1, place->line),
                              MAX (1, place->column), gb_severity_name (diagnostic->severity),
                              diagnostic->message, diagnostic->code);
  }
}
