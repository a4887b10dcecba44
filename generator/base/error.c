#include "base/error.h"

GQuark
gb_error_quark (void)
{
  return g_quark_from_static_string ("gb-error-quark");
}

gboolean
gb_error_set (GError **error, GbError code, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, GB_ERROR, (int)code, message);
  return FALSE;
}

gboolean
gb_error_set_errno (GError **error, int saved_errno, const char *what, const char *path)
{
  return gb_error_set (error, GB_ERROR_SYSTEM, "%s: %s: %s", what, path, g_strerror (saved_errno));
}
