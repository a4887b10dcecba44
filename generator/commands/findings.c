#include "commands/findings.h"

#include "base/file.h"
#include "commands/command.h"

#include <glib/gprintf.h>
#include <stdio.h>
#include <string.h>

/* Lines printed before the rest is only counted. */
#define LINES_MAX 20

int
gb_findings_status (GbVerdict verdict)
{
  switch (verdict) {
  case GB_VERDICT_GENUINE:
    return GB_STATUS_DONE;
  case GB_VERDICT_NOT_GENUINE:
    return GB_ERROR_CONTENT;
  default:
    return GB_ERROR_SYSTEM;
  }
}

void
gb_findings_init (GbFindings *findings, guint needed)
{
  *findings = (GbFindings){ .needed = needed };
  g_mutex_init (&findings->mutex);
  findings->denials = g_ptr_array_new_with_free_func (g_free);
  findings->doubts = g_ptr_array_new_with_free_func (g_free);
}

void
gb_findings_clear (GbFindings *findings)
{
  g_clear_pointer (&findings->denials, g_ptr_array_unref);
  g_clear_pointer (&findings->doubts, g_ptr_array_unref);
  g_mutex_clear (&findings->mutex);
}

void
gb_findings_add (GbFindings *findings, GbFinding finding, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  char *line = g_strdup_vprintf (format, args);
  va_end (args);
  /* Names that others chose stay within their line. */
  for (char *c = line; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = '?';
  g_mutex_lock (&findings->mutex);
  g_ptr_array_add (finding == GB_FINDING_DENIAL ? findings->denials : findings->doubts, line);
  findings->unread = findings->unread || finding == GB_FINDING_LACK;
  g_mutex_unlock (&findings->mutex);
}

void
gb_findings_see (GbFindings *findings, guint fact)
{
  findings->seen |= fact;
}

GbVerdict
gb_findings_verdict (const GbFindings *findings)
{
  if (findings->denials->len > 0)
    return GB_VERDICT_NOT_GENUINE;
  return findings->doubts->len == 0 && (findings->seen & findings->needed) == findings->needed
           ? GB_VERDICT_GENUINE
           : GB_VERDICT_CANNOT_TELL;
}

static void
print_lines (GPtrArray *lines)
{
  gb_file_sort (lines);
  const char *last = NULL;
  guint shown = 0, others = 0;
  for (guint i = 0; i < lines->len; i++) {
    const char *line = lines->pdata[i];
    if (last != NULL && strcmp (line, last) == 0)
      continue;
    last = line;
    if (shown == LINES_MAX) {
      others++;
      continue;
    }
    g_fprintf (stderr, "%s\n", line);
    shown++;
  }
  if (others > 0)
    g_fprintf (stderr, "and %u more\n", others);
}

void
gb_findings_print (GbFindings *findings)
{
  print_lines (findings->denials);
  print_lines (findings->doubts);
}
