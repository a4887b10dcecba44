#include "base/diagnostics.h"

#include <string.h>

GB_VOCABULARY_NAMES (GbSeverity, severity, GB_SEVERITIES)

struct _GbDiagnostics {
  GMutex mutex;
  GArray *items; /* of GbDiagnostic */
  guint errors;
};

static void
diagnostic_clear (gpointer data)
{
  GbDiagnostic *diagnostic = data;
  g_free (diagnostic->message);
}

GbDiagnostics *
gb_diagnostics_new (void)
{
  GbDiagnostics *diagnostics = g_new0 (GbDiagnostics, 1);
  g_mutex_init (&diagnostics->mutex);
  diagnostics->items = g_array_new (FALSE, FALSE, sizeof (GbDiagnostic));
  g_array_set_clear_func (diagnostics->items, diagnostic_clear);
  return diagnostics;
}

void
gb_diagnostics_free (GbDiagnostics *diagnostics)
{
  if (diagnostics == NULL)
    return;
  g_array_unref (diagnostics->items);
  g_mutex_clear (&diagnostics->mutex);
  g_free (diagnostics);
}

void
gb_diagnostics_add (GbSeverity severity, GbDiagnostics *diagnostics, GbPlace place,
                    const char *code, const char *format, ...)
{
  /* What a message quotes may go over several lines. */
  GString *message = g_string_new (NULL);
  va_list args;
  va_start (args, format);
  g_string_append_vprintf (message, format, args);
  (void)g_string_replace (message, "\n", "\\n", 0);
  GbDiagnostic diagnostic = {
    .severity = severity,
    .place = place,
    .code = code,
    .message = g_string_free (message, FALSE),
  };
  va_end (args);
  diagnostic.place.file = g_intern_string (place.file != NULL ? place.file : "");
  g_mutex_lock (&diagnostics->mutex);
  g_array_append_val (diagnostics->items, diagnostic);
  if (severity == GB_SEVERITY_ERROR)
    diagnostics->errors++;
  g_mutex_unlock (&diagnostics->mutex);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const GbDiagnostic *left = a;
  const GbDiagnostic *right = b;
  int order = strcmp (left->place.file, right->place.file);
  if (order == 0)
    order = (left->place.line > right->place.line) - (left->place.line < right->place.line);
  if (order == 0)
    order = (left->place.column > right->place.column) - (left->place.column < right->place.column);
  if (order == 0)
    order = strcmp (left->code, right->code);
  return order != 0 ? order : strcmp (left->message, right->message);
}

void
gb_diagnostics_sort (GbDiagnostics *diagnostics)
{
  g_array_sort (diagnostics->items, compare);
  for (guint i = 1; i < diagnostics->items->len;) {
    GbDiagnostic *items = (GbDiagnostic *)(gpointer)diagnostics->items->data;
    if (compare (&items[i - 1], &items[i]) != 0) {
      i++;
      continue;
    }
    if (items[i].severity == GB_SEVERITY_ERROR)
      diagnostics->errors--;
    g_array_remove_index (diagnostics->items, i);
  }
}

guint
gb_diagnostics_count (const GbDiagnostics *diagnostics)
{
  return diagnostics->items->len;
}

guint
gb_diagnostics_errors (const GbDiagnostics *diagnostics)
{
  return diagnostics->errors;
}

guint
gb_diagnostics_notes (const GbDiagnostics *diagnostics)
{
  guint notes = 0;
  for (guint i = 0; i < diagnostics->items->len; i++)
    notes += g_array_index (diagnostics->items, GbDiagnostic, i).severity == GB_SEVERITY_NOTE;
  return notes;
}

const GbDiagnostic *
gb_diagnostics_get (const GbDiagnostics *diagnostics, guint index)
{
  return &g_array_index (diagnostics->items, GbDiagnostic, index);
}
