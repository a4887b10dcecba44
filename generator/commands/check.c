/* gongbao check: what is wrong in the content, as text, JSON or SARIF. */
#include "commands/edition.h"

#include "base/json.h"

#include <glib/gprintf.h>
#include <stdio.h>
#include <string.h>

typedef enum { FORMAT_TEXT, FORMAT_JSON, FORMAT_SARIF } Format;

static void
print_text (const GbDiagnostics *diagnostics)
{
  guint errors = gb_diagnostics_errors (diagnostics);
  guint notes = gb_diagnostics_notes (diagnostics);
  guint warnings = gb_diagnostics_count (diagnostics) - errors - notes;
  g_autoptr (GString) out = g_string_new (NULL);
  gb_command_format (out, diagnostics, GB_SEVERITY_NOTE);
  g_print ("%s%u error%s, %u warning%s", out->str, errors, errors == 1 ? "" : "s", warnings,
           warnings == 1 ? "" : "s");
  if (notes > 0)
    g_print (", %u note%s", notes, notes == 1 ? "" : "s");
  g_print ("\n");
}

static GbValue *
as_json (const GbDiagnostics *diagnostics, GbArena *arena)
{
  GbValue *all = gb_value_array (arena);
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
    const GbDiagnostic *diagnostic = gb_diagnostics_get (diagnostics, i);
    GbValue *one = gb_value_append_object (all);
    gb_value_set_string (one, "severity", gb_severity_name (diagnostic->severity));
    gb_value_set_string (one, "code", diagnostic->code);
    gb_value_set_string (one, "file", diagnostic->place.file);
    gb_value_set_integer (one, "line", diagnostic->place.line);
    gb_value_set_integer (one, "column", diagnostic->place.column);
    gb_value_set_string (one, "message", diagnostic->message);
  }
  return all;
}

/* SARIF 2.1.0, what code hosts show beside the lines. */
static GbValue *
as_sarif (const GbDiagnostics *diagnostics, GbArena *arena)
{
  GbValue *root = gb_value_object (arena);
  gb_value_set_string (root, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  gb_value_set_string (root, "version", "2.1.0");
  GbValue *run = gb_value_append_object (gb_value_set_array (root, "runs"));
  GbValue *driver = gb_value_set_object (gb_value_set_object (run, "tool"), "driver");
  gb_value_set_string (driver, "name", "gongbao");
  GbValue *results = gb_value_set_array (run, "results");
  for (guint i = 0; i < gb_diagnostics_count (diagnostics); i++) {
    const GbDiagnostic *diagnostic = gb_diagnostics_get (diagnostics, i);
    GbValue *result = gb_value_append_object (results);
    gb_value_set_string (result, "ruleId", diagnostic->code);
    gb_value_set_string (result, "level", gb_severity_name (diagnostic->severity));
    gb_value_set_string (gb_value_set_object (result, "message"), "text", diagnostic->message);
    GbValue *location = gb_value_append_object (gb_value_set_array (result, "locations"));
    GbValue *physical = gb_value_set_object (location, "physicalLocation");
    gb_value_set_string (gb_value_set_object (physical, "artifactLocation"), "uri",
                         diagnostic->place.file);
    if (diagnostic->place.line > 0) {
      GbValue *region = gb_value_set_object (physical, "region");
      gb_value_set_integer (region, "startLine", diagnostic->place.line);
      if (diagnostic->place.column > 0)
        gb_value_set_integer (region, "startColumn", diagnostic->place.column);
    }
  }
  return root;
}

static void
print_json (const GbDiagnostics *diagnostics, Format format)
{
  g_autoptr (GbArena) arena = gb_arena_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  gb_json_write (
    out, format == FORMAT_SARIF ? as_sarif (diagnostics, arena) : as_json (diagnostics, arena),
    TRUE);
  g_print ("%s", out->str);
}

int
gb_command_check (int argc, char **argv)
{
  g_auto (GbWorkspaceOptions) options = { 0 };
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "text (default), json or sarif",
      "FORMAT" },
    GB_WORKSPACE_ENTRIES (options),
    { NULL },
  };
  if (!gb_command_parse (&argc, &argv, entries, NULL,
                         "Says everything that is wrong with the content, or about to be."))
    return GB_ERROR_USAGE;
  if (argc != 1)
    return gb_command_misused ("check takes no arguments");
  static const char *const formats[] = { "text", "json", "sarif", NULL };
  Format format = FORMAT_TEXT;
  if (format_name != NULL) {
    if (!g_strv_contains (formats, format_name))
      return gb_command_misused ("--format: write text, json or sarif");
    /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): it is one of them. */
    while (strcmp (formats[format], format_name) != 0)
      format++;
  }

  g_auto (GbWorkspace) workspace = { 0 };
  g_autoptr (GError) error = NULL;
  if (!gb_workspace_open (&workspace, &options, &error))
    return gb_command_fail (g_steal_pointer (&error));
  g_autoptr (GbRecord) record = NULL;
  char source[GB_OID_LENGTH];
  if (workspace.corpus != NULL && !gb_edition_find_record (&workspace, &record, source, &error))
    return gb_command_fail (g_steal_pointer (&error));
  if (workspace.corpus != NULL)
    gb_site_check (workspace.corpus, workspace.diagnostics);
  gb_edition_check_notices (&workspace, record);
  if (record != NULL && !gb_record_is_complete (record))
    g_fprintf (stderr,
               "This is a shallow clone: whether a notice was changed while its period ran cannot "
               "be told; run: git fetch --unshallow\n");
  if (format == FORMAT_TEXT)
    print_text (workspace.diagnostics);
  else
    print_json (workspace.diagnostics, format);
  return gb_workspace_has_errors (&workspace) ? GB_ERROR_CONTENT : GB_STATUS_DONE;
}
